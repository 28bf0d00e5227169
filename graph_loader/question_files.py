"""A file of questions: one a line, or a spreadsheet with a column for the question or for start and goal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph_loader.csv_text import SEPARATORS, Cell, read_lines
from graph_loader.refused import Refused
from graph_loader.text_files import MAX_BYTES, decode, read_bytes, shown_name
from graph_loader.yaml_text import MAX_TEXT
from pathways.checks.wording import quoted
from pathways.errors import DataError
from pathways.places import nearest_names

ASKED = ("question", "start", "goal", "prefer", "as_of", "have")
REFERENCES = ("reference", "name", "id")
"""Columns of the adviser's own, handed on as they are. Any others are left alone."""

COLUMNS = (*ASKED, *REFERENCES)

TABLE_ENDINGS = (".csv", ".tsv")

_LINE_END = re.compile(r"\r\n|\r|\n")
_BETWEEN_IDS = re.compile(r"[\s;,|]+")
_BETWEEN_CELLS = re.compile("[" + "".join(SEPARATORS) + "]")


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """What one line of a file asks, as it stands there. What it does not say is empty."""

    number: int
    question: str = ""
    start: str = ""
    goal: str = ""
    prefer: str = ""
    as_of: str = ""
    have: tuple[str, ...] = ()
    reference: str = ""


def read_question_file(path: Path) -> tuple[QuestionLine, ...]:
    """Return what a file asks, line by line. Raises DataError where it cannot be read or asks nothing."""
    name = shown_name(path)
    try:
        content = read_bytes(path, name, follow=True)
        return _read(content, name, is_table=path.suffix.lower() in TABLE_ENDINGS)
    except Refused as refused:
        raise DataError([refused.notice]) from None


def read_questions(content: bytes, name: str) -> tuple[QuestionLine, ...]:
    """Return what some text asks, line by line. `name` is what messages call it. Raises DataError."""
    try:
        return _read(content, name, is_table=False)
    except Refused as refused:
        raise DataError([refused.notice]) from None


def _read(content: bytes, name: str, is_table: bool) -> tuple[QuestionLine, ...]:
    if len(content) > MAX_BYTES:
        text = f"There are more than {MAX_BYTES:,} bytes; at most that many are read. Split them."
        raise Refused("too-large", name, (1, 1), text)
    text = decode(content, name)
    read = _read_table if is_table or _begins_as_table(text) else _read_lines
    lines = tuple(read(text, name))
    if not lines:
        text = "There is no question here. Write one on each line, or a table with a column 'question'."
        raise Refused("no-data", name, (1, 1), text)
    return lines


def _begins_as_table(text: str) -> bool:
    """Say whether the first line that says anything names columns and nothing else."""
    first = next((line for line in _LINE_END.split(text) if line.strip()), "")
    names = {_column(part.strip(' "')) for part in _BETWEEN_CELLS.split(first)}
    return names <= {*COLUMNS} and not names <= {*REFERENCES}


def _read_lines(text: str, name: str) -> Iterator[QuestionLine]:
    for number, line in enumerate(_LINE_END.split(text), 1):
        question = line.strip()
        if len(question) > MAX_TEXT:
            message = (
                f"This line has {len(question):,} characters; at most {MAX_TEXT:,} are read. Shorten it."
            )
            raise Refused("value-too-long", name, (number, 1), message)
        if question and not question.startswith("#"):
            yield QuestionLine(number, question)


def _read_table(text: str, name: str) -> Iterator[QuestionLine]:
    rows = read_lines(text, name, COLUMNS)
    columns = _read_header(next(rows, []), name)
    for cells in rows:
        if len(cells) > len(columns) and any(cell.text for cell in cells[len(columns) :]):
            extra = next(cell for cell in cells[len(columns) :] if cell.text)
            message = "This line has more cells than the first. Put text with a comma in quotes."
            raise Refused("csv-line", name, extra.at, message)
        yield _line(cells, columns)


def _read_header(head: Sequence[Cell], name: str) -> list[str]:
    """Return the columns in their order. Raises Refused where one stands twice, is misspelt or is missing."""
    columns = [_column(cell.text) for cell in head]
    absent = [each for each in ASKED if each not in columns]
    for number, (column, cell) in enumerate(zip(columns, head, strict=True)):
        if column in COLUMNS and column in columns[:number]:
            text = f"The column {quoted(column)} stands twice. Keep one of them."
            raise Refused("csv-header", name, cell.at, text)
        near = () if column in COLUMNS else nearest_names(column, absent, 1)
        if near:
            text = f"There is no column {quoted(column)}. Did you mean {quoted(near[0])}?"
            raise Refused("csv-header", name, cell.at, text)
    if head and not {"question", "start", "goal"} & {*columns}:
        text = "The first line names no column to ask. Name one 'question', or two 'start' and 'goal'."
        raise Refused("csv-header", name, (1, 1), text)
    return columns


def _line(cells: Sequence[Cell], columns: Sequence[str]) -> QuestionLine:
    said = {column: cell.text for column, cell in zip(columns, cells, strict=False)}
    return QuestionLine(
        number=cells[0].at[0],
        question=said.get("question", ""),
        start=said.get("start", ""),
        goal=said.get("goal", ""),
        prefer=said.get("prefer", ""),
        as_of=said.get("as_of", ""),
        have=tuple(each for each in _BETWEEN_IDS.split(said.get("have", "")) if each),
        reference=" ".join(said[column] for column in columns if column in REFERENCES and said.get(column)),
    )


def _column(text: str) -> str:
    return text.strip().lower().replace("-", "_").replace(" ", "_")
