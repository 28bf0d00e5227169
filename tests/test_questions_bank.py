"""The bank of questions: how often the reader is right, and that docs/questions.md says so truly."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from pathways.questions import Understood, Unsure, read_question
from tests.questions_bank import BANK
from tests.questions_held_out import HELD_OUT
from tests.questions_report import (
    PAGE,
    TODAY,
    Line,
    Outcome,
    ask_bank,
    bank_catalogue,
    is_known,
    list_lines,
    means,
    measured,
    precision,
    put,
    some_sectors,
)

LINES = [line for text in BANK.values() for line in list_lines(text)]
LATER = [line for text in HELD_OUT.values() for line in list_lines(text)]
EXAMPLES = re.findall(r"^\| (.+?) \| `(.+?)` \|$", PAGE.read_text("utf-8"), re.MULTILINE)
ASKED_BACK = re.findall(r"^\| ([^|`]+?) \| ([a-z][^|`]+[a-z]) \|$", PAGE.read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.question[:60])
def test_no_question_of_the_bank_is_answered_wrongly(line: Line) -> None:
    read = read_question(line.question, bank_catalogue(), TODAY)
    if isinstance(read, Understood):
        assert any(means(read, wanted, bank_catalogue()) for wanted in line.readings if wanted != "ask"), read


def test_few_questions_that_could_be_answered_are_asked_back() -> None:
    asked = ask_bank(BANK, bank_catalogue())
    counts = Counter(each.outcome for lines in asked.values() for each in lines)
    assert counts[Outcome.ASKED_NEEDLESSLY] <= 0.05 * counts.total()


def test_the_bank_is_large_and_of_every_kind() -> None:
    assert len({line.question for line in LINES}) >= 250
    assert all(len(list_lines(text)) >= 40 for text in BANK.values())
    assert sum(line.readings == ("ask",) for line in LINES) >= 80


@pytest.mark.parametrize(
    "line", [line for line in LINES if line.is_to_be_asked], ids=lambda line: line.question[:60]
)
def test_what_is_asked_back_offers_only_questions_that_are_understood(line: Line) -> None:
    read = read_question(line.question, bank_catalogue(), TODAY)
    if isinstance(read, Unsure):
        again = [read_question(choice.question, bank_catalogue(), TODAY) for choice in read.choices]
        assert all(isinstance(each, Understood) for each in again)


def test_more_sectors_make_no_reading_of_the_bank_another_one() -> None:
    """Over few sectors a question about them is read as it is over all, or asked back."""
    few = some_sectors("childcare", "electrical", "adult-care", "general")
    known = [line for line in LINES if all(is_known(each, few) for each in line.readings)]
    assert len(known) > 150
    for line in known:
        read = read_question(line.question, few, TODAY)
        if isinstance(read, Understood) and not line.is_to_be_asked:
            assert any(means(read, wanted, few) for wanted in line.readings), (line.question, read)


def test_precision_counts_what_should_have_been_asked_back_as_wrong() -> None:
    assert precision(Counter({Outcome.RIGHT: 9, Outcome.WRONG: 1, Outcome.ASKED_RIGHTLY: 90})) == 0.9


def test_what_was_gained_on_questions_held_out_is_kept() -> None:
    asked = ask_bank(HELD_OUT, bank_catalogue())
    counts = Counter(each.outcome for lines in asked.values() for each in lines)
    assert len(LATER) == counts.total() == 258
    assert precision(counts) >= 0.98


@pytest.mark.parametrize(("question", "reading"), EXAMPLES)
def test_every_example_of_the_page_is_read_as_it_says(question: str, reading: str) -> None:
    read = read_question(question, bank_catalogue(), TODAY)
    assert isinstance(read, Understood)
    assert means(read, reading, bank_catalogue()), read


@pytest.mark.parametrize(("question", "reason"), ASKED_BACK)
def test_every_question_that_the_page_says_is_asked_back_is(question: str, reason: str) -> None:
    assert isinstance(read_question(question, bank_catalogue(), TODAY), Unsure), reason


def test_the_page_has_examples_of_every_kind() -> None:
    assert len(EXAMPLES) >= 25
    assert len(ASKED_BACK) >= 9


def test_the_figures_of_the_page_are_those_of_the_reader() -> None:
    """Written anew with `python -m tests.questions_report`."""
    page = PAGE.read_text("utf-8")
    assert put(page, measured()) == page


def test_nothing_expected_is_nothing_read() -> None:
    read = read_question("How do I become an electrician without a degree?", bank_catalogue(), TODAY)
    assert isinstance(read, Understood)
    assert means(read, "routes: > electrician types=degree", bank_catalogue())
    assert not means(read, "routes: > electrician", bank_catalogue())
    assert not means(read, "requirements: > electrician types=degree", bank_catalogue())
