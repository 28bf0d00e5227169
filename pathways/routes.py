"""Find routes, next steps and requirements: the questions, answered from a RouteIndex."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations, islice

from pathways.asked import check_learner, check_limits, positions_at
from pathways.assessment import route_of
from pathways.field import Field, Lifted
from pathways.front import Front
from pathways.learner import NOBODY, Learner
from pathways.left_out import LeftOut, hindered
from pathways.limits import NO_LIMITS, Limits
from pathways.places import Place
from pathways.queries import RouteQuery
from pathways.reach import reach
from pathways.refusals import closed_steps, refuse
from pathways.requirements import takes_starts
from pathways.results import (
    ClosedStep,
    Label,
    Nearest,
    NextStepsResult,
    NoRoute,
    NoRouteBecause,
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
    check_limits(query.limits, index.catalogue)
    starts = positions_at(query.start, index.catalogue, start=True)
    goals = positions_at(query.goal, index.catalogue, start=False)
    field = Field.of(index, query, starts, goals)
    search = field.search()
    found = list(islice(search, query.k + 1))
    if not found and query.crossing and not search.stopped:
        field = Field.of(index, query, starts, goals, crossing=True)
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
    index: RouteIndex,
    start: tuple[Place, ...],
    as_of: date,
    learner: Learner = NOBODY,
    limits: Limits = NO_LIMITS,
) -> NextStepsResult:
    """Return every step that can be taken from a place, best first, and whether staying is an answer.

    A step that leads to the same position from several starts is told from the best of them.
    """
    check_learner(learner, index.catalogue)
    check_limits(limits, index.catalogue)
    starts = positions_at(start, index.catalogue, start=True)
    standings = {each: standing_at(index, each, learner, as_of) for each in starts}

    dated = index.on(as_of)

    def leaving(kept: Limits) -> list[Found]:
        left = LeftOut.of(index, dated, kept)
        edges: list[Edge] = []
        for barred, group in left.by_reach(standings.values()).items():
            here = {standing.start for standing in group}
            edges += left.edges_left((edge for edge in dated.edges if edge.start in here), barred)
        return _one_step(index, edges, standings, learner, kept)

    steps = _merged(index, leaving(limits), as_of, limits)
    every = {each.tail for each in leaving(NO_LIMITS)} if limits else ()
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
        starts,
        as_of,
        steps,
        staying,
        tuple(each for each in closed if each),
        len(every) - len(steps) if limits else 0,
        _jobs(index, starts, as_of, learner, limits),
    )


def find_requirements(
    index: RouteIndex,
    start: tuple[Place, ...],
    goal: tuple[Place, ...],
    as_of: date,
    learner: Learner = NOBODY,
    limits: Limits = NO_LIMITS,
) -> RequirementsResult:
    """Return what it takes to get to a goal: along the best routes from a start, or for each step into it.

    Steps from positions that still take starts come before those from positions that do not.
    """
    if start:
        result = find_routes(index, RouteQuery(start, goal, as_of, learner, limits=limits))
        return RequirementsResult(result.starts, result.goals, as_of, result.routes, result.no_route)
    check_learner(learner, index.catalogue)
    check_limits(limits, index.catalogue)
    goals = positions_at(goal, index.catalogue, start=False)
    found = _ways_into(index, goals, as_of, learner, limits)
    ways = tuple(_from_anywhere(index, each, as_of, limits) for each in found)
    no_route = None if ways else _no_way_into(index, goals, as_of, learner, limits)
    return RequirementsResult((), goals, as_of, ways, no_route)


def _ways_into(
    index: RouteIndex, goals: tuple[str, ...], as_of: date, learner: Learner, limits: Limits
) -> list[Found]:
    """Return every step into a goal; nobody is taken to be at a place that limits leave out."""
    nobody = standing_at(index, None, learner, as_of)
    dated = index.on(as_of)
    left = LeftOut.of(index, dated, limits)
    into = (
        dated.edge(step.id)
        for step in index.catalogue.steps
        if step.to_id in goals and step.from_id not in goals and step.from_id not in left.positions
    )
    edges = left.edges_left(filter(None, into), left.out_of_reach(nobody.met))
    found = _one_step(index, edges, {edge.start: nobody for edge in edges}, learner, limits)
    positions = index.catalogue.position_by_id
    found.sort(key=lambda each: not takes_starts(positions[each.edges[0].start], as_of))
    return found


def _no_way_into(
    index: RouteIndex, goals: tuple[str, ...], as_of: date, learner: Learner, limits: Limits
) -> NoRoute | None:
    """Return which limits leave out every step into a goal; None where there is none without them either."""
    for size in range(1, len(limits.named) + 1):
        for lifted in combinations(limits.named, size):
            kept = limits.only(*(each for each in limits.named if each not in lifted))
            found = _ways_into(index, goals, as_of, learner, kept)
            if found:
                own = limits.only(*lifted)
                way = _from_anywhere(index, found[0], as_of, limits)
                through, asks = hindered(index, found[0], own, as_of)
                because = NoRouteBecause.LIMITS
                return NoRoute(because, limits=own, instead=way, through=through, asks=asks)
    return None


def _jobs(
    index: RouteIndex, starts: tuple[str, ...], as_of: date, learner: Learner, limits: Limits
) -> tuple[Nearest, ...]:
    """Return the job roles that can be reached, those in the fewest steps first."""
    away = reach(index, starts, as_of, learner, limits)
    jobs = (each.id for each in index.catalogue.job_roles if each.id in away and each.id not in starts)
    return tuple(Nearest(each, away[each]) for each in sorted(jobs, key=lambda each: (away[each], each)))


def _from_anywhere(index: RouteIndex, found: Found, as_of: date, limits: Limits) -> Route:
    """Return a way whose start nobody named; what the start itself gives is no obstacle on it."""
    way = route_of(index, found, as_of, limits=limits)
    given = index.gives[way.start] | {way.start}
    return replace(way, hard=tuple(each for each in way.hard if each not in given))


def _told(field: Field, front: Front, found: Found, changes: bool) -> Route:
    labels = list(front.labels(found))
    if changes and not found.figures.sector_changes:
        labels.append(Label.STAYS_IN_SECTOR)
    query = field.query
    return route_of(field.index, found, query.as_of, field.also_from(found), labels, query.limits)


def _closed(
    field: Field, starts: tuple[str, ...], goals: tuple[str, ...], found: Sequence[Found]
) -> tuple[ClosedStep, ...]:
    """Return the closed steps on the routes that would rank if nothing were closed on the date asked."""
    ideal = Field.of(field.index, field.query, starts, goals, Lifted(closed=True))
    if _gone_over(ideal) == _gone_over(field):
        return ()
    tails = {each.tail for each in found}
    routes = [route for route in islice(ideal.search(), field.query.k) if route.tail not in tails]
    taken = {edge.id for each in found for edge in each.edges}
    return tuple(each for each in closed_steps(field.dated, routes) if each.step.id not in taken)


def _gone_over(field: Field) -> list[tuple[object, ...]]:
    """Return all that tells the routes of one field of a question from those of another."""
    return [(part.standings, part.ahead.outgoing) for part in field.parts]


def _one_step(
    index: RouteIndex,
    edges: Iterable[Edge],
    standings: dict[str, Standing],
    learner: Learner,
    limits: Limits,
) -> list[Found]:
    routes = (
        whole_route(index, standings[edge.start], (edge,))
        for edge in edges
        if not edge.kinds & learner.without
    )
    within, order = limits.within_months, ORDERS[Prefer.LEAST_TO_GAIN]
    return sorted(
        (route for route in routes if route and (within is None or route.bound.months[1] <= within)),
        key=lambda route: (order(route.bound), route.edges[0].start, route.edges[0].end, route.edges[0].id),
    )


def _merged(index: RouteIndex, found: Iterable[Found], as_of: date, limits: Limits) -> tuple[Route, ...]:
    """Return one route for each destination, from the best start, with the other starts named."""
    groups: dict[tuple[str, ...], list[Found]] = {}
    for each in found:
        groups.setdefault(each.tail, []).append(each)
    others = (
        {each.edges[0].start for each in group} - {group[0].edges[0].start} for group in groups.values()
    )
    return tuple(
        route_of(index, group[0], as_of, also, limits=limits)
        for group, also in zip(groups.values(), others, strict=True)
    )
