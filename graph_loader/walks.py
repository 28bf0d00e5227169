"""The paths of one length after the other, by the positions that walks of that length can be at.

Two searches, one from the starts and one from the goals, each keep a layer of positions for every number of
steps. The smaller outermost layer grows by a step, until together they are as long as the paths wanted. Where
they meet, the layers from the starts are cut down to what leads on. A walk through the layers then never has
to turn back, but where it would meet a position twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from pathways.catalogue import Catalogue
from pathways.model import Step

Path = tuple[str, ...]

LONGEST = 40
"""The longest paths that are looked for in this way."""


class TooManyLooks(Exception):
    """There are too many dead ends."""


class Walks:
    """Yields every path from a start to a goal, those with the fewest steps first, then by step ids.

    No path meets a position twice, and none goes on from a goal. Starts and goals have none in common.
    """

    def __init__(
        self, catalogue: Catalogue, starts: frozenset[str], goals: frozenset[str], most_looks: int
    ) -> None:
        self._catalogue = catalogue
        self._goals = goals
        self._ahead: list[set[str]] = [set(starts)]
        self._back: list[set[str]] = [set(goals)]
        self._looks, self._most_looks = 0, most_looks

    def paths(self, max_steps: int) -> Iterator[Path]:
        """Yield them, up to a number of steps. Raises TooManyLooks where that would take too long."""
        for length in range(1, max_steps + 1):
            if length > LONGEST:
                raise TooManyLooks
            self._grow()
            if not (self._ahead[-1] and self._back[-1]):
                return
            if not self._ahead[-1].isdisjoint(self._back[-1]):
                yield from self._through(self._layers())

    def _grow(self) -> None:
        """Take one more step, the first back from the goals, so that those from the starts meet no goal."""
        catalogue, ahead, back = self._catalogue, self._ahead, self._back
        if len(back) > 1 and len(ahead[-1]) <= len(back[-1]):
            ahead.append(_neighbours(catalogue.ends_from, ahead[-1]) - self._goals)
        else:
            back.append(_neighbours(catalogue.ends_into, back[-1]) - self._goals)

    def _layers(self) -> list[set[str]]:
        """Return at which positions a walk of this length can be after each number of steps."""
        ahead = [self._ahead[-1] & self._back[-1]]
        for layer in reversed(self._ahead[:-1]):
            ahead.append(layer & _neighbours(self._catalogue.ends_into, ahead[-1]))
        return [*reversed(ahead), *reversed(self._back[:-1])]

    def _through(self, layers: list[set[str]]) -> Iterator[Path]:
        """Yield every path through the layers, in order of step ids."""
        steps_from = self._catalogue.steps_from
        first = chain.from_iterable(steps_from[each] for each in layers[0])
        for step in sorted(first, key=lambda each: each.id):
            yield from self._onward((step,), layers, (), (step.from_id,))

    def _onward(
        self, steps: Iterable[Step], layers: list[set[str]], taken: Path, visited: tuple[str, ...]
    ) -> Iterator[Path]:
        layer = layers[len(visited)]
        for step in steps:
            end = step.to_id
            if end not in layer or end in visited:
                continue
            self._looks += 1
            if self._looks > self._most_looks:
                raise TooManyLooks
            path = (*taken, step.id)
            if len(path) == len(layers) - 1:
                yield path
            else:
                yield from self._onward(self._catalogue.steps_from[end], layers, path, (*visited, end))


def _neighbours(ends: dict[str, tuple[str, ...]], layer: set[str]) -> set[str]:
    return set().union(*(ends.get(each, ()) for each in layer))
