"""What a person says of themselves, and how well each requirement is met, with the reason why we think so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from pathways.model import ConditionKind


class Status(StrEnum):
    """How well a requirement is met: green, amber, red, or not asked yet."""

    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not-met"
    NOT_ASKED = "not-asked"


class Basis(StrEnum):
    """How we know a status, in the order of knowing.

    GIVEN: a position passed on the route gives it. GAINED: an earlier step of the route asked for it.
    ANSWER: the learner's answer. START: the start position gives it. ASSUMED: the start's level in its
    sector asks for it. SIMILAR: a held requirement about the same thing in another scope. UNKNOWN: none.
    """

    GIVEN = "given"
    GAINED = "gained"
    ANSWER = "answer"
    START = "start"
    ASSUMED = "assumed"
    SIMILAR = "similar"
    UNKNOWN = "unknown"


HALF_UNITS = {Status.MET: 0, Status.PARTLY: 1, Status.NOT_MET: 2, Status.NOT_ASKED: 2}
"""What is still to gain for each status, in half-units."""


@dataclass(frozen=True, slots=True)
class Learner:
    """A learner's answers by requirement id, and the kinds of condition that do not hold for them.

    Holds personal data: never logged, cached, stored or put in a URL.
    """

    answers: Mapping[str, Status] = field(default_factory=lambda: MappingProxyType({}))
    without: frozenset[ConditionKind] = frozenset()


NOBODY = Learner()
"""A learner who has said nothing."""
