"""Whose place is whose, where a question speaks of two people: "I'm an X, my daughter has Y ..."."""

from __future__ import annotations

from dataclasses import replace

from pathways.questions.cues import Side
from pathways.questions.sides import Sided
from pathways.questions.skeleton import Skeleton
from pathways.questions.words import PAUSE, STOP, words_of

_OTHERS = words_of(
    """
    she he they her him them daughter daughters son sons child wife husband partner friend sister brother
    mum dad mother father niece nephew cousin boyfriend girlfriend colleague lad
    """
)
_ASKING = {"how", "what", "where", "can", "could", "which"}


def keep_one_person(sided: tuple[Sided, ...], skeleton: Skeleton) -> tuple[Sided, ...]:
    """Leave out where one person is, if it is another one who wants to get somewhere."""
    starts = [each for each in sided if each.side is Side.START and not each.alike]
    mine = [each for each in starts if _subject(each, skeleton) == "i"]
    theirs = [each for each in starts if _subject(each, skeleton) == "other"]
    if not mine or not theirs:
        return sided
    left_out = mine if _asked_for(skeleton) == "other" else theirs
    return tuple(replace(each, side=None, left_out=True) if each in left_out else each for each in sided)


def _subject(each: Sided, skeleton: Skeleton) -> str | None:
    """Return who a place is said of: the last person named before it in the same part of the sentence."""
    for atom in reversed(skeleton.atoms[: each.atom]):
        if atom.sign in (STOP, PAUSE):
            return None
        if atom.sign == "i":
            return "i"
        if atom.sign in _OTHERS:
            return "other"
    return None


def _asked_for(skeleton: Skeleton) -> str | None:
    """Return who the question is about: the first person named after its last question word."""
    signs = [atom.sign for atom in skeleton.atoms]
    last = max((place for place, sign in enumerate(signs) if sign in _ASKING), default=0)
    people = [sign for sign in signs[last:] if sign == "i" or sign in _OTHERS]
    return None if not people else "i" if people[0] == "i" else "other"
