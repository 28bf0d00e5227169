"""How something that is needed and not there can be met: activities, short courses, or doing it first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pathways.catalogue import Catalogue, is_bridging
from pathways.holdings import Gives
from pathways.model import GENERAL, JobRole, Position, Qualification
from pathways.requirements import takes_starts
from pathways.transfer_results import Bridge, Need

MOST_REPEATS = 5
"""How many qualifications or jobs that give one thing are named. A level in any subject has hundreds."""


def bridge_of(catalogue: Catalogue, gives: Gives, need: Need, sector: str, level: str, as_of: date) -> Bridge:
    """Return how a need can be met by somebody who would start at a level of a sector.

    Positions are those that take new starts and do not stand above that level: those of the sector first,
    then those of the general route, the lowest level first.
    """
    requirement = None if need.is_position else catalogue.requirement_by_id[need.id]
    giving = sorted(_giving(catalogue, gives, need, as_of), key=lambda each: _order(catalogue, each, sector))
    within = [each for each in giving if catalogue.rank(each.level) <= catalogue.rank(level)]
    return Bridge(
        need.id,
        need.is_position,
        requirement.activities if requirement else (),
        tuple(each.id for each in within if is_bridging(each)),
        tuple(each.id for each in within if not is_bridging(each))[:MOST_REPEATS],
    )


def _giving(catalogue: Catalogue, gives: Gives, need: Need, as_of: date) -> Iterator[Qualification | JobRole]:
    for position in catalogue.position_by_id.values():
        given = position.id == need.id if need.is_position else need.id in gives[position.id]
        if given and takes_starts(position, as_of):
            yield position


def _order(catalogue: Catalogue, position: Position, sector: str) -> tuple[int, int, str]:
    nearness = (sector, GENERAL).index(position.sector) if position.sector in (sector, GENERAL) else 2
    return nearness, catalogue.rank(position.level), position.id
