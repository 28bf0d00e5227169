"""Texts: there, short enough to show, and made of characters that show what they are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from pathways.catalogue import Catalogue
from pathways.checks.records import Value, list_values
from pathways.checks.references import REFERENCES
from pathways.checks.wording import label, quoted
from pathways.model import Position
from pathways.notices import Finding, Severity

LIMITS = {
    **dict.fromkeys(("title", "aliases", "locator", "publisher", "licence", "awarding_body"), 200),
    **dict.fromkeys(("date", "type", "reference", "soc2020", "subject_area"), 200),
    **dict.fromkeys(("statement", "question", "way_round", "reason", "none_needed", "salary"), 600),
    **dict.fromkeys(("summary", "note", "url"), 2_000),
}
"""The most characters a text may have, by field."""

_LONG = 600
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_HIDDEN = {"\u200b", "\u2060", "\ufeff", "\u00ad"}
_UNSEEN_LETTERS = "\u115f\u1160\u2800\u3164\uffa0"
_MOST_MARKS = 4
_STACK = re.compile(
    f"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]{{{_MOST_MARKS + 1},}}"
)


def text_too_long(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """A text that would not fit where it is shown."""
    for each in _list_texts(catalogue):
        most = LIMITS.get(each.name, _LONG)
        if len(each.value) > most:
            text = f"{_field(each)} has {len(each.value):,} characters. Shorten it to {most:,}."
            yield Finding("text-too-long", Severity.ERROR, each.subject, text)


def text_blank(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """A text in which nothing can be seen."""
    for each in _list_texts(catalogue, ids=True):
        if _is_blank(each.value):
            yield Finding(
                "text-blank", Severity.ERROR, each.subject, f"{_field(each)} is blank. Write something."
            )


def text_control(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """A character that is not for reading: it steers a terminal, or turns the direction of a line."""
    for each in _list_texts(catalogue):
        bad = None if _is_blank(each.value) else _control_in(each.value)
        if bad:
            text = f"{_field(each)} has the character {bad}, which is not for reading. Remove it."
            yield Finding("text-control", Severity.ERROR, each.subject, text)


def text_not_nfc(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """Letters and accents stored apart, so that a search may miss the word."""
    for each in _list_texts(catalogue):
        if not each.value.isascii() and not unicodedata.is_normalized("NFC", each.value):
            text = (
                f"{_field(each)} stores letters and accents apart: {quoted(each.value)}. Type it again (NFC)."
            )
            yield Finding("text-not-nfc", Severity.WARNING, each.subject, text)


def _list_texts(catalogue: Catalogue, *, ids: bool = False) -> Iterator[Value]:
    """Yield every text; ids, which have rules of their own, only where asked for."""
    for each in list_values(catalogue):
        if type(each.value) is str:
            is_id = each.name == "id" or (type(each.owner), each.name) in REFERENCES
            said_elsewhere = isinstance(each.owner, Position) and each.name == "sector"
            if not said_elsewhere and (ids or not is_id):
                yield each


def _field(value: Value) -> str:
    return f"{label(value.subject)}: '{value.name}'"


def _is_blank(text: str) -> bool:
    return not any(unicodedata.category(each)[0] not in "CZ" and each not in _UNSEEN_LETTERS for each in text)


def _control_in(text: str) -> str | None:
    if text.isascii() and text.isprintable():
        return None
    stack = _STACK.search(text)
    if stack:
        return f"U+{ord(stack.group()[0]):04X} and more than {_MOST_MARKS} marks on one letter"
    for character in text:
        category = unicodedata.category(character)
        if category in ("Cc", "Cs", "Co", "Cn", "Zl", "Zp") or character in _HIDDEN or _BIDI.match(character):
            name = unicodedata.name(character, "").lower()
            return f"U+{ord(character):04X}" + (f" ({name})" if name else "")
    return None
