"""Registers are read as they are published, and a broken one is named with its line, not passed over."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph_loader.open_data import read_open_data
from pathways.audit import CURRENT, Published
from pathways.errors import DataError, InvalidQuery
from tests.open_data import FILES, write_open_data


def found(folder: Path, reference: str) -> list[Published]:
    return [each for each in read_open_data(folder) if each.reference == reference]


def test_a_standard_is_read_with_its_months_and_the_date_of_its_file(tmp_path: Path) -> None:
    newest, older = found(write_open_data(tmp_path), "ST0001")
    place = "standards/standards_sector_subset_2026-07-02.csv:2"
    assert newest == Published("ST0001", "Care worker", ("L2",), 12, "2026-07-02", place)
    assert (older.title, older.date) == ("Adult care worker", "2020")


def test_a_number_keeps_its_x_and_a_byte_order_mark_hides_no_column(tmp_path: Path) -> None:
    (diploma,) = found(write_open_data(tmp_path), "6012629X")
    assert (diploma.levels, diploma.date, diploma.place) == (
        ("L3",),
        "2025-02-18",
        "ofqual/approved.csv.gz:2",
    )


def test_levels_are_read_as_registers_write_them(tmp_path: Path) -> None:
    levels = {each.reference: each.levels for each in read_open_data(write_open_data(tmp_path))}
    assert levels["60100001"] == ("L1", "L2")
    assert levels["60100002"] == ("E",)
    assert levels["6037066X"] == ()


def test_a_cell_with_several_numbers_is_a_line_for_each_and_one_with_none_is_no_line(tmp_path: Path) -> None:
    early = [each for each in read_open_data(write_open_data(tmp_path)) if each.place.startswith("early")]
    assert [(each.reference, each.date) for each in early] == [
        ("601/2629/X", "2024-08-09"),
        ("603/0001/1", "2024-08-09"),
    ]


def test_what_a_register_leaves_out_is_not_known(tmp_path: Path) -> None:
    folder = write_open_data(tmp_path)
    assert (found(folder, "ST0003")[0].months, found(folder, "ST0003")[0].levels) == (None, ())


def test_a_file_without_a_date_is_the_list_as_it_stands(tmp_path: Path) -> None:
    assert found(write_open_data(tmp_path), "6037066X")[0].date == CURRENT


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_letters_are_read_in_whichever_encoding_a_register_is_written(encoding: str, tmp_path: Path) -> None:
    text = "Id,LarId,TlevelTitle\n1,6037066X,T Level in Café Work\n"
    folder = write_open_data(tmp_path, tl_pathways=text.encode(encoding))
    assert found(folder, "6037066X")[0].title == "T Level in Café Work"


@pytest.mark.parametrize(
    ("changed", "text", "place", "message"),
    [
        ("tl_", "Id,LarId\n1,60370\n", "t_levels/tl_pathways.csv:1:1", "no column 'TlevelTitle'"),
        ("tl_", "", "t_levels/tl_pathways.csv:1:1", "no column 'LarId'"),
        (
            "tl_",
            "LarId,TlevelTitle\n6037066X\n",
            "t_levels/tl_pathways.csv:2:1",
            "has 1 cells, and the first 2",
        ),
        ("tl_", 'LarId,TlevelTitle\n6,"T\n', "t_levels/tl_pathways.csv:2:1", "not CSV"),
        (
            "standards",
            "reference,title,level,typical_duration_months\nST0001,A,2,12\nST0002,B,two,12\n",
            "standards/standards_sector_subset_2026-07-02.csv:3:1",
            "'level' is 'two', which is no level",
        ),
        (
            "standards",
            "reference,title,level,typical_duration_months\nST0002,B,2,a year\n",
            "standards/standards_sector_subset_2026-07-02.csv:2:1",
            "'typical_duration_months' is 'a year', which is no whole number",
        ),
        ("approved", b"no gzip", "ofqual/approved.csv.gz:1:1", "cannot be read"),
        ("approved", b"\x1f\x8b\x08\x00", "ofqual/approved.csv.gz:1:1", "cannot be read"),
        (
            "approved",
            FILES["ofqual/approved.csv.gz"].replace("18/02/2025", "2025-02-18"),
            "ofqual/approved.csv.gz:2:1",
            "'2025-02-18', which is no day",
        ),
    ],
)
def test_a_broken_file_is_named_with_its_line(
    changed: str, text: str | bytes, place: str, message: str, tmp_path: Path
) -> None:
    folder = write_open_data(tmp_path, **{changed: text})
    with pytest.raises(DataError) as caught:
        read_open_data(folder)
    assert str(caught.value).startswith(f"{place}: ")
    assert message in str(caught.value)


def test_a_folder_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(InvalidQuery, match="There is no folder"):
        read_open_data(tmp_path / "nowhere")


def test_a_register_that_is_missing_is_named_since_its_numbers_would_look_unknown(tmp_path: Path) -> None:
    with pytest.raises(InvalidQuery, match=r"has no 'ofqual/\*\.csv'"):
        read_open_data(write_open_data(tmp_path, approved=None))
