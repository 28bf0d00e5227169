"""Routes made by hand, to be drawn: a list of (level, sector) places, and what else stands near."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pathways.catalogue import Catalogue
from pathways.results import Direction, Figures, Route, RouteStep
from tests.build import catalogue, qualification, step

Place = tuple[str, str]


def hand_made(
    places: Sequence[Place], near: Sequence[Place] = (), title: str = "Stop"
) -> tuple[Route, Catalogue, list[str]]:
    """Return a route through the places, its catalogue, and the ids of the neighbours of its start."""
    stops = [f"stop-{number}" for number in range(len(places))]
    others = [f"near-{number}" for number in range(len(near))]
    positions = [
        *(replace(qualification(name, *at), title=title) for name, at in zip(stops, places, strict=True)),
        *(qualification(name, *at) for name, at in zip(others, near, strict=True)),
    ]
    steps = [step(here, there) for here, there in pairwise(stops)]
    ties = [step(stops[0], other) for other in others]
    taken = tuple(
        RouteStep(each, Direction.UP, False, 12, (), (), (), (), (), (), (), (), known=True) for each in steps
    )
    figures = Figures(0, len(steps), 12 * len(steps), 12 * len(steps), 0, 0, 0)
    return Route(stops[0], taken, figures), catalogue(*positions, *steps, *ties), others
