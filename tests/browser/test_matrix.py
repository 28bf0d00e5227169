"""The Matrix page in a real browser: entries by keyboard, links, files, paper, phones, hostile names."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlparse

import pytest
from playwright.sync_api import Page, expect

from explorer.formats.matrix_view import MatrixView
from tests.browser.axe import violations
from tests.browser.conftest import Open, settle
from tests.browser.test_hostile_data import harmed
from tests.cli import run
from tests.hostile_names import PAYLOADS, write_every

CHILDCARE = "/matrix?sector=childcare"
ENTRY = "figure-2-l3-awareness-5"
SECTORS = Path(__file__).parents[2] / "data" / "sectors"
A4_ACROSS = 1054
"""Pixels between the margins of a landscape A4 page."""


def params(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlparse(page.url).query)


def pages_of(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_every(tmp_path_factory.mktemp("hostile"))


# --- looking ---


def test_an_entry_is_opened_to_its_source_by_keyboard_alone(open_page: Open):
    page = open_page(CHILDCARE)
    page.get_by_role("radio", name="The matrix").focus()
    seen = page.locator("details[open]")

    for _ in range(3):
        page.keyboard.press("Tab")
        if page.locator("summary:focus").count():
            break
    first = page.locator("summary:focus")
    expect(first).to_have_text(page.locator("table.pe-lpm summary").first.text_content() or "-")
    for _ in range(60):
        if "You want to be a nursery manager" in (first.text_content() or ""):
            break
        page.keyboard.press("Tab")
    expect(first).to_contain_text("You want to be a nursery manager")
    page.keyboard.press("Enter")

    expect(seen).to_have_count(1)
    expect(seen.locator(".pe-source").first).to_contain_text(
        "Source: Learner Progression Matrix: Progression for Apprentices (CFE for Aimhigher"
    )
    page.keyboard.press("Tab")
    assert page.locator("details[open] a:focus").count() == 1
    page.keyboard.press("Shift+Tab")
    page.keyboard.press(" ")
    expect(seen).to_have_count(0)


def test_a_step_that_uses_an_entry_leads_to_its_route(open_page: Open):
    page = open_page(f"{CHILDCARE}&entry=figure-2-l3-attainment-4")
    link = page.locator("details[open] a[href*='start=']").first
    asked = parse_qs(urlparse(link.get_attribute("href") or "").query)

    link.focus()
    page.keyboard.press("Enter")
    page.locator(".pe-ladder").wait_for()
    settle(page)

    assert params(page) == asked
    stops = page.locator("svg g.on-route").evaluate_all("all => all.map(each => each.dataset.id)")
    assert (stops[0], stops[-1]) == (asked["start"][0], asked["goal"][0])


def test_a_link_to_an_entry_opens_it_and_leads_to_it(open_page: Open):
    page = open_page(f"{CHILDCARE}&entry={ENTRY}")
    entry = page.locator(f"#entry-{ENTRY}")
    expect(page.locator("details[open]")).to_have_count(1)

    page.get_by_role("link", name="Go to the entry of your link").click()

    expect(entry).to_be_in_viewport()
    assert entry.get_by_role("link", name="Link to this entry").get_attribute("href") == (
        f"?sector=childcare&entry={ENTRY}"
    )


def test_the_table_is_a_table_to_those_who_listen_at_any_width(open_page: Open):
    for width in (1280, 390):
        page = open_page(CHILDCARE, width=width)
        table = page.get_by_role("table")
        expect(table.get_by_role("columnheader")).to_have_count(5)
        expect(table.get_by_role("rowheader")).to_have_text(
            [
                "Level 5",
                "Level 4",
                "Level 3",
                "Level 2",
                "Entry level",
                "No qualifications",
                "Have you thought of",
            ]
        )
        expect(table.get_by_role("cell")).to_have_count(4 * 7)


def test_the_view_is_changed_by_keyboard_and_back_returns(open_page: Open):
    page = open_page(CHILDCARE)

    page.get_by_role("radio", name="The matrix").focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**view=activities*")
    expect(page.locator(".pe-lpm-actor").first).to_be_visible()
    page.go_back()

    expect(page.get_by_role("radio", name="The matrix")).to_be_checked()
    expect(page.locator(".pe-lpm-entry").first).to_be_visible()


@pytest.mark.parametrize("width", [320, 390, 800])
@pytest.mark.parametrize("view", MatrixView)
def test_nothing_is_wider_than_a_small_screen(open_page: Open, view: MatrixView, width: int):
    page = open_page(f"{CHILDCARE}&view={view}", width=width)

    sizes = page.locator("[data-testid=stMain]").evaluate("main => [main.scrollWidth, main.clientWidth]")

    assert sizes[0] <= sizes[1]


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("view", MatrixView)
def test_axe_finds_nothing(open_page: Open, view: MatrixView, width: int):
    page = open_page(f"{CHILDCARE}&view={view}&entry={ENTRY}", width=width, height=6000)
    page.evaluate("document.querySelectorAll('.pe-lpm-entry').forEach((e, n) => e.open = n % 5 == 0)")

    assert violations(page) == []


def test_no_request_leaves_for_another_host(open_page: Open, app: str):
    page = open_page("/about")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    for view in MatrixView:
        page.goto(f"{app}{CHILDCARE}&view={view}")
        settle(page)

    assert asked
    assert not [url for url in asked if not url.startswith((app, "data:", "blob:"))]


# --- keeping ---


@pytest.mark.parametrize(
    ("label", "name", "command"),
    [
        ("The matrix as a spreadsheet (CSV)", "childcare-matrix.csv", ["--format", "csv"]),
        ("The matrix as data (YAML)", "childcare-matrix.yaml", ["--format", "yaml"]),
        ("This view as Markdown", "childcare-matrix.md", ["--format", "markdown", "--full"]),
    ],
)
def test_a_file_is_what_the_command_line_prints_byte_for_byte(
    open_page: Open, label: str, name: str, command: list[str]
):
    page = open_page(CHILDCARE)

    with page.expect_download() as waiting:
        page.get_by_role("button", name=label).click()

    assert waiting.value.suggested_filename == name
    printed = run("matrix", "show", "childcare", *command).stdout
    assert Path(waiting.value.path()).read_bytes() == printed.encode()


@pytest.mark.parametrize("sector", sorted(each.stem for each in SECTORS.glob("*.yaml")))
def test_the_ladder_prints_on_one_page_of_a4(open_page: Open, sector: str):
    page = open_page(f"/matrix?sector={sector}&view=ladder")

    assert pages_of(page.pdf(prefer_css_page_size=True)) == 1


def test_the_matrix_prints_across_with_its_heads_on_each_page_and_nothing_cut(open_page: Open):
    page = open_page(CHILDCARE, width=A4_ACROSS)

    page.emulate_media(media="print")

    shown = page.locator("table.pe-lpm").evaluate(
        """table => [
            getComputedStyle(document.documentElement).page,
            getComputedStyle(table.tHead).display, getComputedStyle(table.tFoot).display,
            table.scrollWidth <= table.parentElement.clientWidth,
            [...table.querySelectorAll('td, th')].every(cell => cell.scrollWidth <= cell.clientWidth + 1),
        ]"""
    )
    assert shown == ["pe-wide", "table-header-group", "table-row-group", True, True]
    expect(page.get_by_role("radio", name="The matrix")).to_be_hidden()
    assert pages_of(page.pdf(format="A4", landscape=True)) > 1


def test_other_pages_still_print_upright(open_page: Open):
    page = open_page("/about")

    page.emulate_media(media="print")

    assert page.evaluate("getComputedStyle(document.documentElement).page") == "auto"


# --- other data ---


@pytest.mark.parametrize("payload", ["script", "image", "markdown-block", "attribute"])
def test_hostile_data_are_shown_as_text_and_run_nowhere(
    open_page: Open, app_with: Callable[[Path], str], hostile: Path, payload: str
):
    address = app_with(hostile)
    for view in MatrixView:
        page = open_page(f"/matrix?sector=care-{payload}&view={view}", at=address)
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        page.locator(".pe-lpm td, .pe-sector-rungs td, .pe-job").first.click()
        page.wait_for_timeout(200)

        main = page.locator("[data-testid=stMain]")
        assert not harmed(page)
        assert PAYLOADS[payload].split()[0] in main.inner_text()
        assert main.locator("[data-testid=stHtml] :is(img, script, iframe, input)").count() == 0
        assert main.locator("a[href*=outside]").count() == 0
        page.close()
