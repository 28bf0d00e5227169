"""The grades of school examinations in a question: "grade 3 GCSEs" are not those that a level asks for."""

from __future__ import annotations

from pathways.places import Place
from pathways.questions.lexicon import Lexicon
from pathways.questions.words import PAUSE, STOP, Word, split_name

_LETTERS = {"a": 7, "b": 6, "c": 4, "d": 3, "e": 2, "f": 1, "g": 1}
"""The old letters as today's numbers, by Ofqual's comparison of grades."""

_BETWEEN = {
    "to",
    "and",
    "or",
    "s",
    "mostly",
    "at",
    "are",
    "were",
    "all",
    "of",
    "is",
    "was",
    "grade",
    "grades",
}
_ONWARDS = {"above", "below", "up", "upwards", "higher", "lower", "but", "so", "in", "including"}
_OF_GCSES = {
    "in",
    "at",
    "for",
    "most",
    "all",
    "my",
    "your",
    "her",
    "his",
    "their",
    "of",
    "the",
    "nearly",
    "every",
}
_GRADED = {"grade", "gcse"}
_MOST_BETWEEN = 6


def find_grades(words: tuple[Word, ...]) -> frozenset[int]:
    """Return the grades named: what follows "grade" or "GCSEs", and what that is joined to."""
    found: set[int] = set()
    for at, word in enumerate(words):
        if word.stem not in _GRADED:
            continue
        found |= _grade_before(words, at)
        for here in range(at + 1, min(len(words), at + 1 + _MOST_BETWEEN)):
            grade = _listed_grade(words, here, sure=word.stem == "grade")
            if (grade is None and words[here].text not in _BETWEEN) or words[here].before == STOP:
                break
            found |= {grade - _is_below(words, at)} if grade else set()
    return frozenset(found)


def _grade_before(words: tuple[Word, ...], at: int) -> set[int]:
    """Return the grade that there are several of before "in my GCSEs": "4s in most GCSEs"."""
    here = at - 1
    while here > 1 and words[here].text in _OF_GCSES and words[here + 1].before != STOP:
        here -= 1
    plural = here > 0 and here < at - 1 and words[here].text == "s" and words[here].before == ""
    grade = grade_of(words[here - 1]) if plural else None
    return {grade} if grade else set()


def _is_below(words: tuple[Word, ...], at: int) -> bool:
    """Say whether the grade after this word is one too good: "below grade 4"."""
    return at > 0 and words[at - 1].text in ("below", "under")


def _listed_grade(words: tuple[Word, ...], at: int, *, sure: bool) -> int | None:
    """Return the grade here, also where there are several of it: "2s", "Cs".

    "A" of "A level" is none, nor, where no grades were announced, is the number of "GCSEs and 2 A levels".
    """
    word, after = words[at], words[at + 1] if at + 1 < len(words) else None
    if after and after.stem == "level":
        return None
    if len(word.raw) == 2 and word.raw[0].isupper() and word.raw[1] == "s":
        return _LETTERS.get(word.text[0])
    ends = after is None or after.before in (STOP, PAUSE) or after.text in _BETWEEN | _ONWARDS
    return grade_of(word) if sure or ends else None


def with_grades(
    places: tuple[Place, ...], grades: frozenset[int], lexicon: Lexicon
) -> tuple[tuple[Place, ...], ...]:
    """Return what places mean where these grades are named: one option for each that the grades fall in.

    What grades a qualification stands for is read from its title ("GCSEs at grades 1 to 3").
    """
    types = {lexicon.type_of(place) for place in places} - {None}
    if not grades or len(types) != 1:
        return (places,)
    options = tuple(
        (Place(position=each.id),)
        for each in lexicon.catalogue.qualifications
        if each.type in types and grades & find_span(each.title)
    )
    return options or (places,)


def find_span(title: str) -> frozenset[int]:
    """Return the grades from the first to the last that a title names."""
    named = find_grades(split_name(title))
    return frozenset(range(min(named), max(named) + 1)) if named else frozenset()


def grade_of(word: Word, *, any_case: bool = False) -> int | None:
    """Return the grade that a word is: a number, or an old letter, in capitals unless `any_case` will do."""
    if word.text.isdigit() and 0 < int(word.text) < 10:
        return int(word.text)
    if (any_case and word.text != "a") or word.raw.isupper():
        return _LETTERS.get(word.text)
    return None
