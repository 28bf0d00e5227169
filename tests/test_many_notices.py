"""Very many notices: a thousand of each code are kept, all are counted, in time that grows as they do."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from graph_loader import Reading
from tests.small_data import read_texts, small_text


def read_with(unknown: int, folder: Path) -> tuple[Reading, float]:
    """Read a dataset that names so many unknown ids, and measure the time it took."""
    helps = ", ".join(f"r{number}" for number in range(unknown))
    text = small_text().replace("    from: senior-carer\n", f"    from: senior-carer\n    helps: [{helps}]\n")
    started = time.process_time()
    return read_texts(folder, text), time.process_time() - started


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    return read_with(100_000, tmp_path_factory.mktemp("many"))


def test_a_thousand_are_kept_in_the_order_of_their_places(many):
    notices = many[0].notices[:-1]
    assert len(notices) == 1_000
    assert [each.location for each in notices] == sorted(each.location for each in notices)


def test_the_last_notice_says_how_many_there_are(many):
    assert str(many[0].notices[-1]) == (
        "There are 100,000 notices 'unknown-id' in all; the first 1,000 are shown."
    )


def test_ten_times_as_many_take_about_ten_times_as_long(many, tmp_path):
    assert many[1] < 40 * read_with(10_000, tmp_path)[1]
