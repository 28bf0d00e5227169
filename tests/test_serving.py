"""What the app answers from while the shared store comes, goes, changes and comes back."""

from __future__ import annotations

import logging
import threading
import time

import pytest

from explorer import serving as module
from explorer.serving import CHECK_EVERY, TRY_AGAIN, Away, Origin, Outage
from explorer.words.serving import outage_sentence
from pathways.catalogue import Catalogue
from pathways.errors import DataError, StoreUnavailable
from tests.serving import AWAY, START, Database, files, serving, shared


@pytest.fixture(autouse=True)
def _nobody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FIRST_WAIT", 0)


def no_files() -> Catalogue:
    raise AssertionError("the files were read")


def test_without_a_shared_store_the_files_are_served_and_nothing_is_away() -> None:
    held = serving(None)

    assert held.served().index.catalogue is files()
    assert held.served().origin is Origin.FILES
    assert held.outage() is None


def test_a_store_that_is_there_at_the_start_is_served_and_no_file_is_read() -> None:
    database = Database(shared())
    held = serving(database, no_files)

    assert held.look(database.open) == CHECK_EVERY

    assert held.served().index.catalogue == shared()
    assert held.served().version == database.store.current()
    assert held.served().origin is Origin.STORE
    assert held.outage() is None


def test_a_store_that_is_away_at_the_start_leaves_the_files_and_says_since_when() -> None:
    database = Database(shared())
    database.away = True
    held = serving(database)

    held.look(database.open)

    assert held.served().index.catalogue is files()
    assert held.outage() == Outage(Away.OUT_OF_REACH, Origin.FILES, START)


def test_a_store_that_has_not_answered_yet_leaves_the_files_meanwhile() -> None:
    held = serving(Database(shared()))

    assert held.served().origin is Origin.FILES
    assert held.outage() == Outage(Away.NOT_YET, Origin.FILES, START)


def test_it_comes_back_by_itself_with_data_and_version_together() -> None:
    database = Database(shared())
    database.away = True
    held = serving(database)
    held.look(database.open)
    before = held.served()

    database.away = False
    held.look(database.open)

    after = held.served()
    assert (before.index.catalogue, after.index.catalogue) == (files(), shared())
    assert after.version.describes(after.index.catalogue)
    assert before.version.describes(before.index.catalogue), "what a page has taken stays as it was"
    assert held.outage() is None


def test_another_dataset_in_the_store_is_noticed() -> None:
    database = Database(files())
    held = serving(database)
    held.look(database.open)

    database.store.replace(shared())
    held.look(database.open)

    assert held.served().index.catalogue == shared()


def test_nothing_is_read_again_as_long_as_the_same_is_current() -> None:
    database = Database(shared())
    held = serving(database)
    for _ in range(3):
        held.look(database.open)

    assert database.asked == ["current", "read", "current", "current"]


def test_what_is_served_already_is_not_read_from_the_store() -> None:
    database = Database(files())
    held = serving(database)
    index = held.served().index

    held.look(database.open)

    assert held.served().index is index
    assert held.served().version == database.store.current()
    assert held.served().origin is Origin.STORE
    assert "read" not in database.asked


def test_a_store_that_goes_away_later_leaves_what_was_read_of_it() -> None:
    database = Database(shared())
    held = serving(database, no_files)
    held.look(database.open)
    before = held.served()
    database.clock.pass_(60)
    database.away = True

    held.look(database.open)

    assert held.served() is before
    outage = held.outage()
    assert outage
    assert (outage.away, outage.instead) == (Away.OUT_OF_REACH, Origin.STORE)
    assert (outage.since - START).total_seconds() == 60


def test_a_store_that_dies_while_it_is_read_changes_nothing() -> None:
    database = Database(files())
    held = serving(database)
    held.look(database.open)
    before = held.served()
    database.store.replace(shared())
    database.dies_in_read = True

    held.look(database.open)

    assert held.served() is before
    assert held.outage()


def test_an_outage_counts_from_its_first_failure() -> None:
    database = Database(shared())
    database.away = True
    held = serving(database)
    for _ in range(4):
        held.look(database.open)
        database.clock.pass_(10)

    outage = held.outage()
    assert outage
    assert outage.since == START


def test_after_three_failures_in_a_row_the_store_is_left_alone_for_longer() -> None:
    database = Database(shared())
    database.away = True
    held = serving(database)

    assert [held.look(database.open) for _ in range(4)] == [TRY_AGAIN, TRY_AGAIN, CHECK_EVERY, CHECK_EVERY]

    database.away = False
    held.look(database.open)
    database.away = True
    assert held.look(database.open) == TRY_AGAIN, "an answer ends the row"


def test_after_a_failure_the_connection_is_closed_and_another_opened() -> None:
    database = Database(shared())
    held = serving(database)
    database.away = True
    held.look(database.open)
    database.away = False
    held.look(database.open)

    assert database.asked == ["current", "close", "current", "read"]


def test_a_store_that_holds_nothing_is_as_good_as_away(caplog: pytest.LogCaptureFixture) -> None:
    database = Database()
    held = serving(database)

    held.look(database.open)

    assert held.served().origin is Origin.FILES
    assert held.outage()
    assert "It holds no dataset yet. Load one first: pathways load --to neo4j." in caplog.text


def test_a_fault_of_ours_ends_nothing_and_no_value_of_it_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    database = Database(shared())
    database.away, database.problem = True, ValueError("a secret")
    held = serving(database)

    assert held.look(database.open) == TRY_AGAIN

    assert held.served().origin is Origin.FILES
    assert "ValueError while the shared store was read" in caplog.text
    assert "secret" not in caplog.text


def test_why_the_store_is_not_in_use_is_logged_once(caplog: pytest.LogCaptureFixture) -> None:
    database = Database(shared())
    database.away = True
    held = serving(database)
    with caplog.at_level(logging.WARNING):
        for _ in range(3):
            held.look(database.open)
        database.problem = StoreUnavailable("The password is refused.")
        held.look(database.open)

    assert [each.getMessage() for each in caplog.records] == [
        f"The shared store is not in use: {AWAY}",
        "The shared store is not in use: The password is refused.",
    ]


def test_files_that_cannot_be_used_are_an_error_only_while_they_are_needed() -> None:
    def broken() -> Catalogue:
        raise DataError([])

    database = Database(shared())
    database.away = True
    held = serving(database, broken)
    held.look(database.open)
    with pytest.raises(DataError):
        held.served()

    database.away = False
    held.look(database.open)

    assert held.served().origin is Origin.STORE


def test_what_the_store_held_stays_where_the_files_are_read_later() -> None:
    database = Database(shared())

    def slowly() -> Catalogue:
        held.look(database.open)  # the store answers while a visitor reads the files
        return files()

    held = serving(database, slowly)

    assert held.served().origin is Origin.STORE


def test_many_visitors_at_once_read_the_files_once() -> None:
    read = []

    def slowly() -> Catalogue:
        read.append(1)
        time.sleep(0.05)
        return files()

    held = serving(Database(shared()), slowly)
    seen = []
    visitors = [threading.Thread(target=lambda: seen.append(held.served())) for _ in range(8)]
    for each in visitors:
        each.start()
    for each in visitors:
        each.join()

    assert len(read) == 1
    assert {id(each) for each in seen} == {id(held.served())}


def test_no_visitor_waits_for_a_store_that_is_silent() -> None:
    database = Database(shared())
    silent, over = threading.Event(), threading.Event()

    def hang(what: str) -> None:
        silent.set()
        over.wait(30)
        raise StoreUnavailable(AWAY)

    database.answer = hang  # type: ignore[method-assign]
    held = serving(database)
    held.start()
    assert silent.wait(30)

    assert held.served().origin is Origin.FILES
    assert held.outage() == Outage(Away.NOT_YET, Origin.FILES, START)
    held.stop()
    over.set()


def test_its_thread_follows_the_store_until_it_is_told_to_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CHECK_EVERY", 0.01)
    database = Database(files())
    held = serving(database, no_files)
    monkeypatch.setattr(module, "FIRST_WAIT", 30)
    held.start()
    assert held.served().origin is Origin.STORE

    database.store.replace(shared())
    end = time.monotonic() + 30
    while held.served().version.name != shared().name and time.monotonic() < end:
        time.sleep(0.01)
    held.stop()

    assert held.served().index.catalogue == shared()
    for each in threading.enumerate():
        if each.name == "shared-store":
            each.join(30)
    assert database.asked[-1] == "close"


def test_the_banner_says_what_is_the_matter_since_when_and_that_it_mends_itself() -> None:
    told = {
        (away, instead): outage_sentence(Outage(away, instead, START), START)
        for away in Away
        for instead in Origin
    }

    assert told[Away.OUT_OF_REACH, Origin.FILES] == (
        "The shared data have been out of reach since 15:00. Until they are back, you are looking at the "
        "data that come with Pathway Explorer. It tries again by itself: there is nothing you need to do."
    )
    assert "as they were when last read" in told[Away.OUT_OF_REACH, Origin.STORE]
    assert told[Away.NOT_YET, Origin.FILES].startswith("The shared data are not here yet.")
    yesterday = Outage(Away.OUT_OF_REACH, Origin.FILES, START.replace(day=21))
    assert "since 15:00 on 21 November 2026." in outage_sentence(yesterday, START)
