"""The ladder of a sector: its qualifications beside its jobs, level by level, with the main way into each.

Made to fit one page, so it leaves things out by rule: what takes no new starts, and, where a level has more
than `MOST_A_LEVEL` of a sort, those with the fewest open steps. What is left out is named.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from pathways.catalogue import Catalogue
from pathways.matrix_steps import list_open_steps
from pathways.model import GENERAL, JobRole, Position, Step
from pathways.requirements import demand_of, takes_starts

MOST_A_LEVEL = 3
"""How many qualifications, and how many jobs, stand on one rung."""


@dataclass(frozen=True, slots=True)
class Way:
    """The main step into a position, and how many months it takes; None where not known."""

    step: Step
    months: int | None


@dataclass(frozen=True, slots=True)
class Stop:
    """A position on a rung, with the main way into it; None where no open step leads there."""

    position: str
    way: Way | None


@dataclass(frozen=True, slots=True)
class Rung:
    """One level: its qualifications and its jobs, and whether a source says that many stay here."""

    level: str
    qualifications: tuple[Stop, ...]
    roles: tuple[Stop, ...]
    staying: bool


@dataclass(frozen=True, slots=True)
class LeadsOut:
    """Where open steps lead in another sector, most steps first; `levels` are those they leave from."""

    sector: str
    positions: tuple[str, ...]
    levels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SectorLadder:
    """A sector's ladder, highest rung first.

    `starts` are where a person without qualifications can begin. `closed` and `fewer` are the positions left
    out: those that take no new starts, and those with fewer open steps than the ones shown at their level.
    """

    sector: str
    rungs: tuple[Rung, ...]
    starts: tuple[str, ...]
    leads_out: tuple[LeadsOut, ...]
    closed: tuple[str, ...]
    fewer: tuple[str, ...]


def build_ladder(sector: str, catalogue: Catalogue, as_of: date) -> SectorLadder:
    """Return the ladder of a sector on a date."""
    open_steps = list_open_steps(sector, catalogue, as_of)
    every = catalogue.list_positions(sector)
    current = [each for each in every if takes_starts(each, as_of) and not _is_before(each, catalogue)]
    shown = _shown(current, open_steps)
    standing = {each.id for each in shown}
    rungs = tuple(
        _rung(level.id, sector, shown, open_steps, catalogue, as_of)
        for level in reversed(catalogue.levels)
        if any(each.level == level.id for each in shown)
    )
    starts = (
        step.to_id
        for step in open_steps
        if catalogue.rank(catalogue.position_by_id[step.from_id].level) < 0
        if catalogue.position_by_id[step.to_id].sector == sector
    )
    return SectorLadder(
        sector=sector,
        rungs=rungs,
        starts=_lowest_first(starts, catalogue),
        leads_out=_leads_out(sector, open_steps, catalogue),
        closed=_lowest_first((each.id for each in every if not takes_starts(each, as_of)), catalogue),
        fewer=_lowest_first((each.id for each in current if each.id not in standing), catalogue),
    )


def _is_before(position: Position, catalogue: Catalogue) -> bool:
    """Say whether a position is where people stand who have not begun, such as being at school."""
    return catalogue.rank(position.level) < 0 and position.id not in catalogue.steps_into


def _shown(current: Sequence[Position], steps: Iterable[Step]) -> list[Position]:
    """Return the positions that stand on the ladder: of each sort, those with the most open steps a level."""
    counts = dict.fromkeys((each.id for each in current), 0)
    for step in steps:
        for end in (step.from_id, step.to_id):
            if end in counts:
                counts[end] += 1
    groups: dict[tuple[str, bool], list[Position]] = {}
    for each in sorted(current, key=lambda each: (-counts[each.id], each.id)):
        groups.setdefault((each.level, isinstance(each, JobRole)), []).append(each)
    return [each for group in groups.values() for each in group[:MOST_A_LEVEL]]


def _rung(
    level: str,
    sector: str,
    shown: Sequence[Position],
    steps: Sequence[Step],
    catalogue: Catalogue,
    as_of: date,
) -> Rung:
    here = sorted((each for each in shown if each.level == level), key=lambda each: each.title)
    standing = frozenset(each.id for each in shown)
    stops = {each.id: Stop(each.id, _main_way(each, steps, standing, catalogue, as_of)) for each in here}
    return Rung(
        level=level,
        qualifications=tuple(stops[each.id] for each in here if not isinstance(each, JobRole)),
        roles=tuple(stops[each.id] for each in here if isinstance(each, JobRole)),
        staying=any(each.level == level for each in catalogue.sector_by_id[sector].staying),
    )


def _main_way(
    end: Position, steps: Sequence[Step], standing: frozenset[str], catalogue: Catalogue, as_of: date
) -> Way | None:
    """Return the main step into a position.

    From what stands on this ladder before general before others; up before any other way; from the nearest
    level below; from a qualification before a job at its own level; the shortest that is known.
    """
    top = catalogue.rank(end.level)

    def order(way: Way) -> tuple[int, bool, int, bool, bool, int, str]:
        start = catalogue.position_by_id[way.step.from_id]
        near = 0 if start.id in standing else 1 if start.sector == GENERAL else 2
        climb = top - catalogue.rank(start.level)
        job = climb == 0 and isinstance(start, JobRole)
        return near, climb <= 0, abs(climb), job, way.months is None, way.months or 0, way.step.id

    into = (step for step in steps if step.to_id == end.id)
    ways = [Way(step, demand_of(step, catalogue, as_of).months) for step in into]
    return min(ways, key=order, default=None)


def _leads_out(sector: str, steps: Iterable[Step], catalogue: Catalogue) -> tuple[LeadsOut, ...]:
    found: dict[str, dict[str, int]] = {}
    levels: dict[str, set[str]] = {}
    for step in steps:
        start, end = (catalogue.position_by_id[each] for each in (step.from_id, step.to_id))
        if start.sector == sector != end.sector:
            counts = found.setdefault(end.sector, {})
            counts[end.id] = counts.get(end.id, 0) + 1
            levels.setdefault(end.sector, set()).add(start.level)
    return tuple(
        LeadsOut(
            sector=there,
            positions=tuple(sorted(counts, key=lambda each: (-counts[each], each))),
            levels=tuple(sorted(levels[there], key=catalogue.rank)),
        )
        for there, counts in sorted(found.items())
    )


def _lowest_first(positions: Iterable[str], catalogue: Catalogue) -> tuple[str, ...]:
    found = {each: catalogue.position_by_id[each] for each in positions}
    return tuple(sorted(found, key=lambda each: (catalogue.rank(found[each].level), found[each].title, each)))
