"""A sector's matrix as lines for display: one line a cell entry, with words for entries that have none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pathways.catalogue import Catalogue
from pathways.errors import UnknownName
from pathways.model import Actor, Alternative, CellEntry, Kind, Matrix, Progression, Prompt, Row, Weight

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


@dataclass(frozen=True, slots=True)
class CellActivity:
    """Something that can be done about a cell.

    `outcomes` are the numbers of the cell's entries that it leads to, the first being 1. `listed` says
    whether the source lists it for the whole cell.
    """

    activity: str
    outcomes: tuple[int, ...]
    listed: bool


ACTORS = (Actor.LEARNER, Actor.PROVIDER, Actor.EMPLOYER, Actor.ADVISER)
"""Who can act, the learner first."""


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


def list_rising(matrix: Matrix, catalogue: Catalogue) -> tuple[Row, ...]:
    """Return the rows as a matrix shows them: the highest on top, and at the foot where one starts."""
    return tuple(
        sorted(matrix.rows, key=lambda row: (-catalogue.rank(row.into), -catalogue.rank(row.at), row.at))
    )


def list_untouched(matrix: Matrix, catalogue: Catalogue) -> tuple[Prompt, ...]:
    """Return the prompts that no entry answers to, less those of progression, whose lines cannot say so."""
    touched = {
        each for row in matrix.rows for kind in Kind for entry in row.cell(kind) for each in entry.prompts
    }
    return tuple(
        prompt for prompt in catalogue.prompts if prompt.kind in list(Kind) and prompt.id not in touched
    )


def list_cell_activities(row: Row, kind: Kind, catalogue: Catalogue) -> tuple[CellActivity, ...]:
    """Return what can be done about a cell: by who acts, first what the cell lists, then its entries."""
    led_to: dict[str, list[int]] = {each: [] for each in row.activities(kind)}
    for number, entry in enumerate(row.cell(kind), 1):
        for each in dict.fromkeys((*entry_ids(entry), *entry.helps)):
            requirement = catalogue.requirement_by_id.get(each)
            for activity in requirement.activities if requirement else ():
                numbers = led_to.setdefault(activity, [])
                if number not in numbers:
                    numbers.append(number)
    listed = set(row.activities(kind))
    found = [CellActivity(each, tuple(numbers), each in listed) for each, numbers in led_to.items()]
    return tuple(sorted(found, key=lambda each: ACTORS.index(catalogue.activity_by_id[each.activity].who)))


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


def entry_slugs(matrix: Matrix) -> dict[tuple[str, str, str, int], str]:
    """Return a short name for an address for each entry, by row (at, into), column and number from 1.

    It is made of the locator. Those that would share one are numbered in the order of the file.
    """
    slugs: dict[tuple[str, str, str, int], str] = {}
    taken: dict[str, int] = {}
    for row in matrix.rows:
        for column in COLUMNS:
            lines: Sequence[CellEntry | Progression] = (
                row.progression if column == PROGRESSION else row.cell(Kind(column))
            )
            for number, line in enumerate(lines, 1):
                slug = "-".join(re.findall(r"[a-z0-9]+", line.locator.lower()))[:80].strip("-") or "entry"
                taken[slug] = taken.get(slug, 0) + 1
                slugs[row.at, row.into, column, number] = (
                    slug if taken[slug] == 1 else f"{slug}-again-{taken[slug]}"
                )
    return slugs
