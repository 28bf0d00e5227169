"""CSV as spreadsheets write it: lines of cells, each with its place. Nothing is dropped or shifted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph_loader.refused import Mark, Refused
from graph_loader.yaml_text import MAX_TEXT, MAX_VALUES

SEPARATORS = (",", ";", "\t")

_QUOTED = re.compile(r'[ ]*"([^"]*(?:""[^"]*)*)"[ ]*')
_PLAIN = {separator: re.compile(f"[^{separator}\r\n]*") for separator in SEPARATORS}
_LINE_END = re.compile(r"\r\n|\r|\n")
_SAYS_SEPARATOR = re.compile(r"sep=([,;\t])[ ]*(?:\r\n|\r|\n)", re.IGNORECASE)
_GUARDED = re.compile(r"'[=+\-@\t\r\n＝＋－＠]")


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of one cell, without spaces round it, and the place where it begins."""

    text: str
    at: Mark


def read_lines(text: str, file: str, names: Sequence[str]) -> Iterator[list[Cell]]:
    """Yield the cells of each line that has anything in it.

    The separator is the one by which the first line shows most of the `names`. Raises Refused for a quote
    that is never closed, and past the limits.
    """
    said = _SAYS_SEPARATOR.match(text)
    first = said.end() if said else 0
    separator = said[1] if said else _likely_separator(text, names)
    position, line, line_start, values = first, 2 if said else 1, first, 0
    cells: list[Cell] = []
    while position <= len(text):
        at = (line, position - line_start + 1)
        quoted = _QUOTED.match(text, position)
        if quoted:
            value, end = quoted[1].replace('""', '"'), quoted.end()
        else:
            plain = _PLAIN[separator].match(text, position)
            value, end = (plain[0], plain.end()) if plain else ("", position)
        after = text[end : end + 1]
        if value.lstrip(" ").startswith('"') and not quoted:
            raise Refused("csv-quote", file, at, "A quote opens here and is never closed. Close it.")
        if quoted and after not in ("", separator, "\r", "\n"):
            raise Refused("csv-quote", file, at, _text_after_quote(text[end : end + 20]))
        if len(value) > MAX_TEXT:
            message = f"This cell has {len(value):,} characters; at most {MAX_TEXT:,} are read. Shorten it."
            raise Refused("value-too-long", file, at, message)
        values += 1
        if values > MAX_VALUES:
            raise Refused(
                "too-many-values", file, at, f"The file has more than {MAX_VALUES:,} cells. Split it."
            )
        cells.append(Cell(_unguarded(value.strip()), at))
        for inner in _LINE_END.finditer(text, position, end):
            line, line_start = line + 1, inner.end()
        if after == separator:
            position = end + 1
            continue
        if any(cell.text for cell in cells):
            yield cells
        cells = []
        line_end = _LINE_END.match(text, end)
        if line_end is None:
            return
        position = line_start = line_end.end()
        line += 1


def _likely_separator(text: str, names: Sequence[str]) -> str:
    head = next((line for line in _LINE_END.split(text[:10_000]) if line.strip()), "")
    words = {each: {part.strip(' "').lower() for part in head.split(each)} for each in SEPARATORS}
    return max(SEPARATORS, key=lambda each: len(words[each] & set(names)))


def _text_after_quote(text: str) -> str:
    shown = _LINE_END.split(text)[0]
    return (
        f"The quote that opens here closes before “{shown}”. Close it at the end, and double quotes inside."
    )


def _unguarded(text: str) -> str:
    """Take off the apostrophe that keeps a spreadsheet from reading a cell as a formula."""
    return text[1:] if _GUARDED.match(text) else text
