"""Interrupts loads into a real Neo4j, one after the other, while another process reads all the time."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Self

from neo4j import Driver, GraphDatabase

from graph_loader.neo4j_session import Neo4jSession
from graph_loader.neo4j_store import Neo4jStore
from pathways.catalogue import Catalogue
from pathways.errors import PathwaysError
from tests.neo4j.interruptions import SERVER, Interruption, draw, draw_kinds, small
from tests.neo4j.loading_process import Job, Loader, Reader, Reading, content_hash
from tests.neo4j.proxy import Proxy
from tests.neo4j.server import Server
from tests.neo4j.watching import Figures, Timeline

LIMIT = 240
"""How many seconds a load may take; most take less than one."""

PATIENT = 90
"""For how many seconds a loader tries again that should outlast what happens to it; any other gives up."""

COMMAND = "python -m tests.neo4j.interrupting"

EXPECTED = {"loader killed": "killed", "loader stopped": "stopped"}
"""How an interrupted load ends that is not done nevertheless; any other is refused, with a sentence."""


class Interrupter:
    """Interrupts loads into one server, one after the other. Use it in a `with` block."""

    def __init__(self, server: Server) -> None:
        self.figures = Figures()
        self._server = server
        host, port = server.settings.uri.removeprefix("bolt://").split(":")
        self._proxy = Proxy(host, int(port))
        self._through = replace(server.settings, uri=self._proxy.uri)
        self._timeline = Timeline()
        self._loader = Loader()
        self._undisturbed = Loader()
        self._current = small(0)
        self._reader: Reader | None = None

    def __enter__(self) -> Self:
        self._begin()
        self._reader = Reader(self._server.settings)
        return self

    def __exit__(self, *error: object) -> None:
        for each in (self._reader, self._loader, self._undisturbed, self._proxy):
            if each:
                each.close()

    def run(
        self,
        count: int,
        seed: int,
        only: int | None = None,
        with_server: bool = True,
        tell: Callable[[str], None] = lambda said: None,
    ) -> Figures:
        """Interrupt so many loads; those drawn for a point after the end are made up for by others.

        `only` is the number of the one to show again; `tell` is told of each.
        """
        begun = time.monotonic()
        drawn = draw_kinds(count, seed, with_server)
        numbers = [only] if only is not None else list(range(count))
        while numbers:
            number = numbers.pop(0)
            interruption = draw(number, drawn[number % count], seed)
            known = self.figures.wrong
            if not self._interrupt(interruption) and only is None:
                # The same kind, elsewhere.
                numbers.append(number + count)
            self._judge_readings(interruption)
            tell(str(interruption))
            if wrong := [line for line in self.figures.wrong if line not in known]:
                self.figures.again.append(f"{COMMAND} --count {count} --seed {seed} --only {number}")
                tell("\n".join(wrong))
            self.figures.seconds = time.monotonic() - begun
        self.figures.faults += self._left_over()
        return self.figures

    def begin_again(self) -> None:
        """Load into an empty database, and forget what was seen."""
        self._reader.pause()
        self._begin()
        self._reader.resume()

    def _begin(self) -> None:
        self._empty()
        self._load_in_peace(self._current)
        self._timeline.allow(self._current.content_hash)
        self._timeline.forget()

    def change(self, text: str) -> None:
        """Change the database as nobody should."""
        with self._driver() as driver:
            driver.execute_query(text, database_=self._server.settings.database)

    def readings_that_are_wrong(self) -> list[Reading]:
        """Return those of the readings since the last, and of one more, that should not have been."""
        self._reader.so_far()
        return [each for each in self._reader.so_far() if not self._timeline.allows(each)]

    def _interrupt(self, given: Interruption) -> bool:
        """Interrupt one load, load again, and say whether the load was met before its end."""
        ends_server = given.kind in SERVER
        if given.from_nothing:
            self._judge_readings(given, pause=True)
            self._empty()
        old = None if given.from_nothing else self._current.content_hash
        self._timeline.allow(old, given.catalogue.content_hash, *([None] if ends_server else []))
        if given.from_nothing:
            self._reader.resume()
        restart = threading.Thread(target=self._server.start)
        self._proxy.arm(given.moment, self._action(given.kind, restart))
        self._loader.begin(Job(given.catalogue, self._through, given.batch, PATIENT * given.patient))
        outcome = self._loader.end(LIMIT)
        fired = self._proxy.disarm()
        self._proxy.reopen()
        if restart.ident:
            restart.join()
        if outcome.how == "done":
            old = given.catalogue.content_hash
        elif outcome.how != EXPECTED.get(given.kind, "refused") or not fired:
            self.figures.faults.append(f"{given}: the load {outcome.how}: {outcome.said}")
        self._timeline.allow(
            old, given.catalogue.content_hash, given.afterwards.content_hash, *([None] if ends_server else [])
        )
        said = self._load_in_peace(given.afterwards)
        if said:
            self.figures.unfinished.append(f"{given}: {said}")
        self._timeline.allow(given.afterwards.content_hash)
        if fired:
            self.figures.outcomes[given.kind, outcome.how] += 1
            self.figures.whens[given.moment.when] += 1
        else:
            self.figures.too_late += 1
        return fired

    def _action(self, kind: str, restart: threading.Thread) -> Callable[[], None]:
        def end_server() -> None:
            (self._server.kill if kind == "server killed" else self._server.stop)()
            restart.start()

        return {
            "connection cut, and refused after": self._proxy.cut,
            "connection cut once": lambda: self._proxy.cut(refuse=False),
            "loader killed": self._loader.kill,
            "loader stopped": self._loader.stop,
        }.get(kind, end_server)

    def _load_in_peace(self, catalogue: Catalogue) -> str:
        """Load through the proxy, which lets everything pass, and read back; returns what went wrong."""
        self._undisturbed.begin(Job(catalogue, self._through, 5000, PATIENT))
        outcome = self._undisturbed.end(LIMIT)
        if outcome.how != "done":
            return f"the next load {outcome.how}: {outcome.said}"
        self._current = catalogue
        try:
            with Neo4jSession(self._server.settings) as session:
                found = Neo4jStore(session).read()
        except PathwaysError as error:
            return f"reading back: {error}"
        return "" if found == catalogue else f"read back {found.name} {content_hash(found)}, which differs"

    def _judge_readings(self, given: Interruption, pause: bool = False) -> None:
        readings = self._reader.pause() if pause else self._reader.so_far()
        self.figures.reads += len(readings)
        for reading in readings:
            if not self._timeline.allows(reading):
                what = reading.said or f"a dataset with the hash {reading.hash}"
                self.figures.mixed.append(f"{given}: a reader saw {what}")
            elif reading.hash is None:
                self.figures.refused_reads += 1
        self._timeline.forget()

    def _left_over(self) -> list[str]:
        """Return what should not be in the database, a sentence each."""
        with self._driver() as driver:
            found = driver.execute_query(LEFT_OVER).records
        return [f"left over: {row['what']} {row['id']}" for row in found]

    def _empty(self) -> None:
        """Take everything out of the database, and what keeps it unique."""
        with self._driver() as driver:
            driver.execute_query("MATCH (n) DETACH DELETE n")
            for row in driver.execute_query("SHOW CONSTRAINTS YIELD name").records:
                driver.execute_query(f"DROP CONSTRAINT {row['name']} IF EXISTS")

    def _driver(self) -> Driver:
        settings = self._server.settings
        return GraphDatabase.driver(settings.uri, auth=(settings.username, settings.password))


LEFT_OVER = """
MATCH (p:PathwayCurrent) MATCH (d:PathwayDataset)
WHERE NOT d.id IN [p.dataset, coalesce(p.previous, '')] AND d.status <> 'loading'
RETURN 'a dataset ' + d.status AS what, d.id AS id
UNION
MATCH (n:PathwayRecord) WHERE NOT EXISTS { MATCH (d:PathwayDataset WHERE d.id = n.dataset) }
RETURN 'records without their dataset' AS what, n.dataset AS id
"""
"""What a load should have cleared away: what is neither current nor previous nor half loaded."""
