"""Move sector: which sectors one could enter from where one stands, at what level, and why."""

import streamlit as st

from explorer.clock import today
from explorer.drawings.html import tag
from explorer.moving.address import read_moving
from explorer.moving.page import ADDRESS_WORDS, show_controls, show_moving
from explorer.screen import show, show_left_out
from explorer.web import get_index, guarded


@guarded
def move() -> None:
    """Show the page."""
    show(tag("h1", "Move sector"))
    index = get_index()
    moving = read_moving(st.query_params.to_dict(), index.catalogue)
    show_controls(moving, index.catalogue)
    show_left_out(moving.ignored, ADDRESS_WORDS)
    show_moving(moving, index, today())


move()
