"""Finding a position by what is typed of its name, with slips."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.explore.finding import MOST_FOUND, find_positions, is_sure
from graph_loader import load_catalogue
from tests.build import catalogue, role

SHIPPED = load_catalogue()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("nursery manager", "nursery-manager"),
        ("Nursery Manger", "nursery-manager"),
        ("manager nursery", "nursery-manager"),
        ("electrcian", "electrician"),
        ("chidlminder", "childminder"),
        ("a room supervisr", "room-supervisor"),
        ("room sup", "room-supervisor"),
    ],
)
def test_a_name_is_found_in_spite_of_slips(typed, found):
    assert find_positions(typed, SHIPPED)[0] == found


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(list(SHIPPED.position_by_id.values())), st.integers(0, 200), st.sampled_from("dst"))
def test_every_title_is_found_with_any_one_slip(position, place, slip):
    """One letter dropped, doubled, or changed places with the next, in a word of five letters or more."""
    at = place % len(position.title)
    text = position.title
    typed = {
        "d": text[:at] + text[at + 1 :],
        "s": text[:at] + text[at + 1 : at + 2] + text[at] + text[at + 2 :],
        "t": text[: at + 1] + text[at:],
    }[slip]

    assert position.id in find_positions(typed, SHIPPED)


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_any_text_can_be_looked_for(text):
    assert len(find_positions(text, SHIPPED)) <= MOST_FOUND


def test_what_is_like_no_name_finds_nothing():
    assert find_positions("zzzz qqqq", SHIPPED) == ()
    assert find_positions("   ", SHIPPED) == ()


def test_other_names_and_accents_count():
    known = catalogue(role("chef", aliases=("Café cook",)), role("waiter"))

    assert find_positions("cafe cook", known) == ("chef",)


def test_a_title_comes_before_another_name_that_is_as_like():
    known = catalogue(role("baker", aliases=("Cook",)), role("cook"))

    assert find_positions("cook", known) == ("cook", "baker")


def test_one_is_sure_of_a_name_only_where_one_position_alone_has_it():
    known = catalogue(
        role("cook"), role("chef", aliases=("Head of kitchen",)), role("boss", aliases=("Chef",))
    )

    assert is_sure("COOK", "cook", known)
    assert is_sure("head of kitchen", "chef", known)
    assert not is_sure("chef", "chef", known)
    assert not is_sure("coo", "cook", known)
