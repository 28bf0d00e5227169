"""Matrix: what each level of a sector asks for, what leads there, its ladder, and its employers' view."""

import streamlit as st

from explorer.clock import today
from explorer.drawings.html import tag
from explorer.matrix.address import read_asked
from explorer.matrix.page import ADDRESS_WORDS, show_controls, show_view
from explorer.screen import show, show_left_out
from explorer.web import get_index, guarded


@guarded
def matrix_page() -> None:
    """Show the page."""
    show(tag("h1", "Matrix"))
    catalogue = get_index().catalogue
    if not catalogue.sectors:
        show(tag("p", "There is no sector in the data, so there is nothing to show.", class_="pe-answer"))
        return
    asked = read_asked(st.query_params.to_dict(), catalogue)
    show_controls(asked, catalogue)
    show_left_out(asked.ignored, ADDRESS_WORDS)
    show_view(asked, catalogue, today())


matrix_page()
