"""Explore the map: look around in all there is."""

from explorer.clock import today
from explorer.explore.page import show_exploring
from explorer.web import get_index, guarded


@guarded
def explore() -> None:
    """Show the page."""
    show_exploring(get_index().catalogue, today())


explore()
