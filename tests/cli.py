"""Runs the command line in this process, on real files, with its two streams apart."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from explorer import cli, clock

STORY = Path(__file__).parent / "story"
SCHEMAS = Path(__file__).parent.parent / "docs" / "schema"


def run(*arguments: str | Path) -> Result:
    """Give a command as typed."""
    return CliRunner().invoke(cli.app, [str(each) for each in arguments], catch_exceptions=False)


def on_story(*arguments: str | Path) -> Result:
    """Give a command on the small data set of these tests."""
    return run(*arguments, "--data", STORY)


def output_of(*arguments: str | Path, code: int = 0) -> str:
    """Return what a command on the small data set writes; it must end with this exit code."""
    result = on_story(*arguments)
    assert result.exit_code == code, result.output
    return result.stdout


def json_of(*arguments: str | Path, code: int = 0) -> dict[str, Any]:
    """Return what a command on the small data set writes as JSON, and nothing beside it."""
    result = on_story(*arguments, "--format", "json")
    assert result.exit_code == code, result.output
    assert result.stderr == ""
    value: dict[str, Any] = json.loads(result.stdout)
    return value


def fix_today(monkeypatch: pytest.MonkeyPatch, day: Any) -> None:
    """Make the command line's today this day."""
    monkeypatch.setattr(clock, "today", lambda: day)


def validator(name: str) -> Draft202012Validator:
    """Return what checks JSON against a schema, which may point into the others."""
    held = {file.name: json.loads(file.read_text("utf-8")) for file in SCHEMAS.glob("*.json")}
    registry = Registry().with_resources(
        (each, Resource.from_contents(schema)) for each, schema in held.items()
    )
    return Draft202012Validator(
        held[f"{name}.schema.json"], registry=registry, format_checker=Draft202012Validator.FORMAT_CHECKER
    )
