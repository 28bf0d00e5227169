"""Facts drawn at random from the shipped data, each with the place where a person can look it up.

Equal seeds draw equal facts from equal data. The sectors take turns, and within a sector the kinds of fact
do, so that what is rare (a salary, a regulated requirement) is looked up as often as what is common.
"""

from __future__ import annotations

import argparse
import random
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph_loader import shipped_data
from graph_loader.data_files import list_shipped_files
from graph_loader.gathering import Document, Placed, gather
from graph_loader.text_files import decode, read_bytes
from graph_loader.yaml_text import read_yaml
from pathways.model import (
    ANYWHERE,
    GENERAL,
    CellEntry,
    Citation,
    Condition,
    ConditionKind,
    Evidence,
    JobRole,
    Kind,
    Qualification,
    Requirement,
    Sector,
    Source,
    Step,
)

KINDS = (
    "level",
    "months",
    "reference",
    "awarding body",
    "funding",
    "dates",
    "salary",
    "SOC 2020",
    "step",
    "regulated",
    "condition",
    "source",
)
"""What can be looked up in a document. What rests on our own judgement alone cannot, and is not drawn."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One claim of the data: what it says, of what, and where it says it has it from.

    A condition has no source of its own. It rests on that of its step, or on that of `awareness`, the
    requirement that says what there is to know about it.
    """

    sector: str
    kind: str
    subject: str
    claim: str
    citation: Citation
    place: str
    awareness: str | None = None


def draw(facts: Sequence[Fact], seed: int, count: int) -> list[Fact]:
    """Return `count` different facts, or all there are, as the seed decides."""
    # Nothing is guarded by these numbers; they only have to come again.
    chance = random.Random(seed)
    left: dict[str, dict[str, list[Fact]]] = {}
    for fact in sorted(facts, key=lambda each: (each.sector, KINDS.index(each.kind), each.place, each.claim)):
        left.setdefault(fact.sector, {}).setdefault(fact.kind, []).append(fact)
    turns: dict[str, list[str]] = {sector: [] for sector in left}
    drawn: list[Fact] = []
    while left and len(drawn) < count:
        for sector in chance.sample(sorted(left), len(left))[: count - len(drawn)]:
            kinds = left[sector]
            turns[sector] = [each for each in turns[sector] if each in kinds] or chance.sample(
                sorted(kinds), len(kinds)
            )
            kind = turns[sector].pop()
            drawn.append(kinds[kind].pop(chance.randrange(len(kinds[kind]))))
            if not kinds[kind]:
                del kinds[kind]
            if not kinds:
                del left[sector]
    return drawn


def list_checkable(placed: Sequence[Placed]) -> Iterator[Fact]:
    """Yield every fact that a person can look up, with its place in the files."""
    records = {(each.section, each.id): each.structured.record for each in placed}
    sectors = {each.id: each.structured.record.sector for each in placed if each.section in _POSITIONS}
    citing: dict[str, set[str]] = {}
    for each in placed:
        record = each.structured.record
        if isinstance(record, Source):
            continue
        sector = _sector_of(record, sectors)
        for fact in _facts_of(record, each, sector):
            citing.setdefault(fact.citation.source, set()).add(fact.sector)
            if fact.kind in _OWN_CITED or fact.citation.evidence is not Evidence.EDITORIAL:
                yield fact
    for each in placed:
        if each.section == "sources" and each.id in citing and each.id != "editorial":
            source: Any = records["sources", each.id]
            claim = f"“{source.title}” is published by {source.publisher}, date: {source.date}"
            citation = Citation(source.id, "the document itself", Evidence.PUBLISHED, source.note)
            sector = min(citing[each.id])
            yield Fact(sector, "source", source.id, claim, citation, _place(each, ()))


_POSITIONS = ("qualifications", "job_roles")
_PLAIN = (ConditionKind.VACANCY, ConditionKind.EMPLOYER_SUPPORT, ConditionKind.PLACE)
_OWN_CITED = ("salary", "SOC 2020")
"""Kinds that are drawn of a job whose level is our judgement as well: its note says where they are from."""


def _sector_of(record: Any, sectors: dict[str, str]) -> str:
    if isinstance(record, Step):
        return sectors.get(record.to_id, GENERAL)
    if isinstance(record, Requirement):
        return GENERAL if record.scope == ANYWHERE else record.scope
    if isinstance(record, Sector):
        return record.id
    return str(getattr(record, "sector", GENERAL))


def _facts_of(record: Any, placed: Placed, sector: str) -> Iterator[Fact]:
    def fact(
        kind: str,
        claim: str,
        path: tuple[str | int, ...],
        citation: Citation | None = None,
        awareness: str | None = None,
    ) -> Fact:
        cited = citation or record.citation
        return Fact(sector, kind, record.id, claim, cited, _place(placed, path), awareness)

    if isinstance(record, Qualification):
        yield fact("level", f"“{record.title}” is at {record.level}", ("level",))
        if record.months is not None:
            yield fact("months", f"“{record.title}” takes {record.months} months", ("months",))
        if record.reference:
            yield fact("reference", f"“{record.title}” has the number {record.reference}", ("reference",))
        if record.awarding_body:
            claim = f"“{record.title}” is awarded by {record.awarding_body}"
            yield fact("awarding body", claim, ("awarding_body",))
        for name in ("opens", "last_start", "last_certification"):
            day: date | None = getattr(record, name)
            if day:
                yield fact("dates", f"“{record.title}”, {name.replace('_', ' ')}: {day}", (name,))
        for index, each in enumerate(record.funding):
            claim = f"“{record.title}”: {_said(each)}"
            yield fact("funding", claim, ("funding", index, "statement"), awareness=each.awareness)
    elif isinstance(record, JobRole):
        yield fact("level", f"the job “{record.title}” is at {record.level}", ("level",))
        if record.salary:
            yield fact("salary", f"“{record.title}” earns {record.salary}", ("salary",))
        if record.soc2020:
            yield fact("SOC 2020", f"“{record.title}” has the SOC 2020 code {record.soc2020}", ("soc2020",))
    elif isinstance(record, Step):
        yield fact("step", f"{record.from_id} leads to {record.to_id}{_asked(record)}", ())
        for index, each in enumerate(record.conditions):
            if not _goes_without_saying(each):
                yield fact(
                    "condition",
                    _said(each),
                    ("conditions", index, "statement"),
                    awareness=each.awareness,
                )
    elif isinstance(record, Requirement) and record.regulated:
        yield fact("regulated", record.statement, ("statement",))
    elif isinstance(record, Sector) and record.matrix:
        matrix = record.matrix
        for number, row in enumerate(matrix.rows):
            for kind in Kind:
                for index, entry in enumerate(row.cell(kind)):
                    if entry.condition and not _goes_without_saying(entry.condition):
                        path = ("matrix", "rows", number, kind.value, index, "condition", "statement")
                        claim = f"row {row.at} to {row.into}: {_said(entry.condition)}"
                        cited = _of_entry(entry, matrix.citation)
                        yield fact("condition", claim, path, cited, entry.condition.awareness)


def _goes_without_saying(condition: Condition) -> bool:
    """Say whether no document has to be asked: a post has to be free, a firm willing, a college near."""
    return condition.kind in _PLAIN and condition.opens is None and condition.closes is None


def _of_entry(entry: CellEntry, matrix: Citation) -> Citation:
    """Return what an entry rests on: one with a source of its own names no class of evidence."""
    if entry.source:
        return Citation(entry.source, entry.locator, Evidence.PUBLISHED)
    return Citation(matrix.source, entry.locator, matrix.evidence, matrix.note)


def _said(condition: Condition) -> str:
    days = [f"{name} {day}" for name in ("opens", "closes") if (day := getattr(condition, name))]
    return f"{condition.statement} ({', '.join([condition.kind.value, *days])})"


def _asked(step: Step) -> str:
    groups = (
        *((kind.value, getattr(step, kind.value)) for kind in Kind),
        ("helps", step.helps),
        (
            "one of",
            [
                " or ".join(each.position or "+".join(each.requirements) for each in one)
                for one in step.any_of
            ],
        ),
    )
    asked = [f"{name}: {', '.join(ids)}" for name, ids in groups if ids]
    asked.extend(f"{name} {day}" for name in ("opens", "closes") if (day := getattr(step, name)))
    return f"; {'; '.join(asked)}" if asked else ""


def _place(placed: Placed, path: tuple[str | int, ...]) -> str:
    location = placed.locate(path)
    return f"{location.file}:{location.line}"


def read_placed() -> list[Placed]:
    """Return every record of the shipped data, with its place."""
    documents = [
        Document(file.name, read_yaml(decode(read_bytes(file.path, file.name), file.name), file.name, []))
        for file in list_shipped_files([])
        if not file.is_spreadsheet
    ]
    return gather(documents).placed


def _told(number: int, fact: Fact, source: Source, awareness: Requirement | None) -> str:
    lines = {
        "": f"{fact.sector}, {fact.kind}, {fact.subject}",
        "says": fact.claim,
        "source": f"{source.title}. {source.publisher}, {source.date}",
        "where": fact.citation.locator,
        "url": source.url or "none",
        "evidence": fact.citation.evidence.value,
        "note": fact.citation.note or "none",
        "file": fact.place,
    }
    if awareness:
        cited = awareness.citation
        lines["or see"] = f"{awareness.id}: {cited.source}, {cited.locator}, {cited.evidence.value}"
    told = []
    for name, text in lines.items():
        head = f"    {name}: " if name else f"{number}. "
        told.append(
            textwrap.fill(
                text,
                110,
                initial_indent=head,
                subsequent_indent="      ",
                break_long_words=False,
                break_on_hyphens=False,
            )
        )
    return "\n".join(told)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print as many facts as were asked for."""
    parser = argparse.ArgumentParser(
        prog="scripts/draw_facts", description="Draw facts for a person to look up."
    )
    parser.add_argument("--seed", type=int, required=True, help="equal seeds draw equal facts")
    parser.add_argument("--count", type=int, default=20, help="how many (%(default)s)")
    options = parser.parse_args(arguments)
    placed = read_placed()
    records: dict[tuple[str, str], Any] = {(each.section, each.id): each.structured.record for each in placed}
    print(f"Drawn with seed {options.seed} from {shipped_data().name}. Right, or not?")
    for number, fact in enumerate(draw(list(list_checkable(placed)), options.seed, options.count), 1):
        source = records["sources", fact.citation.source]
        awareness = records.get(("requirements", fact.awareness or ""))
        print(f"\n{_told(number, fact, source, awareness)}")


if __name__ == "__main__":
    main()
