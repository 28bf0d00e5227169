"""What a server can do to us: a session ends each in a whole answer or a sentence, and never waits for ever.

The numbers N1 to N24 are those of the list of faults that the project keeps.
"""

import logging
import re
import socket
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from graph_loader.cypher import cypher_folder
from graph_loader.neo4j_load import load
from graph_loader.neo4j_session import Neo4jSession, Patience
from graph_loader.neo4j_settings import Neo4jSettings
from pathways.errors import StoreUnavailable
from tests.build import catalogue, qualification, step
from tests.hostile_names import PAYLOADS
from tests.neo4j.fakebolt import DROP, NO_GREETING, SILENT, FakeBolt, Fault

SHORT = Patience(connect=0.5, acquire=0.5, retry=0.4, answer=0.5)
NOW = datetime(2026, 1, 1, tzinfo=UTC)
LIMIT = 20
"""Seconds after which a test takes a wait for endless. What is tested ends in about one."""


@pytest.fixture
def server():
    with FakeBolt(["n"], [[number] for number in range(50)]) as server:
        yield server


def ask(settings, patience=SHORT, query="store/current"):
    """Ask on a thread of its own, so that a wait without end fails the test and does not hang it."""
    found = []

    def run():
        try:
            with Neo4jSession(settings, patience) as session:
                found.append(session.read(query))
        except StoreUnavailable as problem:
            found.append(str(problem))

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(LIMIT)
    assert not thread.is_alive(), "it waits for ever"
    return found[0]


def at(port):
    return Neo4jSettings(f"bolt://127.0.0.1:{port}", "neo4j", "secret-canary")


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def test_a_whole_answer_comes_through(server):
    assert ask(server.settings) == [{"n": number} for number in range(50)]


def test_n1_nothing_listens():
    port = free_port()
    assert ask(at(port)) == (
        f"Cannot reach Neo4j at bolt://127.0.0.1:{port}. Check that it is running, and that NEO4J_URI is "
        "right."
    )


def test_n2_a_server_that_never_greets(server):
    server.faults = [Fault("", NO_GREETING)]
    assert ask(server.settings).startswith("Cannot reach Neo4j at ")


@pytest.mark.parametrize("on", ["HELLO", "LOGON"])
def test_n2_a_server_that_greets_and_falls_silent(server, on):
    server.faults = [Fault(on, SILENT)]
    assert re.match("Cannot reach Neo4j|Neo4j at .* (is busy|took a question)", ask(server.settings))


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("Neo.ClientError.Security.Unauthorized", "refuses the user or the password. Check NEO4J_USERNAME"),
        ("Neo.ClientError.Security.AuthenticationRateLimit", "a wrong password too often"),
    ],
    ids=["N3", "N4"],
)
def test_a_refused_password_is_tried_once(server, code, message):
    server.faults = [Fault("LOGON", code)]
    assert message in ask(server.settings)
    assert server.count("LOGON") == 1


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("Neo.ClientError.Database.DatabaseNotFound", "has no database 'neo4j'. Check NEO4J_DATABASE."),
        (
            "Neo.TransientError.Database.DatabaseUnavailable",
            "The database 'neo4j' .* is stopped.",
        ),
        ("Neo.ClientError.Security.CredentialsExpired", "asks for its first password to be changed"),
        ("Neo.ClientError.Transaction.TransactionTimedOut", "took too long over a question and gave up"),
        (
            "Neo.ClientError.Statement.SyntaxError",
            r"could not answer \(Neo.*SyntaxError\)",
        ),
    ],
    ids=["N5 unknown", "N5 stopped", "first password", "N7", "a mistake of ours"],
)
def test_what_the_server_refuses_is_said(server, code, message):
    server.faults = [Fault("RUN", code)]
    assert re.search(message, ask(server.settings))


@pytest.mark.parametrize(
    "code",
    [
        "Neo.TransientError.Transaction.DeadlockDetected",
        "Neo.TransientError.General.MemoryPoolOutOfMemoryError",
    ],
)
def test_n6_what_passes_is_tried_again_unseen(server, code):
    server.faults = [Fault("RUN", code, times=1)]
    assert len(ask(server.settings)) == 50
    assert server.count("COMMIT") == 1


@pytest.mark.parametrize(
    "code",
    [
        "Neo.ClientError.Security.Forbidden",
        "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase",
        "Neo.ClientError.Cluster.NotALeader",
        "Neo.ClientError.Statement.AccessMode",
        "Neo.TransientError.Transaction.Terminated",
    ],
)
def test_n8_n25_a_database_that_may_not_be_written_is_asked_once(server, code):
    server.faults = [Fault("RUN", code, to="CREATE")]
    with Neo4jSession(server.settings, Patience(retry=5)) as session, pytest.raises(StoreUnavailable):
        session.write("store/schema/record")
    assert len(server.queries) == 1


def test_n9_a_server_that_dies_after_some_rows_gives_the_whole_answer_or_none(server):
    server.faults = [Fault("PULL", DROP, rows=20, times=1)]
    assert len(ask(server.settings)) == 50
    server.faults = [Fault("PULL", DROP, rows=20)]
    assert ask(server.settings).startswith("Cannot reach Neo4j at ")


@pytest.mark.parametrize("on", ["RUN", "PULL", "COMMIT"])
def test_n10_a_server_that_falls_silent_is_left(server, on):
    server.faults = [Fault(on, SILENT, rows=3)]
    assert "took a question and did not answer within 0.5 seconds" in ask(server.settings)


def test_n10_the_next_question_finds_a_server_that_speaks_again(server):
    server.faults = [Fault("PULL", SILENT, times=1)]
    with Neo4jSession(server.settings, SHORT) as session:
        with pytest.raises(StoreUnavailable, match="did not answer"):
            session.read("store/current")
        assert len(session.read("store/current")) == 50


def test_n11_a_change_that_was_not_confirmed_is_made_again(server):
    server.faults = [Fault("COMMIT", DROP, times=2)]
    with Neo4jSession(server.settings, Patience(retry=5)) as session:
        assert len(session.write("store/flip", dataset="d", name="n", now="t")) == 50
    assert len(server.queries) == 3


def test_n11_a_change_that_is_never_confirmed_is_no_success(server):
    server.faults = [Fault("COMMIT", DROP)]
    with (
        Neo4jSession(server.settings, SHORT) as session,
        pytest.raises(StoreUnavailable, match="did not confirm a change"),
    ):
        session.write("store/flip", dataset="d", name="n", now="t")


def test_n12_n15_a_connection_that_went_away_between_two_questions_is_not_noticed(server):
    with Neo4jSession(server.settings, SHORT) as session:
        session.read("store/current")
        server.faults = [Fault("BEGIN", DROP, times=1)]
        assert len(session.read("store/current")) == 50
    assert server.connections == 2


def test_n13_a_server_that_comes_back_is_found():
    port = free_port()
    with Neo4jSession(at(port), SHORT) as session:
        with pytest.raises(StoreUnavailable, match="Cannot reach"):
            session.read("store/current")
        with FakeBolt(rows=[[1]]) as server:
            server._socket.close()
            server._socket = socket.create_server(("127.0.0.1", port))
            threading.Thread(target=server._accept, daemon=True).start()
            assert session.read("store/current") == [{"n": 1}]


def test_n14_every_connection_taken_is_busy_and_not_endless(server):
    """Twenty-one at once, where the pool has twenty and none is given back."""
    server.faults = [Fault("PULL", SILENT)]
    patience = Patience(connect=0.5, acquire=0.3, retry=0, answer=3)
    said = []

    def one(session):
        try:
            session.read("store/current")
        except StoreUnavailable as problem:
            said.append(str(problem))

    with Neo4jSession(server.settings, patience) as session:
        session._open()
        threads = [threading.Thread(target=one, args=(session,), daemon=True) for _ in range(21)]
        for each in threads:
            each.start()
        for each in threads:
            each.join(LIMIT)
    assert len(said) == 21
    assert any("is busy" in each for each in said)


def test_a_port_for_browsers_is_named():
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve():
            while True:
                try:
                    client, _ = listening.accept()
                except OSError:
                    return
                with client:
                    client.recv(100)
                    client.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

        threading.Thread(target=serve, daemon=True).start()
        assert "is not Neo4j's Bolt port" in ask(at(listening.getsockname()[1]))
        listening.shutdown(socket.SHUT_RDWR)


def test_a_secure_connection_to_a_server_without_one_is_explained(server):
    insecure = server.settings.uri.replace("bolt://", "bolt+s://")
    assert "No secure connection" in ask(Neo4jSettings(insecure, "neo4j", "secret-canary"))


def test_a_missing_driver_says_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "neo4j", None)
    with pytest.raises(StoreUnavailable, match=r'pip install "pathway-explorer\[neo4j\]"'):
        Neo4jSession(at(1)).read("store/current")


def test_no_password_is_ever_shown(server, caplog, capfd):
    caplog.set_level(logging.INFO)
    server.faults = [Fault("LOGON", "Neo.ClientError.Security.Unauthorized")]
    with Neo4jSession(server.settings, SHORT) as session, pytest.raises(StoreUnavailable) as error:
        session.read("store/current")
    shown = (
        repr(server.settings) + repr(session) + str(error.value) + repr(error.value.__cause__) + caplog.text
    )
    assert "secret-canary" not in shown + "".join(capfd.readouterr())


def test_the_driver_says_nothing_of_its_own(server, capfd):
    server.faults = [Fault("PULL", DROP)]
    ask(server.settings)
    ask(at(free_port()))
    assert capfd.readouterr() == ("", "")


def test_n20_names_from_data_are_never_part_of_a_query(server):
    """Every query that comes is one of the files, whatever the data are called."""
    known = {file.read_text("utf-8"): file.stem for file in cypher_folder().rglob("*.cypher")}
    names = [*PAYLOADS.values(), "`a`) DETACH DELETE (n", "\\u0060) DETACH DELETE (n"]
    records = [qualification(name, summary=name) for name in names]
    keys = [[["PathwayCurrent"], ["id"]], [["PathwayDataset"], ["id"]]]
    keys += [[["PathwayRecord"], ["dataset", "node"]], [["STEP"], ["dataset", "id"]]]
    answers = {
        "constraints": (["names", "properties"], keys),
        "begin": (["status"], [["loading"]]),
        "seal": (["status"], [["complete"]]),
        "flip": (["loaded_at"], [["2026-01-01T00:00:00+00:00"]]),
        "old": (["dataset"], [[names[0]]]),
        "delete": (["count"], [[0]]),
    }

    def answer(query, parameters):
        rows = parameters.get("rows", ())
        return answers.get(known.get(query, ""), (["count"], [[len(rows)]]))

    server.answer = answer
    with Neo4jSession(server.settings, SHORT) as session:
        load(session, catalogue(*records, step(names[0], names[1], id=names[-1])), NOW, beside_others=True)
        session.read("store/read_records", dataset=names[0], type=names[1], first="", size=1, fields=names)
    assert len(server.queries) > 15
    assert set(server.queries) <= known.keys()


def test_n20_no_module_puts_a_query_together():
    """Cypher stands in files. No module but the session passes text to the driver, and that by name only."""
    rooms = [Path(__file__).parents[2] / room for room in ("pathways", "graph_loader", "explorer")]
    words = re.compile(r"\b(MATCH|MERGE|UNWIND|DETACH DELETE)\b\s*[({$]")
    modules = [file for room in rooms for file in room.rglob("*.py")]
    assert len(modules) > 200
    assert [str(file) for file in modules if words.search(file.read_text("utf-8"))] == []
