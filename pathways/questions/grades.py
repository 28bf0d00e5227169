"""The grades of school examinations in a question: "grade 3 GCSEs" are not those that a level asks for."""

from __future__ import annotations

from pathways.places import Place
from pathways.questions.lexicon import Lexicon
from pathways.questions.words import Word, split_words

_LETTERS = {"a": 7, "b": 6, "c": 4, "d": 3, "e": 2, "f": 1, "g": 1}
"""The old letters as today's numbers, by Ofqual's comparison of grades."""

_BETWEEN = {"to", "and", "or", "s", "mostly", "at", "are", "were", "all"}


def find_grades(words: tuple[Word, ...]) -> frozenset[int]:
    """Return the grades named: what follows "grade" or "grades", and what that is joined to."""
    found: set[int] = set()
    for at, word in enumerate(words):
        if word.stem != "grade":
            continue
        for after in words[at + 1 : at + 6]:
            grade = _grade(after)
            if grade is None and after.text not in _BETWEEN:
                break
            found |= {grade} if grade else set()
    return frozenset(found)


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
    named = find_grades(split_words(title))
    return frozenset(range(min(named), max(named) + 1)) if named else frozenset()


def _grade(word: Word) -> int | None:
    if word.text.isdigit() and 0 < int(word.text) < 10:
        return int(word.text)
    return _LETTERS.get(word.text) if word.raw.isupper() else None
