"""A question of moving to another sector, worked out: every start with every sector, and the way there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from explorer.transfers import Outlook, best_first, outlook_of
from explorer.words.unanswered import (
    nobody_there,
    nowhere_to_move,
    same_sector,
    start_too_wide,
    which_level,
)
from pathways.catalogue import Catalogue
from pathways.learner import Learner
from pathways.model import GENERAL
from pathways.places import Place, start_positions
from pathways.queries import RouteQuery
from pathways.questions import Understood, Unsure
from pathways.results import Route
from pathways.route_index import RouteIndex
from pathways.routes import find_routes
from pathways.transfer import find_transfer
from pathways.transfer_results import Transfer

_POSSIBLE = (Outlook.START, Outlook.CATCH_UP, Outlook.UNKNOWN)

_WAYS = 10
"""How many routes are looked at for one that leaves for the other sector at once."""


@dataclass(frozen=True, slots=True)
class Move:
    """One start with one sector. `level` is the one that was asked about, None where only a sector was."""

    transfer: Transfer
    level: str | None

    def is_possible(self, catalogue: Catalogue) -> bool:
        """Say whether somebody could start where they asked, or anywhere in the sector."""
        if self.level is None:
            return self.transfer.re_entry is not None
        entry = self.transfer.at(self.level)
        return entry is not None and outlook_of(self.transfer, entry, catalogue) in _POSSIBLE


@dataclass(frozen=True, slots=True)
class Moves:
    """All that a question asks about, by start, then the best sector first.

    `refused` says that the answer to a yes or no is no. `way` is a route to a level or position that was
    named and that one cannot start at, None where there is none or it is not wanted.
    """

    moves: tuple[Move, ...]
    refused: bool
    way: Route | None

    @property
    def transfers(self) -> tuple[Transfer, ...]:
        """The transfers alone."""
        return tuple(each.transfer for each in self.moves)


def find_moves(
    read: Understood, start: tuple[Place, ...], index: RouteIndex, as_of: date, learner: Learner
) -> Moves | Unsure:
    """Work out what moving comes to; or return what to ask back where no move is named.

    Several starts or sectors are each worked out; a sector alone as a start stands for each of its levels.
    """
    catalogue = index.catalogue
    starts = list(_starts(start, read, catalogue))
    unsure = next((each for each in starts if isinstance(each, Unsure)), None)
    if unsure:
        return unsure
    places = [each for each in starts if isinstance(each, Place)]
    moves = tuple(move for place in places for move in _moves(place, read.goal, index, as_of, learner))
    if not moves:
        here = {_sector_at(place, catalogue) for place in places}
        return same_sector(read, here, catalogue) if read.goal else nowhere_to_move(read)
    refused = read.focus is None and not any(each.is_possible(catalogue) for each in moves)
    return Moves(moves, refused, _way(read, start, moves, index, as_of, learner))


def find_re_entry(
    start: tuple[Place, ...], goal: tuple[Place, ...], index: RouteIndex, as_of: date, learner: Learner
) -> Transfer | None:
    """Return the best transfer into the sectors of a goal, where the start is in others; None elsewhere."""
    catalogue = index.catalogue
    here = {
        catalogue.position_by_id[each].sector for place in start for each in start_positions(place, catalogue)
    }
    there = {_sector_at(place, catalogue) for place in goal} - {None}
    if not here - {GENERAL} or not there or here & there:
        return None
    cells = dict.fromkeys(cell for place in start for cell in _cells(place, catalogue))
    found = [
        find_transfer(index, cell, str(sector), as_of, learner)
        for cell in cells
        for sector in sorted(map(str, there))
    ]
    return best_first(found, catalogue)[0] if found else None


def _starts(start: Iterable[Place], read: Understood, catalogue: Catalogue) -> Iterator[Place | Unsure]:
    for place in start:
        cells = _cells(place, catalogue)
        sectors = {_sector_at(each, catalogue) for each in cells}
        if not cells:
            yield nobody_there(read, place, catalogue)
        elif len(sectors) > 1:
            yield start_too_wide(read, cells, catalogue)
        elif len(cells) > 1 and not read.goal:
            yield which_level(read, cells, catalogue)
        else:
            yield from cells


def _cells(place: Place, catalogue: Catalogue) -> tuple[Place, ...]:
    """Return the positions, or the levels of sectors, that a place stands for as a start of a transfer."""
    if place.position:
        return (place,)
    positions = (catalogue.position_by_id[each] for each in start_positions(place, catalogue))
    found = sorted({(each.sector, catalogue.rank(each.level), each.level) for each in positions})
    return tuple(Place(sector=sector, level=level) for sector, _, level in found)


def _moves(
    place: Place, goal: tuple[Place, ...], index: RouteIndex, as_of: date, learner: Learner
) -> Iterator[Move]:
    catalogue = index.catalogue
    here = _sector_at(place, catalogue)
    asked: dict[str, str | None] = {}
    for each in goal or (Place(),):
        sector = _sector_at(each, catalogue)
        for there in [sector] if sector else catalogue.sector_by_id:
            if there != here:
                asked.setdefault(there, _level_at(each, catalogue))
    found = {there: find_transfer(index, place, there, as_of, learner) for there in asked}
    for transfer in best_first(found.values(), catalogue):
        yield Move(transfer, asked[transfer.to])


def _way(
    read: Understood,
    start: tuple[Place, ...],
    moves: tuple[Move, ...],
    index: RouteIndex,
    as_of: date,
    learner: Learner,
) -> Route | None:
    """Return a route to what was named where one cannot start at it: one that leaves at once, if any.

    To a position there is one also where one can start at its level: starting there is not yet being it.
    """
    catalogue = index.catalogue
    sectors = {move.transfer.to for move in moves}
    position = any(place.position for place in read.goal)
    level = any(place.level for place in read.goal) and not all(each.is_possible(catalogue) for each in moves)
    if len(sectors) > 1 or not (position or level):
        return None
    query = RouteQuery(start, read.goal, as_of, learner, k=_WAYS, limits=read.limits)
    routes = find_routes(index, query).routes
    at_once = (each for each in routes if catalogue.position_by_id[each.positions[1]].sector in sectors)
    return next(at_once, None) or next(iter(routes), None)


def _sector_at(place: Place, catalogue: Catalogue) -> str | None:
    return catalogue.position_by_id[place.position].sector if place.position else place.sector


def _level_at(place: Place, catalogue: Catalogue) -> str | None:
    return catalogue.position_by_id[place.position].level if place.position else place.level
