"""The page on the command line is true: every command and option is in it, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from explorer.answers import ExitCode
from explorer.formats.matrix_view import MatrixView
from explorer.options import ExportForm, Format
from pathways.limits import Study
from pathways.model import ConditionKind
from pathways.results import Prefer
from tests.cli import SCHEMAS, run

PAGE = (Path(__file__).parent.parent / "docs" / "command-line.md").read_text("utf-8")
COMMANDS = (
    "ask",
    "routes",
    "transfer",
    "compare",
    "matrix show",
    "check",
    "export",
    "load",
    "store status",
    "app",
)


def options_of(command: str) -> set[str]:
    said = run(*command.split(), "--help").stdout
    return set(re.findall(r"^  (?:-\w, )?(--[\w-]+)", said, re.MULTILINE)) - {"--help"}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_and_its_options_are_documented(command: str) -> None:
    assert f"| `pathways {command}` |" in PAGE
    missing = {option for option in options_of(command) if f"`{option}`" not in PAGE}
    assert missing == set()


def test_no_option_is_documented_that_does_not_exist() -> None:
    documented = set(re.findall(r"`(--[\w-]+)`", PAGE))
    assert documented <= set().union(*map(options_of, COMMANDS))


def test_every_exit_code_is_documented() -> None:
    assert re.findall(r"^\| (\d) \|", PAGE, re.MULTILINE) == [str(int(code)) for code in ExitCode]


def test_every_schema_is_linked() -> None:
    assert set(re.findall(r"schema/(\S+\.json)", PAGE)) == {file.name for file in SCHEMAS.glob("*.json")}


def commands_of(told: str) -> set[str]:
    """Read which commands a line of the table of options is about."""
    if told.startswith("all"):
        return set(COMMANDS) - {told.removeprefix("all").removeprefix(" but ")}
    return set(told.split(", "))


def test_every_option_is_documented_for_just_the_commands_that_take_it() -> None:
    lines = re.findall(r"^\| (`--[^|]+) \| ([^|]+) \|", PAGE, re.MULTILINE)
    documented = {
        option: commands_of(told) for names, told in lines for option in re.findall(r"--[\w-]+", names)
    }
    taken = {option: {each for each in COMMANDS if option in options_of(each)} for option in documented}
    assert documented == taken


@pytest.mark.parametrize("word", [*ConditionKind, *ExportForm, *Format, *MatrixView, *Prefer, *Study])
def test_every_word_an_option_takes_is_documented(word: str) -> None:
    assert f"`{word}`" in PAGE


def test_ask_and_routes_share_every_option_of_an_answer() -> None:
    shared = {f"--{name}" for name in ("prefer", "as-of", "k", "have", "without", "format", "data", "store")}
    assert shared <= options_of("ask") & options_of("routes")
