"""Places by their names, as lists to choose from: everything by sector and level, or where a place leads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from explorer.drawings.tones import tone_of
from explorer.words import level_name, position_in_full, sector_name, sentence
from pathways.catalogue import Catalogue, position_type
from pathways.model import Step
from pathways.requirements import direction_of
from pathways.results import Direction

MOST = 2000
"""The most entries of one list."""

Json = dict[str, Any]

LEADS_WORDS = {
    Direction.UP: "Up",
    Direction.SIDEWAYS: "To the same level",
    Direction.DOWN: "Down a level or more",
}
ELSEWHERE = "Into another sector"


def list_places(positions: Sequence[str], catalogue: Catalogue) -> Json:
    """Return positions, which come in order of sector and level, as a list under those headings."""
    at = catalogue.position_by_id
    groups = []
    for sector, within in groupby(positions, key=lambda each: at[each].sector):
        parts = [
            {
                "title": _capital(level_name(level, catalogue)),
                "items": [_entry(each, catalogue) for each in here],
            }
            for level, here in groupby(within, key=lambda each: at[each].level)
        ]
        title = catalogue.sector_by_id[sector].title
        groups.append({"title": title, "tone": tone_of(sector, catalogue), "parts": parts})
    return {
        "name": "All places, by sector and level",
        "after": "Its details are beside the list.",
        "groups": groups,
    }


def list_told(count: int) -> str:
    """Say how many of some places the list of them has, beside a picture that has not all."""
    if count <= MOST:
        return "The list has them all."
    return f"The list has the first {MOST:,}. Choose sectors or levels to see others."


def list_leads(position: str, steps: Iterable[Step], catalogue: Catalogue) -> Json:
    """Return where steps lead from a position: up, across, down, and into other sectors."""
    found: dict[str, dict[str, Json]] = {title: {} for title in (*LEADS_WORDS.values(), ELSEWHERE)}
    sector = catalogue.position_by_id[position].sector
    for step in steps:
        away = catalogue.position_by_id[step.to_id].sector != sector
        title = ELSEWHERE if away else LEADS_WORDS[direction_of(step, catalogue)]
        found[title].setdefault(step.to_id, _entry_elsewhere(step.to_id, catalogue))
    parts = [{"title": title, "items": list(items.values())} for title, items in found.items() if items]
    return {
        "name": "Where it leads",
        "after": "Its details are shown.",
        "flat": True,
        "groups": [{"parts": parts}],
    }


def list_found(positions: Sequence[str], catalogue: Catalogue) -> Json:
    """Return what was found by name as one list."""
    items = [_entry_elsewhere(each, catalogue) for each in positions]
    return {
        "name": "Found",
        "after": "Its details are shown.",
        "flat": True,
        "groups": [{"parts": [{"items": items}]}],
    }


def _entry(position_id: str, catalogue: Catalogue) -> Json:
    position = catalogue.position_by_id[position_id]
    kind = _capital(position_type(position).replace("-", " "))
    return {
        "id": position.id,
        "title": position.title,
        "told": kind,
        "tone": tone_of(position.sector, catalogue),
    }


def _entry_elsewhere(position: str, catalogue: Catalogue) -> Json:
    """Return an entry that says its level and sector, where no heading does."""
    return {**_entry(position, catalogue), "told": _capital(place_told(position, catalogue))}


def place_told(position_id: str, catalogue: Catalogue) -> str:
    """Return what the title of a position does not say: "a job at level 3, childcare and early years"."""
    position = catalogue.position_by_id[position_id]
    beyond = position_in_full(position_id, catalogue).removeprefix(position.title).removeprefix(", ")
    sector = sector_name(position.sector, catalogue)
    return f"{beyond}, {sector}" if beyond else sector


def _capital(text: str) -> str:
    return sentence(text).rstrip(".")
