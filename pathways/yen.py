"""Yen's method for the k cheapest simple paths: slower than the search it stands behind, but never lost.

The paths not yet found fall into families: those that begin with a given part and do not go on by some given
arcs. The cheapest of a family comes from one search towards the goals. Taking it out leaves smaller families,
so the number of searches grows with k and the length of the paths alone. (J. Y. Yen, Management Science 17,
1971; E. L. Lawler, Management Science 18, 1972.)
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from heapq import heappop, heappush

Path = tuple[int, ...]
Way = tuple[float, int, int]
"""An arc out of a node: the least cost of a path to a goal by it, its own cost, its end."""

Onward = Callable[[int], Sequence[Way]]
"""The ways out of a node, the one with the least cost to a goal first."""


def yen(onward: Onward, starts: Collection[int], goals: Collection[int], k: int) -> list[tuple[int, Path]]:
    """Return up to k simple paths as (cost, nodes), the cheapest first; a path ends at its first goal."""
    families: list[tuple[int, Path, int, frozenset[int]]] = []

    def push(begun: Path, spent: int, barred: frozenset[int]) -> None:
        """Add the family of paths that begin so and do not go on to the barred nodes, unless it is empty."""
        rest = _cheapest(onward, goals, begun, barred)
        if rest:
            heappush(families, (spent + rest[0], begun + rest[1], len(begun), barred))

    for start in sorted(set(starts)):
        push((start,), 0, frozenset())
    found: list[tuple[int, Path]] = []
    while families and len(found) < k:
        cost, path, fixed, barred = heappop(families)
        found.append((cost, path))
        spent = sum(_cost(onward, path[place], path[place + 1]) for place in range(fixed - 1))
        for cut in range(fixed, len(path)):
            if cut > fixed:
                spent += _cost(onward, path[cut - 2], path[cut - 1])
            push(path[:cut], spent, frozenset({path[cut]}) | (barred if cut == fixed else frozenset()))
    return found


def _cheapest(
    onward: Onward, goals: Collection[int], begun: Path, barred: frozenset[int]
) -> tuple[int, Path] | None:
    """Return what the cheapest way on costs and the nodes it adds, by a search that knows the costs left."""
    fork = begun[-1]
    done: set[int] = set(begun[:-1])
    before: dict[int, int] = {}
    best = {fork: 0}
    heap: list[tuple[float, int, int]] = [(0, 0, fork)]
    while heap:
        _, cost, node = heappop(heap)
        if node in done:
            continue
        done.add(node)
        if node in goals:
            path = [node]
            while before[path[-1]] != fork:
                path.append(before[path[-1]])
            return cost, tuple(reversed(path))
        for total, more, end in onward(node):
            if end in done or (node == fork and end in barred):
                continue
            further = cost + more
            if end not in best or further < best[end]:
                best[end] = further
                before[end] = node
                heappush(heap, (cost + total, further, end))
    return None


def _cost(onward: Onward, start: int, end: int) -> int:
    return next(cost for _, cost, other in onward(start) if other == end)
