"""One question on one date: who starts where, over which steps, to which goals, and what may be lifted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import pairwise, product

from pathways.crossings import crossing_steps
from pathways.front import Front, figures3, pareto_front
from pathways.left_out import LeftOut
from pathways.lookahead import Lookahead, look_ahead
from pathways.queries import RouteQuery
from pathways.results import Prefer
from pathways.route_index import DatedIndex, RouteIndex
from pathways.search import ORDERS, Bound, Found, Order, Search, whole_route
from pathways.standing import Standing, standing_at


@dataclass(frozen=True, slots=True)
class Lifted:
    """Which of the things that stand in the way of a route are not looked at, to see what would help.

    `limits` are the names of those limits of the question that are not looked at.
    """

    conditions: bool = False
    closed: bool = False
    step_limit: bool = False
    leaving: bool = False
    limits: tuple[str, ...] = ()


NOTHING_LIFTED = Lifted()
LONGEST = 40
"""How many steps are looked at where the limit on steps is lifted."""


@dataclass(frozen=True)
class Part:
    """The starts from which the same steps are left, with the look-ahead over those."""

    standings: tuple[Standing, ...]
    ahead: Lookahead


@dataclass(frozen=True)
class Field:
    """What one search goes over. Build it with `Field.of`.

    It has more than one part only where limits leave a step to somebody at one start and not at another.
    """

    index: RouteIndex
    query: RouteQuery
    dated: DatedIndex
    parts: tuple[Part, ...]
    max_steps: int
    stays: bool
    within: int | None

    @classmethod
    def of(
        cls,
        index: RouteIndex,
        query: RouteQuery,
        starts: Iterable[str],
        goals: Iterable[str],
        lifted: Lifted = NOTHING_LIFTED,
        *,
        crossing: bool = False,
    ) -> Field:
        """Return the field of a question. Starts that are goals are left out.

        `crossing` is for routes that take one step that is worked out between sectors (see `crossings`).
        """
        goals = frozenset(goals)
        starts = [start for start in starts if start not in goals]
        dated = index.on(query.as_of)
        dated = dated.opened if lifted.closed else dated
        limits = query.limits.only(*(each for each in query.limits.named if each not in lifted.limits))
        left = LeftOut.of(index, dated, limits, ignore_dates=lifted.closed)
        without = frozenset() if lifted.conditions else query.learner.without
        standings = [standing_at(index, start, query.learner, query.as_of) for start in starts]
        parts = []
        between = crossing_steps(index, dated, starts, goals) if crossing else dated.between(starts, goals)
        for barred, group in (left.by_reach(standings) or {0: ()}).items():

            def make(barred: int = barred, group: tuple[Standing, ...] = group) -> Lookahead:
                edges = (edge for edge in left.edges_left(between, barred) if not edge.kinds & without)
                return look_ahead(index, edges, [str(each.start) for each in group], goals)

            if without or left.at_stake:  # these depend on the learner, of whom nothing is remembered
                parts.append(Part(group, make()))
            else:
                about = (tuple(starts), goals, limits.only("avoid", "avoid_types", "study"), crossing)
                parts.append(Part(group, dated.look_aheads.get(about, make)))
        max_steps = LONGEST if lifted.step_limit else query.max_steps
        stays = query.prefer is Prefer.STAY_IN_SECTOR and not lifted.leaving
        return cls(index, query, dated, tuple(parts), max_steps, stays, limits.within_months)

    def search(self, order: Order | None = None) -> Ranking:
        """Return a search for the best routes in an order, or in the order that the question prefers.

        It is right for one route more than the question asks for, which is how it is known that there are.
        """
        order = order or ORDERS[self.query.prefer]
        searches = [
            Search(
                self.index,
                part.ahead,
                part.standings,
                order,
                max_steps=self.max_steps,
                stay=self.stays,
                holders_only=part.ahead.holders_only,
                hopeless=self.is_too_long,
                wanted=self.query.k + 1,
            )
            for part in self.parts
        ]
        return Ranking(searches, order)

    def front(self) -> Front:
        """Return the Pareto front of all routes of the field."""
        fronts = [
            pareto_front(
                self.index,
                part.ahead,
                part.standings,
                max_steps=self.max_steps,
                stay=self.stays,
                holders_only=part.ahead.holders_only,
                outside=self.is_too_long,
            )
            for part in self.parts
        ]
        return fronts[0] if len(fronts) == 1 else _one_front(fronts)

    def is_too_long(self, bound: Bound) -> bool:
        """Say whether the known months alone are more than the question allows."""
        return self.within is not None and bound.months[1] > self.within

    def steps_away(self) -> int:
        """Return the fewest steps to a goal from any start that leads to one; 0 where none does."""
        away = [
            part.ahead.steps[str(each.start)]
            for part in self.parts
            for each in part.standings
            if each.start in part.ahead.steps
        ]
        return min(away, default=0)

    def also_from(self, found: Found) -> tuple[str, ...]:
        """Return the other starts from which the same positions follow."""
        return tuple(
            sorted(
                standing.start
                for part in self.parts
                for standing in part.standings
                if standing.start is not None and standing.start != found.standing.start
                if standing.start not in found.tail and self._passable(standing, part.ahead, found)
            )
        )

    def _passable(self, standing: Standing, ahead: Lookahead, found: Found) -> bool:
        stops = (standing.start, *found.tail)
        ways = [
            [edge for edge in ahead.outgoing.get(str(here), ()) if edge.end == there]
            for here, there in pairwise(stops)
        ]
        routes = (whole_route(self.index, standing, edges) for edges in product(*ways))
        return any(
            route is not None
            and not (self.stays and route.figures.sector_changes)
            and not self.is_too_long(route.bound)
            for route in routes
        )


class Ranking:
    """The routes of a field in one order, whichever part they come from. Iterate, then read `stopped`."""

    def __init__(self, searches: Sequence[Search], order: Order) -> None:
        """Take the searches of all parts, each in this order."""
        self._searches = searches
        self._order = order

    def __iter__(self) -> Iterator[Found]:
        """Yield routes, best first, each with positions after the start that no other before it has."""
        seen: set[tuple[str, ...]] = set()
        for found in merge(*self._searches, key=self._key):
            if found.tail not in seen:
                seen.add(found.tail)
                yield found

    @property
    def stopped(self) -> bool:
        """Whether a search had to stop before it was complete."""
        return any(each.stopped for each in self._searches)

    def _key(self, found: Found) -> tuple[object, ...]:
        ids = tuple(edge.id for edge in found.edges)
        return (self._order(found.bound), (found.edges[0].start, *found.tail), ids)


def _one_front(fronts: Sequence[Front]) -> Front:
    """Return what is left on the front where the routes of several are compared."""
    kept: list[Found] = []
    every = (found for front in fronts for found in front.routes)
    for found in sorted(every, key=lambda each: (each.bound.holes, figures3(each.bound), each.tail)):
        figures = figures3(found.bound)
        better = (all(a <= b for a, b in zip(figures3(one.bound), figures, strict=True)) for one in kept)
        if not any(better) and found.bound.holes == (kept or [found])[0].bound.holes:
            kept.append(found)
    return Front(tuple(kept), all(front.complete for front in fronts))
