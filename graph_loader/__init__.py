"""Everything outside the domain: files in, stores, files out."""

from graph_loader.stores import load_graph as load_graph
from graph_loader.stores import open_store as open_store
