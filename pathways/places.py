"""Where a route starts or ends: a position, a sector at a level, a sector, or a level, as it was typed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from pathways.catalogue import Catalogue
from pathways.errors import InvalidQuery, UnknownName
from pathways.model import Qualification


@dataclass(frozen=True, slots=True)
class Place:
    """A start or goal. Either `position`, or `sector` and `level`, of which one may be absent."""

    position: str | None = None
    sector: str | None = None
    level: str | None = None

    def __str__(self) -> str:
        return self.position or ":".join(part for part in (self.sector, self.level) if part)


def read_place(text: str, catalogue: Catalogue) -> Place:
    """Read `id`, `sector:level`, `sector` or `level`: "childcare:L3", "L4", "nursery-manager".

    Raises UnknownName, with the nearest known names, where any part is not in the data, and InvalidQuery
    for an empty text or part.
    """
    cleaned = text.strip()
    if not cleaned:
        raise InvalidQuery("The place is empty. Write a position id, sector:level, a sector or a level.")
    if ":" in cleaned:
        sector, _, level = (part.strip() for part in cleaned.partition(":"))
        if not sector or not level:
            raise InvalidQuery(
                f"The place '{cleaned[:80]}' is not whole. Write a sector, a colon and a level, "
                "or one of them alone."
            )
        return Place(sector=_sector(sector, catalogue), level=_level(level, catalogue))
    lowered = cleaned.lower()
    if lowered in catalogue.position_by_id:
        return Place(position=lowered)
    if lowered in catalogue.sector_by_id:
        return Place(sector=lowered)
    if cleaned.upper() in catalogue.level_by_id:
        return Place(level=cleaned.upper())
    known = [*catalogue.position_by_id, *catalogue.sector_by_id, *catalogue.level_by_id]
    raise unknown_name("position, sector or level", cleaned, known)


def start_positions(place: Place, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the position ids a person at this place may be at, in order of id.

    A sector at a level means its qualifications there, or its job roles where it has none; a sector, or a
    level, means that at each of its levels, or in each sector. Empty where there is no position.
    """
    if place.position:
        return (place.position,)
    cells: dict[tuple[str, str], list[str]] = {}
    roles: dict[tuple[str, str], list[str]] = {}
    for position in catalogue.list_positions(place.sector, place.level):
        group = cells if isinstance(position, Qualification) else roles
        group.setdefault((position.sector, position.level), []).append(position.id)
    found = {**roles, **cells}
    return tuple(sorted(each for ids in found.values() for each in ids))


def goal_positions(place: Place, catalogue: Catalogue) -> tuple[str, ...]:
    """Return every position id at this place, in order of id. Empty where there is none."""
    if place.position:
        return (place.position,)
    return tuple(position.id for position in catalogue.list_positions(place.sector, place.level))


def _sector(text: str, catalogue: Catalogue) -> str:
    if text.lower() in catalogue.sector_by_id:
        return text.lower()
    raise _not_one_of("sector", text, catalogue.sector_by_id)


def _level(text: str, catalogue: Catalogue) -> str:
    if text.upper() in catalogue.level_by_id:
        return text.upper()
    raise _not_one_of("level", text, catalogue.level_by_id)


def _not_one_of(what: str, text: str, known: Iterable[str]) -> UnknownName:
    """Return the error for a name out of a short list: where no name is near, it says what there is."""
    names = tuple(known)
    error = unknown_name(what, text, names)
    return error if error.suggestions else UnknownName(f"{error} The {what}s are: {', '.join(names)}.")


def unknown_name(what: str, text: str, known: Iterable[str]) -> UnknownName:
    """Return the error for a name that is not in the data, as a sentence with the nearest names that are."""
    shown = text if len(text) <= 80 else text[:80] + "..."
    near = nearest_names(text, known)
    hint = f" Did you mean {' or '.join(repr(name) for name in near)}?" if near else ""
    return UnknownName(f"There is no {what} '{shown}'.{hint}", near)


def nearest_names(text: str, known: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """Return up to `most` known names that look like the text, the likeliest first."""
    by_lower = {name.lower(): name for name in known}
    near = process.extract(text[:80].lower(), list(by_lower), scorer=fuzz.ratio, score_cutoff=65, limit=most)
    return tuple(by_lower[name] for name, _, _ in near)
