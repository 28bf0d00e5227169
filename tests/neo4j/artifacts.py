"""What a Neo4j server needs on this machine: its jars, fetched once by Maven, and a Java that is new enough.

    python -m tests.neo4j.artifacts

fetches every version that a Java here can run, and says what it found.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

JARS = "PATHWAYS_NEO4J_JARS"
"""The variable that names the folder to keep jars in, a folder a version; else the user's cache folder."""

POM = Path(__file__).parent / "pom.xml"
PATIENCE = 600
"""Seconds that Maven may take for 120 MB."""


class NotHere(Exception):
    """Something that a server needs is not on this machine. str() says what."""


@dataclass(frozen=True)
class Version:
    """A version of the server, the oldest and the newest Java that run it, and the class that starts it."""

    number: str
    oldest_java: int
    newest_java: int
    main: str


VERSIONS = {
    each.number: each
    for each in (
        Version("5.26.14", 17, 21, "org.neo4j.server.CommunityEntryPoint"),
        Version("2025.10.1", 21, 25, "org.neo4j.server.Neo4jCommunity"),
    )
}


def find_java(version: Version) -> Path:
    """Return the oldest Java here that runs a version. Raises NotHere."""
    oldest, newest = version.oldest_java, version.newest_java
    found = [(java, path) for path, java in _javas().items() if oldest <= java <= newest]
    if not found:
        raise NotHere(
            f"it needs a Java from {oldest} to {newest}, and there is none in JAVA_HOME, PATH or /usr/lib/jvm"
        )
    return min(found)[1]


def find_jars(version: Version) -> Path:
    """Return the folder with the jars of a version, fetched by Maven if need be. Raises NotHere."""
    folder = jar_folder() / version.number
    if folder.is_dir():
        return folder
    if not shutil.which("mvn"):
        raise NotHere(f"its jars are not in {folder.parent} and there is no Maven (mvn) to fetch them")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix="part-") as part:
        _fetch(version, Path(part) / "jars")
        try:
            (Path(part) / "jars").rename(folder)
        except OSError:
            if not folder.is_dir():  # another process may have been first
                raise
    return folder


def jar_folder() -> Path:
    """Return the folder that jars are kept in."""
    named = os.environ.get(JARS)
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(named) if named else Path(base) / "pathway-explorer-tests" / "neo4j"


def _fetch(version: Version, folder: Path) -> None:
    command = ["mvn", "-q", "-B", "-f", str(POM), "dependency:copy-dependencies"]
    given = [f"-Dneo4j.version={version.number}", f"-DoutputDirectory={folder}"]
    try:
        done = subprocess.run([*command, *given], capture_output=True, text=True, timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        raise NotHere(f"Maven did not fetch its jars within {PATIENCE} seconds") from None
    if done.returncode or not folder.is_dir():
        last = (done.stdout + done.stderr).strip().splitlines()[-1:] or ["no message"]
        raise NotHere(f"Maven could not fetch its jars: {last[0]}")


@cache
def _javas() -> dict[Path, int]:
    """Return every Java on this machine with its version."""
    homes = [Path(os.environ["JAVA_HOME"]) / "bin" / "java"] if os.environ.get("JAVA_HOME") else []
    named = shutil.which("java")
    if named:
        homes.append(Path(named))
    homes.extend(sorted(Path("/usr/lib/jvm").glob("*/bin/java")))
    found = {}
    for path in homes:
        version = _java_version(path)
        if version:
            found[path] = version
    return found


def _java_version(java: Path) -> int | None:
    """Return 17 for "17.0.15", and 8 for "1.8.0"."""
    try:
        done = subprocess.run([java, "-version"], capture_output=True, text=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return None
    match = re.search(r'version "(?:1\.)?(\d+)', done.stderr + done.stdout)
    return int(match[1]) if match else None


def main() -> None:
    """Fetch what can be run here."""
    for version in VERSIONS.values():
        try:
            java = find_java(version)
            jars = len([*find_jars(version).glob("*.jar")])
            print(f"Neo4j {version.number}: {jars} jars, with {java} (Java {_java_version(java)})")
        except NotHere as reason:
            print(f"Neo4j {version.number} is skipped: {reason}.", file=sys.stderr)


if __name__ == "__main__":
    main()
