"""Whatever shape the fields of a dataset have, reading gives notices: renamed, replaced, nested, left out."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.small_data import small
from tests.test_reading_fuzz import MANY, read

Path = tuple[str | int, ...]
VALUES = st.sampled_from(
    ["", "zzz", "three", None, [], {}, "L9", "manager", "care", "-", "inferred", "2030-01-01"]
)
CHANGES = ["drop", "longer", "shorter", "list", "block", "value", "double"]


def paths_of(value: Any, path: Path = ()) -> list[Path]:
    """The path of everything inside a value."""
    found = []
    for name, each in inner_of(value):
        found += [(*path, name), *paths_of(each, (*path, name))]
    return found


def inner_of(value: Any) -> list[tuple[Any, Any]]:
    if isinstance(value, dict):
        return list(value.items())
    return list(enumerate(value)) if isinstance(value, list) else []


PATHS = paths_of(small())


def spoil(data: Any, path: Path, how: str, value: Any) -> None:
    """Change what stands at a path, if an earlier change has left anything there."""
    holder = data
    for part in path[:-1]:
        holder = dict(inner_of(holder)).get(part)
    name = path[-1]
    if name not in dict(inner_of(holder)):
        return
    old = holder[name]
    if how == "drop":
        del holder[name]
    elif how in ("longer", "shorter") and isinstance(name, str):
        holder[name + name[-1] if how == "longer" else name[:-1]] = holder.pop(name)
    elif how == "double" and isinstance(holder, list):
        holder.insert(name, deepcopy(old))
    else:
        holder[name] = {"list": [old], "block": {"id": old}}.get(how, value)


@MANY
@given(st.lists(st.tuples(st.sampled_from(PATHS), st.sampled_from(CHANGES), VALUES), min_size=1, max_size=6))
def test_a_dataset_with_fields_of_the_wrong_shape(tmp_path, changes):
    data = small()
    for path, how, value in changes:
        spoil(data, path, how, value)
    read(tmp_path, yaml.safe_dump(data, sort_keys=False).encode(), "yaml")
