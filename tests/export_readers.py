"""Reads exported graphs back into catalogues, as the tools that they are for would read them."""

from __future__ import annotations

import json
import re
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import networkx as nx

from graph_loader.exports.neo4j_csv import BETWEEN
from graph_loader.exports.plain_graph import EDGE_NAMES, NODE_NAMES
from graph_loader.flat import from_properties, property_types
from graph_loader.graph import RECORD_TYPES
from pathways.catalogue import Catalogue
from pathways.model import Step

Row = dict[str, Any]


def graph_of(form: str, content: bytes) -> Any:
    """Read an export of one file as NetworkX does."""
    match form:
        case "graphml":
            return nx.read_graphml(BytesIO(content), force_multigraph=True)
        case "gexf":
            return nx.read_gexf(BytesIO(content))
        case _:
            return nx.node_link_graph(json.loads(content), edges="edges")


def catalogue_of(graph: Any) -> Catalogue:
    """Return the catalogue that a graph which was read holds."""
    groups: dict[str, list[Any]] = {group: [] for _, group in RECORD_TYPES.values()}
    for _, attributes in graph.nodes(data=True):
        kind, group = RECORD_TYPES[attributes["type"]]
        groups[group].append(_record(kind, attributes, NODE_NAMES))
    groups["steps"] = [
        _record(Step, attributes, EDGE_NAMES, from_id=start, to_id=end)
        for start, end, attributes in graph.edges(data=True)
        if attributes["relation"] == "STEP"
    ]
    return Catalogue.of(graph.graph.get("name", ""), **groups)


def _record(kind: type, attributes: Row, names: dict[str, str], **more: str) -> Any:
    types = property_types(kind)
    held = {name: attributes[names.get(name, name)] for name in types if names.get(name, name) in attributes}
    for name, value in held.items():
        if types[name] is list and isinstance(value, str):
            held[name] = json.loads(value)
    return from_properties(kind, {**held, **more})


def rows_of(file: Path) -> list[Row]:
    """Read a CSV file as the import of Neo4j does: what has no quotes round it and is empty is absent."""
    text = file.read_bytes().decode()
    found = re.compile(r'(?:"((?:[^"]|"")*)"|([^,\n]*))([,\n])').finditer(text)
    lines: list[list[str | None]] = [[]]
    for each in found:
        quoted, bare, end = each.groups()
        lines[-1].append(quoted.replace('""', '"') if quoted is not None else bare or None)
        if end == "\n":
            lines.append([])
    header, *rows, last = lines
    assert last == []
    assert all(len(row) == len(header) for row in rows)
    names = [(name or "").rpartition(":") for name in header]
    return [
        {
            before or after: _typed(after, value)
            for (before, _, after), value in zip(names, row, strict=True)
            if value is not None
        }
        for row in rows
    ]


def _typed(kind: str, value: str) -> Any:
    match kind:
        case "long":
            return int(value)
        case "boolean":
            return {"true": True, "false": False}[value]
        case "date":
            return date.fromisoformat(value)
        case "string[]" | "LABEL":
            return value.split(BETWEEN)
        case _:
            return value


def catalogue_in(folder: Path) -> Catalogue:
    """Return the catalogue that the files in a folder hold."""
    (current,) = rows_of(folder / "nodes-PathwayCurrent.csv")
    groups: dict[str, list[Any]] = {}
    ids = {}
    for name, (kind, group) in RECORD_TYPES.items():
        file = folder / f"nodes-{name}.csv"
        rows = rows_of(file) if file.exists() else []
        ids.update({row["node"]: row["id"] for row in rows})
        groups[group] = [from_properties(kind, row) for row in rows]
    steps = folder / "relationships-STEP.csv"
    groups["steps"] = [
        from_properties(
            Step,
            {
                **row,
                "from_id": ids[row["START_ID(PathwayRecord)"]],
                "to_id": ids[row["END_ID(PathwayRecord)"]],
            },
        )
        for row in (rows_of(steps) if steps.exists() else [])
    ]
    return Catalogue.of(current.get("name", ""), **groups)
