"""How old something is, as people say it."""

from __future__ import annotations

from datetime import date

from explorer.words.amounts import count_in_words
from pathways.published import published_between

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
