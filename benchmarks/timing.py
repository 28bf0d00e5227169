"""Processor time, and paired ratios of engines asked the same questions in turns."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from benchmarks.report import Ratio, median, milliseconds, number, quantile, ratio

Answer = TypeVar("Answer")


class WrongAnswer(Exception):
    """Two engines do not agree, so their times mean nothing."""


class CannotRun(Exception):
    """What a benchmark needs is not on this machine. str() says what."""


def timed(work: Callable[[], Answer]) -> tuple[float, Answer]:
    """Return the processor seconds that some work takes, and what comes of it."""
    gc.collect(0)
    began = time.process_time()
    answer = work()
    return time.process_time() - began, answer


@dataclass
class Race:
    """The seconds of each engine, question by question; the first named is ours."""

    seconds: dict[str, list[float | None]] = field(default_factory=dict)

    def add(self, engine: str, seconds: float | None) -> None:
        """Note what one engine took for one question, None where it was not asked."""
        self.seconds.setdefault(engine, []).append(seconds)

    def asked(self, engine: str) -> list[float]:
        """Return the seconds of the questions that an engine was asked."""
        return [each for each in self.seconds[engine] if each is not None]

    def ratios(self, engine: str, ours: str) -> list[float]:
        """Return how many times as long as ours an engine took, question by question."""
        pairs = zip(self.seconds[engine], self.seconds[ours], strict=True)
        return [its / our for its, our in pairs if its is not None and our]

    def row(self, engine: str, ours: str) -> tuple[str, ...]:
        """Return a line of a table: engine, questions, median, 95th percentile, paired ratio."""
        taken = self.asked(engine)
        times = self.ratios(engine, ours)
        spread = f"{number(quantile(times, 0.05))} to {number(quantile(times, 0.95))}"
        shown = "1" if engine == ours else number(median(times))
        return (
            engine,
            str(len(taken)),
            milliseconds(median(taken)),
            milliseconds(quantile(taken, 0.95)),
            shown,
            "" if engine == ours else spread,
        )

    def drawn(self, ours: str) -> tuple[Ratio, ...]:
        """Return the paired ratios of all engines but ours, the slowest first."""
        others = [ratio(each, self.ratios(each, ours)) for each in self.seconds if each != ours]
        return tuple(sorted(others, key=lambda each: -each.median))


COLUMNS = (
    "engine",
    "questions",
    "median ms",
    "95th percentile ms",
    "times ours (median)",
    "5th to 95th percentile",
)


def goal(told: str, value: float, wanted: float, *, at_least: bool = True) -> str:
    """Say of a goal whether it was met: "... at least 150: 411, met"."""
    met = value >= wanted if at_least else value <= wanted
    sign = "at least" if at_least else "at most"
    return f"{told}, {sign} {number(wanted)}: {number(value)}, **{'met' if met else 'not met'}**."
