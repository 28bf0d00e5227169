"""The overlap of all pairs of many sectors at once: the figures of `compare` without the matches.

What `compare` does pair by pair is done here for a block of sectors with all others. The possible matches of
a stage (same id, concept, words) stand in one array, in the order in which they would be taken. Those are
taken that come first for both their requirements; what they exclude is dropped, and so on until nothing is
left. That is what taking one after the other comes to, in a few rounds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import permutations
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pathways.catalogue import Catalogue
from pathways.likely import likely_share
from pathways.likeness import Likeness
from pathways.model import Kind
from pathways.overlap import share_of
from pathways.sector_needs import needs_of

KINDS: tuple[Kind | None, ...] = (*Kind, None)
BLOCK = 512
"""About how many requirements are matched with all others at once: it bounds the memory only."""

Numbers = NDArray[np.int64]
Progress = Callable[[int, int], object]


@dataclass(frozen=True, slots=True)
class Figures:
    """How much of what `to_sector` asks for at all levels `from_sector` asks for too: an Overlap in short."""

    from_sector: str
    to_sector: str
    kind: Kind | None
    n: int
    same: int
    similar: int

    @property
    def share(self) -> float | None:
        """(same + similar / 2) / n; None where nothing is asked for."""
        return share_of(self.n, self.same, self.similar)

    @property
    def likely(self) -> tuple[float, float] | None:
        """The 95 % interval of the share, as in `Overlap`."""
        return likely_share(self.n, self.same, self.similar)


@dataclass(frozen=True, eq=False)
class AllOverlaps:
    """The figures of all pairs as arrays, by kind (as in KINDS): `n` by sector, the others by from and to."""

    sectors: tuple[str, ...]
    n: Numbers
    same: Numbers
    similar: Numbers

    def __iter__(self) -> Iterator[Figures]:
        """Yield the figures of each ordered pair by kind, in the order of `compare`."""
        n = self.n.tolist()
        for here, there in permutations(range(len(self.sectors)), 2):
            same, similar = self.same[:, here, there].tolist(), self.similar[:, here, there].tolist()
            for number, kind in enumerate(KINDS):
                yield Figures(
                    self.sectors[here],
                    self.sectors[there],
                    kind,
                    n[number][there],
                    same[number],
                    similar[number],
                )


def compare_all(catalogue: Catalogue, progress: Progress | None = None) -> AllOverlaps:
    """Return the overlap of every ordered pair of sectors, by kind, all levels together.

    `progress` is told after each block how many requirements are done, and of how many.
    """
    count = len(catalogue.sectors)
    n = np.zeros((len(KINDS), count), dtype=np.int64)
    same, similar = (np.zeros((len(KINDS), count, count), dtype=np.int64) for _ in range(2))
    asked = [_Asked.of(catalogue, kind) for kind in Kind]
    total, done = sum(each.sector.size for each in asked), 0
    for number, each in enumerate(asked):
        n[number] = np.bincount(each.sector, minlength=count)
        for needs in each.blocks():
            for counts, pairs in zip((same, similar, similar), each.matched(needs), strict=True):
                np.add.at(counts[number], (each.sector[pairs.have], each.sector[pairs.need]), 1)
            done += needs.size
            if progress:
                progress(done, total)
    n[-1] = n.sum(axis=0)
    same[-1], similar[-1] = same.sum(axis=0), similar.sum(axis=0)
    return AllOverlaps(tuple(each.id for each in catalogue.sectors), n, same, similar)


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Two requirements each, by their place in `_Asked`."""

    need: Numbers
    have: Numbers

    def where(self, kept: NDArray[Any]) -> _Pairs:
        return _Pairs(self.need[kept], self.have[kept])


@dataclass(frozen=True, slots=True)
class _Asked:
    """All that sectors ask for of one kind: a place for each requirement of each, by sector and then by id.

    Numbers stand for names, in their order; -1 is no concept, or no words to compare.
    """

    sectors: int
    sector: Numbers
    name: Numbers
    concept: Numbers
    text: Numbers
    is_defined: NDArray[np.bool_]
    likeness: Likeness | None

    @classmethod
    def of(cls, catalogue: Catalogue, kind: Kind) -> _Asked:
        asked = [
            (place, catalogue.requirement_by_id[name])
            for place, sector in enumerate(catalogue.sectors)
            for name in needs_of(catalogue, sector.id, kind)
        ]
        names = {name: number for number, name in enumerate(sorted({each.id for _, each in asked}))}
        concepts = {name: number for number, name in enumerate({each.concept for _, each in asked} - {None})}
        told = {each.id for each in catalogue.concepts if each.definition is not None}
        likeness = (
            Likeness.of(catalogue, kind) if any(each.concept not in told for _, each in asked) else None
        )
        rows = likeness.row if likeness else {}
        return cls(
            len(catalogue.sectors),
            np.array([place for place, _ in asked], dtype=np.int64),
            np.array([names[each.id] for _, each in asked], dtype=np.int64),
            np.array([concepts.get(each.concept, -1) for _, each in asked], dtype=np.int64),
            np.array([rows.get(each.id, -1) for _, each in asked], dtype=np.int64),
            np.array([each.concept in told for _, each in asked], dtype=bool),
            likeness,
        )

    def blocks(self) -> Iterator[Numbers]:
        """Yield the places of whole sectors, about BLOCK at a time."""
        ends = np.searchsorted(self.sector, np.arange(self.sectors), side="right")
        start = 0
        while start < self.sector.size:
            end = int(ends[np.searchsorted(ends, min(start + BLOCK, self.sector.size))])
            yield np.arange(start, end)
            start = end

    def matched(self, needs: Numbers) -> Iterator[_Pairs]:
        """Yield what is matched by id, then by concept, then by words."""
        free = _Free(self, needs)
        yield free.take(self._with_equal(self.name, needs))
        yield free.take(self._with_equal(self.concept, needs))
        yield free.take(self._alike(needs))

    def _with_equal(self, label: Numbers, needs: Numbers) -> _Pairs:
        pairs = _joined(needs, label[needs], np.arange(label.size), label)
        pairs = pairs.where(label[pairs.need] >= 0)
        return pairs.where(np.lexsort((self.name[pairs.have], self.name[pairs.need])))

    def _alike(self, needs: Numbers) -> _Pairs:
        needs, haves = needs[self.text[needs] >= 0], np.flatnonzero(self.text >= 0)
        if self.likeness is None or not needs.size:
            return _Pairs(needs[:0], needs[:0])
        found: list[_Pairs] = []
        scores: list[NDArray[np.float64]] = []
        rows, others = np.unique(self.text[needs]).tolist(), np.unique(self.text[haves]).tolist()
        for alike in self.likeness.pairs(rows, others):
            one = _joined(needs, self.text[needs], np.arange(alike.left.size), alike.left)
            two = _joined(np.arange(one.need.size), alike.right[one.have], haves, self.text[haves])
            pairs, score = _Pairs(one.need[two.need], two.have), alike.score[one.have[two.need]]
            kept = self.sector[pairs.need] != self.sector[pairs.have]
            kept &= ~(self.is_defined[pairs.need] & self.is_defined[pairs.have])
            about = self.concept[pairs.need]
            kept &= (about < 0) | (about != self.concept[pairs.have])  # no two such are both left by now
            found.append(pairs.where(kept))
            scores.append(score[kept])
        pairs = _Pairs(
            *(np.concatenate([getattr(each, side) for each in found]) for side in ("need", "have"))
        )
        order = np.lexsort((self.name[pairs.have], self.name[pairs.need], -np.concatenate(scores)))
        return pairs.where(order)


class _Free:
    """Which requirements are not yet matched, for a block of those needed and each other sector."""

    def __init__(self, asked: _Asked, needs: Numbers) -> None:
        self._asked, self._start = asked, int(needs[0])
        self._first = int(asked.sector[needs[0]])
        self._width = int(asked.sector[needs[-1]]) - self._first + 1
        self._need = np.ones(needs.size * asked.sectors, dtype=bool)
        self._have = np.ones(asked.sector.size * self._width, dtype=bool)

    def take(self, pairs: _Pairs) -> _Pairs:
        """Return which are taken of pairs in order of preference, one to one between any two sectors."""
        sector = self._asked.sector
        pairs = pairs.where(sector[pairs.need] != sector[pairs.have])
        need = (pairs.need - self._start) * self._asked.sectors + sector[pairs.have]
        have = pairs.have * self._width + sector[pairs.need] - self._first
        taken: list[Numbers] = []
        left = np.flatnonzero(self._need[need] & self._have[have])
        while left.size:
            best = left[_is_first(need[left]) & _is_first(have[left])]
            self._need[need[best]] = self._have[have[best]] = False
            taken.append(best)
            left = left[self._need[need[left]] & self._have[have[left]]]
        return pairs.where(np.concatenate(taken) if taken else left)


def _is_first(keys: Numbers) -> NDArray[np.bool_]:
    first = np.zeros(keys.size, dtype=bool)
    first[np.unique(keys, return_index=True)[1]] = True
    return first


def _joined(left: Numbers, left_keys: Numbers, right: Numbers, right_keys: Numbers) -> _Pairs:
    """Return all pairs of a left and a right one with the same key."""
    order = np.argsort(right_keys, kind="stable")
    ordered = right_keys[order]
    start, end = (np.searchsorted(ordered, left_keys, side=side) for side in ("left", "right"))
    counts = end - start
    within = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    return _Pairs(np.repeat(left, counts), right[order[np.repeat(start, counts) + within]])
