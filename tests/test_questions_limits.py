"""Limits, what is held and not held, and what comes first: what the words of a question come to."""

# ruff: noqa: E501  (tables read better with a row on one line)

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from pathways.limits import NO_LIMITS, Limits, Study
from pathways.model import Holding, Qualification, Requirement
from pathways.places import Place
from pathways.questions import Focus, Intent, Understood, read_question
from tests.build import CITED, catalogue, requirement, role
from tests.questions_places import CATALOGUE, TODAY, read, understood, unsure


def limits_of(words: str) -> Limits:
    return understood(f"How do I become an electrician {words}?").limits


@pytest.mark.parametrize(
    ("words", "months"),
    [
        ("in less than two years", 23), ("within 18 months", 18), ("in under a year", 11), ("in a year and a half", 18),
        ("in six months", 6), ("in at most 3 years", 36), ("within a couple of years", 24), ("in 10 weeks", 2),
        ("in half a year", 6), ("in one week", 1),
    ],
)  # fmt: skip
def test_a_length_of_time_is_the_most_months(words: str, months: int) -> None:
    assert limits_of(words) == Limits(within_months=months)


@pytest.mark.parametrize(
    ("words", "months"),
    [("by 2028", 13), ("by September 2028", 21), ("by next September", 9), ("before 2028", 13), ("by the end of 2028", 25)],
)  # fmt: skip
def test_a_day_ahead_is_counted_in_whole_months_and_said(words: str, months: int) -> None:
    answer = understood(f"How do I become an electrician {words}?")
    assert answer.limits == Limits(within_months=months)
    assert f"“{words}” was read as within {months} months." in answer.notes


def test_a_day_gone_by_is_no_limit_and_this_is_said() -> None:
    answer = understood("How do I become an electrician by 2020?")
    assert answer.limits == NO_LIMITS
    assert "“by 2020” was not applied: that is less than a month ahead." in answer.notes


@pytest.mark.parametrize(
    "question",
    [
        "I finish my GCSEs in two years. How do I become an electrician?",
        "I'll be 16 in two years. How do I become an electrician?",
        "I have been a care assistant for two years. How do I become an electrician?",
        "I have less than two years of experience. How do I become an electrician?",
    ],
)
def test_a_time_in_somebodys_life_is_no_limit(question: str) -> None:
    assert understood(question).limits == NO_LIMITS


@pytest.mark.parametrize(
    ("words", "study"),
    [
        ("part time", Study.PART_TIME), ("part-time", Study.PART_TIME), ("in the evenings", Study.PART_TIME),
        ("at weekends only", Study.PART_TIME), ("while working", Study.WHILE_WORKING), ("on the job", Study.WHILE_WORKING),
        ("and earn while I learn", Study.WHILE_WORKING), ("without leaving my job", Study.WHILE_WORKING),
        ("around my job", Study.WHILE_WORKING), ("part time while working", Study.WHILE_WORKING), ("full time", None),
    ],
)  # fmt: skip
def test_how_to_study_is_part_time_or_while_working(words: str, study: Study | None) -> None:
    assert limits_of(words).study is study


def test_working_part_time_is_no_wish_to_study_so() -> None:
    assert understood("I work part time in a nursery. How do I become an electrician?").limits == NO_LIMITS


@pytest.mark.parametrize(
    ("words", "types"),
    [
        ("without a degree", ("degree",)), ("without doing an apprenticeship", ("apprenticeship",)), ("but no apprenticeship", ("apprenticeship",)),
        ("without going to uni", ("degree", "foundation degree")), ("without an apprenticeship or a degree", ("apprenticeship", "degree")),
        ("not through an apprenticeship", ("apprenticeship",)), ("excluding apprenticeships", ("apprenticeship",)),
    ],
)  # fmt: skip
def test_types_of_qualification_are_left_out_as_the_data_write_them_in_small_letters(
    words: str, types: tuple[str, ...]
) -> None:
    assert set(limits_of(words).avoid_types) == set(types)


@pytest.mark.parametrize(
    ("question", "avoided"),
    [
        ("What can I do next after level 3 childcare, but not nursery manager?", Place(position="nursery-manager")),
        ("I'm an electrician. What else can I do outside electrical?", Place(sector="electrical")),
        ("How do I get from GCSEs to nursery manager skipping level 3?", Place(level="L3")),
        ("anything but adult care: what next after level 3 childcare?", Place(sector="adult-care")),
    ],
)  # fmt: skip
def test_places_are_left_out(question: str, avoided: Place) -> None:
    assert understood(question).limits == Limits(avoid=(avoided,))


def test_what_is_not_known_cannot_be_left_out_and_this_is_said() -> None:
    answer = understood("What next after level 3 childcare? Anything but nursing.")
    assert answer.limits == NO_LIMITS
    assert answer.constraints == ("Anything but nursing",)
    assert "This answer does not take account of “Anything but nursing”." in answer.notes


def test_the_goal_itself_is_not_left_out() -> None:
    answer = understood("How do I get a level 3 in childcare without a level 3?")
    assert answer.limits == NO_LIMITS
    assert "“without a level 3” was not applied: it would leave out what you ask for." in answer.notes


def test_a_not_that_was_not_understood_is_asked_about() -> None:
    assert unsure("It is not as though I want to be an electrician").choices


def test_without_leaves_out_and_not_having_is_lacking() -> None:
    without = understood("How do I become a nursery manager without A levels?")
    lacking = understood("How do I become a nursery manager if I don't have A levels?")
    assert (without.limits.avoid_types, without.lack) == (("a level",), ())
    assert (lacking.limits, lacking.lack) == (NO_LIMITS, ("a-levels",))


def test_choices_keep_the_limits() -> None:
    for choice in unsure("How do I become a care worker without a degree, part time?").choices:
        assert understood(choice.question).limits == Limits(avoid_types=("degree",), study=Study.PART_TIME)


def test_several_starts_are_all_held_unless_one_of_them_will_do() -> None:
    both = understood("I have A levels and a level 2 in childcare. How do I become a nursery manager?")
    either = understood("from GCSEs or A levels to nursery manager")
    assert both.start == (Place(position="a-levels"), Place(sector="childcare", level="L2"))
    assert both.have == ("a-levels",)
    assert either.have == ()


def school(name: str, level: str, title: str, kind: str) -> Qualification:
    aliases = ("GCSEs", "GCSE") if level == "L2" and kind == "GCSE" else ()
    return Qualification(name, title, level, "general", CITED, type=kind, aliases=aliases)


def asked(name: str, statement: str) -> Requirement:
    return replace(requirement(name), statement=statement)


SCHOOL = catalogue(
    school("low", "L1", "GCSEs at grades 1 to 3", "GCSE"),
    school("good", "L2", "GCSEs at grades 4 to 9", "GCSE"),
    replace(
        requirement("numbers"), statement="You have maths at level 2.", holding=Holding(("good", "skills"))
    ),
    school("skills", "L2", "Functional skills", "functional skills"),
    asked("letters", "You have English at grade 4 or above."),
    asked("sums", "You can use maths at work."),
    role("baker", sector="work"),
)


@pytest.mark.parametrize(
    ("said", "start", "have", "lack"),
    [
        ("I got a grade 3 in maths", {"low"}, set(), {"numbers"}), ("I got a D in maths", {"low"}, set(), {"numbers"}),
        ("I got a 6 in English and a 2 in maths", {"low"}, {"letters"}, {"numbers"}),
        ("I have 5 GCSEs but failed English", {"good"}, set(), {"letters"}),
        ("I have GCSEs but not maths", {"good"}, set(), {"numbers"}), ("I have GCSEs at grades 1 to 3", {"low"}, set(), set()),
        ("My GCSEs were all 2s and 3s", {"low"}, set(), set()), ("I got Cs in my GCSEs", {"good"}, set(), set()),
        ("I have GCSEs below grade 4", {"low"}, set(), set()), ("I have GCSEs at C and above", {"good"}, set(), set()),
        ("I failed maths but have functional skills", {"skills"}, set(), set()),
        ("I have GCSEs and took them 3 years ago", {"good"}, set(), set()),
    ],
)  # fmt: skip
def test_grades_say_what_is_held_and_what_is_not(
    said: str, start: set[str], have: set[str], lack: set[str]
) -> None:
    answer = read_question(f"{said}. How do I become a baker?", SCHOOL, TODAY)
    assert isinstance(answer, Understood)
    assert {place.position for place in answer.start} == start
    assert (set(answer.have), set(answer.lack)) == (have, lack)


def test_a_grade_that_is_asked_for_is_not_held() -> None:
    answer = read_question("Do I need a grade 4 in maths to become a baker?", SCHOOL, TODAY)
    assert isinstance(answer, Understood)
    assert (answer.start, answer.have, answer.lack) == ((), (), ())


@pytest.mark.parametrize(
    ("question", "intent", "focus"),
    [
        ("How long does it take to become an electrician?", Intent.ROUTES, Focus.TIME),
        ("How many years from GCSEs to electrician?", Intent.ROUTES, Focus.TIME),
        ("What jobs can I get with a level 3 in childcare?", Intent.NEXT_STEPS, Focus.JOBS),
        ("which jobs are there in childcare?", Intent.ROUTES, Focus.JOBS),
        ("how much do electricians earn", Intent.REQUIREMENTS, Focus.PAY),
        ("nursery manager salary", Intent.REQUIREMENTS, Focus.PAY),
        ("How do I become an electrician?", Intent.ROUTES, None),
    ],
)  # fmt: skip
def test_what_a_question_wants_above_all_comes_first(
    question: str, intent: Intent, focus: Focus | None
) -> None:
    answer = understood(question)
    assert (answer.intent, answer.focus) == (intent, focus)


def test_pay_is_asked_of_jobs_only() -> None:
    assert unsure("How much does an electrical apprenticeship pay?").message == (
        "What people earn is known of jobs, and “electrical apprenticeship” is none. What would you like to see?"
    )


@pytest.mark.parametrize(
    "question",
    [
        "Should I be an electrician or a nursery manager?", "electrician or nursery manager?",
        "which is better, electrician or nursery manager", "I can't decide between electrician and nursery manager",
        "would I be better off as an electrician or a nursery manager",
    ],
)  # fmt: skip
def test_which_of_two_to_choose_is_given_back_with_readings(question: str) -> None:
    answer = unsure(question)
    assert answer.message == "Which of them suits you is yours to decide. These may help you to weigh them:"
    asked = [understood(choice.question) for choice in answer.choices]
    assert {each.intent for each in asked} >= {Intent.COMPARE, Intent.ROUTES}


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("How much does a level 3 in childcare cost?", "What courses cost, and what loans or grants there are, is not in the data here."),
        ("Find me a job as an electrician", "Vacancies and job adverts are not in the data here."),
        ("Where can I study level 3 childcare?", "Colleges, training providers and nurseries, and where they are, are not in the data here."),
        ("When does the level 3 childcare course start?", "Dates of courses, examinations and applications are not in the data here."),
        ("How do I become an electrician in America?", "“America” is elsewhere: what counts there is not in the data here."),
        ("Is being an electrician boring?", "How it is to do a job or a course, and who is good at it, is not in the data here."),
    ],
)  # fmt: skip
def test_what_no_data_of_this_kind_can_tell_is_said_and_something_near_offered(
    question: str, said: str
) -> None:
    answer = unsure(question)
    assert answer.message == f"{said} Would one of these help?"
    assert all(isinstance(read(choice.question), Understood) for choice in answer.choices)
    assert answer.choices


def test_the_date_asked_of_is_what_a_day_ahead_counts_from() -> None:
    answer = read_question(
        "As of 1 January 2027, how do I become an electrician by 2028?", CATALOGUE, date(2026, 11, 22)
    )
    assert isinstance(answer, Understood)
    assert answer.limits.within_months == 12


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("but not with old people", "but not with old people"),
        ("but I don't like heights", "don't like heights"),
    ],
)
def test_a_not_that_cannot_be_applied_is_said_not_to_be(words: str, said: str) -> None:
    answer = understood(f"I want to be an electrician {words}")
    assert answer.limits == NO_LIMITS
    assert f"This answer does not take account of “{said}”." in answer.notes


def test_grades_in_subjects_are_where_somebody_is() -> None:
    answer = read_question("I got a 6 in English and a 2 in maths. How do I become a baker?", SCHOOL, TODAY)
    assert isinstance(answer, Understood)
    assert "The question does not say where you are now." not in answer.notes
