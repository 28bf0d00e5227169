"""The files of a dataset as they were when each was first opened: read once, whoever asks for them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from graph_loader.data_files import DataFile, list_files, list_shipped_files
from graph_loader.refused import Refused
from graph_loader.text_files import read_bytes, shown_name
from pathways.notices import Notice, Severity


class Snapshot:
    """What a dataset is made of. Its content does not change while it is read, even where the files do."""

    def __init__(self, paths: Sequence[Path] = (), *, beside: bool = False) -> None:
        """Find the files of the shipped data, or those at `paths`, or (`beside`) both together."""
        self.notices: list[Notice] = []
        """What is wrong with the folders."""
        self.files = list_shipped_files(self.notices) if beside or not paths else []
        for path in paths:
            self.files.extend(list_files(path, self.notices))
        names = [shown_name(Path(path.name or str(path))) for path in paths]
        self.name = " + ".join(["shipped data", *names] if beside or not paths else names)
        self._held: dict[DataFile, tuple[bytes, date | None]] = {}

    @property
    def failed(self) -> bool:
        """Whether some folder could not be looked into, or some path leads nowhere."""
        return any(notice.severity is Severity.ERROR for notice in self.notices)

    def content(self, file: DataFile) -> bytes:
        """Return the bytes of a file. Raises Refused."""
        return self._read(file)[0]

    def saved_on(self, file: DataFile, today: date) -> date:
        """Return the day a file was last changed: nobody has looked at what it says since."""
        return min(self._read(file)[1] or today, today)

    def fingerprint(self) -> str | None:
        """Return a name for all that a catalogue could be made from here; None where a file is refused.

        The shipped files belong to it whatever the data are: levels, prompts and sources are taken from them
        where the data bring none of their own.
        """
        shipped_notices: list[Notice] = []
        total = hashlib.sha256(repr((self.name, len(self.files))).encode())
        try:
            for file in dict.fromkeys((*self.files, *list_shipped_files(shipped_notices))):
                content, day = self._read(file)
                total.update(repr((file.name, str(day), len(content))).encode())
                total.update(content)
        except Refused:
            return None
        return None if self.failed or shipped_notices else total.hexdigest()

    def _read(self, file: DataFile) -> tuple[bytes, date | None]:
        held = self._held.get(file)
        if held is None:
            held = self._held[file] = (
                read_bytes(file.path, file.name, follow=file.named),
                _changed_on(file.path) if file.is_spreadsheet else None,
            )
        return held


def _changed_on(path: Path) -> date | None:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC).date()
    except (OSError, ValueError, OverflowError):
        return None
