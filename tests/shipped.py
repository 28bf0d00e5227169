"""What ships, read once, and short ways to ask of it."""

from __future__ import annotations

from datetime import date
from functools import cache

from graph_loader import load_catalogue
from pathways.catalogue import Catalogue
from pathways.model import CellEntry, JobRole, Kind, Qualification, Row, Step
from pathways.places import read_place
from pathways.queries import RouteQuery
from pathways.results import RouteResult
from pathways.route_index import RouteIndex
from pathways.routes import find_routes

TODAY = date(2026, 11, 22)


@cache
def shipped() -> Catalogue:
    """The data that ship."""
    return load_catalogue()


@cache
def index() -> RouteIndex:
    """The data that ship, ready to be searched."""
    return RouteIndex.build(shipped())


def qualification(name: str) -> Qualification:
    """Return the qualification of this id."""
    found = shipped().position_by_id[name]
    assert isinstance(found, Qualification)
    return found


def role(name: str) -> JobRole:
    """Return the job role of this id."""
    found = shipped().position_by_id[name]
    assert isinstance(found, JobRole)
    return found


def row_in(sector: str, at: str) -> Row:
    """Return the row of a sector's matrix for people at this level."""
    matrix = shipped().sector_by_id[sector].matrix
    assert matrix is not None
    return next(each for each in matrix.rows if each.at == at)


def entry_in(sector: str, at: str, kind: Kind, number: int) -> CellEntry:
    """Return an entry of a sector's matrix; the first of its cell has number 1."""
    return row_in(sector, at).cell(kind)[number - 1]


def steps_into(name: str) -> list[Step]:
    """Return the steps that end at this position."""
    return [each for each in shipped().steps if each.to_id == name]


def steps_into_sector(sector: str) -> list[Step]:
    """Return the steps that end at a position of this sector."""
    return [each for each in shipped().steps if shipped().position_by_id[each.to_id].sector == sector]


def step_between(start: str, end: str) -> Step:
    """Return the one step from a position to another."""
    (found,) = (each for each in steps_into(end) if each.from_id == start)
    return found


def ask(start: str, goal: str, as_of: date = TODAY, k: int = 5, max_steps: int = 12) -> RouteResult:
    """Find routes between two places, written as a person writes them."""
    here, there = ((read_place(each, shipped()),) for each in (start, goal))
    return find_routes(index(), RouteQuery(here, there, as_of, k=k, max_steps=max_steps))
