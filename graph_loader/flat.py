"""Records as flat properties, for places that hold only texts, numbers, days and lists of texts.

What is absent (None, an empty list) has no property. Words of a fixed list stand as their text. What holds
records within it (the matrix of a sector, the conditions of a step) stands as JSON text.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from graph_loader.attributes import CITED, attribute_names, attribute_of, field_names
from graph_loader.packing import make_records
from pathways.model import Citation

Properties = dict[str, Any]

PLAIN = (str, int, bool)
"""What most values are, and a property holds as it is. Asked first, since a graph has millions."""


def to_properties(attributes: Mapping[str, Any]) -> Properties:
    """Return attributes as values that a property can hold."""
    return {name: _flat(value) for name, value in attributes.items() if value is not None and value != ()}


def from_properties(kind: type, properties: Mapping[str, Any]) -> Any:
    """Return the record whose properties these are. Raises ValueError where they are not of such a record."""
    return from_columns(kind, {name: [properties.get(name)] for name in attribute_names(kind)})[0]


def from_columns(kind: type, columns: Mapping[str, Sequence[Any]]) -> list[Any]:
    """Return many records of a class, from the values of each property. None stands for what is absent.

    Raises ValueError where a value cannot stand in such a record.
    """
    made: dict[str, Iterable[Any]] = {}
    count = 0
    for name, hint in _hints(kind).items():
        if name == "citation":
            cited = [columns[each] for each in CITED]
            values: Iterable[Any] = _citations(*cited)
            count = len(cited[0])
        else:
            column = columns[attribute_of(kind, name)]
            count = len(column)
            values = _read(hint, column)
        made[name] = values
    try:
        return make_records(kind, count, made)
    except (KeyError, TypeError, AttributeError) as problem:
        raise ValueError(f"{kind.__name__}: {problem}") from problem


def property_types(kind: Any) -> dict[str, type]:
    """Return what each property of a record holds: str, int, bool, date, or list (of texts)."""
    held: dict[str, type] = {}
    for name, hint in _hints(kind).items():
        if name == "citation":
            held.update(dict.fromkeys(CITED, str))
        elif hint in (int, bool, date):
            held[attribute_of(kind, name)] = hint
        else:
            texts = get_origin(hint) is tuple and get_args(hint)[0] is str
            held[attribute_of(kind, name)] = list if texts else str
    return held


@cache
def _hints(kind: Any) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {name: _present(hints[name]) for name in field_names(kind)}


def _present(hint: Any) -> Any:
    """Return what a value is where it is not None."""
    if get_origin(hint) is UnionType:
        return next(each for each in get_args(hint) if each is not NoneType)
    return hint


def _flat(value: Any) -> Any:
    if type(value) in PLAIN:
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple) and all(isinstance(each, str) for each in value):
        return list(value)
    if isinstance(value, tuple) or dataclasses.is_dataclass(value):
        return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))
    return value


def _plain(value: Any) -> Any:
    """Return a value as what JSON can hold, with what is absent left out."""
    if dataclasses.is_dataclass(value):
        held = {name: getattr(value, name) for name in field_names(type(value))}
        return {name: _plain(each) for name, each in held.items() if each is not None and each != ()}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def _read(hint: Any, column: Sequence[Any]) -> Iterable[Any]:
    """Return a column as the values of a field."""
    if hint in (str, int, bool):
        return column
    if get_origin(hint) is tuple and get_args(hint)[0] is str:
        return [tuple(each) if each else () for each in column]
    absent = () if get_origin(hint) is tuple else None
    revive = _reviver(hint)
    known: dict[Any, Any] = {None: absent}
    found = []
    for each in column:
        if each not in known:
            known[each] = revive(each)
        found.append(known[each])
    return found


def _reviver(hint: Any) -> Callable[[Any], Any]:
    """Return what makes a value of a property that is no plain text or number."""
    if hint is date:
        return _day
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    return lambda text: _revived(hint, json.loads(text))


def _day(value: Any) -> date:
    """Return a day from a text, or from whatever has a year, a month and a day."""
    return date.fromisoformat(value) if isinstance(value, str) else date(value.year, value.month, value.day)


def _revived(hint: Any, plain: Any) -> Any:
    """Undo `_plain`."""
    if get_origin(hint) is tuple:
        inner = _present(get_args(hint)[0])
        return tuple(_revived(inner, each) for each in plain)
    if dataclasses.is_dataclass(hint):
        hints = _hints(hint)  # type: ignore[arg-type]
        return hint(**{name: _revived(hints[name], each) for name, each in plain.items()})  # type: ignore[operator]
    if hint is date:
        return _day(plain)
    return hint(plain) if isinstance(hint, type) and issubclass(hint, Enum) else plain


def _citations(*columns: Sequence[Any]) -> list[Citation]:
    """Return what each record cites, the same object for the same place."""
    known: dict[tuple[Any, ...], Citation] = {}
    found = []
    evidence = _hints(Citation)["evidence"]
    for cited in zip(*columns, strict=True):
        if cited not in known:
            source, locator, word, note = cited
            known[cited] = Citation(source, locator, evidence(word), note)
        found.append(known[cited])
    return found
