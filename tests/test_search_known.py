"""Routes known early, as the best by the sums of their steps, change how fast but not what is found."""

from __future__ import annotations

from datetime import date
from itertools import islice

import pytest
from hypothesis import HealthCheck, given, settings

from pathways import additive
from pathways import search as searching
from pathways.additive import additive_routes, costs
from pathways.field import Field
from pathways.places import Place, goal_positions, start_positions
from pathways.queries import RouteQuery
from pathways.route_index import RouteIndex
from pathways.routes import find_routes
from pathways.search import ORDERS, Search
from pathways.wide_graph import WideGraph
from tests.build import catalogue, qualification, requirement, step
from tests.strategies import questions
from tests.test_routes_oracle import compare
from tests.test_search_ends import layered


@pytest.fixture
def known_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "HARD", 1)


@pytest.fixture
def weighed_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "LONG", 0)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(asked=questions())
def test_routes_are_the_same_where_good_ones_are_known_from_the_start(known_at_once, asked):
    compare(asked.catalogue, asked.query)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(asked=questions())
def test_routes_are_the_same_where_the_last_steps_are_weighed_from_the_start(weighed_at_once, asked):
    compare(asked.catalogue, asked.query)


def test_what_a_position_before_could_give_is_no_part_of_an_ending():
    data = [*map(qualification, ("s", "t")), qualification("a", gives=("r1", "r2"))]
    data += [qualification("b"), *map(requirement, ("r1", "r2", "r3"))]
    data += [step("s", "a"), step("a", "b"), step("b", "t", attainment=("r1", "r2", "r3"))]
    index = RouteIndex.build(catalogue(*data))
    query = RouteQuery((Place("s"),), (Place("t"),), date(2026, 11, 22))
    (part,) = Field.of(index, query, ["s"], ["t"]).parts
    assert [index.read(bits) for bits in part.ahead.endings.at("s")] == [("r3",)]


@settings(max_examples=200, deadline=None)
@given(asked=questions())
def test_every_way_on_asks_for_all_that_one_of_the_endings_asks_for(asked):
    for part in field_of(asked).parts:
        asks, goals = part.ahead.asks, part.ahead.goals
        begun = [(position, (position,), 0) for position in asks]
        while begun:
            first, stops, bits = begun.pop()
            if stops[-1] in goals:
                assert any(one & bits == one for one in part.ahead.endings.at(first))
            for more, end in asks.get(stops[-1], ()):
                if end not in stops:
                    begun.append((first, (*stops, end), bits | more))


def test_the_last_steps_into_a_goal_save_work_and_the_answer_stays(monkeypatch):
    index = RouteIndex.build(catalogue(*layered(5, 5, 3)))
    query = RouteQuery((Place("s"),), (Place("t"),), date(2026, 11, 22))
    (part,) = Field.of(index, query, ["s"], ["t"]).parts
    looked_at, answers = [], []
    for long in (1, 10**9):
        monkeypatch.setattr(searching, "LONG", long)
        search = Search(index, part.ahead, part.standings, ORDERS[query.prefer], max_steps=12, wanted=2)
        answers.append([found.tail for found in islice(search, 2)])
        looked_at.append(search.looked_at)
    assert answers[0] == answers[1]
    assert looked_at[0] < 0.9 * looked_at[1]


def field_of(asked) -> Field:
    starts = {each for place in asked.query.start for each in start_positions(place, asked.catalogue)}
    goals = {each for place in asked.query.goal for each in goal_positions(place, asked.catalogue)}
    return Field.of(RouteIndex.build(asked.catalogue), asked.query, sorted(starts), sorted(goals))


def every_sum(costed, goals, start, longest) -> list[int]:
    """The sums of all simple routes, in order."""
    found, begun = [], [(0, (start,))]
    while begun:
        total, path = begun.pop()
        for (here, there), (_, cost) in costed.items():
            if here == path[-1] and there not in path:
                further = (total + cost, (*path, there))
                (found if there in goals else begun).append(further)
    return sorted(total for total, path in found if len(path) - 1 <= longest)


@settings(max_examples=200, deadline=None)
@given(asked=questions())
def test_the_best_by_sum_are_so_of_all_routes(asked):
    field = field_of(asked)
    order = ORDERS[asked.query.prefer]
    for part in field.parts:
        for standing in part.standings:
            edges = [edge for edges in part.ahead.outgoing.values() for edge in edges]
            costed = costs(field.index, edges, standing, order, 12)
            routes = additive_routes(field.index, part.ahead, standing, order, 9999, 12)
            sums = [sum(costed[edge.start, edge.end][1] for edge in route) for route in routes]
            assert sums == every_sum(costed, part.ahead.goals, standing.start, 12)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(asked=questions())
def test_the_best_by_sum_are_the_same_from_scipy(monkeypatch, asked):
    """In a wide field the sums are searched with SciPy, early here, and what is found stays."""
    expected = find_routes(RouteIndex.build(asked.catalogue), asked.query)
    used = []
    with monkeypatch.context() as patched:
        patched.setattr(searching, "HARD", 1)
        patched.setattr(additive, "WIDE", 0)
        patched.setattr(WideGraph, "of", lambda *given: used.append(given) or wide_of(*given))
        assert find_routes(RouteIndex.build(asked.catalogue), asked.query) == expected
    assert used or not expected.routes


wide_of = WideGraph.of


def test_what_is_known_early_saves_work_and_the_answer_stays(monkeypatch):
    index = RouteIndex.build(catalogue(*layered(5, 5, 3)))
    query = RouteQuery((Place("s"),), (Place("t"),), date(2026, 11, 22))
    (part,) = Field.of(index, query, ["s"], ["t"]).parts
    monkeypatch.setattr(searching, "LONG", 10**9)
    kept, answers = [], []
    for hard in (1, 10**9):
        monkeypatch.setattr(searching, "HARD", hard)
        search = Search(index, part.ahead, part.standings, ORDERS[query.prefer], max_steps=12, wanted=2)
        answers.append([found.tail for found in islice(search, 2)])
        kept.append(search.kept)
    assert answers[0] == answers[1]
    assert kept[0] < 0.8 * kept[1]
