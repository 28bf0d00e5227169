"""The page that compares sectors: its controls, the square of shares, and what several share."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from explorer.compare_sectors.address import MOST_SECTORS, Asked, levels_there, read_asked, write_asked
from explorer.compare_sectors.files import finder, shared_scene, show_files
from explorer.compare_sectors.pair import show_pair
from explorer.drawings.heat import PICKED, heat_chart
from explorer.drawings.html import tag
from explorer.drawings.overlap import heat_key, method_note, shared_table, shares_table
from explorer.drawings.scene import picture
from explorer.screen import show
from explorer.sector_overlap import EACH_LEVEL, SectorOverlap, compare_sectors, list_closest
from explorer.shared_needs import list_shared
from explorer.web import get_index, guarded
from explorer.words import clause, level_name, sentence
from explorer.words.overlap import KIND_NAMES, kind_key, pair_sentence
from pathways.catalogue import Catalogue
from pathways.model import Kind

SECTORS, KIND, LEVEL, CHART = "compare-sectors", "compare-kind", "compare-level", "compare-chart"

EVERY = kind_key(None)
"""What the controls have for all kinds, and for all levels."""

ADDRESS_WORDS = {
    "sectors": "a sector",
    "kind": "the kind",
    "level": "the level",
    "from": "the first of the pair",
    "to": "the second of the pair",
}

LEAD = (
    "How much of what one sector asks of people do other sectors ask for too? For researchers, and for "
    "everyone who plans courses or gives advice."
)


def show_controls(asked: Asked, catalogue: Catalogue) -> None:
    """Show which sectors are compared, in what and at which level, to choose others."""
    # The address is the truth: the controls show what it says, and change it when they are used.
    st.session_state[SECTORS] = [*asked.sectors]
    st.session_state[KIND], st.session_state[LEVEL] = kind_key(asked.kind), asked.level or EVERY
    show(tag("p", LEAD))
    with st.container(key="compare-controls"):
        st.multiselect(
            f"Sectors (2 to {MOST_SECTORS})",
            list(catalogue.sector_by_id),
            key=SECTORS,
            format_func=lambda each: catalogue.sector_by_id[each].title,
            max_selections=MOST_SECTORS,
            on_change=_changed,
        )
        what, where = st.columns([3, 2], vertical_alignment="bottom")
        what.selectbox(
            "What is asked for",
            [kind_key(each) for each in KIND_NAMES],
            key=KIND,
            format_func=lambda each: KIND_NAMES[_kind(each)],
            on_change=_changed,
        )
        where.selectbox(
            "Asked of people at",
            [EVERY, *levels_there(asked.sectors, catalogue)],
            key=LEVEL,
            format_func=lambda each: _level_title(each, catalogue),
            on_change=_changed,
        )


def _kind(text: str) -> Kind | None:
    return None if text == EVERY else Kind(text)


def _level_title(level: str, catalogue: Catalogue) -> str:
    return "All levels" if level == EVERY else clause(sentence(level_name(level, catalogue)))


def show_all(asked: Asked, catalogue: Catalogue) -> None:
    """Show all that the page has to say about the sectors that are asked for."""
    if len(asked.sectors) < 2:
        show(tag("p", "Choose one more sector to compare it with.", class_="pe-answer", role="status"))
        return
    compared = _compared(catalogue.content_hash, asked.sectors, catalogue)
    _show_square(asked, compared)
    show_pair(asked, compared)
    if len(asked.sectors) > 2:
        _show_shared(asked, catalogue)
    show(method_note(catalogue))
    show_files(asked, compared)


@st.cache_resource(max_entries=16, show_spinner="Comparing ...")
def _compared(content_hash: str, sectors: tuple[str, ...], _catalogue: Catalogue) -> SectorOverlap:
    return compare_sectors(_catalogue, sectors, EACH_LEVEL)


def _show_square(asked: Asked, compared: SectorOverlap) -> None:
    catalogue = compared.catalogue
    whole = list_closest(compared.list_of(asked.kind, asked.level))
    show(
        tag("h2", "How much they share"),
        tag("p", f"The closest: {pair_sentence(whole[0], catalogue)}", class_="pe-answer") if whole else None,
        tag(
            "p",
            "Each row is a sector that you know; each column is one that you look at. The figure says, per "
            "cent, how much of what the column's sector asks for the row's sector asks for too. Click a "
            "figure in the square to see what is behind it, or choose a pair below.",
            class_="pe-quiet",
        ),
        heat_key(asked, compared),
    )
    with st.container(key="compare-heat"):
        st.vega_lite_chart(
            heat_chart(asked.sectors, finder(asked, compared), catalogue),
            key=CHART,
            on_select=_clicked,
            selection_mode=PICKED,
            width="content",
        )
    figures = tag(
        "div",
        shares_table(asked, compared),
        class_="pe-table",
        tabindex="0",
        role="region",
        aria_label="Shares",
    )
    # Where the square does not fit the table stands in its place.
    show(
        tag(
            "details",
            tag("summary", "The same figures as a table"),
            figures,
            class_="pe-more pe-heat-wide",
        ),
        tag("div", figures, class_="pe-heat-narrow"),
    )


def _show_shared(asked: Asked, catalogue: Catalogue) -> None:
    shared = list_shared(catalogue, asked.sectors, asked.kind, asked.level)
    scene = shared_scene(asked, catalogue)
    show(
        tag("h2", "What several of them ask for"),
        tag(
            "p",
            "Each column is a set of sectors, marked by its dots. The bar above says how many things all of "
            "them, and no other, ask for. One thing is all that our data file under one heading.",
            class_="pe-quiet",
        ),
        tag(
            "div",
            picture(scene),
            class_="pe-scene",
            tabindex="0",
            role="region",
            aria_label="The picture of what several sectors ask for",
        ),
        tag(
            "details",
            tag("summary", "The same as a table, with the things by name"),
            shared_table(shared, catalogue),
            class_="pe-more",
        ),
    )


@guarded
def _changed() -> None:
    catalogue = get_index().catalogue
    sectors = tuple(each for each in catalogue.sector_by_id if each in st.session_state[SECTORS])
    level = st.session_state[LEVEL]
    pair = read_asked(st.query_params.to_dict(), catalogue).pair
    asked = Asked(
        sectors,
        _kind(st.session_state[KIND]),
        level if level in levels_there(sectors, catalogue) else None,
        pair if pair and {*pair} <= {*sectors} else None,
    )
    st.query_params.from_dict(write_asked(asked, catalogue))


@guarded
def _clicked() -> None:
    picked = st.session_state[CHART]["selection"].get(PICKED) or []
    catalogue = get_index().catalogue
    asked = read_asked(st.query_params.to_dict(), catalogue)
    pair = (picked[0]["from"], picked[0]["to"]) if picked else ("", "")
    if pair[0] != pair[1] and {*pair} <= {*asked.sectors}:
        st.query_params.from_dict(write_asked(replace(asked, pair=pair), catalogue))
