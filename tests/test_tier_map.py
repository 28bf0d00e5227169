"""The tier map: everything in its lane and band, nothing over anything else, whatever the route."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.drawings.lettering import text_width, wrap
from explorer.drawings.neighbours import MOST, neighbours
from explorer.drawings.tier_map import Box, Station, TierMap, draw_route
from explorer.drawings.tiers import GUTTER, HEADER, LEAST_LANE, SIZE, WIDTH, lane_width
from explorer.drawings.tracks import leg_points, rounded
from graph_loader import load_catalogue
from tests.build import catalogue, qualification, role, step
from tests.routes_drawn import hand_made

TODAY = date(2026, 11, 22)
LONG = "Advanced practice in the care, learning and development of very young children"
CLIMB = ("U", "E", "L1", "L1", "L2", "L2", "L3", "L4", "L3", "L5", "L6", "L7", "L8")
TURNS = (
    "care",
    "care",
    "care",
    "trade",
    "trade",
    "care",
    "care",
    "care",
    "trade",
    "care",
    "care",
    "care",
    "care",
)
TWELVE_STEPS = list(zip(CLIMB, TURNS, strict=True))

levels = st.sampled_from(["U", "E", "L1", "L2", "L3", "L4", "L5"])
sectors = st.sampled_from(["general", "care", "trade", "sport", "health"])
places = st.tuples(levels, sectors)
titles = st.one_of(
    st.sampled_from(["Nurse", LONG, "W" * 80]), st.text("abcMW ", max_size=79).map(lambda text: f"M{text}")
)


def drawn(route, catalogue, others) -> TierMap:
    return draw_route(route, catalogue, others)


def stations(picture: TierMap) -> tuple[Station, ...]:
    return (*picture.stops, *picture.near)


def overlap(one: Box, other: Box) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


def around(station: Station) -> Box:
    side = 2 * station.radius
    return Box(station.x - station.radius, station.y - station.radius, side, side)


def segments(path: str) -> list[Box]:
    """Return the straight lines between the corners of a leg, as thin boxes."""
    points = [tuple(map(float, pair.split())) for pair in re.findall(r"[-\d.]+ [-\d.]+", path)]
    return [
        Box(min(x1, x2), min(y1, y2), abs(x1 - x2), abs(y1 - y2)) for (x1, y1), (x2, y2) in pairwise(points)
    ]


@settings(max_examples=150, deadline=None)
@given(st.lists(places, min_size=2, max_size=13), st.lists(places, max_size=25), titles)
def test_every_station_stays_in_its_lane_and_band_and_no_label_is_in_the_way(route, near, title):
    picture = drawn(*hand_made(route, near, title))

    for station, (level, sector) in zip(stations(picture), [*route, *near], strict=True):
        lane = next(lane for lane in picture.lanes if lane.sector == sector)
        band = next(band for band in picture.bands if band.level == level)
        assert lane.x < station.x - station.radius
        assert station.x + station.radius < lane.x + lane.width
        assert band.y < station.y - station.radius
        assert station.y + station.radius < band.y + band.height
    labels = [stop.box for stop in picture.stops if stop.box]
    for label in labels:
        assert label.x > GUTTER
        assert label.x + label.width < picture.width
        assert label.y > HEADER
        assert label.y + label.height < picture.height
    assert not any(overlap(one, other) for one, other in combinations(labels, 2))
    circles = [around(station) for station in stations(picture)]
    assert not any(overlap(label, circle) for label in labels for circle in circles)
    assert not any(overlap(one, other) for one, other in combinations(circles, 2))


@settings(max_examples=150, deadline=None)
@given(st.lists(places, min_size=2, max_size=13), titles)
def test_the_line_of_a_route_runs_through_its_own_stops_and_over_no_label(route, title):
    picture = drawn(*hand_made(route, (), title))

    for number, leg in enumerate(picture.legs):
        ends = {number, number + 1}
        for place, stop in enumerate(picture.stops):
            through = [around(stop)] if place not in ends else []
            through += [stop.box] if stop.box else []
            assert not any(overlap(box, line) for box in through for line in segments(leg.path))


@pytest.mark.parametrize(
    "title", [LONG, "x" * 80], ids=["eighty letters in words", "eighty letters in one word"]
)
def test_twelve_steps_with_long_titles_fit(title):
    picture = drawn(*hand_made(TWELVE_STEPS, [("L3", "care")] * 30, title))

    assert [stop.number for stop in picture.stops] == list(range(1, 14))
    assert [stop.goal for stop in picture.stops] == [False] * 12 + [True]
    for stop in picture.stops:
        assert 1 <= len(stop.label) <= 4
        assert all(text_width(line, SIZE) <= stop.box.width for line in stop.label)


def test_later_stops_of_a_level_stand_above_earlier_ones():
    picture = drawn(*hand_made([("L3", "care"), ("L3", "care"), ("L4", "care")]))

    heights = [stop.y for stop in picture.stops]
    assert heights == sorted(heights, reverse=True)


def test_the_names_of_the_levels_fit_beside_the_lanes_whole():
    for level in load_catalogue().levels:
        lines = wrap(level.title, GUTTER - 16, SIZE, 2)
        assert " ".join(lines) == level.title


def test_levels_in_between_are_drawn_even_where_nothing_stands():
    picture = drawn(*hand_made([("L1", "care"), ("L4", "care")]))

    assert [band.level for band in picture.bands] == ["L4", "L3", "L2", "L1"]


def test_the_general_route_has_the_first_lane_and_the_grey_tone():
    picture = drawn(*hand_made([("L2", "trade"), ("L2", "general"), ("L3", "care")]))

    assert [(lane.sector, lane.tone == 0) for lane in picture.lanes] == [
        ("general", True),
        ("trade", False),
        ("care", False),
    ]


def test_lanes_share_the_picture_until_they_would_be_too_narrow():
    assert lane_width(1) == WIDTH - GUTTER - 10
    assert lane_width(2) == lane_width(1) / 2
    assert lane_width(10) == LEAST_LANE
    assert GUTTER + 10 * lane_width(10, whole=True) <= 1200


def test_a_line_goes_round_a_stop_that_it_does_not_serve():
    points = leg_points((100, 300), (100, 100), 270, [(100, 300), (100, 200), (100, 100)])

    assert (83, 279) in points
    assert points[0] == (100, 300)
    assert points[-1] == (100, 100)


def test_a_line_has_round_corners():
    assert rounded([(0, 0), (0, 50), (50, 50)]) == "M0 0L0 38Q0 50 12 50L50 50"


def test_a_title_is_broken_at_words_and_shortened_with_an_ellipsis():
    assert wrap("Early years educator", 90, 13, 4) == ("Early years", "educator")
    assert wrap("School, college and general study", 150, 13, 2) == ("School, college", "and general study")
    assert wrap("one two three four five six", 60, 13, 2) == ("one two", "three fo…")


def test_the_route_is_told_with_level_and_sector():
    picture = drawn(*hand_made([("L2", "care"), ("L3", "trade")], [("L4", "trade")], "Diploma"))

    assert picture.name == "Map of the route from Diploma to Diploma"
    assert [stop.told for stop in picture.stops] == [
        "Diploma, at level L2, care",
        "Diploma, at level L3, trade",
    ]
    assert [each.told for each in picture.near] == ["Near-0, at level L4, trade"]


def test_neighbours_are_one_open_step_away():
    known = catalogue(
        qualification("a"), qualification("b"), qualification("open"), qualification("before"),
        qualification("shut", last_start=date(2020, 1, 1)), role("far"),
        step("a", "b"), step("a", "open"), step("a", "shut"), step("open", "far"), step("before", "b"),
        step("before", "a"),
    )  # fmt: skip
    by_hand, _, _ = hand_made([("L3", "care"), ("L3", "care")])
    route = replace(by_hand, start="a", steps=(replace(by_hand.steps[0], step=known.step_by_id["a-to-b"]),))

    assert neighbours(route, known, TODAY) == ("open", "before")
    assert neighbours(route, known, date(2019, 1, 1)) == ("open", "shut", "before")


def test_at_most_sixty_neighbours_are_drawn():
    near = [("L3", "care")] * 80
    route, known, _ = hand_made([("L3", "care"), ("L4", "care")], near)

    assert len(neighbours(route, known, TODAY)) == MOST
