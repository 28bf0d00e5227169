"""The ground of the tier map: a lane for each sector, a band for each level, a row for each station."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from explorer.drawings.lettering import wrap
from explorer.drawings.tones import tone_of
from explorer.words import sector_name
from pathways.catalogue import Catalogue
from pathways.model import GENERAL

WIDTH = 700.0
GUTTER = 88.0
"""The room for the names of the levels, left of the lanes."""
EDGE = 10.0
LEAST_LANE = 152.0
LINE = 34.0
"""How far from its left edge the line of a lane runs."""
WHOLE_WIDTH, WHOLE_LANE, WHOLE_LINE = 1190.0, 110.0, 22.0
"""The same three measures where no station has its name beside it: many sectors fit into one screen."""
SIZE = 13.0
LEADING = 16.0
ROW = 52.0
"""The height of the row of one station of the route; long labels make it taller."""
STRIP = 36.0
"""The height of one row of neighbours."""
SPACING = 29.0
"""How far apart neighbours stand."""
EMPTY = 36.0
HEADER = 60.0
HEAD_SIZE = 12.5
"""The size of the names of the sectors, which have up to three lines."""


@dataclass(frozen=True, slots=True)
class Band:
    """The stripe of one level."""

    level: str
    name: tuple[str, ...]
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Lane:
    """The column of one sector; `line` is where its line runs."""

    sector: str
    name: tuple[str, ...]
    x: float
    width: float
    line: float
    tone: int

    @property
    def in_a_row(self) -> int:
        """How many neighbours stand beside each other."""
        return max(1, int((self.width - LINE - SPACING - EDGE) // SPACING) + 1)


@dataclass(frozen=True, slots=True)
class Row:
    """The row of one station of the route."""

    top: float
    height: float

    @property
    def middle(self) -> float:
        """Where the station stands."""
        return self.top + self.height / 2

    @property
    def bottom(self) -> float:
        """Where the next row begins."""
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Ground:
    """Lanes and bands, and what stands where in them: a row for each stop, a point for each neighbour."""

    lanes: Mapping[str, Lane]
    bands: tuple[Band, ...]
    rows: Mapping[str, Row]
    points: Mapping[str, tuple[float, float]]

    @property
    def width(self) -> float:
        """The width of the whole picture."""
        return max(lane.x + lane.width for lane in self.lanes.values()) + EDGE

    @property
    def height(self) -> float:
        """The height of the whole picture."""
        return self.bands[-1].y + self.bands[-1].height


def lane_width(lanes: int, *, whole: bool = False) -> float:
    """Return the width of a lane: an equal share of the picture, which grows where that is too narrow."""
    least, picture = (WHOLE_LANE, WHOLE_WIDTH) if whole else (LEAST_LANE, WIDTH)
    return max(least, (picture - GUTTER - EDGE) / lanes)


def lay_lanes(positions: Sequence[str], catalogue: Catalogue, *, whole: bool = False) -> dict[str, Lane]:
    """Return the lanes of the sectors of some positions: the general route first, then as come to.

    `whole` lanes are for stations without names.
    """
    found = dict.fromkeys(catalogue.position_by_id[each].sector for each in positions)
    width = lane_width(len(found), whole=whole)
    lanes = {}
    for place, sector in enumerate(sorted(found, key=lambda each: each != GENERAL)):
        x, title = GUTTER + place * width, sector_name(sector, catalogue)
        name = wrap(title[:1].upper() + title[1:], width - 18, HEAD_SIZE, 3)
        line = x + (WHOLE_LINE if whole else LINE)
        lanes[sector] = Lane(sector, name, x, width, line, tone_of(sector, catalogue))
    return lanes


def stacked(stops: Sequence[str], catalogue: Catalogue) -> list[str]:
    """Return stops as they stand above each other, the highest first: by level, later above earlier."""
    upward = sorted(stops, key=lambda each: catalogue.rank(catalogue.position_by_id[each].level))
    return upward[::-1]


def lay_ground(
    lanes: Mapping[str, Lane],
    stops: Sequence[str],
    near: Sequence[str],
    lines: Mapping[str, int],
    catalogue: Catalogue,
) -> Ground:
    """Stack the bands from the highest level down. `lines` is how many lines the label of each stop has."""
    drawn = [catalogue.rank(catalogue.position_by_id[each].level) for each in (*stops, *near)]
    levels = [level for level in catalogue.levels if min(drawn) <= level.rank <= max(drawn)]
    y, bands = HEADER, []
    rows: dict[str, Row] = {}
    points: dict[str, tuple[float, float]] = {}
    for level in reversed(levels):
        top = y
        for stop in stacked(
            [each for each in stops if catalogue.position_by_id[each].level == level.id], catalogue
        ):
            rows[stop] = Row(y, max(ROW, lines[stop] * LEADING + 20))
            y = rows[stop].bottom
        placed = _lay_neighbours(lanes, _at_level(level.id, near, catalogue), y, catalogue)
        points |= placed
        y = max([top + EMPTY, y, *(point[1] + STRIP / 2 for point in placed.values())])
        bands.append(Band(level.id, wrap(level.title, GUTTER - 16, SIZE, 2), top, y - top))
    return Ground(lanes, tuple(bands), rows, points)


def _at_level(level: str, positions: Sequence[str], catalogue: Catalogue) -> list[str]:
    return [each for each in positions if catalogue.position_by_id[each].level == level]


def _lay_neighbours(
    lanes: Mapping[str, Lane], near: Sequence[str], top: float, catalogue: Catalogue
) -> dict[str, tuple[float, float]]:
    """Return the points of the neighbours at one level: beside the line of their lane, in own rows."""
    points, counts = {}, dict.fromkeys(lanes, 0)
    for each in near:
        lane = lanes[catalogue.position_by_id[each].sector]
        row, place = divmod(counts[lane.sector], lane.in_a_row)
        counts[lane.sector] += 1
        points[each] = (lane.line + SPACING * (place + 1), top + STRIP * (row + 0.5))
    return points
