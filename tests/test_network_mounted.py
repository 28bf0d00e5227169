"""The network as Streamlit mounts it: its script by address, its choice in step with the page."""

from __future__ import annotations

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest


def app() -> None:
    from datetime import date

    import streamlit as st

    from explorer.components import show_network
    from explorer.drawings.network import build_network
    from explorer.explore.selecting import note_picked, picked_in, selection_for
    from tests.build import catalogue, qualification, role, step

    data = catalogue(qualification("award"), role("helper"), step("award", "helper"))
    network = build_network(data, data.position_by_id, date(2026, 11, 22))
    if st.session_state.pop("clicked", None):
        note_picked("network", st.session_state["selected"])
    chosen = selection_for("network", st.session_state.get("selected"))
    show_network({**network.to_data(), "chosen": chosen}, "network", picked_in("network"))


@pytest.fixture
def page() -> AppTest:
    page = AppTest.from_function(app, default_timeout=30).run()
    assert not page.exception
    return page


def mounted(page: AppTest) -> Any:
    return page.get("bidi_component")[0].proto


def sent(page: AppTest) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(mounted(page).json)
    return told


def test_its_script_and_style_go_by_address_and_not_with_each_answer(page: AppTest):
    proto = mounted(page)

    assert proto.js_source_path.endswith("network.js")
    assert proto.css_source_path.endswith("network.css")
    assert (proto.js_content, proto.css_content) == ("", "")


def test_it_is_told_what_the_page_has_selected(page: AppTest):
    page.session_state["selected"] = "helper"
    page.run()

    assert sent(page)["chosen"] == {"id": "helper", "turn": 1}


def test_a_click_changes_nothing_that_is_sent(page: AppTest):
    before = mounted(page).json

    page.session_state["clicked"], page.session_state["selected"] = True, "award"
    page.run()

    assert mounted(page).json == before
