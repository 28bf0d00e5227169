"""An honest no: why there is no route, what is nearest, and what stands in the way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pathways.model import ConditionKind
from pathways.queries import RouteQuery
from pathways.results import ClosedBecause, ClosedStep, Nearest, NoRoute, NoRouteBecause, Prefer
from pathways.route_index import DatedIndex, Edge, RouteIndex

MOST_NEAREST = 3


def refuse(
    index: RouteIndex,
    query: RouteQuery,
    starts: tuple[str, ...],
    goals: tuple[str, ...],
    closed: tuple[ClosedStep, ...],
    stopped: bool,
) -> NoRoute:
    """Return why a question has no route. `closed` are steps that would have made one."""
    elsewhere = tuple(start for start in starts if start not in goals)
    dated = index.on(query.as_of)
    without = query.learner.without
    distances = _distances(elsewhere, (edge for edge in dated.edges if not edge.kinds & without))
    nearest = _nearest(index, query, goals, distances, starts)
    if not starts:
        return NoRoute(NoRouteBecause.NO_START)
    if not goals:
        return NoRoute(NoRouteBecause.NO_GOAL, nearest)
    if not elsewhere:
        return NoRoute(NoRouteBecause.ALREADY_THERE)
    arrived = min((distances[goal] for goal in goals if goal in distances), default=None)
    if arrived is not None:
        if arrived > query.max_steps:
            return NoRoute(NoRouteBecause.TOO_MANY_STEPS, nearest, closed, steps_needed=arrived)
        if stopped:
            return NoRoute(NoRouteBecause.SEARCH_STOPPED, nearest, closed)
        if query.prefer is Prefer.STAY_IN_SECTOR:
            return NoRoute(NoRouteBecause.LEAVES_SECTOR, nearest, closed)
        return NoRoute(NoRouteBecause.ONLY_CLOSED, nearest, closed)
    blocked = _blocking(elsewhere, goals, dated.edges, without)
    if blocked:
        return NoRoute(NoRouteBecause.CONDITION, nearest, closed, blocked)
    because = NoRouteBecause.ONLY_CLOSED if closed else NoRouteBecause.NO_PATH
    return NoRoute(because, nearest, closed)


def closed_on(dated: DatedIndex, edge: Edge) -> ClosedStep | None:
    """Return why an edge cannot be taken on a date, or None where nothing about it is closed."""
    if edge.demand.closed:
        return edge.demand.closed
    current = next((each for each in dated.edges if each.id == edge.id), None)
    if current and any(not any(way.open for way in group) for group in current.groups):
        return ClosedStep(edge.demand.step, ClosedBecause.NO_OPEN_ALTERNATIVE, None)
    return None


def _distances(starts: Iterable[str], edges: Iterable[Edge]) -> dict[str, int]:
    """Return the fewest steps from any start to each position that can be reached."""
    leaving: dict[str, list[str]] = {}
    for edge in edges:
        leaving.setdefault(edge.start, []).append(edge.end)
    distances = dict.fromkeys(starts, 0)
    frontier = list(distances)
    while frontier:
        following = []
        for here in frontier:
            for there in leaving.get(here, ()):
                if there not in distances:
                    distances[there] = distances[here] + 1
                    following.append(there)
        frontier = following
    return distances


def _nearest(
    index: RouteIndex,
    query: RouteQuery,
    goals: tuple[str, ...],
    distances: Mapping[str, int],
    starts: Sequence[str],
) -> tuple[Nearest, ...]:
    """Return the reachable positions that come nearest: the goal's sector first, then the nearest level."""
    catalogue = index.catalogue
    wanted = [catalogue.position_by_id[goal] for goal in goals]
    sectors = {each.sector for each in wanted} | {place.sector for place in query.goal if place.sector}
    levels = {each.level for each in wanted} | {place.level for place in query.goal if place.level}
    ranks = [catalogue.rank(level) for level in levels]

    def distance(position: str) -> tuple[bool, int, int, str]:
        here = catalogue.position_by_id[position]
        away = min((abs(catalogue.rank(here.level) - rank) for rank in ranks), default=0)
        return (here.sector not in sectors, away, distances[position], position)

    known = [each for each in distances if each not in starts and each not in goals]
    return tuple(Nearest(each, distances[each]) for each in sorted(known, key=distance)[:MOST_NEAREST])


def _blocking(
    starts: tuple[str, ...],
    goals: tuple[str, ...],
    edges: Sequence[Edge],
    without: frozenset[ConditionKind],
) -> tuple[ConditionKind, ...]:
    """Return a smallest set of conditions that would have to hold for there to be a way; empty if none is."""

    def arrives(held: frozenset[ConditionKind]) -> bool:
        distances = _distances(starts, (edge for edge in edges if not edge.kinds & (without - held)))
        return any(goal in distances for goal in goals)

    held = without
    if not arrives(held):
        return ()
    for kind in sorted(without):
        if arrives(held - {kind}):
            held -= {kind}
    return tuple(sorted(held))
