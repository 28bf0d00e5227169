"""Grades in single school subjects: "a 3 in maths", "C in English", and which requirements they speak of."""

from __future__ import annotations

from dataclasses import dataclass

from pathways.catalogue import Catalogue
from pathways.model import Kind, Requirement
from pathways.places import Place
from pathways.questions.english import SCHOOL_SUBJECTS
from pathways.questions.grades import find_grades, find_span, grade_of, with_grades
from pathways.questions.levels import find_level
from pathways.questions.lexicon import Lexicon
from pathways.questions.words import STOP, Word, split_name

PASS = 4
"""The lowest GCSE grade that counts as level 2: grades 4 to 9 are level 2 and 1 to 3 are level 1, by the
government's page "What qualification levels mean" (gov.uk). The old C is today's 4, by Ofqual's comparison of
grades 9 to 1 with A* to G."""

_ALIKE = {"math": "maths", "mathematics": "maths", "language": "english", "literature": "english"}
_BETWEEN = {
    "at",
    "was",
    "is",
    "a",
    "an",
    "grade",
    "got",
    "i",
    "he",
    "she",
    "they",
    "my",
    "gcse",
    "of",
    "only",
    "it",
}
_AFTER = {"in", "for"}
_ASKED_FOR = {
    "need",
    "needs",
    "require",
    "required",
    "must",
    "want",
    "wants",
    "asks",
    "ask",
    "predicted",
    "without",
}
_REACH = 4


@dataclass(frozen=True, slots=True)
class Mark:
    """A grade in a subject, from word `start` to `end` (not included)."""

    subject: str
    grade: int
    start: int
    end: int


def find_marks(words: tuple[Word, ...]) -> tuple[Mark, ...]:
    """Return the grade of each school subject that is said to have one; a grade that is needed is not had."""
    found: list[Mark] = []
    for at, word in enumerate(words):
        if word.text not in SCHOOL_SUBJECTS:
            continue
        mark = _before(words, at) or _after(words, at) or _same_as(found, words, at)
        if mark and not _is_asked_for(words, mark.start):
            found.append(mark)
    return tuple(found)


def find_subjects(signs: tuple[str, ...]) -> frozenset[str]:
    """Return the school subjects among some words."""
    return frozenset(subject_of(sign) for sign in signs if sign in SCHOOL_SUBJECTS)


def subject_of(text: str) -> str:
    """Return one name for each subject."""
    return _ALIKE.get(text, text)


def list_asking(subjects: frozenset[str], catalogue: Catalogue) -> tuple[Requirement, ...]:
    """Return the requirements that ask for any of these subjects at level 2 or above, as their words say."""
    return tuple(
        each
        for each in catalogue.requirements
        if each.kind is Kind.ATTAINMENT and subjects & asked_subjects(each) and _is_at_level_2(each)
    )


def asked_subjects(requirement: Requirement) -> frozenset[str]:
    """Return the school subjects that a requirement's statement names."""
    return find_subjects(tuple(word.text for word in split_name(requirement.statement)))


def _is_at_level_2(requirement: Requirement) -> bool:
    words = split_name(requirement.statement)
    levels = [found.ranks for at in range(len(words)) if (found := find_level(words, at)) and found.numbered]
    ranks = [rank for each in levels for rank in each]
    return any(rank >= 2 for rank in ranks) or any(grade >= PASS for grade in find_grades(words))


def with_marks(
    places: tuple[Place, ...],
    said: tuple[Word, ...],
    words: tuple[Word, ...],
    marks: tuple[Mark, ...],
    lexicon: Lexicon,
) -> tuple[tuple[Place, ...], ...]:
    """Return what places mean beside the grades that a question names; `said` are the words for the places.

    Grades of single subjects count only where nothing is said of the others: "GCSE grade C in English, D in
    maths" is both, "five GCSEs but a D in maths" are five good ones.
    """
    inside = {place for mark in marks for place in range(mark.start, mark.end)}
    others = tuple(word for place, word in enumerate(words) if place not in inside)
    options = with_grades(places, find_grades(others), lexicon)
    one_by_one = marks and "gcse" in {word.text for word in said} and options == (places,)
    found = places_of(marks, lexicon) if one_by_one else ()
    return (found,) if found and set(places) & {*lexicon.graded} else options


def places_of(marks: tuple[Mark, ...], lexicon: Lexicon) -> tuple[Place, ...]:
    """Return the examinations of school subjects whose grades, by their titles, these are."""
    grades = {mark.grade for mark in marks}
    return tuple(place for place in lexicon.graded if grades & find_span(_title(place, lexicon)))


def _title(place: Place, lexicon: Lexicon) -> str:
    return lexicon.catalogue.position_by_id[place.position or ""].title


def _before(words: tuple[Word, ...], at: int) -> Mark | None:
    """Read "grade 3 in maths", "a C for GCSE maths"."""
    here = at - 1
    while (
        here > 0
        and words[here].text in ("gcse", "my", "her", "his", "both")
        and words[here + 1].before != STOP
    ):
        here -= 1
    if here < 1 or words[here].text not in _AFTER or STOP in (words[here].before, words[here + 1].before):
        return None
    grade = grade_of(words[here - 1], any_case=True)
    return Mark(subject_of(words[at].text), grade, here - 1, at + 1) if grade else None


def _after(words: tuple[Word, ...], at: int) -> Mark | None:
    """Read "maths grade 3", "in maths I got a 3"; what is "in" another subject is that one's."""
    for here in range(at + 1, min(len(words), at + 1 + _REACH)):
        word = words[here]
        if word.before == STOP:
            return None
        grade = grade_of(word, any_case=words[here - 1].text in ("grade", "a", "an"))
        following = words[here + 1] if here + 1 < len(words) else None
        if grade and not (
            following and (following.text in _AFTER or following.text.startswith(("gcse", "year")))
        ):
            return Mark(subject_of(words[at].text), grade, at, here + 1)
        if word.text not in _BETWEEN:
            return None
    return None


def _same_as(found: list[Mark], words: tuple[Word, ...], at: int) -> Mark | None:
    """Read the second subject of "a 3 in maths and English"."""
    listed = at > 1 and found and found[-1].end == at - 1 and words[at - 1].text in ("and", "or")
    return Mark(subject_of(words[at].text), found[-1].grade, at - 1, at + 1) if listed else None


def _is_asked_for(words: tuple[Word, ...], start: int) -> bool:
    """Say whether the grade is one that is needed or hoped for."""
    near = words[max(0, start - _REACH) : start]
    said: list[str] = []
    for word in near:
        said = [word.text] if word.before == STOP else [*said, word.text]
    return not _ASKED_FOR.isdisjoint(said)
