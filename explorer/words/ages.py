"""How old something is, as people say it."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from explorer.words.amounts import count_in_words

_YEARS_ALONE = 24
"""From this many months up, people count whole years."""


def age_in_words(first: date, today: date) -> str:
    """Return how long ago a day was: "today", "12 days ago", "5 months ago", "16 years ago"."""
    if first > today:
        return "after today"
    months = whole_months(first, today)
    if months:
        return f"{_months_in_words(months)} ago"
    days = (today - first).days
    return f"{count_in_words(days, 'day')} ago" if days else "today"


def published_age_in_words(published: str, today: date) -> str:
    """Return how long ago a source was published, as exactly as its date is: "2010" is some years ago."""
    span = published_between(published)
    if span is None:
        return "age not known"
    first, last = span
    if first == last:
        return age_in_words(first, today)
    if first > today:
        return "after today"
    years = today.year - first.year
    if (first.month, last.month) == (1, 12):
        return f"about {count_in_words(years, 'year')} ago" if years else "this year"
    months = 12 * years + today.month - first.month
    return f"about {_months_in_words(months)} ago" if months else "this month"


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


def whole_months(first: date, today: date) -> int:
    """Return how many whole months lie between two days."""
    return 12 * (today.year - first.year) + today.month - first.month - (today.day < first.day)


def _months_in_words(months: int) -> str:
    if months >= _YEARS_ALONE:
        return count_in_words(months // 12, "year")
    years, rest = divmod(months, 12)
    if not years:
        return count_in_words(rest, "month")
    return "a year" + (f" and {count_in_words(rest, 'month')}" if rest else "")
