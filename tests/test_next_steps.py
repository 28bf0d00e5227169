"""Where one can go next, whether staying is an answer, and what it takes to get to a goal."""

from __future__ import annotations

from datetime import date
from typing import Any

from pathways.learner import Learner, Status
from pathways.model import Condition, ConditionKind, Staying
from pathways.places import Place
from pathways.results import NoRouteBecause
from pathways.route_index import RouteIndex
from pathways.routes import find_next_steps, find_requirements
from tests.build import CITED, catalogue, qualification, requirement, role, sector, step

TODAY = date(2026, 11, 22)
VACANCY = Condition(ConditionKind.VACANCY, "A post has to be free.")


def index(*records: Any) -> RouteIndex:
    return RouteIndex.build(catalogue(*records))


def small() -> RouteIndex:
    return index(
        qualification("a", gives=("r2",)),
        qualification("b"),
        role("boss", "L4"),
        qualification("degree", "L6"),
        qualification("old", last_start=date(2020, 7, 31)),
        step("a", "boss", attainment=("r1", "r2"), conditions=(VACANCY,)),
        step("b", "boss", attainment=("r1", "r2")),
        step("a", "degree", attainment=("r1",)),
        step("a", "old"),
        requirement("r1"),
        requirement("r2"),
        sector("care", staying=(Staying("L3", "Many are proud to stay.", CITED),)),
    )


def test_next_steps_are_one_step_routes_best_first_with_other_starts_named() -> None:
    result = find_next_steps(small(), (Place(sector="care", level="L3"),), TODAY)
    assert [route.positions for route in result.steps] == [("a", "boss"), ("a", "degree")]
    assert result.steps[0].also_from == ("b",)
    assert result.steps[0].figures.to_gain == 2


def test_staying_is_an_answer_where_the_sector_says_so() -> None:
    assert find_next_steps(small(), (Place("a"),), TODAY).staying == (("care", "L3"),)
    assert find_next_steps(small(), (Place("boss"),), TODAY).staying == ()


def test_closed_next_steps_are_named() -> None:
    closed = find_next_steps(small(), (Place("a"),), TODAY).closed
    assert [each.step.to_id for each in closed] == ["old"]


def test_next_steps_leave_out_what_a_condition_blocks() -> None:
    learner = Learner(without=frozenset({ConditionKind.VACANCY}))
    result = find_next_steps(small(), (Place("a"),), TODAY, learner)
    assert [route.positions for route in result.steps] == [("a", "degree")]


def test_requirements_without_a_start_are_those_of_every_step_into_the_goal_with_nothing_held() -> None:
    result = find_requirements(small(), (), (Place("boss"),), TODAY)
    assert [way.start for way in result.ways] == ["b", "a"]
    assert {each.status for way in result.ways for each in way.steps[0].required} == {Status.NOT_ASKED}


def test_requirements_count_what_the_learner_has_said() -> None:
    learner = Learner({"r1": Status.MET})
    result = find_requirements(small(), (), (Place("boss"),), TODAY, learner)
    assert [each.status for each in result.ways[0].steps[0].required] == [Status.MET, Status.NOT_ASKED]


def test_requirements_with_a_start_are_those_of_the_best_routes() -> None:
    result = find_requirements(small(), (Place("b"),), (Place("boss"),), TODAY)
    assert [way.positions for way in result.ways] == [("b", "boss")]
    nothing = find_requirements(small(), (Place("boss"),), (Place("b"),), TODAY)
    assert nothing.no_route is not None
    assert nothing.no_route.because is NoRouteBecause.NO_PATH


def test_what_a_start_nobody_named_gives_is_no_obstacle_on_the_way_from_it() -> None:
    licence = requirement("licence", regulated=True)
    other = requirement("other", regulated=True)
    asks = step("a", "boss", attainment=("licence", "other"))
    data = index(qualification("a", gives=("licence",)), role("boss"), asks, licence, other)
    assert [way.hard for way in find_requirements(data, (), (Place("boss"),), TODAY).ways] == [("other",)]
