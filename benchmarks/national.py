"""A made-up national graph, the same for the same seed, as compact arrays or as a true catalogue.

Sectors have Zipf sizes. Most steps climb one level within a sector, some lead sideways, some into a job or
into another sector. Each asks for 3 to 12 requirements: a few that all sectors share, the rest of its own
sector and near its own level. A fifth of the positions give some of what steps into them ask for.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from pathways.catalogue import Catalogue
from pathways.model import (
    Citation,
    Concept,
    Evidence,
    JobRole,
    Kind,
    Level,
    Qualification,
    Requirement,
    Sector,
    Source,
    Step,
)

LEVELS = ("E", *(f"L{rank}" for rank in range(1, 9)))
LEVEL_SHARES = np.array([0.04, 0.1, 0.19, 0.24, 0.16, 0.1, 0.09, 0.06, 0.02])
KINDS = (Kind.ASPIRATION, Kind.AWARENESS, Kind.ATTAINMENT)
ROLES = 1 / 13
SHARED = 0.12
TRANSFERS, INTO_ROLES = 0.13, 0.10
CITED = Citation("made-up", "seed", Evidence.EDITORIAL, "Made up from a seed.")

Ints = NDArray[np.int32]


@dataclass(frozen=True)
class Size:
    """How large a graph is to be."""

    positions: int
    steps: int
    sectors: int
    requirements: int


NATIONAL = Size(65_000, 600_000, 40, 5_000)
CURATED = Size(500, 3_000, 10, 400)
SHIPPED_THREEFOLD = Size(500, 1_500, 8, 400)


@dataclass(frozen=True)
class Graph:
    """Positions and steps by number. What step `i` asks for is `asks[asks_at[i]:asks_at[i + 1]]`.

    `sector`, `level` and `role` are by position, `start`, `end` and `months` by step; `gives` is by position
    as `asks` is by step. No two steps join the same two positions.
    """

    size: Size
    sector: Ints
    level: Ints
    role: NDArray[np.bool_]
    start: Ints
    end: Ints
    months: Ints
    asks_at: Ints
    asks: Ints
    gives_at: Ints
    gives: Ints


def generate(size: Size, seed: int = 1) -> Graph:
    """Return the graph of a size and a seed."""
    chance = np.random.default_rng(seed)
    weights = 1 / np.arange(1, size.sectors + 1)
    sector = np.sort(chance.choice(size.sectors, size.positions, p=weights / weights.sum()))
    level = chance.choice(len(LEVELS), size.positions, p=LEVEL_SHARES)
    role = (chance.random(size.positions) < ROLES) & (level > 0)
    start, end = _steps(chance, size, sector, level, role)
    length = chance.choice([3, 6, 12, 18, 24, 36], len(start), p=[0.1, 0.2, 0.4, 0.1, 0.15, 0.05])
    months = np.where(role[end], chance.choice([0, 6, 12], len(start)), length)
    asks_at, asks = _asks(chance, size, sector[end], level[end])
    gives_at, gives = _gives(chance, size, sector, level)
    whole = (sector, level, start, end, months, asks_at, asks, gives_at, gives)
    sector, level, start, end, months, asks_at, asks, gives_at, gives = (_ints(each) for each in whole)
    return Graph(size, sector, level, role, start, end, months, asks_at, asks, gives_at, gives)


def catalogue(graph: Graph) -> Catalogue:
    """Return a graph as the product's own records."""
    names = [f"p{number:05}" for number in range(graph.size.positions)]
    sectors = [f"sector-{number:02}" for number in range(graph.size.sectors)]
    requirements = [f"r{number:04}" for number in range(graph.size.requirements)]
    qualifications, job_roles = [], []
    for number, name in enumerate(names):
        about = (
            name,
            f"Position {number}",
            LEVELS[graph.level[number]],
            sectors[graph.sector[number]],
            CITED,
        )
        given = graph.gives[graph.gives_at[number] : graph.gives_at[number + 1]]
        gives = tuple(requirements[each] for each in given)
        if graph.role[number]:
            job_roles.append(JobRole(*about, gives=gives))
        else:
            qualifications.append(Qualification(*about, gives=gives, months=12))
    return Catalogue.of(
        "national",
        levels=[Level(name, f"Level {name}", rank) for rank, name in enumerate(LEVELS)],
        sectors=[Sector(name, name.title(), f"About {name}.") for name in sectors],
        qualifications=qualifications,
        job_roles=job_roles,
        steps=[_step(graph, number, names, requirements) for number in range(len(graph.start))],
        requirements=[
            Requirement(
                name,
                _kind(number),
                f"You have {name}.",
                f"Do you have {name}?",
                "anywhere",
                CITED,
                concept=name,
            )
            for number, name in enumerate(requirements)
        ],
        concepts=[Concept(name, name.upper()) for name in requirements],
        sources=[Source("made-up", "Made up", "Nobody", "2026", date(2026, 1, 1))],
    )


def unmet(graph: Graph, held: NDArray[np.bool_]) -> Ints:
    """Return, for each step, how many of the requirements it asks for are not held."""
    counted = np.concatenate(([0], np.cumsum(~held[graph.asks])))
    return _ints(counted[graph.asks_at[1:]] - counted[graph.asks_at[:-1]])


def profile(graph: Graph, position: int, seed: int) -> NDArray[np.bool_]:
    """Return a learner at a position: about a hundred requirements of 5,000 held, most near the position."""
    chance = np.random.default_rng(seed)
    held = chance.random(graph.size.requirements) < 0.01
    near = _bands(graph.size)
    mine = (near[0] == graph.sector[position]) & (near[1] <= graph.level[position])
    return held | (mine & (chance.random(len(held)) < 0.5))


def _steps(
    chance: np.random.Generator, size: Size, sector: Ints, level: Ints, role: NDArray[np.bool_]
) -> tuple[Ints, Ints]:
    cells = _Cells(size, sector, level, role)
    codes = np.zeros(0, np.int64)
    while len(codes) < size.steps:
        start = chance.integers(0, size.positions, size.steps)
        kind = chance.random(size.steps)
        transfer, into_role = kind < TRANSFERS, kind > 1 - INTO_ROLES
        climb = chance.choice([0, 1, 2], size.steps, p=[0.3, 0.62, 0.08])
        climb = np.where(
            transfer, chance.choice([-1, 0, 1], size.steps), np.where(into_role, climb % 2, climb)
        )
        there = np.where(transfer, chance.integers(0, size.sectors, size.steps), sector[start])
        end = cells.draw(chance, there, level[start] + climb, into_role)
        good = (end >= 0) & (end != start)
        codes = np.concatenate((codes, start[good] * size.positions + end[good]))
        _, first = np.unique(codes, return_index=True)
        codes = codes[np.sort(first)]
    start, end = np.divmod(np.sort(codes[: size.steps]), size.positions)
    return start, end


class _Cells:
    """The positions of each sector, level and form, to draw from."""

    def __init__(self, size: Size, sector: Ints, level: Ints, role: NDArray[np.bool_]) -> None:
        code = (sector * len(LEVELS) + level) * 2 + role
        self._order = np.argsort(code, kind="stable")
        self._count = np.bincount(code, minlength=size.sectors * len(LEVELS) * 2)
        self._first = np.cumsum(self._count) - self._count

    def draw(self, chance: np.random.Generator, sector: Ints, level: Ints, role: NDArray[np.bool_]) -> Ints:
        """Draw one position of each cell; -1 where the level does not exist or the cell is empty."""
        known = (level >= 0) & (level < len(LEVELS))
        code = np.where(known, (sector * len(LEVELS) + level) * 2 + role, 0)
        number = self._first[code] + (chance.random(len(code)) * self._count[code]).astype(np.int64)
        drawn = self._order[np.minimum(number, len(self._order) - 1)]
        return np.where(known & (self._count[code] > 0), drawn, -1)


def _bands(size: Size) -> tuple[Ints, Ints]:
    """Return the sector of each requirement, -1 where all share it, and the level it is near."""
    number = np.arange(size.requirements)
    own = number - int(size.requirements * SHARED)
    return np.where(own < 0, -1, own % size.sectors), own // size.sectors % len(LEVELS)


def _asks(chance: np.random.Generator, size: Size, sector: Ints, level: Ints) -> tuple[Ints, Ints]:
    return _drawn(chance, size, sector, level, chance.integers(3, 13, len(sector)))


def _gives(chance: np.random.Generator, size: Size, sector: Ints, level: Ints) -> tuple[Ints, Ints]:
    some = chance.random(len(sector)) < 0.2
    return _drawn(chance, size, sector, level, np.where(some, chance.integers(1, 5, len(sector)), 0))


def _drawn(
    chance: np.random.Generator, size: Size, sector: Ints, level: Ints, count: Ints
) -> tuple[Ints, Ints]:
    """Draw requirements for each of many: some shared, the rest of its sector within a level of its own."""
    owner = np.repeat(np.arange(len(sector)), count)
    near = np.clip(level[owner] + chance.integers(-1, 2, len(owner)), 0, len(LEVELS) - 1)
    shared = int(size.requirements * SHARED)
    depth = max(1, (size.requirements - shared) // (size.sectors * len(LEVELS)))
    own = (chance.integers(0, depth, len(owner)) * len(LEVELS) + near) * size.sectors + sector[owner]
    all_share = (chance.random(len(owner)) < SHARED) | (own + shared >= size.requirements)
    drawn = np.where(all_share, chance.integers(0, shared, len(owner)), own + shared)
    pairs = np.unique(owner.astype(np.int64) * size.requirements + drawn)
    owner, drawn = np.divmod(pairs, size.requirements)
    return np.concatenate(([0], np.cumsum(np.bincount(owner, minlength=len(sector))))), drawn


def _step(graph: Graph, number: int, names: list[str], requirements: list[str]) -> Step:
    asks: dict[Kind, list[str]] = {kind: [] for kind in KINDS}
    for each in graph.asks[graph.asks_at[number] : graph.asks_at[number + 1]]:
        asks[_kind(int(each))].append(requirements[each])
    start, end = int(graph.start[number]), int(graph.end[number])
    return Step(
        f"s{number:06}",
        names[start],
        names[end],
        CITED,
        **{kind.value: tuple(ids) for kind, ids in asks.items()},
        months=int(graph.months[number]),
    )


def _kind(requirement: int) -> Kind:
    return KINDS[requirement % len(KINDS)]


def _ints(values: NDArray[np.integer]) -> Ints:
    return np.ascontiguousarray(values, dtype=np.int32)
