"""The rules of routes once more, slowly: every route and every choice is tried, and nothing is clever.

Written from the text of the rules and not from the code that ships, so that the two can be compared. It walks
every simple route, for every route it takes every combination of alternatives, and then sorts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import combinations, pairwise

from pathways.catalogue import Catalogue
from pathways.learner import HALF_UNITS, Basis, Status
from pathways.model import (
    GENERAL,
    LEAVING_SECTOR,
    Alternative,
    CellEntry,
    Condition,
    Holding,
    JobRole,
    Kind,
    Qualification,
    Row,
    Step,
    Weight,
)
from pathways.places import Place
from pathways.queries import RouteQuery
from pathways.results import NoRouteBecause, Prefer


@dataclass(frozen=True)
class Choice:
    """One alternative: what is left of its requirement ids when the waived are gone, or one position id."""

    ids: tuple[str, ...]
    is_position: bool
    closed: bool


@dataclass(frozen=True)
class Asked:
    """What one step asks for on the date. `known` is false for an upward step with nothing on record."""

    essential: tuple[str, ...]
    groups: tuple[tuple[Choice, ...], ...]
    conditions: tuple[Condition, ...]
    known: bool


@dataclass(frozen=True)
class Found:
    """One route with its figures, and for each step the status and basis of every id it asks for."""

    start: str
    steps: tuple[str, ...]
    positions: tuple[str, ...]
    to_gain: int
    months: int | None
    months_at_least: int
    sector_changes: int
    conditions: int
    holes: int
    hard: tuple[str, ...]
    statuses: tuple[dict[str, tuple[Status, Basis]], ...]
    also_from: tuple[str, ...] = ()


@dataclass(frozen=True)
class Lifted:
    """Which of the things that can stand in the way are not to be looked at."""

    step_limit: bool = False
    closed: bool = False
    conditions: bool = False
    leaving: bool = False
    avoid: bool = False
    avoid_types: bool = False
    within_months: bool = False
    study: bool = False


LIFTS = {
    "step_limit": NoRouteBecause.TOO_MANY_STEPS,
    "closed": NoRouteBecause.ONLY_CLOSED,
    "conditions": NoRouteBecause.CONDITION,
    "leaving": NoRouteBecause.LEAVES_SECTOR,
    **dict.fromkeys(("avoid", "avoid_types", "within_months", "study"), NoRouteBecause.LIMITS),
}


def find_routes(catalogue: Catalogue, query: RouteQuery) -> tuple[Found, ...]:
    """Return every route there is, best first, before any is cut off."""
    return _routes(catalogue, query, Lifted())


def reasons_for_none(catalogue: Catalogue, query: RouteQuery) -> set[NoRouteBecause]:
    """Return the reasons that would be true of a question without routes.

    A reason is true if lifting that alone opens a route. Where only several together do, each of them is.
    """
    starts, goals = _ends(catalogue, query)
    missing = {NoRouteBecause.NO_START} if not starts else set()
    missing |= {NoRouteBecause.NO_GOAL} if not goals else set()
    if missing:
        return missing
    there = {NoRouteBecause.ALREADY_THERE} if starts & goals else set()
    if starts <= goals:
        return there
    for size in range(1, len(LIFTS) + 1):
        opening = [
            names
            for names in combinations(LIFTS, size)
            if _routes(catalogue, query, Lifted(**dict.fromkeys(names, True)))
        ]
        if opening:
            return there | {LIFTS[name] for names in opening for name in names}
    return there | {NoRouteBecause.NO_PATH}


def _routes(catalogue: Catalogue, query: RouteQuery, lifted: Lifted) -> tuple[Found, ...]:
    starts, goals = _ends(catalogue, query)
    found = []
    for start in starts - goals:
        rules = Rules(catalogue, query, lifted, start)
        found += [route for steps in rules.walks(goals) if (route := rules.best_choice(steps))]
    if query.prefer is Prefer.STAY_IN_SECTOR and not lifted.leaving:
        found = [route for route in found if route.sector_changes == 0]
    if query.limits.within_months and not lifted.within_months:
        found = [route for route in found if route.months_at_least <= query.limits.within_months]
    found.sort(key=lambda route: _order(route, query.prefer))
    best: dict[tuple[str, ...], Found] = {}
    for route in found:
        first = best.setdefault(route.positions[1:], route)
        if first.start != route.start:
            others = {*first.also_from, route.start}
            best[route.positions[1:]] = replace(first, also_from=tuple(sorted(others)))
    return tuple(best.values())


def _order(route: Found, prefer: Prefer) -> tuple[object, ...]:
    months = (route.months is None, route.months_at_least)
    changes, holes, gain, steps = route.sector_changes, route.holes, route.to_gain, len(route.steps)
    first = {
        Prefer.FEWEST_STEPS: (holes, steps, changes, gain, months),
        Prefer.QUICKEST: (holes, months, changes, gain, steps),
    }.get(prefer, (changes, holes, gain, steps, months))
    return (*first, route.conditions, route.positions, route.steps)


def _ends(catalogue: Catalogue, query: RouteQuery) -> tuple[set[str], set[str]]:
    starts = {each for place in query.start for each in _starts(catalogue, place)}
    goals = {each for place in query.goal for each in _matching(catalogue, place)}
    return starts, goals


def _matching(catalogue: Catalogue, place: Place) -> set[str]:
    if place.position:
        return {place.position}
    return {
        each.id
        for each in catalogue.position_by_id.values()
        if place.sector in (None, each.sector) and place.level in (None, each.level)
    }


def _starts(catalogue: Catalogue, place: Place) -> set[str]:
    """A sector at a level means its qualifications there, or its job roles where it has none."""
    if place.position:
        return {place.position}
    here = [catalogue.position_by_id[each] for each in _matching(catalogue, place)]
    qualified = {(each.sector, each.level) for each in here if isinstance(each, Qualification)}
    return {
        each.id
        for each in here
        if isinstance(each, Qualification) or (each.sector, each.level) not in qualified
    }


@dataclass(frozen=True)
class Rules:
    """The rules for one start, one learner and one date."""

    catalogue: Catalogue
    query: RouteQuery
    lifted: Lifted
    start: str

    # What is held ----------------------------------------------------------------------------------------

    @cached_property
    def gives(self) -> dict[str, set[str]]:
        """What each position gives: what it says, and every holding that it meets."""
        return {
            name: {
                *position.gives,
                *(each.id for each in self.catalogue.requirements if self.is_met_by(each.holding, position)),
            }
            for name, position in self.catalogue.position_by_id.items()
        }

    def is_met_by(self, holding: Holding | None, position: Qualification | JobRole) -> bool:
        if not holding:
            return False
        if position.id in holding.positions:
            return True
        rank = self.catalogue.rank
        high_enough = holding.any_at and rank(holding.any_at) <= rank(position.level)
        return bool(high_enough) and isinstance(position, Qualification)

    @cached_property
    def answers(self) -> dict[str, Status]:
        """Answers by requirement id; a position answered as held answers for all it gives."""
        said = self.query.learner.answers
        held = [each for each in said if said[each] is Status.MET and each in self.catalogue.position_by_id]
        given = {each: Status.MET for position in held for each in self.gives[position]}
        own = {each: said[each] for each in said if each in self.catalogue.requirement_by_id}
        return {**given, **own}

    @cached_property
    def assumed(self) -> set[str]:
        """What the start's level in its sector asks for."""
        start = self.catalogue.position_by_id[self.start]
        found: set[str] = set()
        for row in self.rows_of(start.sector):
            if self.catalogue.rank(row.into) > self.catalogue.rank(start.level):
                continue
            for cell in (row.awareness, row.attainment):
                for entry in cell:
                    essential = entry.weight is Weight.ESSENTIAL and not entry.only_for
                    if essential and self.in_force(entry) and not _is_joined(entry, cell):
                        found |= set(entry.requirements)
        return found

    @cached_property
    def held(self) -> set[str]:
        """What is held at the start, once the learner has spoken."""
        answers = self.answers
        kept = {each for each in self.gives[self.start] | self.assumed if each not in answers}
        return kept | {each for each in answers if answers[each] is Status.MET}

    def status(self, name: str, arrived: set[str], gained: set[str]) -> tuple[Status, Basis]:
        """How well a requirement is met by somebody who has arrived at and gained these, and why."""
        if any(name in self.gives[each] for each in arrived):
            return Status.MET, Basis.GIVEN
        if name in gained:
            return Status.MET, Basis.GAINED
        if name in self.answers:
            return self.answers[name], Basis.ANSWER
        if name in self.gives[self.start]:
            return Status.MET, Basis.START
        if name in self.assumed:
            return Status.MET, Basis.ASSUMED
        wanted = self.catalogue.requirement_by_id[name]
        for other in (self.catalogue.requirement_by_id[each] for each in self.held):
            alike = (wanted.kind, wanted.concept) == (other.kind, other.concept)
            if wanted.concept and alike and wanted.scope != other.scope:
                return Status.PARTLY, Basis.SIMILAR
        return Status.NOT_ASKED, Basis.UNKNOWN

    def position_status(self, name: str, arrived: set[str], gained: set[str]) -> tuple[Status, Basis]:
        """How well a position named as an alternative is met: all or nothing."""
        if name in arrived:
            return Status.MET, Basis.GIVEN
        if name in gained:
            return Status.MET, Basis.GAINED
        answer = self.query.learner.answers.get(name)
        if name == self.start and answer is not Status.MET:
            return Status.MET, Basis.START
        return (answer, Basis.ANSWER) if answer else (Status.NOT_ASKED, Basis.UNKNOWN)

    # What a step asks for --------------------------------------------------------------------------------

    def in_force(self, dated: CellEntry | Condition | Step) -> bool:
        """First and last day included."""
        return (dated.opens or date.min) <= self.query.as_of <= (dated.closes or date.max)

    def takes_starts(self, position_id: str) -> bool:
        """Whether anybody can newly begin there on the date asked."""
        position = self.catalogue.position_by_id[position_id]
        if self.lifted.closed or not isinstance(position, Qualification):
            return True
        ends = [each for each in (position.last_start, position.last_certification) if each]
        return (position.opens or date.min) <= self.query.as_of <= min([*ends, date.max])

    def rows_of(self, sector: str) -> tuple[Row, ...]:
        matrix = self.catalogue.sector_by_id[sector].matrix
        return matrix.rows if matrix else ()

    def cells(self, step: Step) -> Iterator[tuple[CellEntry, ...]]:
        """The cells of the rows that a step carries, with the entries that attach to it."""
        start, end = (self.catalogue.position_by_id[each] for each in (step.from_id, step.to_id))
        rank = self.catalogue.rank
        rows = [row for row in self.rows_of(end.sector) if rank(row.into) <= rank(end.level)]
        rows.sort(key=lambda row: rank(row.into))
        if start.sector == end.sector:
            carried = [row for row in rows if rank(start.level) < rank(row.into)]
        else:
            carried = rows[-1:]
        for row in carried:
            for kind in Kind:
                yield tuple(
                    entry
                    for entry in row.cell(kind)
                    if not entry.only_for or {step.from_id, step.to_id} & set(entry.only_for)
                )
        for row in self.rows_of(start.sector):
            if row.at == start.level and start.sector != end.sector:
                for kind in Kind:
                    yield tuple(entry for entry in row.cell(kind) if LEAVING_SECTOR in entry.only_for)

    @cached_property
    def asked(self) -> dict[str, Asked]:
        return {step.id: self.asked_by(step) for step in self.catalogue.steps}

    def asked_by(self, step: Step) -> Asked:
        """Everything one step asks for, its rows' before its own; nobody is asked yet."""
        essential = [*step.aspiration, *step.awareness, *step.attainment]
        groups: list[list[tuple[Alternative, bool]]] = []
        conditions = [*step.conditions]
        none_needed = step.none_needed is not None
        for cell in self.cells(step):
            for joined in _joined(cell):
                open_ones = [entry for entry in joined if self.in_force(entry)]
                if open_ones and (len(joined) > 1 or joined[0].any_of):
                    groups.append(
                        [(each, not self.in_force(entry)) for entry in joined for each in _ways(entry)]
                    )
                elif open_ones:
                    (entry,) = open_ones
                    essential += entry.requirements if entry.weight is Weight.ESSENTIAL else ()
                    conditions += [entry.condition] if entry.condition else []
                    none_needed = none_needed or entry.none_needed is not None
        groups += [[(each, False) for each in group] for group in step.any_of]
        start, end = (self.catalogue.position_by_id[each] for each in (step.from_id, step.to_id))
        conditions += end.funding if isinstance(end, Qualification) else ()
        upward = self.catalogue.rank(end.level) > self.catalogue.rank(start.level)
        waived = {each.requirement for each in step.waives}
        return Asked(
            tuple(dict.fromkeys(each for each in essential if each not in waived)),
            tuple(
                tuple(self.choice(alternative, waived, closed) for alternative, closed in group)
                for group in groups
            ),
            tuple(each for each in conditions if self.in_force(each)),
            known=not upward or bool(essential) or bool(groups) or none_needed,
        )

    def choice(self, alternative: Alternative, waived: set[str], outside_dates: bool) -> Choice:
        """One alternative, without what the step waives."""
        closed = outside_dates and not self.lifted.closed
        if alternative.position:
            shut = closed or not self.takes_starts(alternative.position)
            return Choice((alternative.position,), True, shut)
        return Choice(tuple(sorted(set(alternative.requirements) - waived)), False, closed)

    # Routes ----------------------------------------------------------------------------------------------

    def is_passable(self, step: Step) -> bool:
        """Whether the step is open on the date, and no condition it has is one the learner lacks."""
        is_open = self.lifted.closed or (self.in_force(step) and self.takes_starts(step.to_id))
        kinds = {each.kind for each in self.asked[step.id].conditions}
        if not is_open or step.to_id in self.left_out:
            return False
        return self.lifted.conditions or not kinds & self.query.learner.without

    # What limits leave out ---------------------------------------------------------------------------------

    @cached_property
    def left_out(self) -> set[str]:
        """The positions that no step may lead into."""
        limits, lifted = self.query.limits, self.lifted
        avoided = {each for place in limits.avoid for each in _matching(self.catalogue, place)}
        left = set() if lifted.avoid else avoided
        for each in self.catalogue.qualifications:
            if not lifted.avoid_types and each.type in limits.avoid_types:
                left.add(each.id)
            if not lifted.study and limits.study and each.type in ("T Level", "schooling"):
                left.add(each.id)
        return left

    def gives_to_hold(self, position: str) -> set[str]:
        """What only somebody who was there, or at another such place, can have: itself, and holdings."""
        requirements = self.catalogue.requirement_by_id
        return {position, *(each for each in self.gives[position] if requirements[each].holding)}

    @cached_property
    def out_of_reach(self) -> set[str]:
        """The holdings that can be had only by way of what is left out, and that are not held already."""
        steps = [each for each in self.catalogue.steps if self.lifted.closed or self.is_open(each)]
        doubtful, at_stake = set(self.left_out), set[str]()
        while True:
            stake = {each for position in doubtful for each in self.gives_to_hold(position)}
            asking = {each.to_id for each in steps if self.every_ask(each) & stake}
            if stake <= at_stake and asking <= doubtful:
                break
            at_stake |= stake
            doubtful |= asking
        positions = self.catalogue.position_by_id
        had = {each for each in positions if each not in doubtful and self.takes_starts(each)}
        while True:
            reach = self.held_at_the_start | {
                each for position in had for each in self.gives_to_hold(position)
            }
            barred = at_stake - reach
            more = {
                each.to_id
                for each in steps
                if each.to_id not in self.left_out and self.can_be_taken(each, barred)
            }
            if more <= had:
                return barred
            had |= more

    @cached_property
    def held_at_the_start(self) -> set[str]:
        """Everything held at the start, positions by their ids."""
        said = self.query.learner.answers
        return {*self.held, self.start, *(each for each in said if said[each] is Status.MET)}

    def is_open(self, step: Step) -> bool:
        return self.in_force(step) and self.takes_starts(step.to_id)

    def every_ask(self, step: Step) -> set[str]:
        """All that a step asks for in any way."""
        asked = self.asked[step.id]
        return {*asked.essential, *(each for group in asked.groups for way in group for each in way.ids)}

    def can_be_taken(self, step: Step, barred: set[str]) -> bool:
        """Whether a step has a way for somebody who can never have some things."""
        asked = self.asked[step.id]
        return not barred & set(asked.essential) and all(
            any(
                not barred & set(way.ids) and (not way.closed or set(way.ids) <= self.held_at_the_start)
                for way in group
            )
            for group in asked.groups
        )

    def walks(self, goals: set[str]) -> list[tuple[Step, ...]]:
        """Every way from the start to a first goal that meets no position twice."""
        limit = len(self.catalogue.position_by_id) if self.lifted.step_limit else self.query.max_steps
        passable = [step for step in self.catalogue.steps if self.is_passable(step)]
        found: list[tuple[Step, ...]] = []

        def walk(taken: tuple[Step, ...], visited: tuple[str, ...]) -> None:
            if visited[-1] in goals:
                found.append(taken)
            elif len(taken) < limit:
                for step in passable:
                    if step.from_id == visited[-1] and step.to_id not in visited:
                        walk((*taken, step), (*visited, step.to_id))

        walk((), (self.start,))
        return found

    def best_choice(self, steps: tuple[Step, ...]) -> Found | None:
        """The route with the alternatives that leave least to gain; None where no choice can be made."""
        asked = [self.asked[step.id] for step in steps]
        every: list[tuple[Choice, ...]] = [()]
        for group in (group for each in asked for group in each.groups):
            every = [(*chosen, choice) for chosen in every for choice in group]
        tried = [
            (route.to_gain, tuple(each.ids for each in chosen), route)
            for chosen in every
            if (route := self.figures(steps, asked, chosen))
        ]
        return min(tried, key=lambda each: each[:2])[2] if tried else None

    def figures(
        self, steps: tuple[Step, ...], asked: list[Asked], chosen: tuple[Choice, ...]
    ) -> Found | None:
        """Walk the route with these choices, group by group; None where one of them cannot be taken."""
        choices = iter(chosen)
        arrived: set[str] = set()
        gained: set[str] = set()
        cost: dict[str, int] = {}
        hard: set[str] = set()
        statuses: list[dict[str, tuple[Status, Basis]]] = []
        for step, ask in zip(steps, asked, strict=True):
            now: dict[str, tuple[Status, Basis]] = {
                each: self.status(each, arrived, gained) for each in ask.essential
            }
            for _ in ask.groups:
                choice = next(choices)
                judge = self.position_status if choice.is_position else self.status
                mine = {each: judge(each, arrived, gained) for each in choice.ids}
                if choice.closed and any(status is not Status.MET for status, _ in mine.values()):
                    return None
                now |= mine
            for each, (status, _) in now.items():
                whole = each in self.catalogue.position_by_id and status is not Status.MET
                cost.setdefault(each, 2 if whole else HALF_UNITS[status])
                if status is not Status.MET and self.is_hard(each):
                    hard.add(each)
            if any(
                each in self.out_of_reach and status is not Status.MET for each, (status, _) in now.items()
            ):
                return None
            statuses.append(now)
            gained |= {each for each, (status, _) in now.items() if status is not Status.MET}
            arrived.add(step.to_id)
        months = [self.months(step) for step in steps]
        waiting = sum(self.time_bound(each) for each in cost if each not in self.held)
        at_least = sum(each or 0 for each in months) + waiting
        return Found(
            self.start,
            tuple(step.id for step in steps),
            (self.start, *(step.to_id for step in steps)),
            sum(cost.values()),
            None if None in months else at_least,
            at_least,
            self.sector_changes(steps),
            sum(len(each.conditions) for each in asked),
            sum(not each.known for each in asked) + len(hard),
            tuple(sorted(hard)),
            tuple(statuses),
        )

    def months(self, step: Step) -> int | None:
        """The step's own, none into a job, else the typical length of the qualification."""
        end = self.catalogue.position_by_id[step.to_id]
        if step.months is not None:
            return step.months
        return end.months if isinstance(end, Qualification) else 0

    def time_bound(self, name: str) -> int:
        requirement = self.catalogue.requirement_by_id.get(name)
        holding = requirement.holding if requirement else None
        return (holding.months or 0) if holding else 0

    def sector_changes(self, steps: tuple[Step, ...]) -> int:
        """Counted with the general route left out."""
        ids = [self.start, *(step.to_id for step in steps)]
        sectors = [self.catalogue.position_by_id[each].sector for each in ids]
        return sum(one != other for one, other in pairwise(each for each in sectors if each != GENERAL))

    def is_hard(self, name: str) -> bool:
        """Regulated, or held by nobody but those who went through more than a bridging course."""
        position = self.catalogue.position_by_id.get(name)
        if position:
            return not _bridges(position)
        requirement = self.catalogue.requirement_by_id[name]
        if requirement.kind is not Kind.ATTAINMENT:
            return False
        givers = [each for each in self.catalogue.position_by_id.values() if name in self.gives[each.id]]
        only_long = bool(givers) and not any(_bridges(each) for each in givers)
        return requirement.regulated or (requirement.holding is not None and only_long)


def _bridges(position: object) -> bool:
    return isinstance(position, Qualification) and position.bridging


def _ways(entry: CellEntry) -> tuple[Alternative, ...]:
    return entry.any_of or (Alternative(entry.requirements),)


def _is_joined(entry: CellEntry, cell: tuple[CellEntry, ...]) -> bool:
    return any(entry in joined and len(joined) > 1 for joined in _joined(cell))


def _joined(cell: tuple[CellEntry, ...]) -> list[list[CellEntry]]:
    """The entries of a cell, those together that stand in for each other."""
    groups = [[entry] for entry in cell]
    for entry in cell:
        mine = next(group for group in groups if entry in group)
        for other in groups:
            if other is not mine and any(each.locator == entry.alternative_to for each in other):
                together = sorted(mine + other, key=cell.index)
                groups = [group for group in groups if group is not mine and group is not other]
                groups.append(together)
                break
    return sorted(groups, key=lambda group: cell.index(group[0]))
