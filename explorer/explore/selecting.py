"""What each component of the map page has been told is selected, so that it is told again only what is news.

The address says what is selected. A component that a place is picked in knows it already; to tell it would
send all of its data again, and could undo a second pick that comes meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from explorer.components import show_places
from explorer.web import guarded

TOLD = "explore-told"


@dataclass(frozen=True, slots=True)
class Told:
    """What a component shows as selected, what it was last told, and how often it was told."""

    shown: str | None = None
    last: str | None = None
    turn: int = 0

    def picked(self, picked: str) -> Told:
        """Return the same once something was picked in the component: it shows that without being told."""
        return replace(self, shown=picked)

    def following(self, selected: str | None) -> Told:
        """Return what it is to be told, so that it shows what is selected: nothing new where it does."""
        return self if self.shown == selected else Told(selected, selected, self.turn + 1)


def start_afresh() -> None:
    """Forget what components were told: none of them is on the screen."""
    st.session_state[TOLD] = {}


def keep_only(*keys: str) -> None:
    """Forget what components were told that are not on the screen any more."""
    told: dict[str, Told] = st.session_state.get(TOLD, {})
    st.session_state[TOLD] = {key: each for key, each in told.items() if key in keys}


def note_picked(key: str, picked: str) -> None:
    """Note that a component shows already what was picked in it."""
    told: dict[str, Told] = st.session_state.setdefault(TOLD, {})
    told[key] = told.get(key, Told()).picked(picked)


def selection_for(key: str, selected: str | None) -> dict[str, object]:
    """Return what to tell a component. Only a new `turn` is news; else its data stay as they were."""
    told: dict[str, Told] = st.session_state.setdefault(TOLD, {})
    told[key] = told.get(key, Told()).following(selected)
    return {"id": told[key].last, "turn": told[key].turn}


def show_list(data: dict[str, Any], key: str, selected: str | None) -> None:
    """Show a list of places to select from, with the one that is selected marked."""
    show_places({**data, "chosen": selection_for(key, selected)}, key, picked_in(key))


def picked_in(key: str) -> Callable[[], None]:
    """Return what to do when a place is picked in a component."""

    @guarded
    def picked() -> None:
        chosen = st.session_state[key].get("picked")
        if chosen:
            note_picked(key, chosen)
            select(chosen)

    return picked


def select(position: str) -> None:
    """Put what is selected into the address: a new entry in the browser's history."""
    if st.query_params.get("selected") != position:
        st.query_params["selected"] = position
