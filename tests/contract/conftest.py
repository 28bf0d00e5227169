"""An empty store of every kind. To put a store to the suite, add a name and a way to make it."""

from collections.abc import Callable, Iterator

import pytest

from graph_loader.networkx_store import NetworkXStore
from pathways.store import GraphStore
from tests.neo4j.artifacts import VERSIONS


@pytest.fixture(params=["networkx", *(f"neo4j-{version}" for version in VERSIONS)], scope="session")
def new_store(request: pytest.FixtureRequest) -> Callable[[], GraphStore]:
    """Makes an empty store; for properties, which need one for every example.

    Stores in a database are one database: what a new one finds is what the last one left, cleared away.
    """
    name, _, version = request.param.partition("-")
    if name == "networkx":
        return NetworkXStore
    server = request.getfixturevalue("neo4j_servers").get(version)

    def new() -> GraphStore:
        from graph_loader.neo4j_session import LOADING, Neo4jSession
        from graph_loader.neo4j_store import Neo4jStore

        server.wipe()
        return Neo4jStore(Neo4jSession(server.settings, LOADING))

    return new


@pytest.fixture
def store(new_store: Callable[[], GraphStore]) -> Iterator[GraphStore]:
    """One empty store, closed at the end."""
    with new_store() as store:
        yield store


@pytest.fixture(scope="session")
def times(new_store: Callable[[], GraphStore]) -> Callable[[int], int]:
    """Says how often a test repeats what it would do so many times in memory: a database is far slower."""
    return lambda wanted: wanted if new_store is NetworkXStore else max(3, wanted // 20)
