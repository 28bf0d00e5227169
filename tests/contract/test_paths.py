"""find_paths: the k paths with the fewest steps, in one order, always in the end."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_loader import shortest_paths
from pathways.errors import InvalidQuery
from tests.build import catalogue, qualification, step


def graph(*pairs, alone=()):
    """Build positions and the steps between them from pairs such as "ab"."""
    names = {end for pair in pairs for end in pair} | set(alone)
    return catalogue(
        *(qualification(name) for name in names), *(step(start, end, id=start + end) for start, end in pairs)
    )


@pytest.fixture
def paths(store):
    """Asks for paths in a graph."""

    def ask(catalogue, starts, goals, k=10, max_steps=12):
        store.replace(catalogue)
        return store.find_paths(starts, goals, k, max_steps)

    return ask


def test_fewest_steps_come_first_then_step_ids(paths):
    given_ = graph("az", "ab", "bz", "ac", "cz")
    assert paths(given_, ["a"], ["z"]) == (("az",), ("ab", "bz"), ("ac", "cz"))


def test_only_k_paths_are_given(paths):
    given_ = graph("az", "ab", "bz", "ac", "cz")
    assert paths(given_, ["a"], ["z"], k=2) == (("az",), ("ab", "bz"))


def test_no_path_is_longer_than_the_limit(paths):
    assert paths(graph("ab", "bc", "az", "cz"), ["a"], ["z"], max_steps=2) == (("az",),)


def test_no_path_meets_a_position_twice(paths):
    assert paths(graph("ab", "ba", "bc", "cb", "cz"), ["a"], ["z"]) == (("ab", "bc", "cz"),)


def test_a_path_stops_at_the_first_goal_it_meets(paths):
    assert paths(graph("ay", "yz"), ["a"], ["y", "z"]) == (("ay",),)


def test_a_start_that_is_a_goal_begins_no_path(paths):
    assert paths(graph("az", "bz"), ["a", "b"], ["a", "z"]) == (("bz",),)


def test_a_path_may_pass_another_start(paths):
    assert paths(graph("ab", "bz"), ["a", "b"], ["z"]) == (("bz",), ("ab", "bz"))


def test_two_steps_between_the_same_positions_make_two_paths(paths):
    given_ = catalogue(
        qualification("a"), qualification("z"), step("a", "z", id="two"), step("a", "z", id="one")
    )
    assert paths(given_, ["a"], ["z"]) == (("one",), ("two",))


def test_there_may_be_no_path(paths):
    assert paths(graph("ab", "zb"), ["a"], ["z"]) == ()


def test_no_start_or_no_goal_means_no_path(paths):
    assert paths(graph("ab"), [], ["b"]) == ()
    assert paths(graph("ab"), ["a"], []) == ()


@pytest.mark.parametrize(
    ("k", "max_steps", "message"),
    [
        (0, 1, "k is 0; it must be at least 1."),
        (1, 0, "max_steps is 0; it must be at least 1."),
        (1, -3, "max_steps is -3;"),
    ],
)
def test_limits_below_one_are_refused(paths, k, max_steps, message):
    with pytest.raises(InvalidQuery, match=message):
        paths(graph("ab"), ["a"], ["b"], k, max_steps)


def test_a_complete_graph_with_an_unreachable_goal_ends(paths):
    names = "abcdefghijklmnopqrst"
    given_ = graph(*(one + other for one in names for other in names if one != other), alone="z")
    assert paths(given_, ["a"], ["z"]) == ()


def test_a_layered_graph_with_two_million_paths_ends(paths):
    """8 ** 7 paths of eight steps, of which ten are wanted."""
    layers = [[f"{depth}{place}" for place in "abcdefgh"] for depth in range(7)]
    names = ["start", *(name for layer in layers for name in layer), "goal"]
    edges = zip([["start"], *layers], [*layers, ["goal"]], strict=True)
    pairs = [(one, other) for left, right in edges for one in left for other in right]
    given_ = catalogue(*(qualification(name) for name in names), *(step(one, other) for one, other in pairs))
    found = paths(given_, ["start"], ["goal"])
    assert len(found) == 10
    assert list(found) == sorted(found)
    assert all(len(path) == 8 for path in found)


def test_a_clique_behind_a_bridge_ends_with_fewer_paths_than_k(paths):
    """One can wander fourteen positions in any order, but only the bridge, already met, leads back."""
    clique = "cdefghijklmnop"
    pairs = [one + other for one in clique for other in clique if one != other]
    given_ = graph("ab", "bz", "bc", "cb", *pairs)
    assert paths(given_, ["a"], ["z"], k=50) == (("ab", "bz"),)


@st.composite
def small_graphs(draw):
    names = "abcdef"[: draw(st.integers(2, 6))]
    ends = st.tuples(st.sampled_from(names), st.sampled_from(names)).filter(lambda pair: pair[0] != pair[1])
    pairs = draw(st.lists(ends, max_size=14))
    order = draw(st.permutations(range(len(pairs))))
    steps = [step(one, other, id=f"s{n:02}") for n, (one, other) in zip(order, pairs, strict=True)]
    some = st.lists(st.sampled_from(names), max_size=3, unique=True)
    return catalogue(*(qualification(name) for name in names), *steps), draw(some), draw(some)


def every_path(given_, starts, goals, max_steps):
    """Walk everywhere, and keep what arrives."""

    def walk(here, visited, taken):
        if here in goals:
            found.append(taken)
        elif len(taken) < max_steps:
            for each in given_.steps:
                if each.from_id == here and each.to_id not in visited:
                    walk(each.to_id, visited | {each.to_id}, (*taken, each.id))

    found = []
    for start in set(starts) - set(goals):
        walk(start, {start}, ())
    return sorted(found, key=lambda path: (len(path), path))


def test_paths_longer_than_are_walked_to_from_both_ends_are_found(paths):
    names = [f"n{number:02}" for number in range(60)]
    pairs = pairwise(names)
    given_ = catalogue(*(qualification(name) for name in names), *(step(one, two) for one, two in pairs))
    (path,) = paths(given_, [names[0]], [names[-1]], max_steps=100)
    assert len(path) == 59


@settings(max_examples=150, deadline=None)
@given(asked=small_graphs(), k=st.integers(1, 60), max_steps=st.integers(1, 7), looks=st.integers(0, 20))
def test_where_there_are_many_dead_ends_paths_are_the_same(asked, k, max_steps, looks):
    given_, starts, goals = asked
    with pytest.MonkeyPatch.context() as few:
        few.setattr(shortest_paths, "MOST_LOOKS", looks)
        found = shortest_paths.shortest_paths(given_, starts, goals, k, max_steps)
    assert list(found) == every_path(given_, starts, goals, max_steps)[:k]


def test_paths_are_those_that_walking_everywhere_finds(new_store, times):
    @settings(max_examples=times(150), deadline=None)
    @given(asked=small_graphs(), k=st.integers(1, 60), max_steps=st.integers(1, 7))
    def check(asked, k, max_steps):
        given_, starts, goals = asked
        with new_store() as store:
            store.replace(given_)
            found = store.find_paths(starts, goals, k, max_steps)
        assert list(found) == every_path(given_, starts, goals, max_steps)[:k]

    check()
