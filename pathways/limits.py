"""What a person asks routes to keep to: what to leave out, how long at most, how to study."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pathways.errors import InvalidQuery
from pathways.places import Place


class Study(StrEnum):
    """How somebody wants to learn."""

    PART_TIME = "part-time"
    WHILE_WORKING = "while-working"


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits on routes. A route keeps to all of them.

    `avoid`: no step leads into a position at any of these places; the start itself may be at one.
    `avoid_types`: nor into a qualification of any of these types, as the data write them ("degree").
    `within_months`: the known months of a route come to no more than this. `study`: how to learn.
    Raises InvalidQuery where the months are not positive.
    """

    avoid: tuple[Place, ...] = ()
    avoid_types: tuple[str, ...] = ()
    within_months: int | None = None
    study: Study | None = None

    def __post_init__(self) -> None:
        if self.within_months is not None and self.within_months < 1:
            raise InvalidQuery(f"within_months is {self.within_months}; it must be 1 or more.")

    def __bool__(self) -> bool:
        """Whether anything is limited at all."""
        return self != NO_LIMITS


NO_LIMITS = Limits()
"""Nothing left out."""
