"""The one place that reads the clock. Everything else is given its date."""

from __future__ import annotations

from datetime import UTC, date, datetime


def today() -> date:
    """Return today's date where the computer stands."""
    return datetime.now(UTC).astimezone().date()
