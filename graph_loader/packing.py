"""A catalogue as plain values (texts, numbers, tuples), which can be read back without running anything.

Records stand together by class and their values by field, so that a field of a thousand records is set in
one go. Whatever is no text or number (a record, a word of a fixed list, a day) stands in a table and is named
by its number there; -1 stands for None.
"""

from __future__ import annotations

import dataclasses
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import Enum
from itertools import repeat
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from pathways import model
from pathways.catalogue import Catalogue

Column = tuple[str, int, str, tuple[Any, ...]]
"""A field, how deep in tuples its values stand, the table they are numbers of ("" for none), the values."""

Words = tuple[str, tuple[Any, ...]]
Records = tuple[str, int, tuple[Column, ...]]
Packed = tuple[str, str, tuple[Words, ...], tuple[Records, ...]]
"""Name, content hash, tables of words and days, tables of records: inner ones first, the catalogue last."""

_KINDS: dict[str, type[Any]] = {
    "date": date,
    "Catalogue": Catalogue,
    **{name: each for name, each in vars(model).items() if isinstance(each, type)},
}
"""What can stand in a table."""


def pack(catalogue: Catalogue) -> Packed:
    """Return a catalogue as plain values."""
    tables: dict[type, dict[Any, int]] = {Catalogue: {catalogue: 0}}
    texts: dict[Any, Any] = {}
    records: list[Records] = []
    for kind in _outer_first(Catalogue):
        held = tables.setdefault(kind, {})
        columns = []
        for field, depth, inner in _shapes(kind):
            numbers = None if inner is None else tables.setdefault(inner, {})
            values = tuple(_packed(getattr(each, field), numbers, texts) for each in held)
            columns.append((field, depth, inner.__name__ if inner else "", values))
        records.append((kind.__name__, len(held), tuple(columns)))
    plain = tuple(
        (kind.__name__, tuple(each.toordinal() if kind is date else each.value for each in held))
        for kind, held in tables.items()
        if not dataclasses.is_dataclass(kind)
    )
    return catalogue.name, catalogue.content_hash, plain, tuple(reversed(records))


def unpack(packed: Packed) -> Catalogue:
    """Return the catalogue that was packed. What never was a packed catalogue may raise anything."""
    name, content_hash, plain, records = packed
    tables: dict[str, list[Any]] = {"": []}
    for of, values in plain:
        tables[of] = [*map(date.fromordinal if of == "date" else _KINDS[of], values), None]
    for of, count, columns in records[:-1]:
        tables[of] = [*_records(_KINDS[of], count, columns, tables), None]
    groups = {
        field: next(iter(_unpacked(depth, tables[inner], values)))
        for field, depth, inner, values in records[-1][2]
        if field != "name"
    }
    catalogue = Catalogue(name, **groups)
    # Known, and dear to make again. This is where a cached_property looks first.
    vars(catalogue)["content_hash"] = content_hash
    return catalogue


def _outer_first(kind: type) -> list[type]:
    """Return the classes of records inside a class, itself first, each before all that it can hold."""
    found: list[type] = []

    def visit(each: type) -> None:
        if each not in found:
            for _, _, inner in _shapes(each):
                if inner and dataclasses.is_dataclass(inner):
                    visit(inner)
            found.append(each)

    visit(kind)
    return found[::-1]


def _shapes(kind: type) -> Iterator[tuple[str, int, type | None]]:
    """Yield the fields of a class: the name, how deep in tuples the values stand, the table they stand in."""
    hints = get_type_hints(kind)
    for field in dataclasses.fields(kind):
        hint, depth = hints[field.name], 0
        while get_origin(hint) in (tuple, UnionType):
            depth += get_origin(hint) is tuple
            hint = next(each for each in get_args(hint) if each is not NoneType)
        tabled = hint is date or issubclass(hint, Enum) or dataclasses.is_dataclass(hint)
        yield (field.name, depth, hint) if tabled else (field.name, 0, None)


def _packed(value: Any, numbers: dict[Any, int] | None, texts: dict[Any, Any]) -> Any:
    """Return a value with numbers for what stands in a table, and each text the same object throughout."""
    if isinstance(value, tuple):
        return tuple(_packed(each, numbers, texts) for each in value)
    if numbers is None:
        return texts.setdefault((type(value), value), value)
    return -1 if value is None else numbers.setdefault(value, len(numbers))


def _records(kind: type, count: int, columns: Iterable[Column], tables: dict[str, list[Any]]) -> list[Any]:
    """Return records made field by field, many times faster than one by one."""
    values = {field: _unpacked(depth, tables[inner], each) for field, depth, inner, each in columns}
    return make_records(kind, count, values)


def make_records(kind: type, count: int, values: Mapping[str, Iterable[Any]]) -> list[Any]:
    """Return records of a class with slots, from the values of each field, as its frozen `__init__` would."""
    made: list[Any] = [*map(object.__new__, repeat(kind, count))]
    for field, each in values.items():
        # A deque without room is how a map is run to its end.
        deque(map(getattr(kind, field).__set__, made, each), maxlen=0)
    return made


def _unpacked(depth: int, table: Sequence[Any], values: Iterable[Any]) -> Iterable[Any]:
    if not table:
        return values
    if not depth:
        return map(table.__getitem__, values)
    return (tuple(_unpacked(depth - 1, table, each)) for each in values)
