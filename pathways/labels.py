"""Part-routes: where they begin, what they become one step on, and what any route through them must cost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pathways.bounds import Bound
from pathways.endings import Endings
from pathways.lookahead import Lookahead, sector_of
from pathways.route_index import Edge, RouteIndex
from pathways.standing import Standing


class Label(NamedTuple):
    """A part of a route. `given` is what its positions give, `unions` what it may have to gain so far.

    There is one union for each choice between alternatives that may turn out best. `forced` and `timed` are
    asked for whatever is chosen. `weighed` says that the bound it was put by with knows of the last steps.
    """

    standing: Standing
    edges: tuple[Edge, ...]
    positions: tuple[str, ...]
    ids: tuple[str, ...]
    given: int
    unions: tuple[int, ...]
    forced: int
    timed: int
    sector: str | None
    changes: int
    unknown: int
    part: int
    months: int
    conditions: int
    weighed: bool = False


class Labels:
    """The part-routes of one search."""

    def __init__(
        self, index: RouteIndex, ahead: Lookahead, *, max_steps: int, stay: bool, holders_only: int
    ) -> None:
        """Take what part-routes go over; `Search` says what each of these means."""
        self._index = index
        self._ahead = ahead
        self._max_steps = max_steps
        self._stay = stay
        self._holders_only = holders_only
        self._timed = index.timed_bits
        self._endings: dict[str | None, Endings] = {}

    def first(self, standings: Sequence[Standing]) -> Iterator[Label]:
        """Yield a label for each start that leads to a goal."""
        for standing in standings:
            start = standing.start
            if start is not None and start in self._ahead.outgoing:
                sector = sector_of(self._index, start)
                yield Label(standing, (), (start,), (), 0, (0,), 0, 0, sector, 0, 0, 0, 0, 0)

    def onward(self, label: Label) -> Iterator[Label]:
        """Yield the labels one edge on, or none where a label has become a dead end."""
        positions = label.positions
        left = self._max_steps - len(label.edges)
        if not self._ahead.arrives(positions[-1], positions, left):
            return
        steps = self._ahead.steps
        for edge in self._ahead.outgoing[positions[-1]]:
            if edge.end not in positions and steps[edge.end] < left:
                further = self._extended(label, edge)
                if further is not None:
                    yield further

    def _extended(self, label: Label, edge: Edge) -> Label | None:
        """Return the label one edge on, or None where the learner cannot take it."""
        standing, edges, positions, ids, given, unions, forced, timed = label[:8]
        sector, changes, unknown, part, months, conditions = label[8:14]
        if edge.sector is not None:
            changes += sector is not None and edge.sector != sector
            sector = edge.sector
        if self._stay and changes + self._ahead.changes[edge.end, sector]:
            return None
        known = standing.met | given
        need = edge.essential & ~known
        if edge.groups:
            unions = _chosen(unions, need, known, edge)
            if not unions:
                return None
        elif need:
            unions = tuple({union | need for union in unions}) if len(unions) > 1 else (unions[0] | need,)
        if len(unions) > 1:
            unions = self._worth_keeping(unions)
        return Label(
            standing,
            (*edges, edge),
            (*positions, edge.end),
            (*ids, edge.id),
            given | self._index.given_bits[edge.end],
            unions,
            forced | need,
            timed | edge.essential & self._timed & ~standing.met,
            sector,
            changes,
            unknown + edge.unknown,
            part or edge.months is None,
            months + (edge.months or 0),
            conditions + edge.conditions,
        )

    def _worth_keeping(self, unions: tuple[int, ...]) -> tuple[int, ...]:
        """Leave out unions that another is part of, unless what they have more may open an alternative."""
        opens = self._holders_only
        return tuple(
            one
            for one in unions
            if not any(two & one == two != one and not one & ~two & opens for two in unions)
        )

    def bound(self, label: Label) -> Bound:
        """Return what any route through a label comes to at the least."""
        standing, edges, positions, _, _, unions, forced, timed = label[:8]
        sector, changes, unknown, part, months, conditions = label[8:14]
        end = positions[-1]
        rest = self._ahead.rest[end]
        must = rest.must & ~standing.met
        partly = standing.partly
        unknown += rest.unknown
        to_gain = -1
        for union in unions:
            whole = union | must
            cost = 2 * whole.bit_count()
            if partly:
                cost -= (whole & partly).bit_count()
            if to_gain < 0 or cost < to_gain:
                to_gain = cost
        if timed:
            months += self._index.months_of(timed)
        return Bound(
            changes + self._ahead.changes[end, sector],
            unknown + ((forced | must) & self._index.hard).bit_count(),
            unknown,
            to_gain,
            len(edges) + rest.steps,
            (1 if part or rest.part else 0, months + rest.months),
            conditions + rest.conditions,
        )

    def with_ending(self, label: Label, least: int) -> int:
        """Return what there is to gain with the best ending, which is no less than what is known so far."""
        standing, position = label.standing, label.positions[-1]
        endings = self._endings.get(standing.start)
        if endings is None:
            endings = self._endings[standing.start] = self._ahead.endings.beside(standing.met)
        must, best = self._ahead.rest[position].must & ~standing.met, None
        for union in label.unions:
            whole = union | must
            for ending in endings.at(position):
                cost = standing.cost(whole | ending)
                if cost <= least:
                    return least
                if best is None or cost < best:
                    best = cost
        return least if best is None else best


def _chosen(unions: tuple[int, ...], need: int, known: int, edge: Edge) -> tuple[int, ...]:
    """Return what may have to be gained after an edge, for each choice between its alternatives."""
    after = [(union | need, union | need) for union in unions]
    for group in edge.groups:
        after = list(
            {
                (before, union | way.bits & ~known): None
                for before, union in after
                for way in group
                if way.open or not way.bits & ~known & ~before
            }
        )
    return tuple({union for _, union in after})
