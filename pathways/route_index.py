"""The graph as the search reads it: integers and bitsets, made once per dataset and once per date.

A bitset is a Python int with one bit for each requirement, and one for each position that stands as an
alternative (holding that position is then what is asked for).
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, reduce
from operator import or_
from typing import Any

from pathways.catalogue import Catalogue, is_bridging
from pathways.holdings import Gives, assumed_of, gives_of, hard_requirements
from pathways.model import GENERAL, ConditionKind, Kind, Requirement, Step
from pathways.recent import Recent
from pathways.requirements import Demand, Group, closed_step, demand_of, last_day
from pathways.results import Direction

DATES_KEPT = 8
"""How many dates an index keeps ready. Enough for a page that compares a few; small beside the catalogue."""

LOOK_AHEADS_KEPT = 16
"""For how many questions of a date it is kept what lies between start and goal."""


@dataclass(frozen=True, slots=True)
class Way:
    """One alternative of a group as bits; `open` is false where it serves only who holds it already.

    `number` is its place in the group as the data have it; the ways of a group are in order of their ids.
    """

    bits: int
    open: bool
    ids: tuple[str, ...]
    number: int


@dataclass(frozen=True, slots=True)
class Edge:
    """One step on one date. `sector` is None for a destination in `general`. Months are None if unknown."""

    id: str
    demand: Demand
    start: str
    end: str
    sector: str | None
    essential: int
    groups: tuple[tuple[Way, ...], ...]
    months: int | None
    unknown: bool
    conditions: int
    kinds: frozenset[ConditionKind]

    @property
    def holders_only(self) -> int:
        """The requirements of alternatives that are closed to all but those who hold them already."""
        return reduce(or_, (way.bits for group in self.groups for way in group if not way.open), 0)


class DatedIndex:
    """All steps as they stand on one date. What a step asks for is worked out when it is first looked at."""

    def __init__(
        self, as_of: date, catalogue: Catalogue, steps: Iterable[Step], make: Callable[[Step], Edge]
    ) -> None:
        """Take the steps that can be taken, in order of id, and how an edge is made of any step."""
        self.as_of = as_of
        self.assumed: dict[str, frozenset[str]] = {}
        """What is assumed of somebody at a position, for those that were asked about."""
        self.ways_in: dict[str, Any] = {}
        """The ways into each sector that was asked about, by sector. Nothing in them is about a learner."""
        self.crossings: dict[tuple[str, str], Any] = {}
        """The steps worked out from a position into a sector (see `crossings`), as far as asked about."""
        self.look_aheads: Recent[Hashable, Any] = Recent(LOOK_AHEADS_KEPT)
        """What lies between starts and goals, for the latest questions. Nothing in it is about a learner."""
        self._catalogue = catalogue
        self._steps = {step.id: step for step in steps}
        self._make = make
        self._made: dict[str, Edge] = {}

    def edge(self, step: str) -> Edge | None:
        """Return a step by its id, or None where nobody can take it on this date."""
        if step not in self._made and step in self._steps:
            self._made[step] = self._make(self._steps[step])
        return self._made.get(step)

    @cached_property
    def edges(self) -> tuple[Edge, ...]:
        """The steps that can be taken, in order of id."""
        return tuple(filter(None, map(self.edge, self._steps)))

    @cached_property
    def closed(self) -> tuple[Edge, ...]:
        """The steps that nobody can take, in order of id."""
        steps = self._catalogue.steps
        return tuple(self._make(step) for step in steps if step.id not in self._steps)

    def between(self, starts: Iterable[str], goals: frozenset[str]) -> tuple[Edge, ...]:
        """Return, in order of id, the steps on any walk from a start to a goal that passes no goal."""
        reached, leads = self.reached(starts, goals), self.leading(goals)
        return self.joining(lambda step: step.from_id in reached and step.to_id in leads)

    def reached(self, starts: Iterable[str], goals: frozenset[str]) -> set[str]:
        """Return the positions on any walk from a start that passes no goal, whatever the date; no goals."""
        onward = {here: [s.to_id for s in each] for here, each in self._catalogue.steps_from.items()}
        return reachable(starts, {here: ends for here, ends in onward.items() if here not in goals}) - goals

    def leading(self, goals: frozenset[str]) -> set[str]:
        """Return the positions from which any walk leads to a goal, whatever the date; the goals too."""
        back = {there: [s.from_id for s in each] for there, each in self._catalogue.steps_into.items()}
        return reachable(goals, back)

    def joining(self, fits: Callable[[Step], bool]) -> tuple[Edge, ...]:
        """Return the steps that can be taken and fit, in order of id."""
        return tuple(filter(None, (self.edge(step.id) for step in self._steps.values() if fits(step))))

    @cached_property
    def opened(self) -> DatedIndex:
        """The same steps with none closed, and every alternative open."""

        def make(step: Step) -> Edge:
            edge = self.edge(step.id) or self._make(step)
            if not edge.holders_only:
                return edge
            return replace(
                edge, groups=tuple(tuple(replace(way, open=True) for way in each) for each in edge.groups)
            )

        return DatedIndex(self.as_of, self._catalogue, self._catalogue.steps, make)


@dataclass(frozen=True)
class RouteIndex:
    """Everything about a catalogue that does not depend on the learner. Build it with `RouteIndex.build`."""

    catalogue: Catalogue
    bit: dict[str, int]
    names: tuple[str, ...]
    gives: Gives
    given_bits: dict[str, int]
    hard: int
    timed: dict[int, int]
    _dated: OrderedDict[date, DatedIndex] = field(default_factory=OrderedDict, repr=False, compare=False)

    @classmethod
    def build(cls, catalogue: Catalogue) -> RouteIndex:
        """Read a catalogue into bits. Pure: equal catalogues give equal indexes."""
        gives = gives_of(catalogue)
        names = [*catalogue.requirement_by_id, *(holding_name(each) for each in catalogue.position_by_id)]
        bit = {name: 1 << number for number, name in enumerate(names)}
        given_bits = {
            position: _union(bit, (*each, holding_name(position))) for position, each in gives.items()
        }
        hard = _union(bit, hard_requirements(catalogue, gives))
        hard |= _union(
            bit, (holding_name(p.id) for p in catalogue.position_by_id.values() if not is_bridging(p))
        )
        timed = {
            bit[each.id]: each.holding.months
            for each in catalogue.requirements
            if each.holding and each.holding.months
        }
        return cls(catalogue, bit, tuple(names), gives, given_bits, hard, timed)

    def on(self, as_of: date) -> DatedIndex:
        """Return all steps as they stand on a date; the latest few dates are kept."""
        dated = self._dated.get(as_of)
        if dated is None:
            ends = self.catalogue.position_by_id
            steps = (s for s in self.catalogue.steps if closed_step(s, ends[s.to_id], as_of) is None)
            dated = DatedIndex(
                as_of,
                self.catalogue,
                steps,
                lambda step: self.edge_of(demand_of(step, self.catalogue, as_of)),
            )
            self._dated[as_of] = dated
            while len(self._dated) > DATES_KEPT:
                self._dated.popitem(last=False)
        return dated

    def assumed(self, position: str, as_of: date) -> frozenset[str]:
        """Return the requirement ids assumed of somebody at a position (see `assumed_of`)."""
        known = self.on(as_of).assumed
        if position not in known:
            known[position] = assumed_of(self.catalogue.position_by_id[position], self.catalogue, as_of)
        return known[position]

    def bits(self, names: Iterable[str]) -> int:
        """Return the bitset of requirement ids and holding names."""
        return _union(self.bit, names)

    def groups(self, any_of: Iterable[Group]) -> tuple[tuple[Way, ...], ...]:
        """Return groups of alternatives as bits, the ways of each in order of their ids."""
        return tuple(tuple(sorted(self._ways(group), key=lambda way: way.ids)) for group in any_of)

    def read(self, bits: int) -> tuple[str, ...]:
        """Return the names in a bitset, requirements before holdings, each in order of id."""
        return tuple(self.names[number] for number in numbers(bits))

    def kind(self, name: str) -> Kind:
        """Return the kind of a requirement; a holding is an attainment."""
        requirement = self.catalogue.requirement_by_id.get(name)
        return requirement.kind if requirement else Kind.ATTAINMENT

    @cached_property
    def similar(self) -> dict[str, tuple[str, ...]]:
        """The requirements about the same matter in another scope, by requirement, where there are any."""
        about: dict[tuple[str, str], list[Requirement]] = {}
        for each in self.catalogue.requirements:
            if each.concept:
                about.setdefault((each.kind, each.concept), []).append(each)
        found = {
            each.id: tuple(other.id for other in group if other.scope != each.scope)
            for group in about.values()
            for each in group
        }
        return {name: found[name] for name in self.catalogue.requirement_by_id if found.get(name)}

    @cached_property
    def attainments(self) -> int:
        """The attainments as a bitset, positions to hold among them."""
        return self.bits(name for name in self.names if self.kind(name) is Kind.ATTAINMENT)

    @cached_property
    def timed_bits(self) -> int:
        """The time-bound requirements as a bitset."""
        return sum(self.timed)

    def months_of(self, bits: int) -> int:
        """Return the months that the time-bound requirements in a bitset take, added up."""
        return sum(months for bit, months in self.timed.items() if bit & bits)

    def last_day(self, edge: Edge) -> date | None:
        """Return the last day on which a step can be taken, as far as one is known."""
        return last_day(edge.demand.step, self.catalogue.position_by_id[edge.end])

    def edge_of(self, demand: Demand) -> Edge:
        """Return a step as bits."""
        step = demand.step
        sector = self.catalogue.position_by_id[step.to_id].sector
        return Edge(
            id=step.id,
            demand=demand,
            start=step.from_id,
            end=step.to_id,
            sector=None if sector == GENERAL else sector,
            essential=self.bits(demand.essential),
            groups=self.groups(demand.any_of),
            months=demand.months,
            unknown=demand.direction is Direction.UP and not demand.known,
            conditions=len(demand.conditions),
            kinds=frozenset(each.kind for each in demand.conditions),
        )

    def _ways(self, group: Group) -> Iterator[Way]:
        for number, choice in enumerate(group):
            names = [holding_name(choice.position)] if choice.position else choice.requirements
            yield Way(self.bits(names), choice.open, choice.ids, number)


def holding_name(position: str) -> str:
    """Return the name under which holding a position is asked for; no requirement id can equal it."""
    return f"@{position}"


def reachable(starts: Iterable[str], onward: Mapping[str, Iterable[str]]) -> set[str]:
    """Return every position that can be reached from any start, the starts included."""
    seen = set(starts)
    waiting = list(seen)
    while waiting:
        for end in onward.get(waiting.pop(), ()):
            if end not in seen:
                seen.add(end)
                waiting.append(end)
    return seen


def numbers(bits: int) -> Iterator[int]:
    """Yield the numbers of the bits that are set, lowest first."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def _union(bit: dict[str, int], names: Iterable[str]) -> int:
    total = 0
    for name in names:
        total |= bit[name]
    return total
