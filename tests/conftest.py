"""What holds for every test: nothing is kept from one to the next, so that each reads its data itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from graph_loader.kept import CACHE, OFF

pytest_plugins = ["tests.neo4j.fixtures"]

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest


@pytest.fixture(scope="session", autouse=True)
def _nothing_is_kept() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(CACHE, OFF)
        yield


@pytest.fixture
def app() -> AppTest:
    """The web app without a browser, not opened yet."""
    from tests.web import new_app  # Streamlit, which most tests do without

    return new_app()


@pytest.fixture
def own_data(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Make the app read other data, named by environment variables, and forget them afterwards."""
    from explorer import web

    def use(**variables: str) -> None:
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        web.start_afresh()

    yield use
    monkeypatch.undo()
    web.start_afresh()
