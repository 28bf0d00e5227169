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

    `removed` are the paths in the file of what was taken out; `stand_ins` are values for what was missing, by
    the path of their block and the name of their field.
    """

    record: Any = None
    faults: list[Fault] = field(default_factory=list)
    removed: set[Path] = field(default_factory=set)
    stand_ins: dict[Path, dict[str, Any]] = field(default_factory=dict)
    _gaps: dict[Path, list[int]] = field(default_factory=dict)

    def remove(self, path: Path) -> None:
        """Take out what stands at a path of the file."""
        if path and isinstance(path[-1], int) and path not in self.removed:
            insort(self._gaps.setdefault(path[:-1], []), path[-1])
        self.removed.add(path)

    def stand_in(self, path: Path, value: Any) -> None:
        """Let a value stand in for a field."""
        self.stand_ins.setdefault(path[:-1], {})[str(path[-1])] = value
        self.removed.discard(path)

    def has_stand_in(self, path: Path) -> bool:
        """Say whether a value stands in for a field."""
        return path[-1] in self.stand_ins.get(path[:-1], ()) and path not in self.removed

    def path_in_file(self, path: Path) -> Path:
        """Return the path in the file for a path in the record, whose lists lack what was taken out."""
        found: Path = ()
        for part in path:
            if isinstance(part, int) and found in self._gaps:
                gaps = self._gaps[found]
                part += bisect_right(range(len(gaps)), part, key=lambda at: gaps[at] - at)
            found = (*found, part)
        return found

    def is_at_fault(self, path: Path) -> bool:
        """Say whether what stands at a path of the file, or in it or round it, was found at fault."""
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
            found = [
                (replace(fault, path=result.path_in_file(fault.path)), kind)
                for fault, kind in list_faults(problem, model, (), tidy)
            ]
            _settle(found, block, result)
        if () in result.removed:
            break
        tidy = _without(block, (), result)
    return result


def _settle(found: list[tuple[Fault, Any]], block: Block, result: Structured) -> None:
    """Note the faults of one pass, and what the next pass does without or takes instead."""
    told = {fault.path for fault in result.faults}
    for fault, _ in found:
        if fault.meant and fault.path not in told:
            meant = (*fault.path[:-1], fault.meant)
            if value_at(block, meant) is None:
                result.stand_in(meant, value_at(block, fault.path))
    for fault, kind in found:
        if fault.code != "missing-field":
            result.remove(fault.path)
        elif result.has_stand_in(fault.path):
            continue
        else:
            _stand_in_or_remove(fault.path, kind, result)
        if fault.path not in told:
            result.faults.append(fault)


def _stand_in_or_remove(path: Path, kind: Any, result: Structured) -> None:
    """Let something stand in for a missing field, or do without the block that it is missing from."""
    name = str(path[-1])
    missing = {name: kind} if kind is not Citation else {"source": str, "locator": str, "evidence": Evidence}
    if name != "id" and all(each in _STAND_INS for each in missing.values()):
        for each in missing:
            result.stand_in((*path[:-1], each), _STAND_INS[missing[each]])
    else:
        result.remove(path[:-1])


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
    for name, each in result.stand_ins.get(path, {}).items():
        if (*path, name) not in result.removed:
            copy[name] = each
    return copy
