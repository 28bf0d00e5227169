"""What comes of reading a question: what it was understood to ask, or what has to be asked back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pathways.limits import NO_LIMITS, Limits
from pathways.places import Place
from pathways.results import Prefer


class Intent(StrEnum):
    """What kind of answer a question wants."""

    ROUTES = "routes"
    TRANSFER = "transfer"
    COMPARE = "compare"
    NEXT_STEPS = "next-steps"
    REQUIREMENTS = "requirements"


class Focus(StrEnum):
    """What an answer should lead with, where a question wants one thing above all.

    ENTRY is the level at which one would start in another sector, CARRIES what would count there. A transfer
    without a focus wants a yes or a no.
    """

    TIME = "time"
    JOBS = "jobs"
    PAY = "pay"
    ENTRY = "entry-level"
    CARRIES = "carries-over"


@dataclass(frozen=True, slots=True)
class Understood:
    """A question that was understood. `text` is as much of it as was read.

    `start` and `goal` are sets of places in the order they were named, any of which will do; `start` is
    empty where nothing was said of it. The `goal` of a transfer or a comparison is empty where it is every
    other sector. `as_of` is None where no date was named. `constraints` are wishes in
    the asker's own words; those that can be applied are in `limits`. `have` and `lack` are ids of
    requirements and positions that the question says are held, or are not. `notes` are sentences on how it
    was read.
    """

    text: str
    intent: Intent
    start: tuple[Place, ...] = ()
    goal: tuple[Place, ...] = ()
    prefer: Prefer | None = None
    as_of: date | None = None
    constraints: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    limits: Limits = NO_LIMITS
    have: tuple[str, ...] = ()
    lack: tuple[str, ...] = ()
    focus: Focus | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """A reading on offer: what it is called, and the question that asks for it and for nothing else."""

    label: str
    question: str


@dataclass(frozen=True, slots=True)
class Unsure:
    """A question that was not understood, or could mean several things: why, and the nearest readings."""

    text: str
    message: str
    choices: tuple[Choice, ...] = ()
