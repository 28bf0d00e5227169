"""Every record of a catalogue, and every value inside one, with the path it has in a data file."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, get_args, get_type_hints

from pathways import model
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
    """A text, number or date inside a record. `owner` is the part whose field `name` holds it."""

    owner: Any
    name: str
    value: Any
    part: Subject
    path: tuple[str | int, ...]

    @property
    def subject(self) -> Subject:
        """What a finding about this value is about."""
        return inside(self.part, *self.path)


def field_path(record_class: type, name: str) -> tuple[str, ...]:
    """Return the path in a data file of a field of the model. A citation stands flat in its record."""
    return () if name == "citation" else _RENAMED.get((record_class, name), (name,))


def inside(subject: Subject, *path: str | int) -> Subject:
    """Return the subject for something inside another."""
    return Subject(subject.kind, subject.id, (*subject.field, *path))


def list_records(catalogue: Catalogue, *fields: str) -> Iterator[tuple[Subject, Any]]:
    """Yield each record with its subject; only those of the lists named, where any are."""
    for name in fields or RECORD_KINDS:
        for record in getattr(catalogue, name):
            yield Subject(RECORD_KINDS[name], record.id), record


def list_parts(subject: Subject, record: Any) -> Iterator[tuple[Subject, Any]]:
    """Yield a record and every record inside it, each with its subject."""
    yield subject, record
    for field in _FIELDS[type(record)]:
        if field.holds_records:
            yield from _list_inner(inside(subject, *field.path), getattr(record, field.name))


def _list_inner(subject: Subject, held: Any) -> Iterator[tuple[Subject, Any]]:
    if isinstance(held, tuple):
        for index, each in enumerate(held):
            yield from _list_inner(inside(subject, index), each)
    elif held is not None:
        yield from list_parts(subject, held)


def list_all_parts(catalogue: Catalogue) -> tuple[tuple[Subject, Any], ...]:
    """Return every record, and every record inside one."""
    return _all_parts(Same(catalogue))


def list_values(catalogue: Catalogue) -> tuple[Value, ...]:
    """Return every text, number and date of every record, lists entry by entry."""
    return _all_values(Same(catalogue))


def forget() -> None:
    """Let go of what was kept of the last catalogue, so that each check need not walk through it again."""
    _all_parts.cache_clear()
    _all_values.cache_clear()


class Same:
    """A catalogue as a key: equal only to itself, since comparing all records would cost more than a walk."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    def __hash__(self) -> int:
        return id(self.catalogue)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.catalogue is other.catalogue


@lru_cache(maxsize=1)
def _all_parts(same: Same) -> tuple[tuple[Subject, Any], ...]:
    return tuple(
        part for subject, record in list_records(same.catalogue) for part in list_parts(subject, record)
    )


@lru_cache(maxsize=1)
def _all_values(same: Same) -> tuple[Value, ...]:
    return tuple(value for subject, part in _all_parts(same) for value in _values_of(subject, part))


def _values_of(subject: Subject, part: Any) -> Iterator[Value]:
    for field in _FIELDS[type(part)]:
        held = getattr(part, field.name)
        if held is None or not field.holds_values:
            continue
        if not isinstance(held, tuple):
            yield Value(part, field.name, held, subject, field.path)
            continue
        for index, each in enumerate(held):
            path = (*field.path, index)
            if path == ("requirements", 0) and isinstance(part, CellEntry) and len(held) == 1:
                path = ("requirement",)
            yield Value(part, field.name, each, subject, path)


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    path: tuple[str | int, ...]
    holds_records: bool
    holds_values: bool


def _fields_of(record_class: type) -> tuple[_Field, ...]:
    hints = get_type_hints(record_class)
    return tuple(
        _Field(
            field.name,
            field_path(record_class, field.name),
            any(dataclasses.is_dataclass(kind) for kind in _kinds_in(hints[field.name])),
            any(kind in (str, int, date) for kind in _kinds_in(hints[field.name])),
        )
        for field in dataclasses.fields(record_class)
    )


def _kinds_in(hint: Any) -> Iterator[Any]:
    """Yield the classes that a type is built from: str and None from `tuple[str, ...] | None`."""
    inner = get_args(hint)
    if not inner:
        yield hint
    for each in inner:
        yield from _kinds_in(each)


_FIELDS = {
    each: _fields_of(each)
    for each in vars(model).values()
    if isinstance(each, type) and dataclasses.is_dataclass(each)
}
"""The fields of each class of the model, and what they hold. Words from a short list are neither."""
