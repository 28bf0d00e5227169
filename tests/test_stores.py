"""Opening a store by name, and the three lines of Python that the README promises."""

import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest

from graph_loader import load_catalogue, load_graph, open_store
from graph_loader.graph import to_catalogue
from pathways.errors import DataError, InvalidQuery, StoreUnavailable

STORY = (Path(__file__).parent / "story",)


def test_a_store_is_filled_from_the_data_it_is_opened_with():
    with open_store(paths=STORY) as store:
        assert store.read() == load_catalogue(STORY)
        assert store.current().content_hash == load_catalogue(STORY).content_hash


def test_load_graph_gives_a_frozen_graph_of_the_data():
    graph = load_graph(STORY)
    assert isinstance(graph, nx.MultiDiGraph)
    assert nx.is_frozen(graph)
    assert to_catalogue(graph) == load_catalogue(STORY)


def test_a_store_nobody_knows_is_refused_by_name():
    with pytest.raises(InvalidQuery, match=r"There is no store 'sqlite'. The stores are networkx and neo4j."):
        open_store("sqlite")


def test_a_database_that_nobody_named_is_asked_for(monkeypatch):
    monkeypatch.delenv("NEO4J_URI", raising=False)
    with pytest.raises(StoreUnavailable, match="NEO4J_URI"):
        open_store("neo4j")


def test_files_are_not_put_into_a_database_by_opening_it():
    with pytest.raises(InvalidQuery, match="pathways load --to neo4j"):
        open_store("neo4j", STORY)


def test_data_that_cannot_be_used_opens_no_store(tmp_path):
    with pytest.raises(DataError):
        open_store(paths=(tmp_path / "missing.yaml",))


def test_networkx_is_not_imported_before_a_store_is_opened():
    code = "import sys, graph_loader; print('networkx' in sys.modules)"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "False"
