"""The map of everything: every station in its lane and band, no name over anything else, limits said."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.drawings import places
from explorer.drawings.explore_map import ExploreMap, Place, draw_map
from explorer.drawings.extent import MOST, MOST_NEAR, extent_of, in_order
from explorer.drawings.lettering import text_width
from explorer.drawings.places import list_told
from explorer.drawings.spots import RADIUS, SIZE, TALLEST, TRACK, Naming
from explorer.drawings.tier_map import Box
from explorer.drawings.tiers import GUTTER, HEADER
from graph_loader import load_catalogue
from pathways.catalogue import Catalogue
from tests.build import catalogue, qualification, role, sector, step
from tests.explore_data import grown

TODAY = date(2026, 11, 22)
SHIPPED = load_catalogue()
THOUSAND = grown(1000)


def drawn(positions: object, known: Catalogue) -> ExploreMap:
    return draw_map(in_order(tuple(positions), known), known, TODAY)


def around(place: Place) -> Box:
    return Box(place.x - RADIUS, place.y - RADIUS, 2 * RADIUS, 2 * RADIUS)


def overlap(one: Box, other: Box) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


def collisions(picture: ExploreMap) -> list[tuple[str, str]]:
    """Return what is drawn over something else: stations and names, by a sweep from the top."""
    boxes = [(around(each), each.title) for each in picture.places]
    boxes += [(each.box, f"name of {each.title}") for each in picture.places if each.box]
    boxes.sort(key=lambda each: each[0].y)
    found = []
    for number, (box, title) in enumerate(boxes):
        for other, other_title in boxes[number + 1 :]:
            if other.y >= box.y + box.height:
                break
            if overlap(box, other):
                found.append((title, other_title))
    return found


def strays(picture: ExploreMap, known: Catalogue) -> list[str]:
    """Return the places of which anything, name included, is outside their lane and band."""
    lanes = {lane.sector: lane for lane in picture.lanes}
    bands = {band.level: band for band in picture.bands}
    found = []
    for place in picture.places:
        position = known.position_by_id[place.id]
        lane, band = lanes[position.sector], bands[position.level]
        for box in (around(place), *([place.box] if place.box else [])):
            inside = lane.x < box.x and box.x + box.width < lane.x + lane.width
            if not (inside and band.y < box.y and box.y + box.height < band.y + band.height):
                found.append(place.title)
    return found


def subsets(known: Catalogue) -> st.SearchStrategy[list[str]]:
    """Any part of the data: some sectors and levels, and of those as much as chance leaves."""
    return st.builds(
        lambda seed, share, sectors: [
            each
            for each in known.position_by_id
            if known.position_by_id[each].sector in sectors and Random(f"{seed}{each}").random() < share
        ],
        st.integers(0, 10_000),
        st.floats(0.05, 1),
        st.sets(st.sampled_from(sorted(known.sector_by_id)), min_size=1),
    ).filter(bool)


@settings(max_examples=60, deadline=None)
@given(subsets(SHIPPED))
def test_any_part_of_the_shipped_data_stays_in_its_lanes_and_collides_nowhere(positions):
    picture = drawn(positions, SHIPPED)

    assert {place.id for place in picture.places} == set(positions)
    assert strays(picture, SHIPPED) == []
    assert collisions(picture) == []


@settings(max_examples=12, deadline=None)
@given(subsets(THOUSAND))
def test_any_part_of_a_thousand_positions_stays_in_its_lanes_and_collides_nowhere(positions):
    picture = drawn(positions, THOUSAND)

    assert strays(picture, THOUSAND) == []
    assert collisions(picture) == []


def test_a_thousand_positions_are_drawn_all_at_once():
    picture = drawn(THOUSAND.position_by_id, THOUSAND)

    assert len(picture.places) == 1000
    assert picture.naming is Naming.NONE
    assert strays(picture, THOUSAND) == []
    assert collisions(picture) == []


def test_the_sweep_finds_what_collides_and_what_strays():
    picture = drawn(SHIPPED.position_by_id, SHIPPED)
    first, second = picture.places[:2]
    moved = replace(second, x=first.x + 1, y=first.y + 1)
    broken = replace(picture, places=(first, moved, *picture.places[2:]))

    assert collisions(broken) == [(first.title, moved.title)]
    assert moved.title in strays(replace(picture, places=(replace(moved, x=-5),)), SHIPPED)


@pytest.mark.parametrize("known", [SHIPPED, THOUSAND], ids=["shipped", "a thousand"])
def test_every_station_is_large_enough_a_target_and_steps_have_room_beside_it(known):
    picture = drawn(known.position_by_id, known)

    for one, other in combinations(picture.places, 2):
        assert max(abs(one.x - other.x), abs(one.y - other.y)) >= 24
    named = [place for place in picture.places if place.box]
    right = [place.box.x + place.box.width for place in named]
    for place in picture.places:
        beside = [
            edge for edge, each in zip(right, named, strict=True) if each.y == place.y and edge < place.x
        ]
        assert all(edge <= place.x - TRACK + 1 for edge in beside)


def test_as_many_names_are_drawn_as_there_is_room_for():
    few, more, most = grown(20, 3), grown(80, 4), THOUSAND

    pictures = [drawn(each.position_by_id, each) for each in (few, more, most)]

    assert [each.naming for each in pictures] == [Naming.ALL, Naming.JOBS, Naming.NONE]
    assert all(place.box for place in pictures[0].places)
    assert [bool(place.box) for place in pictures[1].places] == [place.job for place in pictures[1].places]
    assert max(each.height for each in pictures[:2]) <= TALLEST


def test_names_fit_their_boxes():
    one = [each.id for each in SHIPPED.list_positions("childcare")]
    picture = drawn(one, SHIPPED)

    for place in picture.places:
        assert all(text_width(line, SIZE) <= place.box.width for line in place.label if place.box)
    assert any(place.label for place in picture.places)


def test_a_very_long_title_is_cut_and_collides_with_nothing():
    long = [role(f"job-{number}", "L3", "care") for number in range(8)]
    known = catalogue(
        *(replace(each, title=title) for each, title in zip(long, ["W" * 300, "x " * 200] * 4, strict=True))
    )

    picture = drawn(known.position_by_id, known)

    assert collisions(picture) == []
    assert strays(picture, known) == []
    assert picture.places[0].label[-1].endswith("…")


def test_the_general_route_comes_first_and_then_sectors_by_title():
    known = catalogue(
        qualification("a", sector="zebras"),
        qualification("b", sector="apples"),
        qualification("c", sector="general"),
    )

    picture = drawn(known.position_by_id, known)

    assert [lane.sector for lane in picture.lanes] == ["general", "apples", "zebras"]
    assert picture.lanes[0].tone == 0


def test_levels_rise_and_those_between_are_drawn_though_empty():
    known = catalogue(qualification("low", "L1"), qualification("high", "L4"))

    picture = drawn(known.position_by_id, known)

    assert [band.level for band in picture.bands] == ["L4", "L3", "L2", "L1"]


def test_open_steps_between_what_is_drawn_are_there_once_and_closed_ones_are_not():
    known = catalogue(
        qualification("a", "L1"),
        qualification("b", "L2"),
        qualification("shut", "L2", last_start=date(2020, 1, 1)),
        qualification("elsewhere", "L2", "trade"),
        step("a", "b"),
        step("a", "b", id="another-way"),
        step("a", "shut"),
        step("a", "elsewhere"),
    )

    picture = drawn(["a", "b", "shut"], known)

    ids = [place.id for place in picture.places]
    assert [(ids[start], ids[end]) for start, end in picture.steps] == [("a", "b")]
    assert [place.id for place in picture.places if place.shut] == ["shut"]
    assert "closed to newcomers" in next(place.told for place in picture.places if place.shut)


def test_what_is_sent_to_the_page_is_small_and_has_no_selection():
    data = drawn(THOUSAND.position_by_id, THOUSAND).to_data()

    assert len(json.dumps(data)) < 300_000
    assert "chosen" not in data


def test_the_same_map_is_drawn_once():
    assert drawn(SHIPPED.position_by_id, SHIPPED) is drawn(SHIPPED.position_by_id, SHIPPED)


def test_up_to_a_thousand_all_is_drawn_and_nothing_is_said():
    extent = extent_of(tuple(THOUSAND.position_by_id), None, THOUSAND)

    assert len(extent.positions) == MOST
    assert extent.told == ""


def test_above_a_thousand_the_first_sectors_that_fit_are_drawn_and_named():
    known = grown(2500, 10)

    extent = extent_of(tuple(known.position_by_id), None, known)

    sectors = dict.fromkeys(known.position_by_id[each].sector for each in extent.positions)
    whole = [each.id for each in known.position_by_id.values() if each.sector in sectors]
    assert 500 < len(extent.positions) <= MOST
    assert sorted(extent.positions) == sorted(whole)
    assert extent.told.startswith(
        "There are 2,500 places here, too many for one picture. It shows the first sectors"
    )
    assert "general" in extent.told


def test_one_sector_that_is_too_large_is_drawn_from_the_lowest_level_up():
    known = grown(1500, 1)

    extent = extent_of(tuple(known.position_by_id), None, known)

    ranks = [known.rank(known.position_by_id[each].level) for each in extent.positions]
    left = [each for each in known.position_by_id if each not in extent.positions]
    assert len(extent.positions) == MOST
    assert max(ranks) <= min(known.rank(known.position_by_id[each].level) for each in left)
    assert "the first 1,000, from the lowest level up" in extent.told


def test_above_a_thousand_what_is_selected_is_drawn_with_its_neighbourhood():
    known = grown(2500, 10)
    selected = known.steps[0].from_id

    extent = extent_of(tuple(known.position_by_id), selected, known)

    beside = {each.to_id for each in known.steps_from[selected]}
    beside |= {each.from_id for each in known.steps_into.get(selected, ())}
    assert {selected, *beside} <= set(extent.positions)
    assert len(extent.positions) == MOST_NEAR
    assert f"It shows {known.position_by_id[selected].title} and the 299 places" in extent.told


def test_what_is_selected_is_drawn_though_the_filters_leave_it_out():
    known = catalogue(qualification("a"), qualification("b"))

    assert extent_of(["a"], "b", known).positions == ("a", "b")


def test_the_picture_has_room_for_the_names_of_levels_and_sectors():
    picture = drawn(SHIPPED.position_by_id, SHIPPED)

    assert all(place.x - RADIUS > GUTTER and place.y - RADIUS > HEADER for place in picture.places)
    assert picture.width >= max(lane.x + lane.width for lane in picture.lanes)


def test_a_sector_without_a_position_takes_no_lane():
    known = catalogue(sector("care"), sector("empty"), qualification("a", sector="care"))

    assert [lane.sector for lane in drawn(["a"], known).lanes] == ["care"]


def test_the_list_beside_a_picture_is_said_to_have_all_only_where_it_has():
    assert list_told(places.MOST) == "The list has them all."
    assert list_told(places.MOST + 1) == (
        f"The list has the first {places.MOST:,}. Choose sectors or levels to see others."
    )
