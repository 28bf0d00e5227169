"""Which statements are near-copies, which only look like it, and what looking for them costs."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest

from graph_loader import load_catalogue
from pathways.checks import near_copies
from pathways.checks.near_copies import (
    LEAST_ALIKE,
    LEAST_SHARED,
    MOST_COMPARED,
    how_alike,
    near_copy,
    telling_words,
)
from pathways.model import Concept, Holding, Kind, Requirement
from tests.build import catalogue, qualification, requirement

TODAY = date(2026, 11, 22)
SHIFT = "You can lead a team of carers through a shift."
NIGHT = "You can lead a team of carers through a night shift."


def stating(name: str, statement: str, kind: Kind = Kind.ATTAINMENT, **fields: object) -> Requirement:
    return replace(requirement(name, kind, **fields), statement=statement)


def found(*requirements: Requirement) -> list[tuple[str, str]]:
    """The pairs that are near-copies, as (the later, what is said of it)."""
    concepts = [Concept(each, each) for each in {each.concept for each in requirements} if each]
    whole = catalogue(*requirements, *concepts, qualification("diploma"), qualification("degree"))
    return [(each.subject.id, each.message) for each in near_copy(whole, TODAY)]


def test_a_statement_with_a_word_added_is_a_near_copy_of_the_first() -> None:
    ((where, message),) = found(stating("a", SHIFT), stating("b", NIGHT))
    assert where == "b"
    assert f"'a': '{SHIFT}'" in message


def test_two_requirements_about_one_concept_may_say_nearly_the_same() -> None:
    assert found(stating("a", SHIFT, concept="leading"), stating("b", NIGHT, concept="leading")) == []


def test_requirements_of_two_kinds_are_not_compared() -> None:
    assert found(stating("a", SHIFT), stating("b", NIGHT, Kind.AWARENESS)) == []


def test_two_holdings_differ_by_what_is_held() -> None:
    diploma = stating("a", "You hold the level 3 diploma in care.", holding=Holding(("diploma",)))
    degree = stating("b", "You hold the level 6 diploma in care.", holding=Holding(("degree",)))
    assert found(diploma, degree) == []


def test_a_skill_that_copies_a_holding_is_a_near_copy() -> None:
    held = stating("a", "You hold the level 3 diploma in care work.", holding=Holding(("diploma",)))
    assert [
        where for where, _ in found(held, stating("b", "You hold a level 3 diploma in the care work."))
    ] == ["b"]


def test_what_is_the_same_to_the_letter_is_left_to_another_check() -> None:
    assert found(stating("a", SHIFT), stating("b", f"  {SHIFT.upper()}")) == []


def test_a_requirement_whose_concept_is_not_there_is_left_to_another_check() -> None:
    whole = catalogue(stating("a", SHIFT, concept="nowhere"), stating("b", NIGHT, concept="neither"))
    assert list(near_copy(whole, TODAY)) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "You can use numbers as study above level 3 asks.",
            "You can read and write as study above level 3 asks.",
        ),
        ("You know how people become electricians.", "You know what the jobs above an electrician's need."),
        ("You want more responsibility at work.", "You want to work for yourself."),
        ("", ""),
        ("You can.", "You could."),
    ],
)
def test_a_shared_frame_does_not_make_a_near_copy(first: str, second: str) -> None:
    assert found(stating("a", first), stating("b", second)) == []


@pytest.mark.parametrize(
    "statement", [NIGHT, "Through a shift you can lead the team of carers", f"{SHIFT} {SHIFT}"]
)
def test_order_capitals_and_small_words_hide_no_near_copy(statement: str) -> None:
    assert len(found(stating("a", SHIFT), stating("b", statement))) == 1


def test_each_is_told_once_however_many_it_is_like() -> None:
    copies = [stating(f"r{number}", f"{SHIFT} {'again ' * number}") for number in range(5)]
    assert [where for where, _ in found(*copies)] == ["r1", "r2", "r3", "r4"]


def made_up(count: int, words: int, seed: int) -> list[Requirement]:
    drawn = random.Random(seed)
    vocabulary = [f"w{number}" for number in range(words)]
    return [
        stating(f"r{number:05}", " ".join(drawn.choices(vocabulary, k=drawn.randint(1, 9))))
        for number in range(count)
    ]


@pytest.mark.parametrize("seed", range(5))
def test_looking_under_rare_words_finds_the_same_as_comparing_every_pair(seed: int) -> None:
    drawn = made_up(150, 14, seed)
    words = {each.id: telling_words(each.statement) for each in drawn}

    def near(first: Requirement, second: Requirement) -> bool:
        shared, alike = how_alike(words[first.id], words[second.id])
        return shared >= LEAST_SHARED and alike >= LEAST_ALIKE and first.statement != second.statement

    expected = {second.id for first, second in combinations(drawn, 2) if near(first, second)}
    assert {where for where, _ in found(*drawn)} == expected
    assert expected


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many pairs have been held against each other."""
    count = [0]
    real = near_copies._are_near

    def counting(*pair: object) -> bool:
        count[0] += 1
        return real(*pair)

    monkeypatch.setattr(near_copies, "_are_near", counting)
    return count


def test_twenty_thousand_ordinary_statements_cost_a_few_comparisons_each(compared: list[int]) -> None:
    statements = made_up(20_000, 4_000, seed=1)
    found(*statements)
    assert compared[0] < 20 * len(statements)


def test_however_alike_they_are_no_statement_is_held_against_more_than_the_limit(compared: list[int]) -> None:
    # All share two words of four: enough to be looked at, too few to be near.
    statements = [stating(f"r{n:04}", f"lifting boxes {n}a {n}b") for n in range(1_000)]
    half = [stating(f"s{n:04}", f"lifting boxes x{n % 7} {'y' * (n % 90)}") for n in range(1_000)]
    found(*statements, *half)
    assert compared[0] <= MOST_COMPARED * 2_000


def test_the_shipped_data_have_no_near_copies() -> None:
    assert [each.message for each in near_copy(load_catalogue(), TODAY)] == []
