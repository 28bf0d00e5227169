"""The tier map as numbers: levels are bands, sectors are lanes, a route is a line with numbered stations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from typing import Any

from explorer.drawings.lettering import text_width, wrap
from explorer.drawings.tiers import LEADING, SIZE, Band, Ground, Lane, lay_ground, lay_lanes, stacked
from explorer.drawings.tracks import BYPASS, leg_points, rounded
from explorer.words import position_in_full, position_name, sector_name
from pathways.catalogue import Catalogue
from pathways.results import Route

LABEL = 22.0
"""How far right of its station a label begins."""
PADDING = 8.0
WIDEST_LABEL = 330.0
MOST_LINES = 4
RADIUS = 13.0
SMALL = 6.0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, in pixels from the top left."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Station:
    """A position on the map: where it stands, its title, and `told`, all that there is to say in a line.

    The stops of the route have a number, a label in lines, and the box that holds the label.
    """

    id: str
    title: str
    told: str
    x: float
    y: float
    radius: float
    tone: int
    number: int | None = None
    goal: bool = False
    label: tuple[str, ...] = ()
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A line as an SVG path: one step of the route, or a faint step to a neighbour."""

    path: str
    tone: int


@dataclass(frozen=True, slots=True)
class TierMap:
    """Everything there is to draw. The stops of the route come first, in order of the route."""

    width: float
    height: float
    name: str
    bands: tuple[Band, ...]
    lanes: tuple[Lane, ...]
    stops: tuple[Station, ...]
    near: tuple[Station, ...]
    legs: tuple[Line, ...]
    ties: tuple[Line, ...]

    def to_data(self) -> dict[str, Any]:
        """Return the map as what JSON can hold."""
        return asdict(self)


def draw_route(route: Route, catalogue: Catalogue, neighbours: Sequence[str] = ()) -> TierMap:
    """Draw one route, with the neighbours that one could also go to, or come from, as faint stations."""
    near = tuple(dict.fromkeys(each for each in neighbours if each not in route.positions))
    lanes = lay_lanes([*route.positions, *near], catalogue)
    labels = _labels(route.positions, lanes, catalogue)
    lines = {position: len(label) for position, label in labels.items()}
    ground = lay_ground(lanes, route.positions, near, lines, catalogue)
    stops = tuple(
        _stop(number, position, labels[position], position == route.positions[-1], ground, catalogue)
        for number, position in enumerate(route.positions, 1)
    )
    beside = tuple(_neighbour(each, ground, catalogue) for each in near)
    start, goal = (position_name(each, catalogue) for each in (route.positions[0], route.positions[-1]))
    return TierMap(
        width=ground.width,
        height=ground.height,
        name=f"Map of the route from {start} to {goal}",
        bands=ground.bands,
        lanes=tuple(lanes.values()),
        stops=stops,
        near=beside,
        legs=_legs(stops, ground),
        ties=_ties(stops, beside, catalogue),
    )


def _labels(
    positions: Sequence[str], lanes: Mapping[str, Lane], catalogue: Catalogue
) -> dict[str, tuple[str, ...]]:
    """Break the titles of the stops into lines, as long as the line of the route leaves room for."""
    edge = max(lane.x + lane.width for lane in lanes.values())
    labels = {}
    for each in positions:
        left = lanes[catalogue.position_by_id[each].sector].line + LABEL
        passing = _passing(each, positions, lanes, catalogue)
        right = min((line - BYPASS - RADIUS for line in passing if line > left), default=edge)
        labels[each] = wrap(
            position_name(each, catalogue), min(WIDEST_LABEL, right - left) - 2 * PADDING, SIZE, MOST_LINES
        )
    return labels


def _passing(
    position: str, positions: Sequence[str], lanes: Mapping[str, Lane], catalogue: Catalogue
) -> Iterator[float]:
    """Yield the lines of the lanes in which the route runs past the row of a stop."""
    heights = dict(zip(stacked(positions, catalogue), range(len(positions)), strict=True))
    for here, there in pairwise(positions):
        low, high = sorted((heights[here], heights[there]))
        if low < heights[position] < high:
            yield lanes[catalogue.position_by_id[there].sector].line


def _stop(
    number: int, position_id: str, label: tuple[str, ...], goal: bool, ground: Ground, catalogue: Catalogue
) -> Station:
    position = catalogue.position_by_id[position_id]
    lane, y = ground.lanes[position.sector], ground.rows[position_id].middle
    width = max(text_width(line, SIZE) for line in label) + 2 * PADDING
    height = len(label) * LEADING + 9
    return Station(
        id=position.id,
        title=position.title,
        told=_told(position.id, catalogue),
        x=lane.line,
        y=y,
        radius=RADIUS,
        tone=lane.tone,
        number=number,
        goal=goal,
        label=label,
        box=Box(lane.line + LABEL, y - height / 2, width, height),
    )


def _neighbour(position_id: str, ground: Ground, catalogue: Catalogue) -> Station:
    position = catalogue.position_by_id[position_id]
    x, y = ground.points[position_id]
    tone = ground.lanes[position.sector].tone
    return Station(position.id, position.title, _told(position.id, catalogue), x, y, SMALL, tone)


def _legs(stops: Sequence[Station], ground: Ground) -> tuple[Line, ...]:
    points = [(stop.x, stop.y) for stop in stops]
    legs = []
    for here, there in pairwise(stops):
        row = ground.rows[here.id]
        across = row.top if there.y < here.y else row.bottom
        corners = leg_points((here.x, here.y), (there.x, there.y), across, points)
        legs.append(Line(rounded(corners), there.tone))
    return tuple(legs)


def _ties(stops: Sequence[Station], near: Sequence[Station], catalogue: Catalogue) -> tuple[Line, ...]:
    """Return the steps between the route and its neighbours, as faint curves."""
    neighbours = {station.id: station for station in near}
    ties = []
    for stop in stops:
        steps = (*catalogue.steps_from.get(stop.id, ()), *catalogue.steps_into.get(stop.id, ()))
        ends = dict.fromkeys(step.to_id if step.from_id == stop.id else step.from_id for step in steps)
        ties += [_tie(stop, neighbours[each]) for each in ends if each in neighbours]
    return tuple(ties)


def _tie(stop: Station, near: Station) -> Line:
    middle = (stop.y + near.y) / 2
    curve = f"C{stop.x:g} {middle:g} {near.x:g} {middle:g} {near.x:g} {near.y:g}"
    return Line(f"M{stop.x:g} {stop.y:g}{curve}", near.tone)


def _told(position: str, catalogue: Catalogue) -> str:
    sector = sector_name(catalogue.position_by_id[position].sector, catalogue)
    return f"{position_in_full(position, catalogue)}, {sector}"
