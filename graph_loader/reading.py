"""A dataset read, structured and checked: a catalogue, or every reason why there is none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path as FilePath
from typing import Any, TypeVar

from graph_loader.data_files import DataFile, list_files, list_shipped_files, shipped_file
from graph_loader.gathering import Document, Gathered, Placed, gather, meant_section, refuse_newer
from graph_loader.refused import Refused
from graph_loader.spreadsheet import read_spreadsheet
from graph_loader.spreadsheet_documents import SHELF, sheet_documents
from graph_loader.spreadsheet_records import Sheet
from graph_loader.text_files import decode, read_bytes, shown_name
from graph_loader.tree import Block, Items, Path, value_at
from graph_loader.yaml_text import read_yaml
from pathways.catalogue import Catalogue
from pathways.checks import ABOUT_THE_WHOLE, check_catalogue
from pathways.checks.references import list_references, near_unknown, referred_kind
from pathways.errors import DataError
from pathways.notices import Finding, Notice, Severity, Subject

MOST_OF_A_CODE = 1_000
"""How many notices of one code are kept one by one; the rest are counted."""

_VOCABULARY = {"levels": "levels.yaml", "prompts": "prompts.yaml"}
"""Sections that every dataset needs and few bring themselves: taken from the shipped data where absent."""

Read = TypeVar("Read")

_ID_LINE = re.compile(r"\bid[\"']?\s*:\s*[\"']?([A-Za-z0-9-]+)")
_WORD = re.compile(r"[A-Za-z0-9-]+")


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading data: the catalogue, unless there was an error, and all notices by place."""

    catalogue: Catalogue | None
    notices: tuple[Notice, ...]


@dataclass(slots=True)
class _Unread:
    """What is known of the parts that could not be read, so that one fault is not reported again as another.

    `ids` are defined there, `words` stand there, `nameless` are kinds of record of which one lacks its id;
    `blind` says that there is a part of which nothing is known.
    """

    ids: set[str] = field(default_factory=lambda: {""})
    words: set[str] = field(default_factory=set)
    nameless: set[str] = field(default_factory=set)
    blind: bool = False
    any: bool = False

    def add(self, text: str) -> None:
        self.any = True
        self.ids.update(_ID_LINE.findall(text))
        self.words.update(_WORD.findall(text))


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
    unread = _Unread(blind=bool(notices), any=bool(notices))
    documents = list(_read_documents([each for each in files if not each.is_spreadsheet], notices, unread))
    sheets = list(_read_sheets([each for each in files if each.is_spreadsheet], today, notices, unread))
    if documents or sheets:
        brought = {meant_section(name) for each in documents for name in each.root}
        absent = [name for section, name in _VOCABULARY.items() if section not in brought]
        documents.extend(_read_documents(map(shipped_file, absent), notices, unread))
    if sheets:
        shelf = list(_read_documents(map(shipped_file, SHELF.values()), notices, unread))
        documents.extend(sheet_documents(sheets, documents, shelf))
    gathered = gather(documents)
    notices.extend(gathered.notices)
    catalogue = _catalogue(_name(paths, beside), gathered)
    if documents:
        notices.extend(_check(catalogue, gathered, unread, today))
    failed = any(notice.severity is Severity.ERROR for notice in notices)
    return Reading(None if failed else catalogue, _in_order(notices))


def _name(paths: Sequence[FilePath], beside: bool) -> str:
    names = [shown_name(FilePath(path.name or str(path))) for path in paths]
    return " + ".join(["shipped data", *names] if beside or not paths else names)


def _read_documents(files: Iterable[DataFile], notices: list[Notice], unread: _Unread) -> Iterator[Document]:
    for file in files:
        root = _attempt(file, partial(_read_root, file=file.name, notices=notices), notices, unread)
        if root is not None:
            yield Document(file.name, root)


def _read_root(text: str, file: str, notices: list[Notice]) -> Block:
    return refuse_newer(read_yaml(text, file, notices), file)


def _read_sheets(
    files: Iterable[DataFile], today: date, notices: list[Notice], unread: _Unread
) -> Iterator[Sheet]:
    for file in files:
        lines = _attempt(file, partial(read_spreadsheet, file=file.name, notices=notices), notices, unread)
        if lines:
            saved_on = datetime.fromtimestamp(file.path.stat().st_mtime, UTC).date()
            yield Sheet(file.name, min(saved_on, today), tuple(lines))


def _attempt(
    file: DataFile, read: Callable[[str], Read], notices: list[Notice], unread: _Unread
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


def _check(catalogue: Catalogue, gathered: Gathered, unread: _Unread, today: date) -> Iterator[Notice]:
    """Check a catalogue, and leave out what only repeats a fault that was found in reading."""
    by_subject = {placed.subject: placed for placed in gathered.placed}
    for placed in gathered.placed:
        structured = placed.structured
        for path in structured.removed:
            unread.any = True
            unread.words.update(_words(value_at(placed.block, path)))
        if structured.record is None:
            unread.ids.add(placed.id)
            if not placed.id:
                unread.nameless.add(referred_kind(placed.subject.kind))
    hidden = set(_explained(catalogue, unread)) if unread.any else set()
    for finding in check_catalogue(catalogue, today):
        if finding.code in ABOUT_THE_WHOLE and unread.any:
            continue
        if finding.code == "unknown-id" and finding.subject in hidden:
            continue
        if finding.code == "unused" and (unread.blind or finding.subject.id in unread.words):
            continue
        placed_at = by_subject.get(Subject(finding.subject.kind, finding.subject.id))
        notice = _locate(finding, placed_at)
        if notice:
            yield notice


def _explained(catalogue: Catalogue, unread: _Unread) -> Iterator[Subject]:
    """Yield where a record names another that was defined in a part that could not be read."""
    near = near_unknown(catalogue)
    for each in list_references(catalogue):
        nameless = each.kind in unread.nameless and not near.get((each.kind, each.id))
        if unread.blind or nameless or each.id in unread.ids:
            yield each.subject


def _locate(finding: Finding, placed: Placed | None) -> Notice | None:
    """Return the notice of a finding; None where reading found the same field at fault."""
    if placed is None:
        return Notice(finding.code, finding.severity, None, finding.message, finding.subject)
    path = placed.structured.path_in_file(finding.subject.field)
    at_fault = [fault.path for fault in placed.structured.faults] + list(placed.structured.stand_ins)
    if any(_overlap(path, fault) for fault in at_fault):
        return None
    subject = Subject(finding.subject.kind, finding.subject.id, path)
    return Notice(finding.code, finding.severity, placed.locate(path), finding.message, subject)


def _overlap(path: Path, fault: Path) -> bool:
    return path[: len(fault)] == fault or (path != () and fault[: len(path)] == path)


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, Block):
        for each in value.values():
            yield from _words(each)
    elif isinstance(value, Items):
        for each in value:
            yield from _words(each)
    elif isinstance(value, str):
        yield from _WORD.findall(value)


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
