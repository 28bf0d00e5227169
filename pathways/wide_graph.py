"""The k cheapest simple paths in graphs of many thousand nodes, whose two searches run in SciPy.

Importing NumPy and SciPy takes longer than a search of a small graph does, so nothing that only ever sees
small graphs imports this module.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from math import inf, log
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array  # type: ignore[import-untyped]
from scipy.sparse.csgraph import dijkstra  # type: ignore[import-untyped]

from pathways.cheapest import EVERYTHING, MOST_LOOKED_AT, cheapest_paths
from pathways.yen import Onward, Path, Way

Numbers = NDArray[Any]

MANY = 1000
"""How many nodes each search may take in without being asked whether that is needed."""

FIRST = 1.12
"""To how many times the cost of the cheapest path the searches go once they have met."""

WORTH_A_LOOK = 1.1
"""From which part beyond a ceiling on what is within reach already is looked at before more is fetched."""

NEAR = 1000
"""How many nodes each search takes in before it first looks whether it has met the other."""


@dataclass(frozen=True)
class Side:
    """Arcs in order of the node they are looked up by; those of node `n` are `first[n]` to `first[n + 1]`.

    `order` is where each arc stood in the arrays that the graph was made of.
    """

    first: Numbers
    other: Numbers
    order: Numbers

    @classmethod
    def of(cls, size: int, node: Numbers, other: Numbers) -> Side:
        """Return the arcs in order of one of their nodes."""
        order = np.argsort(node, kind="stable")
        first = np.concatenate(([0], np.cumsum(np.bincount(node, minlength=size))))
        return cls(first.astype(np.int32), other[order].astype(np.int32), order)

    @cached_property
    def bounds(self) -> list[int]:
        """`first` as a list, which is quicker to read one number from."""
        listed: list[int] = self.first.tolist()
        return listed


@dataclass(frozen=True)
class WideGraph:
    """The arcs of a graph, without costs, both ways round. At most one arc joins a node to another."""

    size: int
    leaving: Side
    entering: Side

    @classmethod
    def of(cls, size: int, start: Numbers, end: Numbers) -> WideGraph:
        """Return the graph of the arcs `start[i]` to `end[i]`."""
        return cls(size, Side.of(size, start, end), Side.of(size, end, start))

    def with_costs(self, cost: Numbers) -> CostedGraph:
        """Return the graph for one learner: `cost[i]` is a whole number below 2**40, not negative."""
        return CostedGraph(self, cost[self.leaving.order], cost[self.entering.order])


@dataclass(frozen=True)
class CostedGraph:
    """A graph with its costs, in the order of its two sides."""

    graph: WideGraph
    cost_leaving: Numbers
    cost_entering: Numbers

    @cached_property
    def ahead(self) -> csr_array:
        """The arcs as SciPy reads them."""
        return self._matrix(self.graph.leaving, self.cost_leaving)

    @cached_property
    def back(self) -> csr_array:
        """The arcs turned round as SciPy reads them."""
        return self._matrix(self.graph.entering, self.cost_entering)

    @cached_property
    def usual_radius(self) -> float:
        """How far one has to look from most nodes to find about `NEAR` others."""
        if not len(self.cost_leaving):
            return 1
        found = []
        for node in range(0, self.graph.size, max(1, self.graph.size // 12)):
            for matrix in (self.ahead, self.back):
                radius = 1 + float(self.cost_leaving.mean())
                count = 0
                while count < (near := _Ball(matrix, [node], radius).count) < NEAR:
                    count, radius = near, radius * 1.1
                found.append(radius)
        return float(np.median(found))

    def cheapest_paths(
        self, starts: Collection[int], goals: Collection[int], k: int, *, most_looked_at: int = MOST_LOOKED_AT
    ) -> list[tuple[int, Path]]:
        """Return up to k simple paths as (cost, nodes), the cheapest first. A path ends at its first goal."""
        goals = frozenset(goals)
        starts = [start for start in starts if start not in goals]
        if not starts or not goals:
            return []
        reach = _Reach(self, starts, goals)
        return cheapest_paths(reach, starts, goals, k, most_looked_at=most_looked_at)

    def _matrix(self, side: Side, cost: Numbers) -> csr_array:
        size = self.graph.size
        return csr_array((cost.astype(np.float64), side.other, side.first), shape=(size, size))


@dataclass
class _Ball:
    """All nodes within a cost of the first ones: their costs, infinite for all others, and how many."""

    matrix: csr_array
    first: list[int]
    radius: float = 0

    def __post_init__(self) -> None:
        self.grow(self.radius)

    def grow(self, radius: float) -> None:
        """Take in all nodes within a cost, from nothing."""
        self.radius = radius
        self.costs: Numbers = dijkstra(self.matrix, indices=self.first, limit=radius, min_only=True)
        self.count = int(np.count_nonzero(self.costs < inf))
        inner = int(np.count_nonzero(self.costs <= 0.8 * radius))
        self.rate = (log(self.count / inner) + 0.01) / (0.2 * radius)

    def step(self) -> float:
        """Return how much farther to go for about twice the work, or for little work."""
        return min(log(max(1.6, MANY / self.count)) / self.rate, 0.25 * self.radius)


class _Reach:
    """Both searches, each taken up again from nothing where it has to go farther."""

    def __init__(self, costed: CostedGraph, starts: Collection[int], goals: Collection[int]) -> None:
        self._costed = costed
        self._ahead = _Ball(costed.ahead, sorted(starts), costed.usual_radius)
        self._back = _Ball(costed.back, sorted(goals), costed.usual_radius)
        self._best = inf

    def best(self) -> float:
        while True:
            ahead, back = self._ahead, self._back
            met = float((ahead.costs + back.costs).min())
            reached = ahead.radius + back.radius
            if reached >= min(met, EVERYTHING):
                self._best = met
                return met
            held = ahead.count + back.count
            self._widen(self.farther(reached) if met == inf else max(met * FIRST, reached + 1))
            if met == inf and ahead.count + back.count == held:
                self._widen(EVERYTHING)

    def farther(self, ceiling: float) -> float:
        ahead, back = self._ahead, self._back
        if ahead.count + back.count > self._costed.graph.size or ceiling > 10 * self._best:
            return EVERYTHING
        reached = ahead.radius + back.radius
        if reached > ceiling * WORTH_A_LOOK:
            return reached
        return max(ceiling, reached) + ahead.step() + back.step()

    def within(self, ceiling: float) -> Onward:
        if self._ahead.radius + self._back.radius < ceiling:
            self._widen(ceiling)
        left = self._costs_left(ceiling)
        side, cost = self._costed.graph.leaving, self._costed.cost_leaving
        bounds, ends = side.bounds, side.other
        looked_up: dict[int, list[Way]] = {}

        def onward(node: int) -> list[Way]:
            ways = looked_up.get(node)
            if ways is None:
                arcs = slice(bounds[node], bounds[node + 1])
                there = ends[arcs]
                costs = zip(left[there].tolist(), cost[arcs].tolist(), there.tolist(), strict=True)
                ways = [(more + rest, more, end) for rest, more, end in costs if rest != inf]
                ways.sort()
                looked_up[node] = ways
            return ways

        return onward

    def _widen(self, together: float) -> None:
        """Let both searches together reach so far, each the less the faster it fills up."""
        ahead, back = self._ahead, self._back
        more = together - ahead.radius - back.radius
        if more <= 0:
            return
        if together >= EVERYTHING:
            ahead.grow(EVERYTHING)
            back.grow(EVERYTHING)
            return
        # Equal sizes after growth: log n + rate * more is the same for both.
        share = (log(back.count / ahead.count) + back.rate * more) / (ahead.rate + back.rate)
        share = min(max(share, 0), more)
        if share > 0:
            ahead.grow(ahead.radius + share)
        if ahead.radius + back.radius < together:
            back.grow(together - ahead.radius)

    def _costs_left(self, ceiling: float) -> Numbers:
        """Return the costs to the goals, right for every node on a path up to the ceiling, else infinite.

        What the backward search does not hold and the forward search does makes a small graph of its own,
        in which the arcs that enter what the backward search holds lead to one goal.
        """
        ahead, back, beyond_back = self._ahead.costs, self._back.costs, self._back.radius
        side, cost = self._costed.graph.leaving, self._costed.cost_leaving
        beyond = back == inf
        nodes = np.flatnonzero((ahead <= ceiling - beyond_back) & beyond)
        counts = side.first[nodes + 1] - side.first[nodes]
        owner = np.repeat(np.arange(len(nodes)), counts)
        arcs = np.arange(len(owner)) + (side.first[nodes] - np.cumsum(counts) + counts)[owner]
        end, more = side.other[arcs], cost[arcs].astype(np.float64)
        inside = beyond[end]
        more += np.where(inside, 0, back[end])
        good = ahead[nodes][owner] + more + np.where(inside, beyond_back, 0) <= ceiling
        number = np.full(len(back), -1, np.int32)
        number[nodes] = np.arange(len(nodes))
        target = np.where(inside, number[end], len(nodes))
        good &= target >= 0
        size = len(nodes) + 1
        first = np.concatenate(([0], np.cumsum(np.bincount(owner[good], minlength=size))))
        small = csr_array((more[good], target[good], first), shape=(size, size))
        left = back.copy()
        left[nodes] = dijkstra(small.T, indices=len(nodes))[:-1]
        return left
