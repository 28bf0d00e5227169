"""About: what can be relied on, where it comes from, whose it is, what happens to answers."""

from importlib.metadata import version

from explorer.drawings.about import about
from explorer.drawings.html import tag
from explorer.screen import show
from explorer.web import get_index, guarded


@guarded
def about_page() -> None:
    """Show the page."""
    show(tag("h1", "About Pathway Explorer"))
    show(tag("article", about(get_index().catalogue, version("pathway-explorer")), class_="pe-about"))


about_page()
