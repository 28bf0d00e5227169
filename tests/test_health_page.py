"""The page on sources and data health, without a browser: also where the data cannot be used."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest

from explorer import web
from explorer.settings import BESIDE, DATA
from explorer.sources.page import MOST_NOTICES
from graph_loader import load_catalogue
from tests.small_data import small, written
from tests.web import shown


@pytest.fixture
def page(app, own_data):
    """Open the page on the data that are named."""

    def open_(**variables: str) -> AppTest:
        own_data(**variables)
        return app.run().switch_page("explorer/pages/sources.py").run()

    return open_


def test_it_tells_version_store_counts_and_every_source_with_its_age(page):
    known = load_catalogue()

    text = shown(page())

    assert known.content_hash in text
    assert "the memory of the program that serves this page" in text
    assert f"{len(known.steps):,} steps" in text
    assert f"{len(known.sources)} of {len(known.sources)} sources." in text
    assert "about 16 years ago" in text
    for each in known.sources:
        assert each.title in text


def test_sources_are_filtered_and_sorted_by_choosing(page):
    app = page()

    app.selectbox(key="sources-look").select_index(2).run()

    assert "No date is known" in shown(app)
    assert "Older than two years" not in shown(app)


def test_notices_are_filtered_by_severity_with_their_meaning_in_place(page):
    app = page()
    assert "A requirement, concept, activity or source that nothing names." in shown(app)

    choice = app.selectbox(key="notices-look")

    assert choice.options[0].startswith("All notices (")
    assert [each.split(" (")[0] for each in choice.options[1:]] == ["Notes"]


def test_data_with_errors_are_told_with_file_and_line_and_other_pages_say_where_to_look(page, tmp_path):
    file = tmp_path / "many.yaml"
    steps = [
        {"id": f"s-{n}", "from": f"gone-{n}", "to": "care-diploma", "source": "book", "locator": "page 1",
         "evidence": "published"}
        for n in range(2000)
    ]  # fmt: skip
    file.write_text(written({**small(), "steps": steps}), "utf-8")

    app = page(**{DATA: str(file)})

    text = shown(app)
    assert "The data cannot be used" in text
    assert "There are 2,000 notices 'unknown-id' in all" in text
    assert text.count(f"{file}:") == MOST_NOTICES - 1  # one is about the data as a whole: how many there are
    assert f"The first {MOST_NOTICES} of" in text
    assert re.search(r"[\d,]+ more are in the file to download", text)
    home = shown(app.switch_page("explorer/pages/find_a_route.py").run())
    assert "more: the page “Sources and data health” lists them." in home
    assert home.count(f"{file}:") == web.MOST_ERRORS


def test_own_data_beside_what_ships_are_checked_with_it(page, tmp_path):
    sheet = tmp_path / "glass.csv"
    sheet.write_text("sector,at,into,kind,statement\nGlass blowing,L2,L3,awareness,Knows how glass is made\n")

    text = shown(page(**{BESIDE: str(sheet)}))

    assert "shipped data + glass.csv" in text
    assert f"{len(load_catalogue().sources) + 1} sources" in text
