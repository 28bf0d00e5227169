"""Building services as shipped: the trades, what the law asks for, and the way to engineer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial

import pytest

from pathways.catalogue import is_bridging
from pathways.holdings import gives_of, hard_requirements
from pathways.model import Condition, ConditionKind, Evidence, Kind, Weight
from pathways.places import read_place
from pathways.requirements import takes_starts
from pathways.routes import find_next_steps
from tests.shipped import TODAY, ask, index, qualification, role, row_in, shipped, steps_into

SECTOR = "building-services"

STANDARDS = {
    "building-services-installer-apprenticeship": ("ST0065", "L2", 24, 12_000),
    "plumbing-and-domestic-heating-technician-apprenticeship": ("ST0303", "L3", 48, 22_000),
    "building-services-craftsperson-apprenticeship": ("ST0062", "L3", 36, 17_000),
    "building-services-maintenance-engineer-apprenticeship": ("ST0061", "L3", 48, 18_000),
    "building-services-technician-apprenticeship": ("ST0063", "L3", 32, 16_000),
    "refrigeration-technician-apprenticeship": ("ST0322", "L3", 36, 20_000),
    "heat-network-technician-apprenticeship": ("ST1308", "L3", 36, 26_000),
    "building-services-engineer-degree-apprenticeship": ("ST0372", "L6", 60, 27_000),
}
OLDER_STANDARDS = {
    "thermal-insulation-operative-apprenticeship": ("ST0333", "L2", 18),
    "gas-engineering-operative-apprenticeship": ("ST0155", "L3", 18),
    "pipefitter-apprenticeship": ("ST0162", "L3", 36),
    "controls-engineer-apprenticeship": ("ST0629", "L4", 36),
    "facilities-manager-apprenticeship": ("ST0484", "L4", 24),
}
NUMBERS = {
    "introduction-to-plumbing-entry-3": ("610/0246/X", "E"),
    "level-1-diploma-plumbing": ("600/8552/6", "L1"),
    "level-2-diploma-plumbing-studies": ("600/5500/5", "L2"),
    "access-to-building-services-l2": ("600/1023/X", "L2"),
    "refrigeration-diploma-level-2": ("600/6036/0", "L2"),
    "heating-and-ventilating-nvq-level-2": ("600/1806/9", "L2"),
    "plumbing-and-heating-nvq-level-2": ("501/1981/3", "L2"),
    "plumbing-technical-occupational-entry": ("610/3904/4", "L3"),
    "plumbing-nvq-level-3": ("600/1122/1", "L3"),
    "gas-nvq-diploma-level-3": ("600/1134/8", "L3"),
    "gas-engineering-diploma-level-3": ("603/3085/5", "L3"),
    "refrigeration-diploma-level-3": ("603/1190/3", "L3"),
    "building-services-btec-extended-diploma": ("603/1219/1", "L3"),
    "domestic-energy-assessment-certificate": ("600/0361/3", "L3"),
    "non-domestic-energy-assessment-diploma": ("600/7764/5", "L4"),
}
CODES = {
    "plumber": "5315",
    "gas-engineer": "5315",
    "heating-and-ventilation-engineer": "5315",
    "heat-pump-installer": "5315",
    "refrigeration-engineer": "5225",
}
SALARIES = {
    "plumber": ("15,000", "40,000"),
    "gas-engineer": ("12,000", "38,000"),
    "heating-and-ventilation-engineer": ("18,000", "35,000"),
    "refrigeration-engineer": ("20,000", "35,000"),
    "building-services-pipe-fitter": ("20,000", "40,000"),
    "thermal-insulation-installer": ("20,000", "40,000"),
    "building-services-technician": ("19,000", "35,000"),
    "domestic-energy-assessor": ("18,000", "35,000"),
    "facilities-manager": ("26,000", "60,000"),
    "building-caretaker": ("15,000", "22,000"),
    "building-services-engineer": ("20,000", "50,000"),
}

row = partial(row_in, SECTOR)


def next_from(name: str) -> set[str]:
    found = find_next_steps(index(), (read_place(name, shipped()),), TODAY)
    return {each.positions[-1] for each in found.steps}


def regulations(conditions: Iterable[Condition]) -> set[str]:
    return {each.awareness or "" for each in conditions if each.kind is ConditionKind.REGULATION}


def reached(starts: Iterable[str], edges: Mapping[str, set[str]]) -> set[str]:
    seen: set[str] = set()
    waiting = list(starts)
    while waiting:
        here = waiting.pop()
        if here not in seen:
            seen.add(here)
            waiting += edges.get(here, set())
    return seen


# --- what is there ---


@pytest.mark.parametrize(("name", "facts"), STANDARDS.items())
def test_each_apprenticeship_is_as_the_register_of_july_2026_has_it(
    name: str, facts: tuple[str, str, int, int]
) -> None:
    found = qualification(name)
    assert (found.reference, found.level, found.months) == facts[:3]
    assert found.citation.source == "skills-england"
    assert f"£{facts[3]:,} on 2 July 2026" in found.funding[0].statement


@pytest.mark.parametrize(("name", "facts"), OLDER_STANDARDS.items())
def test_a_standard_known_from_the_list_of_2020_says_that_it_may_have_changed(
    name: str, facts: tuple[str, str, int]
) -> None:
    found = qualification(name)
    assert (found.reference, found.level, found.months) == facts
    assert found.citation.source == "apprenticeship-standards-2020"
    assert "November 2020" in (found.citation.note or "")


def test_the_low_carbon_apprenticeship_rests_on_the_page_of_the_standard() -> None:
    found = qualification("low-carbon-heating-technician-apprenticeship")
    assert (found.reference, found.level, found.months) == ("ST1020", "L3", 36)
    assert found.opens == date(2023, 8, 9)
    assert found.citation.source == "ifate-low-carbon-heating"


@pytest.mark.parametrize(("name", "facts"), NUMBERS.items())
def test_each_course_has_the_number_and_level_of_the_register(name: str, facts: tuple[str, str]) -> None:
    assert (qualification(name).reference, qualification(name).level) == facts
    assert qualification(name).citation.source == "ofqual-approved"


@pytest.mark.parametrize(("name", "code"), CODES.items())
def test_the_trades_have_the_codes_of_the_classification(name: str, code: str) -> None:
    assert role(name).soc2020 == code


@pytest.mark.parametrize(("name", "pay"), SALARIES.items())
def test_pay_comes_with_its_year(name: str, pay: tuple[str, str]) -> None:
    assert role(name).salary == f"£{pay[0]} to £{pay[1]} (November 2020)"


def test_the_end_of_public_money_closes_no_course() -> None:
    for name in NUMBERS:
        found = qualification(name)
        ends = [each.closes for each in found.funding if each.closes]
        assert ends, name
        assert found.last_start is None, name


def test_the_level_4_apprenticeship_is_not_said_twice() -> None:
    holders = [each for each in shipped().qualifications if each.reference == "ST0041"]
    assert [each.id for each in holders] == ["building-services-senior-technician-apprenticeship"]
    assert next_from(holders[0].id) >= {
        "building-services-senior-technician",
        "building-services-engineer-degree-apprenticeship",
        "hnd-building-services-engineering",
    }


def test_there_is_a_row_for_each_rung_up_to_chartered_engineer() -> None:
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


@pytest.mark.parametrize(("at", "attainments"), [("E", 4), ("L2", 4), ("L3", 4)])
def test_the_lower_rows_ask_for_enough_of_each_kind(at: str, attainments: int) -> None:
    for kind, least in ((Kind.ASPIRATION, 3), (Kind.AWARENESS, 3), (Kind.ATTAINMENT, attainments)):
        cell = row(at).cell(kind)
        asked = [each for each in cell if not each.condition and each.weight is Weight.ESSENTIAL]
        assert len(asked) >= least, (at, kind)


def test_nothing_is_needed_to_try_the_trade() -> None:
    (entry,) = row("U").attainment
    assert entry.none_needed == "No certificate is asked for before you try the trade."


def test_every_requirement_is_complete_and_short() -> None:
    own = [each for each in shipped().requirements if each.id.startswith(f"{SECTOR}-")]
    assert len(own) >= 55
    for each in own:
        assert (each.statement[:4], each.question[-1]) == ("You ", "?"), each.id
        assert len(each.statement.split()) <= 22, each.id
        assert 1 <= len(each.activities) <= 3, each.id
        assert bool(each.concept) != bool(each.holding), each.id


def test_every_step_is_cited_and_its_conditions_say_what_to_know() -> None:
    own = [each for each in shipped().steps if shipped().position_by_id[each.to_id].sector == SECTOR]
    assert len(own) > 200
    for each in own:
        assert each.citation.locator, each.id
        assert all(condition.awareness for condition in each.conditions), each.id
        assert all(waiver.reason for waiver in each.waives), each.id


# --- what the law and the schemes ask for ---


def test_nobody_becomes_a_gas_engineer_without_the_register() -> None:
    asked = shipped().requirement_by_id["building-services-on-gas-safe-register"]
    assert asked.regulated
    assert asked.citation.evidence is Evidence.STATUTORY
    assert asked.id in hard_requirements(shipped(), gives_of(shipped()))
    for each in steps_into("gas-engineer"):
        assert asked.id in each.attainment, each.id


def test_the_register_takes_people_with_a_gas_qualification_only() -> None:
    holding = shipped().requirement_by_id["building-services-has-gas-qualification"].holding
    assert holding is not None
    for each in steps_into("gas-safe-registration"):
        assert each.from_id in {
            *holding.positions,
            "plumbing-and-domestic-heating-technician-apprenticeship",
        }, each.id


def test_every_way_into_plumbing_speaks_of_gas_and_of_the_building_rules() -> None:
    for each in steps_into("plumber"):
        assert regulations(each.conditions) >= {"building-services-knows-gas-safe"}, each.id
        assert {"building-services-knows-water-rules", "building-services-knows-building-rules"} <= set(
            each.awareness
        ), each.id
        assert "building-services-has-unvented-certificate" in each.attainment, each.id


def test_coolants_ask_for_a_certificate_that_a_short_course_gives() -> None:
    for each in steps_into("refrigeration-engineer"):
        assert "building-services-has-f-gas-certificate" in each.attainment, each.id
        assert "building-services-knows-f-gas" in regulations(each.conditions), each.id
    hard = hard_requirements(shipped(), gives_of(shipped()))
    assert "building-services-has-f-gas-certificate" not in hard


def test_a_short_course_alone_makes_nobody_a_cooling_engineer() -> None:
    (step,) = [each for each in steps_into("refrigeration-engineer") if each.from_id == "f-gas-certificate"]
    ways = [way.requirements for way in step.any_of[0]]
    assert ways == [("building-services-has-cooling-level-3",), ("building-services-years-in-the-trade",)]


@pytest.mark.parametrize(
    ("start", "known"),
    [
        ("gas-engineer", "building-services-knows-gas-safe"),
        ("refrigeration-engineer", "building-services-knows-firm-certificate"),
    ],
)
def test_a_firm_of_ones_own_has_to_be_registered_too(start: str, known: str) -> None:
    ways = steps_into("plumbing-and-heating-business-owner")
    (step,) = [each for each in ways if each.from_id == start]
    assert regulations(step.conditions) == {known}


def test_heat_pumps_speak_of_the_building_rules_and_of_the_grant_scheme() -> None:
    for each in steps_into("heat-pump-installer"):
        assert regulations(each.conditions) == {
            "building-services-knows-building-rules",
            "building-services-knows-mcs",
        }, each.id


def test_energy_assessors_have_to_join_a_scheme() -> None:
    for name in ("domestic-energy-assessor", "commercial-energy-assessor"):
        for each in steps_into(name):
            assert "building-services-knows-assessor-scheme" in regulations(each.conditions), each.id


def test_caretakers_are_checked_before_they_start() -> None:
    ways = steps_into("building-caretaker")
    assert ways
    for each in ways:
        assert "knows-about-dbs-checks" in regulations(each.conditions), each.id


def test_a_caretaker_runs_the_building_only_after_years_of_it() -> None:
    (step,) = [each for each in steps_into("facilities-manager") if each.from_id == "building-caretaker"]
    holding = shipped().requirement_by_id["building-services-years-as-caretaker"].holding
    assert "building-services-years-as-caretaker" in step.attainment
    assert holding is not None
    assert holding.months == 24


def test_the_bridges_are_the_short_courses() -> None:
    bridges = {each.id for each in shipped().list_positions(SECTOR) if is_bridging(each)}
    assert bridges == {"f-gas-certificate", "unvented-hot-water-certificate", "heat-pump-course"}


def test_professional_recognition_asks_for_learning_and_for_experience() -> None:
    for each in steps_into("chartered-engineer-registration"):
        assert {
            "building-services-learning-at-masters-level",
            "building-services-keeps-a-development-record",
        } <= set(each.attainment)
    asked = {name for entry in row("L6").attainment for name in entry.requirements}
    holding = shipped().requirement_by_id["building-services-engineer-for-four-years"].holding
    assert "building-services-engineer-for-four-years" in asked
    assert holding is not None
    assert (holding.positions, holding.months) == (("building-services-engineer",), 48)


# --- the routes ---


@pytest.mark.parametrize(
    "goal", ["building-services-engineer", "building-services-engineer-degree-apprenticeship"]
)
def test_a_plumber_becomes_an_engineer_by_way_of_a_higher_course(goal: str) -> None:
    result = ask("plumber", goal)
    best = result.routes[0]
    assert best.positions[1] == "hnc-building-services-engineering"
    assert best.figures.holes == 0
    assert any("building-services-engineer-degree-apprenticeship" in each.positions for each in result.routes)


@pytest.mark.parametrize(
    "goal",
    [
        "building-services-technician",
        "building-services-technician-apprenticeship",
        "hnc-building-services-engineering",
        "controls-engineer-apprenticeship",
    ],
)
def test_an_electrician_comes_into_building_services(goal: str) -> None:
    assert ("electrician", goal) in {each.positions for each in ask("electrician", goal).routes}


@pytest.mark.parametrize(
    ("start", "goals"),
    [
        ("statutory-schooling", {"level-1-diploma-plumbing", "plumbers-mate"}),
        ("foundation-learning-entry-level", {"introduction-to-plumbing-entry-3", "level-1-diploma-plumbing"}),
        ("gcses-grade-1-3", {"level-1-diploma-plumbing", "level-2-diploma-plumbing-studies"}),
        (
            "gcses-grade-4-9",
            {
                "level-2-diploma-plumbing-studies",
                "plumbing-and-domestic-heating-technician-apprenticeship",
                "building-services-btec-extended-diploma",
            },
        ),
        ("functional-skills-english-maths-l2", {"building-services-installer-apprenticeship"}),
        (
            "a-levels",
            {
                "plumbing-and-domestic-heating-technician-apprenticeship",
                "building-services-engineering-degree",
                "building-services-engineer-degree-apprenticeship",
            },
        ),
        ("t-level-building-services-engineering", {"refrigeration-technician-apprenticeship"}),
        ("access-to-he-diploma", {"building-services-engineering-degree"}),
        ("bachelors-degree", {"building-services-engineer"}),
    ],
)
def test_people_come_in_from_general_study(start: str, goals: set[str]) -> None:
    assert goals <= next_from(start)


@pytest.mark.parametrize("start", ["a-levels", "gcses-grade-4-9", "early-years-educator"])
def test_nobody_walks_into_a_skilled_job_at_level_4_from_outside_the_trade(start: str) -> None:
    skilled = {"building-services-supervisor", "controls-engineer", "controls-engineer-apprenticeship"}
    assert not skilled & next_from(start)


def test_a_new_apprentice_is_not_asked_for_what_the_apprenticeship_teaches() -> None:
    goal = "plumbing-and-domestic-heating-technician-apprenticeship"
    step = ask("gcses-grade-4-9", goal).routes[0].steps[0]
    taught = {
        "building-services-joins-pipe",
        "building-services-reads-drawings",
        "building-services-understands-systems",
    }
    assert taught <= {each.requirement for each in step.waives}
    assert not taught & {each.requirement for each in step.required}


@pytest.mark.parametrize(
    "start",
    [
        "plumbing-and-domestic-heating-technician-apprenticeship",
        "building-services-craftsperson-apprenticeship",
        "building-services-maintenance-engineer-apprenticeship",
        "building-services-technician-apprenticeship",
        "refrigeration-technician-apprenticeship",
        "heat-network-technician-apprenticeship",
        "low-carbon-heating-technician-apprenticeship",
        "gas-engineering-operative-apprenticeship",
    ],
)
def test_each_level_3_apprenticeship_leads_on_to_higher_study_with_help_to_apply_and_to_settle(
    start: str,
) -> None:
    (step,) = [each for each in steps_into("hnc-building-services-engineering") if each.from_id == start]
    assert {"knows-how-to-apply-to-higher-education", "knows-who-helps-you-settle-in"} <= set(step.awareness)
    assert {"has-study-skills", "writes-for-higher-study"} <= set(step.attainment)


def test_staying_a_qualified_tradesperson_is_a_good_answer() -> None:
    sector = shipped().sector_by_id[SECTOR]
    assert "L3" in {each.level for each in sector.staying}
    found = find_next_steps(index(), (read_place("plumber", shipped()),), TODAY)
    assert found.staying


def test_every_position_is_reached_and_leads_on_or_says_that_staying_is_good() -> None:
    edges: dict[str, set[str]] = {}
    for each in shipped().steps:
        edges.setdefault(each.from_id, set()).add(each.to_id)
    general = [each.id for each in shipped().list_positions("general")]
    found = reached(["statutory-schooling", *general], edges)
    stays = {each.level for each in shipped().sector_by_id[SECTOR].staying}
    for position in shipped().list_positions(SECTOR):
        assert position.id in found, position.id
        assert position.id in edges or position.level in stays, position.id


@pytest.mark.parametrize(
    ("name", "successor"),
    [
        ("plumbing-framework-level-2", "plumbing-and-domestic-heating-technician-apprenticeship"),
        ("plumbing-framework-level-3-gas", "plumbing-and-domestic-heating-technician-apprenticeship"),
        ("gas-industry-framework-level-3", "gas-engineering-operative-apprenticeship"),
    ],
)
def test_the_frameworks_closed_in_2020_and_still_lead_on(name: str, successor: str) -> None:
    old = qualification(name)
    assert (old.last_start, old.successor) == (date(2020, 7, 31), successor)
    assert takes_starts(old, date(2020, 7, 31))
    assert not takes_starts(old, TODAY)
    assert next_from(name)
