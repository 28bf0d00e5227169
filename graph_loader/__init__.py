"""Everything outside the domain: files in, stores, files out."""

from typing import TYPE_CHECKING, Any

from graph_loader.data_files import shipped_data as shipped_data
from graph_loader.loading import load_catalogue as load_catalogue
from graph_loader.stores import load_graph as load_graph
from graph_loader.stores import open_store as open_store

if TYPE_CHECKING:
    from graph_loader.reading import Reading as Reading
    from graph_loader.reading import read_data as read_data


def __getattr__(name: str) -> Any:
    """Import the readers when they are asked for: data that are kept need none."""
    if name not in ("Reading", "read_data"):
        raise AttributeError(f"module 'graph_loader' has no attribute '{name}'")
    from graph_loader import reading

    return getattr(reading, name)
