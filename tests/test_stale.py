"""What is listed to be looked at again, and on which day: each rule of the data guide."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from explorer.formats.stale import json_stale, stale_lines
from graph_loader import load_catalogue
from pathways.catalogue import Catalogue
from pathways.model import (
    CellEntry,
    Citation,
    Condition,
    ConditionKind,
    Evidence,
    Matrix,
    Row,
    Sector,
    Source,
)
from pathways.stale import Due, Reason, list_stale
from tests.build import CITED, catalogue, qualification, role, step

CHECKED = date(2026, 11, 22)


def source(published: str = "2026-06", **fields: Any) -> Source:
    return Source("book", "The Book", "The Press", published, fields.pop("checked_on", CHECKED), **fields)


def dues(reason: Reason, *records: Any, of: Source | None = None) -> list[Due]:
    return [each for each in list_stale(holding(of or source(), *records)) if each.reason is reason]


def holding(of: Source, *records: Any) -> Catalogue:
    return replace(catalogue(*records), sources=(of,))


def citing(evidence: Evidence, note: str | None = None) -> Citation:
    return Citation("book", "p. 1", evidence, note)


def test_a_fresh_source_is_compared_again_after_two_years() -> None:
    assert [each.due for each in dues(Reason.SOURCE)] == [date(2028, 11, 22)]


@pytest.mark.parametrize("published", ["undated", "2010", "2024-11-21"])
def test_a_source_without_a_date_or_old_when_it_was_read_is_looked_at_every_year(published: str) -> None:
    assert [each.due for each in dues(Reason.SOURCE, of=source(published))] == [date(2027, 11, 22)]


def test_a_source_two_years_old_to_the_day_is_not_old_yet() -> None:
    assert [each.due for each in dues(Reason.SOURCE, of=source("2024-11-22"))] == [date(2028, 11, 22)]


@pytest.mark.parametrize("evidence", [Evidence.STATUTORY, Evidence.PROVIDER])
def test_law_and_what_providers_offer_are_looked_at_every_year(evidence: Evidence) -> None:
    held = replace(qualification("a"), citation=citing(evidence))
    assert [each.due for each in dues(Reason.SOURCE, held)] == [date(2027, 11, 22)]


def test_a_leap_day_has_a_year_after() -> None:
    (found,) = dues(Reason.SOURCE, of=source("undated", checked_on=date(2024, 2, 29)))
    assert found.due == date(2025, 2, 28)


FUNDED = Condition(ConditionKind.FUNDING, "Money.", closes=date(2026, 7, 31))


def test_a_last_day_after_its_source_was_published_is_due_on_the_day_after() -> None:
    (found,) = dues(Reason.DATE, qualification("a", funding=(FUNDED,)))
    assert found.due == date(2026, 8, 1)
    assert "funding" in found.message


def test_a_last_day_that_had_passed_when_its_source_was_published_is_settled() -> None:
    assert dues(Reason.DATE, qualification("a", funding=(FUNDED,)), of=source("2026-08")) == []


def test_what_had_been_over_for_two_years_when_somebody_last_looked_is_settled() -> None:
    ended = qualification("a", last_start=date(2013, 8, 31))
    assert dues(Reason.DATE, ended, of=source("2013-01")) == []
    assert len(dues(Reason.DATE, ended, of=source("2013-01", checked_on=date(2014, 1, 1)))) == 1


def test_of_an_undated_source_the_day_it_was_read_counts() -> None:
    later = qualification("a", last_start=date(2027, 8, 31), last_certification=date(2028, 8, 31))
    assert [each.due for each in dues(Reason.DATE, later, of=source("undated"))] == [
        date(2027, 9, 1),
        date(2028, 9, 1),
    ]
    assert dues(Reason.DATE, qualification("a", last_start=date(2026, 11, 21)), of=source("undated")) == []


def test_steps_and_matrix_entries_with_a_last_day_are_listed_at_their_place() -> None:
    entry = CellEntry("row 1", none_needed="Nothing.", closes=date(2027, 1, 1))
    care = Sector("care", "Care", "Caring.", matrix=Matrix(CITED, (Row("L2", "L3", attainment=(entry,)),)))
    found = dues(Reason.DATE, care, qualification("a"), role("b"), step("a", "b", closes=date(2027, 2, 1)))
    assert [(each.due, each.subjects[0].kind, each.subjects[0].field) for each in found] == [
        (date(2027, 1, 2), "sector", ("matrix", "rows", 0, "attainment", 0, "closes")),
        (date(2027, 2, 2), "step", ("closes",)),
    ]


def test_salaries_of_one_year_are_one_look_two_years_after_that_year() -> None:
    paid = [role(name, salary="£20,000 (2020)") for name in ("a", "b")]
    (found,) = dues(Reason.SALARY, *paid)
    assert found.due == date(2022, 12, 31)
    assert [subject.id for subject in found.subjects] == ["a", "b"]


def test_a_salary_that_names_no_year_is_due_since_it_was_read() -> None:
    assert [each.due for each in dues(Reason.SALARY, role("a", salary="£20,000"))] == [CHECKED]


def test_a_proposal_is_due_when_its_consultation_has_ended() -> None:
    note = "Reports proposals then under consultation until 14 September 2023."
    (found,) = dues(Reason.PROPOSAL, of=source(note=note))
    assert found.due == date(2023, 9, 15)


def test_a_proposal_without_a_day_is_due_after_half_a_year() -> None:
    held = replace(qualification("a"), citation=citing(Evidence.PUBLISHED, "A change has been proposed."))
    assert [each.due for each in dues(Reason.PROPOSAL, held)] == [date(2027, 5, 22)]


def test_a_standard_in_development_is_due_after_half_a_year() -> None:
    note = "On 2 July 2026 the register called it in development."
    held = replace(qualification("a"), citation=citing(Evidence.PUBLISHED, note))
    assert [each.due for each in dues(Reason.DEVELOPMENT, held)] == [date(2027, 5, 22)]


def test_the_most_overdue_comes_first_and_what_lies_beyond_a_year_is_counted() -> None:
    found = list_stale(
        holding(source(), role("a", salary="£1 (2020)"), qualification("b", funding=(FUNDED,)))
    )
    lines = list(stale_lines(found, CHECKED))
    assert [line.split(" [")[0] for line in lines[:-1]] == ["2022-12-31 overdue", "2026-08-01 overdue"]
    assert lines[-1].endswith("2 things to look at again now, 0 more by 2027-11-23, 1 later.")


def test_a_thing_is_overdue_on_its_day() -> None:
    found = list_stale(holding(source()))
    assert json_stale(found, date(2028, 11, 21))["counts"] == {"overdue": 0, "to_come": 1, "later": 0}
    assert json_stale(found, date(2028, 11, 22))["counts"] == {"overdue": 1, "to_come": 0, "later": 0}


def test_the_last_day_of_all_is_a_day_like_others() -> None:
    assert json_stale(list_stale(holding(source())), date.max)["counts"]["later"] == 0


def test_every_source_of_the_shipped_data_has_one_day_to_be_looked_at_again() -> None:
    shipped = load_catalogue()
    looked = [each.source for each in list_stale(shipped) if each.reason is Reason.SOURCE]
    assert sorted(looked) == [each.id for each in shipped.sources]
