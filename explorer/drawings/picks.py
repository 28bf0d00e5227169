"""Everything that can be picked as a start or a goal, by slug, with the name it is picked by."""

from __future__ import annotations

from explorer.words import level_name, place_name, position_in_full, sector_name
from pathways.catalogue import Catalogue
from pathways.model import GENERAL
from pathways.places import Place


def picks(catalogue: Catalogue) -> dict[str, str]:
    """Return names by slug: levels from the lowest, then each sector with its levels and its positions."""
    chosen: dict[str, str] = {}
    peopled = {position.level for position in catalogue.position_by_id.values()}
    for level in catalogue.levels:
        if level.id in peopled:
            chosen[level.id] = _capital(f"{level_name(level.id, catalogue)}, any sector")
    for sector in sorted(catalogue.sector_by_id, key=lambda each: each != GENERAL):
        chosen |= _sector(sector, catalogue)
    return chosen


def _sector(sector: str, catalogue: Catalogue) -> dict[str, str]:
    name = _capital(sector_name(sector, catalogue))
    chosen = {sector: f"{name}, any level"}
    for level in catalogue.levels:
        positions = catalogue.list_positions(sector, level.id)
        if positions:
            place = Place(sector=sector, level=level.id)
            chosen[str(place)] = _capital(place_name(place, catalogue))
        for position in positions:
            chosen[position.id] = f"{position_in_full(position.id, catalogue)} ({name})"
    return chosen if len(chosen) > 1 else {}


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
