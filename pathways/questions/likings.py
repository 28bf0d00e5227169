"""What somebody would like to work with, where no sector or job is named: "something with people instead"."""

from __future__ import annotations

from dataclasses import dataclass

from pathways.catalogue import Catalogue
from pathways.model import ANYWHERE, GENERAL, Kind
from pathways.questions.english import SMALL
from pathways.questions.patterns import list_patterns
from pathways.questions.skeleton import PLACE, Skeleton
from pathways.questions.words import split_name, typed, words_of

_WITH = "(?:with|around|involving|for|to do with|about|using|in)"
_MINE = "(?:my |our |other |the |a |some |more |old |older |young |younger |little |small )?"
_WHOM = "(?:people|person|others|children|child|kids)"
_LIKED = list_patterns(
    rf"""
    (?:something|anything|work|working|worked|job|jobs|career|role|more) {_WITH} {_MINE}(?:{_WHOM}|%)
    (?:work|working|be|being) (?:outdoors|outside|%)|(?:job|jobs|career|role) (?:outdoors|outside|%)
    (?:help|helping) (?:other |old |older |young |younger )?(?:{_WHOM}|%)
    """
)
_ALIKE = tuple(
    words_of(each)
    for each in (
        "people person persons others",
        "kid kids child children baby babies toddler toddlers",
        "hand hands",
        "outdoors outside outdoor",
        "fixing fix mend mending repair repairing",
    )
)
"""Words that stand for one another: what people say, and what the data say."""
_LESS = words_of("less")
"""In what a wish is called: it is to have less of something."""
_MOST_SECTORS = 5


@dataclass(frozen=True, slots=True)
class Liked:
    """A sector that asks for such a wish, and one statement of its that says so."""

    sector: str
    statement: str


@dataclass(frozen=True, slots=True)
class Liking:
    """What is liked, as typed, and the sectors whose aspirations speak of it, those that say most first."""

    text: str
    sectors: tuple[Liked, ...]


def find_liking(skeleton: Skeleton, catalogue: Catalogue) -> Liking | None:
    """Return what a question would like to work with; None where the data speak of nothing of the kind."""
    for pattern in _LIKED:
        for found in pattern.find_all(skeleton):
            atoms = skeleton.atoms_in(found.start(), found.end())
            last = skeleton.atoms[atoms[-1]]
            text = typed(skeleton.words[last.start : last.end])
            liked = _list_liked(_stems(text), catalogue) if last.sign != PLACE else ()
            if liked:
                return Liking(text, liked)
    return None


def _list_liked(stems: frozenset[str], catalogue: Catalogue) -> tuple[Liked, ...]:
    """Return the sectors with a wish whose concept is called so, then those with one that is worded so."""
    wanted = stems.union(*(_stems(" ".join(group)) for group in _ALIKE if stems & _stems(" ".join(group))))
    wishes = [
        each
        for each in catalogue.requirements
        if each.kind is Kind.ASPIRATION and each.scope not in (ANYWHERE, GENERAL)
    ]
    names = {each.id: _stems(each.title) for each in catalogue.concepts}
    called = {each for each, stems in names.items() if stems & wanted and not stems & _LESS}
    told: dict[str, list[str]] = {}
    for each in (each for each in wishes if each.concept in called):
        told.setdefault(each.scope, []).append(each.statement)
    by_name = sorted(told, key=lambda sector: (-len(told[sector]), sector))
    for each in (each for each in wishes if each.scope not in by_name and _stems(each.statement) & wanted):
        told.setdefault(each.scope, []).append(each.statement)
    ordered = [*by_name, *(sector for sector in told if sector not in by_name)]
    return tuple(Liked(sector, min(told[sector], key=len)) for sector in ordered[:_MOST_SECTORS])


def _stems(text: str) -> frozenset[str]:
    return frozenset(word.stem for word in split_name(text) if word.text not in SMALL)
