"""Run the benchmarks and write what they measured into `docs/performance.md`.

`python -m benchmarks` runs all of them, `python -m benchmarks routes_national` the named ones. `--quick` runs
each on a tiny size, to see that it works, and writes nothing. One whose answers are wrong ends the run.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

from benchmarks.report import Table, machine, markdown, write
from benchmarks.timing import CannotRun

PAGE = Path(__file__).resolve().parent.parent / "docs" / "performance.md"
BENCHMARKS: tuple[str, ...] = (
    "routes_national",
    "routes_shipped",
    "union",
    "fronts",
    "index",
    "starting",
    "page",
    "sessions",
    "overlaps",
    "neo4j",
)
"""The modules of this package that have a `run(quick) -> Table`, in the order they are run and reported."""


def main(arguments: list[str] | None = None) -> int:
    """Run what was asked for; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"any of: {', '.join(BENCHMARKS)}")
    parser.add_argument("--quick", action="store_true", help="tiny sizes; nothing is written")
    parser.add_argument("--page", type=Path, default=PAGE, help="the page the tables are written into")
    asked = parser.parse_args(arguments)
    unknown = sorted({*asked.names} - {*BENCHMARKS})
    if unknown:
        parser.error(f"there is no benchmark {unknown[0]!r}; there are: {', '.join(BENCHMARKS)}")
    began = time.process_time()
    names = [name for name in BENCHMARKS if name in asked.names or not asked.names]
    tables = [table for name in names if (table := _run(name, asked.quick))]
    if not asked.quick:
        spent = None if asked.names else time.process_time() - began
        write(asked.page, tables, machine(datetime.now(UTC).date(), spent))
        print(f"Written to {asked.page}")
    return 0


def _run(name: str, quick: bool) -> Table | None:
    """Run one; None where this machine cannot, so that the page keeps what it has."""
    print(f"{name} ...", file=sys.stderr, flush=True)
    gc.collect()
    try:
        table: Table = import_module(f"benchmarks.{name}").run(quick)
    except CannotRun as reason:
        print(f"{name} is left out. {reason}", file=sys.stderr)
        return None
    print(f"## {table.title}\n\n{markdown(table)}\n", flush=True)
    return table


if __name__ == "__main__":
    sys.exit(main())
