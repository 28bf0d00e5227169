"""Route cards: what is best about each, how it goes, and what is new to gain, never less than is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from explorer.drawings.cards import cards, gain_by_kind, route_slug, to_data
from graph_loader import load_catalogue
from pathways.model import Alternative, Kind
from pathways.places import Place
from pathways.queries import RouteQuery
from pathways.route_index import RouteIndex
from pathways.routes import find_routes
from tests.build import catalogue, qualification, requirement, role, step

TODAY = date(2026, 11, 22)


def asked(known, start="a", goal="c"):
    query = RouteQuery((Place(position=start),), (Place(position=goal),), TODAY)
    return find_routes(RouteIndex.build(known), query)


def two_ways():
    return catalogue(
        *(qualification(name, level) for name, level in (("a", "L2"), ("b", "L2"), ("c", "L3"))),
        step("a", "b"),
        step("b", "c", aspiration=("wish",), awareness=("fact",)),
        step("a", "c", aspiration=("wish",), awareness=("fact",), attainment=("skill",)),
        requirement("wish", Kind.ASPIRATION),
        requirement("fact", Kind.AWARENESS),
        requirement("skill"),
    )


def test_cards_are_in_the_order_of_the_routes_with_their_labels_in_words():
    result = asked(two_ways())

    shown = cards(result.routes, result.also, two_ways())

    assert [card.id for card in shown] == [route_slug(each) for each in (*result.routes, *result.also)]
    assert "Least new to learn" in shown[0].labels
    assert "Fewest steps" in shown[1].labels


def test_a_card_says_how_the_route_goes_how_long_it_takes_and_what_is_new():
    result = asked(two_ways())

    by_b, straight = cards(result.routes, (), two_ways())

    assert (by_b.heading, by_b.way, by_b.facts) == ("By B", "", "2 steps · about 2 years")
    assert by_b.gain.endswith("things to gain")
    assert by_b.kinds == "1 to want, 1 to know"
    assert straight.heading == "Straight there"
    assert straight.kinds == "1 to want, 1 to know, 1 to have"


def test_cards_name_the_start_where_routes_start_from_different_places():
    known = catalogue(
        *(qualification(name, level) for name, level in (("a", "L2"), ("b", "L2"), ("c", "L3"))),
        step("a", "c", aspiration=("wish",)),
        step("b", "c", awareness=("fact",)),
        requirement("wish", Kind.ASPIRATION),
        requirement("fact", Kind.AWARENESS),
    )
    first, second = asked(known, "a").routes[0], asked(known, "b").routes[0]

    shown = cards((first, second), (), known)

    assert [(card.heading, card.way) for card in shown] == [("From A", ""), ("From B", "")]
    assert shown[0].id != shown[1].id


def test_routes_to_one_place_are_told_by_the_stop_that_fewest_share():
    known = catalogue(
        *(qualification(name, "L3") for name in "abcxy"),
        step("a", "x"), step("x", "c"), step("x", "b"), step("b", "c"), step("x", "y"), step("y", "c"),
    )  # fmt: skip

    shown = cards(asked(known).routes, (), known)

    assert {(card.heading, card.way) for card in shown} == {
        ("By X", ""),
        ("By B", "also by X"),
        ("By Y", "also by X"),
    }


def test_long_routes_are_told_by_two_stops_and_how_many_more_there_are():
    known = catalogue(
        *(qualification(name, "L3") for name in "abcxyz"),
        step("a", "x"), step("x", "y"), step("y", "b"), step("y", "z"), step("b", "c"), step("z", "c"),
    )  # fmt: skip

    shown = cards(asked(known).routes, (), known)

    assert {(card.heading, card.way) for card in shown} == {
        ("By B", "also by X and 1 more stop"),
        ("By Z", "also by X and 1 more stop"),
    }


def test_cards_are_headed_by_where_routes_lead_unless_all_lead_there():
    known = catalogue(
        *(qualification(name, "L3") for name in "abcd"),
        step("a", "c"),
        step("a", "d"),
        step("a", "b"),
        step("b", "d"),
    )
    to_c, to_d = asked(known, "a", "c").routes[0], asked(known, "a", "d").routes[0]
    by_b = next(route for route in asked(known, "a", "d").routes if len(route.steps) == 2)

    assert [(card.heading, card.way) for card in cards((to_c, to_d), (), known)] == [
        ("C", "level L3 in care"),
        ("D", "level L3 in care"),
    ]
    assert [(card.heading, card.way) for card in cards((to_c, by_b), (), known)] == [
        ("C", "straight there"),
        ("D", "by B"),
    ]


def test_what_is_not_known_never_looks_like_nothing_to_gain():
    route = asked(two_ways()).routes[0]
    unknown = replace(route, figures=replace(route.figures, holes=1))
    nothing = replace(route, figures=replace(route.figures, holes=1, to_gain=0))

    told, untold = cards((unknown, nothing), (), two_ways())

    assert told.gain.startswith("At least ")
    assert untold.gain == "An unknown number of things to gain"


def test_a_card_tells_the_pay_of_the_job_a_route_ends_in_where_it_is_known():
    paid, unpaid = role("c", salary="£20,000 a year (2020)"), role("c")
    start, move = qualification("a", "L2"), step("a", "c")

    told = [
        cards(asked(known).routes, (), known)[0].pay
        for known in (catalogue(start, paid, move), catalogue(start, unpaid, move))
    ]

    assert told == ["Pay: £20,000 a year (2020)", ""]


def test_cards_tell_the_pay_where_it_tells_routes_apart():
    known = catalogue(
        *(qualification(name, "L2") for name in "ab"),
        *(role(name, salary=f"£{number}0,000 a year (2020)") for number, name in enumerate("cd", 2)),
        step("a", "c"), step("a", "b"), step("b", "c"), step("a", "d"),
    )  # fmt: skip
    to_one = asked(known).routes
    to_two = (to_one[0], asked(known, "a", "d").routes[0])

    assert len(to_one) == 2
    assert [each.pay for each in cards(to_one, (), known)] == ["", ""]
    assert [each.pay for each in cards(to_two, (), known)] == [
        "Pay: £20,000 a year (2020)",
        "Pay: £30,000 a year (2020)",
    ]


def test_a_position_held_as_an_alternative_counts_as_something_to_have():
    known = catalogue(
        *(qualification(name) for name in "acx"), step("a", "c", any_of=((Alternative(position="x"),),))
    )

    assert gain_by_kind(asked(known).routes[0]) == {Kind.ATTAINMENT: 2}


@pytest.mark.parametrize(
    ("start", "goal"),
    [
        (Place(sector="childcare", level="L3"), Place(level="L4")),
        (Place(level="U"), Place(position="electrician")),
        (Place(level="U"), Place(position="nursery-manager")),
        (Place(position="a-levels"), Place(sector="electrical", level="L4")),
    ],
    ids=str,
)
def test_what_is_new_by_kind_adds_up_to_the_figure_of_the_route(start, goal):
    result = find_routes(RouteIndex.build(load_catalogue()), RouteQuery((start,), (goal,), TODAY))

    assert result.routes
    for route in (*result.routes, *result.also):
        assert sum(gain_by_kind(route).values()) == route.figures.to_gain


def test_the_data_of_the_cards_say_which_is_chosen():
    result = asked(two_ways())
    shown = cards(result.routes, (), two_ways())

    data = to_data(shown, "a.c", "Choose")

    assert (data["name"], data["chosen"]) == ("Choose", "a.c")
    assert [card["id"] for card in data["cards"]] == ["a.b.c", "a.c"]
