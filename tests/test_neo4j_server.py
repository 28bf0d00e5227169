"""The server that tests run on: nobody's data are ever wiped, and what a machine lacks is said."""

from __future__ import annotations

import pytest
from neo4j import GraphDatabase

from tests.neo4j import artifacts, fixtures
from tests.neo4j.artifacts import VERSIONS, NotHere, find_jars, find_java
from tests.neo4j.server import count_nodes, describe


@pytest.fixture
def named(neo4j, monkeypatch):
    """The server, as if the environment named it."""
    neo4j.wipe()
    settings = neo4j.settings
    values = (settings.uri, settings.username, settings.password, settings.database)
    monkeypatch.setattr(fixtures, "ENVIRONMENT", dict(zip(fixtures.VARIABLES, values, strict=True)))
    monkeypatch.setenv("PYTEST_XDIST_WORKER_COUNT", "1")
    yield neo4j
    neo4j.wipe()


def write(settings, text):
    with GraphDatabase.driver(settings.uri, auth=(settings.username, settings.password)) as driver:
        driver.execute_query(text, database_=settings.database)


def test_an_empty_database_that_the_environment_names_is_used(named):
    assert fixtures._named().settings == named.settings


@pytest.mark.parametrize("label", ["Customer", "PathwayRecord"])
def test_a_database_that_holds_anything_is_neither_used_nor_wiped(named, label):
    """Data of ours may be those that people work with."""
    write(named.settings, f"CREATE (:{label})")
    with pytest.raises(pytest.fail.Exception, match=r"is not empty, and .* Name an empty one"):
        fixtures._named()
    assert count_nodes(named.settings) == 1


def test_one_database_is_not_shared_by_several_processes(named, monkeypatch):
    monkeypatch.setenv("PYTEST_XDIST_WORKER_COUNT", "2")
    with pytest.raises(pytest.fail.Exception, match="Add -n 0"):
        fixtures._named()


def test_a_server_says_its_version(neo4j):
    assert describe(neo4j.settings).startswith("Neo4j Kernel ")


def test_the_oldest_java_that_fits_is_taken_and_none_is_said(monkeypatch):
    monkeypatch.setattr(artifacts, "_javas", lambda: {"old": 11, "new": 25, "fits": 21})
    assert [find_java(version) for version in VERSIONS.values()] == ["fits", "fits"]
    monkeypatch.setattr(artifacts, "_javas", lambda: {"old": 11, "fits": 17})
    with pytest.raises(NotHere, match=r"it needs a Java from 21 to 25, and there is none in JAVA_HOME, PATH"):
        find_java(VERSIONS["2025.10.1"])


def test_jars_are_looked_for_before_maven_is_and_what_lacks_is_said(monkeypatch, tmp_path):
    version = VERSIONS["5.26.14"]
    monkeypatch.setenv(artifacts.JARS, str(tmp_path))
    monkeypatch.setenv("PATH", "")
    with pytest.raises(NotHere, match=r"its jars are not in .* and there is no Maven"):
        find_jars(version)
    (tmp_path / version.number).mkdir()
    assert find_jars(version) == tmp_path / version.number
