"""The banner of every page that says when the shared store is away, and when it is back."""

from __future__ import annotations

import streamlit as st

from explorer.clock import now
from explorer.drawings.html import tag
from explorer.screen import show
from explorer.serving import Serving
from explorer.words.serving import BACK, outage_sentence

LOOK_EVERY = 10
"""Seconds between two looks of an open page whether the store is back."""


def show_outage(serving: Serving) -> None:
    """Show that the shared store is away, where it is. The banner follows by itself; the page stays."""
    if serving.outage():
        st.fragment(_banner, run_every=LOOK_EVERY)(serving)


def _banner(serving: Serving) -> None:
    outage = serving.outage()
    told = outage_sentence(outage, now()) if outage else BACK
    show(tag("p", told, class_="pe-caution" if outage else "pe-note", role="status"))
