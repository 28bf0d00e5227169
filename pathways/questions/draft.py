"""Everything found in a question, before it is decided whether that can be answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pathways.places import Place
from pathways.questions.asof import AsOf, find_as_of
from pathways.questions.beyond import find_beyond
from pathways.questions.cues import Side
from pathways.questions.dates import DateFound, find_dates, put_dates
from pathways.questions.finding import find_mentions
from pathways.questions.intents import Asked, find_asked
from pathways.questions.lexicon import Lexicon
from pathways.questions.likings import Liking, find_liking
from pathways.questions.mentions import Kind, Mention
from pathways.questions.misspelt import mend_cues
from pathways.questions.phrases import Phrase, find_phrases
from pathways.questions.settle import Settled, settle
from pathways.questions.short_forms import write_out
from pathways.questions.sides import Sided, find_sides
from pathways.questions.skeleton import UNKNOWN, Skeleton
from pathways.questions.subjects import Mark, find_marks, with_marks
from pathways.questions.weighing import merge_side, take_sides
from pathways.questions.wishes import Wishes, find_wishes
from pathways.questions.words import Word, clean, cut, key, split_words, typed


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of a question: as typed, what it may mean, and the words in it that are not known.

    One option is an answer; several have to be chosen from; none, with `unknown` words, is a place not known.
    """

    text: str
    options: tuple[tuple[Place, ...], ...]
    unknown: str | None
    sided: Sided
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Draft:
    """A question taken apart.

    `unsided` are places that nothing puts on a side, `unused` words not known, `marks` grades in single
    subjects, `beyond` a sentence on what is asked that cannot be told, `liking` what one would like to work
    with where no goal is named.
    """

    text: str
    words: tuple[Word, ...]
    mentions: tuple[Mention, ...]
    phrases: tuple[Phrase, ...]
    wishes: Wishes
    asked: Asked
    as_of: AsOf
    start: tuple[Slot, ...]
    goal: tuple[Slot, ...]
    unsided: tuple[Slot, ...]
    unused: tuple[str, ...]
    dates: tuple[DateFound, ...]
    marks: tuple[Mark, ...]
    beyond: str | None
    liking: Liking | None


def draft_question(text: str, lexicon: Lexicon, today: date) -> Draft:
    """Take a question apart: words, names, grammar, wishes, dates, and the places on each side."""
    read = clean(text)
    plain = write_out(split_words(read))
    dates = _without_named(find_dates(read, today), plain, lexicon)
    words = mend_cues(put_dates(plain, dates), lexicon)
    marks = find_marks(words)
    mentions = _without_marks(find_mentions(words, lexicon), marks, words)
    phrases = find_phrases(words, mentions, lexicon)
    wishes = find_wishes(Skeleton.of(words, phrases))
    asked = find_asked(wishes.skeleton, about=wishes.asked)
    found = find_sides(wishes.skeleton, compared=asked.compare)
    sided = take_sides(found, asked, wishes.stays, wishes.skeleton, lexicon)
    slots = {
        side: _slots(sided, side, wishes.skeleton, marks, lexicon) for side in (Side.START, Side.GOAL, None)
    }
    goal = slots[Side.GOAL]
    taken = {each.phrase.start for each in sided}
    loose = [
        typed(words[atom.start : atom.end])
        for atom in wishes.skeleton.atoms
        if atom.sign == UNKNOWN and atom.start not in taken
    ]
    return Draft(
        text=cut(text),
        words=words,
        mentions=mentions,
        phrases=phrases,
        wishes=wishes,
        asked=asked,
        as_of=find_as_of(wishes.skeleton, dates, today),
        start=slots[Side.START],
        goal=goal,
        unsided=slots[None],
        unused=tuple(loose),
        dates=dates,
        marks=marks,
        beyond=find_beyond(phrases, mentions, words),
        liking=find_liking(wishes.skeleton, lexicon.catalogue) if not _is_known(goal) else None,
    )


def _is_known(slots: tuple[Slot, ...]) -> bool:
    return any(slot.options for slot in slots)


def _without_named(
    dates: tuple[DateFound, ...], words: tuple[Word, ...], lexicon: Lexicon
) -> tuple[DateFound, ...]:
    """Leave out the years that stand in a name: "BS 7671:2018", "2019 NMC standards"."""
    named: set[int] = set()
    for at in range(len(words) if dates else 0):
        for end in range(lexicon.longest_from(words, at), at, -1):
            name = lexicon.names.get(key(words[at:end]))
            if name and name.places and end - at > 1:
                named |= {word.at for word in words[at:end]}
                break
    return tuple(each for each in dates if each.start not in named)


def _slots(
    sided: tuple[Sided, ...],
    side: Side | None,
    skeleton: Skeleton,
    marks: tuple[Mark, ...],
    lexicon: Lexicon,
) -> tuple[Slot, ...]:
    here = tuple(each for each in sided if each.side is side)
    context = _context(here, sided, skeleton, lexicon)
    return tuple(
        _slot(each, side or Side.GOAL, context, skeleton, marks, lexicon) for each in merge_side(here)
    )


def _without_marks(
    mentions: tuple[Mention, ...], marks: tuple[Mark, ...], words: tuple[Word, ...]
) -> tuple[Mention, ...]:
    """Leave out the subject of a grade, which is no unknown word."""
    inside = {place for mark in marks for place in range(mark.start, mark.end)}
    return tuple(
        each
        for each in mentions
        if each.kind is not Kind.UNKNOWN
        or not (each.start in inside or _is_plural_of_number(words, each.start))
    )


def _is_plural_of_number(words: tuple[Word, ...], at: int) -> bool:
    """Say whether a word is the s of "4s"."""
    return words[at].text == "s" and words[at].before == "" and at > 0 and words[at - 1].text.isdigit()


def _slot(
    each: Sided,
    side: Side,
    context: frozenset[str],
    skeleton: Skeleton,
    marks: tuple[Mark, ...],
    lexicon: Lexicon,
) -> Slot:
    phrase, words = each.phrase, skeleton.words
    unknown = typed([word for odd in phrase.odd for word in words[odd.start : odd.end]]) or None
    text = typed(words[phrase.start : phrase.end])
    if not phrase.is_place:
        return Slot(text, (), unknown, each)
    found = settle(phrase, side, each.cue, context, lexicon, each.elsewhere)
    if isinstance(found, Settled):
        options = with_marks(found.places, words[phrase.start : phrase.end], words, marks, lexicon)
        return Slot(text, options, unknown, each, found.notes)
    return Slot(text, found.options, unknown, each)


def _context(
    here: tuple[Sided, ...], sided: tuple[Sided, ...], skeleton: Skeleton, lexicon: Lexicon
) -> frozenset[str]:
    """The sectors that this side's places, places on no side, and words not known, speak of."""
    near = [*here, *(each for each in sided if each.side is None)]
    spoken_of = {each.phrase.sector for each in near if each.phrase.sector}
    for atom in skeleton.atoms:
        if atom.sign == UNKNOWN:
            for word in skeleton.words[atom.start : atom.end]:
                owners = [sector for sector, known in lexicon.vocabulary.items() if word.stem in known]
                spoken_of |= set(owners if len(owners) == 1 else [])
    return frozenset(spoken_of)
