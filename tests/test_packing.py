"""A catalogue packed into plain values and unpacked is the same catalogue."""

from __future__ import annotations

import dataclasses
import marshal
from datetime import date
from typing import Any

from hypothesis import HealthCheck, given, settings

from graph_loader import load_catalogue
from graph_loader.packing import pack, unpack
from pathways.catalogue import Catalogue
from tests.build import catalogue, qualification
from tests.strategies import full_catalogues


def types_in(value: Any) -> Any:
    """Return a value with the type of each of its parts beside it: 1 is not True here."""
    if dataclasses.is_dataclass(value):
        return type(value), [types_in(getattr(value, field.name)) for field in dataclasses.fields(value)]
    if isinstance(value, tuple):
        return [types_in(each) for each in value]
    return type(value), value


def is_plain(value: Any) -> bool:
    if type(value) is tuple:
        return all(map(is_plain, value))
    return value is None or type(value) in (str, int, bool)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(full_catalogues())
def test_every_field_of_every_record_comes_back_as_it_was(original: Catalogue) -> None:
    packed = pack(original)
    again = unpack(marshal.loads(marshal.dumps(packed)))

    assert is_plain(packed)

    assert again == original
    assert types_in(again) == types_in(original)
    assert again.content_hash == dataclasses.replace(original).content_hash


def test_the_shipped_data_come_back_as_they_were() -> None:
    shipped = load_catalogue()
    assert types_in(unpack(pack(shipped))) == types_in(shipped)


def test_nothing_at_all_comes_back_as_nothing() -> None:
    assert unpack(pack(Catalogue(""))) == Catalogue("")


def test_records_that_are_alike_stay_as_many_as_they_were() -> None:
    twice = catalogue(qualification("a"), qualification("a"))
    assert len(unpack(pack(twice)).qualifications) == 2


def test_a_day_and_no_day_are_told_apart() -> None:
    opens = date(2026, 9, 1)
    original = catalogue(qualification("a", opens=opens), qualification("b"))

    assert [each.opens for each in unpack(pack(original)).qualifications] == [opens, None]
