"""Very many notices: a thousand of each code are kept, all are counted, within seconds."""

from __future__ import annotations

import time

import pytest

from tests.small_data import read_texts, small_text

MANY = 100_000


@pytest.fixture(scope="module")
def reading(tmp_path_factory):
    helps = ", ".join(f"r{number}" for number in range(MANY))
    text = small_text().replace("    from: senior-carer\n", f"    from: senior-carer\n    helps: [{helps}]\n")
    started = time.process_time()
    found = read_texts(tmp_path_factory.mktemp("many"), text)
    return found, time.process_time() - started


def test_a_thousand_are_kept_in_the_order_of_their_places(reading):
    notices = reading[0].notices[:-1]
    assert len(notices) == 1_000
    assert [each.location for each in notices] == sorted(each.location for each in notices)


def test_the_last_notice_says_how_many_there_are(reading):
    assert str(reading[0].notices[-1]) == (
        "There are 100,000 notices 'unknown-id' in all; the first 1,000 are shown."
    )


def test_a_hundred_thousand_are_found_within_seconds(reading):
    assert reading[1] < 10
