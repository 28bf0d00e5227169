"""A real Neo4j Community server for tests: in a temporary home, on a port of its own, loopback only."""

from __future__ import annotations

import os
import random
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Self

from neo4j import GraphDatabase
from neo4j.exceptions import AuthError, DriverError, Neo4jError

from graph_loader.neo4j_settings import Neo4jSettings
from tests.neo4j.artifacts import VERSIONS, find_jars, find_java

PASSWORD = "pathways-test"
FIRST_PASSWORD = "neo4j"
OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent", "java.lang")
STARTING = 300
"""Seconds that a server may take to answer: four on an idle machine, minutes on a very busy one."""

QUICK_START = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
"""A quick start is worth more to tests than code that is fast in an hour's time."""

CONFIGURATION = """\
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{port}
server.bolt.advertised_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
server.memory.pagecache.size={pagecache}
db.tx_log.preallocate=false
dbms.usage_report.enabled=false
"""


class Server:
    """A server that is started, killed, stopped and started again on the same home and port.

    `more` is further lines of its configuration. Raises NotHere where this machine cannot run the version.
    """

    def __init__(
        self,
        version: str,
        more: str = "",
        heap: int = 512,
        pagecache: str = "64m",
        java: tuple[str, ...] = QUICK_START,
    ) -> None:
        self.version = version
        about = VERSIONS[version]
        self._java, self._jars, self._main = find_java(about), find_jars(about), about.main
        self._home = Path(tempfile.mkdtemp(prefix="neo4j-test-"))
        self._heap, self._pagecache, self._options = heap, pagecache, java
        self.settings = Neo4jSettings(f"bolt://127.0.0.1:{_free_port()}", "neo4j", PASSWORD, "neo4j")
        self._process: subprocess.Popen[bytes] | None = None
        self.configure(more)

    def configure(self, more: str = "") -> None:
        """Write the configuration, with further lines; it holds from the next start."""
        conf = self._home / "conf"
        conf.mkdir(exist_ok=True)
        port = self.settings.uri.rpartition(":")[2]
        (conf / "neo4j.conf").write_text(CONFIGURATION.format(port=port, pagecache=self._pagecache) + more)

    def admin(self, *arguments: str, folder: Path) -> str:
        """Run `neo4j-admin` with these arguments in a folder, the server being down; return what it says."""
        opened = [f"--add-opens=java.base/{each}=ALL-UNNAMED" for each in OPENED]
        done = subprocess.run(
            [
                self._java,
                *(f"-Xmx{self._heap}m", "-XX:TieredStopAtLevel=1"),
                *opened,
                *("-cp", f"{self._jars}/*", "org.neo4j.cli.AdminTool"),
                *arguments,
            ],
            cwd=folder,
            env={**os.environ, "NEO4J_HOME": str(self._home), "NEO4J_CONF": str(self._home / "conf")},
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout + done.stderr

    def start(self) -> None:
        """Start the process, and wait until it answers."""
        opened = [f"--add-opens=java.base/{each}=ALL-UNNAMED" for each in OPENED]
        memory = [f"-Xmx{self._heap}m", *self._options]
        log = self._home / "output.txt"
        with log.open("ab") as output:
            self._process = subprocess.Popen(
                [
                    self._java,
                    *memory,
                    *opened,
                    *("-cp", f"{self._jars}/*", self._main),
                    *(f"--home-dir={self._home}", f"--config-dir={self._home / 'conf'}"),
                ],
                stdout=output,
                stderr=output,
            )
        self._wait(log)

    def kill(self) -> None:
        """End the process at once, as a loss of power does."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """Ask the process to end, and wait."""
        self._end(signal.SIGTERM)

    @property
    def memory(self) -> int:
        """The memory of the process, in bytes (Linux)."""
        assert self._process
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        return int(status.split("VmRSS:")[1].split()[0]) * 1024

    def wipe(self) -> None:
        """Delete everything but constraints and indexes."""
        wipe(self.settings)

    def close(self) -> None:
        """End the process and remove its home."""
        self.kill()
        shutil.rmtree(self._home, ignore_errors=True)

    def __enter__(self) -> Self:
        try:
            self.start()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def _end(self, how: signal.Signals) -> None:
        if self._process:
            self._process.send_signal(how)
            try:
                self._process.wait(60)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            self._process = None

    def _wait(self, log: Path) -> None:
        assert self._process
        host, port = self.settings.uri.removeprefix("bolt://").split(":")
        end = time.monotonic() + STARTING
        while time.monotonic() < end and self._process.poll() is None:
            try:
                # A bare connection first: the driver would log and wait for each that is refused.
                socket.create_connection((host, int(port)), 1).close()
                _change_first_password(self.settings)
            except (OSError, DriverError, Neo4jError):
                time.sleep(0.1)
            else:
                return
        self.kill()
        raise RuntimeError(f"Neo4j {self.version} did not start:\n{log.read_text()[-3000:]}")


def describe(settings: Neo4jSettings) -> str:
    """Return what a server says it is: "Neo4j Kernel 5.26.14 community"."""
    with GraphDatabase.driver(settings.uri, auth=(settings.username, settings.password)) as driver:
        rows = driver.execute_query("CALL dbms.components()", database_=settings.database).records
        return ", ".join(f"{row['name']} {'/'.join(row['versions'])} {row['edition']}" for row in rows)


def wipe(settings: Neo4jSettings) -> None:
    """Delete everything in a database but constraints and indexes."""
    driver = GraphDatabase.driver(settings.uri, auth=(settings.username, settings.password))
    with driver, driver.session(database=settings.database) as session:
        # In parts: what is deleted at once has to fit in the server's memory.
        session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 1000 ROWS").consume()


def count_nodes(settings: Neo4jSettings) -> int:
    """Return how many nodes of any kind a database has."""
    with GraphDatabase.driver(settings.uri, auth=(settings.username, settings.password)) as driver:
        found = driver.execute_query("MATCH (n) RETURN count(n) AS count", database_=settings.database)
        return int(found.records[0]["count"])


def _free_port() -> int:
    """Return a port that is free, and below those that a system gives to whoever opens a connection.

    A client that knocks at a server that is down could else be given the port that it knocks at, connect to
    itself, and keep the server from coming back.
    """
    while True:
        port = random.SystemRandom().randrange(20_000, 32_000)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port


def _change_first_password(settings: Neo4jSettings) -> None:
    """Set our password where the server still has its first, which allows nothing else."""
    own = (settings.username, settings.password)
    try:
        with GraphDatabase.driver(settings.uri, auth=own) as driver:
            driver.execute_query("RETURN 1", database_=settings.database)
    except AuthError:
        with GraphDatabase.driver(settings.uri, auth=(settings.username, FIRST_PASSWORD)) as driver:
            change = "ALTER CURRENT USER SET PASSWORD FROM $first TO $own"
            driver.execute_query(change, first=FIRST_PASSWORD, own=settings.password, database_="system")
            driver.execute_query("RETURN 1", database_=settings.database)
