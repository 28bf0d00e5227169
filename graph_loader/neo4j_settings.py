"""Where the shared store is and who may use it, from the environment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pathways.errors import StoreUnavailable


@dataclass(frozen=True, slots=True)
class Neo4jSettings:
    """An address ("neo4j+s://example.org"), a user and a database. The password is never shown."""

    uri: str
    username: str = "neo4j"
    password: str = field(default="", repr=False)
    database: str = "neo4j"


def read_settings(environment: Mapping[str, str]) -> Neo4jSettings:
    """Return the settings of the environment. Raises StoreUnavailable where they name no server."""
    uri = environment.get("NEO4J_URI", "")
    if not uri:
        raise StoreUnavailable("No Neo4j is named. Set NEO4J_URI, NEO4J_USERNAME and NEO4J_PASSWORD.")
    return Neo4jSettings(
        uri,
        environment.get("NEO4J_USERNAME") or "neo4j",
        environment.get("NEO4J_PASSWORD", ""),
        environment.get("NEO4J_DATABASE") or "neo4j",
    )
