"""The pieces that messages about data are made of."""

from __future__ import annotations

from collections.abc import Iterable

from pathways.notices import Subject
from pathways.places import nearest_names


def quoted(text: str, most: int = 60) -> str:
    """Return a text in quotes, cut short, with nothing in it that a terminal obeys."""
    shown = text if len(text) <= most else text[:most] + "..."
    if not shown.isprintable():
        shown = "".join(each if each.isprintable() else f"\\u{ord(each):04x}" for each in shown)
    return f"'{shown}'"


def label(subject: Subject) -> str:
    """Return what a finding is about: "Step 'a-to-b'", "Sector 'care', matrix row 2 awareness 1".

    The last name of a path is left to the sentence that follows.
    """
    record = f"{subject.kind.capitalize()} {quoted(subject.id)}"
    way = list(subject.field)
    while way and not isinstance(way[-1], int):
        way.pop()
    return f"{record}, {place_in_words(way)}" if way else record


def place_in_words(way: Iterable[str | int]) -> str:
    """Return a path inside a record as it is read: "matrix row 2 awareness 1"."""
    words = (str(part + 1) if isinstance(part, int) else "row" if part == "rows" else part for part in way)
    return " ".join(words)


def did_you_mean(text: str, known: Iterable[str], otherwise: str) -> str:
    """Return the question with the nearest known names, or the other sentence where none is near."""
    near = nearest_names(text, known)
    return f"Did you mean {' or '.join(quoted(name) for name in near)}?" if near else otherwise


def counted(count: int, one: str, many: str) -> str:
    """Return a number with its noun: "1 position", "1,200 positions"."""
    return f"{count:,} {one if count == 1 else many}"


def some_of(ids: Iterable[str], most: int = 5) -> str:
    """Return the first few of several ids, and how many more there are."""
    every = list(ids)
    shown = ", ".join(quoted(each) for each in every[:most])
    return shown if len(every) <= most else f"{shown} and {len(every) - most:,} more"
