"""What a component is told of what is selected: page and component both choose, neither undoes the other."""

from __future__ import annotations

from explorer.explore.selecting import Told

NEW = Told()


def test_a_page_with_nothing_selected_tells_nothing():
    assert NEW.following(None) == NEW


def test_what_the_page_has_selected_is_told_once():
    told = NEW.following("a")

    assert told == Told(shown="a", last="a", turn=1)
    assert told.following("a") == told


def test_a_pick_is_not_sent_back():
    picked = NEW.picked("b").following("b")

    assert (picked.last, picked.turn) == (None, 0)


def test_a_page_that_does_not_follow_a_pick_has_its_way():
    told = NEW.following("a").picked("b").following("a")

    assert told == Told(shown="a", last="a", turn=2)


def test_a_page_that_forgets_what_was_picked_says_so():
    assert NEW.picked("b").following(None) == Told(shown=None, last=None, turn=1)
