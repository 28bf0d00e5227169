"""The check of the data that the web app uses, as they stand in their files now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from graph_loader import read_data
from graph_loader.data_files import DataFile, list_files, list_shipped_files
from pathways.notices import Notice, Severity

WORST_FIRST = tuple(Severity)


class Order(StrEnum):
    """What notices are sorted by."""

    WORST = "worst"
    PLACE = "place"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Checked:
    """Every notice on a dataset, by place. `content_hash` is None where an error keeps it from being used."""

    notices: tuple[Notice, ...]
    content_hash: str | None
    files: int
    at: datetime


def check_files(data: Sequence[Path], beside: Sequence[Path], today: date, at: datetime) -> Checked:
    """Read and check the data anew. `at` is the time this is done."""
    reading = read_data((*data, *beside), beside=_beside_shipped(data, beside), today=today)
    version = reading.catalogue.content_hash if reading.catalogue else None
    return Checked(reading.notices, version, len(_files(data, beside)), at)


def files_stamp(data: Sequence[Path], beside: Sequence[Path]) -> tuple[tuple[str, int, int], ...]:
    """Return the name, size and time of change of every file, to know when a check is out of date."""
    return tuple(_stamps(_files(data, beside)))


def chosen_notices(notices: Iterable[Notice], severity: Severity | None, order: Order) -> list[Notice]:
    """Return the notices of one severity, or all, in the order asked for.

    Among equals those about the data as a whole come first, then all by place.
    """
    shown = [each for each in notices if severity in (None, each.severity)]
    shown.sort(key=lambda each: each.location is not None)
    match order:
        case Order.WORST:
            shown.sort(key=lambda each: WORST_FIRST.index(each.severity))
        case Order.CODE:
            shown.sort(key=lambda each: each.code)
    return shown


def _beside_shipped(data: Sequence[Path], beside: Sequence[Path]) -> bool:
    return not data and bool(beside)


def _files(data: Sequence[Path], beside: Sequence[Path]) -> list[DataFile]:
    ignored: list[Notice] = []
    files = [] if data else list_shipped_files(ignored)
    for path in (*data, *beside):
        files.extend(list_files(path, ignored))
    return files


def _stamps(files: Iterable[DataFile]) -> Iterator[tuple[str, int, int]]:
    for file in files:
        try:
            found = file.path.stat()
        except (OSError, ValueError):
            yield file.name, -1, -1
        else:
            yield file.name, found.st_size, found.st_mtime_ns
