"""The rules of moving between sectors once more, slowly: each way into each level, each alternative.

Written from the text of the rules, on top of `tests.oracle`, which knows what is held and asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from pathways.catalogue import Catalogue
from pathways.learner import NOBODY, Basis, Learner, Status
from pathways.model import GENERAL, CellEntry, Kind, Qualification, Step
from pathways.places import Place
from pathways.queries import RouteQuery
from pathways.transfer_results import Verdict
from tests.build import CITED
from tests.oracle import Asked, Lifted, Rules

ORDER = (Verdict.DIRECT, Verdict.WITH_BRIDGING, Verdict.NOT_DIRECT)


@dataclass(frozen=True)
class ByRows(Rules):
    """The rules for a step that carries every row of a sector into a level or below it."""

    sector: str
    level: str

    def cells(self, step: Step) -> Iterator[tuple[CellEntry, ...]]:
        """The cells of those rows, without what is only for others."""
        rank = self.catalogue.rank
        for row in sorted(self.rows_of(self.sector), key=lambda each: rank(each.into)):
            if rank(row.into) <= rank(self.level):
                for kind in Kind:
                    yield tuple(
                        each for each in row.cell(kind) if not each.only_for or self.start in each.only_for
                    )


def verdicts(
    catalogue: Catalogue, start: str, sector: str, as_of: date, learner: Learner = NOBODY
) -> dict[str, Verdict]:
    """Return the verdict for each level of a sector."""
    query = RouteQuery((Place(start),), (Place(sector=sector),), as_of, learner)
    rules = Rules(catalogue, query, Lifted(), start)
    return {
        level: min((judge(rules, asked) for asked in ways_in(rules, sector, level)), key=ORDER.index)
        for level in levels(catalogue, sector)
    }


def levels(catalogue: Catalogue, sector: str) -> list[str]:
    """Levels with a position, or into which a row leads, lowest first."""
    positions = {each.level for each in catalogue.position_by_id.values() if each.sector == sector}
    matrix = catalogue.sector_by_id[sector].matrix
    into = {row.into for row in matrix.rows} if matrix else set()
    return sorted(positions | into, key=catalogue.rank)


def ways_in(rules: Rules, sector: str, level: str) -> Iterator[Asked]:
    """The rows up to the level, and each recorded step into it from where somebody stands."""
    here = rules.catalogue.position_by_id[rules.start]
    by_rows = ByRows(rules.catalogue, rules.query, rules.lifted, rules.start, sector, level)
    yield by_rows.asked_by(Step("rows", here.id, here.id, CITED))
    for step in rules.catalogue.steps:
        leaves, end = (rules.catalogue.position_by_id[each] for each in (step.from_id, step.to_id))
        open_ = rules.in_force(step) and rules.takes_starts(end.id)
        if (end.sector, end.level) != (sector, level) or not open_ or leaves.sector == sector:
            continue
        passed_school = rules.catalogue.rank(leaves.level) <= rules.catalogue.rank(here.level)
        if passed_school if leaves.sector == GENERAL else leaves.sector == here.sector:
            holds = rules.position_status(leaves.id, set(), set())[0] is Status.MET
            yield rules.asked_by(step if holds else replace(step, waives=()))


def judge(rules: Rules, asked: Asked) -> Verdict:
    """The worst of all that is asked for; of alternatives the best that can be had."""
    found = [judge_one(rules, name, is_position=False) for name in asked.essential]
    for group in asked.groups:
        had = []
        for choice in group:
            parts = [judge_one(rules, name, is_position=choice.is_position) for name in choice.ids]
            if not choice.closed or all(is_held(rules, name, choice.is_position) for name in choice.ids):
                had.append(max(parts, key=ORDER.index, default=Verdict.DIRECT))
        found.append(min(had, key=ORDER.index, default=Verdict.NOT_DIRECT))
    return max(found, key=ORDER.index, default=Verdict.DIRECT)


def judge_one(rules: Rules, name: str, *, is_position: bool) -> Verdict:
    """One thing asked for: nothing in the way, something to gain, or in the way."""
    attainment = is_position or rules.catalogue.requirement_by_id[name].kind is Kind.ATTAINMENT
    if not attainment or is_held(rules, name, is_position):
        return Verdict.DIRECT
    similar = not is_position and rules.status(name, set(), set())[1] is Basis.SIMILAR
    return Verdict.NOT_DIRECT if rules.is_hard(name) and not similar else Verdict.WITH_BRIDGING


def is_held(rules: Rules, name: str, is_position: bool) -> bool:
    """Whether it is met before the first step."""
    status = rules.position_status if is_position else rules.status
    return status(name, set(), set())[0] is Status.MET


def re_entry(
    catalogue: Catalogue, start: str, sector: str, as_of: date, found: dict[str, Verdict]
) -> str | None:
    """The highest level one may aim for that is not refused and takes new starts."""
    rank, here = catalogue.rank, catalogue.position_by_id[start]
    matrix = catalogue.sector_by_id[sector].matrix
    above = [rank(row.into) for row in (matrix.rows if matrix else ()) if rank(row.into) > rank(here.level)]
    highest = max([rank(here.level) + 1, *sorted(above)[:1]])
    fit = [
        level
        for level, verdict in found.items()
        if verdict is not Verdict.NOT_DIRECT and rank(level) <= highest
        if openings(catalogue, start, sector, level, as_of)
    ]
    return fit[-1] if fit else None


def openings(catalogue: Catalogue, start: str, sector: str, level: str, as_of: date) -> set[str]:
    """The qualifications at a level that take new starts, or the job roles where there are none."""
    query = RouteQuery((Place(start),), (Place(sector=sector),), as_of)
    rules = Rules(catalogue, query, Lifted(), start)
    here = [
        each
        for each in catalogue.position_by_id.values()
        if (each.sector, each.level) == (sector, level) and rules.takes_starts(each.id)
    ]
    qualified = {each.id for each in here if isinstance(each, Qualification)}
    return qualified or {each.id for each in here}
