"""Which files a dataset is made of: those of a data folder, one YAML file, or one spreadsheet (CSV)."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from graph_loader.refused import Refused
from graph_loader.text_files import shown_name, unreadable
from pathways.notices import Location, Notice, Severity
from pathways.places import nearest_names

YAML_ENDINGS = (".yaml", ".yml")
SPREADSHEET_ENDINGS = (".csv", ".tsv", ".txt")
SUBFOLDERS = ("requirements", "sectors")
EXAMPLES = "examples"
"""A folder beside the data that is never read as part of them."""

MAX_FILES = 2_000


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file to read, and its name as messages show it. `named` says that the person named it themselves."""

    path: Path
    name: str
    named: bool = False

    @property
    def is_spreadsheet(self) -> bool:
        """Whether this is read as a spreadsheet rather than as YAML."""
        return self.path.suffix.lower() in SPREADSHEET_ENDINGS


def shipped_data() -> Path:
    """Return the folder of the data that come with Pathway Explorer."""
    packaged = Path(__file__).parent / "data"
    return packaged if packaged.is_dir() else Path(__file__).parent.parent / "data"


def shipped_file(name: str) -> DataFile:
    """Return one file of the shipped data, by its path inside their folder."""
    return DataFile(shipped_data() / name, f"data/{name}")


def list_shipped_files(notices: list[Notice]) -> list[DataFile]:
    """Return the files of the shipped data. What cannot be read is reported to `notices`."""
    return _list_folder(shipped_data(), "data", notices)


def list_files(path: Path, notices: list[Notice]) -> list[DataFile]:
    """Return the files at a path in order of name. What cannot be read is reported to `notices`."""
    name = shown_name(path)
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
    except (OSError, ValueError) as problem:
        notices.append(unreadable(name, problem).notice)
        return []
    return _list_folder(path, name, notices) if is_folder else [DataFile(path, name, named=True)]


def _list_folder(folder: Path, name: str, notices: list[Notice]) -> list[DataFile]:
    before = len(notices)
    files = list(_walk(folder, name, notices))
    if not files and len(notices) == before:
        text = "The folder holds no data. Put a sector file into a folder “sectors” in it."
        notices.append(Refused("no-data", name, (1, 1), text).notice)
    if len(files) > MAX_FILES:
        text = f"The folder holds {len(files):,} files; at most {MAX_FILES:,} are read. Name a smaller one."
        notices.append(Refused("too-large", name, (1, 1), text).notice)
        return []
    return files


def _walk(folder: Path, name: str, notices: list[Notice]) -> Iterator[DataFile]:
    for entry in _entries(folder, name, notices):
        shown = f"{name}/{shown_name(Path(entry.name))}"
        if _is_data(entry.name):
            yield DataFile(Path(entry.path), shown)
        elif not entry.is_dir(follow_symlinks=False):
            continue
        elif entry.name in SUBFOLDERS:
            for inner in _entries(Path(entry.path), shown, notices):
                if _is_data(inner.name):
                    yield DataFile(Path(inner.path), f"{shown}/{shown_name(Path(inner.name))}")
        elif entry.name != EXAMPLES:
            notices.extend(_folder_not_read(Path(entry.path), entry.name, shown))


def _entries(folder: Path, name: str, notices: list[Notice]) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return sorted(
                (each for each in found if not each.name.startswith(".")), key=lambda each: each.name
            )
    except OSError as problem:
        notices.append(unreadable(name, problem).notice)
        return []


def _is_data(name: str) -> bool:
    return name.lower().endswith((*YAML_ENDINGS, ".csv"))


def _folder_not_read(folder: Path, name: str, shown: str) -> Iterator[Notice]:
    ignored: list[Notice] = []
    if not any(_is_data(each.name) for each in _entries(folder, shown, ignored)):
        return
    near = nearest_names(name, SUBFOLDERS, 1)
    hint = f"Did you mean '{near[0]}'?" if near else f"Only {' and '.join(SUBFOLDERS)} are read."
    yield Notice(
        "not-read", Severity.WARNING, Location(shown, 1, 1), f"The files in this folder are not read. {hint}"
    )
