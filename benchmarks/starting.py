"""What it costs to start: `pathways ask` beside an interpreter that imports networkx."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.report import Table, median, milliseconds, number, quantile
from graph_loader.kept import CACHE, OFF

QUESTION = "how do I get from L3 childcare to L4?"
ROUNDS, QUICK_ROUNDS = 31, 1
MOST = 3.0
"""The goal: how many times an interpreter that imports networkx a warm `ask` may cost."""

PATHWAYS = (sys.executable, "-m", "explorer.cli")
BASE, WARM = '`python -c "import networkx"`', "`pathways ask`, data kept"


@dataclass(frozen=True)
class Start:
    """One start of a process: seconds of processor time, and seconds that went by."""

    cpu: float
    wall: float


def run(quick: bool) -> Table:
    """Start each command in turn, round by round, and compare within the rounds."""
    rounds = QUICK_ROUNDS if quick else ROUNDS
    with TemporaryDirectory() as made:
        uncounted, *counted = (
            {name: start(*each) for name, each in list_commands(Path(made), round_).items()}
            for round_ in range(rounds + 1)
        )
    return table({name: [each[name] for each in counted] for name in uncounted})


def list_commands(folder: Path, round_: int) -> dict[str, tuple[Sequence[str], Mapping[str, str]]]:
    """Return what is started in a round, by name, with its environment: data are kept in the folder."""
    warm, cold, off = (
        {**os.environ, CACHE: value} for value in (str(folder / "warm"), str(folder / f"cold-{round_}"), OFF)
    )
    ask = (*PATHWAYS, "ask", QUESTION)
    return {
        "`python -c pass`": ((sys.executable, "-c", "pass"), warm),
        BASE: ((sys.executable, "-c", "import networkx"), warm),
        "`pathways --version`": ((*PATHWAYS, "--version"), warm),
        WARM: (ask, warm),
        "the same, `--format json`": ((*ask, "--format", "json"), warm),
        "the same, the first time": (ask, cold),
        "the same, `PATHWAYS_CACHE=off`": (ask, off),
    }


def start(command: Sequence[str], environment: Mapping[str, str]) -> Start:
    """Run a command to its end. Raises RuntimeError where it fails."""
    began = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}")
    return Start(used.ru_utime + used.ru_stime, wall)


def table(measured: Mapping[str, Sequence[Start]]) -> Table:
    """Put the measured starts into a table."""
    rows, medians = [], {}
    for name, starts in measured.items():
        ratios = [each.cpu / base.cpu for each, base in zip(starts, measured[BASE], strict=True)]
        medians[name] = median(ratios)
        rows.append(
            (
                name,
                milliseconds(median([each.cpu for each in starts])),
                milliseconds(quantile([each.cpu for each in starts], 0.95)),
                milliseconds(median([each.wall for each in starts])),
                number(medians[name]),
                f"{number(quantile(ratios, 0.05))} to {number(quantile(ratios, 0.95))}",
            )
        )
    met = "met" if medians[WARM] <= MOST else "not met"
    return Table(
        name="starting",
        title="Cold start",
        method=(
            f"Each command is started {len(measured[BASE])} times as a process of its own, in turn with the "
            "others, after one start that is not counted. Processor time is that of the whole process, user "
            "and system; ratios are taken within a round."
        ),
        columns=("command", "CPU ms", "p95", "wall ms", "CPU / import networkx", "5th to 95th"),
        rows=tuple(rows),
        goals=(
            f"A warm `ask` costs at most {MOST:g} times an interpreter that imports networkx: {met}, "
            f"{number(medians[WARM])} times, paired median.",
        ),
    )
