"""A running Neo4j for every test that asks for one: the one that NEO4J_URI names, or one of our own.

`neo4j` is one server, `every_neo4j` each version in turn. Both have `settings` and `wipe()`. Where neither
NEO4J_URI nor Maven and Java are there, tests that ask are skipped with the reason.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from graph_loader.neo4j_settings import Neo4jSettings, read_settings
from tests.neo4j.artifacts import VERSIONS, NotHere

NAMED = "named by NEO4J_URI"
VARIABLES = ("NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE")
ENVIRONMENT = {name: os.environ[name] for name in VARIABLES if os.environ.get(name)}
"""What names a server, read before it is hidden from the tests."""

_used: set[str] = set()


@dataclass(frozen=True)
class Named:
    """A server that somebody else runs. It may be emptied, since it was empty when the tests began."""

    settings: Neo4jSettings
    version: str = NAMED

    def wipe(self) -> None:
        """Delete everything but constraints and indexes."""
        from tests.neo4j.server import wipe

        wipe(self.settings)


class Servers:
    """The servers that run for this process's tests, each started when it is first asked for."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self._running: dict[str, Any] = {}

    def get(self, version: str) -> Any:
        """Return a running server. Skips the test where there cannot be one here."""
        if "NEO4J_URI" in ENVIRONMENT:
            if version not in (NAMED, next(iter(VERSIONS))):
                pytest.skip(f"Neo4j {version}: NEO4J_URI names one server, which is used instead.")
            version = NAMED
        if version not in self._running:
            self._running[version] = _named() if version == NAMED else self._start(version)
            _tell(self._config, self._running[version].settings)
        return self._running[version]

    def _start(self, version: str) -> Any:
        from tests.neo4j.server import Server

        try:
            return Server(version).__enter__()
        except NotHere as reason:
            pytest.skip(f"No Neo4j {version}: {reason}.")

    def close(self) -> None:
        """End every server that was started, and leave one that was named as it was found."""
        for server in self._running.values():
            if isinstance(server, Named):
                server.wipe()
            else:
                server.close()


def _named() -> Named:
    from tests.neo4j.server import count_nodes

    if int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1")) > 1:
        pytest.fail(
            "NEO4J_URI names one database, and several processes would test on it at once. Add -n 0.",
            pytrace=False,
        )
    settings = read_settings(ENVIRONMENT)
    if count_nodes(settings):
        pytest.fail(
            f"The database '{settings.database}' that NEO4J_URI names is not empty, and the tests would "
            "delete what it holds. Name an empty one, or unset NEO4J_URI.",
            pytrace=False,
        )
    return Named(settings)


@pytest.fixture(scope="session", autouse=True)
def _no_database_by_accident() -> Iterator[None]:
    """Hide from the tests the database of whoever runs them."""
    with pytest.MonkeyPatch.context() as patch:
        for name in VARIABLES:
            patch.delenv(name, raising=False)
        yield


@pytest.fixture(scope="session")
def neo4j_servers(request: pytest.FixtureRequest) -> Iterator[Servers]:
    pytest.importorskip("neo4j", reason="the driver is not installed: pip install 'pathway-explorer[neo4j]'")
    servers = Servers(request.config)
    yield servers
    servers.close()


@pytest.fixture(scope="session")
def neo4j(neo4j_servers: Servers) -> Any:
    """One running server, of the version that is the oldest we serve."""
    return neo4j_servers.get(next(iter(VERSIONS)))


@pytest.fixture(scope="session", params=VERSIONS)
def every_neo4j(request: pytest.FixtureRequest, neo4j_servers: Servers) -> Any:
    """A running server of each version in turn."""
    return neo4j_servers.get(request.param)


def _tell(config: pytest.Config, settings: Neo4jSettings) -> None:
    """Note what a server says it is, for the summary at the end."""
    from tests.neo4j.server import describe

    _used.add(describe(settings))
    if hasattr(config, "workeroutput"):
        config.workeroutput["neo4j"] = sorted(_used)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Collect what a worker of pytest-xdist used."""
    _used.update(getattr(node, "workeroutput", {}).get("neo4j", ()))


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say which servers the tests ran on."""
    if _used:
        terminalreporter.write_line(f"Real Neo4j servers used: {', '.join(sorted(_used))}")
