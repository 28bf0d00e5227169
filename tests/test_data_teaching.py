"""Teaching as shipped: from helping in a school to qualified teacher and head, and teaching in colleges."""

from __future__ import annotations

from datetime import date
from functools import cache, partial

import pytest

from pathways.catalogue import is_bridging
from pathways.learner import Status
from pathways.model import ConditionKind, Evidence, Kind
from pathways.places import read_place
from pathways.requirements import takes_starts
from pathways.results import RouteStep
from pathways.routes import find_next_steps
from tests.shipped import TODAY, ask, index, qualification, row_in, shipped

SECTOR = "teaching"

STANDARDS = {
    "teaching-assistant-apprenticeship": ("ST0454", "L3", 18, date(2018, 6, 26)),
    "learning-and-skills-assessor-apprenticeship": ("ST1380", "L3", 12, date(2023, 3, 31)),
    "learning-and-development-practitioner-apprenticeship": ("ST0562", "L3", 18, date(2018, 8, 8)),
    "learning-and-skills-mentor-apprenticeship": ("ST1379", "L4", 12, date(2023, 3, 1)),
    "school-business-professional-apprenticeship": ("ST0575", "L4", 18, date(2018, 2, 5)),
    "specialist-teaching-assistant-apprenticeship": ("ST1414", "L5", 24, date(2024, 10, 14)),
    "learning-and-skills-teacher-apprenticeship": ("ST0149", "L5", 18, date(2019, 1, 29)),
    "learning-and-development-consultant-apprenticeship": ("ST0563", "L5", 18, date(2018, 8, 8)),
    "teacher-undergraduate-apprenticeship": ("ST1502", "L6", 45, date(2025, 8, 1)),
    "teacher-postgraduate-apprenticeship": ("ST0490", "L6", 9, date(2017, 10, 19)),
    "sensory-impairment-teacher-apprenticeship": ("ST0966", "L7", 24, date(2023, 11, 14)),
}
BANDS = {
    "teaching-assistant-apprenticeship": "£7,000",
    "specialist-teaching-assistant-apprenticeship": "£12,000",
    "teacher-undergraduate-apprenticeship": "£27,000",
    "teacher-postgraduate-apprenticeship": "£9,000",
    "sensory-impairment-teacher-apprenticeship": "£14,000",
}
NUMBERS = {
    "preparing-to-work-in-schools-l1": ("603/2477/6", "L1"),
    "support-work-in-schools-l2": ("603/2478/8", "L2"),
    "supporting-teaching-and-learning-l2": ("603/2476/4", "L2"),
    "mentoring-award-l2": ("501/1298/3", "L2"),
    "supporting-teaching-and-learning-l3": ("603/2496/X", "L3"),
    "supporting-teaching-and-learning-l3-certificate": ("603/2498/3", "L3"),
    "teaching-technical-entry-l3": ("610/4000/9", "L3"),
    "send-teaching-technical-entry-l3": ("610/3032/6", "L3"),
    "access-to-he-education": ("400/1519/1", "L3"),
    "assessing-competence-award": ("501/1676/9", "L3"),
    "higher-level-teaching-assistant-l4": ("603/1432/1", "L4"),
    "certificate-in-education-and-training": ("601/1238/4", "L4"),
    "school-business-managers-diploma": ("603/1997/5", "L4"),
}
WAYS_TO_QUALIFY = (
    "teacher-undergraduate-apprenticeship",
    "teacher-postgraduate-apprenticeship",
    "postgraduate-teacher-training",
    "education-degree-with-qts",
)
CODES = {
    "teaching-assistant": "6112",
    "senior-teaching-assistant": "6112",
    "sen-teaching-assistant": "6113",
    "further-education-teacher": "2312",
    "teacher": "2314",
}

row = partial(row_in, SECTOR)


@cache
def steps_from(start: str) -> dict[str, RouteStep]:
    found = find_next_steps(index(), (read_place(start, shipped()),), TODAY).steps
    return {each.positions[-1]: each.steps[0] for each in found}


def last_step(start: str, goal: str) -> RouteStep:
    return steps_from(start)[goal]


def asked(step: RouteStep) -> set[str]:
    return {each.requirement for each in step.required}


# --- what is there ---


@pytest.mark.parametrize(("name", "facts"), STANDARDS.items())
def test_each_apprenticeship_has_the_reference_level_length_and_first_day_of_its_standard(
    name: str, facts: tuple[str, str, int, date]
) -> None:
    found = qualification(name)
    assert (found.reference, found.level, found.months, found.opens) == facts
    assert found.citation.source == "skills-england"


@pytest.mark.parametrize(("name", "band"), BANDS.items())
def test_each_apprenticeship_says_what_its_training_may_cost_who_pays_and_on_which_day_that_was_so(
    name: str, band: str
) -> None:
    (money,) = qualification(name).funding
    assert money.kind is ConditionKind.FUNDING
    assert band in money.statement
    assert "2 July 2026" in money.statement


@pytest.mark.parametrize(("name", "facts"), NUMBERS.items())
def test_each_course_has_the_number_and_level_of_the_register(name: str, facts: tuple[str, str]) -> None:
    found = qualification(name)
    assert (found.reference, found.level) == facts
    assert found.citation.source == "ofqual-approved"


def test_the_end_of_funding_is_never_the_end_of_a_course() -> None:
    for name in NUMBERS:
        found = qualification(name)
        assert found.last_start is None, name
        assert takes_starts(found, TODAY), name
        assert any(each.closes for each in found.funding), name


def test_a_standard_in_development_still_takes_starts() -> None:
    specialist = qualification("specialist-teaching-assistant-apprenticeship")
    assert "in development" in (specialist.citation.note or "")
    assert takes_starts(specialist, TODAY)


def test_the_retired_learning_mentor_standard_is_not_offered_and_the_job_says_so() -> None:
    assert "ST0148" not in {getattr(each, "reference", None) for each in shipped().list_positions(SECTOR)}
    assert "ST0148" in (shipped().position_by_id["learning-mentor"].citation.note or "")


def test_the_level_of_each_role_is_our_judgement_and_says_why() -> None:
    roles = [each for each in shipped().job_roles if each.sector == SECTOR]
    assert len(roles) >= 15
    assert {each.id: each.soc2020 for each in roles if each.soc2020} == CODES
    assert all(each.citation.evidence is Evidence.EDITORIAL and each.citation.note for each in roles)


def test_every_salary_has_its_year() -> None:
    paid = [each.salary for each in shipped().job_roles if each.sector == SECTOR and each.salary]
    assert len(paid) >= 12
    assert all("2020" in each for each in paid)


def test_the_old_frameworks_are_closed_and_their_holders_still_go_on() -> None:
    for name in ("teaching-framework-level-2", "teaching-framework-level-3"):
        old = qualification(name)
        assert (old.last_start, old.successor) == (date(2020, 7, 31), "teaching-assistant-apprenticeship")
        assert takes_starts(old, date(2020, 7, 31))
        assert not takes_starts(old, TODAY)
        assert find_next_steps(index(), (read_place(name, shipped()),), TODAY).steps, name


def test_there_is_a_row_for_each_rung_up_to_the_top() -> None:
    matrix = shipped().sector_by_id[SECTOR].matrix
    assert matrix is not None
    rungs = [(each.at, each.into) for each in matrix.rows]
    assert rungs == [
        ("U", "E"),
        ("E", "L2"),
        ("L2", "L3"),
        ("L3", "L4"),
        ("L4", "L5"),
        ("L5", "L6"),
        ("L6", "L7"),
    ]
    assert all(each.cell(kind) and each.progression for each in matrix.rows for kind in Kind)


@pytest.mark.parametrize("at", ["U", "E", "L2", "L3"])
def test_the_lower_rows_are_deep_and_nothing_has_to_be_had_before_one_helps_in_a_school(at: str) -> None:
    outcomes = {kind: [each for each in row(at).cell(kind) if each.requirements] for kind in Kind}
    assert len(outcomes[Kind.ASPIRATION]) >= 3
    assert len(outcomes[Kind.AWARENESS]) >= 3
    if at == "U":
        (entry,) = row(at).attainment
        assert entry.none_needed
    else:
        assert len(outcomes[Kind.ATTAINMENT]) >= 4


def test_every_teaching_requirement_is_complete_and_short() -> None:
    own = [each for each in shipped().requirements if each.id.startswith("teaching-")]
    assert len(own) >= 55
    for each in own:
        assert (each.statement[:4], each.question[-1]) == ("You ", "?"), each.id
        assert len(each.statement.split()) <= 22, each.id
        assert 1 <= len(each.activities) <= 3, each.id
        assert bool(each.concept) != bool(each.holding), each.id


def test_every_step_into_teaching_is_cited_and_its_conditions_say_what_to_know() -> None:
    steps = [each for each in shipped().steps if shipped().position_by_id[each.to_id].sector == SECTOR]
    assert len(steps) > 200
    for each in steps:
        assert each.citation.source in shipped().source_by_id, each.id
        assert each.citation.locator, each.id
        assert all(condition.awareness for condition in each.conditions), each.id
        assert all(waiver.reason for waiver in each.waives), each.id


def test_what_is_the_same_in_childcare_has_the_same_concept() -> None:
    mine, theirs = (
        {each.concept for each in shipped().requirements if each.scope == scope}
        for scope in (SECTOR, "childcare")
    )
    assert {"safeguarding", "managing-people", "working-with-families"} <= mine & theirs


def test_short_courses_and_the_access_diploma_bridge_into_the_sector() -> None:
    bridges = {each.id for each in shipped().list_positions(SECTOR) if is_bridging(each)}
    assert {
        "preparing-to-work-in-schools-l1",
        "support-work-in-schools-l2",
        "access-to-he-education",
        "award-in-education-and-training",
    } <= bridges


# --- what the law and the regulator ask for ---


def test_nobody_starts_in_a_school_without_a_background_check() -> None:
    conditions = [each.condition for each in row("E").attainment if each.condition]
    check = next(each for each in conditions if each.kind is ConditionKind.REGULATION)
    assert "background check" in check.statement
    assert check.awareness == "knows-about-dbs-checks"


@pytest.mark.parametrize("goal", WAYS_TO_QUALIFY)
def test_every_way_to_qualify_asks_for_gcse_english_and_maths(goal: str) -> None:
    requirement = shipped().requirement_by_id["teaching-has-gcse-english-maths"]
    assert requirement.regulated
    for step in (each for each in shipped().steps if each.to_id == goal):
        found = last_step(step.from_id, goal)
        assert requirement.id in asked(found), step.id
        assert any("GCSE science" in each.statement for each in found.conditions), step.id


def test_a_graduate_is_held_to_have_the_degree_that_teacher_training_asks_for() -> None:
    step = last_step("bachelors-degree", "postgraduate-teacher-training")
    degree = next(each for each in step.required if each.requirement == "teaching-has-degree")
    assert degree.status is Status.MET


def test_only_those_who_qualified_become_teachers() -> None:
    into = {each.from_id for each in shipped().steps if each.to_id == "teacher"}
    assert into == set(WAYS_TO_QUALIFY)
    assert shipped().requirement_by_id["teaching-has-qts"].citation.evidence is Evidence.STATUTORY


def test_the_status_of_college_teachers_leads_to_technical_posts_in_schools() -> None:
    into = {each.from_id for each in shipped().steps if each.to_id == "technical-subject-teacher"}
    assert into == {"qualified-teacher-learning-and-skills"}


def test_teachers_of_deaf_and_blind_pupils_need_the_mandatory_qualification() -> None:
    assert shipped().requirement_by_id["teaching-has-mandatory-qualification"].regulated
    for start in ("sensory-impairment-teacher-apprenticeship", "mandatory-qualification-sensory-impairment"):
        assert "teaching-has-mandatory-qualification" in asked(
            last_step(start, "teacher-of-sensory-impaired")
        )


def test_a_special_needs_coordinator_is_a_teacher_past_induction_with_three_years_for_the_qualification() -> (
    None
):
    step = last_step("teacher", "senco")
    assert {"teaching-has-qts", "teaching-finished-induction"} <= asked(step)
    assert any("three years" in each.statement for each in step.conditions)


def test_apprentices_under_19_are_told_about_english_and_maths_from_the_day_the_rule_changed() -> None:
    step = last_step("teaching-assistant", "teaching-assistant-apprenticeship")
    rule = next(each for each in step.conditions if "16 to 18" in each.statement)
    assert rule.opens == date(2025, 2, 11)


# --- the journeys ---


def test_a_teaching_assistant_becomes_a_teacher_by_an_employed_route() -> None:
    best = ask("teaching-assistant", "teacher").routes[0]
    assert best.positions == ("teaching-assistant", "teacher-undergraduate-apprenticeship", "teacher")
    first = best.steps[0]
    assert "teaching-has-level-3-for-degree" in asked(first)
    assert any("employ you" in each.statement for each in first.conditions)
    assert first.step.citation.source == "education-hub-tda"


def test_a_teaching_assistant_without_a_level_3_gains_it_in_the_job_first() -> None:
    found = {each.positions for each in ask("teaching-assistant", "teacher", k=8).routes}
    assert (
        "teaching-assistant",
        "teaching-assistant-apprenticeship",
        "teacher-undergraduate-apprenticeship",
        "teacher",
    ) in found


def test_before_august_2025_there_was_no_apprenticeship_for_those_without_a_degree() -> None:
    result = ask("teaching-assistant", "teacher", date(2025, 7, 31))
    assert result.routes
    for each in result.routes:
        assert "teacher-undergraduate-apprenticeship" not in each.positions


@pytest.mark.parametrize(
    ("start", "goal"),
    [
        ("statutory-schooling", "school-volunteer"),
        ("statutory-schooling", "lunchtime-supervisor"),
        ("foundation-learning-entry-level", "preparing-to-work-in-schools-l1"),
        ("gcses-grade-1-3", "supporting-teaching-and-learning-l2"),
        ("gcses-grade-4-9", "teaching-assistant"),
        ("gcses-grade-4-9", "teaching-assistant-apprenticeship"),
        ("functional-skills-english-maths-l2", "teaching-assistant"),
        ("a-levels", "teaching-assistant"),
        ("a-levels", "education-degree-with-qts"),
        ("t-level-education-and-early-years", "teaching-assistant"),
        ("access-to-he-diploma", "education-degree-with-qts"),
        ("bachelors-degree", "postgraduate-teacher-training"),
        ("bachelors-degree", "teacher-postgraduate-apprenticeship"),
        ("lunchtime-supervisor", "teaching-assistant"),
        ("lunchtime-supervisor", "teaching-assistant-apprenticeship"),
        ("senior-teaching-assistant", "higher-level-teaching-assistant"),
        ("electrician", "learning-and-skills-teacher-apprenticeship"),
        ("plumber", "learning-and-skills-teacher-apprenticeship"),
        ("playworker", "teaching-assistant"),
        ("youth-support-worker", "learning-mentor"),
        ("early-years-educator", "teaching-assistant"),
        ("nursery-manager", "teacher-undergraduate-apprenticeship"),
        ("early-years-teacher", "postgraduate-teacher-training"),
        ("business-administrator", "school-business-professional-apprenticeship"),
        ("operations-manager", "school-business-manager"),
    ],
)
def test_this_step_is_open_today(start: str, goal: str) -> None:
    assert goal in steps_from(start)


@pytest.mark.parametrize(
    "start", ["statutory-schooling", "gcses-grade-1-3", "a-levels", "early-years-educator", "playworker"]
)
def test_from_here_one_can_become_a_teacher_and_never_without_qualifying(start: str) -> None:
    result = ask(start, "teacher", max_steps=5)
    assert result.routes
    for each in result.routes:
        assert set(WAYS_TO_QUALIFY) & set(each.positions)


def test_a_nursery_manager_reaches_teaching_with_what_is_still_asked_named() -> None:
    best = ask("nursery-manager", "teacher").routes[0]
    assert "teaching-has-gcse-english-maths" in best.hard


def test_nobody_becomes_head_without_teaching_and_leading_first() -> None:
    for each in ask("a-levels", "headteacher").routes:
        assert {"teacher", "deputy-headteacher"} <= set(each.positions)


@pytest.mark.parametrize(
    "start",
    [
        "teaching-assistant-apprenticeship",
        "supporting-teaching-and-learning-l3",
        "teaching-technical-entry-l3",
        "send-teaching-technical-entry-l3",
        "a-levels",
        "t-level-education-and-early-years",
        "access-to-he-education",
    ],
)
def test_each_level_3_leads_to_higher_study_with_the_application_and_help_to_settle_in(start: str) -> None:
    step = last_step(start, "teaching-support-foundation-degree")
    assert {
        "knows-how-to-apply-to-higher-education",
        "has-higher-study-application-ready",
        "knows-time-for-higher-study",
        "knows-how-higher-study-is-paid",
        "knows-who-helps-you-settle-in",
    } <= asked(step)


def test_a_new_apprentice_is_not_asked_for_what_the_school_teaches() -> None:
    step = last_step("gcses-grade-4-9", "teaching-assistant-apprenticeship")
    assert "teaching-keeps-a-group-on-task" in {each.requirement for each in step.waives}
    assert "teaching-keeps-a-group-on-task" not in asked(step)


def test_every_position_that_takes_starts_is_reached_from_school() -> None:
    reached, edge = set[str](), {"statutory-schooling"}
    while edge:
        reached |= edge
        edge = {each.to_id for each in shipped().steps if each.from_id in edge} - reached
        edge = {each for each in edge if takes_starts(shipped().position_by_id[each], TODAY)}
    open_now = {each.id for each in shipped().list_positions(SECTOR) if takes_starts(each, TODAY)}
    assert open_now <= reached


def test_every_position_leads_on_or_its_level_is_a_good_place_to_stay() -> None:
    staying = {each.level for each in shipped().sector_by_id[SECTOR].staying}
    leaving = {each.from_id for each in shipped().steps}
    for each in shipped().list_positions(SECTOR):
        assert each.id in leaving or each.level in staying, each.id
