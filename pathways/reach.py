"""How many steps away each position is, over the steps that are left to somebody on a date."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pathways.learner import Learner
from pathways.left_out import LeftOut
from pathways.limits import Limits
from pathways.route_index import Edge, RouteIndex
from pathways.standing import standing_at


def reach(
    index: RouteIndex, starts: Iterable[str], as_of: date, learner: Learner, limits: Limits
) -> dict[str, int]:
    """Return the fewest steps from any start to each position that can be reached, the starts included.

    Requirements are taken to be gained. Where the months are limited, a position further away than that by
    every shortest way is left out.
    """
    dated = index.on(as_of)
    left = LeftOut.of(index, dated, limits)
    groups: dict[int, list[str]] = {}
    for start in starts:
        met = standing_at(index, start, learner, as_of).met if left.at_stake else 0
        groups.setdefault(left.out_of_reach(met), []).append(start)
    found: dict[str, int] = {}
    for barred, group in groups.items():
        passable = (edge for edge in left.edges_left(dated.edges, barred) if not edge.kinds & learner.without)
        for position, steps in _distances(group, passable, limits.within_months).items():
            found[position] = min(steps, found.get(position, steps))
    return found


def _distances(starts: Iterable[str], edges: Iterable[Edge], within: int | None) -> dict[str, int]:
    leaving: dict[str, list[Edge]] = {}
    for edge in edges:
        leaving.setdefault(edge.start, []).append(edge)
    distances: dict[str, int] = {}
    frontier = dict.fromkeys(starts, 0)
    steps = 0
    while frontier:
        distances |= dict.fromkeys(frontier, steps)
        following: dict[str, int] = {}
        for here, months in frontier.items():
            for edge in leaving.get(here, ()):
                there = months + (edge.months or 0)
                if edge.end not in distances and (within is None or there <= within):
                    following[edge.end] = min(there, following.get(edge.end, there))
        frontier, steps = following, steps + 1
    return distances
