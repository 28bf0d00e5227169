"""Opens a store of the graph by name, filled from the data that ship or from data of one's own."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from graph_loader.neo4j_settings import read_settings
from pathways.errors import InvalidQuery
from pathways.store import GraphStore

if TYPE_CHECKING:
    import networkx as nx

    from graph_loader.neo4j_store import Neo4jStore
    from graph_loader.networkx_store import NetworkXStore

STORES = ("networkx", "neo4j")


def open_store(name: str = "networkx", paths: Sequence[Path] = (), beside: bool = False) -> GraphStore:
    """Return a store with the shipped data in it, or the data of `paths`, or (`beside`) both together.

    The store "neo4j" is the database of the settings, with what has been loaded there. Raises DataError for
    data that cannot be used; InvalidQuery for a name that is no store, and for data to put into a database,
    which `neo4j_load.load` does; StoreUnavailable where no database is named, or it cannot be reached.
    """
    if name not in STORES:
        raise InvalidQuery(f"There is no store '{name[:80]}'. The stores are {' and '.join(STORES)}.")
    if name == "neo4j":
        if paths:
            raise InvalidQuery(
                "The store 'neo4j' has its data already. Leave out --data and --with, or load those data "
                "into it first: pathways load --to neo4j."
            )
        return _neo4j_store()
    return _networkx_store(paths, beside)


def load_graph(paths: Sequence[Path] = ()) -> nx.MultiDiGraph[str]:
    """Return the shipped data, or the data of `paths`, as a frozen NetworkX graph: see graph_loader.graph.

    Raises DataError for data that cannot be used.
    """
    return _networkx_store(paths, beside=False).graph


def _neo4j_store() -> Neo4jStore:
    from graph_loader.neo4j_session import Neo4jSession
    from graph_loader.neo4j_store import Neo4jStore

    return Neo4jStore(Neo4jSession(read_settings(os.environ)))


def _networkx_store(paths: Sequence[Path], beside: bool) -> NetworkXStore:
    # Late, because networkx takes longer to import than most questions take to answer.
    from graph_loader.loading import load_catalogue
    from graph_loader.networkx_store import NetworkXStore

    store = NetworkXStore()
    store.replace(load_catalogue(paths, beside=beside))
    return store
