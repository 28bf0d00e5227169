"""A dataset as a catalogue: the one kept from an earlier time where its files are the same, or else read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from graph_loader.kept import cache_folder, find_kept, keep
from graph_loader.snapshot import Snapshot
from pathways.catalogue import Catalogue
from pathways.errors import DataError


def load_catalogue(paths: Sequence[Path] = (), *, beside: bool = False) -> Catalogue:
    """Return the catalogue of the shipped data, or of the data at `paths`, or (`beside`) of both together.

    Raises DataError where the data have an error. Loading knows no date, so that nothing here is refused
    for lying in the future; `read_data` is told the date and says it.
    """
    snapshot = Snapshot(paths, beside=beside)
    folder = cache_folder()
    fingerprint = snapshot.fingerprint() if folder else None
    kept = find_kept(folder, fingerprint) if folder and fingerprint else None
    if kept:
        return kept
    # Late, because the readers take longer to import than a catalogue that is kept takes to load.
    from graph_loader.reading import read_snapshot

    reading = read_snapshot(snapshot, date.max)
    if reading.catalogue is None:
        raise DataError(reading.notices)
    if folder and fingerprint:
        keep(folder, fingerprint, reading.catalogue)
    return reading.catalogue
