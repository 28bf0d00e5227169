"""A connection to one Neo4j database that runs queries by name. The only module that knows the driver.

The driver waits for ever on a server that falls silent. So every query has a limit after which the driver is
closed, which frees whoever waits; the next query opens another.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock, Timer
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from graph_loader.cypher import query
from graph_loader.neo4j_faults import is_fault, is_worth_another_try, sentence
from graph_loader.neo4j_settings import Neo4jSettings
from pathways.errors import StoreUnavailable

if TYPE_CHECKING:
    from neo4j import Driver

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait, in seconds.

    `connect` for a connection to be made, `acquire` for one to be ready for use, `answer` for the answer to
    one query, and `retry` for how long a query is tried again that fails for a passing reason.
    """

    connect: float = 2
    acquire: float = 3
    retry: float = 3
    answer: float = 30


READING = Patience()
LOADING = Patience(acquire=10, retry=30, answer=300)

FIRST_PAUSE = 0.1
"""Seconds before the first other try; twice as many before each that follows."""

LONGEST_PAUSE = 2.0


class Neo4jSession:
    """Runs the queries of `cypher/` on one database. Every fault is a StoreUnavailable with a sentence.

    Several threads may use one session. Answers are whole or there are none.
    """

    def __init__(self, settings: Neo4jSettings, patience: Patience = READING) -> None:
        self.settings = settings
        self._patience = patience
        self._driver: Driver | None = None
        self._lock = Lock()

    def read(self, name: str, /, **parameters: Any) -> list[Row]:
        """Return the rows of a query that changes nothing."""
        return self._run(name, parameters, "r")

    def write(self, name: str, /, **parameters: Any) -> list[Row]:
        """Run a query that may change something, in one transaction, and return its rows.

        It is run again where it is not known whether it took effect, so it has to be safe to run twice.
        """
        return self._run(name, parameters, "w")

    def server(self) -> str:
        """Return what the server says it is: "Neo4j/5.26.14"."""
        return str(self._within_limit(lambda driver: driver.get_server_info().agent))

    def close(self) -> None:
        """Close every connection. Closing twice does no harm."""
        with self._lock:
            driver, self._driver = self._driver, None
        if driver:
            driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _run(self, name: str, parameters: dict[str, Any], routing: Any) -> list[Row]:
        text = query(name)

        def ask(driver: Driver) -> list[Row]:
            from neo4j import Query

            # The server gives up as well, or it would go on working for nobody.
            limited = Query(text, timeout=self._patience.answer)
            found = driver.execute_query(
                limited, parameters, database_=self.settings.database, routing_=routing
            )
            return [dict(zip(found.keys, record.values(), strict=True)) for record in found.records]

        rows: list[Row] = self._within_limit(ask)
        return rows

    def _within_limit(self, ask: Callable[[Driver], Any]) -> Any:
        """Ask, and ask again while that may help and there is time."""
        end = time.monotonic() + self._patience.retry
        pause = FIRST_PAUSE
        while True:
            with self._watched() as watch:
                try:
                    return ask(self._open())
                except StoreUnavailable:
                    raise
                except Exception as problem:
                    if _was_interrupted(problem):
                        raise KeyboardInterrupt from None
                    fault = problem
            if watch.rang:
                raise StoreUnavailable(self._silent()) from fault
            if not is_fault(fault):
                raise fault
            if not is_worth_another_try(fault) or time.monotonic() + pause > end:
                raise StoreUnavailable(sentence(fault, self.settings)) from fault
            time.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)

    def _open(self) -> Driver:
        with self._lock:
            if self._driver is None:
                self._driver = _new_driver(self.settings, self._patience)
            return self._driver

    @contextmanager
    def _watched(self) -> Iterator[_Watch]:
        """Close the driver where what is done within takes longer than an answer may."""
        patience = self._patience
        watch = _Watch(self.close, patience.connect + patience.acquire + patience.answer)
        watch.start()
        try:
            yield watch
        finally:
            watch.cancel()

    def _silent(self) -> str:
        return (
            f"Neo4j at {self.settings.uri} took a question and did not answer within "
            f"{self._patience.answer:g} seconds. It may be overloaded; try again later."
        )


class _Watch(Timer):
    """Does something after a time unless cancelled, and says whether it did."""

    def __init__(self, act: Callable[[], None], seconds: float) -> None:
        super().__init__(seconds, self._ring)
        self.daemon = True
        self.rang = False
        self._act = act

    def _ring(self) -> None:
        self.rang = True
        self._act()


def _new_driver(settings: Neo4jSettings, patience: Patience) -> Driver:
    """Return a driver that tries once and says nothing of its own: trying again is decided here."""
    try:
        from neo4j import GraphDatabase
    except ModuleNotFoundError:
        raise StoreUnavailable(
            'The driver of Neo4j is not installed. Install it: pip install "pathway-explorer[neo4j]".'
        ) from None
    logging.getLogger("neo4j").addHandler(logging.NullHandler())
    return GraphDatabase.driver(
        settings.uri,
        auth=(settings.username, settings.password) if settings.password else None,
        connection_timeout=patience.connect,
        connection_acquisition_timeout=patience.acquire,
        max_transaction_retry_time=0,
        max_connection_pool_size=20,
        liveness_check_timeout=30,
        notifications_min_severity="OFF",
        telemetry_disabled=True,
    )


def _was_interrupted(problem: BaseException | None) -> bool:
    """Say whether Ctrl+C came first: the driver tidies up then, and what goes wrong there would hide it."""
    while problem:
        if isinstance(problem, KeyboardInterrupt):
            return True
        problem = problem.__context__
    return False
