"""What one whole route asks for: the alternatives that make its union smallest, and the figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from pathways.model import GENERAL
from pathways.results import Figures
from pathways.route_index import Edge, RouteIndex, Way
from pathways.standing import Standing


class Asking(Protocol):
    """What can be costed: essentials and groups of alternatives as bits, and the position it leads to."""

    @property
    def essential(self) -> int:
        """The requirements that have no alternative."""

    @property
    def groups(self) -> tuple[tuple[Way, ...], ...]:
        """The alternatives of each group, in order of their ids."""

    @property
    def end(self) -> str:
        """The position it leads to, whose `gives` count from then on."""


@dataclass(frozen=True, slots=True)
class Cost:
    """The cheapest way through a route. `chosen` holds, for each step, one way for each of its groups.

    `union` are all distinct requirements still to gain, `hard` those of them that are hard, `timed` the
    time-bound ones whose months the route takes.
    """

    chosen: tuple[tuple[Way, ...], ...]
    union: int
    hard: int
    timed: int


def cost_of(index: RouteIndex, standing: Standing, edges: Sequence[Asking]) -> Cost | None:
    """Return what a route asks of a learner, or None where a step has no alternative they could take.

    Of all choices between alternatives, the one with the smallest union counts; ties go to the choice whose
    ids come first, step by step. Each requirement counts once; what a position passed earlier gives does
    not count.
    """
    asks = _asks(index, standing, edges)
    best: tuple[int, list[Way]] | None = None
    needed = 0
    later = [needed := needed | need for _, need in reversed(asks)][::-1]  # from each step on
    seen: set[tuple[int, int, int, int]] = set()

    def choose(step: int, group: int, before: int, union: int, ways: list[Way]) -> None:
        nonlocal best
        if step == len(asks):
            if best is None or standing.cost(union) < best[0]:
                best = (standing.cost(union), list(ways))
            return
        if best is not None and standing.cost(union | later[step]) >= best[0]:
            return
        # Two choices that lead to the same union come to the same; the one looked at first has the first ids.
        at = (step, group, before, union)
        if at in seen:
            return
        seen.add(at)
        known, need = asks[step]
        if group == 0:
            before, union = union, union | need
        groups = edges[step].groups
        if group == len(groups):
            choose(step + 1, 0, 0, union, ways)
            return
        for way in groups[group]:
            residual = way.bits & ~known
            if way.open or not residual & ~before:
                ways.append(way)
                choose(step, group + 1, before, union | residual, ways)
                ways.pop()

    choose(0, 0, 0, 0, [])
    if best is None:
        return None
    ways = iter(best[1])
    chosen = tuple(tuple(next(ways) for _ in edge.groups) for edge in edges)
    return _cost(index, standing, edges, asks, chosen)


def _asks(index: RouteIndex, standing: Standing, edges: Sequence[Asking]) -> list[tuple[int, int]]:
    """Return, for each step, what is known when it is taken and which essentials are not."""
    known, asks = standing.met, []
    for edge in edges:
        asks.append((known, edge.essential & ~known))
        known |= index.given_bits[edge.end]
    return asks


def _cost(
    index: RouteIndex,
    standing: Standing,
    edges: Sequence[Asking],
    asks: list[tuple[int, int]],
    chosen: tuple[tuple[Way, ...], ...],
) -> Cost:
    union = timed = 0
    for edge, (known, need), ways in zip(edges, asks, chosen, strict=True):
        union |= need
        timed |= edge.essential
        for way in ways:
            union |= way.bits & ~known
            timed |= way.bits
    timed &= index.timed_bits & ~standing.met
    return Cost(chosen, union, union & index.hard, timed)


def figures_of(index: RouteIndex, standing: Standing, edges: Sequence[Edge], cost: Cost) -> Figures:
    """Return the figures of a route."""
    known = [edge.months for edge in edges if edge.months is not None]
    at_least = sum(known) + index.months_of(cost.timed)
    unknown = sum(edge.unknown for edge in edges)
    return Figures(
        to_gain=standing.cost(cost.union),
        steps=len(edges),
        months=at_least if len(known) == len(edges) else None,
        months_at_least=at_least,
        sector_changes=_sector_changes(index, edges),
        conditions=sum(edge.conditions for edge in edges),
        holes=unknown + cost.hard.bit_count(),
    )


def _sector_changes(index: RouteIndex, edges: Sequence[Edge]) -> int:
    """Count the changes of sector with the general route left out."""
    positions = (edges[0].start, *(edge.end for edge in edges))
    every = (index.catalogue.position_by_id[each].sector for each in positions)
    sectors = [sector for sector in every if sector != GENERAL]
    return sum(here != there for here, there in pairwise(sectors))
