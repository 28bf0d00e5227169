"""The Matrix page without a browser: what the address says, what the controls change, other data."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from explorer.matrix.address import list_with_matrix, read_asked
from explorer.settings import BESIDE, DATA
from graph_loader import load_catalogue
from tests.cli import STORY
from tests.web import at, shown

PAGE = "explorer/pages/matrix.py"
SHEET = "sector,at,into,kind,statement\nGlass blowing,L2,L3,awareness,Knows how glass is made\n"


@pytest.fixture
def page(app: AppTest) -> AppTest:
    """The page, opened."""
    return app.run().switch_page(PAGE)


def test_it_opens_with_a_matrix_of_a_sector_that_has_one(page: AppTest) -> None:
    page.run()

    assert page.selectbox(key="matrix-sector").value == "adult-care"
    assert page.radio(key="matrix-view").value == "matrix"
    assert "Aspiration + Awareness + Attainment = Progression" in shown(page)


def test_sector_and_view_are_in_the_address_and_open_from_it(page: AppTest) -> None:
    page.run().selectbox(key="matrix-sector").select("childcare").run()
    page.radio(key="matrix-view").set_value("activities").run()
    assert dict(page.query_params) == {"sector": "childcare", "view": "activities"}

    at(page, sector="electrical", view="ladder")

    assert page.selectbox(key="matrix-sector").value == "electrical"
    assert page.radio(key="matrix-view").value == "ladder"
    assert "The ladder of electrical installation" in shown(page)


@pytest.mark.parametrize(
    ("view", "said"),
    [
        ("matrix", "Select a sentence to see where it is from"),
        ("activities", "What your employer can do"),
        ("ladder", "What is left out"),
        ("employer", "What you can do as an employer"),
    ],
)
def test_each_view_is_shown_with_its_files(page: AppTest, view: str, said: str) -> None:
    at(page, sector="childcare", view=view)

    assert said in shown(page)
    names = [each.proto.label for each in page.get("download_button")]
    assert names == [
        "This view as Markdown",
        "The matrix as a spreadsheet (CSV)",
        "The matrix as data (YAML)",
    ]


def test_what_the_address_says_that_is_not_known_is_left_out_and_said(page: AppTest) -> None:
    at(page, sector="nowhere", view="upside-down", entry="none")

    assert "left out: the sector, the view and the entry." in shown(page)
    assert "nowhere" not in shown(page)


def test_a_link_to_an_entry_offers_to_go_there(page: AppTest) -> None:
    at(page, sector="childcare", entry="figure-2-l3-awareness-5")

    assert "Go to the entry of your link" in shown(page)


def test_another_sector_forgets_the_entry_of_the_link(page: AppTest) -> None:
    at(page, sector="childcare", entry="figure-2-l3-awareness-5")

    page.selectbox(key="matrix-sector").select("electrical").run()

    assert dict(page.query_params) == {"sector": "electrical", "view": "matrix"}


def test_a_sector_without_a_matrix_says_so_and_offers_those_that_have_one(page: AppTest, own_data) -> None:
    own_data(**{DATA: str(STORY)})
    at(page, sector="wood")
    assert "There is no matrix of woodwork yet." in shown(page)
    offered = next(each for each in page.button if each.key == "matrix-of-care")

    offered.click().run()

    assert dict(page.query_params) == {"sector": "care", "view": "matrix"}
    assert "You want to manage a nursery." in shown(page)


def test_a_sector_without_a_matrix_has_its_ladder_and_no_files_of_a_matrix(page: AppTest, own_data) -> None:
    own_data(**{DATA: str(STORY)})

    at(page, sector="wood", view="ladder")

    assert "The ladder of woodwork" in shown(page)
    assert [each.proto.label for each in page.get("download_button")] == ["This view as Markdown"]


def test_a_spreadsheet_given_beside_the_data_is_a_matrix_with_one_row(
    page: AppTest,
    own_data,
    tmp_path: Path,
) -> None:
    sheet = tmp_path / "glass.csv"
    sheet.write_text(SHEET, "utf-8")
    own_data(**{BESIDE: str(sheet)})

    at(page, sector="glass-blowing")

    text = shown(page)
    assert "Knows how glass is made" in text
    assert "Nothing is written here." in text
    assert "Find a route for a step that uses it:" in text
    for view in ("activities", "ladder", "employer"):
        at(page, sector="glass-blowing", view=view)
        assert "Glass blowing" in shown(page) or "glass blowing" in shown(page)


def test_sectors_with_a_matrix_are_offered_first_by_title_and_the_general_route_last() -> None:
    shipped = load_catalogue()

    *vocational, last = list_with_matrix(shipped)

    titles = [shipped.sector_by_id[each].title.casefold() for each in vocational]
    assert titles == sorted(titles)
    assert last == "general"
    assert {*vocational, last} == {each.id for each in shipped.sectors if each.matrix}


def test_an_entry_of_another_sector_is_not_known() -> None:
    asked = read_asked({"sector": "electrical", "entry": "figure-2-l3-awareness-5"}, load_catalogue())

    assert asked.entry is None
    assert asked.ignored == ("entry",)
