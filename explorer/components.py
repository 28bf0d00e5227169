"""The components of our own, tier map, route cards and network, as Streamlit mounts them."""

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


def show_network(data: dict[str, Any], key: str, on_picked: Callable[[], None]) -> None:
    """Draw a network from its data. A place that is picked is in the session's state, as `key`'s `picked`."""
    _network()(data=data, key=key, on_picked_change=on_picked)


@cache
def _network() -> Any:
    """Register the network. Its files are in the folder `network`, and served by address."""
    return st.components.v2.component(
        "pathway-explorer.network",
        html='<div class="network"></div>',
        css="network.css",
        js="network.js",
    )


def show_explore_map(
    data: dict[str, Any], key: str, on_picked: Callable[[], None], on_sector: Callable[[], None]
) -> None:
    """Draw the map of everything. What is picked is in the session as `key`'s `picked` or `sector`."""
    _component("tier_map")(data=data, key=key, on_picked_change=on_picked, on_sector_change=on_sector)


def show_places(data: dict[str, Any], key: str, on_picked: Callable[[], None]) -> None:
    """Draw lists of places. One that is picked is in the session's state, as `key`'s `picked`."""
    _component("places")(data=data, key=key, on_picked_change=on_picked)


def show_share(data: dict[str, Any], key: str) -> None:
    """Draw the buttons that copy the link of what is looked at, and print it."""
    _component("share")(data=data, key=key)


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
