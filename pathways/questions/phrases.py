"""Mentions that belong together: "a level 3 apprenticeship in X" is one phrase, and names one place."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pathways.model import Qualification
from pathways.places import Place
from pathways.questions.english import HEADS, SCHOOL_SUBJECTS
from pathways.questions.lexicon import Lexicon
from pathways.questions.mentions import Kind, Mention
from pathways.questions.words import PAUSE, STOP, Word, key, split_words

_GLUE = {"in", "of", "within", "a", "an", "the", "my", "at", "on", "this", "working", "work", "based"} | HEADS
_SCHOOL_TYPES = {"gcse", "alevel"}


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words `start` to `end` (not included) that speak of one place, or of none that is known.

    `name` is the mention of a position in it. `odd` are unknown words in the middle of it or right beside
    it, which may make it another place: "marine electrician". A phrase of odd words only names nothing.
    `numbered` says that its level is written as a rung ("level 2"), not by a name of its own ("Key Stage 4").
    """

    start: int
    end: int
    name: Mention | None = None
    sector: str | None = None
    levels: tuple[str, ...] = ()
    type: str | None = None
    odd: tuple[Mention, ...] = ()
    readings: tuple[Mention, ...] = ()
    weak: bool = False
    numbered: bool = False

    @property
    def is_place(self) -> bool:
        """Whether anything in it is known."""
        return bool(self.name or self.sector or self.levels or self.type)

    @property
    def is_level(self) -> bool:
        """Whether it is a level of no sector."""
        return bool(self.levels) and not (self.sector or self.name)

    @property
    def is_sector(self) -> bool:
        """Whether it is a sector and nothing else."""
        return bool(self.sector) and not (self.levels or self.name or self.type)

    @property
    def is_type(self) -> bool:
        """Whether it is a type of qualification and nothing else."""
        return bool(self.type) and not (self.sector or self.levels or self.name or self.odd)


def find_phrases(
    words: tuple[Word, ...], mentions: tuple[Mention, ...], lexicon: Lexicon
) -> tuple[Phrase, ...]:
    """Put mentions together into phrases, in order."""
    phrases: list[Phrase] = []
    for mention in mentions:
        if phrases and mention.start < phrases[-1].end:
            continue
        if mention.kind is Kind.BODY and not phrases:
            continue
        grown = _grown(phrases[-1], mention, words, lexicon) if phrases else None
        if grown:
            phrases[-1] = _with_heads(grown, words)
        elif mention.kind is not Kind.BODY:
            phrases.append(_with_heads(_alone(mention), words))
    return tuple(phrases)


def _alone(mention: Mention) -> Phrase:
    empty = Phrase(mention.start, mention.end)
    return _with(empty, mention)


def _with(phrase: Phrase, mention: Mention) -> Phrase:
    """Return the phrase with a mention in it."""
    longer = replace(phrase, end=mention.end, weak=mention.weak)
    if mention.reading:
        longer = replace(longer, readings=(*phrase.readings, mention))
    if mention.kind is Kind.POSITION:
        return replace(longer, name=mention)
    if mention.kind is Kind.SECTOR:
        return replace(longer, sector=mention.places[0].sector)
    if mention.kind is Kind.LEVEL:
        levels = tuple(place.level for place in mention.places if place.level)
        return replace(longer, levels=levels, numbered=mention.numbered)
    if mention.kind is Kind.TYPE:
        return replace(longer, type=mention.type)
    return replace(longer, odd=(*phrase.odd, mention)) if mention.kind is Kind.UNKNOWN else longer


def _with_heads(phrase: Phrase, words: tuple[Word, ...]) -> Phrase:
    """Take in words that add nothing: "the childcare sector", "GCSEs in maths and English"."""
    if phrase.odd and not phrase.is_place:
        return phrase
    end = phrase.end
    while end < len(words) and words[end].before in (" ", "-") and words[end].text in HEADS - {"level"}:
        end += 1
    while phrase.name and (length := _subject_at(words, end)):
        end += length
    return replace(phrase, end=end)


def _subject_at(words: tuple[Word, ...], at: int) -> int:
    """Return how many words from here are one more school subject: "in maths", "and English"."""
    joined = at + 1 < len(words) and words[at].text in ("in", "and", "including")
    place = at + 1 if joined else at
    if place >= len(words) or STOP in (words[at].before, words[place].before):
        return 0
    return place + 1 - at if words[place].text in SCHOOL_SUBJECTS else 0


def _grown(phrase: Phrase, mention: Mention, words: tuple[Word, ...], lexicon: Lexicon) -> Phrase | None:
    """Return the phrase with the next mention in it, where the two belong together."""
    between = words[phrase.end : mention.start]
    breaks = {word.before for word in words[phrase.end : mention.start + 1]}
    glue = [word.text for word in between]
    if STOP in breaks or len(glue) > 4 or any(text not in _GLUE for text in glue):
        return None
    own_level = mention.kind is Kind.LEVEL and phrase.name and _has_level(phrase.name, mention, lexicon)
    if mention.kind is Kind.UNKNOWN or not phrase.is_place:
        return _with_odd(phrase, mention, glue, words, lexicon, paused=PAUSE in breaks)
    if PAUSE in breaks and (glue or mention.kind is Kind.POSITION or (phrase.name and not own_level)):
        return None
    if mention.kind is Kind.BODY:
        return replace(phrase, end=mention.end)
    if mention.kind is Kind.POSITION:
        return _with_position(phrase, mention, glue, lexicon)
    if mention.kind is Kind.SECTOR:
        return _with_sector(phrase, mention, glue, lexicon)
    if mention.kind is Kind.LEVEL and _is_unqualified(mention, lexicon):
        return None
    if mention.kind is Kind.LEVEL and phrase.name and not _has_level(phrase.name, mention, lexicon):
        return None
    if mention.kind is Kind.LEVEL and not phrase.levels and (phrase.sector or phrase.name or phrase.type):
        return _with(phrase, mention)
    if mention.kind is Kind.TYPE and not phrase.type and not glue:
        return _with(phrase, mention)
    return None


def _with_odd(
    phrase: Phrase,
    mention: Mention,
    glue: list[str],
    words: tuple[Word, ...],
    lexicon: Lexicon,
    *,
    paused: bool,
) -> Phrase | None:
    """An unknown word belongs to a phrase right beside it, and to a level "in" it: "level 3 in X"."""
    if paused or (glue and glue != ["in"]):
        return None
    if not glue:
        known_beside = mention.kind is not Kind.UNKNOWN
        if known_beside:
            subject = mention.kind is Kind.POSITION and _is_school(mention, lexicon)
            plain = subject and all(word.text in SCHOOL_SUBJECTS for word in words[phrase.start : phrase.end])
            joined = replace(_alone(mention), start=phrase.start, odd=() if plain else phrase.odd)
            return joined if mention.kind is not Kind.BODY else None
        return _with(phrase, mention)
    lacks_a_field = bool(phrase.levels or phrase.type) and not phrase.sector and not phrase.name
    return _with(phrase, mention) if lacks_a_field and mention.kind is Kind.UNKNOWN else None


def _with_position(phrase: Phrase, mention: Mention, glue: list[str], lexicon: Lexicon) -> Phrase | None:
    """A name beside its sector or level; right behind another sector its level counts: "a sports degree"."""
    if phrase.name or glue not in ([], ["in"], ["of"], ["in", "a"], ["in", "the"], ["level"]):
        return None
    if phrase.sector and not _has_sector(mention, phrase.sector, lexicon):
        if glue or not phrase.is_sector or not mention.levels or _is_school(mention, lexicon):
            return None
        levels = tuple(place.level for place in mention.levels if place.level)
        return replace(phrase, end=mention.end, levels=levels)
    return _with(phrase, mention)


def _with_sector(phrase: Phrase, mention: Mention, glue: list[str], lexicon: Lexicon) -> Phrase | None:
    if phrase.sector:
        return None
    sector = mention.places[0].sector
    if phrase.name is None or (sector and _has_sector(phrase.name, sector, lexicon)):
        return _with(phrase, mention)
    if phrase.name.levels and glue in ([], ["in"]) and not _is_school(phrase.name, lexicon):
        levels = tuple(place.level for place in phrase.name.levels if place.level)
        return _with(replace(phrase, name=None, levels=levels), mention)
    return None


def _has_sector(mention: Mention, sector: str, lexicon: Lexicon) -> bool:
    places: tuple[Place, ...] = (*mention.places, *mention.short_for)
    positions = lexicon.catalogue.position_by_id
    return any(place.position and positions[place.position].sector == sector for place in places)


def _has_level(name: Mention, level: Mention, lexicon: Lexicon) -> bool:
    """Say whether something of this name is at the level: else the level is another place."""
    positions = lexicon.catalogue.position_by_id
    levels = {positions[place.position].level for place in (*name.places, *name.short_for) if place.position}
    return not levels.isdisjoint(place.level for place in level.places)


def _is_unqualified(mention: Mention, lexicon: Lexicon) -> bool:
    """Say whether a level is that of having nothing, which says no more about the name before it."""
    return all(lexicon.catalogue.rank(place.level or "") < 0 for place in mention.places)


def _is_school(mention: Mention, lexicon: Lexicon) -> bool:
    """Say whether a name is of GCSEs or A levels, which are never "in" a sector."""
    held = [lexicon.catalogue.position_by_id[place.position] for place in mention.places if place.position]
    return all(
        isinstance(each, Qualification) and key(split_words(each.type)) in _SCHOOL_TYPES for each in held
    )
