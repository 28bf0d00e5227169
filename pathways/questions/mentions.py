"""The names, levels and unknown words in a question, found one after another, longest first."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import process
from rapidfuzz.distance import OSA

from pathways.catalogue import Catalogue
from pathways.places import Place
from pathways.questions.english import CUE_WORDS, is_english
from pathways.questions.levels import find_level, is_level_number, level_number
from pathways.questions.lexicon import Lexicon
from pathways.questions.names import Name
from pathways.questions.spelling import FAR, allowance, distance
from pathways.questions.words import STOP, Word, key, respelled, typed

_MOST_WINDOWS = 60
_PROTECTED = {
    "entryrequirement", "entrycriteria", "nextlevel", "firststep", "awayfrom", "whatlevel", "whichlevel",
    "alevelup", "alevelhigher", "alevelabove", "upalevel", "alevelbelow", "anylevel", "nextstep",
}  # fmt: skip


class Kind(StrEnum):
    """What a run of words was found to be."""

    POSITION = "position"
    SECTOR = "sector"
    LEVEL = "level"
    TYPE = "type"
    BODY = "body"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words `start` to `end` (not included) that are a name, a level, a type of qualification, or not known.

    `places` are what they may mean, `short_for` positions with a longer title, `levels` the level of the same
    name; `reading` is the name as the data write it, where it was typed otherwise. `weak` is a name
    that is also a general word. A level that does not exist is UNKNOWN.
    """

    kind: Kind
    start: int
    end: int
    places: tuple[Place, ...] = ()
    short_for: tuple[Place, ...] = ()
    levels: tuple[Place, ...] = ()
    type: str | None = None
    reading: str | None = None
    weak: bool = False


def find_mentions(words: tuple[Word, ...], lexicon: Lexicon) -> tuple[Mention, ...]:
    """Return every mention in order; words that are general English are in none."""
    exact = _exact(words, lexicon)
    near = _respelt(words, exact, lexicon)
    covered = {place for mention in near for place in range(mention.start, mention.end)}
    found = [*near, *(mention for mention in exact if mention.start not in covered)]
    taken = {place for mention in found for place in range(mention.start, mention.end)}
    unknown = [
        _hint(words, place, lexicon)
        for place, word in enumerate(words)
        if place not in taken and word.text and (_is_reference(words, place) or not is_english(word))
    ]
    return tuple(sorted([*found, *unknown], key=lambda mention: mention.start))


def mend_cues(words: tuple[Word, ...], lexicon: Lexicon) -> tuple[Word, ...]:
    """Return the words with slips in general words put right ("becoem"), but for words near a name."""
    mended = []
    for word in words:
        if len(word.text) < 5 or is_english(word) or lexicon.find_name((word,)):
            mended.append(word)
            continue
        costs = [(distance(word.text, cue), cue) for cue in CUE_WORDS]
        cost, cue = min(costs)
        close = cost <= allowance(len(cue), alone=True) and cost < _nearest_cost(word, lexicon)
        mended.append(respelled(word, cue) if close else word)
    return tuple(mended)


def _is_reference(words: tuple[Word, ...], at: int) -> bool:
    """Say whether a number is part of what looks like a reference: "603/9999/9", "60399999", "ST9999"."""
    if not words[at].text.isdigit():
        return False
    after = words[at + 1] if at + 1 < len(words) else None
    slashed = words[at].before == "/" or (after is not None and after.before == "/" and after.text.isdigit())
    lettered = words[at].before == "" and at > 0 and not is_english(words[at - 1])
    return len(words[at].text) > 4 or (slashed and len(words[at].text) > 2) or lettered


def _hint(words: tuple[Word, ...], at: int, lexicon: Lexicon) -> Mention:
    """Return the sector that alone has this word in its names, or an unknown word."""
    sector = lexicon.hints.get(words[at].stem)
    if sector is None:
        return Mention(Kind.UNKNOWN, at, at + 1)
    title = lexicon.catalogue.sector_by_id[sector].title
    return Mention(Kind.SECTOR, at, at + 1, (Place(sector=sector),), reading=title)


def _nearest_cost(word: Word, lexicon: Lexicon) -> float:
    near = process.extract(word.stem, lexicon.names.keys(), scorer=OSA.distance, score_cutoff=3, limit=5)
    return min((distance(word.stem, spelt) for spelt, _, _ in near), default=FAR)


def _exact(words: tuple[Word, ...], lexicon: Lexicon) -> list[Mention]:
    found: list[Mention] = []
    at = 0
    while at < len(words):
        mention = _longest_at(words, at, lexicon, found)
        if mention is None:
            at += _protected(words, at) or 1
        else:
            found.append(mention)
            at = mention.end
    return found


def _longest_at(words: tuple[Word, ...], at: int, lexicon: Lexicon, found: list[Mention]) -> Mention | None:
    level = _level_at(words, at, lexicon.catalogue, found)
    furthest = min(len(words), max(lexicon.longest_from(words, at), at + 3))
    protected = at + _protected(words, at)
    for end in range(max(furthest, level.end if level else 0), at, -1):
        if end <= protected or (level and end < level.end):
            break
        window = words[at:end]
        if any(word.before == STOP for word in window[1:]) or _cuts_a_level(words, at, end):
            continue
        name = lexicon.find_name(window)
        if name:
            return _named(name, at, end, weak=end - at == 1 and is_english(words[at]))
        if (kind := lexicon.types.get(key(window))) is not None:
            return Mention(Kind.TYPE, at, end, type=kind)
        if level and level.end == end:
            return level
        if len(window) == 1 and words[at].stem in lexicon.bodies and not is_english(words[at]):
            return Mention(Kind.BODY, at, end)
    return level if level and level.end > protected else None


def _named(name: Name, start: int, end: int, reading: str | None = None, *, weak: bool = False) -> Mention:
    places = name.places or name.short_for
    first = places[0]
    kind = Kind.POSITION if first.position else Kind.SECTOR if first.sector else Kind.LEVEL
    return Mention(kind, start, end, places, name.short_for, name.levels, reading=reading, weak=weak)


def _protected(words: tuple[Word, ...], at: int) -> int:
    """Return how many words from here are a general phrase that looks like a level: "entry requirements"."""
    for length in (3, 2):
        window = words[at : at + length]
        if key(window) in _PROTECTED and len(window) == length:
            return length
    return 0


def _cuts_a_level(words: tuple[Word, ...], at: int, end: int) -> bool:
    """Say whether a name would end between "level" and its number: "a level" of "a level 3"."""
    last = words[end - 1]
    if last.text != "level":
        return False
    if end < len(words) and is_level_number(words, end):
        return True
    small_a = words[at].raw == "a" and words[at + 1].before == " " if end - at == 2 else False
    around = {words[at - 1].text if at else "", words[end].text if end < len(words) else ""}
    return small_a and bool(
        around & {"up", "down", "at", "what", "which", "is", "such", "higher", "above", "below"}
    )


def _level_at(words: tuple[Word, ...], at: int, catalogue: Catalogue, found: list[Mention]) -> Mention | None:
    """Return the level named here: by itself, or as the bare number of "level 2 to 3"."""
    level = find_level(words, at)
    if level is not None and not _cuts_a_level(words, at, at + level.length):
        places = level_places(level.ranks, catalogue)
        kind = Kind.LEVEL if places else Kind.UNKNOWN
        return Mention(kind, at, at + level.length, places)
    after_to = at > 0 and (words[at - 1].text == "to" or words[at].before == "-")
    if after_to and is_level_number(words, at) and any(mention.kind is Kind.LEVEL for mention in found):
        return Mention(Kind.LEVEL, at, at + 1, level_places((level_number(words[at]),), catalogue))
    return None


def level_places(ranks: tuple[int, ...], catalogue: Catalogue) -> tuple[Place, ...]:
    """Return the levels of these ranks that the catalogue has."""
    by_rank = {level.rank: Place(level=level.id) for level in catalogue.levels}
    return tuple(by_rank[rank] for rank in dict.fromkeys(ranks) if rank in by_rank)


def _respelt(words: tuple[Word, ...], exact: list[Mention], lexicon: Lexicon) -> list[Mention]:
    """Find names typed with a slip, round words that nothing else explains.

    A longer name takes in a shorter one that was found: "nursery" of "nursery manger".
    """
    taken = {place for mention in exact for place in range(mention.start, mention.end)}
    unknown = {
        place for place, word in enumerate(words) if place not in taken and word.text and not is_english(word)
    }
    found: list[Mention] = []
    windows = 0
    for length in (6, 5, 4, 3, 2, 1):
        for start in range(len(words) - length + 1):
            inside = set(range(start, start + length))
            window = words[start : start + length]
            if not inside & unknown or windows == _MOST_WINDOWS or _is_cut(inside, exact, window):
                continue
            windows += 1
            name = _nearest(window, lexicon)
            if name:
                found.append(_named(name, start, start + length, reading=name.written))
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


def unknown_text(mention: Mention, words: tuple[Word, ...]) -> str:
    """Return the words of a mention as typed, cut to a length fit for a sentence."""
    text = typed(words[mention.start : mention.end])
    return text if len(text) <= 60 else text[:57] + "..."
