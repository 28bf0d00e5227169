"""Whatever a file holds, reading gives notices and never an error of ours."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph_loader import read_data, shipped_data
from pathways.notices import Severity
from tests.small_data import TODAY, small_text
from tests.test_spreadsheet import FLORISTRY

RELAXED = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
MANY = settings(RELAXED, max_examples=300)
ENDINGS = st.sampled_from(["yaml", "csv"])


def read(folder: Path, content: bytes, ending: str):
    path = folder / f"file.{ending}"
    path.write_bytes(content)
    reading = read_data([path], today=TODAY)
    failed = any(notice.severity is Severity.ERROR for notice in reading.notices)
    assert (reading.catalogue is None) == failed
    for notice in reading.notices:
        assert "\n" not in str(notice)
        assert notice.message.endswith((".", "?"))
        if notice.location:
            assert notice.location.line >= 1
            assert notice.location.column >= 1
    return reading


@MANY
@given(st.binary(max_size=300), ENDINGS)
def test_any_bytes(tmp_path, content, ending):
    read(tmp_path, content, ending)


@MANY
@given(st.text(max_size=300), ENDINGS)
def test_any_text(tmp_path, text, ending):
    read(tmp_path, text.encode("utf-8", "replace"), ending)


PARTS = "steps: sector: matrix: rows: - id: a [ ] { } , : ' \" &a *a !t <<: > # ? % é any_of: at: into: L2"
YAML_PARTS = PARTS.split()
YAML_PARTS += [
    "schema: 1\n",
    "requirements:\n",
    "source: book\n",
    "conditions: ",
    "activities: ",
    "requirement: ",
]
YAML_PARTS += ["\n", "\n  ", "  ", " ", "\t", "|\n", "\n---\n", "\n...\n", "- "]
YAML_LIKE = st.lists(st.sampled_from(YAML_PARTS), max_size=60).map("".join)


@MANY
@given(YAML_LIKE)
def test_any_text_like_yaml(tmp_path, text):
    read(tmp_path, text.encode(), "yaml")


CSV_PARTS = (
    ', , , ; " "" L2 3 attainment any_of condition | position:x sector kind Floristry progression vacancy'
)
CSV_HEAD = "sector,at,into,kind,statement,entry,id,concept\n"
CSV_LIKE = st.lists(
    st.sampled_from([*CSV_PARTS.split(), "\n", "\n", "\r\n", "\t", " ", "a b", "'=1", "-", "é"]), max_size=60
).map("".join)


@MANY
@given(CSV_LIKE)
def test_any_text_like_a_spreadsheet(tmp_path, text):
    read(tmp_path, (CSV_HEAD + text).encode(), "csv")


def lines_moved(text: str) -> st.SearchStrategy[str]:
    """A text with a few of its characters changed, or of its lines left out, doubled or moved."""
    lines = text.split("\n")
    place = st.integers(0, len(lines) - 1)
    letters = st.sampled_from([*" \t\n:-[]{}'\"#&*!|>%@`,?é", "id", "L9", "", "\u202e", "- ", "null", "<<: "])

    def change(changes: list[tuple[str, int, int, str]]) -> str:
        now = list(lines)
        for how, at, other, letter in changes:
            at %= len(now)
            if how == "drop" and len(now) > 1:
                del now[at]
            elif how == "double":
                now.insert(at, now[at])
            elif how == "move":
                now.insert(other % len(now), now.pop(at))
            else:
                column = other % (len(now[at]) + 1)
                now[at] = now[at][:column] + letter + now[at][column + (how == "replace") :]
        return "\n".join(now)

    how = st.sampled_from(["drop", "double", "move", "insert", "replace"])
    return st.lists(st.tuples(how, place, place, letters), min_size=1, max_size=4).map(change)


@MANY
@given(lines_moved(small_text()))
def test_a_small_dataset_with_a_few_lines_spoilt(tmp_path, text):
    read(tmp_path, text.encode("utf-8"), "yaml")


@MANY
@given(lines_moved(FLORISTRY))
def test_a_spreadsheet_with_a_few_lines_spoilt(tmp_path, text):
    read(tmp_path, text.encode("utf-8"), "csv")


SHIPPED = sorted(shipped_data().rglob("*.yaml"))


@settings(RELAXED, max_examples=40)
@given(st.data())
def test_a_shipped_file_with_a_few_lines_spoilt(tmp_path, data):
    text = data.draw(st.sampled_from(SHIPPED)).read_text("utf-8")
    read(tmp_path, data.draw(lines_moved(text)).encode("utf-8"), "yaml")


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_a_shipped_file_cut_anywhere(path, tmp_path):
    content = path.read_bytes()
    for end in range(0, len(content), max(1, len(content) // 12)):
        read(tmp_path, content[:end], "yaml")
