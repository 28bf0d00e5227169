"""The ways people write a level, beyond the aliases that the data give it."""

from __future__ import annotations

from dataclasses import dataclass

from pathways.questions.words import STOP, Word, key, split_words, words_of

UNQUALIFIED = -1
ENTRY = 0
HIGHEST = 8

_BODIES = words_of(
    """
    nvq nvqs svq vrq qcf rqf nqf btec ncfe cache
    """
)
_LEVEL = {"level", "levels"}
_ROMAN = {"ii": 2, "iii": 3, "iv": 4, "versus": 5, "vi": 6, "vii": 7, "viii": 8}
_NUMBERS = {str(number): number for number in range(1, HIGHEST + 1)}
_UNITS = words_of(
    """
    year month week day hour time gcse a o people child kid job good way option step
    """
)
_JOBS = {"job", "jobs", "role", "roles", "position", "positions", "work"}
_ENTRY_TO_SOMETHING = _JOBS | words_of(
    """
    requirement requirements criteria criterion grade grades route routes point points condition
    conditions into to for job jobs role roles position positions work
    """
)

_PHRASES: dict[str, tuple[int, ...]] = {
    # At school, or nothing yet.
    "no qualifications": (-1,), "no formal qualifications": (-1,), "without qualifications": (-1,),
    "without any qualifications": (-1,), "not got any qualifications": (-1,),
    "not have any qualifications": (-1,), "not have qualifications": (-1,), "not any qualifications": (-1,),
    "zero qualifications": (-1,), "do not have any qualifications": (-1,),
    "do not have qualifications": (-1,), "have no qualifications": (-1,),
    "have not got any qualifications": (-1,), "have not any qualifications": (-1,),
    "got no qualifications": (-1,), "with no qualifications": (-1,), "have nothing": (-1,),
    "no real qualifications": (-1,), "unqualified": (-1,), "not qualified": (-1,), "from nothing": (-1,),
    "from scratch": (-1,), "from zero": (-1,), "from the bottom": (-1,), "with nothing": (-1,),
    "nothing at all": (-1,), "no certificates": (-1,), "still at school": (-1,), "at school": (-1,),
    "still in school": (-1,), "left school": (-1,), "leave school": (-1,), "leaves school": (-1,),
    "leaving school": (-1,), "school leaver": (-1,), "finish school": (-1,), "finished school": (-1,),
    "from school": (-1,), "after school": (-1,), "out of school": (-1,), "key stage 3": (-1,),
    "ks 3": (-1,), "statutory education": (-1,), "compulsory schooling": (-1,),
    "hate school": (-1,), "hates school": (-1,),
    "year 7": (-1,),
    "year 8": (-1,), "year 9": (-1,), "year 10": (-1,), "year 11": (-1,),

    # Entry level.
    "foundation learning": (0,), "pre entry": (0,), "functional skills entry level": (0,),
    # Levels 1 and 2.
    "key stage 4": (2,), "ks 4": (2,), "gcse": (2,), "gcses": (2,), "o level": (2,), "igcse": (2,),
    "intermediate apprenticeship": (2,), "intermediate level": (2,), "btec first": (2,),
    "ordinary level": (2,),
    # Level 3.
    "a level": (3,), "as level": (3,), "advanced level": (3,), "advanced apprenticeship": (3,),
    "t level": (3,), "btec national": (3,), "btec extended diploma": (3,), "key stage 5": (3,),
    "ks 5": (3,), "ib diploma": (3,), "international baccalaureate": (3,), "access to he": (3,),
    "access to higher education": (3,), "access course": (3,), "access diploma": (3,),
    "national diploma": (3,), "ond": (3,), "onc": (3,),
    # Higher education.
    "hnc": (4,), "higher national certificate": (4,), "certificate of higher education": (4,),
    "cert he": (4,), "certhe": (4,), "higher apprenticeship": (4, 5), "higher level apprenticeship": (4, 5),
    "hnd": (5,), "higher national diploma": (5,), "foundation degree": (5,),
    "diploma of higher education": (5,), "dip he": (5,), "diphe": (5,), "fda": (5,), "fdsc": (5,),
    "higher technical qualification": (4, 5), "degree": (6,), "degree level": (6,),
    "university degree": (6,), "uni degree": (6,), "bachelor": (6,), "bachelor degree": (6,),
    "honours degree": (6,), "first degree": (6,), "undergraduate degree": (6,),
    "degree apprenticeship": (6, 7), "graduate": (6,), "bsc": (6,), "beng": (6,), "bachelor of art": (6,),
    "bachelor of science": (6,), "masters": (7,), "masters degree": (7,), "msc": (7,), "pgce": (7,),
    "postgraduate": (7,), "postgraduate degree": (7,), "postgraduate certificate": (7,), "phd": (8,),
    "doctorate": (8,), "dphil": (8,), "doctoral degree": (8,),
}  # fmt: skip


_RANKS = {key(split_words(phrase)): ranks for phrase, ranks in _PHRASES.items()}
_BEGINNINGS = {spelt[:length] for spelt in _RANKS for length in range(1, len(spelt) + 1)}


@dataclass(frozen=True, slots=True)
class LevelFound:
    """How many words name a level, and the ranks they name: none where there is no such level.

    `numbered` says that it is written as a rung ("level 2"), not by a name of its own ("Key Stage 4").
    """

    length: int
    ranks: tuple[int, ...]
    numbered: bool = True


def find_level(words: tuple[Word, ...], at: int) -> LevelFound | None:
    """Return the level named by the words from `at` on: "L3", "NVQ level 2", "entry 3", "levels 2 and 3"."""
    return _numbered(words, at) or _entry(words, at) or _phrase(words, at)


def is_level_letter(words: tuple[Word, ...], at: int) -> bool:
    """Say whether a capital U or E stands for a level: "U to L5", "from E"."""
    if words[at].raw not in ("U", "E"):
        return False
    beside = [words[place].text for place in (at - 1, at + 1) if 0 <= place < len(words)]
    return "to" in beside or "from" in beside


def is_level_number(words: tuple[Word, ...], at: int) -> bool:
    """Say whether the word is a bare number that can stand for a level: "to 4", but not "4 years"."""
    if at >= len(words) or words[at].stem not in _NUMBERS or words[at].text == "one":
        return False
    return at + 1 == len(words) or words[at + 1].before == STOP or words[at + 1].stem not in _UNITS


def follows_level(words: tuple[Word, ...], at: int) -> bool:
    """Say whether the word is the number of the "level" before it, be there such a level or not."""
    if at >= len(words) or words[at].before == STOP:
        return False
    counted = at + 1 < len(words) and words[at + 1].before != STOP and words[at + 1].stem in _UNITS
    return is_level_number(words, at) or (
        words[at].text.isdigit() and len(words[at].text) < 3 and not counted
    )


def level_number(word: Word) -> int:
    """Return the number that a word for which `is_level_number` holds stands for."""
    return _NUMBERS[word.stem]


def _numbered(words: tuple[Word, ...], at: int) -> LevelFound | None:
    here = at
    if words[here].text in _BODIES:
        here = _after(words, here)
    named = here < len(words) and words[here].text in _LEVEL
    if named:
        here = _after(words, here)
    if here == at or here >= len(words):
        return None
    number = words[here].stem
    if here + 1 < len(words) and words[here + 1].before == "" and words[here + 1].text.isdigit():
        return LevelFound(here + 2 - at, ())
    if number in _NUMBERS or (named and number in _ROMAN):
        ranks = [_NUMBERS.get(number) or _ROMAN[number]]
        here += 1
        while (more := _listed(words, here)) is not None:
            ranks.append(_NUMBERS[words[more].stem])
            here = more + 1
        return LevelFound(here - at, tuple(ranks))
    return LevelFound(here + 1 - at, ()) if named and number.isdigit() and number != "0" else None


def _after(words: tuple[Word, ...], here: int) -> int:
    """Return the next place, past an "at" or "number"; the end where a sentence ends in between."""
    here += 1
    if here + 1 < len(words) and words[here].text in ("at", "no", "number"):
        here += 1
    return len(words) if here < len(words) and words[here].before == STOP else here


def _listed(words: tuple[Word, ...], here: int) -> int | None:
    """Return the place of a further number of a list: "2 or 3", "2/3", "2, 3"."""
    if here < len(words) and words[here].before == "/":
        return here if is_level_number(words, here) else None
    joined = here < len(words) and words[here].text in ("or", "and") and words[here].before != STOP
    return here + 1 if joined and is_level_number(words, here + 1) else None


def _entry(words: tuple[Word, ...], at: int) -> LevelFound | None:
    text, here = words[at].text, at + 1
    if is_level_letter(words, at):
        return LevelFound(1, (UNQUALIFIED if text == "u" else ENTRY,))
    if text in ("e", "el"):
        small = here < len(words) and words[here].before == "" and words[here].stem in ("1", "2", "3")
        return LevelFound(2, (ENTRY,)) if small else None
    if text != "entry":
        return None
    if here < len(words) and words[here].text == "level":
        here += 1
    if here < len(words) and words[here].stem in ("1", "2", "3"):
        here += 1
    told = _ENTRY_TO_SOMETHING if here - at == 1 else _JOBS
    if here < len(words) and words[here].before != STOP and words[here].text in told:
        return None
    return LevelFound(here - at, (ENTRY,))


def _phrase(words: tuple[Word, ...], at: int) -> LevelFound | None:
    """Return the longest phrase for a level from here on, as far as any could go on."""
    found, begun = None, ""
    for end in range(at + 1, len(words) + 1):
        word = words[end - 1]
        begun += word.stem
        if begun not in _BEGINNINGS or (end - 1 > at and word.before == STOP):
            break
        if begun in _RANKS:
            found = LevelFound(end - at, _RANKS[begun], numbered=False)
    return found
