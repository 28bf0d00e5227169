"""Which cells of which matrix rows belong to a step.

The rules of `docs/data-guide.md` ("Which rows a step carries") stand here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pathways.catalogue import Catalogue
from pathways.model import LEAVING_SECTOR, CellEntry, Kind, Row, Step, Weight

RowKey = tuple[str, str, str]
"""A row as (sector, at, into)."""


@dataclass(frozen=True, slots=True)
class Attached:
    """A cell entry that belongs to a step, with the row it came from.

    `root` is the locator of the entry it is an alternative to, or its own locator where another entry is an
    alternative to it; None where it stands alone.
    """

    entry: CellEntry
    kind: Kind
    row: RowKey
    root: str | None


def in_force(opens: date | None, closes: date | None, as_of: date) -> bool:
    """Say whether a date lies between two dates, both included; None is open-ended."""
    return (opens is None or opens <= as_of) and (closes is None or as_of <= closes)


def entry_in_force(entry: CellEntry, as_of: date) -> bool:
    """Say whether a cell entry counts on a date."""
    return in_force(entry.opens, entry.closes, as_of)


def carried_rows(step: Step, catalogue: Catalogue) -> tuple[Row, ...]:
    """Return the rows of the destination's sector that a step carries, lowest first.

    Within a sector: each row with `from.rank < into.rank <= to.rank`. From another sector, or from general:
    the row (or rows) with the highest `into` at or below the destination.
    """
    start, end = (catalogue.position_by_id[each] for each in (step.from_id, step.to_id))
    matrix = catalogue.sector_by_id[end.sector].matrix
    rows = sorted(matrix.rows if matrix else (), key=lambda row: (catalogue.rank(row.into), row.at))
    top = catalogue.rank(end.level)
    if start.sector == end.sector:
        bottom = catalogue.rank(start.level)
        return tuple(row for row in rows if bottom < catalogue.rank(row.into) <= top)
    below = [row for row in rows if catalogue.rank(row.into) <= top]
    return tuple(row for row in below if row.into == below[-1].into)


def attached_entries(step: Step, catalogue: Catalogue) -> Iterator[Attached]:
    """Yield the cell entries that belong to a step, whatever their dates, in the order of rows and kinds.

    Those of the rows it carries, and those of the sector it leaves that are only for leaving it.
    """
    ends = {step.from_id, step.to_id}
    start, end = (catalogue.position_by_id[each] for each in (step.from_id, step.to_id))
    for row in carried_rows(step, catalogue):
        for each in _entries(row, end.sector):
            only_for = each.entry.only_for
            if not only_for or (LEAVING_SECTOR not in only_for and ends & {*only_for}):
                yield each
    matrix = catalogue.sector_by_id[start.sector].matrix
    if start.sector != end.sector and matrix:
        for row in matrix.rows:
            if row.at == start.level:
                yield from (
                    each for each in _entries(row, start.sector) if LEAVING_SECTOR in each.entry.only_for
                )


def row_essentials(row: Row, kind: Kind, as_of: date) -> tuple[str, ...]:
    """Return the ids that all who passed a row had to have: no alternatives, hedges or closed entries."""
    return tuple(
        requirement
        for each in _entries(row, "")
        if each.kind is kind and each.entry.weight is Weight.ESSENTIAL
        if not each.entry.only_for and each.root is None and entry_in_force(each.entry, as_of)
        for requirement in each.entry.requirements
    )


def _entries(row: Row, sector: str) -> Iterator[Attached]:
    roots = _roots(row)
    for kind in Kind:
        for entry in row.cell(kind):
            yield Attached(entry, kind, (sector, row.at, row.into), roots.get(entry.locator))


def _roots(row: Row) -> dict[str, str]:
    """Map each locator that `alternative_to` joins to the locator of the first entry of its group."""
    here = {entry.locator: entry for kind in Kind for entry in row.cell(kind)}
    roots: dict[str, str] = {}
    for locator in here:
        chain = [locator]
        while (target := here[chain[-1]].alternative_to) in here and target not in chain:
            chain.append(str(target))
        if len(chain) > 1:
            roots.update(dict.fromkeys(chain, chain[-1]))
    return roots
