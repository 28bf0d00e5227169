"""The ladder of a sector on one page: qualifications beside jobs, level by level, the lowest at the foot."""

from __future__ import annotations

from collections.abc import Sequence

from explorer.drawings.html import Html, tag
from explorer.drawings.tones import tone_of
from explorer.formats.matrix_ladder import (
    START,
    STAYING,
    begin_words,
    heading_words,
    leads_out_words,
    left_out_words,
    level_words,
    rule_words,
    sources_words,
    way_words,
)
from explorer.words import position_name
from pathways.catalogue import Catalogue
from pathways.matrix_ladder import Rung, SectorLadder, Stop

HEADS = ("Level", "Courses and qualifications", "Jobs")


def sector_ladder(ladder: SectorLadder, catalogue: Catalogue, as_of_words: str) -> Html:
    """Return the whole page: its table, where it leads out, what was left out and by what rule."""
    begin = tag(
        "tr",
        tag("th", START, scope="row", role="rowheader"),
        tag("td", begin_words(ladder, catalogue), colspan="2", role="cell"),
        role="row",
    )
    table = tag(
        "table",
        tag("thead", tag("tr", *(_head(each) for each in HEADS), role="row"), role="rowgroup"),
        tag("tbody", *(_rung(each, catalogue) for each in ladder.rungs), begin, role="rowgroup"),
        class_="pe-sector-rungs",
        role="table",  # on a phone the cells stand below each other, which would make it no table any more
        aria_label=heading_words(ladder, catalogue),
    )
    return tag(
        "section",
        tag("h2", heading_words(ladder, catalogue)),
        table,
        tag("h3", "Where it leads out of the sector"),
        *_lines(leads_out_words(ladder, catalogue)),
        tag("h3", "What is left out"),
        *_lines(left_out_words(ladder, catalogue)),
        tag("p", rule_words(as_of_words), class_="pe-ladder-fine"),
        tag("p", sources_words(ladder, catalogue), class_="pe-ladder-fine"),
        class_=f"pe-sector-ladder pe-tone-{tone_of(ladder.sector, catalogue)}",
    )


def _head(name: str) -> Html:
    return tag("th", name, scope="col", role="columnheader")


def _rung(rung: Rung, catalogue: Catalogue) -> Html:
    stays = tag("span", STAYING, class_="pe-sector-stays") if rung.staying else None
    return tag(
        "tr",
        tag("th", level_words(rung, catalogue), stays, scope="row", role="rowheader"),
        _stops(HEADS[1], rung.qualifications, catalogue),
        _stops(HEADS[2], rung.roles, catalogue),
        role="row",
    )


def _stops(name: str, stops: Sequence[Stop], catalogue: Catalogue) -> Html:
    items = [
        tag(
            "li",
            tag("b", position_name(each.position, catalogue)),
            tag("span", f" {way_words(each, catalogue)}", class_="pe-sector-way"),
        )
        for each in stops
    ]
    named = tag("span", name, class_="pe-lpm-cell-name", aria_hidden="true")
    none = tag("span", "none on record", class_="pe-sector-way")
    return tag("td", named, tag("ul", *items) if items else none, role="cell")


def _lines(lines: Sequence[str]) -> list[Html]:
    return [tag("p", each) for each in lines]
