"""A dataset read, structured and checked: a catalogue, or every reason why there is none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path as FilePath
from typing import Any, TypeVar

from graph_loader.data_files import DataFile, list_files, list_shipped_files, shipped_file
from graph_loader.gathering import Document, Gathered, gather, meant_section, refuse_newer
from graph_loader.locating import Unread, locate_findings
from graph_loader.refused import Refused
from graph_loader.spreadsheet import read_spreadsheet
from graph_loader.spreadsheet_documents import SHELF, sheet_documents
from graph_loader.spreadsheet_made import Sheet
from graph_loader.text_files import decode, read_bytes, shown_name
from graph_loader.tree import Block
from graph_loader.yaml_text import read_yaml
from pathways.catalogue import Catalogue
from pathways.errors import DataError
from pathways.notices import Notice, Severity

MOST_OF_A_CODE = 1_000
"""How many notices of one code are kept one by one; the rest are counted."""

_VOCABULARY = {"levels": "levels.yaml", "prompts": "prompts.yaml"}
"""Sections that every dataset needs and few bring themselves: taken from the shipped data where absent."""

Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading data: the catalogue, unless there was an error, and all notices by place."""

    catalogue: Catalogue | None
    notices: tuple[Notice, ...]


def load_catalogue(paths: Sequence[FilePath] = (), *, beside: bool = False) -> Catalogue:
    """Return the catalogue of the shipped data, or of the data at `paths`, or (`beside`) of both together.

    Raises DataError where the data have an error. Loading knows no date, so that nothing here is refused
    for lying in the future; `read_data` is told the date and says it.
    """
    reading = read_data(paths, beside=beside, today=date.max)
    if reading.catalogue is None:
        raise DataError(reading.notices)
    return reading.catalogue


def read_data(paths: Sequence[FilePath] = (), *, beside: bool = False, today: date) -> Reading:
    """Read and check the shipped data, or the data at `paths`, or (`beside`) both together.

    A path is a data folder, a YAML file or a spreadsheet (CSV). Never raises for what the files hold:
    everything wrong is in the notices.
    """
    notices: list[Notice] = []
    files = list_shipped_files(notices) if beside or not paths else []
    for path in paths:
        files.extend(list_files(path, notices))
    absent = any(notice.severity is Severity.ERROR for notice in notices)
    unread = Unread(blind=absent, any=absent)
    documents = list(_read_documents([each for each in files if not each.is_spreadsheet], notices, unread))
    sheets = list(_read_sheets([each for each in files if each.is_spreadsheet], today, notices, unread))
    if documents or sheets:
        brought = {meant_section(name) for each in documents for name in each.root}
        wanted = [name for section, name in _VOCABULARY.items() if section not in brought]
        documents.extend(_read_documents(map(shipped_file, wanted), notices, unread))
    if sheets:
        shelf = list(_read_documents(map(shipped_file, SHELF.values()), notices, unread))
        documents.extend(sheet_documents(sheets, documents, shelf))
    gathered = gather(documents)
    notices.extend(gathered.notices)
    catalogue = _catalogue(_name(paths, beside), gathered)
    if documents:
        notices.extend(locate_findings(catalogue, gathered, unread, today))
    failed = any(notice.severity is Severity.ERROR for notice in notices)
    return Reading(None if failed else catalogue, _in_order(notices))


def _name(paths: Sequence[FilePath], beside: bool) -> str:
    names = [shown_name(FilePath(path.name or str(path))) for path in paths]
    return " + ".join(["shipped data", *names] if beside or not paths else names)


def _read_documents(files: Iterable[DataFile], notices: list[Notice], unread: Unread) -> Iterator[Document]:
    for file in files:
        root = _attempt(file, partial(_read_root, file=file.name, notices=notices), notices, unread)
        if root is not None:
            yield Document(file.name, root)


def _read_root(text: str, file: str, notices: list[Notice]) -> Block:
    return refuse_newer(read_yaml(text, file, notices), file)


def _read_sheets(
    files: Iterable[DataFile], today: date, notices: list[Notice], unread: Unread
) -> Iterator[Sheet]:
    for file in files:
        lines = _attempt(file, partial(read_spreadsheet, file=file.name, notices=notices), notices, unread)
        if lines:
            yield Sheet(file.name, _saved_on(file.path, today), tuple(lines))


def _saved_on(path: FilePath, today: date) -> date:
    """Return the day a file was last changed: nobody has looked at what it says since."""
    try:
        return min(datetime.fromtimestamp(path.stat().st_mtime, UTC).date(), today)
    except (OSError, ValueError, OverflowError):
        return today


def _attempt(
    file: DataFile, read: Callable[[str], Read], notices: list[Notice], unread: Unread
) -> Read | None:
    """Read a file; where it is refused, note why, and what can be known of it all the same."""
    content: bytes | None = None
    try:
        content = read_bytes(file.path, file.name, follow=file.named)
        return read(decode(content, file.name))
    except Refused as refused:
        notices.append(refused.notice)
        unread.add("" if content is None else content.decode("utf-8", "replace").replace("\0", ""))
        unread.blind = unread.blind or content is None
        return None


def _catalogue(name: str, gathered: Gathered) -> Catalogue:
    records: dict[str, list[Any]] = {}
    for placed in gathered.placed:
        if placed.structured.record is not None:
            records.setdefault(placed.section, []).append(placed.structured.record)
    return Catalogue.of(name, **records)


def _in_order(notices: list[Notice]) -> tuple[Notice, ...]:
    """Sort by place, those without one last; keep the first thousand of each code and count the rest."""
    counts: dict[tuple[str, Severity], int] = {}
    kept: list[Notice] = []
    for notice in sorted(notices, key=_place):
        key = (notice.code, notice.severity)
        counts[key] = counts.get(key, 0) + 1
        if counts[key] <= MOST_OF_A_CODE:
            kept.append(notice)
    for (code, severity), count in counts.items():
        if count > MOST_OF_A_CODE:
            text = f"There are {count:,} notices '{code}' in all; the first {MOST_OF_A_CODE:,} are shown."
            kept.append(Notice(code, severity, None, text))
    return tuple(kept)


def _place(notice: Notice) -> tuple[bool, str, int, int, str, str]:
    where = notice.location
    if where is None:
        return (True, "", 0, 0, notice.code, notice.message)
    return (False, where.file, where.line, where.column, notice.code, notice.message)
