"""What holds for every test: nothing is kept from one to the next, so that each reads its data itself."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph_loader.kept import CACHE, OFF


@pytest.fixture(scope="session", autouse=True)
def _nothing_is_kept() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(CACHE, OFF)
        yield
