"""A file of questions: lines of text or a table, and what is wrong with it said with its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_loader.question_files import QuestionLine, read_question_file, read_questions
from pathways.errors import DataError


def read(text: str) -> list[QuestionLine]:
    return list(read_questions(text.encode(), "q.txt"))


def refusal(content: bytes, name: str = "q.txt") -> str:
    with pytest.raises(DataError) as error:
        read_questions(content, name)
    return str(error.value)


def test_a_line_is_a_question_and_blank_lines_and_comments_are_none() -> None:
    assert read("# mine\nhow to L4?\n\n   \n  what next?  \n") == [
        QuestionLine(2, "how to L4?"),
        QuestionLine(5, "what next?"),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_any_system_ends_them(end: str) -> None:
    assert [each.number for each in read(f"a{end}{end}b{end}c")] == [1, 3, 4]


def test_a_byte_order_mark_is_no_part_of_the_first_question() -> None:
    assert read_questions(b"\xef\xbb\xbfhow to L4?", "q.txt") == (QuestionLine(1, "how to L4?"),)


def test_a_question_may_hold_commas_and_quotes() -> None:
    asked = 'I have "A levels", what next? And then, L4?'
    assert read(asked) == [QuestionLine(1, asked)]


@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_a_first_line_of_column_names_makes_it_a_table(between: str) -> None:
    head, row = (
        ("name", "start", "goal", "prefer", "as of", "have"),
        ("Ann", "L3", "L4", "", "2026-01-02", "a b"),
    )
    assert read("\n".join(between.join(each) for each in (head, row))) == [
        QuestionLine(2, "", "L3", "L4", "", "2026-01-02", ("a", "b"), "Ann")
    ]


def test_columns_stand_in_any_order_and_others_are_left_alone() -> None:
    assert read_table("Tutor,Goal,ID,Name,Start\nMr X,L4,7,Ann,L3\n") == [
        QuestionLine(2, "", "L3", "L4", reference="7 Ann")
    ]


def read_table(text: str, folder: Path | None = None) -> list[QuestionLine]:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as made:
        file = (folder or Path(made)) / "learners.csv"
        file.write_text(text, "utf-8")
        return list(read_question_file(file))


def test_what_stands_in_quotes_is_one_cell_and_counts_its_lines() -> None:
    assert read('reference,question\n"1\n2","how, then?"\n3,what next?') == [
        QuestionLine(2, "how, then?", reference="1\n2"),
        QuestionLine(4, "what next?", reference="3"),
    ]


def test_a_cell_that_was_guarded_from_being_a_formula_is_read_as_it_was_meant() -> None:
    assert read("reference,question\n'=7,what next?")[0].reference == "=7"


WRONG = [
    (
        b"",
        "q.txt:1:1: There is no question here. Write one on each line, or a table with a column 'question'.",
    ),
    (b"# only this\n", "q.txt:1:1: There is no question here."),
    (b"question\n", "q.txt:1:1: There is no question here."),
    (b"\xff\xfea\x00", "q.txt:1:1: The file is saved as UTF-16 (“Unicode text”). Save it as UTF-8"),
    (b"what next?\ncaf\xe9?\n", "q.txt:2:4: The byte 0xe9 is not UTF-8. Save the file as UTF-8"),
    (b"what next?\n\x00\n", "q.txt:2:1: The character U+0000 is not allowed. Remove it."),
    (b"ok?\n" + b"x" * 20_001, "q.txt:2:1: This line has 20,001 characters; at most 20,000 are read."),
    (b"x" * 5_000_001, "q.txt:1:1: There are more than 5,000,000 bytes"),
    (b"question,question\na,b\n", "q.txt:1:10: The column 'question' stands twice. Keep one of them."),
    (b'question\n"a\n', "q.txt:2:1: A quote opens here and is never closed. Close it."),
    (b"start,goal\nL3,L4,L5\n", "q.txt:2:7: This line has more cells than the first."),
    (b"PK\x03\x04", "q.txt:1:1: The file is a zip file or an Excel workbook. Save it as UTF-8 text"),
]


@pytest.mark.parametrize(("content", "said"), WRONG, ids=[said for _, said in WRONG])
def test_what_cannot_be_read_is_said_with_its_place(content: bytes, said: str) -> None:
    assert refusal(content).startswith(said)


def test_a_misspelt_column_is_not_passed_over() -> None:
    with pytest.raises(
        DataError, match=r"learners.csv:1:7: There is no column 'goall'. Did you mean 'goal'\?"
    ):
        read_table("start,goall\nL3,L4\n")


def test_a_column_of_ones_own_may_look_like_one_that_is_there() -> None:
    assert read_table("start,goal,state\nL3,L4,here\n") == [QuestionLine(2, "", "L3", "L4")]


def test_a_table_that_asks_nothing_says_what_to_name() -> None:
    with pytest.raises(DataError, match=r"Name one 'question', or two 'start' and 'goal'\."):
        read_table("name,tutor\nAnn,Mr X\n")


def test_a_missing_file_and_a_folder_are_said(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"There is no such file or folder\. Check the path\."):
        read_question_file(tmp_path / "none.txt")
    with pytest.raises(DataError, match=r"A folder stands in place of a file\."):
        read_question_file(tmp_path)


def read_or_refused(content: bytes) -> bool:
    """Say whether there are lines with numbers, or else a refusal with a place."""
    try:
        lines = read_questions(content, "q.txt")
    except DataError as error:
        return str(error).startswith("q.txt:")
    return bool(lines) and all(line.number >= 1 for line in lines)


@given(st.binary(max_size=300))
def test_anything_at_all_is_read_or_refused_with_a_place(content: bytes) -> None:
    assert read_or_refused(content)


@given(st.text(st.sampled_from('questionstartgoal,;\t"\n# '), max_size=80))
def test_anything_like_a_table_is_read_or_refused(text: str) -> None:
    assert read_or_refused(text.encode())
