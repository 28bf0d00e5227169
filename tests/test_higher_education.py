"""From level 3 into higher education, in every sector: there is a way, and it asks for what one needs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from pathways.model import Position, Qualification, Step
from pathways.requirements import demand_of
from tests.shipped import TODAY, shipped

HIGHER = {"HNC", "HND", "CertHE", "foundation degree", "degree", "degree apprenticeship"}
COURSES = HIGHER - {"degree apprenticeship"}
HIGHER_LEVELS = {"L5", "L6"}

APPLYING = {"knows-how-to-apply-to-higher-education", "has-higher-study-application-ready"}
APPLYING_FOR_A_JOB = {"knows-degree-apprenticeships", "knows-apprenticeships"}
SETTLING_IN = {
    "has-prepared-for-higher-study",
    "has-study-skills",
    "knows-time-for-higher-study",
    "knows-who-helps-you-settle-in",
    "writes-for-higher-study",
}

TOO_SHORT = {"short course", "award", "bridging course"}
"""Types that are taken beside a level 3 and are none themselves."""

LICENCES = {"registration", "professional status"}
"""Types that let somebody do a job. Who holds one has a level 3 besides."""

FOR_ONE_TASK = {
    "domestic-energy-assessment-certificate": "a licence to assess homes, held beside a trade",
    "early-years-senco-certificate": "one duty in a nursery, taken by people who hold a level 3",
    "forest-school-leader-certificate": "one kind of session, taken by people who hold a level 3",
    "gas-engineering-diploma-level-3": "a second certificate for people who hold a level 3 in plumbing",
}
"""Level 3 certificates that nobody goes to university with, and why."""


def is_higher(position: Position) -> bool:
    if not isinstance(position, Qualification):
        return False
    return position.type in HIGHER or (position.type == "apprenticeship" and position.level in HIGHER_LEVELS)


def is_course(position: Position) -> bool:
    return isinstance(position, Qualification) and position.type in COURSES


def steps_from(name: str) -> Iterator[Step]:
    return (each for each in shipped().steps if each.from_id == name)


def ways_up(name: str) -> list[Step]:
    """The steps into higher education from here, or from a qualification that is one step away."""
    found = []
    for step in steps_from(name):
        end = shipped().position_by_id[step.to_id]
        if is_higher(end):
            found.append(step)
        elif isinstance(end, Qualification):
            found += [on for on in steps_from(end.id) if is_higher(shipped().position_by_id[on.to_id])]
    return found


def asked(step: Step) -> set[str]:
    """What a step asks for or says would help."""
    demand = demand_of(step, shipped(), TODAY)
    return {*demand.essential, *demand.helps, *(each.awareness or "" for each in step.conditions)}


def level_3() -> list[Qualification]:
    return [
        each
        for each in shipped().qualifications
        if each.level == "L3" and each.type not in TOO_SHORT | LICENCES and each.id not in FOR_ONE_TASK
    ]


@pytest.mark.parametrize("name", [each.id for each in level_3()])
def test_each_level_3_leads_into_higher_education_with_help_to_apply_and_to_settle_in(name: str) -> None:
    ways = [asked(step) for step in ways_up(name)]
    assert ways
    assert any(way & (APPLYING | APPLYING_FOR_A_JOB) and way & SETTLING_IN for way in ways)


@pytest.mark.parametrize("name", FOR_ONE_TASK)
def test_certificates_for_one_task_are_at_level_3_and_lead_on_to_something(name: str) -> None:
    assert shipped().position_by_id[name].level == "L3"
    assert list(steps_from(name))


def test_a_degree_apprenticeship_is_applied_for_like_a_job_and_never_through_ucas() -> None:
    for step in shipped().steps:
        end = shipped().position_by_id[step.to_id]
        if isinstance(end, Qualification) and end.type == "degree apprenticeship":
            demand = demand_of(step, shipped(), TODAY)
            assert not APPLYING & {*demand.essential}, step.id
            assert APPLYING_FOR_A_JOB & asked(step), step.id


@pytest.mark.parametrize("kind", ["foundation degree", "degree apprenticeship"])
def test_foundation_degrees_and_degree_apprenticeships_are_reached_from_level_3_of_their_sector(
    kind: str,
) -> None:
    for end in shipped().qualifications:
        if end.type == kind:
            starts = [
                shipped().position_by_id[each.from_id] for each in shipped().steps if each.to_id == end.id
            ]
            assert any(each.level in {"L3", "L4"} for each in starts), end.id


def test_nobody_with_level_3_in_childcare_needs_another_sector_on_the_way_to_a_degree() -> None:
    childcare = [each.id for each in level_3() if each.sector == "childcare"]
    straight = {each.from_id for each in shipped().steps if each.to_id == "bachelors-degree"}
    assert set(childcare) - straight == {"nvq-playwork-level-3"}


def test_a_course_above_level_3_says_who_offers_the_place_or_how_to_apply() -> None:
    for each in level_3():
        for step in steps_from(each.id):
            if is_course(shipped().position_by_id[step.to_id]) and step.to_id == "bachelors-degree":
                assert APPLYING & asked(step), step.id
