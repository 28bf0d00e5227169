"""What the last few steps into a goal ask for at the least, whichever they are.

Every route ends in one of a few ways, so it asks for all that the least of them asks for. What some position
before could give is left out, and so are alternatives, since a route might not have to gain them. Ways that
come by a position twice count as well, or leaving out what asks for more would lose what they stand for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

LONGEST = 3
"""How many steps an ending has at most."""

MOST = 300
"""How many endings there are at most; where there would be more, shorter ones are taken."""


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
        near: dict[str, tuple[int, ...]] = {}
        walks: dict[str, tuple[int, ...]] = dict.fromkeys(goals, (0,))
        for _ in range(LONGEST):
            found: dict[str, list[int]] = {}
            for position, every in walks.items():
                for more, start in entering.get(position, ()):
                    found.setdefault(start, []).extend(bits | more for bits in every)
            longer = {start: _least(every) for start, every in found.items()}
            if sum(map(len, longer.values())) > MOST:
                break
            for position, every in walks.items():
                near[position] = _least((*near.get(position, ()), *every))
            walks = longer
        far = _least(bits for every in walks.values() for bits in every)
        return cls(far, {position: near[position] for position in near if position not in goals})

    def at(self, position: str) -> tuple[int, ...]:
        """Return the endings of which every route from a position to a goal has one."""
        return self.near.get(position, ()) + self.far

    def beside(self, met: int) -> Endings:
        """Return the endings for somebody who has these."""
        near = {position: _without(every, met) for position, every in self.near.items()}
        return Endings(_without(self.far, met), near)


def _least(every: Iterable[int]) -> tuple[int, ...]:
    """Return the sets of bits in which no other is contained, the smallest first."""
    kept: list[int] = []
    for bits in sorted(set(every), key=lambda bits: (bits.bit_count(), bits)):
        if not any(one & bits == one for one in kept):
            kept.append(bits)
    return tuple(kept)


def _without(every: Iterable[int], met: int) -> tuple[int, ...]:
    """Return the sets of bits without some, each once."""
    return tuple(dict.fromkeys(bits & ~met for bits in every))
