"""Limits on the command line: what is left out, what is said of it, and what is refused in a sentence."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.cli import fix_today, json_of, on_story, output_of


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    fix_today(monkeypatch, date(2026, 11, 22))


def stops(route: dict[str, Any]) -> list[str]:
    """Return where a route leads, step by step."""
    return [step["to"]["id"] for step in route["steps"]]


def test_a_place_to_avoid_is_passed_by_no_route() -> None:
    every = json_of("routes", "L2", "L4")["routes"]
    assert any("room-leader" in stops(route) for route in every)
    left = json_of("routes", "L2", "L4", "--avoid", "room-leader")["routes"]
    assert left
    assert not any("room-leader" in stops(route) for route in left)


def test_limits_are_in_the_json_and_in_the_sentence_on_what_was_understood() -> None:
    limits = ("--avoid", "wood:L3", "--avoid-type", "award", "--within-months", "42", "--study", "part-time")
    assert json_of("routes", "certificate", "L4", *limits)["understood"]["limits"] == {
        "avoid": ["wood:L3"],
        "avoid_types": ["award"],
        "within_months": 42,
        "study": "part-time",
    }
    for form in ("text", "markdown"):
        said = output_of("routes", "certificate", "L4", *limits, "--format", form)
        assert "leaving out level 3 in woodwork, with no award, within 42 months, studying part time." in said


def test_csv_has_the_limits_beside_the_table() -> None:
    result = on_story("routes", "certificate", "L4", "--study", "part-time", "--format", "csv")
    assert result.exit_code == 0
    assert result.stdout.startswith("route,step,")
    assert result.stderr.endswith("studying part time.\n")


def test_a_no_names_the_limit_and_what_there_is_without_it() -> None:
    answer = json_of("routes", "certificate", "nursery-manager", "--within-months", "12", code=3)
    no = answer["no_route"]
    assert no["code"] == "limits"
    assert no["limits"] == {"avoid": [], "avoid_types": [], "within_months": 12, "study": None}
    assert stops(no["instead"]) == ["diploma", "nursery-manager"]
    assert no["reason"] == (
        "There is no route from Certificate in care to Nursery manager within a year. "
        "The shortest known route takes 24 months, not 12. Without that limit there is one that goes by "
        "Diploma in care to Nursery manager: 2 steps, about 2 years, and 3 things to gain."
    )


def test_how_a_course_is_taught_is_said_not_to_be_on_record() -> None:
    said = output_of("routes", "certificate", "diploma", "--study", "part-time")
    assert "How Diploma in care is taught is not on record: ask the provider." in said.split("\n\n")[0]
    assert "How it is taught is not on record: ask the provider." in said
    assert "taught" not in output_of("routes", "certificate", "diploma")


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [
        ("--avoid", "nowhere-at-all", "There is no position, sector or level 'nowhere-at-all'."),
        ("--avoid", "care:", "The place 'care:' is not whole."),
        ("--avoid", "", "The place is empty."),
        (
            "--avoid-type",
            "certficate",
            "There is no type of qualification 'certficate'. Did you mean 'certificate'?",
        ),
        ("--avoid-type", "", "There is no type of qualification ''. The types are: "),
        ("--within-months", "0", "within_months is 0; it must be 1 or more."),
        ("--within-months", "-3", "within_months is -3; it must be 1 or more."),
        ("--within-months", "soon", "'soon' is not a valid integer"),
        ("--study", "asleep", "'asleep' is not one of 'part-time', 'while-working'"),
    ],
)
@pytest.mark.parametrize(
    "command", [("routes", "certificate", "L4"), ("ask", "from certificate in care to L4")]
)
def test_what_cannot_be_a_limit_is_refused_in_a_sentence(
    command: tuple[str, ...], option: str, value: str, told: str
) -> None:
    result = on_story(*command, option, value)
    assert result.exit_code == 2
    assert told in " ".join(result.output.replace("│", " ").split())
    assert "Traceback" not in result.output
