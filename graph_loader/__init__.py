"""Everything outside the domain: files in, stores, files out."""

from graph_loader.data_files import shipped_data as shipped_data
from graph_loader.reading import Reading as Reading
from graph_loader.reading import load_catalogue as load_catalogue
from graph_loader.reading import read_data as read_data
from graph_loader.stores import load_graph as load_graph
from graph_loader.stores import open_store as open_store
