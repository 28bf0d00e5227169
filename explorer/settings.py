"""Which data the web app uses, handed over in environment variables.

`pathways app` sets them, and so can anyone who starts the app with `streamlit run app.py`. Several paths are
joined as in PATH.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

DATA = "PATHWAYS_DATA"
"""The variable that names the data to use instead of what ships."""

BESIDE = "PATHWAYS_WITH"
"""The variable that names the data to use beside it."""


def data_environment(data: Sequence[Path], beside: Sequence[Path]) -> dict[str, str]:
    """Return the variables that name these data. Paths are made absolute."""
    named = {
        DATA: os.pathsep.join(str(path.absolute()) for path in data),
        BESIDE: os.pathsep.join(str(path.absolute()) for path in beside),
    }
    return {name: value for name, value in named.items() if value}


def data_paths(environment: Mapping[str, str]) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Return the data to use instead of what ships, and those to use beside it."""
    named = (environment.get(name, "") for name in (DATA, BESIDE))
    instead, beside = (tuple(Path(part) for part in text.split(os.pathsep) if part) for text in named)
    return instead, beside
