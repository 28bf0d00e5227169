"""How the fields of a file and those of the model go together: the form that docs/data-guide.md describes.

Most are the same. A citation stands flat in its record, `from` and `to` are `from_id` and `to_id`, one
requirement may be written `requirement: id`, a row's activities stand under `activities`, and a position's
sector and a sector's matrix are said elsewhere in the file.
"""

from __future__ import annotations

import dataclasses
from functools import cache
from typing import Any

from graph_loader.tree import Block, Items, Path
from pathways.checks.records import field_path
from pathways.checks.wording import quoted
from pathways.model import CellEntry, Citation, Kind, Position, Row, Sector

CITATION = tuple(field.name for field in dataclasses.fields(Citation))
"""The fields of a citation, flat in every record that has one."""

_SAID_ELSEWHERE = {(Position, "sector"), (Sector, "matrix")}
_ACTIVITIES = {kind.value: f"{kind.value}_activities" for kind in Kind}


class Misfit(ValueError):
    """A block whose fields cannot be laid out. `path` leads from the block to what is at fault."""

    def __init__(self, path: Path, message: str) -> None:
        self.path = path
        super().__init__(message)


class UnknownField(tuple[str, ...]):
    """The path of a field that a file has and the model has not, standing for itself among model fields."""

    __slots__ = ()


@cache
def file_fields(model: type) -> dict[str, str]:
    """Return the fields a block may have, in the order of the model, with the model field each belongs to."""
    fields: dict[str, str] = {}
    for field in dataclasses.fields(model):
        name = field.name
        if any(issubclass(model, owner) and name == said for owner, said in _SAID_ELSEWHERE):
            continue
        if name == "citation":
            fields.update(dict.fromkeys(CITATION, name))
        else:
            fields[field_path(model, name)[0]] = name
        if model is CellEntry and name == "requirements":
            fields["requirement"] = name
    return fields


def file_path(model: type, name: str, block: Any) -> Path:
    """Return the way from a block to the field of the file that a model field was read from."""
    if model is CellEntry and name == "requirements" and isinstance(block, Block) and "requirement" in block:
        return ("requirement",)
    return field_path(model, name)


def lay_out(block: Any, model: type) -> dict[Any, Any]:
    """Return the values of a block by model field. Fields with nothing after their colon are left out.

    A field that the model does not have stays in, as an UnknownField. Raises Misfit where a block is none,
    or where two of its fields say the same.
    """
    if not isinstance(block, Block):
        raise Misfit((), f"{describe(block)}. Write fields, each with a name and a colon.")
    known = file_fields(model)
    values: dict[Any, Any] = dict(block.given)
    cited = Block(block.start)
    for name, value in block.items():
        field = known.get(name)
        if field is None:
            values[UnknownField((name,))] = value
        elif value is None:
            continue
        elif field == "citation":
            cited[name] = value
        elif name == "activities" and model is Row:
            values.update(_activities(value))
        elif name == "requirement" and model is CellEntry:
            values[field] = _one_requirement(value, block)
        else:
            values[field] = value
    if any(name in cited for name in CITATION if name != "note"):
        values["citation"] = cited
    return values


def _activities(value: Any) -> dict[Any, Any]:
    if not isinstance(value, Block):
        raise Misfit(
            ("activities",), f"{describe(value)}. Write a list under each of {', '.join(_ACTIVITIES)}."
        )
    return {
        _ACTIVITIES.get(name) or UnknownField(("activities", name)): each
        for name, each in value.items()
        if each is not None or name not in _ACTIVITIES
    }


def _one_requirement(value: Any, block: Block) -> Items:
    if not isinstance(value, str):
        raise Misfit(
            ("requirement",), f"{describe(value)}. Write one id, or write 'requirements' for several."
        )
    if block.get("requirements") is not None:
        raise Misfit(("requirements",), "given beside 'requirement'. Write one or the other.")
    single = Items(block.start)
    single.put(value, block.start)
    return single


def describe(value: Any) -> str:
    """Return a value as a message shows it, on one line and cut short."""
    if value is None:
        return "empty"
    if isinstance(value, Items):
        return "a list"
    if isinstance(value, Block):
        return "a block of fields"
    return quoted(str(value))
