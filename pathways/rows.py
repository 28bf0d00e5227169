"""Which cells of which matrix rows belong to a step.

The rules of `docs/data-guide.md` ("Which rows a step carries") stand here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pathways.catalogue import Catalogue
from pathways.model import LEAVING_SECTOR, CellEntry, Kind, Position, Row, Step, Weight
from pathways.recent import Recent

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


DATES_KEPT = 8
"""For how many dates it is kept what entries come to. Enough for a page that compares a few."""


@dataclass(frozen=True, eq=False)
class Carried:
    """What matrices bring to each of the steps between two cells: rows, and entries of theirs.

    `by_date` is where others keep what the entries come to on a date.
    """

    rows: tuple[Row, ...]
    entries: tuple[Attached, ...]
    by_date: Recent[date, Any] = field(default_factory=lambda: Recent(DATES_KEPT), repr=False)


def in_force(opens: date | None, closes: date | None, as_of: date) -> bool:
    """Say whether a date lies between two dates, both included; None is open-ended."""
    return (opens is None or opens <= as_of) and (closes is None or as_of <= closes)


def entry_in_force(entry: CellEntry, as_of: date) -> bool:
    """Say whether a cell entry counts on a date."""
    return in_force(entry.opens, entry.closes, as_of)


def carried(step: Step, catalogue: Catalogue) -> Carried:
    """Return what matrices bring to a step: the same object for all steps to which they bring the same."""
    return _book(catalogue).carried(*(catalogue.position_by_id[each] for each in (step.from_id, step.to_id)))


def carried_rows(step: Step, catalogue: Catalogue) -> tuple[Row, ...]:
    """Return the rows of the destination's sector that a step carries, lowest first.

    Within a sector: each row with `from.rank < into.rank <= to.rank`. From another sector, or from general:
    the row (or rows) with the highest `into` at or below the destination.
    """
    return carried(step, catalogue).rows


def attached_entries(step: Step, catalogue: Catalogue) -> tuple[Attached, ...]:
    """Return the cell entries that belong to a step, whatever their dates, in the order of rows and kinds.

    Those of the rows it carries, and those of the sector it leaves that are only for leaving it.
    """
    return carried(step, catalogue).entries


def _book(catalogue: Catalogue) -> _Book:
    book: _Book | None = catalogue.worked_out.get(_Book)
    if book is None:
        book = catalogue.worked_out[_Book] = _Book.of(catalogue)
    return book


@dataclass(frozen=True)
class _Book:
    """All rows of a catalogue. `leaving` are the entries only for leaving a sector, by sector and level.

    `singled_out` are the positions that entries are only for, `known` what was worked out before.
    """

    catalogue: Catalogue
    leaving: dict[tuple[str, str], tuple[Attached, ...]]
    singled_out: frozenset[str]
    known: dict[tuple[str, ...], Carried] = field(default_factory=dict)

    @classmethod
    def of(cls, catalogue: Catalogue) -> _Book:
        leaving: dict[tuple[str, str], tuple[Attached, ...]] = {}
        singled_out: set[str] = set()
        for sector in catalogue.sectors:
            for row in sector.matrix.rows if sector.matrix else ():
                every = tuple(_entries(row, sector.id))
                singled_out.update(*(each.entry.only_for for each in every))
                out = tuple(each for each in every if LEAVING_SECTOR in each.entry.only_for)
                if out:
                    leaving[sector.id, row.at] = (*leaving.get((sector.id, row.at), ()), *out)
        return cls(catalogue, leaving, frozenset(singled_out))

    def carried(self, start: Position, end: Position) -> Carried:
        inside = start.sector == end.sector
        leaving = () if inside else self.leaving.get((start.sector, start.level), ())
        cell = (start.sector, start.level) if inside or leaving else ("", "")
        singled = self.singled_out & {start.id, end.id}
        key = (*cell, end.sector, end.level, *sorted(singled))
        known = self.known.get(key)
        if known is None:
            rows = self._rows(start, end)
            entries = self._entries(rows, end.sector, singled)
            known = self.known.setdefault(key, Carried(rows, (*entries, *leaving)))
        return known

    def up_to(self, level: str, sector: str, start: Position | None, end: Position | None) -> Carried:
        leaving = self.leaving.get((start.sector, start.level), ()) if start and end else ()
        cell = (start.sector, start.level) if start and leaving else ("", "")
        singled = self.singled_out & {each.id for each in (start, end) if each}
        key = ("up to", *cell, sector, level, *sorted(singled))
        known = self.known.get(key)
        if known is None:
            top = self.catalogue.rank(level)
            rows = tuple(row for row in self._sorted_rows(sector) if self.catalogue.rank(row.into) <= top)
            entries = self._entries(rows, sector, singled)
            known = self.known.setdefault(key, Carried(rows, (*entries, *leaving)))
        return known

    @staticmethod
    def _entries(rows: Iterable[Row], sector: str, singled: frozenset[str]) -> Iterator[Attached]:
        for row in rows:
            for each in _entries(row, sector):
                only_for = {*each.entry.only_for}
                if not only_for or (LEAVING_SECTOR not in only_for and only_for & singled):
                    yield each

    def _sorted_rows(self, sector: str) -> list[Row]:
        rank, matrix = self.catalogue.rank, self.catalogue.sector_by_id[sector].matrix
        return sorted(matrix.rows if matrix else (), key=lambda row: (rank(row.into), row.at))

    def _rows(self, start: Position, end: Position) -> tuple[Row, ...]:
        rank, rows = self.catalogue.rank, self._sorted_rows(end.sector)
        top = rank(end.level)
        if start.sector == end.sector:
            bottom = rank(start.level)
            return tuple(row for row in rows if bottom < rank(row.into) <= top)
        below = [row for row in rows if rank(row.into) <= top]
        return tuple(row for row in below if row.into == below[-1].into)


def brought_up_to(
    level: str, sector: str, catalogue: Catalogue, start: Position | None = None, end: Position | None = None
) -> Carried:
    """Return what a sector's rows up to a level bring: those with `into` at or below it, lowest first.

    Entries that are only for some count where they name the start or the end. With both, the entries that are
    only for leaving the start's sector count too.
    """
    return _book(catalogue).up_to(level, sector, start, end)


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
