"""Notices on data as lines and as JSON, with a summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from explorer.words import count_in_words, list_in_words
from pathways.notices import Notice, Severity

MOST_LINES = 1000
"""How many notices are written out; all are counted."""


def notice_lines(notices: Sequence[Notice]) -> Iterator[str]:
    """Yield one line a notice, then how many more there are. What is not an error says what it is."""
    for notice in notices[:MOST_LINES]:
        yield str(notice) if notice.severity is Severity.ERROR else f"{notice} [{notice.severity}]"
    if len(notices) > MOST_LINES:
        yield f"... and {len(notices) - MOST_LINES} more."


def summary(notices: Iterable[Notice]) -> str:
    """Return how many errors, warnings and notes there are, and what that means."""
    counts = Counter(notice.severity for notice in notices)
    nouns = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
    said = [count_in_words(counts[severity], noun) for severity, noun in nouns.items() if counts[severity]]
    if not said:
        return "Nothing to mend: no errors and no warnings."
    ending = (
        "Nothing can be loaded until the errors are mended." if counts[Severity.ERROR] else "It can be used."
    )
    found = list_in_words(said)
    return f"{found[0].upper()}{found[1:]}. {ending}"


def json_notice(notice: Notice) -> dict[str, Any]:
    """Return a notice as a JSON object."""
    place = notice.location
    return {
        "code": notice.code,
        "severity": str(notice.severity),
        "file": place.file if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "message": notice.message,
        "subject": {"kind": notice.subject.kind, "id": notice.subject.id} if notice.subject else None,
    }


def json_check(notices: Sequence[Notice]) -> dict[str, Any]:
    """Return all notices and their counts as a JSON object."""
    counts = Counter(notice.severity for notice in notices)
    return {
        "notices": [json_notice(notice) for notice in notices],
        "counts": {str(severity): counts[severity] for severity in Severity},
        "summary": summary(notices),
    }
