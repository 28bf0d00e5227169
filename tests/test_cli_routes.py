"""`pathways routes`: routes between two places, with what a learner has and lacks, and honest errors."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.cli import STORY, fix_today, json_of, on_story, output_of, run


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    fix_today(monkeypatch, date(2026, 11, 22))


def requirement(answer: dict, name: str) -> dict:  # type: ignore[type-arg]
    """Return the last time the first route asks for a requirement."""
    found = [
        each
        for step in answer["routes"][0]["steps"]
        for kind in step["requires"].values()
        for each in kind
        if each["id"] == name
    ]
    return found[-1]


def test_places_are_ids_sectors_levels_or_both() -> None:
    answers = [json_of("routes", start, "L4") for start in ("certificate", "care:L2")]
    assert answers[0]["routes"] == answers[1]["routes"]


def test_have_partly_and_not_are_the_learner_s_answers() -> None:
    answer = json_of(
        "routes", "room-leader", "nursery-manager",
        "--have", "wants-to-manage", "--partly", "knows-costs", "--not", "leads-care",
    )  # fmt: skip
    said = {name: requirement(answer, name) for name in ("wants-to-manage", "knows-costs", "leads-care")}
    assert [each["status"] for each in said.values()] == ["met", "partly", "not-met"]
    assert {each["because"] for each in said.values()} == {"your answer"}


def test_a_position_can_be_had_and_gives_what_it_gives() -> None:
    answer = json_of("routes", "old-diploma", "nursery-manager", "--have", "room-leader")
    assert requirement(answer, "leads-care")["status"] == "met"


def test_half_units_are_halves_in_json() -> None:
    figures = json_of("routes", "room-leader", "nursery-manager", "--partly", "wants-to-manage")["routes"][0]
    assert figures["figures"]["to_gain"] == 1.5


def test_a_job_role_is_called_that() -> None:
    step = json_of("routes", "diploma", "room-leader")["routes"][0]["steps"][0]
    assert (step["from"]["type"], step["to"]["type"]) == ("diploma", "job-role")


def test_without_a_condition_leaves_out_the_steps_that_need_it() -> None:
    answer = json_of("routes", "diploma", "room-leader", "--without", "vacancy", code=3)
    assert answer["no_route"]["code"] == "condition"
    assert answer["no_route"]["conditions"] == ["vacancy"]
    assert "There is no route from Diploma in care to Room leader without a vacancy." in answer["answer"]


def test_as_of_before_a_qualification_closed_finds_it_open() -> None:
    before = json_of("routes", "certificate", "old-diploma", "--as-of", "2020-01-01")
    after = json_of("routes", "certificate", "old-diploma", code=3)
    assert before["routes"][0]["steps"][0]["to"]["id"] == "old-diploma"
    assert after["no_route"]["code"] == "only-closed"
    assert after["no_route"]["reason"] == after["answer"].partition(" The ")[0]
    assert after["answer"].count("would have helped") == 1
    assert after["no_route"]["closed"][0]["because"] == "withdrawn"
    assert after["no_route"]["closed"][0]["date"] == "2021-07-31"


def test_k_and_max_steps_bound_the_answer() -> None:
    assert len(json_of("routes", "certificate", "nursery-manager", "--k", "1")["routes"]) == 1
    answer = json_of("routes", "entry-award", "nursery-manager", "--max-steps", "2", code=3)
    assert answer["no_route"]["code"] == "too-many-steps"
    assert answer["no_route"]["steps_needed"] == 4


def test_prefer_orders_by_that_figure() -> None:
    answer = json_of("routes", "diploma", "nursery-manager", "--prefer", "fewest-steps")
    assert answer["understood"]["prefer"] == "fewest-steps"
    assert answer["routes"][0]["figures"]["steps"] == 1


@pytest.mark.parametrize(
    ("command", "message"),
    [
        (
            ("routes", "diplomma", "L4"),
            "There is no position, sector or level 'diplomma'. Did you mean 'diploma'",
        ),
        (("routes", "care:L2", "caer:L4"), "There is no sector 'caer'. Did you mean 'care'?"),
        (("routes", "care:L2", "care:4"), "There is no level '4'. Did you mean 'L4'"),
        (("routes", "", "L4"), "The place is empty. Write a position id, sector:level, a sector or a level."),
        (("routes", "L2", "L4", "--have", "know-costs"), "'know-costs'. Did you mean 'knows-costs'"),
        (("routes", "L2", "L4", "--max-steps", "0"), "max_steps is 0; it must be 1 to 12."),
        (("routes", "L2", "L4", "--k", "51"), "k is 51; it must be 1 to 50."),
        (
            ("routes", "L2", "L4", "--as-of", "yesterday"),
            "'yesterday' is not a date. Write it as year-month-day: 2026-11-22.",
        ),
        (
            ("routes", "L2", "L4", "--have", "first-aid", "--not", "first-aid"),
            "'first-aid' has two answers. Give it with --have, --not or --partly, once.",
        ),
        (("routes", "L2", "L4", "--store", "redis"), "There is no store 'redis'."),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, tuple) else "",
)
def test_bad_usage_is_a_sentence_and_2(command: tuple[str, ...], message: str) -> None:
    result = on_story(*command)
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize(
    "command",
    [
        ("routes", "L2", "L4", "--without", "vacancies"),
        ("routes", "L2", "L4", "--prefer", "cheapest"),
        ("routes", "L2", "L4", "--format", "xml"),
        ("routes", "L2"),
        ("rotes", "L2", "L4"),
    ],
    ids=" ".join,
)
def test_an_option_that_is_none_is_bad_usage(command: tuple[str, ...]) -> None:
    result = run(*command)
    assert result.exit_code == 2
    assert "Error" in result.stderr


def test_a_store_that_cannot_be_reached_is_4() -> None:
    result = run("routes", "childcare:L2", "childcare:L4", "--store", "neo4j")
    assert result.exit_code == 4
    assert result.stderr.count("\n") == 1
    assert "Neo4j" in result.stderr


def test_a_store_gives_the_same_answer_as_the_files() -> None:
    command = ("routes", "care:L2", "care:L4", "--format", "json")
    assert output_of(*command, "--store", "networkx") == output_of(*command)


def test_an_error_with_json_is_json_on_standard_output_alone() -> None:
    error = json_of("routes", "diplomma", "L4", code=2)
    assert error["error"].startswith("There is no position, sector or level 'diplomma'.")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("missing", None),
        ("empty.yaml", b""),
        ("latin.yaml", b"schema: 1\nlevels: [\xe9]\n"),
        ("broken.yaml", b"schema: [1\n"),
    ],
)
def test_data_that_cannot_be_read_is_a_sentence_with_its_place_and_1(
    tmp_path: Path, name: str, content: bytes | None
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    result = run("routes", "L2", "L4", "--data", path)
    assert result.exit_code == 1
    assert name in result.stderr
    assert result.stdout == ""


def test_an_empty_folder_of_data_is_said_to_be_empty(tmp_path: Path) -> None:
    result = run("routes", "L2", "L4", "--data", tmp_path)
    assert result.exit_code == 1
    assert str(tmp_path) in result.stderr


def test_data_can_stand_beside_what_ships(tmp_path: Path) -> None:
    extra = tmp_path / "floristry.csv"
    extra.write_text(
        "sector,at,into,kind,statement\n"
        "Floristry,L2,L3,aspiration,You want to work with flowers.\n"
        "Floristry,L2,L3,awareness,You know when flowers are in season.\n",
        "utf-8",
    )
    result = run("routes", "floristry:L2", "floristry:L3", "--with", extra)
    assert result.exit_code == 0
    assert "You want to work with flowers." in result.stdout


def test_the_data_option_may_be_given_twice() -> None:
    parts = [STORY / "levels.yaml", STORY / "prompts.yaml", STORY / "sources.yaml", STORY / "concepts.yaml"]
    parts += [STORY / "requirements", STORY / "sectors"]
    options = [each for part in parts for each in ("--data", part)]
    result = run("routes", "diploma", "room-leader", *options)
    assert result.exit_code == 0, result.stderr
