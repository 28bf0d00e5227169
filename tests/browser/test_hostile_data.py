"""Data made by somebody who means harm: on every page shown as the text they are, run nowhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page

from tests.browser.conftest import Open, settle
from tests.hostile_names import PAYLOADS, write_every

OURS = "[data-testid=stMain]"
MADE = (
    "img, script, iframe, textarea, .katex, svg[onload], a[href^='http://'], a[href^=javascript], "
    "a[href^=mailto], a[href^='https://outside.example/www'], a[href^='https://www']"
)
"""What a payload makes where it is taken for more than text."""

MARKS = f"{OURS} :is({MADE}), [data-testid=stMarkdownContainer] :is(em, code, h1, h2, h3, input)"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory, app_with: Callable[[Path], str]) -> str:
    """The address of an app whose data hold each payload in every text field, a sector for each payload."""
    return app_with(write_every(tmp_path_factory.mktemp("hostile")))


def harmed(page: Page) -> bool:
    return bool(page.evaluate("'harm' in window"))


@contextmanager
def unharmed(page: Page, address: str) -> Iterator[None]:
    """Hold that nothing runs, nothing is asked of another host and no payload becomes an element."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: pytest.fail(f"a dialog opened: {dialog.message}"))
    yield
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    page.wait_for_timeout(300)
    assert not harmed(page)
    assert page.locator(MARKS).evaluate_all("found => found.map(each => each.outerHTML)") == []
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []


def first_word(payload: str) -> str:
    return PAYLOADS[payload].split()[0]


def shown(found: Locator) -> str:
    """What is to be read, less the unseen signs that keep Streamlit from reading more into it."""
    return found.inner_text().replace("\u2060", "")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_route_with_its_steps_its_map_and_what_one_has(open_page: Open, hostile: str, payload: str):
    page = open_page("/about", at=hostile)
    with unharmed(page, hostile):
        page.goto(f"{hostile}/?start=care-{payload}:L2&goal=care-{payload}:L4")
        settle(page)
        page.locator("svg g.station").last.click()
        page.locator(".pe-detail").wait_for()
        page.get_by_text("I already have").click()
        settle(page)

    assert first_word(payload) in shown(page.locator(".pe-ladder"))
    assert first_word(payload) in shown(page.locator("[data-testid=stCheckbox] label").first)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_the_matrix_of_a_sector(open_page: Open, hostile: str, payload: str):
    page = open_page("/about", at=hostile)
    with unharmed(page, hostile):
        page.goto(f"{hostile}/matrix?sector=care-{payload}")
        settle(page)

    assert first_word(payload) in shown(page.locator("table").first)


@pytest.mark.parametrize("view", ["map", "network", "list"])
def test_the_map_of_everything(open_page: Open, hostile: str, view: str):
    page = open_page("/about", at=hostile)
    with unharmed(page, hostile):
        page.goto(f"{hostile}/explore?view={view}&selected=diploma-image")
        settle(page)
        page.get_by_role("combobox", name="Sectors").click()
        page.wait_for_timeout(800)

    assert "<img src=x" in shown(page.locator(".st-key-explore-panel"))


def test_the_sources_and_notices(open_page: Open, hostile: str):
    page = open_page("/about", at=hostile)
    with unharmed(page, hostile):
        page.goto(f"{hostile}/sources")
        settle(page)

    text = shown(page.locator(OURS))
    assert [name for name in PAYLOADS if first_word(name) not in text] == []


def test_the_first_page_its_lists_and_about(open_page: Open, hostile: str):
    page = open_page("/about", at=hostile)
    with unharmed(page, hostile):
        page.goto(f"{hostile}/")
        settle(page)
        page.get_by_role("combobox", name="Where are you now?").click()
        page.wait_for_timeout(500)
        page.keyboard.press("Escape")
        page.goto(f"{hostile}/about")
        settle(page)

    assert "onerror" in shown(page.locator("table"))


def test_a_question_that_could_mean_several_hostile_names(open_page: Open, hostile: str):
    page = open_page("/", at=hostile)
    with unharmed(page, hostile):
        page.get_by_label("Ask in your own words").fill("How do I become a nursery manager?")
        page.get_by_role("button", name="Find routes").click()
        page.get_by_text("One more question").wait_for()
        settle(page)
