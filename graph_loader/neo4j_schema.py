"""What a Neo4j database keeps unique and finds quickly, made sure of before anything is loaded."""

from __future__ import annotations

import time

from graph_loader.neo4j_session import Neo4jSession
from pathways.errors import StoreUnavailable

KEYS = {
    "current": ("PathwayCurrent", "id"),
    "dataset": ("PathwayDataset", "id"),
    "record": ("PathwayRecord", "dataset", "node"),
    "step": ("STEP", "dataset", "id"),
}
"""What has to be unique, by the query in store/schema that sees to it."""

INDEXES = ("type", "position", "requirement", "concept", "sector", "level", "source", "names")
"""What is found quickly, by the query in store/schema that sees to it."""

UNOWNED_FOR = 2.0
"""Seconds after which an index without its constraint is taken to have been left behind."""

TRIES = 3
"""How often the keys are asked for; a load that was cut off may be making one at the same time."""


def prepare(session: Neo4jSession) -> None:
    """Make sure that the keys are there that make loading twice the same as once.

    Raises StoreUnavailable where the database does not let us make them.
    """
    refusal: StoreUnavailable | None = None
    missing = _missing_keys(session)
    for _ in range(TRIES if missing else 0):
        try:
            for name in missing:
                session.write(f"store/schema/{name}")
        except StoreUnavailable as error:
            refusal = error
            _drop_unowned(session)
        missing = _missing_keys(session)
        if not missing:
            break
    if missing:
        named = ", ".join(sorted(KEYS[each][0] for each in missing))
        raise refusal or StoreUnavailable(
            f"The database does not keep {named} unique, so nothing was loaded."
        )
    for name in INDEXES:
        session.write(f"store/schema/{name}")


def _missing_keys(session: Neo4jSession) -> list[str]:
    there = {(*row["names"], *row["properties"]) for row in session.read("store/constraints")}
    return [name for name, key in KEYS.items() if key not in there]


def _drop_unowned(session: Neo4jSession) -> None:
    """Drop what is left of constraints whose creation was cut short: it keeps them from being made.

    A constraint that is still being made, for a load that was cut off or another's, looks the same for a
    moment, so only what has not become one in time is dropped.
    """
    unowned = {row["name"] for row in session.read("store/unowned")}
    if unowned:
        time.sleep(UNOWNED_FOR)
        for row in session.read("store/unowned"):
            if row["name"] in unowned:
                session.write("store/drop_index", name=row["name"])
