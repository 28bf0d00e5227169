"""The one place that reads the clock. Everything else is given its date."""

from __future__ import annotations

from datetime import UTC, date, datetime


def today() -> date:
    """Return today's date where the computer stands."""
    return datetime.now(UTC).astimezone().date()


def now() -> datetime:
    """Return the time where the computer stands, with its zone."""
    return datetime.now(UTC).astimezone()
