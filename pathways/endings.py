"""What the last few steps into a goal ask for at the least, whichever they are.

Every route ends in one of a few ways, so it asks for all that the least of them asks for. What some position
before could give is left out, and so are alternatives, since a route might not have to gain them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

LONGEST = 3
"""How many steps an ending has at most."""

MOST = 300
"""How many endings there are at most; where there would be more, shorter ones are taken."""

Walks = dict[str, list[tuple[int, tuple[str, ...]]]]
"""By their first position, what walks into a goal ask for, as bits, and where they stop."""


@dataclass(frozen=True)
class Endings:
    """What ends of routes ask for, as bits: `far` those of full length, `near` shorter whole routes by start.

    The shortest lists come of leaving out what asks for all that another of its list asks for.
    """

    far: tuple[int, ...]
    near: Mapping[str, tuple[int, ...]]

    @classmethod
    def of(cls, goals: Collection[str], asks: Mapping[str, Sequence[tuple[int, str]]]) -> Endings:
        """Return the endings of routes; `asks` are, for each position, the bits and the end of each step."""
        entering: dict[str, list[tuple[int, str]]] = {}
        for start, steps in asks.items():
            for bits, end in steps:
                entering.setdefault(end, []).append((bits, start))
        near: dict[str, list[int]] = {}
        walks: Walks = {goal: [(0, (goal,))] for goal in goals}
        for _ in range(LONGEST):
            longer: Walks = {}
            for position, every in walks.items():
                for more, start in entering.get(position, ()):
                    further = [(bits | more, (start, *stops)) for bits, stops in every if start not in stops]
                    longer.setdefault(start, []).extend(further)
            longer = {start: _least_walks(every) for start, every in longer.items()}
            if sum(map(len, longer.values())) > MOST:
                break
            for position, every in walks.items():
                near.setdefault(position, []).extend(bits for bits, _ in every)
            walks = longer
        least_near = {position: _least(bits) for position, bits in near.items() if position not in goals}
        return cls(_least(bits for every in walks.values() for bits, _ in every), least_near)

    def at(self, position: str) -> tuple[int, ...]:
        """Return the endings of which every route from a position to a goal has one."""
        return self.near.get(position, ()) + self.far

    def beside(self, met: int) -> Endings:
        """Return the endings for somebody who has these."""
        near = {position: _without(every, met) for position, every in self.near.items()}
        return Endings(_without(self.far, met), near)


def _least_walks(every: list[tuple[int, tuple[str, ...]]]) -> list[tuple[int, tuple[str, ...]]]:
    """Return the walks of which none asks for all that another asks for, the least first."""
    kept: list[tuple[int, tuple[str, ...]]] = []
    for walk in sorted(every, key=lambda walk: (walk[0].bit_count(), walk)):
        if not any(bits & walk[0] == bits for bits, _ in kept):
            kept.append(walk)
    return kept


def _least(every: Iterable[int]) -> tuple[int, ...]:
    """Return the sets of bits in which no other is contained, the smallest first."""
    return tuple(bits for bits, _ in _least_walks([(bits, ()) for bits in every]))


def _without(every: Iterable[int], met: int) -> tuple[int, ...]:
    """Return the sets of bits without some, each once."""
    return tuple(dict.fromkeys(bits & ~met for bits in every))
