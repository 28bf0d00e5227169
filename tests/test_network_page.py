"""The network as a file: one page that fetches nothing, runs only its own script, and says all in words."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from dataclasses import replace
from datetime import date
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from explorer.drawings.network import build_network
from explorer.drawings.network_page import to_html
from tests.build import catalogue, qualification, role, step

TODAY = date(2026, 11, 22)
HOSTILE = (
    "</script><script>window.harm=1</script>",
    "<img src=x onerror=window.harm=1>",
    "javascript:window.harm=1",
    "<!--<script>",
    "]]>'\"&lt;/table>",
    "one\u2028two\u2029three",
)


class Parts(HTMLParser):
    """The start tags of a page with their attributes, and the text in each script and style."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.inside: list[tuple[str, str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag in ("script", "style"):
            self.inside.append((tag, ""))

    def handle_data(self, data: str) -> None:
        if self.cdata_elem:
            tag, text = self.inside[-1]
            self.inside[-1] = (tag, text + data)


def page(title: str = "Everything", names: tuple[str, ...] = ("Helper",)) -> str:
    positions = [replace(role(f"p{number}"), title=name) for number, name in enumerate(names)]
    data = catalogue(
        qualification("start", "L2"), *positions, *(step("start", each.id) for each in positions)
    )
    network = build_network(data, data.position_by_id, TODAY)
    return to_html(network, title, data, TODAY)


def policy(text: str) -> dict[str, list[str]]:
    content = next(
        attributes["content"]
        for tag, attributes in Parts(text).tags
        if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"
    )
    parts = (part.split() for part in (content or "").split(";"))
    return {name: values for name, *values in parts}


def hashed(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def test_the_policy_allows_the_scripts_and_the_style_by_hash_and_nothing_else():
    text = page()
    inside = Parts(text).inside
    style, data, *scripts = [content for _, content in inside]

    allowed = policy(text)

    assert [kind for kind, _ in inside] == ["style", "script", "script", "script"]
    assert allowed == {
        "default-src": ["'none'"],
        "script-src": [hashed(each) for each in scripts],
        "style-src": [hashed(style)],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
    }
    assert json.loads(data)["places"]


def test_the_policy_stands_before_anything_it_is_for():
    assert [tag for tag, _ in Parts(page()).tags][:4] == ["html", "head", "meta", "meta"]


def test_nothing_is_asked_for_and_nothing_runs_from_an_attribute():
    for tag, attributes in Parts(page(names=HOSTILE)).tags:
        assert tag not in ("img", "link", "iframe", "object", "embed", "base", "form", "a")
        assert not {"src", "href", "style", "srcset"} & attributes.keys()
        assert not [name for name in attributes if name.startswith("on")]


@pytest.mark.parametrize("harm", HOSTILE)
def test_hostile_names_are_text_in_the_page_and_end_no_script(harm):
    text = page(title=harm, names=(harm,))
    inside = Parts(text).inside

    assert [tag for tag, _ in Parts(text).tags].count("script") == 3
    assert json.loads(inside[1][1])["places"][0]["title"] == harm
    assert not set("<>&\u2028\u2029") & set(inside[1][1])
    assert "window.harm" not in inside[2][1] + inside[3][1]


def test_it_has_a_language_a_title_and_all_in_words():
    text = page(title="Care & more")

    assert '<html lang="en-GB">' in text
    assert "<title>Care &amp; more</title>" in text
    assert re.search(r"<h1>Care &amp; more</h1>", text)
    assert "<td>Start, at level L2, care</td><td><ul><li>Helper</li></ul></td>" in text


def test_it_says_what_the_data_are_when_it_was_made_and_the_sources():
    data = catalogue(qualification("a"), role("b"), step("a", "b"))

    text = to_html(build_network(data, "ab", TODAY), "All", data, date(2026, 12, 1))

    assert "on 1 December 2026, with the steps that are open on 22 November 2026." in text
    assert data.content_hash in text
    assert "The Book. The Publisher, 2020. Last checked on 1 January 2026." in text


def test_a_page_that_does_not_show_all_says_so():
    many = catalogue(*(qualification(f"p{number}") for number in range(400)))

    text = to_html(build_network(many, many.position_by_id, TODAY), "All", many, TODAY)

    assert "<p>400 places are too many to draw at once" in text


def test_equal_questions_give_equal_pages():
    assert page() == page()
