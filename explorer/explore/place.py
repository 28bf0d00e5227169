"""The place that is selected on the map page: what it is, what it takes, where it leads, and on to routes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import streamlit as st

from explorer.address import read_address, to_params
from explorer.drawings.explore_panel import (
    about_place,
    behind_place,
    leads_nowhere,
    nothing_selected,
    staying_here,
)
from explorer.drawings.html import tag
from explorer.drawings.places import list_leads
from explorer.drawings.takes import takes
from explorer.explore.selecting import show_list
from explorer.find_a_route import state
from explorer.screen import show
from explorer.web import PAGES
from explorer.words import places_name
from pathways.catalogue import Catalogue
from pathways.places import Place
from pathways.requirements import closed_step

LEADS = "explore-leads"


def show_place(selected: str | None, wanted: Sequence[str], catalogue: Catalogue, today: date) -> None:
    """Show all that is known of the selected place, or what can be selected where none is."""
    if selected is None:
        if wanted:
            show(nothing_selected(wanted, catalogue))
        return
    show(about_place(selected, catalogue, today))
    _show_ends(selected, catalogue)
    show(
        tag(
            "section",
            tag("h3", "What it takes to get here"),
            takes(selected, catalogue, today),
            class_="pe-takes",
        )
    )
    steps = [
        step
        for step in catalogue.steps_from.get(selected, ())
        if closed_step(step, catalogue.position_by_id[step.to_id], today) is None
    ]
    show(tag("h3", "Where it leads"), staying_here(selected, catalogue))
    if steps:
        show_list(list_leads(selected, steps, catalogue), LEADS, None)
    else:
        show(leads_nowhere())
    show(behind_place(selected, catalogue))


def _show_ends(selected: str, catalogue: Catalogue) -> None:
    """Show the two buttons that go on to routes, and what is kept of what was asked there."""
    seen = read_address(st.session_state.get(state.SEEN) or {}, catalogue)
    here, there = st.container(key="explore-ends").columns(2)
    place = (Place(position=selected),)
    start = seen.start if seen.start != place else ()
    goal = seen.goal if seen.goal != place else ()
    if here.button("Start here", key="explore-start", width="stretch"):
        st.switch_page(
            PAGES / "find_a_route.py", query_params=to_params(replace(seen, start=place, goal=goal))
        )
    if there.button("Aim here", key="explore-aim", width="stretch", type="primary"):
        st.switch_page(
            PAGES / "find_a_route.py", query_params=to_params(replace(seen, start=start, goal=place))
        )
    kept = [f"“Aim here” keeps your start: {places_name(start, catalogue)}."] if start else []
    kept += [f"“Start here” keeps your goal: {places_name(goal, catalogue)}."] if goal else []
    show(tag("p", " ".join(kept), class_="pe-quiet") if kept else None)
