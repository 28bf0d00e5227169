"""The ways into a level of a sector for somebody from another one, and what each asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from pathways.model import GENERAL, Condition, Position, Qualification, Step, Waiver
from pathways.requirements import Group, asked_of, demand_of, takes_starts
from pathways.route_index import RouteIndex, Way, holding_name
from pathways.rows import RowKey, brought_up_to
from pathways.standing import Standing


@dataclass(frozen=True, slots=True)
class WayIn:
    """One way into a level, as bits of a RouteIndex. `step` is the recorded step it follows, None for rows.

    `known` is false where nothing is on record of what it asks for.
    """

    step: Step | None
    essential: tuple[str, ...]
    any_of: tuple[Group, ...]
    waives: tuple[Waiver, ...]
    conditions: tuple[Condition, ...]
    rows: tuple[RowKey, ...]
    known: bool
    bits: int
    groups: tuple[tuple[Way, ...], ...]


@dataclass(frozen=True)
class WaysIn:
    """All ways into one sector on one date. Build it with `WaysIn.of`, once for an index and a date.

    `levels` are those at which the sector has a position or into which a row leads, lowest first. `openings`
    are, by level, the qualifications that take new starts, or the job roles where there are none. `steps` are
    the recorded steps from other sectors that can be taken, by the level they lead to.
    """

    index: RouteIndex
    as_of: date
    sector: str
    levels: tuple[str, ...]
    openings: dict[str, tuple[str, ...]]
    steps: dict[str, tuple[Step, ...]]
    _rows: dict[tuple[str, str | None], WayIn] = field(default_factory=dict, repr=False)
    _stepped: dict[tuple[str, bool], WayIn] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, index: RouteIndex, sector: str, as_of: date) -> WaysIn:
        """Return the ways into a sector; the same object for the same index, sector and date."""
        made: dict[str, WaysIn] = index.on(as_of).ways_in
        if sector not in made:
            made[sector] = cls._made(index, sector, as_of)
        return made[sector]

    @classmethod
    def _made(cls, index: RouteIndex, sector: str, as_of: date) -> WaysIn:
        catalogue = index.catalogue
        positions = catalogue.list_positions(sector)
        matrix = catalogue.sector_by_id[sector].matrix
        levels = {each.level for each in positions} | {row.into for row in (matrix.rows if matrix else ())}
        steps: dict[str, list[Step]] = {}
        for end in positions:
            for step in catalogue.steps_into.get(end.id, ()):
                outside = catalogue.position_by_id[step.from_id].sector != sector
                if outside and index.on(as_of).edge(step.id):
                    steps.setdefault(end.level, []).append(step)
        return cls(
            index,
            as_of,
            sector,
            tuple(level for level in catalogue.level_by_id if level in levels),
            {level: _openings(positions, level, as_of) for level in levels},
            {level: tuple(sorted(each, key=lambda step: step.id)) for level, each in steps.items()},
        )

    def highest(self, rank: int) -> int:
        """Return how high somebody who leaves a level (as its rank) may start.

        That is one above, or the next row of the sector, whichever is higher.
        """
        ranks = self.index.catalogue.rank
        matrix = self.index.catalogue.sector_by_id[self.sector].matrix
        above = (ranks(row.into) for row in (matrix.rows if matrix else ()) if ranks(row.into) > rank)
        return max(rank + 1, min(above, default=rank))

    def into(self, level: str, start: Position, standing: Standing) -> Iterator[WayIn]:
        """Yield the ways into a level for somebody at a start: the rows, then recorded steps by id.

        A recorded step is a way in for all who come from its sector, or who are at or above its level where
        it leaves the general route. What it waives counts for those who hold the position it leaves.
        """
        yield self._by_rows(level, start)
        for step in self._steps(level, start):
            yield self._by_step(step, self._holds(step, standing))

    def if_held(self, level: str, start: Position, standing: Standing) -> Iterator[WayIn]:
        """Yield the recorded steps into a level that waive something for holders of what is not held here."""
        for step in self._steps(level, start):
            if step.waives and not self._holds(step, standing):
                yield self._by_step(step, True)

    def _steps(self, level: str, start: Position) -> Iterator[Step]:
        catalogue = self.index.catalogue
        for step in self.steps.get(level, ()):
            leaves = catalogue.position_by_id[step.from_id]
            if leaves.sector == GENERAL:
                fits = catalogue.rank(leaves.level) <= catalogue.rank(start.level)
            else:
                fits = leaves.sector == start.sector
            if fits:
                yield step

    def _holds(self, step: Step, standing: Standing) -> bool:
        return bool(self.index.bit[holding_name(step.from_id)] & standing.met)

    def _by_rows(self, level: str, start: Position) -> WayIn:
        brought = brought_up_to(level, self.sector, self.index.catalogue, start)
        singled = start.id if any(each.entry.only_for for each in brought.entries) else None
        if (level, singled) not in self._rows:
            asked = asked_of(brought, self.index.catalogue, self.as_of)
            essential = tuple(dict.fromkeys(one for each in asked.essential.values() for one in each))
            self._rows[level, singled] = WayIn(
                step=None,
                essential=essential,
                any_of=asked.groups,
                waives=(),
                conditions=tuple(dict.fromkeys(asked.conditions)),
                rows=tuple((self.sector, row.at, row.into) for row in brought.rows),
                known=bool(essential or asked.groups or asked.none_needed),
                bits=self.index.bits(essential),
                groups=self.index.groups(asked.groups),
            )
        return self._rows[level, singled]

    def _by_step(self, step: Step, holds: bool) -> WayIn:
        waived = holds or not step.waives
        if (step.id, waived) not in self._stepped:
            taken = step if waived else replace(step, waives=())
            demand = demand_of(taken, self.index.catalogue, self.as_of)
            self._stepped[step.id, waived] = WayIn(
                step=step,
                essential=demand.essential,
                any_of=demand.any_of,
                waives=demand.waives,
                conditions=demand.conditions,
                rows=demand.rows,
                known=bool(demand.essential or demand.any_of or demand.none_needed),
                bits=self.index.bits(demand.essential),
                groups=self.index.groups(demand.any_of),
            )
        return self._stepped[step.id, waived]


def _openings(positions: Iterable[Position], level: str, as_of: date) -> tuple[str, ...]:
    here = [each for each in positions if each.level == level and takes_starts(each, as_of)]
    qualifications = tuple(each.id for each in here if isinstance(each, Qualification))
    return qualifications or tuple(each.id for each in here)
