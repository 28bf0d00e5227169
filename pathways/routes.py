"""Find routes, next steps and requirements: the questions, answered from a RouteIndex."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice, pairwise, product

from pathways.assessment import route_of
from pathways.catalogue import Catalogue
from pathways.errors import UnknownName
from pathways.front import Front, pareto_front
from pathways.learner import NOBODY, Learner
from pathways.lookahead import Lookahead, look_ahead
from pathways.places import Place, goal_positions, nearest_names, start_positions
from pathways.queries import RouteQuery
from pathways.refusals import closed_on, refuse
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
from pathways.route_index import DatedIndex, Edge, RouteIndex
from pathways.search import ORDERS, Found, Search, whole_route
from pathways.standing import Standing, standing_at

STOPPED = "the number of part-routes looked at"
"""Why a search that was not complete stopped."""


@dataclass(frozen=True)
class _Field:
    """One question on one date: who starts where, over which edges, to which goals."""

    index: RouteIndex
    query: RouteQuery
    dated: DatedIndex
    edges: tuple[Edge, ...]
    starts: tuple[str, ...]
    goals: frozenset[str]
    standings: tuple[Standing, ...]
    ahead: Lookahead

    @classmethod
    def of(
        cls,
        index: RouteIndex,
        query: RouteQuery,
        dated: DatedIndex,
        starts: Iterable[str],
        goals: Iterable[str],
    ) -> _Field:
        goals = frozenset(goals)
        starts = tuple(start for start in starts if start not in goals)
        edges = tuple(edge for edge in dated.edges if not edge.kinds & query.learner.without)
        standings = tuple(standing_at(index, start, query.learner, query.as_of) for start in starts)
        ahead = look_ahead(index, edges, starts, goals)
        return cls(index, query, dated, edges, starts, goals, standings, ahead)

    @property
    def stays(self) -> bool:
        return self.query.prefer is Prefer.STAY_IN_SECTOR

    def search(self) -> Search:
        return Search(
            self.index,
            self.ahead,
            self.standings,
            ORDERS[self.query.prefer],
            max_steps=self.query.max_steps,
            stay=self.stays,
            keep_all_unions=self.dated.serves_holders_only,
        )

    def front(self) -> Front:
        return pareto_front(
            self.index,
            self.ahead,
            self.standings,
            max_steps=self.query.max_steps,
            stay=self.stays,
            keep_all_unions=self.dated.serves_holders_only,
        )

    def also_from(self, found: Found) -> tuple[str, ...]:
        """Return the other starts from which the same positions follow."""
        return tuple(
            standing.start
            for standing in self.standings
            if standing.start is not None and standing.start != found.standing.start
            if standing.start not in found.tail and self._passable(standing, found)
        )

    def _passable(self, standing: Standing, found: Found) -> bool:
        stops = (standing.start, *found.tail)
        ways = [
            [edge for edge in self.ahead.outgoing.get(str(here), ()) if edge.end == there]
            for here, there in pairwise(stops)
        ]
        routes = (whole_route(self.index, standing, edges) for edges in product(*ways))
        return any(
            route is not None and not (self.stays and route.figures.sector_changes) for route in routes
        )


def find_routes(index: RouteIndex, query: RouteQuery) -> RouteResult:
    """Return the best routes for a question, or the reason why there is none.

    Raises UnknownName for a position, requirement, sector or level that is not in the data.
    """
    check_learner(query.learner, index.catalogue)
    starts = _positions(query.start, index.catalogue, start=True)
    goals = _positions(query.goal, index.catalogue, start=False)
    field = _Field.of(index, query, index.on(query.as_of), starts, goals)
    search = field.search()
    found = list(islice(search, query.k + 1))
    more = len(found) > query.k
    found = found[: query.k]
    report = SearchReport(not search.stopped, STOPPED if search.stopped else None, more)
    closed = _closed(field, starts, goals, found)
    if not found:
        refusal = refuse(index, query, starts, goals, closed, search.stopped)
        return RouteResult(starts, goals, query.as_of, (), (), closed, report, refusal)
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
    """Return what it takes to get to a goal: along the best routes from a start, or for each step into it."""
    check_learner(learner, index.catalogue)
    if start:
        result = find_routes(index, RouteQuery(start, goal, as_of, learner))
        return RequirementsResult(result.starts, result.goals, as_of, result.routes, result.no_route)
    goals = _positions(goal, index.catalogue, start=False)
    edges = [edge for edge in index.on(as_of).edges if edge.end in goals and edge.start not in goals]
    nobody = standing_at(index, None, learner, as_of)
    found = _one_step(index, edges, {edge.start: nobody for edge in edges}, learner)
    ways = tuple(route_of(index, each, as_of) for each in found)
    return RequirementsResult((), goals, as_of, ways, None)


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


def _told(field: _Field, front: Front, found: Found, changes: bool) -> Route:
    labels = list(front.labels(found))
    if changes and not found.figures.sector_changes:
        labels.append(Label.STAYS_IN_SECTOR)
    return route_of(field.index, found, field.query.as_of, field.also_from(found), labels)


def _closed(
    field: _Field, starts: tuple[str, ...], goals: tuple[str, ...], found: Sequence[Found]
) -> tuple[ClosedStep, ...]:
    """Return the closed steps on the routes that would rank if nothing were closed on the date asked."""
    opened = _opened(field.dated)
    if opened is field.dated:
        return ()
    ideal = _Field.of(field.index, field.query, opened, starts, goals)
    routes = islice(ideal.search(), field.query.k)
    tails = {each.tail for each in found}
    steps = [
        closed_on(field.dated, edge) for route in routes if route.tail not in tails for edge in route.edges
    ]
    return tuple({each.step.id: each for each in steps if each}.values())


def _opened(dated: DatedIndex) -> DatedIndex:
    """Return the same steps with none closed, and every alternative open."""
    if not dated.closed and not dated.serves_holders_only:
        return dated
    edges = (
        replace(edge, groups=tuple(tuple(replace(way, open=True) for way in group) for group in edge.groups))
        for edge in (*dated.edges, *dated.closed)
    )
    return DatedIndex(dated.as_of, tuple(sorted(edges, key=lambda edge: edge.id)), ())


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
