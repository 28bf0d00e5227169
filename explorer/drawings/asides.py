"""What stands beside a route: what helps and hinders, staying, closed steps, sources, the map in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from explorer.drawings.html import Html, tag
from explorer.drawings.tier_map import TierMap
from explorer.words import closed_sentence, sector_name, sentence, source_in_full, source_sentence
from pathways.catalogue import Catalogue
from pathways.model import Citation, Evidence, Sector
from pathways.results import ClosedStep, Route


def sectors_touched(route: Route, catalogue: Catalogue) -> tuple[Sector, ...]:
    """Return the sectors of a route's positions, in the order they are come to."""
    found = dict.fromkeys(catalogue.position_by_id[each].sector for each in route.positions)
    return tuple(catalogue.sector_by_id[each] for each in found)


def drivers_and_barriers(route: Route, catalogue: Catalogue) -> Html | None:
    """Return what pushes and what hinders people in the sectors of a route, each barrier with a way round."""
    told = [_sector(each, catalogue) for each in sectors_touched(route, catalogue)]
    shown = [each for each in told if each]
    return tag("section", tag("h2", "What helps, and what can get in the way"), *shown) if shown else None


def staying(route: Route, catalogue: Catalogue) -> Html | None:
    """Return why staying where the route starts is a good answer as well, where a source says so."""
    start = catalogue.position_by_id[route.start]
    said = [each for each in catalogue.sector_by_id[start.sector].staying if each.level == start.level]
    if not said:
        return None
    return tag(
        "section",
        tag("h2", "Staying is a good answer too"),
        *(tag("p", sentence(each.statement), _from(each.citation, catalogue)) for each in said),
    )


def closed_steps(closed: Sequence[ClosedStep], catalogue: Catalogue) -> Html | None:
    """Return the steps that would have helped but are closed on the date asked."""
    if not closed:
        return None
    items = [tag("li", closed_sentence(each, catalogue)) for each in closed]
    return tag("section", tag("h2", "Closed ways"), tag("ul", *items))


def sources(route: Route, catalogue: Catalogue) -> Html:
    """Return every source that a route rests on, in full, with the day it was last checked."""
    cited = dict.fromkeys(each.source for each in _citations(route, catalogue))
    items = [tag("li", source_in_full(each, catalogue)) for each in cited]
    return tag("section", tag("h2", "Where this comes from"), tag("ul", *items, class_="pe-sources"))


def in_words(picture: TierMap) -> Html:
    """Return what a map shows as two lists: the stops of the route, and what is near it."""
    parts = [
        tag("p", f"{picture.name}. It passes:"),
        tag("ol", *(tag("li", each.told) for each in picture.stops)),
    ]
    if picture.near:
        parts.append(tag("p", "One step away from it, and drawn faintly:"))
        parts.append(tag("ul", *(tag("li", each.told) for each in picture.near)))
    return tag("details", tag("summary", "This picture in words"), *parts, class_="pe-more")


def _sector(sector: Sector, catalogue: Catalogue) -> Html | None:
    if not (sector.drivers or sector.barriers):
        return None
    name = sector_name(sector.id, catalogue)
    drivers = [
        tag("li", sentence(each.statement), _from(each.citation, catalogue)) for each in sector.drivers
    ]
    barriers = [
        tag(
            "li",
            sentence(each.statement),
            tag("b", " A way round: "),
            sentence(each.way_round),
            _from(each.citation, catalogue),
        )
        for each in sector.barriers
    ]
    return tag(
        "div",
        _told(f"What helps people move on in {name}", drivers),
        _told(f"What can get in the way in {name}", barriers),
        class_="pe-pair",
    )


def _told(heading: str, items: Sequence[Html]) -> Html | None:
    return tag("div", tag("h3", heading), tag("ul", *items)) if items else None


def _from(citation: Citation, catalogue: Catalogue) -> Html:
    """Return where a fact stands in its document, which is named in full among the sources below."""
    own = citation.evidence in (Evidence.EDITORIAL, Evidence.INFERRED)
    text = source_sentence(citation, catalogue) if own else citation.locator
    return tag("small", f" ({text.rstrip('.')})", class_="pe-source")


def _citations(route: Route, catalogue: Catalogue) -> Iterable[Citation]:
    for position in route.positions:
        yield catalogue.position_by_id[position].citation
    for step in route.steps:
        yield step.step.citation
        for assessed in (*step.required, *step.helps):
            yield catalogue.requirement_by_id[assessed.requirement].citation
    for sector in sectors_touched(route, catalogue):
        yield from (each.citation for each in sector.drivers)
        yield from (each.citation for each in sector.barriers)
