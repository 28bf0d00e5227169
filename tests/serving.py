"""A shared store that fails on demand, for the tests of what the app answers from."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cache

from explorer.serving import Serving
from graph_loader import load_catalogue
from graph_loader.networkx_store import NetworkXStore
from pathways.catalogue import Catalogue
from pathways.errors import StoreUnavailable
from pathways.store import DatasetVersion, GraphStore
from tests.cli import STORY

START = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)
AWAY = "Neo4j at bolt://database.example:7687 does not answer."


@cache
def files() -> Catalogue:
    """The data of the files."""
    return load_catalogue([STORY])


@cache
def shared() -> Catalogue:
    """Other data, as the shared store holds them."""
    return dataclasses.replace(files(), name="The shared data", steps=files().steps[:-1])


class Clock:
    """A clock that stands until it is moved on."""

    def __init__(self) -> None:
        self.at = START

    def __call__(self) -> datetime:
        return self.at

    def pass_(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)


class Database:
    """A server that can be switched off, or go away while it is read. `asked` counts what reached it."""

    def __init__(self, holds: Catalogue | None = None) -> None:
        self.clock = Clock()
        self.store = NetworkXStore(self.clock)
        if holds:
            self.store.replace(holds)
        self.away = False
        self.problem: Exception = StoreUnavailable(AWAY)
        self.dies_in_read = False
        self.asked: list[str] = []

    def open(self) -> GraphStore:
        """Open a connection to it, which asks nothing yet."""
        return Connection(self)  # type: ignore[return-value] # as much of a store as is used

    def answer(self, what: str) -> None:
        self.asked.append(what)
        if self.away or (what == "read" and self.dies_in_read):
            raise self.problem


class Connection:
    """What the app has of a database: it asks, and closes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def current(self) -> DatasetVersion | None:
        self._database.answer("current")
        return self._database.store.current()

    def read(self, version: DatasetVersion | None = None) -> Catalogue:
        self._database.answer("read")
        return self._database.store.read(version)

    def close(self) -> None:
        self._database.asked.append("close")


def serving(database: Database | None, read: Callable[[], Catalogue] = files) -> Serving:
    """Return what serves the files beside a database. Its thread is not started: tests look themselves."""
    clock = database.clock if database else Clock()
    return Serving(read, database.open if database else None, lambda index: None, clock)
