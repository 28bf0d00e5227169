"""One connection to a Neo4j server: runs queries by name. The only module that knows the driver."""

from __future__ import annotations

from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from graph_loader.cypher import query
from graph_loader.neo4j_settings import Neo4jSettings
from pathways.errors import StoreUnavailable

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait, in seconds: for a connection, a free one, all tries of a query, and one answer."""

    connect: float = 2
    acquire: float = 3
    retry: float = 3
    answer: float = 30


READING = Patience()
LOADING = Patience(acquire=10, retry=30, answer=300)

TRIES = 4
"""How often a write is sent whose COMMIT was not answered; each is safe to run twice."""


class Neo4jSession:
    """Runs the queries of `cypher/` on one database. Every fault is a StoreUnavailable with a sentence."""

    def __init__(self, settings: Neo4jSettings, patience: Patience = READING) -> None:
        from neo4j import GraphDatabase

        self.settings = settings
        self._driver = GraphDatabase.driver(
            settings.uri,
            auth=(settings.username, settings.password),
            connection_timeout=patience.connect,
            connection_acquisition_timeout=patience.acquire,
            max_transaction_retry_time=patience.retry,
            max_connection_pool_size=20,
            liveness_check_timeout=30,
            notifications_min_severity="OFF",
            telemetry_disabled=True,
        )

    def read(self, name: str, /, **parameters: Any) -> list[Row]:
        """Return the rows of a query that changes nothing."""
        return self._run(name, parameters, "r")

    def write(self, name: str, /, **parameters: Any) -> list[Row]:
        """Run a query that may change something, in one transaction, and return its rows."""
        return self._run(name, parameters, "w")

    def close(self) -> None:
        """Close every connection. Closing twice does no harm."""
        self._driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _run(self, name: str, parameters: dict[str, Any], routing: Any) -> list[Row]:
        from neo4j import exceptions

        for attempt in range(TRIES):
            try:
                found = self._driver.execute_query(
                    query(name), parameters, database_=self.settings.database, routing_=routing
                )
            except exceptions.IncompleteCommit:
                if attempt == TRIES - 1:
                    raise StoreUnavailable("Neo4j did not confirm a change.") from None
            except (exceptions.DriverError, exceptions.Neo4jError) as problem:
                raise StoreUnavailable(f"Neo4j could not answer: {problem}") from problem
            else:
                return [dict(zip(found.keys, record.values(), strict=True)) for record in found.records]
        raise AssertionError("unreachable")
