"""Positions, levels, sectors and places, named as a sentence names them. No id is ever shown."""

from __future__ import annotations

from collections.abc import Sequence

from explorer.words.amounts import clause, list_in_words
from pathways.catalogue import Catalogue
from pathways.model import JobRole
from pathways.places import Place

NO_QUALIFICATIONS = "no qualifications"
"""What level U is called inside a sentence."""


def position_name(position: str, catalogue: Catalogue) -> str:
    """Return the title of a position."""
    return catalogue.position_by_id[position].title


def start_name(position: str, catalogue: Catalogue) -> str:
    """Return a position as a start: its title, or "no qualifications" for one at level U."""
    found = catalogue.position_by_id[position]
    return NO_QUALIFICATIONS if catalogue.rank(found.level) < 0 else found.title


def level_name(level: str, catalogue: Catalogue) -> str:
    """Return a level inside a sentence: "level 3", "entry level", "no qualifications" for U."""
    found = catalogue.level_by_id[level]
    return NO_QUALIFICATIONS if found.rank < 0 else in_a_sentence(found.title)


def sector_name(sector: str, catalogue: Catalogue) -> str:
    """Return a sector inside a sentence: "childcare and early years"."""
    return in_a_sentence(catalogue.sector_by_id[sector].title)


def level_in_sector(level: str, sector: str, catalogue: Catalogue) -> str:
    """Return a level of a sector: "level 3 in childcare and early years"."""
    return f"{level_name(level, catalogue)} in {sector_name(sector, catalogue)}"


def place_name(place: Place, catalogue: Catalogue) -> str:
    """Return a place inside a sentence: a title, "level 3 in childcare", "adult care" or "level 4"."""
    if place.position:
        return start_name(place.position, catalogue)
    if place.sector and place.level:
        return level_in_sector(place.level, place.sector, catalogue)
    if place.sector:
        return sector_name(place.sector, catalogue)
    return level_name(place.level or "", catalogue)


def places_name(places: Sequence[Place], catalogue: Catalogue, most: int = 3) -> str:
    """Return a set of places, any of which will do: "Nursery manager or Deputy manager"."""
    names = list(dict.fromkeys(place_name(place, catalogue) for place in places))
    if len(names) > most:
        names = [*names[:most], f"{len(names) - most} more"]
    return list_in_words(names, "or")


def position_in_full(position: str, catalogue: Catalogue) -> str:
    """Return a title with what it is where the title does not say: "Room supervisor, a job at level 3"."""
    found = catalogue.position_by_id[position]
    level = level_name(found.level, catalogue)
    if isinstance(found, JobRole):
        return f"{found.title}, a job at {level}"
    return found.title if level in found.title.lower() else f"{found.title}, at {level}"


def held_name(held: str, catalogue: Catalogue) -> str:
    """Return what can be held: a position by its title, a requirement by its statement in quotation marks."""
    requirement = catalogue.requirement_by_id.get(held)
    return f"“{clause(requirement.statement)}”" if requirement else position_name(held, catalogue)


def in_a_sentence(title: str) -> str:
    """Return a title with a small first letter, but for names such as "NVQ" or "T Level"."""
    first, _, _ = title.partition(" ")
    return title if len(first) < 2 or not first[1:].islower() else title[0].lower() + title[1:]
