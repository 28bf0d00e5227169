"""A record as the attributes of a node or an edge, and back: its fields, with what it cites spread out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import cache
from typing import Any

from pathways.model import Citation, Qualification

CITED = tuple(each.name for each in fields(Citation))
"""What a record cites is spread out under these names; no record that cites has a field so called."""

TYPE = "qualification_type"
"""The name of a qualification's own type, since `type` says what kind of node or edge it is."""


def attributes_of(record: Any) -> dict[str, Any]:
    """Return a record's fields, with what it cites spread out and no field called `type`."""
    held = {name: getattr(record, name) for name in field_names(type(record))}
    citation = held.pop("citation", None)
    if citation is not None:
        held.update({name: getattr(citation, name) for name in CITED})
    if isinstance(record, Qualification):
        held[TYPE] = held.pop("type")
    return held


def record_of(kind: type[Any], attributes: Mapping[str, Any]) -> Any:
    """Return the record that has these attributes. Others are ignored; raises KeyError for one missing."""
    held = {name: attributes[attribute_of(kind, name)] for name in field_names(kind) if name != "citation"}
    if "citation" in field_names(kind):
        held["citation"] = Citation(**{name: attributes[name] for name in CITED})
    return kind(**held)


def attribute_names(kind: type) -> tuple[str, ...]:
    """Return the names of the attributes that a record of a class has."""
    own = tuple(attribute_of(kind, name) for name in field_names(kind) if name != "citation")
    return own + CITED if "citation" in field_names(kind) else own


def attribute_of(kind: type, field: str) -> str:
    """Return the name of the attribute that holds a field."""
    return TYPE if kind is Qualification and field == "type" else field


def field_names(kind: type) -> tuple[str, ...]:
    """Return the names of the fields of a class, in their order."""
    return _field_names(kind)


_field_names: Callable[[Any], tuple[str, ...]] = cache(lambda kind: tuple(each.name for each in fields(kind)))
