"""The data that ship have no error, read the same everywhere, and one slip in them gives one notice."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from graph_loader import read_data, shipped_data
from pathways.notices import Notice, Severity
from tests.small_data import TODAY, said_by

REFERENCE = re.compile(
    r"^(\s+(?:- )?)(from|to|source|scope|concept|requirement): ([a-z0-9-]+)$", re.MULTILINE
)
REFERRING = [
    path.relative_to(shipped_data())
    for path in sorted(shipped_data().rglob("*.yaml"))
    if "examples" not in path.parts and REFERENCE.search(path.read_text("utf-8"))
]


@cache
def shipped_notices() -> tuple[Notice, ...]:
    """Every notice on the data that ship."""
    return read_data(today=TODAY).notices


def test_there_is_no_error_in_the_data_that_ship():
    errors = [str(each) for each in shipped_notices() if each.severity is Severity.ERROR]
    assert errors == []


def test_the_examples_read_beside_the_data_or_alone_without_an_error():
    for path in sorted((shipped_data() / "examples").glob("*.yaml")):
        readings = [read_data([path], beside=beside, today=TODAY) for beside in (False, True)]
        assert any(reading.catalogue for reading in readings), said_by(readings[0])


def test_the_hash_is_the_same_for_every_seed_of_the_interpreter():
    code = "from graph_loader import load_catalogue; print(load_catalogue().content_hash)"
    hashes = set()
    for seed in ("0", "1", "2", "random"):
        ran = subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True, text=True, check=True, cwd=Path(__file__).parent.parent,
            env={"PYTHONHASHSEED": seed, "LANG": "C", "PATH": ""},
        )  # fmt: skip
        hashes.add(ran.stdout)
    assert len(hashes) == 1


@pytest.mark.parametrize("file", REFERRING, ids=str)
def test_one_misspelt_reference_in_a_shipped_file_gives_one_error_at_its_place(file, tmp_path):
    shutil.copytree(shipped_data(), tmp_path / "data")
    text = (tmp_path / "data" / file).read_text("utf-8")
    found = list(REFERENCE.finditer(text))
    start = found[len(found) // 2].start(3)
    (tmp_path / "data" / file).write_text(f"{text[:start]}zz{text[start:]}", "utf-8")
    notices = read_data([tmp_path / "data"], today=TODAY).notices
    errors = [each for each in notices if each.severity is Severity.ERROR]
    place = (text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))
    assert [(each.code, each.location.line, each.location.column) for each in errors] == [
        ("unknown-id", *place)
    ]
    assert len(notices) == 1 + len(shipped_notices())
