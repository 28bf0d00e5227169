"""Playwork and youth work as shipped: the ladder to youth worker, the branches, the rules, the ways in."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from pathways.model import ConditionKind, Evidence, JobRole, Kind
from pathways.requirements import demand_of, takes_starts
from tests.shipped import TODAY, ask, qualification, row_in, shipped, steps_into_sector

IN_2019 = date(2019, 6, 1)
SECTOR = "playwork-youth"

STANDARDS = {
    "playworker-apprenticeship": ("ST0867", "L2", 18, "£5,000"),
    "children-families-practitioner-apprenticeship": ("ST0088", "L4", 24, "£6,000"),
    "early-intervention-practitioner-apprenticeship": ("ST0868", "L4", 18, "£5,000"),
    "children-families-manager-apprenticeship": ("ST0087", "L5", 24, "£6,000"),
    "health-play-specialist-apprenticeship": ("ST0829", "L5", 24, "£15,000"),
    "play-therapist-apprenticeship": ("ST0905", "L7", 36, "£20,000"),
}
FRAMEWORKS = {
    "playwork-framework-level-2": ("456-3-1", "L2", 12),
    "playwork-framework-level-3": ("456-2-1", "L3", 18),
    "youth-work-framework-level-2": ("447-3-1", "L2", 12),
    "youth-work-framework-level-3": ("447-2-1", "L3", 12),
}
NUMBERS = {
    "introduction-to-youth-work-l1": "603/2787/X",
    "exploring-youth-work-l1": "603/4796/X",
    "playwork-diploma-l2": "610/0643/9",
    "youth-work-principles-award-l2": "603/5559/1",
    "youth-work-practice-certificate-l2": "603/5560/8",
    "playwork-diploma-l3": "610/0645/2",
    "transition-to-playwork-award": "603/7635/1",
    "youth-work-practice-diploma-l3": "603/5562/1",
    "residential-childcare-diploma-l3": "603/5407/0",
    "access-to-he-youth-work": "400/1445/9",
    "early-interventions-certificate-l4": "603/1058/3",
    "residential-childcare-management-diploma": "601/4845/7",
}
STARTS = ["statutory-schooling", "gcses-grade-1-3", "gcses-grade-4-9", "functional-skills-english-maths-l2"]

row = partial(row_in, SECTOR)
steps_into_the_sector = partial(steps_into_sector, SECTOR)


# --- what is there ---


@pytest.mark.parametrize(("name", "facts"), STANDARDS.items())
def test_each_standard_has_its_reference_level_length_and_funding_of_july_2026(
    name: str, facts: tuple[str, str, int, str]
) -> None:
    found = qualification(name)
    reference, level, months, band = facts
    assert (found.reference, found.level, found.months) == (reference, level, months)
    assert any(band in each.statement and "2 July 2026" in each.statement for each in found.funding)


@pytest.mark.parametrize(("name", "facts"), FRAMEWORKS.items())
def test_each_older_framework_has_its_number_and_took_starts_until_july_2020(
    name: str, facts: tuple[str, str, int]
) -> None:
    found = qualification(name)
    assert (found.reference, found.level, found.months) == facts
    assert takes_starts(found, date(2020, 7, 31))
    assert not takes_starts(found, date(2020, 8, 1))


@pytest.mark.parametrize(("name", "number"), NUMBERS.items())
def test_each_course_has_the_number_it_is_registered_under(name: str, number: str) -> None:
    assert qualification(name).reference == number


def test_a_standard_in_development_still_takes_starts() -> None:
    assert takes_starts(qualification("early-intervention-practitioner-apprenticeship"), TODAY)


@pytest.mark.parametrize(
    "name", ["youth-support-worker-apprenticeship", "youth-justice-practitioner-apprenticeship"]
)
def test_what_the_register_we_hold_does_not_say_is_left_out_and_said(name: str) -> None:
    found = qualification(name)
    assert (found.months, found.reference, found.funding) == (None, None, ())
    assert "left out" in (found.citation.note or "")


def test_the_end_of_funding_is_a_condition_and_closes_no_course() -> None:
    diploma = qualification("playwork-diploma-l3")
    assert date(2026, 7, 31) in [each.closes for each in diploma.funding]
    assert takes_starts(diploma, TODAY)


def test_the_level_of_each_job_is_our_judgement_and_says_why() -> None:
    jobs = [each for each in shipped().job_roles if each.sector == SECTOR]
    assert {each.citation.evidence for each in jobs} == {Evidence.EDITORIAL}
    assert all(each.citation.note for each in jobs)


@pytest.mark.parametrize(
    ("name", "level", "soc"),
    [
        ("playworker", "L2", None),
        ("youth-support-worker", "L3", None),
        ("family-support-worker", "L4", "3221"),
        ("youth-worker", "L6", "2464"),
    ],
)
def test_youth_workers_stand_above_youth_support_workers(name: str, level: str, soc: str | None) -> None:
    job = shipped().position_by_id[name]
    assert isinstance(job, JobRole)
    assert (job.level, job.soc2020) == (level, soc)


# --- rows and records ---


@pytest.mark.parametrize(
    ("at", "into"),
    [("U", "E"), ("E", "L2"), ("L2", "L3"), ("L3", "L4"), ("L4", "L5"), ("L5", "L6"), ("L6", "L7")],
)
def test_there_is_a_row_for_each_rung_up_to_level_7(at: str, into: str) -> None:
    assert row(at).into == into
    assert all(row(at).cell(kind) for kind in Kind)


@pytest.mark.parametrize("at", ["E", "L2"])
def test_the_rows_into_levels_2_and_3_ask_for_enough_to_be_worth_reading(at: str) -> None:
    counts = [sum(bool(each.requirements) for each in row(at).cell(kind)) for kind in Kind]
    assert [have >= least for have, least in zip(counts, (3, 3, 4), strict=False)] == [True, True, True]


def test_nothing_is_needed_to_help_at_a_club() -> None:
    assert row("U").cell(Kind.ATTAINMENT)[0].none_needed


def test_every_requirement_can_be_asked_and_worked_on() -> None:
    own = [each for each in shipped().requirements if each.scope == SECTOR]
    assert len(own) >= 55
    assert [each.id for each in own if not each.activities or not each.question.endswith("?")] == []
    assert [each.id for each in own if (each.concept is None) == (each.holding is None)] == []


def test_every_condition_says_what_to_know_about_it() -> None:
    steps = steps_into_the_sector()
    assert [each.id for each in steps for condition in each.conditions if not condition.awareness] == []


def test_every_step_up_says_what_it_asks_for() -> None:
    assert [each.id for each in steps_into_the_sector() if not demand_of(each, shipped(), TODAY).known] == []


# --- regulated conditions ---


def test_a_background_check_stands_before_work_with_children() -> None:
    step = shipped().step_by_id["playwork-youth-club-volunteer-to-play-assistant"]
    checks = [each for each in step.conditions if each.kind is ConditionKind.REGULATION]
    assert [each.awareness for each in checks] == ["knows-about-dbs-checks"]


def test_the_manager_of_a_club_hears_of_certificates_and_first_aid() -> None:
    step = shipped().step_by_id["playwork-senior-playworker-to-out-of-school-club-manager"]
    told = {each.awareness for each in step.conditions if each.kind is ConditionKind.REGULATION}
    assert told == {"playwork-knows-what-fit-manager-means", "playwork-knows-first-aid-rule"}


def test_nobody_manages_a_childrens_home_without_the_experience_that_the_law_asks_for() -> None:
    needed = shipped().requirement_by_id["playwork-has-run-residential-care"]
    assert needed.regulated
    assert needed.holding is not None
    assert needed.holding.months == 24
    ways = [each for each in shipped().steps if each.to_id == "childrens-home-manager"]
    assert ways
    assert all(needed.id in each.attainment for each in ways)


def test_money_for_level_7_is_said_to_be_short_from_january_2026() -> None:
    funding = qualification("play-therapist-apprenticeship").funding
    assert date(2026, 1, 1) in [each.opens for each in funding]


def test_every_way_to_youth_worker_ends_in_a_qualification_that_is_recognised() -> None:
    ways = [each for each in shipped().steps if each.to_id == "youth-worker"]
    assert {each.from_id for each in ways} == {
        "youth-work-degree",
        "youth-worker-degree-apprenticeship",
        "youth-work-postgraduate-diploma",
    }


# --- routes ---


@pytest.mark.parametrize("start", STARTS)
def test_people_from_school_reach_playworker_and_youth_worker(start: str) -> None:
    assert ask(start, "playworker").routes
    assert ask(start, "youth-worker").routes


def test_with_a_levels_one_starts_at_level_2_or_3_or_on_a_degree_and_never_at_level_5() -> None:
    first = {each.to_id for each in steps_into_the_sector() if each.from_id == "a-levels"}
    levels = {shipped().position_by_id[each].level for each in first}
    assert {"L2", "L3", "L6"} <= levels
    assert "playwork-a-levels-to-youth-work-degree" in shipped().step_by_id


def test_a_volunteer_becomes_a_youth_worker_by_way_of_level_3() -> None:
    route = ask("youth-club-volunteer", "youth-worker").routes[0]
    levels = [shipped().position_by_id[each].level for each in route.positions]
    assert "L3" in levels
    assert all(step.known for step in route.steps)


@pytest.mark.parametrize(
    "start",
    [
        "playwork-diploma-l3",
        "youth-work-practice-diploma-l3",
        "youth-support-worker-apprenticeship",
        "access-to-he-youth-work",
    ],
)
def test_each_level_3_leads_into_higher_education_with_an_application_and_time_thought_through(
    start: str,
) -> None:
    direct = next(each for each in ask(start, "youth-work-degree").routes if len(each.steps) == 1)
    needs = {each.requirement for each in direct.steps[0].required}
    assert {
        "knows-how-to-apply-to-higher-education",
        "knows-time-for-higher-study",
        "knows-how-higher-study-is-paid",
        "has-study-skills",
        "writes-for-higher-study",
    } <= needs


def test_a_degree_apprenticeship_is_applied_for_like_a_job() -> None:
    ways = [each for each in shipped().steps if each.to_id == "youth-worker-degree-apprenticeship"]
    assert ways
    assert all(ConditionKind.EMPLOYER_SUPPORT in {one.kind for one in each.conditions} for each in ways)


@pytest.mark.parametrize("start", ["playworker", "senior-playworker"])
def test_playworkers_become_early_years_educators_without_starting_again(start: str) -> None:
    route = ask(start, "early-years-educator").routes[0]
    assert len(route.steps) <= 2
    assert route.figures.holes == 0


def test_childcare_staff_come_into_playwork_by_a_short_award() -> None:
    ways = [each for each in shipped().steps if each.to_id == "transition-to-playwork-award"]
    assert {"early-years-educator", "room-supervisor"} == {each.from_id for each in ways}


def test_health_play_asks_for_a_level_3_and_two_years_after_it() -> None:
    step = shipped().step_by_id["playwork-early-years-educator-to-fd-health-play"]
    assert {"playwork-holds-childcare-level-3", "playwork-has-two-years-with-children"} <= set(
        step.attainment
    )


def test_youth_work_frameworks_were_open_in_2019() -> None:
    assert ask("assistant-youth-support-worker", "youth-work-framework-level-3", IN_2019).routes
    assert not ask("assistant-youth-support-worker", "youth-work-framework-level-3").routes
