"""Numbers, lengths of time and dates as people say them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pathways.results import Figures

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def count_in_words(count: int, noun: str, plural: str | None = None) -> str:
    """Return a count with its noun: "1 step", "3 steps", "no steps"."""
    if count == 0:
        return f"no {plural or noun + 's'}"
    return f"1 {noun}" if count == 1 else f"{count:,} {plural or noun + 's'}"


def half_units_in_words(half_units: int) -> str:
    """Return what is to gain as a bare amount: "4 and a half", "half of one", "3"."""
    whole, half = divmod(half_units, 2)
    if not half:
        return str(whole)
    return f"{whole} and a half" if whole else "half of one"


def gain_in_words(half_units: int) -> str:
    """Return what is still to gain: "4 and a half things to gain", "1 thing to gain"."""
    if half_units == 0:
        return "nothing new to gain"
    amount = half_units_in_words(half_units)
    return f"{amount} thing{'s' if half_units > 2 else ''} to gain"


def months_in_words(months: int) -> str:
    """Return a length of time: "about 9 months", "about a year and a half", "about 2 years".

    From a year up, a month either way of a half-year is rounded to it, as people do.
    """
    return f"about {bare_months_in_words(months)}" if months else "no set time"


def bare_months_in_words(months: int) -> str:
    """Return a length of time without "about": "a year and a half"."""
    rounded = round(months / 6) * 6 if months > 12 and months % 6 in (1, 5) else months
    years, rest = divmod(rounded, 12)
    if not years:
        return "a month" if rest == 1 else f"{rest} months"
    if rest == 6:
        return "a year and a half" if years == 1 else f"{years} and a half years"
    whole = "a year" if years == 1 else f"{years} years"
    return whole if not rest else f"{whole} and {count_in_words(rest, 'month')}"


def time_in_words(figures: Figures) -> str:
    """Return how long a route takes: "about 2 years", "at least a year", "a time we do not know"."""
    if figures.months is not None:
        return months_in_words(figures.months)
    if figures.months_at_least:
        return f"at least {bare_months_in_words(figures.months_at_least)}"
    return "a time we do not know"


def day_in_words(day: date) -> str:
    """Return a date in full: "22 November 2026"."""
    return f"{day.day} {month_in_words(day)}"


def month_in_words(day: date) -> str:
    """Return the month of a date: "July 2021"."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def published_in_words(published: str) -> str:
    """Return when a source was published as people say it; what is no plain date stays as it is written."""
    year, _, rest = published.partition("-")
    try:
        first = date.fromisoformat(published if "-" in rest else f"{published}-01")
    except ValueError:
        return published
    if len(year) != 4 or not rest:
        return published
    return day_in_words(first) if "-" in rest else month_in_words(first)


def with_article(words: str) -> str:
    """Return words with "a" or "an" before them: "a room leader", "an electrician"."""
    return f"{'an' if words[0].lower() in 'aeiou' else 'a'} {words}"


def list_in_words(items: Sequence[str], last: str = "and") -> str:
    """Join words as a sentence does: "a", "a and b", "a, b and c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def sentence(text: str) -> str:
    """Return a text with a capital at its start and a full stop at its end, unless it has an end."""
    trimmed = text.strip()
    if not trimmed:
        return ""
    ended = trimmed if trimmed[-1] in ".!?" else f"{trimmed}."
    return ended[0].upper() + ended[1:]


def clause(text: str) -> str:
    """Return a sentence as it stands inside another: no full stop at its end."""
    return text.strip().rstrip(".")
