"""Where the shared store is and who may use it: from the environment, or from a file of settings.

The file is TOML with one table, `[neo4j]`, and the keys uri, username, password and database. It is the one
that PATHWAYS_SETTINGS names, or settings.toml in the user's folder for settings. The environment wins.
"""

from __future__ import annotations

import os
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, urlsplit

from pathways.errors import StoreUnavailable

SETTINGS = "PATHWAYS_SETTINGS"
"""The variable that names the file of settings."""

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
KEYS = ("uri", "username", "password", "database")


@dataclass(frozen=True, slots=True)
class Neo4jSettings:
    """An address ("neo4j+s://example.org"), a user and a database. The password is never shown.

    An empty password is for a server that asks for none.
    """

    uri: str
    username: str = "neo4j"
    password: str = field(default="", repr=False)
    database: str = "neo4j"


def read_settings(environment: Mapping[str, str]) -> Neo4jSettings:
    """Return the settings. Raises StoreUnavailable where they name no server, or have a mistake."""
    file = settings_file(environment)
    held = _read_file(file) if file else {}
    for key in KEYS:
        named = environment.get(variable(key))
        if named is not None:
            held[key] = named
    if not held.get("uri"):
        raise StoreUnavailable(
            "No Neo4j is named. Set NEO4J_URI, NEO4J_USERNAME and NEO4J_PASSWORD, or write them to a file of "
            "settings (docs/neo4j.md says how)."
        )
    if "password" not in held:
        raise StoreUnavailable(
            "There is no password for Neo4j. Set NEO4J_PASSWORD, to nothing for a server that asks for none."
        )
    return Neo4jSettings(
        _checked_uri(held["uri"]),
        held.get("username") or "neo4j",
        held["password"],
        held.get("database") or "neo4j",
    )


def variable(key: str) -> str:
    """Return the name of the variable for a setting: NEO4J_URI."""
    return f"NEO4J_{key.upper()}"


def settings_file(environment: Mapping[str, str]) -> Path | None:
    """Return the file of settings: the one that is named, or that in the user's folder if it is there."""
    named = environment.get(SETTINGS)
    if named:
        return Path(named)
    if sys.platform == "win32":
        base = environment.get("APPDATA", "")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Application Support")  # noqa: PTH111 - raises without a home
    else:
        base = environment.get("XDG_CONFIG_HOME", "") or os.path.expanduser("~/.config")  # noqa: PTH111
    usual = Path(base) / "pathway-explorer" / "settings.toml"
    return usual if usual.is_absolute() and usual.is_file() else None


def _read_file(file: Path) -> dict[str, str]:
    """Return what the file says. No message shows a value: it could be the password."""
    try:
        held = tomllib.loads(file.read_text("utf-8"))
    except OSError as problem:
        raise StoreUnavailable(f"{file}: the settings cannot be read ({problem.strerror}).") from None
    except UnicodeDecodeError:
        raise StoreUnavailable(f"{file}: the settings are not UTF-8 text.") from None
    except tomllib.TOMLDecodeError as problem:
        raise StoreUnavailable(f"{file}: the settings are not TOML: {_place(str(problem))}.") from None
    table: Any = held.get("neo4j", {})
    if not isinstance(table, dict):
        raise StoreUnavailable(f"{file}: neo4j has to be a table: [neo4j], and a line for each setting.")
    for key, value in table.items():
        if key not in KEYS:
            raise StoreUnavailable(f"{file}: [neo4j] has no setting '{key[:40]}'. It has {', '.join(KEYS)}.")
        if not isinstance(value, str):
            raise StoreUnavailable(f"{file}: neo4j.{key} has to be text in quotes.")
    return table


def _place(problem: str) -> str:
    """Return a message of the TOML reader as far as it quotes nothing: what and where."""
    what, _, where = problem.rpartition(" (at ")
    return f"it cannot be read at {where.rstrip(')')}" if what and where else "it ends too early"


def _checked_uri(text: str) -> str:
    """Return an address that can be one. Its text is shown only where it can hold no password."""
    if "@" in text:
        raise StoreUnavailable(
            "The address of Neo4j (NEO4J_URI) holds a user or a password. Take them out, and set "
            "NEO4J_USERNAME and NEO4J_PASSWORD."
        )
    try:
        parts = urlsplit(text.strip())
        right = parts.scheme in SCHEMES and bool(parts.hostname) and _is_bare(parts)
        parts.port  # noqa: B018 - raises ValueError where it is no number
    except ValueError:
        right = False
    if not right:
        raise StoreUnavailable(
            f"'{text[:80]}' is no address of a Neo4j. Write it as bolt://localhost:7687 or "
            "neo4j+s://name.databases.neo4j.io."
        )
    return text.strip()


def _is_bare(parts: SplitResult) -> bool:
    """Whether nothing follows host and port but a routing policy, which only neo4j:// has."""
    return parts.path in ("", "/") and not parts.fragment and (not parts.query or parts.scheme[:5] == "neo4j")
