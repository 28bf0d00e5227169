"""The page Move sector in a real browser: by keyboard, by link, on phones, hostile names, axe."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlparse

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import Open, settle
from tests.browser.test_hostile_data import harmed
from tests.hostile_names import PAYLOADS, write_every

ONE = "/move?start=childcare:L3&to=electrical"
ALL = "/move?start=a-levels"


def params(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlparse(page.url).query)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_every(tmp_path_factory.mktemp("hostile"))


def test_from_a_first_visit_to_the_reason_for_a_refusal(open_page: Open):
    page = open_page("/move")
    page.get_by_role("button", name="From level 3 in childcare to electrical work").click()
    page.locator(".pe-climb").wait_for()
    settle(page)

    refused = page.locator(".pe-climb > li").filter(has=page.get_by_role("heading", name="Level 4"))
    expect(refused).to_contain_text("Not straight away")
    expect(refused).to_contain_text("You have worked as an electrician for two years")
    aimed = page.locator(".pe-climb > li.pe-aimed")
    expect(aimed.get_by_role("heading")).to_have_text("Level 3")
    expect(aimed).to_contain_text("The level to aim for")
    assert params(page) == {"start": ["childcare:L3"], "to": ["electrical"]}


def test_levels_are_looked_at_by_keyboard_and_back_returns(open_page: Open):
    page = open_page(ONE)
    page.get_by_role("radio", name="Level 3").focus()

    page.keyboard.press("ArrowRight")
    page.wait_for_url("**level=L4*")
    expect(page.get_by_role("heading", name="Level 4 in detail")).to_be_visible()
    expect(page.get_by_role("heading", name="What is in the way (2)")).to_be_visible()
    page.go_back()

    expect(page.get_by_role("heading", name="Level 3 in detail")).to_be_visible()
    expect(page.get_by_role("radio", name="Level 3")).to_be_checked()


def test_a_thing_that_is_missing_opens_by_keyboard_to_how_to_get_it(open_page: Open):
    page = open_page(ONE)
    missing = page.locator("summary", has_text="Basic practical ability")

    missing.focus()
    page.keyboard.press("Enter")

    expect(page.locator("details[open] .pe-said")).to_contain_text("Short course in electrical installation")


def test_what_is_ticked_changes_the_verdict_and_is_in_no_address(open_page: Open):
    page = open_page(f"{ONE}&level=L4")
    page.get_by_text("I already have").click()
    for said in ("worked as an electrician for two years", "finished a level 3 electrical apprenticeship"):
        page.locator("label", has_text=said).click()
        page.wait_for_timeout(300)
        settle(page)

    expect(page.get_by_role("status")).to_contain_text("2 things that you have already")
    expect(page.get_by_role("heading", name="What is in the way")).to_have_count(0)
    assert params(page) == {"start": ["childcare:L3"], "to": ["electrical"], "level": ["L4"]}


def test_a_row_leads_to_its_sector_and_on_to_find_a_route(open_page: Open):
    page = open_page(ALL)
    page.get_by_role("button", name="See electrical installation").click()
    page.locator(".pe-climb").wait_for()
    settle(page)

    page.get_by_role("link", name="Find a route from A levels to level 3 in electrical").click()
    page.get_by_role("heading", name="Find a route", exact=True).wait_for()
    settle(page)

    assert params(page) == {"start": ["a-levels"], "goal": ["electrical:L3"]}


@pytest.mark.parametrize("width", [320, 390, 800])
@pytest.mark.parametrize("path", [ONE, ALL])
def test_nothing_is_wider_than_a_small_screen(open_page: Open, path: str, width: int):
    page = open_page(path, width=width)

    sizes = page.locator("[data-testid=stMain]").evaluate("main => [main.scrollWidth, main.clientWidth]")

    assert sizes[0] <= sizes[1]


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("path", ["/move", ONE, f"{ONE}&level=L4", ALL])
def test_axe_finds_nothing(open_page: Open, path: str, width: int):
    page = open_page(path, width=width, height=6000)
    page.evaluate(
        "document.querySelectorAll('[data-testid=stHtml] details').forEach(each => each.open = true)"
    )

    assert violations(page) == []


@pytest.mark.parametrize("payload", ["script", "image", "markdown-block", "attribute"])
def test_hostile_data_are_shown_as_text_and_run_nowhere(
    open_page: Open, app_with: Callable[[Path], str], hostile: Path, payload: str
):
    address = app_with(hostile)
    for path in (f"/move?start=care-{payload}:L3", f"/move?start=care-{payload}:L3&to=general"):
        page = open_page(path, at=address)
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        page.wait_for_timeout(200)

        main = page.locator("[data-testid=stMain]")
        assert not harmed(page)
        assert PAYLOADS[payload].split()[0] in main.inner_text()
        assert main.locator("[data-testid=stHtml] :is(img, script, iframe, input)").count() == 0
        assert main.locator("a[href*=outside]").count() == 0
        page.close()
