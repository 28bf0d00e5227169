"""A sector's matrix as an outline: row by row, each with its three columns in a learner's words."""

from __future__ import annotations

from collections.abc import Iterator

from explorer.formats.matrix_words import entry_remarks, row_name
from explorer.formats.outline_steps import Block, Bullet, Heading, Paragraph
from explorer.words import (
    KIND_WORDS,
    activity_sentence,
    count_in_words,
    sentence,
    source_in_full,
    source_sentence,
)
from pathways.catalogue import Catalogue
from pathways.matrix import MatrixLine, count_entries, get_matrix, row_lines
from pathways.model import Kind, Matrix, Row


def matrix_outline(sector: str, catalogue: Catalogue, full: bool = False) -> tuple[Block, ...]:
    """Return a matrix as blocks. `full` adds the locator of each entry and the activities of each cell."""
    return tuple(_blocks(sector, catalogue, full))


def _blocks(sector: str, catalogue: Catalogue, full: bool) -> Iterator[Block]:
    matrix = get_matrix(sector, catalogue)
    record = catalogue.sector_by_id[sector]
    rows = count_in_words(len(matrix.rows), "row")
    yield Heading(1, record.title)
    yield Paragraph(
        f"{sentence(record.summary)} The matrix has {rows}. {source_sentence(matrix.citation, catalogue)}"
    )
    for row in matrix.rows:
        yield from _row(sector, matrix, row, catalogue, full)
    yield Heading(2, "Sources")
    lines = (line for row in matrix.rows for line in row_lines(sector, matrix, row, catalogue))
    for source in dict.fromkeys([matrix.citation.source, *(line.source for line in lines)]):
        yield Bullet(source_in_full(source, catalogue))


def _row(sector: str, matrix: Matrix, row: Row, catalogue: Catalogue, full: bool) -> Iterator[Block]:
    yield Heading(2, row_name(row, catalogue))
    if not any(count_entries(row)):
        yield Paragraph("Nothing is written in this row.")
    lines = list(row_lines(sector, matrix, row, catalogue))
    for kind in Kind:
        found = [line for line in lines if line.column == kind]
        if found:
            yield Paragraph(f"{KIND_WORDS[kind]} ({kind}):")
        for line in found:
            yield Bullet(_entry(line, catalogue, full))
        if full:
            yield from _activities(kind, row, catalogue)
    if row.progression:
        yield Paragraph("Where it leads (progression):")
    for line in lines:
        if line.entry is None:
            yield Bullet(sentence(line.statement) + (f" [{line.locator}]" if full else ""))


def _entry(line: MatrixLine, catalogue: Catalogue, full: bool) -> str:
    said = [sentence(line.statement), *(entry_remarks(line.entry, catalogue) if line.entry else ())]
    return " ".join([*said, f"[{line.locator}]"] if full else said)


def _activities(kind: Kind, row: Row, catalogue: Catalogue) -> Iterator[Block]:
    if not row.activities(kind):
        return
    yield Paragraph(f"What can be done about it ({kind}):")
    for each in row.activities(kind):
        activity = catalogue.activity_by_id[each]
        yield Bullet(activity_sentence(activity))
