"""Which routes no other beats on unmet requirements, months and steps, all three by sums of steps."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from heapq import heappop, heappush
from itertools import islice

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from benchmarks import national
from benchmarks.report import Table, median, milliseconds, number, quantile
from benchmarks.routes_national import QUICK, _beginnings, _questions
from benchmarks.routes_shipped import DAY, pairs
from benchmarks.timing import WrongAnswer, goal, timed
from graph_loader import load_catalogue
from pathways.additive import bound_of
from pathways.learner import NOBODY
from pathways.route_index import RouteIndex
from pathways.standing import standing_at
from pathways.wide_graph import WideGraph

LONGEST = 12
LISTED = 1_000
"""Up to how many nodes the graph is held in lists."""

Three = tuple[int, int, int]
Ways = Callable[[int], Sequence[tuple[int, int, int]]]
"""The ways out of a node: unmet requirements, months, end."""

COLUMNS = (
    "graph",
    "questions",
    "routes on the front, median",
    "most",
    "three backward trees, median ms",
    "front, median ms",
    "front, 95th percentile ms",
    "front / trees, median",
    "front / trees, 95th percentile",
)


def front(ways: Ways, left: Callable[[int], Three | None], start: int, goal_: int) -> list[Three]:
    """Return all sums (unmet, months, steps) of routes that no other route beats, the least unmet first.

    `left` gives what is left to the goal at the least in each, None where it cannot be reached. (The search
    is that of L. Mandow and J. L. Perez de la Cruz, Journal of the ACM 57, 2010.)
    """
    first = left(start)
    if first is None:
        return []
    heap: list[tuple[Three, Three, int]] = [(first, (0, 0, 0), start)]
    done: list[Three] = []
    at: dict[int, list[Three]] = {}
    while heap:
        least, (unmet, months, steps), node = heappop(heap)
        spent = (unmet, months, steps)
        here = at.setdefault(node, [])
        if _beaten(spent, here) or _beaten(least, done):
            continue
        here.append(spent)
        if node == goal_:
            done.append(spent)
            continue
        for more, time, end in ways(node):
            rest = left(end)
            if rest is None or steps + 1 + rest[2] > LONGEST:
                continue
            further = (unmet + more, months + time, steps + 1)
            whole = (further[0] + rest[0], further[1] + rest[1], further[2] + rest[2])
            if not _beaten(whole, done):
                heappush(heap, (whole, further, end))
    return done


def _beaten(one: Three, others: Sequence[Three]) -> bool:
    a, b, c = one
    return any(x <= a and y <= b and z <= c for x, y, z in others)


def run(quick: bool) -> Table:
    """Find fronts on the shipped graph and on a national one, and time them beside their trees."""
    measured = {
        "shipped": _shipped(10 if quick else 200),
        "national": _national(QUICK if quick else national.NATIONAL, 4 if quick else 100),
    }
    rows, goals = [], []
    for name, taken in measured.items():
        sizes, trees, fronts = (list(column) for column in zip(*taken, strict=True))
        parts = [one / other for one, other in zip(fronts, trees, strict=True)]
        rows.append(
            (
                name,
                str(len(taken)),
                number(median(sizes)),
                number(max(sizes)),
                milliseconds(median(trees)),
                milliseconds(median(fronts)),
                milliseconds(quantile(fronts, 0.95)),
                number(median(parts)),
                number(quantile(parts, 0.95)),
            )
        )
        told = f"Front by sums, {name} graph, as a part of its three backward trees (median)"
        goals.append(goal(told, median(parts), 0.1, at_least=False))
    return Table(
        name="fronts",
        title="Quickest, shortest and least to gain, by sums",
        method=(
            "All routes that no other beats on unmet requirements, months and steps, each summed step by "
            f"step, at most {LONGEST} steps; a search in plain Python that knows exactly what is left to the "
            "goal in each of the three. Finding that takes three searches backward (SciPy's Dijkstra on both "
            "graphs), beside which the front is timed. This front is measured here alone: the product's own "
            "counts a requirement once a route, and its time stands in the table before."
        ),
        columns=COLUMNS,
        rows=tuple(rows),
        goals=tuple(goals),
    )


def _measured(
    wide: WideGraph, unmet: Sequence[int], months: Sequence[int], asked: Sequence[tuple[int, int]]
) -> list[tuple[float, float, float]]:
    """Return, for each start and goal, the size of the front and the seconds of its trees and its search."""
    side, back = wide.leaving, wide.entering
    figures = np.array([unmet, months])
    ahead = figures[:, side.order]
    costs = [figures[0], figures[1], np.ones(len(unmet))]
    shape = (wide.size, wide.size)
    turned = [
        csr_array((each[back.order].astype(float), back.other, back.first), shape=shape) for each in costs
    ]
    bounds, taken = side.bounds, []

    def ways(node: int) -> list[tuple[int, int, int]]:
        arcs = slice(bounds[node], bounds[node + 1])
        return list(zip(*ahead[:, arcs].tolist(), side.other[arcs].tolist(), strict=True))

    for start, goal_ in asked:
        trees, rest = timed(lambda: _trees(turned, goal_))  # noqa: B023

        def left(node: int) -> Three | None:
            steps = rest[2][node]  # noqa: B023
            return None if steps > LONGEST else (int(rest[0][node]), int(rest[1][node]), int(steps))  # noqa: B023

        seconds, found = timed(lambda: front(ways, left, start, goal_))  # noqa: B023
        if found and min(steps for *_, steps in found) != rest[2][start]:
            raise WrongAnswer(f"The shortest from {start} to {goal_} is not on the front: {found}")
        if found:
            taken.append((len(found), trees, seconds))
    return taken


def _trees(turned: Sequence[csr_array], goal_: int) -> list[Sequence[float]]:
    """Return what is left to a goal from each node; of few nodes as lists, which are quicker to read."""
    found = [dijkstra(each, indices=goal_) for each in turned]
    return found if turned[0].shape[0] > LISTED else [each.tolist() for each in found]


def _shipped(count: int) -> list[tuple[float, float, float]]:
    index = RouteIndex.build(load_catalogue())
    number_ = {each: place for place, each in enumerate(index.catalogue.position_by_id)}
    taken = []
    for start, end in islice(pairs(index, random.Random(7)), count):
        standing = standing_at(index, start, NOBODY, DAY)
        least: dict[tuple[int, int], tuple[int, int]] = {}
        for edge in index.on(DAY).edges:
            bound = bound_of(index, standing, edge)
            ends, figures = (number_[edge.start], number_[edge.end]), (bound.to_gain, bound.months[1])
            least[ends] = min(figures, least.get(ends, figures))
        starts, ends_ = zip(*least, strict=True)
        wide = WideGraph.of(len(number_), np.array(starts), np.array(ends_))
        unmet, months = zip(*least.values(), strict=True)
        taken += _measured(wide, unmet, months, [(number_[start], number_[end])])
    return taken


def _national(size: national.Size, count: int) -> list[tuple[float, float, float]]:
    graph, chance = national.generate(size), random.Random(3)
    wide = WideGraph.of(size.positions, graph.start, graph.end)
    home = chance.choice(_beginnings(graph))
    unmet = national.unmet(graph, national.profile(graph, home, 3)).tolist()
    asked = list(islice(_questions(graph, chance), count))
    return _measured(wide, unmet, graph.months.tolist(), asked)
