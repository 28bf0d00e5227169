"""Each file of broken data in tests/broken gives exactly the notices written beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph_loader import read_data
from tests.small_data import TODAY, small_text

BROKEN = Path(__file__).parent / "broken"
CASES = sorted(path for path in BROKEN.glob("*/*") if path.suffix != ".expected")


def notices_of(case: Path, folder: Path) -> list[str]:
    """Read a case, beside the small dataset where its folder says so, and return each notice as a line."""
    paths = [case]
    if case.parent.name == "beside":
        base = folder / "base.yaml"
        base.write_text(small_text(), "utf-8")
        paths = [base, case]
    notices = read_data(paths, today=TODAY).notices
    lines = [f"{each.severity} {each.code} {each}" for each in notices]
    return [line.replace(f"{case.parent}/", "").replace(f"{folder}/", "") for line in lines]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.name}")
def test_broken_data_give_exactly_the_notices_expected(case, tmp_path):
    expected = case.with_name(f"{case.name}.expected").read_text("utf-8").splitlines()
    assert notices_of(case, tmp_path) == expected


def test_a_folder_with_twenty_different_defects_gives_twenty_notices(tmp_path):
    notices = notices_of(BROKEN / "alone" / "twenty-defects", tmp_path)
    assert len(notices) == 20
