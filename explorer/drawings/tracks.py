"""The line of a route from station to station: along lanes, across between rows, round other stations."""

from __future__ import annotations

from collections.abc import Sequence

Point = tuple[float, float]

CORNER = 12.0
BYPASS = 17.0
"""How far beside its line a route runs past a station it does not stop at."""

CLEAR = 21.0
"""How far above or below a station a route turns aside."""


def leg_points(start: Point, end: Point, across: float, stops: Sequence[Point]) -> tuple[Point, ...]:
    """Return the corners of the line between two stations.

    `across` is the height next to the start at which a line that changes lane crosses over. `stops` are all
    stations of the route; the line goes round those it would run through.
    """
    turn = CLEAR if end[1] > start[1] else -CLEAR
    aside = end[0] - BYPASS
    approach = ((aside, end[1] - turn), (end[0], end[1] - turn), end)
    if start[0] == end[0]:
        if not _blocked(start, end, stops):
            return (start, end)
        return (start, (start[0], start[1] + turn), (aside, start[1] + turn), *approach)
    if not _blocked((end[0], across), end, stops):
        return (start, (start[0], across), (end[0], across), end)
    return (start, (start[0], across), (aside, across), *approach)


def rounded(points: Sequence[Point]) -> str:
    """Return the points as the path of an SVG line with round corners."""
    path = [f"M{_at(points[0])}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        path.append(f"L{_at(_toward(corner, before))}Q{_at(corner)} {_at(_toward(corner, after))}")
    path.append(f"L{_at(points[-1])}")
    return "".join(path)


def _blocked(start: Point, end: Point, stops: Sequence[Point]) -> bool:
    """Say whether a station stands on the straight line up or down one lane."""
    low, high = min(start[1], end[1]), max(start[1], end[1])
    return any(x == end[0] and low < y < high for x, y in stops)


def _toward(corner: Point, other: Point) -> Point:
    """Return the point on the way from a corner to its neighbour at which the curve begins."""
    dx, dy = other[0] - corner[0], other[1] - corner[1]
    length = max((dx * dx + dy * dy) ** 0.5, 0.001)
    part = min(CORNER, length / 2) / length
    return (corner[0] + dx * part, corner[1] + dy * part)


def _at(point: Point) -> str:
    return f"{point[0]:g} {point[1]:g}"
