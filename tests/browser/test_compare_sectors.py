"""Compare sectors in a real browser: a cell clicked, a pair by keyboard, files, phones, hostile names."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlparse

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import Open, settle
from tests.browser.test_hostile_data import harmed
from tests.cli import run
from tests.hostile_names import PAYLOADS, write_every

THREE = "/compare_sectors?sectors=adult-care,childcare,electrical"
PAIR = f"{THREE}&from=childcare&to=electrical"


def params(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlparse(page.url).query)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_every(tmp_path_factory.mktemp("hostile"))


def test_a_cell_that_is_clicked_shows_the_pairs_behind_it(open_page: Open):
    page = open_page(THREE)
    told = "adult social care asks for, electrical installation asks for"
    box = page.locator(f".st-key-compare-heat path[aria-label*='{told}']").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)  # on the figure itself
    page.wait_for_url("**to=adult-care**")
    settle(page)

    assert params(page)["from"] == ["electrical"]
    expect(page.get_by_text("electrical installation asks for").first).to_be_visible()
    expect(page.get_by_role("heading", name="things that both ask for")).to_be_visible()


def test_a_pair_is_chosen_by_keyboard_and_back_returns(open_page: Open):
    page = open_page(PAIR)

    page.get_by_role("combobox", name="To: the sector you look at").focus()
    page.keyboard.type("Adult")
    page.keyboard.press("Enter")
    page.wait_for_url("**to=adult-care**")
    expect(page.get_by_role("columnheader", name="Adult social care asks for").first).to_be_visible()
    page.go_back()

    expect(page.get_by_role("columnheader", name="Electrical installation asks for").first).to_be_visible()


def test_kind_and_level_are_chosen_and_go_into_the_address(open_page: Open):
    page = open_page(PAIR)

    page.get_by_role("combobox", name="What is asked for").focus()
    page.keyboard.type("know")
    page.keyboard.press("Enter")
    page.wait_for_url("**kind=awareness**")
    settle(page)
    page.get_by_role("combobox", name="Asked of people at").focus()
    page.keyboard.type("Level 3")
    page.keyboard.press("Enter")
    page.wait_for_url("**level=L3**")

    assert params(page)["kind"] == ["awareness"]
    expect(page.get_by_text("of people at level 3").first).to_be_visible()


def test_the_pictures_say_in_words_and_tables_what_they_show(open_page: Open):
    page = open_page(PAIR)

    page.get_by_text("The same figures as a table").click()
    shares = page.get_by_role("table", name="Shares").first
    expect(shares.get_by_role("columnheader")).to_have_count(3)
    expect(page.get_by_role("img", name="What several sectors ask for")).to_be_visible()
    page.get_by_text("The same as a table, with the things by name").click()
    expect(page.get_by_role("table", name="What sets of sectors ask for together")).to_be_visible()


@pytest.mark.parametrize(
    ("label", "name", "command"),
    [
        ("Figures (CSV)", "overlap.csv", ["--format", "csv"]),
        ("Matched pairs (CSV)", "overlap-matches.csv", ["--format", "csv", "--matches"]),
        ("Figures (JSON)", "overlap.json", ["--format", "json"]),
    ],
)
def test_a_file_is_what_the_command_line_prints(open_page: Open, label: str, name: str, command: list[str]):
    page = open_page(PAIR)

    with page.expect_download() as waiting:
        page.get_by_role("button", name=label).click()

    printed = run("compare", "adult-care", "childcare", "electrical", "--level", "each", *command).stdout
    assert waiting.value.suggested_filename == name
    kept = Path(waiting.value.path()).read_text("utf-8")
    assert kept == printed
    assert name != "overlap.json" or len(json.loads(kept)["sectors"]) == 3


@pytest.mark.parametrize(
    ("label", "begins"),
    [("Square (SVG)", b"<svg "), ("Square (PNG)", b"\x89PNG"), ("What several", b"<svg ")],
)
def test_pictures_are_kept_as_files(open_page: Open, label: str, begins: bytes):
    page = open_page(PAIR)

    with page.expect_download() as waiting:
        page.get_by_role("button", name=label).click()

    assert Path(waiting.value.path()).read_bytes().startswith(begins)


@pytest.mark.parametrize("width", [320, 390, 800])
def test_nothing_is_wider_than_a_small_screen(open_page: Open, width: int):
    page = open_page("/compare_sectors", width=width)

    sizes = page.locator("[data-testid=stMain]").evaluate("main => [main.scrollWidth, main.clientWidth]")

    assert sizes[0] <= sizes[1]


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing(open_page: Open, width: int):
    page = open_page("/compare_sectors", width=width, height=4200)
    page.evaluate(
        "document.querySelectorAll('[data-testid=stHtml] details').forEach(each => each.open = true)"
    )
    settle(page)

    assert violations(page) == []


def test_no_request_leaves_for_another_host(open_page: Open, app: str):
    page = open_page("/about")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    page.goto(f"{app}{PAIR}")
    settle(page)

    assert asked
    assert not [url for url in asked if not url.startswith((app, "data:", "blob:"))]


@pytest.mark.parametrize("payload", ["script", "image", "markdown-block", "attribute"])
def test_hostile_data_are_shown_as_text_and_run_nowhere(
    open_page: Open, app_with: Callable[[Path], str], hostile: Path, payload: str
):
    page = open_page(f"/compare_sectors?from=care-{payload}", at=app_with(hostile))
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    page.wait_for_timeout(500)

    main = page.locator("[data-testid=stMain]")
    assert not harmed(page)
    assert PAYLOADS[payload].split()[0] in main.inner_text()
    assert main.locator("[data-testid=stHtml] :is(script, iframe, input)").count() == 0
    assert main.locator("a[href*=outside]").count() == 0
