"""A question of how sectors overlap, worked out; or what to ask back where no two sectors are named."""

from __future__ import annotations

from explorer.sector_overlap import EACH_LEVEL, SectorOverlap, compare_sectors
from explorer.words.unanswered import sectors_to_compare
from pathways.catalogue import Catalogue
from pathways.questions import Understood, Unsure
from pathways.sector_needs import levels_of


def find_comparison(read: Understood, catalogue: Catalogue) -> SectorOverlap | Unsure:
    """Compare the sectors that a question names; one alone with every other, where none is named beside it.

    One level counts alone where every place is at it, and some of the sectors ask for something there.
    """
    places = (*read.start, *read.goal)
    positions = [catalogue.position_by_id[each.position] for each in places if each.position]
    named = [each.sector for each in places if each.sector] + [each.sector for each in positions]
    sectors = tuple(dict.fromkeys(named))
    one_to_all = not read.goal and len(sectors) == 1 and len(catalogue.sectors) > 1
    if positions or not (one_to_all or len(sectors) > 1):
        return sectors_to_compare(read, sectors, catalogue)
    levels = {each.level for each in places}
    level = levels.pop() if len(levels) == 1 else None
    centre = sectors[0] if one_to_all else None
    if one_to_all:
        sectors = (*sectors, *(each for each in catalogue.sector_by_id if each != centre))
    if level and not any(level in levels_of(catalogue, each) for each in sectors):
        level = None
    return compare_sectors(catalogue, sectors, level or EACH_LEVEL, centre)
