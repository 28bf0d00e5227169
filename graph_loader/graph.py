"""The catalogue as a NetworkX graph that anyone can inspect, and back again.

Every node and edge says its `type`; its other attributes are the fields of the record, as the data guide
names them. What a record cites is spread out as `source`, `locator`, `evidence` and `note`.

Nodes: a Qualification or JobRole is its bare id, "nursery-manager"; all else has its type before its id:
"level:L3", "sector:childcare", "requirement:...", "concept:...", "source:...". Ids hold no colon, so no two
nodes can meet. A qualification's own type ("apprenticeship") is `qualification_type`.

Edges: the key of a STEP is the step's id; the key of any other edge is its type.
- STEP, position to position: what the step asks beyond the rows it carries (`matrix` of a Sector has those)
- AT_LEVEL and IN_SECTOR, position to level and to sector
- NEXT_LEVEL, level to the level above
- ABOUT, requirement to concept
- BROADER, concept to the wider concept that contains it
- DERIVED_FROM, position, requirement or sector to source: with `locator`, `evidence` and `note`

`graph.graph` has the `name` of the dataset, and its `activities` and `prompts`, which no edge meets.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import fields
from itertools import pairwise
from typing import Any

import networkx as nx

from pathways.catalogue import Catalogue
from pathways.errors import DataError
from pathways.model import (
    Citation,
    Concept,
    JobRole,
    Level,
    Qualification,
    Requirement,
    Sector,
    Source,
    Step,
)
from pathways.notices import Notice, Severity, Subject

NODE_TYPES: dict[str, tuple[type[Any], str]] = {
    "Level": (Level, "levels"),
    "Sector": (Sector, "sectors"),
    "Qualification": (Qualification, "qualifications"),
    "JobRole": (JobRole, "job_roles"),
    "Requirement": (Requirement, "requirements"),
    "Concept": (Concept, "concepts"),
    "Source": (Source, "sources"),
}
"""The record and the field of a catalogue that each type of node stands for."""

CITED = tuple(each.name for each in fields(Citation))
ENDS = ("from_id", "to_id")


def to_graph(catalogue: Catalogue) -> nx.MultiDiGraph[str]:
    """Return the catalogue as a frozen graph. Raises DataError where an id is used twice or leads nowhere.

    Nodes and edges cannot be added or taken away; make a `graph.copy()` to work on.
    """
    _refuse_shared_ids(catalogue)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(
        name=catalogue.name, activities=catalogue.activities, prompts=catalogue.prompts
    )
    for kind, (_, group) in NODE_TYPES.items():
        for record in getattr(catalogue, group):
            graph.add_node(node_of(kind, record.id), type=kind, **_attributes(record))
    edges = tuple(_edges(catalogue))
    _refuse_loose_ends(graph, edges)
    for start, end, key, attributes in edges:
        graph.add_edge(start, end, key, **attributes)
    nx.freeze(graph)
    return graph


def to_catalogue(graph: nx.MultiDiGraph[str]) -> Catalogue:
    """Return the catalogue that a graph made by `to_graph`, or a changed copy of it, holds."""
    groups: dict[str, list[Any]] = {group: [] for _, group in NODE_TYPES.values()}
    for _, attributes in graph.nodes(data=True):
        record, group = NODE_TYPES[attributes["type"]]
        groups[group].append(_record(record, attributes))
    groups["steps"] = [
        _record(Step, {**attributes, "from_id": start, "to_id": end})
        for start, end, attributes in graph.edges(data=True)
        if attributes["type"] == "STEP"
    ]
    lists = {group: graph.graph[group] for group in ("activities", "prompts")}
    return Catalogue.of(graph.graph["name"], **groups, **lists)


def node_of(kind: str, record_id: str) -> str:
    """Return the node of a record: the bare id of a position, "sector:childcare" for all else."""
    return record_id if kind in ("Qualification", "JobRole") else f"{kind.lower()}:{record_id}"


Edge = tuple[str, str, str, dict[str, Any]]


def _edges(catalogue: Catalogue) -> Iterator[Edge]:
    """Give every edge as (from, to, key, attributes)."""
    for lower, upper in pairwise(catalogue.levels):
        yield _link(node_of("Level", lower.id), "NEXT_LEVEL", node_of("Level", upper.id))
    for position in catalogue.position_by_id.values():
        yield _link(position.id, "AT_LEVEL", node_of("Level", position.level))
        yield _link(position.id, "IN_SECTOR", node_of("Sector", position.sector))
        yield _derived(position.id, position.citation)
    for requirement in catalogue.requirements:
        node = node_of("Requirement", requirement.id)
        if requirement.concept:
            yield _link(node, "ABOUT", node_of("Concept", requirement.concept))
        yield _derived(node, requirement.citation)
    for concept in catalogue.concepts:
        if concept.broader:
            yield _link(node_of("Concept", concept.id), "BROADER", node_of("Concept", concept.broader))
    for sector in catalogue.sectors:
        if sector.matrix:
            yield _derived(node_of("Sector", sector.id), sector.matrix.citation)
    for step in catalogue.steps:
        attributes = {name: value for name, value in _attributes(step).items() if name not in ENDS}
        yield step.from_id, step.to_id, step.id, {"type": "STEP", **attributes}


def _link(start: str, name: str, end: str) -> Edge:
    return start, end, name, {"type": name}


def _derived(node: str, citation: Citation) -> Edge:
    where = {"locator": citation.locator, "evidence": citation.evidence, "note": citation.note}
    return node, node_of("Source", citation.source), "DERIVED_FROM", {"type": "DERIVED_FROM", **where}


def _attributes(record: Any) -> dict[str, Any]:
    """Return a record's fields, with what it cites spread out and no field called `type`."""
    held = {each.name: getattr(record, each.name) for each in fields(record)}
    citation = held.pop("citation", None)
    if citation is not None:
        held.update({name: getattr(citation, name) for name in CITED})
    if isinstance(record, Qualification):
        held["qualification_type"] = held.pop("type")
    return held


def _record(kind: type[Any], attributes: dict[str, Any]) -> Any:
    """Undo `_attributes`."""
    names = {each.name for each in fields(kind)}
    held = {name: value for name, value in attributes.items() if name in names and name != "type"}
    if "citation" in names:
        held["citation"] = Citation(**{name: attributes[name] for name in CITED})
    if kind is Qualification:
        held["type"] = attributes["qualification_type"]
    return kind(**held)


def _refuse_shared_ids(catalogue: Catalogue) -> None:
    """Raise DataError where two records would be one node, or two steps one edge."""
    nodes = [
        node_of(kind, each.id)
        for kind, (_, group) in NODE_TYPES.items()
        for each in getattr(catalogue, group)
    ]
    uses = Counter([*nodes, *(f"step:{step.id}" for step in catalogue.steps)])
    _refuse(
        _notice("shared-id", name, f"'{name}' is the id of {count} records. Give each its own.")
        for name, count in uses.items()
        if count > 1
    )


def _refuse_loose_ends(graph: nx.MultiDiGraph[str], edges: tuple[Edge, ...]) -> None:
    """Raise DataError where an edge would make up a node: NetworkX itself would add an empty one."""
    _refuse(
        _notice(
            "loose-end",
            key,
            f"{attributes['type']} from '{start}' to '{end}': '{missing}' is not in the data. "
            "Add it, or mend the name.",
        )
        for start, end, key, attributes in edges
        for missing in (start, end)
        if missing not in graph
    )


def _notice(code: str, subject: str, message: str) -> Notice:
    return Notice(code, Severity.ERROR, None, message, Subject("graph", subject))


def _refuse(notices: Iterable[Notice]) -> None:
    found = tuple(notices)
    if found:
        raise DataError(found)
