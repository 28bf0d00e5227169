"""`pathways check`: every notice with its place, then a summary; exit 0 unless there are errors."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from explorer.formats.notices import MOST_LINES, notice_lines, summary
from pathways.notices import Location, Notice, Severity
from tests.cli import STORY, fix_today, run
from tests.open_data import write_open_data

BROKEN = """\
schema: 1
levels:
  - id: L3
    title: Level 3
    rank: three
  - id: L4
    tittle: Level 4
    rank: 4
"""


def test_the_shipped_data_have_no_error() -> None:
    result = run("check")
    assert result.exit_code == 0
    assert "error" not in result.stdout.splitlines()[-1]


def test_each_notice_has_file_line_and_column(tmp_path: Path) -> None:
    (tmp_path / "levels.yaml").write_text(BROKEN, "utf-8")
    result = run("check", tmp_path)
    assert result.exit_code == 1
    *notices, last = result.stdout.splitlines()
    assert any(re.search(r"levels\.yaml:5:11: .*three", line) for line in notices)
    assert any(re.search(r"levels\.yaml:7:5: .*tittle.*Did you mean 'title'", line) for line in notices)
    assert last.endswith("Nothing can be loaded until the errors are mended.")


def test_warnings_alone_are_no_failure() -> None:
    result = run("check", STORY)
    assert result.exit_code == 0
    assert " [warning]\n" in result.stdout
    assert result.stdout.endswith("It can be used.\n")


def test_json_counts_by_severity(tmp_path: Path) -> None:
    (tmp_path / "levels.yaml").write_text(BROKEN, "utf-8")
    result = run("check", tmp_path, "--format", "json")
    assert result.exit_code == 1
    found = json.loads(result.stdout)
    assert found["counts"]["error"] == sum(each["severity"] == "error" for each in found["notices"])
    assert found["notices"][0]["line"] == 5


def test_a_path_that_is_missing_is_a_notice(tmp_path: Path) -> None:
    result = run("check", tmp_path / "nowhere")
    assert result.exit_code == 1
    assert "nowhere" in result.stdout


def test_a_sector_of_one_s_own_is_checked_beside_the_shipped_data(tmp_path: Path) -> None:
    file = tmp_path / "floristry.csv"
    file.write_text(
        "sector,at,into,kind,statement\nFloristry,L2,L3,awareness,You know the seasons.\n", "utf-8"
    )
    assert run("check", "--with", file).exit_code == 0


def notices(count: int, severity: Severity = Severity.WARNING) -> list[Notice]:
    return [Notice("x", severity, Location("f.yaml", line, 1), "So it is.") for line in range(1, count + 1)]


def test_a_flood_of_notices_is_cut_and_counted() -> None:
    lines = list(notice_lines(notices(MOST_LINES + 7)))
    assert len(lines) == MOST_LINES + 1
    assert lines[-1] == "... and 7 more."


def test_the_summary_counts_each_severity() -> None:
    found = [*notices(2, Severity.ERROR), *notices(1), *notices(3, Severity.INFO)]
    assert summary(found) == (
        "2 errors, 1 warning and 3 notes. Nothing can be loaded until the errors are mended."
    )
    assert summary([]) == "Nothing to mend: no errors and no warnings."


def test_what_is_stale_is_listed_with_its_day_and_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    fix_today(monkeypatch, date(2126, 1, 1))
    result = run("check", "--stale", STORY)
    assert result.exit_code == 0
    assert re.match(r"\d{4}-\d\d-\d\d overdue \[\w+\] ", result.stdout)
    assert result.stdout.splitlines()[-1].startswith("As of 2126-01-01: ")


def test_things_are_due_by_the_day_that_is_given() -> None:
    early, late = (
        json.loads(run("check", "--stale", STORY, "--as-of", day, "--format", "json").stdout)
        for day in ("2000-01-01", "2999-01-01")
    )
    assert early["counts"]["overdue"] == 0
    assert late["counts"]["overdue"] == sum(early["counts"].values()) > 0


def test_a_day_that_is_none_is_said_to_be_none() -> None:
    result = run("check", "--stale", "--as-of", "soon")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "'soon' is not a date" in result.stderr


def test_a_day_is_asked_for_only_where_it_matters() -> None:
    assert "--as-of goes with --stale" in run("check", "--as-of", "2026-01-01").stderr
    assert run("check", "--as-of", "2026-01-01").exit_code == 2


STANDARD = """\
schema: 1
sources: [{id: book, title: The Book, publisher: The Press, date: "2020", checked_on: 2026-01-01}]
sector: {id: care, title: Care, summary: Caring.}
qualifications:
  - id: apprenticeship
    title: Care worker (level 2 apprenticeship)
    level: L2
    reference: ST0001
    months: MONTHS
    source: book
    locator: ST0001
    evidence: published
    note: NOTE
"""


@pytest.fixture
def audited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATHWAYS_OPEN_DATA", str(write_open_data(tmp_path / "registers")))

    def audit(months: str, note: str = "So it is.", *options: str):
        file = tmp_path / "care.yaml"
        file.write_text(STANDARD.replace("MONTHS", months).replace("NOTE", note), "utf-8")
        return run("check", "--audit", file, *options)

    return audit


def test_an_audit_that_finds_all_equal_says_the_figures(audited) -> None:
    result = audited("12")
    assert result.exit_code == 0
    assert result.stdout == (
        "4 facts of 1 qualification compared: 4 equal, 0 explained by a note, 0 unexplained.\n"
    )


def test_a_difference_that_is_explained_is_shown_and_passes(audited) -> None:
    result = audited("18", "Eighteen months is what one college takes.")
    assert result.exit_code == 0
    assert "apprenticeship: months is 18; standards/standards_sector_subset_2026-07-02.csv:2" in result.stdout
    assert "[explained] Note: Eighteen months" in result.stdout


def test_a_difference_that_nothing_explains_fails_in_text_and_json(audited) -> None:
    result = audited("18")
    assert (result.exit_code, "[unexplained]" in result.stdout) == (1, True)
    result = audited("18", "So it is.", "--format", "json")
    assert result.exit_code == 1
    held = json.loads(result.stdout)
    assert held["counts"] == {"positions": 1, "compared": 4, "equal": 3, "explained": 0, "unexplained": 1}
    assert (held["differences"][0]["file"], held["differences"][0]["line"]) == (
        "standards/standards_sector_subset_2026-07-02.csv",
        2,
    )


def test_an_audit_without_a_folder_says_which_variable_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PATHWAYS_OPEN_DATA", raising=False)
    result = run("check", "--audit")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "PATHWAYS_OPEN_DATA" in result.stderr


def test_a_broken_register_fails_with_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_open_data(tmp_path, tl_pathways="LarId,TlevelTitle\n1\n")
    monkeypatch.setenv("PATHWAYS_OPEN_DATA", str(folder))
    result = run("check", "--audit")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("t_levels/tl_pathways.csv:2:1: ")


@pytest.mark.parametrize("option", ["--stale", "--audit", "--coverage"])
def test_data_with_an_error_are_not_looked_into(
    option: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "levels.yaml").write_text(BROKEN, "utf-8")
    monkeypatch.setenv("PATHWAYS_OPEN_DATA", str(write_open_data(tmp_path / "registers")))
    result = run("check", option, tmp_path / "levels.yaml")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "levels.yaml:5:11" in result.stderr


def test_coverage_is_markdown_and_nothing_else() -> None:
    assert run("check", "--coverage", STORY).stdout.startswith("# What the data cover\n")
    assert run("check", "--coverage", STORY, "--format", "json").exit_code == 2
