"""Answers about the structure of a graph from the catalogue that a store holds, whichever store it is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Mapping
from types import TracebackType
from typing import Self

from graph_loader.shortest_paths import shortest_paths
from pathways.catalogue import Catalogue
from pathways.errors import StoreUnavailable
from pathways.model import JobRole, Qualification, Sector, Step
from pathways.places import unknown_name
from pathways.store import check_limits


class FromCatalogue(ABC):
    """What stores have in common: the part of `GraphStore` that a whole catalogue answers."""

    @abstractmethod
    def read_current(self) -> Catalogue:
        """Return the current catalogue, one object as long as it is the same. Raises StoreUnavailable."""

    @abstractmethod
    def close(self) -> None:
        """Let go of what the store holds. See GraphStore."""

    def get_position(self, position_id: str) -> Qualification | JobRole:
        """Return the position with this id, or raise UnknownName. See GraphStore."""
        positions = self.read_current().position_by_id
        _refuse_unknown("position", (position_id,), positions)
        return positions[position_id]

    def list_positions(
        self, sector: str | None = None, level: str | None = None
    ) -> tuple[Qualification | JobRole, ...]:
        """Return positions by id. See GraphStore."""
        catalogue = self.read_current()
        _refuse_unknown("sector", (sector,), catalogue.sector_by_id)
        _refuse_unknown("level", (level,), catalogue.level_by_id)
        return catalogue.list_positions(sector, level)

    def list_sectors(self) -> tuple[Sector, ...]:
        """Return every sector, by id. See GraphStore."""
        return self.read_current().sectors

    def list_steps(self, from_id: str | None = None, to_id: str | None = None) -> tuple[Step, ...]:
        """Return steps by id. See GraphStore."""
        catalogue = self.read_current()
        _refuse_unknown("position", (from_id, to_id), catalogue.position_by_id)
        return tuple(
            step
            for step in (catalogue.steps if from_id is None else catalogue.steps_from.get(from_id, ()))
            if to_id in (None, step.to_id)
        )

    def find_paths(
        self, start_ids: Collection[str], goal_ids: Collection[str], k: int, max_steps: int
    ) -> tuple[tuple[str, ...], ...]:
        """Return the k paths with the fewest steps. See GraphStore."""
        catalogue = self.read_current()
        check_limits(k, max_steps)
        _refuse_unknown("position", (*start_ids, *goal_ids), catalogue.position_by_id)
        return shortest_paths(catalogue, start_ids, goal_ids, k, max_steps)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def closed() -> StoreUnavailable:
    """Return the error for a store that is used after `close`."""
    return StoreUnavailable("The store has been closed. Open it again to use it.")


def empty() -> StoreUnavailable:
    """Return the error for a store that nothing has been loaded into."""
    return StoreUnavailable("The store holds no dataset yet. Load one first.")


def _refuse_unknown(what: str, names: Iterable[str | None], known: Mapping[str, object]) -> None:
    """Raise UnknownName for the first name that is not known; None asks for nothing."""
    for name in names:
        if name is not None and name not in known:
            raise unknown_name(what, name, known)
