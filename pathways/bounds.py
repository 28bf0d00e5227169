"""What a route comes to at the least, and in which order routes are ranked by it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from pathways.results import Prefer


class Bound(NamedTuple):
    """The least that a route can come to, figure by figure; exact for a whole route.

    `unknown` is the number of steps whose requirements are not known, `months` is (some part not known,
    known months). `to_gain` is in half-units.
    """

    sector_changes: int
    holes: int
    unknown: int
    to_gain: int
    steps: int
    months: tuple[int, int]
    conditions: int


Key = tuple[object, ...]
Order = Callable[[Bound], Key]


def _least_to_gain(b: Bound) -> Key:
    return (b.sector_changes, b.holes, b.to_gain, b.steps, b.months, b.conditions)


def _fewest_steps(b: Bound) -> Key:
    return (b.holes, b.steps, b.sector_changes, b.to_gain, b.months, b.conditions)


def _quickest(b: Bound) -> Key:
    return (b.holes, b.months, b.sector_changes, b.to_gain, b.steps, b.conditions)


ORDERS: dict[Prefer, Order] = {
    Prefer.LEAST_TO_GAIN: _least_to_gain,
    Prefer.STAY_IN_SECTOR: _least_to_gain,
    Prefer.FEWEST_STEPS: _fewest_steps,
    Prefer.QUICKEST: _quickest,
}
"""The order of routes for each preference; what is equal then goes by ids."""
