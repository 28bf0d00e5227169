"""The search for routes against the slow reference in `tests.oracle`, on random graphs and questions."""

from __future__ import annotations

from hypothesis import given, settings

from pathways.catalogue import Catalogue
from pathways.learner import Basis, Status
from pathways.queries import RouteQuery
from pathways.results import AssessedAlternative, ClosedBecause, Route, RouteResult, RouteStep
from pathways.route_index import RouteIndex
from pathways.routes import find_routes
from tests import oracle
from tests.strategies import questions


@settings(max_examples=1000, deadline=None)
@given(asked=questions())
def test_routes_are_those_that_trying_everything_finds(asked):
    compare(asked.catalogue, asked.query)


def compare(catalogue: Catalogue, query: RouteQuery) -> None:
    """Assert that the search answers a question as the reference does."""
    result = find_routes(RouteIndex.build(catalogue), query)
    expected = oracle.find_routes(catalogue, query)
    assert [outline(each) for each in result.routes] == [
        expected_outline(each) for each in expected[: query.k]
    ]
    for route, wanted in zip(result.routes, expected, strict=False):
        assert tuple(statuses(step) for step in route.steps) == wanted.statuses
    assert result.search.complete
    assert result.search.more == (len(expected) > query.k)
    assert_reason(result, catalogue, query)
    assert_closed(result, catalogue, query)


def outline(route: Route) -> dict[str, object]:
    """A route in the words of the reference, but for the statuses."""
    figures = route.figures
    return {
        "positions": route.positions,
        "steps": tuple(each.step.id for each in route.steps),
        "to_gain": figures.to_gain,
        "months": figures.months,
        "months_at_least": figures.months_at_least,
        "sector_changes": figures.sector_changes,
        "conditions": figures.conditions,
        "holes": figures.holes,
        "hard": tuple(sorted(route.hard)),
        "also_from": route.also_from,
    }


def expected_outline(found: oracle.Found) -> dict[str, object]:
    names = ("positions", "steps", "to_gain", "months", "months_at_least", "sector_changes", "conditions")
    return {name: getattr(found, name) for name in (*names, "holes", "hard", "also_from")}


def statuses(step: RouteStep) -> dict[str, tuple[Status, Basis]]:
    """What a step asks for, and the alternatives chosen, by id."""
    found = {each.requirement: (each.status, each.basis) for each in step.required}
    for group in step.any_of:
        (chosen,) = (each for each in group if each.chosen)
        found |= chosen_statuses(chosen)
    return found


def chosen_statuses(chosen: AssessedAlternative) -> dict[str, tuple[Status, Basis]]:
    if chosen.position:
        return {chosen.position: (chosen.status, chosen.basis)}
    return {each.requirement: (each.status, each.basis) for each in chosen.requirements}


def assert_reason(result: RouteResult, catalogue: Catalogue, query: RouteQuery) -> None:
    """A question without routes has a reason that is true of it, and one with routes has none."""
    if result.routes:
        assert result.no_route is None
    else:
        assert result.no_route
        assert result.no_route.because in oracle.reasons_for_none(catalogue, query)


def assert_closed(result: RouteResult, catalogue: Catalogue, query: RouteQuery) -> None:
    """Steps said to be closed on the date are, and no route takes one.

    Those that lack an open alternative are left out: they may be closed from one start and not from another.
    """
    rules = oracle.Rules(catalogue, query, oracle.Lifted(), "")
    closed = {each.step for each in result.closed if each.because is not ClosedBecause.NO_OPEN_ALTERNATIVE}
    assert not any(rules.in_force(step) and rules.takes_starts(step.to_id) for step in closed)
    for route in (*result.routes, *result.also):
        assert not closed & {each.step for each in route.steps}
