"""Registers as they are published: apprenticeship standards, regulated qualifications, early years, T Levels.

The folder is laid out as `LAYOUTS` says. Everything is read as text; a number may end in X. A file that is
not what it should be is refused, with its name and line, rather than passed over: what is missing from it
would look like a difference.
"""

from __future__ import annotations

import csv
import gzip
import io
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from graph_loader.refused import Refused
from pathways.audit import CURRENT, Published
from pathways.errors import DataError, InvalidQuery

MOST_BYTES = 100_000_000
"""How much of one file is read, unpacked."""

_NUMBER = re.compile(r"\b\d{3}/?\d{4}/?[\dXx]\b")
_DAY_IN_NAME = re.compile(r"(\d{4}-\d\d-\d\d)|(\d\d)-(\d\d)-(\d\d)(?!\d)|(\d{4})")


@dataclass(frozen=True, slots=True)
class Layout:
    """Which columns of a file hold what. `months` and `day` are None where no column does."""

    reference: str
    title: str
    level: str | None = None
    months: str | None = None
    day: str | None = None
    several: bool = False
    """Whether one cell can hold several numbers, or words in place of one."""

    @property
    def columns(self) -> list[str]:
        """The columns that a file has to have."""
        return [each for each in (self.reference, self.title, self.level, self.months, self.day) if each]


LAYOUTS: dict[str, Layout] = {
    "standards/standards_sector_subset_*": Layout("reference", "title", "level", "typical_duration_months"),
    "standards/apprenticeship_standards_*": Layout("reference", "title", "level", "duration_months"),
    "standards/ifate_standards_*": Layout("Reference", "Name", "Level", "Typical Duration"),
    "standards/apprenticeship_frameworks_*": Layout("Id", "Title", "Level"),
    "ofqual/*": Layout("QualificationNumber", "QualificationName", "Level", day="DateOfOfqualDataSnapshot"),
    "early_years/*": Layout(
        "Qualification Number", "Qualification Name", "Qualification Level", several=True
    ),
    "t_levels/tl_pathways": Layout("LarId", "TlevelTitle"),
    "t_levels/qualification": Layout("Code", "Title"),
}
"""The files that are read, by folder and name without .csv or .csv.gz, and what stands in them."""


def read_open_data(folder: Path) -> tuple[Published, ...]:
    """Return every line of every register in a folder.

    Raises InvalidQuery where there is no such folder or it lacks a register, DataError for a file that cannot
    be read.
    """
    if not folder.is_dir():
        raise InvalidQuery(f"There is no folder '{folder}' to take open data from.")
    records: list[Published] = []
    for pattern, layout in LAYOUTS.items():
        files = sorted([*folder.glob(f"{pattern}.csv"), *folder.glob(f"{pattern}.csv.gz")])
        if not files:
            raise InvalidQuery(f"The folder '{folder}' has no '{pattern}.csv' or '{pattern}.csv.gz'. Add it.")
        try:
            for file in files:
                records.extend(_read_file(file, file.relative_to(folder).as_posix(), layout))
        except Refused as refused:
            raise DataError([refused.notice]) from None
    return tuple(records)


def _read_file(path: Path, name: str, layout: Layout) -> Iterator[Published]:
    day_of_file = _day_in(path.name)
    lines = csv.reader(io.StringIO(_text_of(path, name), newline=""), strict=True)
    try:
        head = next(lines, [])
        missing = [each for each in layout.columns if each not in head]
        if missing:
            raise _refuse(name, 1, f"The first line has no column '{missing[0]}'.")
        for cells in lines:
            if not cells:
                continue
            if len(cells) != len(head):
                raise _refuse(
                    name, lines.line_num, f"The line has {len(cells)} cells, and the first {len(head)}."
                )
            row = dict(zip(head, map(str.strip, cells), strict=True))
            yield from _records(row, layout, day_of_file, name, lines.line_num)
    except csv.Error as error:
        raise _refuse(name, lines.line_num, f"This is not CSV: {error}.") from None


def _records(row: dict[str, str], layout: Layout, day: str, name: str, line: int) -> Iterator[Published]:
    def read(
        column: str | None, reader: Callable[[str], str | int | tuple[str, ...] | None], what: str
    ) -> object:
        said = row[column] if column else ""
        try:
            return reader(said)
        except ValueError:
            raise _refuse(name, line, f"'{column}' is '{said[:60]}', which is no {what}.") from None

    said = row[layout.reference]
    references = _NUMBER.findall(said) if layout.several else [said] if said else []
    if not references:
        return
    levels, months = read(layout.level, _levels, "level"), read(layout.months, _months, "whole number")
    date = read(layout.day, _iso_day, "day (dd/mm/yyyy)") if layout.day else day
    for each in references:
        yield Published(each, row[layout.title], levels, months, date, f"{name}:{line}")  # type: ignore[arg-type]


def _levels(said: str) -> tuple[str, ...]:
    """Read "3", "Level 3", "Level 1/2", "Entry Level"."""
    if not said or said == "0":  # a standard that was still a proposal
        return ()
    if said.casefold().startswith("entry"):
        return ("E",)
    return tuple(f"L{int(each)}" for each in said.casefold().removeprefix("level").split("/"))


def _months(said: str) -> int | None:
    """Read "18" or "18.0". Registers write 0 where they know none."""
    return int(float(said)) or None if said and said.casefold() != "nan" else None


def _iso_day(said: str) -> str:
    day, month, year = said.split("/")
    return f"{int(year):04}-{int(month):02}-{int(day):02}"


def _day_in(name: str) -> str:
    """Return the date in the name of a file: of "-09-08-24.csv", "-2018-05-08.csv", "_2020.csv"."""
    found = _DAY_IN_NAME.search(name)
    if not found:
        return CURRENT
    iso, day, month, short_year, year = found.groups()
    return iso or year or f"20{short_year}-{month}-{day}"


def _text_of(path: Path, name: str) -> str:
    """Return the text of a file, unpacked where its name ends in .gz, in whichever encoding it is written."""
    try:
        with gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise _refuse(name, 1, f"The file cannot be read: {error}.") from None
    if len(content) > MOST_BYTES:
        raise _refuse(name, 1, f"The file has more than {MOST_BYTES:,} bytes.")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _refuse(name: str, line: int, message: str) -> Refused:
    return Refused("open-data", name, (max(line, 1), 1), message)
