"""One question on one date: who starts where, over which steps, to which goals, and what may be lifted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise, product

from pathways.front import Front, pareto_front
from pathways.lookahead import Lookahead, look_ahead
from pathways.queries import RouteQuery
from pathways.results import Prefer
from pathways.route_index import DatedIndex, RouteIndex
from pathways.search import ORDERS, Found, Order, Search, whole_route
from pathways.standing import Standing, standing_at


@dataclass(frozen=True, slots=True)
class Lifted:
    """Which of the things that stand in the way of a route are not looked at, to see what would help."""

    conditions: bool = False
    closed: bool = False
    step_limit: bool = False
    leaving: bool = False


NOTHING_LIFTED = Lifted()
LONGEST = 40
"""How many steps are looked at where the limit on steps is lifted."""


@dataclass(frozen=True)
class Field:
    """What one search goes over. Build it with `Field.of`."""

    index: RouteIndex
    query: RouteQuery
    dated: DatedIndex
    standings: tuple[Standing, ...]
    ahead: Lookahead
    max_steps: int
    stays: bool

    @classmethod
    def of(
        cls,
        index: RouteIndex,
        query: RouteQuery,
        starts: Iterable[str],
        goals: Iterable[str],
        lifted: Lifted = NOTHING_LIFTED,
    ) -> Field:
        """Return the field of a question. Starts that are goals are left out."""
        goals = frozenset(goals)
        starts = tuple(start for start in starts if start not in goals)
        dated = index.on(query.as_of)
        dated = opened(dated) if lifted.closed else dated
        without = frozenset() if lifted.conditions else query.learner.without
        edges = tuple(edge for edge in dated.edges if not edge.kinds & without)
        standings = tuple(standing_at(index, start, query.learner, query.as_of) for start in starts)
        ahead = look_ahead(index, edges, starts, goals)
        max_steps = LONGEST if lifted.step_limit else query.max_steps
        stays = query.prefer is Prefer.STAY_IN_SECTOR and not lifted.leaving
        return cls(index, query, dated, standings, ahead, max_steps, stays)

    def search(self, order: Order | None = None) -> Search:
        """Return a search for the best routes in an order, or in the order that the question prefers."""
        return Search(
            self.index,
            self.ahead,
            self.standings,
            order or ORDERS[self.query.prefer],
            max_steps=self.max_steps,
            stay=self.stays,
            keep_all_unions=self.dated.serves_holders_only,
        )

    def front(self) -> Front:
        """Return the Pareto front of all routes of the field."""
        return pareto_front(
            self.index,
            self.ahead,
            self.standings,
            max_steps=self.max_steps,
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


def opened(dated: DatedIndex) -> DatedIndex:
    """Return the same steps with none closed, and every alternative open."""
    if not dated.closed and not dated.serves_holders_only:
        return dated
    edges = (
        replace(edge, groups=tuple(tuple(replace(way, open=True) for way in group) for group in edge.groups))
        for edge in (*dated.edges, *dated.closed)
    )
    return DatedIndex(dated.as_of, tuple(sorted(edges, key=lambda edge: edge.id)), ())
