"""What limits leave out of the graph: the places to avoid, and what then can no longer be had."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from pathways.limits import Limits, type_key
from pathways.places import goal_positions
from pathways.requirements import takes_starts
from pathways.route_index import DatedIndex, Edge, RouteIndex, holding_name
from pathways.search import Found
from pathways.standing import Standing
from pathways.teaching import is_full_time


@dataclass(frozen=True)
class LeftOut:
    """What limits leave out of the steps of one date. Build it with `LeftOut.of`.

    `positions` are those that nobody goes to. `at_stake` are the holdings (bits) that something left out
    gives, or that something gives which asks for one of them; `elsewhere` those of them that can be had
    elsewhere. What is at stake and can be had nowhere closes each step that asks for it, unless the learner
    has it.
    """

    positions: frozenset[str]
    at_stake: int
    elsewhere: int
    _ways: tuple[Edge, ...]
    _given: dict[str, int]

    @classmethod
    def of(
        cls, index: RouteIndex, dated: DatedIndex, limits: Limits, *, ignore_dates: bool = False
    ) -> LeftOut:
        """Return what is left out of the steps of a date. `ignore_dates` lets everything take new starts."""
        left = _left_out(index, limits)
        if not left:
            return cls(left, 0, 0, (), {})
        holdings = index.bits(each.id for each in index.catalogue.requirements if each.holding)
        holdings |= index.bits(map(holding_name, index.catalogue.position_by_id))
        given = {position: bits & holdings for position, bits in index.given_bits.items()}
        at_stake, doubtful = _at_stake(left, dated.edges, given)
        elsewhere = 0
        for position, bits in given.items():
            record = index.catalogue.position_by_id[position]
            if position not in doubtful and (ignore_dates or takes_starts(record, dated.as_of)):
                elsewhere |= bits & at_stake
        ways = tuple(edge for edge in dated.edges if edge.end in doubtful - left)
        return cls(left, at_stake, elsewhere, ways, given)

    def out_of_reach(self, met: int) -> int:
        """Return the holdings (bits) that somebody who has these can no longer come by."""
        if not self.at_stake:
            return 0
        had = self.elsewhere | met & self.at_stake
        waiting = self._ways
        while True:
            barred = self.at_stake & ~had
            new = [edge for edge in waiting if _passes(edge, barred, met)]
            if not new:
                return barred
            for edge in new:
                had |= self._given[edge.end] & self.at_stake
            waiting = tuple(edge for edge in waiting if not _passes(edge, barred, met))

    def by_reach(self, standings: Iterable[Standing]) -> dict[int, tuple[Standing, ...]]:
        """Return the standings together that cannot come by the same holdings (bits)."""
        groups: dict[int, tuple[Standing, ...]] = {}
        for standing in standings:
            barred = self.out_of_reach(standing.met)
            groups[barred] = (*groups.get(barred, ()), standing)
        return groups

    def edges_left(self, edges: Iterable[Edge], barred: int) -> tuple[Edge, ...]:
        """Return those steps that are left for somebody who cannot come by these holdings (bits)."""
        kept = tuple(edge for edge in edges if edge.end not in self.positions)
        if not barred:
            return kept
        within = (_within_reach(edge, barred) for edge in kept if not edge.essential & barred)
        return tuple(edge for edge in within if all(edge.groups))


def hindered(
    index: RouteIndex, found: Found, limits: Limits, as_of: date
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return which positions on a route limits leave out, and what it asks for that they put out of reach.

    A start that somebody is at is never left out; one that nobody named may be.
    """
    left = LeftOut.of(index, index.on(as_of), limits)
    stops = found.tail if found.standing.start else (found.edges[0].start, *found.tail)
    through = tuple(each for each in stops if each in left.positions)
    barred = left.out_of_reach(found.standing.met) & found.cost.union
    return through, tuple(name.removeprefix("@") for name in index.read(barred))


def _left_out(index: RouteIndex, limits: Limits) -> frozenset[str]:
    """Return the positions that limits leave out."""
    catalogue = index.catalogue
    left = {position for place in limits.avoid for position in goal_positions(place, catalogue)}
    types = {type_key(each) for each in limits.avoid_types}
    if types:
        left |= {each.id for each in catalogue.qualifications if type_key(each.type) in types}
    if limits.study:
        left |= {each.id for each in catalogue.qualifications if is_full_time(each)}
    return frozenset(left)


def _at_stake(
    left: frozenset[str], edges: Iterable[Edge], given: dict[str, int]
) -> tuple[int, frozenset[str]]:
    """Return the holdings that may be lost with what is left out, and the positions that may be."""
    doubtful, at_stake = set(left), 0
    for position in left:
        at_stake |= given[position]
    others, before = list(edges), -1
    while at_stake != before:
        before = at_stake
        for edge in others:
            if edge.end not in doubtful and _asked(edge) & at_stake:
                doubtful.add(edge.end)
                at_stake |= given[edge.end]
    return at_stake, frozenset(doubtful)


def _asked(edge: Edge) -> int:
    asked = edge.essential
    for group in edge.groups:
        for way in group:
            asked |= way.bits
    return asked


def _passes(edge: Edge, barred: int, met: int) -> bool:
    """Say whether somebody who has these can take a step while others are barred."""
    return not edge.essential & barred and all(
        any(not way.bits & barred and (way.open or not way.bits & ~met) for way in group)
        for group in edge.groups
    )


def _within_reach(edge: Edge, barred: int) -> Edge:
    """Return a step with the alternatives that are not barred, which may be none."""
    if not _asked(edge) & barred:
        return edge
    groups = (tuple(way for way in group if not way.bits & barred) for group in edge.groups)
    return replace(edge, groups=tuple(groups))
