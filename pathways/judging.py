"""Whether somebody could start by a way in, which way is the best, and at which level to re-enter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from pathways.costing import cost_of
from pathways.route_index import RouteIndex, Way
from pathways.standing import Standing
from pathways.transfer_results import Verdict
from pathways.ways_in import WayIn, WaysIn


def re_entry(ways: WaysIn, rank: int, verdict_at: Callable[[str], Verdict]) -> str | None:
    """Return the level to re-enter at for somebody who leaves a level (as its rank), or None.

    The highest, at most one above or the next row of the sector, that is not NOT_DIRECT and takes new starts.
    """
    highest = ways.highest(rank)
    fit = (
        level
        for level in reversed(ways.levels)
        if ways.index.catalogue.rank(level) <= highest and ways.openings[level]
        if verdict_at(level) is not Verdict.NOT_DIRECT
    )
    return next(fit, None)


def best_way_in(ways: WaysIn, level: str, standing: Standing) -> Chosen:
    """Return the best way into a level: the best verdict, then the least to gain, rows first."""
    index = ways.index
    start = index.catalogue.position_by_id[str(standing.start)]
    every: list[tuple[int, int, int, Chosen]] = []
    for number, way in enumerate(ways.into(level, start, standing)):
        judged = Judged.of(index, way.bits, way.groups, standing)
        cost = cost_of(index, standing, [_Asking(way.bits, judged.fit, start.id)])
        if cost is not None:
            gain = standing.cost(cost.union)
            every.append((judged.verdict.rank, gain, number, Chosen(way, judged, cost.chosen[0], gain)))
    return min(every, key=lambda each: each[:3])[-1]


@dataclass(frozen=True, slots=True)
class Judged:
    """A way in as it is for one person: the verdict, and the alternatives that it counts on.

    `blocking` are the hard attainments (bits) neither held nor similar. Each group in `fit` is left with
    the alternatives of its best verdict.
    """

    verdict: Verdict
    blocking: int
    fit: tuple[tuple[Way, ...], ...]

    @classmethod
    def of(
        cls, index: RouteIndex, essential: int, groups: tuple[tuple[Way, ...], ...], standing: Standing
    ) -> Judged:
        """Judge a way in by what it asks for."""
        blocking = index.hard & index.attainments & ~standing.met & ~index.bits(standing.similar)
        missing = index.attainments & ~standing.met

        def judge(bits: int) -> Verdict:
            if bits & blocking:
                return Verdict.NOT_DIRECT
            return Verdict.WITH_BRIDGING if bits & missing else Verdict.DIRECT

        verdicts = [judge(essential)]
        fit = []
        for group in groups:
            usable = [each for each in group if each.open or not each.bits & ~standing.met]
            by_verdict: dict[Verdict, list[Way]] = {}
            for each in usable:
                by_verdict.setdefault(judge(each.bits), []).append(each)
            # With nothing to choose from, all are shown, and none can be had.
            best = min(by_verdict, key=lambda verdict: verdict.rank, default=Verdict.NOT_DIRECT)
            fit.append(tuple(by_verdict.get(best) or (replace(each, open=True) for each in group)))
            verdicts.append(best)
        worst = max(verdicts, key=lambda verdict: verdict.rank)
        return cls(worst, blocking, tuple(fit))


@dataclass(frozen=True, slots=True)
class Chosen:
    """The best way in for one person, the alternatives chosen, and what is to gain in half-units."""

    way: WayIn
    judged: Judged
    alternatives: tuple[Way, ...]
    to_gain: int


@dataclass(frozen=True, slots=True)
class _Asking:
    """A way in as it is costed. It ends where it starts: what the level itself gives is for later steps."""

    essential: int
    groups: tuple[tuple[Way, ...], ...]
    end: str
