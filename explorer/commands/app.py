"""`pathways app`: the web app started with the data and the settings it was given."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from explorer import launch, loading
from explorer.console import in_sentences
from explorer.settings import data_environment


def start_app(port: int | None, data: Sequence[Path], beside: Sequence[Path], store: str | None) -> None:
    """Start the web app, once the data are known to be good."""
    with in_sentences():
        loading.open_catalogue(data, beside, store)
    settings = launch.read_settings(launch.settings_file())
    if port is not None:
        settings["server.port"] = port
    os.environ.update(data_environment(data, beside))
    launch.run_app(settings)
