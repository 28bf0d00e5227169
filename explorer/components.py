"""The two components of our own, the tier map and the route cards, as Streamlit mounts them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import streamlit as st

from explorer.drawings.assets import read_asset


def show_tier_map(data: dict[str, Any], key: str) -> str | None:
    """Draw a tier map and return the id of the station that is chosen on it."""
    result = _component("tier_map")(data=data, key=key, on_selected_change=_nothing)
    selected: str | None = result.get("selected")
    return selected


def show_cards(data: dict[str, Any], key: str, on_chosen: Callable[[], None]) -> None:
    """Draw route cards. When one is chosen its slug is in the session's state, as `key`'s `chosen`."""
    _component("cards")(data=data, key=key, on_chosen_change=on_chosen)


@cache
def _component(name: str) -> Any:
    """Register a component when it is first drawn: Streamlit refuses to outside a running app."""
    return st.components.v2.component(
        f"pathway-explorer.{name}",
        html=read_asset(f"{name}.html"),
        css=read_asset(f"{name}.css"),
        js=read_asset(f"{name}.js"),
    )


def _nothing() -> None:
    """Do nothing: a state is only kept where it has a callback."""
