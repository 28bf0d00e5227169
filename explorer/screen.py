"""Everything that reaches the page as HTML or as Markdown goes through here, so that data stays text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Literal

import streamlit as st

from explorer.drawings.assets import read_asset
from explorer.drawings.html import Html, tag
from explorer.formats.plain import markdown
from explorer.words import list_in_words

STYLES = (
    "theme.css",
    "explore.css",
    "matrix.css",
    "health.css",
    "compare.css",
    "moving.css",
    "overlap.css",
    "print.css",
)
"""The styles of the pages: what all share first, print last."""

_JOINER = "\u2060"
"""Has no width and joins words; it keeps Streamlit from seeing its own signs in a text."""

_SIGNS = re.compile(r":(?=\S)|www(?=\.)|@|(?<=[-<>~=])(?=[-=>])", re.IGNORECASE)
"""Where ":red[", ":smile:", "https://", "www.", an e-mail address or "->" would turn into something else."""


def plain(text: str) -> str:
    """Return a text for a label or a message that Streamlit reads as Markdown: it shows as it is."""
    joined = _SIGNS.sub(lambda found: f"{found[0]}{_JOINER}", text)
    return markdown(joined)


def show(*pieces: Html | None, width: Literal["stretch", "content"] = "stretch") -> None:
    """Show HTML made by `tag`; nothing where there is nothing."""
    made = "".join(piece for piece in pieces if piece)
    if made:
        st.html(made, width=width)


def show_error(*lines: str) -> None:
    """Show what went wrong, each line a sentence, and have it read out at once."""
    show(tag("div", *(tag("p", line) for line in lines), class_="pe-error", role="alert"))


def show_left_out(ignored: Iterable[str], words: Mapping[str, str]) -> None:
    """Say which parts of the address could not be read. `words` says what each is called."""
    parts = list_in_words([words[each] for each in ignored])
    told = f"Part of the address could not be read and was left out: {parts}."
    show(tag("p", told, class_="pe-note") if parts else None)


def show_style() -> None:
    """Give the page its colours and its shape."""
    st.html(f"<style>{''.join(map(read_asset, STYLES))}</style>")
