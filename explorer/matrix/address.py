"""What the address of the Matrix page says: the sector, the view of it, and an entry. Nothing personal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from explorer.address_parts import Parts, one_of
from explorer.formats.matrix_view import MatrixView
from pathways.catalogue import Catalogue
from pathways.matrix import entry_slugs
from pathways.model import GENERAL


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address of the page asks for. `ignored` names the parts that could not be read."""

    sector: str
    view: MatrixView
    entry: str | None
    ignored: tuple[str, ...]


def read_asked(params: Mapping[str, str], catalogue: Catalogue) -> Asked:
    """Read what is asked for: the first sector with a matrix, and its matrix, where nothing else is named."""
    parts = Parts(params)
    sector = parts.one("sector", one_of(catalogue.sector_by_id))
    sector = sector or next(iter((*list_with_matrix(catalogue), *catalogue.sector_by_id)))
    view = parts.one("view", MatrixView) or MatrixView.MATRIX
    matrix = catalogue.sector_by_id[sector].matrix
    entry = parts.one("entry", one_of(entry_slugs(matrix).values() if matrix else ()))
    return Asked(sector, view, entry, parts.ignored)


def list_with_matrix(catalogue: Catalogue) -> tuple[str, ...]:
    """Return the sectors that have a matrix, by title, the general route last."""
    found = [each for each in catalogue.sectors if each.matrix]
    found.sort(key=lambda each: (each.id == GENERAL, each.title))
    return tuple(each.id for each in found)
