"""YAML as text: nothing is turned into anything else, and every place is kept, however it was saved."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from graph_loader import yaml_text
from graph_loader.refused import Refused
from graph_loader.text_files import decode
from graph_loader.tree import mark_of, value_at
from graph_loader.yaml_text import MAX_DEPTH, MAX_TEXT, read_yaml
from tests.small_data import read_texts, small_text


def fields(text: str) -> dict:
    return read_yaml(text, "file.yaml", [])


def refusal(text: str) -> str:
    with pytest.raises(Refused) as raised:
        fields(text)
    return str(raised.value)


WORDS = "NO yes on off 1.10 010 0x1F 12:30:45 1_000 1E5 007 NA None null ~ 2024-02-30 .nan .inf true = +1 -0"


@pytest.mark.parametrize("text", [*WORDS.split(), "1" * 1000])
def test_text_stays_text(text):
    assert fields(f"field: {text}\n") == {"field": text}


def test_a_field_with_nothing_after_its_colon_is_absent_and_an_empty_text_is_not():
    assert fields("a:\nb: ''\nc: \"\"\n") == {"a": None, "b": "", "c": ""}


def test_the_place_of_every_name_and_value_is_kept():
    root = fields("steps:\n  - id: a\n    to:   'b'\n    helps: [x, y]\n")
    assert mark_of(root, ("steps", 0, "to")) == (3, 11)
    assert value_at(root, ("steps", 0)).keys_at["to"] == (3, 5)
    assert mark_of(root, ("steps", 0, "helps", 1)) == (4, 16)
    assert mark_of(root, ("steps", 0)) == (2, 5)


def test_the_place_of_what_is_not_there_is_that_of_the_record():
    root = fields("steps:\n  - id: a\n")
    assert mark_of(root, ("steps", 0, "locator")) == (2, 5)


def test_columns_count_letters_not_bytes():
    root = fields("a: {é日🙂: x, b: y}\n")
    assert mark_of(root, ("a", "b")) == (1, 16)


ENDS = ("\n", "\r\n", "\r", "\u2028", "\u2029", "\x85")


@pytest.mark.parametrize("end", ENDS, ids=ascii)
def test_every_kind_of_line_end_reads_the_same_at_the_same_places(end, tmp_path):
    plain = fields(small_text())
    other = fields(small_text().replace("\n", end))
    assert other == plain
    path = ("steps", 3, "to")
    assert mark_of(other, path) == mark_of(plain, path)


def test_a_byte_order_mark_changes_nothing(tmp_path):
    plain = read_texts(tmp_path, small_text()).catalogue
    marked = read_texts(tmp_path, "\ufeff" + small_text()).catalogue
    assert marked == plain


def test_a_byte_order_mark_does_not_shift_the_first_column():
    with pytest.raises(Refused, match=r"file.yaml:1:4: '&x' is an anchor"):
        read_yaml(decode(b"\xef\xbb\xbfa: &x 1\n", "file.yaml"), "file.yaml", [])


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_other_encodings_are_named_or_refused(encoding):
    with pytest.raises(Refused, match=r"UTF-16|UTF-32|U\+0000|not UTF-8"):
        decode(small_text().encode(encoding), "file.yaml")


def test_a_byte_that_is_not_utf8_is_found_at_its_letter():
    content = "a: é\nbcd: caf".encode() + b"\xe9"
    with pytest.raises(Refused, match=r"file.yaml:2:9: The byte 0xe9 is not UTF-8"):
        decode(content, "file.yaml")


def test_half_of_a_pair_of_surrogates_is_not_utf8():
    with pytest.raises(Refused, match=r"file.yaml:1:4: The byte 0xed is not UTF-8"):
        decode(b"a: \xed\xa0\x80", "file.yaml")


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x7f", "\x9b", "\ufffe"])
def test_a_control_character_is_found_at_its_place(character):
    with pytest.raises(
        Refused, match=rf"file.yaml:2:5: The character U\+{ord(character):04X} is not allowed"
    ):
        decode(f"a: b\nc: d{character}\n".encode(), "file.yaml")


def test_nesting_up_to_the_limit_is_read_and_one_more_is_refused():
    inside = MAX_DEPTH - 1
    assert fields(f"a: {'[' * inside}{']' * inside}\n")
    assert "file.yaml:1:19: This is nested more than 16 deep." in refusal(f"a: {'[' * 16}{']' * 16}\n")


def test_text_up_to_the_limit_is_read_and_one_more_is_refused():
    assert fields(f"a: {'x' * MAX_TEXT}\n")
    assert "This text has 20,001 characters; at most 20,000 are read." in refusal(
        f"a: {'x' * (MAX_TEXT + 1)}\n"
    )


def test_values_past_the_limit_are_refused(monkeypatch):
    monkeypatch.setattr(yaml_text, "MAX_VALUES", 20)
    assert "The file has more than 20 values." in refusal(f"a: [{'x, ' * 30}]\n")


def test_of_equal_names_the_first_is_kept_and_both_lines_are_named():
    notices = []
    assert read_yaml("a: 1\nb: 2\na: 3\n", "file.yaml", notices) == {"a": "1", "b": "2"}
    assert [str(each) for each in notices] == [
        "file.yaml:3:1: The field 'a' stands twice; first in line 1. Keep one of them."
    ]


def test_the_parser_in_python_reads_and_refuses_the_same(monkeypatch):
    monkeypatch.setattr(yaml_text, "_LOADER", yaml.SafeLoader)
    assert fields(small_text()) == yaml.load(small_text(), Loader=yaml.BaseLoader)
    assert "file.yaml:1:4: A quote opens here" in refusal("a: 'x\n")


@given(
    st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=8)
)
def test_what_a_yaml_writer_writes_is_read_as_it_was(value):
    text = yaml.safe_dump({"field": value}, default_style='"', allow_unicode=False)
    assert fields(text) == {"field": value}
