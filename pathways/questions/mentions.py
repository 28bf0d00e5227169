"""What a run of words in a question was found to be: a name, a level, a type, or words not known."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pathways.places import Place
from pathways.questions.names import Name


class Kind(StrEnum):
    """What a run of words was found to be."""

    POSITION = "position"
    SECTOR = "sector"
    LEVEL = "level"
    TYPE = "type"
    BODY = "body"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words `start` to `end` (not included) that are a name, a level, a type of qualification, or not known.

    `places` are what they may mean, `short_for` positions with a longer title, `levels` the level of the same
    name; `reading` is the name as the data write it, where it was typed otherwise. `weak` is a name
    that is also a general word, `numbered` a level written as a rung ("level 2"). A level that does not exist
    is UNKNOWN, and numbered.
    """

    kind: Kind
    start: int
    end: int
    places: tuple[Place, ...] = ()
    short_for: tuple[Place, ...] = ()
    levels: tuple[Place, ...] = ()
    type: str | None = None
    reading: str | None = None
    weak: bool = False
    numbered: bool = False


def mention_of(
    name: Name, start: int, end: int, reading: str | None = None, *, weak: bool = False
) -> Mention:
    """Return the mention of a name; `reading` is how the data write it, where it was typed otherwise."""
    places = name.places or name.short_for
    first = places[0]
    kind = Kind.POSITION if first.position else Kind.SECTOR if first.sector else Kind.LEVEL
    return Mention(kind, start, end, places, name.short_for, name.levels, reading=reading, weak=weak)
