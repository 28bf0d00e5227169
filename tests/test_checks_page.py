"""docs/checks.md is true: every code is there, and its examples break and pass as they say."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

from pathways.checks import ABOUT_THE_WHOLE, CHECKS
from pathways.notices import Severity
from tests.small_data import (
    Documented,
    changed,
    checks_page,
    documented,
    read_texts,
    said_by,
    small_text,
    written,
)

ROOT = Path(__file__).parent.parent
WHOLE = "The data as a whole"
SEVERITIES = {"error": Severity.ERROR, "warning": Severity.WARNING, "note": Severity.INFO}


def _read(case: Documented, example: str, folder: Path):
    if case.part == WHOLE:
        return read_texts(folder, *(written(each) for each in changed(example)))
    return read_texts(folder, example, ending=case.form)


@pytest.mark.parametrize("case", documented(), ids=lambda case: case.code)
def test_the_breaking_example_gives_exactly_its_notice(case, tmp_path):
    notices = _read(case, case.breaks, tmp_path).notices
    assert [(each.code, each.severity) for each in notices] == [(case.code, SEVERITIES[case.severity])], (
        notices
    )


@pytest.mark.parametrize("case", documented(), ids=lambda case: case.code)
def test_the_passing_example_gives_no_notice(case, tmp_path):
    assert said_by(_read(case, case.passes, tmp_path)) == []


def test_the_small_dataset_gives_no_notice(tmp_path):
    assert said_by(read_texts(tmp_path, small_text())) == []


def test_every_check_is_documented_once_in_the_order_of_the_tuple():
    codes = [check.__name__.replace("_", "-") for check in CHECKS]
    assert [case.code for case in documented() if case.part == WHOLE] == codes


def test_every_check_says_in_its_docstring_what_it_finds():
    assert all(inspect.getdoc(check) for check in CHECKS)


def test_every_code_of_the_readers_is_documented():
    sources = [path.read_text("utf-8") for path in (ROOT / "graph_loader").glob("*.py")]
    pattern = r"(?:Refused|error|Notice|Fault|refuse)\(\s*\"([a-z0-9-]+)\""
    codes = {code for source in sources for code in re.findall(pattern, source)}
    in_tables = set(re.findall(r"^\| `([a-z0-9-]+)` \|", checks_page(), re.MULTILINE))
    assert codes == in_tables | {case.code for case in documented() if case.part != WHOLE}


def test_the_codes_about_the_whole_are_codes_of_checks():
    assert {check.__name__.replace("_", "-") for check in CHECKS} >= ABOUT_THE_WHOLE
