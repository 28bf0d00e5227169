"""Interrupts loads into a real Neo4j at random points, while another process reads all the time.

    python -m tests.neo4j.interrupting --count 1000 --seed 1

A reader must never see anything but a whole dataset, the old one or the new one; and the next load must
complete. Each interruption follows from the seed and its number: `--only 17` shows the seventeenth again.
"""

from __future__ import annotations

import argparse
import signal
import sys

from tests.neo4j.artifacts import VERSIONS
from tests.neo4j.interrupter import Interrupter
from tests.neo4j.server import Server


def main(arguments: list[str] | None = None) -> int:
    """Interrupt loads as the command says, and print the figures; 1 where something was wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--count", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, help="the number of one interruption")
    parser.add_argument("--version", choices=VERSIONS, default=next(iter(VERSIONS)), help="of the server")
    parser.add_argument("--tell", action="store_true", help="say what is done, a line each")
    told = parser.parse_args(arguments)
    # Ended early, it leaves no server behind, and the figures so far.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    with Server(told.version) as server, Interrupter(server) as interrupter:
        try:
            interrupter.run(told.count, told.seed, told.only, tell=print if told.tell else str)
        finally:
            print(interrupter.figures)
    return 1 if interrupter.figures.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
