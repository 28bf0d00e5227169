"""Limits in a real browser: chosen by keyboard, in the address, readable by everybody."""

from __future__ import annotations

import pytest

from tests.browser.axe import violations
from tests.browser.conftest import Open, settle

LINK = "/?start=U&goal=electrician&avoid=electrical:L1&avoid_type=apprenticeship&within=120&study=part-time"


@pytest.mark.parametrize("width", [1280, 390])
def test_the_limits_have_no_accessibility_finding(open_page: Open, width: int) -> None:
    page = open_page(LINK, width=width)
    page.get_by_text("What matters most, and the date").click()
    settle(page)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_a_limit_is_set_by_keyboard_and_goes_into_the_address(open_page: Open) -> None:
    page = open_page("/?start=U&goal=electrician")
    page.get_by_text("What matters most, and the date").click()
    page.get_by_role("spinbutton", name="Within how many months?").fill("60")
    page.keyboard.press("Enter")
    page.get_by_text("within 5 years").first.wait_for()
    assert page.url.endswith("start=U&goal=electrician&within=60")

    kinds = page.get_by_role("combobox", name="Leave out these kinds of qualification")
    kinds.fill("apprent")
    page.keyboard.press("Enter")
    # Two kinds match what was typed; Enter takes both.
    page.get_by_text("with no apprenticeship and no degree apprenticeship, within 5 years").first.wait_for()
    assert "avoid_type=apprenticeship" in page.url
