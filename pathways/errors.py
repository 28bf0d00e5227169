"""The errors a caller of Pathway Explorer can meet, as sentences that say what to do next.

PathwaysError
|- DataError            data that cannot be read or that breaks a rule; carries every Notice
|- UnknownName          a sector, level, qualification, role or requirement that is not in the data
|- InvalidQuery         a question that cannot be asked ("max_steps is 0; it must be 1 to 12.")
|- StoreUnavailable     the store of the graph cannot be reached
"""

from __future__ import annotations

from collections.abc import Sequence

from pathways.notices import Notice, Severity


class PathwaysError(Exception):
    """The base of every error that a person may be shown; str() is a complete sentence."""


class DataError(PathwaysError, ValueError):
    """Data that cannot be used: nothing was loaded, and `notices` says everything that is wrong."""

    def __init__(self, notices: Sequence[Notice]) -> None:
        self.notices = tuple(notices)
        errors = [notice for notice in self.notices if notice.severity is Severity.ERROR]
        super().__init__("\n".join(str(notice) for notice in errors))


class UnknownName(PathwaysError, LookupError):
    """A name that is not in the data. `suggestions` holds the nearest names that are."""

    def __init__(self, message: str, suggestions: Sequence[str] = ()) -> None:
        self.suggestions = tuple(suggestions)
        super().__init__(message)


class InvalidQuery(PathwaysError, ValueError):
    """A question whose parts do not fit together, or lie outside the limits."""


class StoreUnavailable(PathwaysError, ConnectionError):
    """The store that holds the graph cannot be reached."""
