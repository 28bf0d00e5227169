"""What the README says is so: its commands, its answer, its lines of Python, its links."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", README, re.DOTALL)


def pathways(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from explorer.cli import main; main()", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_two_commands_are_there_and_can_be_run() -> None:
    for name in ("scripts/app", "scripts/test"):
        assert f"$ {name}\n" in README
        assert os.access(ROOT / name, os.X_OK)


def test_the_example_question_gets_the_answer_shown() -> None:
    (shown,) = (text for kind, text in BLOCKS if kind == "console" and "pathways ask" in text)
    command, _, answer = shown.partition("\n")
    done = pathways(*shlex.split(command.removeprefix("$ pathways ")))
    assert done.returncode == 0
    assert done.stdout.split("\n\n")[0] == " ".join(answer.removesuffix("[...]\n").split())


@pytest.mark.parametrize("command", ["ask", "routes", "transfer", "compare", "matrix show", "check", "app"])
def test_every_command_stands_in_the_table_and_has_help(command: str) -> None:
    assert re.search(rf"^\| `pathways {command}\b", README, re.MULTILINE)
    assert pathways(*command.split(), "--help").returncode == 0


def test_there_is_no_command_that_the_table_leaves_out() -> None:
    listed = re.findall(r"^  (\w+)  ", pathways("--help").stdout.partition("Commands:")[2], re.MULTILINE)
    assert {name for name in listed if f"`pathways {name}" not in README} == set()


def test_the_lines_of_python_run() -> None:
    (code,) = (text for kind, text in BLOCKS if kind == "python")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("MultiDiGraph")


def test_every_link_and_picture_leads_somewhere() -> None:
    targets = re.findall(r"\]\(([^)#]+)\)", README)
    assert [target for target in targets if "//" not in target and not (ROOT / target).exists()] == []
