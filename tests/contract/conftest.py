"""An empty store of every kind. To put a store to the suite, add a name and a way to make it."""

from collections.abc import Callable, Iterator

import pytest

from graph_loader.networkx_store import NetworkXStore
from pathways.store import GraphStore

STORES: dict[str, Callable[[], GraphStore]] = {"networkx": NetworkXStore}


@pytest.fixture(params=STORES, scope="session")
def new_store(request: pytest.FixtureRequest) -> Callable[[], GraphStore]:
    """Makes an empty store; for properties, which need one for every example."""
    return STORES[request.param]


@pytest.fixture
def store(new_store: Callable[[], GraphStore]) -> Iterator[GraphStore]:
    """One empty store, closed at the end."""
    with new_store() as store:
        yield store
