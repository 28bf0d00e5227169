"""Errors as JSON: what any command with `--format json` prints where it cannot answer."""

from __future__ import annotations

from typing import Any

from explorer.formats.notices import json_notice
from pathways.errors import DataError, PathwaysError, UnknownName


def json_error(error: PathwaysError) -> dict[str, Any]:
    """Return an error as a JSON object: its sentence, near names, findings on data."""
    return {
        "error": str(error),
        "suggestions": list(error.suggestions) if isinstance(error, UnknownName) else [],
        "notices": [json_notice(each) for each in error.notices] if isinstance(error, DataError) else [],
    }
