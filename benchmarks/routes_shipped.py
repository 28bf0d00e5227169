"""Ten best routes by the sums of their steps on the shipped graph, and on a made-up one of curated size."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

import numpy as np

from benchmarks import national
from benchmarks.report import Ratio, Table, median, number
from benchmarks.rivals import Arcs
from benchmarks.timing import COLUMNS, Race, WrongAnswer, goal, timed
from graph_loader import load_catalogue
from pathways.additive import costs
from pathways.bounds import ORDERS
from pathways.learner import NOBODY
from pathways.lookahead import look_ahead
from pathways.results import Prefer
from pathways.route_index import RouteIndex
from pathways.small_graph import Arc, Graph
from pathways.standing import standing_at
from pathways.yen import Path

K = 10
DAY = date(2026, 11, 22)
NAMES = {
    "networkx": "NetworkX shortest_simple_paths",
    "igraph": "igraph get_k_shortest_paths",
    "plain": "Yen with plain Dijkstra, Python",
}
KEPT = "the same, what lies between start and goal kept"
TURNS = 3
"""How often in a row each engine is asked a question. The middle time counts."""


FIRST = ", the first time"


@dataclass(frozen=True)
class Asked:
    """The number of nodes, arcs with costs, a start, a goal, and the nodes on any walk between the two."""

    size: int
    arcs: list[tuple[int, int, int]]
    start: int
    goal: int
    between: frozenset[int]


def run(quick: bool) -> Table:
    """Ask all engines the same questions in turns on both graphs, and tell how long they took."""
    shipped, curated = Race(), Race()
    for asked in _shipped(8 if quick else 200):
        _ask(shipped, "shipped", asked)
    for asked in _curated(4 if quick else 120):
        _ask(curated, "curated", asked)
    rows: list[tuple[str, ...]] = []
    ratios: list[Ratio] = []
    goals, notes = [], []
    for race, which in ((shipped, "shipped"), (curated, "curated")):
        ours, rival = _ours(which), f"{NAMES['networkx']}, {which}"
        rows += [race.row(each, ours) for each in race.seconds if not each.endswith(FIRST)]
        ratios += [each for each in race.drawn(ours) if not each.label.endswith(FIRST)]
        told = f"Times as fast as NetworkX, {which} graph (paired median)"
        goals.append(goal(f"{told}, nothing kept", median(race.ratios(rival, ours)), 30))
        goals.append(goal(f"{told}, kept", median(race.ratios(rival, f"{KEPT}, {which}")), 40))
        first = median(race.ratios(rival + FIRST, ours + FIRST))
        notes.append(f"The first time each is asked, {which} graph, nothing kept: {number(first)} times.")
    taken = median(curated.asked(_ours("curated"))) * 1000
    goals.append(goal("Milliseconds on the curated graph (median)", taken, 1, at_least=False))
    return Table(
        name="routes_shipped",
        title="Ten best routes on the shipped graph and on one of curated size",
        method=(
            "The data that ship, by the sum of what each step costs a learner who has said nothing, in the "
            f"product's own order (least to gain); and a made-up graph of {national.CURATED.positions} "
            f"positions and {national.CURATED.steps:,} steps with a learner of its own for each question. "
            f"The {K} best simple routes, every engine on every question in turns, {TURNS} times in a row, "
            "of which the middle time counts, since the first is spent on filling the processor's caches "
            "again after the engine before; every answer compared. Ours is plain Python here and imports no "
            "numbers library. Building each engine's graph is in nobody's time. *Kept* is which positions "
            "lie on any way from the start to the goal, which the product remembers of the latest "
            "questions; the first row does without. Questions are those whose best route has at least two "
            "steps (three on the made-up graph)."
        ),
        columns=COLUMNS,
        rows=tuple(rows),
        notes=tuple(notes),
        goals=tuple(goals),
        ratios=tuple(ratios),
    )


def _ours(which: str) -> str:
    return f"Pathway Explorer (plain Python), {which}"


def _ask(race: Race, which: str, asked: Asked) -> None:
    graph, start, goal_ = Graph.of(asked.size, asked.arcs), asked.start, asked.goal
    starts, ends, costs_ = (list(column) for column in zip(*asked.arcs, strict=True))
    rivals = Arcs(asked.size, starts, ends).with_costs(costs_)
    engines: dict[str, Callable[[], Sequence[int]]] = {
        _ours(which): lambda: _costs(graph.cheapest_paths([start], [goal_], K)),
        f"{KEPT}, {which}": lambda: _costs(graph.cheapest_paths([start], [goal_], K, among=asked.between)),
    }
    for name, engine in rivals.items():
        engines[f"{NAMES[name]}, {which}"] = partial(engine, start, goal_, K)
    expected = None
    for name, work in engines.items():
        turns = [timed(work) for _ in range(TURNS)]
        taken = [seconds for seconds, _ in turns]
        race.add(name, median(taken))
        race.add(f"{name}{FIRST}", taken[0])
        expected = expected or turns[0][1]
        if any(answer != expected for _, answer in turns):
            told = f"{name} and ours differ from {start} to {goal_}"
            raise WrongAnswer(f"{told}: {turns[0][1]} {expected}")


def _costs(found: Sequence[tuple[int, Path]]) -> list[int]:
    return [cost for cost, _ in found]


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
        yield _asked(len(positions), arcs, number[start], number[goal_])
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
            yield _asked(graph.size.positions, arcs, start, goal_)


def _asked(size: int, arcs: list[tuple[int, int, int]], start: int, goal_: int) -> Asked:
    graph = Graph.of(size, arcs)
    between = _reached(graph.leaving, start) & _reached(graph.entering, goal_)
    return Asked(size, arcs, start, goal_, between)


def _reached(arcs: Sequence[Sequence[Arc]], node: int) -> frozenset[int]:
    seen, waiting = {node}, [node]
    while waiting:
        new = {end for end, _ in arcs[waiting.pop()]} - seen
        seen |= new
        waiting += new
    return frozenset(seen)
