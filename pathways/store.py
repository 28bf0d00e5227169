"""What every store of the graph can do: keep one dataset whole, and answer questions of structure.

A store knows nothing of requirements, dates or learners: those are questions of meaning, and the core
answers them from `read()`.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, fields
from datetime import datetime
from types import TracebackType
from typing import Protocol, Self

from pathways.catalogue import Catalogue
from pathways.errors import InvalidQuery
from pathways.model import JobRole, Qualification, Sector, Step


@dataclass(frozen=True, slots=True)
class DatasetVersion:
    """Which dataset a store holds. `content_hash` is that of the catalogue; `loaded_at` has a time zone.

    `counts` has one (name, number of records) pair for each field of a catalogue, in their order there.
    """

    name: str
    content_hash: str
    counts: tuple[tuple[str, int], ...]
    loaded_at: datetime

    @classmethod
    def of(cls, catalogue: Catalogue, loaded_at: datetime) -> DatasetVersion:
        """Describe a catalogue as it is loaded."""
        groups = [each.name for each in fields(catalogue) if each.name != "name"]
        counts = tuple((group, len(getattr(catalogue, group))) for group in groups)
        return cls(catalogue.name, catalogue.content_hash, counts, loaded_at)

    def describes(self, catalogue: Catalogue) -> bool:
        """Say whether a catalogue is this dataset: the same name and the same content."""
        return (self.name, self.content_hash) == (catalogue.name, catalogue.content_hash)


class GraphStore(Protocol):
    """Keeps one dataset and reads from it. Use it in a `with` block, or call `close` at the end.

    Readers see the dataset before a `replace` or the one after it, whole, and never a mixture. Until
    something has been loaded, reading raises StoreUnavailable; after `close`, so does every method but
    `close`. A name that is not in the dataset always raises UnknownName, with the nearest names that are
    in `suggestions`.
    """

    def replace(self, catalogue: Catalogue) -> DatasetVersion:
        """Put a catalogue in the place of what is held, all of it or, if anything fails, none of it.

        The same name and content as now change nothing and return the version that is already there.
        Raises DataError where a record points at one that is not in the catalogue.
        """

    def current(self) -> DatasetVersion | None:
        """Return what is held, or None where nothing has been loaded yet."""

    def read(self, version: DatasetVersion | None = None) -> Catalogue:
        """Return every record: levels by rank, all else by id, equal to what was put in.

        Without a version, the current one. Raises UnknownName for a version that is no longer held.
        """

    def get_position(self, position_id: str) -> Qualification | JobRole:
        """Return the qualification or job role with this id. Raises UnknownName where there is none."""

    def list_positions(
        self, sector: str | None = None, level: str | None = None
    ) -> tuple[Qualification | JobRole, ...]:
        """Return the positions of a sector, a level, or both, by id; all where neither is given."""

    def list_sectors(self) -> tuple[Sector, ...]:
        """Return every sector, by id."""

    def list_steps(self, from_id: str | None = None, to_id: str | None = None) -> tuple[Step, ...]:
        """Return the steps from a position, into one, or both, by step id; all where neither is given."""

    def find_paths(
        self, start_ids: Collection[str], goal_ids: Collection[str], k: int, max_steps: int
    ) -> tuple[tuple[str, ...], ...]:
        """Return the k paths with the fewest steps from any start to any goal, as tuples of step ids.

        Fewest steps first, and by step ids among equals. No path meets a position twice, and each stops at
        the first goal it meets, so a start that is a goal begins no path. Two steps between the same
        positions make two paths. Dates play no part. Empty where there is no path, no start or no goal.
        Raises InvalidQuery where k or max_steps is below 1.
        """

    def close(self) -> None:
        """Let go of what the store holds. Closing twice does no harm."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


def check_limits(k: int, max_steps: int) -> None:
    """Raise InvalidQuery where find_paths is asked for fewer than one path, or paths of no steps."""
    for name, value in (("k", k), ("max_steps", max_steps)):
        if value < 1:
            raise InvalidQuery(f"{name} is {value}; it must be at least 1.")
