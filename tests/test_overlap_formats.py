"""Overlaps as text, CSV and JSON: sentences to read aloud, and every pair behind the figures."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from explorer.formats.csv_routes import to_csv
from explorer.formats.overlap_data import match_rows, overlap_rows, overlap_to_json
from explorer.formats.overlap_text import overlap_text
from explorer.sector_overlap import SectorOverlap, citation
from explorer.words.overlap import pair_sentence
from pathways.overlap import Overlap
from tests.overlap_data import by_hand


def table(rows: object) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(to_csv(rows))))  # type: ignore[arg-type]


def with_counts(n: int, same: int, similar: int, level: str | None = None) -> Overlap:
    return replace(by_hand().overlaps[0], n=n, same=same, similar=similar, level=level)


@pytest.mark.parametrize(
    ("overlap", "said"),
    [
        (
            with_counts(4, 1, 2),
            "Of 4 things that cooking asks for, baking asks for 1 too and 2 in a similar way. "
            "That is a share of 50%.",
        ),
        (
            with_counts(4, 2, 0),
            "Of 4 things that cooking asks for, baking asks for 2 too. That is a share of 50%.",
        ),
        (
            with_counts(4, 0, 1),
            "Of 4 things that cooking asks for, baking asks for none too, but 1 in a similar way. "
            "That is a share of 12%.",
        ),
        (
            with_counts(1, 0, 0),
            "Of 1 thing that cooking asks for, baking asks for none, nor for anything like them.",
        ),
        (
            with_counts(0, 0, 0),
            "Nothing is on record that cooking asks for, so there is nothing to compare.",
        ),
        (
            with_counts(2, 1, 0, "L3"),
            "Of 2 things that cooking asks for of people at level L3, baking asks for 1 too. "
            "That is a share of 50%.",
        ),
    ],
)
def test_a_pair_is_told_in_a_sentence(overlap: Overlap, said: str) -> None:
    assert pair_sentence(overlap, by_hand().catalogue) == said


def test_csv_has_a_row_for_each_pair_and_kind_with_data_and_method_in_each() -> None:
    rows = table(overlap_rows(by_hand()))
    assert [(row["from"], row["to"], row["kind"], row["n"], row["share"]) for row in rows] == [
        ("baking", "cooking", "attainment", "4", "0.5000"),
        ("baking", "cooking", "all", "4", "0.5000"),
        ("cooking", "baking", "attainment", "0", ""),
        ("cooking", "baking", "all", "0", ""),
    ]
    assert {(row["dataset"], row["method"]) for row in rows} == {("test", "overlap-1")}
    assert all(by_hand().catalogue.content_hash.startswith(row["dataset_hash"]) for row in rows)


def test_csv_of_matches_adds_up_to_the_figures() -> None:
    rows = table(match_rows(by_hand()))
    assert [(row["need"], row["how"], row["have"], row["score"]) for row in rows] == [
        ("washes", "same", "washes", ""),
        ("stirs", "concept", "kneads", ""),
        ("tastes", "text", "smells", "0.8150"),
        ("carves", "new", "", ""),
    ]
    assert sum(float(row["counts"]) for row in rows) / len(rows) == by_hand().overlaps[0].share


def test_json_lists_matches_only_where_they_are_asked_for() -> None:
    plain, full = (overlap_to_json(by_hand(), each)["pairs"] for each in (False, True))
    assert not any("matches" in pair for pair in plain)
    assert [len(pair["matches"]) for pair in full] == [pair["same"] + pair["similar"] for pair in full]
    assert [each["inferred"] for each in full[0]["matches"]] == [False, False, True]
    assert full[0]["unmatched"] == [{"need": "carves", "need_statement": "You have carves."}]


def test_text_begins_with_the_sentences_and_ends_with_data_method_and_citation() -> None:
    said = overlap_text(by_hand(), with_matches=False)
    assert said.splitlines()[2].startswith("  - Of 4 things that cooking asks for, baking asks for 1 too")
    assert "  attainment       4     1        2    1    50%    10% to 90%\n" in said
    assert said.endswith(f"To cite: {citation(by_hand().catalogue)}\n")
    assert by_hand().catalogue.content_hash in said
    assert "You have washes" not in said


def test_text_of_matches_lists_each_once_and_marks_what_is_inferred() -> None:
    said = overlap_text(by_hand(), with_matches=True)
    assert "1 thing the same, 2 things alike, 1 thing new." in said
    assert said.count("You have tastes. (alike in words, score 0.81 (inferred))") == 1
    assert "    - there: You have smells.\n" in said
    assert "  - You have carves. (new)\n" in said


def test_of_many_pairs_the_closest_come_first_and_the_rest_are_counted() -> None:
    whole = by_hand()
    pairs = [
        replace(whole.overlaps[1], n=20, same=number, similar=0, from_sector="baking") for number in range(13)
    ]
    said = overlap_text(SectorOverlap(whole.catalogue, whole.sectors, tuple(pairs)), with_matches=False)
    assert "These are the closest of 13 pairs." in said
    assert said.splitlines()[4].endswith("asks for 12 too. That is a share of 60%.")
