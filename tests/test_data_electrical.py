"""Electrical installation as shipped: Figure 3 of the report, entry by entry, and the routes upon it."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from pathways.catalogue import is_bridging
from pathways.holdings import gives_of, hard_requirements
from pathways.model import Evidence, Kind, Qualification, Sector, Weight
from pathways.places import Place
from pathways.requirements import takes_starts
from pathways.results import Route, RouteResult
from pathways.routes import find_next_steps
from tests.shipped import TODAY, ask, entry_in, index, row_in, shipped

HIGHER_STUDY = {
    "hnc-electrical-building-services",
    "hnd-electrical-engineering",
    "foundation-degree-electrical-engineering",
    "electrical-engineering-degree",
    "electrical-support-engineer-degree-apprenticeship",
}

row = partial(row_in, "electrical")
entry = partial(entry_in, "electrical")


def electrical() -> Sector:
    return shipped().sector_by_id["electrical"]


def first(result: RouteResult) -> Route:
    assert result.routes, "no route"
    return result.routes[0]


# --- the matrix ---

COUNTS = [("L3", "L4", 2, 3, 3, 4), ("L2", "L3", 3, 3, 3, 1), ("E", "L2", 2, 2, 3, 2), ("U", "E", 2, 2, 1, 1)]
"""Aspiration, awareness, attainment and progression by row, as Figure 3 prints them by paragraph."""


@pytest.mark.parametrize(("at", "into", "aspiration", "awareness", "attainment", "progression"), COUNTS)
def test_each_cell_holds_as_many_entries_as_the_report(
    at: str, into: str, aspiration: int, awareness: int, attainment: int, progression: int
) -> None:
    held = row(at)
    assert held.into == into
    counts = [len(held.cell(kind)) for kind in Kind]
    assert [*counts, len(held.progression)] == [aspiration, awareness, attainment, progression]


@pytest.mark.parametrize(("at", "into", "aspiration", "awareness", "attainment", "progression"), COUNTS)
def test_each_entry_says_where_in_figure_3_it_stands(
    at: str, into: str, aspiration: int, awareness: int, attainment: int, progression: int
) -> None:
    held = row(at)
    for kind, count in zip(Kind, (aspiration, awareness, attainment), strict=True):
        assert [each.locator for each in held.cell(kind)] == [
            f"Figure 3, {at}, {kind} {number}" for number in range(1, count + 1)
        ]
    assert [each.locator for each in held.progression] == [
        f"Figure 3, {at}, progression {number}" for number in range(1, progression + 1)
    ]


OWN_ROWS = [("L5", "L6"), ("L4", "L5")]
"""Rows above those of the report, which the report does not have."""


def test_the_rows_stand_from_the_top_down_and_cite_the_report() -> None:
    matrix = electrical().matrix
    assert matrix is not None
    rungs = [(each.at, each.into) for each in matrix.rows]
    assert rungs == [*OWN_ROWS, *((at, into) for at, into, *_ in COUNTS)]
    assert (matrix.citation.source, matrix.citation.evidence) == ("lpm-report", Evidence.PUBLISHED)


@pytest.mark.parametrize("at", [at for at, _ in OWN_ROWS])
def test_no_entry_of_our_own_rows_passes_for_one_of_the_report(at: str) -> None:
    held = row(at)
    entries = [each for kind in Kind for each in held.cell(kind)]
    assert all(held.cell(kind) for kind in Kind)
    cited = [(each.source, each.locator) for each in entries]
    cited += [(each.source, each.locator) for each in held.progression]
    assert {source for source, _ in cited} == {"editorial"}
    assert not any("Figure" in locator for _, locator in cited)


@pytest.mark.parametrize(
    ("at", "kind", "number"),
    [
        ("L3", Kind.ASPIRATION, 2),
        ("L2", Kind.ASPIRATION, 1),
        ("L2", Kind.AWARENESS, 1),
        ("L2", Kind.AWARENESS, 2),
        ("L2", Kind.ATTAINMENT, 3),
        ("E", Kind.ASPIRATION, 2),
        ("E", Kind.AWARENESS, 1),
        ("E", Kind.AWARENESS, 2),
        ("E", Kind.ATTAINMENT, 1),
        ("U", Kind.AWARENESS, 1),
    ],
)
def test_an_entry_with_two_outcomes_is_one_entry(at: str, kind: Kind, number: int) -> None:
    assert len(entry(at, kind, number).requirements) == 2


def test_two_years_as_an_electrician_are_time_in_a_job() -> None:
    (requirement,) = entry("L3", Kind.ATTAINMENT, 2).requirements
    holding = shipped().requirement_by_id[requirement].holding
    assert holding is not None
    assert holding.months == 24
    assert "electrician" in holding.positions


def test_the_stand_alone_nvq_stood_in_for_the_apprenticeship_until_the_end_of_2010() -> None:
    nvq = entry("L3", Kind.ATTAINMENT, 3)
    assert nvq.alternative_to == entry("L3", Kind.ATTAINMENT, 1).locator
    assert nvq.closes == date(2010, 12, 31)


def test_a_level_2_in_any_subject_is_enough_and_gcses_are_preferred() -> None:
    either = entry("L2", Kind.ATTAINMENT, 1)
    ways = [way.requirements for way in either.any_of]
    assert ways == [
        ("electrical-level-2-any-subject",),
        ("electrical-good-gcses",),
        ("electrical-domestic-qualification",),
    ]
    assert either.helps == ("electrical-good-gcses",)
    holding = shipped().requirement_by_id["electrical-level-2-any-subject"].holding
    assert holding is not None
    assert holding.any_at == "L2"


def test_nothing_is_needed_to_begin_and_school_qualifications_only_help() -> None:
    begin = entry("U", Kind.ATTAINMENT, 1)
    assert begin.none_needed
    assert begin.helps == ("electrical-school-qualifications",)
    assert begin.requirements == ()


def test_every_entry_that_speaks_to_a_prompt_names_one_of_its_own_column() -> None:
    kinds = {prompt.id: prompt.kind for prompt in shipped().prompts}
    rows = [row(at) for at, *_ in COUNTS]
    tagged = [
        (kind, tag) for held in rows for kind in Kind for each in held.cell(kind) for tag in each.prompts
    ]
    assert {kind for kind, _ in tagged} == set(Kind)
    assert [(kind, tag) for kind, tag in tagged if kinds[tag] != kind] == []


def test_no_entry_is_marked_as_only_helping() -> None:
    rows = [row(at) for at, *_ in COUNTS]
    assert {each.weight for held in rows for kind in Kind for each in held.cell(kind)} == {Weight.ESSENTIAL}


# --- what stands beside the matrix ---


def test_the_four_drivers_and_three_barriers_stand_where_the_tables_have_them() -> None:
    sector = electrical()
    assert [each.citation.locator for each in sector.drivers] == [
        f"Table 1, electrotechnical {number}" for number in range(1, 5)
    ]
    assert [each.citation.locator for each in sector.barriers] == [
        f"Table 2, electrotechnical {number}" for number in range(1, 4)
    ]
    assert all(each.way_round for each in sector.barriers)


def test_staying_at_level_3_is_a_sourced_answer() -> None:
    (staying,) = (each for each in electrical().staying if each.level == "L3")
    assert (staying.level, staying.citation.source) == ("L3", "lpm-report")
    assert "pride" in staying.statement


def test_next_steps_of_an_electrician_say_that_many_stay() -> None:
    result = find_next_steps(index(), (Place(position="electrician"),), TODAY)
    assert result.staying == (("electrical", "L3"),)


def test_every_requirement_of_the_sector_has_something_to_do_about_it() -> None:
    own = [each for each in shipped().requirements if each.id.startswith("electrical-")]
    assert own
    assert [each.id for each in own if not 1 <= len(each.activities) <= 3] == []


def test_activities_are_ours_and_say_so() -> None:
    own = [each for each in shipped().activities if each.id.startswith("electrical-")]
    assert own
    assert {each.citation.evidence for each in own} == {Evidence.EDITORIAL}
    assert all(each.citation.note for each in own)


def test_the_level_of_every_job_role_is_marked_as_our_judgement() -> None:
    roles = [each for each in shipped().job_roles if each.sector == "electrical"]
    assert len(roles) >= 10
    assert {each.citation.evidence for each in roles} == {Evidence.EDITORIAL}
    assert all(each.citation.note for each in roles)


# --- positions ---


@pytest.mark.parametrize(
    ("position", "reference", "months"),
    [
        ("electrician-apprenticeship", "ST0152", 54),
        ("domestic-electrician-apprenticeship", "ST1017", 36),
        ("electrotechnical-framework-apprenticeship", "513-2-1", 42),
        ("level-1-diploma-electrical-installation", "600/9790/5", 12),
        ("level-2-diploma-electrical-installation", "600/5498/0", 12),
        ("project-management-diploma-electrical", "603/7810/4", None),
        ("associate-project-manager-apprenticeship", "ST0310", 24),
        ("building-services-senior-technician-apprenticeship", "ST0041", 36),
        ("highway-electrical-operative-apprenticeship", "ST0051", 24),
        ("smart-meter-installer-apprenticeship", "ST0158", 8),
        ("smart-home-technician-apprenticeship", "ST0464", 18),
        ("wiring-regulations-award", "603/3319/4", None),
        ("initial-verification-award", "600/4337/4", None),
        ("ev-charging-award", "610/3908/1", None),
        ("solar-photovoltaic-award", "600/5775/0", None),
        ("electrical-support-engineer-degree-apprenticeship", "ST0024", 60),
        ("design-verification-award", "600/3722/2", None),
    ],
)
def test_qualifications_carry_the_numbers_of_the_registers(
    position: str, reference: str, months: int | None
) -> None:
    qualification = shipped().position_by_id[position]
    assert isinstance(qualification, Qualification)
    assert (qualification.reference, qualification.months) == (reference, months)


@pytest.mark.parametrize(
    ("position", "last_day"),
    [
        ("standalone-nvq-electrical-installation", date(2010, 12, 31)),
        ("electrotechnical-framework-apprenticeship", date(2017, 9, 30)),
        ("project-management-framework", date(2020, 7, 31)),
        ("nvq-diploma-electrotechnical", date(2026, 10, 31)),
    ],
)
def test_a_withdrawn_qualification_takes_starts_until_its_last_day_and_names_what_came_after(
    position: str, last_day: date
) -> None:
    qualification = shipped().position_by_id[position]
    assert isinstance(qualification, Qualification)
    assert takes_starts(qualification, last_day)
    assert not takes_starts(qualification, TODAY)
    assert qualification.successor in shipped().position_by_id


def test_the_short_course_is_bridging_and_gives_what_the_apprenticeship_asks_for() -> None:
    course = shipped().position_by_id["short-electrical-installation-course"]
    assert is_bridging(course)
    given = gives_of(shipped())[course.id]
    assert {"electrical-short-course", "electrical-basic-tasks", "electrical-practical-ability"} <= given


def test_the_apprenticeship_and_the_two_years_are_hard_to_come_by_and_the_short_course_is_not() -> None:
    hard = hard_requirements(shipped(), gives_of(shipped()))
    assert {"electrical-level-3-apprenticeship", "electrical-two-years"} <= hard
    assert "electrical-certifies-home-wiring" in hard
    assert "electrical-short-course" not in hard


def test_certifying_work_in_homes_is_asked_for_by_law() -> None:
    requirement = shipped().requirement_by_id["electrical-certifies-home-wiring"]
    assert requirement.regulated
    assert "Building Regulations" in (requirement.citation.note or "")


def test_every_condition_on_a_step_names_what_to_know_about_it() -> None:
    steps = [s for s in shipped().steps if shipped().position_by_id[s.to_id].sector == "electrical"]
    assert [step.id for step in steps for each in step.conditions if not each.awareness] == []


# --- routes ---


def test_from_level_3_to_level_4_there_are_three_distinct_ways_and_more() -> None:
    result = ask("electrical:L3", "electrical:L4")
    goals = [route.positions[-1] for route in result.routes]
    assert len(set(goals)) >= 3
    assert goals[0] == "electrical-supervisor"
    assert {route.figures.holes for route in result.routes} == {0}


def test_the_way_to_supervisor_leads_through_two_years_at_the_job() -> None:
    route = first(ask("electrical:L3", "electrical-supervisor"))
    assert route.positions == ("electrician-apprenticeship", "electrician", "electrical-supervisor")
    assert route.figures.months == 24


@pytest.mark.parametrize("goal", ["electrical:L4", "electrical-supervisor", "electrical-project-manager"])
def test_one_can_get_there_from_school_without_qualifications(goal: str) -> None:
    route = first(ask("statutory-schooling", goal))
    assert "electrician-apprenticeship" in route.positions
    assert route.figures.holes == 0
    assert route.figures.months is not None


def test_from_school_the_ordinary_way_comes_first() -> None:
    assert first(ask("statutory-schooling", "electrician")).positions == (
        "statutory-schooling",
        "level-1-diploma-electrical-installation",
        "level-2-diploma-electrical-installation",
        "electrician-apprenticeship",
        "electrician",
    )


@pytest.mark.parametrize(
    "start",
    [
        "gcses-grade-4-9",
        "functional-skills-english-maths-l2",
        "a-levels",
        "t-level-building-services-engineering",
    ],
)
def test_general_study_leads_into_the_apprenticeship(start: str) -> None:
    assert first(ask(start, "electrician")).positions == (start, "electrician-apprenticeship", "electrician")


@pytest.mark.parametrize("start", ["gcses-grade-4-9", "a-levels"])
def test_gcses_and_a_levels_never_lead_straight_to_level_4(start: str) -> None:
    into = [shipped().position_by_id[step.to_id] for step in shipped().steps_from[start]]
    trade = [each for each in into if each.sector == "electrical" and each.id not in HIGHER_STUDY]
    assert {each.level for each in trade} <= {"E", "L2", "L3"}


def test_gcses_lead_to_no_higher_study() -> None:
    assert HIGHER_STUDY & {step.to_id for step in shipped().steps_from["gcses-grade-4-9"]} == set()


def test_the_nvq_diploma_was_open_in_2020_and_is_withdrawn_now() -> None:
    then = ask("electrical-improver", "nvq-diploma-electrotechnical", as_of=date(2020, 1, 1))
    now = ask("electrical-improver", "nvq-diploma-electrotechnical")
    assert len(then.routes) == 1
    assert now.routes == ()


def test_in_2010_the_stand_alone_nvq_made_an_electrician() -> None:
    then = ask("electrical-improver", "electrician", as_of=date(2010, 6, 1))
    assert "standalone-nvq-electrical-installation" in first(then).positions


def test_who_holds_the_stand_alone_nvq_still_moves_up() -> None:
    route = first(ask("standalone-nvq-electrical-installation", "electrical-supervisor"))
    assert route.positions[1:] == ("electrician", "electrical-supervisor")
    assert route.figures.holes == 0


def test_no_a_level_holder_starts_at_level_4_by_a_certificate() -> None:
    into = [shipped().position_by_id[step.to_id] for step in shipped().steps_from["a-levels"]]
    assert "L4" not in {each.level for each in into if each.sector == "electrical"}


@pytest.mark.parametrize(
    "held",
    [
        "electrician-apprenticeship",
        "domestic-electrician-apprenticeship",
        "electrotechnical-framework-apprenticeship",
        "smart-home-technician-apprenticeship",
        "standalone-nvq-electrical-installation",
        "nvq-diploma-electrotechnical",
        "electrotechnical-qualification",
        "experienced-worker-qualification",
        "experienced-worker-dwellings",
        "level-3-diploma-electrical-installation",
        "technical-occupational-entry-electrical",
        "t-level-building-services-engineering",
    ],
)
def test_each_level_3_leads_on_to_a_higher_national_certificate_with_help_to_apply_and_settle(
    held: str,
) -> None:
    (step,) = [s for s in shipped().steps_from[held] if s.to_id == "hnc-electrical-building-services"]
    assert {"knows-how-to-apply-to-higher-education", "knows-who-helps-you-settle-in"} <= set(step.awareness)
    assert {"has-study-skills", "writes-for-higher-study"} <= set(step.attainment)


def test_an_electrician_can_become_an_engineer_by_study_beside_the_job() -> None:
    route = first(ask("electrician", "electrical-engineer"))
    assert "hnc-electrical-building-services" in route.positions
    assert route.figures.holes == 0


CARDS = [
    "electrician-apprenticeship",
    "electrotechnical-framework-apprenticeship",
    "standalone-nvq-electrical-installation",
    "nvq-diploma-electrotechnical",
    "electrotechnical-qualification",
    "experienced-worker-qualification",
]


@pytest.mark.parametrize("held", CARDS)
def test_every_way_to_electrician_asks_for_the_rules_and_names_the_card(held: str) -> None:
    (step,) = [s for s in shipped().steps_from[held] if s.to_id == "electrician"]
    assert "electrical-applies-wiring-regulations" in step.attainment
    assert "electrical-knows-ecs-card" in {each.awareness for each in step.conditions}


def test_the_wiring_regulations_award_makes_nobody_an_electrician() -> None:
    assert "electrician" not in {step.to_id for step in shipped().steps_from["wiring-regulations-award"]}


def test_the_length_of_smart_meter_training_differs_between_lists_and_the_record_says_so() -> None:
    note = shipped().position_by_id["smart-meter-installer-apprenticeship"].citation.note
    assert note is not None
    assert "14" in note


def test_the_approved_grade_asks_for_two_years_and_for_testing() -> None:
    (step,) = first(ask("electrician", "approved-electrician")).steps
    assert {each.requirement for each in step.required} == {
        "electrical-two-years",
        "electrical-inspects-and-tests",
        "electrical-finds-faults",
    }
