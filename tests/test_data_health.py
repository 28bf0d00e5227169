"""Health and nursing as shipped: the ladder to nurse, the registers, who may start where, who pays."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from pathways.catalogue import is_bridging
from pathways.holdings import gives_of, hard_requirements
from pathways.model import Condition, ConditionKind, Evidence, Kind
from pathways.places import read_place
from pathways.requirements import demand_of, takes_starts
from pathways.routes import find_next_steps
from tests.shipped import TODAY, ask, index, qualification, row_in, shipped, step_between, steps_into

SECTOR = "health"

STANDARDS = {
    "healthcare-support-worker-apprenticeship": ("ST0216", "L2", 8),
    "healthcare-science-assistant-apprenticeship": ("ST0218", "L2", 14),
    "senior-healthcare-support-worker-apprenticeship": ("ST0217", "L3", 24),
    "peer-worker-apprenticeship": ("ST0896", "L3", 15),
    "community-health-and-wellbeing-worker-apprenticeship": ("ST0958", "L3", 12),
    "healthcare-science-associate-apprenticeship": ("ST0220", "L4", 24),
    "nursing-associate-apprenticeship": ("ST0827", "L5", 24),
    "registered-nurse-degree-apprenticeship": ("ST0781", "L6", 48),
    "physiotherapist-degree-apprenticeship": ("ST0519", "L6", 48),
    "public-health-practitioner-degree-apprenticeship": ("ST0631", "L6", 36),
    "advanced-clinical-practitioner-apprenticeship": ("ST0564", "L7", 36),
    "specialist-community-nurse-apprenticeship": ("ST1418", "L7", 18),
}
FUNDING_BANDS = {
    "healthcare-support-worker-apprenticeship": "£5,000",
    "senior-healthcare-support-worker-apprenticeship": "£9,000",
    "healthcare-science-associate-apprenticeship": "£16,000",
    "nursing-associate-apprenticeship": "£15,000",
    "registered-nurse-degree-apprenticeship": "£26,000",
    "physiotherapist-degree-apprenticeship": "£24,000",
}
NUMBERS = {
    "health-industries-entry-3": ("603/1826/0", "E"),
    "health-and-care-l1": ("603/6495/6", "L1"),
    "healthcare-support-l2-diploma": ("610/4528/7", "L2"),
    "pharmacy-support-l2": ("610/4508/1", "L2"),
    "infection-control-l2": ("600/9312/2", "L2"),
    "healthcare-support-l3-diploma": ("610/3988/3", "L3"),
    "btec-l3-health-and-social-care": ("601/7198/4", "L3"),
    "access-to-he-nursing-and-midwifery": ("400/1492/7", "L3"),
    "dental-nursing-l3": ("610/3909/3", "L3"),
    "pharmacy-technician-l3": ("610/4031/9", "L3"),
    "associate-ambulance-practitioner-diploma": ("610/0240/9", "L4"),
    "orthodontic-nursing-certificate": ("603/7073/7", "L4"),
}
REGISTERED = {
    "nursing-associate": ("health-meets-nmc-rules", "Nursing and Midwifery Council"),
    "registered-nurse": ("health-meets-nmc-rules", "Nursing and Midwifery Council"),
    "mental-health-nurse": ("health-meets-nmc-rules", "Nursing and Midwifery Council"),
    "midwife": ("health-meets-nmc-rules", "Nursing and Midwifery Council"),
    "physiotherapist": ("health-meets-hcpc-rules", "Health and Care Professions Council"),
    "paramedic": ("health-meets-hcpc-rules", "Health and Care Professions Council"),
    "dental-nurse": ("health-meets-gdc-rules", "General Dental Council"),
    "pharmacy-technician": ("health-meets-gphc-rules", "General Pharmaceutical Council"),
}

row = partial(row_in, SECTOR)


def asked(start: str, end: str) -> set[str]:
    return set(demand_of(step_between(start, end), shipped(), TODAY).essential)


def conditions_of(start: str, end: str) -> tuple[Condition, ...]:
    return step_between(start, end).conditions


# --- what is there ---


@pytest.mark.parametrize(("name", "facts"), STANDARDS.items())
def test_each_apprenticeship_has_the_reference_level_and_length_of_its_standard(
    name: str, facts: tuple[str, str, int]
) -> None:
    found = qualification(name)
    assert (found.reference, found.level, found.months) == facts
    assert found.citation.source == "skills-england"


@pytest.mark.parametrize(("name", "band"), FUNDING_BANDS.items())
def test_an_apprenticeship_says_the_most_that_is_paid_and_on_which_day(name: str, band: str) -> None:
    said = " ".join(each.statement for each in qualification(name).funding)
    assert band in said
    assert "2 July 2026" in said


@pytest.mark.parametrize(("name", "facts"), NUMBERS.items())
def test_each_course_has_the_number_and_level_of_the_register(name: str, facts: tuple[str, str]) -> None:
    found = qualification(name)
    assert (found.reference, found.level) == facts
    assert found.citation.source == "ofqual-approved"


def test_the_end_of_funding_never_closes_a_course() -> None:
    for name in NUMBERS:
        assert qualification(name).last_start is None, name
        assert takes_starts(qualification(name), TODAY), name


def test_funding_that_ended_is_told_as_past_and_sends_people_to_ask() -> None:
    in_force = [
        each.statement
        for each in qualification("access-to-he-nursing-and-midwifery").funding
        if (each.opens is None or each.opens <= TODAY) and (each.closes is None or each.closes >= TODAY)
    ]
    (only,) = in_force
    assert "were approved until 31 July 2026" in only
    assert "Ask" in only


def test_lengths_from_2020_say_so() -> None:
    for name in ("ambulance-support-worker-apprenticeship", "healthcare-science-practitioner-apprenticeship"):
        found = qualification(name)
        assert found.citation.source == "apprenticeship-standards-2020"
        assert "November 2020" in (found.citation.note or "")


def test_the_level_of_each_role_is_our_judgement_and_says_why() -> None:
    roles = [each for each in shipped().job_roles if each.sector == SECTOR]
    assert len(roles) >= 25
    assert all(each.citation.evidence is Evidence.EDITORIAL and each.citation.note for each in roles)
    assert all("2020" in each.salary for each in roles if each.salary)


def test_support_worker_and_nurse_are_found_by_the_names_people_use() -> None:
    positions = shipped().position_by_id
    assert {"HCA", "healthcare assistant", "nursing assistant"} <= set(
        positions["healthcare-support-worker"].aliases
    )
    assert {"nurse", "staff nurse"} <= set(positions["registered-nurse"].aliases)


def test_there_is_a_row_for_each_rung_up_to_advanced_practice() -> None:
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


@pytest.mark.parametrize("at", ["E", "L2"])
def test_the_rows_most_people_stand_in_ask_for_three_three_and_four_outcomes(at: str) -> None:
    counts = [sum(1 for entry in row(at).cell(kind) if entry.requirements or entry.any_of) for kind in Kind]
    assert all(found >= least for found, least in zip(counts, (3, 3, 4), strict=True))


def test_every_step_into_health_is_cited_and_its_conditions_say_what_to_know() -> None:
    steps = [each for each in shipped().steps if shipped().position_by_id[each.to_id].sector == SECTOR]
    assert len(steps) > 200
    for each in steps:
        assert each.citation.source in shipped().source_by_id, each.id
        assert each.citation.locator, each.id
        assert all(condition.awareness for condition in each.conditions), each.id
        assert all(waiver.reason for waiver in each.waives), each.id


def test_a_claim_of_law_cites_a_regulator() -> None:
    claims = [
        each
        for each in shipped().requirements
        if each.id.startswith("health-") and each.citation.evidence is Evidence.STATUTORY
    ]
    regulators = {"nmc-legal-basis", "nmc-health-and-character", "hcpc-protected-titles"}
    assert claims
    assert {each.citation.source for each in claims} <= regulators | {"gphc-pharmacy-technicians"}


# --- registers ---


@pytest.mark.parametrize(("role", "rule"), REGISTERED.items())
def test_nobody_becomes_a_registered_worker_without_the_regulator(role: str, rule: tuple[str, str]) -> None:
    requirement, regulator = rule
    found = shipped().requirement_by_id[requirement]
    assert found.regulated
    outside = [each for each in steps_into(role) if each.from_id not in REGISTERED]
    assert outside
    for each in outside:
        if each.from_id == "orthodontic-nursing-certificate":
            continue  # its holders are dental nurses already
        assert requirement in asked(each.from_id, role), each.id
        said = [c.statement for c in each.conditions if c.kind is ConditionKind.REGULATION]
        assert any(regulator in statement for statement in said), each.id


def test_registration_has_no_short_way_round() -> None:
    hard = hard_requirements(shipped(), gives_of(shipped()))
    assert {requirement for requirement, _ in REGISTERED.values()} <= hard


def test_a_background_check_and_a_health_check_stand_before_every_first_job_with_patients() -> None:
    conditions = [each.condition for each in row("E").attainment if each.condition]
    known = {each.awareness for each in conditions if each.kind is ConditionKind.REGULATION}
    assert known == {"knows-about-dbs-checks", "health-knows-health-clearance"}


def test_english_and_maths_help_at_the_start_and_are_asked_for_from_nursing_associate() -> None:
    name = "general-has-level-2-english-maths"
    assert name not in asked("gcses-grade-1-3", "healthcare-support-worker")
    assert name in asked("healthcare-support-worker", "nursing-associate-apprenticeship")
    assert name in asked("a-levels", "nursing-degree")


# --- who may start where ---


def test_nothing_is_needed_to_take_a_first_look() -> None:
    (entry,) = row("U").attainment
    assert entry.none_needed == "No certificate is asked for before you take a first look at health work."


@pytest.mark.parametrize(
    "start",
    ["statutory-schooling", "foundation-learning-level-1", "gcses-grade-1-3", "gcses-grade-4-9", "a-levels"],
)
def test_anybody_may_start_as_support_worker(start: str) -> None:
    assert any(each.from_id == start for each in steps_into("healthcare-support-worker"))


@pytest.mark.parametrize("start", ["gcses-grade-4-9", "a-levels"])
def test_school_certificates_do_not_lead_straight_to_level_4_or_5(start: str) -> None:
    levels = {
        shipped().position_by_id[each.to_id].level
        for each in shipped().steps
        if each.from_id == start and shipped().position_by_id[each.to_id].sector == SECTOR
    }
    assert not levels & {"L4", "L5"}


def test_nobody_from_childcare_enters_between_level_4_and_5() -> None:
    for each in shipped().steps:
        start, end = (shipped().position_by_id[name] for name in (each.from_id, each.to_id))
        if start.sector == "childcare" and end.sector == SECTOR:
            assert end.level in {"L2", "L3", "L6"}, each.id


def test_an_access_student_is_asked_for_no_skill_that_only_a_ward_teaches() -> None:
    ward = {"health-takes-on-delegated-tasks", "health-notices-what-is-wrong", "health-gives-personal-care"}
    assert not ward & asked("access-to-he-nursing-and-midwifery", "nursing-degree")
    assert not ward & asked("a-levels", "nursing-degree")


def test_a_new_apprentice_is_not_asked_for_what_the_ward_teaches() -> None:
    start, end = "gcses-grade-4-9", "senior-healthcare-support-worker-apprenticeship"
    assert not {"health-gives-personal-care", "health-takes-observations"} & asked(start, end)
    assert "health-gives-personal-care" in asked(
        "healthcare-support-worker", "senior-healthcare-support-worker"
    )


def test_degrees_are_applied_for_through_ucas_and_degree_apprenticeships_like_jobs() -> None:
    degree = asked("a-levels", "nursing-degree")
    apprenticeship = asked("a-levels", "registered-nurse-degree-apprenticeship")
    assert {"knows-how-to-apply-to-higher-education", "knows-who-helps-you-settle-in"} <= degree
    assert "knows-degree-apprenticeships" not in degree
    assert "knows-degree-apprenticeships" in apprenticeship
    assert "knows-how-to-apply-to-higher-education" not in apprenticeship


def test_level_7_says_that_the_levy_stopped_paying_for_most_people_in_2026() -> None:
    for name in (
        "advanced-clinical-practitioner-apprenticeship",
        "specialist-community-nurse-apprenticeship",
    ):
        rule = next(each for each in qualification(name).funding if each.opens == date(2026, 1, 1))
        assert "under 22" in rule.statement
        assert rule.awareness == "health-knows-level-7-funding"


def test_advanced_practice_asks_for_three_years_on_a_register() -> None:
    holding = shipped().requirement_by_id["health-three-years-registered"].holding
    assert holding is not None
    assert holding.months == 36
    assert "health-three-years-registered" in asked(
        "registered-nurse", "advanced-clinical-practitioner-apprenticeship"
    )


# --- journeys ---


def test_support_worker_to_nursing_associate_to_nurse_comes_first() -> None:
    best = ask("healthcare-support-worker", "registered-nurse").routes[0]
    assert best.positions == (
        "healthcare-support-worker",
        "nursing-associate-apprenticeship",
        "nursing-associate",
        "registered-nurse-degree-apprenticeship",
        "registered-nurse",
    )
    assert best.figures.months == 48


def test_a_nursing_associate_needs_two_years_more_and_not_four() -> None:
    for each in ask("nursing-associate", "registered-nurse").routes:
        assert each.figures.months == 24


def test_care_workers_are_taken_on_as_nursing_associates() -> None:
    (first, *_) = ask("adult-care-worker", "nursing-associate").routes
    assert first.positions == ("adult-care-worker", "nursing-associate-apprenticeship", "nursing-associate")
    assert first.steps[0].step.citation.source == "ncs-job-profiles"


def test_a_nursery_manager_may_go_to_university_or_by_an_access_course() -> None:
    ways = {each.positions[1] for each in ask("nursery-manager", "registered-nurse").routes}
    assert {"nursing-degree", "access-to-he-nursing-and-midwifery"} <= ways


def test_people_from_childcare_are_told_that_the_university_decides_on_their_diploma() -> None:
    said = [each.statement for each in conditions_of("nursery-manager", "nursing-degree")]
    assert any("some do not" in statement for statement in said)


def test_childcare_counts_towards_maternity_support() -> None:
    reached = {
        each.positions[-1]
        for each in find_next_steps(index(), (read_place("early-years-educator", shipped()),), TODAY).steps
    }
    assert {"maternity-support-worker", "healthcare-support-worker"} <= reached


@pytest.mark.parametrize(
    ("start", "goal"),
    [
        ("maternity-support-worker", "midwife"),
        ("physiotherapy-assistant", "physiotherapist"),
        ("ambulance-care-assistant", "paramedic"),
        ("pharmacy-assistant", "pharmacy-technician"),
        ("healthcare-science-assistant", "healthcare-science-practitioner"),
        ("community-health-and-wellbeing-worker", "public-health-practitioner"),
        ("hospital-porter", "registered-nurse"),
        ("registered-nurse", "advanced-clinical-practitioner"),
        ("midwife", "health-visitor"),
    ],
)
def test_each_ladder_can_be_climbed(start: str, goal: str) -> None:
    assert ask(start, goal, k=1).routes


def test_every_position_is_reached_from_school() -> None:
    reached = {"statutory-schooling"}
    while more := {each.to_id for each in shipped().steps if each.from_id in reached} - reached:
        reached |= more
    assert {each.id for each in shipped().list_positions(SECTOR)} <= reached


def test_every_position_leads_on_or_is_a_good_place_to_stay() -> None:
    staying = {each.level for each in shipped().sector_by_id[SECTOR].staying}
    leads_on = {each.from_id for each in shipped().steps}
    for each in shipped().list_positions(SECTOR):
        assert each.id in leads_on or each.level in staying, each.id


def test_short_courses_and_access_bridge_into_the_sector() -> None:
    bridges = {each.id for each in shipped().list_positions(SECTOR) if is_bridging(each)}
    assert bridges == {
        "health-and-care-l1",
        "infection-control-l2",
        "access-to-he-nursing-and-midwifery",
    }


def test_what_is_the_same_in_adult_care_has_the_same_concept() -> None:
    mine, theirs = (
        {
            each.concept
            for each in shipped().requirements
            if each.scope == scope and each.kind is Kind.ATTAINMENT
        }
        for scope in (SECTOR, "adult-care")
    )
    assert {"physical-care", "safeguarding", "person-centred-care", "record-keeping"} <= mine & theirs
