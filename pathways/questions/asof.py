"""The date a question is asked of, among the dates it names."""

# ruff: noqa: E501  (a table of patterns reads better with one a line)

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from pathways.questions.dates import DateFound
from pathways.questions.skeleton import Skeleton
from pathways.questions.words import DATE, PAUSE, STOP

_CLEARLY = re.compile(
    r"(?<= )(?:as (?:of|at|on|from|in|it was in|things were in)|asked (?:in|on|of)|dated|back in|date|rules (?:of|in|for)) $"
)
_MAYBE = re.compile(
    r"(?<= )(?:in|on|for|during|at|starting|starting from|beginning|if it (?:is|was|were)|until|around|by|since|before|after|it is|it was|were|year) $"
)
_PERSONAL = re.compile(
    r"(?<= )(?:left|finished|passed|qualified|got (?:my|a|an|the|@)|completed|born|graduated|achieved|trained|gained|took|studied"
    r"|became|stopped|retired|moved|obtained|earned|since|been|holding|aged|expired|closed|ended|working|worked"
    r"|(?:i|she|he|they|we|who|that) (?:was|were|did|had|started|began)"
    r"|started (?:as|in|my|at|on)|my @|finish|leave|complete|have a @ from)(?= )"
)
_NOT_THEN = ("by", "since", "before", "after", "until", "around")
_CLAUSE_ENDS = {STOP, PAUSE, "how", "what", "but", "can", "could", "where", "which", "and"}
_RELATIVE = ("next", "this")


@dataclass(frozen=True, slots=True)
class AsOf:
    """The date asked of, if one was; `notes` on how dates were read, `wrong` a date that does not exist."""

    date: date | None = None
    notes: tuple[str, ...] = ()
    wrong: str | None = None


def find_as_of(skeleton: Skeleton, dates: tuple[DateFound, ...], today: date) -> AsOf:
    """Return the date that the whole question is asked of.

    A date that tells when something happened to somebody ("I qualified in 2010") is not it, nor is what a
    qualification is "from", unless that is still to come ("from September 2027").
    """
    by_start = {each.start: each for each in dates}
    notes: list[str] = []
    asked: DateFound | None = None
    for place, atom in enumerate(skeleton.atoms):
        found = by_start.get(skeleton.words[atom.start].at) if atom.sign == DATE else None
        if found is None:
            continue
        if found.value is None:
            return AsOf(wrong=found.text)
        if asked is None and _is_asked(skeleton, place, found, today):
            asked = found
            notes += [found.note] if found.note else []
        else:
            notes.append(f"“{found.text}” was not used: it does not say of which date you ask.")
    return AsOf(asked.value if asked else None, tuple(notes))


def _is_asked(skeleton: Skeleton, place: int, found: DateFound, today: date) -> bool:
    before = skeleton.text[: skeleton.offsets[place]]
    if _CLEARLY.search(before):
        return True
    cue = _MAYBE.search(before)
    relative = found.text.lower().startswith(_RELATIVE)
    headed = place == 0 and [atom.sign for atom in skeleton.atoms[1:2]] == [PAUSE]
    ahead = found.value is not None and found.value > today and before.endswith(" from ")
    if not cue and not relative and not ahead and not headed:
        return False
    if cue and cue.group().startswith(_NOT_THEN):
        return False
    if found.value is not None and found.value > today:
        return True
    return _PERSONAL.search(_clause(skeleton, place)) is None


def _clause(skeleton: Skeleton, place: int) -> str:
    """Return the part of the sentence that a date stands in."""
    signs = [atom.sign for atom in skeleton.atoms]
    start = place
    while start > 0 and signs[start - 1] not in _CLAUSE_ENDS:
        start -= 1
    end = place + 1
    while end < len(signs) and signs[end] not in _CLAUSE_ENDS:
        end += 1
    return " " + " ".join(signs[start:end]) + " "
