"""The network: what is drawn of which positions, where it stands, and that pyvis is what makes it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import date
from itertools import combinations, pairwise, starmap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.drawings.network import MOST, Network, build_network
from explorer.drawings.network_layout import lay_out
from explorer.drawings.network_nearby import nearby
from explorer.drawings.network_words import in_words
from graph_loader import load_catalogue
from pathways.catalogue import Catalogue
from tests.build import catalogue, qualification, role, step

TODAY = date(2026, 11, 22)
SMALL = catalogue(
    qualification("basics", "L1"),
    qualification("award", "L2"),
    role("helper", "L2"),
    role("fitter", "L3", "trade"),
    step("basics", "award"),
    step("award", "helper"),
    step("award", "fitter"),
    step("helper", "award"),
)
ALL = tuple(SMALL.position_by_id)


def chain(count: int) -> Catalogue:
    """A row of positions, each with a step to the next."""
    names = [f"p{number:04}" for number in range(count)]
    return catalogue(*(qualification(name) for name in names), *starmap(step, pairwise(names)))


def drawn(network: Network) -> list[str]:
    return [node.id for node in network.nodes]


def test_every_position_asked_for_and_every_step_between_them_is_drawn():
    network = build_network(SMALL, ["basics", "award", "helper"], TODAY)

    assert drawn(network) == ["award", "basics", "helper"]
    assert [(edge.start, edge.end) for edge in network.edges] == [
        ("award", "helper"),
        ("basics", "award"),
        ("helper", "award"),
    ]
    assert network.note is None


def test_several_steps_between_two_positions_are_one_line():
    twice = catalogue(qualification("a"), role("b"), step("a", "b"), step("a", "b", id="another-way"))

    assert len(build_network(twice, ["a", "b"], TODAY).edges) == 1


def test_a_line_is_closed_only_where_all_its_steps_are_closed_on_the_day():
    closing = catalogue(
        qualification("a"), role("b"), role("c"),
        step("a", "b", closes=date(2025, 1, 1)),
        step("a", "c", closes=date(2025, 1, 1)), step("a", "c", id="open"),
    )  # fmt: skip

    def closed(day: date) -> dict[str, bool]:
        return {edge.end: edge.closed for edge in build_network(closing, "abc", day).edges}

    assert closed(TODAY) == {"b": True, "c": False}
    assert closed(date(2024, 1, 1)) == {"b": False, "c": False}


def test_the_route_is_drawn_whatever_is_asked_for_and_its_stops_are_numbered():
    network = build_network(SMALL, ["helper"], TODAY, route=("basics", "award", "fitter"))

    assert {node.id: node.number for node in network.nodes} == {
        "award": 2, "basics": 1, "fitter": 3, "helper": None,
    }  # fmt: skip
    assert [(edge.start, edge.end) for edge in network.edges if edge.on_route] == [
        ("award", "fitter"),
        ("basics", "award"),
    ]
    assert network.name == "Network with the route from Basics to Fitter"


def test_a_node_says_what_it_is_with_no_id_and_no_colour():
    data = build_network(SMALL, ALL, TODAY).to_data()

    assert data["nodes"][2] == {
        "id": 2, "label": "Fitter", "shape": "square", "group": "job-2", "size": 13,
        "x": pytest.approx(data["places"][2]["x"]), "y": pytest.approx(data["places"][2]["y"]),
    }  # fmt: skip
    assert data["places"][2]["told"] == "Fitter, a job at level L3, trade"


def test_kinds_differ_in_shape_and_closed_and_route_lines_in_more_than_colour():
    data = build_network(SMALL, ALL, TODAY, route=("basics", "award")).to_data()

    assert {node["shape"] for node in data["nodes"]} == {"dot", "square"}
    assert sorted({edge["width"] for edge in data["edges"]}) == [1.4, 11.0]


def test_pyvis_makes_the_nodes_and_edges_and_no_physics_moves_them():
    from pyvis.network import Network as Pyvis

    network = build_network(SMALL, ALL, TODAY)
    made, data = Pyvis(directed=True), network.to_data()
    for node in data["nodes"]:
        made.add_node(node["id"], **{name: value for name, value in node.items() if name != "id"})

    assert data["nodes"] == made.nodes
    assert data["options"]["physics"]["enabled"] is False
    assert all(edge["arrows"] == "to" for edge in data["edges"])
    assert all({"x", "y"} <= node.keys() for node in data["nodes"])


def test_the_data_are_plain_json():
    data = build_network(SMALL, ALL, TODAY).to_data()

    assert json.loads(json.dumps(data))["nodes"] == data["nodes"]


def test_equal_questions_are_built_once():
    again = load_catalogue(())
    first = build_network(again, again.position_by_id, TODAY)

    assert build_network(load_catalogue(()), list(again.position_by_id)[::-1], TODAY, selected="x") is first
    assert build_network(again, again.position_by_id, date(2020, 1, 1)) is not first


def test_nothing_is_drawn_of_nothing():
    data = build_network(SMALL, [], TODAY).to_data()

    assert (data["nodes"], data["edges"], data["bands"], data["width"]) == ([], [], [], 0.0)


def test_up_to_the_most_all_are_drawn_and_selecting_changes_nothing():
    many = chain(MOST)

    network = build_network(many, many.position_by_id, TODAY, selected="p0299")

    assert len(network.nodes) == MOST
    assert network is build_network(many, many.position_by_id, TODAY)


def test_above_the_most_the_nearest_to_what_is_selected_are_drawn_and_a_sentence_says_so():
    many = chain(1000)

    network = build_network(many, many.position_by_id, TODAY, selected="p0500")

    assert drawn(network) == [f"p{number:04}" for number in range(350, 650)]
    assert network.note == "1,000 places are too many to draw at once, so these are the 300 nearest to P0500."


def test_above_the_most_a_route_is_drawn_whole_with_what_is_near_it():
    many = chain(1000)

    network = build_network(many, many.position_by_id, TODAY, route=("p0000", "p0001"))

    assert drawn(network) == [f"p{number:04}" for number in range(300)]
    assert "these are the 300 nearest to the route." in (network.note or "")


def test_above_the_most_with_nothing_selected_it_begins_where_most_steps_are():
    hub = catalogue(
        *(qualification(f"p{number}") for number in range(9)), *(step("p7", f"p{n}") for n in (1, 2, 8))
    )

    assert nearby(hub.position_by_id, (), hub, 5) == ("p0", "p1", "p2", "p7", "p8")


def test_a_selected_place_that_is_not_asked_for_counts_as_none():
    many = chain(400)

    assert nearby(list(many.position_by_id)[:350], ["p0399"], many, 3) == nearby(
        list(many.position_by_id)[:350], [], many, 3
    )


places = st.tuples(
    st.sampled_from(["U", "E", "L1", "L2", "L3", "L6"]), st.sampled_from(["general", "care", "trade"])
)


@settings(max_examples=100, deadline=None)
@given(st.lists(places, min_size=1, max_size=60))
def test_every_place_stands_in_its_level_and_sector_and_apart_from_all_others(cells):
    positions = [(role if at % 3 else qualification)(f"p{at:02}", *place) for at, place in enumerate(cells)]
    data = catalogue(*positions)

    layout = lay_out(list(data.position_by_id), data)

    columns = {column.name: column for column in layout.columns}
    bands = {band.name: band for band in layout.bands}
    for position in positions:
        x, y = layout.points[position.id]
        column, band = columns[position.sector.title()], bands[("Level " + position.level,)]
        assert column.x + 20 < x < column.x + column.width - 20
        assert band.y + 20 < y < band.y + band.height - 20
    for one, other in combinations(layout.points.values(), 2):
        assert abs(one[0] - other[0]) >= 50 or abs(one[1] - other[1]) >= 50


def test_higher_levels_stand_higher_and_levels_between_are_there_though_empty():
    layout = lay_out(["a", "b"], catalogue(qualification("a", "L1"), qualification("b", "L4")))

    assert [" ".join(band.name) for band in layout.bands] == ["Level L4", "Level L3", "Level L2", "Level L1"]
    assert layout.points["b"][1] < layout.points["a"][1]


def test_the_words_name_every_place_and_where_it_leads():
    closing = catalogue(qualification("a"), role("b"), step("a", "b", closes=date(2025, 1, 1)))

    told = in_words(build_network(closing, "ab", TODAY, route=("a", "b")))

    text = re.sub(r"<[^>]+>", "|", told)
    assert "Stop 1. |A, at level L3, care" in text
    assert "B, on the route (closed on 22 November 2026)" in text
    assert "No further step is on record." in text


def test_a_network_is_only_imported_from_pyvis_when_one_is_drawn():
    code = (
        "import sys, explorer.components, explorer.drawings.network, explorer.drawings.network_page;"
        "sys.exit(any(name in sys.modules for name in ('pyvis', 'IPython')))"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
