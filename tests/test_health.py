"""Sources and data health, without a screen: ages, who cites what, notices, and the files to download."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from explorer.checking import Order, check_files, chosen_notices, files_stamp
from explorer.drawings.health import check_told, notices_table, sources_table
from explorer.formats.csv_routes import to_csv
from explorer.formats.health_rows import NOTICE_COLUMNS, notice_rows, source_rows
from explorer.health import (
    Look,
    Sorting,
    cares,
    chosen_sources,
    count_evidence,
    list_facts,
    list_sources,
)
from explorer.meanings import meanings, read_meanings
from explorer.words.ages import age_in_words, published_age_in_words
from graph_loader import load_catalogue
from pathways.checks import CHECKS
from pathways.model import CellEntry, Citation, Driver, Evidence, Kind, Progression, Row, Source
from pathways.notices import Location, Notice, Severity
from pathways.published import published_between
from tests.build import BOOK, catalogue, qualification, requirement, sector, step
from tests.small_data import small, written

TODAY = date(2026, 11, 22)
AT = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)
JUDGED = Citation("book", "page 2", Evidence.EDITORIAL, "because")


def with_sources(*sources: Source):
    return replace(catalogue(qualification("a"), step("a", "a")), sources=(BOOK, *sources))


def source(name: str, published: str = "2026", checked_on: date = TODAY) -> Source:
    return Source(name, name.title(), "A publisher", published, checked_on)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 22), "today"),
        (date(2026, 11, 21), "1 day ago"),
        (date(2026, 10, 23), "30 days ago"),
        (date(2026, 10, 22), "1 month ago"),
        (date(2025, 11, 22), "a year ago"),
        (date(2024, 11, 23), "a year and 11 months ago"),
        (date(2024, 11, 22), "2 years ago"),
        (date(2010, 1, 1), "16 years ago"),
        (date(2026, 11, 23), "after today"),
    ],
)
def test_ages_are_told_as_people_say_them(day, said):
    assert age_in_words(day, TODAY) == said


@pytest.mark.parametrize(
    ("published", "said"),
    [
        ("2010", "about 16 years ago"),
        ("2026", "this year"),
        ("2027", "after today"),
        ("2026-11", "this month"),
        ("2024-03", "about 2 years ago"),
        ("2024-02-29", "2 years ago"),
        ("2018 and 2019", "age not known"),
        ("undated", "age not known"),
        ("2024-02-30", "age not known"),
        ("0000", "age not known"),
        ("²⁰²⁴", "age not known"),
    ],
)
def test_an_age_is_no_more_exact_than_the_date_of_the_source(published, said):
    assert published_age_in_words(published, TODAY) == said


def test_a_date_without_a_day_can_be_any_day_of_its_month_or_year():
    assert published_between("2024") == (date(2024, 1, 1), date(2024, 12, 31))
    assert published_between("2024-02") == (date(2024, 2, 1), date(2024, 2, 29))


@pytest.mark.parametrize(
    ("published", "old"),
    [("2023", True), ("2024", False), ("2024-10", True), ("2024-11", False), ("2024-11-21", True),
     ("2024-11-22", False), ("undated", None)],
)  # fmt: skip
def test_a_source_is_old_only_where_every_day_its_date_can_mean_is_over_two_years_back(published, old):
    found = list_sources(with_sources(source("x", published)), TODAY)[-1]

    assert found.old is old


@pytest.mark.parametrize(("checked", "unchecked"), [(date(2024, 11, 22), False), (date(2024, 11, 21), True)])
def test_a_source_is_due_where_nobody_has_checked_it_for_two_years(checked, unchecked):
    found = list_sources(with_sources(source("x", checked_on=checked)), TODAY)[-1]

    assert found.unchecked is unchecked
    assert cares(found)[1] == (("Not checked for two years",) if unchecked else ())


def test_every_fact_is_counted_with_the_source_and_the_class_it_names():
    entry, elsewhere = CellEntry("Figure 2", ("r",)), CellEntry("Figure 2", ("r",), source="other")
    row = Row("L2", "L3", attainment=(entry, elsewhere), progression=(Progression("Goes on.", "Figure 2"),))
    known = catalogue(
        replace(sector("care", row), drivers=(Driver("Pay rises.", JUDGED),)),
        qualification("a"),
        requirement("r", Kind.ATTAINMENT),
    )
    known = replace(known, sources=(BOOK, source("other")))

    book, other = list_sources(known, TODAY)

    assert dict(book.facts) == {
        "qualification": 1,
        "requirement": 1,
        "driver": 1,
        "matrix entry": 1,
        "matrix progression line": 1,
    }
    assert dict(book.evidence) == {Evidence.PUBLISHED: 4, Evidence.EDITORIAL: 1}
    assert (dict(other.facts), dict(other.evidence)) == ({"matrix entry": 1}, {})
    assert count_evidence(known)[Evidence.PUBLISHED] == 4


def test_the_sources_of_the_shipped_data_account_for_every_fact():
    known = load_catalogue()

    every = list_sources(known, TODAY)

    assert sum(each.cited for each in every) == len(list(list_facts(known))) > 1000
    assert count_evidence(known)[Evidence.EDITORIAL] > 0


def test_sources_are_sorted_and_filtered_as_asked():
    known = with_sources(
        source("zebra", "2001"),
        source("apple", "undated", date(2020, 1, 1)),
        source("mango", "2026-05"),
    )
    every = list_sources(known, TODAY)

    def ids(look: Look = Look.ALL, sorting: Sorting = Sorting.TITLE) -> list[str]:
        return [each.source.id for each in chosen_sources(every, look, sorting)]

    assert ids() == ["apple", "mango", "book", "zebra"]
    assert ids(sorting=Sorting.OLDEST) == ["zebra", "book", "mango", "apple"]
    assert ids(sorting=Sorting.CHECKED)[0] == "apple"
    assert ids(sorting=Sorting.CITED)[0] == "book"
    assert ids(Look.OLD) == ["apple", "book", "zebra"]
    assert ids(Look.UNDATED) == ["apple"]
    assert ids(Look.UNUSED) == ["apple", "mango", "zebra"]
    assert ids(Look.OWN) == []


def test_the_table_of_sources_marks_what_is_old_in_words_and_keeps_data_text():
    known = with_sources(replace(source("x", "2001", date(2020, 1, 1)), title="<img src=x>"))

    html = sources_table(list_sources(known, TODAY), TODAY)

    assert "Older than two years" in html
    assert "Not checked for two years" in html
    assert "&lt;img src=x&gt;" in html
    assert "<img" not in html


def test_every_code_of_a_check_has_its_meaning_in_the_words_of_the_page():
    codes = {each.__name__.replace("_", "-") for each in CHECKS}

    assert codes <= set(meanings())
    assert {"missing-file", "yaml-syntax", "csv-line"} <= set(meanings())
    assert read_meanings("### `odd` (note)\nTwo\nlines.\n\nMore.") == {"odd": "Two lines."}


def test_a_check_of_broken_data_tells_file_and_line_and_has_no_version(tmp_path):
    file = tmp_path / "data.yaml"
    file.write_text(written(small()) + "\nfoo: 1\n", "utf-8")

    checked = check_files([file], [], TODAY, AT)

    assert checked.content_hash is None
    (notice,) = checked.notices
    assert notice.location == Location(str(file), len(file.read_text().splitlines()), 1)
    assert f"{file}:{notice.location.line}:1" in notices_table(checked.notices, meanings())


def test_a_check_is_out_of_date_when_a_file_changes(tmp_path):
    file = tmp_path / "data.yaml"
    file.write_text(written(small()), "utf-8")
    before = files_stamp([file], [])

    file.write_text(written(small()) + "\n# more\n", "utf-8")

    assert files_stamp([file], []) != before
    assert files_stamp([], [file])[:-1] == files_stamp([], [])
    assert files_stamp([tmp_path / "none.yaml"], []) == ()


def test_files_that_changed_since_they_were_loaded_are_said_to_have_changed(tmp_path):
    file = tmp_path / "data.yaml"
    file.write_text(written(small()), "utf-8")
    checked = check_files([file], [], TODAY, AT)

    same, other = (check_told(checked, version, 56) for version in (checked.content_hash, "another"))

    assert "1 file was read and put to 56 rules on 22 November 2026 at 15:00 UTC." in same
    assert "have changed since they were loaded" not in same
    assert "have changed since they were loaded" in other


def notice(code: str, severity: Severity, line: int | None) -> Notice:
    return Notice(code, severity, Location("a.yaml", line, 1) if line else None, f"Mend {code}.")


def test_notices_are_sorted_and_filtered_as_asked():
    every = [
        notice("c", Severity.INFO, 1),
        notice("b", Severity.ERROR, 2),
        notice("a", Severity.ERROR, 3),
        notice("d", Severity.ERROR, None),
    ]

    def codes(severity: Severity | None, order: Order) -> str:
        return "".join(each.code for each in chosen_notices(every, severity, order))

    assert codes(None, Order.WORST) == "dbac"
    assert codes(None, Order.PLACE) == "dcba"
    assert codes(None, Order.CODE) == "abcd"
    assert codes(Severity.INFO, Order.WORST) == "c"


def test_downloads_hold_everything_and_no_formula():
    hostile = replace(source("x"), title="=1+1", publisher="@cmd", note="+2")
    notices = [replace(notice("a", Severity.ERROR, 3), message="=HYPERLINK(1)")] * 1001

    files = [
        to_csv(source_rows(list_sources(with_sources(hostile), TODAY), TODAY)),
        to_csv(notice_rows(notices, meanings())),
    ]

    rows = [list(csv.reader(io.StringIO(text))) for text in files]
    assert [len(each) for each in rows] == [3, 1002]
    assert rows[1][0] == list(NOTICE_COLUMNS)
    assert rows[1][1][:5] == ["error", "a", "a.yaml", "3", "1"]
    cells = [cell for each in rows for row in each for cell in row]
    assert {"'=1+1", "'@cmd", "'+2", "'=HYPERLINK(1)"} <= set(cells)
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))]
