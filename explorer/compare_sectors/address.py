"""What the address of the page says: the sectors, the kind, the level, and the pair to look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from explorer.address_parts import Parts, one_of
from explorer.words.overlap import kind_key
from pathways.catalogue import Catalogue
from pathways.model import Kind
from pathways.sector_needs import levels_of

MOST_SECTORS = 12
"""How many sectors the page compares at once; the command line compares any number."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for. `pair` is what to look at closely: from, to; `ignored` names what was not read."""

    sectors: tuple[str, ...]
    kind: Kind | None = None
    level: str | None = None
    pair: tuple[str, str] | None = None
    ignored: tuple[str, ...] = ()


def read_asked(params: Mapping[str, str], catalogue: Catalogue) -> Asked:
    """Read what is asked for: all sectors, all kinds and levels where nothing else is named."""
    parts = Parts(params)
    named = parts.many("sectors", one_of(catalogue.sector_by_id))[:MOST_SECTORS]
    every = tuple(catalogue.sector_by_id)
    sectors = tuple(each for each in every if each in named) or every[:MOST_SECTORS]
    kind = parts.one("kind", Kind)
    level = parts.one("level", one_of(levels_there(sectors, catalogue)))
    here = parts.one("from", one_of(sectors))
    there = parts.one("to", one_of([each for each in sectors if each != here]))
    return Asked(sectors, kind, level, (here, there) if here and there else None, parts.ignored)


def write_asked(asked: Asked, catalogue: Catalogue) -> dict[str, str]:
    """Return the parts of an address that asks for this, leaving out what goes without saying."""
    every = tuple(catalogue.sector_by_id)[:MOST_SECTORS]
    held = {
        "sectors": "" if asked.sectors == every else ",".join(asked.sectors),
        "kind": kind_key(asked.kind) if asked.kind else "",
        "level": asked.level or "",
        "from": asked.pair[0] if asked.pair else "",
        "to": asked.pair[1] if asked.pair else "",
    }
    return {name: value for name, value in held.items() if value}


def levels_there(sectors: tuple[str, ...], catalogue: Catalogue) -> tuple[str, ...]:
    """Return the levels at which any of the sectors has a row, lowest first."""
    found = {level for sector in sectors for level in levels_of(catalogue, sector)}
    return tuple(level for level in catalogue.level_by_id if level in found)
