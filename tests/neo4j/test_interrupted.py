"""Loads into a real server that are interrupted at random points: readers see the old dataset or the new one.

The points differ from run to run. What was wrong is told with a command that shows it again.
"""

from collections.abc import Iterator
from random import SystemRandom

import pytest

from tests.neo4j.artifacts import VERSIONS, NotHere
from tests.neo4j.interruptions import SHARES, draw, draw_kinds

COUNT = 50

pytest.importorskip("neo4j")


@pytest.fixture(scope="module")
def server() -> Iterator[object]:
    """A server of the module's own, since it is killed."""
    from tests.neo4j.server import Server

    try:
        server = Server(next(iter(VERSIONS)))
    except NotHere as reason:
        pytest.skip(f"No Neo4j to kill: {reason}.")
    with server:
        yield server


def test_interrupted_loads_are_never_seen_and_the_next_completes(server):
    from tests.neo4j.interrupter import Interrupter

    with Interrupter(server) as interrupter:
        figures = interrupter.run(COUNT, SystemRandom().randrange(10**6))
    print(figures)
    assert not figures.wrong, str(figures)
    assert figures.interruptions == COUNT
    assert {kind for kind, _ in figures.outcomes} == set(SHARES)
    assert figures.reads > COUNT


WRONG = (
    "MATCH (n:Position) WITH n LIMIT 1 SET n.title = n.title + ' (new)'",
    "MATCH (n:Requirement) WITH n LIMIT 1 DETACH DELETE n",
    "MATCH ()-[s:STEP]->() WITH s LIMIT 1 DELETE s",
    "MATCH (p:PathwayCurrent) DELETE p",
)
"""Changes to what is current, each of which leaves a dataset that nobody loaded."""


def test_the_reader_notices_what_is_not_whole(server):
    from tests.neo4j.interrupter import Interrupter

    with Interrupter(server) as interrupter:
        for change in WRONG:
            assert interrupter.readings_that_are_wrong() == []
            interrupter.change(change)
            assert interrupter.readings_that_are_wrong() != [], change
            interrupter.begin_again()


def test_an_interruption_follows_from_its_seed_and_number():
    kinds = draw_kinds(COUNT, 7, with_server=True)
    assert sorted(set(kinds)) == sorted(SHARES)
    assert [draw(number, kinds[number], 7) for number in range(9)] == [
        draw(number, kinds[number], 7) for number in range(9)
    ]
    assert draw(3, kinds[3], 7) != draw(3, kinds[3], 8)
