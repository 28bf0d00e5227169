"""The k cheapest simple paths through a graph whose arcs each have a cost of their own; exact, and it ends.

Two searches by cost, one forward from the starts and one backward from the goals, grow until they meet. They
go on until together they reach as far as the k-th path costs. Only then is the exact cost left to the goal
found, and only for nodes that lie on some path that cheap. Paths are then built from the start, always the
cheapest first. Where simple paths are so few among so many dead ends that this looks at too much, Yen's
method answers, whose work is bounded by k and the size of the graph.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from heapq import heappop, heappush
from math import inf
from typing import Protocol

from pathways.yen import Onward, Path, Way, yen

MOST_LOOKED_AT = 20_000
EVERYTHING = 1 << 60
"""A ceiling no path comes up to."""


class Reach(Protocol):
    """How far costs are known between some starts and some goals."""

    def best(self) -> float:
        """Return the cost of the cheapest path, infinite where there is none. Asked once, and first."""

    def within(self, ceiling: float) -> Onward:
        """Return the ways out of each node, right for all paths up to a ceiling."""

    def farther(self, ceiling: float) -> float:
        """Return a higher ceiling that it takes about twice the work to look up to."""


def cheapest_paths(
    reach: Reach,
    starts: Collection[int],
    goals: Collection[int],
    k: int,
    *,
    most_looked_at: int = MOST_LOOKED_AT,
) -> list[tuple[int, Path]]:
    """Return up to k simple paths as (cost, nodes), the cheapest first. A path ends at its first goal.

    How dear the k-th path is has to be guessed. A guess too low still gives paths, whose costs show how far
    there is to look at most.
    """
    best = reach.best()
    if best == inf:
        return []
    ceiling = reach.farther(best)
    while True:
        onward = reach.within(ceiling)
        found = _build(starts, goals, k, onward, most_looked_at)
        if found is None:
            return yen(reach.within(EVERYTHING), starts, goals, k)
        dearest = found[-1][0] if len(found) == k else EVERYTHING
        if dearest <= ceiling:
            return found
        ceiling = min(dearest, reach.farther(ceiling))


def paths_along(
    onward: Onward, starts: Collection[int], goals: Collection[int], k: int, most_looked_at: int
) -> list[tuple[int, Path]]:
    """Return up to k simple paths, the cheapest first, where the ways are right for paths of any cost."""
    found = _build(starts, goals, k, onward, most_looked_at)
    return yen(onward, starts, goals, k) if found is None else found


def _build(
    starts: Collection[int], goals: Collection[int], k: int, onward: Onward, most_looked_at: int
) -> list[tuple[int, Path]] | None:
    """Return the k cheapest paths that `onward` allows, or None where too much would have to be looked at."""
    heap: list[tuple[float, int, int, Path, Sequence[Way], int]] = []
    for start in starts:
        ways = onward(start)
        if ways:
            heappush(heap, (ways[0][0], len(heap), 0, (start,), ways, 0))
    found: list[tuple[int, Path]] = []
    looked_at = 0
    while heap:
        total, _, cost, path, ways, number = heappop(heap)
        while True:
            looked_at += 1
            _, more, end = ways[number]
            number += 1
            if number < len(ways):
                # The newest goes first among equals: it is the longest, and soonest at the goal.
                heappush(heap, (cost + ways[number][0], -looked_at, cost, path, ways, number))
            if end in path:
                break
            cost += more
            path = (*path, end)
            if end in goals:
                found.append((cost, path))
                if len(found) == k:
                    return found
                break
            ways, number = onward(end), 0
            if not ways:
                break
            if cost + ways[0][0] > total:
                heappush(heap, (cost + ways[0][0], -looked_at, cost, path, ways, 0))
                break
        if looked_at > most_looked_at:
            return None
    return found
