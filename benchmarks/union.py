"""The exact search, in which a requirement counts once a route, beside the search by sums of steps."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from benchmarks import national
from benchmarks.report import Table, median, milliseconds, number, quantile
from benchmarks.routes_shipped import DAY, pairs
from benchmarks.timing import goal, timed
from graph_loader import load_catalogue
from pathways.additive import costs
from pathways.field import Field
from pathways.learner import Learner, Status
from pathways.places import Place
from pathways.queries import RouteQuery
from pathways.results import Prefer
from pathways.route_index import RouteIndex
from pathways.routes import find_routes
from pathways.search import ORDERS
from pathways.small_graph import Graph

K = 10
MADE_UP = (
    national.SHIPPED_THREEFOLD,
    national.CURATED,
    national.Size(2_000, 8_000, 20, 1_000),
)
COLUMNS = (
    "graph",
    "questions",
    "proved exact",
    "sums, median ms",
    "exact, median ms",
    "exact, 95th percentile ms",
    "exact / sums, median",
    "exact / sums, 95th percentile",
    "front, median ms",
    "whole answer, median ms",
    "whole answer, 95th percentile ms",
    "whole answer again, median ms",
)


@dataclass
class _Taken:
    """The seconds of each part, question by question, and which searches were complete."""

    sums: list[float] = field(default_factory=list)
    exact: list[float] = field(default_factory=list)
    front: list[float] = field(default_factory=list)
    answer: list[float] = field(default_factory=list)
    again: list[float] = field(default_factory=list)
    proved: list[bool] = field(default_factory=list)

    def row(self, name: str) -> tuple[str, ...]:
        """Return the line of one graph."""
        ratios = self.ratios()
        return (
            name,
            str(len(self.proved)),
            f"{100 * sum(self.proved) / len(self.proved):.1f}%",
            milliseconds(median(self.sums)),
            milliseconds(median(self.exact)),
            milliseconds(quantile(self.exact, 0.95)),
            number(median(ratios)),
            number(quantile(ratios, 0.95)),
            milliseconds(median(self.front)),
            milliseconds(median(self.answer)),
            milliseconds(quantile(self.answer, 0.95)),
            milliseconds(median(self.again)),
        )

    def ratios(self) -> list[float]:
        """Return how many times as long as the search by sums the exact one took, by question."""
        return [exact / sums for exact, sums in zip(self.exact, self.sums, strict=True)]


def run(quick: bool) -> Table:
    """Ask the same questions by sums and exactly, on the shipped graph and on made-up ones."""
    shipped = RouteIndex.build(load_catalogue())
    taken = _measured(shipped, 5 if quick else 400)
    rows = [taken.row("shipped")]
    goals = [
        goal("Shipped graph: share proved exact", sum(taken.proved) / len(taken.proved), 1),
        goal(
            "Shipped graph: exact search, times the search by sums (95th percentile)",
            quantile(taken.ratios(), 0.95),
            50,
            at_least=False,
        ),
    ]
    for size in (national.Size(120, 400, 4, 100),) if quick else MADE_UP:
        index = RouteIndex.build(national.catalogue(national.generate(size)))
        name = f"made up, {size.positions:,} positions, {size.steps:,} steps"
        rows.append(_measured(index, 4 if quick else 60).row(name))
    return Table(
        name="union",
        title="The exact search, in which a requirement counts once a route",
        method=(
            f"The product's own search for {K} routes, in each of its four orders in turn, half of the "
            "questions for a learner with answers of their own. *Sums* is the search by sums of steps over "
            "the same part of the graph and in the same order. *Front* is the search for what is quickest, "
            "shortest and least to gain, over exact costs. *Whole answer* is `find_routes`, with the front, "
            "the search for closed steps that would have helped, and the telling of each step; *again* is "
            "the same question asked once more, with what lies between start and goal still kept. *Proved "
            f"exact* is the share of searches that ended by themselves. {K} routes, at most 12 steps."
        ),
        columns=COLUMNS,
        rows=tuple(rows),
        goals=tuple(goals),
    )


def _measured(index: RouteIndex, count: int) -> _Taken:
    taken, chance = _Taken(), random.Random(11)
    for asked in islice(_questions(index, chance), count):
        taken.answer.append(timed(lambda: find_routes(index, asked))[0])  # noqa: B023
        starts, goals = ([str(place) for place in side] for side in (asked.start, asked.goal))
        whole = Field.of(index, asked, starts, goals)
        (part,) = whole.parts
        edges = [edge for edges in part.ahead.outgoing.values() for edge in edges]
        costed = costs(index, edges, part.standings[0], ORDERS[asked.prefer], asked.max_steps)
        place = {position: each for each, position in enumerate(part.ahead.steps)}
        arcs = [(place[here], place[there], cost) for (here, there), (_, cost) in costed.items()]
        graph, ends = Graph.of(len(place), arcs), ([place[starts[0]]], [place[goals[0]]])
        taken.sums.append(timed(lambda: graph.cheapest_paths(*ends, K))[0])  # noqa: B023
        search = whole.search()
        taken.exact.append(timed(lambda: list(islice(search, K)))[0])  # noqa: B023
        taken.proved.append(not search.stopped)
        taken.front.append(timed(whole.front)[0])
        taken.again.append(timed(lambda: find_routes(index, asked))[0])  # noqa: B023
    return taken


def _questions(index: RouteIndex, chance: random.Random) -> Iterator[RouteQuery]:
    requirements, orders = list(index.catalogue.requirement_by_id), list(Prefer)
    for number_, (start, end) in enumerate(pairs(index, chance)):
        answers = {}
        if number_ % 8 >= 4:
            asked = chance.sample(requirements, min(30, len(requirements)))
            answers = {each: chance.choice((Status.MET, Status.PARTLY, Status.NOT_MET)) for each in asked}
        learner = Learner(answers)
        prefer = orders[number_ % len(orders)]
        yield RouteQuery((Place(start),), (Place(end),), DAY, learner, prefer, k=K)
