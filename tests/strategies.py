"""Random small catalogues and questions that put every rule of routes to the test, often several at once.

Few positions, levels and requirements make for many collisions: the same requirement asked twice, given on
the way, waived, similar to one that is held. Dates are few, so that first and last
days come up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from typing import Any

from hypothesis import strategies as st

from pathways.catalogue import Catalogue
from pathways.learner import Learner, Status
from pathways.limits import NO_LIMITS, Limits, Study, list_types
from pathways.model import (
    ANYWHERE,
    GENERAL,
    LEAVING_SECTOR,
    Activity,
    Alternative,
    Barrier,
    CellEntry,
    Citation,
    Concept,
    Condition,
    ConditionKind,
    Driver,
    Holding,
    JobRole,
    Kind,
    Prompt,
    Qualification,
    Requirement,
    Row,
    Source,
    Staying,
    Step,
    Waiver,
    Weight,
)
from pathways.places import Place, start_positions
from pathways.queries import MOST_STEPS, RouteQuery
from pathways.results import Prefer
from tests import build

SECTORS = ("care", GENERAL, "wood")
LEVELS = ("L1", "L2", "L3", "L4")
CONCEPTS = ("c0", "c1", "c2")
LACKED = (ConditionKind.VACANCY, ConditionKind.EMPLOYER_SUPPORT, ConditionKind.FUNDING)
TYPES = ("diploma", "degree", "apprenticeship", "T Level")
UNSEEN = ("citation", "title", "statement", "question", "summary")
DAYS = (date(2020, 6, 1), date(2020, 6, 2), date(2023, 1, 1), date(2026, 6, 1))


class Tape:
    """Draws choices from a string of bytes, one a choice; once they run out every choice is the first.

    Quicker by far than a strategy for every choice, and hypothesis still finds the smallest example: it turns
    bytes to nought, which is the first and simplest choice.
    """

    def __init__(self, data: bytes) -> None:
        self._bytes = iter(data)

    def one_of(self, values: Sequence[Any]) -> Any:
        """Choose one value."""
        return values[next(self._bytes, 0) % len(values)]

    def chance(self, outof: int) -> bool:
        """Say yes about once in `outof` times."""
        return next(self._bytes, 0) % outof == outof - 1

    def rarely(self, values: Sequence[Any], outof: int = 4) -> Any:
        """Give None, but about once in `outof` times one of the values."""
        return self.one_of(values) if self.chance(outof) and values else None

    def some_of(self, values: Sequence[Any], most: int) -> tuple[Any, ...]:
        """Choose up to `most` different values, in any order."""
        count = self.one_of(range(most + 1))
        return tuple(dict.fromkeys(self.one_of(values) for _ in range(count if values else 0)))

    def dates(self, outof: int) -> dict[str, date | None]:
        """Give `opens` and `closes`, each mostly None; neither need make sense of the other."""
        return {"opens": self.rarely(DAYS, outof), "closes": self.rarely(DAYS, outof)}


WHOLE = st.integers(-(2**63), 2**63 - 1)
NUMBERS = {"int": WHOLE, "int | None": st.none() | WHOLE}
"""Whole numbers as large as every store can hold."""

tapes = st.binary(min_size=1200, max_size=1200).map(Tape)


def catalogues(most_positions: int = 7, most_steps: int = 20) -> st.SearchStrategy[Catalogue]:
    """Give catalogues of at least three positions with everything the rules of routes speak of."""
    return tapes.map(lambda tape: _catalogue(tape, most_positions, most_steps))


def drawn(data: bytes) -> Catalogue:
    """Return the catalogue that some 1,200 random bytes stand for."""
    return _catalogue(Tape(data), 7, 20)


@dataclass(frozen=True)
class Question:
    """A catalogue and a question for routes in it, shown without what is usual."""

    catalogue: Catalogue
    query: RouteQuery

    def __repr__(self) -> str:
        drawn = self.catalogue
        rows = [(sector.id, row) for sector in drawn.sectors if sector.matrix for row in sector.matrix.rows]
        records = [*drawn.qualifications, *drawn.job_roles, *drawn.requirements, *drawn.steps, *rows]
        return "\n".join(_shown(each) for each in [*records, self.query])


def questions() -> st.SearchStrategy[Question]:
    """Give catalogues with a question for routes of recorded steps in each."""

    def question(tape: Tape, catalogue: Catalogue) -> Question:
        return Question(catalogue, _query(tape, catalogue))

    return st.builds(question, tapes, catalogues())


def _shown(value: Any) -> str:
    """Show a record by the fields that differ from their defaults and bear on routes."""
    if isinstance(value, tuple):
        return f"({', '.join(_shown(each) for each in value)})"
    if not is_dataclass(value):
        return str(value)
    held = ((each, getattr(value, each.name)) for each in fields(value) if each.name not in UNSEEN)
    told = (f"{each.name}={_shown(this)}" for each, this in held if this not in (each.default, None, ()))
    return f"{type(value).__name__}({', '.join(told)})"


@dataclass(frozen=True)
class _World:
    """What has been drawn so far, for later records to point at."""

    requirements: tuple[Requirement, ...]
    positions: tuple[str, ...]

    def ids(self, kind: Kind | None = None) -> list[str]:
        """Requirement ids, all or of one kind."""
        return [each.id for each in self.requirements if kind in (None, each.kind)]


def _catalogue(tape: Tape, most_positions: int, most_steps: int) -> Catalogue:
    positions = tuple(f"p{number}" for number in range(tape.one_of(range(3, most_positions + 1))))
    count = tape.one_of(range(3, 8))
    world = _World(tuple(_requirement(tape, f"r{number}", positions) for number in range(count)), positions)
    count = tape.one_of(range(1, most_steps + 1))
    return build.catalogue(
        *(Concept(name, name.upper()) for name in CONCEPTS),
        *world.requirements,
        *(_position(tape, world, name) for name in positions),
        *(_step(tape, world, f"s{number:02}") for number in range(count)),
        *(build.sector(name, *_rows(tape, world, name)) for name in SECTORS),
    )


def _requirement(tape: Tape, name: str, positions: tuple[str, ...]) -> Requirement:
    kind = tape.one_of([Kind.ATTAINMENT, Kind.AWARENESS, Kind.ATTAINMENT, Kind.ASPIRATION])
    about: dict[str, Any] = {"scope": tape.one_of([ANYWHERE, "care", "wood"])}
    about["regulated"] = kind is Kind.ATTAINMENT and tape.chance(4)
    if kind is Kind.ATTAINMENT and tape.chance(2):
        named = tape.some_of(positions, 2)
        level = tape.rarely(LEVELS) if named else tape.one_of(LEVELS)
        about["holding"] = Holding(named, level, tape.one_of([None, 6, 24]))
    else:
        about["concept"] = tape.one_of(CONCEPTS)
    return build.requirement(name, kind, **about)


def _position(tape: Tape, world: _World, name: str) -> Qualification | JobRole:
    sector, level, gives = tape.one_of(SECTORS), tape.one_of(LEVELS), tape.some_of(world.ids(), 2)
    if tape.chance(3):
        return build.role(name, level, sector, gives=gives)
    return build.qualification(
        name,
        level,
        sector,
        gives=gives,
        months=tape.one_of([12, 6, 18, None]),
        bridging=tape.chance(4),
        type=tape.one_of(TYPES),
        opens=tape.rarely(DAYS, 12),
        last_start=tape.rarely(DAYS, 12),
        last_certification=tape.rarely(DAYS, 10),
        funding=_conditions(tape, f"funding of {name}"),
    )


def _conditions(tape: Tape, statement: str) -> tuple[Condition, ...]:
    kind = tape.rarely(LACKED, 5)
    return (Condition(kind, statement, **tape.dates(4)),) if kind else ()


def _alternatives(tape: Tape, world: _World, requirements: list[str]) -> tuple[Alternative, ...]:
    """Draw up to three alternatives: sets of one or two requirements, or positions."""
    drawn = []
    for _ in range(tape.one_of([2, 3])):
        asked = tape.some_of(requirements, 2)
        held = Alternative(position=tape.one_of(world.positions))
        drawn.append(Alternative(asked) if asked else held)
    return tuple(dict.fromkeys(drawn))


def _step(tape: Tape, world: _World, name: str) -> Step:
    """Draw a step between two different positions; two steps may join the same two."""
    start = tape.one_of(world.positions)
    asks = {kind.value: tape.some_of(world.ids(kind), 1 if tape.chance(2) else 0) for kind in Kind}
    return build.step(
        start,
        tape.one_of([each for each in world.positions if each != start]),
        id=name,
        **asks,
        helps=tape.some_of(world.ids(), 1),
        any_of=(_alternatives(tape, world, world.ids()),) if tape.chance(5) else (),
        waives=tuple(
            Waiver(each, "It is covered.") for each in tape.some_of(world.ids(), 2 if tape.chance(4) else 0)
        ),
        conditions=_conditions(tape, f"condition of {name}"),
        none_needed=tape.rarely(["Nothing is asked for."], 6),
        months=tape.rarely([0, 3, 9]),
        **tape.dates(12),
    )


def _rows(tape: Tape, world: _World, sector: str) -> list[Row]:
    """Draw up to three rows that lead into different levels, each from a lower one."""
    rows = []
    for into in sorted(tape.some_of(LEVELS, 3)):
        at = tape.one_of([*(level for level in reversed(LEVELS) if level < into), "U"])
        cells = {kind.value: _cell(tape, world, kind, f"{sector} into {into}, {kind}") for kind in Kind}
        rows.append(Row(at, into, **cells))
    return rows


def _cell(tape: Tape, world: _World, kind: Kind, locator: str) -> tuple[CellEntry, ...]:
    """Draw a cell, whose last entry can perhaps stand in for the one before."""
    count = tape.one_of(range(3 if kind is Kind.ATTAINMENT else 2))
    entries = [_entry(tape, world, kind, f"{locator} {number + 1}") for number in range(count)]
    if entries and _asks(entries[-1]) and tape.chance(2):
        other = _entry(tape, world, kind, f"{locator} {count + 1}")
        entries.append(replace(other, alternative_to=entries[-1].locator if _asks(other) else None))
    return tuple(entries)


def _asks(entry: CellEntry) -> bool:
    return bool(entry.any_of or entry.requirements) and entry.weight is Weight.ESSENTIAL


def _entry(tape: Tape, world: _World, kind: Kind, locator: str) -> CellEntry:
    """Draw an entry of any form, for everyone or for some, with or without dates."""
    entry = CellEntry(locator, **tape.dates(5))
    if tape.chance(4):
        leavers = tape.chance(2)
        entry = replace(entry, only_for=(LEAVING_SECTOR,) if leavers else tape.some_of(world.positions, 2))
    known = world.ids(kind)
    form = tape.one_of(["requirements"] * 4 + ["any of"] * 2 + ["condition", "none needed"])
    if form == "requirements" and (asked := tape.some_of(known, 2)):
        return replace(entry, requirements=asked, weight=tape.rarely([Weight.HELPS]) or Weight.ESSENTIAL)
    if form == "any of":
        return replace(entry, any_of=_alternatives(tape, world, known))
    if form == "condition":
        condition = Condition(tape.one_of(LACKED), f"condition of {locator}", **tape.dates(4))
        return replace(entry, condition=condition)
    return replace(entry, none_needed="Nothing is needed.", helps=tape.some_of(known, 1))


def _query(tape: Tape, catalogue: Catalogue) -> RouteQuery:
    """Draw a question; mostly one whose goal some steps lead to."""
    start = _places(tape, catalogue)
    reached = _reached(catalogue, {each for place in start for each in start_positions(place, catalogue)})
    likely = reached and not tape.chance(8)
    said = [*catalogue.requirement_by_id, *catalogue.position_by_id]
    answers = [Status.MET, Status.PARTLY, Status.NOT_MET]
    lacked = tape.rarely(LACKED, 6)
    return RouteQuery(
        start=start,
        goal=(Place(position=tape.one_of(reached)),) if likely else _places(tape, catalogue),
        as_of=tape.one_of(DAYS),
        learner=Learner(
            {each: tape.one_of(answers) for each in tape.some_of(said, 3)},
            frozenset([lacked] if lacked else []),
        ),
        prefer=tape.one_of([*Prefer, Prefer.LEAST_TO_GAIN]),
        k=tape.one_of([5, 1, 2, 3, 50]),
        max_steps=tape.rarely([1, 2, 3], 6) or MOST_STEPS,
        limits=_limits(tape, catalogue),
        crossing=False,
    )


def _limits(tape: Tape, catalogue: Catalogue) -> Limits:
    """Draw limits; half of all questions have none."""
    if not tape.chance(2):
        return NO_LIMITS
    return Limits(
        avoid=_places(tape, catalogue) if tape.chance(3) else (),
        avoid_types=tape.some_of(list_types(catalogue), 2) if tape.chance(3) else (),
        within_months=tape.rarely([12, 24, 36, 60], 3),
        study=tape.rarely(list(Study), 3),
    )


def _places(tape: Tape, catalogue: Catalogue) -> tuple[Place, ...]:
    """Draw one place or two: positions mostly, or a sector at a level, a sector, a level."""
    positions = [Place(position=each) for each in catalogue.position_by_id]
    cells = [Place(None, each.sector, each.level) for each in catalogue.position_by_id.values()]
    wide = [*(Place(sector=each) for each in SECTORS), *(Place(level=each) for each in LEVELS)]
    drawn = [
        tape.one_of(tape.one_of([positions, positions, cells, cells, wide]))
        for _ in range(tape.one_of([1, 2]))
    ]
    return tuple(dict.fromkeys(drawn))


def _reached(catalogue: Catalogue, starts: set[str]) -> list[str]:
    """The positions that steps lead to from these, dates and conditions aside."""
    found, waiting = set[str](), list(starts)
    while waiting:
        onward = {step.to_id for step in catalogue.steps_from.get(waiting.pop(), ())} - found
        found |= onward
        waiting += onward
    return sorted(found - starts)


@st.composite
def full_catalogues(draw: st.DrawFn) -> Catalogue:
    """Draw a catalogue in which every field of every record holds anything its type allows.

    Names of other records are real, since a store refuses loose ends; all else is free.
    """
    drawn = draw(catalogues(most_positions=4, most_steps=4))
    sources = (draw(_filled(Source, id=st.just("book"))),)
    cited = _filled(Citation, source=st.just("book"))
    keep = {"citation": cited}

    def fill(records: tuple[Any, ...], *kept: str, **given: Any) -> tuple[Any, ...]:
        return tuple(
            draw(
                _filled(type(each), **{name: st.just(getattr(each, name)) for name in ("id", *kept)}, **given)
            )
            for each in records
        )

    return Catalogue.of(
        draw(st.text()),
        levels=fill(drawn.levels, "rank"),
        sectors=fill(
            drawn.sectors,
            "matrix",
            drivers=st.lists(_filled(Driver, **keep), max_size=1).map(tuple),
            barriers=st.lists(_filled(Barrier, **keep), max_size=1).map(tuple),
            staying=st.lists(_filled(Staying, **keep), max_size=1).map(tuple),
        ),
        qualifications=fill(drawn.qualifications, "level", "sector", **keep),
        job_roles=fill(drawn.job_roles, "level", "sector", **keep),
        steps=fill(drawn.steps, "from_id", "to_id", **keep),
        requirements=fill(drawn.requirements, "concept", **keep),
        concepts=fill(drawn.concepts, broader=st.sampled_from([None, *(each.id for each in drawn.concepts)])),
        activities=tuple(draw(st.lists(_filled(Activity, **keep), max_size=1))),
        prompts=tuple(draw(st.lists(_filled(Prompt), max_size=1))),
        sources=sources,
    )


def _filled(kind: type[Any], **given: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Give records of this type with every field that is not given drawn from its type."""
    drawn = {each.name: given.get(each.name, NUMBERS.get(str(each.type), ...)) for each in fields(kind)}
    return st.builds(kind, **drawn)
