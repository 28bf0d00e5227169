"""Compare sectors: how much of what one asks for others ask for too, for whoever studies them."""

import streamlit as st

from explorer.compare_sectors.address import read_asked
from explorer.compare_sectors.page import ADDRESS_WORDS, show_all, show_controls
from explorer.drawings.html import tag
from explorer.screen import show, show_left_out
from explorer.web import get_index, guarded


@guarded
def compare_sectors_page() -> None:
    """Show the page."""
    show(tag("h1", "Compare sectors"))
    catalogue = get_index().catalogue
    if len(catalogue.sectors) < 2:
        told = "Two sectors are needed to compare them, and the data have fewer."
        show(tag("p", told, class_="pe-answer"))
        return
    asked = read_asked(st.query_params.to_dict(), catalogue)
    show_controls(asked, catalogue)
    show_left_out(asked.ignored, ADDRESS_WORDS)
    show_all(asked, catalogue)


compare_sectors_page()
