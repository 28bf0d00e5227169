"""A store takes a new dataset whole or not at all, and the same one twice is one."""

from datetime import UTC, datetime
from threading import Thread

import pytest

from pathways.catalogue import Catalogue
from pathways.errors import DataError, UnknownName
from pathways.store import DatasetVersion
from tests.build import catalogue, qualification, requirement, step

FIRST = catalogue(qualification("a"), qualification("b"), step("a", "b"))
SECOND = catalogue(qualification("b"), qualification("c"), step("b", "c"))
BROKEN = catalogue(
    qualification("a"), qualification("z"), step("a", "gone"), requirement("r", concept="lost")
)


def test_a_new_store_holds_nothing(store):
    assert store.current() is None


def test_the_version_says_what_is_held(store):
    before = datetime.now(UTC)
    version = store.replace(FIRST)
    assert version == store.current()
    assert (version.name, version.content_hash) == (FIRST.name, FIRST.content_hash)
    assert dict(version.counts)["qualifications"] == 2
    assert dict(version.counts)["steps"] == 1
    assert before <= version.loaded_at <= datetime.now(UTC)


def test_the_same_content_twice_changes_nothing(store):
    version = store.replace(FIRST)
    again = store.replace(catalogue(step("a", "b"), qualification("b"), qualification("a")))
    assert again == version
    assert store.current() == version


def test_another_name_for_the_same_content_is_another_dataset(store):
    store.replace(FIRST)
    renamed = Catalogue("renamed", **{group: getattr(FIRST, group) for group, _ in store.current().counts})
    assert store.replace(renamed).name == "renamed"
    assert store.read() == renamed


def test_a_new_dataset_takes_the_place_of_the_old(store):
    store.replace(FIRST)
    store.replace(SECOND)
    assert store.read() == SECOND
    assert [each.id for each in store.list_positions()] == ["b", "c"]
    with pytest.raises(UnknownName):
        store.get_position("a")


def test_going_back_to_an_earlier_dataset_works(store):
    for each in (FIRST, SECOND, FIRST):
        store.replace(each)
    assert store.read() == FIRST


def test_a_version_that_is_current_can_be_read_by_name(store):
    version = store.replace(FIRST)
    assert store.read(version) == FIRST


def test_a_version_that_was_never_held_cannot_be_read(store):
    store.replace(FIRST)
    version = DatasetVersion.of(SECOND, datetime.now(UTC))
    with pytest.raises(UnknownName, match=f"There is no dataset version '{SECOND.content_hash}'"):
        store.read(version)


def test_a_broken_dataset_is_refused_with_everything_that_is_wrong(store):
    with pytest.raises(DataError) as error:
        store.replace(BROKEN)
    assert [str(notice) for notice in error.value.notices] == [
        "ABOUT from 'requirement:r' to 'concept:lost': 'concept:lost' is not in the data. "
        "Add it, or mend the name.",
        "STEP from 'a' to 'gone': 'gone' is not in the data. Add it, or mend the name.",
    ]


def test_two_records_with_one_id_are_refused(store):
    twice = catalogue(qualification("a"), qualification("b"), qualification("a", "L4"))
    with pytest.raises(DataError, match=r"'a' is the id of 2 records. Give each its own."):
        store.replace(twice)


def test_two_steps_with_one_id_are_refused(store):
    twice = catalogue(qualification("a"), qualification("b"), step("a", "b", id="s"), step("b", "a", id="s"))
    with pytest.raises(DataError, match=r"'step:s' is the id of 2 records."):
        store.replace(twice)


def test_a_failed_replace_leaves_an_empty_store_empty(store):
    with pytest.raises(DataError):
        store.replace(BROKEN)
    assert store.current() is None


def test_a_failed_replace_leaves_the_old_dataset_whole(store):
    version = store.replace(FIRST)
    with pytest.raises(DataError):
        store.replace(BROKEN)
    assert store.current() == version
    assert store.read() == FIRST
    assert store.find_paths(["a"], ["b"], 1, 1) == (("a-to-b",),)


def test_readers_see_the_old_dataset_or_the_new_one_whole(store, times):
    store.replace(FIRST)
    reads, loads, seen = times(300), times(60), []

    def read():
        seen.extend(store.read() for _ in range(reads))

    reader = Thread(target=read)
    reader.start()
    for turn in range(loads):
        store.replace((SECOND, FIRST)[turn % 2])
    reader.join()
    assert len(seen) == reads
    assert all(each in (FIRST, SECOND) for each in seen)
