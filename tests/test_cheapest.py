"""The k cheapest simple paths, against trying everything and against NetworkX, however small or wide."""

from __future__ import annotations

import sys
from itertools import islice, pairwise
from subprocess import run

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pathways import cheapest, small_graph, wide_graph
from pathways.small_graph import Graph
from pathways.wide_graph import WideGraph

Arcs = list[tuple[int, int, int]]
Found = list[tuple[int, tuple[int, ...]]]
CLIQUE = 14


@st.composite
def questions(draw: st.DrawFn) -> tuple[int, Arcs, list[int], list[int], int]:
    """Give a graph with few nodes, zero and equal costs among others, some starts, goals, and how many."""
    size = draw(st.integers(2, 7))
    costs = st.integers(0, draw(st.sampled_from([1, 3, 5000])))
    joined = draw(st.dictionaries(st.tuples(*[st.integers(0, size - 1)] * 2), costs, max_size=30))
    arcs = [(start, end, cost) for (start, end), cost in joined.items() if start != end]
    ends = st.lists(st.integers(0, size - 1), min_size=1, max_size=2, unique=True)
    starts, goals = draw(ends), draw(ends)
    return (
        size,
        arcs,
        [each for each in starts if each not in goals],
        goals,
        draw(st.sampled_from([1, 3, 200])),
    )


def every_path(arcs: Arcs, starts: list[int], goals: list[int]) -> set[tuple[int, tuple[int, ...]]]:
    """Every simple path from a start to its first goal."""
    found, begun = set(), [(0, (start,)) for start in starts]
    while begun:
        cost, path = begun.pop()
        for start, end, more in arcs:
            if start == path[-1] and end not in path:
                further = (cost + more, (*path, end))
                if end in goals:
                    found.add(further)
                else:
                    begun.append(further)
    return found


def wide(size: int, arcs: Arcs) -> wide_graph.CostedGraph:
    columns = np.array(arcs, dtype=np.int64).reshape(-1, 3)
    return WideGraph.of(size, columns[:, 0], columns[:, 1]).with_costs(columns[:, 2])


def assert_cheapest(found: Found, every: set[tuple[int, tuple[int, ...]]], k: int) -> None:
    assert [cost for cost, _ in found] == sorted(cost for cost, _ in every)[:k]
    assert len(set(found)) == len(found)
    assert set(found) <= every


@settings(max_examples=600, deadline=None)
@given(asked=questions(), most=st.sampled_from([1, 20_000]))
def test_paths_are_the_cheapest_of_all_also_where_yen_has_to_help(asked, most):
    size, arcs, starts, goals, k = asked
    found = Graph.of(size, arcs).cheapest_paths(starts, goals, k, most_looked_at=most)
    assert_cheapest(found, every_path(arcs, starts, goals), k)


@settings(max_examples=300, deadline=None)
@given(asked=questions())
def test_nodes_that_are_on_no_path_need_not_be_looked_at(asked):
    size, arcs, starts, goals, k = asked
    every = every_path(arcs, starts, goals)
    among = {node for _, path in every for node in path}
    assert_cheapest(Graph.of(size, arcs).cheapest_paths(starts, goals, k, among=among), every, k)


@settings(max_examples=600, deadline=None)
@given(asked=questions(), most=st.sampled_from([1, 20_000]))
def test_wide_graphs_give_the_same(asked, most):
    size, arcs, starts, goals, k = asked
    found = wide(size, arcs).cheapest_paths(starts, goals, k, most_looked_at=most)
    assert_cheapest(found, every_path(arcs, starts, goals), k)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("step", [1, 2000], ids=["widened often", "widened at once"])
def test_costs_are_those_of_networkx_on_hundreds_of_nodes(seed, step, monkeypatch):
    monkeypatch.setattr(wide_graph, "NEAR", min(step, 5))
    monkeypatch.setattr(wide_graph, "MANY", step)
    monkeypatch.setattr(small_graph, "SMALL", step - 1)
    chance = np.random.default_rng(seed)
    codes = chance.choice(400 * 400, 2400, replace=False)
    arcs = [(int(code) // 400, int(code) % 400, int(chance.integers(1, 9000))) for code in codes]
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_weighted_edges_from(arc for arc in arcs if arc[0] != arc[1])
    expected = [
        sum(graph[here][there]["weight"] for here, there in pairwise(path))
        for path in islice(nx.shortest_simple_paths(graph, 0, 1, weight="weight"), 10)
    ]
    listed = list(graph.edges(data="weight"))
    for engine in (Graph.of(400, listed), wide(400, listed)):
        assert [cost for cost, _ in engine.cheapest_paths([0], [1], 10)] == expected


@pytest.mark.parametrize("engine", [Graph.of, wide])
def test_one_arc_far_longer_than_all_others_is_still_crossed(engine):
    chain = [(node, node + 1, 10**9 if node == 20 else 1) for node in range(40)]
    assert engine(41, chain).cheapest_paths([0], [40], 3) == [(10**9 + 39, tuple(range(41)))]


@pytest.mark.parametrize("engine", [Graph.of, wide])
def test_a_crowd_of_dead_ends_is_given_up_on_and_yen_answers(engine, monkeypatch):
    """One way through, and beside it a clique from which no simple path gets out."""
    asked = []
    monkeypatch.setattr(cheapest, "yen", lambda *given: asked.append(given) or cheapest_yen(*given))
    inside = range(3, 3 + CLIQUE)
    arcs = [(0, 1, 1), (1, 2, 1), (1, 3, 1), (4, 1, 1)]
    arcs += [(here, there, 1) for here in inside for there in inside if here != there]
    assert engine(3 + CLIQUE, arcs).cheapest_paths([0], [2], 10) == [(2, (0, 1, 2))]
    assert len(asked) == 1


@pytest.mark.parametrize("engine", [Graph.of, wide])
def test_no_path_no_start_and_no_goal_give_nothing(engine):
    graph = engine(3, [(0, 1, 1)])
    assert [graph.cheapest_paths(*ends, 3) for ends in (([0], [2]), ([], [1]), ([0], []), ([1], [1]))] == [
        []
    ] * 4


def test_small_graphs_need_no_numbers_library():
    code = "import sys, pathways.routes; sys.exit('numpy' in sys.modules or 'scipy' in sys.modules)"
    assert run([sys.executable, "-c", code], check=False).returncode == 0


cheapest_yen = cheapest.yen
