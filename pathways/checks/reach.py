"""What can be reached at all: circles of holdings, and positions at the edges of the graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from pathways.catalogue import Catalogue
from pathways.checks.references import likely_meant
from pathways.checks.steps import list_sound_steps
from pathways.checks.wording import counted, quoted, some_of
from pathways.model import GENERAL, JobRole, Position, Qualification, Step
from pathways.notices import Finding, Severity, Subject
from pathways.requirements import Demand, demand_of

Group = frozenset[str]
"""Positions of which one has to be held."""

FOOT = ("U", "E")
"""The levels at which a learner can be without having come from anywhere."""


def holding_cycle(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """Positions that each need another of them to be held first, so that nobody can begin."""
    met_by = _met_by(catalogue)
    needs: dict[str, list[tuple[str, list[Group]]]] = {}
    for _, step in list_sound_steps(catalogue):
        groups = list(_groups(demand_of(step, catalogue, today), met_by))
        needs.setdefault(step.to_id, []).append((step.id, groups))
    blocked = _blocked(needs)
    told: set[str] = set()
    for position in sorted(blocked):
        cycle = _cycle_from(position, needs, blocked)
        if told.isdisjoint(cycle):
            told.update(cycle)
            pairs = zip(cycle, [*cycle[1:], cycle[0]], strict=True)
            said = ", ".join(f"to have {quoted(each)} you need {quoted(needed)}" for each, needed in pairs)
            text = f"T{said[1:]}: nobody can begin. Leave one of these needs out."
            where = Subject("step", needs[cycle[0]][0][0])
            yield Finding("holding-cycle", Severity.ERROR, where, text)


def _met_by(catalogue: Catalogue) -> dict[str, Group]:
    """Return, for each requirement with a holding, the positions that meet it."""
    ranks = {level.id: level.rank for level in catalogue.levels}
    met: dict[str, set[str]] = {}
    for requirement in catalogue.requirements:
        if requirement.holding:
            met[requirement.id] = set(requirement.holding.positions)
            least = ranks.get(requirement.holding.any_at or "")
            if least is not None:
                met[requirement.id].update(
                    each.id for each in catalogue.qualifications if ranks.get(each.level, -2) >= least
                )
    for position in catalogue.position_by_id.values():
        for given in position.gives:
            if given in met:
                met[given].add(position.id)
    return {requirement: frozenset(positions) for requirement, positions in met.items() if positions}


def _groups(demand: Demand, met_by: dict[str, Group]) -> Iterator[Group]:
    """Yield what has to be held for a step beyond the position it leaves."""
    here = demand.step.from_id
    for requirement in demand.essential:
        if requirement in met_by and here not in met_by[requirement]:
            yield met_by[requirement]
    for choices in demand.any_of:
        ways = [
            [met_by[each] for each in choice.requirements if each in met_by]
            + ([frozenset([choice.position])] if choice.position else [])
            for choice in choices
        ]
        # Of an alternative that asks for several, any one stands for it: that can only find fewer circles.
        if all(ways) and not any(here in group for way in ways for group in way):
            yield frozenset().union(*(way[0] for way in ways))


def _blocked(needs: dict[str, list[tuple[str, list[Group]]]]) -> set[str]:
    """Return the positions into which no step can be the first of them all."""
    blocked = set(needs)
    while True:
        freed = {
            position
            for position in blocked
            if any(all(group - blocked for group in groups) for _, groups in needs[position])
        }
        if not freed:
            return blocked
        blocked -= freed


def _cycle_from(
    position: str, needs: dict[str, list[tuple[str, list[Group]]]], blocked: set[str]
) -> list[str]:
    """Follow what is needed first from a blocked position until it comes round, and return the circle."""
    way = [position]
    while True:
        _, groups = needs[way[-1]][0]
        needed = min(next(group for group in groups if group <= blocked))
        if needed in way:
            cycle = way[way.index(needed) :]
            least = cycle.index(min(cycle))
            return cycle[least:] + cycle[:least]
        way.append(needed)


def unreached_role(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """Job roles that no step leads to."""
    reached = catalogue.steps_into.keys() | likely_meant(catalogue, "position")
    ids = [each.id for each in catalogue.job_roles if each.id not in reached]
    if ids:
        text = (
            f"No step leads to {counted(len(ids), 'job role', 'job roles')}: {some_of(ids)}. Add the steps."
        )
        yield Finding("unreached-role", Severity.WARNING, Subject("dataset", catalogue.name), text)


def unreached_qualification(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """Qualifications that no step leads to although their sector begins lower."""
    reached = catalogue.steps_into.keys() | likely_meant(catalogue, "position")
    ids = [
        each.id
        for each, rank, (lowest, _) in _list_ranked(catalogue)
        if each.id not in reached and rank > lowest
    ]
    if ids:
        text = f"No step leads to {counted(len(ids), 'qualification', 'qualifications')} above the foot of "
        text += f"the ladder: {some_of(ids)}. Add the steps."
        yield Finding("unreached-qualification", Severity.INFO, Subject("dataset", catalogue.name), text)


def unreachable(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """Positions that steps lead to, but none that begin at the foot: U, entry level, or the general route."""
    feet = [each.id for each in catalogue.position_by_id.values() if is_foot(each)]
    # Data of their own may begin higher; and with a step whose end is not known, nobody can tell.
    if not feet or not all(_leads(step, catalogue) for step in catalogue.steps):
        return
    reached = reachable_from(feet, catalogue)
    ids = [each for each in catalogue.position_by_id if each in catalogue.steps_into and each not in reached]
    if ids:
        text = f"No steps lead from the foot of the ladder to {counted(len(ids), 'position', 'positions')}: "
        text += f"{some_of(ids)}. Add a step into the first of them."
        yield Finding("unreachable", Severity.INFO, Subject("dataset", catalogue.name), text)


def is_foot(position: Position) -> bool:
    """Whether a learner can be at a position with nothing before it: unqualified, entry level, or school."""
    return position.sector == GENERAL or position.level in FOOT


def reachable_from(starts: Iterable[str], catalogue: Catalogue) -> set[str]:
    """Return the positions that steps lead to from any of these, themselves included. Dates are ignored."""
    reached = set(starts)
    ahead = list(reached)
    while ahead:
        for step in catalogue.steps_from.get(ahead.pop(), ()):
            if step.to_id not in reached:
                reached.add(step.to_id)
                ahead.append(step.to_id)
    return reached


def _leads(step: Step, catalogue: Catalogue) -> bool:
    return step.from_id in catalogue.position_by_id and step.to_id in catalogue.position_by_id


def dead_end(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """Qualifications from which no step leads on though their sector goes higher and is silent on staying."""
    ends = {each.id for each in list_ends(catalogue)}
    ids = [
        each.id for each, rank, (_, highest) in _list_ranked(catalogue) if each.id in ends and rank < highest
    ]
    if ids:
        text = (
            f"No step leads on from {counted(len(ids), 'qualification', 'qualifications')} below the top of "
        )
        text += f"the ladder: {some_of(ids)}. Add the steps."
        yield Finding("dead-end", Severity.INFO, Subject("dataset", catalogue.name), text)


def ends_without_staying(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """Jobs and top qualifications that lead nowhere, in a sector that says of other levels why to stay."""
    below_top = {each.id for each, rank, (_, highest) in _list_ranked(catalogue) if rank < highest}
    speaking = {sector.id for sector in catalogue.sectors if sector.staying}
    ids = [
        each.id
        for each in list_ends(catalogue)
        if each.sector in speaking and each.id not in below_top and each.level in catalogue.level_by_id
    ]
    if ids:
        text = (
            f"No step leads on from {counted(len(ids), 'position', 'positions')}, and 'staying' "
            "says nothing of "
        )
        text += f"the level: {some_of(ids)}. Add a step, or say why it is a good place to stay."
        yield Finding("ends-without-staying", Severity.INFO, Subject("dataset", catalogue.name), text)


def list_ends(catalogue: Catalogue) -> tuple[Qualification | JobRole, ...]:
    """Return the positions from which no step leads on, and of whose level their sector says no staying."""
    left = catalogue.steps_from.keys() | likely_meant(catalogue, "position")
    praised = {(sector.id, each.level) for sector in catalogue.sectors for each in sector.staying}
    return tuple(
        each
        for each in catalogue.position_by_id.values()
        if each.id not in left and (each.sector, each.level) not in praised
    )


def _list_ranked(catalogue: Catalogue) -> Iterator[tuple[Qualification, int, tuple[int, int]]]:
    """Yield each qualification with its rank and the lowest and highest of its sector's positions."""
    ranks = {level.id: level.rank for level in catalogue.levels}
    ends: dict[str, tuple[int, int]] = {}
    for each in catalogue.position_by_id.values():
        if each.level in ranks:
            rank = ranks[each.level]
            lowest, highest = ends.get(each.sector, (rank, rank))
            ends[each.sector] = min(lowest, rank), max(highest, rank)
    for qualification in catalogue.qualifications:
        if qualification.level in ranks:
            yield qualification, ranks[qualification.level], ends[qualification.sector]
