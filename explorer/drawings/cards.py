"""Routes as cards to choose from: what each is best at, where it goes, and what is new to gain on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from explorer.drawings.tones import tone_of
from explorer.words import (
    count_in_words,
    gain_in_words,
    half_units_in_words,
    level_in_sector,
    list_label_words,
    position_name,
    sector_name,
    time_in_words,
)
from pathways.catalogue import Catalogue
from pathways.learner import HALF_UNITS
from pathways.model import Kind
from pathways.results import AssessedAlternative, Route

KIND_VERBS = {Kind.ASPIRATION: "to want", Kind.AWARENESS: "to know", Kind.ATTAINMENT: "to have"}


@dataclass(frozen=True, slots=True)
class Card:
    """One route in brief. `id` is its slug."""

    id: str
    heading: str
    labels: tuple[str, ...]
    way: str
    facts: str
    gain: str
    kinds: str
    tone: int


def route_slug(route: Route) -> str:
    """Return the name of a route in an address: its positions after the start."""
    return ".".join(route.positions[1:])


def cards(routes: Sequence[Route], also: Sequence[Route], catalogue: Catalogue) -> tuple[Card, ...]:
    """Return a card for each ranked route, then for each that is worth knowing besides."""
    every = (*routes, *also)
    one_start = len({route.start for route in every}) == 1
    one_step = all(len(route.steps) == 1 for route in every)
    return tuple(_card(route, _way(route, one_start, one_step, catalogue), catalogue) for route in every)


def to_data(shown: Sequence[Card], chosen: str, name: str) -> dict[str, Any]:
    """Return the cards as what JSON can hold, with the slug of the one that is chosen."""
    return {"name": name, "chosen": chosen, "cards": [asdict(card) for card in shown]}


def gain_by_kind(route: Route) -> dict[Kind, int]:
    """Return what is still to gain on a route, in half-units by kind; it adds up to the route's figure."""
    gains = dict.fromkeys(Kind, 0)
    for kind, cost in _costs(route).values():
        gains[kind] += cost
    return {kind: gain for kind, gain in gains.items() if gain}


def _costs(route: Route) -> dict[str, tuple[Kind, int]]:
    """Return what each thing costs the first time it is asked for: later steps find it gained."""
    costs: dict[str, tuple[Kind, int]] = {}
    for step in route.steps:
        chosen = [each for group in step.any_of for each in group if each.chosen]
        for assessed in (*step.required, *(one for each in chosen for one in each.requirements)):
            costs.setdefault(assessed.requirement, (assessed.kind, HALF_UNITS[assessed.status]))
        for each in chosen:
            if each.position:
                costs.setdefault(f"position {each.position}", (Kind.ATTAINMENT, _cost(each)))
    return costs


def _cost(alternative: AssessedAlternative) -> int:
    return HALF_UNITS[alternative.status]


def _card(route: Route, way: str, catalogue: Catalogue) -> Card:
    goal = catalogue.position_by_id[route.positions[-1]]
    return Card(
        id=route_slug(route),
        heading=goal.title,
        labels=tuple(_capital(label) for label in list_label_words(route, catalogue)),
        way=way,
        facts=_facts(route, catalogue),
        gain=_gain(route),
        kinds=", ".join(
            f"{half_units_in_words(gain)} {KIND_VERBS[kind]}" for kind, gain in gain_by_kind(route).items()
        ),
        tone=tone_of(goal.sector, catalogue),
    )


def _way(route: Route, one_start: bool, one_step: bool, catalogue: Catalogue) -> str:
    """Return how a route differs from the others: what it passes and where it starts, or where it leads."""
    by = ", then ".join(position_name(each, catalogue) for each in route.positions[1:-1])
    if not one_start:
        start = position_name(route.start, catalogue)
        return f"by {by}, from {start}" if by else f"straight from {start}"
    if one_step:
        goal = catalogue.position_by_id[route.positions[-1]]
        return level_in_sector(goal.level, goal.sector, catalogue)
    return f"by {by}" if by else "straight there"


def _facts(route: Route, catalogue: Catalogue) -> str:
    figures = route.figures
    facts = [count_in_words(figures.steps, "step"), time_in_words(figures)]
    if figures.sector_changes:
        facts.append(
            f"moves into {sector_name(catalogue.position_by_id[route.positions[-1]].sector, catalogue)}"
        )
    return " · ".join(facts)


def _gain(route: Route) -> str:
    """Return what is to gain, never making what is not known look like nothing."""
    if not route.figures.holes:
        return _capital(gain_in_words(route.figures.to_gain))
    if not route.figures.to_gain:
        return "What it asks for is not all known"
    return f"At least {gain_in_words(route.figures.to_gain)}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
