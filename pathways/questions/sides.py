"""Which places of a question are the start, which the goal, and which words stand where a place should."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from pathways.questions.cues import CueFound, Side, find_cues
from pathways.questions.english import TRANSPARENT
from pathways.questions.phrases import Phrase
from pathways.questions.skeleton import DONE, PLACE, Skeleton
from pathways.questions.words import PAUSE

_JOINS = {"and", "or", "plus", PAUSE}
_ROW = {
    "and",
    "or",
    "with",
    "to",
    "versus",
    "between",
    "compare",
    "comparing",
    "from",
    "than",
    "against",
    PAUSE,
}
_WHERE = {"in", "at", "near", "with", "for", "of", "by"}
_LIST = _JOINS | {"a", "an", "the", "my", "both", "either", "some"}


@dataclass(frozen=True, slots=True)
class Sided:
    """A phrase and the side it stands on: None where nothing says. `cue` are the words that say it.

    `alike` says that it is named in a list with the phrase before it, `lowest` that it stands for having no
    qualifications, `left_out` that it is on neither;
    `elsewhere` is a sector, not its own, that a job is done in; `alternative` that it is one of "A or B".
    """

    phrase: Phrase
    atom: int
    side: Side | None
    strong: bool
    cue: str
    alike: bool = False
    lowest: bool = False
    left_out: bool = False
    elsewhere: str | None = None
    alternative: bool = False


def find_sides(skeleton: Skeleton, *, compared: bool) -> tuple[Sided, ...]:
    """Put each place on the side that the words before it say, and unknown words that stand for a place.

    Unknown words that stand for no place are left out. Where places are `compared`, all that is named in a
    row stands for one.
    """
    cues = find_cues(skeleton)
    found = [
        _sided(skeleton, place, atom.phrase, cues)
        for place, atom in enumerate(skeleton.atoms)
        if atom.phrase is not None
    ]
    if sum(each.phrase.is_place for each in found) == 2:
        found = _between(found)
    listed = _listed(found, skeleton)
    return tuple(
        each.sided
        for each in listed
        if each.phrase.is_place
        or _claimed(each, listed)
        or any(odd.numbered for odd in each.phrase.odd)
        or _leads_to_a_place(each, skeleton)
        or (compared and _in_a_row(each, skeleton))
    )


def _leads_to_a_place(each: _Found, skeleton: Skeleton) -> bool:
    """Say whether words not known stand before "to" and a place: "plumber to X", but not "in Leeds to X"."""
    if each.sided.atom and skeleton.atoms[each.sided.atom - 1].sign in _WHERE:
        return False
    after = [atom.sign for atom in skeleton.atoms[each.sided.atom + 1 : each.sided.atom + 5]]
    return after[:1] == ["to"] and next((s for s in after[1:] if s not in ("a", "an", "the")), "") == PLACE


def _in_a_row(each: _Found, skeleton: Skeleton) -> bool:
    before = [atom.sign for atom in skeleton.atoms[: each.sided.atom] if atom.sign not in TRANSPARENT]
    return before[-1:] != [] and before[-1] in _ROW


@dataclass(frozen=True, slots=True)
class _Found:
    sided: Sided
    claims: bool
    softly: bool

    @property
    def phrase(self) -> Phrase:
        return self.sided.phrase


def _sided(skeleton: Skeleton, place: int, phrase: Phrase, cues: tuple[CueFound, ...]) -> _Found:
    """Find the best cue between the place before and this one, with nothing in between that has a say."""
    here = skeleton.offsets[place]
    near = [each for each in cues if each.end < here and _clear(skeleton, each.end, place)]
    best = max(near, key=lambda each: (each.cue.strong, each.end, -each.start), default=None)
    if best is None:
        return _Found(Sided(phrase, place, None, strong=False, cue=""), claims=False, softly=False)
    said = skeleton.text[best.start : best.end].strip()
    sided = Sided(phrase, place, best.cue.side, best.cue.strong, said)
    return _Found(sided, best.cue.claims, best.cue.softly)


def _clear(skeleton: Skeleton, end: int, place: int) -> bool:
    """Say whether only words without a say stand between the end of a cue and a place: "from: X" too."""
    between = skeleton.text[end : skeleton.offsets[place]].split()
    if between[:1] == [PAUSE]:
        between = between[1:]
    return all(sign in TRANSPARENT or sign == DONE or sign.isdigit() for sign in between)


def _between(found: list[_Found]) -> list[_Found]:
    """Of "between A and B" A is the start and B the goal."""
    places = [number for number, each in enumerate(found) if each.phrase.is_place]
    first, second = (found[number] for number in places)
    if first.sided.cue == "between" and second.sided.side is None:
        found[places[1]] = replace(second, sided=replace(second.sided, side=Side.GOAL, cue="between"))
    return found


def _listed(found: list[_Found], skeleton: Skeleton) -> list[_Found]:
    """Give what is named in a list the side of what stands before it: "A and B", "in X and in Y"."""
    listed = found[:1]
    for _, after in pairwise(found):
        before = listed[-1]
        between = [atom.sign for atom in skeleton.atoms[before.sided.atom + 1 : after.sided.atom]]
        again = before.sided.cue.endswith(" in")
        joined = all(sign in _LIST or (again and sign == "in") for sign in between) and _JOINS & set(between)
        if joined and after.sided.side is None and before.sided.side is not None:
            sided = replace(
                after.sided,
                side=before.sided.side,
                strong=before.sided.strong,
                cue=before.sided.cue,
                alike=True,
                alternative="or" in between,
            )
            after = replace(after, sided=sided, claims=before.claims, softly=before.softly)
        listed.append(after)
    return listed


def _claimed(each: _Found, found: list[_Found]) -> bool:
    """Say whether an unknown word stands where a place should."""
    if each.sided.side is None or not each.claims:
        return False
    answered = any(other.phrase.is_place and other.sided.side is each.sided.side for other in found)
    return not (each.softly and answered)
