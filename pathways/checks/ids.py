"""Ids: how they are written, and that none means two things."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from pathways.catalogue import Catalogue
from pathways.checks.records import inside, list_records
from pathways.checks.wording import label, quoted
from pathways.notices import Finding, Severity

_ID = re.compile(r"[a-z0-9-]{1,64}")
_LEVEL_ID = re.compile(r"[A-Z][A-Z0-9]{0,7}")
_OTHER = re.compile(r"[^a-z0-9-]")


def is_id(text: str) -> bool:
    """Say whether a text has the form of an id: 1 to 64 small letters, digits and hyphens."""
    return bool(_ID.fullmatch(text))


def looks_like(bad: str, text: str) -> bool:
    """Say whether a badly formed id would be read as this one: case, spaces round it, look-alike letters."""
    bad = bad.strip().lower()
    return len(bad) == len(text) and all(
        ours == theirs or not (ours.isascii() and ours.isalnum())
        for ours, theirs in zip(bad, text, strict=True)
    )


def bad_id(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """An id that is not small letters, digits and hyphens, or is longer than 64 of them."""
    for subject, record in list_records(catalogue):
        where = inside(subject, "id")
        if subject.kind == "level":
            if not _LEVEL_ID.fullmatch(record.id):
                text = (
                    f"The level id {quoted(record.id)} is not capital letters and digits. Write it like 'L3'."
                )
                yield Finding("bad-id", Severity.ERROR, where, text)
        elif record.id and not is_id(record.id):
            yield Finding(
                "bad-id",
                Severity.ERROR,
                where,
                f"The {subject.kind} id {quoted(record.id)} {_why(record.id)}",
            )


def _why(text: str) -> str:
    bad = _OTHER.search(text)
    if bad is None:
        return f"has {len(text):,} characters. Write at most 64."
    character = bad.group()
    name = unicodedata.name(character, f"U+{ord(character):04X}").lower()
    if character.isascii() and character.isalpha():
        return f"has capital letters. Write {quoted(text.lower())}."
    return f"has a character that an id cannot have: {name}. Write small letters, digits and hyphens."


def shared_id(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """A position with the id of a sector: a place named so would mean both."""
    for subject, record in list_records(catalogue, "qualifications", "job_roles"):
        if record.id in catalogue.sector_by_id:
            text = f"{label(subject)} has the id of a sector. Give it another id."
            yield Finding("shared-id", Severity.ERROR, inside(subject, "id"), text)
