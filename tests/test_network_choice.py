"""Which place is chosen on the network: page and drawing can each choose, and neither undoes the other."""

from __future__ import annotations

from explorer.drawings.network_choice import Choice

NEW = Choice()


def test_a_page_with_nothing_selected_tells_nothing():
    assert NEW.after(None, None) == NEW


def test_what_the_page_has_selected_is_told_once():
    told = NEW.after(None, "a")

    assert (told.shows, told.told, told.times) == ("a", "a", 1)
    assert told.after(None, "a") == told


def test_a_click_is_not_sent_back():
    clicked = NEW.after("b", "b")

    assert (clicked.shows, clicked.told, clicked.times) == ("b", None, 0)


def test_a_click_counts_before_what_the_page_had_selected():
    clicked = NEW.after(None, "a").after("b", "a")

    assert (clicked.shows, clicked.times) == ("b", 1)


def test_a_page_that_does_not_follow_a_click_has_its_way_in_the_next_run():
    told = NEW.after(None, "a").after("b", "a").after("b", "a")

    assert (told.shows, told.told, told.times) == ("a", "a", 2)


def test_the_same_place_can_be_told_again_after_a_click_elsewhere():
    told = NEW.after(None, "a").after("b", "b").after("b", "a")

    assert (told.told, told.times) == ("a", 2)


def test_a_drawing_that_was_away_is_told_what_is_selected_now():
    back = NEW.after(None, "a").after("b", "b").after(None, "b")

    assert (back.shows, back.told) == ("b", "b")


def test_a_drawing_that_was_away_forgets_what_is_no_longer_selected():
    back = NEW.after(None, "a").after("b", "b").after(None, None)

    assert (back.shows, back.told) == (None, None)
