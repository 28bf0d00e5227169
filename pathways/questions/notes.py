"""What is said about how a question was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pathways.places import Place
from pathways.questions.draft import Draft, Slot
from pathways.questions.understanding import Intent
from pathways.questions.words import MOST_CHARACTERS, typed

_STILL = {"doing", "studying", "taking", "completing", "finishing"}
_NOW = {"am", "is", "are", "currently"}


def list_notes(
    draft: Draft, text: str, intent: Intent, start: tuple[Place, ...], applied: Iterable[str]
) -> tuple[str, ...]:
    """Return a sentence for everything in a question that was not read just as it was typed.

    `start` is where it starts, `applied` are what is to be said of its limits.
    """
    return tuple(dict.fromkeys(_notes(draft, text, intent, start, applied)))


def _notes(
    draft: Draft, text: str, intent: Intent, start: tuple[Place, ...], applied: Iterable[str]
) -> Iterator[str]:
    if len(text) > MOST_CHARACTERS:
        yield f"Only the first {MOST_CHARACTERS} characters were read."
    for slot in (*draft.start, *draft.goal):
        yield from _readings(draft, slot)
        yield from slot.notes
    yield from _any_sector(draft, intent)
    if intent in (Intent.ROUTES, Intent.TRANSFER) and not start:
        yield "The question does not say where you are now."
    if any(_is_studying(slot) for slot in draft.start):
        yield "What you are still studying is counted as if you had finished it."
    yield from draft.as_of.notes
    if draft.wishes.asked:
        yield "This lists what the last step asks for; a step before it may ask for more."
    yield from applied
    left_out = (*draft.unused, *(slot.text for slot in draft.unsided))
    if left_out:
        yield f"Not used in this answer: {quoted(left_out)}."


def _is_studying(slot: Slot) -> bool:
    said = set(slot.sided.cue.split())
    return bool(said & _STILL and said & _NOW)


def _readings(draft: Draft, slot: Slot) -> Iterator[str]:
    for mention in slot.sided.phrase.readings:
        said = typed(draft.words[mention.start : mention.end])
        yield f"“{said}” was read as “{mention.reading}”."


def _any_sector(draft: Draft, intent: Intent) -> Iterator[str]:
    for slot in (*draft.start, *draft.goal):
        bare = [place for option in slot.options for place in option if place.level and not place.sector]
        if bare and intent is not Intent.COMPARE and not slot.sided.lowest:
            yield f"No sector was named for “{slot.text}”, so it means that level in any sector."


def quoted(texts: Iterable[str]) -> str:
    """Return the first few texts in quotation marks."""
    return ", ".join(f"“{text if len(text) <= 60 else text[:57] + '...'}”" for text in list(texts)[:6])
