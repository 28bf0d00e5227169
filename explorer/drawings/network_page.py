"""The network as one HTML file that needs no other: script, data, and the same in words are in it."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from datetime import date
from functools import cache
from hashlib import sha256
from importlib.resources import files

from explorer.drawings.assets import read_asset
from explorer.drawings.html import Html, tag
from explorer.drawings.network import Network
from explorer.drawings.network_words import table
from explorer.words import day_in_words, source_in_full
from pathways.catalogue import Catalogue

TYPE = "text/html"
"""The media type of the file."""

MODULES = ("colours.js", "parts.js", "view.js", "painting.js", "walking.js", "drawing.js")
"""The modules of the drawing, each after those it imports from."""

START = """
const data = JSON.parse(document.getElementById("data").textContent);
draw(document.querySelector(".network"), data);
"""

_ESCAPED = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&"}


def to_html(network: Network, title: str, catalogue: Catalogue, made_on: date) -> str:
    """Return a whole page: the drawing, its text equivalent, and where the facts come from.

    Data are text and JSON in it, never script. Its policy lets only the two scripts and the style that stand
    in it run, by their hashes, and nothing be fetched from anywhere.
    """
    page = tag("html", _head(title), _body(network, title, catalogue, made_on), lang="en-GB")
    return f"<!DOCTYPE html>\n{page}\n"


def _head(title: str) -> Html:
    return tag(
        "head",
        Html('<meta charset="utf-8">'),
        Html(f'<meta http-equiv="Content-Security-Policy" content="{_policy()}">'),
        Html('<meta name="viewport" content="width=device-width, initial-scale=1">'),
        Html('<meta name="referrer" content="no-referrer">'),
        tag("title", title),
        tag("style", Html(_style())),
    )


def _body(network: Network, title: str, catalogue: Catalogue, made_on: date) -> Html:
    return tag(
        "body",
        tag(
            "main",
            tag("h1", title),
            tag("p", network.note) if network.note else None,
            tag("div", class_="network"),
            tag("noscript", tag("p", "Without scripts there is no picture. The table says the same.")),
            tag("h2", "The same in words"),
            table(network),
            tag("h2", "Where this comes from"),
            *_origin(network, catalogue, made_on),
        ),
        tag("script", Html(_data(network)), type="application/json", id="data"),
        tag("script", Html(read_served("vis-network.min.js"))),
        tag("script", Html(_script()), type="module"),
    )


def _origin(network: Network, catalogue: Catalogue, made_on: date) -> tuple[Html, ...]:
    made, open_on = day_in_words(made_on), day_in_words(network.as_of)
    return (
        tag("p", f"Made by Pathway Explorer on {made}, with the steps that are open on {open_on}."),
        tag(
            "p", f"The data are {catalogue.name}. Their version is ", tag("code", catalogue.content_hash), "."
        ),
        tag("ul", *(tag("li", source_in_full(each, catalogue)) for each in _sources(network, catalogue))),
    )


def _sources(network: Network, catalogue: Catalogue) -> list[str]:
    """Return the ids of the sources that what is drawn rests on, in order of id."""
    drawn = {node.id for node in network.nodes}
    cited = {catalogue.position_by_id[each].citation.source for each in drawn}
    steps = (step for step in catalogue.steps if step.from_id in drawn and step.to_id in drawn)
    return sorted(cited | {step.citation.source for step in steps})


def _data(network: Network) -> str:
    """Return the data as JSON in plain ASCII that cannot end the element it stands in."""
    return json.dumps(network.to_data(), ensure_ascii=True, separators=(",", ":")).translate(_ESCAPED)


@cache
def _policy() -> str:
    scripts = " ".join(_hash(each) for each in (read_served("vis-network.min.js"), _script()))
    return (
        f"default-src 'none'; script-src {scripts}; style-src {_hash(_style())}; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


@cache
def _script() -> str:
    """Return the modules of the drawing as one: in one, nothing is left to import."""
    modules = "".join(read_served(name) for name in MODULES)
    return re.sub(r"^import .*\n", "", modules, flags=re.MULTILINE) + START


@cache
def _style() -> str:
    """Return the colours of the app, the style of the drawing, and that of the page around it."""
    colours = re.search(r":root \{.*?\n\}\n", read_asset("theme.css"), re.DOTALL)
    assert colours, "theme.css begins with the colours of the page"  # noqa: S101
    return f"{colours[0]}{read_served('network.css')}{read_asset('network_page.css')}"


@cache
def read_served(name: str) -> str:
    """Return the text of a file that Streamlit serves for the network on the page."""
    return (files("explorer") / "network" / name).read_text("utf-8")
