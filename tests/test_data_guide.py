"""docs/data-guide.md is true: its examples read, and its fields are those of the model."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

from graph_loader import read_data
from graph_loader.fields import file_fields
from graph_loader.gathering import SECTIONS, Document, gather
from graph_loader.spreadsheet import COLUMNS, ENTRIES
from graph_loader.tree import Block, Items
from graph_loader.yaml_text import read_yaml
from pathways import model
from pathways.audit import Compared, explains
from pathways.checks import CHECKS
from pathways.checks.dates import YEARS_FRESH
from pathways.model import Citation, Row
from pathways.stale import MONTHS_MOVING, MONTHS_UNDECIDED, MOVING, YEARS_PAY
from tests.cli import run
from tests.small_data import DOCS, TODAY

GUIDE = (DOCS / "data-guide.md").read_text("utf-8")
EXAMPLES = re.findall(r"^## ([^\n]+)\n```yaml\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)
MODELS = [each for each in vars(model).values() if isinstance(each, type) and dataclasses.is_dataclass(each)]


def read(example: str) -> Document:
    return Document("guide", read_yaml(example, "guide", []))


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=[name for name, _ in EXAMPLES])
def test_each_example_reads_without_a_notice(name, example):
    gathered = gather([read(example)])
    assert [str(each) for each in gathered.notices] == []
    assert all(each.structured.record for each in gathered.placed)


def shown_fields() -> dict[type, set[str]]:
    """The names of the fields that the examples show, by class of the model."""
    shown: dict[type, set[str]] = {each: set() for each in MODELS}
    for _, example in EXAMPLES:
        root = read(example).root
        for section, held in root.items():
            if section in SECTIONS:
                look_at(held, SECTIONS[section], shown)
            elif section != "schema":
                look_at(held, {"sector": model.Sector, "matrix": model.Matrix}[section], shown)
    return shown


def look_at(held: Any, record: type, shown: dict[type, set[str]]) -> None:
    if isinstance(held, Items):
        for each in held:
            look_at(each, record, shown)
    elif isinstance(held, Block):
        shown[record] |= set(held)
        fields, hints = file_fields(record), get_type_hints(record)
        for name, value in held.items():
            for inner in classes_in(hints[fields[name]]):
                if inner is not Citation:
                    look_at(value, inner, shown)


def classes_in(hint: Any) -> Iterator[type]:
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        yield hint
    for each in get_args(hint):
        yield from classes_in(each)


@pytest.mark.parametrize("record", [each for each in MODELS if each not in (Citation, model.Position)])
def test_the_guide_shows_exactly_the_fields_of_the_model(record):
    note = {"note"}  # every citation may have one; the section "Citing" says so
    assert shown_fields()[record] | note == set(file_fields(record)) | note


def test_the_guide_says_of_every_citation_what_it_is_made_of():
    said = GUIDE.split("**Citing.**")[1].split("## ")[0]
    assert all(f"`{field.name}`" in said for field in dataclasses.fields(Citation))
    assert all(f"`{each.value}`" in said for each in model.Evidence)


def test_the_guide_names_every_word_that_a_field_can_have():
    for words in (model.Kind, model.ConditionKind, model.Actor):
        assert all(re.search(rf"\b{each.value}\b", GUIDE) for each in words)


def test_a_row_names_its_activities_by_kind():
    assert "activities" in file_fields(Row)


def test_the_guide_shows_every_column_and_entry_of_a_spreadsheet():
    said = GUIDE.split("## The matrix as a spreadsheet")[1]
    assert all(f"`{each}`" in said for each in (*COLUMNS, *ENTRIES))


FROM_NOTHING = re.search(r"^## A sector from nothing\n.*?```yaml\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)


@pytest.fixture
def floristry(tmp_path: Path) -> Path:
    assert FROM_NOTHING
    file = tmp_path / "floristry.yaml"
    file.write_text(FROM_NOTHING[1], "utf-8")
    return file


def test_the_sector_from_nothing_is_whole_and_nothing_is_found_in_it(floristry: Path) -> None:
    held = read_data([floristry], beside=True, today=TODAY)
    assert [str(each) for each in held.notices if str(floristry) in str(each) or "florist" in str(each)] == []


def test_the_sector_from_nothing_answers_the_question_the_guide_asks(floristry: Path) -> None:
    (question,) = re.findall(r'pathways ask --with floristry.yaml "([^"]+)"', GUIDE)
    result = run("ask", question, "--with", floristry)
    assert result.exit_code == 0
    assert "Florist" in result.stdout


def test_every_code_the_guide_names_is_one_of_the_checks() -> None:
    slips = GUIDE.split("## The commonest slips")[1].split("\n## ")[0]
    codes = {
        code for said in re.findall(r"\((`[^)]+`)\)", slips) for code in re.findall(r"`([a-z-]+)`", said)
    }
    checks = {check.__name__.replace("_", "-") for check in CHECKS}
    assert codes - {"--audit"} <= checks
    assert len(codes) > 5


def test_the_guide_names_every_word_by_which_a_note_explains_a_difference() -> None:
    lines = dict(
        re.findall(r"^\| ([^|]+) \| ([^|]+) \|$", GUIDE.split("## What is compared")[1], re.MULTILINE)
    )
    said = {"the number is in no list": Compared.NUMBER, "title": Compared.TITLE, "level": Compared.LEVEL}
    for line, what in {**said, "months": Compared.MONTHS}.items():
        assert all(
            explains(f"So is the {word}.", what) for word in re.findall(r"[a-z]+", lines[line].split(";")[0])
        )


def test_the_guide_gives_the_figures_by_which_things_go_stale() -> None:
    part = GUIDE.split("## What goes stale")[1].split("\n## ")[0]
    assert (YEARS_FRESH, MONTHS_MOVING, MONTHS_UNDECIDED, YEARS_PAY) == (2, 12, 6, 2)
    for said in (
        "two years after `checked_on`; one year",
        "half a year",
        "two years after the end of the year",
    ):
        assert said in part
    assert all(f"`{evidence.value}`" in part for evidence in MOVING)
