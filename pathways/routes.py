"""Find routes, next steps and requirements: the questions, answered from a RouteIndex."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice

from pathways.assessment import route_of
from pathways.catalogue import Catalogue
from pathways.errors import UnknownName
from pathways.field import Field, Lifted
from pathways.front import Front
from pathways.learner import NOBODY, Learner
from pathways.places import Place, goal_positions, nearest_names, start_positions
from pathways.queries import RouteQuery
from pathways.refusals import closed_steps, refuse
from pathways.requirements import takes_starts
from pathways.results import (
    ClosedStep,
    Label,
    NextStepsResult,
    Prefer,
    RequirementsResult,
    Route,
    RouteResult,
    SearchReport,
)
from pathways.route_index import Edge, RouteIndex
from pathways.search import ORDERS, Found, whole_route
from pathways.standing import Standing, standing_at

STOPPED = "the number of part-routes looked at"
"""Why a search that was not complete stopped."""


def find_routes(index: RouteIndex, query: RouteQuery) -> RouteResult:
    """Return the best routes for a question, or the reason why there is none.

    Raises UnknownName for a position, requirement, sector or level that is not in the data.
    """
    check_learner(query.learner, index.catalogue)
    starts = _positions(query.start, index.catalogue, start=True)
    goals = _positions(query.goal, index.catalogue, start=False)
    field = Field.of(index, query, starts, goals)
    search = field.search()
    found = list(islice(search, query.k + 1))
    more = len(found) > query.k
    found = found[: query.k]
    report = SearchReport(not search.stopped, STOPPED if search.stopped else None, more)
    if not found:
        no_route = refuse(index, query, starts, goals, stopped=search.stopped)
        return RouteResult(starts, goals, query.as_of, (), (), no_route.closed, report, no_route)
    closed = _closed(field, starts, goals, found)
    front = field.front()
    changes = any(each.figures.sector_changes for each in found)
    routes = tuple(_told(field, front, each, changes) for each in found)
    listed = {label for route in routes for label in route.labels}
    also = tuple(_told(field, front, each, changes) for each in front.beside(listed))
    return RouteResult(starts, goals, query.as_of, routes, also, closed, report, None)


def find_next_steps(
    index: RouteIndex, start: tuple[Place, ...], as_of: date, learner: Learner = NOBODY
) -> NextStepsResult:
    """Return every step that can be taken from a place, best first, and whether staying is an answer.

    A step that leads to the same position from several starts is told from the best of them.
    """
    check_learner(learner, index.catalogue)
    starts = _positions(start, index.catalogue, start=True)
    dated = index.on(as_of)
    found = _one_step(
        index,
        [edge for edge in dated.edges if edge.start in starts],
        {each: standing_at(index, each, learner, as_of) for each in starts},
        learner,
    )
    places = dict.fromkeys(
        (position.sector, position.level)
        for position in map(index.catalogue.position_by_id.get, starts)
        if position
    )
    staying = tuple(
        (sector, level)
        for sector, level in places
        if any(each.level == level for each in index.catalogue.sector_by_id[sector].staying)
    )
    closed = [edge.demand.closed for edge in dated.closed if edge.start in starts]
    return NextStepsResult(
        starts, as_of, _merged(index, found, as_of), staying, tuple(each for each in closed if each)
    )


def find_requirements(
    index: RouteIndex,
    start: tuple[Place, ...],
    goal: tuple[Place, ...],
    as_of: date,
    learner: Learner = NOBODY,
) -> RequirementsResult:
    """Return what it takes to get to a goal: along the best routes from a start, or for each step into it.

    Steps from positions that still take starts come before those from positions that do not.
    """
    check_learner(learner, index.catalogue)
    if start:
        result = find_routes(index, RouteQuery(start, goal, as_of, learner))
        return RequirementsResult(result.starts, result.goals, as_of, result.routes, result.no_route)
    goals = _positions(goal, index.catalogue, start=False)
    edges = [edge for edge in index.on(as_of).edges if edge.end in goals and edge.start not in goals]
    nobody = standing_at(index, None, learner, as_of)
    found = _one_step(index, edges, {edge.start: nobody for edge in edges}, learner)
    positions = index.catalogue.position_by_id
    found.sort(key=lambda each: not takes_starts(positions[each.edges[0].start], as_of))
    ways = tuple(_from_anywhere(index, route_of(index, each, as_of)) for each in found)
    return RequirementsResult((), goals, as_of, ways, None)


def _from_anywhere(index: RouteIndex, way: Route) -> Route:
    """Return a way whose start nobody named; what the start itself gives is no obstacle on it."""
    given = index.gives[way.start] | {way.start}
    return replace(way, hard=tuple(each for each in way.hard if each not in given))


def check_learner(learner: Learner, catalogue: Catalogue) -> None:
    """Raise UnknownName, with the nearest names, for an answer about something that is not in the data."""
    known = [*catalogue.requirement_by_id, *catalogue.position_by_id]
    for name in learner.answers:
        if name not in catalogue.requirement_by_id and name not in catalogue.position_by_id:
            near = nearest_names(name, known)
            hint = f" Did you mean {' or '.join(repr(each) for each in near)}?" if near else ""
            raise UnknownName(f"There is no requirement or position '{name}'.{hint}", near)


def _positions(places: Iterable[Place], catalogue: Catalogue, *, start: bool) -> tuple[str, ...]:
    """Return the positions at any of the places, in order of id. Raises UnknownName for an unknown part."""
    found: set[str] = set()
    for place in places:
        _check_place(place, catalogue)
        found.update((start_positions if start else goal_positions)(place, catalogue))
    return tuple(sorted(found))


def _check_place(place: Place, catalogue: Catalogue) -> None:
    parts = (
        ("position", place.position, catalogue.position_by_id),
        ("sector", place.sector, catalogue.sector_by_id),
        ("level", place.level, catalogue.level_by_id),
    )
    for what, name, known in parts:
        if name is not None and name not in known:
            raise UnknownName(f"There is no {what} '{name}'.", nearest_names(name, known))


def _told(field: Field, front: Front, found: Found, changes: bool) -> Route:
    labels = list(front.labels(found))
    if changes and not found.figures.sector_changes:
        labels.append(Label.STAYS_IN_SECTOR)
    return route_of(field.index, found, field.query.as_of, field.also_from(found), labels)


def _closed(
    field: Field, starts: tuple[str, ...], goals: tuple[str, ...], found: Sequence[Found]
) -> tuple[ClosedStep, ...]:
    """Return the closed steps on the routes that would rank if nothing were closed on the date asked."""
    ideal = Field.of(field.index, field.query, starts, goals, Lifted(closed=True))
    if ideal.dated is field.dated:
        return ()
    tails = {each.tail for each in found}
    routes = [route for route in islice(ideal.search(), field.query.k) if route.tail not in tails]
    taken = {edge.id for each in found for edge in each.edges}
    return tuple(each for each in closed_steps(field.dated, routes) if each.step.id not in taken)


def _one_step(
    index: RouteIndex, edges: Iterable[Edge], standings: dict[str, Standing], learner: Learner
) -> list[Found]:
    routes = (
        whole_route(index, standings[edge.start], (edge,))
        for edge in edges
        if not edge.kinds & learner.without
    )
    order = ORDERS[Prefer.LEAST_TO_GAIN]
    return sorted(
        (route for route in routes if route),
        key=lambda route: (order(route.bound), route.edges[0].start, route.edges[0].end, route.edges[0].id),
    )


def _merged(index: RouteIndex, found: Iterable[Found], as_of: date) -> tuple[Route, ...]:
    """Return one route for each destination, from the best start, with the other starts named."""
    groups: dict[tuple[str, ...], list[Found]] = {}
    for each in found:
        groups.setdefault(each.tail, []).append(each)
    return tuple(
        route_of(index, group[0], as_of, {each.edges[0].start for each in group} - {group[0].edges[0].start})
        for group in groups.values()
    )
