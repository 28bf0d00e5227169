"""What the address of the page Move sector says: from where, to where, which level. Nothing personal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from explorer.address_parts import Parts, one_of
from pathways.catalogue import Catalogue
from pathways.places import Place, read_place, start_positions


@dataclass(frozen=True, slots=True)
class Moving:
    """What is asked for. With no `to`, every other sector is; `level` is the one that is looked at closely.

    `as_of` is None for today. `ignored` names the parts of the address that could not be read.
    """

    start: Place | None = None
    to: str | None = None
    level: str | None = None
    as_of: date | None = None
    ignored: tuple[str, ...] = ()


def read_moving(params: Mapping[str, str], catalogue: Catalogue) -> Moving:
    """Read what is asked for. Whatever is not known is left out, and named in `ignored`."""
    parts = Parts(params)
    start = parts.one("start", lambda text: _start(text, catalogue))
    here = sector_of(start, catalogue) if start else None
    others = [each for each in catalogue.sector_by_id if each != here]
    return Moving(
        start,
        parts.one("to", one_of(others)),
        parts.one("level", one_of(catalogue.level_by_id)),
        parts.one("as_of", date.fromisoformat),
        parts.ignored,
    )


def to_params(moving: Moving) -> dict[str, str]:
    """Return what is asked for as query parameters; reading them gives the same again."""
    written = {
        "start": str(moving.start or ""),
        "to": moving.to or "",
        "level": moving.level or "",
        "as_of": moving.as_of.isoformat() if moving.as_of else "",
    }
    return {name: value for name, value in written.items() if value}


def sector_of(place: Place, catalogue: Catalogue) -> str | None:
    """Return the sector that somebody at a place would leave."""
    return catalogue.position_by_id[place.position].sector if place.position else place.sector


def _start(text: str, catalogue: Catalogue) -> Place:
    """Read a place to move from: a position, or a sector at a level where there is one. Raises ValueError."""
    place = read_place(text, catalogue)
    narrow = place.position or (place.sector and place.level)
    if not narrow or not start_positions(place, catalogue):
        raise ValueError
    return place
