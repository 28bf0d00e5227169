"""The web app: its pages, the data they share, and the wrapper that turns every error into a sentence."""

from __future__ import annotations

import gc
import logging
import os
import traceback
from collections.abc import Callable
from functools import cache, wraps
from pathlib import Path
from threading import Lock
from typing import ParamSpec

import streamlit as st

from explorer.loading import open_catalogue
from explorer.screen import show_error, show_style
from explorer.settings import BESIDE, DATA
from pathways.errors import PathwaysError
from pathways.route_index import RouteIndex

PAGES = Path(__file__).parent / "pages"

SORRY = (
    "Something went wrong on our side, and it is not your fault. Reload the page and try again. "
    "If it happens again, tell the people who run this service that the code is {code}."
)

log = logging.getLogger(__name__)
_lock = Lock()

Given = ParamSpec("Given")


def run() -> None:
    """Show the page that is asked for. This is all that `app.py` does."""
    pages = [
        st.Page(PAGES / "find_a_route.py", title="Find a route", icon="🧭", default=True),
        st.Page(PAGES / "about.py", title="About", icon="📖"),
    ]
    page = st.navigation(pages, position="top")
    st.set_page_config(page_title=f"{page.title} - Pathway Explorer", page_icon="🪜", layout="wide")
    show_style()
    page.run()


def get_index() -> RouteIndex:
    """Return the data, read once for everyone. Raises DataError where it cannot be used."""
    with _lock:
        return _load_index()


@cache
def _load_index() -> RouteIndex:
    data, beside = (_paths(os.environ.get(name, "")) for name in (DATA, BESIDE))
    index = RouteIndex.build(open_catalogue(data, beside))
    gc.collect()
    gc.freeze()  # what lives as long as the process is never looked at again
    return index


def guarded(show: Callable[Given, None]) -> Callable[Given, None]:
    """Wrap a page or a callback so that an error is shown as a sentence and logged without any value."""

    @wraps(show)
    def shown(*args: Given.args, **kwargs: Given.kwargs) -> None:
        try:
            show(*args, **kwargs)
        except PathwaysError as error:
            show_error(*str(error).splitlines())
        except Exception as error:
            show_error(SORRY.format(code=log_error(error)))

    return shown


def log_error(error: BaseException) -> str:
    """Log what kind of error happened where in the code, and return the code to quote. No value is logged."""
    frames = traceback.extract_tb(error.__traceback__)
    last = frames[-1] if frames else None
    code = (
        f"{type(error).__name__}-{Path(last.filename).stem}-{last.lineno}" if last else type(error).__name__
    )
    trail = " < ".join(
        f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in reversed(frames)
    )
    log.error("error %s at %s", code, trail)
    return code


def _paths(text: str) -> tuple[Path, ...]:
    return tuple(Path(part) for part in text.split(os.pathsep) if part)
