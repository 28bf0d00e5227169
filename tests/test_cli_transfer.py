"""`pathways transfer`: one sector level by level, many in a line each, in every form, and what it refuses."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from explorer.formats.transfer_data import COLUMNS, json_transfer
from explorer.transfers import OUTLOOKS
from explorer.words.transfers import METHOD
from graph_loader import load_catalogue
from pathways.places import Place
from pathways.route_index import RouteIndex
from pathways.transfer import find_transfer
from tests.cli import json_of, on_story, output_of, run
from tests.small_data import TODAY
from tests.test_schemas import problems


@pytest.fixture(scope="module")
def index() -> RouteIndex:
    """The data that ship."""
    return RouteIndex.build(load_catalogue())


@pytest.fixture(scope="module")
def shipped(index: RouteIndex) -> dict[str, Any]:
    """Level 3 childcare to electrical installation, on the data that ship."""
    place = Place(sector="childcare", level="L3")
    return json_transfer(find_transfer(index, place, "electrical", TODAY), index.catalogue)


def at(answer: dict[str, Any], level: str) -> dict[str, Any]:
    found: dict[str, Any] = next(each for each in answer["levels"] if each["level"] == level)
    return found


# --- the answer of the report ---


def test_level_3_childcare_is_refused_level_4_electrical_by_name_and_sent_to_level_3(
    shipped: dict[str, Any],
) -> None:
    assert shipped["re_entry_level"] == "L3"
    assert at(shipped, "L3")["verdict"] == "with-bridging"
    refused = at(shipped, "L4")
    assert refused["verdict"] == "not-direct"
    assert {each["id"] for each in refused["blocking"]} == {
        "electrical-two-years",
        "electrical-level-3-apprenticeship",
    }
    assert "worked as an electrician for two years" in refused["reason"]


def test_the_short_installation_course_bridges_practical_ability(shipped: dict[str, Any]) -> None:
    bridged = {each["need"]["id"]: each for each in at(shipped, "L3")["bridging"]}

    courses = bridged["electrical-practical-ability"]["courses"]
    assert [each["id"] for each in courses] == ["short-electrical-installation-course"]


def test_what_carries_over_what_is_similar_and_what_is_missing_are_told_apart(
    shipped: dict[str, Any],
) -> None:
    for entry in shipped["levels"]:
        lists = ("held", "missing_general", "missing_sector", "blocking")
        every = [each["id"] for name in lists for each in entry[name]]
        every += [each["need"]["id"] for each in entry["similar"]]
        assert len(every) == len(set(every))
        assert {each["need"]["id"] for each in entry["bridging"]} == {
            each for each in every if each not in {held["id"] for held in entry["held"]}
        }
        assert bool(entry["blocking"]) <= (entry["verdict"] == "not-direct")
    assert {each["outlook"] for each in shipped["levels"]} >= set(map(str, OUTLOOKS.values()))


@pytest.mark.parametrize("start", ["a-levels", "gcses-grade-4-9"])
def test_from_school_nobody_is_promised_level_4(index: RouteIndex, start: str) -> None:
    for sector in ("childcare", "electrical"):
        found = find_transfer(index, Place(position=start), sector, TODAY)
        answer = json_transfer(found, index.catalogue)

        assert answer["re_entry_level"] in ("L2", "L3")
        assert at(answer, "L4")["verdict"] != "direct"
        lower = "An employer may start you at level 2 all the same." in answer["answer"]
        assert lower is (answer["re_entry_level"] == "L3")


# --- forms ---


def test_the_text_answers_first_then_goes_level_by_level_then_into_detail() -> None:
    text = output_of("transfer", "joiner", "care")

    assert text.startswith("From Joinery diploma you could start in care of children at level")
    assert text.index("Level by level") < text.index("Aim for level")
    assert "  - Level 4: Not straight away. It asks for “You have led a room for two years”" in text
    assert "What would make level 4 possible:" in text
    assert METHOD in text
    assert text.endswith("Add --full to have every level in full.\n")


def test_full_tells_every_level_in_detail() -> None:
    text = output_of("transfer", "joiner", "care", "--full")

    assert "Level 4: not straight away\n" in text
    assert "What is in the way:" in text
    assert "Add --full" not in text


def test_markdown_has_a_title_and_the_same_answer() -> None:
    text = output_of("transfer", "joiner", "care", "--format", "markdown", "--as-of", "2026-11-22")

    assert text.startswith("# A move from Joinery diploma to care of children, as of 22 November 2026\n")
    assert "## Level by level" in text


def test_csv_has_a_row_for_each_level_and_each_thing_it_asks_for() -> None:
    rows = list(csv.DictReader(io.StringIO(output_of("transfer", "joiner", "care", "--format", "csv"))))
    told = json_of("transfer", "joiner", "care")

    assert tuple(rows[0]) == COLUMNS
    levels = [row for row in rows if row["role"] == "level"]
    assert [(row["level"], row["verdict"]) for row in levels] == [
        (each["level"], each["verdict"]) for each in told["levels"]
    ]
    blocking = {row["id"] for row in rows if row["role"] == "blocking" and row["level"] == "L4"}
    assert blocking == {each["id"] for each in at(told, "L4")["blocking"]}


def test_with_no_sector_every_other_is_told_in_a_line() -> None:
    told = json_of("transfer", "certificate")
    text = output_of("transfer", "certificate")

    assert {each["to"]["sector"] for each in told["transfers"]} == {"wood"}
    assert "  - Woodwork. Level" in text
    assert "Level by level" not in text
    assert "Level by level" in output_of("transfer", "certificate", "--full")


def test_sectors_are_named_by_id_title_or_alias_and_each_is_told_once() -> None:
    by_title = json_of("transfer", "joiner", "Care of children", "care")

    assert by_title["to"] == {"sector": "care", "title": "Care of children"}


# --- what is held ---


def test_what_somebody_has_is_counted_and_what_they_lack_is_too() -> None:
    hard = [each["id"] for each in at(json_of("transfer", "joiner", "care"), "L4")["blocking"]]
    having = [part for each in hard for part in ("--have", each)]

    assert hard
    assert at(json_of("transfer", "joiner", "care", *having), "L4")["blocking"] == []
    lacking = json_of("transfer", "joiner", "care", "--not", hard[0])
    assert "your answer" in {each["because"] for each in at(lacking, "L4")["blocking"]}


# --- what it refuses ---


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("care", "wood"), "'care' is too wide a place to move from."),
        (("L3", "wood"), "'L3' is too wide a place to move from."),
        (("joiner", "wood"), "Woodwork is the sector you would leave."),
        (("joiner", "cair"), "There is no sector 'cair'. Did you mean 'care'?"),
        (("joyner", "care"), "There is no position, sector or level 'joyner'. Did you mean 'joiner'"),
        (("joiner", "care", "--as-of", "soon"), "'soon' is not a date."),
        (("joiner", "care", "--have", "a", "--not", "a"), "'a' has two answers."),
    ],
)
def test_what_cannot_be_asked_is_refused_in_a_sentence(asked: tuple[str, ...], said: str) -> None:
    result = on_story("transfer", *asked)

    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith(said)
    as_json = json_of("transfer", *asked, code=2)
    assert problems("error", as_json) == []
    assert as_json["error"].startswith(said)


def test_with_one_sector_alone_there_is_nowhere_to_move_to(tmp_path: Any) -> None:
    sheet = tmp_path / "glass.csv"
    sheet.write_text("sector,at,into,kind,statement\nGlass,L2,L3,awareness,Knows glass\n", "utf-8")

    result = run("transfer", "glass:L2", "--data", sheet)

    assert result.exit_code == 2
    assert result.stderr
