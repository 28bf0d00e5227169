"""What the data say of how something is taught: in a job, full time, or nothing that is known."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

from pathways.limits import type_key
from pathways.model import Condition, ConditionKind, JobRole, Position, Qualification


class Taught(StrEnum):
    """How the place a step leads to is taught, as far as it is on record."""

    AT_WORK = "at-work"
    FULL_TIME = "full-time"
    SAID = "said"
    UNKNOWN = "unknown"


AT_WORK_TYPES = frozenset({"apprenticeship", "nvq"})
"""An apprentice is employed ("a paid job with training", as the data have it), and an NVQ is the assessment
of what somebody does at work."""

FULL_TIME_TYPES = frozenset({"t level", "schooling"})
"""A T Level is about 1,800 hours over two years, four fifths of them in the classroom (Department for
Education, Introduction of T Levels); school is full-time education by law (Education Act 1996, section 8).
A levels, GCSEs and degrees are not here: most people take them full time, but they can be had otherwise."""

_SAYS_HOW = re.compile(
    r"\b(?:(?:full|part)[- ]time|at (?:your own |their own )?work|while (?:you|they) (?:work|do the job)"
    r"|beside (?:a|the|your|their) (?:job|work)|evenings?|a day a week|one day|by day)\b",
    re.IGNORECASE,
)


def taught(end: Position, conditions: Iterable[Condition] = ()) -> Taught:
    """Return how a position is taught, from what it is, what a step into it says, and its own summary.

    Only what is known to be full time is ever left out of an answer; what says nothing is left in.
    """
    if isinstance(end, JobRole) or _type(end) in AT_WORK_TYPES:
        return Taught.AT_WORK
    if is_full_time(end):
        return Taught.FULL_TIME
    told = any(each.kind is ConditionKind.STUDY_MODE for each in conditions)
    return Taught.SAID if told or _SAYS_HOW.search(end.summary or "") else Taught.UNKNOWN


def is_full_time(position: Position) -> bool:
    """Say whether a position is known to be taught full time, whoever takes it."""
    return _type(position) in FULL_TIME_TYPES


def _type(position: Position) -> str:
    return type_key(position.type) if isinstance(position, Qualification) else ""
