"""The graph as GEXF, for Gephi."""

from __future__ import annotations

import io
import re
from typing import BinaryIO

import networkx as nx

from graph_loader.exports.holdable import LARGEST, fault_in_xml, refuse_what_does_not_fit
from graph_loader.exports.plain_graph import to_plain_graph
from pathways.catalogue import Catalogue

_DATE = re.compile(rb' lastmodifieddate="[^"]*"')


def write_gexf(catalogue: Catalogue, file: BinaryIO) -> None:
    """Write a catalogue. Raises DataError where XML cannot hold a value."""
    refuse_what_does_not_fit(catalogue, fault_in_xml, fault_in_xml, LARGEST)
    graph = to_plain_graph(catalogue)
    for *_, key, attributes in graph.edges(keys=True, data=True):
        attributes["id"] = key
    written = io.BytesIO()
    nx.write_gexf(graph, written, version="1.2draft")
    # The day of writing is left out, so that the same data are the same file on any day.
    head, end, rest = written.getvalue().partition(b">\n  <graph")
    file.write(_DATE.sub(b"", head, count=1) + end + rest + b"\n")
