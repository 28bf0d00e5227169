"""The best routes where each step is taken to cost the same whatever comes before it.

That overstates what a route asks for, since a requirement asked for twice is gained once, but it can be
searched very fast. So these routes are good ones, though not surely the best: what they truly come to is an
upper bound for the exact search, and they are what there is to show where that has to stop.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import prod

from pathways.bounds import Bound, Order
from pathways.lookahead import Lookahead, sector_of
from pathways.route_index import Edge, RouteIndex
from pathways.small_graph import Graph
from pathways.standing import Standing
from pathways.yen import Path

LARGEST = 2**50
"""Up to here floating point numbers hold whole numbers. The last figures that decide are dropped beyond."""

WIDE = 20_000
"""From how many steps on SciPy is quicker, its import and all."""


def additive_routes(
    index: RouteIndex, ahead: Lookahead, standing: Standing, order: Order, k: int, longest: int
) -> list[tuple[Edge, ...]]:
    """Return up to k routes of one start, the best by the sum of their steps first.

    A route of more steps than the longest is left out, and none stands in for it.
    """
    edges = (edge for edges in ahead.outgoing.values() for edge in edges)
    costed = costs(index, edges, standing, order, longest)
    number = {position: place for place, position in enumerate(ahead.steps)}
    start = number.get(str(standing.start))
    if start is None:
        return []
    arcs = [(number[edge.start], number[edge.end], cost) for edge, cost in costed.values()]
    goals = [number[goal] for goal in ahead.goals if goal in number]
    names = list(number)
    return [
        tuple(costed[names[here], names[there]][0] for here, there in pairwise(path))
        for _, path in _cheapest(len(number), arcs, start, goals, k)
        if len(path) - 1 <= longest
    ]


def costs(
    index: RouteIndex, edges: Iterable[Edge], standing: Standing, order: Order, longest: int
) -> dict[tuple[str, str], tuple[Edge, int]]:
    """Return the cheapest edge from a position to another and its cost as one whole number.

    Sums of these numbers compare as the order of routes does, for routes of up to the longest many steps.
    """
    keys = [(edge, tuple(_flat(order(bound_of(index, standing, edge))))) for edge in edges]
    columns = list(zip(*(key for _, key in keys), strict=True))
    sizes = [max(column) * longest + 1 for column in columns]
    while prod(sizes) > LARGEST:
        sizes.pop()
    found: dict[tuple[str, str], tuple[Edge, int]] = {}
    for edge, key in keys:
        cost = 0
        for figure, size in zip(key, sizes, strict=False):
            cost = cost * size + figure
        other = found.get((edge.start, edge.end))
        if other is None or cost < other[1]:
            found[edge.start, edge.end] = (edge, cost)
    return found


def bound_of(index: RouteIndex, standing: Standing, edge: Edge) -> Bound:
    """Return what a step comes to by itself, with the cheapest way of each of its groups."""
    need = edge.essential & ~standing.met
    for group in edge.groups:
        rest = [way.bits & ~standing.met for way in group if way.open or not way.bits & ~standing.met]
        need |= min(rest, key=standing.cost, default=0)
    here = sector_of(index, edge.start)
    return Bound(
        sector_changes=int(None not in (here, edge.sector) and here != edge.sector),
        holes=int(edge.unknown) + (need & index.hard).bit_count(),
        unknown=int(edge.unknown),
        to_gain=standing.cost(need),
        steps=1,
        months=(int(edge.months is None), (edge.months or 0) + index.months_of(need & index.timed_bits)),
        conditions=edge.conditions,
    )


def _flat(key: Sequence[object]) -> Iterator[int]:
    for each in key:
        if isinstance(each, tuple):
            yield from each
        elif isinstance(each, int):
            yield each


def _cheapest(
    size: int, arcs: list[tuple[int, int, int]], start: int, goals: list[int], k: int
) -> list[tuple[int, Path]]:
    if len(arcs) < WIDE:
        return Graph.of(size, arcs).cheapest_paths([start], goals, k)
    # Only a wide field makes up for what importing the numbers libraries takes.
    import numpy as np

    from pathways.wide_graph import WideGraph

    starts, ends, costs = (np.array(column) for column in zip(*arcs, strict=True))
    return WideGraph.of(size, starts, ends).with_costs(costs).cheapest_paths([start], goals, k)
