"""Which places of a large network are drawn: the nearest, by steps in either direction, to what is asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pathways.catalogue import Catalogue


def nearby(
    positions: Iterable[str], asked: Sequence[str], catalogue: Catalogue, most: int
) -> tuple[str, ...]:
    """Return at most `most` of the positions, in order of id: those fewest steps away from what is asked.

    Of those equally far away, the first by id. Where nothing is asked, or nothing that is among the
    positions, it begins at the position that most steps touch, and begins again where no step leads on.
    """
    among = set(positions)
    if len(among) <= most:
        return tuple(sorted(among))
    ties = _ties(among, catalogue)
    asked = [each for each in asked if each in among]
    busiest = sorted(among, key=lambda each: (-len(ties[each]), each))
    found: dict[str, None] = {}
    for start in [asked] if asked else [[each] for each in busiest]:
        for each in _outward(start, ties):
            if len(found) == most:
                break
            found.setdefault(each)
    return tuple(sorted(found))


def _ties(among: set[str], catalogue: Catalogue) -> dict[str, set[str]]:
    """Return what each position has a step to or from."""
    ties: dict[str, set[str]] = {each: set() for each in among}
    for step in catalogue.steps:
        if step.from_id in among and step.to_id in among:
            ties[step.from_id].add(step.to_id)
            ties[step.to_id].add(step.from_id)
    return ties


def _outward(start: Sequence[str], ties: dict[str, set[str]]) -> Iterator[str]:
    """Yield what can be reached from a start, ring by ring, each ring in order of id."""
    ring, seen = list(dict.fromkeys(start)), set(start)
    while ring:
        yield from ring
        ring = sorted({tie for each in ring for tie in ties[each]} - seen)
        seen.update(ring)
