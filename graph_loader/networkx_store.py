"""The store that keeps the graph in this process, as a NetworkX graph: the default, with no server."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

import networkx as nx

from graph_loader.from_catalogue import FromCatalogue, closed, empty
from graph_loader.graph import to_graph
from pathways.catalogue import Catalogue
from pathways.places import unknown_name
from pathways.store import DatasetVersion


@dataclass(frozen=True, slots=True)
class _Held:
    """One dataset, whole. The store points at one of these, so that replacing it is a single assignment."""

    version: DatasetVersion
    catalogue: Catalogue
    graph: nx.MultiDiGraph[str]


def _now() -> datetime:
    return datetime.now(UTC)


class NetworkXStore(FromCatalogue):
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

    def read_current(self) -> Catalogue:
        """Return every record of what is held."""
        return self._holding().catalogue

    def close(self) -> None:
        """Let go of the graph. See GraphStore."""
        self._held = None
        self._closed = True

    def _refuse_if_closed(self) -> None:
        if self._closed:
            raise closed()

    def _holding(self) -> _Held:
        """Return what is held, read once so that a replace in between changes nothing for the caller."""
        self._refuse_if_closed()
        held = self._held
        if held is None:
            raise empty()
        return held
