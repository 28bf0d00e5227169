"""Whole routes, first sentences and honest refusals as people read them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from explorer.words import (
    also_from_sentence,
    closed_in_words,
    difference_sentence,
    figures_sentence,
    hard_sentence,
    holes_sentence,
    next_steps_sentence,
    no_route_sentences,
    requirements_sentence,
    route_result_sentence,
    search_sentence,
    start_sentence,
    way_in_words,
)
from pathways.model import ConditionKind
from pathways.places import Place
from pathways.results import (
    ClosedBecause,
    ClosedStep,
    Nearest,
    NoRoute,
    NoRouteBecause,
    Route,
    RouteResult,
    SearchReport,
)
from pathways.routes import find_next_steps, find_requirements
from tests.told import INDEX, STORY, TODAY, figures, routes


def no_route(because_of: NoRouteBecause, **fields: object) -> RouteResult:
    no = NoRoute(because_of, **fields)  # type: ignore[arg-type]
    return RouteResult(("diploma",), ("wood-boss",), TODAY, (), (), (), SearchReport(True, None), no)


def test_what_is_not_known_is_never_nothing_to_gain() -> None:
    told = figures_sentence(figures(to_gain=0, holes=1))
    assert told == (
        "It takes 2 steps and about a year. "
        "What it asks for is not fully known, so there may be things to gain."
    )


def test_a_gain_with_holes_is_at_least_that() -> None:
    assert "There are at least 2 and a half things to gain." in figures_sentence(figures(to_gain=5, holes=1))


def test_what_stands_outside_ones_control_is_counted() -> None:
    told = figures_sentence(figures(conditions=1, sector_changes=1))
    assert told.endswith("It changes sector 1 time. 1 thing outside your control has to be in place.")


def test_a_route_of_jobs_alone_has_no_set_time() -> None:
    told = figures_sentence(figures(months=0, steps=2))
    assert told.startswith("It takes 2 steps and no set time, because each step waits for a job")


def test_a_route_says_which_of_its_steps_are_not_known() -> None:
    route = routes("joiner", "wood-boss").routes[0]
    assert holes_sentence(route, STORY) == "What one of its steps asks for is not known."


def test_a_route_warns_of_what_nothing_on_it_gives() -> None:
    result = routes("old-diploma", "nursery-manager")
    told = hard_sentence(result.routes[0], STORY)
    assert told == (
        "Check this first: “You have led a room for two years”. "
        "Nothing on this route gives it, and no short course does."
    )


def test_several_things_that_nothing_gives_are_spoken_of_as_several() -> None:
    route = routes("old-diploma", "nursery-manager").routes[0]
    told = hard_sentence(replace(route, hard=(*route.hard, "room-leader")), STORY)
    assert told.endswith("Nothing on this route gives them, and no short course does.")


def test_a_start_is_held_or_worked_at() -> None:
    held, worked = (routes(start, "nursery-manager").routes[0] for start in ("diploma", "room-leader"))
    assert start_sentence(held, STORY) == "You can start here with Diploma in care."
    assert start_sentence(worked, STORY) == "You can start here if you work as a room leader."


def test_a_way_names_what_it_passes() -> None:
    route = routes("certificate", "nursery-manager").routes[0]
    assert way_in_words(route, STORY) == "by Diploma in care and Room leader to Nursery manager"


def test_a_long_way_names_two_stops_and_counts_the_rest() -> None:
    route = max(routes("entry-award", "nursery-manager", k=50).routes, key=lambda each: len(each.steps))
    assert way_in_words(route, STORY) == (
        "by Award in care, Certificate in care and 3 more stops to Nursery manager"
    )


def test_a_difference_is_said_in_time_steps_and_gain() -> None:
    ranked = routes("certificate", "nursery-manager").routes
    straight = next(route for route in ranked if len(route.steps) == 2)
    told = difference_sentence(straight, ranked[0], STORY)
    assert told.startswith("Compared with route 1, it ")
    assert "has 1 step fewer" in told


def test_routes_that_are_alike_are_said_to_be() -> None:
    route = routes("certificate", "nursery-manager").routes[0]
    told = difference_sentence(route, route, STORY)
    assert told == "It takes as long as route 1, in as many steps, and asks for as much."


def with_figures(route: Route, **changed) -> Route:
    return replace(route, figures=replace(route.figures, **changed))


def test_times_that_are_not_known_are_never_said_to_be_as_long() -> None:
    route = with_figures(routes("certificate", "nursery-manager").routes[0], months=None, months_at_least=6)
    known = with_figures(route, months=24)
    assert difference_sentence(route, route, STORY) == (
        "It has as many steps as route 1 and asks for as much; how long they take is not fully known."
    )
    assert difference_sentence(known, route, STORY) == (
        "Compared with route 1, it takes about 2 years, where the time of the other is not fully known."
    )
    assert "takes a time that is not fully known" in difference_sentence(route, known, STORY)


def test_what_is_to_gain_is_compared_as_far_as_it_is_known() -> None:
    route = routes("certificate", "nursery-manager").routes[0]
    unknown = replace(route, steps=(replace(route.steps[0], known=False), *route.steps[1:]))
    told = difference_sentence(with_figures(route, to_gain=route.figures.to_gain + 4), unknown, STORY)
    assert told == "Compared with route 1, it asks, as far as is known, for 2 more things."


def test_two_routes_are_compared_by_their_names() -> None:
    route = routes("certificate", "nursery-manager").routes[0]
    longer = with_figures(route, months=(route.figures.months or 0) + 12)
    told = difference_sentence(longer, route, STORY, "way 2", "way 4")
    assert told == "Compared with way 2, way 4 takes about a year longer."


def test_other_starts_are_named() -> None:
    route = Route("diploma", (), figures(), also_from=("old-diploma", "room-leader"))
    told = also_from_sentence(route, STORY)
    assert told == "The same route is open from Old diploma in care or Room leader."


@pytest.mark.parametrize(
    ("because_of", "day", "words"),
    [
        (ClosedBecause.WITHDRAWN, date(2021, 7, 31), "withdrawn; last certification July 2021"),
        (ClosedBecause.WITHDRAWN, date(2020, 8, 31), "withdrawn; last start August 2020"),
        (ClosedBecause.STARTS_LATER, date(2030, 9, 1), "not open yet; first start September 2030"),
        (ClosedBecause.NOT_OPEN_YET, date(2030, 9, 1), "not open before 1 September 2030"),
        (ClosedBecause.CLOSED, date(2020, 8, 31), "closed since 31 August 2020"),
        (ClosedBecause.NO_OPEN_ALTERNATIVE, None, "closed: nothing that it accepts can still be started"),
    ],
)
def test_a_closed_step_says_why(because_of: ClosedBecause, day: date | None, words: str) -> None:
    closed = ClosedStep(STORY.step_by_id["certificate-to-old-diploma"], because_of, day)
    assert closed_in_words(closed, STORY) == words


@pytest.mark.parametrize(
    ("no", "reason"),
    [
        (no_route(NoRouteBecause.ALREADY_THERE), "You are already there: A is where you want to get to."),
        (
            no_route(NoRouteBecause.NO_START),
            "Nothing on record starts from A, so there is no route from A to B.",
        ),
        (no_route(NoRouteBecause.NO_GOAL), "Nothing on record is at B, so there is no route from A to B."),
        (no_route(NoRouteBecause.NO_PATH), "There is no route from A to B: no steps on record join the two."),
        (
            no_route(NoRouteBecause.ONLY_CLOSED),
            "There is no route from A to B on this date: every way there is closed.",
        ),
        (
            no_route(NoRouteBecause.TOO_MANY_STEPS, steps_needed=4),
            "Every route from A to B has more steps than the limit. The shortest has 4 steps.",
        ),
        (
            no_route(NoRouteBecause.CONDITION, conditions=(ConditionKind.VACANCY, ConditionKind.COST)),
            "There is no route from A to B without a vacancy or cost.",
        ),
        (
            no_route(NoRouteBecause.LEAVES_SECTOR),
            "There is no route from A to B that stays in the sector. Routes that leave it were left out.",
        ),
        (
            no_route(NoRouteBecause.SEARCH_STOPPED),
            "No route from A to B was found before the search stopped. There may still be one.",
        ),
    ],
)
def test_every_reason_for_no_route_is_a_sentence(no: RouteResult, reason: str) -> None:
    assert no_route_sentences(no, "A", "B", STORY)[0] == reason


def test_no_route_says_what_is_nearest() -> None:
    no = no_route(NoRouteBecause.TOO_MANY_STEPS, nearest=(Nearest("wood-boss", 2),))
    assert no_route_sentences(no, "A", "B", STORY)[1] == (
        "The nearest you can get is Workshop manager, a job at level 4 (2 steps away)."
    )


def test_no_route_to_another_sector_says_what_can_be_got_to() -> None:
    no = no_route(NoRouteBecause.NO_PATH, nearest=(Nearest("room-leader", 1),))
    assert no_route_sentences(no, "A", "B", STORY)[1:] == (
        "What you can get to from there is Room leader, a job at level 3 (1 step away).",
    )


def test_an_answer_begins_with_how_many_routes_and_the_best() -> None:
    result = routes("certificate", "nursery-manager")
    told = route_result_sentence(result, "A", "B", STORY)
    assert told.startswith(f"There are {len(result.routes)} routes from A to B. The first starts from ")


def test_next_steps_say_that_staying_is_an_answer() -> None:
    result = find_next_steps(INDEX, (Place(position="room-leader"),), TODAY)
    told = next_steps_sentence(result, "Room leader", STORY)
    assert told.startswith("There are 2 next steps from Room leader.")
    assert told.endswith(
        "Staying where you are is a good answer too. Many room leaders like the work and stay."
    )


def test_no_next_step_is_said() -> None:
    result = find_next_steps(INDEX, (Place(position="wood-boss"),), TODAY)
    told = next_steps_sentence(result, "Workshop manager", STORY)
    assert told == "No next step from Workshop manager is on record as open on 22 November 2026."


def test_what_is_needed_is_told_from_the_start_that_asks_for_least() -> None:
    result = find_requirements(INDEX, (), (Place(position="diploma"),), TODAY)
    told = requirements_sentence(result, "", "Diploma in care", STORY)
    assert told == (
        "There is one way to get to Diploma in care. "
        "It is from Certificate in care: about a year and a half, and 1 thing to gain."
    )


def test_what_is_needed_from_a_start_is_told_as_a_way() -> None:
    result = find_requirements(INDEX, (Place(position="certificate"),), (Place(position="diploma"),), TODAY)
    told = requirements_sentence(result, "Certificate in care", "Diploma in care", STORY)
    assert told == (
        "There is one way from Certificate in care to Diploma in care. "
        "It goes straight to Diploma in care: about a year and a half, and 1 thing to gain."
    )


def test_nothing_on_record_leads_there_is_said() -> None:
    result = find_requirements(INDEX, (), (Place(position="joiner"),), TODAY)
    told = requirements_sentence(result, "", "Joinery diploma", STORY)
    assert told == "No step to Joinery diploma is on record as open on 22 November 2026."


def test_a_search_that_stopped_says_so() -> None:
    told = search_sentence(SearchReport(False, "the number of part-routes looked at"))
    assert told == (
        "The search stopped at a limit (the number of part-routes looked at), "
        "so there may be better routes than these."
    )
