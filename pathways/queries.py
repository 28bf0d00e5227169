"""What can be asked of the graph, checked when it is made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pathways.errors import InvalidQuery
from pathways.learner import NOBODY, Learner
from pathways.limits import NO_LIMITS, Limits
from pathways.places import Place
from pathways.results import Prefer

MOST_STEPS = 12
MOST_ROUTES = 50


@dataclass(frozen=True, slots=True)
class RouteQuery:
    """A question for routes. `start` and `goal` are sets of places, any of which will do.

    `as_of` is the date the question is asked of. `k` is how many routes to rank, `max_steps` the longest
    route; `limits` what all routes keep to. Where no recorded steps lead to the goal, `crossing` allows one
    step a route that is worked out between sectors. Raises InvalidQuery where a limit or a side is out of
    range.
    """

    start: tuple[Place, ...]
    goal: tuple[Place, ...]
    as_of: date
    learner: Learner = NOBODY
    prefer: Prefer = Prefer.LEAST_TO_GAIN
    k: int = 5
    max_steps: int = MOST_STEPS
    limits: Limits = NO_LIMITS
    crossing: bool = True

    def __post_init__(self) -> None:
        if not 1 <= self.max_steps <= MOST_STEPS:
            raise InvalidQuery(f"max_steps is {self.max_steps}; it must be 1 to {MOST_STEPS}.")
        if not 1 <= self.k <= MOST_ROUTES:
            raise InvalidQuery(f"k is {self.k}; it must be 1 to {MOST_ROUTES}.")
        for side, places in (("start", self.start), ("goal", self.goal)):
            if not places:
                raise InvalidQuery(f"The {side} is missing. Name a position, sector:level, sector or level.")
