"""How chosen sectors overlap: the figures that were asked for, and what tells where they come from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version

from pathways.catalogue import Catalogue
from pathways.errors import InvalidQuery
from pathways.model import Kind
from pathways.overlap import METHOD, Overlap, compare

EACH_LEVEL = "each"
"""The word that asks for all levels together and then for each of them."""

HASH_SHOWN = 12
"""How many letters of a dataset's hash tell it from others where there is no room for all 64."""


@dataclass(frozen=True)
class SectorOverlap:
    """Overlaps of sectors of one dataset, in the order of the sectors, the kinds and the levels.

    Where there is a `centre` only pairs that it is one of are there.
    """

    catalogue: Catalogue
    sectors: tuple[str, ...]
    overlaps: tuple[Overlap, ...]
    centre: str | None = None

    def find(
        self, here: str, there: str, kind: Kind | None = None, level: str | None = None
    ) -> Overlap | None:
        """Return one pair in one direction; None where it was not asked for, or has no row at the level."""
        return self._by_pair.get((here, there, kind, level))

    @cached_property
    def _by_pair(self) -> dict[tuple[str, str, Kind | None, str | None], Overlap]:
        return {(each.from_sector, each.to_sector, each.kind, each.level): each for each in self.overlaps}

    def list_of(self, kind: Kind | None, level: str | None) -> tuple[Overlap, ...]:
        """Return one kind at one level, for each pair."""
        return tuple(each for each in self.overlaps if (each.kind, each.level) == (kind, level))


def compare_sectors(
    catalogue: Catalogue, sectors: Sequence[str], level: str | None = None, centre: str | None = None
) -> SectorOverlap:
    """Return how sectors overlap, both ways; with a `centre`, only pairs that it is one of.

    `level` is a level, None for all levels together, or EACH_LEVEL. Raises InvalidQuery where there are not
    two sectors, or one is named twice, or no sector has a row at the level.
    """
    check_sectors(sectors, catalogue)
    if centre is None:
        every = compare(catalogue, sectors)
    else:
        others = (each for each in sectors if each != centre)
        every = tuple(each for other in others for each in compare(catalogue, (centre, other)))
    found = [each for each in every if level == EACH_LEVEL or each.level == level]
    if not found:
        raise InvalidQuery(f"None of these sectors asks for anything of people at level '{level}'.")
    return SectorOverlap(catalogue, tuple(sectors), tuple(found), centre)


def check_sectors(sectors: Sequence[str], catalogue: Catalogue) -> None:
    """Raise InvalidQuery unless there are two sectors, each named once."""
    for number, each in enumerate(sectors):
        if each in sectors[:number]:
            title = catalogue.sector_by_id[each].title
            raise InvalidQuery(f"'{title}' is named twice. Name each sector once.")
    if len(sectors) < 2:
        there = "no sector" if not sectors else f"only one, '{catalogue.sector_by_id[sectors[0]].title}'"
        raise InvalidQuery(f"Two sectors are needed to compare them; there is {there}.")


def list_closest(overlaps: Iterable[Overlap]) -> list[Overlap]:
    """Return overlaps with the greatest share first, those that have none last."""
    return sorted(
        overlaps,
        key=lambda each: (1 if each.share is None else -each.share, each.from_sector, each.to_sector),
    )


def citation(catalogue: Catalogue) -> str:
    """Return a line for a paper that says which program, method and data gave the figures."""
    return (
        f"Pathway Explorer {version('pathway-explorer')}, method {METHOD} (directional overlap "
        f"by requirement, concept and text), dataset {catalogue.name}, SHA-256 {catalogue.content_hash}."
    )
