"""The graph as the search reads it: integers and bitsets, made once per dataset and once per date.

A bitset is a Python int with one bit for each requirement, and one for each position that stands as an
alternative (holding that position is then what is asked for).
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, reduce
from operator import or_
from typing import Any

from pathways.catalogue import Catalogue, is_bridging
from pathways.holdings import Gives, assumed_of, gives_of, hard_requirements
from pathways.model import GENERAL, ConditionKind, Kind, Requirement
from pathways.recent import Recent
from pathways.requirements import Demand, Group, demand_of, last_day
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


@dataclass(frozen=True)
class DatedIndex:
    """All steps as they stand on one date. `closed` are those nobody can take; `edges` are the others."""

    as_of: date
    edges: tuple[Edge, ...]
    closed: tuple[Edge, ...]
    assumed: dict[str, frozenset[str]] = field(default_factory=dict, repr=False, compare=False)
    """What is assumed of somebody at a position, for those that were asked about."""
    look_aheads: Recent[Hashable, Any] = field(
        default_factory=lambda: Recent(LOOK_AHEADS_KEPT), repr=False, compare=False
    )
    """What lies between starts and goals, for the latest questions. Nothing in it is about a learner."""

    @cached_property
    def edge_by_id(self) -> dict[str, Edge]:
        """The steps that can be taken, by id."""
        return {edge.id: edge for edge in self.edges}

    @cached_property
    def opened(self) -> DatedIndex:
        """The same steps with none closed, and every alternative open."""
        if not self.closed and not self.holders_only:
            return self
        edges = (
            replace(
                edge, groups=tuple(tuple(replace(way, open=True) for way in each) for each in edge.groups)
            )
            for edge in (*self.edges, *self.closed)
        )
        return DatedIndex(self.as_of, tuple(sorted(edges, key=lambda edge: edge.id)), ())

    @cached_property
    def holders_only(self) -> int:
        """The requirements of alternatives that are closed to all but those who hold them already."""
        closed = (way.bits for edge in self.edges for group in edge.groups for way in group if not way.open)
        return reduce(or_, closed, 0)


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
            edges = [self._edge(demand_of(step, self.catalogue, as_of)) for step in self.catalogue.steps]
            dated = DatedIndex(
                as_of,
                tuple(edge for edge in edges if not edge.demand.closed),
                tuple(edge for edge in edges if edge.demand.closed),
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
    def timed_bits(self) -> int:
        """The time-bound requirements as a bitset."""
        return sum(self.timed)

    def months_of(self, bits: int) -> int:
        """Return the months that the time-bound requirements in a bitset take, added up."""
        return sum(months for bit, months in self.timed.items() if bit & bits)

    def last_day(self, edge: Edge) -> date | None:
        """Return the last day on which a step can be taken, as far as one is known."""
        return last_day(edge.demand.step, self.catalogue.position_by_id[edge.end])

    def _edge(self, demand: Demand) -> Edge:
        step = demand.step
        sector = self.catalogue.position_by_id[step.to_id].sector
        groups = tuple(tuple(sorted(self._ways(group), key=lambda way: way.ids)) for group in demand.any_of)
        return Edge(
            id=step.id,
            demand=demand,
            start=step.from_id,
            end=step.to_id,
            sector=None if sector == GENERAL else sector,
            essential=self.bits(demand.essential),
            groups=groups,
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
