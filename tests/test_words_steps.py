"""One step of a route as people read it."""

from __future__ import annotations

from datetime import date

from explorer.words import (
    any_of_sentences,
    caution_sentence,
    condition_sentence,
    gives_sentences,
    paves_sentences,
    stay_sentence,
    step_sentence,
    unknown_sentences,
    waivers_sentences,
)
from pathways.learner import Basis, Status
from pathways.model import Condition, ConditionKind
from pathways.results import AssessedAlternative, Prefer, RouteStep
from tests.told import STORY, routes


def test_a_step_says_where_it_leads_which_way_and_how_long() -> None:
    step = routes("certificate", "diploma").routes[0].steps[0]
    assert step_sentence(step, STORY) == (
        "From Certificate in care to Diploma in care, at level 3. This is a step up. "
        "It takes about a year and a half."
    )


def test_a_step_to_a_job_takes_no_set_time() -> None:
    step = routes("diploma", "room-leader").routes[0].steps[0]
    assert step_sentence(step, STORY).endswith(
        "This is a move at the same level. It takes no set time: you start when you get the job."
    )


def test_a_step_inside_a_row_says_that_the_row_is_counted_later() -> None:
    step = routes("entry-award", "level-1-award").routes[0].steps[0]
    assert unknown_sentences(step, STORY) == (
        "This step lies on the way from entry level to level 2. What that climb asks for is counted "
        "when you reach level 2, not here.",
        "What this step asks for is not known, which does not mean that it asks for nothing.",
    )


def test_a_step_that_is_known_to_ask_for_nothing_says_so() -> None:
    step = routes("manager-award", "nursery-manager").routes[0].steps[0]
    assert unknown_sentences(step, STORY) == ("Nothing more is asked for.",)


def test_a_condition_says_until_when_it_holds() -> None:
    condition = Condition(ConditionKind.COST, "It costs money", None, date(2027, 7, 31))
    assert condition_sentence(condition) == "It costs money. This holds until 31 July 2027."


def test_a_condition_that_names_its_last_day_does_not_say_it_twice() -> None:
    condition = Condition(ConditionKind.FUNDING, "It is free until 31 July 2027", None, date(2027, 7, 31))
    assert condition_sentence(condition) == "It is free until 31 July 2027."


def test_waivers_with_one_reason_are_said_once() -> None:
    step = routes("diploma", "nursery-manager", prefer=Prefer.FEWEST_STEPS).routes[0].steps[0]
    assert waivers_sentences(step.waives, STORY) == (
        "It does not ask for “You have led a room for two years”. Small nurseries take people sooner.",
    )


def test_a_step_that_closes_too_soon_has_a_caution() -> None:
    step = routes("diploma", "room-leader").routes[0].steps[0]
    late = RouteStep(**{f: getattr(step, f) for f in step.__slots__} | {"caution": date(2027, 1, 1)})
    told = caution_sentence(late)
    assert told == "Take care: this closes on 1 January 2027, which may be before you get this far."
    assert caution_sentence(step) == ""


def test_what_a_step_gives_says_after_how_long() -> None:
    step = routes("diploma", "room-leader").routes[0].steps[0]
    assert "You have led a room for two years. This comes after 2 years." in gives_sentences(step, STORY)


def test_what_paves_the_way_is_what_a_later_step_asks_for() -> None:
    first, *later = routes("certificate", "room-leader").routes[0].steps
    assert paves_sentences(first, later, STORY) == ()


def test_a_job_to_stay_in_says_for_how_long() -> None:
    first, *later = routes("diploma", "nursery-manager").routes[0].steps
    told = stay_sentence(first, later, STORY)
    assert told == "Stay there for 2 years: a later step asks for it."
    assert stay_sentence(first, [], STORY) == ""


def test_the_way_that_counts_is_marked_where_none_is_met() -> None:
    step = routes("room-leader", "nursery-manager").routes[0].steps[0]
    counted, old = any_of_sentences(step.any_of[0], STORY, "room-leader")
    assert counted == (
        "You hold a level 3 diploma in care. Not asked yet. This is the way that is counted here."
    )
    assert old == (
        "Old diploma in care. Not asked yet. "
        "This is no longer open to newcomers, so it serves only people who have it."
    )


def test_no_way_is_marked_where_one_is_met() -> None:
    step = routes("diploma", "nursery-manager", prefer=Prefer.FEWEST_STEPS).routes[0].steps[0]
    told = any_of_sentences(step.any_of[0], STORY, "diploma")
    assert told[0] == "You hold a level 3 diploma in care. Already so: given by Diploma in care."


def test_an_alternative_of_nothing_settles_the_group() -> None:
    nothing = AssessedAlternative((), None, Status.MET, Basis.UNKNOWN, None, True, True)
    assert any_of_sentences((nothing,), STORY, "diploma") == ("Nothing is asked for.",)
