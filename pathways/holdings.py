"""What being at a position shows, what a level lets us assume, and which attainments are hard to come by."""

from __future__ import annotations

from datetime import date

from pathways.catalogue import Catalogue, is_bridging
from pathways.model import Kind, Position
from pathways.rows import row_essentials

Gives = dict[str, frozenset[str]]
"""Requirement ids met by being at a position, by position id."""


def gives_of(catalogue: Catalogue) -> Gives:
    """Return, for each position, the requirements that being at it meets.

    Its own `gives`, and each requirement whose holding names it, or asks for any qualification at a level
    it reaches.
    """
    gives = {position.id: set(position.gives) for position in catalogue.position_by_id.values()}
    for requirement in catalogue.requirements:
        holding = requirement.holding
        if holding is None:
            continue
        for position in holding.positions:
            gives[position].add(requirement.id)
        if holding.any_at is not None:
            least = catalogue.rank(holding.any_at)
            for qualification in catalogue.qualifications:
                if catalogue.rank(qualification.level) >= least:
                    gives[qualification.id].add(requirement.id)
    return {position: frozenset(ids) for position, ids in gives.items()}


def assumed_of(position: Position, catalogue: Catalogue, as_of: date) -> frozenset[str]:
    """Return what somebody at a position is assumed to have from its level in its sector.

    That is the essential awareness and attainment of the sector's rows with `into` at or below its level.
    """
    matrix = catalogue.sector_by_id[position.sector].matrix
    rank = catalogue.rank(position.level)
    return frozenset(
        requirement
        for row in (matrix.rows if matrix else ())
        if catalogue.rank(row.into) <= rank
        for kind in (Kind.AWARENESS, Kind.ATTAINMENT)
        for requirement in row_essentials(row, kind, as_of)
    )


def hard_requirements(catalogue: Catalogue, gives: Gives) -> frozenset[str]:
    """Return the attainments that no short way round can meet.

    Regulated ones, and holdings that some position gives and no bridging position gives.
    """
    given = {each for ids in gives.values() for each in ids}
    positions = catalogue.position_by_id.values()
    bridged = {each for position in positions if is_bridging(position) for each in gives[position.id]}
    return frozenset(
        requirement.id
        for requirement in catalogue.requirements
        if requirement.kind is Kind.ATTAINMENT
        if requirement.regulated or (requirement.holding and requirement.id in given - bridged)
    )
