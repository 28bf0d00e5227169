"""What cattrs complains of when it structures a block, as faults with paths of the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ForbiddenExtraKeysError,
    IterableValidationNote,
)

from graph_loader.fields import Misfit, UnknownField, file_fields, file_path
from graph_loader.tree import Block, Path, value_at
from pathways.model import Citation, Kind
from pathways.places import nearest_names


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in a record, at a path of the file.

    `meant` is the field that a misspelt one stands for, `kind` the type of one that is missing.
    """

    code: str
    path: Path
    message: str
    meant: str | None = None
    kind: Any = None


def list_faults(problem: BaseException, path: Path, block: Block) -> Iterator[Fault]:
    """Yield each fault inside an error of cattrs."""
    if isinstance(problem, ForbiddenExtraKeysError):
        for unknown in sorted(problem.extra_fields):
            yield _unknown_field(UnknownField(unknown), problem.cl, path)
    elif isinstance(problem, Misfit):
        yield Fault("bad-value", (*path, *problem.path), str(problem))
    elif isinstance(problem, BaseValidationError):
        for each in problem.exceptions:
            yield from _list_inner_faults(each, problem, path, block)
    else:
        yield Fault("bad-value", path, str(problem))


def _list_inner_faults(
    each: BaseException, outer: BaseValidationError, path: Path, block: Block
) -> Iterator[Fault]:
    notes = getattr(each, "__notes__", ())
    kinds = (AttributeValidationNote, IterableValidationNote)
    note = next((note for note in notes if isinstance(note, kinds)), None)
    if isinstance(note, IterableValidationNote):
        yield from list_faults(each, (*path, note.index), block)
    elif isinstance(note, AttributeValidationNote):
        inner = (*path, *file_path(outer.cl, note.name, value_at(block, path)))
        if isinstance(each, KeyError):
            yield _missing_field(note, inner)
        else:
            yield from list_faults(each, inner, block)
    else:
        yield from list_faults(each, path, block)


def _missing_field(note: AttributeValidationNote, path: Path) -> Fault:
    if note.name == "citation":
        text = "missing, as are 'locator' and 'evidence'. Say where this is known from."
        return Fault("missing-field", (*path, "source"), text, kind=Citation)
    return Fault("missing-field", path, "missing. Add it.", kind=note.type)


def _unknown_field(unknown: UnknownField, model: type, path: Path) -> Fault:
    name = unknown[-1]
    known = list(file_fields(model)) if len(unknown) == 1 else [kind.value for kind in Kind]
    near = next(iter(nearest_names(name, known, 1)), None)
    hint = f"Did you mean '{near}'?" if near else f"The fields here are {', '.join(known)}."
    if " " in name:
        hint = "If it is the rest of a text with a comma, put the text in quotes."
    return Fault("unknown-field", (*path, *unknown), f"not a field here. {hint}", near)
