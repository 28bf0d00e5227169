"""What in the data should be looked at again, and when. Nothing here says that a fact is wrong.

The rules, with the figures they use, are in docs/data-guide.md under "What goes stale".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from pathways.catalogue import Catalogue
from pathways.checks.dates import YEARS_FRESH, years_before
from pathways.checks.records import inside, list_parts, list_records
from pathways.checks.wording import label, quoted
from pathways.model import CellEntry, Citation, Condition, Evidence, JobRole, Qualification, Source, Step
from pathways.notices import Subject
from pathways.published import published_between

MONTHS_MOVING = 12
"""After so many months a source is looked at again that ages faster than others."""

MONTHS_UNDECIDED = 6
"""After so many months somebody looks whether what was being decided or developed has been."""

YEARS_PAY = 2
"""So many years after the end of its year a salary says little."""

MOVING = {Evidence.STATUTORY: "law", Evidence.PROVIDER: "what a provider or employer offers"}
"""Evidence that ages fast, and what it is: it is changed without notice, and matters at once."""

_ENDS: dict[type, tuple[str, ...]] = {
    Condition: ("closes",),
    Step: ("closes",),
    CellEntry: ("closes",),
    Qualification: ("last_start", "last_certification"),
}
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PROPOSAL = re.compile(r"\bconsult(?:ation|ing|ed)\b|\bpropos(?:al|als|ed)\b", re.IGNORECASE)
_DEVELOPMENT = re.compile(r"\bin development\b", re.IGNORECASE)
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
_DAY = re.compile(
    rf"\b(\d{{1,2}}) ({'|'.join(_MONTHS)}) (\d{{4}})\b|\b(\d{{4}})-(\d\d)-(\d\d)\b", re.IGNORECASE
)


class Reason(StrEnum):
    """Why something should be looked at again."""

    SOURCE = "source"
    DATE = "date"
    SALARY = "salary"
    PROPOSAL = "proposal"
    DEVELOPMENT = "development"


@dataclass(frozen=True, slots=True)
class Due:
    """Something to look at again on a day. `source` is where to look; `subjects` are what rests on it."""

    due: date
    reason: Reason
    subjects: tuple[Subject, ...]
    source: str
    message: str


def list_stale(catalogue: Catalogue) -> tuple[Due, ...]:
    """Return everything that will have to be looked at again, the most overdue first."""
    found = [*_sources(catalogue), *_ends(catalogue), *_salaries(catalogue), *_undecided(catalogue)]
    return tuple(sorted(found, key=lambda each: (each.due, each.reason, each.message)))


def _sources(catalogue: Catalogue) -> Iterator[Due]:
    """Each source: two years after somebody compared our facts with it, or one where it ages faster."""
    classes = _evidence_by_source(catalogue)
    for subject, source in list_records(catalogue, "sources"):
        moving = [each for each in MOVING if each in classes.get(source.id, ())]
        last = _last_published(source)
        if moving:
            why, months = f"holds {' and '.join(MOVING[each] for each in moving)}", MONTHS_MOVING
        elif last is None:
            why, months = "bears no date", MONTHS_MOVING
        elif _months_after(last, 12 * YEARS_FRESH) < source.checked_on:
            why, months = f"was over {YEARS_FRESH} years old then ({source.date})", MONTHS_MOVING
        else:
            why, months = f"is of {source.date}", 12 * YEARS_FRESH
        text = f"{label(subject)} was last checked on {source.checked_on}; it {why}. "
        text += "Compare our facts with it, and look whether there is a newer one."
        yield Due(_months_after(source.checked_on, months), Reason.SOURCE, (subject,), source.id, text)


def _ends(catalogue: Catalogue) -> Iterator[Due]:
    """Each last day that had not come when its source was published: nobody has said what came of it.

    What had been over for years when somebody last compared our facts with the source is settled.
    """
    for subject, part, citation in _cited_parts(catalogue):
        source = catalogue.source_by_id.get(citation.source)
        if source is None:
            continue
        seen = _last_published(source) or source.checked_on
        settled = years_before(source.checked_on)
        for name in _ENDS.get(type(part), ()):
            last: date | None = getattr(part, name)
            if last and max(seen, settled) <= last < date.max:
                where = inside(subject, name)
                what = f" ({part.kind})" if isinstance(part, Condition) else ""
                text = (
                    f"{label(where)}: '{name}' is {last}{what}, and its source, {quoted(citation.source)}, "
                )
                text += "is older. Look whether it was put off."
                yield Due(last + timedelta(days=1), Reason.DATE, (where,), citation.source, text)


def _salaries(catalogue: Catalogue) -> Iterator[Due]:
    """Salaries of one year from one source together, since one look mends them all."""
    groups: dict[tuple[int | None, str], list[JobRole]] = {}
    for role in catalogue.job_roles:
        if role.salary:
            years = [int(year) for year in _YEAR.findall(role.salary)]
            groups.setdefault((max(years, default=None), role.citation.source), []).append(role)
    for (year, source), roles in groups.items():
        held = catalogue.source_by_id.get(source)
        due = date(year + YEARS_PAY, 12, 31) if year else held.checked_on if held else date.min
        several = f"{len(roles):,} job roles" if len(roles) > 1 else f"the job role {quoted(roles[0].id)}"
        said = f"of {year}" if year else "without a year"
        subjects = tuple(Subject("job role", role.id, ("salary",)) for role in roles)
        yield Due(
            due, Reason.SALARY, subjects, source, f"Salary {said} for {several}. Look for a newer figure."
        )


def _undecided(catalogue: Catalogue) -> Iterator[Due]:
    """What was proposed or being developed when somebody wrote it down."""
    for subject, record in list_records(catalogue):
        source_id = (
            record.id
            if isinstance(record, Source)
            else getattr(getattr(record, "citation", None), "source", "")
        )
        source = catalogue.source_by_id.get(source_id)
        for text in _texts(record):
            for reason, pattern, what in (
                (Reason.PROPOSAL, _PROPOSAL, "speaks of what was only proposed"),
                (Reason.DEVELOPMENT, _DEVELOPMENT, "says that something was in development"),
            ):
                if source and pattern.search(text):
                    named = _last_named(text) if reason is Reason.PROPOSAL else None
                    due = (
                        named + timedelta(days=1)
                        if named
                        else _months_after(source.checked_on, MONTHS_UNDECIDED)
                    )
                    said = f"{label(subject)} {what}: {quoted(text, 100)}. Look what came of it."
                    yield Due(due, reason, (subject,), source_id, said)


def _texts(record: object) -> Iterator[str]:
    """The free texts of a record in which somebody may have said that it is not settled."""
    for holder in (record, getattr(record, "citation", None)):
        note = getattr(holder, "note", None)
        if note:
            yield note
    yield from (each.statement for each in getattr(record, "conditions", ()) or ())
    yield from (each.statement for each in getattr(record, "funding", ()) or ())


def _last_named(text: str) -> date | None:
    """Return the latest day that a text names: "until 14 September 2023"."""
    days = []
    for day, month, year, *iso in _DAY.findall(text):
        parts = (int(year), _MONTHS.index(month.lower()) + 1, int(day)) if day else tuple(map(int, iso))
        try:
            days.append(date(*parts))
        except ValueError:  # a day that there is not
            continue
    return max(days, default=None)


def _cited_parts(catalogue: Catalogue) -> Iterator[tuple[Subject, object, Citation]]:
    """Yield each part of each record with the citation that stands behind it: its own, or that around it."""
    for subject, record in list_records(catalogue, "qualifications", "steps", "sectors"):
        if record_citation := getattr(record, "citation", None):
            yield from ((where, part, record_citation) for where, part in list_parts(subject, record))
        elif record.matrix:
            parts = list_parts(inside(subject, "matrix"), record.matrix)
            cited = record.matrix.citation
            for where, part in parts:
                if isinstance(part, CellEntry):
                    cited = Citation(
                        part.source or record.matrix.citation.source, part.locator, Evidence.PUBLISHED
                    )
                yield where, part, cited


def _evidence_by_source(catalogue: Catalogue) -> dict[str, set[Evidence]]:
    found: dict[str, set[Evidence]] = {}
    for subject, record in list_records(catalogue):
        for _, part in list_parts(subject, record):
            if isinstance(part, Citation):
                found.setdefault(part.source, set()).add(part.evidence)
    return found


def _last_published(source: Source) -> date | None:
    span = published_between(source.date)
    return span[1] if span else None


def _months_after(day: date, months: int) -> date:
    """Return the same day so many months on, or the last day of a shorter month."""
    year, month = divmod(12 * day.year + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(day.day, last))
        except ValueError:
            continue
    raise AssertionError
