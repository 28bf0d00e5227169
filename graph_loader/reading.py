"""A dataset read, structured and checked: a catalogue, or every reason why there is none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path as FilePath
from typing import Any, TypeVar

from graph_loader.data_files import DataFile, shipped_file
from graph_loader.gathering import Document, Gathered, gather, meant_section, refuse_newer
from graph_loader.locating import Unread, locate_findings
from graph_loader.refused import Refused
from graph_loader.snapshot import Snapshot
from graph_loader.spreadsheet import read_spreadsheet
from graph_loader.spreadsheet_documents import SHELF, sheet_documents
from graph_loader.spreadsheet_made import Sheet
from graph_loader.text_files import decode
from graph_loader.tree import Block
from graph_loader.yaml_text import read_yaml
from pathways.catalogue import Catalogue
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


def read_data(paths: Sequence[FilePath] = (), *, beside: bool = False, today: date) -> Reading:
    """Read and check the shipped data, or the data at `paths`, or (`beside`) both together.

    A path is a data folder, a YAML file or a spreadsheet (CSV). Never raises for what the files hold:
    everything wrong is in the notices.
    """
    return read_snapshot(Snapshot(paths, beside=beside), today)


def read_snapshot(snapshot: Snapshot, today: date) -> Reading:
    """Read and check the files of a snapshot: see `read_data`."""
    reader = _Reader(snapshot, today)
    documents = list(reader.read_documents(each for each in snapshot.files if not each.is_spreadsheet))
    sheets = list(reader.read_sheets(each for each in snapshot.files if each.is_spreadsheet))
    if documents or sheets:
        brought = {meant_section(name) for each in documents for name in each.root}
        wanted = [name for section, name in _VOCABULARY.items() if section not in brought]
        documents.extend(reader.read_documents(map(shipped_file, wanted)))
    if sheets:
        shelf = list(reader.read_documents(map(shipped_file, SHELF.values())))
        documents.extend(sheet_documents(sheets, documents, shelf))
    gathered = gather(documents)
    catalogue = _catalogue(snapshot.name, gathered)
    notices = [*reader.notices, *gathered.notices]
    if documents:
        notices.extend(locate_findings(catalogue, gathered, reader.unread, today))
    failed = any(notice.severity is Severity.ERROR for notice in notices)
    return Reading(None if failed else catalogue, _in_order(notices))


class _Reader:
    """Takes the files of a snapshot one by one, and notes what is wrong with them."""

    def __init__(self, snapshot: Snapshot, today: date) -> None:
        self.notices = [*snapshot.notices]
        self.unread = Unread(blind=snapshot.failed, any=snapshot.failed)
        self._snapshot = snapshot
        self._today = today

    def read_documents(self, files: Iterable[DataFile]) -> Iterator[Document]:
        """Yield what each file holds that can be read."""
        for file in files:
            root = self._attempt(file, partial(_read_root, file=file.name, notices=self.notices))
            if root is not None:
                yield Document(file.name, root)

    def read_sheets(self, files: Iterable[DataFile]) -> Iterator[Sheet]:
        """Yield the lines of each spreadsheet that can be read."""
        for file in files:
            lines = self._attempt(file, partial(read_spreadsheet, file=file.name, notices=self.notices))
            if lines:
                yield Sheet(file.name, self._snapshot.saved_on(file, self._today), tuple(lines))

    def _attempt(self, file: DataFile, read: Callable[[str], Read]) -> Read | None:
        """Read a file; where it is refused, note why, and what can be known of it all the same."""
        content: bytes | None = None
        try:
            content = self._snapshot.content(file)
            return read(decode(content, file.name))
        except Refused as refused:
            self.notices.append(refused.notice)
            self.unread.add("" if content is None else content.decode("utf-8", "replace").replace("\0", ""))
            self.unread.blind = self.unread.blind or content is None
            return None


def _read_root(text: str, file: str, notices: list[Notice]) -> Block:
    return refuse_newer(read_yaml(text, file, notices), file)


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
