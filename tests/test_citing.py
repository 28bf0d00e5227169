"""What the shipped data cite can carry what rests on it, as far as a rule can tell."""

import re
from collections.abc import Iterator

import pytest

from pathways.model import GENERAL, Condition, ConditionKind, JobRole, Qualification, Step
from tests.shipped import shipped

PROFILES = "ncs-job-profiles"
REPORT = "lpm-report"
REGISTER = "ofqual-approved"
WHO = re.compile(
    "work|career path|progression|applying|direct|promotion|volunteer|registration|restrictions|other routes"
)
"""Parts of a job profile that say who comes to the job, beside what is taught for it."""


def conditions() -> Iterator[Condition]:
    for step in shipped().steps:
        yield from step.conditions
    for position in shipped().position_by_id.values():
        if isinstance(position, Qualification):
            yield from position.funding


def steps_of(source: str) -> list[Step]:
    return [each for each in shipped().steps if each.citation.source == source]


def test_what_training_costs_and_who_pays_rests_on_no_report_of_2010() -> None:
    """The report names money as a thing to know about. It has no loans, fees or amounts."""
    known = shipped().requirement_by_id
    general = ("knows-employer-support", "knows-own-circumstances")
    weak = {
        each.awareness
        for each in conditions()
        if each.kind in (ConditionKind.COST, ConditionKind.FUNDING)
        and each.awareness
        and each.awareness not in general
        and known[each.awareness].citation.source == REPORT
    }
    assert weak == set()


@pytest.mark.parametrize("kind", [ConditionKind.AGE, ConditionKind.STUDY_MODE])
def test_an_age_or_a_way_of_study_is_in_the_profile_or_a_note_says_whence(kind: ConditionKind) -> None:
    unsaid = [
        step.id
        for step in steps_of(PROFILES)
        if any(each.kind is kind for each in step.conditions)
        and not re.search("restrictions|registrations", step.citation.locator)
        and not step.citation.note
    ]
    assert unsaid == []


def test_a_profile_that_names_a_course_and_nobody_who_takes_it_needs_a_note() -> None:
    positions = shipped().position_by_id
    unsaid = [
        step.id
        for step in steps_of(PROFILES)
        if isinstance(positions[step.to_id], Qualification)
        and isinstance(positions[step.from_id], JobRole)
        and positions[step.from_id].sector != GENERAL
        and not WHO.search(step.citation.locator)
        and not step.citation.note
    ]
    assert unsaid == []


def test_a_length_of_a_qualification_is_not_from_a_register_that_has_none() -> None:
    unsaid = [
        each.id
        for each in shipped().position_by_id.values()
        if isinstance(each, Qualification)
        and each.citation.source == REGISTER
        and each.months is not None
        and not each.citation.note
    ]
    assert unsaid == []
