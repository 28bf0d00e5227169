"""Catalogues kept in the user's cache folder, so that files that have not changed are not read twice.

Nothing here can fail: what cannot be read, is cut short, was written by another version or by somebody else
is as if it were not there, and where nothing can be written nothing is kept. Only data are kept, never what
anybody asked.
"""

from __future__ import annotations

import contextlib
import hashlib
import marshal
import os
import re
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import graph_loader
import pathways
from graph_loader.packing import pack, unpack
from pathways.catalogue import Catalogue

CACHE = "PATHWAYS_CACHE"
"""The variable that names another folder to keep catalogues in, or says `off`."""

OFF = "off"
MOST_KEPT = 8
"""How many datasets are kept; the one used longest ago goes first."""

MOST_BYTES = 64_000_000
"""The largest catalogue that is kept."""

OLD_PART = 3_600
"""Seconds after which a file that was begun is taken to have been given up."""

_KEPT, _PART = ".kept", ".part"
_OURS = re.compile(r"[0-9a-f]{64}\.kept|[0-9a-f]{16}\.part").fullmatch
_MARK = b"pathway-explorer catalogue\n"
_DIGEST = hashlib.sha256().digest_size
_BINARY = getattr(os, "O_BINARY", 0)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY
_AS_IT_IS = os.O_RDONLY | _BINARY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


def cache_folder() -> Path | None:
    """Return the folder that catalogues are kept in, or None where nothing is to be kept."""
    named = os.environ.get(CACHE, "")
    if named.strip().lower() == OFF:
        return None
    if named:
        return Path(named)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")  # noqa: PTH111 - Path.expanduser raises without a home
    else:
        base = os.environ.get("XDG_CACHE_HOME", "") or os.path.expanduser("~/.cache")  # noqa: PTH111
    return Path(base) / "pathway-explorer" if os.path.isabs(base) else None  # noqa: PTH117 - base is text


def find_kept(folder: Path, fingerprint: str) -> Catalogue | None:
    """Return the catalogue that this program made from the files of a fingerprint, if it is kept here."""
    entry = _entry(folder, fingerprint)
    payload = _payload(entry) if entry else None
    if not entry or payload is None:
        return None
    # Only a forgery can have the digest and be no catalogue.
    with contextlib.suppress(Exception):
        catalogue = unpack(marshal.loads(payload))  # noqa: S302 - plain values, from a file of our own
        with contextlib.suppress(OSError):
            os.utime(entry)
        return catalogue
    return None


def keep(folder: Path, fingerprint: str, catalogue: Catalogue) -> None:
    """Keep a catalogue, and let go of those used longest ago. Its file appears whole or not at all."""
    entry = _entry(folder, fingerprint)
    payload = marshal.dumps(pack(catalogue))
    if not entry or len(payload) > MOST_BYTES:
        return
    part = folder / f"{os.urandom(8).hex()}{_PART}"
    with contextlib.suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            with os.fdopen(os.open(part, _NEW, 0o600), "wb") as file:
                file.write(_head(entry, payload) + payload)
            part.replace(entry)
        finally:
            part.unlink(missing_ok=True)
        _tidy(folder)


def _entry(folder: Path, fingerprint: str) -> Path | None:
    """Return the file for a fingerprint, or None where this program cannot be told from another version."""
    try:
        program = (sys.implementation.cache_tag, marshal.version, *_program_files())
    except OSError:
        return None
    return folder / (hashlib.sha256(repr((program, fingerprint)).encode()).hexdigest() + _KEPT)


def _program_files() -> Iterator[tuple[str, int, int]]:
    """Yield the path, size and time of each module that data pass through: by these Python too knows them."""
    for package in (graph_loader, pathways):
        folders = [*package.__path__]
        for folder in folders:
            with os.scandir(folder) as found:
                for each in sorted(found, key=lambda each: each.name):
                    if each.name.endswith(".py"):
                        about = each.stat()
                        yield each.path, about.st_size, about.st_mtime_ns
                    elif each.is_dir() and not each.name.startswith("_"):
                        folders.append(each.path)


def _payload(entry: Path) -> bytes | None:
    """Return what was kept in a file, if the file is ours and whole."""
    try:
        handle = os.open(entry, _AS_IT_IS)
        with os.fdopen(handle, "rb") as file:
            about = os.fstat(handle)
            ours = not hasattr(os, "geteuid") or about.st_uid == os.geteuid()
            if not ours or not stat.S_ISREG(about.st_mode) or about.st_size > MOST_BYTES:
                return None
            content = file.read()
    except OSError:
        return None
    payload = content[len(_MARK) + _DIGEST :]
    return payload if content.startswith(_head(entry, payload)) else None


def _head(entry: Path, payload: bytes) -> bytes:
    """Return what a file begins with. The name is part of it, so that no file passes for another."""
    return _MARK + hashlib.sha256(entry.name.encode() + payload).digest()


def _tidy(folder: Path) -> None:
    """Remove what was used longest ago, and what a process that was killed left unfinished."""
    with os.scandir(folder) as found:
        every = [(each.stat(follow_symlinks=False).st_mtime, each.path) for each in found if _OURS(each.name)]
    every.sort(reverse=True)
    kept = [path for _, path in every if path.endswith(_KEPT)]
    given_up = [path for when, path in every if path.endswith(_PART) and when < every[0][0] - OLD_PART]
    for path in (*kept[MOST_KEPT:], *given_up):
        Path(path).unlink(missing_ok=True)
