"""The graph as GraphML, for yEd, Cytoscape, igraph, Gephi and NetworkX."""

from __future__ import annotations

from typing import BinaryIO

import networkx as nx

from graph_loader.exports.holdable import LARGEST, fault_in_xml, refuse_what_does_not_fit
from graph_loader.exports.plain_graph import to_plain_graph
from pathways.catalogue import Catalogue


def write_graphml(catalogue: Catalogue, file: BinaryIO) -> None:
    """Write a catalogue. Raises DataError where XML cannot hold a value."""
    refuse_what_does_not_fit(catalogue, fault_in_xml, fault_in_xml, LARGEST)
    # Of the two writers that NetworkX has, this one needs nothing installed and so always writes the same.
    nx.write_graphml_xml(to_plain_graph(catalogue), file)
    file.write(b"\n")
