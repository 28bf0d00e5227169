"""What else is near a route: positions one step away from it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pathways.catalogue import Catalogue
from pathways.model import Step
from pathways.requirements import closed_step
from pathways.results import Route

MOST = 60


def neighbours(route: Route, catalogue: Catalogue, as_of: date) -> tuple[str, ...]:
    """Return the positions one open step away from a route: where it could turn off, or begin.

    At most `MOST`, those that a step leads to first, each once, none that the route itself passes.
    """
    found = dict.fromkeys(_near(route, catalogue, as_of))
    return tuple(each for each in found if each not in route.positions)[:MOST]


def next_positions(position: str, catalogue: Catalogue, as_of: date) -> tuple[str, ...]:
    """Return where open steps lead from a position, in order of step id."""
    steps = catalogue.steps_from.get(position, ())
    return tuple(dict.fromkeys(step.to_id for step in steps if _open(step, catalogue, as_of)))


def _near(route: Route, catalogue: Catalogue, as_of: date) -> Iterator[str]:
    for position in route.positions:
        yield from next_positions(position, catalogue, as_of)
    for position in route.positions[1:]:
        for step in catalogue.steps_into.get(position, ()):
            if _open(step, catalogue, as_of):
                yield step.from_id


def _open(step: Step, catalogue: Catalogue, as_of: date) -> bool:
    return closed_step(step, catalogue.position_by_id[step.to_id], as_of) is None
