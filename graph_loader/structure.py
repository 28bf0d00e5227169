"""Blocks of text into the frozen records of the model, with everything that is wrong said at once.

cattrs structures, and collects the faults of one pass. A pass cannot see past a faulty field, so what was
faulty is taken out (or, where a text is missing, stood in for) and the pass made again, until nothing new
turns up. The record that is left can still be checked against the others.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from cattrs.errors import BaseValidationError

from graph_loader.faults import Fault, list_faults
from graph_loader.fields import Misfit
from graph_loader.tree import Block, Items, Path, value_at
from graph_loader.values import CONVERTER
from pathways.model import Citation, Evidence

_STAND_INS: dict[Any, str] = {str: "", Evidence: Evidence.PUBLISHED.value}
"""What stands in for a required field that is missing, so that the rest of its record can be checked."""


_MOST_PASSES = 30
"""More passes than blocks can be nested, each of which can take two."""


@dataclass
class Structured:
    """What came of one block: its record, unless that is past saving, and its faults.

    Paths are those of the file. `removed` is what was taken out, `renamed` gives misspelt fields the names
    that were meant, `stand_ins` are values for what was missing, by the path of their block and field.
    """

    record: Any = None
    faults: list[Fault] = field(default_factory=list)
    removed: set[Path] = field(default_factory=set)
    renamed: dict[Path, str] = field(default_factory=dict)
    stand_ins: dict[Path, dict[str, str]] = field(default_factory=dict)
    _gaps: dict[Path, list[int]] = field(default_factory=dict)
    _written: dict[Path, str] = field(default_factory=dict)

    def remove(self, path: Path) -> None:
        """Take out what stands at a path."""
        if path and isinstance(path[-1], int) and path not in self.removed:
            insort(self._gaps.setdefault(path[:-1], []), path[-1])
        self.removed.add(path)

    def rename(self, path: Path, meant: str) -> None:
        """Give a misspelt field the name that was meant."""
        self.renamed[path] = meant
        self._written[(*path[:-1], meant)] = str(path[-1])

    def as_written(self, path: Path) -> Path:
        """Return the path of a field by the name it has in the file, misspelt or not."""
        return (*path[:-1], self._written.get(path, path[-1]))

    def path_in_file(self, path: Path) -> Path:
        """Return the path in the file for a path in the record, of the names and lists that were left."""
        found: Path = ()
        for part in path:
            if isinstance(part, str):
                part = self._written.get((*found, part), part)
            elif found in self._gaps:
                gaps = self._gaps[found]
                part += bisect_right(range(len(gaps)), part, key=lambda at: gaps[at] - at)
            found = (*found, part)
        return found

    def is_at_fault(self, path: Path) -> bool:
        """Say whether what stands at a path, or in it or round it, was found at fault."""
        return path in self._round_faults or any(path[:end] in self._faulty for end in range(len(path) + 1))

    @cached_property
    def _faulty(self) -> set[Path]:
        stood_in = {(*holder, name) for holder, names in self.stand_ins.items() for name in names}
        return {fault.path for fault in self.faults} | stood_in

    @cached_property
    def _round_faults(self) -> set[Path]:
        """Everything round a fault but the record itself."""
        return {path[:end] for path in self._faulty for end in range(1, len(path))}


def structure(block: Block, model: type) -> Structured:
    """Make a record of a model class from a block."""
    result = Structured()
    tidy = block
    for _ in range(_MOST_PASSES):
        try:
            result.record = CONVERTER.structure(tidy, model)
            break
        except (BaseValidationError, Misfit) as problem:
            # All paths first: what is taken out would shift the ones after it.
            _settle([_in_file(fault, result) for fault in list_faults(problem, (), tidy)], block, result)
        if () in result.removed:
            break
        tidy = _without(block, (), result)
    return result


def _in_file(fault: Fault, result: Structured) -> Fault:
    if fault.code == "missing-field":
        return replace(fault, path=(*result.path_in_file(fault.path[:-1]), fault.path[-1]))
    return replace(fault, path=result.path_in_file(fault.path))


def _settle(found: list[Fault], block: Block, result: Structured) -> None:
    """Note the faults of one pass, and what the next pass does without or takes instead."""
    told = {(fault.code, fault.path) for fault in result.faults}
    at_fault = {fault.path for fault in result.faults}
    for fault in found:
        if fault.meant and value_at(block, (*fault.path[:-1], fault.meant)) is None:
            result.rename(fault.path, fault.meant)
        elif fault.code != "missing-field":
            result.remove(fault.path)
    for fault in found:
        if fault.code == "missing-field":
            written = result.as_written(fault.path)
            if written not in result.renamed or written in result.removed:
                _stand_in_or_remove(fault, result)
            known = written in at_fault or written in result.renamed
        else:
            known = (fault.code, fault.path) in told
        if not known:
            result.faults.append(fault)


def _stand_in_or_remove(fault: Fault, result: Structured) -> None:
    """Let something stand in for a missing field, or do without the block that it is missing from."""
    holder, name = fault.path[:-1], str(fault.path[-1])
    missing = {name: fault.kind}
    if fault.kind is Citation:
        missing = {"source": str, "locator": str, "evidence": Evidence}
    if name != "id" and all(each in _STAND_INS for each in missing.values()):
        result.stand_ins.setdefault(holder, {}).update({each: _STAND_INS[missing[each]] for each in missing})
    else:
        result.remove(holder)


def _without(value: Any, path: Path, result: Structured) -> Any:
    """Copy a tree without what was taken out, by the names that were meant, and with what stands in."""
    if isinstance(value, Items):
        entries = Items(value.start)
        for index, each in enumerate(value):
            if (*path, index) not in result.removed:
                entries.put(_without(each, (*path, index), result), value.items_at[index])
        return entries
    if not isinstance(value, Block):
        return value
    copy = Block(value.start)
    for name, each in value.items():
        inner = (*path, name)
        if inner not in result.removed:
            meant = result.renamed.get(inner, name)
            copy.put(meant, value.keys_at[name], _without(each, inner, result), value.values_at[name])
    copy.given = {
        name: _without(each, (*path, name), result)
        for name, each in value.given.items()
        if (*path, name) not in result.removed
    }
    for name, text in result.stand_ins.get(path, {}).items():
        copy.put(name, value.start, text, value.start)
    return copy
