"""The second view of a matrix: the outcomes of each cell, and what leads to them, by who acts."""

from __future__ import annotations

from collections.abc import Iterator

from explorer.drawings.html import Html, join, tag
from explorer.drawings.matrix import Cell, weight_word
from explorer.formats.matrix_words import (
    ACTOR_DOES,
    LEADS,
    group_by_actor,
    leads_to_words,
    list_any_of,
    sign_of,
)
from explorer.words import sentence
from pathways.catalogue import Catalogue
from pathways.matrix import PROGRESSION, get_matrix, row_lines
from pathways.model import Kind, Row


def activity_cells(sector: str, catalogue: Catalogue) -> Cell:
    """Return what draws the cells of a sector's matrix as outcomes, and what can be done about them."""
    matrix = get_matrix(sector, catalogue)

    def cell(row: Row, column: str) -> Html | None:
        joined = list_any_of(row)
        items = []
        for line in row_lines(sector, matrix, row, catalogue):
            if line.column == column:
                sign = sign_of(line, joined)
                word = weight_word(sign) if sign is not LEADS else None
                items.append(tag("li", sentence(line.statement), word))
        outcomes = tag("ol", *items, class_="pe-lpm-outcomes") if items else None
        groups = () if column == PROGRESSION else _groups(row, Kind(column), catalogue)
        drawn = [each for each in (outcomes, *groups) if each]
        return join(*drawn) if drawn else None

    return cell


def _groups(row: Row, kind: Kind, catalogue: Catalogue) -> Iterator[Html]:
    many = len(row.cell(kind))
    for actor, activities in group_by_actor(row, kind, catalogue):
        items = [
            tag(
                "li",
                sentence(catalogue.activity_by_id[each.activity].statement),
                tag("span", f" ({leads_to_words(each, many)})", class_="pe-lpm-weight"),
            )
            for each in activities
        ]
        yield tag("p", ACTOR_DOES[actor], class_="pe-lpm-actor")
        yield tag("ul", *items, class_="pe-lpm-activities")
