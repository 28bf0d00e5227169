"""Measures the reader on its bank of questions: `python -m tests.questions_report` writes the page."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path

from graph_loader import load_catalogue
from pathways.catalogue import Catalogue
from pathways.errors import InvalidQuery, UnknownName
from pathways.model import Qualification
from pathways.places import Place, goal_positions, read_place, start_positions
from pathways.questions import Understood, Unsure, read_question

TODAY = date(2026, 11, 22)
PAGE = Path(__file__).parent.parent / "docs" / "questions.md"
_DECIDES = ("quickest", "fewest-steps", "least-to-gain", "stay-in-sector")
_BEGIN, _END = "<!-- measured: begin -->", "<!-- measured: end -->"


class Outcome(StrEnum):
    """How a reading compares with the one expected."""

    RIGHT = "right"
    WRONG = "wrong"
    ASKED_RIGHTLY = "rightly asked back"
    ASKED_NEEDLESSLY = "could have been answered"


@dataclass(frozen=True, slots=True)
class Line:
    """A question of a bank with its expected readings: any of them will do."""

    question: str
    readings: tuple[str, ...]

    @property
    def is_to_be_asked(self) -> bool:
        """Whether asking back is as good as any answer, or better."""
        return "ask" in self.readings


@dataclass(frozen=True, slots=True)
class Asked:
    """A line of a bank, and what came of it."""

    line: Line
    read: Understood | Unsure
    outcome: Outcome


@cache
def bank_catalogue() -> Catalogue:
    """The shipped data."""
    return load_catalogue()


def some_sectors(*sectors: str) -> Catalogue:
    """The shipped data of a few sectors only."""
    whole = load_catalogue()
    return Catalogue.of(
        whole.name,
        levels=whole.levels,
        sectors=[each for each in whole.sectors if each.id in sectors],
        qualifications=[each for each in whole.qualifications if each.sector in sectors],
        job_roles=[each for each in whole.job_roles if each.sector in sectors],
        requirements=[each for each in whole.requirements if each.scope in (*sectors, "anywhere")],
    )


def is_known(reading: str, catalogue: Catalogue) -> bool:
    """Say whether a catalogue has every place that a line of a bank names."""
    start, _, rest = reading.partition(":")[2].partition(">")
    goal, said = _parted(rest.split())
    try:
        _places([*start.split(), *goal, *_listed(said, "avoid"), *_listed(said, "have")], catalogue)
    except (UnknownName, InvalidQuery):
        return False
    return True


def list_lines(text: str) -> tuple[Line, ...]:
    """Return the lines of a bank that have an expected reading."""
    parted = [line.rsplit("  =>  ", 1) for line in text.splitlines() if "  =>  " in line]
    return tuple(Line(question.strip(), tuple(wanted.split(" || "))) for question, wanted in parted)


def ask_bank(bank: Mapping[str, str], catalogue: Catalogue) -> dict[str, tuple[Asked, ...]]:
    """Ask every question of a bank, by kind of user."""
    return {kind: tuple(_asked(line, catalogue) for line in list_lines(text)) for kind, text in bank.items()}


def _asked(line: Line, catalogue: Catalogue) -> Asked:
    read = read_question(line.question, catalogue, TODAY)
    if isinstance(read, Unsure):
        fine = line.is_to_be_asked
        return Asked(line, read, Outcome.ASKED_RIGHTLY if fine else Outcome.ASKED_NEEDLESSLY)
    right = any(means(read, wanted, catalogue) for wanted in line.readings if wanted != "ask")
    return Asked(line, read, Outcome.RIGHT if right else Outcome.WRONG)


def means(read: Understood, wanted: str, catalogue: Catalogue) -> bool:
    """Say whether a reading is the one written in a line of a bank.

    Places are the same if they hold the same positions. Of requirements held or lacked, those written have
    to be there; of positions, those and no others.
    """
    intent, _, rest = wanted.partition(":")
    start, _, rest = rest.partition(">")
    goal, said = _parted(rest.split())
    limits = read.limits
    return (
        str(read.intent) == intent
        and _starts(read.start, catalogue) == _starts(_places(start.split(), catalogue), catalogue)
        and _goals(read.goal, catalogue) == _goals(_places(goal, catalogue), catalogue)
        and (str(read.prefer) if read.prefer else "") == said.get("prefer", "")
        and (str(read.as_of) if read.as_of else "") == said.get("date", "")
        and _left_out(limits.avoid, limits.avoid_types, catalogue)
        == _left_out(_places(_listed(said, "avoid"), catalogue), _listed(said, "types"), catalogue)
        and (str(limits.within_months or "")) == said.get("months", "")
        and (str(limits.study or "")) == said.get("study", "")
        and (str(read.focus or "")) == said.get("focus", "")
        and _holds(read.have, _listed(said, "have"), catalogue)
        and _holds(read.lack, _listed(said, "lack"), catalogue)
    )


def _holds(ids: tuple[str, ...], wanted: list[str], catalogue: Catalogue) -> bool:
    positions = {each for each in ids if each in catalogue.position_by_id}
    return set(wanted) <= set(ids) and positions <= set(wanted)


def _parted(words: list[str]) -> tuple[list[str], dict[str, str]]:
    """Split what follows ">" into the places of the goal and everything else by name."""
    goal: list[str] = []
    said: dict[str, str] = {}
    for word in words:
        name, mark, value = word.partition("=")
        if mark:
            said[name] = value
        elif word in _DECIDES:
            said["prefer"] = word
        elif re.fullmatch(r"\d{4}-\d\d-\d\d", word):
            said["date"] = word
        else:
            goal.append(word)
    return goal, said


def _listed(said: dict[str, str], name: str) -> list[str]:
    return [each for each in said.get(name, "").split(",") if each]


def _places(words: list[str], catalogue: Catalogue) -> tuple[Place, ...]:
    return tuple(place for word in words for place in _place(word, catalogue))


def _place(word: str, catalogue: Catalogue) -> Iterator[Place]:
    where, slash, kind = word.partition("/")
    place = read_place(where, catalogue)
    if not slash:
        yield place
    for each in catalogue.list_positions(place.sector, place.level) if slash else ():
        if isinstance(each, Qualification) and each.type == kind:
            yield Place(position=each.id)


def _starts(places: tuple[Place, ...], catalogue: Catalogue) -> set[str]:
    return {each for place in places for each in start_positions(place, catalogue)}


def _goals(places: tuple[Place, ...], catalogue: Catalogue) -> set[str]:
    return {each for place in places for each in goal_positions(place, catalogue)}


def _left_out(places: tuple[Place, ...], types: Iterable[str], catalogue: Catalogue) -> set[str]:
    """The positions left out; "university" are those of every type of degree."""
    kinds = {kind.replace("-", " ") for kind in types}
    if "university" in kinds:
        kinds |= {each.type.lower() for each in catalogue.qualifications if "degree" in each.type.split()}
    found = {each.id for each in catalogue.qualifications if each.type.lower().replace("-", " ") in kinds}
    return found | _goals(places, catalogue)


def precision(counts: Counter[Outcome]) -> float:
    """The share of answers that are right: what should have been asked back but was answered is wrong."""
    answered = counts[Outcome.RIGHT] + counts[Outcome.WRONG]
    return counts[Outcome.RIGHT] / answered if answered else 1.0


def table(asked: Mapping[str, tuple[Asked, ...]]) -> str:
    """Write the outcomes by kind of user as a Markdown table."""
    counted = {kind: Counter(each.outcome for each in lines) for kind, lines in asked.items()}
    rows = [*counted.items(), ("all", sum(counted.values(), Counter[Outcome]()))]
    head = [
        "asked by",
        "questions",
        "right",
        "wrong",
        *map(str, list(Outcome)[2:]),
        "asked back",
        "precision",
    ]
    lines = ["| " + " | ".join(head) + " |", "| --- |" + " ---: |" * (len(head) - 1)]
    for kind, counts in rows:
        back = counts[Outcome.ASKED_RIGHTLY] + counts[Outcome.ASKED_NEEDLESSLY]
        total = counts.total()
        cells = [kind, str(total), *(str(counts[each]) for each in Outcome)]
        cells += [f"{back / total:.0%}", f"{precision(counts):.1%}"]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def measured() -> str:
    """What docs/questions.md says was measured."""
    from tests.questions_bank import BANK

    return f"{_BEGIN}\n{table(ask_bank(BANK, bank_catalogue()))}\n{_END}"


def put(page: str, text: str) -> str:
    """Return the page with what was measured in its place."""
    before, rest = page.split(_BEGIN)
    return before + text + rest.split(_END)[1]


def main() -> None:
    """Write the table to the page; with "--misses" list what was not as expected."""
    from tests import questions_bank

    if "--misses" in sys.argv:
        for kind, lines in ask_bank(questions_bank.BANK, bank_catalogue()).items():
            for each in lines:
                if each.outcome in (Outcome.WRONG, Outcome.ASKED_NEEDLESSLY):
                    print(kind, each.outcome, each.line.question, sep=" | ")
                    print("   ", *each.line.readings, each.read, sep="\n    ")
        return
    PAGE.write_text(put(PAGE.read_text("utf-8"), measured()), "utf-8")


if __name__ == "__main__":
    main()
