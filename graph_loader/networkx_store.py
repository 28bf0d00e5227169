"""The store that keeps the graph in this process, as a NetworkX graph: the default, with no server."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

import networkx as nx

from graph_loader.graph import to_graph
from graph_loader.shortest_paths import shortest_paths
from pathways.catalogue import Catalogue
from pathways.errors import StoreUnavailable
from pathways.model import JobRole, Qualification, Sector, Step
from pathways.places import unknown_name
from pathways.store import DatasetVersion, check_limits


@dataclass(frozen=True, slots=True)
class _Held:
    """One dataset, whole. The store points at one of these, so that replacing it is a single assignment."""

    version: DatasetVersion
    catalogue: Catalogue
    graph: nx.MultiDiGraph[str]


def _now() -> datetime:
    return datetime.now(UTC)


class NetworkXStore:
    """A `GraphStore` in memory. `graph` is there to be looked at, drawn and searched: see graph_loader.graph.

    Answers come from the records themselves, so nothing done to the graph's attributes changes them.
    `clock` gives the time that a version says it was loaded at.
    """

    def __init__(self, clock: Callable[[], datetime] = _now) -> None:
        self._clock = clock
        self._held: _Held | None = None
        self._closed = False

    @property
    def graph(self) -> nx.MultiDiGraph[str]:
        """The graph that is held, frozen."""
        return self._holding().graph

    def replace(self, catalogue: Catalogue) -> DatasetVersion:
        """Put a catalogue in the place of what is held. See GraphStore."""
        self._refuse_if_closed()
        held = self._held
        if held and held.version.describes(catalogue):
            return held.version
        version = DatasetVersion.of(catalogue, self._clock())
        self._held = _Held(version, catalogue, to_graph(catalogue))
        return version

    def current(self) -> DatasetVersion | None:
        """Return what is held, or None. See GraphStore."""
        self._refuse_if_closed()
        held = self._held
        return held.version if held else None

    def read(self, version: DatasetVersion | None = None) -> Catalogue:
        """Return every record. This store keeps no version but the current one. See GraphStore."""
        held = self._holding()
        if version and version.content_hash != held.version.content_hash:
            raise unknown_name("dataset version", version.content_hash, [held.version.content_hash])
        return held.catalogue

    def get_position(self, position_id: str) -> Qualification | JobRole:
        """Return the position with this id, or raise UnknownName. See GraphStore."""
        positions = self._holding().catalogue.position_by_id
        _refuse_unknown("position", (position_id,), positions)
        return positions[position_id]

    def list_positions(
        self, sector: str | None = None, level: str | None = None
    ) -> tuple[Qualification | JobRole, ...]:
        """Return positions by id. See GraphStore."""
        catalogue = self._holding().catalogue
        _refuse_unknown("sector", (sector,), catalogue.sector_by_id)
        _refuse_unknown("level", (level,), catalogue.level_by_id)
        return catalogue.list_positions(sector, level)

    def list_sectors(self) -> tuple[Sector, ...]:
        """Return every sector, by id. See GraphStore."""
        return self._holding().catalogue.sectors

    def list_steps(self, from_id: str | None = None, to_id: str | None = None) -> tuple[Step, ...]:
        """Return steps by id. See GraphStore."""
        catalogue = self._holding().catalogue
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
        catalogue = self._holding().catalogue
        check_limits(k, max_steps)
        _refuse_unknown("position", (*start_ids, *goal_ids), catalogue.position_by_id)
        return shortest_paths(catalogue, start_ids, goal_ids, k, max_steps)

    def close(self) -> None:
        """Let go of the graph. See GraphStore."""
        self._held = None
        self._closed = True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _refuse_if_closed(self) -> None:
        if self._closed:
            raise StoreUnavailable("The store has been closed. Open it again to use it.")

    def _holding(self) -> _Held:
        """Return what is held, read once so that a replace in between changes nothing for the caller."""
        self._refuse_if_closed()
        held = self._held
        if held is None:
            raise StoreUnavailable("The store holds no dataset yet. Load one first.")
        return held


def _refuse_unknown(what: str, names: Iterable[str | None], known: Mapping[str, object]) -> None:
    """Raise UnknownName for the first name that is not known; None asks for nothing."""
    for name in names:
        if name is not None and name not in known:
            raise unknown_name(what, name, known)
