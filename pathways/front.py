"""Which routes are quickest, shortest, least to gain: the Pareto front over those three figures."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from pathways.lookahead import Lookahead
from pathways.results import Label
from pathways.route_index import RouteIndex
from pathways.search import Bound, Found, Search
from pathways.standing import Standing

UNKNOWN = 10**9
"""A figure of which a part is not known: never better than one that is."""

MOST_LABELS = 20_000
FIGURES = (Label.LEAST_TO_GAIN, Label.FEWEST_STEPS, Label.QUICKEST)
Figures3 = tuple[int, int, int]
"""To gain in half-units (UNKNOWN with a step whose requirements are not known), steps, months."""


@dataclass(frozen=True, slots=True)
class Front:
    """The routes that no other beats on all of to gain, steps and months; one for each set of figures.

    Only routes with the fewest holes are compared: a short cut over what is not known, or hard and not held,
    is not called quick. `complete` is false where the search had to stop: then only what is proven counts.
    """

    routes: tuple[Found, ...]
    complete: bool

    def labels(self, found: Found) -> tuple[Label, ...]:
        """Return what a route is best at, in the order least to gain, fewest steps, quickest."""
        figures = figures3(found.bound)
        every = [figures3(each.bound) for each in self.routes]
        if figures not in every or found.bound.holes != self.routes[0].bound.holes:
            return ()
        best = [min(column) for column in zip(*every, strict=True)]
        labels = tuple(
            label
            for label, figure, least in zip(FIGURES, figures, best, strict=True)
            if figure == least != UNKNOWN and (self.complete or label is Label.LEAST_TO_GAIN)
        )
        return labels or ((Label.BALANCED,) if self.complete else ())

    def beside(self, listed: Collection[Label]) -> tuple[Found, ...]:
        """Return a route for each figure that no route of a list, with these labels, is best at."""
        missing = [label for label in FIGURES if label not in listed]
        best = {label: next((r for r in self.routes if label in self.labels(r)), None) for label in missing}
        return tuple({id(route): route for route in best.values() if route}.values())


def figures3(bound: Bound) -> Figures3:
    """Return the three figures that the front compares."""
    part, months = bound.months
    return (UNKNOWN if bound.unknown else bound.to_gain, bound.steps, UNKNOWN if part else months)


def pareto_front(
    index: RouteIndex,
    ahead: Lookahead,
    standings: Sequence[Standing],
    *,
    max_steps: int,
    stay: bool,
    holders_only: int,
    outside: Callable[[Bound], bool] = lambda bound: False,
) -> Front:
    """Return the Pareto front over (to gain, steps, months) of the routes with the fewest holes.

    Routes come in the order of holes and then the three figures, so one that none before it beats is beaten
    by none; a part-route that some route found is at least as good as in all three is given up. `outside`
    says of a bound that a limit leaves out whatever comes of it.
    """
    kept: list[Bound] = []

    def beaten(bound: Bound) -> bool:
        if not kept:
            return False
        figures = figures3(bound)
        better = (all(a <= b for a, b in zip(figures3(one), figures, strict=True)) for one in kept)
        return bound.holes > kept[0].holes or any(better)

    search = Search(
        index,
        ahead,
        standings,
        lambda bound: (bound.holes, *figures3(bound)),
        max_steps=max_steps,
        stay=stay,
        holders_only=holders_only,
        hopeless=lambda bound: outside(bound) or beaten(bound),
        every_start=True,
        max_labels=MOST_LABELS,
    )
    routes = []
    for found in search:
        if search.stopped:
            break
        kept.append(found.bound)
        routes.append(found)
    return Front(tuple(routes), not search.stopped)
