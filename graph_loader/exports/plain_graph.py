"""The graph as NetworkX writes it for other tools: plain values, and names that mean nothing else there.

`graph_loader.graph` says what the nodes and edges are. Here they are labelled too, a position has the `rank`
of its level, and what no edge meets (activities, prompts) is a node all the same. Every edge has an id of its
own, "e1", "e2" ....
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import networkx as nx

from graph_loader.flat import to_properties
from graph_loader.graph import list_edges, list_records
from pathways.catalogue import Catalogue

NODE_NAMES = {"id": "record", "source": "cited_source"}
"""Attributes of nodes under other names: `id` is the node, `source` in some tools the end of an edge."""

EDGE_NAMES = {"id": "step", "type": "relation", "source": "cited_source", "weight": "asked_as"}
"""The same for edges: their `type` is directed or not, their `weight` a number, their `source` a node."""

LABELS = ("title", "statement")
"""The first of these that a record has is what a drawing should say; else it is the node."""


def to_plain_graph(catalogue: Catalogue, *, lists: bool = False) -> nx.MultiDiGraph[str]:
    """Return a graph whose attributes are texts, numbers, yes or no. Days are ISO text, lists JSON text.

    With `lists`, for a format that has them, lists of texts stay lists.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(name=catalogue.name)
    ranks = {level.id: level.rank for level in catalogue.levels}
    for node, kind, attributes in list_records(catalogue):
        label = next((attributes[name] for name in LABELS if attributes.get(name)), node)
        held = {"label": label, "type": kind, **_plain(attributes, NODE_NAMES, lists)}
        if node in catalogue.position_by_id:
            held["rank"] = ranks[attributes["level"]]
        graph.add_node(node, **held)
    for number, (start, end, key, attributes) in enumerate(list_edges(catalogue), 1):
        held = {"label": key, **_plain(attributes, EDGE_NAMES, lists)}
        graph.add_edge(start, end, f"e{number}", **held)
    return graph


def _plain(attributes: Mapping[str, Any], names: Mapping[str, str], lists: bool) -> dict[str, Any]:
    held = to_properties(attributes)
    return {names.get(name, name): _value(value, lists) for name, value in held.items()}


def _value(value: Any, lists: bool) -> Any:
    if isinstance(value, list):
        return value if lists else json.dumps(value, ensure_ascii=False)
    return value.isoformat() if isinstance(value, date) else value
