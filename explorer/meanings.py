"""What each code of a notice means, in the words of the page that describes the checks."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent

_ROW = re.compile(r"^\| `([a-z0-9-]+)` \| (?:error|warning|note) \| (.+?) \|$", re.MULTILINE)
_SECTION = re.compile(r"^### `([a-z0-9-]+)` \(\w+\)\n(.+?)(?:\n\n|^Breaks:)", re.MULTILINE | re.DOTALL)


def checks_file() -> Path:
    """Return the page: beside this file in an installed package, in the documentation in a checkout."""
    packaged = HERE / "checks.md"
    return packaged if packaged.exists() else HERE.parent / "docs" / "checks.md"


def read_meanings(page: str) -> dict[str, str]:
    """Return what the page says of each code, by code."""
    described = [*_ROW.findall(page), *_SECTION.findall(page)]
    return {code: " ".join(said.split()) for code, said in described}


@cache
def meanings() -> dict[str, str]:
    """Return what each code means. Empty where the page did not come with the program."""
    try:
        return read_meanings(checks_file().read_text("utf-8"))
    except OSError:
        return {}
