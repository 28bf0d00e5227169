"""For each position, what any route from there to the goal must still cost at the least.

Each bound is admissible: no route can do better. What some position on the way could give, and every
alternative, is left out of the bound on requirements, since a route might not have to gain it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from heapq import heappop, heappush
from operator import or_
from typing import NamedTuple

from pathways.endings import Endings
from pathways.model import GENERAL
from pathways.route_index import Edge, RouteIndex, reachable

SectorState = tuple[str, str | None]
"""A position and the last sector passed before or at it, `general` left out."""


class Rest(NamedTuple):
    """The least that any way from a position to a goal comes to, each figure for itself.

    `part` is 1 where every way has a part whose months are not known; `months` are those known. `must` are
    the bits every way asks for and no position could give.
    """

    steps: int
    part: int
    months: int
    unknown: int
    conditions: int
    must: int


@dataclass(frozen=True)
class Lookahead:
    """The part of the graph between the starts and the goals, with bounds on what is still to come.

    `outgoing` holds only edges that lie on some walk from a start to a goal and do not leave a goal. `rest`
    and `steps` are by position, `changes` (of sector) by position and last sector. `nearest` holds for each
    position those on one of its shortest ways to a goal. `asks` are by position what each step out of it asks
    for, as bits, as far as no position before could give it, and where it leads.
    """

    goals: frozenset[str]
    outgoing: dict[str, tuple[Edge, ...]]
    steps: dict[str, int]
    rest: dict[str, Rest]
    changes: dict[SectorState, int]
    nearest: dict[str, frozenset[str]]
    asks: dict[str, list[tuple[int, str]]]

    @cached_property
    def endings(self) -> Endings:
        """What the last few steps into a goal ask for at the least. Only long searches need it."""
        return Endings.of(self.goals, self.asks)

    @cached_property
    def holders_only(self) -> int:
        """The requirements of alternatives on the way that serve only those who hold them already."""
        return reduce(or_, (edge.holders_only for edges in self.outgoing.values() for edge in edges), 0)

    def arrives(self, position: str, passed: Collection[str], within: int) -> bool:
        """Say whether a goal can be reached in so many steps without a position that was passed."""
        if self.steps[position] <= within and self.nearest[position].isdisjoint(passed):
            return True
        frontier, seen = [position], {position}
        for step in range(within + 1):
            if any(each in self.goals for each in frontier):
                return True
            following = []
            for each in frontier:
                for edge in self.outgoing.get(each, ()):
                    end = edge.end
                    if end not in seen and end not in passed and self.steps[end] < within - step:
                        seen.add(end)
                        following.append(end)
            frontier = following
        return False


def look_ahead(
    index: RouteIndex, edges: Iterable[Edge], starts: Iterable[str], goals: frozenset[str]
) -> Lookahead:
    """Return the bounds for routes from any start to any goal along these edges."""
    leaving: dict[str, list[Edge]] = {}
    for edge in edges:
        if edge.start not in goals:
            leaving.setdefault(edge.start, []).append(edge)
    starts = tuple(starts)
    reached = reachable(starts, {here: [e.end for e in each] for here, each in leaving.items()})
    entering: dict[str, list[Edge]] = {}
    for start in reached:
        for edge in leaving.get(start, ()):
            entering.setdefault(edge.end, []).append(edge)
    steps = _cheapest(goals, entering, lambda edge: 1)
    outgoing = {
        start: tuple(sorted((e for e in leaving.get(start, ()) if e.end in steps), key=lambda e: e.id))
        for start in sorted((reached & steps.keys()) - goals)
    }
    unknown_months = _cheapest(goals, entering, lambda edge: int(edge.months is None))
    known_months = _cheapest(goals, entering, lambda edge: edge.months or 0)
    unknown = _cheapest(goals, entering, lambda edge: int(edge.unknown))
    conditions = _cheapest(goals, entering, lambda edge: edge.conditions)
    before = {end: {edge.start for edge in edges} for end, edges in entering.items()}
    asks = _asks(index, outgoing, steps)
    must = _must(asks, before, steps, (1 << len(index.names)) - 1)
    rest = {
        each: Rest(
            count,
            min(1, unknown_months[each]),
            known_months[each],
            unknown[each],
            conditions[each],
            must[each],
        )
        for each, count in steps.items()
    }
    changes = _changes(index, starts, outgoing, goals)
    return Lookahead(goals, outgoing, steps, rest, changes, _nearest(steps, outgoing), asks)


def _cheapest(
    goals: Iterable[str], entering: Mapping[str, Sequence[Edge]], cost: Callable[[Edge], int]
) -> dict[str, int]:
    """Return the smallest sum of costs from each position to any goal; positions with no way are absent."""
    best: dict[str, int] = {}
    heap = [(0, goal) for goal in goals]
    while heap:
        total, position = heappop(heap)
        if position in best:
            continue
        best[position] = total
        for edge in entering.get(position, ()):
            if edge.start not in best:
                heappush(heap, (total + cost(edge), edge.start))
    return best


def _nearest(steps: Mapping[str, int], outgoing: Mapping[str, Sequence[Edge]]) -> dict[str, frozenset[str]]:
    """Return the positions after each one on a shortest way from it to a goal."""
    nearest: dict[str, frozenset[str]] = {}
    for position in sorted(steps, key=steps.__getitem__):
        onward = (edge.end for edge in outgoing.get(position, ()) if steps[edge.end] < steps[position])
        end = next(onward, None)
        nearest[position] = nearest[end] | {end} if end else frozenset()
    return nearest


def _asks(
    index: RouteIndex, outgoing: Mapping[str, Sequence[Edge]], steps: Mapping[str, int]
) -> dict[str, list[tuple[int, str]]]:
    """Return what each step asks for that no position before could give, and where it leads."""
    could_give = _could_give(index, outgoing, steps)
    return {
        position: [(edge.essential & ~could_give[position], edge.end) for edge in edges]
        for position, edges in outgoing.items()
    }


def _must(
    asks: Mapping[str, Sequence[tuple[int, str]]],
    entering: Mapping[str, Collection[str]],
    steps: Mapping[str, int],
    everything: int,
) -> dict[str, int]:
    """Return the bits that every walk to a goal asks for and no position before could give.

    Those nearest to a goal come first, so that most are right when they are first looked at.
    """
    must = {position: everything if position in asks else 0 for position in steps}
    waiting = deque(sorted(asks, key=steps.__getitem__))
    queued = set(waiting)
    while waiting:
        position = waiting.popleft()
        queued.discard(position)
        bits = everything
        for asked, end in asks[position]:
            bits &= asked | must[end]
        if bits != must[position]:
            must[position] = bits
            for before in entering.get(position, ()):
                if before not in queued:
                    queued.add(before)
                    waiting.append(before)
    return must


def _could_give(
    index: RouteIndex, outgoing: Mapping[str, Sequence[Edge]], steps: Mapping[str, int]
) -> dict[str, int]:
    """Return, for each position, all that it or any position from which it can be reached gives."""
    gives = {position: index.given_bits[position] for position in outgoing}
    onward = {
        position: {edge.end for edge in edges if edge.end in gives} for position, edges in outgoing.items()
    }
    waiting = deque(sorted(outgoing, key=steps.__getitem__, reverse=True))
    queued = set(waiting)
    while waiting:
        position = waiting.popleft()
        queued.discard(position)
        here = gives[position]
        for end in onward[position]:
            if here & ~gives[end]:
                gives[end] |= here
                if end not in queued:
                    queued.add(end)
                    waiting.append(end)
    return gives


def _changes(
    index: RouteIndex, starts: Iterable[str], outgoing: Mapping[str, Sequence[Edge]], goals: frozenset[str]
) -> dict[SectorState, int]:
    """Return the fewest changes of sector still to come, by position and last sector passed."""
    entering: dict[SectorState, list[tuple[SectorState, int]]] = {}
    first = [(start, sector_of(index, start)) for start in starts]
    seen, waiting = set(first), list(first)
    while waiting:
        state = position, last = waiting.pop()
        for edge in outgoing.get(position, ()):
            following = (edge.end, edge.sector or last)
            changed = int(None not in (edge.sector, last) and edge.sector != last)
            entering.setdefault(following, []).append((state, changed))
            if following not in seen:
                seen.add(following)
                waiting.append(following)
    best: dict[SectorState, int] = {}
    layer, later = [state for state in seen if state[0] in goals], list[SectorState]()
    total = 0
    while layer:
        while layer:
            state = layer.pop()
            if state in best:
                continue
            best[state] = total
            for previous, changed in entering.get(state, ()):
                if previous not in best:
                    (later if changed else layer).append(previous)
        layer, later, total = later, [], total + 1
    return best


def sector_of(index: RouteIndex, position: str) -> str | None:
    """Return the sector of a position, None for the general route."""
    sector = index.catalogue.position_by_id[position].sector
    return None if sector == GENERAL else sector
