"""The address of the map page: stable slugs; what is not known is named and left out."""

from __future__ import annotations

import string

from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.explore.address import (
    JOBS,
    QUALIFICATIONS,
    Exploring,
    View,
    exploring_params,
    list_evidence,
    list_kinds,
    list_levels,
    read_exploring,
    sift,
)
from graph_loader import load_catalogue
from pathways.model import Evidence
from tests.build import catalogue, qualification, role

SHIPPED = load_catalogue()
SMALL = catalogue(
    qualification("course", "L2", "care", type="short-course"),
    qualification("other-course", "L3", "care", type="short course"),
    qualification("degree", "L6", "trade", type="degree"),
    role("carer", "L2", "care"),
    role("builder", "L3", "trade"),
)

chosen = st.builds(
    Exploring,
    sectors=st.lists(st.sampled_from(sorted(SHIPPED.sector_by_id)), unique=True).map(tuple),
    levels=st.sets(st.sampled_from(list(SHIPPED.level_by_id))).map(
        lambda each: tuple(sorted(each, key=SHIPPED.rank))
    ),
    kinds=st.lists(st.sampled_from(list(list_kinds(SHIPPED))), unique=True).map(tuple),
    evidence=st.lists(st.sampled_from(list(Evidence)), unique=True).map(tuple),
    view=st.sampled_from(View),
    selected=st.none() | st.sampled_from(list(SHIPPED.position_by_id)),
)


@settings(max_examples=100, deadline=None)
@given(chosen)
def test_an_address_that_is_written_reads_back_the_same(exploring):
    params = exploring_params(exploring)

    assert read_exploring(params, SHIPPED) == exploring
    assert all(
        value and set(value) <= {*string.ascii_letters, *string.digits, *"-,"} for value in params.values()
    )


@settings(max_examples=200, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(["sectors", "levels", "kinds", "evidence", "view", "selected", "more"]), st.text()
    )
)
def test_any_address_can_be_read(params):
    exploring = read_exploring(params, SHIPPED)

    assert read_exploring(exploring_params(exploring), SHIPPED).ignored == ()


def test_the_page_as_it_opens_has_an_empty_address():
    assert exploring_params(Exploring()) == {}
    assert read_exploring({}, SHIPPED) == Exploring()


def test_what_is_not_known_is_named_and_the_rest_is_kept():
    params = {
        "sectors": "care,nowhere",
        "levels": "l2,L99",
        "kinds": "jobs,potion",
        "evidence": "hearsay",
        "view": "globe",
        "selected": "nobody",
    }

    exploring = read_exploring(params, SMALL)

    assert exploring == Exploring(
        ("care",), ("L2",), (JOBS,), ignored=("sectors", "levels", "kinds", "evidence", "selected", "view")
    )


def test_an_address_without_end_is_read_in_part():
    exploring = read_exploring({"sectors": "care," * 100_000}, SMALL)

    assert exploring.sectors == ("care",)


def test_every_filter_lets_through_what_it_names():
    def passing(**params: str) -> set[str]:
        return set(sift(read_exploring(params, SMALL), SMALL))

    assert passing() == set(SMALL.position_by_id)
    assert passing(sectors="trade") == {"degree", "builder"}
    assert passing(levels="L2,L6") == {"course", "carer", "degree"}
    assert passing(kinds="jobs") == {"carer", "builder"}
    assert passing(kinds="qualifications") == {"course", "other-course", "degree"}
    assert passing(kinds="degree,jobs") == {"degree", "carer", "builder"}
    assert passing(evidence="published") == set(SMALL.position_by_id)
    assert passing(evidence="statutory") == set()
    assert passing(sectors="care", levels="L3", kinds="jobs") == set()


def test_one_kind_written_in_two_ways_is_one_kind():
    assert sift(read_exploring({"kinds": "short-course"}, SMALL), SMALL) == ("course", "other-course")
    assert list_kinds(SMALL) == {
        QUALIFICATIONS: "Any qualification or course (3)",
        JOBS: "Jobs (2)",
        "short-course": "Short course (2)",
        "degree": "Degree (1)",
    }


def test_only_levels_and_evidence_that_occur_are_offered():
    assert list_levels(SMALL) == ("L2", "L3", "L6")
    assert list_evidence(SMALL) == (Evidence.PUBLISHED,)
