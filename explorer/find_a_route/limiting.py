"""The limits on routes that the page asks for: what to leave out, how long at most, how to study."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import streamlit as st

from explorer.address import MOST_MONTHS, MOST_PLACES, Address
from explorer.find_a_route import state
from explorer.screen import plain
from explorer.web import guarded
from explorer.words import place_name, sentence
from explorer.words.limits import STUDY_WORDS
from pathways.catalogue import Catalogue
from pathways.limits import Study, list_types
from pathways.places import Place, read_place


def show_limits(address: Address, choices: dict[str, str], catalogue: Catalogue) -> None:
    """Show what routes are to keep to, as the address has it. `choices` are names of places by slug."""
    own = {str(place): place_name(place, catalogue) for place in address.limits.avoid}
    named = {**own, **choices}
    st.multiselect(
        "Leave out these kinds of qualification",
        list_types(catalogue),
        key=state.AVOID_TYPE,
        placeholder="For example degree",
        format_func=plain,
        max_selections=MOST_PLACES,
        on_change=_limited,
        args=(address, "avoid_types", state.AVOID_TYPE, tuple),
    )
    st.multiselect(
        "Leave out these sectors, levels, courses or jobs",
        list(named),
        key=state.AVOID,
        placeholder="Choose what to leave out",
        format_func=lambda each: plain(named[each]),
        max_selections=MOST_PLACES,
        on_change=_limited,
        args=(address, "avoid", state.AVOID, lambda chosen: _places(chosen, catalogue)),
    )
    st.number_input(
        "Within how many months?",
        value=None,
        min_value=1,
        max_value=MOST_MONTHS,
        step=1,
        key=state.WITHIN,
        placeholder="However long it takes",
        help="Leaves out routes known to take longer. Where the time is not all known, the answer says so.",
        on_change=_limited,
        args=(address, "within_months", state.WITHIN, lambda months: months),
    )
    st.radio(
        "How do you want to study?",
        [state.ANY_WAY, *Study],
        key=state.STUDY,
        format_func=lambda each: each if each == state.ANY_WAY else sentence(STUDY_WORDS[each]).rstrip("."),
        on_change=_limited,
        args=(address, "study", state.STUDY, lambda study: None if study == state.ANY_WAY else study),
    )


def _places(chosen: list[str], catalogue: Catalogue) -> tuple[Place, ...]:
    return tuple(read_place(each, catalogue) for each in chosen)


@guarded
def _limited(address: Address, name: str, key: str, read: Callable[[Any], Any]) -> None:
    value = read(st.session_state[key])
    state.change(address, limits=replace(address.limits, **{name: value}))
