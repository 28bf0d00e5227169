"""What a sector asks for: what its matrix names, and what nothing names that holds in the sector."""

from __future__ import annotations

from pathlib import Path

from graph_loader import load_catalogue
from pathways.catalogue import Catalogue
from pathways.model import Alternative, CellEntry, Condition, ConditionKind, Kind, Row, Weight
from pathways.sector_needs import levels_of, needs_of
from tests.build import catalogue, qualification, requirement, sector, step

FIRST = Row(
    "E",
    "L2",
    awareness=(CellEntry("1", requirements=("knows",)),),
    attainment=(
        CellEntry("2", requirements=("can", "leads")),
        CellEntry("3", requirements=("drives",), weight=Weight.HELPS),
        CellEntry("4", any_of=(Alternative(("wired",)), Alternative(position="diploma"))),
        CellEntry("5", none_needed="Nothing.", helps=("sews",)),
        CellEntry("6", condition=Condition(ConditionKind.VACANCY, "A job is free.")),
    ),
)
SECOND = Row("L2", "L3", attainment=(CellEntry("7", requirements=("can", "signs")),))


def care() -> Catalogue:
    names = ("can", "leads", "drives", "wired", "sews", "signs", "alone", "given", "asked", "far")
    scopes = {"far": "wood", "wired": "anywhere"}
    return catalogue(
        sector("care", SECOND, FIRST),
        sector("wood"),
        requirement("knows", Kind.AWARENESS),
        *(requirement(each, scope=scopes.get(each, "care")) for each in names),
        qualification("diploma", "L3", gives=("given",)),
        qualification("start", "L2"),
        step("start", "diploma", attainment=("asked",)),
    )


def test_what_is_essential_or_an_alternative_counts_once_and_what_only_helps_does_not() -> None:
    assert needs_of(care(), "care", Kind.ATTAINMENT, "E") == ("can", "leads", "wired")
    assert needs_of(care(), "care", Kind.ATTAINMENT, "L2") == ("can", "signs")


def test_all_levels_together_add_what_nothing_names() -> None:
    assert needs_of(care(), "care", Kind.ATTAINMENT) == ("alone", "can", "leads", "signs", "wired")


def test_what_a_step_or_a_position_names_belongs_to_it_and_not_to_the_whole_sector() -> None:
    assert {"asked", "given"}.isdisjoint(needs_of(care(), "care", None))


def test_all_kinds_together_are_the_kinds_put_together() -> None:
    every = {each for kind in Kind for each in needs_of(care(), "care", kind)}
    assert needs_of(care(), "care", None) == tuple(sorted(every))
    assert needs_of(care(), "care", None, "E") == ("can", "knows", "leads", "wired")


def test_a_sector_without_a_matrix_asks_for_what_holds_in_it() -> None:
    assert needs_of(care(), "wood", None) == ("far",)
    assert needs_of(care(), "wood", Kind.ASPIRATION) == ()
    assert levels_of(care(), "wood") == ()


def test_levels_are_where_rows_start_lowest_first() -> None:
    assert levels_of(care(), "care") == ("E", "L2")


SHEET = """sector,at,into,kind,statement
Bakers,,,attainment,You can knead dough.
Bakers,L2,L3,attainment,You can run a bakery.
"Nurses, midwives (all)",,,awareness,You know how wounds heal.
"""


def test_a_spreadsheet_whose_lines_stand_in_no_row_can_be_used_and_they_belong_to_their_sector(
    tmp_path: Path,
) -> None:
    sheet = tmp_path / "jobs.csv"
    sheet.write_text(SHEET, "utf-8")

    read = load_catalogue([sheet])

    said = {
        each.id: [read.requirement_by_id[need].statement for need in needs_of(read, each.id, None)]
        for each in read.sectors
    }
    assert said == {
        "bakers": ["You can knead dough.", "You can run a bakery."],
        "nurses-midwives-all": ["You know how wounds heal."],
    }
    assert [read.requirement_by_id[each].statement for each in needs_of(read, "bakers", None, "L2")] == [
        "You can run a bakery."
    ]
