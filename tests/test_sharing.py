"""The link to share: what the address says and nothing else."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qs

from explorer.address import Address, read_address, to_params
from explorer.find_a_route.sharing import NOTE, share_data
from pathways.places import Place
from pathways.results import Prefer
from tests.build import catalogue, qualification

KNOWN = catalogue(qualification("nurse", "L3"), qualification("carer", "L2"))


def test_the_link_reads_back_as_the_address():
    address = Address(
        (Place(sector="care", level="L3"), Place(position="carer")), (Place(level="L4"),),
        Prefer.QUICKEST, date(2026, 1, 2), "carer.nurse", "carer.x",
    )  # fmt: skip

    query = share_data(address)["query"]

    assert query.startswith("start=care:L3,carer&goal=L4&")
    params = {name: values[0] for name, values in parse_qs(query).items()}
    assert params == to_params(address)
    assert read_address(params, KNOWN) == address


def test_the_link_cannot_be_broken_out_of():
    query = share_data(Address(goal=(Place(level="L4"),), route="a&b=c#d \"'<"))["query"]

    assert parse_qs(query)["route"] == ["a&b=c#d \"'<"]
    assert not set("#\"'< ") & set(query)


def test_it_says_what_the_link_does_not_hold():
    assert "It does not hold your question in your own words, or anything you ticked." in NOTE
