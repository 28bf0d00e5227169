"""The general route as shipped: what other sectors rely on, what is withdrawn, and the routes upon it."""

from __future__ import annotations

from datetime import date

import pytest

from pathways.catalogue import is_bridging
from pathways.model import GENERAL, ConditionKind, Evidence
from pathways.places import read_place
from pathways.requirements import takes_starts
from pathways.results import ClosedBecause, NoRouteBecause
from pathways.routes import find_next_steps
from tests.shipped import TODAY, ask, index, qualification, row_in, shipped, step_between

RELIED_ON = {
    "statutory-schooling": "U",
    "gcses-grade-1-3": "L1",
    "gcses-grade-4-9": "L2",
    "functional-skills-english-maths-l2": "L2",
    "a-levels": "L3",
    "t-level-education-and-early-years": "L3",
    "t-level-building-services-engineering": "L3",
    "t-level-health": "L3",
    "access-to-he-diploma": "L3",
    "higher-national-certificate": "L4",
    "foundation-degree": "L5",
    "bachelors-degree": "L6",
}
NATIONAL_GROUPS = {
    "entry-level-progression-qualifications": "E",
    "level-1-progression-qualifications": "L1",
    "level-2-academic-progression-qualifications": "L2",
    "level-2-technical-progression-qualifications": "L2",
    "t-level-foundation-qualifications": "L2",
}
SUITE = {
    "gateway-progression-entry-3-award": "600/8911/8",
    "gateway-progression-entry-3-certificate": "600/8912/X",
    "gateway-progression-level-1-award": "600/8914/3",
    "gateway-progression-level-1-certificate": "600/8915/5",
    "gateway-progression-level-1-diploma": "600/8916/7",
    "gateway-progression-level-2-award": "600/8917/9",
    "gateway-progression-level-2-certificate": "600/8918/0",
}


# --- what is there ---


@pytest.mark.parametrize(("name", "level"), RELIED_ON.items())
def test_the_positions_that_other_sectors_start_from_stand_at_their_levels(name: str, level: str) -> None:
    found = qualification(name)
    assert (found.sector, found.level) == (GENERAL, level)


def test_there_are_rows_from_school_to_postgraduate_study() -> None:
    matrix = shipped().sector_by_id[GENERAL].matrix
    assert matrix is not None
    assert [(row.at, row.into) for row in matrix.rows] == [
        ("U", "E"),
        ("E", "L2"),
        ("L2", "L3"),
        ("L3", "L4"),
        ("L4", "L5"),
        ("L5", "L6"),
        ("L6", "L7"),
    ]


def test_basic_skills_access_courses_and_foundation_years_are_bridges() -> None:
    bridges = {each.id for each in shipped().list_positions(GENERAL) if is_bridging(each)}
    assert bridges == {
        "functional-skills-english-maths-entry",
        "functional-skills-english-maths-l1",
        "functional-skills-english-maths-l2",
        "essential-digital-skills-entry-3",
        "digital-functional-skills-l1",
        "esol-skills-for-life-entry-3",
        "pre-access-course",
        "access-to-he-diploma",
        "higher-study-bridge",
        "degree-with-foundation-year",
    }


@pytest.mark.parametrize(("name", "level"), NATIONAL_GROUPS.items())
def test_each_national_group_says_that_it_was_a_plan_and_from_when(name: str, level: str) -> None:
    group = qualification(name)
    assert (group.level, group.citation.source) == (level, "post-16-reform")
    assert "until 14 September 2023" in (group.citation.note or "")
    assert [each.kind for each in group.funding] == [ConditionKind.FUNDING]
    assert "2026 and 2027" in group.funding[0].statement


@pytest.mark.parametrize(("name", "number"), SUITE.items())
def test_the_awarding_bodys_suite_keeps_its_numbers(name: str, number: str) -> None:
    found = qualification(name)
    assert (found.reference, found.awarding_body) == (number, "Gateway Qualifications")
    assert takes_starts(found, TODAY)


def test_the_national_groups_and_the_suite_share_no_position() -> None:
    assert not set(NATIONAL_GROUPS) & set(SUITE)
    assert all("Gateway" not in qualification(name).title for name in NATIONAL_GROUPS)


def test_every_general_requirement_is_complete() -> None:
    for each in shipped().requirements:
        if each.id.startswith("general-"):
            assert (each.statement[:4], each.question[-1]) == ("You ", "?"), each.id
            assert 1 <= len(each.activities) <= 3, each.id
            assert bool(each.concept) != bool(each.holding), each.id


def test_what_no_document_says_is_marked_as_our_judgement_with_a_reason() -> None:
    ours = [each for each in shipped().list_positions(GENERAL) if each.citation.source == "editorial"]
    assert {each.id for each in ours} == {"foundation-learning-entry-level", "foundation-learning-level-1"}
    assert all(each.citation.evidence is Evidence.EDITORIAL and each.citation.note for each in ours)


def test_every_step_of_the_general_route_has_a_source_that_is_on_record() -> None:
    steps = [each for each in shipped().steps if shipped().position_by_id[each.to_id].sector == GENERAL]
    assert len(steps) > 80
    assert all(each.citation.source in shipped().source_by_id and each.citation.locator for each in steps)


NUMBERS = {
    "btec-workskills-entry-3": ("603/7622/3", "E"),
    "essential-digital-skills-entry-3": ("603/5985/7", "E"),
    "esol-skills-for-life-entry-3": ("601/4078/1", "E"),
    "btec-workskills-l1": ("603/7625/9", "L1"),
    "digital-functional-skills-l1": ("610/3219/0", "L1"),
    "cambridge-national-health-social-care": ("603/7116/X", "L2"),
    "cambridge-national-child-development": ("603/7114/6", "L2"),
    "cambridge-national-engineering-design": ("603/7086/5", "L2"),
    "cambridge-technical-business-l3": ("601/7701/9", "L3"),
    "cambridge-technical-engineering-l3": ("601/4599/7", "L3"),
    "t-level-onsite-construction": ("603/6917/6", "L3"),
    "t-level-design-surveying-planning": ("610/5310/7", "L3"),
}


@pytest.mark.parametrize(("name", "facts"), NUMBERS.items())
def test_each_course_has_the_number_of_the_register_and_its_level(name: str, facts: tuple[str, str]) -> None:
    found = qualification(name)
    assert (found.reference, found.level) == facts
    assert found.citation.source in {"ofqual-approved", "dfe-t-levels"}


def test_each_national_group_says_what_happened_to_the_plan_since() -> None:
    for name in NATIONAL_GROUPS:
        note = qualification(name).citation.note or ""
        assert "October 2025" in note
        assert "March 2026" in note


@pytest.mark.parametrize(
    ("group", "leads_to"),
    [
        ("entry-level-progression-qualifications", "level-1-progression-qualifications"),
        ("level-1-progression-qualifications", "level-2-technical-progression-qualifications"),
        ("level-2-technical-progression-qualifications", "level-3-technical-qualification"),
        ("level-2-academic-progression-qualifications", "level-3-alternative-academic-qualification"),
        ("t-level-foundation-qualifications", "t-level-health"),
    ],
)
def test_each_national_group_leads_where_the_plan_says(group: str, leads_to: str) -> None:
    step = step_between(group, leads_to)
    assert step.citation.source == "post-16-reform"


def test_the_figure_on_university_offers_is_dated() -> None:
    drivers = shipped().sector_by_id[GENERAL].drivers
    figure = next(each for each in drivers if "95 in 100" in each.statement)
    assert "2018" in figure.statement
    assert figure.citation.source == "vocational-symposium"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("functional-skills-english-maths-l2", "At 19 or over English and maths up to level 2 are free"),
        ("a-levels", "under 19"),
        ("a-levels", "Advanced Learner Loan"),
        ("level-3-technical-qualification", "free courses for jobs"),
        ("access-to-he-diploma", "written off"),
        ("bachelors-degree", "Lifelong Learning Entitlement"),
        ("degree-apprenticeship", "pays no fees"),
    ],
)
def test_courses_say_who_pays(name: str, words: str) -> None:
    assert any(words in each.statement and each.awareness for each in qualification(name).funding)


def test_the_loan_changes_with_the_year_2027() -> None:
    before, after = qualification("bachelors-degree").funding
    assert (before.closes, after.opens) == (date(2026, 12, 31), date(2027, 1, 1))


@pytest.mark.parametrize("at", ["U", "E", "L2", "L3"])
def test_the_rows_that_most_people_climb_ask_for_things_of_every_kind(at: str) -> None:
    row = row_in(GENERAL, at)
    assert len([each for each in row.aspiration if each.requirements]) >= 3
    assert len([each for each in row.awareness if each.requirements]) >= 3
    if at != "U":
        assert len([each for each in row.attainment if each.requirements or each.any_of]) >= 4


# --- the routes ---


def test_a_foundation_year_gets_people_without_a_levels_into_a_degree() -> None:
    routes = ask("pre-access-course", "bachelors-degree").routes
    assert ("pre-access-course", "degree-with-foundation-year", "bachelors-degree") in {
        route.positions for route in routes
    }


def test_a_foundation_year_is_not_a_foundation_degree() -> None:
    assert qualification("degree-with-foundation-year").level == "L3"
    assert qualification("foundation-degree").level == "L5"


@pytest.mark.parametrize("start", ["a-levels", "t-level-onsite-construction", "higher-national-diploma"])
def test_a_degree_apprenticeship_is_applied_for_at_an_employer(start: str) -> None:
    direct = next(each for each in ask(start, "degree-apprenticeship").routes if len(each.steps) == 1)
    asked = {each.requirement for each in direct.steps[0].required}
    assert "knows-degree-apprenticeships" in asked
    assert "has-higher-study-application-ready" not in asked


@pytest.mark.parametrize("start", ["gcses-grade-1-3", "functional-skills-english-maths-l1"])
def test_a_t_level_is_reached_by_a_foundation_year(start: str) -> None:
    ways = {route.positions for route in ask(start, "t-level-health", k=8).routes}
    assert (start, "t-level-foundation-year", "t-level-health") in ways


def test_a_degree_straight_from_a_levels_asks_for_application_and_not_for_a_first_year() -> None:
    (step,) = ask("a-levels", "bachelors-degree").routes[0].steps
    asked = {each.requirement for each in step.required}
    assert {"knows-how-to-apply-to-higher-education", "has-higher-study-application-ready"} <= asked
    assert "general-weighs-sources" not in asked


def test_the_first_year_of_a_higher_course_counts_towards_a_degree() -> None:
    for name in ("higher-national-certificate", "certificate-of-higher-education"):
        assert ask(name, "bachelors-degree").routes[0].figures.months == 24
    for name in ("higher-national-diploma", "foundation-degree"):
        assert ask(name, "bachelors-degree").routes[0].figures.months == 12


@pytest.mark.parametrize(
    "goal", ["a-levels", "t-level-health", "t-level-building-services-engineering", "access-to-he-diploma"]
)
def test_level_3_is_reached_from_school(goal: str) -> None:
    result = ask("statutory-schooling", goal)
    assert result.search.complete
    assert result.routes[0].figures.holes == 0


def test_school_leads_to_a_degree_by_gcses_and_a_levels_before_any_other_way() -> None:
    best = ask("statutory-schooling", "bachelors-degree").routes[0]
    assert best.positions == ("statutory-schooling", "gcses-grade-4-9", "a-levels", "bachelors-degree")
    assert best.figures.months == 24 + 24 + 36


def test_low_grades_are_mended_by_a_resit_or_by_functional_skills() -> None:
    steps = find_next_steps(index(), (read_place("gcses-grade-1-3", shipped()),), TODAY).steps
    assert {"gcses-grade-4-9", "functional-skills-english-maths-l2"} <= {each.positions[-1] for each in steps}


def test_adults_reach_a_degree_without_a_levels() -> None:
    routes = ask("functional-skills-english-maths-l2", "bachelors-degree").routes
    assert "access-to-he-diploma" in {route.positions[1] for route in routes}


@pytest.mark.parametrize("start", sorted(RELIED_ON))
def test_nobody_is_stuck_on_the_general_route(start: str) -> None:
    assert find_next_steps(index(), (read_place(start, shipped()),), TODAY).steps


# --- dates ---


def test_a_withdrawn_diploma_is_open_before_it_was_withdrawn_and_closed_after() -> None:
    start, goal = "gateway-progression-level-1-certificate", "gateway-progression-level-2-diploma"
    then, now = ask(start, goal, date(2020, 1, 1)), ask(start, goal)
    assert then.routes[0].positions == (start, goal)
    assert now.no_route is not None
    assert now.no_route.because is NoRouteBecause.ONLY_CLOSED
    closed = now.no_route.closed or now.closed
    assert (closed[0].because, closed[0].date) == (ClosedBecause.WITHDRAWN, date(2021, 7, 31))


def test_holders_of_a_withdrawn_qualification_still_go_on_from_it() -> None:
    for name in ("gateway-progression-level-2-diploma", "gateway-progression-level-3"):
        assert not takes_starts(qualification(name), TODAY)
        assert find_next_steps(index(), (read_place(name, shipped()),), TODAY).steps, name


def test_the_entry_3_diploma_names_the_certificate_that_took_its_place() -> None:
    successor = qualification("gateway-progression-entry-3-diploma").successor
    assert successor == "gateway-progression-entry-3-extended-certificate"
    assert qualification(successor).reference == "603/5940/7"


def test_a_t_level_cannot_be_started_before_it_existed() -> None:
    assert not takes_starts(qualification("t-level-health"), date(2021, 1, 1))
    assert takes_starts(qualification("t-level-health"), TODAY)


def test_the_t_level_that_was_scrapped_takes_nobody_and_its_holders_go_on() -> None:
    name = "t-level-onsite-construction"
    assert qualification(name).last_start == date(2024, 12, 12)
    assert takes_starts(qualification(name), date(2024, 9, 1))
    assert not takes_starts(qualification(name), TODAY)
    assert ask(name, "higher-national-certificate").routes


def test_the_national_groups_open_no_earlier_than_the_plan_said() -> None:
    before = ask("gcses-grade-1-3", "t-level-foundation-qualifications", date(2024, 1, 1))
    assert before.no_route is not None
    assert before.no_route.because is NoRouteBecause.ONLY_CLOSED
    assert ask("gcses-grade-1-3", "t-level-foundation-qualifications").routes


def test_the_end_of_funding_is_a_condition_and_never_a_last_start() -> None:
    technical = qualification("cambridge-technical-health-social-care-l3")
    assert technical.last_start is None
    before, after = technical.funding
    assert (before.closes, after.opens) == (date(2026, 7, 31), date(2026, 8, 1))
    assert "31 July 2026" in before.statement
    assert "31 July 2026" in after.statement
