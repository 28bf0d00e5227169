"""A matrix as a spreadsheet: read as it was meant, whichever program saved it."""

from __future__ import annotations

import csv
import io
import os
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_loader import load_catalogue, read_data
from graph_loader.csv_text import read_lines
from graph_loader.refused import Refused
from graph_loader.slugs import slug
from graph_loader.spreadsheet import COLUMNS
from pathways.catalogue import Catalogue
from pathways.checks.ids import is_id
from pathways.model import Alternative, ConditionKind, Evidence, Kind, Weight
from pathways.notices import Severity
from tests.small_data import TODAY, said_by, small_text

HEAD = "sector,at,into,kind,statement"
FLORISTRY = f"""{HEAD}
Floristry,L2,L3,aspiration,You want a shop of your own.
Floristry,L2,L3,awareness,You know what flowers cost.
Floristry,L2,L3,attainment,You can make a bouquet.
Floristry,L2,L3,progression,To a florist's job.
Floristry,L3,L4,attainment,You can run a shop.
"""


def read(folder: Path, text: str | bytes, name: str = "floristry.csv", **more: object):
    path = folder / name
    path.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
    return read_data([path], today=TODAY, **more)


def catalogue_of(folder: Path, text: str | bytes, **more: object) -> Catalogue:
    reading = read(folder, text, **more)
    assert reading.catalogue, said_by(reading)
    return reading.catalogue


def entries(catalogue: Catalogue, kind: Kind = Kind.ATTAINMENT, row: int = 0):
    return catalogue.sectors[0].matrix.rows[row].cell(kind)


def test_five_columns_are_enough_and_give_no_notice(tmp_path):
    assert said_by(read(tmp_path, FLORISTRY)) == []


def test_rows_stand_in_the_order_of_the_sheet(tmp_path):
    rows = catalogue_of(tmp_path, FLORISTRY).sectors[0].matrix.rows
    assert [(row.at, row.into) for row in rows] == [("L2", "L3"), ("L3", "L4")]
    assert [len(rows[0].cell(kind)) for kind in Kind] == [1, 1, 1]
    assert [line.statement for line in rows[0].progression] == ["To a florist's job."]


def test_a_qualification_is_made_for_each_level_and_a_step_for_each_row(tmp_path):
    made = catalogue_of(tmp_path, FLORISTRY)
    assert [(each.id, each.title) for each in made.qualifications] == [
        ("floristry-l2", "Level 2 in Floristry"),
        ("floristry-l3", "Level 3 in Floristry"),
        ("floristry-l4", "Level 4 in Floristry"),
    ]
    assert [(each.from_id, each.to_id) for each in made.steps] == [
        ("floristry-l2", "floristry-l3"),
        ("floristry-l3", "floristry-l4"),
    ]


def test_a_requirement_and_its_concept_are_made_from_the_statement(tmp_path):
    made = catalogue_of(tmp_path, FLORISTRY)
    (name,) = entries(made)[0].requirements
    requirement = made.requirement_by_id[name]
    assert name == "floristry-attainment-you-can-make-a-bouquet"
    assert requirement.statement == "You can make a bouquet."
    assert requirement.question == "Is this true of you? You can make a bouquet."
    assert requirement.scope == "floristry"
    assert made.concept_by_id[requirement.concept].title == "You can make a bouquet."


def test_what_names_no_source_cites_the_spreadsheet_and_its_line_as_what_a_provider_says(tmp_path):
    made = catalogue_of(tmp_path, FLORISTRY)
    cited = made.requirement_by_id[entries(made)[0].requirements[0]].citation
    assert (cited.source, cited.locator, cited.evidence) == ("floristry-csv", "line 4", Evidence.PROVIDER)
    assert made.source_by_id["floristry-csv"].title == "Spreadsheet floristry.csv"


def test_a_spreadsheet_was_checked_on_the_day_it_was_saved_and_never_later_than_today(tmp_path):
    (tmp_path / "floristry.csv").write_text(FLORISTRY)
    os.utime(tmp_path / "floristry.csv", (1_700_000_000, 1_700_000_000))
    saved = read_data([tmp_path / "floristry.csv"], today=TODAY).catalogue
    before = read_data([tmp_path / "floristry.csv"], today=date(2020, 1, 1)).catalogue
    assert saved.source_by_id["floristry-csv"].checked_on == date(2023, 11, 14)
    assert before.source_by_id["floristry-csv"].checked_on == date(2020, 1, 1)


def test_the_same_statement_in_two_cells_is_one_requirement(tmp_path):
    made = catalogue_of(tmp_path, FLORISTRY + "Floristry,L3,L4,attainment,You can make a bouquet.\n")
    assert entries(made)[0].requirements == entries(made, row=1)[1].requirements


def test_the_same_statement_of_another_kind_is_another_requirement(tmp_path):
    made = catalogue_of(tmp_path, FLORISTRY + "Floristry,L2,L3,awareness,You can make a bouquet.\n")
    kinds = {each.kind for each in made.requirements if each.statement == "You can make a bouquet."}
    assert kinds == {Kind.AWARENESS, Kind.ATTAINMENT}


def test_ids_do_not_change_when_lines_are_added_or_moved(tmp_path):
    head, *lines = FLORISTRY.splitlines()
    moved = "\n".join([head, "Floristry,L2,L3,attainment,You can prune a rose.", *reversed(lines)])
    before = {each.id for each in catalogue_of(tmp_path, FLORISTRY).requirements}
    assert before <= {each.id for each in catalogue_of(tmp_path, moved).requirements}


@pytest.mark.parametrize("level", ["L3", "l3", "3", "Level 3", "level three", "NVQ 3", " L3 "])
def test_levels_are_read_in_all_the_ways_the_data_name_them(level, tmp_path):
    made = catalogue_of(tmp_path, f"{HEAD}\nFloristry,L2,{level},attainment,You can make a bouquet.\n")
    assert made.sectors[0].matrix.rows[0].into == "L3"


def test_columns_stand_in_any_order_and_case(tmp_path):
    text = "Statement,KIND,Into,At,Sector\nYou can make a bouquet.,Attainment,L3,L2,floristry\n"
    made = catalogue_of(tmp_path, text)
    assert (made.sectors[0].id, made.sectors[0].title) == ("floristry", "Floristry")
    assert len(entries(made)) == 1


def test_a_sheet_can_hold_several_sectors(tmp_path):
    made = catalogue_of(tmp_path, FLORISTRY + "Tree work,L2,L3,attainment,You can climb.\n")
    assert [each.id for each in made.sectors] == ["floristry", "tree-work"]
    assert made.position_by_id["tree-work-l3"].sector == "tree-work"


def test_without_levels_there_are_requirements_and_no_rows(tmp_path):
    made = catalogue_of(tmp_path, f"{HEAD}\nFloristry,,,attainment,You can make a bouquet.\n")
    assert len(made.requirements) == 1
    assert made.sectors[0].matrix is None
    assert made.qualifications == made.steps == ()


FULL = f"{HEAD},entry,id,weight,concept,scope,source,locator\n"


def one_line(folder: Path, *cells: str) -> Catalogue:
    text = io.StringIO()
    csv.writer(text).writerow(["floristry", "L2", "L3", "attainment", *cells])
    return catalogue_of(folder, FULL + text.getvalue())


def test_every_column_is_used(tmp_path):
    made = one_line(
        tmp_path,
        "You lead.",
        "requirement",
        "can-lead",
        "helps",
        "Leading people",
        "anywhere",
        "The Book",
        "p. 3",
    )
    (entry,) = entries(made)
    requirement = made.requirement_by_id["can-lead"]
    assert (entry.requirements, entry.weight, entry.locator, entry.statement) == (
        ("can-lead",), Weight.HELPS, "p. 3", None,
    )  # fmt: skip
    assert (requirement.concept, requirement.scope, requirement.citation.locator) == (
        "leading-people", "anywhere", "p. 3",
    )  # fmt: skip
    assert requirement.citation.evidence is Evidence.PUBLISHED
    assert made.source_by_id["the-book"].title == "The Book"
    assert made.concept_by_id["leading-people"].title == "Leading people"


def test_one_entry_may_hold_several_requirements(tmp_path):
    made = one_line(tmp_path, "You cut and tie.", "", "can-cut can-tie", "", "cutting tying", "", "", "")
    (entry,) = entries(made)
    assert (entry.requirements, entry.statement) == (("can-cut", "can-tie"), "You cut and tie.")
    assert [made.requirement_by_id[each].concept for each in entry.requirements] == ["cutting", "tying"]


def test_a_requirement_named_alone_elsewhere_keeps_its_own_words(tmp_path):
    text = f"{FULL}floristry,L2,L3,attainment,You cut and tie.,,can-cut can-tie,,,,,\n"
    text += "floristry,L3,L4,attainment,You can cut.,,can-cut,,,,,\n"
    made = catalogue_of(tmp_path, text)
    assert made.requirement_by_id["can-cut"].statement == "You can cut."
    assert entries(made)[0].statement == "You cut and tie."


def test_alternatives_are_sets_of_requirements_or_a_position(tmp_path):
    said = "can-cut can-tie | position:first-aid-certificate"
    made = one_line(tmp_path, "You cut and tie, or hold the certificate.", "any_of", said, "", "", "", "", "")
    (entry,) = entries(made)
    assert entry.any_of == (
        Alternative(("can-cut", "can-tie")),
        Alternative(position="first-aid-certificate"),
    )
    assert entry.statement == "You cut and tie, or hold the certificate."
    assert made.position_by_id["first-aid-certificate"].title == "First aid certificate"


def test_alternatives_without_a_bar_are_single_ids(tmp_path):
    (entry,) = entries(one_line(tmp_path, "One of these.", "any-of", "can-cut can-tie", "", "", "", "", ""))
    assert entry.any_of == (Alternative(("can-cut",)), Alternative(("can-tie",)))


def test_a_condition_says_its_kind_in_the_id_column(tmp_path):
    (entry,) = entries(one_line(tmp_path, "A post is free.", "condition", "vacancy", "", "", "", "", ""))
    assert (entry.condition.kind, entry.condition.statement) == (ConditionKind.VACANCY, "A post is free.")


def test_where_nothing_is_needed_the_ids_are_what_helps(tmp_path):
    (entry,) = entries(one_line(tmp_path, "Nothing.", "none_needed", "school-leaver", "", "", "", "", ""))
    assert (entry.none_needed, entry.helps) == ("Nothing.", ("school-leaver",))


def test_a_long_statement_makes_a_concept_whose_title_is_cut(tmp_path):
    long = [f"You can make a bouquet {'of roses and tulips ' * 12}for a {end}." for end in ("king", "queen")]
    made = catalogue_of(tmp_path, f"{HEAD}\n" + "".join(f"Floristry,,,attainment,{each}\n" for each in long))
    assert sorted(each.statement for each in made.requirements) == sorted(long)
    assert len(made.concepts) == 2
    assert {(len(each.title) <= 200, each.title[-3:]) for each in made.concepts} == {(True, "...")}


def test_a_concept_that_ships_brings_the_wider_ones_it_is_within(tmp_path):
    shipped = load_catalogue().concept_by_id
    within = shipped["planning-care"]
    made = one_line(tmp_path, "You lead.", "", "", "", within.id, "", "", "p. 3")
    assert made.concept_by_id.keys() == {"planning-care", "person-centred-care"}


def test_sources_and_concepts_that_ship_may_be_named(tmp_path):
    shipped = load_catalogue()
    source, concept = shipped.sources[0], shipped.concepts[0]
    made = one_line(tmp_path, "You lead.", "", "", "", concept.id, "", source.title, "p. 3")
    assert made.source_by_id[source.id] == source
    assert made.concept_by_id[concept.id] == concept


def test_beside_the_data_an_id_that_they_define_means_their_record(tmp_path):
    shipped = load_catalogue()
    theirs = next(
        each for each in shipped.requirements if each.scope == "anywhere" and each.kind is Kind.ATTAINMENT
    )
    text = f"{FULL}floristry,L2,L3,attainment,In our words.,,{theirs.id},,,,,\n"
    both = catalogue_of(tmp_path, text, beside=True)
    row = both.sector_by_id["floristry"].matrix.rows[0]
    assert both.requirement_by_id[theirs.id] == theirs
    assert (row.attainment[0].requirements, row.attainment[0].statement) == ((theirs.id,), "In our words.")


def test_beside_the_data_a_sector_that_they_have_is_refused_with_both_places(tmp_path):
    text = f"{HEAD}\ngeneral,L2,L3,attainment,You can make a bouquet.\n"
    errors = [
        str(each) for each in read(tmp_path, text, beside=True).notices if each.severity is Severity.ERROR
    ]
    assert any("floristry.csv:2:1: The sector id 'general' is used already" in each for each in errors)


SAVED = {
    "semicolons": FLORISTRY.replace(",", ";"),
    "tabs": FLORISTRY.replace(",", "\t"),
    "sep line": "sep=;\r\n" + FLORISTRY.replace(",", ";"),
    "carriage returns": FLORISTRY.replace("\n", "\r"),
    "both line ends": FLORISTRY.replace("\n", "\r\n"),
    "byte order mark": "\ufeff" + FLORISTRY,
    "every cell quoted": "\n".join('"' + line.replace(",", '","') + '"' for line in FLORISTRY.splitlines()),
    "spaces round cells": FLORISTRY.replace(",", " , "),
    "spaces before quotes": FLORISTRY.replace(",You", ', "You')
    .replace(".\n", '."\n')
    .replace('job."', "job."),
    "blank lines": FLORISTRY.replace("\n", "\n\n,,,,\n"),
    "blank columns": FLORISTRY.replace("\n", ",,\n"),
    "no line end at the end": FLORISTRY.rstrip("\n"),
}


@pytest.mark.parametrize("how", SAVED)
def test_every_way_of_saving_reads_into_the_same_matrix(how, tmp_path):
    assert said_by(read(tmp_path, SAVED[how])) == []
    made, plain = catalogue_of(tmp_path, SAVED[how]), catalogue_of(tmp_path, FLORISTRY)
    assert [without_lines(row) for row in made.sectors[0].matrix.rows] == [
        without_lines(row) for row in plain.sectors[0].matrix.rows
    ]


def without_lines(row):
    said = [(entry.requirements, entry.weight) for kind in Kind for entry in row.cell(kind)]
    return row.at, row.into, said, [line.statement for line in row.progression]


def test_a_comma_a_quote_and_a_line_end_inside_quotes_are_text(tmp_path):
    text = f'{HEAD}\nFloristry,L2,L3,attainment,"You can ""tie"", cut\nand sell."\n'
    assert catalogue_of(tmp_path, text).requirements[0].statement == 'You can "tie", cut and sell.'


def test_after_a_line_end_inside_quotes_lines_are_still_counted_right(tmp_path):
    text = f'{HEAD}\nFloristry,L2,L3,attainment,"You can\r\ntie."\nFloristry,L2,L3,atainment,You can cut.\n'
    (notice,) = read(tmp_path, text).notices
    assert (notice.location.line, notice.location.column) == (4, 17)


@pytest.mark.parametrize(
    "word", ["NA", "None", "null", "nan", "007", "1E5", "TRUE", "1.10", "2024-02-30", "1,5"]
)
def test_words_stay_words(word, tmp_path):
    text = f'{HEAD}\nFloristry,L2,L3,attainment,"{word}"\n'
    assert catalogue_of(tmp_path, text).requirements[0].statement == word


def test_ids_stay_as_they_are_written(tmp_path):
    made = one_line(tmp_path, "You can cut.", "", "007", "", "1e5", "", "", "")
    assert (made.requirements[0].id, made.requirements[0].concept) == ("007", "1e5")


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_the_apostrophe_that_guards_against_formulas_is_taken_off(start, tmp_path):
    text = f"{HEAD}\nFloristry,L2,L3,attainment,'{start}1 is a sum.\n"
    assert catalogue_of(tmp_path, text).requirements[0].statement == f"{start}1 is a sum."


def test_a_letter_of_another_alphabet_makes_a_stable_id(tmp_path):
    made = catalogue_of(tmp_path, f"{HEAD}\nفلوريستري,L2,L3,attainment,يمكنك صنع باقة.\n")
    records = (*made.sectors, *made.requirements, *made.concepts, *made.qualifications, *made.steps)
    assert all(is_id(each.id) for each in records)


def test_a_spreadsheet_in_a_data_folder_stands_beside_the_files(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "care.yaml").write_text(small_text())
    (tmp_path / "data" / "floristry.csv").write_text(FLORISTRY)
    made = read_data([tmp_path / "data"], today=TODAY).catalogue
    assert [each.id for each in made.sectors] == ["care", "floristry"]


@given(
    st.lists(
        st.lists(
            st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0'")), min_size=3, max_size=3
        )
    )
)
def test_what_a_spreadsheet_writer_writes_is_read_as_it_was(rows):
    text = io.StringIO()
    csv.writer(text).writerows([["sector", "at", "into"], *rows])
    found = [[cell.text for cell in cells] for cells in read_lines(text.getvalue(), "x.csv", COLUMNS)][1:]
    expected = [[cell.strip() for cell in row] for row in rows]
    assert found == [row for row in expected if any(row)]


@given(st.text(alphabet='",;\t\n\r ab'))
def test_any_text_is_read_or_refused_with_a_place(text):
    found = []
    with suppress(Refused):
        found += read_lines(text, "x.csv", COLUMNS)
    lines = text.count("\n") + text.count("\r") + 1
    assert all(cell.at[0] <= lines and cell.at[1] <= len(text) + 1 for cells in found for cell in cells)


@given(st.text(max_size=200))
def test_every_text_has_a_slug_that_is_an_id(text):
    assert is_id(slug(text))


def test_two_long_texts_that_begin_alike_have_different_slugs():
    assert slug("You can " + "very " * 30 + "well") != slug("You can " + "very " * 30 + "badly")
