"""Documents into records: each section of each file structured, each record with the place it came from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from graph_loader.faults import Fault
from graph_loader.fields import describe
from graph_loader.refused import Mark, Refused, error
from graph_loader.structure import Structured, structure
from graph_loader.tree import Block, Items, Path, key_mark_of, mark_of
from pathways.checks.records import RECORD_KINDS
from pathways.checks.wording import place_in_words, quoted
from pathways.model import (
    Activity,
    Concept,
    JobRole,
    Level,
    Prompt,
    Qualification,
    Requirement,
    Sector,
    Source,
    Step,
)
from pathways.notices import Location, Notice, Severity, Subject
from pathways.places import nearest_names

SCHEMA = 1
"""The form of the files that this version reads."""

SECTIONS: dict[str, type] = {
    "levels": Level,
    "prompts": Prompt,
    "sources": Source,
    "concepts": Concept,
    "requirements": Requirement,
    "activities": Activity,
    "sectors": Sector,
    "qualifications": Qualification,
    "job_roles": JobRole,
    "steps": Step,
}
"""The lists of a catalogue, and the class of their records."""

_TOP = ("schema", "sector", "matrix", *(name for name in SECTIONS if name != "sectors"))
_OF_A_SECTOR = ("qualifications", "job_roles")
_SHARED_IDS = {"qualifications": "positions", "job_roles": "positions"}
"""Sections whose ids are drawn from one pool."""


@dataclass(frozen=True, slots=True)
class Document:
    """One file that could be read."""

    file: str
    root: Block


@dataclass(slots=True)
class Placed:
    """A record with the place it came from. `structured.record` is None where it is past saving."""

    section: str
    id: str
    file: str
    block: Block
    structured: Structured

    @property
    def subject(self) -> Subject:
        """What findings about this record are about."""
        return Subject(RECORD_KINDS[self.section], self.id)

    def locate(self, path: Path) -> Location:
        """Return the place of the value at a path of the file."""
        return Location(self.file, *mark_of(self.block, path))


@dataclass(slots=True)
class Gathered:
    """Every record of a dataset, in the order of the files, and what was found wrong on the way."""

    placed: list[Placed] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)


def refuse_newer(root: Block, file: str) -> Block:
    """Return the fields of a file, unless it is written in a form that only a later version reads."""
    schema = root.get("schema")
    if isinstance(schema, str) and schema.isdecimal() and int(schema[:9]) > SCHEMA:
        text = f"The file is written for schema {schema[:9]}; this version reads schema {SCHEMA}. "
        text += "Get a newer version of Pathway Explorer."
        raise Refused("schema-newer", file, mark_of(root, ("schema",)), text)
    return root


def meant_section(name: str) -> str | None:
    """Return the section that a name at the top of a file stands for: itself, or the nearest one."""
    return name if name in _TOP else next(iter(nearest_names(name, _TOP, 1)), None)


def gather(documents: list[Document]) -> Gathered:
    """Structure every section of every document. Of records that share an id, the first is kept."""
    gathered = Gathered()
    first: dict[tuple[str, str], Placed] = {}
    for document in documents:
        sector = ""
        gathered.notices.extend(_check_schema(document))
        sections = dict(_list_sections(document, gathered.notices))
        for section, block in _list_blocks(sections, document, gathered.notices):
            if section in _OF_A_SECTOR:
                block.given = {"sector": sector}
            placed = _place(section, block, document.file)
            sector = placed.id if section == "sectors" else sector
            gathered.notices.extend(_notice(fault, placed) for fault in placed.structured.faults)
            earlier = first.setdefault((_SHARED_IDS.get(section, section), placed.id), placed)
            if earlier is placed or not placed.id:
                gathered.placed.append(placed)
            else:
                gathered.notices.append(_duplicate(placed, earlier))
    return gathered


def _place(section: str, block: Block, file: str) -> Placed:
    structured = structure(block, SECTIONS[section])
    name = block.get("id") if structured.record is None else structured.record.id
    return Placed(section, name if isinstance(name, str) else "", file, block, structured)


def _check_schema(document: Document) -> Iterator[Notice]:
    root, file = document.root, document.file
    schema = root.get("schema")
    if schema is None:
        text = f"The file does not say 'schema'. It is read as {SCHEMA}; begin it with “schema: {SCHEMA}”."
        yield Notice("schema-absent", Severity.WARNING, Location(file, *mark_of(root, ("schema",))), text)
    elif not isinstance(schema, str) or not schema.isdecimal() or int(schema[:9]) == 0:
        text = f"'schema' is {describe(schema)}, which is not a version. Write “schema: {SCHEMA}”."
        yield error("bad-value", file, mark_of(root, ("schema",)), text)
    if not any(name != "schema" for name in root):
        yield error("no-data", file, (1, 1), "The file holds no data: only 'schema'. Add a section.")


def _list_sections(document: Document, notices: list[Notice]) -> Iterator[tuple[str, Any]]:
    """Yield what stands in each section, a misspelt one under the name that was meant."""
    root = document.root
    for name, held in root.items():
        meant = meant_section(name)
        if meant != name:
            hint = f"Did you mean '{meant}'?" if meant else f"A file may have {', '.join(_TOP)}."
            text = f"{quoted(name)} is not a section of a data file. {hint}"
            notices.append(error("unknown-field", document.file, root.keys_at[name], text))
        fits = isinstance(held, Block if meant in ("sector", "matrix") else Items)
        if meant == name or (meant and meant not in root and fits):
            yield meant, held


def _list_blocks(
    sections: dict[str, Any], document: Document, notices: list[Notice]
) -> Iterator[tuple[str, Block]]:
    """Yield the block of each record, with its section. A sector comes before what belongs to it."""
    root, file = document.root, document.file
    sector = sections.get("sector")
    if isinstance(sector, Block):
        if sections.get("matrix") is not None:
            sector.given = {"matrix": sections["matrix"]}
        yield "sectors", sector
    elif sector is not None:
        text = f"'sector' is {describe(sector)}. Write its fields under it, from 'id' on."
        notices.append(error("bad-value", file, mark_of(root, ("sector",)), text))
    for name, held in sections.items():
        if held is not None and "sector" not in sections and name in (*_OF_A_SECTOR, "matrix"):
            text = f"The file has '{name}' but no 'sector'. Say which sector this is about."
            at = next(root.keys_at[each] for each in root if meant_section(each) == name)
            notices.append(error("no-sector", file, at, text))
        if held is not None and name in SECTIONS:
            yield from ((name, block) for block in _list_entries(name, held, document, notices))


def _list_entries(name: str, held: Any, document: Document, notices: list[Notice]) -> Iterator[Block]:
    root, file = document.root, document.file
    if not isinstance(held, Items):
        text = f"'{name}' is {describe(held)}. Write a list, each entry beginning with “- ”."
        notices.append(error("bad-value", file, mark_of(root, (name,)), text))
        return
    for block, at in zip(held, held.items_at, strict=True):
        if isinstance(block, Block):
            yield block
        else:
            text = f"An entry of '{name}' is {describe(block)}. Write its fields, from 'id' on."
            notices.append(error("bad-value", file, at, text))


def _duplicate(placed: Placed, earlier: Placed) -> Notice:
    what = RECORD_KINDS[placed.section]
    other = RECORD_KINDS[earlier.section]
    text = f"The {what} id {quoted(placed.id)} is used already, by the {other} at {earlier.locate(('id',))}. "
    where = placed.locate(("id",))
    return Notice(
        "duplicate-id", Severity.ERROR, where, text + "Give one of them another id.", placed.subject
    )


def _notice(fault: Fault, placed: Placed) -> Notice:
    by_name = fault.code == "unknown-field"
    mark: Mark = (key_mark_of if by_name else mark_of)(placed.block, fault.path)
    subject = Subject(placed.subject.kind, placed.id, fault.path)
    text = f"{_label(placed, fault.path)} is {fault.message}"
    return Notice(fault.code, Severity.ERROR, Location(placed.file, *mark), text, subject)


def _label(placed: Placed, path: Path) -> str:
    """Say which field of which record: "Step 'a-to-b', conditions 1: 'kind'"."""
    kind = RECORD_KINDS[placed.section]
    nameless = f"A{'n' if kind[0] in 'aeiou' else ''} {kind}"
    record = f"{kind.capitalize()} {quoted(placed.id)}" if placed.id else nameless
    if not path:
        return record
    *way, last = path
    if isinstance(last, str):
        field_name = quoted(last)
    else:
        # Alternatives stand in lists of lists: "entry 2 of 'any_of' 1".
        holder = way.pop()
        outer = f" {holder + 1}" if isinstance(holder, int) else ""
        field_name = f"entry {last + 1} of '{way.pop() if outer else holder}'{outer}"
    return f"{record}, {place_in_words(way)}: {field_name}" if way else f"{record}: {field_name}"
