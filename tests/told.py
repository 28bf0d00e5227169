"""The small data set of these tests, and routes through it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from graph_loader import load_catalogue
from pathways.places import read_place
from pathways.queries import RouteQuery
from pathways.results import Figures, RouteResult
from pathways.route_index import RouteIndex
from pathways.routes import find_routes

TODAY = date(2026, 11, 22)
STAYS = "Many room leaders like the work and stay."
INDEX = RouteIndex.build(load_catalogue([Path(__file__).parent / "story"]))
STORY = INDEX.catalogue


def routes(start: str, goal: str, **fields: Any) -> RouteResult:
    """Find routes between two places of the small data set."""
    here, there = ((read_place(each, STORY),) for each in (start, goal))
    return find_routes(INDEX, RouteQuery(here, there, **{"as_of": TODAY, **fields}))


def figures(**fields: int | None) -> Figures:
    """Return a route in numbers: two steps, a year and two things to gain, but for what is given."""
    held = {"to_gain": 4, "steps": 2, "months": 12, "months_at_least": 12}
    held |= {"sector_changes": 0, "conditions": 0, "holes": 0}
    return Figures(**(held | fields))  # type: ignore[arg-type]
