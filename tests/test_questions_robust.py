"""Whatever is typed, the reader answers, quickly, and never offers a question it would not understand."""

# ruff: noqa: E501  (tables read better with a row on one line)

from __future__ import annotations

import re
import re._constants as codes  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
import sys
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pathways.questions import (
    Understood,
    Unsure,
    asof,
    beyond,
    cues,
    dates,
    intents,
    limiting,
    patterns,
    wishes,
    words,
)
from pathways.questions.english import CUE_WORDS, ENGLISH, FILLERS, HEADS, TRANSPARENT
from pathways.questions.patterns import Pattern
from pathways.questions.spelling import allowance, distance
from pathways.questions.words import stem
from tests.questions_places import CATALOGUE, read

NAMES = [
    form
    for each in (*CATALOGUE.qualifications, *CATALOGUE.job_roles, *CATALOGUE.sectors, *CATALOGUE.levels)
    for form in (each.title, *each.aliases)
]
WORDS = [
    *NAMES, "from", "to", "how do I get", "become", "what next", "what do I need", "compare", "and", "or", "in", "a",
    "not", "without", "I am", "I have", "after", "L3", "level", "2", "as of", "2020", "move", "astronaut", ",", ".", "?",
    "->", "nursery manger", "entry", "do I need", "apprenticeship", "could I", "for", "with", "quickest", "31/02/2020",
]  # fmt: skip


def check(text: str) -> None:
    answer = read(text)
    assert isinstance(answer, Understood | Unsure)
    if isinstance(answer, Understood):
        assert answer.start or answer.goal
        return
    assert answer.message
    for choice in answer.choices:
        assert isinstance(read(choice.question), Understood), (text, choice)


@given(st.text(max_size=700))
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_or_asked_about(text: str) -> None:
    check(text)


@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))
@settings(max_examples=300, deadline=None)
def test_any_order_of_its_own_words_is_read_or_asked_about(text: str) -> None:
    check(text)


@given(st.sampled_from(NAMES), st.sampled_from(NAMES))
@settings(max_examples=200, deadline=None)
def test_reading_is_the_same_every_time(a: str, b: str) -> None:
    question = f"How do I get from {a} to {b}?"
    assert read(question) == read(question)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 10_000, "nursery manger " * 700, "L3 childcare to " * 600, "progression qualification " * 400,
        "not " * 2_500, "do i need a " * 800, "what can i do next " * 500, "(" * 10_000, "l 3 " * 2_500,
        "from astronaut and plumber or chef to nurse and painter or poet " * 150, "care worker to " * 600,
    ],
)  # fmt: skip
def test_the_work_on_the_worst_question_is_bounded(text: str) -> None:
    """Counted, not timed: calls made by the reader, of which an ordinary question takes 3,000."""
    assert count_calls(lambda: read(text)) < 500_000


def count_calls(work: Callable[[], object]) -> int:
    """Return how many functions a piece of work calls, the second time it is done."""
    work()
    calls = 0

    def count(frame: object, event: str, arg: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return calls


def list_patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for module in (asof, beyond, cues, dates, intents, limiting, patterns, wishes, words):
        for name, value in vars(module).items():
            yield from ((f"{module.__name__}.{name}", each) for each in compiled(value))


def compiled(value: object) -> Iterator[re.Pattern[str]]:
    """Every pattern in a value, however deep it stands."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, Pattern):
        yield value.compiled
    elif isinstance(value, tuple):
        for each in value:
            yield from compiled(each)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from compiled(getattr(value, field.name))


def repeats(parsed: Any, inside: bool = False) -> bool:
    """Say whether a parsed pattern has a repetition without end inside a repetition."""
    for code, value in parsed:
        if code in (codes.MAX_REPEAT, codes.MIN_REPEAT):
            _, most, body = value
            found = (inside and most is codes.MAXREPEAT) or repeats(body, inside or most > 1)
        elif code is codes.BRANCH:
            found = any(repeats(branch, inside) for branch in value[1])
        else:
            place = {codes.SUBPATTERN: 3, codes.ASSERT: 1, codes.ASSERT_NOT: 1}.get(code)
            found = place is not None and repeats(value[place], inside)
        if found:
            return True
    return False


@pytest.mark.parametrize(
    "pattern", [pattern for _, pattern in list_patterns()], ids=lambda each: each.pattern[:40]
)
def test_no_pattern_repeats_inside_a_repetition(pattern: re.Pattern[str]) -> None:
    assert not repeats(parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE))


def test_a_repetition_inside_a_repetition_would_be_seen() -> None:
    assert repeats(parser.parse(r"(?:[a-z]+ ?)*"))
    assert not repeats(parser.parse(r"(?:a |b )?[a-z]*"))


def test_every_word_of_a_pattern_is_general_english() -> None:
    """But for those of what is beyond the data: they are matched where unknown words stand as typed."""
    over_skeletons = (
        each.pattern
        for name, each in list_patterns()
        if each.pattern.startswith("(?<= )") and not name.startswith(beyond.__name__)
    )
    texts = " ".join(re.sub(r"\(\?P<\w+>|\\.", "", each) for each in over_skeletons)
    known = {*ENGLISH, "degree", "gcses", "school", "head", "with", "in"}
    assert {word for word in re.findall(r"[a-z]{2,}", texts) if not {word, stem(word)} & known} == set()


def test_every_list_of_words_is_general_english() -> None:
    listed = TRANSPARENT | FILLERS | HEADS | CUE_WORDS
    assert {word for word in listed if not {word, stem(word)} & ENGLISH} == set()


def test_no_name_of_the_catalogue_is_general_english() -> None:
    jobs = {
        "nurse",
        "teacher",
        "manager",
        "plumber",
        "engineer",
        "carer",
        "nursery",
        "childcare",
        "electrician",
        "care",
    }
    assert not jobs & ENGLISH


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("electrican", "electrician"), ("eletrician", "electrician"), ("electrition", "electrician"), ("manger", "manager"),
        ("superviser", "supervisor"), ("chilcare", "childcare"), ("nursary", "nursery"), ("apprentiship", "apprenticeship"),
    ],
)  # fmt: skip
def test_a_slip_is_near(typed: str, name: str) -> None:
    assert distance(typed, name) <= allowance(len(name), alone=True)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("electricity", "electrician"), ("electrical", "electrician"), ("supervision", "supervisor"), ("nurse", "nursery"),
        ("installed", "installer"), ("painter", "printer"), ("education", "educator"), ("cater", "carer"),
        ("childminding", "childminder"), ("trained", "trainer"), ("room", "broom"), ("core", "care"), ("x" * 50, "care"),
    ],
)  # fmt: skip
def test_another_word_is_far(typed: str, name: str) -> None:
    assert distance(typed, name) > allowance(len(name), alone=True)
