"""Names and texts made to harm come out of every form of the command line as the text they are."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from graph_loader import read_data
from pathways.checks.records import list_values
from pathways.checks.texts import LIMITS
from tests.cli import fix_today, run
from tests.hostile_names import CONTROLS, PAYLOADS, write_poisoned
from tests.small_data import TODAY

COMMANDS = (
    ("routes", "care:L2", "L4", "--full"),
    ("routes", "care:L2", "L4", "--prefer", "quickest"),
    ("routes", "care:L3", "wood"),
    ("routes", "L2", "L4", "--without", "vacancy", "--as-of", "2019-01-01"),
    ("ask", "what can I do next with a diploma in care?", "--full"),
    ("ask", "what do I need to be a nursery manager?", "--full"),
    ("transfer", "care:L3", "wood", "--full"),
    ("transfer", "wood:L3"),
    ("ask", "nursery or care award"),
    ("ask", "purple monkey dishwasher"),
)
FORMS = ("text", "json", "csv", "markdown")
MATRIX_FORMS = (*FORMS, "yaml")
STEERING = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""Whatever moves a terminal's cursor, changes its colour, or turns a line round; all but a line break."""

FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    fix_today(monkeypatch, TODAY)


@pytest.fixture(params=PAYLOADS)
def payload(request: pytest.FixtureRequest) -> str:
    return PAYLOADS[request.param]


@pytest.fixture
def hostile(payload: str, tmp_path: Path) -> Path:
    return write_poisoned(tmp_path, payload)


def printed(data: Path, form: str) -> Iterator[str]:
    """Everything the command line prints of the data in a form, both streams of it."""
    for command in COMMANDS:
        result = run(*command, "--format", form, "--data", data)
        assert result.exit_code in (0, 2, 3), result.output
        yield result.stdout
        yield result.stderr
    result = run("matrix", "show", "care", "--full", "--format", form, "--data", data)
    assert result.exit_code == 0, result.output
    yield result.stdout


def test_every_text_field_carries_the_payload(hostile: Path, payload: str):
    catalogue = read_data([hostile], today=TODAY).catalogue
    assert catalogue is not None
    carrying = {each.name for each in list_values(catalogue) if payload in str(each.value)}
    assert carrying | {"url"} >= set(LIMITS)
    assert all(payload.replace(" ", "") in str(source.url) for source in catalogue.sources)


def test_a_terminal_gets_nothing_that_steers_it(hostile: Path):
    for text in printed(hostile, "text"):
        assert not STEERING.search(text)


def test_no_cell_of_a_spreadsheet_is_a_formula(hostile: Path):
    for text in printed(hostile, "csv"):
        for row in csv.reader(io.StringIO(text)):
            assert not [each for each in row if each.startswith(FORMULA) and each != "-"]


def test_markdown_shows_the_payload_as_text(hostile: Path):
    for text in printed(hostile, "markdown"):
        tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(text)
        inner = [child for token in tokens for child in token.children or ()]
        kinds = {token.type for token in (*tokens, *inner)}
        assert not kinds & {"html_block", "html_inline", "image", "code_inline", "fence", "code_block"}
        targets = [child.attrGet("href") for child in inner if child.type == "link_open"]
        assert not [each for each in targets if "outside.example/x" in str(each) or "javascript" in str(each)]
        assert not STEERING.search(text)


def test_json_is_one_object_and_keeps_the_text(hostile: Path):
    for text in printed(hostile, "json"):
        assert not text or json.loads(text)
        assert not STEERING.search(text)


@pytest.mark.parametrize("name", CONTROLS)
def test_a_refusal_quotes_control_characters_harmlessly(name: str, tmp_path: Path):
    data = write_poisoned(tmp_path, CONTROLS[name])
    for command in (
        ("check", data),
        ("ask", "what next?", "--data", data),
        ("routes", "L2", "L4", "--data", data),
    ):
        for form in ("text", "json"):
            result = run(*command, "--format", form)
            assert not STEERING.search(result.stdout + result.stderr)
