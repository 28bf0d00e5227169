"""Names and general words found through a slip of the pen."""

from __future__ import annotations

from rapidfuzz import process
from rapidfuzz.distance import OSA

from pathways.questions.english import CUE_WORDS, is_english
from pathways.questions.lexicon import Lexicon
from pathways.questions.mentions import Kind, Mention, mention_of
from pathways.questions.names import Name
from pathways.questions.spelling import FAR, allowance, distance
from pathways.questions.words import STOP, Word, key, respelled

_MOST_WINDOWS = 60
_CUES = sorted(CUE_WORDS)
_MOST_EDITS = 4
_LONGEST = 6


def mend_cues(words: tuple[Word, ...], lexicon: Lexicon) -> tuple[Word, ...]:
    """Return the words with slips in general words put right ("becoem"), but for words near a name."""
    mended = []
    for word in words:
        if len(word.text) < 5 or is_english(word) or lexicon.find_name((word,)):
            mended.append(word)
            continue
        cost, cue = _nearest_cue(word)
        close = cost <= allowance(len(cue), alone=True) and cost < _nearest_cost(word, lexicon)
        mended.append(respelled(word, cue) if close else word)
    return tuple(mended)


def _nearest_cue(word: Word) -> tuple[float, str]:
    """Return the general word that one is nearest to; where a slip is half a cost, few are near."""
    near = process.extract(word.text, _CUES, scorer=OSA.distance, score_cutoff=_MOST_EDITS, limit=None)
    return min(((distance(word.text, cue), cue) for cue, _, _ in near), default=(FAR, ""))


def _nearest_cost(word: Word, lexicon: Lexicon) -> float:
    near = process.extract(word.stem, lexicon.names.keys(), scorer=OSA.distance, score_cutoff=3, limit=5)
    return min((distance(word.stem, spelt) for spelt, _, _ in near), default=FAR)


def find_misspelt(words: tuple[Word, ...], exact: list[Mention], lexicon: Lexicon) -> list[Mention]:
    """Find names typed with a slip, round words that nothing else explains.

    A longer name takes in a shorter one that was found: "nursery" of "nursery manger".
    """
    taken = {place for mention in exact for place in range(mention.start, mention.end)}
    unknown = {
        place for place, word in enumerate(words) if place not in taken and word.text and not is_english(word)
    }
    found: list[Mention] = []
    windows = 0
    for length in range(_LONGEST, 0, -1):
        for start in range(len(words) - length + 1):
            inside = set(range(start, start + length))
            window = words[start : start + length]
            if not inside & unknown or windows == _MOST_WINDOWS or _is_cut(inside, exact, window):
                continue
            windows += 1
            name = _nearest(window, lexicon)
            if name:
                found.append(mention_of(name, start, start + length, reading=name.written))
                unknown -= inside
    return found


def _is_cut(inside: set[int], exact: list[Mention], window: tuple[Word, ...]) -> bool:
    """Say whether a window runs across the end of a sentence, or through the middle of a name or level."""
    if any(word.before == STOP for word in window[1:]):
        return True
    touched = [mention for mention in exact if inside & set(range(mention.start, mention.end))]
    return any(
        mention.kind is Kind.LEVEL or not inside >= set(range(mention.start, mention.end))
        for mention in touched
    )


def _nearest(window: tuple[Word, ...], lexicon: Lexicon) -> Name | None:
    """Return the name that a window most likely is a slip of; names equally near are put together."""
    spelt = key(window)
    if len(spelt) < 5:
        return None
    near = process.extract(spelt, lexicon.names.keys(), scorer=OSA.distance, score_cutoff=4, limit=12)
    costs = sorted(
        (cost, candidate)
        for candidate, _, _ in near
        if (cost := _cost(window, lexicon.names[candidate])) is not None
    )
    best = [lexicon.names[candidate] for cost, candidate in costs if cost == costs[0][0]]
    if len(best) < 2:
        return best[0] if best else None
    places = tuple(dict.fromkeys(place for name in best for place in name.places))
    short = tuple(dict.fromkeys(place for name in best for place in name.short_for))
    return Name(best[0].words, best[0].written, places, short)


def _cost(window: tuple[Word, ...], name: Name) -> float | None:
    """Return how far a window is from a name, None where it is too far. General words have to be right."""
    if len(window) == len(name.words):
        alone = len(window) == 1
        total = 0.0
        for word, wanted in zip(window, name.words, strict=True):
            cost = distance(word.stem, wanted)
            if cost > (0.0 if is_english(word) or wanted.isdigit() else allowance(len(wanted), alone=alone)):
                return None
            total += cost
        return total if total <= 2.0 else None
    plain = [word for word in window if is_english(word) and word.stem not in name.words]
    if plain or any(char.isdigit() for char in key(window)) or abs(len(window) - len(name.words)) > 1:
        return None
    wanted = "".join(name.words)
    cost = distance(key(window), wanted)
    return cost if len(wanted) > 7 and cost <= 1.0 else None
