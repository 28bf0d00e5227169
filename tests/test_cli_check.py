"""`pathways check`: every notice with its place, then a summary; exit 0 unless there are errors."""

from __future__ import annotations

import json
import re
from pathlib import Path

from explorer.formats.notices import MOST_LINES, notice_lines, summary
from pathways.notices import Location, Notice, Severity
from tests.cli import STORY, run

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
