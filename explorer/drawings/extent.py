"""How much of what is looked at is drawn: all up to a limit, above it a part chosen by a stated rule."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from explorer.words import count_in_words, list_in_words, position_name, sector_name
from pathways.catalogue import Catalogue
from pathways.model import GENERAL

MOST = 1000
"""The most stations on one map."""

MOST_NEAR = 300
"""The most stations of a neighbourhood, which is drawn where there are too many for a map."""

MOST_NAMED = 6


@dataclass(frozen=True, slots=True)
class Extent:
    """The positions to draw, and a sentence that says so where they are not all."""

    positions: tuple[str, ...]
    told: str = ""


def extent_of(
    wanted: Sequence[str],
    selected: str | None,
    catalogue: Catalogue,
    most: int = MOST,
    most_near: int = MOST_NEAR,
) -> Extent:
    """Return what to draw of the positions that are wanted. The selected one is always there."""
    every = tuple(dict.fromkeys([*wanted, *([selected] if selected else [])]))
    if len(every) <= most:
        return Extent(in_order(every, catalogue))
    many = f"There are {len(every):,} places here, too many for one picture."
    if selected:
        near = _neighbourhood(selected, frozenset(every), catalogue, most_near)
        name = position_name(selected, catalogue)
        return Extent(
            in_order(near, catalogue),
            f"{many} It shows {name} and the {len(near) - 1:,} places that are the fewest steps away.",
        )
    ordered = in_order(every, catalogue)
    whole = _whole_sectors(ordered, catalogue, most)
    if whole:
        return Extent(whole, f"{many} It shows the first sectors that fit: {_named(whole, catalogue)}.")
    return Extent(ordered[:most], f"{many} It shows the first {most:,}, from the lowest level up.")


def in_order(positions: Collection[str], catalogue: Catalogue) -> tuple[str, ...]:
    """Return positions by sector, the general route first; by level, the lowest first; by title."""

    def place(each: str) -> tuple[bool, str, str, int, str, str]:
        found = catalogue.position_by_id[each]
        sector = catalogue.sector_by_id[found.sector]
        rank = catalogue.rank(found.level)
        return (sector.id != GENERAL, sector.title, sector.id, rank, found.title, each)

    return tuple(sorted(positions, key=place))


def _whole_sectors(ordered: Sequence[str], catalogue: Catalogue, most: int) -> tuple[str, ...]:
    """Return the positions of as many sectors, from the first on, as fit whole."""
    counts: dict[str, int] = {}
    for each in ordered:
        sector = catalogue.position_by_id[each].sector
        counts[sector] = counts.get(sector, 0) + 1
    total = 0
    for count in counts.values():
        if total + count > most:
            break
        total += count
    return tuple(ordered[:total])


def _neighbourhood(start: str, within: Collection[str], catalogue: Catalogue, most: int) -> tuple[str, ...]:
    """Return the positions that are the fewest steps away, in either direction, the start first."""
    found = {start: None}
    waiting = deque([start])
    while waiting and len(found) < most:
        for each in _beside(waiting.popleft(), catalogue):
            if each in within and each not in found and len(found) < most:
                found[each] = None
                waiting.append(each)
    return tuple(found)


def _beside(position: str, catalogue: Catalogue) -> Iterator[str]:
    yield from (step.to_id for step in catalogue.steps_from.get(position, ()))
    yield from (step.from_id for step in catalogue.steps_into.get(position, ()))


def _named(positions: Sequence[str], catalogue: Catalogue) -> str:
    sectors = dict.fromkeys(catalogue.position_by_id[each].sector for each in positions)
    names = [sector_name(each, catalogue) for each in sectors]
    if len(names) > MOST_NAMED:
        names = [*names[:MOST_NAMED], count_in_words(len(names) - MOST_NAMED, "more sector")]
    return list_in_words(names)
