"""Addresses: stable slugs for what is asked; what is not known is left out, and nothing personal gets in."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.address import MOST_MONTHS, MOST_PLACES, Address, read_address, to_params
from pathways.limits import Limits, Study
from pathways.places import Place
from pathways.results import Prefer
from tests.build import catalogue, qualification

KNOWN = catalogue(qualification("nurse", "L3"), qualification("carer", "L2"))
PLACES = (Place(position="nurse"), Place(sector="care", level="L3"), Place(sector="care"), Place(level="L4"))

places = st.lists(st.sampled_from(PLACES), unique=True).map(tuple)
slugs = st.none() | st.from_regex(r"[a-z0-9][a-z0-9.-]{0,40}", fullmatch=True)
addresses = st.builds(
    Address,
    start=places,
    goal=places,
    prefer=st.none() | st.sampled_from(Prefer),
    as_of=st.none() | st.dates(),
    limits=st.builds(
        Limits,
        avoid=places,
        avoid_types=st.sampled_from([(), ("qualification",)]),
        within_months=st.none() | st.integers(1, MOST_MONTHS),
        study=st.none() | st.sampled_from(Study),
    ),
    route=slugs,
    beside=slugs,
)


@given(addresses)
def test_an_address_reads_back_as_it_was_written(address):
    assert read_address(to_params(address), KNOWN) == address


def test_slugs_are_ids_levels_and_sectors_with_levels():
    address = Address((Place(sector="care", level="L3"),), (Place(position="nurse"), Place(level="L4")))

    assert to_params(address) == {"start": "care:L3", "goal": "nurse,L4"}


def test_unknown_parts_are_left_out_and_named():
    params = {"start": "care:L3,nobody", "goal": "<img>", "prefer": "best", "as_of": "soon", "more": "1"}

    read = read_address(params, KNOWN)

    assert read == Address(
        start=(Place(sector="care", level="L3"),), ignored=("start", "goal", "prefer", "as_of")
    )


def test_unknown_limits_are_left_out_and_named():
    params = {"avoid": "carer,nobody", "avoid_type": "degree", "within": "0", "study": "asleep"}

    read = read_address(params, KNOWN)

    assert read == Address(
        limits=Limits(avoid=(Place(position="carer"),)),
        ignored=("avoid", "avoid_type", "within", "study"),
    )


@pytest.mark.parametrize("months", ["-1", "1.5", "one", "\u0663", "", "99999", "1" * 5000])
def test_months_are_a_whole_number_that_makes_sense(months):
    assert read_address({"within": months}, KNOWN) == Address(ignored=("within",))


def test_an_empty_address_asks_nothing():
    assert not read_address({}, KNOWN).asks
    assert not read_address({"start": " , ", "prefer": "quickest"}, KNOWN).asks
    assert read_address({"goal": "nurse"}, KNOWN).asks


def test_a_flood_of_places_is_cut():
    read = read_address({"start": "nurse," * 100_000 + "care", "route": "x" * 9999}, KNOWN)

    assert len(read.start) <= MOST_PLACES
    assert len(read.route) == 1000


def test_dates_are_iso_dates():
    assert read_address({"as_of": "2020-01-31"}, KNOWN).as_of == date(2020, 1, 31)


def test_the_question_of_an_address_forgets_which_routes_are_looked_at():
    address = Address(PLACES[:1], route="a.b", beside="a.c", prefer=Prefer.QUICKEST)

    assert to_params(address) == {"start": "nurse", "prefer": "quickest", "route": "a.b", "beside": "a.c"}
    assert to_params(address.question) == {"start": "nurse", "prefer": "quickest"}
