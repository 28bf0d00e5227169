"""A national graph on a real Neo4j server: loading, reading back, and the ten best routes beside Cypher's.

The server is one of its own, started as in the tests, or the one that NEO4J_URI names, which must be empty
and is emptied again.
"""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TypeVar

import numpy as np
import psutil

from benchmarks import national
from benchmarks.report import Table, median, number, quantile
from benchmarks.timing import CannotRun, Race, WrongAnswer, goal
from graph_loader.graph import measure
from graph_loader.neo4j_settings import Neo4jSettings, read_settings
from graph_loader.shortest_paths import shortest_paths
from pathways.catalogue import Catalogue

QUICK = national.Size(2_000, 8_000, 6, 300)
EARLIER = national.Size(10_000, 60_000, 30, 2_000)
"""What is loaded before anything is timed: a server that has just started is still compiling its code."""

K, MOST_STEPS = 10, 12
PLAIN_NODES, PLAIN_STEPS = 6_000, 4_000
BY_STEPS, BY_MONTHS = 40, 20
HOPS = 3
"""The best route of every question has at least so many steps."""

WEIGHT = 1024
"""What a month costs beside a step, so that no step is free."""

LONGEST = 6
"""The best route of a question by months has at most so many steps: Cypher's pattern grows with them."""

OURS_STEPS, OURS_MONTHS = "ten by steps, ours", "ten by months, ours"
LOOSELY = "ten by steps, SHORTEST 10, a position may come twice"
THEIRS = {
    "steps": "ten by steps, SHORTEST 10, positions distinct",
    "months": "ten by months, bounded pattern",
}

Answer = TypeVar("Answer")


def run(quick: bool) -> Table:
    """Load, read back and search; raise CannotRun where there is no server."""
    size = QUICK if quick else national.NATIONAL
    graph = national.generate(size)
    with _server() as (settings, memory):
        return _measure(graph, settings, memory, quick)


@contextmanager
def _server() -> Iterator[tuple[Neo4jSettings, Callable[[], int | None]]]:
    """Run a server, and say how to ask for the bytes of memory that it takes."""
    from tests.neo4j.artifacts import VERSIONS, NotHere
    from tests.neo4j.server import Server, count_nodes, wipe

    if os.environ.get("NEO4J_URI"):
        settings = read_settings(os.environ)
        if count_nodes(settings):
            raise CannotRun(f"The database '{settings.database}' that NEO4J_URI names is not empty.")
        try:
            yield settings, lambda: None
        finally:
            wipe(settings)
        return
    try:
        # As a server is run that is to last: all of Java's compilers, and room for the graph.
        server = Server(next(iter(VERSIONS)), heap=1024, pagecache="512m", java=())
    except NotHere as reason:
        raise CannotRun(f"There is no Neo4j: {reason}.") from None
    with server:
        yield server.settings, lambda: server.memory


def _measure(
    graph: national.Graph, settings: Neo4jSettings, memory: Callable[[], int | None], quick: bool
) -> Table:
    from benchmarks import neo4j_rivals as rivals
    from graph_loader.neo4j_load import dataset_id, load
    from graph_loader.neo4j_session import LOADING, Neo4jSession
    from graph_loader.neo4j_store import Neo4jStore
    from pathways.route_index import RouteIndex

    catalogue = national.catalogue(graph)
    size = measure(catalogue)
    dataset = dataset_id(catalogue.content_hash)
    with Neo4jSession(settings, LOADING) as session:
        earlier = national.generate(QUICK if quick else EARLIER, seed=2)
        load(session, national.catalogue(earlier), datetime.now(UTC))
        loading, _ = _timed(lambda: load(session, catalogue, datetime.now(UTC)))
    served = memory()
    driver = rivals.connect(settings)
    with driver, Neo4jStore(Neo4jSession(settings)) as store:
        a_node, a_step = rivals.load_row_by_row(driver, catalogue, *_plain(quick))
        plain_loading = a_node * size.nodes + a_step * size.edges
        del catalogue
        plain_reading, rows = rivals.read_plainly(driver, dataset)
        del rows
        before = psutil.Process().memory_info().rss
        reading, catalogue = _timed(store.read)
        indexing, index = _timed(lambda: RouteIndex.build(catalogue))
        held = (psutil.Process().memory_info().rss - before) / 2**20
        race = Race()
        asks = _Questions(graph, catalogue, driver, dataset, race)
        asks.by_steps(5 if quick else BY_STEPS)
        asks.by_months(3 if quick else BY_MONTHS)
        version = driver.get_server_info().agent
    del index
    ours = {"steps": OURS_STEPS, "months": OURS_MONTHS}
    medians = {each: median(race.ratios(THEIRS[each], ours[each])) for each in ours}
    both = reading + indexing
    return Table(
        name="neo4j",
        title="A national graph on a Neo4j server",
        method=(
            f"{graph.size.positions:,} positions and {graph.size.steps:,} steps as a catalogue: "
            f"{size.nodes:,} nodes and {size.edges:,} relationships, on {version}, on the "
            "same machine over loopback, after a smaller graph was loaded. All times are by the clock, in "
            "one run, since two processes share the work. Routes are searched in memory, in what was read "
            "from the server, and by Cypher on the server, start and goal the same, "
            f"their best route at least {HOPS} steps long (by months at most {LONGEST})."
        ),
        columns=("what", "questions", "median", "95th percentile", "times ours (median)", "5th to 95th"),
        rows=(
            ("load, ours", "", f"{number(loading)} s", "", "1", ""),
            (
                f"load, a transaction and MERGE a row (from {sum(_plain(quick)):,} rows)",
                "",
                f"{number(plain_loading)} s",
                "",
                number(plain_loading / loading),
                "",
            ),
            ("read back and build the index, ours", "", f"{number(both)} s", "", "1", ""),
            (
                "read the same rows with the driver",
                "",
                f"{number(plain_reading)} s",
                "",
                number(plain_reading / both),
                "",
            ),
            *(
                _row(race, engine, ours[each])
                for each, engines in (("steps", (LOOSELY,)), ("months", ()))
                for engine in (ours[each], THEIRS[each], *engines)
            ),
        ),
        notes=(
            f"Of our time to read back, {number(indexing)} s is building the index.",
            f"Memory: what was read and its index {number(held)} MiB of our process"
            + (f"; the server {number(served / 2**20)} MiB after the load." if served else "."),
            f"By steps, {asks.same_steps} of {asks.asked_steps} answers have the same ten lengths where "
            "positions are distinct.",
            f"By months, Cypher's search is over the steps of the shortest route and two more, ends after "
            f"{rivals.LIMIT:g} s, and counts as that then: {asks.late} of {asks.asked_months} did. Of the "
            f"others {asks.same_months} have the same ten totals; the bound leaves out routes of more steps "
            "that take fewer months, and allows a position twice.",
        ),
        goals=(
            goal("Loading, times as fast as a row a transaction", plain_loading / loading, 20),
            goal("Reading and index, as a part of a plain read", both / plain_reading, 1.5, at_least=False),
            goal("By steps, times as fast as SHORTEST 10 (paired median)", medians["steps"], 5),
            goal("By months, times as fast as the bounded pattern (paired median)", medians["months"], 100),
        ),
    )


class _Questions:
    """Asks both the same questions in turns, and compares what they say."""

    def __init__(
        self, graph: national.Graph, catalogue: Catalogue, driver: object, dataset: str, race: Race
    ) -> None:
        self._graph, self._catalogue = graph, catalogue
        self._driver, self._dataset, self._race = driver, dataset, race
        self._chance = random.Random(7)
        self.asked_steps = self.same_steps = self.asked_months = self.same_months = self.late = 0

    def by_steps(self, count: int) -> None:
        from benchmarks import neo4j_rivals as rivals

        for start, end, seconds, lengths in self._pairs(count, MOST_STEPS):
            spent, found = rivals.totals(self._driver, rivals.BY_STEPS, self._dataset, start, end)
            if found is not None and found[0] != lengths[0]:
                raise WrongAnswer(f"{start} to {end} by steps: {found} and {lengths}")
            loosely, _ = rivals.totals(self._driver, rivals.BY_STEPS_LOOSELY, self._dataset, start, end)
            self._note((OURS_STEPS, seconds), (THEIRS["steps"], spent), (LOOSELY, loosely))
            self.asked_steps += 1
            self.same_steps += found == lengths

    def by_months(self, count: int) -> None:
        from benchmarks import neo4j_rivals as rivals
        from pathways.wide_graph import WideGraph

        graph = self._graph
        wide = WideGraph.of(graph.size.positions, graph.start, graph.end)
        costed = wide.with_costs(graph.months.astype(np.int64) * WEIGHT + 1)
        costed.cheapest_paths([0], [1], K)  # makes ready
        for start, end, _, lengths in self._pairs(count, LONGEST):
            ends = [int(start[1:])], [int(end[1:])]
            seconds, found = _timed(lambda: costed.cheapest_paths(*ends, K))  # noqa: B023
            ours = [cost // WEIGHT for cost, _ in found]
            query = rivals.BY_MONTHS.format(most=lengths[0] + 2)
            spent, theirs = rivals.totals(self._driver, query, self._dataset, start, end)
            self._note((OURS_MONTHS, seconds), (THEIRS["months"], spent))
            self.asked_months += 1
            self.late += theirs is None
            self.same_months += theirs == ours
            if theirs and theirs[0] < ours[0]:
                raise WrongAnswer(f"{start} to {end} by months: {theirs} and {ours}")

    def _pairs(self, count: int, longest: int) -> Iterator[tuple[str, str, float, list[int]]]:
        """Yield starts and goals with ten routes between them, and what finding them took."""
        given = 0
        shortest_paths(self._catalogue, ["p00000"], ["p00001"], K, MOST_STEPS)  # makes ready
        while given < count:
            start, end = (f"p{self._chance.randrange(self._graph.size.positions):05}" for _ in range(2))
            seconds, paths = _timed(
                lambda: shortest_paths(self._catalogue, [start], [end], K, MOST_STEPS)  # noqa: B023
            )
            if len(paths) == K and HOPS <= len(paths[0]) <= longest:
                given += 1
                yield start, end, seconds, [len(path) for path in paths]

    def _note(self, *taken: tuple[str, float]) -> None:
        for engine, seconds in taken:
            self._race.add(engine, seconds)


def _plain(quick: bool) -> tuple[int, int]:
    return (300, 50) if quick else (PLAIN_NODES, PLAIN_STEPS)


def _row(race: Race, engine: str, ours: str) -> tuple[str, ...]:
    taken, times = race.asked(engine), race.ratios(engine, ours)
    spread = "" if engine == ours else f"{number(quantile(times, 0.05))} to {number(quantile(times, 0.95))}"
    shown = "1" if engine == ours else number(median(times))
    figures = (f"{number(1000 * each)} ms" for each in (median(taken), quantile(taken, 0.95)))
    return (engine, str(len(taken)), *figures, shown, spread)


def _timed(work: Callable[[], Answer]) -> tuple[float, Answer]:
    """Return the seconds by the clock that some work takes, and what comes of it."""
    began = time.perf_counter()
    answer = work()
    return time.perf_counter() - began, answer
