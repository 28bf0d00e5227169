"""Every record of a catalogue, and every value inside one, with the path it has in a data file."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from pathways.catalogue import Catalogue
from pathways.model import CellEntry, Kind, Row, Step
from pathways.notices import Subject

RECORD_KINDS = {
    "levels": "level",
    "prompts": "prompt",
    "sources": "source",
    "concepts": "concept",
    "requirements": "requirement",
    "activities": "activity",
    "sectors": "sector",
    "qualifications": "qualification",
    "job_roles": "job role",
    "steps": "step",
}
"""What one record of each list of a catalogue is called."""

_RENAMED: dict[tuple[type, str], tuple[str, ...]] = {
    (Step, "from_id"): ("from",),
    (Step, "to_id"): ("to",),
    **{(Row, f"{kind.value}_activities"): ("activities", kind.value) for kind in Kind},
}


@dataclass(frozen=True, slots=True)
class Value:
    """A text, number or date inside a record: `owner` is the part of the record whose field `name` holds it."""

    subject: Subject
    owner: Any
    name: str
    value: Any


def field_path(model: type, name: str) -> tuple[str, ...]:
    """Return the path in a data file of a field of the model. A citation stands flat in its record."""
    return () if name == "citation" else _RENAMED.get((model, name), (name,))


def inside(subject: Subject, *path: str | int) -> Subject:
    """Return the subject for something inside another."""
    return Subject(subject.kind, subject.id, (*subject.field, *path))


def list_records(catalogue: Catalogue, *fields: str) -> Iterator[tuple[Subject, Any]]:
    """Yield each record with its subject; only those of the lists named, where any are."""
    for name in fields or RECORD_KINDS:
        for record in getattr(catalogue, name):
            yield Subject(RECORD_KINDS[name], record.id), record


def list_parts(subject: Subject, value: Any) -> Iterator[tuple[Subject, Any]]:
    """Yield a record and every record inside it, each with its subject."""
    if isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from list_parts(inside(subject, index), each)
    elif dataclasses.is_dataclass(value):
        yield subject, value
        for name, path, plain in _fields(type(value)):
            if not plain:
                yield from list_parts(inside(subject, *path), getattr(value, name))


def list_all_parts(catalogue: Catalogue, *fields: str) -> Iterator[tuple[Subject, Any]]:
    """Yield every record, and every record inside one."""
    for subject, record in list_records(catalogue, *fields):
        yield from list_parts(subject, record)


def list_values(catalogue: Catalogue) -> Iterator[Value]:
    """Yield every text, number and date of every record, lists entry by entry; nothing for what is absent."""
    for subject, part in list_all_parts(catalogue):
        for name, path, _ in _fields(type(part)):
            held = getattr(part, name)
            if held is None or held == () or dataclasses.is_dataclass(held):
                continue
            if not isinstance(held, tuple):
                yield Value(inside(subject, *path), part, name, held)
            elif isinstance(held[0], str):
                for index, each in enumerate(held):
                    yield Value(_entry_subject(subject, part, path, index), part, name, each)


def _entry_subject(subject: Subject, part: Any, path: tuple[str, ...], index: int) -> Subject:
    if isinstance(part, CellEntry) and path == ("requirements",) and len(part.requirements) == 1:
        return inside(subject, "requirement")
    return inside(subject, *path, index)


@cache
def _fields(model: type) -> tuple[tuple[str, tuple[str, ...], bool], ...]:
    """Return each field of a class: its name, its path in a file, and whether it surely holds no records."""
    return tuple(
        (field.name, field_path(model, field.name), _is_plain(str(field.type)))
        for field in dataclasses.fields(model)
    )


def _is_plain(annotation: str) -> bool:
    words = annotation.replace("tuple[", " ").replace("]", " ").replace(",", " ").replace("|", " ").split()
    return all(word in ("str", "int", "bool", "date", "None", "...") for word in words)
