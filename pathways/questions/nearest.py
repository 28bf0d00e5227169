"""The places whose names come nearest to words that are not known."""

from __future__ import annotations

from rapidfuzz import fuzz, process

from pathways.places import Place
from pathways.questions.english import SMALL, is_english
from pathways.questions.lexicon import Lexicon
from pathways.questions.words import split_words

_CLOSE = 70.0
_SURE = 90.0
"""Names of levels are general words: "Manchester" is no slip of "masters", nor "doctor" of "doctorate"."""
_BRIEF, _NEAR = 9, 86.0
"""Of short names only the nearest are offered: a "doctor" is no "director"."""
_SHORT = 4
"""Letters in which every other word is near: "hand" to "HND"."""
_MOST = 3


def list_nearest(
    text: str, lexicon: Lexicon, sectors: frozenset[str] = frozenset()
) -> tuple[tuple[Place, ...], ...]:
    """Return up to three places whose names look like the text or share a word with it, likeliest first."""
    asked = [word.stem for word in split_words(text[:80]) if not is_english(word)]
    if not asked or any(character.isdigit() for character in text):
        return ()
    wanted = set(asked)
    scores: dict[tuple[Place, ...], float] = {}
    for name, score, _ in process.extract(
        "".join(asked), lexicon.spelt, scorer=fuzz.ratio, score_cutoff=_CLOSE, limit=20
    ):
        alike = score >= _NEAR or (len(name) >= _BRIEF and name[0] == asked[0][0])
        if len(name) > _SHORT and alike and (score >= _SURE or not lexicon.names[name].levels):
            _keep(scores, lexicon.names[name].places, score)
    for found in lexicon.names.values():
        if not wanted.isdisjoint(found.words):
            _keep(scores, found.places, _shared(wanted, found.words))
    scores = {places: score + 10 * _in(places, sectors, lexicon) for places, score in scores.items()}
    likely = sorted(scores.items(), key=lambda each: (-each[1], str(each[0])))
    return tuple(places for places, _ in likely[:_MOST])


def _keep(scores: dict[tuple[Place, ...], float], places: tuple[Place, ...], score: float) -> None:
    if places and score >= _CLOSE and score > scores.get(places, 0.0):
        scores[places] = score


def _shared(wanted: set[str], words: tuple[str, ...]) -> float:
    """Score a name by how many of its words, and of those asked for, are in both."""
    mine = {word for word in words if word not in SMALL}
    return 55.0 + 45.0 * len(wanted & mine) / len(wanted | mine)


def _in(places: tuple[Place, ...], sectors: frozenset[str], lexicon: Lexicon) -> bool:
    """Say whether a place is in one of the sectors that the question speaks of."""
    positions = lexicon.catalogue.position_by_id
    found = {positions[place.position].sector if place.position else place.sector for place in places}
    return not sectors.isdisjoint(found)
