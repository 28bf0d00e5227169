"""Sources and notices as rows of a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from explorer.health import SourceHealth, cares
from explorer.words.ages import age_in_words, published_age_in_words
from pathways.model import Evidence
from pathways.notices import Notice

SOURCE_COLUMNS = (
    "id", "title", "publisher", "date", "age", "checked_on", "checked", "take_care", "facts", "cited_by",
    *(str(each) for each in Evidence), "licence", "url", "note",
)  # fmt: skip
NOTICE_COLUMNS = ("severity", "code", "file", "line", "column", "about", "id", "message", "meaning")


def source_rows(every: Iterable[SourceHealth], today: date) -> Iterator[tuple[str, ...]]:
    """Yield the header, then a row for each source."""
    yield SOURCE_COLUMNS
    for each in every:
        source = each.source
        yield (
            source.id,
            source.title,
            source.publisher,
            source.date,
            published_age_in_words(source.date, today),
            source.checked_on.isoformat(),
            age_in_words(source.checked_on, today),
            "; ".join(care for cared in cares(each) for care in cared),
            str(each.cited),
            "; ".join(f"{what}: {count}" for what, count in sorted(each.facts.items())),
            *(str(each.evidence.get(kind, 0)) for kind in Evidence),
            source.licence or "",
            source.url or "",
            source.note or "",
        )


def notice_rows(notices: Iterable[Notice], meanings: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """Yield the header, then a row for each notice."""
    yield NOTICE_COLUMNS
    for each in notices:
        place, subject = each.location, each.subject
        yield (
            str(each.severity),
            each.code,
            place.file if place else "",
            str(place.line) if place else "",
            str(place.column) if place else "",
            subject.kind if subject else "",
            subject.id if subject else "",
            each.message,
            meanings.get(each.code, ""),
        )
