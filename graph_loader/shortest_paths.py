"""The k paths with the fewest steps between two sets of positions, always in the same order.

Paths are looked for from both ends, one length after the other: see `walks`. Where there are too many dead
ends for that, the method is Lawler's. All paths from one start that begin with a given prefix and do not go
on with some given steps form a family. The best path of a family comes from one walk backwards from the
goals. Taking that path out splits the rest of the family into smaller families, so that no path is looked at
twice and the work grows with k, never with the number of paths. (E. L. Lawler, Management Science 18, 1972.)
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import islice

from graph_loader.walks import Path, TooManyLooks, Walks
from pathways.catalogue import Catalogue

MOST_LOOKS = 20_000
"""How many steps are looked at before the search goes on by families."""


@dataclass(frozen=True, order=True)
class _Family:
    """Paths that begin with `best[:fixed]` and then take no step in `barred`; ordered by the best of them."""

    steps: int
    best: Path
    start: str = field(compare=False)
    fixed: int = field(compare=False)
    barred: frozenset[str] = field(compare=False)


def shortest_paths(
    catalogue: Catalogue, starts: Collection[str], goals: Collection[str], k: int, max_steps: int
) -> tuple[Path, ...]:
    """Return up to k paths of at most max_steps, fewest steps first, then by step ids.

    No path meets a position twice or goes on from a goal; none begins at one.
    """
    ends = frozenset(goals)
    begun = frozenset(starts) - ends
    try:
        return tuple(islice(Walks(catalogue, begun, ends, MOST_LOOKS).paths(max_steps), k))
    except TooManyLooks:
        return _by_families(catalogue, begun, ends, k, max_steps)


def _by_families(
    catalogue: Catalogue, starts: frozenset[str], goals: frozenset[str], k: int, max_steps: int
) -> tuple[Path, ...]:
    search = _Search(catalogue, goals, max_steps)
    families: list[_Family] = []
    away = search.steps_to_goal(frozenset(), max_steps)
    for start in sorted(starts):
        if start in away:
            _push(families, search.family(start, (), frozenset(), away))
    found: list[Path] = []
    while families and len(found) < k:
        family = heappop(families)
        found.append(family.best)
        for cut in range(family.fixed, family.steps):
            barred = frozenset({family.best[cut]})
            if cut == family.fixed:
                barred |= family.barred
            _push(families, search.family(family.start, family.best[:cut], barred))
    return tuple(found)


def _push(families: list[_Family], family: _Family | None) -> None:
    if family:
        heappush(families, family)


@dataclass(frozen=True)
class _Search:
    catalogue: Catalogue
    goals: frozenset[str]
    max_steps: int

    def family(
        self, start: str, prefix: Path, barred: frozenset[str], away: dict[str, int] | None = None
    ) -> _Family | None:
        """Return the family of paths that begin so, or None where it is empty.

        `away` saves the walk for a whole start: a shortest path with nothing barred never comes back to it.
        """
        visited = [start, *(self.catalogue.step_by_id[each].to_id for each in prefix)]
        if away is None:
            away = self.steps_to_goal(frozenset(visited), self.max_steps - len(prefix) - 1)
        rest: list[str] = []
        here = visited[-1]
        while here not in self.goals:
            onward = [
                (away[step.to_id], step.id, step.to_id)
                for step in self.catalogue.steps_from.get(here, ())
                if step.to_id in away and not (here == visited[-1] and step.id in barred)
            ]
            if not onward:
                return None
            _, step_id, here = min(onward)
            rest.append(step_id)
        best = (*prefix, *rest)
        return _Family(len(best), best, start, len(prefix), barred)

    def steps_to_goal(self, avoided: frozenset[str], limit: int) -> dict[str, int]:
        """Return how many steps each position is from a goal, where that is at most `limit`."""
        away = dict.fromkeys(self.goals - avoided, 0)
        layer = set(away)
        for distance in range(1, limit + 1):
            before = {
                step.from_id for position in layer for step in self.catalogue.steps_into.get(position, ())
            }
            layer = before - avoided - away.keys()
            if not layer:
                break
            away.update(dict.fromkeys(layer, distance))
        return away
