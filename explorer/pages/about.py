"""About: what can be relied on, where it comes from, whose it is, what happens to answers."""

from importlib.metadata import version

from explorer.drawings.about import about
from explorer.drawings.html import tag
from explorer.screen import show
from explorer.web import get_served, guarded
from explorer.words.serving import FROM


@guarded
def about_page() -> None:
    """Show the page."""
    show(tag("h1", "About Pathway Explorer"))
    served = get_served()
    told = about(served.index.catalogue, version("pathway-explorer"), FROM[served.origin])
    show(tag("article", told, class_="pe-about"))


about_page()
