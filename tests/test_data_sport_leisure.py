"""Sport, fitness and leisure as shipped: its ladder, the BTEC diplomas in sport, the rules, the ways in."""

from __future__ import annotations

from functools import partial

import pytest

from pathways.catalogue import is_bridging
from pathways.holdings import gives_of, hard_requirements
from pathways.model import ConditionKind, Evidence, Kind, Qualification
from pathways.requirements import takes_starts
from tests.shipped import (
    TODAY,
    ask,
    qualification,
    row_in,
    shipped,
    step_between,
    steps_into,
    steps_into_sector,
)

SECTOR = "sport-leisure"

STANDARDS = {
    "leisure-team-member-apprenticeship": ("ST0390", "L2", 18, "£5,000"),
    "community-activator-coach-apprenticeship": ("ST0478", "L2", 18, "£6,000"),
    "sports-turf-operative-apprenticeship": ("ST0210", "L2", 18, "£6,000"),
    "leisure-duty-manager-apprenticeship": ("ST0301", "L3", 18, "£5,000"),
    "personal-trainer-apprenticeship": ("ST0302", "L3", 15, "£4,000"),
    "outdoor-activity-instructor-apprenticeship": ("ST0479", "L3", 12, "£6,000"),
    "advanced-sports-turf-technician-apprenticeship": ("ST1323", "L3", 24, "£8,000"),
    "sports-coach-apprenticeship": ("ST0770", "L4", 18, "£9,000"),
    "outdoor-learning-specialist-apprenticeship": ("ST0945", "L5", 24, "£13,000"),
}
NUMBERS = {
    "gateway-sport-fitness-entry-3": ("603/6513/4", "E"),
    "ncfe-sport-certificate-l1": ("601/2623/1", "L1"),
    "coaching-assistant-award-l1": ("603/2629/3", "L1"),
    "active-iq-fitness-award-l1": ("601/4120/7", "L1"),
    "cambridge-national-sport-studies": ("603/7107/9", "L2"),
    "cambridge-national-sport-science": ("603/7106/7", "L2"),
    "cambridge-technical-sport-l2": ("603/0521/6", "L2"),
    "gym-instructor-technical-diploma-l2": ("610/4255/9", "L2"),
    "recreation-assistant-technical-diploma-l2": ("610/4253/5", "L2"),
    "ncfe-gym-instructing-l2": ("603/3931/7", "L2"),
    "exercise-to-music-l2": ("603/4481/7", "L2"),
    "seq-teaching-swimming-l2": ("603/2574/4", "L2"),
    "coaching-multi-skills-l2": ("603/1873/9", "L2"),
    "ncfe-gym-and-personal-training-l3": ("603/4388/6", "L3"),
    "sports-coaching-certificate-l3": ("603/4831/8", "L3"),
    "btec-national-diploma-sport-l3": ("603/0460/1", "L3"),
    "cambridge-technical-sport-l3": ("601/7096/7", "L3"),
    "advanced-personal-training-l4": ("603/1539/8", "L4"),
}
BTEC = {
    "btec-sport-industry-childrens-sport": "603/6134/7",
    "btec-sport-industry-gym": "603/6135/9",
    "btec-sport-industry-circuit-training": "603/6136/0",
    "btec-sport-industry-recreation-assistant": "603/6137/2",
}
BTEC_ROLES = {
    "btec-sport-industry-childrens-sport": "community-activator-coach",
    "btec-sport-industry-gym": "gym-instructor",
    "btec-sport-industry-circuit-training": "group-exercise-instructor",
    "btec-sport-industry-recreation-assistant": "leisure-team-member",
}
SOC = {
    "leisure-team-member": "6211",
    "lifeguard": "6211",
    "gym-instructor": "3433",
    "group-exercise-instructor": "3433",
    "personal-trainer": "3433",
    "swimming-teacher": "3432",
    "community-activator-coach": "3432",
    "outdoor-activity-instructor": "3432",
    "sports-coach": "3432",
    "sports-development-officer": "3432",
    "leisure-centre-manager": "1224",
}
STARTS = [
    ("statutory-schooling", "sports-volunteer"),
    ("foundation-learning-entry-level", "gateway-sport-fitness-entry-3"),
    ("gcses-grade-1-3", "leisure-team-member-apprenticeship"),
    ("gcses-grade-4-9", "personal-trainer-apprenticeship"),
    ("functional-skills-english-maths-l2", "community-activator-coach-apprenticeship"),
    ("a-levels", "sport-science-degree"),
    ("access-to-he-diploma", "sport-foundation-degree"),
    ("t-level-health", "sports-therapy-degree"),
    ("bachelors-degree", "leisure-centre-manager"),
]

row = partial(row_in, SECTOR)
steps_of_sector = partial(steps_into_sector, SECTOR)


# --- what is there ---


@pytest.mark.parametrize(("name", "facts"), STANDARDS.items())
def test_each_apprenticeship_is_as_its_standard_and_says_its_funding_band(
    name: str, facts: tuple[str, str, int, str]
) -> None:
    found = qualification(name)
    reference, level, months, band = facts
    assert (found.reference, found.level, found.months) == (reference, level, months)
    (funding,) = found.funding
    assert band in funding.statement
    assert "2 July 2026" in funding.statement


def test_the_duty_manager_standard_is_in_development_and_still_takes_starts() -> None:
    duty = qualification("leisure-duty-manager-apprenticeship")
    assert "in development" in (duty.citation.note or "")
    assert duty.last_start is None
    assert takes_starts(duty, TODAY)


@pytest.mark.parametrize(("name", "facts"), NUMBERS.items())
def test_each_course_has_the_number_and_level_of_the_register(name: str, facts: tuple[str, str]) -> None:
    found = qualification(name)
    assert (found.reference, found.level, found.citation.source) == (*facts, "ofqual-approved")


def test_the_end_of_public_money_is_never_the_end_of_a_course() -> None:
    for name in NUMBERS:
        found = qualification(name)
        assert found.last_start is None, name
        assert {each.kind for each in found.funding} == {ConditionKind.FUNDING}, name
        assert any(each.closes for each in found.funding), name
        assert any(each.opens for each in found.funding), name


@pytest.mark.parametrize(("name", "code"), SOC.items())
def test_jobs_stand_in_the_unit_groups_of_their_kind(name: str, code: str) -> None:
    roles = {each.id: each for each in shipped().job_roles}
    assert roles[name].soc2020 == code


def test_the_level_of_each_job_is_our_judgement_and_says_why() -> None:
    roles = [each for each in shipped().job_roles if each.sector == SECTOR]
    assert len(roles) >= 15
    assert all(each.citation.evidence is Evidence.EDITORIAL and each.citation.note for each in roles)
    assert all("2020" in each.salary for each in roles if each.salary)


# --- the four BTEC diplomas ---


@pytest.mark.parametrize(("name", "number"), BTEC.items())
def test_the_four_diplomas_have_their_numbers_and_say_how_they_are_run(name: str, number: str) -> None:
    found = qualification(name)
    assert found.reference == number
    for fact in ("claimed all year", "1 August and 15 September", "short intensive", "academic year"):
        assert fact in (found.citation.note or ""), fact


def test_the_diploma_that_the_open_register_leaves_out_says_so_and_shows_no_public_money() -> None:
    circuit = qualification("btec-sport-industry-circuit-training")
    assert circuit.citation.source == "btec-sport-notice"
    assert "not in the open register" in (circuit.citation.note or "")
    assert circuit.funding == ()
    assert "Sport Industry Skills" in circuit.title


def test_the_others_stand_as_in_the_register_and_explain_the_other_spelling() -> None:
    for name in set(BTEC) - {"btec-sport-industry-circuit-training"}:
        found = qualification(name)
        assert "Sports Industry Skills" in found.title
        assert '"Sport Industry Skills"' in (found.citation.note or "")
        assert any("Sport Industry Skills" in each for each in found.aliases)


@pytest.mark.parametrize(("name", "job"), BTEC_ROLES.items())
def test_each_diploma_leads_to_the_job_that_its_title_names(name: str, job: str) -> None:
    assert step_between(name, job)


def test_the_share_of_university_offers_is_told_with_its_year() -> None:
    note = qualification("cambridge-technical-sport-l3").citation.note or ""
    assert "95 %" in note
    assert "2018" in note


# --- rows and requirements ---


def test_there_is_a_row_for_each_rung_up_to_degrees() -> None:
    matrix = shipped().sector_by_id[SECTOR].matrix
    assert matrix is not None
    assert [(each.at, each.into) for each in matrix.rows] == [
        ("U", "E"),
        ("E", "L2"),
        ("L2", "L3"),
        ("L3", "L4"),
        ("L4", "L5"),
        ("L5", "L6"),
    ]
    assert all(each.cell(kind) and each.progression for each in matrix.rows for kind in Kind)


@pytest.mark.parametrize(("at", "least"), [("U", (3, 3, 1)), ("E", (3, 3, 4)), ("L2", (3, 3, 4))])
def test_the_lower_rows_ask_enough_of_each_kind(at: str, least: tuple[int, int, int]) -> None:
    counts = [len([each for each in row(at).cell(kind) if not each.condition]) for kind in Kind]
    assert all(count >= floor for count, floor in zip(counts, least, strict=True)), counts


def test_behaviours_are_asked_for_beside_knowledge() -> None:
    asked = {name for each in row("E").attainment for name in each.requirements}
    assert {"is-dependable", "deals-well-with-customers", "uses-digital-tools-at-work"} <= asked
    level_two = {name for each in row("L2").aspiration for name in each.requirements}
    concepts = {shipped().requirement_by_id[name].concept for name in level_two}
    assert "resilience" in concepts


def test_every_requirement_of_sport_can_be_answered_and_acted_upon() -> None:
    mine = [each for each in shipped().requirements if each.id.startswith("sport-leisure-")]
    assert len(mine) >= 55
    for each in mine:
        assert each.question.endswith("?"), each.id
        assert len(each.statement.split()) <= 22, each.id
        assert 1 <= len(each.activities) <= 3, each.id
        assert bool(each.concept) != bool(each.holding), each.id


def test_every_condition_says_what_to_know_about_it() -> None:
    steps = steps_of_sector()
    assert len(steps) >= 60
    for each in steps:
        assert all(condition.awareness for condition in each.conditions), each.id
        assert all(waiver.reason for waiver in each.waives), each.id
    for at in ("E", "L2"):
        for entry in row(at).attainment:
            assert entry.condition is None or entry.condition.awareness, (at, entry.locator)


def test_what_is_the_same_elsewhere_has_the_same_concept() -> None:
    mine = {each.concept for each in shipped().requirements if each.scope == SECTOR}
    assert {"safeguarding", "managing-people", "leading-a-shift", "first-aid", "record-keeping"} <= mine


# --- what the rules ask ---


def test_being_free_to_work_with_children_is_asked_by_law_and_needs_no_certificate() -> None:
    found = shipped().requirement_by_id["sport-leisure-may-work-with-children"]
    assert found.citation.evidence is Evidence.STATUTORY
    assert found.holding is None
    for job in ("swimming-teacher", "community-activator-coach"):
        for each in steps_into(job):
            assert found.id in each.attainment, each.id
            assert found.id not in {waiver.requirement for waiver in each.waives}, each.id


def test_a_lifeguard_needs_a_certificate_and_the_pool_answers_for_it() -> None:
    into = step_between("national-pool-lifeguard-qualification", "lifeguard")
    assert "sport-leisure-has-lifeguard-certificate" in into.attainment
    rules = [each for each in into.conditions if each.kind is ConditionKind.REGULATION]
    assert any(each.awareness == "sport-leisure-knows-certificate-runs-out" for each in rules)
    assert is_bridging(qualification("national-pool-lifeguard-qualification"))


def test_lifeguards_and_outdoor_instructors_have_a_least_age() -> None:
    for start, end in (
        ("statutory-schooling", "national-pool-lifeguard-qualification"),
        ("outdoor-activity-instructor-apprenticeship", "outdoor-activity-instructor"),
        ("seq-teaching-swimming-l2", "swimming-teacher"),
    ):
        ages = [each for each in step_between(start, end).conditions if each.kind is ConditionKind.AGE]
        assert [each.awareness for each in ages] == ["knows-least-age"], (start, end)


def test_physiotherapists_have_to_be_registered_and_no_short_course_gives_it() -> None:
    hard = hard_requirements(shipped(), gives_of(shipped()))
    assert "sport-leisure-registered-physiotherapist" in hard
    into = step_between("physiotherapy-degree", "sports-physiotherapist")
    assert "sport-leisure-registered-physiotherapist" in into.attainment


def test_a_sports_graduate_has_to_qualify_as_a_teacher_before_teaching_pe() -> None:
    assert all(
        "sport-leisure-has-qualified-teacher-status" in each.attainment for each in steps_into("pe-teacher")
    )
    best = ask("sport-science-degree", "pe-teacher").routes[0]
    assert {"postgraduate-teacher-training", "teacher-postgraduate-apprenticeship"} & set(best.positions)


def test_those_who_work_for_themselves_are_told_of_insurance() -> None:
    into = step_between("ncfe-gym-and-personal-training-l3", "personal-trainer")
    assert "sport-leisure-knows-insurance" in {each.awareness for each in into.conditions}


# --- the routes ---


@pytest.mark.parametrize(("start", "end"), STARTS)
def test_people_start_from_where_they_are(start: str, end: str) -> None:
    best = ask(start, end, k=1).routes[0]
    assert best.positions == (start, end)


def test_a_gym_instructor_becomes_a_sports_coach_by_way_of_coaching() -> None:
    result = ask("gym-instructor", "sports-coach")
    assert result.routes
    coaching = {
        "coaching-multi-skills-l2",
        "sports-coaching-certificate-l3",
        "sports-coach-apprenticeship",
        "community-activator-coach",
    }
    for route in result.routes:
        assert coaching & set(route.positions), route.positions
        assert route.figures.holes == 0, route.positions


def test_a_leisure_assistant_goes_on_to_run_the_centre() -> None:
    best = ask("leisure-team-member", "leisure-centre-manager").routes[0]
    assert "leisure-duty-manager" in best.positions or "leisure-duty-manager-apprenticeship" in best.positions


def test_nobody_goes_from_school_or_a_levels_straight_to_a_job_that_leads() -> None:
    for each in shipped().steps:
        if each.to_id in {"sports-coach", "leisure-centre-manager", "sports-coach-apprenticeship"}:
            start = shipped().position_by_id[each.from_id]
            assert start.sector != "general" or start.id == "bachelors-degree", each.id


def test_every_position_is_reached_from_school_and_has_a_way_on_or_a_reason_to_stay() -> None:
    staying = {each.level for each in shipped().sector_by_id[SECTOR].staying}
    left = {each.from_id for each in shipped().steps}
    reached, edge = set[str](), {"statutory-schooling"}
    while edge:
        reached |= edge
        edge = {each.to_id for each in shipped().steps if each.from_id in edge} - reached
    for each in shipped().list_positions(SECTOR):
        assert each.id in left or each.level in staying, each.id
        assert each.id in reached, each.id


def test_each_level_3_apprenticeship_and_course_leads_into_higher_education() -> None:
    onward = {"sport-foundation-degree", "sportsturf-foundation-degree"}
    for each in shipped().list_positions(SECTOR):
        if isinstance(each, Qualification) and each.level == "L3":
            assert onward & {s.to_id for s in shipped().steps if s.from_id == each.id}, each.id


def test_higher_education_asks_how_to_apply_and_how_to_study() -> None:
    found = ask("personal-trainer-apprenticeship", "sport-foundation-degree", k=1).routes[0].steps[-1]
    asked = {each.requirement for each in found.required}
    assert {
        "knows-how-to-apply-to-higher-education",
        "knows-how-higher-study-is-paid",
        "knows-time-for-higher-study",
        "writes-for-higher-study",
        "has-study-skills",
    } <= asked
