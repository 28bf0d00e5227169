"""The map page: search, filters, and a map, network or list beside what is known of the selected place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from explorer.components import show_explore_map, show_network
from explorer.drawings.explore_map import draw_map
from explorer.drawings.explore_panel import legend, shown_though
from explorer.drawings.extent import extent_of, in_order
from explorer.drawings.html import tag
from explorer.drawings.network import build_network
from explorer.drawings.network_page import TYPE, to_html
from explorer.drawings.network_words import in_words
from explorer.drawings.places import MOST, list_places, list_told
from explorer.drawings.spots import Naming
from explorer.explore.address import Exploring, View, sift
from explorer.explore.filters import (
    ADDRESS_WORDS,
    HITS,
    current_exploring,
    only_sector,
    show_filters,
    show_found,
    show_head,
    show_nothing,
)
from explorer.explore.place import LEADS, show_place
from explorer.explore.selecting import keep_only, picked_in, selection_for, show_list
from explorer.screen import show, show_left_out
from pathways.catalogue import Catalogue

MAP, NETWORK, LIST, AS_LIST = "explore-map", "explore-network", "explore-list", "explore-same"
DRAWN = {View.MAP: (MAP, AS_LIST), View.NETWORK: (NETWORK,), View.LIST: (LIST,)}
"""The components of each view that have to be told what is selected."""


def show_exploring(catalogue: Catalogue, today: date) -> None:
    """Show the whole page."""
    exploring = current_exploring(catalogue)
    show_head(exploring)
    show_filters(exploring, catalogue)
    notes = st.container(key="explore-notes")
    with notes:
        show_found(exploring, catalogue)
        show_left_out(exploring.ignored, ADDRESS_WORDS)
    wanted = sift(exploring, catalogue)
    left, right = st.columns([2, 1], gap="medium")
    with right, st.container(key="explore-panel"):
        show_place(exploring.selected, wanted, catalogue, today)
    with left, st.container(key="explore-picture"):
        if exploring.selected and exploring.selected not in wanted:
            show(shown_though(exploring.selected, catalogue))
        if wanted or exploring.selected:
            _show_view(exploring, wanted, catalogue, today)
        else:
            show_nothing(exploring, catalogue)
    keep_only(*DRAWN[exploring.view], LEADS, HITS)


def _show_view(exploring: Exploring, wanted: Sequence[str], catalogue: Catalogue, today: date) -> None:
    match exploring.view:
        case View.LIST:
            show(tag("h2", "All places as a list", class_="pe-unseen"))
            _show_everything(exploring, wanted, catalogue, LIST)
        case View.NETWORK:
            _show_network(exploring, wanted, catalogue, today)
        case View.MAP:
            _show_map(exploring, wanted, catalogue, today)


def _show_map(exploring: Exploring, wanted: Sequence[str], catalogue: Catalogue, today: date) -> None:
    extent = extent_of(wanted, exploring.selected, catalogue)
    drawn = draw_map(extent.positions, catalogue, today)
    show(tag("h2", "The map", class_="pe-unseen"))
    with st.container(key="explore-as-list"), st.expander("The same as a list"):
        _show_everything(exploring, wanted, catalogue, AS_LIST)
    with st.container(key="explore-drawn"):
        if extent.told:
            show(
                tag(
                    "p",
                    f"{extent.told} {list_told(len(_with_selected(wanted, exploring)))}",
                    class_="pe-note",
                )
            )
        show_explore_map(
            {**drawn.to_data(), "chosen": selection_for(MAP, exploring.selected)},
            MAP,
            picked_in(MAP),
            only_sector(MAP, exploring),
        )
        whole = drawn.naming is Naming.NONE and exploring.selected is None
        with st.container(key="explore-whole" if whole else "explore-part"):
            show(legend())


def _show_network(exploring: Exploring, wanted: Sequence[str], catalogue: Catalogue, today: date) -> None:
    show(tag("h2", "The network", class_="pe-unseen"))
    selected, every = exploring.selected, _with_selected(wanted, exploring)
    network = build_network(catalogue, every, today, selected=selected)
    if network.note:
        around = "Choose another place to see what is around it."
        show(tag("p", f"{network.note} {around} {list_told(len(every))}", class_="pe-note"))
    show_network(
        {**network.to_data(), "chosen": selection_for(NETWORK, selected)}, NETWORK, picked_in(NETWORK)
    )
    st.download_button(
        "Download this network",
        to_html(network, "Pathway Explorer: the network", catalogue, today),
        file_name="pathway-network.html",
        mime=TYPE,
        key="explore-download",
        on_click="ignore",
        help="One file that opens in any browser, without the internet.",
    )
    show(in_words(network))


def _show_everything(exploring: Exploring, wanted: Sequence[str], catalogue: Catalogue, key: str) -> None:
    every = in_order(_with_selected(wanted, exploring), catalogue)
    if len(every) > MOST:
        show(tag("p", f"There are {len(every):,} places here. {list_told(len(every))}", class_="pe-note"))
    show_list(list_places(every[:MOST], catalogue), key, exploring.selected)


def _with_selected(wanted: Sequence[str], exploring: Exploring) -> set[str]:
    """Return what is looked at: what the filters let through, and the selected place whatever they say."""
    return {*wanted, *([exploring.selected] if exploring.selected else [])}
