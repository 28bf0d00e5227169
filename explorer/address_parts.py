"""The parts of an address, read alike on all pages: what cannot be read is left out, and its name noted."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

MOST_LETTERS = 2000
MOST_VALUES = 60

Value = TypeVar("Value")
Read = Callable[[str], Value]
"""Turns a text into a value. Raises ValueError or LookupError for a text that is none."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of one address while they are read."""

    params: Mapping[str, str]
    _ignored: dict[str, None] = field(default_factory=dict)

    @property
    def ignored(self) -> tuple[str, ...]:
        """The names of the parts that could not be read so far, each once, in the order they were met."""
        return tuple(self._ignored)

    def one(self, name: str, read: Read[Value]) -> Value | None:
        """Return the one value of a part; None where there is none, or none that can be read."""
        text = self.params.get(name)
        return None if text is None else self._read(name, text[:MOST_LETTERS], read)

    def many(self, name: str, read: Read[Value], most: int = MOST_VALUES) -> tuple[Value, ...]:
        """Return the values of a part that stand between commas, each once, as far as they can be read."""
        texts = self.params.get(name, "")[:MOST_LETTERS].split(",")[:most]
        found = (self._read(name, text.strip(), read) for text in texts if text.strip())
        return tuple(dict.fromkeys(each for each in found if each is not None))

    def _read(self, name: str, text: str, read: Read[Value]) -> Value | None:
        try:
            return read(text)
        except (ValueError, LookupError):
            self._ignored[name] = None
            return None


def one_of(names: Container[str]) -> Read[str]:
    """Return a reader of names that are known."""

    def read(text: str) -> str:
        if text not in names:
            raise LookupError
        return text

    return read
