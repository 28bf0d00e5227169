"""What a command brings along: only what it needs, so that a question is answered as soon as it is asked."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from graph_loader.kept import CACHE
from tests.cli import STORY

HEAVY = {
    "streamlit",
    "pyvis",
    "pandas",
    "networkx",
    "scipy",
    "sklearn",
    "numpy",
    "matplotlib",
    "neo4j",
    "pydantic",
    "rich",
}
READERS = {"yaml", "cattrs", "graph_loader.reading"}
QUESTION = "how do I get from L3 childcare to L4?"

SCRIPT = """
import sys
from explorer.cli import main
try:
    main()
except SystemExit as end:
    code = end.code
print("\\nloaded:", code, *sys.modules)
"""


def loaded(*arguments: str, cache: str = "off") -> set[str]:
    """Return every module that a command has imported when it ends. It must end well."""
    process = subprocess.run(
        [sys.executable, "-c", SCRIPT, *arguments],
        capture_output=True, text=True, check=True, timeout=120, env={CACHE: cache, "PATH": ""},
    )  # fmt: skip
    code, *names = process.stdout.rpartition("\nloaded:")[2].split()
    assert code == "0"
    return set(names)


@pytest.mark.parametrize("form", ["text", "json", "csv", "markdown"])
def test_ask_brings_neither_a_screen_nor_a_graph_library(form: str) -> None:
    assert loaded("ask", QUESTION, "--format", form) & HEAVY == set()


def test_ask_brings_no_readers_once_the_data_are_kept(tmp_path: Path) -> None:
    first, second = (loaded("ask", QUESTION, cache=str(tmp_path)) for _ in range(2))

    assert first >= READERS
    assert second & (HEAVY | READERS) == set()


@pytest.mark.parametrize(
    "command",
    [
        ("routes", "childcare:L3", "L4"),
        ("matrix", "show", "childcare"),
        ("check", str(STORY)),
        ("--version",),
    ],
    ids=" ".join,
)
def test_no_command_but_app_brings_a_screen_or_a_graph_library(command: tuple[str, ...]) -> None:
    assert loaded(*command) & HEAVY == set()


def test_a_command_brings_what_the_others_need_only_when_it_is_given() -> None:
    names = loaded("--version")
    assert {name for name in names if name.startswith("explorer.commands.")} == {
        "explorer.commands.answer_options"
    }
