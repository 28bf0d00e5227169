"""The page on what the data cover: its figures, its day, and that nothing is listed without a reason."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from explorer.formats.coverage import REASONS, coverage, facts_without_source
from pathways.catalogue import Catalogue
from pathways.checks import CHECKS
from pathways.model import Citation, Concept, Evidence, Kind, Source
from pathways.notices import Notice, Severity
from tests.build import catalogue, qualification, requirement, role, step

DAY = date(2026, 11, 22)
BOOK = Source("book", "The | Book", "The Press", "2020", DAY)
LEAFLET = Source("leaflet", "A Leaflet", "The Press", "undated", date(2026, 1, 1))


def small(*records: object) -> Catalogue:
    held = catalogue(
        qualification("diploma", "L3"),
        role("worker", "L3"),
        step("diploma", "worker"),
        requirement("can-lead", scope="care"),
        requirement("knows-the-job", Kind.AWARENESS),
        Concept("can-lead", "Leading", "Leading people."),
        *records,
    )
    return replace(held, sources=(BOOK, LEAFLET))


def table(page: str, heading: str) -> list[list[str]]:
    """The rows of the first table under a heading, the head first."""
    part = page.split(f"## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in part.splitlines() if line.startswith("|")]
    rows = [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]
    return [rows[0], *rows[2:]]


def test_the_page_is_of_the_day_of_the_last_look_and_not_of_today() -> None:
    assert "as of 2026-11-22, the day" in coverage(small(), ())


def test_the_totals_are_those_of_the_data() -> None:
    totals = dict(table(coverage(small(), ()), "In all")[1:])
    assert totals["qualifications"] == totals["job roles"] == totals["steps"] == "1"
    assert (totals["requirements"], totals["concepts defined"], totals["sources"]) == ("2", "1", "2")
    assert (totals["facts"], totals["facts without a source"]) == ("5", "0")


def test_a_fact_whose_source_is_not_there_is_counted() -> None:
    lost = replace(requirement("lost"), citation=Citation("nowhere", "p. 1", Evidence.PUBLISHED))
    assert facts_without_source(small(lost)) == 1


def test_positions_are_counted_by_sector_and_level() -> None:
    head, care = table(coverage(small(), ()), "Qualifications and job roles by level")
    figures = dict(zip(head, care, strict=True))
    assert (figures["L3"], figures["L4"], figures["in all"]) == ("2", "", "2")


def test_requirements_are_counted_where_they_count() -> None:
    _, care, everywhere = table(coverage(small(), ()), "By kind")
    assert care[:7] == ["Care", "1", "1", "1", "0", "0", "1"]
    assert everywhere[0] == "in every sector"
    assert everywhere[4:7] == ["0", "1", "0"]


def test_sources_are_old_by_their_own_date_and_undated_ones_stand_apart() -> None:
    page = coverage(small(), ())
    assert [row[0] for row in table(page, "Sources older than two years")[1:]] == ["The \\| Book"]
    assert [row[0] for row in table(page, "Sources without a date")[1:]] == ["A Leaflet"]


def test_what_the_check_says_is_listed_with_its_reason_and_without_line_numbers() -> None:
    page = coverage(small(), ())
    assert "### `unused`: 2 notes" in page
    assert REASONS["unused"] in page
    assert "- Source 'leaflet' is not used anywhere." in page


def test_what_has_no_reason_says_so() -> None:
    page = coverage(small(), (Notice("strange", Severity.WARNING, None, "It is strange."),))
    assert "### `strange`: 1 warning\n\nNo reason has been given.\n\n- It is strange." in page


def test_a_notice_of_a_check_is_listed_once() -> None:
    held = Notice(
        "unused", Severity.INFO, None, "Source 'leaflet' is not used anywhere. Use it, or remove it."
    )
    assert coverage(small(), (held,)).count("'leaflet'") == 1


def test_reasons_are_given_for_codes_that_there_are_and_for_no_error() -> None:
    codes = {check.__name__.replace("_", "-") for check in CHECKS}
    assert codes >= REASONS.keys()


def test_data_with_nothing_in_them_have_a_page_too() -> None:
    page = coverage(Catalogue("nothing"), ())
    assert page.startswith("# What the data cover\n")
    assert "Nothing." in page
