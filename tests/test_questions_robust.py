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
    limit_forms,
    patterns,
    wishes,
    words,
)
from pathways.questions.draft import draft_question
from pathways.questions.english import CUE_WORDS, ENGLISH, FILLERS, HEADS, TRANSPARENT
from pathways.questions.lexicon import lexicon_of
from pathways.questions.patterns import Pattern
from pathways.questions.skeleton import Skeleton
from pathways.questions.spelling import allowance, distance
from pathways.questions.words import stem
from tests.questions_phrasings import READ
from tests.questions_places import CATALOGUE, TODAY, read

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


MOST_CALLS = 600_000


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


SAID = [
    "without a degree", "not", "no", "by 2028", "in less than two years", "part time", "while working", "grade 3 in maths",
    "a D in English", "GCSEs", "2s and 3s", "how much do", "earn", "how long", "which jobs", "should I be", "or", "near me",
    "I don't have", "failed", "in Scotland", "cost", "my daughter", "our", "18 months", "-", "'s", "by", "grade", "in", "maths",
]  # fmt: skip


@given(st.lists(st.sampled_from([*SAID, *NAMES]), max_size=14).map(" ".join))
@settings(max_examples=300, deadline=None)
def test_any_order_of_limits_grades_and_names_is_read_or_asked_about(text: str) -> None:
    check(text)


@given(st.sampled_from(NAMES).flatmap(lambda name: st.permutations(name.split())).map(" ".join))
@settings(max_examples=100, deadline=None)
def test_a_name_with_its_words_in_any_order_is_read_or_asked_about(text: str) -> None:
    check(f"How do I become a {text}, without a degree?")


@given(
    st.text(st.characters(categories=("Cc", "Cf", "Mn", "Zs", "Sk", "Nd", "Co")), max_size=300),
    st.sampled_from(NAMES),
)
@settings(max_examples=150, deadline=None)
def test_control_characters_and_marks_round_a_name_are_no_error(odd: str, name: str) -> None:
    check(f"{odd}{name}{odd} in 2{odd} years")


@given(st.sampled_from([*SAID, *NAMES]), st.sampled_from([*SAID, *NAMES]), st.integers(1, 40))
@settings(max_examples=60, deadline=None)
def test_the_work_on_repeated_words_is_bounded(one: str, other: str, times: int) -> None:
    """Counted, not timed. Far more than 500 characters are never looked at."""
    text = f"{one} {other} " * times * 10
    assert count_calls(lambda: read(text)) < MOST_CALLS


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
        "without a degree or a level " * 400, "grade 3 in maths " * 700, "in less than 2 years " * 500, "by 2028 " * 1_300,
        "should I be an electrician or a nursery manager " * 250, "not no never without " * 500, "\u0301" * 10_000,
        "from astronaut and plumber or chef to nurse and painter or poet " * 150, "care worker to " * 600,
    ],
)  # fmt: skip
def test_the_work_on_the_worst_question_is_bounded(text: str) -> None:
    """Counted, not timed: calls made by the reader, of which an ordinary question takes some 5,000."""
    assert count_calls(lambda: read(text)) < MOST_CALLS


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


def patterns_of(values: dict[str, object]) -> Iterator[Pattern]:
    for value in values.values():
        yield from all_patterns(value)


def all_patterns(value: object) -> Iterator[Pattern]:
    if isinstance(value, Pattern):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from all_patterns(each)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from all_patterns(getattr(value, field.name))


def list_patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    yield from (("dates", each) for each in dates._forms())
    for module in (asof, beyond, cues, intents, limit_forms, patterns, wishes, words):
        for name, value in vars(module).items():
            yield from ((f"{module.__name__}.{name}", each) for each in compiled(value))


def compiled(value: object) -> Iterator[re.Pattern[str]]:
    """Every regular expression in a value."""
    if isinstance(value, re.Pattern):
        yield value
    yield from (each for each in value if isinstance(each, re.Pattern)) if isinstance(value, tuple) else ()
    yield from (each.compiled for each in all_patterns(value))


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


def test_no_pattern_repeats_inside_a_repetition() -> None:
    found = [each for _, each in list_patterns()]
    assert len(found) > 400
    assert [
        each.pattern for each in found if repeats(parser.parse(each.pattern, each.flags & ~re.UNICODE))
    ] == []


def test_a_repetition_inside_a_repetition_would_be_seen() -> None:
    assert repeats(parser.parse(r"(?:[a-z]+ ?)*"))
    assert not repeats(parser.parse(r"(?:a |b )?[a-z]*"))


def test_no_pattern_is_passed_over_that_would_match() -> None:
    """A pattern is looked at only where a question has a word that it can begin with."""
    phrasings = [line.rsplit("  =>  ", 1)[0] for line in READ.splitlines() if "=>" in line]
    everything = [
        each for module in (beyond, cues, intents, limit_forms, wishes) for each in patterns_of(vars(module))
    ]
    for question in phrasings[::5]:
        draft = draft_question(question, lexicon_of(CATALOGUE), TODAY)
        skeleton = Skeleton.of(draft.words, draft.phrases)
        for pattern in everything:
            assert bool(pattern.search(skeleton)) == bool(pattern.compiled.search(skeleton.text)), (
                pattern.source
            )


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
