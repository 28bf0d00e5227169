"""The page that compares sectors without a browser: its address, its controls, a cell that is clicked."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from explorer.compare_sectors.address import Asked, read_asked, write_asked
from explorer.settings import DATA
from graph_loader import load_catalogue
from pathways.model import Kind
from tests.overlap_data import SHEET
from tests.web import at, shown

PAGE = "explorer/pages/compare_sectors.py"
THREE = "adult-care,childcare,electrical"


@pytest.fixture
def page(app: AppTest) -> AppTest:
    """The page, opened."""
    return app.run().switch_page(PAGE)


def files_of(page: AppTest) -> list[str]:
    return [each.proto.label for each in page.get("download_button")]


def test_it_opens_with_every_sector_and_the_closest_pair(page: AppTest) -> None:
    page.run()

    assert len(page.multiselect(key="compare-sectors").value) == 10
    assert "The closest: Of " in shown(page)
    assert "That is a share of" in shown(page)
    assert len(page.get("vega_lite_chart")) == 1


def test_the_address_says_sectors_kind_level_and_pair(page: AppTest) -> None:
    at(page, sectors=THREE, kind="awareness", level="L3", **{"from": "childcare", "to": "electrical"})

    assert page.multiselect(key="compare-sectors").value == THREE.split(",")
    assert page.selectbox(key="compare-kind").value == "awareness"
    assert page.selectbox(key="compare-level").value == "L3"
    assert page.selectbox(key="compare-from").value == "childcare"
    assert "electrical installation asks for of people at level 3, childcare" in shown(page)


def test_what_is_chosen_goes_into_the_address(page: AppTest) -> None:
    at(page, sectors=THREE)

    page.selectbox(key="compare-kind").select("attainment").run()
    page.selectbox(key="compare-level").select("L3").run()
    page.multiselect(key="compare-sectors").set_value(["adult-care", "health"]).run()

    assert dict(page.query_params) == {"sectors": "adult-care,health", "kind": "attainment", "level": "L3"}


def test_a_cell_that_is_clicked_is_the_pair_to_look_at(page: AppTest) -> None:
    at(page, sectors=THREE)

    picked = [{"from": "childcare", "to": "adult-care"}]
    page.session_state["compare-chart"] = {"selection": {"picked": picked}}
    page.run()
    at(page, sectors=THREE, **picked[0])

    assert page.selectbox(key="compare-to").value == "adult-care"
    assert "things that both ask for" in shown(page)
    assert "would be new" in shown(page)


def test_a_pair_is_chosen_by_keyboard_too_and_a_sector_is_never_paired_with_itself(page: AppTest) -> None:
    at(page, sectors=THREE, **{"from": "childcare", "to": "electrical"})

    page.selectbox(key="compare-from").select("electrical").run()

    assert (page.query_params["from"], page.query_params["to"]) == ("electrical", "childcare")


def test_each_matched_pair_says_how_and_where_it_is_from(page: AppTest) -> None:
    at(page, sectors=THREE, **{"from": "childcare", "to": "adult-care"})

    said = shown(page)
    assert "The samecounts one" in said
    assert "About the same thingcounts a half" in said
    assert "Source: " in said


def test_three_sectors_and_more_show_what_several_share_and_two_do_not(page: AppTest) -> None:
    at(page, sectors=THREE)
    assert "What several of them ask for" in shown(page)
    assert "What several ask for (SVG)" in files_of(page)

    at(page, sectors="adult-care,childcare")
    assert "What several of them ask for" not in shown(page)


def test_there_are_files_to_keep_and_a_line_to_cite(page: AppTest) -> None:
    at(page, sectors=THREE)

    assert files_of(page)[:5] == [
        "Figures (CSV)",
        "Matched pairs (CSV)",
        "Figures (JSON)",
        "Square (SVG)",
        "Square (PNG)",
    ]
    assert "To cite: Pathway Explorer" in shown(page)


def test_one_sector_asks_for_another(page: AppTest) -> None:
    at(page, sectors="childcare")

    assert "Choose one more sector to compare it with." in shown(page)


def test_what_the_address_says_that_is_not_known_is_left_out_and_said(page: AppTest) -> None:
    at(page, sectors="childcare,nowhere,health", kind="none", level="L9", **{"from": "x", "to": "y"})

    said = "left out: a sector, the kind, the level, the first of the pair and the second of the pair."
    assert said in shown(page)
    assert page.multiselect(key="compare-sectors").value == ["childcare", "health"]


def test_a_spreadsheet_without_levels_is_compared(page: AppTest, own_data, tmp_path: Path) -> None:
    sheet = tmp_path / "trades.csv"
    sheet.write_text(SHEET, "utf-8")
    own_data(**{DATA: str(sheet)})

    at(page)

    assert "Of 2 things that baking asks for, cooking asks for 1 too and 1 in a similar way." in shown(page)


def test_data_with_one_sector_say_so(page: AppTest, own_data, tmp_path: Path) -> None:
    sheet = tmp_path / "one.csv"
    sheet.write_text("".join(SHEET.splitlines(keepends=True)[:2]), "utf-8")
    own_data(**{DATA: str(sheet)})

    at(page)

    assert "Two sectors are needed to compare them" in shown(page)


@pytest.mark.parametrize(
    "asked",
    [
        Asked(("childcare", "health")),
        Asked(("childcare", "health"), Kind.AWARENESS, "L3", ("health", "childcare")),
        Asked(tuple(load_catalogue().sector_by_id), None, "U"),
    ],
)
def test_an_address_reads_back(asked: Asked) -> None:
    shipped = load_catalogue()
    assert read_asked(write_asked(asked, shipped), shipped) == asked
