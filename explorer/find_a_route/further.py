"""The pages that say more of an answer: Move sector and Compare sectors, with its places filled in."""

from __future__ import annotations

from urllib.parse import urlencode

from explorer.answers import Answer
from explorer.compare_sectors.address import MOST_SECTORS, Asked, write_asked
from explorer.drawings.html import Html, tag
from explorer.moves import Moves
from explorer.sector_overlap import SectorOverlap
from explorer.words import place_name, sector_name
from pathways.catalogue import Catalogue
from pathways.transfer_results import Transfer

MOST_LINKS = 8
"""How many moves are linked to; more are starts nobody asked about one by one."""


def further(answer: Answer, catalogue: Catalogue) -> Html | None:
    """Return links to the page that shows all that an answer rests on; None where no page shows more."""
    match answer.result:
        case Moves(transfers=transfers):
            pages = _moves(transfers, answer, catalogue)
        case SectorOverlap() as compared:
            asked = Asked(compared.sectors[:MOST_SECTORS])
            pages = {
                "compare_sectors?"
                + urlencode(write_asked(asked, catalogue)): "See these sectors side by side"
            }
        case _:
            transfers = (answer.re_entry,) if answer.re_entry else ()
            pages = _moves(transfers, answer, catalogue)
    if not pages:
        return None
    return tag("div", *(tag("p", tag("a", said, href=f"./{page}")) for page, said in pages.items()))


def _moves(transfers: tuple[Transfer, ...], answer: Answer, catalogue: Catalogue) -> dict[str, str]:
    """Return addresses of the page Move sector with what each is called."""
    starts = {each.place for each in transfers}
    whole = len(transfers) > 1 and len(starts) == 1
    asked = answer.understood.as_of if answer.understood else None
    pages = {}
    for each in transfers[:1] if whole else transfers[:MOST_LINKS]:
        here = place_name(each.place, catalogue)
        params = {"start": str(each.place)}
        if not whole:
            params["to"] = each.to
        if asked:
            params["as_of"] = asked.isoformat()
        there = "every other sector" if whole else sector_name(each.to, catalogue)
        pages[f"move?{urlencode(params)}"] = f"See the move from {here} to {there}, level by level"
    return pages
