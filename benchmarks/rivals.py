"""The engines that routes are compared with, each over the same arcs and costs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from heapq import heappop, heappush
from itertools import islice, pairwise
from math import inf

Costs = list[int]
Engine = Callable[[int, int, int], Costs]
"""Asked for a start, a goal and k, returns the costs of the k cheapest simple paths, or of fewer."""


class Arcs:
    """Arcs by number; `with_costs` makes the engines for one learner's costs."""

    def __init__(self, size: int, start: Sequence[int], end: Sequence[int]) -> None:
        import igraph
        import networkx as nx

        self.start, self.end = start, end
        self.networkx: nx.DiGraph[int] = nx.DiGraph()
        self.networkx.add_nodes_from(range(size))
        self.igraph = igraph.Graph(n=size, edges=list(zip(start, end, strict=True)), directed=True)
        self.leaving: list[list[tuple[int, int]]] = [[] for _ in range(size)]

    def with_costs(self, cost: Sequence[int]) -> dict[str, Engine]:
        """Return the engines by name."""
        import networkx as nx

        self.networkx.add_weighted_edges_from(zip(self.start, self.end, cost, strict=True))
        self.igraph.es["cost"] = cost
        for each in self.leaving:
            each.clear()
        for start, end, each in zip(self.start, self.end, cost, strict=True):
            self.leaving[start].append((end, each))

        def networkx(start: int, goal: int, k: int) -> Costs:
            paths = nx.shortest_simple_paths(self.networkx, start, goal, weight="weight")
            joined = self.networkx.adj
            return [
                sum(joined[here][there]["weight"] for here, there in pairwise(path))
                for path in islice(paths, k)
            ]

        def igraph(start: int, goal: int, k: int) -> Costs:
            paths = self.igraph.get_k_shortest_paths(start, goal, k=k, weights="cost", output="epath")
            return [sum(cost[arc] for arc in path) for path in paths]

        def dijkstra(start: int, goal: int, k: int) -> Costs:
            return plain_yen(self.leaving, start, goal, k)

        return {"networkx": networkx, "igraph": igraph, "plain": dijkstra}


def plain_yen(leaving: list[list[tuple[int, int]]], start: int, goal: int, k: int) -> Costs:
    """Yen's method as the textbook has it, with a plain Dijkstra for every way on."""
    best = _dijkstra(leaving, start, goal, frozenset(), frozenset())
    waiting = [best] if best else []
    seen = {path for _, path in waiting}
    found: list[tuple[int, tuple[int, ...]]] = []
    while waiting and len(found) < k:
        cost, path = heappop(waiting)
        found.append((cost, path))
        spent = 0
        for cut in range(len(path) - 1):
            begun = path[: cut + 1]
            barred = frozenset(other[cut + 1] for _, other in found if other[: cut + 1] == begun)
            rest = _dijkstra(leaving, path[cut], goal, frozenset(begun[:-1]), barred)
            if rest and (whole := (*begun[:-1], *rest[1])) not in seen:
                seen.add(whole)
                heappush(waiting, (spent + rest[0], whole))
            spent += next(more for end, more in leaving[path[cut]] if end == path[cut + 1])
    return [cost for cost, _ in found]


def _dijkstra(
    leaving: list[list[tuple[int, int]]],
    start: int,
    goal: int,
    without: frozenset[int],
    barred: frozenset[int],
) -> tuple[int, tuple[int, ...]] | None:
    best, before, done = {start: 0}, {start: start}, set(without)
    heap = [(0, start)]
    while heap:
        cost, node = heappop(heap)
        if node in done:
            continue
        if node == goal:
            path = [goal]
            while path[-1] != start:
                path.append(before[path[-1]])
            return cost, tuple(reversed(path))
        done.add(node)
        for end, more in leaving[node]:
            if end not in done and not (node == start and end in barred) and cost + more < best.get(end, inf):
                best[end], before[end] = cost + more, node
                heappush(heap, (cost + more, end))
    return None
