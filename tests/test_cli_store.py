"""`pathways load`, `store status` and `--store neo4j`: what the terminal says, also when all goes wrong."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from explorer import console
from graph_loader import load_catalogue
from graph_loader.neo4j_session import Neo4jSession, Patience
from graph_loader.neo4j_settings import Neo4jSettings
from tests.cli import STORY, on_story, run, validator
from tests.neo4j.fakebolt import DROP, NO_GREETING, SILENT, FakeBolt, Fault

pytest.importorskip("neo4j", reason="the driver is not installed: pip install 'pathway-explorer[neo4j]'")

SHORT = Patience(connect=0.5, acquire=0.5, retry=0.3, answer=0.5)
ASK = ("ask", "how do I get from L2 care to L4?", "--store", "neo4j")
STATUS = ("store", "status")
LOAD = ("load", "--to", "neo4j", "--data", str(STORY))
COMMANDS = (ASK, STATUS, LOAD)


@pytest.fixture(autouse=True)
def _in_a_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Neo4jSession.__init__, "__defaults__", (SHORT,))
    monkeypatch.setattr("explorer.commands.store.LOADING", SHORT)


def use(settings: Neo4jSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a server the shared store."""
    monkeypatch.setenv("NEO4J_URI", settings.uri)
    monkeypatch.setenv("NEO4J_USERNAME", settings.username)
    monkeypatch.setenv("NEO4J_PASSWORD", settings.password)
    monkeypatch.setenv("NEO4J_DATABASE", settings.database)


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeBolt]:
    with FakeBolt(["n"], [[number] for number in range(50)]) as server:
        use(server.settings, monkeypatch)
        yield server


def check_refusal(result: Result, said: str) -> None:
    """A command that has no store says so in a sentence or two, with nothing of the password."""
    assert result.exit_code == 4, result.output
    assert result.stdout == ""
    assert said in result.stderr
    assert "Traceback" not in result.stderr
    assert "secret-canary" not in result.output


FAULTS = {
    "never greets": (Fault("", NO_GREETING), "Neo4j at bolt://127.0.0.1:"),
    "wrong password": (
        Fault("LOGON", "Neo.ClientError.Security.Unauthorized"),
        "refuses the user or the password",
    ),
    "dies mid-query": (Fault("PULL", DROP, rows=20), "Neo4j at bolt://127.0.0.1:"),
    "silent mid-query": (Fault("RUN", SILENT), "did not answer within 0.5 seconds"),
}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda each: " ".join(each[:2]))
@pytest.mark.parametrize("fault", FAULTS)
def test_what_the_terminal_says_when_the_store(fake: FakeBolt, fault: str, command: tuple[str, ...]) -> None:
    fake.faults, said = [FAULTS[fault][0]], FAULTS[fault][1]

    check_refusal(run(*command), said)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda each: " ".join(each[:2]))
def test_what_the_terminal_says_when_nothing_listens(
    monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        use(Neo4jSettings(f"bolt://127.0.0.1:{free.getsockname()[1]}", password="secret-canary"), monkeypatch)

    check_refusal(run(*command), "Check that it is running, and that NEO4J_URI is right.")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda each: " ".join(each[:2]))
def test_what_the_terminal_says_when_no_store_is_named(command: tuple[str, ...]) -> None:
    check_refusal(run(*command), "No Neo4j is named. Set NEO4J_URI")


def test_a_wrong_password_is_tried_once(fake: FakeBolt) -> None:
    fake.faults = [FAULTS["wrong password"][0]]

    run(*STATUS)

    assert fake.count("LOGON") == 1


@pytest.mark.parametrize("command", COMMANDS, ids=lambda each: " ".join(each[:2]))
def test_in_json_it_is_an_error_by_the_schema(fake: FakeBolt, command: tuple[str, ...]) -> None:
    fake.faults = [FAULTS["wrong password"][0]]

    result = run(*command, "--format", "json")

    assert result.exit_code == 4
    assert result.stderr == ""
    error = json.loads(result.stdout)
    assert [*validator("error").iter_errors(error)] == []
    assert "refuses the user or the password" in error["error"]


def test_a_user_who_may_only_read_cannot_load(fake: FakeBolt) -> None:
    fake.answer = lambda query, _: (["n"], [])
    fake.faults = [Fault("RUN", "Neo.ClientError.Security.Forbidden", to="CREATE CONSTRAINT")]

    check_refusal(run(*LOAD), "To load, use a user who may write")


def test_data_with_an_error_are_refused_before_the_store_is_asked(fake: FakeBolt, tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("schema: 1\nlevels: 3\n", "utf-8")

    result = run("load", "--to", "neo4j", "--data", bad)

    assert result.exit_code == 1
    assert "bad.yaml:2" in result.stderr
    assert fake.connections == 0


def test_data_do_not_go_with_the_shared_store(fake: FakeBolt) -> None:
    for option in ("--data", "--with"):
        result = run(*ASK, option, STORY)
        assert result.exit_code == 2
        assert "The store 'neo4j' has its data already." in result.stderr
    assert run("app", "--store", "neo4j", "--data", STORY).exit_code == 2
    assert fake.connections == 0


def test_the_bar_is_for_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    console.show_progress("Loading", 5, 10)
    assert capsys.readouterr().err == ""

    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    console.show_progress("Loading", 5_000, 10_000)
    console.show_progress("Loading", 10_000, 10_000)

    half, whole = f"[{'#' * 15}{'.' * 15}] 5,000 of 10,000", f"[{'#' * 30}] 10,000 of 10,000"
    assert capsys.readouterr().err == f"\rLoading {half}\rLoading {whole}\n"


@pytest.fixture
def real(neo4j: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A real server with nothing in it, as the shared store."""
    monkeypatch.setattr(Neo4jSession.__init__, "__defaults__", (Patience(),))
    monkeypatch.setattr("explorer.commands.store.LOADING", Patience(acquire=10, retry=30, answer=300))
    neo4j.wipe()
    use(neo4j.settings, monkeypatch)
    yield neo4j
    neo4j.wipe()


def told(*command: str, schema: str) -> dict[str, Any]:
    """Return what a command says as JSON, which must keep its schema."""
    result = run(*command, "--format", "json")
    assert result.exit_code == 0, result.output
    value: dict[str, Any] = json.loads(result.stdout)
    assert [*validator(schema).iter_errors(value)] == []
    return value


def test_on_a_real_server_what_is_loaded_is_in_use_and_answers_as_the_files_do(real: Any) -> None:
    known = load_catalogue([STORY])
    assert "It holds no dataset yet." in run(*STATUS).stdout
    assert told(*STATUS, schema="store")["same_as_shipped"] is None
    assert run(*ASK).exit_code == 4

    said = run(*LOAD)
    assert said.exit_code == 0, said.output
    assert said.stderr == ""
    assert said.stdout.startswith(f"Loaded “{known.name}”, version {known.content_hash}: ")

    assert "Nothing to do: " in run(*LOAD).stdout
    assert told(*LOAD, schema="load")["changed"] is False
    status = told(*STATUS, schema="store")
    assert status["current"]["hash"] == known.content_hash
    assert status["current"]["counts"]["steps"] == len(known.steps)
    assert status["same_as_shipped"] is False
    assert f"It has {len(known.levels)} levels" in run(*STATUS).stdout
    assert "It is not the same as the data that ship" in run(*STATUS).stdout
    assert run(*ASK, "--format", "json").stdout == on_story(*ASK[:2], "--format", "json").stdout
    assert real.settings.password not in run(*STATUS).stdout


def test_a_database_with_other_peoples_data_is_refused_unless_told(real: Any) -> None:
    from neo4j import GraphDatabase

    settings = real.settings
    with GraphDatabase.driver(settings.uri, auth=(settings.username, settings.password)) as driver:
        driver.execute_query("CREATE (:Customer {name: 'Ada'})", database_=settings.database)

        refused = run(*LOAD)
        assert refused.exit_code == 2
        assert "The database holds other data (Customer)." in refused.stderr
        assert "--beside-others" in refused.stderr

        assert run(*LOAD, "--beside-others").exit_code == 0
        found = driver.execute_query("MATCH (n:Customer) RETURN n.name AS name", database_=settings.database)
    assert [each["name"] for each in found.records] == ["Ada"]
