"""Our qualifications beside what registers publish: what is equal, what differs, and whether we say why.

Only what a register can settle is compared: that a reference is in it, the title, the level, and of a
standard the months. What differs has to be explained by the record's own `note`, and a note explains a
difference only where it speaks of the matter: see `EXPLAINING`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from pathways.catalogue import Catalogue
from pathways.model import Qualification

CURRENT = "9999"
"""The date of a list that bears none: it is the list as it stands."""


class Compared(StrEnum):
    """What is compared of a qualification."""

    NUMBER = "number"
    TITLE = "title"
    LEVEL = "level"
    MONTHS = "months"


class Verdict(StrEnum):
    """What a comparison came to."""

    EQUAL = "equal"
    EXPLAINED = "explained"
    UNEXPLAINED = "unexplained"


EXPLAINING: Mapping[Compared, frozenset[str]] = {
    Compared.NUMBER: frozenset({"number", "numbers", "reference", "references", "withdrawn", "retired"}),
    Compared.TITLE: frozenset(
        {"title", "titles", "titled", "name", "named", "call", "calls", "called", "shortened"}
    ),
    Compared.LEVEL: frozenset({"level", "levels"}),
    Compared.MONTHS: frozenset({"month", "months", "length", "year", "years", "weeks"}),
}
"""A note explains a difference where it has one of these words."""


@dataclass(frozen=True, slots=True)
class Published:
    """One line of a register. `levels` are several where an award spans them; `date` is as exact as known."""

    reference: str
    title: str
    levels: tuple[str, ...]
    months: int | None
    date: str
    place: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """One fact of ours beside the newest published. `theirs` and `place` are None where there is nothing."""

    position: str
    what: Compared
    ours: str
    theirs: str | None
    verdict: Verdict
    date: str | None = None
    place: str | None = None
    note: str | None = None


def audit(catalogue: Catalogue, published: Iterable[Published]) -> tuple[Comparison, ...]:
    """Compare every qualification that has a reference with what is published, in order of id."""
    by_reference: dict[str, list[Published]] = {}
    for each in published:
        by_reference.setdefault(plain_reference(each.reference), []).append(each)
    for records in by_reference.values():
        records.sort(key=lambda each: each.date, reverse=True)
    return tuple(
        comparison
        for each in catalogue.qualifications
        if each.reference
        for comparison in _compare(each, by_reference.get(plain_reference(each.reference), []))
    )


def plain_reference(reference: str) -> str:
    """Return a reference as registers without obliques write it: "601/2629/2" is "60126292"."""
    return re.sub(r"[\s/]", "", reference).upper()


def _compare(ours: Qualification, records: list[Published]) -> Iterator[Comparison]:
    newest = records[0] if records else None
    yield _comparison(
        ours,
        Compared.NUMBER,
        ours.reference or "",
        newest,
        newest.reference if newest else None,
        bool(newest),
    )
    titled = next((each for each in records if each.title), None)
    if titled:
        same = is_same_title(ours.title, titled.title)
        yield _comparison(ours, Compared.TITLE, ours.title, titled, titled.title, same)
    levelled = next((each for each in records if each.levels), None)
    if levelled:
        said = " or ".join(levelled.levels)
        yield _comparison(ours, Compared.LEVEL, ours.level, levelled, said, ours.level in levelled.levels)
    timed = next((each for each in records if each.months), None)
    if timed:
        months = "not known" if ours.months is None else str(ours.months)
        yield _comparison(
            ours, Compared.MONTHS, months, timed, str(timed.months), ours.months == timed.months
        )


def _comparison(
    ours: Qualification, what: Compared, said: str, record: Published | None, theirs: str | None, same: bool
) -> Comparison:
    note = ours.citation.note
    if same:
        verdict = Verdict.EQUAL
    else:
        verdict = Verdict.EXPLAINED if note and explains(note, what) else Verdict.UNEXPLAINED
    date = record.date if record and record.date != CURRENT else None
    return Comparison(
        ours.id, what, said, theirs, verdict, date, record.place if record else None, None if same else note
    )


def explains(note: str, what: Compared) -> bool:
    """Whether a note speaks of what differs."""
    return any(_speaks_of(what, sentence) for sentence in re.split(r"[.;]", note.casefold()))


def _speaks_of(what: Compared, sentence: str) -> bool:
    words = set(re.findall(r"[a-z]+", sentence))
    if not EXPLAINING[what].isdisjoint(words):
        return True
    # "It is not in the register" speaks of the number; "its length is not in the register" does not.
    missing = not words.isdisjoint(_MISSING) and not words.isdisjoint(_LISTS)
    return what is Compared.NUMBER and missing and words.isdisjoint(_OTHER_FACTS)


_MISSING = ("not", "no", "none", "neither")
_LISTS = ("register", "registers", "list", "lists", "file", "files")
_OTHER_FACTS = ("length", "months", "hours", "dates", "date", "names", "gives")

_OWN_WORDS = re.compile(r"\s*\([^()]*\bapprenticeship\b[^()]*\)$", re.IGNORECASE)
_KIND_OF_REGISTER = frozenset({"rqf", "qcf", "nqf"})


def is_same_title(ours: str, theirs: str) -> bool:
    """Whether two titles are the same but for what we leave out or add by rule.

    Signs, capitals, "and" for "&" and the name of the framework of qualifications (RQF) do not count. Ours
    may say at its end in brackets that it is an apprenticeship, and may leave out the awarding body before
    "Level" or "Entry".
    """
    our_words, their_words = (_words(_said_once(each)) for each in (_OWN_WORDS.sub("", ours), theirs))
    if our_words == their_words:
        return True
    left_out = their_words[: len(their_words) - len(our_words)]
    starts_with_level = our_words[:1] in (["level"], ["entry"], ["t"])
    return starts_with_level and their_words == left_out + our_words and "level" not in left_out


def _said_once(title: str) -> str:
    """Return a title that a register says twice ("Project Management: Project Management") once."""
    first, _, second = title.partition(": ")
    return first if first.casefold() == second.casefold() else title


def _words(title: str) -> list[str]:
    words = re.findall(r"[^\W_]+", title.casefold().replace("&", " and ").replace("'", "").replace("’", ""))
    return [word for word in words if word not in _KIND_OF_REGISTER]
