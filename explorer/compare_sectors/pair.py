"""The part of the page about one pair of sectors: both directions, and what is behind the figures."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from explorer.compare_sectors.address import Asked, read_asked, write_asked
from explorer.drawings.html import tag
from explorer.drawings.overlap import kinds_table, matches_table, new_list
from explorer.screen import show
from explorer.sector_overlap import SectorOverlap, list_closest
from explorer.web import get_index, guarded
from explorer.words.overlap import pair_sentence

HERE, THERE = "compare-from", "compare-to"


def show_pair(asked: Asked, compared: SectorOverlap) -> None:
    """Show a pair, chosen here or in the square: sentences, figures by kind, then thing by thing."""
    catalogue = compared.catalogue
    pair = asked.pair or closest_pair(asked, compared)
    st.session_state[HERE], st.session_state[THERE] = pair
    show(tag("h2", "One pair, thing by thing"))
    with st.container(key="compare-pair"):
        first, second = st.columns(2, vertical_alignment="bottom")
        for column, label, key in (
            (first, "From: the sector you know", HERE),
            (second, "To: the sector you look at", THERE),
        ):
            column.selectbox(
                label,
                list(asked.sectors),
                key=key,
                format_func=lambda each: catalogue.sector_by_id[each].title,
                on_change=_changed,
                args=(key, pair),
            )
    one, other = (compared.find(*ends, asked.kind, asked.level) for ends in (pair, pair[::-1]))
    told = [pair_sentence(each, catalogue) for each in (one, other) if each and each.n]
    if one is None or not one.n:
        told.insert(0, "The sector you look at asks for nothing of this kind at this level.")
    show(*(tag("p", each, class_="pe-answer") for each in told), kinds_table(pair, asked.level, compared))
    show(
        tag(
            "details",
            tag("summary", "The figures the other way round"),
            kinds_table(pair[::-1], asked.level, compared),
            class_="pe-more",
        )
    )
    if one is not None and one.n:
        show(matches_table(one, catalogue), new_list(one, catalogue))


def closest_pair(asked: Asked, compared: SectorOverlap) -> tuple[str, str]:
    """Return the two sectors with the greatest share, or the first two where nothing is asked for."""
    found = list_closest(compared.list_of(asked.kind, asked.level))
    return (found[0].from_sector, found[0].to_sector) if found else (asked.sectors[0], asked.sectors[1])


@guarded
def _changed(key: str, before: tuple[str, str]) -> None:
    catalogue = get_index().catalogue
    here, there = st.session_state[HERE], st.session_state[THERE]
    if here == there:  # they change places: the one that was not touched makes way
        here, there = (here, before[0]) if key == HERE else (before[1], there)
    asked = read_asked(st.query_params.to_dict(), catalogue)
    st.query_params.from_dict(write_asked(replace(asked, pair=(here, there)), catalogue))
