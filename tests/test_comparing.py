"""Two routes side by side: what each asks for alone, what both ask for, and what is not known."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html import unescape

import pytest

from explorer.address import Address
from explorer.asks import list_asked
from explorer.comparing import compare, count_evidence, find_beside, list_conditions, look_at
from explorer.drawings.cards import route_slug
from explorer.drawings.compare import side_by_side
from explorer.words.comparing import comparison_sentences, time_told
from graph_loader import load_catalogue
from pathways.model import Alternative, Citation, Condition, ConditionKind, Evidence, Kind
from pathways.places import Place
from pathways.queries import RouteQuery
from pathways.route_index import RouteIndex
from pathways.routes import find_routes
from tests.build import catalogue, qualification, requirement, role, step

TODAY = date(2026, 11, 22)
FEE = Condition(ConditionKind.COST, "There is a fee.")


def known(**fields):
    return catalogue(
        *(qualification(name, "L2") for name in ("a", "b", "x")),
        role("c", "L3", salary="£20,000 a year (2020)"),
        step("a", "b", conditions=(FEE,)),
        step("b", "c", aspiration=("wish",), awareness=("fact",), conditions=(FEE,), **fields),
        step("a", "c", aspiration=("wish",), attainment=("skill",), any_of=((Alternative(position="x"),),)),
        requirement("wish", Kind.ASPIRATION),
        requirement("fact", Kind.AWARENESS),
        requirement("skill"),
    )


def routes(data):
    query = RouteQuery((Place(position="a"),), (Place(position="c"),), TODAY)
    found = find_routes(RouteIndex.build(data), query).routes
    return sorted(found, key=lambda each: -len(each.steps))


def text(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_what_only_one_asks_for_is_told_from_what_both_ask_for():
    by_b, straight = routes(known())

    found = compare(by_b, straight, [by_b, straight])

    assert [each.id for each in found.only_first] == ["fact"]
    assert [(each.id, each.is_position) for each in found.only_second] == [("skill", False), ("x", True)]
    assert [(each.id, also.id) for each, also in found.both] == [("wish", "wish")]
    assert found.numbers == (1, 2)


def test_the_parts_of_a_comparison_make_up_all_that_either_asks_for():
    index = RouteIndex.build(load_catalogue())
    query = RouteQuery((Place(sector="childcare", level="L3"),), (Place(level="L4"),), TODAY)
    every = find_routes(index, query).routes

    for one in every:
        for other in every:
            found = compare(one, other, every)
            both = {each.key for each, _ in found.both}
            assert {each.key for each in found.only_first} | both == {each.key for each in list_asked(one)}
            assert {each.key for each in found.only_second} | both == {each.key for each in list_asked(other)}
    assert len(every) > 2


def test_a_requirement_and_a_position_of_one_name_are_two_things():
    data = catalogue(
        *(qualification(name, "L2") for name in ("a", "x", "c")),
        step("a", "c", attainment=("x",), any_of=((Alternative(position="x"),),)),
        requirement("x"),
    )

    asked = list_asked(routes(data)[0])

    assert [each.key for each in asked] == [(False, "x"), (True, "x")]


def test_a_condition_met_twice_is_told_once():
    by_b, straight = routes(known())

    assert list_conditions(by_b) == [FEE]
    assert list_conditions(straight) == []


def test_evidence_counts_steps_and_what_they_ask_for():
    cited = Citation("book", "page 9", Evidence.EDITORIAL, "So we think.")
    data = known()
    steps = tuple(replace(each, citation=cited) if each.id == "b-to-c" else each for each in data.steps)

    by_b, _ = routes(replace(data, steps=steps))

    assert count_evidence(by_b, data) == {Evidence.PUBLISHED: 3, Evidence.EDITORIAL: 1}


def test_the_address_names_the_second_route_unless_it_is_unknown_or_the_same():
    every = routes(known())
    first, second = every

    assert find_beside(every, route_slug(second), first) is second
    assert find_beside(every, route_slug(first), first) is None
    assert find_beside(every, "nonsense", first) is None
    assert find_beside(every, None, first) is None


def test_another_chosen_route_stays_beside_the_second_unless_it_is_the_same():
    address = Address(route="a.c", beside="a.b.c")

    assert look_at(address, "a.x.c") == Address(route="a.x.c", beside="a.b.c")
    assert look_at(address, "a.b.c") == Address(route="a.b.c")


def test_the_summary_names_both_routes_and_counts_what_differs():
    by_b, straight = routes(known())

    told = comparison_sentences(compare(by_b, straight, [by_b, straight]), "way", known())

    assert told == (
        "Compared with way 1, way 2 takes about a year less, has 1 step fewer and asks for 1 more thing.",
        "Way 1 asks for 1 thing that way 2 does not, and way 2 asks for 2 things that way 1 does not. "
        "Both ask for 1 thing alike.",
    )


def test_unknown_times_are_told_with_the_step_they_belong_to():
    data = known()
    unknown = tuple(replace(each, months=None) for each in data.qualifications)
    by_b, straight = routes(replace(data, qualifications=unknown))
    timed, _ = routes(replace(data, steps=tuple(replace(each, months=6) for each in data.steps)))

    assert time_told(by_b, data) == "not known; how long it takes to get to B is not known"
    assert time_told(timed, data) == "about a year"
    assert time_told(straight, data) == "no set time: each step waits for a job"


def test_the_table_has_a_column_for_each_route_and_a_row_for_each_thing_to_compare():
    by_b, straight = routes(known())

    html = side_by_side(
        compare(by_b, straight, [by_b, straight]), ("By B", "Straight there"), "route", known()
    )

    assert html.count('scope="col"') == 3
    for row in ("Start", "Way", "Time", "Steps", "New to gain", "Only this route asks for",
                "What has to be in place", "Pay where it ends", "What it rests on"):  # fmt: skip
        assert f'role="rowheader">{row}</th>' in html
    told = text(html)
    assert "Route 1: By B" in told
    assert told.count("£20,000 a year (2020)") == 2
    assert "Cost. There is a fee." in told
    assert "What both ask for (1 thing)" in told


@pytest.mark.parametrize(("opened", "said"), [(True, True), (False, False)])
def test_print_shows_what_both_ask_for_at_once(opened, said):
    by_b, straight = routes(known())
    compared = compare(by_b, straight, [by_b, straight])

    html = side_by_side(compared, ("", ""), "route", known(), opened=opened)

    assert ('<details class="pe-more" open>' in html) is said


def test_steps_whose_requirements_are_not_known_are_said_beside_the_route():
    by_b, straight = routes(known())
    unknown = replace(straight, steps=(replace(straight.steps[0], known=False),))
    compared = compare(by_b, unknown, [by_b, unknown])

    told = text(side_by_side(compared, ("", ""), "route", known()))

    assert "Take care" in told
    assert "What one of its steps asks for is not known." in told


def test_names_in_the_data_stay_text():
    data = known()
    hostile = tuple(replace(each, title="<img src=x>") for each in data.qualifications)
    by_b, straight = routes(replace(data, qualifications=hostile))

    html = side_by_side(
        compare(by_b, straight, [by_b, straight]),
        ("<b>", "</table>"),
        "route",
        replace(data, qualifications=hostile),
    )

    assert "<img" not in html
    assert "&lt;img src=x&gt;" in html
    assert html.count("</table>") == 1
