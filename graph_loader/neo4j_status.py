"""What a Neo4j database holds of ours: for who loads it and who looks after it. Nothing is changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from graph_loader.neo4j_session import Neo4jSession


@dataclass(frozen=True, slots=True)
class Held:
    """A dataset that is held whole, with the number of its nodes and relationships in the database."""

    content_hash: str
    format: int
    nodes: int
    relationships: int


@dataclass(frozen=True, slots=True)
class Current:
    """The dataset that answers come from. `counts` are those of a DatasetVersion."""

    held: Held
    name: str
    loaded_at: datetime
    counts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class StoreStatus:
    """Where a store is, what its server says it is, and what it holds.

    `unfinished` counts the datasets that are being loaded or cleared away, or were left so by a load that
    was cut short.
    """

    uri: str
    database: str
    server: str
    current: Current | None
    previous: Held | None
    unfinished: int


def read_status(session: Neo4jSession) -> StoreStatus:
    """Look into a database. Raises StoreUnavailable where it cannot be reached."""
    rows = session.read("store/datasets")
    by_role = {row["role"]: row for row in rows if row["role"]}
    now = session.read("store/current")
    return StoreStatus(
        uri=session.settings.uri,
        database=session.settings.database,
        server=session.server(),
        current=_current(now[0], by_role["current"]) if now and "current" in by_role else None,
        previous=_held(by_role["previous"]) if "previous" in by_role else None,
        unfinished=sum(row["status"] != "complete" for row in rows),
    )


def _current(now: dict[str, Any], row: dict[str, Any]) -> Current:
    counts = tuple(zip(now["groups"], now["counts"], strict=True))
    return Current(_held(row), now["name"], datetime.fromisoformat(now["loaded_at"]), counts)


def _held(row: dict[str, Any]) -> Held:
    return Held(row["hash"], row["format"], row["nodes"], row["relationships"])
