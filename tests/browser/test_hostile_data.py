"""Data made by somebody who means harm: shown as the text it is, run nowhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page

from tests.browser.conftest import Open, settle
from tests.small_data import small_text

PAYLOAD = '<img src=x onerror="window.harm=1"> ![x](http://outside.example/x.png) $x^2$ :red[r] '
SHOWN = (
    "title",
    "statement",
    "question",
    "summary",
    "way_round",
    "locator",
    "note",
    "publisher",
    "awarding_body",
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small dataset with a payload in every text that is shown."""
    file = tmp_path_factory.mktemp("hostile") / "data.yaml"
    file.write_text(yaml.safe_dump(poisoned(yaml.safe_load(small_text())), allow_unicode=True), "utf-8")
    return file


def poisoned(value: Any) -> Any:
    if isinstance(value, list):
        return [poisoned(each) for each in value]
    if isinstance(value, dict):
        return {
            name: f"{PAYLOAD}{each}" if name in SHOWN and isinstance(each, str) else poisoned(each)
            for name, each in value.items()
        }
    return str(value) if not isinstance(value, (int, str)) else value


def harmed(page: Page) -> bool:
    return bool(page.evaluate("'harm' in window"))


def test_payloads_in_data_are_shown_and_run_nowhere(
    open_page: Open, app_with: Callable[[Path], str], hostile: Path
):
    address = app_with(hostile)
    page = open_page("/?start=care:L2&goal=L4", at=address)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    settle(page)
    for summary in page.locator("summary").all():
        if summary.is_visible():
            summary.click()
    page.locator("svg g.station").last.click()
    page.wait_for_timeout(800)

    assert not harmed(page)
    assert page.locator("[data-testid=stMain] img").count() == 0
    assert page.locator("[data-testid=stMain] a[href*=outside]").count() == 0
    assert page.locator("[data-testid=stMain] .katex").count() == 0
    assert "onerror" in page.locator(".pe-ladder").inner_text()
    assert not [url for url in asked if not url.startswith((address, "data:", "blob:"))]
    for label in page.locator("[data-testid=stCheckbox] label").all_inner_texts():
        assert "<img src=x onerror=" in label
        assert "![x](" in label
        assert "$x^2$" in label


def test_payloads_are_harmless_on_the_first_page_in_the_lists_and_on_about(
    open_page: Open, app_with: Callable[[Path], str], hostile: Path
):
    address = app_with(hostile)
    page = open_page("/", at=address)
    page.get_by_role("combobox", name="Where are you now?").click()
    page.wait_for_timeout(500)
    assert not harmed(page)
    about = open_page("/about", at=address)

    assert not harmed(about)
    assert about.locator("[data-testid=stMain] img").count() == 0
    assert "onerror" in about.locator("table").inner_text()
