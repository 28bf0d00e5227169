"""What each step asks for on a date: its own requirements and those of its rows, less what it waives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from pathways.catalogue import Catalogue
from pathways.model import (
    GENERAL,
    Alternative,
    Condition,
    JobRole,
    Kind,
    Position,
    Qualification,
    Step,
    Waiver,
    Weight,
)
from pathways.results import ClosedBecause, ClosedStep, Direction
from pathways.rows import Attached, Carried, RowKey, carried, entry_in_force, in_force


@dataclass(frozen=True, slots=True)
class Choice:
    """One alternative of a group: requirement ids, or one position. Closed ones serve only who holds them."""

    requirements: tuple[str, ...]
    position: str | None
    open: bool

    @property
    def ids(self) -> tuple[str, ...]:
        """What ties between alternatives are broken by."""
        return (self.position,) if self.position else tuple(sorted(self.requirements))


Group = tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Demand:
    """Everything one step asks for on one date.

    `essential` and `helps` are requirement ids by kind in the order aspiration, awareness, attainment. `rows`
    are the rows carried. `known` is false for an upward step with no requirement on record that does not
    say that none is needed. `months` is None where not known.
    """

    step: Step
    direction: Direction
    transfer: bool
    months: int | None
    essential: tuple[str, ...]
    any_of: tuple[Group, ...]
    helps: tuple[str, ...]
    waives: tuple[Waiver, ...]
    conditions: tuple[Condition, ...]
    none_needed: tuple[str, ...]
    rows: tuple[RowKey, ...]
    known: bool
    closed: ClosedStep | None


@dataclass(frozen=True, slots=True)
class AskedByRows:
    """What the entries that belong to a step ask for on a date, before what the step itself asks for."""

    essential: Mapping[Kind, tuple[str, ...]]
    groups: tuple[Group, ...]
    helps: tuple[str, ...]
    conditions: tuple[Condition, ...]
    none_needed: tuple[str, ...]


def demand_of(step: Step, catalogue: Catalogue, as_of: date, brought: Carried | None = None) -> Demand:
    """Return what a step asks for on a date. Its two positions have to be in the catalogue.

    `brought` is what rows bring to it, where that is not what they bring to any step between these two.
    """
    start, end = (catalogue.position_by_id[each] for each in (step.from_id, step.to_id))
    brought = brought or carried(step, catalogue)
    rows = asked_of(brought, catalogue, as_of)
    essential = dict.fromkeys(one for kind in Kind for one in (*rows.essential[kind], *getattr(step, kind)))
    groups = (*rows.groups, *_own_groups(step, catalogue, as_of)) if step.any_of else rows.groups
    none_needed = (*rows.none_needed, step.none_needed) if step.none_needed else rows.none_needed
    waived = {waiver.requirement for waiver in step.waives}
    within = {
        each
        for group in (groups if waived else ())
        for choice in group
        for each in (*choice.requirements, choice.position)
    }
    direction = direction_of(step, catalogue)
    helps = dict.fromkeys((*rows.helps, *step.helps))
    return Demand(
        step=step,
        direction=direction,
        transfer=start.sector not in (end.sector, GENERAL),
        months=_months(step, end),
        essential=tuple(each for each in essential if each not in waived),
        any_of=tuple(tuple(_less(choice, waived) for choice in group) for group in groups)
        if waived
        else groups,
        helps=tuple(each for each in helps if each not in waived and each not in essential),
        waives=tuple(each for each in step.waives if each.requirement in {*essential, *within}),
        conditions=_conditions(step, end, rows.conditions, as_of),
        none_needed=none_needed,
        rows=tuple((end.sector, row.at, row.into) for row in brought.rows),
        known=direction is not Direction.UP or bool(essential or groups or none_needed),
        closed=closed_step(step, end, as_of),
    )


def asked_of(brought: Carried, catalogue: Catalogue, as_of: date) -> AskedByRows:
    """Return what rows ask for on a date."""
    asked: AskedByRows = brought.by_date.get(as_of, lambda: _asked(brought.entries, catalogue, as_of))
    return asked


def direction_of(step: Step, catalogue: Catalogue) -> Direction:
    """Return whether a step goes up, sideways or down, by the ranks of its two levels."""
    start, end = (catalogue.position_by_id[each] for each in (step.from_id, step.to_id))
    climb = catalogue.rank(end.level) - catalogue.rank(start.level)
    return Direction.UP if climb > 0 else Direction.DOWN if climb < 0 else Direction.SIDEWAYS


def takes_starts(position: Position, as_of: date) -> bool:
    """Say whether somebody can newly start at a position on a date."""
    return _refusal(position, as_of) is None


def closed_step(step: Step, end: Position, as_of: date) -> ClosedStep | None:
    """Return why a step cannot be taken on a date, or None where it can."""
    refusal = _refusal(end, as_of)
    if refusal:
        return ClosedStep(step, *refusal)
    if step.opens and as_of < step.opens:
        return ClosedStep(step, ClosedBecause.NOT_OPEN_YET, step.opens)
    if step.closes and step.closes < as_of:
        return ClosedStep(step, ClosedBecause.CLOSED, step.closes)
    return None


def last_day(step: Step, end: Position) -> date | None:
    """Return the last day on which a step can be taken, as far as one is known."""
    ends = [step.closes]
    if isinstance(end, Qualification):
        ends += [end.last_start, end.last_certification]
    return min((each for each in ends if each), default=None)


def _refusal(position: Position, as_of: date) -> tuple[ClosedBecause, date] | None:
    if not isinstance(position, Qualification):
        return None
    if position.opens and as_of < position.opens:
        return ClosedBecause.STARTS_LATER, position.opens
    for end in (position.last_certification, position.last_start):
        if end and end < as_of:
            return ClosedBecause.WITHDRAWN, end
    return None


def _asked(every: tuple[Attached, ...], catalogue: Catalogue, as_of: date) -> AskedByRows:
    current = [each for each in every if entry_in_force(each.entry, as_of)]
    return AskedByRows(
        essential={kind: tuple(_essential(kind, current)) for kind in Kind},
        groups=tuple(_row_groups(every, catalogue, as_of)),
        helps=tuple(_helps(current)),
        conditions=tuple(each.entry.condition for each in current if each.entry.condition),
        none_needed=tuple(each.entry.none_needed for each in current if each.entry.none_needed),
    )


def _essential(kind: Kind, current: list[Attached]) -> Iterator[str]:
    for each in current:
        if each.kind is kind and each.root is None and each.entry.weight is Weight.ESSENTIAL:
            yield from each.entry.requirements


def _helps(current: list[Attached]) -> Iterator[str]:
    for each in current:
        if each.entry.weight is Weight.HELPS:
            yield from each.entry.requirements
            yield from (one for way in each.entry.any_of for one in way.requirements)
        yield from each.entry.helps


def _row_groups(every: Iterable[Attached], catalogue: Catalogue, as_of: date) -> list[Group]:
    """Return the any_of groups of a step's entries. One all of whose entries are out of date falls away."""
    groups: dict[tuple[RowKey, str], list[Choice]] = {}
    alive: set[tuple[RowKey, str]] = set()
    for each in every:
        entry = each.entry
        if entry.weight is Weight.HELPS or not (entry.any_of or (each.root and entry.requirements)):
            continue
        key = (each.row, each.root or entry.locator)
        current = entry_in_force(entry, as_of)
        ways = entry.any_of or (Alternative(entry.requirements),)
        groups.setdefault(key, []).extend(_choice(way, current, catalogue, as_of) for way in ways)
        if current:
            alive.add(key)
    return [tuple(choices) for key, choices in groups.items() if key in alive]


def _own_groups(step: Step, catalogue: Catalogue, as_of: date) -> list[Group]:
    return [tuple(_choice(way, True, catalogue, as_of) for way in group) for group in step.any_of]


def _choice(way: Alternative, current: bool, catalogue: Catalogue, as_of: date) -> Choice:
    if way.position:
        current = current and takes_starts(catalogue.position_by_id[way.position], as_of)
    return Choice(way.requirements, way.position, current)


def _less(choice: Choice, waived: set[str]) -> Choice:
    position = None if choice.position in waived else choice.position
    return Choice(tuple(each for each in choice.requirements if each not in waived), position, choice.open)


def _conditions(
    step: Step, end: Position, from_rows: tuple[Condition, ...], as_of: date
) -> tuple[Condition, ...]:
    funding = end.funding if isinstance(end, Qualification) else ()
    every = dict.fromkeys((*from_rows, *step.conditions, *funding))
    return tuple(each for each in every if in_force(each.opens, each.closes, as_of))


def _months(step: Step, end: Position) -> int | None:
    if step.months is not None:
        return step.months
    return 0 if isinstance(end, JobRole) else end.months if isinstance(end, Qualification) else None
