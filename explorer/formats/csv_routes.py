"""Routes as a spreadsheet: one row a step, and one for each thing the step asks for."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from explorer.answers import Answer
from explorer.formats.overlap_data import overlap_rows
from explorer.formats.plain import cell
from explorer.formats.transfer_data import transfer_rows
from explorer.moves import Moves
from explorer.sector_overlap import SectorOverlap
from explorer.words import because
from explorer.words.pay import find_pay
from pathways.catalogue import Catalogue
from pathways.model import Citation
from pathways.results import Assessed, Route, RouteStep

COLUMNS = (
    "route",
    "step",
    "from",
    "to",
    "months",
    "kind",
    "statement",
    "status",
    "because",
    "source",
    "locator",
    "evidence",
    "id",
)


def to_csv(rows: Iterable[Sequence[str]]) -> str:
    """Return rows as CSV text. No cell can be taken for a formula."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([cell(each) for each in row] for row in rows)
    return text.getvalue()


def answer_rows(answer: Answer, catalogue: Catalogue) -> Iterator[tuple[str, ...]]:
    """Yield the header, then the rows of every ranked route, way or next step; of a move, of its levels."""
    match answer.result:
        case Moves(transfers=transfers):
            yield from transfer_rows(transfers, catalogue)
            return
        case SectorOverlap() as compared:
            yield from overlap_rows(compared)
            return
    yield COLUMNS
    for rank, route in enumerate(answer.routes, 1):
        yield from _route_rows(rank, route, catalogue)


def _route_rows(rank: int, route: Route, catalogue: Catalogue) -> Iterator[tuple[str, ...]]:
    for number, step in enumerate(route.steps, 1):
        ends = [catalogue.position_by_id[each].title for each in (step.step.from_id, step.step.to_id)]
        months = "" if step.months is None else str(step.months)
        for row in _step_rows(step, route.start, catalogue):
            yield (str(rank), str(number), *ends, months, *row)


def _step_rows(step: RouteStep, start: str, catalogue: Catalogue) -> Iterator[tuple[str, ...]]:
    said = "" if step.known else "What this step asks for is not known."
    yield ("step", said, "", "", *_cited(step.step.citation, catalogue), step.step.id)
    pay = find_pay(step.step.to_id, catalogue)
    if pay:
        role = catalogue.position_by_id[step.step.to_id]
        yield ("pay", pay, "", "", *_cited(role.citation, catalogue), role.id)
    for each in step.required:
        yield _requirement_row(str(each.kind), each, start, catalogue)
    for group in step.any_of:
        for way in group:
            for each in way.requirements:
                yield _requirement_row("any-of", each, start, catalogue)
            if way.position:
                title = catalogue.position_by_id[way.position].title
                reason = because(way, catalogue, start)
                yield ("any-of", title, str(way.status), reason, "", "", "", way.position)
    for each in step.helps:
        yield _requirement_row("helps", each, start, catalogue)
    for condition in step.conditions:
        yield ("condition", condition.statement, "", "", "", "", "", str(condition.kind))


def _requirement_row(kind: str, each: Assessed, start: str, catalogue: Catalogue) -> tuple[str, ...]:
    requirement = catalogue.requirement_by_id[each.requirement]
    reason = because(each, catalogue, start)
    cited = _cited(requirement.citation, catalogue)
    return (kind, requirement.statement, str(each.status), reason, *cited, requirement.id)


def _cited(citation: Citation, catalogue: Catalogue) -> tuple[str, str, str]:
    title = catalogue.source_by_id[citation.source].title
    return title, citation.locator, str(citation.evidence)
