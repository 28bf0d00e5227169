"""What the web app answers from: always from memory, whether it was read from files or from the shared store.

Nobody who looks at a page waits for a database. One thread reads the shared store, asks now and then whether
another dataset is current there, and puts a new one in place whole. While the store is away the app keeps
what it has, or has the files instead, and says so.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from threading import Event, Lock, Thread

from pathways.catalogue import Catalogue
from pathways.errors import PathwaysError, StoreUnavailable
from pathways.route_index import RouteIndex
from pathways.store import DatasetVersion, GraphStore

FIRST_WAIT = 1.0
"""Seconds that the very first visitor waits for the store before the files are read instead."""

CHECK_EVERY = 10.0
"""Seconds between two looks at which dataset is current."""

TRY_AGAIN = 5.0
"""Seconds to the next try after the store could not be reached."""

MOST_FAILURES = 3
"""After so many failures in a row the store is left alone for longer, as long as between two looks."""

log = logging.getLogger(__name__)


class Origin(StrEnum):
    """Where data were read from."""

    FILES = "files"
    STORE = "store"


@dataclass(frozen=True, slots=True)
class Served:
    """What the app answers from. Its parts belong together: a page takes them all at once."""

    index: RouteIndex
    version: DatasetVersion
    origin: Origin


class Away(StrEnum):
    """What is the matter with the shared store."""

    NOT_YET = "not yet"
    OUT_OF_REACH = "out of reach"


@dataclass(frozen=True, slots=True)
class Outage:
    """That the shared store is not there to be asked: what is shown instead, and since when."""

    away: Away
    instead: Origin
    since: datetime


class Serving:
    """Holds what the app answers from.

    `served` and `outage` may be called from any thread. Neither waits for the store, but that `served` waits
    for FIRST_WAIT where nothing has been read yet.

    `read_files` reads the data of the files; `open_store` opens the shared store, where one is to be used.
    `make_ready` does with an index, before it is served, what the first question would wait for. `now` gives
    the time with its zone.
    """

    def __init__(
        self,
        read_files: Callable[[], Catalogue],
        open_store: Callable[[], GraphStore] | None,
        make_ready: Callable[[RouteIndex], None],
        now: Callable[[], datetime],
    ) -> None:
        self._read_files = read_files
        self._open_store = open_store
        self._make_ready = make_ready
        self._now = now
        self._store: GraphStore | None = None
        self._served: Served | None = None
        self._away: tuple[Away, datetime] | None = (Away.NOT_YET, now()) if open_store else None
        self._failures = 0
        self._said = ""
        self._reading, self._placing = Lock(), Lock()
        self._tried, self._stopped = Event(), Event()

    def start(self) -> None:
        """Begin to follow the shared store, if there is one, in a thread that ends with the process."""
        if self._open_store:
            Thread(target=self._follow, args=(self._open_store,), name="shared-store", daemon=True).start()

    def stop(self) -> None:
        """Follow the shared store no longer."""
        self._stopped.set()

    def served(self) -> Served:
        """Return what to answer from. Raises DataError where the files are needed and cannot be used."""
        if self._served is None and self._open_store:
            self._tried.wait(FIRST_WAIT)
        return self._served or self._from_files()

    def outage(self) -> Outage | None:
        """Return that the shared store is away, or None where it is not, or there is none to be used."""
        away, served = self._away, self._served
        return Outage(away[0], served.origin if served else Origin.FILES, away[1]) if away else None

    def _follow(self, open_store: Callable[[], GraphStore]) -> None:
        while not self._stopped.wait(self.look(open_store)):
            pass
        self._let_go()

    def look(self, open_store: Callable[[], GraphStore]) -> float:
        """Look once which dataset is current in the store, read it if it is another; say when to look again.

        Nothing that goes wrong here is raised: it makes an outage, and is logged where it is news.
        """
        try:
            self._read_store(open_store)
        except PathwaysError as problem:
            return self._failed(str(problem))
        except Exception as problem:
            # Whatever it is, tomorrow's look may find it mended; no value of it is written down.
            return self._failed(f"{type(problem).__name__} while the shared store was read.")
        self._failures, self._away, self._said = 0, None, ""
        self._tried.set()
        return CHECK_EVERY

    def _from_files(self) -> Served:
        """Return what the files hold, read by one visitor for all who come meanwhile."""
        with self._reading:
            made = self._served or self._make(self._read_files(), None)
            with self._placing:
                self._served = self._served or made  # what the store held came first, and stays
                return self._served

    def _read_store(self, open_store: Callable[[], GraphStore]) -> None:
        store = self._store = self._store or open_store()
        version = store.current()
        if version is None:
            raise StoreUnavailable("It holds no dataset yet. Load one first: pathways load --to neo4j.")
        served = self._served
        if served and served.origin is Origin.STORE and served.version == version:
            return
        if served and version.describes(served.index.catalogue):  # held already: nothing to read
            made = Served(served.index, version, Origin.STORE)
        else:
            made = self._make(store.read(version), version)
        with self._placing:
            self._served = made

    def _make(self, catalogue: Catalogue, version: DatasetVersion | None) -> Served:
        """Return a catalogue ready to be served: of the store with its version, of the files without one."""
        index = RouteIndex.build(catalogue)
        self._make_ready(index)
        if version:
            return Served(index, version, Origin.STORE)
        return Served(index, DatasetVersion.of(catalogue, self._now()), Origin.FILES)

    def _failed(self, why: str) -> float:
        self._failures += 1
        if self._away is None or self._away[0] is not Away.OUT_OF_REACH:
            self._away = (Away.OUT_OF_REACH, self._now())
        if why != self._said:
            log.warning("The shared store is not in use: %s", why)
            self._said = why
        self._let_go()
        self._tried.set()
        return TRY_AGAIN if self._failures < MOST_FAILURES else CHECK_EVERY

    def _let_go(self) -> None:
        """Close the store: the next look opens it anew, since what failed once may be stuck."""
        store, self._store = self._store, None
        if store:
            with suppress(Exception):  # it is given up either way
                store.close()
