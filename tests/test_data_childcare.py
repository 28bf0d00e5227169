"""What the childcare data keep: each line of the report's Figures 2, 4 and 5, and a ladder one can climb."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from pathways.model import (
    LEAVING_SECTOR,
    Citation,
    ConditionKind,
    Evidence,
    Kind,
    Qualification,
    Requirement,
    Sector,
    Weight,
)
from pathways.requirements import demand_of, takes_starts
from pathways.results import ClosedBecause, Route
from tests.shipped import TODAY, ask, entry_in, row_in, shipped, step_between, steps_into_sector

IN_2020 = date(2020, 1, 1)

CELLS = {"L3": (4, 8, 6, 2), "L2": (3, 4, 4, 1), "E": (3, 4, 6, 1), "U": (2, 3, 1, 1)}
"""How many lines the report has in each cell: aspiration, awareness, attainment, progression."""

INTO = {"L3": "L4", "L2": "L3", "E": "L2", "U": "E"}
ACTIVITIES = {("Figure 4", "L3"): (3, 5, 7), ("Figure 5", "L2"): (4, 4, 7)}
SEVERAL_OUTCOMES = {
    "Figure 2, L3, awareness 3",
    "Figure 2, L3, awareness 6",
    "Figure 2, L3, attainment 2",
    "Figure 2, L3, attainment 3",
    "Figure 2, L2, aspiration 2",
    "Figure 2, L2, aspiration 3",
    "Figure 2, L2, awareness 3",
    "Figure 2, L2, attainment 2",
    "Figure 2, E, aspiration 1",
    "Figure 2, E, awareness 1",
    "Figure 2, E, awareness 3",
    "Figure 2, E, awareness 4",
    "Figure 2, E, attainment 2",
}

row = partial(row_in, "childcare")
entry = partial(entry_in, "childcare")
steps_into_childcare = partial(steps_into_sector, "childcare")


def childcare() -> Sector:
    return shipped().sector_by_id["childcare"]


def is_known(route: Route) -> bool:
    return all(step.known for step in route.steps)


# --- Figure 2, line by line ---


@pytest.mark.parametrize("at", CELLS)
@pytest.mark.parametrize("kind", Kind)
def test_each_cell_holds_each_line_of_the_report_with_its_place(at: str, kind: Kind) -> None:
    count = CELLS[at][list(Kind).index(kind)]
    places = [each.locator for each in row(at).cell(kind)]
    assert places == [f"Figure 2, {at}, {kind} {number}" for number in range(1, count + 1)]


@pytest.mark.parametrize("at", CELLS)
def test_each_row_leads_into_the_level_above_with_its_progression_lines(at: str) -> None:
    lines = [each.locator for each in row(at).progression]
    assert row(at).into == INTO[at]
    assert lines == [f"Figure 2, {at}, progression {number}" for number in range(1, CELLS[at][3] + 1)]


def test_the_matrix_cites_the_report() -> None:
    matrix = childcare().matrix
    assert matrix is not None
    assert matrix.citation == Citation("lpm-report", "Figure 2", Evidence.PUBLISHED)


def test_a_line_with_several_outcomes_stays_one_entry() -> None:
    entries = [each for at in CELLS for kind in Kind for each in row(at).cell(kind)]
    assert {each.locator for each in entries if len(each.requirements) > 1} == SEVERAL_OUTCOMES


# --- hedges, conditions, alternatives ---


@pytest.mark.parametrize(("at", "kind", "number"), [("L3", Kind.ASPIRATION, 3), ("L2", Kind.ATTAINMENT, 1)])
def test_what_the_report_does_not_always_ask_for_only_helps(at: str, kind: Kind, number: int) -> None:
    assert entry(at, kind, number).weight is Weight.HELPS


def test_moving_to_another_industry_is_asked_only_of_those_who_leave() -> None:
    assert entry("L3", Kind.ASPIRATION, 4).only_for == (LEAVING_SECTOR,)


def test_the_level_3_apprenticeship_has_another_full_level_3_as_its_alternative() -> None:
    ways = entry("L3", Kind.ATTAINMENT, 1).any_of
    assert [each.requirements for each in ways] == [
        ("childcare-holds-level-3-apprenticeship",),
        ("childcare-holds-other-full-level-3",),
    ]


@pytest.mark.parametrize(("at", "number"), [("L3", 6), ("L2", 4), ("E", 6)])
def test_what_an_employer_does_is_a_condition_paired_with_knowing_about_it(at: str, number: int) -> None:
    condition = entry(at, Kind.ATTAINMENT, number).condition
    assert condition is not None
    assert condition.kind is ConditionKind.EMPLOYER_SUPPORT
    assert condition.awareness in shipped().requirement_by_id


def test_nothing_is_needed_to_begin_at_entry_level() -> None:
    assert entry("U", Kind.ATTAINMENT, 1).none_needed


# --- prompts, activities, drivers, barriers ---


def test_only_the_line_on_funding_answers_to_the_prompt_on_money() -> None:
    entries = [each for at in CELLS for kind in Kind for each in row(at).cell(kind)]
    touched = [each.locator for each in entries if "money-and-support" in each.prompts]
    assert touched == ["Figure 2, L3, awareness 8"]


def test_there_are_the_thirteen_prompts_of_figure_1() -> None:
    kinds = [each.kind for each in shipped().prompts]
    assert [kinds.count(kind) for kind in ("aspiration", "awareness", "attainment", "progression")] == [
        4,
        3,
        3,
        3,
    ]


@pytest.mark.parametrize(("figure", "at"), ACTIVITIES)
@pytest.mark.parametrize("kind", Kind)
def test_each_activity_of_figures_4_and_5_stands_in_its_cell(figure: str, at: str, kind: Kind) -> None:
    count = ACTIVITIES[figure, at][list(Kind).index(kind)]
    activities = [shipped().activity_by_id[each] for each in row(at).activities(kind)]
    places = [each.citation.locator for each in activities]
    assert places == [f"{figure}, {at}, {kind} activity {number}" for number in range(1, count + 1)]


def test_each_activity_of_the_report_also_serves_a_requirement() -> None:
    listed = {each for at in CELLS for kind in Kind for each in row(at).activities(kind)}
    used = {each for requirement in shipped().requirements for each in requirement.activities}
    assert listed <= used


def test_the_six_drivers_of_table_1_are_there() -> None:
    places = [each.citation.locator for each in childcare().drivers]
    assert places == [f"Table 1, childcare {number}" for number in range(1, 7)]


def test_each_of_the_six_barriers_of_table_2_has_a_way_round() -> None:
    places = [each.citation.locator for each in childcare().barriers]
    assert places == [f"Table 2, childcare {number}" for number in range(1, 7)]
    assert all(each.way_round for each in childcare().barriers)


# --- every record is whole ---


def requirements_of_childcare() -> list[Requirement]:
    """Return what the rows and steps of childcare ask for, and what its positions give."""
    entries = [each for at in CELLS for kind in Kind for each in row(at).cell(kind)]
    ways = [way for each in entries for way in each.any_of]
    asked = [one for each in entries for one in each.requirements]
    asked += [one for each in ways for one in each.requirements]
    for step in steps_into_childcare():
        asked += [*step.aspiration, *step.awareness, *step.attainment, *step.helps]
    for position in shipped().list_positions("childcare"):
        asked += position.gives
    return [shipped().requirement_by_id[each] for each in sorted(set(asked))]


def test_every_requirement_can_be_asked_and_worked_on() -> None:
    whole = {
        each.id: each.statement[-1:] + each.question[-1:]
        for each in requirements_of_childcare()
        if each.activities and each.scope in ("anywhere", "childcare", "general")
    }
    assert whole == {each.id: ".?" for each in requirements_of_childcare()}


def test_every_requirement_has_a_concept_or_a_holding_and_never_both() -> None:
    both = [
        each.id for each in requirements_of_childcare() if (each.concept is None) == (each.holding is None)
    ]
    assert both == []


def test_every_requirement_and_every_step_says_where_it_is_from() -> None:
    requirements = {each.id: each.citation for each in requirements_of_childcare()}
    steps = {each.id: each.citation for each in steps_into_childcare()}
    sources = shipped().source_by_id
    cited = (requirements | steps).items()
    assert [name for name, each in cited if each.source not in sources or not each.locator] == []


def test_what_is_our_own_judgement_says_why() -> None:
    cited = [*shipped().list_positions("childcare"), *steps_into_childcare(), *requirements_of_childcare()]
    judged = [each for each in cited if each.citation.evidence is Evidence.EDITORIAL]
    assert [each.id for each in judged if not each.citation.note] == []


def test_the_level_of_every_job_is_called_our_judgement() -> None:
    jobs = [each for each in shipped().job_roles if each.sector == "childcare"]
    assert {each.citation.evidence for each in jobs} == {Evidence.EDITORIAL}


def test_every_condition_on_a_childcare_step_says_what_to_know_about_it() -> None:
    steps = steps_into_childcare()
    assert [each.id for each in steps for condition in each.conditions if not condition.awareness] == []


def test_every_step_up_into_childcare_says_what_it_asks_for() -> None:
    steps = steps_into_childcare()
    assert [each.id for each in steps if not demand_of(each, shipped(), TODAY).known] == []


# --- routes ---


def test_the_ladder_of_the_report_comes_first_from_school_to_nursery_manager() -> None:
    ladder = [
        "statutory-schooling",
        "caring-for-children-entry-3",
        "early-years-practitioner-apprenticeship",
        "early-years-practitioner",
        "early-years-educator-apprenticeship",
        "early-years-educator",
        "room-supervisor",
        "deputy-nursery-manager",
        "nursery-manager",
    ]
    first = ask("statutory-schooling", "nursery-manager").routes[0]
    assert [each for each in first.positions if each in ladder] == ladder
    assert is_known(first)
    assert first.figures.holes == 0


def test_no_route_with_unknown_requirements_comes_before_one_with_known_ones() -> None:
    known = [is_known(each) for each in ask("U", "nursery-manager", k=50).routes]
    assert known == sorted(known, reverse=True)


def test_one_can_climb_from_school_to_level_5() -> None:
    result = ask("statutory-schooling", "childcare:L5")
    assert result.routes
    assert result.routes[0].figures.holes == 0


def test_level_3_leads_to_level_4_in_at_least_three_different_ways_that_stay_in_childcare() -> None:
    routes = [each for each in ask("childcare:L3", "L4").routes if not each.figures.holes]
    goals = {each.positions[-1] for each in routes}
    assert {"hnc-early-years-leadership", "deputy-nursery-manager"} <= goals
    assert len(goals) >= 3
    assert {each.figures.sector_changes for each in routes} == {0}
    assert all(each.figures.months for each in routes)


def test_the_bridging_course_takes_writing_and_maths_off_what_is_left_to_gain() -> None:
    routes = ask("early-years-educator-apprenticeship", "hnc-early-years-leadership").routes
    by_way = {each.positions[1:-1]: each.figures.to_gain for each in routes}
    assert by_way["bridge-to-higher-study",] == by_way[()] - 4


def test_being_a_room_supervisor_shows_that_one_supervises_others() -> None:
    assert "childcare-supervises-others" in shipped().position_by_id["room-supervisor"].gives


# --- dates ---


def test_the_diploma_of_2014_was_open_in_2020_and_is_withdrawn_today() -> None:
    then = ask("early-years-practitioner", "early-years-workforce-diploma", IN_2020)
    now = ask("early-years-practitioner", "early-years-workforce-diploma")
    assert then.routes
    assert not now.routes
    assert now.no_route is not None
    assert next((each.because, each.date) for each in now.no_route.closed) == (
        ClosedBecause.WITHDRAWN,
        date(2024, 8, 31),
    )


def test_the_withdrawn_diploma_names_its_successor_and_still_leads_on() -> None:
    diploma = shipped().position_by_id["early-years-workforce-diploma"]
    assert isinstance(diploma, Qualification)
    assert diploma.successor == "early-years-sector-diploma"
    assert ask(diploma.id, "room-supervisor").routes


def test_early_years_professional_status_is_history_that_still_counts() -> None:
    status = shipped().position_by_id["early-years-professional-status"]
    assert not takes_starts(status, IN_2020)
    assert ask(status.id, "early-years-teacher").routes


def test_a_standard_in_development_is_still_open() -> None:
    assert takes_starts(shipped().position_by_id["early-years-educator-apprenticeship"], TODAY)


def test_the_end_of_funding_closes_no_course() -> None:
    diploma = shipped().position_by_id["early-years-practitioner-diploma"]
    assert isinstance(diploma, Qualification)
    assert date(2025, 7, 31) in [each.closes for each in diploma.funding]
    assert takes_starts(diploma, TODAY)


def test_a_graduate_of_any_subject_can_train_as_an_early_years_teacher_without_a_managers_past() -> None:
    route = ask("bachelors-degree", "early-years-teacher").routes[0]
    assert route.positions == ("bachelors-degree", "early-years-teacher-status", "early-years-teacher")
    assert route.hard == ()


# --- beyond the report: levels 5 and 6, ratios, older certificates, other ways in ---


@pytest.mark.parametrize(("at", "into"), [("L4", "L5"), ("L5", "L6")])
def test_the_rows_above_the_report_are_ours_and_leave_its_own_as_they_are(at: str, into: str) -> None:
    assert row(at).into == into
    entries = [each for kind in Kind for each in row(at).cell(kind)]
    assert entries
    assert {each.source for each in entries} == {"editorial"}
    assert not [each for each in entries if each.locator.startswith("Figure")]


def test_each_standard_says_how_much_public_money_there_was_in_july_2026() -> None:
    bands = {
        "early-years-practitioner-apprenticeship": "£5,000",
        "early-years-educator-apprenticeship": "£7,000",
        "early-years-lead-practitioner-apprenticeship": "£9,000",
        "early-years-teacher-apprenticeship": "£27,000",
    }
    for name, band in bands.items():
        found = shipped().position_by_id[name]
        assert isinstance(found, Qualification)
        assert any(band in each.statement and "2 July 2026" in each.statement for each in found.funding), name


@pytest.mark.parametrize(
    "name",
    ["nneb-diploma", "cache-diploma-child-care", "btec-national-diploma-early-years", "nvq-playwork-level-3"],
)
def test_older_certificates_count_at_level_3_and_nobody_starts_them(name: str) -> None:
    found = shipped().position_by_id[name]
    assert isinstance(found, Qualification)
    assert found.last_start == date(2014, 8, 31)
    counts = shipped().requirement_by_id["childcare-holds-full-level-3"].holding
    assert counts is not None
    assert name in counts.positions
    assert ask(name, "early-years-educator").routes[0].figures.holes == 0


def test_an_older_level_3_needs_no_english_to_count_and_a_newer_one_does() -> None:
    steps = shipped().step_by_id
    old = [each.statement for each in steps["childcare-nneb-to-educator"].conditions]
    new = [each.statement for each in steps["childcare-education-and-care-diploma-to-educator"].conditions]
    assert any("without English" in each for each in old)
    assert any("only with English" in each for each in new)


def test_the_experience_based_route_opens_in_september_2025() -> None:
    step = shipped().step_by_id["childcare-practitioner-to-educator-by-experience"]
    assert step.opens == date(2025, 9, 1)
    assert "childcare-meets-educator-criteria-in-practice" in step.attainment


@pytest.mark.parametrize("name", ["nvq-childrens-care-level-3", "early-years-professional-status"])
def test_withdrawn_positions_were_once_reached(name: str) -> None:
    ways = [each for each in shipped().steps if each.to_id == name]
    assert ways
    assert all(each.closes is not None for each in ways)


@pytest.mark.parametrize("start", ["gcses-grade-1-3", "functional-skills-english-maths-l2", "a-levels"])
def test_one_becomes_a_childminder_without_a_certificate_but_not_without_checks(start: str) -> None:
    direct = next(each for each in ask(start, "childminder", k=10).routes if len(each.steps) == 1)
    told = {each.awareness for each in direct.steps[0].step.conditions}
    assert "childcare-knows-childminding-rules" in told
    assert "childcare-holds-first-aid" in {each.requirement for each in direct.steps[0].required}


@pytest.mark.parametrize(
    "start",
    [
        "early-years-educator-apprenticeship",
        "early-years-sector-diploma",
        "early-years-educator-technical-diploma",
        "early-years-education-and-care-diploma",
        "early-years-workforce-diploma",
        "workforce-apprenticeship-level-3",
        "nvq-childrens-care-level-3",
    ],
)
def test_each_level_3_leads_to_a_foundation_degree_and_a_degree_with_help_to_apply(start: str) -> None:
    for goal in ("foundation-degree-early-years", "early-childhood-studies-degree"):
        step = step_between(start, goal)
        route = next(each for each in ask(start, goal, k=10).routes if each.positions == (start, goal))
        asked = {each.requirement for each in route.steps[0].required}
        assert {"knows-how-to-apply-to-higher-education", "knows-time-for-higher-study"} <= asked
        assert {"has-study-skills", "writes-for-higher-study"} <= asked
        assert {"has-higher-study-application-ready", "knows-who-helps-you-settle-in"} <= {*step.helps}


def test_training_for_teacher_status_asks_graduates_for_three_gcses_or_a_test_in_their_place() -> None:
    step = ask("bachelors-degree", "early-years-teacher-status").routes[0].steps[0]
    groups = [{one.requirement for way in group for one in way.requirements} for group in step.any_of]
    assert {"childcare-holds-three-gcses", "childcare-could-pass-equivalency-tests"} in groups
    assert step.waives == ()


@pytest.mark.parametrize("goal", ["teacher", "registered-nurse", "social-worker"])
def test_a_nursery_manager_can_move_to_teaching_nursing_and_social_work(goal: str) -> None:
    assert ask("nursery-manager", goal).routes


@pytest.mark.parametrize("start", ["early-childhood-studies-degree", "early-years-teacher"])
def test_a_degree_alone_makes_nobody_a_manager(start: str) -> None:
    step = step_between(start, "nursery-manager")
    assert {"childcare-has-two-years-in-early-years", "childcare-supervises-others"} <= {*step.attainment}
