"""`pathways matrix show`: the counts of the report, every locator, and tables that read back."""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path

import pytest

from graph_loader import load_catalogue
from pathways.matrix import COLUMNS, count_entries, list_lines
from tests.cli import STORY, json_of, on_story, output_of, run

# The report's Figures 2 and 3, counted by hand: aspiration, awareness, attainment, progression.
REPORT = {
    ("childcare", "L3"): (4, 8, 6, 2),
    ("childcare", "L2"): (3, 4, 4, 1),
    ("childcare", "E"): (3, 4, 6, 1),
    ("childcare", "U"): (2, 3, 1, 1),
    ("electrical", "L3"): (2, 3, 3, 4),
    ("electrical", "L2"): (3, 3, 3, 1),
    ("electrical", "E"): (2, 2, 3, 2),
    ("electrical", "U"): (2, 2, 1, 1),
}
FIGURE = {"childcare": "Figure 2", "electrical": "Figure 3"}
HEADER = "sector,at,into,kind,statement,entry,id,weight,concept,scope,source,locator"


def rows_of(sector: str) -> list[dict[str, str]]:
    result = run("matrix", "show", sector, "--format", "csv")
    assert result.exit_code == 0
    return list(csv.DictReader(io.StringIO(result.stdout)))


def rows_of_the_report(sector: str) -> list[dict[str, str]]:
    return [row for row in rows_of(sector) if row["source"] == "lpm-report"]


@pytest.mark.parametrize("sector", ["childcare", "electrical"])
def test_the_counts_are_those_of_the_report(sector: str) -> None:
    counts = Counter((row["at"], row["kind"]) for row in rows_of_the_report(sector))
    assert counts == {
        (at, column): number
        for (name, at), numbers in REPORT.items()
        for column, number in zip(COLUMNS, numbers, strict=True)
        if name == sector
    }


@pytest.mark.parametrize("sector", ["childcare", "electrical"])
def test_each_entry_has_its_own_locator_in_the_report(sector: str) -> None:
    cells: dict[tuple[str, str], list[str]] = {}
    for row in rows_of_the_report(sector):
        cells.setdefault((row["at"], row["kind"]), []).append(row["locator"])
    for (at, kind), found in cells.items():
        assert found == [f"{FIGURE[sector]}, {at}, {kind} {number + 1}" for number in range(len(found))]


@pytest.mark.parametrize("sector", ["childcare", "electrical"])
def test_a_row_is_wholly_the_report_s_or_wholly_ours_and_ours_names_no_figure(sector: str) -> None:
    ours = [row for row in rows_of(sector) if row["source"] != "lpm-report"]
    assert {row["at"] for row in ours}.isdisjoint(at for name, at in REPORT if name == sector)
    assert [row["locator"] for row in ours if "figure" in row["locator"].lower()] == []


def test_the_header_is_the_contract() -> None:
    assert output_of("matrix", "show", "care", "--format", "csv").splitlines()[0] == HEADER


def test_each_entry_is_one_row_with_what_it_is() -> None:
    rows = list(csv.DictReader(io.StringIO(output_of("matrix", "show", "care", "--format", "csv"))))
    held = {row["locator"]: row for row in rows}
    assert held["Figure 2, E, attainment 1"]["entry"] == "none_needed"
    assert held["Figure 2, E, attainment 1"]["id"] == "first-aid"
    assert held["Figure 2, L2, attainment 1"]["weight"] == "helps"
    assert held["Figure 2, L2, attainment 2"]["id"] == "employer-support"
    assert held["Figure 2, L3, attainment 1"]["id"] == "holds-diploma | position:old-diploma"
    assert held["Figure 2, L3, awareness 1"]["concept"] == "careers paying-for-study"
    assert held["Figure 2, L3, progression 2"]["kind"] == "progression"


@pytest.mark.parametrize("sector", [each.id for each in load_catalogue().sectors if each.matrix])
def test_a_table_reads_back_as_the_same_table(sector: str, tmp_path: Path) -> None:
    file = tmp_path / "table.csv"
    file.write_text(run("matrix", "show", sector, "--format", "csv").stdout, "utf-8")
    again = run("matrix", "show", sector, "--format", "csv", "--data", file)
    assert again.exit_code == 0, again.stderr
    # A table has no room for a holding, so read alone it makes a concept of what was one.
    assert without("concept", again.stdout) == without("concept", file.read_text("utf-8"))


def without(column: str, table: str) -> list[dict[str, str]]:
    rows = csv.DictReader(io.StringIO(table))
    return [{name: value for name, value in row.items() if name != column} for row in rows]


def test_yaml_is_the_matrix_block_of_a_data_file(tmp_path: Path) -> None:
    written = output_of("matrix", "show", "care", "--format", "yaml")
    copy = tmp_path / "copy"
    for file in STORY.rglob("*.yaml"):
        (copy / file.relative_to(STORY)).parent.mkdir(parents=True, exist_ok=True)
        (copy / file.relative_to(STORY)).write_bytes(file.read_bytes())
    sector = copy / "sectors" / "care.yaml"
    text = sector.read_text("utf-8")
    sector.write_text(text[: text.index("matrix:")] + written, "utf-8")
    before, after = load_catalogue([STORY]), load_catalogue([copy])
    assert after.sector_by_id["care"].matrix == before.sector_by_id["care"].matrix


def test_json_counts_and_lists_the_entries_of_each_row() -> None:
    top = json_of("matrix", "show", "care")["rows"][-1]
    assert top["counts"] == {"aspiration": 1, "awareness": 1, "attainment": 3, "progression": 2}
    assert top["attainment"][0]["entry"] == "any_of"
    assert [each["id"] for each in top["activities"]["aspiration"]] == [
        "talk-to-a-manager",
        "write-down-goals",
    ]


def test_text_names_the_three_columns_in_a_learner_s_words() -> None:
    said = output_of("matrix", "show", "care")
    assert "From level 3 into level 4\n=========================\n" in said
    assert "What you need to want (aspiration):\n  - You want to manage a nursery.\n" in said
    assert "  - You can give first aid. This helps, but is not asked for.\n" in said
    assert "  - No papers are needed. What helps: You can give first aid.\n" in said
    assert "Your employer has to back you. This is not up to you: an employer's support." in said
    assert "Where it leads (progression):\n  - To manager.\n" in said


def test_full_adds_locators_and_activities() -> None:
    said = output_of("matrix", "show", "care", "--full")
    assert "  - You want to manage a nursery. [Figure 2, L3, aspiration 1]\n" in said
    assert "What can be done about it (attainment):\n  - What your employer can do: Lead a small team" in said


def test_hedges_of_the_report_are_shown() -> None:
    childcare, electrical = (run("matrix", "show", each).stdout for each in ("childcare", "electrical"))
    assert "This is for those who leave the sector." in childcare
    assert "Until 31 December 2010." in electrical
    assert "This can stand in for Figure 3, L3, attainment 1." in electrical


def test_markdown_has_headings() -> None:
    lines = output_of("matrix", "show", "care", "--format", "markdown").splitlines()
    assert lines[0] == "# Care of children"
    assert "## From level 3 into level 4" in lines


@pytest.mark.parametrize("name", ["care", "Care of children", "CHILDCARE"])
def test_a_sector_may_be_named_by_title_or_alias(name: str) -> None:
    assert output_of("matrix", "show", name) == output_of("matrix", "show", "care")


def test_an_unknown_sector_gets_the_nearest_name() -> None:
    result = on_story("matrix", "show", "caer")
    assert result.exit_code == 2
    assert result.stderr == "There is no sector 'caer'. Did you mean 'care'?\n"


def test_a_name_like_none_lists_the_sectors() -> None:
    result = on_story("matrix", "show", "zzzz")
    assert result.stderr == "There is no sector 'zzzz'. The sectors are: care, wood.\n"


def test_a_sector_without_a_matrix_says_so() -> None:
    result = on_story("matrix", "show", "wood")
    assert result.exit_code == 2
    assert result.stderr == "Woodwork has no matrix.\n"


def test_lines_and_counts_agree() -> None:
    story = load_catalogue([STORY])
    matrix = story.sector_by_id["care"].matrix
    assert matrix is not None
    assert len(list_lines("care", story)) == sum(sum(count_entries(row)) for row in matrix.rows)
