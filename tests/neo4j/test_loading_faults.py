"""What a load into a real server does about others' data, missing keys, other loads and one half done."""

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from graph_loader import neo4j_load, neo4j_schema, neo4j_store
from graph_loader.neo4j_load import clean_up, load
from graph_loader.neo4j_session import LOADING, Neo4jSession
from graph_loader.neo4j_store import Neo4jStore
from pathways.errors import DataError, InvalidQuery, StoreUnavailable
from tests.build import catalogue, qualification, role, step
from tests.neo4j.interruptions import NOW, large, small


def tiny(name):
    """A dataset of three positions."""
    own = [qualification(f"{name}-1"), qualification(f"{name}-2"), role(f"{name}-3")]
    return replace(
        catalogue(*own, step(own[0].id, own[1].id), step(own[1].id, own[2].id)), name=f"tiny {name}"
    )


OLD, NEW, THIRD = tiny("old"), tiny("new"), tiny("third")


class Stopped(BaseException):
    """What a session is stopped with: nothing may catch it."""


class Meddled(Neo4jSession):
    """A session in which `before` is told of each query, and may do something, or raise."""

    def __init__(self, settings, before):
        super().__init__(settings, LOADING)
        self.before = before
        self.done = []

    def _run(self, name, parameters, routing):
        if self.before:
            self.before(len(self.done), name, parameters)
        rows = super()._run(name, parameters, routing)
        self.done.append((name, parameters, rows))
        return rows


@pytest.fixture
def database(neo4j):
    """The settings of an empty database."""
    neo4j.wipe()
    yield neo4j.settings
    neo4j.wipe()


@pytest.fixture
def session(database):
    with Neo4jSession(database, LOADING) as session:
        yield session


@pytest.fixture
def run(database):
    """Runs any Cypher, as others do."""
    from neo4j import GraphDatabase

    with GraphDatabase.driver(database.uri, auth=(database.username, database.password)) as driver:
        yield lambda text: driver.execute_query(text, database_=database.database).records


def read(session):
    """What a reader who has read nothing yet sees."""
    return Neo4jStore(session).read()


def held(session):
    """Which datasets are held, with their part."""
    return {row["hash"]: (row["status"], row["role"]) for row in session.read("store/datasets")}


def test_a_load_that_is_stopped_before_any_of_its_statements_is_finished_by_the_next(database, session):
    load(session, OLD, NOW)
    current, stops = OLD, 0
    while True:
        dataset = tiny(f"new-{stops}")

        def stop(done, name, parameters, at=stops):
            if done == at:
                raise Stopped

        with Meddled(database, stop) as meddled:
            try:
                load(meddled, dataset, NOW)
            except Stopped:
                stops += 1
            else:
                break
        assert read(session) in (current, dataset)
        load(session, dataset, NOW)
        assert read(session) == dataset
        assert [part for _, part in held(session).values()].count(None) == 0
        current = dataset
    assert stops > 20


def test_four_loads_at_once_are_each_whole(database, session):
    datasets = [small(1), small(2), small(1), small(2)]
    load(session, OLD, NOW)
    seen, ended = [], threading.Event()

    def watch():
        while not ended.is_set():
            seen.append(read(session))

    watcher = threading.Thread(target=watch)
    watcher.start()

    def one(dataset):
        with Neo4jSession(database, LOADING) as own:
            return load(own, dataset, NOW)

    with ThreadPoolExecutor(4) as pool:
        versions = list(pool.map(one, datasets))
    ended.set()
    watcher.join()
    assert [each.content_hash for each in versions] == [each.content_hash for each in datasets]
    assert seen
    assert all(each in (OLD, *datasets) for each in seen)
    assert read(session) in datasets
    assert len([part for _, part in held(session).values() if part]) == 2


def test_a_step_that_leads_nowhere_is_refused_and_the_old_dataset_stays(session):
    load(session, OLD, NOW)
    loose = replace(NEW, steps=(*NEW.steps, step("new-1", "nowhere", id="zz")))
    with pytest.raises(DataError, match="'nowhere' is not in the data"):
        load(session, loose, NOW)
    assert read(session) == OLD
    assert list(held(session)) == [OLD.content_hash]


@pytest.mark.parametrize("query", ["store/nodes", "store/links", "store/steps"])
def test_what_is_lost_on_the_way_is_counted_and_the_old_dataset_stays(database, session, query):
    load(session, OLD, NOW)

    def lose(done, name, parameters):
        if name == query:
            parameters["rows"] = parameters["rows"][:-1]

    with Meddled(database, lose) as meddled, pytest.raises(StoreUnavailable, match="Nothing has changed"):
        load(meddled, NEW, NOW)
    assert read(session) == OLD
    load(session, NEW, NOW)
    assert read(session) == NEW


def test_a_dataset_with_something_that_was_not_sent_is_never_current(database, session, run):
    """Somebody adds a node of our kind while the dataset is loaded."""
    load(session, OLD, NOW)

    def add(done, name, parameters):
        if name == "store/seal":
            run(f"MERGE (n:PathwayRecord {{dataset: '{parameters['dataset']}', node: 'one too many'}})")

    with Meddled(database, add) as meddled, pytest.raises(StoreUnavailable, match="Nothing has changed"):
        load(meddled, NEW, NOW)
    assert read(session) == OLD
    load(session, NEW, NOW)
    assert read(session) == NEW


OTHERS = "MATCH (n:Person) OPTIONAL MATCH (n)-[r]->() RETURN n.name AS name, count(r) AS links ORDER BY name"


def test_other_peoples_data_are_refused_unless_told_and_never_touched(session, run):
    run("CREATE (:Person {name: 'Ada'})-[:KNOWS]->(:Person {name: 'Ben', dataset: 'mine', id: 'current'})")
    before = run(OTHERS)
    with pytest.raises(InvalidQuery, match=r"holds other data \(Person\)"):
        load(session, OLD, NOW)
    assert held(session) == {}
    for dataset in (OLD, NEW, THIRD, OLD):
        load(session, dataset, NOW, beside_others=True)
    assert read(session) == OLD
    assert run(OTHERS) == before


@pytest.mark.parametrize("other", [neo4j_load.FORMAT - 1, neo4j_load.FORMAT + 1])
def test_a_dataset_in_another_format_is_told_and_loading_mends_it(session, monkeypatch, other):
    with monkeypatch.context() as another_version:
        another_version.setattr(neo4j_load, "FORMAT", other)
        load(session, NEW, NOW)
    with pytest.raises(StoreUnavailable, match=f"format {other}.*Load it again"):
        read(session)
    load(session, NEW, NOW)
    assert read(session) == NEW


def test_nothing_is_loaded_without_its_keys(database, run):
    for row in run("SHOW CONSTRAINTS YIELD name"):
        run(f"DROP CONSTRAINT {row['name']}")
    run("CREATE INDEX in_the_way IF NOT EXISTS FOR (n:PathwayRecord) ON (n.dataset, n.node)")
    try:
        with Neo4jSession(database) as session, pytest.raises(StoreUnavailable):
            load(session, OLD, NOW)
        assert run("MATCH (n) RETURN count(n) AS count")[0]["count"] == 0
    finally:
        run("DROP INDEX in_the_way IF EXISTS")
    with Neo4jSession(database, LOADING) as session:
        load(session, OLD, NOW)
        assert read(session) == OLD


def test_what_is_left_of_a_key_whose_making_was_cut_short_is_put_right(database, run, monkeypatch):
    """A constraint makes its index first; a connection that is cut between the two leaves the index."""
    monkeypatch.setattr(neo4j_schema, "UNOWNED_FOR", 0.1)
    with Neo4jSession(database, LOADING) as session:
        load(session, OLD, NOW)
        run("DROP CONSTRAINT pathways_record")
        run("CREATE INDEX pathways_record FOR (n:PathwayRecord) ON (n.dataset, n.node)")
        load(session, NEW, NOW)
        assert ["PathwayRecord"] in [row["names"] for row in session.read("store/constraints")]
        assert session.read("store/unowned") == []
    assert run(
        "SHOW INDEXES YIELD name, owningConstraint WHERE name = 'pathways_record' RETURN owningConstraint"
    )


@pytest.mark.parametrize("flips", [1, 2])
def test_a_flip_between_two_pages_is_not_seen(database, session, monkeypatch, flips):
    """After two flips what is being read is cleared away under the reader, who reads what is current."""
    monkeypatch.setattr(neo4j_store, "PAGE", 2)
    load(session, OLD, NOW)
    with Meddled(database, None) as counted:
        read(counted)
    for at in range(len(counted.done)):
        load(session, THIRD, NOW)
        load(session, OLD, NOW)

        def flip(done, name, parameters, at=at):
            if done == at:
                for dataset in (NEW, THIRD)[:flips]:
                    load(session, dataset, NOW)

        with Meddled(database, flip) as reader:
            assert read(reader) in (OLD, NEW, THIRD)


def test_old_datasets_are_deleted_in_batches_and_never_the_current_or_the_previous(
    database, session, monkeypatch
):
    monkeypatch.setattr(neo4j_load, "BATCH", 4)
    load(session, OLD, NOW)
    load(session, NEW, NOW)
    with Meddled(database, None) as meddled:
        load(meddled, THIRD, NOW)
    deleted = [
        (row["dataset"], rows[0]["count"]) for name, row, rows in meddled.done if name == "store/delete"
    ]
    assert {dataset for dataset, _ in deleted} == {OLD.content_hash}
    assert max(count for _, count in deleted) == 4
    assert held(session) == {
        NEW.content_hash: ("complete", "previous"),
        THIRD.content_hash: ("complete", "current"),
    }
    assert Neo4jStore(session).read(load(session, NEW, NOW)) == NEW


def test_a_dataset_that_is_half_deleted_is_loaded_again(database, session, monkeypatch):
    monkeypatch.setattr(neo4j_load, "BATCH", 4)
    load(session, OLD, NOW)
    load(session, NEW, NOW)

    def stop(done, name, parameters):
        if name == "store/delete" and any(each == name for each, _, _ in meddled.done):
            raise Stopped

    with Meddled(database, stop) as meddled, pytest.raises(Stopped):
        load(meddled, THIRD, NOW)
    assert read(session) == THIRD
    assert held(session)[OLD.content_hash] == ("deleting", None)
    load(session, OLD, NOW)
    assert read(session) == OLD
    clean_up(session)
    assert set(held(session)) == {OLD.content_hash, THIRD.content_hash}


def test_a_load_is_done_once_it_is_current_though_clearing_up_fails(database, session):
    load(session, OLD, NOW)
    load(session, NEW, NOW)

    def fail(done, name, parameters):
        if name in ("store/old", "store/delete"):
            raise StoreUnavailable("Cannot reach Neo4j.")

    with Meddled(database, fail) as meddled:
        assert load(meddled, THIRD, NOW).content_hash == THIRD.content_hash
    assert read(session) == THIRD
    load(session, THIRD, NOW)
    assert set(held(session)) == {NEW.content_hash, THIRD.content_hash}


def test_thousands_of_records_read_back_equal(session):
    dataset = large(1)
    load(session, dataset, NOW)
    assert read(session) == dataset
