"""Ten best routes by the sums of their steps on a national graph, beside the engines others use."""

from __future__ import annotations

import random
from collections.abc import Iterator

import numpy as np
from scipy.sparse.csgraph import dijkstra

from benchmarks import national
from benchmarks.report import Table, median, quantile
from benchmarks.rivals import Arcs
from benchmarks.timing import COLUMNS, Race, WrongAnswer, goal, timed
from pathways.wide_graph import CostedGraph, WideGraph

OURS = "Pathway Explorer (SciPy and Python)"
NAMES = {
    "networkx": "NetworkX shortest_simple_paths",
    "igraph": "igraph get_k_shortest_paths",
    "plain": "Yen with plain Dijkstra, Python",
}
FLOOR = "one full reverse Dijkstra, SciPy"
WEIGHT = 1024
"""What a requirement costs beside a month, so that requirements decide first."""

K = 10
QUICK = national.Size(3_000, 24_000, 8, 600)
PROFILES, EACH, RIVALS = 10, 16, 4
"""Learners, questions of each, and how many of those the rivals are asked."""

PLAIN = 3
"""How many learners' first question the plain search is asked, which takes a minute or so."""


def run(quick: bool) -> Table:
    """Ask all engines the same questions in turns, compare their answers, and tell how long they took."""
    size = QUICK if quick else national.NATIONAL
    graph = national.generate(size)
    wide = WideGraph.of(size.positions, graph.start, graph.end)
    arcs = Arcs(size.positions, graph.start.tolist(), graph.end.tolist())
    race = Race()
    steps: list[int] = []
    for learner in range(2 if quick else PROFILES):
        _one_learner(graph, wide, arcs, learner, 6 if quick else EACH, race, steps)
    return _table(graph, race, steps)


def _one_learner(
    graph: national.Graph, wide: WideGraph, arcs: Arcs, learner: int, count: int, race: Race, steps: list[int]
) -> None:
    chance = random.Random(learner)
    home = chance.choice(_beginnings(graph))
    cost = (
        national.unmet(graph, national.profile(graph, home, learner)).astype(np.int64) * WEIGHT + graph.months
    )
    costed = wide.with_costs(cost)
    prepare(costed, home)
    engines = arcs.with_costs(cost.tolist())
    asked = 0
    for start, goal_ in _questions(graph, chance):
        seconds, found = timed(lambda: costed.cheapest_paths([start], [goal_], K))  # noqa: B023
        if not found or len(found[0][1]) < 4:
            continue
        asked += 1
        steps.append(len(found[0][1]) - 1)
        race.add(OURS, seconds)
        race.add(FLOOR, timed(lambda: dijkstra(costed.back, indices=goal_))[0])  # noqa: B023
        for name, engine in engines.items():
            if asked > RIVALS or (name == "plain" and (asked > 1 or learner >= PLAIN)):
                race.add(NAMES[name], None)
                continue
            seconds, costs = timed(lambda: engine(start, goal_, K))  # noqa: B023
            race.add(NAMES[name], seconds)
            if costs != [each for each, _ in found]:
                raise WrongAnswer(f"{name} and ours differ from {start} to {goal_}: {costs} {found}")
        if asked == count:
            return


def prepare(costed: CostedGraph, node: int) -> None:
    """Have everything made that is made once for a learner."""
    costed.cheapest_paths([node], [(node + 1) % costed.graph.size], 1)


def _beginnings(graph: national.Graph) -> list[int]:
    found: list[int] = np.flatnonzero((graph.level <= 3) & ~graph.role).tolist()
    return found


def _questions(graph: national.Graph, chance: random.Random) -> Iterator[tuple[int, int]]:
    """Give starts at level 3 or below and job roles, seven in ten of them in the same sector."""
    beginnings, roles = _beginnings(graph), np.flatnonzero(graph.role)
    while True:
        start = chance.choice(beginnings)
        own = roles[graph.sector[roles] == graph.sector[start]]
        goals = own if chance.random() < 0.7 and len(own) else roles
        yield start, int(chance.choice(goals.tolist()))


def _table(graph: national.Graph, race: Race, steps: list[int]) -> Table:
    full, ours = race.asked(FLOOR), race.asked(OURS)
    times = {name: median(race.ratios(NAMES[name], OURS)) for name in ("networkx", "igraph")}
    return Table(
        name="routes_national",
        title="Ten best routes on a national graph",
        method=(
            f"{graph.size.positions:,} positions, {len(graph.start):,} steps, made up with a fixed seed "
            f"(`benchmarks/national.py`). The {K} best simple routes by the sum of unmet requirements, then "
            f"months; the best route has {median(steps):.0f} steps (median). All engines are asked in turns, "
            "and every answer was compared: the costs of the ten routes are equal, or the run would have "
            "failed. Weights are set once for a learner and are in nobody's time."
        ),
        columns=COLUMNS,
        rows=tuple(race.row(each, OURS) for each in (OURS, *NAMES.values(), FLOOR)),
        goals=(
            goal("Times as fast as NetworkX (paired median)", times["networkx"], 150),
            goal("Times as fast as igraph (paired median)", times["igraph"], 60),
            goal(
                "95th percentile, as a part of one full reverse Dijkstra (median)",
                quantile(ours, 0.95) / median(full),
                1,
                at_least=False,
            ),
        ),
        ratios=race.drawn(OURS),
    )
