"""When a source was published, as exactly as its date says."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def published_between(published: str) -> tuple[date, date] | None:
    """Return the first and last day that a date such as "2010", "2024-03" or "2024-03-05" can mean."""
    parts = published.strip().split("-")
    if len(parts) > 3 or len(parts[0]) != 4 or not all(part.isascii() and part.isdigit() for part in parts):
        return None
    year, *rest = (int(part) for part in parts)
    try:
        if not rest:
            return date(year, 1, 1), date(year, 12, 31)
        if len(rest) == 1:
            return date(year, rest[0], 1), date(year, rest[0], monthrange(year, rest[0])[1])
        return date(year, *rest), date(year, *rest)
    except ValueError:  # a month or a day that there is not
        return None
