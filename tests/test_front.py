"""What is called quickest, shortest or least to learn is so among all routes, not only those shown."""

from __future__ import annotations

from hypothesis import given, settings

from pathways.front import UNKNOWN
from pathways.results import Label, Prefer, Route
from pathways.route_index import RouteIndex
from pathways.routes import find_routes
from tests import oracle
from tests.strategies import questions

Figures3 = tuple[int, int, int]


def every_route(catalogue, query) -> list[oracle.Found]:
    """Every route from every start, with nothing cut off and no two told as one."""
    starts, goals = oracle._ends(catalogue, query)
    found = []
    for start in sorted(starts - goals):
        rules = oracle.Rules(catalogue, query, oracle.Lifted(), start)
        found += [route for steps in rules.walks(goals) if (route := rules.best_choice(steps))]
    stays, within = query.prefer is Prefer.STAY_IN_SECTOR, query.limits.within_months
    found = [route for route in found if not (stays and route.sector_changes)]
    return [route for route in found if within is None or route.months_at_least <= within]


def three(route: oracle.Found, unknown: bool) -> Figures3:
    months = UNKNOWN if route.months is None else route.months
    return (UNKNOWN if unknown else route.to_gain, len(route.steps), months)


def shown(route: Route) -> Figures3:
    figures = route.figures
    unknown = any(not each.known for each in route.steps)
    months = UNKNOWN if figures.months is None else figures.months
    return (UNKNOWN if unknown else figures.to_gain, figures.steps, months)


@settings(max_examples=100, deadline=None)
@given(asked=questions())
def test_labels_are_true_of_all_routes_with_the_fewest_holes(asked):
    catalogue, query = asked.catalogue, asked.query
    result = find_routes(RouteIndex.build(catalogue), query)
    every = every_route(catalogue, query)
    if not every:
        return
    fewest = min(route.holes for route in every)
    figures = [three(r, r.holes > len(r.hard)) for r in every if r.holes == fewest]
    best = {
        label: min(column)
        for label, column in zip(
            (Label.LEAST_TO_GAIN, Label.FEWEST_STEPS, Label.QUICKEST), zip(*figures, strict=True), strict=True
        )
    }
    routes = [*result.routes, *result.also]
    for number, (label, least) in enumerate(best.items()):
        marked = [route for route in routes if label in route.labels]
        assert bool(marked) == (least != UNKNOWN)
        assert {shown(route)[number] for route in marked} <= {least}
        assert {route.figures.holes for route in marked} <= {fewest}
    for route in routes:
        beaten = any(
            all(a <= b for a, b in zip(f, shown(route), strict=True)) and f != shown(route) for f in figures
        )
        if {*route.labels} - {Label.STAYS_IN_SECTOR}:
            assert not beaten
