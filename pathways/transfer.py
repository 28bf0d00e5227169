"""Moving to another sector: which levels somebody could start at, what carries over, what is in the way.

The rules are those of `docs/transfers.md`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from pathways.asked import check_learner, positions_at
from pathways.assessment import alternative_of
from pathways.bridges import bridge_of
from pathways.costing import cost_of
from pathways.errors import InvalidQuery, UnknownName
from pathways.learner import NOBODY, Basis, Learner, Status
from pathways.model import ANYWHERE, Kind
from pathways.places import Place, nearest_names
from pathways.route_index import RouteIndex, Way, holding_name, numbers
from pathways.standing import Standing, standing_at
from pathways.transfer_results import Entry, Need, Role, Transfer, Verdict
from pathways.ways_in import WayIn, WaysIn


def find_transfer(
    index: RouteIndex, place: Place, to: str, as_of: date, learner: Learner = NOBODY
) -> Transfer:
    """Return what moving from a place to another sector comes to, at each of its levels.

    The place is a position, or a sector at a level: then each level shows the best of its positions. Raises
    InvalidQuery for another place, for one with no position, and for the sector one is in already, and
    UnknownName for a name that is not in the data.
    """
    catalogue = index.catalogue
    check_learner(learner, catalogue)
    if to not in catalogue.sector_by_id:
        raise UnknownName(f"There is no sector '{to}'.", nearest_names(to, catalogue.sector_by_id))
    starts = _starts(index, place)
    here = catalogue.position_by_id[starts[0]]
    if here.sector == to:
        title = catalogue.sector_by_id[to].title
        raise InvalidQuery(f"{title} is the sector you would leave. Name another sector to move to.")
    standings = [standing_at(index, start, learner, as_of) for start in starts]
    ways = WaysIn.of(index, to, as_of)
    levels = tuple(_best(index, ways, level, standings) for level in ways.levels)
    verdicts = {entry.level: entry.verdict for entry in levels}
    level = re_entry(ways, catalogue.rank(here.level), verdicts.__getitem__)
    return Transfer(place, here.level, starts, to, as_of, levels, level)


def list_transfers(
    index: RouteIndex, place: Place, as_of: date, learner: Learner = NOBODY
) -> tuple[Transfer, ...]:
    """Return what moving to each other sector comes to, in order of sector id. Raises as `find_transfer`."""
    own = index.catalogue.position_by_id[_starts(index, place)[0]].sector
    others = (sector for sector in index.catalogue.sector_by_id if sector != own)
    return tuple(find_transfer(index, place, sector, as_of, learner) for sector in others)


def re_entry(ways: WaysIn, rank: int, verdict_at: Callable[[str], Verdict]) -> str | None:
    """Return the level to re-enter at for somebody who leaves a level (as its rank), or None.

    The highest, at most one above or the next row of the sector, that is not NOT_DIRECT and takes new starts.
    """
    highest = ways.highest(rank)
    fit = (
        level
        for level in reversed(ways.levels)
        if ways.index.catalogue.rank(level) <= highest and ways.openings[level]
        if verdict_at(level) is not Verdict.NOT_DIRECT
    )
    return next(fit, None)


def best_way_in(ways: WaysIn, level: str, standing: Standing) -> Chosen:
    """Return the best way into a level: the best verdict, then the least to gain, rows first."""
    index = ways.index
    start = index.catalogue.position_by_id[str(standing.start)]
    every: list[tuple[int, int, int, Chosen]] = []
    for number, way in enumerate(ways.into(level, start, standing)):
        judged = Judged.of(index, way.bits, way.groups, standing)
        cost = cost_of(index, standing, [_Asking(way.bits, judged.fit, start.id)])
        if cost is not None:
            gain = standing.cost(cost.union)
            every.append((judged.verdict.rank, gain, number, Chosen(way, judged, cost.chosen[0], gain)))
    return min(every, key=lambda each: each[:3])[-1]


@dataclass(frozen=True, slots=True)
class Judged:
    """A way in as it is for one person: the verdict, and the alternatives that it counts on.

    `blocking` are the hard attainments (bits) neither held nor similar. Each group in `fit` is left with
    the alternatives of its best verdict.
    """

    verdict: Verdict
    blocking: int
    fit: tuple[tuple[Way, ...], ...]

    @classmethod
    def of(
        cls, index: RouteIndex, essential: int, groups: tuple[tuple[Way, ...], ...], standing: Standing
    ) -> Judged:
        """Judge a way in by what it asks for."""
        blocking = index.hard & index.attainments & ~standing.met & ~index.bits(standing.similar)
        missing = index.attainments & ~standing.met

        def judge(bits: int) -> Verdict:
            if bits & blocking:
                return Verdict.NOT_DIRECT
            return Verdict.WITH_BRIDGING if bits & missing else Verdict.DIRECT

        verdicts = [judge(essential)]
        fit = []
        for group in groups:
            usable = [each for each in group if each.open or not each.bits & ~standing.met]
            by_verdict: dict[Verdict, list[Way]] = {}
            for each in usable:
                by_verdict.setdefault(judge(each.bits), []).append(each)
            # With nothing to choose from, all are shown, and none can be had.
            best = min(by_verdict, key=lambda verdict: verdict.rank, default=Verdict.NOT_DIRECT)
            fit.append(tuple(by_verdict.get(best) or (replace(each, open=True) for each in group)))
            verdicts.append(best)
        worst = max(verdicts, key=lambda verdict: verdict.rank)
        return cls(worst, blocking, tuple(fit))


@dataclass(frozen=True, slots=True)
class Chosen:
    """The best way in for one person, the alternatives chosen, and what is to gain in half-units."""

    way: WayIn
    judged: Judged
    alternatives: tuple[Way, ...]
    to_gain: int


@dataclass(frozen=True, slots=True)
class _Asking:
    """A way in as it is costed. It ends where it starts: what the level itself gives is for later steps."""

    essential: int
    groups: tuple[tuple[Way, ...], ...]
    end: str


def _starts(index: RouteIndex, place: Place) -> tuple[str, ...]:
    if not place.position and not (place.sector and place.level):
        raise InvalidQuery(
            f"'{place}' is too wide a place to move from. Name a qualification, a job, or a sector with a "
            "level, such as childcare:L3."
        )
    starts = positions_at((place,), index.catalogue, start=True)
    if not starts:
        raise InvalidQuery(f"There is no qualification and no job at {place}, so nobody can move from there.")
    return starts


def _best(index: RouteIndex, ways: WaysIn, level: str, standings: Iterable[Standing]) -> Entry:
    """Return the entry of the start for whom a level is easiest, with the verdicts that differ from it."""
    every = [(best_way_in(ways, level, standing), standing) for standing in standings]
    best, standing = min(
        every, key=lambda each: (each[0].judged.verdict.rank, each[0].to_gain, str(each[1].start))
    )
    verdict = best.judged.verdict
    otherwise = (
        (str(other.start), each.judged.verdict) for each, other in every if each.judged.verdict is not verdict
    )
    way = best.way
    needs = tuple(_needs(index, best, standing))
    bridges = (
        bridge_of(index.catalogue, index.gives, need, ways.sector, level, ways.as_of)
        for need in needs
        if need.role is not Role.HELD
    )
    return Entry(
        level=level,
        verdict=best.judged.verdict,
        start=standing.start,
        open=bool(ways.openings[level]),
        known=way.known,
        way=way.step.id if way.step else None,
        rows=way.rows,
        needs=needs,
        any_of=tuple(
            tuple(
                alternative_of(index, choice, standing.status, chosen=picked.number == number)
                for number, choice in enumerate(group)
            )
            for group, picked in zip(way.any_of, best.alternatives, strict=True)
        ),
        waives=way.waives,
        conditions=way.conditions,
        to_gain=best.to_gain,
        openings=ways.openings[level],
        bridges=tuple(bridges),
        otherwise=tuple(otherwise),
        opened_by=_opened_by(ways, level, standing) if verdict is Verdict.NOT_DIRECT else (),
    )


def _opened_by(ways: WaysIn, level: str, standing: Standing) -> tuple[str, ...]:
    start = ways.index.catalogue.position_by_id[str(standing.start)]
    return tuple(
        sorted(
            {
                way.step.from_id
                for way in ways.if_held(level, start, standing)
                if way.step
                and Judged.of(ways.index, way.bits, way.groups, standing).verdict is not Verdict.NOT_DIRECT
            }
        )
    )


def _needs(index: RouteIndex, best: Chosen, standing: Standing) -> Iterator[Need]:
    """Yield what a way in needs, each thing once, by kind."""
    judged = best.judged
    found = {name: _need(index, name, None, judged, standing) for name in best.way.essential}
    for number, picked in enumerate(best.alternatives):
        for bit in numbers(picked.bits):
            name = index.names[bit]
            found.setdefault(name, _need(index, name, number, judged, standing))
    yield from (need for kind in Kind for need in found.values() if need.kind is kind)


def _need(index: RouteIndex, name: str, group: int | None, judged: Judged, standing: Standing) -> Need:
    status, basis, by = standing.status(name)
    requirement = index.catalogue.requirement_by_id.get(name)
    if status is Status.MET:
        role = Role.HELD
    elif index.bit[name] & judged.blocking:
        role = Role.BLOCKING
    elif basis is Basis.SIMILAR:
        role = Role.SIMILAR
    elif requirement is not None and requirement.scope == ANYWHERE:
        role = Role.MISSING_GENERAL
    else:
        role = Role.MISSING_SECTOR
    is_position = requirement is None
    return Need(
        name.removeprefix(holding_name("")) if is_position else name,
        index.kind(name),
        role,
        status,
        basis,
        by,
        is_position,
        group=group,
    )
