"""The second view of a matrix as an outline: outcomes, numbered, and what leads to them, by who acts."""

from __future__ import annotations

from collections.abc import Iterator

from explorer.formats.matrix_words import (
    ACTOR_DOES,
    NO_ENTRIES,
    group_by_actor,
    leads_to_words,
    list_any_of,
    row_name,
    sign_of,
)
from explorer.formats.outline_steps import Block, Bullet, Heading, Paragraph
from explorer.words import KIND_WORDS, sentence, source_in_full
from pathways.catalogue import Catalogue
from pathways.matrix import get_matrix, list_rising, row_lines
from pathways.model import Kind, Matrix, Row


def activities_outline(sector: str, catalogue: Catalogue) -> tuple[Block, ...]:
    """Return the second view of a matrix as blocks, its highest row first."""
    matrix = get_matrix(sector, catalogue)
    blocks: list[Block] = [Heading(1, f"{catalogue.sector_by_id[sector].title}: what leads there")]
    for row in list_rising(matrix, catalogue):
        blocks += _row(sector, matrix, row, catalogue)
    source = source_in_full(matrix.citation.source, catalogue)
    return (*blocks, Heading(2, "Sources"), Bullet(source))


def _row(sector: str, matrix: Matrix, row: Row, catalogue: Catalogue) -> Iterator[Block]:
    yield Heading(2, row_name(row, catalogue))
    lines = list(row_lines(sector, matrix, row, catalogue))
    joined = list_any_of(row)
    for kind in Kind:
        yield Heading(3, f"{KIND_WORDS[kind]} ({kind})")
        found = [line for line in lines if line.column == kind]
        if not found:
            yield Paragraph(NO_ENTRIES)
        for number, line in enumerate(found, 1):
            yield Bullet(f"{number}: {sentence(line.statement)} ({sign_of(line, joined).word})")
        for actor, activities in group_by_actor(row, kind, catalogue):
            yield Paragraph(f"{ACTOR_DOES[actor]}:")
            for each in activities:
                said = sentence(catalogue.activity_by_id[each.activity].statement)
                yield Bullet(f"{said} ({leads_to_words(each, len(found))})")
    if row.progression:
        yield Heading(3, "Where it leads (progression)")
    yield from (Bullet(sentence(line.statement)) for line in row.progression)
