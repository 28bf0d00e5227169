"""Routes as cards to choose from: what each is best at, where it goes, what is new on it, what it pays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from explorer.asks import list_asked
from explorer.drawings.tones import tone_of
from explorer.words import (
    count_in_words,
    gain_clause,
    half_units_in_words,
    level_in_sector,
    list_in_words,
    list_label_words,
    position_name,
    sector_name,
    time_in_words,
)
from explorer.words.pay import find_pay, pay_in_words
from pathways.catalogue import Catalogue
from pathways.learner import HALF_UNITS
from pathways.model import Kind
from pathways.results import Route

KIND_VERBS = {Kind.ASPIRATION: "to want", Kind.AWARENESS: "to know", Kind.ATTAINMENT: "to have"}


@dataclass(frozen=True, slots=True)
class Card:
    """One route in brief. `id` is its slug.

    `pay` is that of the job it ends in, where it is known and tells routes apart: where all end in one job it
    would be said on each of them, and stands on the ladder.
    """

    id: str
    heading: str
    labels: tuple[str, ...]
    way: str
    facts: str
    gain: str
    kinds: str
    pay: str
    tone: int


def route_slug(route: Route) -> str:
    """Return the name of a route in an address: its positions, the start among them."""
    return ".".join(route.positions)


def cards(routes: Sequence[Route], also: Sequence[Route], catalogue: Catalogue) -> tuple[Card, ...]:
    """Return a card for each ranked route, then for each that is worth knowing besides."""
    every = (*routes, *also)
    named = _names(every, catalogue)
    paid = len(every) == 1 or len({route.positions[-1] for route in every}) > 1
    return tuple(_card(route, *names, paid, catalogue) for route, names in zip(every, named, strict=True))


def to_data(shown: Sequence[Card], chosen: str, name: str) -> dict[str, Any]:
    """Return the cards as what JSON can hold, with the slug of the one that is chosen."""
    return {"name": name, "chosen": chosen, "cards": [asdict(card) for card in shown]}


def gain_by_kind(route: Route) -> dict[Kind, int]:
    """Return what is still to gain on a route, in half-units by kind; it adds up to the route's figure."""
    gains = dict.fromkeys(Kind, 0)
    for asked in list_asked(route):
        gains[asked.kind] += HALF_UNITS[asked.status]
    return {kind: gain for kind, gain in gains.items() if gain}


def _card(route: Route, heading: str, way: str, paid: bool, catalogue: Catalogue) -> Card:
    goal = route.positions[-1]
    return Card(
        id=route_slug(route),
        heading=heading,
        labels=tuple(_capital(label) for label in list_label_words(route, catalogue)),
        way=way,
        facts=_facts(route, catalogue),
        gain=_capital(gain_clause(route.figures)),
        kinds=", ".join(
            f"{half_units_in_words(gain)} {KIND_VERBS[kind]}" for kind, gain in gain_by_kind(route).items()
        ),
        pay=f"Pay: {pay_in_words(goal, catalogue)}" if paid and find_pay(goal, catalogue) else "",
        tone=tone_of(catalogue.position_by_id[goal].sector, catalogue),
    )


def _names(routes: Sequence[Route], catalogue: Catalogue) -> list[tuple[str, str]]:
    """Return a heading and a line for each route that tell it from the others.

    Routes to different places are headed by the place, routes to one place by the stop that fewest share,
    and by the start where there is no stop.
    """
    one_start = len({route.start for route in routes}) == 1
    one_goal = len({route.positions[-1] for route in routes}) == 1 < len(routes)
    one_step = all(len(route.steps) == 1 for route in routes)
    names = []
    for route in routes:
        start, goal = (catalogue.position_by_id[each] for each in (route.start, route.positions[-1]))
        stops = route.positions[1:-1]
        way = f"by {list_in_words([position_name(each, catalogue) for each in stops])}" if stops else ""
        origin = "" if one_start else f"from {start.title}"
        if one_goal:
            heading, also = _told_by(stops, routes, catalogue) if stops else ("", "")
            line = f"{also} {heading and origin}".strip()
            names.append((heading or _capital(origin) or "Straight there", line))
        elif one_start and one_step:
            names.append((goal.title, level_in_sector(goal.level, goal.sector, catalogue)))
        else:
            names.append((goal.title, f"{way or 'straight there'} {origin}".strip()))
    return names


def _told_by(stops: Sequence[str], routes: Sequence[Route], catalogue: Catalogue) -> tuple[str, str]:
    """Return a route by the two stops that tell it best: "By C", "also by B and 2 more stops"."""
    first = _rarest(stops, routes)
    rest = [each for each in stops if each != first]
    heading = f"By {position_name(first, catalogue)}"
    if not rest:
        return heading, ""
    second = _rarest(rest, [route for route in routes if first in route.positions])
    more = f" and {count_in_words(len(rest) - 1, 'more stop')}" if len(rest) > 1 else ""
    return heading, f"also by {position_name(second, catalogue)}{more}"


def _rarest(stops: Sequence[str], routes: Sequence[Route]) -> str:
    """Return the stop that fewest routes pass."""
    return min(stops, key=lambda stop: sum(stop in route.positions for route in routes))


def _facts(route: Route, catalogue: Catalogue) -> str:
    figures = route.figures
    facts = [count_in_words(figures.steps, "step"), time_in_words(figures)]
    if figures.sector_changes:
        facts.append(
            f"moves into {sector_name(catalogue.position_by_id[route.positions[-1]].sector, catalogue)}"
        )
    return " · ".join(facts)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
