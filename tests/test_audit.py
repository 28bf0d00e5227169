"""What is compared with registers, what counts as equal, and when a note explains a difference."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from explorer.formats.audit import audit_summary
from graph_loader.open_data import read_open_data
from pathways.audit import Compared, Comparison, Verdict, audit, explains, is_same_title
from pathways.model import Qualification
from tests.build import CITED, catalogue, qualification
from tests.open_data import write_open_data


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_open_data(tmp_path)


def ours(
    title: str, reference: str | None, level: str = "L2", note: str | None = None, **fields: object
) -> Qualification:
    held = qualification("ours", level, reference=reference, **fields)
    return replace(held, title=title, citation=replace(CITED, note=note))


def compared(folder: Path, held: Qualification) -> dict[Compared, Comparison]:
    return {each.what: each for each in audit(catalogue(held), read_open_data(folder))}


def test_a_standard_that_agrees_is_equal_in_four_things(folder: Path) -> None:
    found = compared(folder, ours("Care worker (level 2 apprenticeship)", "ST0001", months=12))
    assert {each.verdict for each in found.values()} == {Verdict.EQUAL}
    assert list(found) == [*Compared]


def test_the_newest_register_counts(folder: Path) -> None:
    found = compared(folder, ours("Adult care worker", "ST0001", "L3", months=18))
    assert (found[Compared.TITLE].theirs, found[Compared.TITLE].date) == ("Care worker", "2026-07-02")
    assert {each.what for each in found.values() if each.verdict is Verdict.UNEXPLAINED} == {
        Compared.TITLE,
        Compared.LEVEL,
        Compared.MONTHS,
    }


def test_what_the_newest_leaves_out_is_taken_from_the_one_before(folder: Path) -> None:
    write_open_data(
        folder, standards="reference,title,level,typical_duration_months\nST0001,Care worker,2,\n"
    )
    assert compared(folder, ours("Care worker", "ST0001", months=12))[Compared.MONTHS].theirs == "18"


def test_a_number_is_found_without_obliques_and_in_small_letters(folder: Path) -> None:
    found = compared(folder, ours("Level 3 diploma in care", "601/2629/x", "L3"))
    assert {each.verdict for each in found.values()} == {Verdict.EQUAL}
    assert Compared.MONTHS not in found


def test_a_level_of_an_award_that_spans_two_may_be_either(folder: Path) -> None:
    for level in ("L1", "L2"):
        found = compared(folder, ours("GCSE in English and more", "60100001", level))
        assert found[Compared.LEVEL].verdict is Verdict.EQUAL
    assert compared(folder, ours("GCSE", "60100001", "L3"))[Compared.LEVEL].theirs == "L1 or L2"


def test_a_number_in_no_file_has_to_be_explained(folder: Path) -> None:
    (found,) = compared(folder, ours("Gone", "999/9999/9")).values()
    assert (found.what, found.verdict, found.theirs) == (Compared.NUMBER, Verdict.UNEXPLAINED, None)
    (found,) = compared(folder, ours("Gone", "999/9999/9", note="Withdrawn before the lists begin.")).values()
    assert found.verdict is Verdict.EXPLAINED


def test_months_that_are_not_known_to_us_but_to_the_register_differ(folder: Path) -> None:
    found = compared(folder, ours("Care worker", "ST0001", months=None))
    assert (found[Compared.MONTHS].ours, found[Compared.MONTHS].verdict) == ("not known", Verdict.UNEXPLAINED)


def test_a_note_explains_only_what_it_speaks_of(folder: Path) -> None:
    held = ours("Care worker", "ST0001", "L3", "One college takes 18 months over it.", months=18)
    found = compared(folder, held)
    assert found[Compared.MONTHS].verdict is Verdict.EXPLAINED
    assert found[Compared.LEVEL].verdict is Verdict.UNEXPLAINED


def test_that_a_register_names_no_length_does_not_explain_a_title(folder: Path) -> None:
    held = ours("Carer", "ST0001", note="The register names none.", months=12)
    assert compared(folder, held)[Compared.TITLE].verdict is Verdict.UNEXPLAINED


def test_a_qualification_without_a_reference_is_not_compared(folder: Path) -> None:
    assert compared(folder, ours("School", None)) == {}


@pytest.mark.parametrize(
    ("note", "explained"),
    [
        ("It is not in the register of February 2025.", True),
        ("Its length is not in the register. Ask.", False),
        ("The record gives no dates.", False),
        ("The register names none.", False),
        ("Other awarding bodies offer it under numbers of their own.", True),
    ],
)
def test_a_note_explains_a_missing_number_where_it_speaks_of_it(note: str, explained: bool) -> None:
    assert explains(note, Compared.NUMBER) is explained


@pytest.mark.parametrize(
    ("said", "published"),
    [
        ("Level 3 diploma in care", "NCFE CACHE Level 3 Diploma in Care"),
        ("NCFE Level 3 Diploma in Care", "NCFE Level 3 Diploma in Care (RQF)"),
        ("Entry level award in care (Entry 3)", "Ascentis Entry Level Award in Care (Entry 3)"),
        ("Health, safety and welfare", "Health Safety & Welfare"),
        ("Children's care", "Children’s Care"),
        ("Care worker (level 2 apprenticeship)", "Care worker"),
        ("Playwork (advanced apprenticeship framework)", "Playwork: Playwork"),
        ("Playwork: Playwork (advanced apprenticeship framework)", "Playwork: Playwork"),
    ],
)
def test_titles_are_the_same_but_for_what_is_left_out_by_rule(said: str, published: str) -> None:
    assert is_same_title(said, published)


@pytest.mark.parametrize(
    ("said", "published"),
    [
        ("Diploma in care", "NCFE Level 3 Diploma in Care"),
        ("Level 3 diploma in care", "NCFE Level 3 Extended Diploma in Care"),
        ("Level 3 diploma in care", "Level 3 Diploma in Care (England)"),
        ("Level 3 care", "Level 2 to Level 3 Care"),
        ("Care worker (first version)", "Care worker"),
        ("", "Care worker"),
    ],
)
def test_other_differences_between_titles_count(said: str, published: str) -> None:
    assert not is_same_title(said, published)


def test_the_figures_add_up(folder: Path) -> None:
    held = ours("Care worker", "ST0001", "L3", "The length is that of one college: 18 months.", months=18)
    found = audit(catalogue(held), read_open_data(folder))
    assert audit_summary(found) == (
        "4 facts of 1 qualification compared: 2 equal, 1 explained by a note, 1 unexplained."
    )
