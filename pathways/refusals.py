"""An honest no: why there is no route, what is nearest, and what stands in the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from pathways.assessment import route_of
from pathways.field import LONGEST, Field, Lifted
from pathways.left_out import hindered
from pathways.limits import Limits
from pathways.queries import RouteQuery
from pathways.reach import reach
from pathways.results import ClosedBecause, ClosedStep, Nearest, NoRoute, NoRouteBecause
from pathways.route_index import DatedIndex, Edge, RouteIndex
from pathways.search import Bound, Found, Key

MOST_NEAREST = 3


def refuse(
    index: RouteIndex, query: RouteQuery, starts: tuple[str, ...], goals: tuple[str, ...], *, stopped: bool
) -> NoRoute:
    """Return why a question has no route.

    The reason is true: with that lifted there is a route, alone or, where it takes several, together with
    others. `stopped` says that the search for routes had to stop before it found one.
    """
    elsewhere = tuple(start for start in starts if start not in goals)
    nearest = _nearest(index, query, goals, elsewhere)
    if not starts:
        return NoRoute(NoRouteBecause.NO_START)
    if not goals:
        return NoRoute(NoRouteBecause.NO_GOAL, nearest)
    if not elsewhere:
        return NoRoute(NoRouteBecause.ALREADY_THERE)
    if stopped:
        return NoRoute(NoRouteBecause.SEARCH_STOPPED, nearest)
    everything = Lifted(True, True, True, True, query.limits.named)
    if not Field.of(index, query, starts, goals, everything).steps_away():
        return NoRoute(NoRouteBecause.NO_PATH, nearest)
    for lifted, because in _liftings(query.limits):
        field = Field.of(index, query, starts, goals, lifted)
        away = field.steps_away()
        if away > LONGEST:
            return NoRoute(NoRouteBecause.TOO_MANY_STEPS, nearest, steps_needed=away)
        order = _soonest if "within_months" in lifted.limits else _fewest_steps
        found = next(iter(field.search(order)), None)
        if found is not None:
            return _refusal(index, query, lifted, because, found, nearest)
    return NoRoute(NoRouteBecause.NO_PATH, nearest)


def _refusal(
    index: RouteIndex,
    query: RouteQuery,
    lifted: Lifted,
    because: NoRouteBecause,
    found: Found,
    nearest: tuple[Nearest, ...],
) -> NoRoute:
    """Return why there is no route, from one that there is with something lifted."""
    blocked = frozenset(kind for edge in found.edges for kind in edge.kinds) & query.learner.without
    limits = query.limits.only(*lifted.limits)
    through, asks = hindered(index, found, limits, query.as_of)
    return NoRoute(
        because,
        nearest,
        closed_steps(index.on(query.as_of), [found]),
        tuple(sorted(blocked)),
        found.figures.steps if lifted.step_limit else None,
        limits,
        route_of(index, found, query.as_of, limits=query.limits) if limits else None,
        through,
        asks,
    )


def closed_steps(dated: DatedIndex, routes: Iterable[Found]) -> tuple[ClosedStep, ...]:
    """Return the steps of routes that are closed on a date, in the order of the routes, each once."""
    steps = [_closed_on(dated, edge) for route in routes for edge in route.edges]
    return tuple({each.step.id: each for each in steps if each}.values())


def _closed_on(dated: DatedIndex, edge: Edge) -> ClosedStep | None:
    if edge.demand.closed:
        return edge.demand.closed
    current = dated.edge(edge.id)
    if current and any(not any(way.open for way in group) for group in current.groups):
        return ClosedStep(edge.demand.step, ClosedBecause.NO_OPEN_ALTERNATIVE, None)
    return None


def _fewest_steps(bound: Bound) -> Key:
    return (bound.steps, bound.holes, bound.to_gain)


def _soonest(bound: Bound) -> Key:
    return (bound.months, bound.steps, bound.to_gain)


def _liftings(limits: Limits) -> Iterator[tuple[Lifted, NoRouteBecause]]:
    """Yield what can be lifted, one thing, then two, and so on, each with the reason it stands for.

    Limits come first: they are what the person who asks can change.
    """
    reasons = {
        **dict.fromkeys(limits.named, NoRouteBecause.LIMITS),
        "conditions": NoRouteBecause.CONDITION,
        "closed": NoRouteBecause.ONLY_CLOSED,
        "step_limit": NoRouteBecause.TOO_MANY_STEPS,
        "leaving": NoRouteBecause.LEAVES_SECTOR,
    }
    for size in range(1, len(reasons) + 1):
        for names in combinations(reasons, size):
            own = tuple(name for name in names if name in limits.named)
            others = dict.fromkeys((name for name in names if name not in own), True)
            yield Lifted(limits=own, **others), reasons[names[0]]


def _nearest(
    index: RouteIndex,
    query: RouteQuery,
    goals: tuple[str, ...],
    starts: tuple[str, ...],
) -> tuple[Nearest, ...]:
    """Return the reachable positions that come nearest: the goal's sector first, then the nearest level."""
    catalogue = index.catalogue
    distances = reach(index, starts, query.as_of, query.learner, query.limits)
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
