"""Writes a whole graph for other tools: all of it, or nothing that anyone could take for it."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from graph_loader.exports.gexf import write_gexf
from graph_loader.exports.graphml import write_graphml
from graph_loader.exports.neo4j_csv import ARGUMENTS, is_ours, write_neo4j_csv
from graph_loader.exports.node_link import write_node_link
from graph_loader.graph import Size, measure
from graph_loader.text_files import shown_name
from pathways.catalogue import Catalogue
from pathways.errors import InvalidQuery

FILE_FORMS: dict[str, Callable[[Catalogue, BinaryIO], None]] = {
    "graphml": write_graphml,
    "gexf": write_gexf,
    "node-link": write_node_link,
}
"""The forms that are one file."""

FOLDER_FORM = "neo4j-csv"
"""The form that is a folder of files."""


def export(catalogue: Catalogue, form: str, path: Path, *, force: bool = False) -> Size:
    """Write a catalogue to a file, or for `neo4j-csv` to a folder, and return how much there was to write.

    What stands there is replaced where `force` says so, and only when all else is done. Raises DataError
    where the form cannot hold a value, InvalidQuery where the place cannot be written to; then all is as
    before.
    """
    size = measure(catalogue)
    with _beside(path) as part:
        if form == FOLDER_FORM:
            _refuse_folder(path, force)
            part.mkdir()
            write_neo4j_csv(catalogue, part)
            _put_folder(part, path)
        else:
            _refuse_file(path, force)
            with part.open("xb") as file:
                FILE_FORMS[form](catalogue, file)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
    return size


def export_to(catalogue: Catalogue, form: str, file: BinaryIO) -> Size:
    """Write a catalogue to an open file, in a form that is one file. Raises as `export` does."""
    if form == FOLDER_FORM:
        raise InvalidQuery(f"{FOLDER_FORM} is a folder of files. Name a folder to write it to.")
    size = measure(catalogue)
    FILE_FORMS[form](catalogue, file)
    return size


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """Give a name for what is being written, in the same folder. Nothing of it is left, whatever happens."""
    try:
        part = path.with_name(f".{os.urandom(8).hex()}.part")
    except ValueError:
        raise InvalidQuery(f"{shown_name(path)} is no name for a file or folder to write.") from None
    try:
        yield part
    except OSError as problem:
        raise InvalidQuery(_sentence(path, problem)) from None
    finally:
        if part.is_dir():
            shutil.rmtree(part, ignore_errors=True)
        else:
            part.unlink(missing_ok=True)


def _refuse_file(path: Path, force: bool) -> None:
    if path.is_dir():
        raise InvalidQuery(f"{shown_name(path)} is a folder. Name a file to write.")
    if path.exists() and not path.is_file():
        raise InvalidQuery(f"{shown_name(path)} is no ordinary file. Name another; - is standard output.")
    if path.exists() and not force:
        raise _taken(path)


def _refuse_folder(path: Path, force: bool) -> None:
    if path.exists() and not path.is_dir():
        raise InvalidQuery(f"{shown_name(path)} is a file, and {FOLDER_FORM} is a folder of files.")
    held = [*path.iterdir()] if path.exists() else []
    if any(not is_ours(each.name) or not each.is_file() for each in held):
        raise InvalidQuery(f"{shown_name(path)} holds other files too. Name a folder of its own.")
    if held and not force:
        raise _taken(path)


def _put_folder(part: Path, path: Path) -> None:
    """Put a folder that is whole in the place of what stands there, with the arguments of the import last."""
    if not path.exists():
        part.replace(path)
        return
    (path / ARGUMENTS).unlink(missing_ok=True)
    for each in path.iterdir():
        each.unlink()
    for each in sorted(part.iterdir(), key=lambda each: each.name == ARGUMENTS):
        each.replace(path / each.name)


def _taken(path: Path) -> InvalidQuery:
    return InvalidQuery(f"{shown_name(path)} is there already. Name another, or give --force to replace it.")


def _sentence(path: Path, problem: OSError) -> str:
    name = shown_name(path)
    match problem.errno:
        case errno.ENOENT | errno.ENOTDIR if not path.parent.is_dir():
            return f"{name} cannot be written: there is no folder {shown_name(path.parent)}. Make it first."
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return f"{name} cannot be written: permission denied. Name a folder that you may write to."
        case errno.ENOSPC | errno.EDQUOT:
            return f"{name} cannot be written: the disk is full. Make room, or name another place."
    reason = (os.strerror(problem.errno) if problem.errno else str(problem)).lower()
    return f"{name} cannot be written: {reason}."
