"""The words of a question that set limits: what to leave out, what is not held, how long, how to study."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from pathways.questions.limit_forms import FORMS, Form, Means
from pathways.questions.phrases import Phrase
from pathways.questions.skeleton import DONE, PLACE, UNKNOWN, Skeleton
from pathways.questions.words import DATE, PAUSE, STOP

_ENDS = {
    STOP,
    PAUSE,
    DONE,
    "from",
    "to",
    "and",
    "but",
    "how",
    "what",
    "can",
    "could",
    "if",
    "become",
    "is",
    "would",
    "where",
    "which",
    "who",
    "then",
    "do",
    "when",
    "because",
    "so",
    "though",
    "into",
    "should",
    "may",
    "might",
}
_UNIVERSITY = {"uni", "university"}
_SUBJECTS = {"english"}
_STILL_TO_COME = {
    "finish",
    "finishes",
    "finishing",
    "complete",
    "completing",
    "leave",
    "leaves",
    "leaving",
    "turn",
    "turns",
    "start",
    "starts",
    "starting",
    "sit",
    "sitting",
    "retire",
    "graduate",
    "expires",
    "been",
    "worked",
}
_NUMBERS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "twelve": 12,
    "eighteen": 18,
    "couple of": 2,
    "half a": 0.5,
}
_MONTHS = {"year and a half": 18, "year": 12, "years": 12, "month": 1, "months": 1}
_LONG = 4
_MOST_MONTHS = 1200


@dataclass(frozen=True, slots=True)
class Said:
    """One limit as typed, from word `start` to `end` (not included).

    `phrases` are what is named in it, `signs` its words in plain small letters, `months` how many it gives,
    `day` the place in the question's text of the date it names.
    """

    means: Means
    text: str
    start: int
    end: int
    signs: tuple[str, ...]
    phrases: tuple[Phrase, ...] = ()
    months: int | None = None
    day: int | None = None


def take_limits(skeleton: Skeleton) -> tuple[Skeleton, tuple[Said, ...]]:
    """Return the skeleton with every limit dealt with, and the limits in the order they were typed."""
    said: list[Said] = []
    taken: set[int] = set()
    for form, atoms, months in sorted(_candidates(skeleton), key=lambda each: (each[1].start, -each[1].stop)):
        if taken.isdisjoint(atoms):
            taken.update(atoms)
            said.append(_said(form.means, skeleton, atoms, months))
    for place in taken:
        skeleton = skeleton.without(range(place, place + 1))
    return skeleton, tuple(said)


def _candidates(skeleton: Skeleton) -> list[tuple[Form, range, int | None]]:
    found = []
    for form in FORMS:
        for pattern in form.patterns:
            for match in pattern.find_all(skeleton):
                core = skeleton.atoms_in(match.start(), match.end())
                atoms = _extended(skeleton, core, form)
                signs = {skeleton.atoms[place].sign for place in atoms}
                months = _months(match.groupdict()) if form.means is Means.WITHIN else None
                named = _names_something(signs)
                if not core or DONE in signs or (form.named and not named) or (form.plain and named):
                    continue
                if form.means is Means.WITHIN and (not months or _tells_when(skeleton, atoms)):
                    continue
                found.append((form, atoms, months))
    return found


def _names_something(signs: set[str]) -> bool:
    return bool(signs & {PLACE, UNKNOWN, DATE} or signs & _UNIVERSITY or signs & _SUBJECTS)


def _tells_when(skeleton: Skeleton, atoms: range) -> bool:
    """Say whether a length of time says when something happens: "I finish in two months"."""
    before = [atom.sign for atom in skeleton.atoms[max(0, atoms.start - 5) : atoms.start]]
    clause = before[-1 - before[::-1].index(STOP) :] if STOP in before else before
    plain = skeleton.atoms[atoms.start].sign == "in" and len(atoms) < _LONG
    return plain and (
        not _STILL_TO_COME.isdisjoint(clause[-4:]) or (clause[-1:] != [] and clause[-1].isdigit())
    )


def _months(parts: dict[str, str | None]) -> int:
    """Return the most whole months, at least one; 0 for more than anybody lives. Less than 24 is 23."""
    count, unit = parts.get("count"), parts["unit"] or ""
    number = float(_NUMBERS.get(count or "one") or (count if count and len(count) < 5 else 0) or 0)
    months = number * _MONTHS[unit] if unit in _MONTHS else number * 7 / 30.4
    most = ceil(months) - 1 if parts.get("less") else int(months)
    return 0 if not 0 < months <= _MOST_MONTHS else max(1, most)


def _extended(skeleton: Skeleton, atoms: range, form: Form) -> range:
    """Take in up to `reach` more words, to the end of the clause or the first name, and "or" another."""
    end = atoms.stop
    while end < len(skeleton.atoms) and end - atoms.stop < form.reach:
        sign = skeleton.atoms[end].sign
        if sign in _ENDS:
            break
        end += 1
        if sign in (PLACE, UNKNOWN):
            break
    return range(atoms.start, _with_listed(skeleton, end) if form.reach else end)


def _with_listed(skeleton: Skeleton, end: int) -> int:
    """Take in one more name after "or": "without A levels or a degree"."""
    after = [atom.sign for atom in skeleton.atoms[end : end + 3]]
    if after[:1] not in (["or"], ["nor"]) or skeleton.atoms[end - 1].sign != PLACE:
        return end
    if after[1:2] == [PLACE]:
        return end + 2
    return end + 3 if after[1:] in (["a", PLACE], ["an", PLACE], ["any", PLACE]) else end


def _said(means: Means, skeleton: Skeleton, atoms: range, months: int | None) -> Said:
    inside = [skeleton.atoms[place] for place in atoms]
    day = next((skeleton.words[atom.start].at for atom in inside if atom.sign == DATE), None)
    return Said(
        means,
        skeleton.typed(atoms),
        inside[0].start,
        inside[-1].end,
        tuple(atom.sign for atom in inside),
        tuple(atom.phrase for atom in inside if atom.phrase),
        months,
        day,
    )
