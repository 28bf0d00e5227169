"""The example matrices that travel with the data: the report's Appendix 1, and one to start from."""

from __future__ import annotations

import csv
from datetime import date
from functools import cache

import pytest

from graph_loader import Reading, read_data, shipped_data
from pathways.model import Kind, Row
from pathways.notices import Severity

TODAY = date(2026, 11, 22)
EXAMPLES = shipped_data() / "examples"


@cache
def reading(name: str) -> Reading:
    return read_data([EXAMPLES / name], today=TODAY)


def rows(name: str) -> dict[str, Row]:
    catalogue = reading(name).catalogue
    assert catalogue is not None
    (sector,) = (each for each in catalogue.sectors if each.matrix)
    assert sector.matrix is not None
    return {row.at: row for row in sector.matrix.rows}


@pytest.mark.parametrize("name", ["generic-matrix.csv", "starting-matrix.csv"])
def test_an_example_reads_without_error(name: str) -> None:
    assert [str(each) for each in reading(name).notices if each.severity is Severity.ERROR] == []


@pytest.mark.parametrize(
    ("at", "into", "counts", "progression"), [("L3", "L4", [4, 6, 2], 2), ("L2", "L3", [3, 4, 3], 1)]
)
def test_the_generic_example_counts_as_appendix_1_does(
    at: str, into: str, counts: list[int], progression: int
) -> None:
    row = rows("generic-matrix.csv")[at]
    assert row.into == into
    assert [len(row.cell(kind)) for kind in Kind] == counts
    assert len(row.progression) == progression
    for kind in Kind:
        assert [each.locator for each in row.cell(kind)] == [
            f"Appendix 1, {at}, {kind} {number}" for number in range(1, len(row.cell(kind)) + 1)
        ]


def test_the_generic_example_leaves_the_lower_rows_blank() -> None:
    assert set(rows("generic-matrix.csv")) == {"L3", "L2"}


def test_one_entry_of_the_generic_example_is_two_years_on_the_job() -> None:
    with (EXAMPLES / "generic-matrix.csv").open(encoding="utf-8", newline="") as file:
        lines = [line for line in csv.DictReader(file) if "two years" in line["statement"]]
    assert [line["locator"] for line in lines] == ["Appendix 1, L2, attainment 2"]


def test_the_starting_example_uses_the_five_columns_that_are_enough() -> None:
    with (EXAMPLES / "starting-matrix.csv").open(encoding="utf-8", newline="") as file:
        assert next(csv.reader(file)) == ["sector", "at", "into", "kind", "statement"]
    assert {kind for kind in Kind if rows("starting-matrix.csv")["L2"].cell(kind)} == set(Kind)


def test_the_readme_names_every_example() -> None:
    text = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in EXAMPLES.glob("*.csv") if f"`{path.name}`" not in text] == []
