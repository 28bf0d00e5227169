"""Overlaps of sectors as tables for the page: shares, kinds, matched pairs, what several share."""

from __future__ import annotations

from collections.abc import Sequence

from explorer.compare_sectors.address import Asked
from explorer.drawings.heat import SHADES, ink_on, shade, top_of
from explorer.drawings.html import Html, join, tag
from explorer.drawings.tables import table
from explorer.sector_overlap import HASH_SHOWN, SectorOverlap
from explorer.shared_needs import Shared
from explorer.words import list_in_words, source_sentence
from explorer.words.amounts import count_in_words
from explorer.words.overlap import (
    HOW_MEANINGS,
    HOW_WORDS,
    KIND_NAMES,
    SHARE_MEANING,
    likely_in_words,
    share_in_words,
)
from pathways.catalogue import Catalogue
from pathways.model import Kind
from pathways.overlap import METHOD, How, Match, Overlap

MOST_MATCHES = 8
"""How many matched pairs stand open; the rest are a click away."""

COUNTS = {How.SAME: "counts one", How.CONCEPT: "counts a half", How.TEXT: "counts a half"}


def heat_key(asked: Asked, compared: SectorOverlap) -> Html:
    """Return what the shades stand for."""
    shown = compared.list_of(asked.kind, asked.level)
    top = top_of(each.share for each in shown if each.share is not None)
    ground = f"background: linear-gradient(90deg, {', '.join(SHADES)})"
    scale = tag("span", class_="pe-heat-scale", style=ground, aria_hidden="true")
    return tag("p", "0% ", scale, f" {top:.0%}", class_="pe-heat-key")


def shares_table(asked: Asked, compared: SectorOverlap) -> Html:
    """Return the square of shares as a table: rows are the sectors one knows."""
    catalogue = compared.catalogue
    titles = [catalogue.sector_by_id[each].title for each in asked.sectors]
    head = tag("tr", tag("td", ""), *(tag("th", each, scope="col") for each in titles))
    found = [
        [compared.find(here, there, asked.kind, asked.level) for there in asked.sectors]
        for here in asked.sectors
    ]
    top = top_of(each.share for row in found for each in row if each and each.share is not None)
    rows = (
        tag("tr", tag("th", title, scope="row"), *(_shaded(each, top) for each in row))
        for title, row in zip(titles, found, strict=True)
    )
    told = "Shares (rows: the sector you know)"
    return tag("table", tag("caption", told), tag("thead", head), tag("tbody", *rows), class_="pe-shares")


def _shaded(overlap: Overlap | None, top: float) -> Html:
    if overlap is None or overlap.share is None:
        return tag("td", _share(overlap))
    ground = shade(overlap.share, top)
    return tag("td", _share(overlap), style=f"background: {ground}; color: {ink_on(ground)}")


def kinds_table(pair: tuple[str, str], level: str | None, compared: SectorOverlap) -> Html:
    """Return the figures of a pair in one direction, kind by kind."""
    there = compared.catalogue.sector_by_id[pair[1]].title
    found = (compared.find(*pair, kind, level) for kind in (*Kind, None))
    columns = (f"Asked for in {there}", "Things", "Same", "Similar", "New", "Share", "Likely (95%)")
    return table("Figures by kind", columns, (_kind_row(each) for each in found if each), "pe-kinds")


def _kind_row(overlap: Overlap) -> tuple[str, ...]:
    figures = (overlap.n, overlap.same, overlap.similar, len(overlap.new))
    likely = likely_in_words(overlap.likely) if overlap.likely else "–"
    return (KIND_NAMES[overlap.kind], *map(str, figures), _share(overlap), likely)


def matches_table(overlap: Overlap, catalogue: Catalogue) -> Html:
    """Return each matched pair: what is asked for, how it matched, what the other sector asks for."""
    here, there = (catalogue.sector_by_id[each].title for each in (overlap.from_sector, overlap.to_sector))
    title = f"{count_in_words(len(overlap.matches), 'thing').capitalize()} that both ask for"
    columns = (f"{there} asks for", "How they match", f"{here} asks for")
    rows = [_match_row(each, catalogue) for each in overlap.matches]
    more = f"{count_in_words(len(rows) - MOST_MATCHES, 'more match', 'more matches').capitalize()}"
    return tag(
        "section",
        tag("h3", title),
        table(title, columns, rows[:MOST_MATCHES], "pe-matches") if rows else None,
        tag(
            "details",
            tag("summary", more),
            table(more, columns, rows[MOST_MATCHES:], "pe-matches"),
            class_="pe-more",
        )
        if rows[MOST_MATCHES:]
        else None,
    )


def _match_row(match: Match, catalogue: Catalogue) -> tuple[Html, Html, Html]:
    need, have = (_requirement(each, catalogue) for each in (match.need, match.have))
    how = HOW_WORDS[match.how]
    remarks = [COUNTS[match.how]]
    if match.score is not None:
        remarks.append(f"score {match.score:.2f}")
    if match.how is How.TEXT:
        remarks.append("inferred: nobody has checked it")
    concept = catalogue.concept_by_id.get(catalogue.requirement_by_id[match.need].concept or "")
    about = tag("small", f"Both under “{concept.title}”") if concept and match.how is How.CONCEPT else None
    said = join(f"{how[:1].upper()}{how[1:]}", tag("small", "; ".join(remarks)), about)
    return need, said, (tag("span", "The same thing") if match.how is How.SAME else have)


def _requirement(requirement: str, catalogue: Catalogue) -> Html:
    found = catalogue.requirement_by_id[requirement]
    return join(found.statement, tag("small", source_sentence(found.citation, catalogue)))


def new_list(overlap: Overlap, catalogue: Catalogue) -> Html | None:
    """Return what the sector looked at asks for and the other does not."""
    if not overlap.new:
        return None
    items = (tag("li", _requirement(each, catalogue)) for each in overlap.new)
    title = f"{count_in_words(len(overlap.new), 'thing').capitalize()} that would be new"
    return tag("details", tag("summary", title), tag("ul", *items), class_="pe-more")


def shared_table(shared: Sequence[Shared], catalogue: Catalogue) -> Html:
    """Return every set of sectors with its things by name, those of most sectors first."""
    columns = ("Sectors", "How many", "Things")
    rows = (
        (
            list_in_words([catalogue.sector_by_id[sector].title for sector in each.sectors])
            + (" only" if len(each.sectors) == 1 else ""),
            str(len(each.things)),
            tag("ul", *(tag("li", name) for _, name in each.things)),
        )
        for each in shared
    )
    return table("What sets of sectors ask for together", columns, rows, "pe-shared")


def method_note(catalogue: Catalogue) -> Html:
    """Return in short how the figures are worked out, and what they cannot say."""
    meanings = (
        tag("li", tag("b", f"{HOW_WORDS[how][:1].upper()}{HOW_WORDS[how][1:]}: "), f"{meaning}.")
        for how, meaning in HOW_MEANINGS.items()
    )
    version = catalogue.content_hash[:HASH_SHOWN]
    return tag(
        "section",
        tag("h2", "How the figures are worked out"),
        tag("p", SHARE_MEANING),
        tag("ul", *meanings),
        tag(
            "p",
            "Counted is what a sector's matrix says that people must want, know or have; what only helps is "
            "not. A thing is matched once at most. Two matrices can differ because they were written by "
            "different people, so small differences between shares mean little. The whole method, how well "
            "it does and where it errs, is in docs/overlap-method.md of the project.",
        ),
        tag(
            "p",
            f"Method: {METHOD}. Data: {catalogue.name}, version {version}.",
            class_="pe-quiet",
        ),
        class_="pe-method",
    )


def _share(overlap: Overlap | None) -> str:
    return "–" if overlap is None or overlap.share is None else share_in_words(overlap.share)
