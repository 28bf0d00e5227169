"""The graph as CSV files for `neo4j-admin database import full`, for a database that is still empty.

What the import makes of them is what `neo4j_load.load` would have written, so that the program then reads it
as its store: the same nodes and relationships, sealed, with the pointer on them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time
from itertools import groupby
from pathlib import Path
from typing import Any

from graph_loader.exports.holdable import LARGEST, fault_in_json, refuse_what_does_not_fit
from graph_loader.flat import property_types, to_properties
from graph_loader.graph import ENDS, RECORD_TYPES, list_edges, list_records, measure
from graph_loader.neo4j_load import FORMAT, dataset_id
from pathways.catalogue import Catalogue
from pathways.model import Step
from pathways.store import DatasetVersion

BETWEEN = "\x1f"
"""What parts the texts of a list: the unit separator, which is no sign for reading."""

ARGUMENTS = "import.args"
"""The file that says which files there are and how to read them."""

LABELS = {kind: ("PathwayRecord", kind) for kind in RECORD_TYPES} | {
    kind: ("PathwayRecord", "Position", kind) for kind in ("Qualification", "JobRole")
}

LINKS: Mapping[str, Mapping[str, type]] = {
    "STEP": {"dataset": str}
    | {name: held for name, held in property_types(Step).items() if name not in ENDS},
    "ASKS": dict.fromkeys(("key", "at", "into", "kind", "weight", "locator"), str),
    "DERIVED_FROM": dict.fromkeys(("locator", "evidence", "note"), str),
}
"""The properties of relationships; those of another type have none."""

_TYPES = {str: "string", int: "long", bool: "boolean", date: "date", list: "string[]"}
_OPTIONS = ("--multiline-fields=true", f"--array-delimiter=U+{ord(BETWEEN):04X}")


def write_neo4j_csv(catalogue: Catalogue, folder: Path) -> None:
    """Write a file for each kind of node and of relationship, and the arguments of the import, into a folder.

    Raises DataError where CSV or the import cannot hold a value.
    """
    refuse_what_does_not_fit(catalogue, fault_in_json, _fault_in_list, LARGEST)
    arguments = [*_OPTIONS]
    for option, name, header, rows in _files(catalogue):
        file_name = f"{option}-{name}.csv"
        with (folder / file_name).open("w", encoding="utf-8", newline="") as file:
            file.write(",".join(header) + "\n")
            file.writelines(",".join(map(_cell, row)) + "\n" for row in rows)
        arguments.append(f"--{option}={file_name}")
    text = "".join(f"{each}\n" for each in arguments)
    (folder / ARGUMENTS).write_text(text, encoding="utf-8", newline="\n")


def is_ours(name: str) -> bool:
    """Say whether a file in a folder is named as one of an export."""
    return name == ARGUMENTS or (name.startswith(("nodes-", "relationships-")) and name.endswith(".csv"))


_File = tuple[str, str, list[str], Iterable[list[Any]]]
"""What it holds (nodes or relationships), of which kind, its header, its rows."""


def _files(catalogue: Catalogue) -> Iterator[_File]:
    dataset = dataset_id(catalogue.content_hash)
    yield from _about(catalogue, dataset)
    for kind, nodes in groupby(list_records(catalogue), key=lambda node: node[1]):
        fields = property_types(RECORD_TYPES[kind][0])
        header = ["node:ID(PathwayRecord)", ":LABEL", "dataset", "type", *_header(fields)]
        rows = (
            [node, [*LABELS[kind]], dataset, kind, *_values(attributes, fields)]
            for node, _, attributes in nodes
        )
        yield "nodes", kind, header, rows
    for kind, edges in groupby(list_edges(catalogue), key=lambda edge: edge[3]["type"]):
        columns = LINKS.get(kind, {})
        header = [":START_ID(PathwayRecord)", ":END_ID(PathwayRecord)", ":TYPE", *_header(columns)]
        rows = (
            [start, end, kind, *_values({**attributes, "dataset": dataset, **_named(kind, key)}, columns)]
            for start, end, key, attributes in edges
        )
        yield "relationships", kind, header, rows


def _about(catalogue: Catalogue, dataset: str) -> Iterator[_File]:
    """Yield the dataset as a sealed one, and the pointer to it."""
    size = measure(catalogue)
    version = DatasetVersion.of(catalogue, _day_of(catalogue))
    groups, counts = zip(*version.counts, strict=True)
    header = [
        "id:ID(PathwayDataset)",
        ":LABEL",
        "hash",
        "format:long",
        "status",
        "nodes:long",
        "relationships:long",
        "groups:string[]",
        "counts:long[]",
    ]
    row = [dataset, "PathwayDataset", version.content_hash, FORMAT, "complete", size.nodes, size.edges]
    yield "nodes", "PathwayDataset", header, [[*row, [*groups], [str(each) for each in counts]]]
    header = ["id:ID(PathwayCurrent)", ":LABEL", "dataset", "name", "loaded_at", "turn:long"]
    yield (
        "nodes",
        "PathwayCurrent",
        header,
        [["current", "PathwayCurrent", dataset, version.name, version.loaded_at.isoformat(), 1]],
    )


def _day_of(catalogue: Catalogue) -> datetime:
    """Return the newest day that a source was looked at.

    It stands for the time of loading, which files cannot know and should not differ by.
    """
    newest = max((source.checked_on for source in catalogue.sources), default=date.min)
    return datetime.combine(newest, time(), UTC)


def _named(kind: str, key: str) -> dict[str, str]:
    return {"key": key} if kind == "ASKS" else {}


def _header(columns: Mapping[str, type]) -> list[str]:
    return [f"{name}:{_TYPES[held]}" for name, held in columns.items()]


def _values(attributes: Mapping[str, Any], columns: Mapping[str, type]) -> list[Any]:
    held = to_properties(attributes)
    return [held.get(name) for name in columns]


def _cell(value: Any) -> str:
    """Return a value as the import reads it: nothing at all is absent, a pair of quotes an empty text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, list):
        value = BETWEEN.join(value)
    text = value.isoformat() if isinstance(value, date) else value
    return '"' + text.replace('"', '""') + '"'


def _fault_in_list(text: str) -> str | None:
    if not text:
        return "has an empty text in a list, which the import would lose"
    return f"has the character U+{ord(BETWEEN):04X} in a list" if BETWEEN in text else fault_in_json(text)
