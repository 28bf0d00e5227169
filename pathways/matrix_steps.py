"""Which steps use an entry of a matrix: those that carry its row, are open, and are not let off it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pathways.catalogue import Catalogue
from pathways.matrix import entry_ids
from pathways.model import CellEntry, Kind, Step
from pathways.requirements import closed_step
from pathways.rows import Attached, attached_entries, entry_in_force

EntryKey = tuple[str, str, Kind, CellEntry]
"""An entry by its row (at, into), its column and what it is."""


def steps_by_entry(sector: str, catalogue: Catalogue, as_of: date) -> dict[EntryKey, tuple[Step, ...]]:
    """Return the steps that use each entry of a sector's matrix, in order of step id. None: no key."""
    found: dict[EntryKey, list[Step]] = {}
    for alike in _group_alike(list_open_steps(sector, catalogue, as_of), sector, catalogue):
        let_off = [step for step in alike if step.waives]
        plain = [step for step in alike if not step.waives]
        for attached in attached_entries(alike[0], catalogue):
            if attached.row[0] == sector and _counts(attached, as_of):
                using = [step for step in let_off if not _is_let_off(step, attached.entry)]
                _, at, into = attached.row
                found.setdefault((at, into, attached.kind, attached.entry), []).extend((*plain, *using))
    return {key: tuple(sorted(steps, key=lambda each: each.id)) for key, steps in found.items() if steps}


def list_open_steps(sector: str, catalogue: Catalogue, as_of: date) -> tuple[Step, ...]:
    """Return the steps to or from a sector that can be taken on a date, in order of step id."""
    return tuple(
        step
        for step in list_steps_of(sector, catalogue)
        if closed_step(step, catalogue.position_by_id[step.to_id], as_of) is None
    )


def list_steps_of(sector: str, catalogue: Catalogue) -> tuple[Step, ...]:
    """Return every step that leads to a position of a sector, or leaves one, in order of step id."""
    positions = [position.id for position in catalogue.list_positions(sector)]
    steps = {
        step.id: step
        for position in positions
        for step in (*catalogue.steps_into.get(position, ()), *catalogue.steps_from.get(position, ()))
    }
    return tuple(steps[each] for each in sorted(steps))


def _group_alike(steps: Iterable[Step], sector: str, catalogue: Catalogue) -> Iterable[list[Step]]:
    """Return steps in groups that carry the same entries, so that the entries are looked up once for each.

    What a step carries depends on the sectors and levels of its ends, and on which positions an entry is
    only for.
    """
    matrix = catalogue.sector_by_id[sector].matrix
    rows = matrix.rows if matrix else ()
    named = {each for row in rows for kind in Kind for entry in row.cell(kind) for each in entry.only_for}
    groups: dict[tuple[str, str, str, str, frozenset[str]], list[Step]] = {}
    for step in steps:
        start, end = (catalogue.position_by_id[each] for each in (step.from_id, step.to_id))
        ends = frozenset({start.id, end.id} & named)
        groups.setdefault((start.sector, start.level, end.sector, end.level, ends), []).append(step)
    return groups.values()


def _counts(attached: Attached, as_of: date) -> bool:
    """Say whether an entry counts on a date. An alternative that is closed still counts for who has it."""
    return attached.root is not None or entry_in_force(attached.entry, as_of)


def _is_let_off(step: Step, entry: CellEntry) -> bool:
    """Say whether a step waives all that an entry asks for."""
    asked = {*entry_ids(entry), *entry.helps}
    return bool(asked) and asked <= {waiver.requirement for waiver in step.waives}
