"""Every JSON output keeps the contract in docs/schema."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.cli import SCHEMAS, json_of, run, validator
from tests.open_data import write_open_data


def problems(name: str, value: Any) -> list[str]:
    return [f"{error.json_path}: {error.message[:200]}" for error in validator(name).iter_errors(value)]


def objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from objects(each)


@pytest.mark.parametrize("file", sorted(SCHEMAS.glob("*.json")), ids=lambda file: file.name)
def test_every_schema_is_draft_2020_12_and_strict(file: Path) -> None:
    held = json.loads(file.read_text("utf-8"))
    Draft202012Validator.check_schema(held)
    assert held["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    for each in objects(held):
        if each.get("type") == "object" and "properties" in each:
            assert each["additionalProperties"] is False
            assert each["required"] == list(each["properties"])


STORY_QUESTIONS = [
    ("ask", "how do I get from L2 care to L4?"),
    ("ask", "how do I get from L2 care to L4? As of 2020-01-01"),
    ("ask", "what can I do next after room leader?"),
    ("ask", "what do I need to be a nursery manager?"),
    ("ask", "what do I need to get from certificate in care to nursery manager?"),
    ("routes", "certificate", "nursery-manager", "--have", "knows-costs", "--partly", "leads-care"),
    ("routes", "joiner", "wood-boss"),
    ("routes", "joiner", "nursery-manager"),
    ("routes", "entry-award", "care:L4", "--k", "50"),
    ("routes", "L3", "L4", "--prefer", "quickest"),
    ("routes", "L2", "L4", "--avoid", "room-leader", "--avoid-type", "award", "--study", "while-working"),
    ("ask", "what can I do next after room leader?", "--within-months", "6"),
]
NO_ROUTE = [
    ("routes", "nursery-manager", "joiner"),
    ("routes", "diploma", "room-leader", "--without", "vacancy"),
    ("routes", "diploma", "diploma"),
    ("routes", "U", "L4"),
    ("routes", "entry-award", "nursery-manager", "--max-steps", "2"),
    ("routes", "certificate", "old-diploma"),
    ("routes", "certificate", "nursery-manager", "--within-months", "12"),
    ("routes", "certificate", "diploma", "--avoid", "diploma", "--without", "employer-support"),
    ("ask", "what do I need for the diploma in care?", "--avoid", "certificate"),
    ("ask", "what can I do next after workshop manager?"),
]
UNSURE = [
    ("ask", "lorem ipsum"),
    ("ask", ""),
    ("ask", "could I move from level 1 woodwork to care of children?"),
    ("ask", "compare care of children"),
]


@pytest.mark.parametrize("command", STORY_QUESTIONS, ids=" ".join)
def test_an_answer_keeps_its_schema(command: tuple[str, ...]) -> None:
    assert problems("answer", json_of(*command)) == []


@pytest.mark.parametrize("command", UNSURE, ids=" ".join)
def test_an_answer_that_asks_back_keeps_its_schema(command: tuple[str, ...]) -> None:
    answer = json_of(*command, code=2)
    assert problems("answer", answer) == []
    assert "choices" in answer


@pytest.mark.parametrize("command", NO_ROUTE, ids=" ".join)
def test_an_answer_without_a_route_keeps_its_schema(command: tuple[str, ...]) -> None:
    assert problems("answer", json_of(*command, code=3)) == []


TRANSFERS = [
    ("transfer", "joiner", "care"),
    ("transfer", "certificate", "wood", "--have", "knows-costs", "--as-of", "2020-01-01"),
    ("transfer", "entry-award"),
]


@pytest.mark.parametrize("command", TRANSFERS, ids=" ".join)
def test_a_move_to_another_sector_keeps_its_schema(command: tuple[str, ...]) -> None:
    assert problems("transfer", json_of(*command)) == []


def test_a_matrix_keeps_its_schema() -> None:
    assert problems("matrix", json_of("matrix", "show", "care")) == []


@pytest.mark.parametrize(
    "command",
    [
        ("compare", "childcare", "adult-care"),
        ("compare", "childcare", "electrical", "--matches", "--level", "each"),
        ("compare", "general", "--level", "L3"),
    ],
    ids=" ".join,
)
def test_overlaps_keep_their_schema(command: tuple[str, ...]) -> None:
    result = run(*command, "--format", "json")
    assert result.exit_code == 0
    assert problems("compare", json.loads(result.stdout)) == []


def test_notices_keep_their_schema(tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("schema: 1\nlevels: 3\n", "utf-8")
    result = run("check", bad, "--format", "json")
    assert result.exit_code == 1
    found = json.loads(result.stdout)
    assert problems("check", found) == []
    assert found["counts"]["error"] >= 1


def test_an_error_keeps_its_schema() -> None:
    error = json_of("routes", "diplomma", "L4", code=2)
    assert problems("error", error) == []
    assert error["suggestions"][0] == "diploma"


def test_an_error_in_data_lists_its_notices(tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("schema: 1\nlevels: 3\n", "utf-8")
    result = run("routes", "L3", "L4", "--format", "json", "--data", bad)
    assert result.exit_code == 1
    error = json.loads(result.stdout)
    assert problems("error", error) == []
    assert error["notices"][0]["file"].endswith("bad.yaml")


SHIPPED = [
    ("ask", "how do I get from L3 childcare to L4?"),
    ("ask", "how do I become an electrician?"),
    ("ask", "what can I do after A levels?"),
    ("ask", "what do I need to be a nursery manager?"),
    ("ask", "quickest way from no qualifications to nursery manager as of 2020"),
    ("routes", "childcare:L3", "L4", "--k", "20"),
    ("routes", "U", "electrical:L4"),
    ("routes", "childcare:L3", "adult-care"),
]


@pytest.mark.parametrize("command", SHIPPED, ids=" ".join)
def test_answers_from_the_shipped_data_keep_their_schema(command: tuple[str, ...]) -> None:
    result = run(*command, "--format", "json")
    assert result.exit_code == 0
    assert problems("answer", json.loads(result.stdout)) == []


@pytest.mark.parametrize("command", [("childcare:L3", "electrical"), ("a-levels",)], ids=" ".join)
def test_moves_on_the_shipped_data_keep_their_schema(command: tuple[str, ...]) -> None:
    result = run("transfer", *command, "--format", "json")
    assert problems("transfer", json.loads(result.stdout)) == []


@pytest.mark.parametrize("sector", ["childcare", "electrical", "adult-care", "general"])
def test_shipped_matrices_keep_their_schema(sector: str) -> None:
    result = run("matrix", "show", sector, "--format", "json")
    assert problems("matrix", json.loads(result.stdout)) == []


def test_what_is_stale_keeps_its_schema() -> None:
    result = run("check", "--stale", "--as-of", "2030-01-01", "--format", "json")
    held = json.loads(result.stdout)
    assert problems("stale", held) == []
    assert held["due"]


def test_an_audit_keeps_its_schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATHWAYS_OPEN_DATA", str(write_open_data(tmp_path)))
    result = run("check", "--audit", "--format", "json")
    held = json.loads(result.stdout)
    assert problems("audit", held) == []
    assert held["differences"]
