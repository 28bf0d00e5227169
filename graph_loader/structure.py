"""Blocks of text into the frozen records of the model, with everything that is wrong said at once.

cattrs structures, and collects the faults of one pass. A pass cannot see past a faulty field, so what was
faulty is taken out (or, where a text is missing, stood in for) and the pass made again, until nothing new
turns up. The record that is left can still be checked against the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ForbiddenExtraKeysError,
    IterableValidationNote,
)

from graph_loader.fields import Misfit, UnknownField, file_fields, file_path
from graph_loader.tree import Block, Items, Path, value_at
from graph_loader.values import CONVERTER
from pathways.model import Citation, Evidence, Kind
from pathways.places import nearest_names

_STAND_INS: dict[Any, str] = {str: "", Evidence: Evidence.PUBLISHED.value}
"""What stands in for a required field that is missing, so that the rest of its record can be checked."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in a record, at a path of the file. `meant` is the field a misspelt one stands for."""

    code: str
    path: Path
    message: str
    meant: str | None = None


@dataclass(slots=True)
class Structured:
    """What came of one block: its record, unless that is past saving, and its faults.

    `removed` are the paths in the file of what was taken out, `stand_ins` the values for what was missing.
    """

    record: Any = None
    faults: list[Fault] = field(default_factory=list)
    removed: set[Path] = field(default_factory=set)
    stand_ins: dict[Path, Any] = field(default_factory=dict)

    def path_in_file(self, path: Path) -> Path:
        """Return the path in the file for a path in the record, whose lists lack what was taken out."""
        found: Path = ()
        for part in path:
            if isinstance(part, int):
                part = self._index_in_file(found, part)
            found = (*found, part)
        return found

    def _index_in_file(self, holder: Path, index: int) -> int:
        for taken in sorted(path[-1] for path in self.removed if path and path[:-1] == holder):
            if isinstance(taken, int) and taken <= index:
                index += 1
        return index


def structure(block: Block, model: type) -> Structured:
    """Make a record of a model class from a block."""
    result = Structured()
    tidy = block
    while () not in result.removed:
        try:
            result.record = CONVERTER.structure(tidy, model)
            break
        except (BaseValidationError, Misfit) as problem:
            # All paths first: what is taken out below would shift the ones after it.
            found = [
                (replace(fault, path=result.path_in_file(fault.path)), kind)
                for fault, kind in _list_faults(problem, model, (), tidy)
            ]
            _settle(found, block, result)
        tidy = _without(block, (), result)
    return result


def _settle(found: list[tuple[Fault, Any]], block: Block, result: Structured) -> None:
    """Note the faults of one pass, and what the next pass does without or takes instead."""
    before = len(result.removed) + len(result.stand_ins)
    for fault, _ in found:
        meant = fault.meant and (*fault.path[:-1], fault.meant)
        if meant and value_at(block, meant) is None:
            result.stand_ins.setdefault(meant, value_at(block, fault.path))
    for fault, kind in found:
        told = any(fault.path == known.path for known in result.faults)
        if not told and not (fault.code == "missing-field" and fault.path in result.stand_ins):
            result.faults.append(fault)
        _take_out(fault, kind, result)
    if before == len(result.removed) + len(result.stand_ins):
        raise AssertionError(f"There is nothing left to take out for {found}.")


def _take_out(fault: Fault, kind: Any, result: Structured) -> None:
    if fault.code != "missing-field":
        result.removed.add(fault.path)
        return
    holder, name = fault.path[:-1], str(fault.path[-1])
    missing = {name: kind} if kind is not Citation else {"source": str, "locator": str, "evidence": Evidence}
    if name != "id" and all(each in _STAND_INS for each in missing.values()):
        for each in missing:
            result.stand_ins.setdefault((*holder, each), _STAND_INS[missing[each]])
    elif fault.path not in result.stand_ins:
        result.removed.add(holder)


def _without(value: Any, path: Path, result: Structured) -> Any:
    """Copy a tree without what was taken out, and with what stands in."""
    if isinstance(value, Items):
        entries = Items(value.start)
        for index, each in enumerate(value):
            if (*path, index) not in result.removed:
                entries.put(_without(each, (*path, index), result), value.items_at[index])
        return entries
    if not isinstance(value, Block):
        return value
    copy = Block(value.start)
    left = [name for name in value if (*path, name) not in result.removed]
    for name in left:
        copy.put(
            name, value.keys_at[name], _without(value[name], (*path, name), result), value.values_at[name]
        )
    copy.given = {
        name: _without(each, (*path, name), result)
        for name, each in value.given.items()
        if (*path, name) not in result.removed
    }
    copy.update({str(at[-1]): text for at, text in result.stand_ins.items() if at[:-1] == path})
    return copy


def _list_faults(problem: BaseException, model: Any, path: Path, block: Block) -> Iterator[tuple[Fault, Any]]:
    """Yield each fault inside an error of cattrs, with the type of the field it concerns."""
    if isinstance(problem, ForbiddenExtraKeysError):
        for unknown in sorted(problem.extra_fields):
            yield _unknown_field(UnknownField(unknown), problem.cl, path), None
    elif isinstance(problem, Misfit):
        yield Fault("bad-value", (*path, *problem.path), str(problem)), None
    elif isinstance(problem, BaseValidationError):
        for each in problem.exceptions:
            yield from _list_inner_faults(each, problem, path, block)
    else:
        yield Fault("bad-value", path, str(problem)), model


def _list_inner_faults(
    each: BaseException, outer: BaseValidationError, path: Path, block: Block
) -> Iterator[tuple[Fault, Any]]:
    note = next(
        (
            note
            for note in getattr(each, "__notes__", ())
            if isinstance(note, AttributeValidationNote | IterableValidationNote)
        ),
        None,
    )
    if isinstance(note, IterableValidationNote):
        yield from _list_faults(each, note.type, (*path, note.index), block)
    elif isinstance(note, AttributeValidationNote):
        inner = (*path, *file_path(outer.cl, note.name, value_at(block, path)))
        if isinstance(each, KeyError):
            yield from _missing_fields(note, inner)
        else:
            yield from _list_faults(each, note.type, inner, block)
    else:
        yield from _list_faults(each, outer.cl, path, block)


def _missing_fields(note: AttributeValidationNote, path: Path) -> Iterator[tuple[Fault, Any]]:
    if note.name == "citation":
        text = "missing, as are 'locator' and 'evidence'. Say where this is known from."
        yield Fault("missing-field", (*path, "source"), text), Citation
    else:
        yield Fault("missing-field", path, "missing. Add it."), note.type


def _unknown_field(unknown: UnknownField, model: type, path: Path) -> Fault:
    name = unknown[-1]
    known = list(file_fields(model)) if len(unknown) == 1 else [kind.value for kind in Kind]
    near = next(iter(nearest_names(name, known, 1)), None)
    hint = f"Did you mean '{near}'?" if near else f"The fields here are {', '.join(known)}."
    if " " in name:
        hint = "If it is the rest of a text with a comma, put the text in quotes."
    return Fault("unknown-field", (*path, *unknown), f"not a field here. {hint}", near)
