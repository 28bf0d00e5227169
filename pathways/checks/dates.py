"""Dates: in the right order, in a likely century, and how long ago a source was compared."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from pathways.catalogue import Catalogue
from pathways.checks.records import inside, list_all_parts, list_records, list_values
from pathways.checks.wording import label
from pathways.model import CellEntry, Condition, Qualification, Step
from pathways.notices import Finding, Severity

YEARS_FRESH = 2
"""After this many years somebody should compare our facts with a source again."""

_ORDERED: dict[type, tuple[str, ...]] = {
    Qualification: ("opens", "last_start", "last_certification"),
    Step: ("opens", "closes"),
    CellEntry: ("opens", "closes"),
    Condition: ("opens", "closes"),
}
_EARLIEST, _YEARS_AHEAD = 1900, 30


def dates_reversed(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """Something ends before it begins."""
    for subject, part in list_all_parts(catalogue):
        for first, last in combinations(_ORDERED.get(type(part), ()), 2):
            begins, ends = getattr(part, first), getattr(part, last)
            if begins and ends and begins > ends:
                where = inside(subject, last)
                text = (
                    f"{label(where)}: '{last}' is {ends}, before '{first}' ({begins}). Swap or correct them."
                )
                yield Finding("dates-reversed", Severity.ERROR, where, text)
                break


def odd_date(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """A date so far away that a digit is likely to be wrong."""
    latest = min(today.year + _YEARS_AHEAD, date.max.year)
    for each in list_values(catalogue):
        if each.name == "checked_on" or not isinstance(each.value, date):
            continue
        if not _EARLIEST <= each.value.year <= latest:
            text = f"{label(each.subject)}: '{each.name}' is {each.value}. Check the year."
            yield Finding("odd-date", Severity.WARNING, each.subject, text)


def checked_in_future(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """A source that was compared on a day still to come."""
    for subject, source in list_records(catalogue, "sources"):
        if source.checked_on > today:
            text = f"{label(subject)}: 'checked_on' is {source.checked_on}, after today ({today}). "
            text += "Correct the date."
            yield Finding("checked-in-future", Severity.ERROR, inside(subject, "checked_on"), text)


def source_stale(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """A source that nobody has compared our facts with for two years."""
    for subject, source in list_records(catalogue, "sources"):
        if years_before(today) > source.checked_on:
            text = f"{label(subject)} was last checked on {source.checked_on}, over {YEARS_FRESH} years ago. "
            text += "Compare our facts with it, and change 'checked_on'."
            yield Finding("source-stale", Severity.WARNING, inside(subject, "checked_on"), text)


def years_before(day: date) -> date:
    """Return the day as many years back as a comparison counts as fresh."""
    # 29 February has no counterpart in most years; the day before has one in all.
    day = day.replace(day=28) if (day.month, day.day) == (2, 29) else day
    return day.replace(year=day.year - YEARS_FRESH)
