"""The NetworkX graph: what stands where, so that anyone can look into it."""

import copy
import pickle

import networkx as nx
import pytest
from hypothesis import given, settings

from graph_loader.graph import to_catalogue, to_graph
from graph_loader.networkx_store import NetworkXStore
from pathways.errors import DataError
from pathways.model import (
    Alternative,
    CellEntry,
    Concept,
    Condition,
    ConditionKind,
    Evidence,
    Kind,
    Row,
    Weight,
)
from tests.build import catalogue, qualification, requirement, role, sector, step
from tests.strategies import full_catalogues

VACANCY = Condition(ConditionKind.VACANCY, "A post has to be free.")
SMALL = catalogue(
    qualification("diploma", type="apprenticeship", gives=("leads",), months=18),
    role("manager", "L4"),
    step("diploma", "manager", id="rise", attainment=("leads",), conditions=(VACANCY,), months=6),
    step("diploma", "manager", id="other-rise"),
    requirement("leads", concept="leading"),
    Concept("leading", "Leading people"),
    sector("care"),
)


@pytest.fixture
def graph():
    return to_graph(SMALL)


def nodes(graph, kind):
    return [node for node, found in graph.nodes(data="type") if found == kind]


def edges(graph, kind):
    return [(start, end) for start, end, found in graph.edges(data="type") if found == kind]


def test_a_position_is_found_under_its_bare_id(graph):
    assert graph.nodes["diploma"]["type"] == "Qualification"
    assert graph.nodes["diploma"]["qualification_type"] == "apprenticeship"
    assert graph.nodes["diploma"]["months"] == 18
    assert graph.nodes["manager"]["type"] == "JobRole"


def test_all_else_has_its_type_before_its_id(graph):
    assert nodes(graph, "Sector") == ["sector:care"]
    assert nodes(graph, "Requirement") == ["requirement:leads"]
    assert nodes(graph, "Concept") == ["concept:leading"]
    assert nodes(graph, "Source") == ["source:book"]
    assert "level:L3" in nodes(graph, "Level")


def test_a_step_carries_what_it_asks_and_where_that_is_known_from(graph):
    rise = graph.edges["diploma", "manager", "rise"]
    assert rise["attainment"] == ("leads",)
    assert rise["conditions"] == (VACANCY,)
    assert rise["months"] == 6
    assert (rise["source"], rise["locator"], rise["evidence"]) == ("book", "page 1", Evidence.PUBLISHED)


def test_two_steps_between_the_same_positions_are_two_edges(graph):
    assert edges(graph, "STEP") == [("diploma", "manager")] * 2


def test_positions_point_at_their_level_sector_and_source(graph):
    found = {data["type"]: end for _, end, data in graph.edges("manager", data=True)}
    assert found == {"AT_LEVEL": "level:L4", "IN_SECTOR": "sector:care", "DERIVED_FROM": "source:book"}


def test_levels_are_a_ladder(graph):
    assert edges(graph, "NEXT_LEVEL")[:2] == [("level:U", "level:E"), ("level:E", "level:L1")]
    assert len(edges(graph, "NEXT_LEVEL")) == 9


def test_requirements_point_at_what_they_are_about_and_where_they_come_from(graph):
    assert edges(graph, "ABOUT") == [("requirement:leads", "concept:leading")]
    cited = graph.edges["requirement:leads", "source:book", "DERIVED_FROM"]
    assert cited["locator"] == "page 1"


def test_a_position_points_at_what_it_gives(graph):
    assert edges(graph, "GIVES") == [("diploma", "requirement:leads")]


def test_a_sector_points_at_what_each_entry_of_its_matrix_asks():
    entries = (
        CellEntry("page 1", requirements=("leads", "plans"), helps=("sings",)),
        CellEntry("page 2", any_of=(Alternative(("sings",)), Alternative(position="p"))),
        CellEntry("page 3", requirements=("leads",), weight=Weight.HELPS),
    )
    row = Row("L2", "L3", attainment=entries)
    needs = [requirement(each, concept=None) for each in ("leads", "plans", "sings")]
    graph = to_graph(catalogue(sector("care", row), *needs))
    asked = [
        (end.partition(":")[2], data["weight"], data["locator"])
        for _, end, data in graph.edges("sector:care", data=True)
        if data["type"] == "ASKS"
    ]
    assert asked == [
        ("leads", "essential", "page 1"),
        ("leads", "helps", "page 3"),
        ("plans", "essential", "page 1"),
        ("sings", "helps", "page 1"),
        ("sings", "any-of", "page 2"),
    ]
    one = graph.edges["sector:care", "requirement:plans", "L2>L3 attainment 0.1"]
    assert (one["at"], one["into"], one["kind"]) == ("L2", "L3", Kind.ATTAINMENT)


def test_a_concept_points_at_the_wider_one_that_contains_it():
    leading = Concept("leading", "Leading", "Showing the way.", esco=("http://data.europa.eu/esco/skill/1",))
    graph = to_graph(catalogue(leading, Concept("leading-a-shift", "Leading a shift", broader="leading")))
    assert edges(graph, "BROADER") == [("concept:leading-a-shift", "concept:leading")]
    assert graph.nodes["concept:leading"]["definition"] == "Showing the way."
    assert graph.nodes["concept:leading"]["esco"] == ("http://data.europa.eu/esco/skill/1",)


def test_a_wider_concept_that_is_not_there_is_refused_and_named():
    with pytest.raises(
        DataError, match="BROADER from 'concept:shift' to 'concept:lead': 'concept:lead' is not"
    ):
        to_graph(catalogue(Concept("shift", "Leading a shift", broader="lead")))


def test_a_position_may_have_the_id_of_a_sector_or_a_requirement():
    shared = catalogue(qualification("care"), requirement("care", concept=None))
    assert to_catalogue(to_graph(shared)) == shared


@settings(max_examples=25, deadline=None)
@given(catalogue=full_catalogues())
def test_the_graph_alone_holds_every_record(catalogue):
    assert to_catalogue(to_graph(catalogue)) == catalogue


def test_a_frozen_graph_cannot_be_changed(graph):
    for change in (
        lambda: graph.add_node("new"),
        lambda: graph.remove_node("diploma"),
        lambda: graph.add_edge("manager", "diploma"),
        lambda: graph.remove_edge("diploma", "manager", "rise"),
        graph.clear,
    ):
        with pytest.raises(nx.NetworkXError, match="Frozen graph can't be modified"):
            change()
    assert to_catalogue(graph) == SMALL


def test_a_copy_can_be_changed_and_read_back(graph):
    changed = graph.copy()
    changed.remove_edge("diploma", "manager", "other-rise")
    changed.nodes["diploma"]["months"] = 24
    assert [each.id for each in to_catalogue(changed).steps] == ["rise"]
    assert to_catalogue(changed).qualifications[0].months == 24
    assert to_catalogue(graph) == SMALL


def test_a_graph_can_be_pickled_and_copied(graph):
    assert to_catalogue(pickle.loads(pickle.dumps(graph))) == SMALL
    assert to_catalogue(copy.deepcopy(graph)) == SMALL


def test_meddling_with_attributes_does_not_change_what_the_store_answers():
    with NetworkXStore() as store:
        store.replace(SMALL)
        store.graph.nodes["diploma"]["level"] = "L8"
        assert store.get_position("diploma").level == "L3"
        assert store.read() == SMALL
