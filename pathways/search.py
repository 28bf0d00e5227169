"""Best-first search for the best distinct routes under any order of figures; exact, and it always ends.

A label is a part of a route. Labels are taken in the order of a bound that no route through them can beat, so
a whole route that is taken before all others is the best one left. A label that can no longer reach the goal
without a position it has passed is dropped when it is taken, so that dead ends cost one look each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from pathways.costing import Cost, cost_of, figures_of
from pathways.lookahead import Lookahead, sector_of
from pathways.results import Figures, Prefer
from pathways.route_index import Edge, RouteIndex
from pathways.standing import Standing

MOST_LABELS = 60_000
"""How many part-routes one search looks at before it stops and says so."""


@dataclass(frozen=True, slots=True)
class Bound:
    """The least that a route can come to, figure by figure; exact for a whole route.

    `unknown` is the number of steps whose requirements are not known, `months` is (some part not known,
    known months). `to_gain` is in half-units.
    """

    sector_changes: int
    holes: int
    unknown: int
    to_gain: int
    steps: int
    months: tuple[int, int]
    conditions: int


Key = tuple[object, ...]
Order = Callable[[Bound], Key]


def _least_to_gain(b: Bound) -> Key:
    return (b.sector_changes, b.holes, b.to_gain, b.steps, b.months, b.conditions)


def _fewest_steps(b: Bound) -> Key:
    return (b.holes, b.steps, b.sector_changes, b.to_gain, b.months, b.conditions)


def _quickest(b: Bound) -> Key:
    return (b.holes, b.months, b.sector_changes, b.to_gain, b.steps, b.conditions)


ORDERS: dict[Prefer, Order] = {
    Prefer.LEAST_TO_GAIN: _least_to_gain,
    Prefer.STAY_IN_SECTOR: _least_to_gain,
    Prefer.FEWEST_STEPS: _fewest_steps,
    Prefer.QUICKEST: _quickest,
}
"""The order of routes for each preference; what is equal then goes by ids."""


@dataclass(frozen=True, slots=True)
class Found:
    """A whole route: where it starts, its edges, what it costs, its figures."""

    standing: Standing
    edges: tuple[Edge, ...]
    cost: Cost
    figures: Figures
    bound: Bound

    @property
    def tail(self) -> tuple[str, ...]:
        """The positions after the start, by which routes are told apart."""
        return tuple(edge.end for edge in self.edges)


@dataclass(slots=True)
class _Label:
    standing: Standing
    edges: tuple[Edge, ...]
    positions: tuple[str, ...]
    given: int
    unions: tuple[int, ...]
    forced: int
    timed: int
    sector: str | None
    changes: int
    unknown: int
    months: tuple[int, int]
    conditions: int


class Search:
    """One search. Iterate to get routes, best first; then read `stopped`."""

    def __init__(
        self,
        index: RouteIndex,
        ahead: Lookahead,
        standings: Sequence[Standing],
        order: Order,
        *,
        max_steps: int,
        stay: bool = False,
        keep_all_unions: bool = False,
        hopeless: Callable[[Bound], bool] = lambda bound: False,
        every_start: bool = False,
        max_labels: int = MOST_LABELS,
    ) -> None:
        """Prepare a search.

        `stay` leaves out routes that change sector. `keep_all_unions` is needed where an alternative may
        serve only those who hold it, since a dearer choice before can then open it. `hopeless` says of a
        bound that nothing wanted can come of it any more. `every_start` yields a route again for each start
        and each set of parallel steps it can be taken by.
        """
        self._index = index
        self._ahead = ahead
        self._standings = standings
        self._order = order
        self._max_steps = max_steps
        self._stay = stay
        self._keep_all = keep_all_unions
        self._hopeless = hopeless
        self._every_start = every_start
        self._max_labels = max_labels
        self.looked_at = 0
        self.stopped = False

    def __iter__(self) -> Iterator[Found]:
        """Yield routes, best first, each with positions after the start that no other before it has."""
        heap: list[tuple[Key, tuple[str, ...], tuple[str, ...], int, _Label | Found]] = []
        number = 0
        seen: set[tuple[str, ...]] = set()

        def push(item: _Label | Found, bound: Bound, positions: tuple[str, ...]) -> None:
            nonlocal number
            if not self._hopeless(bound):
                number += 1
                ids = tuple(edge.id for edge in item.edges)
                heappush(heap, (self._order(bound), positions, ids, number, item))

        for label in self._first_labels():
            push(label, self._bound(label), label.positions)
        while heap:
            item = heappop(heap)[-1]
            if isinstance(item, Found):
                if item.tail not in seen and not self._hopeless(item.bound):
                    if not self._every_start:
                        seen.add(item.tail)
                    yield item
                continue
            if self.looked_at >= self._max_labels:
                self.stopped = True
                yield from self._best_left(heap, item, seen)
                return
            self.looked_at += 1
            for edge in self._onward(item):
                further = self._extended(item, edge)
                if further is None:
                    continue
                if edge.end not in self._ahead.goals:
                    push(further, self._bound(further), further.positions)
                    continue
                found = whole_route(self._index, further.standing, further.edges)
                if found is not None and found.tail not in seen:
                    push(found, found.bound, further.positions)

    def _first_labels(self) -> Iterator[_Label]:
        for standing in self._standings:
            start = standing.start
            if start is not None and start in self._ahead.outgoing:
                sector = sector_of(self._index, start)
                yield _Label(standing, (), (start,), 0, (0,), 0, 0, sector, 0, 0, (0, 0), 0)

    def _onward(self, label: _Label) -> Iterator[Edge]:
        """Yield the edges a label can take, or none where it has become a dead end."""
        left = self._max_steps - len(label.edges)
        if not self._ahead.arrives(label.positions[-1], label.positions, left):
            return
        for edge in self._ahead.outgoing[label.positions[-1]]:
            if edge.end not in label.positions and self._ahead.steps[edge.end] < left:
                yield edge

    def _extended(self, label: _Label, edge: Edge) -> _Label | None:
        """Return the label one edge on, or None where the learner cannot take it."""
        known = label.standing.met | label.given
        need = edge.essential & ~known
        unions = {union: union | need for union in label.unions}
        after = list(unions.items())
        for group in edge.groups:
            after = list(
                {
                    (before, union | way.bits & ~known): None
                    for before, union in after
                    for way in group
                    if way.open or not way.bits & ~known & ~before
                }
            )
        smallest = {union for _, union in after}
        if not smallest:
            return None
        if not self._keep_all:
            smallest = {one for one in smallest if not any(two & one == two != one for two in smallest)}
        changed = int(None not in (edge.sector, label.sector) and edge.sector != label.sector)
        if self._stay and label.changes + changed:
            return None
        part, months = label.months
        return _Label(
            standing=label.standing,
            edges=(*label.edges, edge),
            positions=(*label.positions, edge.end),
            given=label.given | self._index.given_bits[edge.end],
            unions=tuple(sorted(smallest)),
            forced=label.forced | need,
            timed=label.timed | edge.essential & self._index.timed_bits & ~label.standing.met,
            sector=edge.sector or label.sector,
            changes=label.changes + changed,
            unknown=label.unknown + edge.unknown,
            months=(int(part or edge.months is None), months + (edge.months or 0)),
            conditions=label.conditions + edge.conditions,
        )

    def _bound(self, label: _Label) -> Bound:
        ahead, end = self._ahead, label.positions[-1]
        must = ahead.must[end] & ~label.standing.met
        part, months = ahead.months[end]
        unknown = label.unknown + ahead.unknown[end]
        hard = ((label.forced | must) & self._index.hard).bit_count()
        return Bound(
            sector_changes=label.changes + ahead.changes[end, label.sector],
            holes=unknown + hard,
            unknown=unknown,
            to_gain=min(label.standing.cost(union | must) for union in label.unions),
            steps=len(label.edges) + ahead.steps[end],
            months=(
                max(label.months[0], part),
                label.months[1] + months + self._index.months_of(label.timed),
            ),
            conditions=label.conditions + ahead.conditions[end],
        )

    def _best_left(
        self,
        heap: list[tuple[Key, tuple[str, ...], tuple[str, ...], int, _Label | Found]],
        last: _Label,
        seen: set[tuple[str, ...]],
    ) -> Iterator[Found]:
        """Yield what can be had once the search has stopped: whole routes found, then straight dives."""
        whole = [entry for entry in heap if isinstance(entry[-1], Found)]
        heapify(whole)
        while whole:
            item = heappop(whole)[-1]
            if isinstance(item, Found) and item.tail not in seen:
                seen.add(item.tail)
                yield item
        dives = [last, *(entry[-1] for entry in sorted(heap)[:50] if isinstance(entry[-1], _Label))]
        for label in dives:
            found = self._dive(label)
            if found is not None and found.tail not in seen:
                seen.add(found.tail)
                yield found

    def _dive(self, label: _Label) -> Found | None:
        """Follow the best-looking edge again and again until a goal is reached, or there is none."""
        while label.positions[-1] not in self._ahead.goals:
            ways = [found for edge in self._onward(label) if (found := self._extended(label, edge))]
            left = self._max_steps - len(label.edges) - 1
            ways = [way for way in ways if self._ahead.arrives(way.positions[-1], way.positions[:-1], left)]
            if not ways:
                return None
            label = min(ways, key=lambda way: (self._order(self._bound(way)), way.positions))
        return whole_route(self._index, label.standing, label.edges)


def whole_route(index: RouteIndex, standing: Standing, edges: tuple[Edge, ...]) -> Found | None:
    """Return one whole route with its exact figures, or None where a step of it cannot be taken."""
    cost = cost_of(index, standing, edges)
    if cost is None:
        return None
    figures = figures_of(index, standing, edges, cost)
    months = (int(figures.months is None), figures.months_at_least)
    unknown = figures.holes - cost.hard.bit_count()
    bound = Bound(
        figures.sector_changes,
        figures.holes,
        unknown,
        figures.to_gain,
        figures.steps,
        months,
        figures.conditions,
    )
    return Found(standing, edges, cost, figures, bound)
