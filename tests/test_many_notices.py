"""Very many notices: a thousand of each code are kept, and all are counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph_loader import Reading
from tests.small_data import read_texts, small_text


def read_with(unknown: int, folder: Path) -> Reading:
    """Read a dataset that names so many unknown ids."""
    helps = ", ".join(f"r{number}" for number in range(unknown))
    text = small_text().replace("    from: senior-carer\n", f"    from: senior-carer\n    helps: [{helps}]\n")
    return read_texts(folder, text)


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    return read_with(100_000, tmp_path_factory.mktemp("many"))


def test_a_thousand_are_kept_in_the_order_of_their_places(many):
    notices = many.notices[:-1]
    assert len(notices) == 1_000
    assert [each.location for each in notices] == sorted(each.location for each in notices)


def test_the_last_notice_says_how_many_there_are(many):
    assert str(many.notices[-1]) == (
        "There are 100,000 notices 'unknown-id' in all; the first 1,000 are shown."
    )
