"""What came of each line of a batch, as a row of a spreadsheet, as JSON, and as an outline."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from explorer.answers import ExitCode
from explorer.batch import Outcome, words_of
from explorer.formats.json_answers import to_json
from explorer.formats.json_errors import json_error
from explorer.formats.openings import opening, understood_sentence
from explorer.formats.outline import outline
from explorer.formats.outline_steps import Block, Heading, Paragraph
from explorer.formats.paragraph import answer_paragraph
from pathways.catalogue import Catalogue

COLUMNS = (
    "line",
    "reference",
    "question",
    "understood",
    "outcome",
    "code",
    "route",
    "to_gain",
    "holes",
    "steps",
    "months",
    "answer",
)

OUTCOMES = {
    ExitCode.ANSWERED: "answered",
    ExitCode.NO_ROUTE: "no route",
    ExitCode.NOT_UNDERSTOOD: "not understood",
}


def outcome_row(outcome: Outcome, catalogue: Catalogue) -> tuple[str, ...]:
    """Return one row: what was asked, what was understood, the best route and the answer."""
    line, code = outcome.line, outcome.exit_code
    answer = outcome.answer
    best = answer.routes[0] if answer and answer.routes else None
    figures: tuple[str, ...] = ("", "", "", "", "")
    if best:
        titles = [catalogue.position_by_id[each].title for each in best.positions]
        months = "" if best.figures.months is None else str(best.figures.months)
        gain, holes, steps = f"{best.figures.to_gain / 2:g}", str(best.figures.holes), str(best.figures.steps)
        figures = (" > ".join(titles), gain, holes, steps, months)
    return (
        str(line.number),
        line.reference,
        words_of(line),
        understood_sentence(answer, catalogue) if answer else "",
        OUTCOMES[code],
        str(int(code)),
        *figures,
        opening(answer, catalogue) if answer else str(outcome.error),
    )


def json_outcome(outcome: Outcome, catalogue: Catalogue) -> dict[str, Any]:
    """Return what came of a line: the answer as `ask` gives it, or the error as it gives that."""
    line = outcome.line
    return {
        "line": line.number,
        "reference": line.reference,
        "code": int(outcome.exit_code),
        "answer": to_json(outcome.answer, catalogue) if outcome.answer else None,
        "error": json_error(outcome.error) if outcome.error else None,
    }


def outcome_blocks(outcome: Outcome, catalogue: Catalogue, full: bool) -> Iterator[Block]:
    """Yield the question as a heading, and the answer in a paragraph or in full."""
    line = outcome.line
    yield Heading(2, f"{line.reference}: {words_of(line)}" if line.reference else words_of(line))
    if outcome.answer is None:
        yield Paragraph(f"Line {line.number}: {outcome.error}")
    elif full:
        yield from outline(outcome.answer, catalogue, True)
    else:
        said = (understood_sentence(outcome.answer, catalogue), answer_paragraph(outcome.answer, catalogue))
        yield from (Paragraph(each) for each in said if each)
