"""The network in words: every place that is drawn, and where its steps lead."""

from __future__ import annotations

from explorer.drawings.html import Html, join, tag
from explorer.drawings.network import Network
from explorer.words import day_in_words


def in_words(network: Network) -> Html:
    """Return what a network shows as a table that opens: its text equivalent on the page."""
    return tag("details", tag("summary", "This network in words"), table(network), class_="pe-more")


def table(network: Network) -> Html:
    """Return the places of a network, the stops of its route first, and where each of them leads."""
    head = tag("tr", tag("th", "Place", scope="col"), tag("th", "Leads to", scope="col"))
    stops = sorted((each for each in network.nodes if each.number), key=lambda each: each.number or 0)
    others = sorted((each for each in network.nodes if not each.number), key=lambda each: each.told)
    leads = _leads(network)
    rows = [_row(_place(each.told, each.number), leads[each.id]) for each in (*stops, *others)]
    caption = tag("caption", "All places that are drawn, and where their steps lead")
    made = tag("table", caption, tag("thead", head), tag("tbody", *rows))
    return tag(
        "div", made, class_="pe-table", tabindex="0", role="region", aria_label="All places that are drawn"
    )


def _leads(network: Network) -> dict[str, list[str]]:
    """Return the titles that each place leads to; those on the route and those that are closed say so."""
    titles = {node.id: node.title for node in network.nodes}
    leads: dict[str, list[str]] = {node.id: [] for node in network.nodes}
    for edge in network.edges:
        remark = ", on the route" if edge.on_route else ""
        closed = f" (closed on {day_in_words(network.as_of)})" if edge.closed else ""
        leads[edge.start].append(f"{titles[edge.end]}{remark}{closed}")
    return leads


def _place(told: str, number: int | None) -> Html:
    return join(told) if number is None else join(tag("b", f"Stop {number}. "), told)


def _row(place: Html, leads: list[str]) -> Html:
    ends = tag("ul", *(tag("li", each) for each in leads)) if leads else "No further step is on record."
    return tag("tr", tag("td", place), tag("td", ends))
