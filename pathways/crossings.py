"""Steps between sectors that nobody recorded: worked out from what levels ask for, and never stored.

From each position one leads to what a sector offers at the level to re-enter at. Its evidence is `inferred`.
It asks for what the transfer needs, alternatives and conditions included.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import cache
from itertools import chain

from pathways.judging import Judged, best_way_in, re_entry
from pathways.learner import NOBODY
from pathways.model import GENERAL, Citation, Evidence, Position, Step
from pathways.requirements import demand_of
from pathways.route_index import DatedIndex, Edge, RouteIndex
from pathways.rows import brought_up_to
from pathways.standing import Standing, standing_at
from pathways.transfer_results import Verdict
from pathways.ways_in import WayIn, WaysIn


def crossing_steps(
    index: RouteIndex, dated: DatedIndex, starts: Collection[str], goals: frozenset[str]
) -> tuple[Edge, ...]:
    """Return the steps on walks from a start to a goal that take one step worked out between sectors.

    One crosses from where one stands; only where no start leads across, from elsewhere in the sector of a
    start, or in the general route. Recorded steps come first, each group in order of id. A walk crosses once:
    from positions that recorded steps do not join to a goal to positions that they do, and never back.
    """
    after = dated.leading(goals)
    sector_of = {name: each.sector for name, each in index.catalogue.position_by_id.items()}
    before = {start for start in starts if start not in after}
    across = _across(index, dated, before, after)
    if not across:
        own = {GENERAL, *(sector_of[start] for start in starts)}
        before = {each for each in dated.reached(starts, goals) - after if sector_of[each] in own}
        across = _across(index, dated, before, after)

    def fits(step: Step) -> bool:
        if step.from_id in goals:
            return False
        return step.to_id in after if step.from_id in after else {step.from_id, step.to_id} <= before

    return (*dated.joining(fits), *across)


def _across(index: RouteIndex, dated: DatedIndex, before: set[str], after: set[str]) -> tuple[Edge, ...]:
    """Return the steps worked out from some positions to others, in order of id."""
    sectors = sorted({index.catalogue.position_by_id[each].sector for each in after})
    every = chain.from_iterable(
        _steps_into(index, dated, start, sector) for start in sorted(before) for sector in sectors
    )
    return tuple(edge for edge in every if edge.end in after)


def _steps_into(index: RouteIndex, dated: DatedIndex, start: str, sector: str) -> tuple[Edge, ...]:
    known: dict[tuple[str, str], tuple[Edge, ...]] = dated.crossings
    if (start, sector) not in known:
        known[start, sector] = tuple(_worked_out(index, dated, start, sector))
    return known[start, sector]


def _worked_out(index: RouteIndex, dated: DatedIndex, start: str, sector: str) -> Iterator[Edge]:
    """Yield the steps from a position to what a sector offers at the level to re-enter at, by id.

    None doubles a recorded step, open or closed, none leads to a level of which nothing is on record, and
    none to a position that each recorded step asks something for that would be in the way.
    """
    catalogue = index.catalogue
    here = catalogue.position_by_id[start]
    if here.sector == sector:
        return
    ways = WaysIn.of(index, sector, dated.as_of)
    standing = standing_at(index, start, NOBODY, dated.as_of)
    way_in = cache(lambda level: best_way_in(ways, level, standing))
    level = re_entry(ways, catalogue.rank(here.level), lambda level: way_in(level).judged.verdict)
    if level is None:
        return
    best = way_in(level)
    recorded = {step.to_id for step in catalogue.steps_from.get(start, ())}
    for opening in ways.openings[level] if best.way.known else ():
        if opening not in recorded and not _out_of_reach(index, dated, opening, standing):
            end = catalogue.position_by_id[opening]
            step = _step(index, best.way, here, end)
            brought = None if best.way.step else brought_up_to(level, sector, catalogue, here, end)
            edge = index.edge_of(demand_of(step, catalogue, dated.as_of, brought))
            # What is only for this start or this end can be in the way although the level is not.
            if Judged.of(index, edge.essential, edge.groups, standing).verdict is not Verdict.NOT_DIRECT:
                yield edge


def _out_of_reach(index: RouteIndex, dated: DatedIndex, end: str, standing: Standing) -> bool:
    """Say whether each recorded step to a position asks for something hard, neither held nor similar."""
    edges = filter(None, (dated.edge(step.id) for step in index.catalogue.steps_into.get(end, ())))
    verdicts = [Judged.of(index, edge.essential, edge.groups, standing).verdict for edge in edges]
    return bool(verdicts) and all(verdict is Verdict.NOT_DIRECT for verdict in verdicts)


def _step(index: RouteIndex, way: WayIn, start: Position, end: Position) -> Step:
    """Return the step from a position to another by a way in: what a recorded step asks for, it asks for."""
    sector = index.catalogue.sector_by_id[end.sector]
    name = f"inferred:{start.id}:{end.id}"
    if way.step is None:
        matrix = sector.matrix
        assert matrix is not None  # noqa: S101 - rows that ask for something stand in a matrix
        cited = replace(matrix.citation, evidence=Evidence.INFERRED, note=None)
        return Step(name, start.id, end.id, cited)
    rests_on: Citation = replace(way.step.citation, evidence=Evidence.INFERRED, note=None)
    waives = way.step.waives if way.step.from_id == start.id else ()
    return replace(
        way.step, id=name, from_id=start.id, to_id=end.id, citation=rests_on, waives=waives, months=None
    )
