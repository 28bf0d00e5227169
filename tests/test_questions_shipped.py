"""Questions over the shipped data: every name reads back, and the questions of the first day are answered."""

# ruff: noqa: E501  (tables read better with a row on one line)

from __future__ import annotations

from datetime import date

import pytest

from graph_loader import load_catalogue
from pathways.model import Qualification
from pathways.places import Place
from pathways.questions import Intent, Understood, Unsure, read_question
from pathways.questions.words import split_name, split_words

TODAY = date(2026, 11, 22)
CATALOGUE = load_catalogue()
POSITIONS = list(CATALOGUE.position_by_id.values())


def read(question: str) -> Understood | Unsure:
    return read_question(question, CATALOGUE, TODAY)


def reached(answer: Understood | Unsure) -> set[str]:
    """The ids of every position in the places read, or in those of the choices offered."""
    if isinstance(answer, Unsure):
        return set().union(*(reached(read(choice.question)) for choice in answer.choices))
    return {
        position.id
        for place in (*answer.start, *answer.goal)
        for position in CATALOGUE.list_positions(place.sector, place.level)
        if place.position in (None, position.id)
    }


@pytest.mark.parametrize("position", POSITIONS, ids=lambda each: each.id)
def test_every_title_alias_and_reference_reads_back(position: Qualification) -> None:
    reference = position.reference if isinstance(position, Qualification) else None
    for form in filter(None, (position.title, *position.aliases, reference)):
        assert position.id in reached(read(f"What do I need to become a {form}?")), form
        assert position.id in reached(read(f"What can I do after {form}?")), form


@pytest.mark.parametrize("position", POSITIONS, ids=lambda each: each.id)
def test_every_choice_for_a_title_reads_back_without_another_choice(position: Qualification) -> None:
    answer = read(position.title)
    assert isinstance(answer, Unsure)
    assert answer.choices
    assert all(isinstance(read(choice.question), Understood) for choice in answer.choices)


@pytest.mark.parametrize(
    ("question", "unknown"),
    [
        ("How do I become a factory worker?", "factory worker"),
        ("I have a 2391, how do I become an approved electrician?", "2391"),
    ],
)
def test_a_job_or_course_that_is_not_held_is_never_taken_for_a_sector_or_left_out(
    question: str, unknown: str
) -> None:
    answer = read(question)
    assert isinstance(answer, Unsure)
    assert answer.message.startswith(f"“{unknown}” is not known here.")


def test_every_name_of_a_sector_is_that_sector() -> None:
    for sector in CATALOGUE.sectors:
        for form in (sector.title, *sector.aliases):
            answer = read(f"How do I get into {form}?")
            assert isinstance(answer, Understood), form
            assert answer.goal == (Place(sector=sector.id),), form


@pytest.mark.parametrize(
    ("question", "intent", "start", "goal"),
    [
        ("how do I get from L3 childcare to L4?", Intent.ROUTES, "childcare:L3", "L4"),
        ("I've got a level 2 in childcare, how can I become a nursery manager?", Intent.ROUTES, "childcare:L2", "nursery-manager"),
        ("how do I become an electrician?", Intent.ROUTES, "", "electrician"),
        ("from GCSEs to electrician", Intent.ROUTES, "gcses-grade-4-9", "electrician"),
        ("I have A levels, how do I become a room supervisor", Intent.ROUTES, "a-levels", "room-supervisor"),
        ("I left school with nothing, can I be a nursery manager?", Intent.ROUTES, "statutory-schooling", "nursery-manager"),
        ("what can I do after L3 electrical", Intent.NEXT_STEPS, "electrical:L3", ""),
        ("I'm happy as an electrician, do I have to move on?", Intent.NEXT_STEPS, "electrician", ""),
        ("what do I need to become a nursery manager", Intent.REQUIREMENTS, "", "nursery-manager"),
        ("could I move from L3 childcare to electrical?", Intent.TRANSFER, "childcare:L3", "electrical"),
        ("compare childcare and adult care", Intent.COMPARE, "childcare", "adult-care"),
        ("Can I go from level 3 childcare to level 4 electrical?", Intent.TRANSFER, "childcare:L3", "electrical:L4"),
    ],
)  # fmt: skip
def test_the_questions_of_the_first_day(question: str, intent: Intent, start: str, goal: str) -> None:
    answer = read(question)
    assert isinstance(answer, Understood), answer
    assert answer.intent is intent
    assert (" ".join(map(str, answer.start)), " ".join(map(str, answer.goal))) == (start, goal)


@pytest.mark.parametrize(
    ("name", "sectors"),
    [("care worker", {"adult-care", "childcare"}), ("deputy manager", {"adult-care", "childcare"})],
)
def test_a_name_shared_by_sectors_is_asked_about(name: str, sectors: set[str]) -> None:
    answer = read(f"How do I become a {name}?")
    assert isinstance(answer, Unsure)
    assert {CATALOGUE.position_by_id[each].sector for each in reached(answer)} == sectors


def test_the_progression_suite_and_the_national_group_are_told_apart() -> None:
    answer = read("What can I do with a progression qualification?")
    assert isinstance(answer, Unsure)
    families = [reached(read(choice.question)) for choice in answer.choices]
    assert len(families) == 2
    assert not families[0] & families[1]


@pytest.mark.parametrize("said", ["an HNC", "a higher national certificate"])
def test_a_type_is_left_out_of_every_sector_by_any_of_its_names(said: str) -> None:
    answer = read(f"How do I get from electrician to electrical design technician without {said}?")
    assert isinstance(answer, Understood)
    left_out = {
        each.id for each in CATALOGUE.qualifications if each.type.lower() in answer.limits.avoid_types
    }
    assert {"hnc-electrical-building-services", "hnc-early-years-leadership"} <= left_out


@pytest.mark.parametrize("count", ["2", "two", "3", "four"])
def test_a_number_of_a_levels_is_no_level(count: str) -> None:
    answer = read(f"I have {count} A levels. How do I become an early years teacher?")
    assert isinstance(answer, Understood)
    assert answer.start == (Place(position="a-levels"),)


def test_a_level_that_does_not_exist_is_no_a_level() -> None:
    answer = read("I'm a level 9 electrician, what next?")
    assert isinstance(answer, Unsure)
    assert answer.message == "There is no “level 9”. Levels go from Unqualified to Level 8."


def test_no_reading_leads_from_a_place_to_itself() -> None:
    answer = read("from marine electrician to electrician")
    assert isinstance(answer, Unsure)
    questions = [choice.question for choice in answer.choices]
    assert "How do I get to Electrician?" in questions
    assert "How do I get from Electrician to Electrician?" not in questions


@pytest.mark.parametrize(
    "question", ["what's the weather in Manchester", "something hands on", "hairdresser to doctor"]
)
def test_a_general_word_is_no_slip_of_a_level_or_an_abbreviation(question: str) -> None:
    answer = read(question)
    assert isinstance(answer, Unsure)
    assert answer.choices == ()


def test_a_start_that_stands_for_what_is_lacking_says_what_to_ask_about() -> None:
    answer = read("I have GCSEs but no maths. How do I become an electrician?")
    assert isinstance(answer, Understood)
    assert answer.start == (Place(position="gcses-grade-4-9"),)
    assert (
        "“GCSEs at grades 4 to 9” usually stands for “You have English and maths at level 2” as well: "
        "ask the college or employer whether you can start without it." in answer.notes
    )


def test_names_are_split_as_questions_are() -> None:
    forms = [form for each in POSITIONS for form in (each.title, *each.aliases)]
    assert len(forms) > 1000
    assert all(split_name(form) == split_words(form) for form in forms)
