"""Which steps use an entry of a matrix: those that carry its row, are open, and are not let off it."""

from __future__ import annotations

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
    for step in list_steps_of(sector, catalogue):
        if closed_step(step, catalogue.position_by_id[step.to_id], as_of):
            continue
        for attached in attached_entries(step, catalogue):
            if attached.row[0] == sector and _uses(step, attached, as_of):
                _, at, into = attached.row
                found.setdefault((at, into, attached.kind, attached.entry), []).append(step)
    return {key: tuple(steps) for key, steps in found.items()}


def list_steps_of(sector: str, catalogue: Catalogue) -> tuple[Step, ...]:
    """Return every step that leads to a position of a sector, or leaves one, in order of step id."""
    positions = [position.id for position in catalogue.list_positions(sector)]
    steps = {
        step.id: step
        for position in positions
        for step in (*catalogue.steps_into.get(position, ()), *catalogue.steps_from.get(position, ()))
    }
    return tuple(steps[each] for each in sorted(steps))


def _uses(step: Step, attached: Attached, as_of: date) -> bool:
    """Say whether an entry counts on a step. An alternative that is closed still counts for who has it."""
    if attached.root is None and not entry_in_force(attached.entry, as_of):
        return False
    asked = {*entry_ids(attached.entry), *attached.entry.helps}
    return not asked or not asked <= {waiver.requirement for waiver in step.waives}
