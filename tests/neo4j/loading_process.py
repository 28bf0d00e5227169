"""A process that loads datasets when told, to be killed while it does, and one that reads all the time."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from types import ModuleType
from typing import Any

from graph_loader import neo4j_load
from graph_loader.neo4j_session import LOADING, Neo4jSession
from graph_loader.neo4j_settings import Neo4jSettings
from graph_loader.neo4j_store import Neo4jStore
from pathways.catalogue import Catalogue
from pathways.errors import PathwaysError

FRESH = multiprocessing.get_context("forkserver")
"""Processes that are copies of one which only imports: a copy of one with threads may hang."""

FRESH.set_forkserver_preload([__name__, "neo4j"])


@dataclass(frozen=True)
class Job:
    """What to load, through what, in batches of what size; `retry` is how long to go on trying."""

    catalogue: Catalogue
    settings: Neo4jSettings
    batch: int
    retry: float


@dataclass(frozen=True)
class Outcome:
    """How a load ended: "done", "refused" with a sentence, "stopped", "killed", or "failed" with a fault."""

    how: str
    said: str = ""


class Loader:
    """A process that loads. One that was killed is followed by a new one."""

    def __init__(self) -> None:
        self._start()

    def _start(self) -> None:
        self._pipe, inner = FRESH.Pipe()
        self._process = FRESH.Process(target=_load_when_told, args=(inner,), daemon=True)
        _start(self._process)
        inner.close()

    def begin(self, job: Job) -> None:
        """Start to load."""
        self._pipe.send(job)

    def end(self, limit: float) -> Outcome:
        """Wait for the end of the load; one that takes longer than `limit` seconds is killed and a fault."""
        try:
            if self._pipe.poll(limit):
                outcome: Outcome = self._pipe.recv()
                return outcome
            self.kill()
            outcome = Outcome("failed", f"The load had not ended after {limit:.0f} seconds.")
        except (EOFError, ConnectionResetError):
            outcome = Outcome("killed")
        self._process.join()
        self._pipe.close()
        self._start()
        return outcome

    def kill(self) -> None:
        """End the process as a loss of power would."""
        _signal(self._process.pid, signal.SIGKILL)

    def stop(self) -> None:
        """End the load as Ctrl+C does."""
        _signal(self._process.pid, signal.SIGINT)

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.join()
        self._pipe.close()


def _start(process: Any) -> None:
    """Start a process that does not begin with our main module: a test may have left the web app there."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        process.start()
    finally:
        sys.modules["__main__"] = main


def _signal(process: int | None, kind: signal.Signals) -> None:
    if process is not None:
        with suppress(ProcessLookupError):
            os.kill(process, kind)


def _load_when_told(pipe: Any) -> None:
    # A process that is started in the background ignores Ctrl+C, and those that it starts do.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    while True:
        try:
            job = pipe.recv()
        except EOFError:
            return
        except KeyboardInterrupt:
            continue
        try:
            outcome = _load(job)
        except KeyboardInterrupt:
            outcome = Outcome("stopped")
        pipe.send(outcome)


def _load(job: Job) -> Outcome:
    neo4j_load.BATCH = job.batch
    patience = replace(LOADING, acquire=2, retry=job.retry)
    try:
        with Neo4jSession(job.settings, patience) as session:
            neo4j_load.load(session, job.catalogue, datetime.now(UTC))
    except PathwaysError as error:
        return Outcome("refused", str(error))
    except Exception as error:
        return Outcome("failed", f"{type(error).__name__}: {error}")
    return Outcome("done")


@dataclass(frozen=True)
class Reading:
    """One reading of everything: from when to when, the hash of what was read or what was said instead."""

    begun: float
    ended: float
    hash: str | None
    said: str = ""


class Reader:
    """A process that reads everything, again and again, each time as if it were the first."""

    def __init__(self, settings: Neo4jSettings) -> None:
        self._pipe, inner = FRESH.Pipe()
        self._process = FRESH.Process(target=_read_until_told, args=(inner, settings), daemon=True)
        _start(self._process)
        inner.close()

    def so_far(self) -> list[Reading]:
        """Return the readings since this was last asked for, up to now; waits for one that is under way."""
        self._pipe.send("tell")
        readings: list[Reading] = self._pipe.recv()
        return readings

    def pause(self) -> list[Reading]:
        """Read no more until `resume`."""
        self._pipe.send("pause")
        readings: list[Reading] = self._pipe.recv()
        return readings

    def resume(self) -> None:
        """Read on."""
        self._pipe.send("resume")

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.join()
        self._pipe.close()


def _read_until_told(pipe: Any, settings: Neo4jSettings) -> None:
    readings: list[Reading] = []
    with Neo4jSession(settings) as session:
        while True:
            readings.append(_read(session))
            time.sleep(0.01)
            if pipe.poll():
                told = pipe.recv()
                pipe.send(readings)
                readings = []
                if told == "pause":
                    pipe.recv()


def _read(session: Neo4jSession) -> Reading:
    begun = time.monotonic()
    try:
        # A store of its own each time: one that remembers what it read would see nothing.
        catalogue = Neo4jStore(session).read()
    except PathwaysError as error:
        time.sleep(0.05)
        return Reading(begun, time.monotonic(), None, f"{type(error).__name__}: {error}")
    except Exception as error:
        time.sleep(0.05)
        return Reading(begun, time.monotonic(), "", f"{type(error).__name__}: {error}")
    return Reading(begun, time.monotonic(), content_hash(catalogue))


def content_hash(catalogue: Catalogue) -> str:
    """Return the hash of the records themselves: a catalogue may bring one that the database told."""
    return replace(catalogue).content_hash
