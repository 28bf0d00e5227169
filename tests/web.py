"""The pages without a browser: opened at an address and read, for the tests of every page."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parent.parent
HOME_QUESTION = "How do I get from L3 childcare to L4?"


def new_app() -> AppTest:
    """Return the app as a person finds it who has not been there before."""
    return AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)


def at(app: AppTest, **params: str) -> AppTest:
    """Open an address of the page."""
    app.query_params.clear()
    for name, value in params.items():
        app.query_params[name] = value
    return app.run()


def shown(app: AppTest) -> str:
    """Return the text of all HTML on the page; what is for paper alone is left out."""
    assert not app.exception
    bodies = "\n".join(each.proto.body for each in app.get("html") if "pe-sheet" not in each.proto.body)
    return unescape(re.sub(r"<style>.*?</style>|<[^>]+>", "", bodies, flags=re.DOTALL))


def mounted(app: AppTest) -> list[dict[str, Any]]:
    """Return what each component on the page was given."""
    return [json.loads(each.proto.json) for each in app.get("bidi_component")]


def button(app: AppTest, label: str) -> Any:
    """Return the first button whose label has these words."""
    return next(each for each in app.button if label in each.label)
