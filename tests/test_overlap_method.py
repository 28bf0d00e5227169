"""What docs/overlap-method.md says was measured is what is measured."""

from __future__ import annotations

from pathways.likeness import FLOOR, telling_words
from tests.overlap_report import PAGE, fresh, hidden, matched, scores


def test_the_tables_are_as_measured():
    page = PAGE.read_text("utf-8")
    assert fresh(page) == page, "python -m tests.overlap_report"


def test_the_floor_is_the_lowest_from_which_most_pairs_found_are_right():
    precision = {step: scores(matched(hidden(), step / 100))[1] for step in (20, 25, 30, 35)}
    assert [step for step, right in precision.items() if right > 0.5] == [round(100 * FLOOR)]


def test_the_same_words_before_every_statement_say_nothing():
    plain = {str(number): f"{word} and some" for number, word in enumerate("abcdefghi")}
    prefixed = {name: f"It is expected that: {text}" for name, text in plain.items()}
    assert (
        telling_words(prefixed, {})
        == telling_words(plain, {})
        == dict(zip("012345678", "abcdefghi", strict=True))
    )


def test_a_few_statements_have_nothing_in_common_that_could_be_left_out():
    assert telling_words({"one": "Bake BREAD.", "two": "Bake cakes."}, {}) == {
        "one": "bake bread",
        "two": "bake cakes",
    }


def test_what_most_of_a_sector_says_tells_nothing_there_and_the_same_words_stay_the_same():
    here = {f"care {word}": f"look after {word}" for word in "abcdefghi"}
    there = {
        "wood a": "Look after A!",
        "wood else": "look after wood",
        **{f"wood {n}": f"do {n}" for n in range(20)},
    }
    told = telling_words(here | there, {"care": here, "wood": there})
    assert told["care a"] == told["wood a"] == "a"
    assert told["wood else"] == "look after wood"
