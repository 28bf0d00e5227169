"""The reader of questions: what a question asks for, or what to ask back."""

from __future__ import annotations

import re
from datetime import date

from pathways.catalogue import Catalogue
from pathways.places import Place, goal_positions
from pathways.questions.applying import apply_limits, without_what_is_lacking
from pathways.questions.choosing import choose_intent, focus_of
from pathways.questions.doubts import Doubts
from pathways.questions.draft import Draft, Slot, draft_question
from pathways.questions.lexicon import Lexicon, lexicon_of
from pathways.questions.notes import list_notes
from pathways.questions.subjects import places_of
from pathways.questions.understanding import Focus, Understood, Unsure

_NOT_BEFORE = re.compile(
    r" (?:not|never|nor)(?! (?:only|just|sure|know|too|to worry|afraid|want to leave)) (?:[^ .,]+ ){0,7}$"
)
"""A "not" in the same part of the sentence."""


def read_question(text: str, catalogue: Catalogue, today: date) -> Understood | Unsure:
    """Read a question in plain English over the names of a catalogue.

    `today` is what "next year" counts from. Reads at most the first 500 characters. Never raises: what is
    not understood, or could mean several things, comes back as Unsure with the nearest readings.
    """
    lexicon = lexicon_of(catalogue)

    def read_plainly(question: str) -> Understood | Unsure:
        return _read(question, lexicon, today, None)

    return _read(text, lexicon, today, Doubts(lexicon, read_plainly))


def _read(text: str, lexicon: Lexicon, today: date, doubts: Doubts | None) -> Understood | Unsure:
    """Read a question; without `doubts` an unsure reading says nothing, which is enough to test a choice."""
    draft = draft_question(text, lexicon, today)
    understood = _understand(draft, text, lexicon, today)
    if understood:
        return understood
    return doubts.about(draft) if doubts else Unsure(draft.text, "")


def _understand(draft: Draft, text: str, lexicon: Lexicon, today: date) -> Understood | None:
    slots = (*draft.start, *draft.goal)
    if (
        draft.as_of.wrong
        or draft.beyond
        or draft.liking
        or draft.asked.decide
        or is_mostly_unknown(draft)
        or any(slot.unknown or len(slot.options) != 1 for slot in slots)
    ):
        return None
    if any(slot.unknown or _is_left_over(slot) for slot in draft.unsided) or is_denied(draft):
        return None
    start, goal = _places(draft.start), _places(draft.goal)
    if draft.wishes.stays and not start:
        start = (Place(sector=draft.wishes.stays),)
    start = start or places_of(draft.marks, lexicon)
    intent = choose_intent(draft.asked, start, goal, lexicon)
    if intent is None or not can_tell_pay(draft, goal, lexicon):
        return None
    applied = apply_limits(draft, start, goal, draft.as_of.date or today, lexicon)
    start, proof = without_what_is_lacking(start, goal, applied.lack, lexicon)
    return Understood(
        text=draft.text,
        intent=intent,
        start=start,
        goal=goal,
        prefer=draft.wishes.prefer,
        as_of=draft.as_of.date,
        constraints=draft.wishes.constraints,
        notes=list_notes(draft, text, intent, start, (*applied.notes, *proof)),
        limits=applied.limits,
        have=applied.have,
        lack=applied.lack,
        focus=focus_of(draft.asked, intent),
    )


def is_mostly_unknown(draft: Draft) -> bool:
    """Say whether there is more in a question that is not known than there is that is."""
    unknown = sum(len(text.split()) for text in draft.unused)
    return unknown > 3 and 2 * unknown > len(draft.words)


def can_tell_pay(draft: Draft, goal: tuple[Place, ...], lexicon: Lexicon) -> bool:
    """Say whether pay, if it is asked for, is asked of a job: nothing else has any."""
    positions = {each for place in goal for each in goal_positions(place, lexicon.catalogue)}
    jobs = any(lexicon.is_role(Place(position=each)) for each in positions)
    return draft.asked.focus is not Focus.PAY or jobs or not goal


def is_denied(draft: Draft) -> bool:
    """Say whether a "not" that was not understood stands before a place that would be used."""
    return any(
        _NOT_BEFORE.search(draft.wishes.skeleton.before(slot.sided.atom))
        for slot in (*draft.start, *draft.goal)
    )


def _is_left_over(slot: Slot) -> bool:
    """Say whether a job or qualification is named and nothing says what for."""
    sided = slot.sided
    return bool(slot.options and sided.phrase.name) and not (sided.left_out or sided.phrase.weak)


def _places(slots: tuple[Slot, ...]) -> tuple[Place, ...]:
    return tuple(dict.fromkeys(place for slot in slots for option in slot.options for place in option))
