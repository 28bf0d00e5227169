"""What the facts rest on: every source with what cites it and how old it is, and all facts counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from pathways.catalogue import Catalogue
from pathways.checks.dates import years_before
from pathways.model import CellEntry, Citation, Evidence, Kind, Matrix, Progression, Source
from pathways.published import published_between

OWN = (Evidence.EDITORIAL, Evidence.INFERRED)
"""What nobody outside says: our judgement, and what software worked out."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something in the data that names a source. `evidence` is None where its record names no class."""

    what: str
    source: str
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class SourceHealth:
    """One source, what cites it, and whether it is old.

    `old` is by its own date: True only where every day that the date can mean lies over two years back, None
    where it is no date. `unchecked` is True where nobody has compared our facts with it for two years.
    """

    source: Source
    facts: Mapping[str, int]
    evidence: Mapping[Evidence, int]
    old: bool | None
    unchecked: bool

    @property
    def cited(self) -> int:
        """How many facts rest on it."""
        return sum(self.facts.values())


class Sorting(StrEnum):
    """What sources are sorted by."""

    TITLE = "title"
    OLDEST = "oldest"
    CHECKED = "checked"
    CITED = "cited"


class Look(StrEnum):
    """Which sources are shown."""

    ALL = "all"
    OLD = "old"
    UNDATED = "undated"
    OWN = "own"
    UNUSED = "unused"


def list_facts(catalogue: Catalogue) -> Iterator[Fact]:
    """Yield every fact that names a source: records, what is said of sectors, and matrix entries."""
    for what, records in (
        ("qualification", catalogue.qualifications),
        ("job", catalogue.job_roles),
        ("step", catalogue.steps),
        ("requirement", catalogue.requirements),
        ("activity", catalogue.activities),
    ):
        yield from (_cited(what, each.citation) for each in records)
    for sector in catalogue.sectors:
        yield from (_cited("driver", each.citation) for each in sector.drivers)
        yield from (_cited("barrier", each.citation) for each in sector.barriers)
        yield from (_cited("reason to stay", each.citation) for each in sector.staying)
        if sector.matrix:
            yield from _matrix_facts(sector.matrix)


def list_sources(catalogue: Catalogue, today: date) -> tuple[SourceHealth, ...]:
    """Return every source with what cites it and its age on a day, by id."""
    facts: dict[str, Counter[str]] = {each.id: Counter() for each in catalogue.sources}
    evidence: dict[str, Counter[Evidence]] = {each.id: Counter() for each in catalogue.sources}
    for fact in list_facts(catalogue):
        facts[fact.source][fact.what] += 1
        if fact.evidence:
            evidence[fact.source][fact.evidence] += 1
    return tuple(_health(each, facts[each.id], evidence[each.id], today) for each in catalogue.sources)


def count_evidence(catalogue: Catalogue) -> dict[Evidence, int]:
    """Return how many facts there are of each class of evidence, in order of weight; none left out."""
    counts = Counter(fact.evidence for fact in list_facts(catalogue))
    return {evidence: counts[evidence] for evidence in Evidence}


def cares(each: SourceHealth) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return in words what to take care with in a source: by its date, and by when we looked at it."""
    by_date = {True: ("Older than two years",), None: ("No date is known",), False: ()}[each.old]
    return by_date, ("Not checked for two years",) if each.unchecked else ()


def chosen_sources(every: Sequence[SourceHealth], look: Look, sorting: Sorting) -> list[SourceHealth]:
    """Return the sources to show, in the order asked for; by title among equals."""
    shown = [each for each in every if _is_wanted(each, look)]
    shown.sort(key=lambda each: (each.source.title.casefold(), each.source.id))
    match sorting:
        case Sorting.OLDEST:
            shown.sort(key=lambda each: _last_day(each.source) or date.max)
        case Sorting.CHECKED:
            shown.sort(key=lambda each: each.source.checked_on)
        case Sorting.CITED:
            shown.sort(key=lambda each: -each.cited)
    return shown


def _is_wanted(each: SourceHealth, look: Look) -> bool:
    match look:
        case Look.ALL:
            return True
        case Look.OLD:
            return bool(each.old) or each.unchecked
        case Look.UNDATED:
            return each.old is None
        case Look.OWN:
            return any(each.evidence.get(kind) for kind in OWN)
        case Look.UNUSED:
            return not each.cited


def _health(source: Source, facts: Counter[str], evidence: Counter[Evidence], today: date) -> SourceHealth:
    fresh_from = years_before(today)
    last = _last_day(source)
    return SourceHealth(
        source=source,
        facts=MappingProxyType(dict(facts)),
        evidence=MappingProxyType({each: evidence[each] for each in Evidence if evidence[each]}),
        old=None if last is None else last < fresh_from,
        unchecked=source.checked_on < fresh_from,
    )


def _last_day(source: Source) -> date | None:
    span = published_between(source.date)
    return span[1] if span else None


def _cited(what: str, citation: Citation) -> Fact:
    return Fact(what, citation.source, citation.evidence)


def _matrix_facts(matrix: Matrix) -> Iterator[Fact]:
    """Yield the entries of a matrix. One that names a source of its own names no class."""
    for row in matrix.rows:
        for kind in Kind:
            yield from (_entry("matrix entry", each, matrix.citation) for each in row.cell(kind))
        yield from (_entry("matrix progression line", each, matrix.citation) for each in row.progression)


def _entry(what: str, entry: CellEntry | Progression, citation: Citation) -> Fact:
    own = entry.source not in (None, citation.source)
    return Fact(what, entry.source or citation.source, None if own else citation.evidence)
