"""The page Move sector without a browser: the address, the controls, ticks, other data."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from explorer.moving.address import Moving, read_moving, to_params
from explorer.moving.page import EVERY, EXAMPLES
from explorer.settings import BESIDE, DATA
from graph_loader import load_catalogue
from pathways.places import Place
from tests.cli import STORY, output_of
from tests.web import at, button, shown

PAGE = "explorer/pages/move.py"
SHEET = "sector,at,into,kind,statement\nGlass blowing,L2,L3,attainment,Blows glass\n"


@pytest.fixture
def page(app: AppTest, own_data) -> AppTest:
    """The page on the small data set of these tests, opened."""
    own_data(**{DATA: str(STORY)})
    return app.run().switch_page(PAGE)


def test_a_first_visit_says_what_it_is_for_and_asks_nothing(page: AppTest) -> None:
    page.run()

    assert "Say where you are" in shown(page)
    assert page.selectbox(key="move-start").value is None
    assert page.selectbox(key="move-to").value == EVERY


def test_a_start_alone_shows_every_other_sector_with_its_level_and_verdict(page: AppTest) -> None:
    page.run().selectbox(key="move-start").select("joiner").run()

    assert dict(page.query_params) == {"start": "joiner"}
    assert "Each sector, the best first" in shown(page)
    assert "Care of children" in shown(page)
    assert not [each for each in page.selectbox(key="move-to").options if each == "Woodwork"]

    button(page, "See care of children").click().run()

    assert dict(page.query_params) == {"start": "joiner", "to": "care"}
    assert "Level by level in care of children" in shown(page)


def test_one_sector_gives_the_answer_of_the_command_line(page: AppTest) -> None:
    at(page, start="joiner", to="care", as_of="2026-11-22")

    said = output_of("transfer", "joiner", "care", "--as-of", "2026-11-22").splitlines()
    text = shown(page)
    assert said[0] in text
    assert said[2] in text
    assert "The level to aim for" in text
    assert "What would make level 4 possible" in text


def test_another_level_is_looked_at_and_is_in_the_address(page: AppTest) -> None:
    at(page, start="joiner", to="care")
    assert "What is in the way" not in shown(page)

    page.radio(key="move-level").set_value("L4").run()

    assert dict(page.query_params) == {"start": "joiner", "to": "care", "level": "L4"}
    assert "What is in the way (2)" in shown(page)
    assert "What there is at this level" in shown(page)


def test_another_sector_forgets_the_level(page: AppTest) -> None:
    at(page, start="joiner", to="care", level="L4")

    page.selectbox(key="move-to").select(EVERY).run()

    assert dict(page.query_params) == {"start": "joiner"}


def test_what_is_ticked_counts_and_stays_out_of_the_address(page: AppTest) -> None:
    at(page, start="joiner", to="care", level="L4")
    assert "Not straight away" in shown(page)

    for name in [each.key for each in page.checkbox if each.key.startswith("have-")]:
        page.checkbox(key=name).check().run()

    text = shown(page)
    assert "things that you have already. The verdicts allow for it." in text
    assert "Not straight away" not in text
    assert "have" not in dict(page.query_params)

    button(page, "Clear all ticks").click().run()

    assert "Not straight away" in shown(page)


def test_a_ticked_line_keeps_its_place(page: AppTest) -> None:
    at(page, start="joiner", to="care", level="L4")
    before = [each.key for each in page.checkbox]

    page.checkbox(key=before[-1]).check().run()

    assert [each.key for each in page.checkbox] == before


@pytest.mark.parametrize(
    ("params", "left_out"),
    [
        ({"start": "nowhere"}, "where you are"),
        ({"start": "care"}, "where you are"),
        ({"start": "L3"}, "where you are"),
        ({"start": "joiner", "to": "wood"}, "the sector to move to"),
        ({"start": "joiner", "to": "care", "level": "L99"}, "the level to look at"),
        ({"start": "joiner", "as_of": "soon"}, "the date"),
    ],
)
def test_what_the_address_says_that_cannot_be_asked_is_left_out_and_said(
    page: AppTest, params: dict[str, str], left_out: str
) -> None:
    at(page, **params)

    assert f"Part of the address could not be read and was left out: {left_out}." in shown(page)


def test_a_level_that_the_sector_does_not_have_shows_the_one_to_aim_for(page: AppTest) -> None:
    at(page, start="joiner", to="care", level="L8")

    assert page.radio(key="move-level").value == "L3"


def test_an_address_reads_back_as_what_was_asked() -> None:
    shipped = load_catalogue()
    asked = Moving(Place(sector="childcare", level="L3"), "electrical", "L4")

    assert read_moving(to_params(asked), shipped) == asked


def test_the_examples_are_answered_by_the_shipped_data_and_left_out_of_other_data(page: AppTest) -> None:
    shipped = load_catalogue()

    assert [read_moving(params, shipped).ignored for _, params in EXAMPLES] == [()] * 3
    assert not [each for each in page.run().button if "A levels" in each.label]


def test_the_example_of_a_levels_asks_where_one_would_start_in_each(app: AppTest) -> None:
    page = app.run().switch_page(PAGE).run()

    button(page, "I have A levels").click().run()

    assert dict(page.query_params) == {"start": "a-levels"}
    text = shown(page)
    assert "From A levels this is where you could start." in text
    assert text.count("asks for carr") == len(load_catalogue().sectors) - 1


def test_a_spreadsheet_beside_the_data_can_be_moved_to(app: AppTest, own_data, tmp_path: Path) -> None:
    sheet = tmp_path / "glass.csv"
    sheet.write_text(SHEET, "utf-8")
    own_data(**{DATA: str(STORY), BESIDE: str(sheet)})
    page = app.run().switch_page(PAGE)

    at(page, start="joiner", to="glass-blowing")

    assert "Blows glass" in shown(page)


def test_with_one_sector_alone_there_is_nowhere_to_move_to(app: AppTest, own_data, tmp_path: Path) -> None:
    sheet = tmp_path / "glass.csv"
    sheet.write_text(SHEET, "utf-8")
    own_data(**{DATA: str(sheet)})
    page = app.run().switch_page(PAGE).run()
    start = page.selectbox(key="move-start").options

    assert start
    page.selectbox(key="move-start").select_index(0).run()

    assert "there is nowhere to move to" in shown(page)
