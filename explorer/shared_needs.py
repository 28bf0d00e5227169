"""Which things several sectors ask for together: each thing under the exact set of sectors that share it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pathways.catalogue import Catalogue
from pathways.model import Kind
from pathways.sector_needs import needs_of


@dataclass(frozen=True, slots=True)
class Shared:
    """The things that just these sectors ask for. `things` are (id, what it is called), by name."""

    sectors: tuple[str, ...]
    things: tuple[tuple[str, str], ...]


def list_shared(
    catalogue: Catalogue, sectors: Sequence[str], kind: Kind | None = None, level: str | None = None
) -> tuple[Shared, ...]:
    """Return every set of sectors that has things of its own, those of most sectors first, then the largest.

    One thing is all that is of one kind and about one concept; what has no concept is one thing by itself.
    Likeness of words is left out: it holds between two, and need not between three.
    """
    owners: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for sector in sectors:
        found = {}
        for need in needs_of(catalogue, sector, kind, level):
            requirement = catalogue.requirement_by_id[need]
            concept = catalogue.concept_by_id.get(requirement.concept or "")
            found[f"{requirement.kind}:{concept.id}" if concept else need] = (
                concept.title if concept else requirement.statement
            )
        names.update(found)
        for thing in found:
            owners.setdefault(thing, []).append(sector)
    sets: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    for thing, those in owners.items():
        sets.setdefault(tuple(those), []).append((thing, names[thing]))
    shared = (Shared(those, tuple(sorted(things, key=_by_name))) for those, things in sets.items())
    return tuple(sorted(shared, key=lambda each: (-len(each.sectors), -len(each.things), each.sectors)))


def _by_name(thing: tuple[str, str]) -> tuple[str, str]:
    return thing[1].casefold(), thing[0]
