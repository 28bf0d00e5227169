"""Questions of moving to another sector, and of how sectors compare, from the question to the answer."""

from __future__ import annotations

import csv
import dataclasses
import io
import re
from datetime import date
from functools import cache
from typing import Any

import pytest

from explorer.answers import Answer, ExitCode, answer_understood, ask
from explorer.formats.csv_routes import answer_rows, to_csv
from explorer.formats.json_answers import to_json
from explorer.formats.openings import opening
from explorer.formats.outline import outline
from explorer.formats.text import to_text
from explorer.moves import Moves, find_re_entry
from explorer.sector_overlap import SectorOverlap
from graph_loader import load_catalogue
from pathways.learner import NOBODY, Learner, Status
from pathways.places import read_place
from pathways.questions import Focus, Intent, Understood, read_question
from pathways.results import NoRoute, NoRouteBecause, RouteResult
from pathways.route_index import RouteIndex
from pathways.transfer import find_transfer
from pathways.transfer_results import Role, Verdict
from tests.cli import STORY, json_of, run, validator

TODAY = date(2026, 11, 22)


@cache
def shipped() -> RouteIndex:
    return RouteIndex.build(load_catalogue())


@cache
def story() -> RouteIndex:
    return RouteIndex.build(load_catalogue([STORY]))


def asked(question: str, index: RouteIndex | None = None) -> Answer:
    return ask(question, index or shipped(), TODAY)


def said(question: str, index: RouteIndex | None = None) -> str:
    index = index or shipped()
    return opening(asked(question, index), index.catalogue)


def test_a_refused_move_says_no_first_then_why_then_the_way_round() -> None:
    result = run("ask", "Can I go from level 3 childcare to level 4 electrical?")
    told = " ".join(result.stdout.split())
    no = told.index("No, you could not go straight to level 4 in electrical installation.")
    why = told.index("It asks for “You have worked as an electrician for two years")
    re_entry = told.index(
        "you could start in electrical installation at level 3, with some catching up first."
    )
    way = told.index("A way there goes by Installation and maintenance electrician")
    assert no == 0 < why < re_entry < way
    assert result.exit_code == ExitCode.NO_ROUTE


def test_what_blocks_is_named_as_the_transfer_names_it() -> None:
    transfer = find_transfer(shipped(), read_place("childcare:L3", shipped().catalogue), "electrical", TODAY)
    entry = transfer.at("L4")
    assert entry is not None
    assert entry.verdict is Verdict.NOT_DIRECT
    told = said("Can I go from level 3 childcare to level 4 electrical?")
    for need in entry.of_role(Role.BLOCKING):
        assert shipped().catalogue.requirement_by_id[need.id].statement.rstrip(".") in told


def test_a_move_with_some_catching_up_says_yes_first() -> None:
    answer = asked("Can I go from level 3 childcare to level 4 adult care?")
    assert opening(answer, shipped().catalogue).startswith(
        "Yes, you could start at level 4 in adult social care, with some catching up first. What you"
    )
    assert answer.exit_code is ExitCode.ANSWERED
    assert answer.routes == (), "nobody asks for a way to where they can start"


def test_a_job_that_is_not_reached_by_starting_at_its_level_is_told_with_a_way() -> None:
    told = said("Could a joiner become a room leader?", story())
    assert told.startswith("Yes, you could start at level 3 in care of children.")
    assert "A way there goes by Diploma in care to Room leader:" in told
    assert "No source tells of a step between these sectors." in told


def test_a_move_to_a_sector_says_yes_and_the_level() -> None:
    told = said("could I move from L3 childcare to electrical?")
    assert told.startswith("Yes. From level 3 in childcare and early years you could start in electrical")


def test_a_sector_without_the_level_is_no() -> None:
    answer = asked("Could I move from the diploma in care to level 2 woodwork?", story())
    assert opening(answer, story().catalogue).startswith("No. There is no level 2 in woodwork.")
    assert answer.exit_code is ExitCode.NO_ROUTE


def test_what_is_not_on_record_is_no_yes() -> None:
    told = said("Could I move from the diploma in care to woodwork?", story())
    assert told.startswith("Perhaps. From Diploma in care you may be able to start in woodwork at level 4")


def test_at_what_level_one_would_start_begins_with_the_level() -> None:
    answer = asked("At what level would I start in electrical with A levels?")
    assert opening(answer, shipped().catalogue).startswith(
        "From A levels you could start in electrical installation at level 3, with some catching up first."
    )
    assert answer.exit_code is ExitCode.ANSWERED


def test_what_would_carry_over_begins_with_that() -> None:
    told = said("What would carry over from level 3 childcare to electrical?")
    assert re.match(r"\d+ of the \d+ things that level 3 asks for carry over", told)
    assert "What you would bring: “" in told
    assert "What you have something like: “" in told


@pytest.mark.parametrize(
    "question",
    [
        "Which sectors could I move to from level 3 childcare?",
        "I have A levels: where would I start in each?",
    ],
)
def test_every_other_sector_is_answered_level_by_level(question: str) -> None:
    answer = asked(question)
    assert isinstance(answer.result, Moves)
    moved = {each.to for each in answer.result.transfers}
    own = "general" if "A levels" in question else "childcare"
    assert moved == set(shipped().catalogue.sector_by_id) - {own}
    told = opening(answer, shipped().catalogue)
    assert all(each.title.lower() in told.lower() for each in shipped().catalogue.sectors if each.id in moved)


def test_a_sector_alone_is_told_for_each_of_its_levels() -> None:
    answer = asked("What would carry over from childcare to adult care?")
    assert isinstance(answer.result, Moves)
    levels = [each.level for each in answer.result.transfers]
    assert levels == ["E", "L1", "L2", "L3", "L4", "L5", "L6"]
    told = opening(answer, shipped().catalogue)
    assert told.startswith("That depends on where you start. From entry level")
    for transfer in answer.result.transfers:
        assert f"in adult social care at {transfer.re_entry}".replace(" L", " level ") in told


def test_two_sectors_to_choose_from_are_both_told() -> None:
    told = said("At what level would a youth worker start in childcare and in teaching?")
    assert "childcare and early years" in told
    assert "teaching and education" in told


def test_a_start_that_was_not_said_is_no_qualifications_and_that_is_said() -> None:
    answer = asked("at what level would I start in electrical?")
    assert answer.understood is not None
    assert "You did not say where you are, so this starts from no qualifications." in answer.understood.notes
    assert opening(answer, shipped().catalogue).startswith("From ")


def test_what_is_held_counts() -> None:
    catalogue = shipped().catalogue
    refused = asked("Can I go from level 3 childcare to level 4 electrical?")
    assert isinstance(refused.result, Moves)
    entry = refused.result.transfers[0].at("L4")
    assert entry is not None
    have = Learner({need.id: Status.MET for need in entry.of_role(Role.BLOCKING)})
    answer = ask("Can I go from level 3 childcare to level 4 electrical?", shipped(), TODAY, have)
    assert opening(answer, catalogue).startswith("Yes, you could start at level 4 in electrical installation")
    assert answer.exit_code is ExitCode.ANSWERED


ASKED_BACK = [
    ("At what level would I start in electrical with level 3?", "In which is your level 3?"),
    ("Which sectors could I move to from childcare?", "Where you could start depends on the level"),
    ("could I move from level 8 electrical to childcare", "There is no qualification and no job at level 8"),
    ("Compare nursery manager and electrician", "Jobs and qualifications are not compared one by one"),
    ("Compare gym instructor and personal trainer", "Two sectors are needed to compare them"),
    ("compare childcare and childcare", "the question names only childcare and early years"),
]


@pytest.mark.parametrize(("question", "message"), ASKED_BACK)
def test_what_cannot_be_told_is_asked_back_with_questions_that_can(question: str, message: str) -> None:
    answer = asked(question)
    assert answer.unsure is not None
    assert message in answer.unsure.message
    assert answer.exit_code is ExitCode.NOT_UNDERSTOOD
    assert answer.unsure.choices
    for choice in answer.unsure.choices:
        assert asked(choice.question).unsure is None, choice.question


def test_a_move_within_a_sector_is_none_and_offers_the_routes() -> None:
    catalogue = shipped().catalogue
    start, goal = (read_place(each, catalogue) for each in ("childcare:L2", "childcare:L3"))
    answer = answer_understood(Understood("x", Intent.TRANSFER, (start,), (goal,)), shipped(), TODAY)
    assert answer.unsure is not None
    assert answer.unsure.message.startswith("Both places are in childcare and early years")
    read = [read_question(each.question, catalogue, TODAY) for each in answer.unsure.choices]
    assert [each.intent for each in read if isinstance(each, Understood)] == [Intent.ROUTES, Intent.TRANSFER]


def test_nobody_who_stands_nowhere_can_move() -> None:
    answer = asked("what level would I start at in care of children", story())
    assert answer.unsure is not None
    assert answer.unsure.message.startswith("The question does not say where you are now.")


def test_misspelt_sectors_are_read_and_that_is_said() -> None:
    answer = asked("could i move from childcaer levl 3 to electricle")
    assert isinstance(answer.result, Moves)
    assert answer.understood is not None
    assert "“electricle” was read as “electrical”." in answer.understood.notes


def test_two_sectors_are_compared_both_ways_and_by_kind() -> None:
    answer = asked("How similar are childcare and adult care?")
    assert isinstance(answer.result, SectorOverlap)
    told = opening(answer, shipped().catalogue)
    assert told.count("That is a share of") == 2
    blocks = to_text(outline(answer, shipped().catalogue))
    assert blocks.count("(attainment). Of ") == 2
    assert answer.exit_code is ExitCode.ANSWERED


def test_one_sector_is_compared_with_all_others_the_closest_first() -> None:
    answer = asked("Which sector is most like childcare?")
    assert isinstance(answer.result, SectorOverlap)
    shares = [
        (each.share or 0, each.to_sector)
        for each in answer.result.list_of(None, None)
        if each.from_sector == "childcare"
    ]
    closest = shipped().catalogue.sector_by_id[max(shares)[1]].title
    assert len(shares) == len(shipped().catalogue.sectors) - 1
    assert (
        opening(answer, shipped().catalogue)
        .lower()
        .startswith(f"closest to childcare and early years is {closest.lower()}.")
    )


def test_three_sectors_are_told_by_the_closest_and_the_furthest() -> None:
    told = said("Compare childcare, adult care and electrical")
    assert told.startswith("The closest are ")
    assert "; the furthest apart are " in told


def test_levels_are_compared_where_both_are_at_one() -> None:
    answer = asked("compare level 3 childcare and level 3 adult care")
    assert isinstance(answer.result, SectorOverlap)
    assert {each.level for each in answer.result.overlaps} == {"L3"}
    answer = asked("compare level 2 childcare and level 3 adult care")
    assert isinstance(answer.result, SectorOverlap)
    assert answer.result.overlaps[0].level is None


MOVING = [
    ("Could I move from the diploma in care to woodwork?", 0),
    ("Could a joiner become a nursery manager?", 3),
    ("Which sectors could I move to from the diploma in care?", 0),
    ("Could I move from woodwork to care of children?", 0),
    ("What would carry over from joiner to care of children?", 0),
    ("compare care of children with woodwork", 0),
]


@pytest.mark.parametrize(("question", "code"), MOVING)
def test_every_answer_keeps_the_schema_and_ends_as_it_should(question: str, code: int) -> None:
    answer = json_of("ask", question, code=code)
    assert [error.message for error in validator("answer").iter_errors(answer)] == []
    if answer["understood"]["intent"] == "transfer":
        assert answer["refused"] is (code == ExitCode.NO_ROUTE)


def test_the_json_of_a_move_is_that_of_the_command_transfer() -> None:
    asked_in_words = json_of("ask", "Could I move from joiner to care of children?")
    moved = json_of("transfer", "joiner", "care")
    assert asked_in_words["transfer"] == {key: moved[key] for key in asked_in_words["transfer"]}


def test_the_json_of_a_comparison_is_that_of_the_command_compare() -> None:
    asked_in_words = json_of("ask", "compare care of children with woodwork")
    assert asked_in_words["compare"] == json_of("compare", "care", "wood")


@pytest.mark.parametrize(("question", "code"), MOVING)
def test_rows_of_a_spreadsheet_are_as_wide_as_the_header(question: str, code: int) -> None:
    answer = asked(question, story())
    rows = list(csv.reader(io.StringIO(to_csv(answer_rows(answer, story().catalogue)))))
    assert len({len(row) for row in rows}) == 1
    assert len(rows) > 1


def no_route() -> Answer:
    """An answer that no steps lead from childcare to electrical."""
    catalogue = shipped().catalogue
    start, goal = (read_place(each, catalogue) for each in ("childcare:L3", "electrical:L4"))
    found = ask("How do I get from L3 childcare to L4 electrical?", shipped(), TODAY)
    assert isinstance(found.result, RouteResult)
    none = dataclasses.replace(
        found.result, routes=(), also=(), closed=(), no_route=NoRoute(NoRouteBecause.NO_PATH)
    )
    re_entry = find_re_entry((start,), (goal,), shipped(), TODAY, NOBODY)
    return dataclasses.replace(found, result=none, re_entry=re_entry)


def test_no_route_into_another_sector_says_at_what_level_one_could_start() -> None:
    answer = no_route()
    told = opening(answer, shipped().catalogue)
    assert told.startswith("There is no route from level 3 in childcare and early years to level 4")
    assert "you could start in electrical installation at level 3, with some catching up first." in told
    assert "not worked out yet" not in told


def test_no_route_carries_the_level_to_re_enter_at_in_json() -> None:
    answer: dict[str, Any] = to_json(no_route(), shipped().catalogue)
    assert [error.message for error in validator("answer").iter_errors(answer)] == []
    re_entry = answer["no_route"]["re_entry"]
    assert (re_entry["sector"], re_entry["level"], re_entry["verdict"]) == (
        "electrical",
        "L3",
        "with-bridging",
    )
    assert all(each["statement"] for each in re_entry["missing"])
    assert re_entry["missing"]


@pytest.mark.parametrize(
    ("start", "goal"), [("childcare:L2", "childcare:L3"), ("a-levels", "electrical"), ("L3", "L4")]
)
def test_there_is_no_re_entry_where_nobody_changes_sector(start: str, goal: str) -> None:
    places = [(read_place(each, shipped().catalogue),) for each in (start, goal)]
    assert find_re_entry(places[0], places[1], shipped(), TODAY, NOBODY) is None


def test_what_a_question_leads_with_is_told_from_what_wants_a_yes_or_a_no() -> None:
    focus = {
        "could I move from L3 childcare to electrical?": None,
        "at what level would I start in electrical with L3 childcare?": Focus.ENTRY,
        "what would carry over from L3 childcare to electrical?": Focus.CARRIES,
    }
    for question, wanted in focus.items():
        read = read_question(question, shipped().catalogue, TODAY)
        assert isinstance(read, Understood)
        assert (read.intent, read.focus) == (Intent.TRANSFER, wanted)


def test_limits_are_said_to_count_for_routes_alone() -> None:
    question = "could I move from L3 childcare to electrical, while working?"
    assert said(question).endswith("is looked at in routes and not in levels.")
    assert "looked at in routes" not in said("could I move from L3 childcare to electrical?")


@pytest.mark.parametrize(
    ("question", "sectors"),
    [
        ("something with people instead", {"adult-care", "health", "teaching"}),
        ("I'm an electrician. I'd like to work outdoors instead", {"sport-leisure"}),
        ("I am a nursery nurse but I want to work with my hands instead", {"building-services"}),
    ],
)
def test_what_somebody_likes_offers_other_sectors_whose_aspirations_speak_of_it(
    question: str, sectors: set[str]
) -> None:
    answer = asked(question)
    assert answer.unsure is not None
    offered = [asked(choice.question).understood for choice in answer.unsure.choices]
    goals = {place.sector for read in offered if read for place in read.goal}
    assert sectors <= goals
    assert "electrical" not in goals
    statements = {each.statement.rstrip(".") for each in shipped().catalogue.requirements}
    quoted = [part.split("”)")[0] for part in answer.unsure.message.split("(“")[1:]]
    assert quoted
    assert set(quoted) <= statements


def test_what_nothing_speaks_of_is_not_known() -> None:
    answer = asked("I want to work with animals instead")
    assert answer.unsure is not None
    assert answer.unsure.message.startswith("“animals” is not known here. The sectors known here are")
