"""`pathways compare`: sectors by any name, one against all, every match behind a figure, clear errors."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from tests.cli import run
from tests.overlap_data import SHEET


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    file = tmp_path / "trades.csv"
    file.write_text(SHEET, "utf-8")
    return file


def pairs_of(result: Result) -> list[dict[str, Any]]:
    assert result.exit_code == 0, result.output
    found: list[dict[str, Any]] = json.loads(result.stdout)["pairs"]
    return found


def test_two_sectors_are_compared_both_ways_and_read_out_first() -> None:
    result = run("compare", "childcare", "Adult social care")
    assert result.exit_code == 0
    first = result.stdout.splitlines()[2]
    assert first.startswith("  - Of ")
    assert "things that adult social care asks for, childcare and early years asks for" in first
    assert "Childcare and early years → Adult social care\n" in result.stdout
    assert "Adult social care → Childcare and early years\n" in result.stdout


def test_one_sector_is_held_against_every_other_both_ways() -> None:
    pairs = pairs_of(run("compare", "electrical", "--format", "json"))
    ends = {(pair["from"], pair["to"]) for pair in pairs}
    assert len(ends) == 18
    assert all("electrical" in pair for pair in ends)


def test_none_named_is_all_of_them_with_a_square_of_shares() -> None:
    said = run("compare").stdout
    assert said == run("compare", "--all").stdout
    assert "These are the closest of 90 pairs." in said
    square = said[said.index("Shares, all kinds") : said.index("Pair by pair")].splitlines()
    assert [line.split()[0] for line in square[-11:-1]] == [str(number) for number in range(1, 11)]


@pytest.mark.parametrize("form", ["json", "csv"])
def test_there_are_as_many_matches_as_the_figures_say(form: str) -> None:
    command = ("compare", "childcare", "adult-care", "electrical", "--level", "each")
    pairs = pairs_of(run(*command, "--format", "json", "--matches"))
    for pair in pairs:
        hows = [each["how"] for each in pair["matches"]]
        assert (hows.count("same"), len(hows)) == (pair["same"], pair["same"] + pair["similar"])
        assert len(pair["unmatched"]) == pair["new"] == pair["n"] - len(hows)
    if form == "csv":
        rows = csv.DictReader(io.StringIO(run(*command, "--format", "csv", "--matches").stdout))
        assert len(list(rows)) == sum(pair["n"] for pair in pairs if pair["kind"] != "all")


def test_a_level_counts_only_what_is_asked_for_there() -> None:
    pairs = pairs_of(run("compare", "childcare", "electrical", "--level", "level 3", "--format", "json"))
    assert {pair["level"] for pair in pairs} == {"L3"}
    every = pairs_of(run("compare", "childcare", "electrical", "--format", "json"))
    assert [pair for pair in every if pair["level"] == "L3"] == pairs


def test_csv_cites_on_standard_error_so_that_the_table_is_a_table() -> None:
    result = run("compare", "childcare", "electrical", "--format", "csv")
    assert result.stdout.splitlines()[0].startswith("from,from_title,to,to_title,kind,level,n,same,similar")
    assert result.stderr.startswith("Pathway Explorer ")
    assert len(list(csv.DictReader(io.StringIO(result.stdout)))) == 8


def pair_of(pair: dict[str, Any]) -> tuple[str, str, str | None]:
    """What an overlap is of, once it is known what is compared with."""
    return pair["to"], pair["kind"], pair["level"]


def test_a_spreadsheet_alone_is_enough_and_its_levels_may_be_empty(sheet: Path) -> None:
    found = run("compare", "baking", "cooking", "--format", "json", "--matches", "--data", sheet)
    (there,) = (each for each in pairs_of(found) if pair_of(each) == ("cooking", "all", None))
    assert (there["n"], there["same"], there["similar"], there["share"]) == (3, 1, 1, 0.5)
    assert sorted(each["how"] for each in there["matches"]) == ["concept", "same"]
    (glass,) = (
        each
        for each in pairs_of(run("compare", "baking", "glass-blowing", "--format", "json", "--data", sheet))
        if pair_of(each) == ("glass-blowing", "all", None)
    )
    assert (glass["n"], glass["new"]) == (1, 1)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("childcare", "chidcare"), "There is no sector 'chidcare'. Did you mean 'childcare'?\n"),
        (
            ("childcare", "early years"),
            "'Childcare and early years' is named twice. Name each sector once.\n",
        ),
        (
            ("childcare", "electrical", "--level", "L9"),
            "There is no level 'L9'. The levels are: U, E, L1, L2, L3, L4, L5, L6, L7, L8; or 'each'.\n",
        ),
        (
            ("childcare", "electrical", "--level", "L8"),
            "None of these sectors asks for anything of people at level 'L8'.\n",
        ),
    ],
)
def test_what_cannot_be_compared_is_said_in_a_sentence(arguments: tuple[str, ...], said: str) -> None:
    result = run("compare", *arguments)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", said)


def test_data_with_one_sector_have_nothing_to_compare(tmp_path: Path) -> None:
    alone = tmp_path / "one.csv"
    alone.write_text("".join(SHEET.splitlines(keepends=True)[:2]), "utf-8")
    for arguments in (("baking",), ("--all",)):
        result = run("compare", *arguments, "--data", alone)
        assert result.exit_code == 2
        assert result.stderr == "Two sectors are needed to compare them; there is only one, 'Baking'.\n"


def test_sectors_and_all_do_not_go_together() -> None:
    assert run("compare", "childcare", "--all").exit_code == 2


# --- more sectors than can be looked at pair by pair ---


@pytest.fixture
def few_in_detail(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("explorer.commands.compare.MOST_IN_DETAIL", 2)


@pytest.mark.parametrize("form", ["json", "csv"])
def test_the_figures_of_many_sectors_are_those_of_few(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    few = run("compare", "--format", form)
    monkeypatch.setattr("explorer.commands.compare.MOST_IN_DETAIL", 2)
    many = run("compare", "--format", form)
    assert many.exit_code == 0
    assert many.stderr == few.stderr
    if form == "csv":
        assert many.stdout == few.stdout
    else:
        whole, told = json.loads(few.stdout), json.loads(many.stdout)
        assert told == {**whole, "pairs": [each for each in whole["pairs"] if each["level"] is None]}


@pytest.mark.usefixtures("few_in_detail")
def test_many_sectors_are_told_in_a_summary_and_the_closest_pairs(sheet: Path) -> None:
    said = run("compare", "--data", sheet).stdout.splitlines()
    assert said[0] == "3 sectors compared"
    assert said[3] == (
        "6 pairs, each in one direction. The middle share is 0%, the greatest 75%. "
        "4 pairs have nothing in common."
    )
    assert said[6].startswith("  - Of 2 things that baking asks for, cooking asks for 1 too and 1 in a")


@pytest.mark.usefixtures("few_in_detail")
@pytest.mark.parametrize("option", [["--matches"], ["--level", "L3"], ["childcare", "electrical", "health"]])
def test_of_many_sectors_there_are_figures_only(option: list[str]) -> None:
    result = run("compare", *option)
    assert result.exit_code == 2
    assert result.stderr.endswith("Name fewer, or compare all without these options.\n")


@pytest.mark.usefixtures("few_in_detail")
def test_one_of_many_sectors_is_held_against_all_others() -> None:
    pairs = pairs_of(run("compare", "electrical", "--format", "json", "--matches"))
    assert len([pair for pair in pairs if pair["level"] is None]) == 18 * 4
