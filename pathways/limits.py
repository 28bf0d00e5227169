"""What a person asks routes to keep to: what to leave out, how long at most, how to study."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from enum import StrEnum

from pathways.catalogue import Catalogue
from pathways.errors import InvalidQuery, UnknownName
from pathways.places import Place, unknown_name


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

    @property
    def named(self) -> tuple[str, ...]:
        """The names of the limits that are set, in their fixed order."""
        return tuple(each.name for each in fields(self) if getattr(self, each.name))

    def only(self, *names: str) -> Limits:
        """Return these limits alone."""
        return replace(NO_LIMITS, **{name: getattr(self, name) for name in names})

    def joined(self, other: Limits) -> Limits:
        """Return these limits with what another leaves out left out as well; of two lengths or ways, ours."""
        return Limits(
            tuple(dict.fromkeys((*self.avoid, *other.avoid))),
            tuple(dict.fromkeys((*self.avoid_types, *other.avoid_types))),
            self.within_months or other.within_months,
            self.study or other.study,
        )


NO_LIMITS = Limits()
"""Nothing left out."""


def list_types(catalogue: Catalogue) -> tuple[str, ...]:
    """Return the types of qualification in the data, each once: "short course" and "short-course" are one."""
    found: dict[str, str] = {}
    for qualification in catalogue.qualifications:
        found.setdefault(type_key(qualification.type), qualification.type)
    return tuple(found[key] for key in sorted(found))


def read_type(text: str, catalogue: Catalogue) -> str:
    """Return a type of qualification as the data write it. Raises UnknownName, with the nearest there are."""
    known = {type_key(each): each for each in list_types(catalogue)}
    if type_key(text) in known:
        return known[type_key(text)]
    error = unknown_name("type of qualification", text.strip(), known.values())
    if error.suggestions:
        raise error
    raise UnknownName(f"{error} The types are: {', '.join(known.values())}.")


def type_key(text: str) -> str:
    """Return what two spellings of one type share."""
    return " ".join(text.lower().replace("-", " ").split())
