"""The top of the map page: how it is shown, search by name, filters, and what to do if nothing fits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from explorer.drawings.html import tag
from explorer.drawings.places import list_found
from explorer.explore.address import (
    FILTERS,
    Exploring,
    View,
    exploring_params,
    list_evidence,
    list_kinds,
    list_levels,
    read_exploring,
    sift,
)
from explorer.explore.finding import find_positions, is_sure
from explorer.explore.selecting import show_list, start_afresh
from explorer.screen import plain, show
from explorer.web import guarded
from explorer.words import EVIDENCE_WORDS, count_in_words, level_name, sentence
from pathways.catalogue import Catalogue
from pathways.model import GENERAL

SEARCH, FOUND, SEEN, VIEW = "explore-search", "explore-found", "explore-seen", "explore-view"
HITS = "explore-hits"

ADDRESS_WORDS = {
    "sectors": "the sectors",
    "levels": "the levels",
    "kinds": "the kinds",
    "evidence": "where it is known from",
    "selected": "the place that is selected",
    "view": "how it is shown",
}
LOOSER = {
    "sectors": "Any sector",
    "levels": "Any level",
    "kinds": "Any kind",
    "evidence": "Known from anywhere",
}
VIEW_WORDS = {View.MAP: "Map", View.NETWORK: "Network", View.LIST: "List"}


def current_exploring(catalogue: Catalogue) -> Exploring:
    """Return what the address asks for, and bring the filters in line where it has changed."""
    exploring = read_exploring(st.query_params.to_dict(), catalogue)
    asked = exploring_params(replace(exploring, selected=None))
    arrived = SEARCH not in st.session_state
    if arrived:
        start_afresh()
        st.session_state.pop(FOUND, None)
    if arrived or st.session_state.get(SEEN) != asked:
        for name in FILTERS:
            st.session_state[_key(name)] = list(getattr(exploring, name))
        st.session_state[VIEW] = exploring.view
        st.session_state[SEEN] = asked
    return exploring


def show_head(exploring: Exploring) -> None:
    """Show the title, and the switch between map, network and list."""
    title, views = st.container(key="explore-head").columns([3, 2], vertical_alignment="center")
    with title:
        show(tag("h1", "Explore the map"))
    views.segmented_control(
        "Show as",
        list(View),
        key=VIEW,
        required=True,
        format_func=VIEW_WORDS.__getitem__,
        label_visibility="collapsed",
        on_change=_filtered,
        args=(exploring,),
    )


def show_filters(exploring: Exploring, catalogue: Catalogue) -> None:
    """Show the search by name and the filters, in one row where there is room."""
    kinds = list_kinds(catalogue)
    sectors = sorted(catalogue.sectors, key=lambda each: (each.id != GENERAL, each.title))
    titles = {each.id: plain(each.title) for each in sectors}
    levels = {
        each: plain(sentence(level_name(each, catalogue)).rstrip(".")) for each in list_levels(catalogue)
    }
    levels |= {
        each: plain(catalogue.level_by_id[each].title) for each in exploring.levels if each not in levels
    }
    evidence: dict[str, str] = {
        each: sentence(EVIDENCE_WORDS[each]).rstrip(".") for each in list_evidence(catalogue)
    }
    evidence |= {each: EVIDENCE_WORDS[each] for each in exploring.evidence if each not in evidence}
    row = st.container(key="explore-filters").columns([5, 5, 4, 5, 4], gap="small")
    row[0].text_input(
        "Find a job or course",
        key=SEARCH,
        placeholder="Type a name",
        max_chars=120,
        on_change=_search,
        args=(exploring, catalogue),
    )
    for column, name, label, names, empty in (
        (row[1], "sectors", "Sectors", titles, "All sectors"),
        (row[2], "levels", "Levels", levels, "All levels"),
        (row[3], "kinds", "Kinds", kinds, "Jobs and courses"),
        (row[4], "evidence", "Known from", evidence, "Any source"),
    ):
        column.multiselect(
            label,
            list(names),
            key=_key(name),
            placeholder=empty,
            format_func=names.__getitem__,
            on_change=_filtered,
            args=(exploring,),
        )


def show_found(exploring: Exploring, catalogue: Catalogue) -> None:
    """Show what the name that was typed could mean."""
    found: tuple[str, ...] | None = st.session_state.get(FOUND)
    if found is None:
        return
    found = tuple(each for each in found if each in catalogue.position_by_id)  # the data may be others by now
    if not found:
        show(
            tag(
                "p",
                "No job or course here has a name like that. Try one word of it, or choose a sector.",
                class_="pe-note",
                role="status",
            )
        )
        return
    told = "Is this the one?" if len(found) == 1 else "Which of these?"
    show(tag("p", told, class_="pe-quiet", role="status"))
    show_list(list_found(found, catalogue), HITS, exploring.selected)


def only_sector(key: str, exploring: Exploring) -> Callable[[], None]:
    """Return what to do when the name of a sector is clicked in a component: show that sector alone."""

    @guarded
    def clicked() -> None:
        sector = st.session_state[key].get("sector")
        if sector:
            kept = {name: getattr(exploring, name) for name in FILTERS}
            _go(exploring.filtered({**kept, "sectors": (sector,)}))

    return clicked


def show_nothing(exploring: Exploring, catalogue: Catalogue) -> None:
    """Say that the filters let nothing through, and offer what to loosen."""
    show(
        tag("h2", "Nothing fits all of this"),
        tag("p", "No job or course passes all the filters at once. Take one of them away:"),
    )
    for name in exploring.filters:
        kept = {each: getattr(exploring, each) for each in FILTERS if each != name}
        looser = exploring.filtered(kept)
        left = len(sift(looser, catalogue))
        if left:
            st.button(
                f"{LOOSER[name]} ({count_in_words(left, 'place')})",
                key=f"looser-{name}",
                on_click=_go,
                args=(looser,),
            )
    st.button("Take away all filters", key="looser-all", on_click=_go, args=(exploring.filtered({}),))


@guarded
def _go(exploring: Exploring) -> None:
    st.query_params.from_dict(exploring_params(exploring))


@guarded
def _filtered(exploring: Exploring) -> None:
    chosen = {name: st.session_state[_key(name)] for name in FILTERS}
    _go(replace(exploring.filtered(chosen), view=st.session_state[VIEW] or exploring.view))


@guarded
def _search(exploring: Exploring, catalogue: Catalogue) -> None:
    text = st.session_state[SEARCH].strip()
    found = find_positions(text, catalogue)
    sure = bool(found) and is_sure(text, found[0], catalogue)
    st.session_state[FOUND] = found if text and not sure else None
    if sure:
        _go(replace(exploring, selected=found[0]))


def _key(name: str) -> str:
    return f"explore-{name}"
