"""The graph as node-link JSON, for D3, JavaScript and NetworkX: lists of `nodes` and of `edges`."""

from __future__ import annotations

import inspect
import json
from typing import BinaryIO

import networkx as nx

from graph_loader.exports.holdable import fault_in_json, refuse_what_does_not_fit
from graph_loader.exports.plain_graph import to_plain_graph
from pathways.catalogue import Catalogue

_EDGES = "edges" if "edges" in inspect.signature(nx.node_link_data).parameters else "link"
"""What NetworkX calls the name for the list of edges: before 3.4 it had another."""


def write_node_link(catalogue: Catalogue, file: BinaryIO) -> None:
    """Write a catalogue. Raises DataError where no text can hold a value."""
    refuse_what_does_not_fit(catalogue, fault_in_json, fault_in_json, None)
    data = nx.node_link_data(to_plain_graph(catalogue, lists=True), **{_EDGES: "edges"})
    file.write(json.dumps(data, ensure_ascii=False, indent=1).encode() + b"\n")
