"""Opens a store of the graph by name, filled from the data that ship or from data of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pathways.errors import InvalidQuery, StoreUnavailable
from pathways.store import GraphStore

if TYPE_CHECKING:
    import networkx as nx

    from graph_loader.networkx_store import NetworkXStore

STORES = ("networkx", "neo4j")


def open_store(name: str = "networkx", paths: Sequence[Path] = (), beside: bool = False) -> GraphStore:
    """Return a store with the shipped data in it, or the data of `paths`, or (`beside`) both together.

    Raises DataError for data that cannot be used, InvalidQuery for a name that is no store, and
    StoreUnavailable for one that this version cannot reach.
    """
    if name not in STORES:
        raise InvalidQuery(f"There is no store '{name[:80]}'. The stores are {' and '.join(STORES)}.")
    if name == "neo4j":
        raise StoreUnavailable(
            "This version keeps the graph in its own process and cannot use Neo4j. Use the store 'networkx'."
        )
    return _networkx_store(paths, beside)


def load_graph(paths: Sequence[Path] = ()) -> nx.MultiDiGraph[str]:
    """Return the shipped data, or the data of `paths`, as a frozen NetworkX graph: see graph_loader.graph.

    Raises DataError for data that cannot be used.
    """
    return _networkx_store(paths, beside=False).graph


def _networkx_store(paths: Sequence[Path], beside: bool) -> NetworkXStore:
    # Late, because networkx takes longer to import than most questions take to answer.
    from graph_loader.loading import load_catalogue
    from graph_loader.networkx_store import NetworkXStore

    store = NetworkXStore()
    store.replace(load_catalogue(paths, beside=beside))
    return store
