"""The Cypher queries by name: one a file, "store/flip" is cypher/store/flip.cypher."""

from __future__ import annotations

from functools import cache
from pathlib import Path


def cypher_folder() -> Path:
    """Return the folder of the queries: inside an installed package, at the top of a checkout."""
    packaged = Path(__file__).parent / "cypher"
    return packaged if packaged.is_dir() else Path(__file__).parent.parent / "cypher"


@cache
def query(name: str) -> str:
    """Return the text of a query. Raises FileNotFoundError for a name that is none."""
    return (cypher_folder() / f"{name}.cypher").read_text("utf-8")
