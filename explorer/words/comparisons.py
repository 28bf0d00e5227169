"""The answer to a question of how sectors overlap, in sentences."""

from __future__ import annotations

from explorer.sector_overlap import SectorOverlap, list_closest
from explorer.words.amounts import list_in_words
from explorer.words.names import sector_name
from explorer.words.overlap import pair_sentence, share_in_words
from pathways.overlap import Overlap

MOST_IN_SENTENCES = 2
"""How many sectors are told pair by pair; of more, only the closest and the furthest."""


def comparison_sentences(compared: SectorOverlap) -> str:
    """Return how far sectors ask for the same things: both ways of a pair, or which are closest."""
    whole = whole_of(compared)
    if len(compared.sectors) <= MOST_IN_SENTENCES:
        return " ".join(pair_sentence(each, compared.catalogue) for each in whole)
    ordered = [each for each in list_closest(whole) if each.share is not None]
    if not ordered:
        return "Nothing is on record that these sectors ask for, so there is nothing to compare."
    if compared.centre:
        return _from_one(compared, [each for each in ordered if each.from_sector == compared.centre])
    closest, last = ordered[0], ordered[-1]
    return f"The closest are {_named(closest, compared)}; the furthest apart are {_named(last, compared)}."


def whole_of(compared: SectorOverlap) -> tuple[Overlap, ...]:
    """Return the overlaps of all kinds together, at the level that was compared."""
    level = compared.overlaps[0].level if compared.overlaps else None
    return compared.list_of(None, level)


def _from_one(compared: SectorOverlap, ordered: list[Overlap]) -> str:
    """Return which sectors ask most, and which least, for what one sector asks for too."""
    if not ordered:
        return "Nothing is on record that the other sectors ask for, so there is nothing to compare."
    catalogue = compared.catalogue
    first, *others = ordered
    here = sector_name(str(compared.centre), catalogue)
    said = [
        f"Closest to {here} is {sector_name(first.to_sector, catalogue)}. {pair_sentence(first, catalogue)}"
    ]
    named = [f"{sector_name(each.to_sector, catalogue)} ({share_in_words(each.share)})" for each in others]
    if named:
        said.append(f"Then come {'; '.join(named)}." if len(named) > 1 else f"Then comes {named[0]}.")
    return " ".join(said)


def _named(overlap: Overlap, compared: SectorOverlap) -> str:
    names = [sector_name(each, compared.catalogue) for each in (overlap.from_sector, overlap.to_sector)]
    return f"{list_in_words(names)} ({share_in_words(overlap.share)} of what {names[1]} asks for)"
