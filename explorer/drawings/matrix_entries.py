"""The entries of a matrix, each closed to its sentence and open to all that is known of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from explorer.address import Address, to_params
from explorer.drawings.html import Html, join, tag
from explorer.drawings.matrix import Cell, sign_mark, weight_word
from explorer.formats.matrix_words import (
    LEADS,
    about_words,
    cited_words,
    entry_remarks,
    hedges,
    list_any_of,
    sign_of,
)
from explorer.words import ACTOR_WORDS, count_in_words, position_in_full, position_name, sentence, start_name
from pathways.catalogue import Catalogue
from pathways.matrix import EntryType, MatrixLine, entry_slugs, get_matrix, row_lines
from pathways.matrix_steps import EntryKey, steps_by_entry
from pathways.model import Citation, Evidence, Kind, Requirement, Row, Step
from pathways.places import Place

MOST_STEPS = 4
"""How many steps are named below an entry; a row of many positions is carried by scores of them."""

WEIGHT_WORDS = {
    "essential": "Needed: whoever climbs this row has to have it.",
    "any-of": "Any one of these will do.",
    "none": "Nothing is asked for here.",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """What the entries of a matrix are drawn from. `opened` is the slug of the one that stands open."""

    sector: str
    catalogue: Catalogue
    as_of: date
    steps: Mapping[EntryKey, Sequence[Step]]
    slugs: Mapping[tuple[str, str, str, int], str]
    opened: str | None


def entry_cells(sector: str, catalogue: Catalogue, as_of: date, opened: str | None = None) -> Cell:
    """Return what draws the cells of a sector's matrix as entries to open."""
    matrix = get_matrix(sector, catalogue)
    steps = steps_by_entry(sector, catalogue, as_of)
    shown = Shown(sector, catalogue, as_of, steps, entry_slugs(matrix), opened)

    def cell(row: Row, column: str) -> Html | None:
        lines = [line for line in row_lines(sector, matrix, row, catalogue) if line.column == column]
        joined = list_any_of(row)
        drawn = [_entry(line, number, joined, shown) for number, line in enumerate(lines, 1)]
        return join(*drawn) if drawn else None

    return cell


def route_link(step: Step, catalogue: Catalogue) -> Html:
    """Return a link to Find a route for one step."""
    address = Address(start=(Place(position=step.from_id),), goal=(Place(position=step.to_id),))
    said = f"{start_name(step.from_id, catalogue)} to {position_name(step.to_id, catalogue)}"
    return tag("a", said[:1].upper() + said[1:], href=f"./?{urlencode(to_params(address))}")


def _entry(line: MatrixLine, number: int, joined: frozenset[str], shown: Shown) -> Html:
    slug = shown.slugs[line.at, line.into, line.column, number]
    sign = sign_of(line, joined)
    narrowed = hedges(line.entry, shown.as_of) if line.entry else ()
    summary = tag(
        "summary",
        sign_mark(sign),
        tag(
            "span",
            sentence(line.statement),
            weight_word(sign) if sign is not LEADS else None,
            *(tag("span", f" ({each})", class_="pe-lpm-weight") for each in narrowed),
        ),
    )
    body = tag("div", *_opened(line, sign.name, slug, shown), class_="pe-lpm-opened")
    return tag(
        "details", summary, body, class_="pe-lpm-entry", id=f"entry-{slug}", open=slug == shown.opened or None
    )


def _opened(line: MatrixLine, weight: str, slug: str, shown: Shown) -> Iterator[Html | None]:
    catalogue, entry = shown.catalogue, line.entry
    remarks = [WEIGHT_WORDS[weight]] if weight in WEIGHT_WORDS else []
    remarks += entry_remarks(entry, catalogue) if entry else []
    yield tag("p", " ".join(remarks)) if remarks else None
    cited = get_matrix(shown.sector, catalogue).citation
    evidence = _evidence(line, cited, catalogue)
    yield tag(
        "p",
        tag("b", "Source: "),
        cited_words(line.source, line.locator, evidence, catalogue),
        class_="pe-source",
    )
    if entry:
        yield from _asked(line, shown)
        if entry.condition and entry.condition.awareness in catalogue.requirement_by_id:
            known = catalogue.requirement_by_id[entry.condition.awareness].statement
            yield tag("p", tag("b", "What to know about it: "), sentence(known))
        titles = [each.title for each in catalogue.prompts if each.id in entry.prompts]
        if titles:
            yield tag("p", tag("b", "Prompts it answers: "), "; ".join(titles))
        yield _steps(line, shown)
    link = urlencode({"sector": shown.sector, "entry": slug})
    yield tag("p", tag("a", "Link to this entry", href=f"?{link}"), class_="pe-source pe-hint")


def _evidence(line: MatrixLine, cited: Citation, catalogue: Catalogue) -> Evidence | None:
    """Return the class of evidence of an entry: the matrix's, or that of an outcome from the same source."""
    asked = [catalogue.requirement_by_id[each] for each in line.ids if each in catalogue.requirement_by_id]
    every = (cited, *(each.citation for each in asked))
    return next((each.evidence for each in every if each.source == line.source), None)


def _asked(line: MatrixLine, shown: Shown) -> Iterator[Html | None]:
    catalogue, entry = shown.catalogue, line.entry
    if entry is None:
        return
    if line.type is EntryType.ANY_OF:
        yield tag("p", tag("b", "The ways:"))
        ways = [
            tag("li", position_in_full(way.position, catalogue))
            if way.position
            else tag("li", *_told_apart(way.requirements, line, shown))
            for way in entry.any_of
        ]
        yield tag("ol", *ways)
    else:
        yield from _told_apart(entry.requirements, line, shown)
    helping = [each for each in entry.helps if each not in line.ids]
    yield from _told_apart(helping, line, shown)


def _told_apart(ids: Sequence[str], line: MatrixLine, shown: Shown) -> Iterator[Html]:
    for each in ids:
        yield _requirement(shown.catalogue.requirement_by_id[each], line, shown.catalogue)


def _requirement(requirement: Requirement, line: MatrixLine, catalogue: Catalogue) -> Html:
    cited = requirement.citation
    own_words = sentence(requirement.statement) != sentence(line.statement)
    elsewhere = (cited.source, cited.locator) != (line.source, line.locator) or cited.note
    activities = [catalogue.activity_by_id[each] for each in requirement.activities]
    items = [tag("li", f"{sentence(each.statement)} Who: {ACTOR_WORDS[each.who]}.") for each in activities]
    about = about_words(requirement, catalogue)
    said = cited_words(cited.source, cited.locator, cited.evidence, catalogue)
    note = f" {sentence(cited.note)}" if cited.note else ""
    return tag(
        "div",
        tag("p", tag("b", sentence(requirement.statement))) if own_words else None,
        tag("p", tag("b", "What it is about: "), about) if about else None,
        tag("p", "The law or a regulator asks for this.") if requirement.regulated else None,
        tag("p", tag("b", "Ask yourself: "), requirement.question),
        join(tag("p", tag("b", "What can be done:")), tag("ul", *items)) if items else None,
        tag("p", f"Where this outcome is from: {said}{note}", class_="pe-source") if elsewhere else None,
        class_="pe-lpm-outcome",
    )


def _steps(line: MatrixLine, shown: Shown) -> Html:
    found: Sequence[Step] = ()
    if line.entry:
        found = shown.steps.get((line.at, line.into, Kind(line.column), line.entry), ())
    if not found:
        return tag("p", "No open step on record uses this.", class_="pe-quiet")
    links = [tag("li", route_link(step, shown.catalogue)) for step in found[:MOST_STEPS]]
    more = len(found) - len(links)
    if more:
        links.append(tag("li", f"and {count_in_words(more, 'more step')}"))
    return join(tag("p", tag("b", "Find a route for a step that uses it:")), tag("ul", *links))
