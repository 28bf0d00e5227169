"""Works out all moves between the sectors that ship: `python -m tests.transfers_report` writes the page."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from explorer.words.transfer_needs import need_names
from pathways.catalogue import Catalogue
from pathways.model import GENERAL
from pathways.places import Place
from pathways.route_index import RouteIndex
from pathways.transfer import find_transfer
from pathways.transfer_results import Entry, Role, Transfer, Verdict
from tests.shipped import TODAY, index

PAGE = Path(__file__).parent.parent / "docs" / "transfers.md"
BEGIN, END = "<!-- worked out: begin -->", "<!-- worked out: end -->"
SIGNS = {Verdict.DIRECT: "yes", Verdict.WITH_BRIDGING: "catch up", Verdict.NOT_DIRECT: "no"}
LEVELS = ("L2", "L3")
FROM_SCHOOL = {"L2": "gcses-grade-4-9", "L3": "a-levels"}
"""Where people start from who come from school: no short courses, which also stand in the general route."""


def starts_at(level: str, catalogue: Catalogue) -> dict[str, Place]:
    """Return where one leaves each sector from at a level."""
    return {
        sector: Place(FROM_SCHOOL[level]) if sector == GENERAL else Place(sector=sector, level=level)
        for sector in catalogue.sector_by_id
    }


def every_transfer(index: RouteIndex, level: str) -> dict[tuple[str, str], Transfer]:
    """Return what moving comes to for each ordered pair of sectors, from one level."""
    catalogue = index.catalogue
    return {
        (sector, other): find_transfer(index, place, other, TODAY)
        for sector, place in starts_at(level, catalogue).items()
        for other in catalogue.sector_by_id
        if other != sector
    }


def above(transfer: Transfer, catalogue: Catalogue) -> Entry | None:
    """Return the first level above the one to re-enter at that is refused."""
    least = catalogue.rank(transfer.re_entry) if transfer.re_entry else -2
    refused = (
        entry
        for entry in transfer.levels
        if catalogue.rank(entry.level) > least and entry.verdict is Verdict.NOT_DIRECT
    )
    return next(refused, None)


def tables(index: RouteIndex) -> str:
    """Return the part of the page that is worked out."""
    return "\n".join(_lines(index))


def _lines(index: RouteIndex) -> Iterator[str]:
    catalogue = index.catalogue
    names = {each.id: each.title for each in catalogue.sectors}
    for level in LEVELS:
        found = every_transfer(index, level)
        yield f"### From level {level[1:]}: where one could start"
        yield ""
        yield f"| from \\ to | {' | '.join(names.values())} |"
        yield f"|{'---|' * (len(names) + 1)}"
        for sector, place in starts_at(level, catalogue).items():
            title = catalogue.position_by_id[place.position].title if place.position else names[sector]
            cells = (_cell(found[sector, other]) if other != sector else "" for other in names)
            yield f"| {title} | {' | '.join(cells)} |"
        yield ""
    yield "### From level 3, level by level, and what is in the way"
    yield ""
    yield "| from | to | start at | level by level | first refused above it, and why |"
    yield "|---|---|---|---|---|"
    for (sector, other), transfer in found.items():
        verdicts = ", ".join(f"{entry.level} {SIGNS[entry.verdict]}" for entry in transfer.levels)
        cells = (names[sector], names[other], _cell(transfer), verdicts, _why(transfer, catalogue))
        yield f"| {' | '.join(cells)} |"


def _cell(transfer: Transfer) -> str:
    entry = transfer.at(transfer.re_entry) if transfer.re_entry else None
    return f"{entry.level}, {SIGNS[entry.verdict]}" if entry else "none"


def _why(transfer: Transfer, catalogue: Catalogue) -> str:
    entry = above(transfer, catalogue)
    if entry is None:
        return "nothing is refused"
    asked = need_names(entry.of_role(Role.BLOCKING), entry, catalogue)
    return f"{entry.level}: {asked or 'nothing that can still be had'}"


def page(text: str, index: RouteIndex) -> str:
    """Return the page with its worked-out part written anew."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{tables(index)}\n{END}{after}"


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text("utf-8"), index()), "utf-8")
    sys.stdout.write(f"Wrote {PAGE.name}.\n")
