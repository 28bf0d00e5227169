"""All pairs of sectors of a research file: a spreadsheet of many statements and sectors, without concepts."""

from __future__ import annotations

import csv
import json
import random
import sys
from dataclasses import dataclass
from pathlib import Path
from subprocess import run as run_process
from tempfile import TemporaryDirectory

from benchmarks.report import Table, number
from benchmarks.timing import goal

MOST_SECONDS, MOST_MEMORY = 60.0, 2048.0
"""The goals: processor seconds for all pairs from the data in memory, and MiB of the process at most."""


@dataclass(frozen=True)
class Size:
    """How large a file is: sectors, statements, and how many matters the statements are about."""

    sectors: int = 1_150
    statements: int = 20_000
    matters: int = 1_500


RESEARCH, QUICK = Size(), Size(12, 200, 30)
BEFORE = (
    "The learner is expected to demonstrate that they",
    "It is essential, for progression to the next level, that the learner",
    "On completion the individual will, in line with national standards,",
)
AFTER = ("in the context of {}", "while working in {}", "as required by employers in {}", "")
VERBS = ("plan", "manage", "understand", "prepare", "check", "describe", "record", "want to improve")
SYLLABLES = ("ba", "der", "kin", "lo", "mar", "nes", "pol", "ri", "sto", "tur", "vel", "wen")
HEADER = ("sector", "at", "into", "kind", "statement")


def rows(size: Size) -> list[tuple[str, ...]]:
    """Make up the lines of the file, the same ones everywhere. Half of them give no levels."""
    chance = random.Random(6)

    def word() -> str:
        return "".join(chance.choices(SYLLABLES, k=chance.choice((2, 3, 3, 4))))

    words = list(dict.fromkeys(word() for _ in range(size.matters)))
    matters = [chance.sample(words, 4) for _ in range(size.matters)]
    sectors = [f"Work with {word()} {number}" for number in range(size.sectors)]
    made = []
    for line in range(size.statements):
        sector = sectors[line % size.sectors]
        # Some matters come up everywhere, most in a few sectors only, each in its own order of words.
        matter = matters[int(size.matters * chance.random() ** 2)]
        about = chance.sample(matter, chance.choice((3, 4)))
        said = (chance.choice(BEFORE), chance.choice(VERBS), *about, chance.choice(AFTER).format(sector))
        up = chance.randrange(1, 5)
        level = (f"L{up}", f"L{up + 1}") if line // size.sectors % 2 else ("", "")
        kind = ("aspiration", "awareness", "attainment")[chance.randrange(3)]
        made.append((sector, *level, kind, f"{' '.join(said).strip()}."))
    return made


def run(quick: bool) -> Table:
    """Compare all pairs in a process of its own, beside the plain product of the same rows."""
    size = QUICK if quick else RESEARCH
    with TemporaryDirectory() as folder:
        path = Path(folder) / "research.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([HEADER, *rows(size)])
        command = [sys.executable, "-m", "benchmarks.overlaps", str(path)]
        told = json.loads(run_process(command, check=True, capture_output=True, text=True).stdout)
    seconds: dict[str, float] = told["seconds"]
    plain = seconds["product"]
    names = {
        "read": "reading the spreadsheet, with all checks",
        "words": "words into rows of weights, and the threshold",
        "product": "**the plain product**: each row with all of its kind (SciPy), in blocks of 2,048",
        "all": "all pairs, by kind, with shares: product in blocks of 512, one-to-one matching, counts",
        "records": "each figure as a record",
    }
    return Table(
        name="overlaps",
        title="All pairs of sectors of a research file",
        method=(
            f"{size.statements:,} statements in {size.sectors:,} sectors, made up with a fixed seed "
            "(`benchmarks/overlaps.py`): only sector, levels, kind and statement, levels empty in half of "
            "the lines, three long forms of words that all statements begin with, no concepts. "
            f"{told['pairs']:,} ordered pairs of sectors, each for three kinds and all together, "
            f"{told['matched']:,} requirements matched. One process; processor seconds."
        ),
        columns=("what", "seconds", "times the plain product"),
        rows=tuple((names[each], number(spent), number(spent / plain)) for each, spent in seconds.items()),
        notes=(
            f"Memory of the process: {number(told['memory'])} MiB at most; {number(told['before'])} MiB once "
            "the file is read.",
            f"Thresholds: {', '.join(f'{kind} {value:.2f}' for kind, value in told['thresholds'].items())}.",
        ),
        goals=(
            goal(
                "All pairs, words and product included, seconds",
                seconds["words"] + seconds["all"],
                MOST_SECONDS,
                at_least=False,
            ),
            goal("Memory of the process, MiB", told["memory"], MOST_MEMORY, at_least=False),
        ),
    )


def _measured(path: Path) -> dict[str, object]:
    import resource

    from benchmarks.timing import timed
    from graph_loader import load_catalogue
    from pathways.likeness import Likeness
    from pathways.model import Kind
    from pathways.overlap_all import compare_all

    def peak() -> float:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

    def words() -> list[Likeness]:
        return [Likeness.of(catalogue, kind) for kind in Kind]

    def product() -> int:
        every = [(each, range(len({*each.row.values()}))) for each in likenesses]
        return sum(alike.score.size for each, rows in every for alike in each.pairs(rows, rows))

    seconds: dict[str, float] = {}
    seconds["read"], catalogue = timed(lambda: load_catalogue([path]))
    before = peak()
    seconds["words"], likenesses = timed(words)
    seconds["product"], _ = timed(product)
    seconds["all"], found = timed(lambda: compare_all(catalogue))
    seconds["records"], pairs = timed(lambda: sum(1 for each in found if each.share is None or each.likely))
    return {
        "seconds": seconds,
        "pairs": pairs // 4,
        "matched": int(found.same[-1].sum() + found.similar[-1].sum()),
        "memory": peak(),
        "before": before,
        "thresholds": {kind.value: each.threshold for kind, each in zip(Kind, likenesses, strict=True)},
    }


if __name__ == "__main__":
    print(json.dumps(_measured(Path(sys.argv[1]))))
