"""Limits, and what an answer leads with, as sentences."""

from __future__ import annotations

from datetime import date

import pytest

from explorer.answers import Answer, answer_understood
from explorer.formats.openings import opening, understood_sentence
from explorer.formats.paragraph import answer_paragraph
from explorer.words import jobs_sentence, limits_in_words, pay_sentence, time_sentence
from pathways.learner import NOBODY, Learner, Status
from pathways.limits import Limits, Study
from pathways.model import Holding
from pathways.places import Place
from pathways.questions import Focus, Intent, Understood
from pathways.results import Nearest
from pathways.route_index import RouteIndex
from tests.build import catalogue, qualification, requirement, role, step

TODAY = date(2026, 11, 22)
TEACHER_PAY = "£20,000 a year (2020)"
DATA = catalogue(
    qualification("school", "L1"),
    qualification("degree", "L6", type="degree", months=36),
    qualification("diploma", "L4", months=None),
    qualification("tech", "L3", type="T Level", months=24),
    role("nurse", "L5"),
    role("teacher", "L5", salary=TEACHER_PAY),
    step("school", "degree"),
    step("school", "diploma"),
    step("school", "tech"),
    step("degree", "nurse"),
    step("diploma", "nurse"),
    step("tech", "teacher"),
    step("school", "teacher", attainment=("holds-degree",)),
    requirement("holds-degree", holding=Holding(("degree",))),
)
INDEX = RouteIndex.build(DATA)


def place(name: str) -> tuple[Place, ...]:
    return (Place(position=name),)


def answer(
    goal: str | None, intent: Intent = Intent.ROUTES, learner: Learner = NOBODY, **fields: object
) -> Answer:
    read = Understood("asked", intent, place("school"), place(goal) if goal else (), **fields)  # type: ignore[arg-type]
    return answer_understood(read, INDEX, TODAY, learner)


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        (Limits(avoid=(Place(position="nurse"), Place(sector="care"))), ("leaving out Nurse and care",)),
        (Limits(avoid_types=("degree", "T Level")), ("with no degree and no T Level",)),
        (Limits(within_months=1), ("within 1 month",)),
        (Limits(within_months=18), ("within 18 months",)),
        (Limits(within_months=25), ("within 25 months",)),
        (Limits(within_months=36), ("within 3 years",)),
        (Limits(study=Study.PART_TIME), ("studying part time",)),
        (Limits(study=Study.WHILE_WORKING), ("studying while working",)),
        (Limits(), ()),
    ],
)
def test_each_limit_is_a_clause(limits: Limits, words: tuple[str, ...]) -> None:
    assert limits_in_words(limits, DATA) == words


def test_what_was_understood_names_every_limit() -> None:
    limits = Limits(avoid_types=("degree",), within_months=24, study=Study.PART_TIME)
    assert understood_sentence(answer("nurse", limits=limits), DATA) == (
        "Asked: routes from School to Nurse, as of 22 November 2026, "
        "with no degree, within 2 years, studying part time."
    )


def test_what_limits_leave_open_is_said_at_the_end_of_the_opening() -> None:
    told = opening(answer("nurse", limits=Limits(within_months=24, study=Study.PART_TIME)), DATA)
    assert told.endswith(
        "Part of the time is not known, so it may take longer than 2 years. "
        "How Diploma is taught is not on record: ask the provider."
    )


def test_a_route_that_is_too_long_is_told_in_months() -> None:
    avoid = Limits(within_months=24, avoid=place("diploma"))
    assert opening(answer("nurse", limits=avoid), DATA).startswith(
        "There is no route from School to Nurse leaving out Diploma. "
    )
    assert opening(answer("degree", limits=Limits(within_months=24)), DATA).startswith(
        "There is no route from School to Degree within 2 years. "
        "The shortest known route takes 36 months, not 24. Without that limit there is one that "
        "goes straight to Degree: about 3 years, "
    )


def test_a_goal_that_was_to_be_left_out_is_said_to_be() -> None:
    told = opening(answer("degree", limits=Limits(avoid_types=("degree",))), DATA)
    assert told.startswith(
        "There is no route from School to Degree with no degree. Degree is what you asked to leave out. "
    )


def test_what_only_a_place_left_out_gives_is_named() -> None:
    told = opening(answer("teacher", limits=Limits(avoid=(*place("degree"), *place("tech")))), DATA)
    assert "Without what you left out, nobody comes to meet “You have holds-degree”." in told


def test_a_course_that_is_taught_full_time_is_named() -> None:
    told = opening(answer("tech", limits=Limits(study=Study.WHILE_WORKING)), DATA)
    assert "Tech is taught full time. Without that limit there is one" in told


def test_next_steps_say_how_many_limits_leave_out() -> None:
    some = opening(answer(None, Intent.NEXT_STEPS, limits=Limits(avoid_types=("degree",))), DATA)
    assert "2 more are not shown, because of what you asked to leave out." in some
    none = opening(answer(None, Intent.NEXT_STEPS, limits=Limits(avoid=(Place(sector="care"),))), DATA)
    assert none == "There is no next step from School leaving out care. Without that, there are 4 next steps."


def test_an_answer_leads_with_the_time_where_that_is_asked() -> None:
    assert opening(answer("nurse", focus=Focus.TIME), DATA).startswith(
        "The quickest route of known length takes about 3 years. There are 2 routes from School to Nurse."
    )
    assert opening(answer("degree", focus=Focus.TIME), DATA).startswith("It takes about 3 years. ")
    assert opening(answer("diploma", focus=Focus.TIME), DATA).startswith(
        "How long it takes is not fully known: a time we do not know. "
    )
    assert time_sentence(()) == ""


def test_an_answer_leads_with_the_jobs_where_those_are_asked() -> None:
    told = answer(None, Intent.NEXT_STEPS, focus=Focus.JOBS)
    assert opening(told, DATA).startswith(
        "The jobs that can be reached from School are Teacher (1 step away) and Nurse (2 steps away). "
    )
    assert told.routes[0].positions[-1] == "teacher"
    assert jobs_sentence((), "School", DATA) == "No job that can be reached from School is on record."
    one = (Nearest("nurse", 2),)
    assert jobs_sentence(one, "School", DATA) == "One job can be reached from School: Nurse (2 steps away)."
    assert opening(answer("nurse", focus=Focus.JOBS), DATA).startswith("The job on the way: Nurse. ")


def test_an_answer_leads_with_pay_and_its_year_where_that_is_asked() -> None:
    assert opening(answer("teacher", focus=Focus.PAY), DATA).startswith(f"Pay as Teacher: {TEACHER_PAY}. ")
    assert opening(answer("nurse", focus=Focus.PAY), DATA).startswith("Pay as Nurse: not known. ")
    needed = answer("teacher", Intent.REQUIREMENTS, focus=Focus.PAY)
    assert opening(needed, DATA).startswith(f"Pay as Teacher: {TEACHER_PAY}. ")
    assert pay_sentence(["degree"], DATA) == "Pay is on record for jobs alone, and none is asked about."


def test_what_a_question_says_is_held_or_lacking_counts_and_is_said() -> None:
    told = answer("teacher", have=("degree",), lack=("diploma",))
    assert "Counted as yours: Degree. Counted as not yours: Diploma." in understood_sentence(told, DATA)
    assert [route.figures.to_gain for route in told.routes] == [0, 0]


def test_what_the_person_says_wins_over_what_the_question_says() -> None:
    without = Learner({"holds-degree": Status.NOT_MET})
    straight = {
        route.positions: route.figures.to_gain
        for route in answer("teacher", learner=without, have=("degree",)).routes
    }
    assert straight["school", "teacher"] == 2


def test_of_several_starts_held_together_each_route_counts_the_other() -> None:
    both = Understood(
        "asked", Intent.ROUTES, (*place("school"), *place("degree")), place("teacher"), have=("degree",)
    )
    told = answer_understood(both, INDEX, TODAY)
    assert {route.start: route.figures.to_gain for route in told.routes} == {"school": 0}


def test_the_one_paragraph_answer_carries_all_of_it() -> None:
    told = answer_paragraph(answer("nurse", limits=Limits(within_months=24, study=Study.PART_TIME)), DATA)
    assert "How Diploma is taught is not on record: ask the provider." in told
