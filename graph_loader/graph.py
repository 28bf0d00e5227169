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
- GIVES, position to requirement: what holding it, or doing the job, meets
- ASKS, sector to requirement: an entry of its matrix, with `at` and `into` (the row), `kind`, `weight` and
  `locator`. Its key is the place of the entry in the matrix. What only helps has the weight "helps"
- DERIVED_FROM, position, requirement or sector to source: with `locator`, `evidence` and `note`

`graph.graph` has the `name` of the dataset, and its `activities` and `prompts`, which no edge meets.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Any

import networkx as nx

from graph_loader.attributes import attributes_of, record_of
from pathways.catalogue import Catalogue
from pathways.errors import DataError
from pathways.model import (
    Activity,
    CellEntry,
    Citation,
    Concept,
    JobRole,
    Kind,
    Level,
    Matrix,
    Prompt,
    Qualification,
    Requirement,
    Sector,
    Source,
    Step,
    Weight,
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

RECORD_TYPES: dict[str, tuple[type[Any], str]] = {
    **NODE_TYPES,
    "Activity": (Activity, "activities"),
    "Prompt": (Prompt, "prompts"),
}
"""The same for every record but steps: those too that no edge meets."""

ENDS = ("from_id", "to_id")

ANY_OF = "any-of"
"""The weight of what is asked for as one of several."""


def to_graph(catalogue: Catalogue) -> nx.MultiDiGraph[str]:
    """Return the catalogue as a frozen graph. Raises DataError where an id is used twice or leads nowhere.

    Nodes and edges cannot be added or taken away; make a `graph.copy()` to work on.
    """
    measure(catalogue)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(
        name=catalogue.name, activities=catalogue.activities, prompts=catalogue.prompts
    )
    for node, kind, attributes in list_nodes(catalogue):
        graph.add_node(node, type=kind, **attributes)
    for start, end, key, attributes in list_edges(catalogue):
        graph.add_edge(start, end, key, **attributes)
    nx.freeze(graph)
    return graph


def to_catalogue(graph: nx.MultiDiGraph[str]) -> Catalogue:
    """Return the catalogue that a graph made by `to_graph`, or a changed copy of it, holds."""
    groups: dict[str, list[Any]] = {group: [] for _, group in NODE_TYPES.values()}
    for _, attributes in graph.nodes(data=True):
        record, group = NODE_TYPES[attributes["type"]]
        groups[group].append(record_of(record, attributes))
    groups["steps"] = [
        record_of(Step, {**attributes, "from_id": start, "to_id": end})
        for start, end, attributes in graph.edges(data=True)
        if attributes["type"] == "STEP"
    ]
    lists = {group: graph.graph[group] for group in ("activities", "prompts")}
    return Catalogue.of(graph.graph["name"], **groups, **lists)


def node_of(kind: str, record_id: str) -> str:
    """Return the node of a record: the bare id of a position, "sector:childcare" for all else."""
    return record_id if kind in ("Qualification", "JobRole") else f"{kind.lower()}:{record_id}"


Node = tuple[str, str, dict[str, Any]]
"""A node: its id, its type, its attributes."""

Edge = tuple[str, str, str, dict[str, Any]]
"""An edge: from, to, key, attributes; its `type` is among them."""


def list_nodes(catalogue: Catalogue) -> Iterator[Node]:
    """Yield every node, those of a type together."""
    return _nodes(catalogue, NODE_TYPES)


def list_records(catalogue: Catalogue) -> Iterator[Node]:
    """Yield every node, and after them as nodes those records that no edge meets."""
    return _nodes(catalogue, RECORD_TYPES)


def _nodes(catalogue: Catalogue, types: Mapping[str, tuple[type[Any], str]]) -> Iterator[Node]:
    for kind, (_, group) in types.items():
        for record in getattr(catalogue, group):
            yield node_of(kind, record.id), kind, attributes_of(record)


def list_edges(catalogue: Catalogue) -> Iterator[Edge]:
    """Yield every edge, those of a type together."""
    yield from _links(catalogue)
    for step in catalogue.steps:
        attributes = {name: value for name, value in attributes_of(step).items() if name not in ENDS}
        yield step.from_id, step.to_id, step.id, {"type": "STEP", **attributes}


def _links(catalogue: Catalogue) -> Iterator[Edge]:
    """Yield every edge that is no step."""
    for lower, upper in pairwise(catalogue.levels):
        yield _link(node_of("Level", lower.id), "NEXT_LEVEL", node_of("Level", upper.id))
    positions = catalogue.position_by_id.values()
    for position in positions:
        yield _link(position.id, "AT_LEVEL", node_of("Level", position.level))
    for position in positions:
        yield _link(position.id, "IN_SECTOR", node_of("Sector", position.sector))
    for requirement in catalogue.requirements:
        if requirement.concept:
            node = node_of("Requirement", requirement.id)
            yield _link(node, "ABOUT", node_of("Concept", requirement.concept))
    for concept in catalogue.concepts:
        if concept.broader:
            yield _link(node_of("Concept", concept.id), "BROADER", node_of("Concept", concept.broader))
    for position in positions:
        for given in dict.fromkeys(position.gives):
            if given in catalogue.requirement_by_id:
                yield _link(position.id, "GIVES", node_of("Requirement", given))
    for sector in catalogue.sectors:
        if sector.matrix:
            yield from _asks(sector.id, sector.matrix, catalogue.requirement_by_id)
    yield from _sources(catalogue)


def _sources(catalogue: Catalogue) -> Iterator[Edge]:
    """Yield where positions, requirements and matrices are known from."""
    for position in catalogue.position_by_id.values():
        yield _derived(position.id, position.citation)
    for requirement in catalogue.requirements:
        yield _derived(node_of("Requirement", requirement.id), requirement.citation)
    for sector in catalogue.sectors:
        if sector.matrix:
            yield _derived(node_of("Sector", sector.id), sector.matrix.citation)


def _asks(sector: str, matrix: Matrix, known: Container[str]) -> Iterator[Edge]:
    """Yield what the entries of a matrix name that is among the requirements."""
    for row in matrix.rows:
        for kind in Kind:
            for place, entry in enumerate(row.cell(kind)):
                for number, (requirement, weight) in enumerate(_named(entry)):
                    if requirement in known:
                        yield (
                            node_of("Sector", sector),
                            node_of("Requirement", requirement),
                            f"{row.at}>{row.into} {kind} {place}.{number}",
                            {
                                "type": "ASKS",
                                "at": row.at,
                                "into": row.into,
                                "kind": kind,
                                "weight": weight,
                                "locator": entry.locator,
                            },
                        )


def _named(entry: CellEntry) -> Iterator[tuple[str, str]]:
    """Yield every requirement of an entry, and how much it weighs: essential, helps, or one of several."""
    yield from ((each, entry.weight.value) for each in entry.requirements)
    yield from ((each, ANY_OF) for choice in entry.any_of for each in choice.requirements)
    yield from ((each, Weight.HELPS.value) for each in entry.helps)


def _link(start: str, name: str, end: str) -> Edge:
    return start, end, name, {"type": name}


def _derived(node: str, citation: Citation) -> Edge:
    where = {"locator": citation.locator, "evidence": citation.evidence, "note": citation.note}
    return node, node_of("Source", citation.source), "DERIVED_FROM", {"type": "DERIVED_FROM", **where}


@dataclass(frozen=True, slots=True)
class Size:
    """How many nodes there are, records that no edge meets among them, and how many edges."""

    nodes: int
    edges: int


def measure(catalogue: Catalogue) -> Size:
    """Count nodes and edges.

    Raises DataError where two records would be one node, two steps one edge, or an edge leads nowhere.
    """
    nodes = Counter(
        node_of(kind, record.id)
        for kind, (_, group) in RECORD_TYPES.items()
        for record in getattr(catalogue, group)
    )
    uses = nodes + Counter(f"step:{step.id}" for step in catalogue.steps)
    _refuse(
        _notice("shared-id", name, f"'{name}' is the id of {count} records. Give each its own.")
        for name, count in uses.items()
        if count > 1
    )
    edges = 0
    loose: list[Notice] = []
    # Without their attributes: a graph can have a million edges.
    links = ((start, end, key, attributes["type"]) for start, end, key, attributes in _links(catalogue))
    steps = ((step.from_id, step.to_id, step.id, "STEP") for step in catalogue.steps)
    for start, end, key, type_ in chain(links, steps):
        edges += 1
        # NetworkX itself would add an empty node where an edge leads to none.
        loose.extend(
            _notice(
                "loose-end",
                key,
                f"{type_} from '{start}' to '{end}': '{missing}' is not in the data. "
                "Add it, or mend the name.",
            )
            for missing in (start, end)
            if missing not in nodes
        )
    _refuse(loose)
    return Size(len(nodes), edges)


def _notice(code: str, subject: str, message: str) -> Notice:
    return Notice(code, Severity.ERROR, None, message, Subject("graph", subject))


def _refuse(notices: Iterable[Notice]) -> None:
    found = tuple(notices)
    if found:
        raise DataError(found)
