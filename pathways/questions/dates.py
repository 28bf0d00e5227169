"""Dates in a question, in the ways people write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from pathways.questions.words import DATE, Word

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTH = "(?P<month>" + "|".join(f"{month}|{month[:3]}" for month in _MONTHS) + "|sept)"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_ALONE = r"(?![/\d]|-\d)"

_FORMS = tuple(
    r"(?<![\d/-])\b" + form
    for form in (
        r"(?P<year>\d{4})-(?P<number>\d{1,2})-(?P<day>\d{1,2})(?!\d)",
        r"(?P<day>\d{1,2})(?P<mark>[/.])(?P<number>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)" + _ALONE,
        rf"{_DAY} (?:of )?{_MONTH}\b,? {_YEAR}" + _ALONE,
        rf"{_MONTH} {_DAY},? {_YEAR}" + _ALONE,
        rf"{_MONTH}\b,? {_YEAR}" + _ALONE,
        rf"{_YEAR}(?:/|-)\d\d(?!\d|/|-)",
        _YEAR + _ALONE,
        rf"(?P<which>next|this) {_MONTH}\b",
        r"(?P<which>next) (?P<unit>year|month)\b",
    )
)
_MAY_BE_DATED = re.compile(r"\d{4}|next|this", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date as typed. `value` is None where there is no such day; `note` says what was made of it."""

    start: int
    end: int
    text: str
    value: date | None
    note: str | None = None


def find_dates(text: str, today: date) -> tuple[DateFound, ...]:
    """Return every date in a text, in order; the more a form says, the sooner it is tried."""
    found: list[DateFound] = []
    for form in _forms() if _MAY_BE_DATED.search(text) else ():
        for match in form.finditer(text):
            if all(match.end() <= each.start or each.end <= match.start() for each in found):
                found.append(_read(match, today))
    return tuple(sorted(found, key=lambda each: each.start))


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """The forms of dates, compiled when a question first has a year, "next" or "this"."""
    return tuple(re.compile(form, re.IGNORECASE) for form in _FORMS)


def put_dates(words: tuple[Word, ...], dates: tuple[DateFound, ...]) -> tuple[Word, ...]:
    """Return the words with one word for each date."""
    kept: list[Word] = []
    done: set[int] = set()
    for word in words:
        within = next((each for each in dates if each.start <= word.at < each.end), None)
        if within is None:
            kept.append(word)
        elif within.start not in done:
            done.add(within.start)
            kept.append(Word(within.text, DATE, DATE, word.before, within.start))
    return tuple(kept)


def _read(match: re.Match[str], today: date) -> DateFound:
    parts = match.groupdict()
    text = match.group().strip()
    value = _coming(parts, today) if parts.get("which") else _calendar(parts)
    spoken = value and (parts.get("which") or not parts.get("day"))
    note = f"“{text}” was read as {_spoken(value)}." if value and spoken else None
    return DateFound(match.start(), match.end(), text, value, note)


def _calendar(parts: dict[str, str | None]) -> date | None:
    year = int(parts["year"] or 0)
    named = parts.get("month")
    month = _month(named) if named else int(parts.get("number") or 1)
    day = int(parts.get("day") or 1)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _coming(parts: dict[str, str | None], today: date) -> date:
    """The first day of the next year, of the next month, or of the month named, from today on."""
    if parts.get("unit") == "year":
        return date(today.year + 1, 1, 1)
    named = parts.get("month")
    month = _month(named) if named else today.month % 12 + 1
    first = date(today.year, month, 1)
    return first if first > today else date(today.year + 1, month, 1)


def _month(name: str) -> int:
    return next(number for number, month in enumerate(_MONTHS, 1) if month.startswith(name[:3].lower()))


def _spoken(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1].title()} {day.year}"
