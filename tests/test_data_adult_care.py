"""Adult care as shipped: the ladder to registered manager, the ways in, the sources."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from pathways.catalogue import is_bridging
from pathways.holdings import gives_of, hard_requirements
from pathways.learner import Basis, Status
from pathways.model import ConditionKind, Evidence, Kind
from pathways.places import read_place
from pathways.requirements import takes_starts
from pathways.routes import find_next_steps
from tests.shipped import TODAY, ask, index, qualification, row_in, shipped

SECTOR = "adult-care"

STANDARDS = {
    "adult-care-worker-apprenticeship": ("ST0005", "L2", 12),
    "lead-adult-care-worker-apprenticeship": ("ST0006", "L3", 18),
    "lead-practitioner-apprenticeship": ("ST0007", "L4", 18),
    "leader-in-adult-care-apprenticeship": ("ST0008", "L5", 18),
    "domestic-abuse-support-worker-apprenticeship": ("ST0862", "L4", 18),
    "social-worker-degree-apprenticeship": ("ST0510", "L6", 36),
}
BANDS = {
    "adult-care-worker-apprenticeship": "£4,500",
    "lead-practitioner-apprenticeship": "£7,000",
    "leader-in-adult-care-apprenticeship": "£7,000",
    "domestic-abuse-support-worker-apprenticeship": "£8,000",
    "social-worker-degree-apprenticeship": "£24,000",
}
NUMBERS = {
    "gateway-health-and-care-entry-3": "603/6493/2",
    "preparing-for-adult-social-care-l1": "600/1213/4",
    "level-2-diploma-in-care": "603/2611/6",
    "transition-to-social-care-l2": "603/6377/0",
    "level-3-diploma-in-adult-care": "610/0498/4",
    "level-4-diploma-in-adult-care": "603/2614/1",
    "level-5-diploma-leadership-adult-care": "610/0673/7",
    "wellbeing-and-activity-provision-l2": "603/6588/2",
    "preparing-for-study-social-work-l2": "601/6260/0",
}
ROLES = {
    "care-volunteer": None,
    "adult-care-worker": "6135",
    "senior-care-worker": "6136",
    "adult-care-team-leader": "6136",
    "lead-practitioner-in-adult-care": None,
    "adult-care-deputy-manager": None,
    "registered-manager": "1232",
    "personal-assistant-in-care": None,
    "learning-disability-support-worker": None,
    "activities-coordinator": None,
    "care-home-advocate": None,
    "social-work-assistant": None,
    "domestic-abuse-support-worker": "3229",
    "social-worker": None,
    "social-services-manager": None,
}

row = partial(row_in, SECTOR)


# --- what is there ---


@pytest.mark.parametrize(("name", "facts"), STANDARDS.items())
def test_each_apprenticeship_has_the_reference_level_and_length_of_its_standard(
    name: str, facts: tuple[str, str, int]
) -> None:
    found = qualification(name)
    assert (found.reference, found.level, found.months) == facts
    assert found.citation.source == "skills-england"


@pytest.mark.parametrize(("name", "amount"), BANDS.items())
def test_each_standard_says_how_much_public_money_there_was_and_when(name: str, amount: str) -> None:
    (funding,) = qualification(name).funding
    assert funding.kind is ConditionKind.FUNDING
    assert amount in funding.statement
    assert "2 July 2026" in funding.statement
    assert funding.awareness


def test_a_standard_in_development_still_takes_starts() -> None:
    lead = qualification("lead-adult-care-worker-apprenticeship")
    assert "in development" in (lead.citation.note or "")
    assert lead.last_start is None
    assert takes_starts(lead, TODAY)


@pytest.mark.parametrize(("name", "number"), NUMBERS.items())
def test_each_course_has_the_number_of_the_register(name: str, number: str) -> None:
    assert qualification(name).reference == number
    assert qualification(name).citation.source == "ofqual-approved"


def test_the_level_of_each_role_is_our_judgement_and_says_why() -> None:
    roles = {each.id: each for each in shipped().job_roles if each.sector == SECTOR}
    assert {name: role.soc2020 for name, role in roles.items()} == ROLES
    assert all(each.citation.evidence is Evidence.EDITORIAL and each.citation.note for each in roles.values())


def test_care_worker_is_found_by_the_names_people_use() -> None:
    aliases = shipped().position_by_id["adult-care-worker"].aliases
    assert {"care worker", "care assistant", "carer", "home carer", "support worker"} <= set(aliases)


def test_there_is_a_row_for_each_rung_up_to_social_worker() -> None:
    matrix = shipped().sector_by_id[SECTOR].matrix
    assert matrix is not None
    rungs = [(each.at, each.into) for each in matrix.rows]
    assert rungs == [("U", "E"), ("E", "L2"), ("L2", "L3"), ("L3", "L4"), ("L4", "L5"), ("L5", "L6")]
    assert all(each.cell(kind) and each.progression for each in matrix.rows for kind in Kind)


def test_every_adult_care_requirement_is_complete() -> None:
    for each in shipped().requirements:
        if each.id.startswith("adult-care-"):
            assert (each.statement[:4], each.question[-1]) == ("You ", "?"), each.id
            assert 1 <= len(each.activities) <= 3, each.id
            assert bool(each.concept) != bool(each.holding), each.id
            assert each.citation.source in shipped().source_by_id, each.id


def test_every_step_into_adult_care_is_cited_and_its_conditions_say_what_to_know() -> None:
    steps = [each for each in shipped().steps if shipped().position_by_id[each.to_id].sector == SECTOR]
    assert len(steps) > 80
    for each in steps:
        assert each.citation.source in shipped().source_by_id, each.id
        assert each.citation.locator, each.id
        assert all(condition.awareness for condition in each.conditions), each.id
        assert all(waiver.reason for waiver in each.waives), each.id


# --- what the rows ask for ---


def test_nothing_is_needed_to_try_care_work() -> None:
    (entry,) = row("U").attainment
    assert entry.none_needed == "No certificate is asked for before you try care work."
    assert entry.helps == ("adult-care-some-experience",)


def test_a_background_check_is_a_condition_with_something_to_know_about_it() -> None:
    conditions = [each.condition for each in row("E").attainment if each.condition]
    check = next(each for each in conditions if each.kind is ConditionKind.REGULATION)
    assert check.awareness == "knows-about-dbs-checks"


def test_a_related_level_3_serves_for_level_4_and_is_sourced() -> None:
    entry = row("L3").attainment[0]
    ways = [way.requirements for way in entry.any_of]
    assert ways == [
        ("adult-care-has-level-3",),
        ("adult-care-has-related-level-3",),
        ("adult-care-has-senior-experience",),
    ]
    assert entry.source == "ncs-job-profiles"
    holding = shipped().requirement_by_id["adult-care-has-related-level-3"].holding
    assert holding is not None
    assert "early-years-educator-apprenticeship" in holding.positions


def test_what_is_the_same_in_childcare_has_the_same_concept() -> None:
    mine, theirs = (
        {
            each.concept
            for each in shipped().requirements
            if each.scope == scope and each.kind is Kind.ATTAINMENT
        }
        for scope in (SECTOR, "childcare")
    )
    assert {"physical-care", "safeguarding", "managing-people", "leading-a-shift"} <= mine & theirs


def test_registration_is_regulated_and_has_no_short_way_round() -> None:
    hard = hard_requirements(shipped(), gives_of(shipped()))
    for name in ("adult-care-fit-to-be-registered", "adult-care-experienced-enough-to-manage"):
        assert shipped().requirement_by_id[name].citation.evidence is Evidence.STATUTORY
        assert name in hard


def test_short_courses_bridge_into_the_sector() -> None:
    bridges = {each.id for each in shipped().list_positions(SECTOR) if is_bridging(each)}
    assert bridges == {
        "preparing-for-adult-social-care-l1",
        "care-certificate",
        "transition-to-social-care-l2",
        "preparing-for-study-social-work-l2",
    }


# --- the routes ---


def test_good_gcses_lead_straight_to_care_worker() -> None:
    best = ask("gcses-grade-4-9", "adult-care-worker").routes[0]
    assert best.positions == ("gcses-grade-4-9", "adult-care-worker")
    assert best.figures.holes == 0


@pytest.mark.parametrize("start", ["statutory-schooling", "gcses-grade-1-3", "a-levels", "t-level-health"])
def test_the_sector_is_entered_from_school_and_from_level_3(start: str) -> None:
    assert ask(start, "adult-care-worker").routes[0].positions == (start, "adult-care-worker")


def test_nobody_goes_from_school_to_registered_manager_without_leading_care_first() -> None:
    result = ask("statutory-schooling", "registered-manager")
    assert result.search.complete
    for route in result.routes:
        assert "adult-care-deputy-manager" in route.positions
        assert route.figures.months_at_least >= 36


def test_every_way_to_registered_manager_names_the_law_as_what_to_check_first() -> None:
    for route in ask("statutory-schooling", "registered-manager").routes:
        assert {"adult-care-fit-to-be-registered", "adult-care-experienced-enough-to-manage"} <= set(
            route.hard
        )


def test_every_position_that_takes_starts_is_reached_from_school() -> None:
    for each in shipped().list_positions(SECTOR):
        if takes_starts(each, TODAY):
            assert ask("statutory-schooling", each.id, k=1).routes, each.id


@pytest.mark.parametrize(
    "start", ["early-years-educator-apprenticeship", "early-years-educator", "room-supervisor"]
)
def test_people_leave_childcare_for_adult_care(start: str) -> None:
    reached = {
        each.positions[-1] for each in find_next_steps(index(), (read_place(start, shipped()),), TODAY).steps
    }
    assert {"adult-care-worker", "lead-adult-care-worker-apprenticeship"} <= reached


def test_a_childcare_level_3_is_met_as_a_related_level_3_on_the_way_to_level_4() -> None:
    best = ask("childcare:L3", "adult-care:L4").routes[0]
    step = best.steps[-1]
    assert step.step.to_id == "level-4-diploma-in-adult-care"
    chosen = next(way for group in step.any_of for way in group if way.chosen)
    assert [(each.requirement, each.status) for each in chosen.requirements] == [
        ("adult-care-has-related-level-3", Status.MET)
    ]


def test_caring_for_children_counts_in_part_and_never_as_caring_for_adults() -> None:
    step = ask("early-years-educator", "lead-adult-care-worker-apprenticeship").routes[0].steps[0]
    care = next(each for each in step.required if each.requirement == "adult-care-personal-care")
    assert (care.status, care.basis) == (Status.PARTLY, Basis.SIMILAR)


def test_a_new_apprentice_is_not_asked_for_what_the_job_teaches() -> None:
    step = ask("gcses-grade-4-9", "lead-adult-care-worker-apprenticeship").routes
    direct = next(route for route in step if len(route.steps) == 1).steps[0]
    assert "adult-care-personal-care" in {each.requirement for each in direct.waives}
    assert "adult-care-personal-care" not in {each.requirement for each in direct.required}


@pytest.mark.parametrize(
    "start",
    ["nursery-manager", "adult-care-worker", "senior-care-worker", "a-levels", "access-to-he-diploma"],
)
def test_every_way_to_social_worker_goes_by_an_approved_course_and_the_register(start: str) -> None:
    result = ask(start, "social-worker")
    assert result.routes
    for route in result.routes:
        assert {
            "social-worker-degree-apprenticeship",
            "social-work-degree",
            "postgraduate-social-work",
        } & set(route.positions)
        assert {"adult-care-on-the-social-work-register", "adult-care-suitable-for-social-work"} <= set(
            route.hard
        )


def test_a_nursery_manager_trains_as_a_social_worker_without_starting_again() -> None:
    ways = {route.positions for route in ask("nursery-manager", "social-worker").routes}
    assert ("nursery-manager", "social-worker-degree-apprenticeship", "social-worker") in ways
    assert ("nursery-manager", "social-work-degree", "social-worker") in ways


def test_the_law_reserves_the_title_of_social_worker() -> None:
    for name in ("adult-care-on-the-social-work-register", "adult-care-knows-social-work-register"):
        citation = shipped().requirement_by_id[name].citation
        assert (citation.source, citation.evidence) == ("social-workers-regulations-2018", Evidence.STATUTORY)


def test_a_degree_apprenticeship_is_applied_for_at_an_employer() -> None:
    route = next(
        each for each in ask("a-levels", "social-worker-degree-apprenticeship").routes if len(each.steps) == 1
    )
    step = route.steps[0]
    assert "knows-degree-apprenticeships" in {each.requirement for each in step.required}
    assert "knows-how-to-apply-to-higher-education" in {each.requirement for each in step.waives}


@pytest.mark.parametrize("start", ["lead-adult-care-worker-apprenticeship", "level-3-diploma-in-adult-care"])
def test_level_3_in_care_leads_into_higher_education_with_an_application_and_help(start: str) -> None:
    step = ask(start, "foundation-degree-health-and-social-care").routes[0].steps[-1]
    asked = {each.requirement for each in step.required}
    assert {
        "knows-how-to-apply-to-higher-education",
        "knows-who-helps-you-settle-in",
        "has-higher-study-application-ready",
    } <= asked


def test_a_lead_adult_care_worker_becomes_registered_manager_by_way_of_deputy() -> None:
    best = ask("lead-adult-care-worker-apprenticeship", "registered-manager").routes[0]
    assert best.positions[-2:] == ("adult-care-deputy-manager", "registered-manager")
    assert best.figures.months_at_least >= 24


# --- dates ---


def test_the_old_frameworks_are_closed_and_name_what_replaced_them() -> None:
    for name, day, successor in (
        ("older-care-framework-level-2", date(2017, 12, 29), "adult-care-worker-apprenticeship"),
        ("older-care-framework-level-3", date(2017, 12, 29), "lead-adult-care-worker-apprenticeship"),
        ("older-care-framework-level-5", date(2020, 7, 31), "leader-in-adult-care-apprenticeship"),
    ):
        old = qualification(name)
        assert (old.last_start, old.successor) == (day, successor)
        assert takes_starts(old, day)
        assert not takes_starts(old, TODAY)
        assert find_next_steps(index(), (read_place(name, shipped()),), TODAY).steps, name


def test_as_of_2019_deputies_took_the_framework_that_later_closed() -> None:
    start, goal = "adult-care-deputy-manager", "older-care-framework-level-5"
    assert ask(start, goal, date(2019, 6, 1)).routes
    assert ask(start, goal).no_route is not None
