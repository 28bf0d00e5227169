"""Which data the web app uses and from which store, handed over in environment variables.

`pathways app` sets them, and so can anyone who starts the app with `streamlit run app.py`. Several paths are
joined as in PATH.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from explorer.options import SharedStore
from graph_loader.stores import STORES
from pathways.errors import InvalidQuery

DATA = "PATHWAYS_DATA"
"""The variable that names the data to use instead of what ships."""

BESIDE = "PATHWAYS_WITH"
"""The variable that names the data to use beside it."""

STORE = "PATHWAYS_STORE"
"""The variable that names the store to read the data from."""


def data_environment(
    data: Sequence[Path], beside: Sequence[Path], store: str | None = None
) -> dict[str, str]:
    """Return the variables that name these data and this store. Paths are made absolute."""
    named = {
        DATA: os.pathsep.join(str(path.absolute()) for path in data),
        BESIDE: os.pathsep.join(str(path.absolute()) for path in beside),
        STORE: store or "",
    }
    return {name: value for name, value in named.items() if value}


def data_paths(environment: Mapping[str, str]) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Return the data to use instead of what ships, and those to use beside it."""
    named = (environment.get(name, "") for name in (DATA, BESIDE))
    instead, beside = (tuple(Path(part) for part in text.split(os.pathsep) if part) for text in named)
    return instead, beside


def reads_shared(environment: Mapping[str, str]) -> bool:
    """Say whether the data are those of the shared store.

    Raises InvalidQuery for a store that is none, and for data named beside the shared store.
    """
    store = environment.get(STORE, "")
    if store == SharedStore.NEO4J and any(data_paths(environment)):
        raise InvalidQuery(
            f"{STORE} says that the data are in the shared store. Unset it, or unset {DATA} and {BESIDE}."
        )
    if store and store not in STORES:
        raise InvalidQuery(f"{STORE} is '{store[:80]}'. It can be {' or '.join(STORES)}.")
    return store == SharedStore.NEO4J
