"""What is put into a store comes out of it: values, order, what is absent, names that are not there."""

from datetime import date

import pytest
from hypothesis import given, settings

from pathways.catalogue import Catalogue
from pathways.errors import StoreUnavailable, UnknownName
from pathways.model import Alternative, Condition, ConditionKind, Kind
from tests.build import catalogue, qualification, requirement, role, sector, step
from tests.strategies import full_catalogues

SMALL = catalogue(
    qualification("diploma", "L3"),
    role("manager", "L4"),
    qualification("install", "L3", "wood"),
    step("diploma", "manager", id="b"),
    step("diploma", "manager", id="a"),
    step("install", "manager", id="c"),
    sector("wood"),
    sector("care"),
)


@pytest.fixture
def filled(store):
    store.replace(SMALL)
    return store


def ids(records):
    return [each.id for each in records]


def test_any_catalogue_comes_back_equal(new_store, times):
    @settings(max_examples=times(100), deadline=None)
    @given(catalogue=full_catalogues())
    def check(catalogue):
        with new_store() as store:
            store.replace(catalogue)
            assert store.read() == catalogue

    check()


def test_values_keep_their_types(store):
    vacancy = Condition(ConditionKind.VACANCY, "A post has to be free.", opens=date(2024, 1, 1))
    move = step("a", "b", months=0, any_of=((Alternative(("r",)), Alternative(position="a")),))
    given_ = catalogue(
        qualification("a", funding=(vacancy,), last_start=date(2020, 7, 31)),
        qualification("b", gives=("r",)),
        move,
        requirement("r", Kind.ATTAINMENT, concept=None),
    )
    store.replace(given_)
    found = store.get_position("a")
    assert type(found.last_start) is date
    assert found.funding == (vacancy,)
    assert type(found.funding[0].kind) is ConditionKind
    assert store.list_steps() == (move,)
    assert store.read().requirements[0].kind is Kind.ATTAINMENT


def test_what_is_absent_stays_absent_and_nought_stays_nought(store):
    store.replace(
        catalogue(qualification("a", months=None), qualification("b", months=0), step("a", "b", months=0))
    )
    assert store.get_position("a").months is None
    assert store.get_position("b").months == 0
    assert store.list_steps()[0].months == 0
    assert store.get_position("a").summary is None


def test_an_empty_catalogue_can_be_held(store):
    store.replace(Catalogue("nothing"))
    assert store.read() == Catalogue("nothing")
    assert store.list_sectors() == store.list_positions() == store.list_steps() == ()


def test_the_order_of_the_files_does_not_matter(store, new_store):
    records = [qualification("b"), qualification("a"), step("b", "a"), step("a", "b")]
    store.replace(catalogue(*records))
    with new_store() as other:
        other.replace(catalogue(*reversed(records)))
        assert other.read() == store.read()
        assert other.current().content_hash == store.current().content_hash


def test_records_come_in_order_of_id_and_levels_by_rank(filled):
    assert ids(filled.list_positions()) == ["diploma", "install", "manager"]
    assert ids(filled.list_sectors()) == ["care", "wood"]
    assert ids(filled.list_steps()) == ["a", "b", "c"]
    assert [level.rank for level in filled.read().levels] == list(range(-1, 9))


def test_positions_can_be_narrowed_to_a_sector_a_level_or_both(filled):
    assert ids(filled.list_positions(sector="care")) == ["diploma", "manager"]
    assert ids(filled.list_positions(level="L3")) == ["diploma", "install"]
    assert ids(filled.list_positions("care", "L3")) == ["diploma"]
    assert filled.list_positions("wood", "L4") == ()


def test_steps_can_be_narrowed_to_either_end_or_both(filled):
    assert ids(filled.list_steps(from_id="diploma")) == ["a", "b"]
    assert ids(filled.list_steps(to_id="manager")) == ["a", "b", "c"]
    assert ids(filled.list_steps("install", "manager")) == ["c"]
    assert filled.list_steps(from_id="manager") == ()


def test_a_position_is_found_by_its_id(filled):
    assert filled.get_position("manager") == role("manager", "L4")


def test_an_unknown_position_is_an_error_with_suggestions(filled):
    with pytest.raises(UnknownName) as error:
        filled.get_position("manger")
    assert str(error.value) == "There is no position 'manger'. Did you mean 'manager'?"
    assert error.value.suggestions == ("manager",)


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda store: store.list_positions(sector="car"), "no sector 'car'. Did you mean 'care'"),
        (lambda store: store.list_positions(level="L33"), "no level 'L33'. Did you mean 'L3'"),
        (lambda store: store.list_steps(from_id="x"), "no position 'x'."),
        (lambda store: store.list_steps(to_id="x"), "no position 'x'."),
        (lambda store: store.find_paths(["x"], ["manager"], 1, 1), "no position 'x'."),
        (lambda store: store.find_paths(["manager"], ["x"], 1, 1), "no position 'x'."),
    ],
)
def test_unknown_names_are_never_an_empty_answer(filled, ask, message):
    with pytest.raises(UnknownName, match=message):
        ask(filled)


READS = [
    lambda store: store.read(),
    lambda store: store.get_position("a"),
    lambda store: store.list_positions(),
    lambda store: store.list_sectors(),
    lambda store: store.list_steps(),
    lambda store: store.find_paths([], [], 1, 1),
]


@pytest.mark.parametrize("read", READS)
def test_reading_before_anything_is_loaded_says_so(store, read):
    with pytest.raises(StoreUnavailable, match=r"The store holds no dataset yet. Load one first."):
        read(store)


@pytest.mark.parametrize("use", [*READS, lambda store: store.current(), lambda store: store.replace(SMALL)])
def test_a_closed_store_says_so(filled, use):
    filled.close()
    with pytest.raises(StoreUnavailable, match=r"The store has been closed. Open it again to use it."):
        use(filled)


def test_closing_twice_does_no_harm(filled):
    filled.close()
    filled.close()


def test_leaving_the_with_block_closes_the_store(new_store):
    with new_store() as store:
        store.replace(SMALL)
    with pytest.raises(StoreUnavailable):
        store.read()
