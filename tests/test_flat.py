"""Records as flat properties and back: nothing is lost, and only plain values come out."""

from datetime import date

import pytest
from hypothesis import given, settings

from graph_loader.attributes import attribute_names, attributes_of
from graph_loader.flat import from_columns, from_properties, to_properties
from graph_loader.graph import NODE_TYPES
from pathways.model import Activity, Alternative, Concept, Prompt, Qualification, Step
from tests.build import qualification, step
from tests.shipped import shipped
from tests.strategies import full_catalogues

GROUPS = [*NODE_TYPES.values(), (Step, "steps"), (Activity, "activities"), (Prompt, "prompts")]


def is_plain(value):
    return isinstance(value, str | int | date) or (
        isinstance(value, list) and value and all(isinstance(each, str) for each in value)
    )


def assert_kept(catalogue):
    for kind, group in GROUPS:
        records = getattr(catalogue, group)
        held = [to_properties(attributes_of(each)) for each in records]
        assert all(is_plain(value) for each in held for value in each.values())
        names = attribute_names(kind)
        assert all(set(each) <= set(names) for each in held)
        assert [from_properties(kind, each) for each in held] == list(records)
        columns = {name: [each.get(name) for each in held] for name in names}
        assert from_columns(kind, columns) == list(records)


@settings(max_examples=25, deadline=None)
@given(catalogue=full_catalogues())
def test_any_record_comes_back_equal(catalogue):
    assert_kept(catalogue)


def test_the_records_that_ship_come_back_equal():
    assert_kept(shipped())


def test_what_is_absent_has_no_property_and_nought_has():
    held = to_properties(attributes_of(qualification("a", months=0)))
    assert held["months"] == 0
    assert "hours" not in held
    assert "aliases" not in held


def test_what_is_nested_is_text_that_people_can_read():
    choice = ((Alternative(("r",)), Alternative(position="a")),)
    held = to_properties(attributes_of(step("a", "b", any_of=choice, opens=date(2024, 1, 1))))
    assert held["any_of"] == '[[{"requirements":["r"]},{"position":"a"}]]'
    assert held["opens"] == date(2024, 1, 1)


def test_a_day_may_come_as_text():
    held = {**to_properties(attributes_of(qualification("a"))), "opens": "2024-01-31"}
    assert from_properties(Qualification, held).opens == date(2024, 1, 31)


@pytest.mark.parametrize(
    ("kind", "wrong"),
    [
        (Qualification, {"evidence": "hearsay"}),
        (Qualification, {"opens": "soon"}),
        (Step, {"any_of": "[[{]"}),
    ],
)
def test_what_cannot_stand_in_a_record_is_refused(kind, wrong):
    record = qualification("a") if kind is Qualification else step("a", "b")
    with pytest.raises(ValueError):
        from_properties(kind, {**to_properties(attributes_of(record)), **wrong})


def test_a_concept_needs_no_citation():
    assert from_properties(Concept, {"id": "c", "title": "C"}) == Concept("c", "C")
