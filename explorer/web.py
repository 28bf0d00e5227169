"""The web app: its pages, the data they share, and the wrapper that turns every error into a sentence."""

from __future__ import annotations

import gc
import logging
import os
import traceback
from collections.abc import Callable
from contextlib import suppress
from functools import cache, partial, wraps
from importlib import import_module
from pathlib import Path
from threading import Lock
from typing import ParamSpec

import streamlit as st

from explorer.clock import now, today
from explorer.loading import open_catalogue
from explorer.options import SharedStore
from explorer.outages import show_outage
from explorer.screen import show_error, show_style
from explorer.serving import Served, Serving
from explorer.settings import data_paths, reads_shared
from graph_loader import open_store
from pathways.errors import DataError, PathwaysError
from pathways.questions.lexicon import lexicon_of
from pathways.route_index import RouteIndex

PAGES = Path(__file__).parent / "pages"

SORRY = (
    "Something went wrong on our side, and it is not your fault. Reload the page and try again. "
    "If it happens again, tell the people who run this service that the code is {code}."
)

MOST_ERRORS = 10
"""How many errors in the data a page lists that cannot be shown for them."""

log = logging.getLogger(__name__)
_lock = Lock()

Given = ParamSpec("Given")


def run() -> None:
    """Show the page that is asked for. This is all that `app.py` does."""
    pages = [
        st.Page(PAGES / "find_a_route.py", title="Find a route", icon="🧭", default=True),
        st.Page(PAGES / "explore.py", title="Explore the map", icon="🗺️"),
        st.Page(PAGES / "move.py", title="Move sector", icon="🔀"),
        st.Page(PAGES / "compare_sectors.py", title="Compare sectors", icon="⚖️"),
        st.Page(PAGES / "matrix.py", title="Matrix", icon="🗂️"),
        st.Page(PAGES / "sources.py", title="Sources and data health", icon="🔎"),
        st.Page(PAGES / "about.py", title="About", icon="📖"),
    ]
    page = st.navigation(pages, position="top")
    st.set_page_config(page_title=f"{page.title} - Pathway Explorer", page_icon="🪜", layout="wide")
    show_style()
    _show_outage()
    page.run()


def _show_outage() -> None:
    with suppress(PathwaysError):  # which the page will meet as well, and tell
        held = serving()
        held.served()  # the first visitor waits here; whether the store is away is known afterwards
        show_outage(held)


def get_index() -> RouteIndex:
    """Return the data, the same for everyone. Raises DataError where they cannot be used.

    A page asks once and hands them on: a moment later they may be others.
    """
    return get_served().index


def get_served() -> Served:
    """Return the data with which data they are. Raises DataError where they cannot be used."""
    return serving().served()


def serving() -> Serving:
    """Return what holds the data, one for the process. Raises InvalidQuery for settings that clash."""
    with _lock:
        return _start_serving()


def start_afresh() -> None:
    """Forget the data, for tests that use others: they are read anew when they are next asked for."""
    with _lock:
        if _start_serving.cache_info().currsize:
            _start_serving().stop()
        _start_serving.cache_clear()


@cache
def _start_serving() -> Serving:
    shared = partial(open_store, SharedStore.NEO4J) if reads_shared(os.environ) else None
    held = Serving(partial(open_catalogue, *data_paths(os.environ)), shared, _make_ready, now)
    held.start()
    return held


def _make_ready(index: RouteIndex) -> None:
    """Do now what the first question of all would wait for."""
    steps = index.on(today())
    steps.edges, steps.closed, steps.opened.edges  # noqa: B018 - made when first looked at
    lexicon_of(index.catalogue)
    import_module("pandas")  # Streamlit brings it in where the first component is shown
    gc.collect()
    gc.freeze()  # what lives as long as the process, or nearly, is never looked at again


def guarded(show: Callable[Given, None]) -> Callable[Given, None]:
    """Wrap a page or a callback so that an error is shown as a sentence and logged without any value."""

    @wraps(show)
    def shown(*args: Given.args, **kwargs: Given.kwargs) -> None:
        try:
            show(*args, **kwargs)
        except DataError as error:
            show_error(*data_error_lines(error))
        except PathwaysError as error:
            show_error(*str(error).splitlines())
        except Exception as error:
            show_error(SORRY.format(code=log_error(error)))

    return shown


def data_error_lines(error: DataError) -> list[str]:
    """Return the first of what is wrong with the data, and where the rest is."""
    lines = str(error).splitlines()
    if len(lines) <= MOST_ERRORS:
        return lines
    more = f"And {len(lines) - MOST_ERRORS:,} more: the page “Sources and data health” lists them."
    return [*lines[:MOST_ERRORS], more]


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
