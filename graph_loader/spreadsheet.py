"""A matrix as a spreadsheet: what each line says, checked line by line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph_loader.csv_text import Cell, read_lines
from graph_loader.refused import Mark, Refused, error
from pathways.checks.wording import did_you_mean, quoted
from pathways.model import ConditionKind, Kind
from pathways.notices import Location, Notice, Severity
from pathways.places import nearest_names

NEEDED = ("sector", "at", "into", "kind", "statement")
COLUMNS = (*NEEDED, "entry", "id", "weight", "concept", "scope", "source", "locator")

PROGRESSION = "progression"
KINDS = (*(kind.value for kind in Kind), PROGRESSION)
REQUIREMENT, ANY_OF, CONDITION, NONE_NEEDED = "requirement", "any_of", "condition", "none_needed"
ENTRIES = (REQUIREMENT, ANY_OF, CONDITION, NONE_NEEDED, PROGRESSION)


@dataclass(frozen=True, slots=True)
class Line:
    """One cell entry of a matrix as its line says it. `cells` holds a cell for each column, empty or not."""

    file: str
    cells: dict[str, Cell]
    kind: str
    entry: str

    def __getitem__(self, column: str) -> str:
        return self.cells[column].text

    def at(self, column: str) -> Mark:
        """Return the place of a column's cell in this line."""
        return self.cells[column].at

    @property
    def number(self) -> int:
        """The line of the file that this stands in."""
        return self.cells["statement"].at[0]

    @property
    def in_row(self) -> bool:
        """Whether the line names the row it stands in."""
        return bool(self["at"] and self["into"])


def read_spreadsheet(text: str, file: str, notices: list[Notice]) -> list[Line]:
    """Return the lines that can be used. What is wrong with the others is reported to `notices`.

    Raises Refused where the file as a whole cannot be read.
    """
    rows = read_lines(text, file, COLUMNS)
    head = next(rows, None)
    if head is None:
        raise Refused("no-data", file, (1, 1), f"The file holds no data. Begin it with {', '.join(NEEDED)}.")
    header = _read_header(head, file, notices)
    lines: list[Line] = []
    for cells in rows:
        faults = list(_line_faults(cells, head, file))
        if not faults:
            line = _line(header, cells, file)
            faults = list(_cell_faults(line))
            lines.extend([] if faults else [line])
        notices.extend(faults)
    if not lines and not notices:
        raise Refused(
            "no-data", file, (1, 1), "The file has a header and no lines. Add a line for each cell entry."
        )
    return lines


def _read_header(head: list[Cell], file: str, notices: list[Notice]) -> dict[str, int]:
    """Return the position of each column that is known."""
    header: dict[str, int] = {}
    for index, cell in enumerate(head):
        name = cell.text.lower()
        if name in header:
            text = f"The column {quoted(name)} stands twice. Keep one of them."
            notices.append(error("csv-header", file, cell.at, text))
        elif name in COLUMNS:
            header[name] = index
        elif name:
            near = next(iter(nearest_names(name, COLUMNS, 1)), None)
            hint = f"Did you mean '{near}'?" if near else f"The columns are {', '.join(COLUMNS)}."
            notices.append(error("csv-header", file, cell.at, f"{quoted(cell.text)} is not a column. {hint}"))
            if near and all(near != other.text.lower() for other in head):
                header[near] = index
    missing = [name for name in NEEDED if name not in header]
    if missing:
        what = "column is" if len(missing) == 1 else "columns are"
        text = f"The first line has to name the columns; the {what} missing: {', '.join(missing)}."
        raise Refused("csv-header", file, head[0].at, text)
    return header


def _line_faults(cells: list[Cell], head: list[Cell], file: str) -> Iterator[Notice]:
    if [cell.text.lower() for cell in cells] == [cell.text.lower() for cell in head]:
        yield error(
            "csv-header", file, cells[0].at, "The line with the column names stands here again. Remove it."
        )
    elif len(cells) < len(head) or any(cell.text for cell in cells[len(head) :]):
        text = f"This line has {len(cells)} cells; the first line has {len(head)}. "
        yield error("csv-line", file, cells[0].at, text + "Put quotes round text that holds the separator.")
    else:
        for cell, above in zip(cells, head, strict=False):
            if cell.text and not above.text:
                text = f"The cell {quoted(cell.text)} has no column name above it. Name the column."
                yield error("csv-line", file, cell.at, text)


def _line(header: dict[str, int], cells: list[Cell], file: str) -> Line:
    nothing = Cell("", cells[0].at)
    named = {name: cells[header[name]] if name in header else nothing for name in COLUMNS}
    kind = named["kind"].text.lower()
    entry = named["entry"].text.lower().replace("-", "_")
    return Line(file, named, kind, entry or (PROGRESSION if kind == PROGRESSION else REQUIREMENT))


def _cell_faults(line: Line) -> Iterator[Notice]:
    """Yield what is wrong with the words of one line. Levels, ids and weights are checked as in any data."""
    for column in ("sector", "kind", "statement"):
        if not line[column]:
            yield error(
                "missing-field", line.file, line.at(column), f"The cell '{column}' is empty. Fill it in."
            )
    if bool(line["at"]) != bool(line["into"]):
        empty, full = ("into", "at") if line["at"] else ("at", "into")
        text = f"The line says '{full}' but not '{empty}'. Fill in both, or neither."
        yield error("missing-field", line.file, line.at(empty), text)
    if line["kind"] and line.kind not in KINDS:
        yield _not_a_word(line, "kind", KINDS)
    elif line.entry not in ENTRIES:
        yield _not_a_word(line, "entry", ENTRIES)
    elif line["kind"] and (line.kind == PROGRESSION) != (line.entry == PROGRESSION):
        text = (
            f"'entry' is {line.entry} where 'kind' is {line.kind}. Write progression in both, or in neither."
        )
        yield error("bad-value", line.file, line.at("entry"), text)
    elif line.entry == CONDITION and line["id"] not in list(ConditionKind):
        yield _not_a_word(line, "id", tuple(kind.value for kind in ConditionKind))
    elif line.entry == ANY_OF and not line["id"]:
        text = "The cell 'id' is empty. Name the alternatives in it, with “ | ” between them."
        yield error("missing-field", line.file, line.at("id"), text)
    elif line.entry != REQUIREMENT and not (line["at"] or line["into"]):
        text = "The line is left out: only a requirement can stand outside a row. Fill in 'at' and 'into'."
        yield Notice("not-read", Severity.WARNING, Location(line.file, *line.at("at")), text)


def _not_a_word(line: Line, column: str, words: tuple[str, ...]) -> Notice:
    name = "The kind of the condition, in 'id'," if column == "id" else f"'{column}'"
    shown = quoted(line[column]) if line[column] else "empty"
    hint = did_you_mean(line[column], words, f"Write one of {', '.join(words)}.")
    return error(
        "bad-value", line.file, line.at(column), f"{name} is {shown}, which is not known here. {hint}"
    )
