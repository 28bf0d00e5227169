"""What is exported for `neo4j-admin database import` is, once imported, what a load writes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from neo4j import GraphDatabase

from graph_loader import load_catalogue
from graph_loader.exporting import export
from graph_loader.exports.neo4j_csv import ARGUMENTS
from graph_loader.neo4j_load import load
from graph_loader.neo4j_session import LOADING, Neo4jSession
from graph_loader.neo4j_store import Neo4jStore
from pathways.catalogue import Catalogue
from tests.cli import STORY
from tests.neo4j.artifacts import VERSIONS, NotHere
from tests.neo4j.server import Server

AWKWARD = 'a "quoted", semi;colon\nnew line\ttab \'=1+1 <b>&amp; é 𝔘 \u2028 \x01 \\" \\n, end '
TIMES = ("loaded_at", "turn", "touched_at")
"""What no import can know."""


@pytest.fixture(scope="module")
def awkward() -> Catalogue:
    story = load_catalogue([STORY])
    first, *rest = story.qualifications
    return replace(
        story, qualifications=(replace(first, summary=AWKWARD, aliases=(AWKWARD, ";"), reference=""), *rest)
    )


@pytest.fixture(scope="module")
def imported(awkward: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that was never started before the import."""
    folder = tmp_path_factory.mktemp("export") / "csv"
    export(awkward, "neo4j-csv", folder)
    try:
        server = Server(next(iter(VERSIONS)))
    except NotHere as reason:
        pytest.skip(f"No Neo4j: {reason}.")
    said = server.admin("database", "import", "full", "neo4j", f"@{ARGUMENTS}", folder=folder)
    assert "IMPORT DONE" in said
    with server:
        yield server


def held_by(server: Server) -> tuple[list[str], list[str]]:
    """Return every node and every relationship with all that they hold."""
    settings = server.settings
    with GraphDatabase.driver(settings.uri, auth=(settings.username, settings.password)) as driver:
        nodes = driver.execute_query("MATCH (n) RETURN labels(n) AS labels, properties(n) AS held").records
        edges = driver.execute_query(
            "MATCH (a)-[r]->(b) RETURN a.node AS a, b.node AS b, type(r) AS type, properties(r) AS held"
        ).records
    return (
        sorted(repr((sorted(each["labels"]), told(each["held"]))) for each in nodes),
        sorted(repr((each["a"], each["b"], each["type"], told(each["held"]))) for each in edges),
    )


def told(held: dict[str, Any]) -> list[tuple[str, Any]]:
    return sorted((name, value) for name, value in held.items() if name not in TIMES)


def test_an_import_is_a_store_at_once_and_just_what_a_load_writes(
    imported: Server, awkward: Catalogue
) -> None:
    with Neo4jStore(Neo4jSession(imported.settings, LOADING)) as store:
        assert store.read() == awkward
        day = max(source.checked_on for source in awkward.sources)
        version = store.current()
        assert version
        assert version.loaded_at == datetime(day.year, day.month, day.day, tzinfo=UTC)
    before = held_by(imported)
    session = Neo4jSession(imported.settings, LOADING)
    try:
        # Loading the same data again finds them there: only keys and indexes are added.
        assert load(session, awkward, datetime.now(UTC)) == version
        assert held_by(imported) == before
        imported.wipe()
        load(session, awkward, datetime.now(UTC))
    finally:
        session.close()
    assert held_by(imported) == before
