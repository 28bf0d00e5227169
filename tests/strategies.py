"""Random small catalogues and questions that put every rule of routes to the test, often several at once.

Few positions, levels and requirements make for many collisions: the same requirement asked twice, given on
the way, waived, similar to one that is held. Dates are few, so that first and last
days come up.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from hypothesis import strategies as st

from pathways.catalogue import Catalogue
from pathways.learner import Learner, Status
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
    Kind,
    Position,
    Prompt,
    Requirement,
    Row,
    Source,
    Staying,
    Step,
    Waiver,
    Weight,
)
from pathways.places import Place
from pathways.queries import MOST_STEPS, RouteQuery
from pathways.results import Prefer
from tests import build

SECTORS = ("care", GENERAL, "wood")
LEVELS = ("L1", "L2", "L3", "L4")
CONCEPTS = ("c0", "c1", "c2")
LACKED = (ConditionKind.VACANCY, ConditionKind.EMPLOYER_SUPPORT, ConditionKind.FUNDING)
DAYS = (date(2020, 6, 1), date(2020, 6, 2), date(2023, 1, 1), date(2026, 6, 1))


def mostly(usual: Any, *others: Any, outof: int = 4) -> st.SearchStrategy[Any]:
    """Give the usual value, but about once in `outof` draws one of the others."""
    return st.sampled_from([usual] * ((outof - 1) * len(others) or 1) + list(others))


def some_of(values: tuple[str, ...], most: int) -> st.SearchStrategy[tuple[str, ...]]:
    """Give up to `most` different values, in any order."""
    if not values:
        return st.just(())
    return st.lists(st.sampled_from(values), max_size=most, unique=True).map(tuple)


@dataclass(frozen=True)
class _World:
    """What has been drawn so far, for later records to point at."""

    positions: tuple[Position, ...]
    requirements: tuple[Requirement, ...]

    @property
    def position_ids(self) -> tuple[str, ...]:
        return tuple(each.id for each in self.positions)

    def requirement_ids(self, kind: Kind | None = None) -> tuple[str, ...]:
        return tuple(each.id for each in self.requirements if kind in (None, each.kind))


@st.composite
def catalogues(draw: st.DrawFn, most_positions: int = 7, most_steps: int = 16) -> Catalogue:
    """Draw a catalogue of 3 to `most_positions` positions with everything the rules of routes speak of."""
    count = draw(st.integers(3, most_positions))
    places = tuple(
        (f"p{number}", draw(st.sampled_from(SECTORS)), draw(st.sampled_from(LEVELS)))
        for number in range(count)
    )
    ids = tuple(each for each, _, _ in places)
    requirements = tuple(draw(_requirements(f"r{number}", ids)) for number in range(draw(st.integers(3, 7))))
    world = _World((), requirements)
    positions = tuple(draw(_positions(world, *place)) for place in places)
    world = replace(world, positions=positions)
    count = draw(st.integers(1, most_steps // 2)) + draw(st.integers(0, most_steps // 2))
    steps = tuple(draw(_steps(world, f"s{number:02}")) for number in range(count))
    sectors = tuple(build.sector(name, *draw(_rows(world, name))) for name in SECTORS)
    concepts = tuple(Concept(name, name.upper()) for name in CONCEPTS)
    return build.catalogue(*concepts, *requirements, *positions, *steps, *sectors)


@st.composite
def _requirements(draw: st.DrawFn, name: str, positions: tuple[str, ...]) -> Requirement:
    kind = draw(st.sampled_from([Kind.ATTAINMENT, Kind.AWARENESS, Kind.ATTAINMENT, Kind.ASPIRATION]))
    fields: dict[str, Any] = {"scope": draw(st.sampled_from([ANYWHERE, "care", "wood"]))}
    fields["regulated"] = kind is Kind.ATTAINMENT and draw(mostly(False, True))
    if kind is Kind.ATTAINMENT and draw(st.booleans()):
        named = draw(some_of(positions, 2))
        level = draw(mostly(None, *LEVELS) if named else st.sampled_from(LEVELS))
        fields["holding"] = Holding(named, level, draw(st.sampled_from([None, 6, 24])))
    else:
        fields["concept"] = draw(st.sampled_from(CONCEPTS))
    return build.requirement(name, kind, **fields)


@st.composite
def _positions(draw: st.DrawFn, world: _World, name: str, sector: str, level: str) -> Position:
    gives = draw(some_of(world.requirement_ids(), 2))
    if draw(mostly(False, True, outof=3)):
        return build.role(name, level, sector, gives=gives)
    return build.qualification(
        name,
        level,
        sector,
        gives=gives,
        months=draw(st.sampled_from([12, 6, 18, None])),
        bridging=draw(mostly(False, True)),
        opens=draw(mostly(None, *DAYS, outof=8)),
        last_start=draw(mostly(None, *DAYS, outof=8)),
        last_certification=draw(mostly(None, *DAYS, outof=8)),
        funding=draw(_conditions(f"funding of {name}", 5)),
    )


@st.composite
def _conditions(draw: st.DrawFn, statement: str, outof: int) -> tuple[Condition, ...]:
    """Draw no condition, or about once in `outof` draws one, perhaps with dates."""
    kind = draw(mostly(None, *LACKED, outof=outof))
    return (draw(_condition(kind, statement)),) if kind else ()


@st.composite
def _condition(draw: st.DrawFn, kind: ConditionKind, statement: str) -> Condition:
    return Condition(kind, statement, **draw(_dates(4)))


def _dates(outof: int) -> st.SearchStrategy[dict[str, date | None]]:
    """Give `opens` and `closes`, each mostly None; neither need make sense of the other."""
    day = mostly(None, *DAYS, outof=outof)
    return st.fixed_dictionaries({"opens": day, "closes": day})


@st.composite
def _alternatives(draw: st.DrawFn, world: _World, requirements: tuple[str, ...]) -> tuple[Alternative, ...]:
    """Draw two or three alternatives: sets of one or two requirements, or positions."""
    options: list[st.SearchStrategy[Alternative]] = [
        st.sampled_from(world.position_ids).map(lambda each: Alternative(position=each))
    ]
    if requirements:
        sets = st.lists(st.sampled_from(requirements), min_size=1, max_size=2, unique=True)
        options.insert(0, sets.map(lambda ids: Alternative(tuple(ids))))
    return tuple(draw(st.lists(st.one_of(options), min_size=2, max_size=3, unique=True)))


@st.composite
def _steps(draw: st.DrawFn, world: _World, name: str) -> Step:
    """Draw a step between two different positions; two steps may join the same two."""
    start = draw(st.sampled_from(world.position_ids))
    end = draw(st.sampled_from([each for each in world.position_ids if each != start]))
    asks = {kind.value: draw(mostly((), *((each,) for each in world.requirement_ids(kind)))) for kind in Kind}
    group = draw(_alternatives(world, world.requirement_ids())) if draw(mostly(False, True)) else ()
    waived = draw(some_of(world.requirement_ids(), 2)) if draw(mostly(False, True)) else ()
    return build.step(
        start,
        end,
        id=name,
        **asks,
        helps=draw(some_of(world.requirement_ids(), 1)),
        any_of=(group,) if group else (),
        waives=tuple(Waiver(each, "It is covered.") for each in waived),
        conditions=draw(_conditions(f"condition of {name}", 5)),
        none_needed=draw(mostly(None, "Nothing is asked for.", outof=6)),
        months=draw(mostly(None, 0, 3, 9)),
        **draw(_dates(10)),
    )


@st.composite
def _rows(draw: st.DrawFn, world: _World, sector: str) -> tuple[Row, ...]:
    """Draw up to three rows that lead into different levels, each from a lower one."""
    intos = sorted(draw(some_of(LEVELS, 3)))
    rows = []
    for into in intos:
        at = draw(st.sampled_from([*(level for level in LEVELS if level < into), "U"]))
        cells = {kind.value: draw(_cell(world, kind, f"{sector} into {into}, {kind}")) for kind in Kind}
        rows.append(Row(at, into, **cells))
    return tuple(rows)


@st.composite
def _cell(draw: st.DrawFn, world: _World, kind: Kind, locator: str) -> tuple[CellEntry, ...]:
    count = draw(st.integers(0, 2 if kind is Kind.ATTAINMENT else 1))
    entries = [draw(_entries(world, kind, f"{locator} {number + 1}")) for number in range(count)]
    last = entries[-1] if entries else None
    if (
        last
        and last.weight is Weight.ESSENTIAL
        and (last.requirements or last.any_of)
        and draw(st.booleans())
    ):
        other = draw(_asking_entries(world, kind, f"{locator} {len(entries) + 1}"))
        if other and other.weight is Weight.ESSENTIAL:
            entries.append(replace(other, alternative_to=last.locator))
    return tuple(entries)


@st.composite
def _entries(draw: st.DrawFn, world: _World, kind: Kind, locator: str) -> CellEntry:
    form = draw(st.sampled_from(["asks", "asks", "asks", "asks", "condition", "none needed"]))
    asking = draw(_asking_entries(world, kind, locator)) if form == "asks" else None
    if asking:
        return asking
    frame = draw(_frames(world, locator))
    if form == "none needed":
        helps = draw(some_of(world.requirement_ids(kind), 1))
        return replace(frame, none_needed="Nothing is needed.", helps=helps)
    condition = draw(_condition(draw(st.sampled_from(LACKED)), f"condition of {locator}"))
    return replace(frame, condition=condition)


@st.composite
def _asking_entries(draw: st.DrawFn, world: _World, kind: Kind, locator: str) -> CellEntry | None:
    """Draw an entry with requirements or alternatives; None where there are no requirements of the kind."""
    known = world.requirement_ids(kind)
    frame = draw(_frames(world, locator))
    if draw(mostly(False, True)):
        return replace(frame, any_of=draw(_alternatives(world, known)))
    asked = draw(some_of(known, 2))
    weight = draw(mostly(Weight.ESSENTIAL, Weight.HELPS))
    return replace(frame, requirements=asked, weight=weight) if asked else None


@st.composite
def _frames(draw: st.DrawFn, world: _World, locator: str) -> CellEntry:
    """Draw what every form of entry has: whom it is for, and its dates."""
    whom = draw(mostly("everyone", "leavers", "some", outof=3))
    only_for = ()
    if whom != "everyone":
        only_for = (LEAVING_SECTOR,) if whom == "leavers" else draw(some_of(world.position_ids, 2))
    return CellEntry(locator, only_for=only_for, **draw(_dates(8)))


def places(catalogue: Catalogue) -> st.SearchStrategy[Place]:
    """Give a position, a sector at a level, a sector, or a level."""
    position = st.sampled_from(list(catalogue.position_by_id)).map(lambda each: Place(position=each))
    sectors, levels = st.sampled_from(SECTORS), st.sampled_from(LEVELS)
    return st.one_of(
        position,
        position,
        st.builds(lambda sector, level: Place(None, sector, level), sectors, levels),
        sectors.map(lambda sector: Place(sector=sector)),
        levels.map(lambda level: Place(level=level)),
    )


def learners(catalogue: Catalogue) -> st.SearchStrategy[Learner]:
    """Give a learner with a few answers, on requirements and on positions held, and things they lack."""
    asked = [*catalogue.requirement_by_id, *catalogue.position_by_id]
    said = st.sampled_from([Status.MET, Status.PARTLY, Status.NOT_MET])
    lacks = mostly(None, *LACKED)
    return st.builds(
        lambda answers, kind: Learner(answers, frozenset([kind] if kind else [])),
        st.dictionaries(st.sampled_from(asked), said, max_size=3),
        lacks,
    )


@st.composite
def route_queries(draw: st.DrawFn, catalogue: Catalogue) -> RouteQuery:
    """Draw a question for routes in this catalogue."""
    sides = st.lists(places(catalogue), min_size=1, max_size=2).map(tuple)
    return RouteQuery(
        start=draw(sides),
        goal=draw(sides),
        as_of=draw(st.sampled_from(DAYS)),
        learner=draw(learners(catalogue)),
        prefer=draw(st.sampled_from(Prefer)),
        k=draw(st.sampled_from([5, 1, 2, 3, 50])),
        max_steps=draw(st.sampled_from([MOST_STEPS, 1, 2, 3])),
    )


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
        concepts=fill(drawn.concepts),
        activities=tuple(draw(st.lists(_filled(Activity, **keep), max_size=1))),
        prompts=tuple(draw(st.lists(_filled(Prompt), max_size=1))),
        sources=sources,
    )


def _filled(kind: type[Any], **given: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Give records of this type with every field that is not given drawn from its type."""
    return st.builds(kind, **{each.name: given.get(each.name, ...) for each in fields(kind)})


__all__ = ["catalogues", "full_catalogues", "learners", "places", "route_queries"]
