"""Journeys that a careers adviser is asked about: each question in plain English, and what its answer must hold."""

# ruff: noqa: E501  (tables read better with a row on one line)

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.cli import fix_today, run

TODAY = date(2026, 11, 22)
VOCATIONAL = [
    "adult-care",
    "building-services",
    "childcare",
    "electrical",
    "health",
    "leadership-management",
    "playwork-youth",
    "sport-leisure",
    "teaching",
]
# How people name the sectors.
NAMES = {
    "adult-care": "adult social care",
    "building-services": "building services",
    "childcare": "childcare",
    "electrical": "electrical installation",
    "health": "health care",
    "leadership-management": "management",
    "playwork-youth": "youth work",
    "sport-leisure": "sport and leisure",
    "teaching": "teaching",
}


@dataclass(frozen=True)
class Journey:
    """A question, the places understood, and what its first route passes.

    `asks` are requirements, or conditions by their kind, without which the answer would mislead.
    `sure` is for journeys that ask for nothing hard to have, such as a place on a register; `employed` for those on
    which each course is paid work.
    """

    question: str
    start: str
    goal: str
    stops: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    sure: bool = False
    employed: bool = False


# fmt: off
NAMED = [
    Journey("How do I get from healthcare support worker to nursing associate?", "healthcare-support-worker", "nursing-associate", ("nursing-associate-apprenticeship",), ("health-meets-nmc-rules", "regulation"), employed=True),
    Journey("I'm a nursing associate. How do I become a registered nurse?", "nursing-associate", "registered-nurse", ("registered-nurse-degree-apprenticeship",), ("health-meets-nmc-rules", "regulation"), employed=True),
    Journey("How can a healthcare assistant become a registered nurse?", "healthcare-support-worker", "registered-nurse", ("nursing-associate-apprenticeship", "nursing-associate", "registered-nurse-degree-apprenticeship"), ("health-meets-nmc-rules", "has-study-skills"), employed=True),
    Journey("I'm a teaching assistant. How can I become a teacher while I work?", "teaching-assistant", "teacher", ("teacher-undergraduate-apprenticeship",), ("teaching-has-gcse-english-maths", "regulation"), employed=True),
    Journey("I'm a lead adult care worker, how can I become a registered manager?", "lead-adult-care-worker-apprenticeship", "registered-manager", ("senior-care-worker", "adult-care-deputy-manager"), ("adult-care-fit-to-be-registered", "adult-care-experienced-enough-to-manage"), employed=True),
    Journey("I am a gym instructor and want to be a sports coach", "gym-instructor", "sports-coach", ("sports-coaching-certificate-l3",), ("sport-leisure-safeguards-in-sport", "regulation"), sure=True),
    Journey("How do I go from electrician to project management?", "electrician", "project-manager", ("project-management-diploma-electrical",), sure=True),
    Journey("How can an electrician become an electrical project manager?", "electrician", "electrical-project-manager", (), ("electrical-runs-projects",), sure=True),
    Journey("I'm a plumber. How do I become a building services engineer?", "plumber", "building-services-engineer", ("hnc-building-services-engineering",), ("building-services-maths-for-engineers", "has-study-skills", "knows-how-to-apply-to-higher-education"), sure=True),
    Journey("From team leader to chartered manager", "team-leader", "chartered-manager", ("chartered-manager-degree-apprenticeship",), ("knows-degree-apprenticeships", "has-study-skills", "employer-support"), sure=True, employed=True),
    Journey("I'm a playworker and would like to be an early years educator", "playworker", "early-years-educator", ("early-years-educator-apprenticeship",), ("employer-support",), sure=True, employed=True),
    Journey("I'm a nursery manager, how can I become a teacher?", "nursery-manager", "teacher", ("teacher-undergraduate-apprenticeship",), ("teaching-has-gcse-english-maths",)),
    Journey("nursery manager to nursing", "nursery-manager", "registered-nurse", ("nursing-degree",), ("health-meets-nmc-rules", "knows-how-to-apply-to-higher-education", "regulation")),
    Journey("nursery manager to social work", "nursery-manager", "social-worker", (), ("adult-care-suitable-for-social-work", "adult-care-on-the-social-work-register")),
    # and others that advisers hear every week
    Journey("I have no qualifications. How do I become a nurse?", "statutory-schooling", "registered-nurse", ("healthcare-support-worker", "nursing-associate-apprenticeship"), ("health-meets-nmc-rules", "general-has-level-2-english-maths")),
    Journey("I have A levels. How do I become a social worker?", "a-levels", "social-worker", ("social-work-degree",), ("adult-care-on-the-social-work-register",)),
    Journey("I have A levels. How do I become an electrician?", "a-levels", "electrician", ("electrician-apprenticeship",), ("electrical-practical-ability",), sure=True, employed=True),
    Journey("I have GCSEs at grade 4 and above. How do I become a plumber?", "gcses-grade-4-9", "plumber", ("plumbing-and-domestic-heating-technician-apprenticeship",), ("employer-support",), sure=True, employed=True),
    Journey("I have a degree, how do I become a teacher?", "bachelors-degree", "teacher", ("postgraduate-teacher-training",), ("teaching-has-gcse-english-maths",)),
    Journey("I'm a plumber. How do I become a gas engineer?", "plumber", "gas-engineer", ("gas-engineering-diploma-level-3", "gas-safe-registration"), ("regulation",), sure=True),
    Journey("I'm a childminder, how do I become a teaching assistant?", "childminder", "teaching-assistant", (), ("teaching-knows-safeguarding-duty", "regulation"), sure=True),
    Journey("I'm a playworker. How do I become a youth worker?", "playworker", "youth-worker", ("youth-work-practice-diploma-l3",), ("has-study-skills", "playwork-has-a-year-with-young-people"), sure=True),
    Journey("How do I become a health visitor if I am a nurse?", "registered-nurse", "health-visitor", ("specialist-community-nurse-apprenticeship",), sure=True),
]

# What people start with, how they say it, and the levels at which a first step into a sector may stand. Nobody is
# sent into a ladder above the rung that they can reach; degrees and the like are programmes of higher education.
STARTS = [
    ("I have no qualifications.", "U", {"E", "L1", "L2"}),
    ("I have GCSEs at grades 1 to 3.", "gcses-grade-1-3", {"E", "L1", "L2"}),
    ("I have GCSEs at grade 4 and above.", "gcses-grade-4-9", {"L2", "L3"}),
    ("I have A levels.", "a-levels", {"L2", "L3"}),
]
# fmt: on
# Courses of higher education, which start from level 3 whatever the sector.
HIGHER = {"degree", "degree apprenticeship", "foundation degree", "HNC", "HND"}
# The profile of family support workers asks for GCSEs and A levels, and we for a year with young people as well.
EXPLAINED = {("a-levels", "children-families-practitioner-apprenticeship")}


def ways_in() -> Iterator[tuple[str, str, str, set[str]]]:
    for said, start, levels in STARTS:
        for sector in VOCATIONAL:
            yield f"{said} How do I get into {NAMES[sector]}?", start, sector, levels


WAYS_IN = list(ways_in())


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """Every question of the tables, asked at once: `pathways ask --file questions.txt --format json`."""
    file: Path = tmp_path_factory.mktemp("journeys") / "questions.txt"
    questions = [each.question for each in NAMED] + [question for question, *_ in WAYS_IN]
    file.write_text("\n".join(questions) + "\n", "utf-8")
    with pytest.MonkeyPatch.context() as patched:
        fix_today(patched, TODAY)
        result = run("ask", "--file", file, "--format", "json", "--k", "3")
    return dict(zip(questions, json.loads(result.stdout)["answers"], strict=True))


def answer_to(question: str, answers: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Return the answer to a question, which must have been understood and answered with routes."""
    said = answers[question]
    assert said["code"] == 0, said["answer"]
    answer: dict[str, Any] = said["answer"]
    assert answer["understood"]["intent"] == "routes"
    assert answer["routes"]
    return answer


def ids_of(place: dict[str, Any]) -> list[str]:
    return [each["id"] for each in place["positions"]]


def asked_on(route: dict[str, Any]) -> set[str]:
    """The requirements of a route, those in alternatives among them, and its conditions by kind and awareness."""
    found: set[str] = set()
    for step in route["steps"]:
        found |= {each["id"] for kind in step["requires"].values() for each in kind}
        found |= {each["id"] for group in step["any_of"] for way in group for each in way["requirements"]}
        found |= {each["kind"] for each in step["conditions"]}
    return found


@pytest.mark.parametrize("journey", NAMED, ids=lambda each: each.question)
def test_the_question_is_understood_and_its_first_route_is_the_one_an_adviser_gives(
    journey: Journey, answers: dict[str, dict[str, Any]]
) -> None:
    answer = answer_to(journey.question, answers)
    first = answer["routes"][0]
    stops = [each["to"]["id"] for each in first["steps"]]

    assert ids_of(answer["understood"]["start"]) == [journey.start]
    assert ids_of(answer["understood"]["goal"]) == [journey.goal]
    assert stops[-1] == journey.goal
    assert [each for each in stops if each in journey.stops] == list(journey.stops), stops
    assert set(journey.asks) <= asked_on(first)


@pytest.mark.parametrize("journey", NAMED, ids=lambda each: each.question)
def test_the_first_route_hides_nothing_unknown_and_names_what_is_hard(
    journey: Journey, answers: dict[str, dict[str, Any]]
) -> None:
    first = answer_to(journey.question, answers)["routes"][0]

    assert all(each["known"] for each in first["steps"])
    assert first["figures"]["holes"] == len(first["hard"])
    if journey.sure:
        assert first["hard"] == []
    else:
        assert first["hard"], "this journey is sure: say so in the table"


@pytest.mark.parametrize("journey", [each for each in NAMED if each.employed], ids=lambda each: each.question)
def test_an_employed_route_goes_through_jobs_and_apprenticeships_alone(
    journey: Journey, answers: dict[str, dict[str, Any]]
) -> None:
    first = answer_to(journey.question, answers)["routes"][0]

    assert {each["to"]["type"] for each in first["steps"]} <= {
        "job-role",
        "apprenticeship",
        "degree apprenticeship",
    }


def test_every_step_of_every_route_cites_a_titled_source_and_a_place_in_it(
    answers: dict[str, dict[str, Any]],
) -> None:
    steps = [
        step for said in answers.values() for route in said["answer"]["routes"] for step in route["steps"]
    ]

    assert len(steps) > 300
    for step in steps:
        assert step["source"]["title"], step["id"]
        assert step["source"]["locator"], step["id"]
        for kind in step["requires"].values():
            assert all(each["source"]["title"] and each["source"]["locator"] for each in kind), step["id"]


@pytest.mark.parametrize(
    ("question", "start", "sector", "levels"), WAYS_IN, ids=[each[0] for each in WAYS_IN]
)
def test_whatever_one_has_there_is_a_way_into_each_sector_at_a_level_within_reach(
    question: str, start: str, sector: str, levels: set[str], answers: dict[str, dict[str, Any]]
) -> None:
    answer = answer_to(question, answers)
    first = answer["routes"][0]

    assert answer["understood"]["goal"]["sector"] == sector
    assert answer["understood"]["start"]["positions"], question
    assert first["start"]["id"] == ("statutory-schooling" if start == "U" else start)
    assert first["figures"]["holes"] == 0
    assert first["steps"][-1]["to"]["sector"] == sector
    entered = first["steps"][0]["to"]
    if start == "a-levels":
        assert entered["level"] in levels or is_higher(entered), entered
    else:
        assert entered["level"] in levels, entered


def is_higher(position: dict[str, Any]) -> bool:
    """Higher education; the register calls degree apprenticeships apprenticeships, at level 6."""
    return position["type"] in HIGHER or (position["type"], position["level"]) == ("apprenticeship", "L6")


@pytest.mark.parametrize(
    ("question", "start", "sector", "levels"), WAYS_IN, ids=[each[0] for each in WAYS_IN]
)
def test_nobody_from_school_enters_a_vocational_ladder_at_level_4(
    question: str, start: str, sector: str, levels: set[str], answers: dict[str, dict[str, Any]]
) -> None:
    for route in answer_to(question, answers)["routes"]:
        entry = next(each for each in route["steps"] if each["to"]["sector"] == sector)
        if (entry["from"]["id"], entry["to"]["id"]) in EXPLAINED or is_higher(entry["to"]):
            continue
        assert entry["to"]["level"] in {"E", "L1", "L2", "L3"}, entry["id"]


@pytest.mark.parametrize("sector", ["childcare", "electrical"])
def test_a_levels_open_levels_2_and_3_of_a_practical_trade_to_begin_with(
    sector: str, answers: dict[str, dict[str, Any]]
) -> None:
    routes = answer_to(f"I have A levels. How do I get into {NAMES[sector]}?", answers)["routes"]
    entered = [each["steps"][0]["to"] for each in routes]

    assert [each["id"] for each in entered if each["level"] == "L4"] == []
    assert {each["level"] for each in entered if not is_higher(each)} <= {"L2", "L3"}
    assert {each["level"] for each in entered if not is_higher(each)}
