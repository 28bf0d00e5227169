"""What it takes to make ready for searching: the product's index, and the arrays of a national graph."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from subprocess import run as run_process

from benchmarks import national
from benchmarks.report import Table, number

SIZES = (national.Size(2_000, 8_000, 20, 1_000), national.Size(10_000, 60_000, 40, 5_000))
WAYS = ("arrays", "networkx", "index")
TOLD = {
    "arrays": "arrays for both searches (`WideGraph`), with one learner's costs",
    "networkx": "NetworkX DiGraph with one weight",
    "index": "the product's `RouteIndex` with the steps of one date",
}


def run(quick: bool) -> Table:
    """Build each in a process of its own, and tell what it took and how much memory was added."""
    small = national.Size(300, 1_000, 4, 100)
    wide = small if quick else national.NATIONAL
    asked = [(way, wide) for way in WAYS[:2]]
    asked += [("index", size) for size in ((small,) if quick else (national.SHIPPED_THREEFOLD, *SIZES))]
    rows = []
    for way, size in asked:
        seconds, memory = built(way, size)
        graph = f"{size.positions:,} positions, {size.steps:,} steps"
        rows.append((f"{TOLD[way]}: {graph}", number(seconds), number(memory)))
    return Table(
        name="index",
        title="Making ready, and memory",
        method=(
            "Each built in a fresh process from data that are already in memory: processor seconds, and, in "
            "a second build, the memory that what was built holds. The index holds every step's "
            "requirements as the product tells them, which the arrays do not; it is what limits how large a "
            "dataset the product can answer from."
        ),
        columns=("what", "processor seconds", "MiB held"),
        rows=tuple(rows),
    )


def built(way: str, size: national.Size) -> tuple[float, float]:
    """Return the processor seconds and the MiB that building one takes, in a process of its own."""
    numbers = (size.positions, size.steps, size.sectors, size.requirements)
    command = [sys.executable, "-m", "benchmarks.index", way, *map(str, numbers)]
    told = run_process(command, check=True, capture_output=True, text=True).stdout
    seconds, memory = json.loads(told)
    return seconds, memory


def _build(way: str, size: national.Size) -> Callable[[], object]:
    import networkx as nx
    import numpy as np

    from pathways.route_index import RouteIndex
    from pathways.wide_graph import WideGraph

    graph = national.generate(size)
    cost = national.unmet(graph, national.profile(graph, 0, 1)).astype(np.int64) * 1024 + graph.months
    if way == "index":
        catalogue = national.catalogue(graph)
        return lambda: (index := RouteIndex.build(catalogue), index.on(DAY).edges)
    if way == "networkx":
        arcs = list(zip(graph.start.tolist(), graph.end.tolist(), cost.tolist(), strict=True))

        def networkx() -> object:
            made: nx.DiGraph[int] = nx.DiGraph()
            made.add_weighted_edges_from(arcs)
            return made

        return networkx

    def arrays() -> object:
        costed = WideGraph.of(size.positions, graph.start, graph.end).with_costs(cost)
        return costed, costed.ahead, costed.back

    return arrays


if __name__ == "__main__":
    import gc
    import time
    import tracemalloc
    from datetime import date

    DAY = date(2026, 11, 22)
    work = _build(sys.argv[1], national.Size(*map(int, sys.argv[2:])))
    gc.collect()
    began = time.process_time()
    work()
    spent = time.process_time() - began
    tracemalloc.start()
    kept = work()
    gc.collect()
    print(json.dumps([spent, tracemalloc.get_traced_memory()[0] / 2**20]))
