"""Limits on routes: what they leave out, what they leave in, and the honest no they can lead to."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from pathways.errors import InvalidQuery, UnknownName
from pathways.learner import Learner, Status
from pathways.limits import NO_LIMITS, Limits, Study, list_types, read_type
from pathways.model import Alternative, Condition, ConditionKind, Holding
from pathways.places import Place
from pathways.queries import RouteQuery
from pathways.results import Label, NextStepsResult, NoRouteBecause, Prefer, RequirementsResult, RouteResult
from pathways.route_index import RouteIndex
from pathways.routes import find_next_steps, find_requirements, find_routes
from pathways.teaching import Taught
from tests.build import catalogue, qualification, requirement, role, step

TODAY = date(2026, 11, 22)
NO_DEGREE = Limits(avoid_types=("degree",))


def places(names: str) -> tuple[Place, ...]:
    return tuple(Place(position=name) for name in names.split())


def ask(start: str, goal: str, limits: Limits, *records: Any, held: str = "", **fields: Any) -> RouteResult:
    learner = Learner(dict.fromkeys(held.split(), Status.MET))
    index = RouteIndex.build(catalogue(*records))
    query = RouteQuery(places(start), places(goal), TODAY, learner, limits=limits, **fields)
    return find_routes(index, query)


def paths(result: RouteResult) -> list[str]:
    return [" ".join(route.positions) for route in result.routes]


TWO_WAYS = (
    qualification("school", "L1"),
    qualification("degree", "L6", type="degree", months=36),
    qualification("diploma", "L4", months=18),
    role("nurse", "L5"),
    step("school", "degree"),
    step("school", "diploma"),
    step("degree", "nurse"),
    step("diploma", "nurse"),
)


def test_no_route_leads_into_a_place_to_avoid() -> None:
    assert paths(ask("school", "nurse", Limits(avoid=places("degree")), *TWO_WAYS)) == [
        "school diploma nurse"
    ]


def test_no_route_leads_into_a_qualification_of_a_type_to_avoid() -> None:
    assert paths(ask("school", "nurse", NO_DEGREE, *TWO_WAYS)) == ["school diploma nurse"]


def test_a_level_or_a_sector_can_be_avoided() -> None:
    level = Limits(avoid=(Place(level="L6"),))
    assert paths(ask("school", "nurse", level, *TWO_WAYS)) == ["school diploma nurse"]


def test_the_start_itself_may_be_at_a_place_to_avoid() -> None:
    assert paths(ask("degree", "nurse", NO_DEGREE, *TWO_WAYS)) == ["degree nurse"]


def test_the_other_routes_worth_knowing_keep_to_the_limits_too() -> None:
    result = ask("school", "nurse", Limits(within_months=24), *TWO_WAYS, k=1, prefer=Prefer.QUICKEST)
    assert {route.positions for route in (*result.routes, *result.also)} == {("school", "diploma", "nurse")}
    assert Label.FEWEST_STEPS in result.routes[0].labels


HOLDS_DEGREE = requirement("holds-degree", holding=Holding(("degree",)))
ASKED_FOR = (
    qualification("school", "L1"),
    qualification("degree", "L6", type="degree"),
    role("teacher", "L5"),
    step("school", "degree"),
    step("school", "teacher", attainment=("holds-degree",)),
    HOLDS_DEGREE,
)


def test_a_step_that_asks_for_what_only_a_place_to_avoid_gives_is_left_out() -> None:
    assert paths(ask("school", "teacher", NO_LIMITS, *ASKED_FOR)) == ["school teacher"]
    assert paths(ask("school", "teacher", NO_DEGREE, *ASKED_FOR)) == []


def test_it_is_left_in_for_somebody_who_has_it() -> None:
    assert paths(ask("school", "teacher", NO_DEGREE, *ASKED_FOR, held="degree")) == ["school teacher"]
    assert paths(ask("school", "teacher", NO_DEGREE, *ASKED_FOR, held="holds-degree")) == ["school teacher"]


def test_each_of_several_starts_has_the_steps_that_are_left_to_it() -> None:
    asks = (*ASKED_FOR, step("degree", "teacher", attainment=("holds-degree",)))
    result = ask("school degree", "teacher", NO_DEGREE, *asks)
    assert paths(result) == ["degree teacher"]
    assert result.routes[0].also_from == ()


def test_an_alternative_keeps_a_step_open() -> None:
    ways = (Alternative(("holds-degree",)), Alternative(("shows-work",)))
    records = (
        *ASKED_FOR[:4],
        step("school", "teacher", any_of=(ways,)),
        HOLDS_DEGREE,
        requirement("shows-work"),
    )
    result = ask("school", "teacher", NO_DEGREE, *records)
    assert [[way.chosen for way in group] for group in result.routes[0].steps[0].any_of] == [[False, True]]


def test_a_position_to_be_held_is_asked_for_like_a_holding() -> None:
    records = (
        *ASKED_FOR[:4],
        step("school", "teacher", any_of=((Alternative(position="degree"),),)),
    )
    assert paths(ask("school", "teacher", NO_DEGREE, *records)) == []


def test_what_can_be_had_elsewhere_is_no_obstacle() -> None:
    holds = requirement("holds-degree", holding=Holding(("degree", "licence")))
    records = (*ASKED_FOR[:5], qualification("licence"), step("school", "licence"), holds)
    assert "school teacher" in paths(ask("school", "teacher", NO_DEGREE, *records))


def test_elsewhere_is_nowhere_where_that_asks_for_the_same() -> None:
    holds = requirement("holds-degree", holding=Holding(("degree", "licence")))
    asks = step("school", "licence", attainment=("holds-degree",))
    assert (
        paths(ask("school", "teacher", NO_DEGREE, *ASKED_FOR[:5], qualification("licence"), asks, holds))
        == []
    )


def test_elsewhere_is_nowhere_where_nobody_can_start_it() -> None:
    holds = requirement("holds-degree", holding=Holding(("degree", "old")))
    old = qualification("old", last_start=date(2013, 7, 31))
    assert paths(ask("school", "teacher", NO_DEGREE, *ASKED_FOR[:5], old, holds)) == []


def test_a_route_whose_known_months_are_too_many_is_left_out() -> None:
    assert paths(ask("school", "nurse", Limits(within_months=18), *TWO_WAYS)) == ["school diploma nurse"]
    assert len(paths(ask("school", "nurse", Limits(within_months=36), *TWO_WAYS))) == 2


def test_a_route_with_a_part_unknown_stays_while_its_known_part_keeps_to_the_limit() -> None:
    unknown = (qualification("short", months=None), step("school", "short"), step("short", "nurse"))
    result = ask("school", "nurse", Limits(within_months=12), *TWO_WAYS, *unknown)
    assert paths(result) == ["school short nurse"]
    assert result.routes[0].figures.months is None


def test_time_that_has_to_be_served_counts_towards_the_months() -> None:
    served = requirement("served", holding=Holding(("diploma",), months=24))
    records = (*TWO_WAYS[:5], step("school", "nurse", attainment=("served",)), served)
    assert paths(ask("school", "nurse", Limits(within_months=23), *records)) == []
    assert paths(ask("school", "nurse", Limits(within_months=24), *records)) == ["school nurse"]


BESIDE = Condition(ConditionKind.STUDY_MODE, "It is taught beside a job.")
TAUGHT = (
    qualification("school", "L1"),
    qualification("t-level", type="T Level"),
    qualification("trade", type="apprenticeship"),
    qualification("course", type="diploma"),
    qualification("evenings", type="diploma", summary="Most people take it on some evenings a week."),
    role("nurse", "L5"),
    *(step("school", each) for each in ("t-level", "trade", "course", "evenings")),
    *(step(each, "nurse") for each in ("t-level", "trade", "course", "evenings")),
)


@pytest.mark.parametrize("study", Study)
def test_what_is_known_to_be_full_time_is_left_out_and_all_else_stays(study: Study) -> None:
    result = ask("school", "nurse", Limits(study=study), *TAUGHT)
    assert {route.positions[1] for route in result.routes} == {"trade", "course", "evenings"}


def test_each_step_says_how_it_is_taught_as_far_as_is_on_record() -> None:
    result = ask("school", "nurse", Limits(study=Study.PART_TIME), *TAUGHT)
    assert {route.positions[1]: [each.taught for each in route.steps] for route in result.routes} == {
        "trade": [Taught.AT_WORK, Taught.AT_WORK],
        "course": [Taught.UNKNOWN, Taught.AT_WORK],
        "evenings": [Taught.SAID, Taught.AT_WORK],
    }


def test_a_condition_on_the_mode_of_study_says_how_it_is_taught() -> None:
    records = (*TAUGHT[:6], step("school", "course", conditions=(BESIDE,)), step("course", "nurse"))
    result = ask("school", "nurse", Limits(study=Study.WHILE_WORKING), *records)
    assert result.routes[0].steps[0].taught is Taught.SAID


def test_nothing_is_said_of_teaching_where_it_is_not_asked() -> None:
    assert ask("school", "nurse", NO_LIMITS, *TAUGHT).routes[0].steps[0].taught is None


def test_a_no_names_the_limit_in_the_way_and_the_soonest_route_without_it() -> None:
    by_degree = [each for each in TWO_WAYS if each.id != "school-to-diploma"]
    no = ask("school", "nurse", Limits(within_months=12, avoid=places("diploma")), *by_degree).no_route
    assert no is not None
    assert (no.because, no.limits) == (NoRouteBecause.LIMITS, Limits(within_months=12))
    assert no.instead is not None
    assert (no.instead.positions, no.instead.figures.months) == (("school", "degree", "nurse"), 36)


def test_limits_that_stand_in_the_way_together_are_named_together() -> None:
    limits = Limits(within_months=18, avoid=places("diploma"), avoid_types=("degree",), study=Study.PART_TIME)
    no = ask("school", "nurse", limits, *TWO_WAYS).no_route
    assert no is not None
    assert no.limits == Limits(avoid=places("diploma"))
    only_degree = ask(
        "school", "nurse", limits, *(each for each in TWO_WAYS if each.id != "school-to-diploma")
    )
    assert only_degree.no_route is not None
    assert only_degree.no_route.limits == Limits(within_months=18, avoid_types=("degree",))


def test_a_goal_to_be_avoided_is_an_honest_no() -> None:
    no = ask("school", "degree", NO_DEGREE, *TWO_WAYS).no_route
    assert no is not None
    assert (no.because, no.limits) == (NoRouteBecause.LIMITS, NO_DEGREE)


def test_what_is_nearest_keeps_to_the_limits() -> None:
    no = ask("school", "degree", NO_DEGREE, *TWO_WAYS).no_route
    assert no is not None
    assert {each.position for each in no.nearest} == {"diploma", "nurse"}


def test_no_path_is_no_fault_of_limits() -> None:
    no = ask("nurse", "school", NO_DEGREE, *TWO_WAYS).no_route
    assert no is not None
    assert (no.because, no.limits) == (NoRouteBecause.NO_PATH, NO_LIMITS)


def steps_from(start: str, limits: Limits) -> NextStepsResult:
    return find_next_steps(RouteIndex.build(catalogue(*TWO_WAYS)), places(start), TODAY, limits=limits)


def test_next_steps_keep_to_limits_and_count_what_is_left_out() -> None:
    result = steps_from("school", NO_DEGREE)
    assert [route.positions for route in result.steps] == [("school", "diploma")]
    assert result.left_out == 1
    assert [each.positions[1] for each in steps_from("school", Limits(within_months=18)).steps] == ["diploma"]
    assert steps_from("school", NO_LIMITS).left_out == 0


def test_next_steps_know_the_jobs_that_can_be_reached_and_how_far_they_are() -> None:
    assert [(each.position, each.steps) for each in steps_from("school", NO_LIMITS).jobs] == [("nurse", 2)]
    assert steps_from("school", Limits(within_months=6)).jobs == ()


def ways_to(goal: str, limits: Limits) -> RequirementsResult:
    return find_requirements(RouteIndex.build(catalogue(*TWO_WAYS)), (), places(goal), TODAY, limits=limits)


def test_what_is_needed_is_not_told_from_a_place_to_avoid() -> None:
    assert [way.start for way in ways_to("nurse", NO_DEGREE).ways] == ["diploma"]


def test_what_is_needed_for_a_place_to_avoid_is_an_honest_no() -> None:
    no = ways_to("degree", NO_DEGREE).no_route
    assert no is not None
    assert (no.because, no.limits) == (NoRouteBecause.LIMITS, NO_DEGREE)


def test_an_unknown_place_or_type_is_named_with_what_is_near() -> None:
    with pytest.raises(
        UnknownName, match=r"There is no type of qualification 'degre'. Did you mean 'degree'?"
    ):
        ask("school", "nurse", Limits(avoid_types=("degre",)), *TWO_WAYS)
    with pytest.raises(UnknownName, match=r"There is no type of qualification 'xyz'. The types are: degree"):
        ask("school", "nurse", Limits(avoid_types=("xyz",)), *TWO_WAYS)
    with pytest.raises(UnknownName, match=r"There is no position 'nobody'."):
        ask("school", "nurse", Limits(avoid=places("nobody")), *TWO_WAYS)


def test_a_limit_of_no_months_is_refused() -> None:
    with pytest.raises(InvalidQuery, match=r"within_months is 0; it must be 1 or more."):
        Limits(within_months=0)


def test_two_spellings_of_a_type_are_one() -> None:
    data = catalogue(qualification("a", type="short course"), qualification("b", type="short-course"))
    assert list_types(data) == ("short course",)
    assert read_type(" Short-Course", data) == "short course"


def test_joined_limits_leave_out_what_either_does_and_keep_the_first_time_and_way() -> None:
    first = Limits(avoid=places("a"), within_months=12)
    second = Limits(avoid=places("b a"), avoid_types=("degree",), within_months=24, study=Study.PART_TIME)
    assert first.joined(second) == Limits(places("a b"), ("degree",), 12, Study.PART_TIME)
