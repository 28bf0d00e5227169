"""Where each station of the map of everything stands, with as many names beside them as there is room for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from explorer.drawings.lettering import wrap
from explorer.drawings.tiers import EMPTY, GUTTER, HEADER, WHOLE_WIDTH, Band, Lane, lay_lanes
from pathways.catalogue import Catalogue
from pathways.model import JobRole

RADIUS = 6.5
SIZE = 12.0
LEADING = 15.0
LABEL = 16.0
"""How far right of its station a name begins."""
TRACK = 18.0
"""The room left of a station in which steps run: no name of the one before reaches into it."""
NAMED = 220.0
"""The least width for a station with its name beside another one; a narrow lane has one in a row."""
LEAST_ROW = 30.0
MOST_LINES = 3
STRIP = 26.0
"""How far apart stations without names stand, either way: each has to be a target of 24 pixels."""
PADDING = 5.0
TALLEST = 1700.0
"""How tall the picture may get for the sake of names: one sector has them all."""


class Naming(Enum):
    """Which stations have their name beside them: as many as there is room for."""

    ALL = "all"
    JOBS = "jobs"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a station stands, how far above and below it its row ends, and its name in lines."""

    x: float
    y: float
    half: float
    label: tuple[str, ...] = ()


def lay_spots(
    positions: Sequence[str], catalogue: Catalogue
) -> tuple[Naming, Mapping[str, Lane], tuple[Band, ...], dict[str, Spot]]:
    """Lay everything out with as many names as fit into one page; without any, lanes are narrow."""
    lanes = lay_lanes(positions, catalogue)
    for naming in (Naming.ALL, Naming.JOBS):
        bands, spots = _lay(positions, lanes, naming, catalogue)
        if height_of(bands) <= TALLEST and sum(lane.width for lane in lanes.values()) <= WHOLE_WIDTH:
            return naming, lanes, bands, spots
    lanes = lay_lanes(positions, catalogue, whole=True)
    return Naming.NONE, lanes, *_lay(positions, lanes, Naming.NONE, catalogue)


def height_of(bands: Sequence[Band]) -> float:
    """Return where the lowest band ends."""
    return bands[-1].y + bands[-1].height


def _lay(
    positions: Sequence[str], lanes: Mapping[str, Lane], naming: Naming, catalogue: Catalogue
) -> tuple[tuple[Band, ...], dict[str, Spot]]:
    """Stack the bands from the highest level down, and give every position its spot."""
    cells: dict[tuple[str, str], list[str]] = {}
    for each in positions:
        found = catalogue.position_by_id[each]
        cells.setdefault((found.level, found.sector), []).append(each)
    ranks = [catalogue.rank(level) for level, _ in cells]
    levels = [level for level in catalogue.levels if min(ranks) <= level.rank <= max(ranks)]
    y, bands = HEADER, []
    spots: dict[str, Spot] = {}
    for level in reversed(levels):
        bottom = y + EMPTY
        for lane in lanes.values():
            laid, end = _lay_cell(cells.get((level.id, lane.sector), []), lane, y, naming, catalogue)
            spots |= laid
            bottom = max(bottom, end)
        bands.append(Band(level.id, wrap(level.title, GUTTER - 16, 13.0, 2), y, bottom - y))
        y = bottom
    return tuple(bands), spots


def _lay_cell(
    cell: Sequence[str], lane: Lane, top: float, naming: Naming, catalogue: Catalogue
) -> tuple[dict[str, Spot], float]:
    """Return the spots of one sector at one level, and where they end: jobs first, names before dots."""
    jobs_first = sorted(cell, key=lambda each: (not is_job(each, catalogue),))
    named = [each for each in jobs_first if _is_named(each, naming, catalogue)]
    dots = [each for each in jobs_first if not _is_named(each, naming, catalogue)]
    spots: dict[str, Spot] = {}
    y = top + PADDING
    room = lane.x + lane.width - lane.line
    columns = max(1, int(room // NAMED))
    slot = room / columns
    length = slot - LABEL - (TRACK if columns > 1 else 1.0)
    for row in _rows(named, columns):
        labels = [wrap(catalogue.position_by_id[each].title, length, SIZE, MOST_LINES) for each in row]
        height = max(LEAST_ROW, max(map(len, labels)) * LEADING + 8)
        for column, (each, label) in enumerate(zip(row, labels, strict=True)):
            spots[each] = Spot(lane.line + column * slot, y + height / 2, height / 2, label)
        y += height
    in_a_row = int((room - RADIUS - 1) // STRIP) + 1
    for row in _rows(dots, in_a_row):
        for column, each in enumerate(row):
            spots[each] = Spot(lane.line + column * STRIP, y + STRIP / 2, STRIP / 2)
        y += STRIP
    return spots, y + PADDING


def _rows(items: Sequence[str], length: int) -> Iterator[Sequence[str]]:
    return (items[start : start + length] for start in range(0, len(items), length))


def is_job(position: str, catalogue: Catalogue) -> bool:
    """Say whether a position is a job."""
    return isinstance(catalogue.position_by_id[position], JobRole)


def _is_named(position: str, naming: Naming, catalogue: Catalogue) -> bool:
    return naming is Naming.ALL or (naming is Naming.JOBS and is_job(position, catalogue))
