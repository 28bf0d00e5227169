"""A sector's matrix as lines for display: one line a cell entry, with words for entries that have none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from pathways.catalogue import Catalogue
from pathways.errors import UnknownName
from pathways.model import Alternative, CellEntry, Kind, Matrix, Row, Weight

PROGRESSION = "progression"
"""The fourth column of a matrix: what the row leads to."""

COLUMNS = (*Kind, PROGRESSION)


class EntryType(StrEnum):
    """What stands in a cell."""

    REQUIREMENT = "requirement"
    ANY_OF = "any_of"
    CONDITION = "condition"
    NONE_NEEDED = "none_needed"
    PROGRESSION = "progression"


@dataclass(frozen=True, slots=True)
class MatrixLine:
    """One cell entry. `ids` are its requirement ids, and position ids of an any_of; `sources` are ids.

    `entry` is None for a line of the progression column.
    """

    sector: str
    at: str
    into: str
    column: str
    statement: str
    type: EntryType
    ids: tuple[str, ...]
    weight: Weight | None
    concepts: tuple[str, ...]
    scopes: tuple[str, ...]
    source: str
    locator: str
    entry: CellEntry | None


def get_matrix(sector: str, catalogue: Catalogue) -> Matrix:
    """Return the matrix of a sector. Raises UnknownName where it has none."""
    matrix = catalogue.sector_by_id[sector].matrix
    if matrix is None:
        raise UnknownName(f"{catalogue.sector_by_id[sector].title} has no matrix.")
    return matrix


def list_lines(sector: str, catalogue: Catalogue) -> tuple[MatrixLine, ...]:
    """Return every cell entry of a sector's matrix, in the order of its file, column by column."""
    matrix = get_matrix(sector, catalogue)
    return tuple(line for row in matrix.rows for line in row_lines(sector, matrix, row, catalogue))


def row_lines(sector: str, matrix: Matrix, row: Row, catalogue: Catalogue) -> Iterator[MatrixLine]:
    """Yield every cell entry of one row, column by column, then what the row leads to."""
    for kind in Kind:
        for entry in row.cell(kind):
            ids = entry_ids(entry)
            asked = [catalogue.requirement_by_id[each] for each in ids if each in catalogue.requirement_by_id]
            yield MatrixLine(
                sector=sector,
                at=row.at,
                into=row.into,
                column=kind,
                statement=entry_statement(entry, catalogue),
                type=entry_type(entry),
                ids=ids,
                weight=entry.weight if entry.requirements or entry.any_of else None,
                concepts=tuple(dict.fromkeys(each.concept for each in asked if each.concept)),
                scopes=tuple(dict.fromkeys(each.scope for each in asked)),
                source=entry.source or matrix.citation.source,
                locator=entry.locator,
                entry=entry,
            )
    for line in row.progression:
        source = line.source or matrix.citation.source
        yield MatrixLine(
            sector, row.at, row.into, PROGRESSION, line.statement, EntryType.PROGRESSION, (), None, (), (),
            source, line.locator, None,
        )  # fmt: skip


def count_entries(row: Row) -> tuple[int, int, int, int]:
    """Return how many entries a row has: aspiration, awareness, attainment, progression."""
    return len(row.aspiration), len(row.awareness), len(row.attainment), len(row.progression)


def entry_type(entry: CellEntry) -> EntryType:
    """Return what stands in a cell entry."""
    if entry.any_of:
        return EntryType.ANY_OF
    if entry.condition:
        return EntryType.CONDITION
    return EntryType.NONE_NEEDED if entry.none_needed else EntryType.REQUIREMENT


def entry_ids(entry: CellEntry) -> tuple[str, ...]:
    """Return the ids an entry refers to: requirements, alternatives and the positions among them."""
    ways = (each for way in entry.any_of for each in (*way.requirements, way.position) if each)
    return tuple(dict.fromkeys((*entry.requirements, *ways)))


def entry_statement(entry: CellEntry, catalogue: Catalogue) -> str:
    """Return what the matrix shows for an entry: its own words, or those of what it refers to."""
    if entry.statement:
        return entry.statement
    if entry.condition:
        return entry.condition.statement
    if entry.none_needed:
        return entry.none_needed
    if entry.any_of:
        return "One of these: " + "; or ".join(_way(way, catalogue) for way in entry.any_of) + "."
    return " ".join(catalogue.requirement_by_id[each].statement for each in entry.requirements)


def _way(way: Alternative, catalogue: Catalogue) -> str:
    if way.position:
        return catalogue.position_by_id[way.position].title
    statements = (catalogue.requirement_by_id[each].statement for each in way.requirements)
    return " and ".join(statement.rstrip(".") for statement in statements)
