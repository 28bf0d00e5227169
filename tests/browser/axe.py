"""WCAG 2.0 to 2.2, A and AA, by axe-core, in light and in dark; and contrast where axe cannot judge it."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}

IS_DARK = """() => {
    const ground = getComputedStyle(document.querySelector(".stApp") ?? document.body).backgroundColor;
    return ground.match(/\\d+/g).slice(0, 3).every(part => part < 80);
}"""


def violations(page: Page) -> list[str]:
    """Return what axe finds, in our parts and in Streamlit's: there is nothing to allow for at present.

    All rules are tried in light; then the page goes dark as it stands, and those on colours are tried again.
    """
    found = _found(page, RULES)
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(IS_DARK)
    page.wait_for_timeout(300)
    return [*found, *(f"in the dark: {each}" for each in _found(page, COLOURS))]


def _found(page: Page, rules: dict[str, Any]) -> list[str]:
    found = Axe().run(page, options=rules).response["violations"]
    return [f"{violation['id']}: {node['html'][:200]}" for violation in found for node in violation["nodes"]]


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as browsers write them, "rgb(1, 2, 3)": from 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    """Return the relative luminance of "rgb(1, 2, 3)", as WCAG defines it."""
    parts = [int(part) / 255 for part in colour[4:-1].split(",")]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
