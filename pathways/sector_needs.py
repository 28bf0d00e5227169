"""What a sector asks for: the requirements of its matrix, each once, and its own that stand in no row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pathways.catalogue import Catalogue
from pathways.model import Alternative, CellEntry, Condition, Kind, Weight

Needs = dict[tuple[str, Kind | None, str | None], tuple[str, ...]]
"""Requirement ids by sector, kind (None for all kinds) and level (None for all levels)."""


def needs_of(
    catalogue: Catalogue, sector: str, kind: Kind | None, level: str | None = None
) -> tuple[str, ...]:
    """Return the ids of the distinct requirements that a sector asks for, in order of id.

    Those of its matrix that are essential or an alternative, at the rows that start at `level`; and, where
    all levels are asked for, those that hold in this sector and that nothing names: no matrix, step or
    position, as with the lines of a spreadsheet that gives no levels. What only helps, conditions and
    positions do not count. Dates are not looked at: what is closed to new starts is still written down.
    """
    needs: Needs | None = catalogue.worked_out.get(needs_of)
    if needs is None:
        needs = catalogue.worked_out[needs_of] = _every_need(catalogue)
    return needs.get((sector, kind, level), ())


def levels_of(catalogue: Catalogue, sector: str) -> tuple[str, ...]:
    """Return the levels at which rows of a sector's matrix start, lowest first."""
    matrix = catalogue.sector_by_id[sector].matrix
    found = {row.at for row in matrix.rows} if matrix else set()
    return tuple(level for level in catalogue.level_by_id if level in found)


def _every_need(catalogue: Catalogue) -> Needs:
    found: dict[tuple[str, Kind | None, str | None], set[str]] = {}
    named = _named_outside_cells(catalogue)

    def add(sector: str, kind: Kind, level: str | None, ids: tuple[str, ...]) -> None:
        for each_kind in (kind, None):
            for each_level in {level, None}:
                found.setdefault((sector, each_kind, each_level), set()).update(ids)

    for sector in catalogue.sectors:
        for row in sector.matrix.rows if sector.matrix else ():
            for kind in Kind:
                for entry in row.cell(kind):
                    asked = _asked(entry)
                    named.update(asked, entry.helps, _known_by(entry.condition))
                    if entry.weight is Weight.ESSENTIAL:
                        add(sector.id, kind, row.at, asked)
    for requirement in catalogue.requirements:
        if requirement.id not in named and requirement.scope in catalogue.sector_by_id:
            add(requirement.scope, requirement.kind, None, (requirement.id,))
    return {key: tuple(sorted(ids)) for key, ids in found.items()}


def _asked(entry: CellEntry) -> tuple[str, ...]:
    return (*entry.requirements, *_among(entry.any_of))


def _among(ways: Iterable[Alternative]) -> Iterator[str]:
    return (each for way in ways for each in way.requirements)


def _known_by(*conditions: Condition | None) -> Iterator[str]:
    return (each.awareness for each in conditions if each and each.awareness)


def _named_outside_cells(catalogue: Catalogue) -> set[str]:
    """Return what steps and positions name: they say where it counts, which is not the whole sector."""
    named: set[str] = set()
    for step in catalogue.steps:
        named.update(
            step.aspiration, step.awareness, step.attainment, step.helps, _known_by(*step.conditions)
        )
        named.update(*(_among(ways) for ways in step.any_of))
    for position in catalogue.position_by_id.values():
        named.update(position.gives)
    for qualification in catalogue.qualifications:
        named.update(_known_by(*qualification.funding))
    return named
