"""Leadership and management as shipped: from a first office job to chief executive, and the ways in."""

from __future__ import annotations

from datetime import date
from functools import partial
from itertools import pairwise

import pytest

from pathways.holdings import gives_of
from pathways.model import ConditionKind, Evidence, Kind, Qualification
from pathways.requirements import takes_starts
from pathways.results import Route
from tests.shipped import TODAY, ask, qualification, row_in, shipped, step_between, steps_into_sector

SECTOR = "leadership-management"
OWN = f"{SECTOR}-"

STANDARDS_2026 = {
    "business-administrator-apprenticeship": ("ST0070", "L3", 18),
    "team-leader-apprenticeship": ("ST0384", "L3", 15),
    "operations-manager-apprenticeship": ("ST0385", "L5", 24),
    "coaching-professional-apprenticeship": ("ST0809", "L5", 14),
    "chartered-manager-degree-apprenticeship": ("ST0272", "L6", 48),
    "senior-leader-apprenticeship": ("ST0480", "L7", 24),
}
STANDARDS_2020 = {
    "customer-service-practitioner-apprenticeship": ("ST0072", "L2", 12),
    "hr-support-apprenticeship": ("ST0239", "L3", 18),
    "associate-project-manager-apprenticeship": ("ST0310", "L4", 24),
    "project-manager-degree-apprenticeship": ("ST0411", "L6", 48),
}
FUNDING_BANDS = {
    "business-administrator-apprenticeship": "£5,000",
    "team-leader-apprenticeship": "£5,000",
    "operations-manager-apprenticeship": "£9,000",
    "coaching-professional-apprenticeship": "£5,000",
    "chartered-manager-degree-apprenticeship": "£22,000",
}
NUMBERS = {
    "business-administration-skills-entry-3": ("603/6083/5", "E"),
    "btec-level-1-business": ("601/8574/0", "L1"),
    "btec-level-2-business-administration": ("603/0481/9", "L2"),
    "level-2-diploma-business-administration": ("601/4107/4", "L2"),
    "cmi-level-2-team-leading": ("601/0499/5", "L2"),
    "btec-national-diploma-business": ("601/7157/1", "L3"),
    "level-3-diploma-business-administrators": ("603/3918/4", "L3"),
    "cmi-level-3-diploma": ("603/2023/0", "L3"),
    "coaching-and-mentoring-level-3": ("603/3738/2", "L3"),
    "cipd-level-3": ("603/5958/4", "L3"),
    "level-4-diploma-management": ("601/3500/1", "L4"),
    "cmi-level-5-diploma": ("603/2392/9", "L5"),
    "cmi-level-5-project-management": ("603/5550/5", "L5"),
    "cipd-level-5": ("603/5959/6", "L5"),
    "cmi-level-6-diploma": ("603/4116/6", "L6"),
}
CODES = {
    "office-administrator": "4159",
    "receptionist": "4216",
    "customer-service-assistant": "7219",
    "team-leader": "4142",
    "personal-assistant": "4215",
    "human-resources-assistant": "4136",
    "office-manager": "4141",
    "customer-services-manager": "4143",
    "business-development-manager": "3556",
    "project-manager": "2440",
    "human-resources-officer": "3571",
    "human-resources-manager": "1136",
    "management-consultant": "2431",
    "chief-executive": "1111",
}

row = partial(row_in, SECTOR)
own_steps = partial(steps_into_sector, SECTOR)


def first(start: str, goal: str) -> Route:
    routes = ask(start, goal, k=6).routes
    assert routes, f"no route from {start} to {goal}"
    return routes[0]


# --- what is there ---


@pytest.mark.parametrize(("name", "facts"), STANDARDS_2026.items())
def test_each_apprenticeship_has_the_reference_level_and_length_of_its_standard(
    name: str, facts: tuple[str, str, int]
) -> None:
    found = qualification(name)
    assert (found.reference, found.level, found.months) == facts
    assert found.citation.source == "skills-england"


@pytest.mark.parametrize(("name", "facts"), STANDARDS_2020.items())
def test_standards_that_only_the_list_of_2020_has_say_so(name: str, facts: tuple[str, str, int]) -> None:
    found = qualification(name)
    assert (found.reference, found.level, found.months) == facts
    assert found.citation.source == "apprenticeship-standards-2020"
    assert found.citation.note


@pytest.mark.parametrize(("name", "band"), FUNDING_BANDS.items())
def test_the_public_money_for_an_apprenticeship_is_told_with_its_date(name: str, band: str) -> None:
    (funding,) = qualification(name).funding
    assert funding.kind is ConditionKind.FUNDING
    assert band in funding.statement
    assert "2 July 2026" in funding.statement


@pytest.mark.parametrize(("name", "facts"), NUMBERS.items())
def test_each_course_has_the_number_and_level_of_the_register(name: str, facts: tuple[str, str]) -> None:
    found = qualification(name)
    assert (found.reference, found.level) == facts
    assert found.citation.source == "ofqual-approved"


def test_the_level_of_each_role_is_our_judgement_and_says_why() -> None:
    roles = [each for each in shipped().job_roles if each.sector == SECTOR]
    assert len(roles) >= 15
    assert all(each.citation.evidence is Evidence.EDITORIAL and each.citation.note for each in roles)


def test_roles_have_the_codes_of_their_unit_groups() -> None:
    roles = {each.id: each.soc2020 for each in shipped().job_roles if each.sector == SECTOR and each.soc2020}
    assert {name: roles.get(name) for name in CODES} == CODES


def test_every_salary_names_its_year() -> None:
    salaries = [each.salary for each in shipped().job_roles if each.sector == SECTOR and each.salary]
    assert salaries
    assert all("2020" in each for each in salaries)


def test_there_is_a_row_for_each_rung_up_to_leading_an_organisation() -> None:
    matrix = shipped().sector_by_id[SECTOR].matrix
    assert matrix is not None
    rungs = ["U", "E", "L2", "L3", "L4", "L5", "L6", "L7"]
    assert [(each.at, each.into) for each in matrix.rows] == list(pairwise(rungs))[::-1]
    assert all(each.cell(kind) and each.progression for each in matrix.rows for kind in Kind)


@pytest.mark.parametrize("at", ["E", "L2", "L3"])
def test_the_lower_rows_ask_enough_to_be_useful(at: str) -> None:
    held = {
        kind: {
            each
            for entry in row(at).cell(kind)
            for each in (*entry.requirements, *(r for way in entry.any_of for r in way.requirements))
        }
        for kind in Kind
    }
    assert len(held[Kind.ASPIRATION]) >= 3
    assert len(held[Kind.AWARENESS]) >= 3
    assert len(held[Kind.ATTAINMENT]) >= 4


def test_nothing_is_needed_to_try_office_work() -> None:
    (begin,) = row("U").cell(Kind.ATTAINMENT)
    assert begin.none_needed


def test_every_condition_names_what_to_know_about_it() -> None:
    unpaired = [each.id for each in own_steps() for condition in each.conditions if not condition.awareness]
    assert unpaired == []


def test_what_is_asked_for_comes_with_something_to_do_about_it() -> None:
    own = [each for each in shipped().requirements if each.id.startswith(OWN)]
    assert len(own) >= 55
    assert [each.id for each in own if not 1 <= len(each.activities) <= 3] == []
    used = {activity for each in own for activity in each.activities}
    actors = {each.who for each in shipped().activities if each.id in used}
    assert len(actors) == 4


# --- a standard that takes no new starts ---


def test_the_retired_senior_leader_standard_is_closed_and_its_holders_go_on() -> None:
    into = [step for step in own_steps() if step.to_id == "senior-leader-apprenticeship"]
    assert into
    assert all(step.closes is not None and step.closes < TODAY for step in into)
    assert ask("senior-manager", "senior-leader-apprenticeship", k=6).routes == ()
    assert ask("senior-leader-apprenticeship", "chief-executive", k=6).routes


@pytest.mark.parametrize("name", ["team-leading-framework", "project-management-framework"])
def test_frameworks_ended_in_july_2020_and_name_what_came_after(name: str) -> None:
    found = qualification(name)
    assert found.last_start == date(2020, 7, 31)
    assert not takes_starts(found, TODAY)
    assert found.successor in shipped().position_by_id


# --- journeys ---


def test_a_team_leader_becomes_a_chartered_manager_by_a_degree_apprenticeship_or_a_department() -> None:
    result = ask("team-leader", "chartered-manager", k=6)
    ways = [each.positions for each in result.routes]
    by_degree = ("team-leader", "chartered-manager-degree-apprenticeship", "chartered-manager")
    by_department = (
        "team-leader",
        "operations-manager-apprenticeship",
        "operations-manager",
        "chartered-manager",
    )
    assert ways[:2] == [by_degree, by_department]
    assert [each.figures.holes for each in result.routes[:2]] == [0, 0]


def test_a_team_leader_needs_grades_or_a_year_of_leading_for_the_degree_apprenticeship() -> None:
    (group,) = step_between("team-leader", "chartered-manager-degree-apprenticeship").any_of
    assert [each.requirements for each in group] == [
        ("leadership-management-has-degree-entry-grades",),
        ("leadership-management-has-led-for-a-year",),
    ]


def test_chartered_status_asks_for_a_qualification_and_experience_or_for_more_experience() -> None:
    (group,) = step_between("operations-manager", "chartered-manager").any_of
    held = shipped().requirement_by_id
    months = []
    for way in group:
        holdings = [held[each].holding for each in way.requirements]
        months.append(sorted(each.months or 0 for each in holdings if each))
    assert sorted(months) == [[0, 36], [0, 36], [60]]


def test_the_degree_apprenticeship_ends_with_chartered_status_without_more_years() -> None:
    step = step_between("chartered-manager-degree-apprenticeship", "chartered-manager")
    assert f"{OWN}three-years-managing" not in step.attainment
    assert step.citation.source == "cmi-chartered-routes"


def test_a_nursery_manager_moves_into_managing_operations() -> None:
    route = first("nursery-manager", "operations-manager")
    assert route.positions == ("nursery-manager", "operations-manager-apprenticeship", "operations-manager")
    assert route.figures.sector_changes == 1


def test_an_electrician_reaches_project_management_in_the_trade_and_outside_it() -> None:
    inside, outside = (
        first("electrician", goal) for goal in ("electrical-project-manager", "project-manager")
    )
    assert inside.figures.sector_changes == 0
    assert outside.figures.sector_changes == 1
    assert {inside.figures.holes, outside.figures.holes} == {0}


@pytest.mark.parametrize(
    "supervisor",
    [
        "room-supervisor",
        "adult-care-team-leader",
        "electrical-supervisor",
        "leisure-duty-manager",
        "senior-playworker",
        "senior-healthcare-support-worker",
        "building-services-supervisor",
    ],
)
def test_supervisors_of_every_sector_can_train_as_team_leaders_and_are_not_asked_to_prove_it_again(
    supervisor: str,
) -> None:
    step = step_between(supervisor, "team-leader-apprenticeship")
    assert f"{OWN}has-helped-a-new-colleague" in {each.requirement for each in step.waives}
    assert all(each.reason for each in step.waives)


@pytest.mark.parametrize(
    "manager", ["nursery-manager", "registered-manager", "leisure-centre-manager", "childrens-home-manager"]
)
def test_managers_of_services_go_on_to_operations(manager: str) -> None:
    assert first(manager, "operations-manager").figures.holes == 0


# --- where people start ---


@pytest.mark.parametrize(
    ("start", "highest"),
    [
        ("statutory-schooling", "L2"),
        ("foundation-learning-entry-level", "L2"),
        ("gcses-grade-1-3", "L2"),
        ("gcses-grade-4-9", "L3"),
        ("functional-skills-english-maths-l2", "L3"),
    ],
)
def test_nobody_starts_above_what_they_bring(start: str, highest: str) -> None:
    into = [shipped().position_by_id[step.to_id] for step in shipped().steps_from[start]]
    levels = {shipped().rank(each.level) for each in into if each.sector == SECTOR}
    assert levels
    assert max(levels) == shipped().rank(highest)


def test_a_levels_lead_above_level_3_only_into_study_or_a_degree_apprenticeship() -> None:
    into = [shipped().position_by_id[step.to_id] for step in shipped().steps_from["a-levels"]]
    above = [each for each in into if each.sector == SECTOR and shipped().rank(each.level) > 3]
    assert above
    assert all(isinstance(each, Qualification) for each in above)


@pytest.mark.parametrize(
    "goal", ["team-leader", "office-manager", "operations-manager", "chartered-manager", "chief-executive"]
)
def test_one_can_get_there_from_school_without_qualifications(goal: str) -> None:
    assert first("statutory-schooling", goal).figures.holes == 0


# --- higher education ---

LEVEL_3 = [
    "business-administrator-apprenticeship",
    "team-leader-apprenticeship",
    "t-level-management-and-administration",
    "btec-national-diploma-business",
    "level-3-diploma-business-administrators",
    "cmi-level-3-diploma",
    "hr-support-apprenticeship",
    "cipd-level-3",
    "coaching-and-mentoring-level-3",
]


@pytest.mark.parametrize("held", LEVEL_3)
def test_each_level_3_leads_on_to_higher_study_with_help_to_apply_and_settle(held: str) -> None:
    step = step_between(held, "hnc-business")
    assert {"knows-how-to-apply-to-higher-education", "knows-who-helps-you-settle-in"} <= set(step.awareness)
    assert {"has-study-skills", "writes-for-higher-study"} <= set(step.attainment)


def test_a_degree_apprenticeship_is_applied_for_like_a_job() -> None:
    into = [each for each in own_steps() if each.to_id == "chartered-manager-degree-apprenticeship"]
    assert len(into) >= 6
    assert all("knows-degree-apprenticeships" in each.awareness for each in into)
    assert all(ConditionKind.EMPLOYER_SUPPORT in {c.kind for c in each.conditions} for each in into)


def test_a_foundation_degree_is_level_5_and_a_top_up_makes_it_a_degree_in_a_year() -> None:
    assert qualification("foundation-degree-business-management").level == "L5"
    assert step_between("foundation-degree-business-management", "business-management-degree").months == 12


def test_students_are_not_asked_to_have_managed_before_they_study() -> None:
    step = step_between("btec-national-diploma-business", "business-management-degree")
    waived = {each.requirement for each in step.waives}
    assert {f"{OWN}leads-a-small-team", f"{OWN}manages-people", f"{OWN}leads-through-change"} <= waived


def test_a_team_leader_has_shown_that_they_can_lead() -> None:
    assert f"{OWN}leads-a-small-team" in gives_of(shipped())["team-leader"]
