"""What the index works out of the steps of a date, and what it leaves until somebody asks."""

from __future__ import annotations

from datetime import date

from pathways.route_index import RouteIndex
from pathways.rows import carried
from tests.build import catalogue, qualification, sector, step

TODAY = date(2026, 11, 22)

ends = [qualification(each) for each in ("a", "b", "c", "d", "e")]
STEPS = [step("a", "b"), step("b", "a"), step("b", "c"), step("b", "d"), step("c", "e"), step("e", "c")]
DATA = catalogue(*ends, sector("care"), *STEPS)


def between(starts: list[str], goals: list[str]) -> set[tuple[str, str]]:
    dated = RouteIndex.build(DATA).on(TODAY)
    return {(edge.start, edge.end) for edge in dated.between(starts, frozenset(goals))}


def test_between_a_start_and_a_goal_are_the_steps_of_every_walk_and_no_others() -> None:
    assert between(["a"], ["c"]) == {("a", "b"), ("b", "a"), ("b", "c")}


def test_no_walk_goes_on_from_a_goal() -> None:
    assert between(["a"], ["b", "c"]) == {("a", "b")}


def test_nothing_lies_between_a_start_and_a_goal_that_it_does_not_lead_to() -> None:
    assert between(["d"], ["e"]) == set()


def test_a_step_is_the_same_however_it_is_asked_for() -> None:
    dated = RouteIndex.build(DATA).on(TODAY)

    first = dated.between(["c"], frozenset(["e"]))[0]

    assert first is dated.edge(first.id)
    assert first in dated.edges
    assert dated.edge("no-such-step") is None


def test_with_nothing_closed_opening_everything_changes_no_step() -> None:
    dated = RouteIndex.build(DATA).on(TODAY)

    assert all(each is dated.edge(each.id) for each in dated.opened.edges)


def test_steps_between_the_same_cells_share_what_they_carry() -> None:
    here, there = DATA.steps[:2]

    assert carried(here, DATA) is carried(there, DATA)
