"""What was made for the latest questions is kept, so much and no more, and nothing of a learner with it."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings

from pathways import field as fields
from pathways.field import Field, Lifted
from pathways.learner import NOBODY, Learner, Status
from pathways.limits import Limits
from pathways.lookahead import look_ahead
from pathways.model import ConditionKind
from pathways.places import Place
from pathways.queries import RouteQuery
from pathways.recent import Recent
from pathways.results import Prefer
from pathways.route_index import LOOK_AHEADS_KEPT, RouteIndex
from pathways.routes import find_routes
from tests.build import catalogue, qualification, requirement, step
from tests.strategies import questions

DAY = date(2026, 11, 22)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """The starts of each look-ahead that is made."""
    told: list[tuple[str, ...]] = []

    def look(index, edges, starts, goals):
        told.append(tuple(starts))
        return look_ahead(index, edges, starts, goals)

    monkeypatch.setattr(fields, "look_ahead", look)
    return told


def index(size: int = 3) -> RouteIndex:
    names = [f"q{number}" for number in range(size)]
    steps = [step(here, there, attainment=("r",)) for here, there in pairwise(names)]
    return RouteIndex.build(catalogue(*map(qualification, names), *steps, requirement("r")))


def ask(**other) -> RouteQuery:
    return RouteQuery((Place("q0"),), (Place("q2"),), **{"as_of": DAY, **other})


def test_the_latest_are_kept_and_the_rest_made_again():
    recent, made = Recent[str, str](2), []

    def get(key: str) -> str:
        return recent.get(key, lambda: made.append(key) or key.upper())

    assert [get(key) for key in "abacab"] == list("ABACAB")
    assert made == ["a", "b", "c", "b"]


def test_a_question_asked_again_another_way_is_not_prepared_again(made):
    here = index()
    assert find_routes(here, ask()).routes
    as_it_is_and_if_nothing_were_closed = [("q0",), ("q0",)]
    assert made == as_it_is_and_if_nothing_were_closed
    for query in (ask(k=10), ask(prefer=Prefer.QUICKEST), ask(learner=Learner({"r": Status.MET}))):
        assert find_routes(here, query).routes
    assert made == as_it_is_and_if_nothing_were_closed


@pytest.mark.parametrize(
    "other",
    [
        {"as_of": date(2027, 1, 1)},
        {"limits": Limits(avoid_types=("degree",))},
        {"goal": (Place("q1"),)},
        {"start": (Place("q1"),)},
    ],
    ids=["date", "limits", "goal", "start"],
)
def test_another_question_is_prepared_by_itself(made, other):
    here, first = index(), ask()
    for query in (first, RouteQuery(**{"start": first.start, "goal": first.goal, "as_of": DAY, **other})):
        starts, goals = ([str(place) for place in side] for side in (query.start, query.goal))
        Field.of(here, query, starts, goals)
    assert len(made) == 2


def test_what_depends_on_a_learner_is_not_kept(made):
    here = index()
    query = ask(learner=Learner({}, frozenset(ConditionKind)))
    for _ in range(2):
        Field.of(here, query, ["q0"], ["q2"])
    assert made == [("q0",), ("q0",)]


def test_no_more_are_kept_than_said(made):
    size = LOOK_AHEADS_KEPT + 2
    here = index(size)
    for goal in (*range(1, size), 1):
        Field.of(here, ask(), ["q0"], [f"q{goal}"])
    assert len(made) == size


@settings(max_examples=150, deadline=None)
@given(asked=questions())
def test_answers_are_the_same_from_an_index_that_was_asked_before(asked):
    query, here = asked.query, RouteIndex.build(asked.catalogue)
    for learner in (NOBODY, query.learner):
        for limits in (query.limits, Limits()):
            before = RouteQuery(query.start, query.goal, query.as_of, learner, limits=limits)
            find_routes(here, before)
    assert find_routes(here, query) == find_routes(RouteIndex.build(asked.catalogue), query)


def test_what_only_lengthens_routes_or_lifts_nothing_is_not_prepared_again(made):
    here = index()
    for lifted in (Lifted(), Lifted(step_limit=True), Lifted(conditions=True)):
        Field.of(here, ask(), ["q0"], ["q2"], lifted)
    assert made == [("q0",)]
