"""One defect gives exactly its notice, at its place: every field of the small dataset, spoilt in turn."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph_loader.tree import Block, Items
from graph_loader.yaml_text import read_yaml
from pathways.checks.references import REFERENCES
from tests.small_data import read_texts, small_text

ID_FIELDS = {"from", "to", "requirement", *(name for _, name in REFERENCES)} - {"helps"}
WORDS = {"kind", "evidence", "who", "weight"}


def lists_of_fields(value: object) -> Iterator[tuple[str, tuple[int, int], tuple[int, int], object]]:
    """Yield each field: its name, where that stands, where its value stands, and the value."""
    if isinstance(value, Block):
        for name, each in value.items():
            yield name, value.keys_at[name], value.values_at[name], each
            yield from lists_of_fields(each)
    elif isinstance(value, Items):
        for each, at in zip(value, value.items_at, strict=True):
            if isinstance(each, str):
                yield "entry", at, at, each
            yield from lists_of_fields(each)


FIELDS = [each for each in lists_of_fields(read_yaml(small_text(), "small", [])) if each[0] != "schema"]
KEYS = [(name, at) for name, at, _, _ in FIELDS if name != "entry"]
REFERRING = [
    (name, at, value)
    for name, _, at, value in FIELDS
    if isinstance(value, str) and (name in ID_FIELDS or name == "entry") and value != "anywhere"
]
CHOSEN = [(name, at, value) for name, _, at, value in FIELDS if name in WORDS]


def replaced(text: str, at: tuple[int, int], old: str, new: str) -> str:
    lines = text.split("\n")
    line = lines[at[0] - 1]
    assert line[at[1] - 1 :].startswith(old), (line, old)
    lines[at[0] - 1] = line[: at[1] - 1] + new + line[at[1] - 1 + len(old) :]
    return "\n".join(lines)


def found_in(folder: Path, text: str) -> list[tuple[str, int, int]]:
    notices = read_texts(folder, text).notices
    return [(each.code, each.location.line, each.location.column) for each in notices if each.location] + [
        (each.code, 0, 0) for each in notices if not each.location
    ]


@pytest.mark.parametrize(("name", "at"), KEYS, ids=lambda part: str(part).replace(" ", ""))
def test_a_misspelt_field_is_the_only_thing_reported(name, at, tmp_path):
    text = replaced(small_text(), at, name, name + name[-1])
    assert found_in(tmp_path, text) == [("unknown-field", *at)]


@pytest.mark.parametrize(("name", "at", "value"), REFERRING, ids=lambda part: str(part).replace(" ", ""))
def test_a_misspelt_reference_is_the_only_thing_reported(name, at, value, tmp_path):
    text = replaced(
        small_text(), at, value, value[0] + "Z" * (name in ("level", "at", "into")) + "z" + value[1:]
    )
    assert found_in(tmp_path, text) == [("unknown-id", *at)]


@pytest.mark.parametrize(("name", "at", "value"), CHOSEN, ids=lambda part: str(part).replace(" ", ""))
def test_an_unknown_word_is_the_only_thing_reported(name, at, value, tmp_path):
    text = replaced(small_text(), at, value, "sometimes")
    code = "unknown-prompt-column" if value in ("aspiration", "awareness") and at[0] < 10 else "bad-value"
    assert found_in(tmp_path, text) == [(code, *at)]
