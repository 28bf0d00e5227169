"""Every search ends, says whether it is complete, and asks nothing impossible of the machine."""

from __future__ import annotations

import random
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from pathways import search as searching
from pathways.places import Place
from pathways.queries import RouteQuery
from pathways.results import NoRouteBecause, RouteResult
from pathways.route_index import RouteIndex
from pathways.routes import STOPPED, find_routes
from tests.build import catalogue, qualification, requirement, step


def ask(data: list[Any], start: str, goal: str, k: int = 10) -> RouteResult:
    query = RouteQuery((Place(start),), (Place(goal),), date(2026, 11, 22), k=k)
    return find_routes(RouteIndex.build(catalogue(*data)), query)


def complete(names: list[str]) -> list[Any]:
    return [step(a, b) for a in names for b in names if a != b]


def layered(layers: int, width: int, asks: int) -> list[Any]:
    """Return a graph of full layers between `s` and `t` whose steps ask for random requirements."""
    chance = random.Random(7)
    pool = [f"r{number}" for number in range(40)]
    stages = [["s"], *([f"l{a}x{b}" for b in range(width)] for a in range(layers)), ["t"]]
    names = [name for stage in stages for name in stage]
    steps = [
        step(a, b, attainment=tuple(chance.sample(pool, asks)))
        for here, there in pairwise(stages)
        for a in here
        for b in there
    ]
    return [*map(qualification, names), *steps, *map(requirement, pool)]


def test_an_unreachable_goal_in_a_complete_graph_is_refused_without_searching() -> None:
    names = [f"n{number}" for number in range(50)]
    result = ask([*map(qualification, names), qualification("goal"), *complete(names)], "n0", "goal")
    assert result.no_route is not None
    assert result.no_route.because is NoRouteBecause.NO_PATH
    assert result.search.complete


def test_a_clique_behind_one_bridge_is_not_wandered_through() -> None:
    """Fewer routes than asked for, and a crowd of dead ends: each costs one look and no more."""
    clique = [f"k{number}" for number in range(14)]
    data = [*map(qualification, ("s", "bridge", "t", *clique)), *complete(clique)]
    data += [step("s", "bridge"), step("bridge", "t"), step("bridge", "k0"), step("k3", "bridge")]
    result = ask(data, "s", "t")
    assert [route.positions for route in result.routes] == [("s", "bridge", "t")]
    assert result.search.complete


def test_two_million_paths_of_equal_figures_end_with_the_first_by_id() -> None:
    result = ask(layered(8, 6, 0), "s", "t", k=3)
    ends = [route.positions[-2] for route in result.routes]
    assert ends == ["l7x0", "l7x1", "l7x2"]
    assert result.search.complete
    assert result.search.more


def test_a_search_that_has_to_stop_says_so_and_still_shows_good_routes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        searching.Search.__init__,
        "__kwdefaults__",
        {
            **searching.Search.__init__.__kwdefaults__,
            "max_labels": 50,
        },
    )
    result = ask(layered(6, 5, 3), "s", "t", k=3)
    assert (result.search.complete, result.search.stopped_because) == (False, STOPPED)
    assert len(result.routes) == 3
    assert all(route.positions[-1] == "t" for route in result.routes)


def test_a_chain_longer_than_the_limit_and_a_star_of_many_are_no_trouble() -> None:
    chain = [f"c{number}" for number in range(2000)]
    data = [*map(qualification, chain), *(step(a, b) for a, b in pairwise(chain))]
    result = ask(data, "c0", "c1999")
    assert result.no_route is not None
    assert result.no_route.steps_needed == 1999
    leaves = [f"leaf{number}" for number in range(2000)]
    star = [qualification("hub"), *map(qualification, leaves), *(step("hub", leaf) for leaf in leaves)]
    assert len(ask(star, "hub", "leaf7").routes) == 1
