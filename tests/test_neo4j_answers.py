"""A question gets the same answer, byte for byte, from the files and from what a Neo4j server gives back."""

from __future__ import annotations

import json
import random
import subprocess
import sys

import pytest

from explorer.answers import answer_routes, ask
from explorer.formats.json_answers import dumps, to_json
from graph_loader.neo4j_session import LOADING, Neo4jSession
from graph_loader.neo4j_store import Neo4jStore
from pathways.places import read_place
from pathways.queries import RouteQuery
from pathways.route_index import RouteIndex
from tests.cli import run
from tests.neo4j.fixtures import VARIABLES
from tests.questions_bank import BANK
from tests.questions_report import list_lines
from tests.shipped import TODAY, index, shipped

QUESTIONS = sorted({line.question for text in BANK.values() for line in list_lines(text)})[::2]
PAIRS = 80
FEW = {"k": 2, "max_steps": 5}
"""Enough of every answer to tell two catalogues apart; whole answers are asked of the command line."""


@pytest.fixture(scope="module")
def loaded(neo4j):
    """The server, with the data that ship."""
    neo4j.wipe()
    with Neo4jStore(Neo4jSession(neo4j.settings, LOADING)) as store:
        store.replace(shipped())
    yield neo4j
    neo4j.wipe()


@pytest.fixture(scope="module")
def from_neo4j(loaded):
    """What ships, read back, ready to be searched."""
    with Neo4jStore(Neo4jSession(loaded.settings)) as store:
        return RouteIndex.build(store.read())


@pytest.fixture
def named(loaded, monkeypatch):
    """The environment names the server."""
    settings = loaded.settings
    values = (settings.uri, settings.username, settings.password, settings.database)
    for name, value in zip(VARIABLES, values, strict=True):
        monkeypatch.setenv(name, value)


def random_pairs():
    """Some pairs of positions, the same every time."""
    names = sorted(shipped().position_by_id)
    chance = random.Random(7)
    return [chance.sample(names, 2) for _ in range(PAIRS)]


def answer_question(question, index):
    return dumps(to_json(ask(question, index, TODAY, **FEW), index.catalogue))


def answer_pair(start, goal, index):
    here, there = ((read_place(each, index.catalogue),) for each in (start, goal))
    return dumps(to_json(answer_routes(RouteQuery(here, there, TODAY, **FEW), index), index.catalogue))


def test_there_are_at_least_three_hundred_questions():
    assert len(QUESTIONS) + len(random_pairs()) >= 300


def test_what_ships_comes_back_equal(from_neo4j):
    assert from_neo4j.catalogue == shipped()
    assert from_neo4j.catalogue is not shipped()


def test_questions_of_the_bank_get_the_same_answer(from_neo4j):
    differ = [
        each for each in QUESTIONS if answer_question(each, from_neo4j) != answer_question(each, index())
    ]
    assert differ == []


def test_routes_between_any_two_positions_are_the_same(from_neo4j):
    differ = [
        pair for pair in random_pairs() if answer_pair(*pair, from_neo4j) != answer_pair(*pair, index())
    ]
    assert differ == []


@pytest.mark.parametrize(
    "command",
    [
        ("ask", "How do I get from level 3 childcare to level 4 electrical?"),
        ("ask", "Could a nursery nurse become an electrician?"),
        ("routes", "gcses-grade-4-9", "electrician"),
        ("matrix", "show", "childcare"),
        ("compare", "childcare", "adult-care"),
        ("ask", "do my homework"),
    ],
    ids=" ".join,
)
def test_a_command_says_the_same_from_either(named, command):
    here, there = (run(*command, *store, "--format", "json") for store in ((), ("--store", "neo4j")))
    assert (there.stdout, there.stderr, there.exit_code) == (here.stdout, here.stderr, here.exit_code)
    assert json.loads(there.stdout)


def test_the_command_as_it_is_installed_reads_the_store_and_no_file(named):
    code = "from explorer.cli import main; main()"
    asked = ["routes", "gcses-grade-4-9", "electrician", "--store", "neo4j", "--format", "json"]
    done = subprocess.run([sys.executable, "-c", code, *asked], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["dataset"]["hash"] == shipped().content_hash
