"""The k cheapest simple paths in graphs of Python lists, which are quickest up to some thousand arcs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from math import inf

from pathways.cheapest import EVERYTHING, MOST_LOOKED_AT, cheapest_paths, paths_along
from pathways.yen import Onward, Path, Way

Arc = tuple[int, int]
"""The node at the other end, and the cost: a whole number, not negative."""

SMALL = 200
"""Up to how many nodes it is quickest to search backward only, and to the end."""


@dataclass(frozen=True)
class Graph:
    """Nodes by number from 0. `leaving` are the arcs out of each, `entering` the same arcs turned round.

    At most one arc joins a node to another.
    """

    leaving: Sequence[Sequence[Arc]]
    entering: Sequence[Sequence[Arc]]

    @classmethod
    def of(cls, size: int, arcs: Iterable[tuple[int, int, int]]) -> Graph:
        """Return the graph of (start, end, cost); the cheapest of parallel arcs counts."""
        cheapest: dict[tuple[int, int], int] = {}
        for start, end, cost in arcs:
            cheapest[start, end] = min(cost, cheapest.get((start, end), cost))
        leaving: list[list[Arc]] = [[] for _ in range(size)]
        entering: list[list[Arc]] = [[] for _ in range(size)]
        for (start, end), cost in cheapest.items():
            leaving[start].append((end, cost))
            entering[end].append((start, cost))
        return cls(leaving, entering)

    def cheapest_paths(
        self,
        starts: Collection[int],
        goals: Collection[int],
        k: int,
        *,
        among: Collection[int] | None = None,
        most_looked_at: int = MOST_LOOKED_AT,
    ) -> list[tuple[int, Path]]:
        """Return up to k simple paths as (cost, nodes), the cheapest first. A path ends at its first goal.

        `among` are nodes outside of which no path from a start to a goal leads, where that is known.
        """
        goals = frozenset(goals)
        starts = [start for start in starts if start not in goals]
        if len(self.leaving if among is None else among) > SMALL:
            reach = _Reach(self, starts, goals)
            return cheapest_paths(reach, starts, goals, k, most_looked_at=most_looked_at)
        onward = _whole(self, starts, goals, among)
        return paths_along(onward, starts, goals, k, most_looked_at)


def _whole(
    graph: Graph, starts: Collection[int], goals: Collection[int], among: Collection[int] | None
) -> Onward:
    """Return the ways out of each node, right for paths of any cost, found with a search backward alone.

    It goes only over nodes that a start leads to: what costs less than nothing is never made dearer.
    """
    leaving, entering = graph.leaving, graph.entering
    left: list[float] = [-1] * len(leaving)
    for node in starts if among is None else among:
        left[node] = inf
    for node in goals:
        left[node] = 0
    if among is None:
        waiting = list(starts)
        for node in waiting:
            for end, _ in leaving[node]:
                if left[end] < 0:
                    left[end] = inf
                    waiting.append(end)
    heap = [(0, node) for node in goals]
    while heap:
        total, node = heappop(heap)
        if total == left[node]:
            for start, more in entering[node]:
                further = total + more
                if further < left[start]:
                    left[start] = further
                    heappush(heap, (further, start))
    looked_up: dict[int, list[Way]] = {}

    def onward(node: int) -> list[Way]:
        ways = looked_up.get(node)
        if ways is None:
            ways = [(more + left[end], more, end) for end, more in leaving[node] if 0 <= left[end] < inf]
            ways.sort()
            looked_up[node] = ways
        return ways

    return onward


class _Reach:
    """Both searches over a graph of Python lists, which small graphs are quickest in."""

    def __init__(self, graph: Graph, starts: Collection[int], goals: frozenset[int]) -> None:
        self._graph = graph
        self._goals = goals
        size = len(graph.leaving)
        self._ahead = [inf] * size
        self._back = [inf] * size
        for nodes, costs in ((starts, self._ahead), (goals, self._back)):
            for node in nodes:
                costs[node] = 0
        self._ahead_heap: list[tuple[float, int]] = [(0, node) for node in sorted(starts)]
        self._back_heap: list[tuple[float, int]] = [(0, node) for node in sorted(goals)]
        self._asked = 0

    def best(self) -> float:
        return self._grow(inf)

    def within(self, ceiling: float) -> Onward:
        if ceiling >= EVERYTHING:
            self._settle()
        else:
            self._grow(ceiling, meet=False)
        left, known = self._costs_left(ceiling) if self._back_heap else (self._back, inf)
        leaving = self._graph.leaving
        ahead = self._ahead
        looked_up: dict[int, list[Way]] = {}

        def onward(node: int) -> list[Way]:
            ways = looked_up.get(node)
            if ways is None:
                ways = looked_up[node] = [
                    (cost + left[end], cost, end)
                    for end, cost in leaving[node]
                    if left[end] < known or left[end] + ahead[end] <= ceiling
                ]
                ways.sort()
            return ways

        return onward

    def farther(self, ceiling: float) -> float:
        self._asked += 1
        whole = self._asked > 3 or not self._back_heap
        return EVERYTHING if whole else ceiling * 1.3 + 1

    def _settle(self) -> None:
        """Search backward from the goals to the end."""
        heap, costs, arcs = self._back_heap, self._back, self._graph.entering
        while heap:
            total, node = heappop(heap)
            if total == costs[node]:
                for start, more in arcs[node]:
                    further = total + more
                    if further < costs[start]:
                        costs[start] = further
                        heappush(heap, (further, start))

    def _grow(self, ceiling: float, *, meet: bool = True) -> float:
        """Grow both searches by turns until they meet, or until every path up to the ceiling is in reach.

        Return the cost of the cheapest path met with. A node is known to the cent where its cost is below
        the top of its search's heap.
        """
        heap, other_heap = self._ahead_heap, self._back_heap
        costs, others = self._ahead, self._back
        arcs, other_arcs = self._graph.leaving, self._graph.entering
        closed: Collection[int] = self._goals
        other_closed: Collection[int] = ()
        while heap and other_heap and heap[0][0] + other_heap[0][0] <= ceiling:
            for _ in range(4):
                if not heap:
                    break
                total, node = heappop(heap)
                if total > costs[node]:
                    continue
                if meet and total + others[node] < ceiling:
                    ceiling = total + others[node]
                if node in closed:
                    continue
                for end, more in arcs[node]:
                    further = total + more
                    if further < costs[end]:
                        costs[end] = further
                        heappush(heap, (further, end))
            if len(other_heap) <= len(heap):
                heap, other_heap = other_heap, heap
                costs, others = others, costs
                arcs, other_arcs = other_arcs, arcs
                closed, other_closed = other_closed, closed
        return ceiling

    def _costs_left(self, ceiling: float) -> tuple[list[float], float]:
        """Return the costs to the goal, and below which figure all of them are right.

        Goes on backwards from where the backward search stands, but only over nodes on a path up to the
        ceiling: for those, whose cost from the start and to the goal together stay below it, they are right.
        """
        ahead, left = self._ahead, self._back.copy()
        entering = self._graph.entering
        known = self._back_heap[0][0] if self._back_heap else inf
        heap = [entry for entry in self._back_heap if entry[0] + ahead[entry[1]] <= ceiling]
        heapify(heap)
        while heap:
            total, node = heappop(heap)
            if total > left[node]:
                continue
            for start, more in entering[node]:
                further = total + more
                if further < left[start] and further + ahead[start] <= ceiling:
                    left[start] = further
                    heappush(heap, (further, start))
        return left, known
