"""The style sheets, scripts and templates that stand beside the drawings."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def read_asset(name: str) -> str:
    """Return the text of one file."""
    return (files("explorer.drawings") / name).read_text("utf-8")
