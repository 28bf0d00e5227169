"""`pathways app`: the web app started with the data and the settings it was given."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from explorer import launch, loading
from explorer.console import in_sentences
from explorer.options import SharedStore
from explorer.settings import data_environment, reads_shared
from graph_loader import open_store


def start_app(port: int | None, data: Sequence[Path], beside: Sequence[Path], store: str | None) -> None:
    """Start the web app, once the data are known to be good.

    The shared store need not be there: the app has what ships until it is. Only where it is has to be known.
    """
    named = data_environment(data, beside, store)
    with in_sentences():
        if store == SharedStore.NEO4J:
            open_store(store, (*data, *beside)).close()
        shared = reads_shared({**os.environ, **named})
        loading.open_catalogue(data, beside, None if shared else store)
    settings = launch.read_settings(launch.settings_file())
    if port is not None:
        settings["server.port"] = port
    os.environ.update(named)
    launch.run_app(settings)
