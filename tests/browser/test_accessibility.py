"""WCAG 2.0 to 2.2, A and AA, by axe-core in a tall window: no finding in light or in dark."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.axe import contrast, violations
from tests.browser.conftest import Open, settle

LINK = "/?start=childcare:L3&goal=L4"


def with_everything_open(page: Page) -> None:
    page.locator("svg g.station").last.click()
    page.locator(".pe-detail").wait_for()
    page.get_by_text("I already have").click()
    page.get_by_text("What matters most, and the date").click()
    page.evaluate(
        "document.querySelectorAll('[data-testid=stHtml] details').forEach(each => each.open = true)"
    )
    settle(page)


def with_a_doubt(page: Page) -> None:
    page.get_by_label("Ask in your own words").fill("How do I become a care worker?")
    page.get_by_role("button", name="Find routes").click()
    page.get_by_text("One more question").wait_for()
    settle(page)


def as_it_is(page: Page) -> None:
    """Look at the page as it opens."""


@pytest.mark.parametrize(
    ("path", "prepare"),
    [
        ("/", as_it_is),
        ("/", with_a_doubt),
        (LINK, as_it_is),
        (LINK, with_everything_open),
        ("/?start=a-levels", as_it_is),
        ("/?start=approved-electrician&goal=nursery-manager&prefer=none", as_it_is),
        ("/about", as_it_is),
    ],
    ids=["first visit", "asks which", "routes", "routes, all open", "next steps", "no route", "about"],
)
def test_axe_finds_nothing(open_page: Open, path: str, prepare: Callable[[Page], None]):
    page = open_page(path, height=4200)

    prepare(page)

    assert violations(page) == []


def test_axe_would_find_a_fault_inside_the_map(open_page: Open):
    page = open_page(LINK, height=4200)

    page.locator(".frame").evaluate("frame => frame.append(document.createElement('input'))")

    assert any(found.startswith("label:") for found in violations(page))


def test_axe_would_find_text_that_is_faint_in_the_dark_alone(open_page: Open):
    page = open_page("/about", height=4200)

    page.locator(".pe-about p").first.evaluate("text => text.style.color = '#555'")

    found = violations(page)
    assert len(found) == 1
    assert found[0].startswith("in the dark: color-contrast:")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_colours_of_the_map_stand_out_enough(open_page: Open, dark: bool):
    """axe cannot judge SVG: text 4.5 to 1 and lines 3 to 1 against what they stand on."""
    page = open_page("/?start=U&goal=electrician", dark=dark)

    pairs = page.locator("svg[role=group]").evaluate(
        """svg => {
            const paint = (part, what) => getComputedStyle(svg.querySelector(part))[what];
            const sectors = [...svg.querySelectorAll('.sector')].map(each => getComputedStyle(each).fill);
            const paper = paint('.label', 'fill'), band = paint('.band.odd', 'fill');
            const texts = ['.title', '.level', '.number'].map(part => paint(part, 'fill'));
            return [
                ...sectors.map(each => [paint('.sector-name', 'fill'), each, 4.5]),
                ...texts.flatMap(each => [[each, paper, 4.5], [each, band, 4.5]]),
                ...sectors.flatMap(each => [[each, paper, 3], [each, band, 3]]),
            ];
        }"""
    )

    assert len(pairs) > 12
    assert [pair for pair in pairs if contrast(pair[0], pair[1]) < pair[2]] == []
