"""Ten best routes by the sums of their steps on the shipped graph, and on a made-up one of curated size."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date

import numpy as np

from benchmarks import national
from benchmarks.report import Table, median
from benchmarks.rivals import Arcs
from benchmarks.timing import COLUMNS, Race, WrongAnswer, goal, timed
from graph_loader import load_catalogue
from pathways.additive import costs
from pathways.bounds import ORDERS
from pathways.cheapest import Graph
from pathways.learner import NOBODY
from pathways.lookahead import look_ahead
from pathways.results import Prefer
from pathways.route_index import RouteIndex
from pathways.standing import standing_at

K = 10
DAY = date(2026, 11, 22)
NAMES = {
    "networkx": "NetworkX shortest_simple_paths",
    "igraph": "igraph get_k_shortest_paths",
    "plain": "Yen with plain Dijkstra, Python",
}
Asked = tuple[int, list[tuple[int, int, int]], int, int]
"""The number of nodes, arcs with costs, a start and a goal."""


def run(quick: bool) -> Table:
    """Ask all engines the same questions in turns on both graphs, and tell how long they took."""
    shipped, curated = Race(), Race()
    for size, arcs, start, goal_ in _shipped(8 if quick else 200):
        _ask(shipped, "shipped", size, arcs, start, goal_)
    for size, arcs, start, goal_ in _curated(4 if quick else 120):
        _ask(curated, "curated", size, arcs, start, goal_)
    rows, ratios, goals = [], [], []
    for race, which in ((shipped, "shipped"), (curated, "curated")):
        ours = _ours(which)
        rows += [race.row(each, ours) for each in race.seconds]
        ratios += race.drawn(ours)
        networkx = median(race.ratios(f"{NAMES['networkx']}, {which}", ours))
        goals.append(goal(f"Times as fast as NetworkX, {which} graph (paired median)", networkx, 40))
    taken = median(curated.asked(_ours("curated"))) * 1000
    goals.append(goal("Milliseconds on the curated graph (median)", taken, 1, at_least=False))
    return Table(
        name="routes_shipped",
        title="Ten best routes on the shipped graph and on one of curated size",
        method=(
            "The data that ship, by the sum of what each step costs a learner who has said nothing, in the "
            f"product's own order (least to gain); and a made-up graph of {national.CURATED.positions} "
            f"positions and {national.CURATED.steps:,} steps with a learner of its own for each question. "
            f"The {K} best simple routes, every engine on every question in turns, every answer compared. "
            "Ours is plain Python here and imports no numbers library. Building each engine's graph is in "
            "nobody's time. Questions are those whose best route has at least two steps (three on the "
            "made-up graph)."
        ),
        columns=COLUMNS,
        rows=tuple(rows),
        goals=tuple(goals),
        ratios=tuple(ratios),
    )


def _ours(which: str) -> str:
    return f"Pathway Explorer (plain Python), {which}"


def _ask(race: Race, which: str, size: int, arcs: list[tuple[int, int, int]], start: int, goal_: int) -> None:
    graph = Graph.of(size, arcs)
    starts, ends, costs_ = (list(column) for column in zip(*arcs, strict=True))
    engines = Arcs(size, starts, ends).with_costs(costs_)
    seconds, found = timed(lambda: graph.cheapest_paths([start], [goal_], K))
    race.add(_ours(which), seconds)
    for name, engine in engines.items():
        seconds, answer = timed(lambda: engine(start, goal_, K))  # noqa: B023
        race.add(f"{NAMES[name]}, {which}", seconds)
        if answer != [each for each, _ in found]:
            raise WrongAnswer(f"{name} and ours differ from {start} to {goal_}: {answer} {found}")


def _shipped(count: int) -> Iterator[Asked]:
    """Give questions on the shipped graph: every step of the day, costed for somebody at the start."""
    index = RouteIndex.build(load_catalogue())
    edges = index.on(DAY).edges
    positions = list(index.catalogue.position_by_id)
    chance, number = random.Random(7), {each: place for place, each in enumerate(positions)}
    for start, goal_ in pairs(index, chance):
        standing = standing_at(index, start, NOBODY, DAY)
        costed = costs(index, edges, standing, ORDERS[Prefer.LEAST_TO_GAIN], 12)
        arcs = [(number[here], number[there], cost) for (here, there), (_, cost) in costed.items()]
        yield len(positions), arcs, number[start], number[goal_]
        count -= 1
        if not count:
            return


def pairs(index: RouteIndex, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Give a start and a goal again and again, at least two steps apart and with a way between them."""
    positions, edges = list(index.catalogue.position_by_id), index.on(DAY).edges
    while True:
        start, goal_ = chance.choice(positions), chance.choice(positions)
        if look_ahead(index, edges, [start], frozenset({goal_})).steps.get(start, 0) >= 2:
            yield start, goal_


def _curated(count: int) -> Iterator[Asked]:
    """Give questions on a made-up graph, each of a learner with requirements of their own."""
    graph, chance = national.generate(national.CURATED), random.Random(7)
    roles = np.flatnonzero(graph.role).tolist()
    ends = list(zip(graph.start.tolist(), graph.end.tolist(), strict=True))
    while count:
        start, goal_ = chance.randrange(graph.size.positions), chance.choice(roles)
        cost = national.unmet(graph, national.profile(graph, start, count)).astype(np.int64) * 1024
        arcs = [(*each, more) for each, more in zip(ends, (cost + graph.months).tolist(), strict=True)]
        found = Graph.of(graph.size.positions, arcs).cheapest_paths([start], [goal_], 1)
        if graph.level[start] <= 3 and found and len(found[0][1]) > 3:
            count -= 1
            yield graph.size.positions, arcs, start, goal_
