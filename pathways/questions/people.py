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
_ME = "i"
_PRONOUNS = words_of("she he they her him them")
_ASKING = {"how", "what", "where", "can", "could", "which"}


def keep_one_person(sided: tuple[Sided, ...], skeleton: Skeleton) -> tuple[Sided, ...]:
    """Leave out where one person is, if it is another one who wants to get somewhere."""
    said_of = {
        each.atom: _subject(each, skeleton) for each in sided if each.side is Side.START and not each.alike
    }
    people = {person for person in said_of.values() if person}
    asked = _asked_for(skeleton)
    if len(people) < 2 or not (_ME in people or asked in people - _PRONOUNS):
        return sided
    wanted = {asked} if asked in people and asked not in _PRONOUNS else people - {_ME}
    if asked == _ME or (asked is None and _ME in people):
        wanted = {_ME}
    left_out = {
        atom for atom, person in said_of.items() if person and person not in wanted | _pronouns(wanted)
    }
    return tuple(replace(each, side=None, left_out=True) if each.atom in left_out else each for each in sided)


def _pronouns(wanted: set[str]) -> frozenset[str]:
    """Return the pronouns that may stand for those wanted."""
    return frozenset() if wanted == {_ME} else _PRONOUNS


def _subject(each: Sided, skeleton: Skeleton) -> str | None:
    """Return who a place is said of: the last person named before it in the same part of the sentence."""
    for atom in reversed(skeleton.atoms[: each.atom]):
        if atom.sign in (STOP, PAUSE):
            return None
        if atom.sign == _ME or atom.sign in _OTHERS:
            return atom.sign
    return None


def _asked_for(skeleton: Skeleton) -> str | None:
    """Return who is asked about: the first person after the last question word, else the last before it."""
    signs = [atom.sign for atom in skeleton.atoms]
    last = max((place for place, sign in enumerate(signs) if sign in _ASKING), default=0)
    after = (sign for sign in signs[last:] if sign == _ME or sign in _OTHERS)
    before = (sign for sign in reversed(signs[:last]) if sign == _ME or sign in _OTHERS)
    return next(after, None) or next(before, None)
