"""Requirements that are nearly the same in words without being about the same thing.

Two statements of one kind are near-copies where two things hold of their telling words, which are all but the
small ones ("you", "the", "of"): at least `LEAST_SHARED` of the words of both together stand in both, and put
in the order of the alphabet they are `LEAST_ALIKE` per cent alike, letter by letter. The first finds what was
copied, the second lets pass what shares a frame and says something else in a word that matters.

Not every pair is compared. Statements that share so many words must share one of their rarest few (if x has n
words, one of its rarest n - LEAST_SHARED n + 1), so each is only held against earlier ones found under those.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz

from pathways.catalogue import Catalogue
from pathways.checks.records import inside, list_records
from pathways.checks.wording import label, quoted
from pathways.model import Kind, Requirement
from pathways.notices import Finding, Severity, Subject

LEAST_SHARED = 0.6
LEAST_ALIKE = 80
"""Chosen on the data that ship: docs/checks.md says how."""

MOST_COMPARED = 200
"""How many earlier statements one is held against, those with the rarest words in common first."""

_SMALL = """
a an and are as at be been by can could do does for from had has have how if in into is it its may
might must of on or so such than that the their them then there these they this those to was were
what when where which who whom whose why will with would you your
"""
SMALL_WORDS = frozenset(_SMALL.split())

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHE = re.compile("['’]")


@dataclass(frozen=True, slots=True)
class _Stated:
    """A requirement with the telling words of its statement, rarest first, as a set and as a text."""

    subject: Subject
    requirement: Requirement
    words: tuple[str, ...]
    together: frozenset[str]
    text: str

    @property
    def rarest(self) -> tuple[str, ...]:
        """The words of which a near-copy has to share one."""
        return self.words[: len(self.words) - math.ceil(LEAST_SHARED * len(self.words)) + 1]


def near_copy(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """Two requirements of one kind in nearly the same words, which share no concept."""
    earlier: dict[tuple[Kind, str], list[_Stated]] = {}
    for stated in _list_stated(catalogue):
        kind = stated.requirement.kind
        near = next((each for each in _candidates(stated, kind, earlier) if _are_near(stated, each)), None)
        if near:
            text = (
                f"{label(stated.subject)} says nearly the same as {quoted(near.requirement.id)}: "
                f"{quoted(near.requirement.statement, 200)}. "
                "Use one, give both one concept, or say what is different."
            )
            yield Finding("near-copy", Severity.WARNING, inside(stated.subject, "statement"), text)
        for word in stated.rarest:
            earlier.setdefault((kind, word), []).append(stated)


def telling_words(statement: str) -> frozenset[str]:
    """Return the words of a statement, in small letters, but for the small words."""
    words = _WORD.findall(_APOSTROPHE.sub("", statement.casefold()))
    return frozenset(words) - SMALL_WORDS


def how_alike(first: frozenset[str], second: frozenset[str]) -> tuple[float, float]:
    """Return which part of the words of both stands in both, and how alike they are in per cent."""
    return _shared(first, second), fuzz.ratio(_in_order(first), _in_order(second))


def _shared(first: frozenset[str], second: frozenset[str]) -> float:
    both = len(first & second)
    return both / (len(first) + len(second) - both) if first or second else 0.0


def _in_order(words: frozenset[str]) -> str:
    return " ".join(sorted(words))


def _list_stated(catalogue: Catalogue) -> Iterator[_Stated]:
    said = [
        (subject, each, telling_words(each.statement))
        for subject, each in list_records(catalogue, "requirements")
        # Of a concept that is not there, and of none at all, other checks speak.
        if each.concept in catalogue.concept_by_id or each.holding
    ]
    uses = Counter(word for _, _, words in said for word in words)
    for subject, requirement, words in said:
        rarest_first = tuple(sorted(words, key=lambda word: (uses[word], word)))
        yield _Stated(subject, requirement, rarest_first, words, _in_order(words))


def _candidates(
    stated: _Stated, kind: Kind, earlier: dict[tuple[Kind, str], list[_Stated]]
) -> Iterator[_Stated]:
    seen: set[str] = set()
    for word in stated.rarest:
        for other in earlier.get((kind, word), ()):
            if other.requirement.id in seen:
                continue
            if len(seen) == MOST_COMPARED:
                return
            seen.add(other.requirement.id)
            yield other


def _are_near(stated: _Stated, other: _Stated) -> bool:
    # The quickest first: with many statements nearly every pair ends here, and there are millions.
    return (
        _shared(stated.together, other.together) >= LEAST_SHARED
        and not _is_told_apart(stated.requirement, other.requirement)
        and fuzz.ratio(stated.text, other.text) >= LEAST_ALIKE
    )


def _is_told_apart(first: Requirement, second: Requirement) -> bool:
    """Whether the data say what two requirements have to do with each other, whatever their words.

    Holdings name what is to be held: "a level 2" and "a level 3" differ by a figure, and have to. Of
    statements that are the same to the letter, `repeated-statement` speaks.
    """
    if first.holding and second.holding:
        return True
    return first.concept == second.concept or _plain(first) == _plain(second)


def _plain(requirement: Requirement) -> str:
    return " ".join(requirement.statement.casefold().split()).rstrip(".")
