"""What should be looked at again and when, as lines and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from explorer.words import count_in_words
from pathways.stale import Due

DAYS_AHEAD = 366
"""What falls due later than this is only counted."""


def stale_lines(due: Sequence[Due], day: date) -> Iterator[str]:
    """Yield a line for each thing that is due, or will be within a year, then the figures."""
    shown, _ = _shown(due, day)
    for each in shown:
        yield f"{each.due} {'overdue' if each.due <= day else 'to come'} [{each.reason}] {each.message}"
    yield stale_summary(due, day)


def stale_summary(due: Sequence[Due], day: date) -> str:
    """Return how many things are due, by when."""
    shown, later = _shown(due, day)
    overdue = sum(each.due <= day for each in shown)
    said = f"As of {day}: {count_in_words(overdue, 'thing')} to look at again now, "
    return f"{said}{len(shown) - overdue} more by {_last_day(day)}, {later} later."


def json_stale(due: Sequence[Due], day: date) -> dict[str, Any]:
    """Return the same as a JSON object."""
    shown, later = _shown(due, day)
    overdue = [each for each in shown if each.due <= day]
    return {
        "as_of": day.isoformat(),
        "until": _last_day(day).isoformat(),
        "due": [
            {
                "due": each.due.isoformat(),
                "overdue": each.due <= day,
                "reason": str(each.reason),
                "subjects": [{"kind": subject.kind, "id": subject.id} for subject in each.subjects],
                "source": each.source,
                "message": each.message,
            }
            for each in shown
        ],
        "counts": {"overdue": len(overdue), "to_come": len(shown) - len(overdue), "later": later},
        "summary": stale_summary(due, day),
    }


def _shown(due: Sequence[Due], day: date) -> tuple[list[Due], int]:
    shown = [each for each in due if each.due <= _last_day(day)]
    return shown, len(due) - len(shown)


def _last_day(day: date) -> date:
    return day + timedelta(days=min(DAYS_AHEAD, (date.max - day).days))
