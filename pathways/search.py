"""Best-first search for the best distinct routes under any order of figures; exact, and it always ends.

A label is a part of a route. Labels are taken in the order of a bound that no route through them can beat, so
a whole route that is taken before all others is the best one left. A label that can no longer reach the goal
without a position it has passed is dropped when it is taken, so that dead ends cost one look each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

from pathways.additive import additive_routes
from pathways.bounds import ORDERS as ORDERS
from pathways.bounds import Bound as Bound
from pathways.bounds import Key as Key
from pathways.bounds import Order as Order
from pathways.costing import Cost, cost_of, figures_of
from pathways.labels import Label, Labels
from pathways.lookahead import Lookahead
from pathways.results import Figures
from pathways.route_index import Edge, RouteIndex
from pathways.standing import Standing

MOST_LABELS = 60_000
"""How many part-routes one search looks at before it stops and says so."""

HARD = 400
"""After how many part-routes it pays to find good routes fast, so that worse ones are left out."""

LONG = 150
"""After how many part-routes it pays to weigh what the last steps to the goal ask for."""

MANY = 50
"""How many routes are looked for by the sums of their steps."""

MOST_STARTS = 8
"""From how many starts those are looked for."""


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


Entry = tuple[Key, tuple[str, ...], tuple[str, ...], int, Label | Found]
"""What the heap is ordered by: the order of bounds, then ids of positions and of steps."""


class Search:
    """One search. Iterate to get routes, best first; then read `stopped`.

    `looked_at` is how many part-routes were gone on from, `kept` how many were put by for that.
    """

    def __init__(
        self,
        index: RouteIndex,
        ahead: Lookahead,
        standings: Sequence[Standing],
        order: Order,
        *,
        max_steps: int,
        stay: bool = False,
        holders_only: int = 0,
        hopeless: Callable[[Bound], bool] = lambda bound: False,
        every_start: bool = False,
        wanted: int | None = None,
        max_labels: int = MOST_LABELS,
    ) -> None:
        """Prepare a search.

        `stay` leaves out routes that change sector. `holders_only` are the requirements of alternatives that
        serve only those who hold them: a dearer choice before can open one. `hopeless` says of a bound that
        nothing wanted can come of it any more. `every_start` yields a route again for each start and each
        set of parallel steps it can be taken by. `wanted` is how many routes will be taken: others may then
        be left out.
        """
        self._index = index
        self._ahead = ahead
        self._standings = standings
        self._order = order
        self._max_steps = max_steps
        self._stay = stay
        self._labels = Labels(index, ahead, max_steps=max_steps, stay=stay, holders_only=holders_only)
        self._hopeless = hopeless
        self._every_start = every_start
        self._wanted = wanted
        self._max_labels = max_labels
        self._known: list[Found] = []
        self._worst: Key | None = None
        self.kept = 0
        self.looked_at = 0
        self.stopped = False

    def __iter__(self) -> Iterator[Found]:
        """Yield routes, best first, each with positions after the start that no other before it has."""
        heap: list[Entry] = []
        seen: set[tuple[str, ...]] = set()
        goals = self._ahead.goals
        self._push(heap, self._labels.first(self._standings))
        while heap:
            item = heappop(heap)[-1]
            if isinstance(item, Found):
                if item.tail not in seen and not self._hopeless(item.bound):
                    if not self._every_start:
                        seen.add(item.tail)
                    yield item
            elif item.positions[-1] in goals:
                # Only now, when nothing else can be better, is it worth knowing what a route comes to.
                if item.positions[1:] not in seen:
                    found = whole_route(self._index, item.standing, item.edges)
                    if found is not None and not self._hopeless(found.bound):
                        entry = (self._order(found.bound), item.positions, item.ids)
                        heappush(heap, (*entry, self._next_number(), found))
            elif self.looked_at >= LONG and not item.weighed and self._put_off(heap, item):
                continue
            elif self.looked_at >= self._max_labels:
                self.stopped = True
                yield from self._best_left(heap, item, seen)
                return
            else:
                self.looked_at += 1
                if self.looked_at == HARD:
                    self._know_some()
                self._push(heap, self._labels.onward(item))

    def _next_number(self) -> int:
        self.kept += 1
        return self.kept

    def _push(self, heap: list[Entry], labels: Iterable[Label]) -> None:
        order, hopeless, worst = self._order, self._hopeless, self._worst
        for label in labels:
            bound = self._labels.bound(label)
            if not hopeless(bound):
                key = order(bound)
                if worst is None or key <= worst:
                    self.kept += 1
                    heappush(heap, (key, label.positions, label.ids, self.kept, label))

    def _put_off(self, heap: list[Entry], label: Label) -> bool:
        """Drop a label, or put it behind others, where the last steps make it worse than it looked.

        Return whether that was done; else it is as good as it looked.
        """
        looked = self._labels.bound(label)
        bound = looked._replace(to_gain=self._labels.with_ending(label, looked.to_gain))
        if self._hopeless(bound):
            return True
        if bound.to_gain == looked.to_gain:
            return False
        key = self._order(bound)
        if self._worst is None or key <= self._worst:
            weighed = label._replace(weighed=True)
            heappush(heap, (key, label.positions, label.ids, self._next_number(), weighed))
        return True

    def _know_some(self) -> None:
        """Find good routes fast, by the sums of their steps; what is worse than those wanted is left out."""
        best: dict[tuple[str, ...], tuple[Key, tuple[str, ...], Found]] = {}
        for standing in self._standings[:MOST_STARTS]:
            routes = additive_routes(self._index, self._ahead, standing, self._order, MANY, self._max_steps)
            for edges in routes:
                found = whole_route(self._index, standing, edges)
                if (
                    found is None
                    or self._hopeless(found.bound)
                    or (self._stay and found.bound.sector_changes)
                ):
                    continue
                entry = (self._order(found.bound), (edges[0].start, *found.tail), found)
                if found.tail not in best or entry[:2] < best[found.tail][:2]:
                    best[found.tail] = entry
        ranked = sorted(best.values(), key=lambda entry: entry[:2])
        self._known = [found for *_, found in ranked]
        if self._wanted and not self._every_start and len(ranked) >= self._wanted:
            self._worst = ranked[self._wanted - 1][0]

    def _best_left(self, heap: list[Entry], last: Label, seen: set[tuple[str, ...]]) -> Iterator[Found]:
        """Yield what can be had once the search has stopped: whole routes, those known, straight dives."""
        if self.looked_at < HARD:
            self._know_some()
        goals = self._ahead.goals
        reached = [item for *_, item in heap if isinstance(item, Label) and item.positions[-1] in goals]
        whole = [item for *_, item in heap if isinstance(item, Found)]
        dives = [last, *(entry[-1] for entry in sorted(heap)[:50] if isinstance(entry[-1], Label))]
        found = (whole_route(self._index, each.standing, each.edges) for each in reached)
        every = [*whole, *filter(None, found), *self._known, *filter(None, map(self._dive, dives))]
        every.sort(key=lambda each: (self._order(each.bound), each.tail))
        for each in every:
            if each.tail not in seen and not self._hopeless(each.bound):
                seen.add(each.tail)
                yield each

    def _dive(self, label: Label) -> Found | None:
        """Follow the best-looking edge again and again until a goal is reached, or there is none."""
        while label.positions[-1] not in self._ahead.goals:
            left = self._max_steps - len(label.edges) - 1
            ways = [
                way
                for way in self._labels.onward(label)
                if self._ahead.arrives(way.positions[-1], way.positions[:-1], left)
            ]
            if not ways:
                return None
            label = min(ways, key=lambda way: (self._order(self._labels.bound(way)), way.positions))
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
