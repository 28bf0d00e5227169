"""Starts the web app with the settings it was made for, from whatever folder the command is given in."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


def app_file() -> Path:
    """Return the script to run: in `entry` in an installed package, at the top in a checkout."""
    packaged = HERE / "entry" / "app.py"
    return packaged if packaged.exists() else HERE.parent / "app.py"


def settings_file() -> Path:
    """Return Streamlit's settings: beside this file in an installed package, at the top in a checkout."""
    packaged = HERE / "streamlit.toml"
    return packaged if packaged.exists() else HERE.parent / ".streamlit" / "config.toml"


def read_settings(file: Path) -> dict[str, Any]:
    """Return settings by Streamlit's own names: "server.port", "theme.light.textColor"."""
    return dict(_flat(tomllib.loads(file.read_text("utf-8"))))


def settings_as_options(settings: Mapping[str, Any], environment: Mapping[str, str]) -> list[str]:
    """Return settings as options of `streamlit run`, less those that the environment sets.

    Options rather than a file, since Streamlit looks for files only in the folder it is started from, the
    home folder and beside the script; and options hold for its hidden settings as well.
    """
    return [
        f"--{name}={text}"
        for name, value in settings.items()
        if environment_name(name) not in environment
        for text in _texts(value)
    ]


def environment_name(setting: str) -> str:
    """Return the variable that sets the same thing: "STREAMLIT_SERVER_MAX_UPLOAD_SIZE"."""
    return "STREAMLIT_" + re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", setting.replace(".", "_")).upper()


def run_app(options: Mapping[str, Any]) -> None:
    """Run the web app with Streamlit's options until it is stopped."""
    from streamlit.logger import get_logger
    from streamlit.web import cli

    given = settings_as_options(known_settings(options), os.environ)
    # Having looked at its settings makes Streamlit ask for a restart when the options come; nothing runs yet.
    get_logger("streamlit.config").setLevel("ERROR")
    cli.main(["run", *given, str(app_file())], prog_name="streamlit", standalone_mode=False)


def known_settings(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Return the settings that the installed Streamlit knows: an older one would refuse to start."""
    from streamlit import config

    known = {}
    for name, value in settings.items():
        try:
            config.get_option(name)
        except RuntimeError:
            continue
        known[name] = value
    return known


def _flat(table: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        name = f"{above}.{key}" if above else key
        if isinstance(value, dict):
            yield from _flat(value, name)
        else:
            yield name, value


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for each in value:
            yield from _texts(each)
    else:
        yield str(value).lower() if isinstance(value, bool) else str(value)
