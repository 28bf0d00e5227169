"""Sources and data health: where the facts come from, and in what state they are."""

from explorer.clock import now, today
from explorer.drawings.html import tag
from explorer.screen import show
from explorer.sources.page import check_in_use, show_data, show_notices, show_sources, show_trouble
from explorer.web import get_served, guarded
from pathways.errors import DataError


@guarded
def sources_page() -> None:
    """Show the page, also where the data cannot be used: then it says what is wrong with them."""
    show(tag("h1", "Sources and data health"))
    day = today()
    try:
        served = get_served()
    except DataError as error:
        checked = check_in_use(day, now())
        show_trouble(checked, error.notices)
        show_notices(checked)
        return
    checked = check_in_use(day, now())
    show_data(served, checked, day)
    show_notices(checked)
    show_sources(served.index.catalogue, day)


sources_page()
