"""Where the places of a network stand: levels as height, sectors as columns, none over another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import ceil, log

from explorer.drawings.lettering import wrap
from explorer.drawings.tones import tone_of
from pathways.catalogue import Catalogue
from pathways.model import GENERAL, JobRole

SPACE, WIDEST = 112.0, 180.0
"""How far apart places stand beside each other: at least, and where there is room."""
ROW = 84.0
"""How far apart rows of places stand."""
EMPTY = 44.0
"""The height of a level at which there is nothing."""
SHAPE = 2.0
"""How much wider than high the whole should be."""
NAME_WIDTH, NAME_SIZE, NAME_LINES = 80.0, 13.0, 3
"""The room for the name of a level at the edge of the drawing."""

Cells = Mapping[tuple[str, str], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Band:
    """The stripe of one level, with its name in lines."""

    name: tuple[str, ...]
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Column:
    """The column of one sector."""

    name: str
    x: float
    width: float
    tone: int


@dataclass(frozen=True, slots=True)
class Layout:
    """A point for each place, by id, and the ground they stand on, from the top left."""

    points: Mapping[str, tuple[float, float]]
    bands: tuple[Band, ...]
    columns: tuple[Column, ...]

    @property
    def width(self) -> float:
        """The width of all columns."""
        return self.columns[-1].x + self.columns[-1].width if self.columns else 0.0

    @property
    def height(self) -> float:
        """The height of all bands."""
        return self.bands[-1].y + self.bands[-1].height if self.bands else 0.0


def lay_out(positions: Sequence[str], catalogue: Catalogue) -> Layout:
    """Lay places out: the highest level on top, the general route left, the other sectors by id."""
    cells = _cells(positions, catalogue)
    sectors = sorted({sector for sector, _ in cells}, key=lambda each: (each != GENERAL, each))
    levels = _levels(cells, catalogue)
    across = _across(cells, sectors, levels)
    rows = _rows(cells, across, levels)
    space = SPACE * min(max(1.0, SHAPE / _shape(across, rows)), WIDEST / SPACE)
    columns = _columns(across, space, catalogue)
    bands = _bands(rows, catalogue)
    points: dict[str, tuple[float, float]] = {}
    for (sector, level), cell in cells.items():
        points |= _place(cell, across[sector], space, columns[sector], bands[level])
    return Layout(points, tuple(bands.values()), tuple(columns.values()))


def _cells(positions: Sequence[str], catalogue: Catalogue) -> dict[tuple[str, str], list[str]]:
    """Return the places of each sector and level: qualifications before jobs, then by id."""
    found = [catalogue.position_by_id[each] for each in positions]
    cells: dict[tuple[str, str], list[str]] = {}
    for each in sorted(found, key=lambda each: (isinstance(each, JobRole), each.id)):
        cells.setdefault((each.sector, each.level), []).append(each.id)
    return cells


def _levels(cells: Cells, catalogue: Catalogue) -> list[str]:
    """Return the levels from the highest that is drawn to the lowest, those between them too."""
    ranks = [catalogue.rank(level) for _, level in cells]
    between = [each.id for each in catalogue.levels if ranks and min(ranks) <= each.rank <= max(ranks)]
    return between[::-1]


def _across(cells: Cells, sectors: Sequence[str], levels: Sequence[str]) -> dict[str, int]:
    """Return how many places of a sector stand side by side, so that the whole has a good shape."""
    deepest = max((len(cell) for cell in cells.values()), default=1)
    tried = [
        {
            sector: max(ceil(len(cells.get((sector, level), ())) / depth) for level in levels)
            for sector in sectors
        }
        for depth in range(1, deepest + 1)
    ]
    return min(tried, key=lambda across: abs(log(_shape(across, _rows(cells, across, levels)) / SHAPE)))


def _shape(across: Mapping[str, int], rows: Mapping[str, int]) -> float:
    height = sum(_band_height(count) for count in rows.values())
    return sum(map(_column_width, across.values())) / height if height and across else SHAPE


def _rows(cells: Cells, across: Mapping[str, int], levels: Sequence[str]) -> dict[str, int]:
    """Return how many rows each level needs."""
    rows = dict.fromkeys(levels, 0)
    for (sector, level), cell in cells.items():
        rows[level] = max(rows[level], ceil(len(cell) / across[sector]))
    return rows


def _column_width(across: int, space: float = SPACE) -> float:
    return (across + 0.5) * space


def _band_height(rows: int) -> float:
    return rows * ROW if rows else EMPTY


def _columns(across: Mapping[str, int], space: float, catalogue: Catalogue) -> dict[str, Column]:
    widths = [_column_width(count, space) for count in across.values()]
    return {
        sector: Column(catalogue.sector_by_id[sector].title, x, width, tone_of(sector, catalogue))
        for sector, x, width in zip(across, accumulate(widths, initial=0.0), widths, strict=False)
    }


def _bands(rows: Mapping[str, int], catalogue: Catalogue) -> dict[str, Band]:
    heights = [_band_height(count) for count in rows.values()]
    return {
        level: Band(_level_name(level, catalogue), y, height)
        for level, y, height in zip(rows, accumulate(heights, initial=0.0), heights, strict=False)
    }


def _level_name(level: str, catalogue: Catalogue) -> tuple[str, ...]:
    return wrap(catalogue.level_by_id[level].title, NAME_WIDTH, NAME_SIZE, NAME_LINES)


def _place(
    cell: Sequence[str], across: int, space: float, column: Column, band: Band
) -> dict[str, tuple[float, float]]:
    """Return the points of one cell, in rows of even length; every second row stands between the first's."""
    rows = ceil(len(cell) / across)
    middle, top = column.x + column.width / 2, band.y + (band.height - rows * ROW) / 2
    points = {}
    for number, each in enumerate(cell):
        row, place = divmod(number, across)
        length = min(across, len(cell) - row * across)
        aside = 0.0 if rows == 1 else space / 4 * (1 if row % 2 else -1)
        points[each] = (middle + (place - (length - 1) / 2) * space + aside, top + (row + 0.5) * ROW)
    return points
