"""A sector's matrix for other programs: CSV rows, JSON, and YAML in the layout of the data files."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import Any

from pathways.catalogue import Catalogue
from pathways.matrix import COLUMNS, MatrixLine, count_entries, get_matrix, list_lines, row_lines
from pathways.model import CellEntry, Kind, Row

HEADER = (
    "sector",
    "at",
    "into",
    "kind",
    "statement",
    "entry",
    "id",
    "weight",
    "concept",
    "scope",
    "source",
    "locator",
)


def matrix_rows(sector: str, catalogue: Catalogue) -> Iterator[tuple[str, ...]]:
    """Yield the header, then one row a cell entry. Several ids stand in one cell with spaces between."""
    yield HEADER
    for line in list_lines(sector, catalogue):
        yield (
            line.sector,
            line.at,
            line.into,
            line.column,
            line.statement,
            line.type,
            _named(line),
            line.weight or "",
            _each(line, catalogue, "concept"),
            _each(line, catalogue, "scope"),
            line.source,
            line.locator,
        )


def _named(line: MatrixLine) -> str:
    """Return what the id column holds for each type of entry: see "The matrix as a spreadsheet"."""
    entry = line.entry
    if entry is None:
        return ""
    if entry.any_of:
        return " | ".join(" ".join(way.requirements) or f"position:{way.position}" for way in entry.any_of)
    if entry.condition:
        return entry.condition.kind
    return " ".join(entry.helps if entry.none_needed else entry.requirements)


def _each(line: MatrixLine, catalogue: Catalogue, field: str) -> str:
    """Return a field of the requirements of a line: once where it is the same for all, else one for each."""
    found = [catalogue.requirement_by_id[each] for each in line.ids if each in catalogue.requirement_by_id]
    values = [getattr(each, field) or "-" for each in found]
    one = len(set(values)) == 1
    return "" if not values or (one and values[0] == "-") else values[0] if one else " ".join(values)


def matrix_to_json(sector: str, catalogue: Catalogue) -> dict[str, Any]:
    """Return a matrix as a JSON object: rows, each with its entries by column and its activities by kind."""
    matrix = get_matrix(sector, catalogue)
    record = catalogue.sector_by_id[sector]
    return {
        "sector": {"id": record.id, "title": record.title, "summary": record.summary},
        "dataset": {"name": catalogue.name, "hash": catalogue.content_hash},
        "source": {
            "id": matrix.citation.source,
            "title": catalogue.source_by_id[matrix.citation.source].title,
            "locator": matrix.citation.locator,
            "evidence": str(matrix.citation.evidence),
            "note": matrix.citation.note,
        },
        "rows": [
            {
                "at": row.at,
                "into": row.into,
                "counts": dict(zip(map(str, COLUMNS), count_entries(row), strict=True)),
                **_columns(list(row_lines(sector, matrix, row, catalogue))),
                "activities": {str(kind): _activities(kind, row, catalogue) for kind in Kind},
            }
            for row in matrix.rows
        ],
    }


def matrix_to_yaml(sector: str, catalogue: Catalogue) -> str:
    """Return a matrix as the `matrix` block of a sector's data file."""
    import yaml  # late: only this form needs it

    matrix = get_matrix(sector, catalogue)
    cited = _in_layout(matrix.citation)
    rows = [_row_in_layout(row) for row in matrix.rows]
    return yaml.safe_dump({"matrix": {**cited, "rows": rows}}, allow_unicode=True, sort_keys=False, width=110)


def _columns(lines: list[MatrixLine]) -> dict[str, list[dict[str, Any]]]:
    return {str(column): [_line(each) for each in lines if each.column == column] for column in COLUMNS}


def _line(line: MatrixLine) -> dict[str, Any]:
    entry = line.entry
    return {
        "statement": line.statement,
        "entry": str(line.type),
        "ids": list(line.ids),
        "weight": line.weight and str(line.weight),
        "concepts": list(line.concepts),
        "scopes": list(line.scopes),
        "helps": list(entry.helps) if entry else [],
        "only_for": list(entry.only_for) if entry else [],
        "alternative_to": entry.alternative_to if entry else None,
        "opens": _iso(entry.opens) if entry else None,
        "closes": _iso(entry.closes) if entry else None,
        "prompts": list(entry.prompts) if entry else [],
        "source": line.source,
        "locator": line.locator,
    }


def _activities(kind: Kind, row: Row, catalogue: Catalogue) -> list[dict[str, str]]:
    found = (catalogue.activity_by_id[each] for each in row.activities(kind))
    return [{"id": each.id, "statement": each.statement, "who": str(each.who)} for each in found]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _row_in_layout(row: Row) -> dict[str, Any]:
    cells = {str(kind): [_entry_in_layout(entry) for entry in row.cell(kind)] for kind in Kind}
    activities = {str(kind): list(row.activities(kind)) for kind in Kind if row.activities(kind)}
    return {
        "at": row.at,
        "into": row.into,
        **{kind: entries for kind, entries in cells.items() if entries},
        **({"progression": [_in_layout(line) for line in row.progression]} if row.progression else {}),
        **({"activities": activities} if activities else {}),
    }


def _entry_in_layout(entry: CellEntry) -> dict[str, Any]:
    held: dict[str, Any] = _in_layout(entry)
    if len(entry.requirements) == 1:
        held = {"requirement": entry.requirements[0], **held}
        del held["requirements"]
    return held


def _in_layout(record: Any) -> Any:
    """Return a record as the data files have it: text, lists and blocks, with all that is empty left out."""
    if dataclasses.is_dataclass(record) and not isinstance(record, type):
        default = {f.name: f.default for f in dataclasses.fields(record)}
        held = {f.name: getattr(record, f.name) for f in dataclasses.fields(record)}
        return {
            name: _in_layout(value)
            for name, value in held.items()
            if value is not None and value != () and value != default[name]
        }
    if isinstance(record, tuple):
        return [_in_layout(each) for each in record]
    if isinstance(record, Enum):
        return str(record.value)
    return record.isoformat() if isinstance(record, date) else record
