"""The one exception inside the readers: the rest of a file cannot be read, and this notice says why."""

from __future__ import annotations

from pathways.notices import Location, Notice, Severity

Mark = tuple[int, int]
"""A line and a column, both counted from 1."""


class Refused(Exception):
    """Carries the notice that explains why nothing more is read from a file."""

    def __init__(self, code: str, file: str, mark: Mark, message: str) -> None:
        self.notice = error(code, file, mark, message)
        super().__init__(str(self.notice))


def error(code: str, file: str, mark: Mark, message: str) -> Notice:
    """Return an ERROR notice at a place of a file."""
    return Notice(code, Severity.ERROR, Location(file, *mark), message)
