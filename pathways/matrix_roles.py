"""A sector as its employers see it: what each job asks for, who comes, what an employer can do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pathways.catalogue import Catalogue
from pathways.matrix import entry_ids
from pathways.matrix_steps import list_open_steps, steps_by_entry
from pathways.model import Actor, Barrier, Condition, ConditionKind, JobRole, Kind, Step
from pathways.requirements import Demand, Group, demand_of
from pathways.rows import in_force

OF_EMPLOYERS = (ConditionKind.EMPLOYER_SUPPORT, ConditionKind.VACANCY)
"""The conditions that are in an employer's hands."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A requirement that ways into a job ask for; `always` where every way in does."""

    requirement: str
    always: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """A group of which any one will do; `always` where every way in asks for it."""

    group: Group
    always: bool


@dataclass(frozen=True, slots=True)
class AskedOf:
    """What a job asks for on the open steps into it, and from where those steps come.

    `known` is false where nothing is on record for any step.
    """

    role: str
    asked: tuple[Asked, ...]
    choices: tuple[Choice, ...]
    come_from: tuple[str, ...]
    known: bool


@dataclass(frozen=True, slots=True)
class Deed:
    """Something an employer can do, and the requirements it leads to."""

    activity: str
    requirements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EmployerView:
    """A sector's jobs, highest first, and what is in an employer's hands."""

    sector: str
    roles: tuple[AskedOf, ...]
    deeds: tuple[Deed, ...]
    conditions: tuple[Condition, ...]
    barriers: tuple[Barrier, ...]


def build_employer_view(sector: str, catalogue: Catalogue, as_of: date) -> EmployerView:
    """Return what an employer of a sector wants to see, on a date."""
    roles = [each for each in catalogue.list_positions(sector) if isinstance(each, JobRole)]
    rising = sorted(roles, key=lambda each: (-catalogue.rank(each.level), each.title))
    demands = {each.id: _demands(each.id, catalogue, as_of) for each in rising}
    views = tuple(_asked_of(each.id, demands[each.id], catalogue) for each in rising)
    return EmployerView(
        sector=sector,
        roles=views,
        deeds=_deeds(sector, views, catalogue),
        conditions=_conditions(sector, catalogue, as_of),
        barriers=catalogue.sector_by_id[sector].barriers,
    )


def _demands(role: str, catalogue: Catalogue, as_of: date) -> list[Demand]:
    every = (demand_of(step, catalogue, as_of) for step in catalogue.steps_into.get(role, ()))
    return [demand for demand in every if demand.closed is None]


def _asked_of(role: str, demands: Sequence[Demand], catalogue: Catalogue) -> AskedOf:
    counts: dict[str, int] = {}
    for demand in demands:
        for each in demand.essential:
            counts[each] = counts.get(each, 0) + 1
    kinds = list(Kind)
    asked = [Asked(each, count == len(demands)) for each, count in counts.items()]
    asked.sort(
        key=lambda each: (kinds.index(catalogue.requirement_by_id[each.requirement].kind), not each.always)
    )
    groups: dict[Group, int] = {}
    for demand in demands:
        for group in dict.fromkeys(demand.any_of):
            groups[group] = groups.get(group, 0) + 1
    return AskedOf(
        role=role,
        asked=tuple(asked),
        choices=tuple(
            Choice(group, count == len(demands))
            for group, count in groups.items()
            if all(way.ids for way in group)  # a step that waives all of one way asks for nothing here
        ),
        come_from=tuple(dict.fromkeys(demand.step.from_id for demand in demands)),
        known=any(demand.known for demand in demands),
    )


def _deeds(sector: str, roles: Iterable[AskedOf], catalogue: Catalogue) -> tuple[Deed, ...]:
    led_to: dict[str, dict[str, None]] = {}
    for activity, requirement in _led_to(sector, roles, catalogue):
        if catalogue.activity_by_id[activity].who is Actor.EMPLOYER:
            led_to.setdefault(activity, {}).update({requirement: None} if requirement else {})
    return tuple(Deed(each, tuple(requirements)) for each, requirements in led_to.items())


def _led_to(sector: str, roles: Iterable[AskedOf], catalogue: Catalogue) -> Iterator[tuple[str, str | None]]:
    """Yield activities with a requirement they lead to: of the matrix, then of the steps into its jobs."""
    matrix = catalogue.sector_by_id[sector].matrix
    for row in matrix.rows if matrix else ():
        for kind in Kind:
            yield from ((each, None) for each in row.activities(kind))
            for entry in row.cell(kind):
                yield from _of_requirements((*entry_ids(entry), *entry.helps), catalogue)
    for role in roles:
        yield from _of_requirements((each.requirement for each in role.asked), catalogue)


def _of_requirements(ids: Iterable[str], catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    for each in ids:
        requirement = catalogue.requirement_by_id.get(each)
        yield from ((activity, each) for activity in (requirement.activities if requirement else ()))


def _conditions(sector: str, catalogue: Catalogue, as_of: date) -> tuple[Condition, ...]:
    """Return the conditions in an employer's hands on open steps into the sector, each sentence once."""
    found: dict[tuple[ConditionKind, str], Condition] = {}
    for each in _conditions_into(sector, catalogue, as_of):
        if each.kind in OF_EMPLOYERS and in_force(each.opens, each.closes, as_of):
            found.setdefault((each.kind, each.statement), each)
    return tuple(sorted(found.values(), key=lambda each: OF_EMPLOYERS.index(each.kind)))


def _conditions_into(sector: str, catalogue: Catalogue, as_of: date) -> Iterator[Condition]:
    for (_, _, _, entry), steps in steps_by_entry(sector, catalogue, as_of).items():
        if entry.condition and any(_leads_into(step, sector, catalogue) for step in steps):
            yield entry.condition
    for step in list_open_steps(sector, catalogue, as_of):
        if _leads_into(step, sector, catalogue):
            yield from step.conditions


def _leads_into(step: Step, sector: str, catalogue: Catalogue) -> bool:
    return catalogue.position_by_id[step.to_id].sector == sector
