"""What a reader may see while loads are interrupted, and the figures of what was seen."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass, field

from tests.neo4j.interruptions import SHARES
from tests.neo4j.loading_process import Reading


@dataclass
class Figures:
    """What happened."""

    outcomes: Counter[tuple[str, str]] = field(default_factory=Counter)
    whens: Counter[str] = field(default_factory=Counter)
    reads: int = 0
    refused_reads: int = 0
    mixed: list[str] = field(default_factory=list)
    unfinished: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    again: list[str] = field(default_factory=list)
    """Commands that show again what was wrong."""
    too_late: int = 0
    seconds: float = 0

    @property
    def interruptions(self) -> int:
        return sum(self.outcomes.values())

    @property
    def wrong(self) -> list[str]:
        """Everything that must not be, a line each."""
        return [*self.mixed, *self.unfinished, *self.faults]

    def __str__(self) -> str:
        lines = [f"{self.interruptions} interruptions in {self.seconds:.0f} s"]
        for kind in SHARES:
            ends = {how: count for (each, how), count in sorted(self.outcomes.items()) if each == kind}
            if ends:
                told = ", ".join(f"{how} {count}" for how, count in ends.items())
                lines.append(f"  {kind}: {sum(ends.values())} (the load: {told})")
        lines.append("  " + ", ".join(f"{when} {count}" for when, count in sorted(self.whens.items())))
        lines.append(f"  drawn for a point after the end of the load, not counted: {self.too_late}")
        lines.append(f"readings by another process meanwhile: {self.reads}")
        lines.append(f"  refused while the server was down: {self.refused_reads}")
        lines.append(f"  mixed, empty or refused without need: {len(self.mixed)}")
        lines.append(f"next loads that did not complete or read back different: {len(self.unfinished)}")
        lines.append(f"other faults: {len(self.faults)}")
        return "\n".join([*lines, *self.wrong, *self.again])


class Timeline:
    """What may be seen when: the hashes that a reading between two moments may give."""

    def __init__(self) -> None:
        self._since: list[tuple[float, frozenset[str | None]]] = []

    def allow(self, *seen: str | None) -> None:
        """From now on only these may be seen; None stands for a refusal."""
        self._since.append((time.monotonic(), frozenset(seen)))

    def allows(self, reading: Reading) -> bool:
        """Say whether a reading is one that could be seen at some moment while it went on."""
        ends = [moment for moment, _ in self._since[1:]] + [float("inf")]
        return any(
            reading.hash in seen
            for (begun, seen), ended in zip(self._since, ends, strict=True)
            if begun <= reading.ended and ended >= reading.begun
        )

    def forget(self) -> None:
        """Keep what holds now."""
        self._since = self._since[-1:]
