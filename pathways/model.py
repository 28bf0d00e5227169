"""The things the graph is made of: levels, sectors, positions, steps, requirements, matrices, sources.

Everything is a frozen dataclass with no behaviour that needs a file, a database or a screen. Words are
those of `docs/glossary.md`. Ids are `[a-z0-9-]{1,64}` (level ids such as "L3" are the one exception).
Months are whole months; dates are `datetime.date`; tuples are in the order of the file unless a docstring
says otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_Day = date  # `Source` has a field named `date`, which hides the type inside the class

LEAVING_SECTOR = "leaving-sector"
"""The word in `only_for` that attaches a cell entry to steps that leave the sector from the row's level."""

ANYWHERE = "anywhere"
"""The scope of a requirement that counts in every sector."""

GENERAL = "general"
"""The id of the general route (schooling, GCSE, A level, T Level). Leaving it is not a transfer."""


class Kind(StrEnum):
    """The three things a learner needs in order to progress."""

    ASPIRATION = "aspiration"
    AWARENESS = "awareness"
    ATTAINMENT = "attainment"


class Evidence(StrEnum):
    """What stands behind a fact. The last two are always shown as such."""

    STATUTORY = "statutory"
    AWARDING_BODY = "awarding-body"
    PUBLISHED = "published"
    PROVIDER = "provider"
    EDITORIAL = "editorial"
    INFERRED = "inferred"


class ConditionKind(StrEnum):
    """External things that open or block a step and are not the learner's doing."""

    VACANCY = "vacancy"
    EMPLOYER_SUPPORT = "employer-support"
    FUNDING = "funding"
    REGULATION = "regulation"
    COST = "cost"
    STUDY_MODE = "study-mode"
    AGE = "age"
    PLACE = "place"


class Actor(StrEnum):
    """Who carries out an activity."""

    PROVIDER = "provider"
    EMPLOYER = "employer"
    LEARNER = "learner"
    ADVISER = "adviser"


class Weight(StrEnum):
    """Whether a cell entry has to be there, or only helps."""

    ESSENTIAL = "essential"
    HELPS = "helps"


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a fact is known from: a source id, the place in that source, and the class of evidence."""

    source: str
    locator: str
    evidence: Evidence
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A document or register. `checked_on` is the day somebody last compared our facts with it."""

    id: str
    title: str
    publisher: str
    date: str
    checked_on: _Day
    url: str | None = None
    licence: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Level:
    """A rung: U unqualified, E entry level, L1 to L8. `rank` is -1, 0, 1 ... 8."""

    id: str
    title: str
    rank: int
    aliases: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question at the foot of a matrix column (the report's Figure 1)."""

    id: str
    kind: str
    title: str
    locator: str


@dataclass(frozen=True, slots=True)
class Concept:
    """What requirements of several sectors are about: "managing people", "paying for study".

    `definition` says what falls under it, `broader` is the id of a wider concept that contains it, and `esco`
    are the URIs of skills of the European classification (ESCO) that mean the same.
    """

    id: str
    title: str
    definition: str | None = None
    broader: str | None = None
    esco: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Activity:
    """Something that can be done to meet requirements, and who does it."""

    id: str
    statement: str
    who: Actor
    citation: Citation


@dataclass(frozen=True, slots=True)
class Holding:
    """A named qualification, a named job, or time in one.

    Met by any of `positions`, or by any qualification at or above the level `any_at`. `months` is how long
    it has to have been held.
    """

    positions: tuple[str, ...] = ()
    any_at: str | None = None
    months: int | None = None


@dataclass(frozen=True, slots=True)
class Requirement:
    """One learner outcome. Has either a `concept` or, for some attainments, a `holding`."""

    id: str
    kind: Kind
    statement: str
    question: str
    scope: str
    citation: Citation
    activities: tuple[str, ...] = ()
    concept: str | None = None
    holding: Holding | None = None
    regulated: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """An external thing that opens or blocks a step. In force from `opens` to `closes`, both included."""

    kind: ConditionKind
    statement: str
    opens: date | None = None
    closes: date | None = None
    awareness: str | None = None


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way to satisfy an any_of: a set of requirements, or one position held."""

    requirements: tuple[str, ...] = ()
    position: str | None = None


@dataclass(frozen=True, slots=True)
class Waiver:
    """A requirement that a step does not ask for although its row does, with the reason."""

    requirement: str
    reason: str


@dataclass(frozen=True, slots=True)
class Position:
    """Anything a learner can hold, do, or get to. Being at one means held or done, not being studied."""

    id: str
    title: str
    level: str
    sector: str
    citation: Citation
    aliases: tuple[str, ...] = ()
    gives: tuple[str, ...] = ()
    summary: str | None = None


@dataclass(frozen=True, slots=True)
class Qualification(Position):
    """A qualification or programme.

    `months` is the typical length, `hours` the guided learning hours. `opens` and `last_start` bound new
    starts, `last_certification` the award; people who hold a withdrawn qualification still progress from it.
    `bridging` marks a short course, access course or bridging programme.
    """

    type: str = "qualification"
    reference: str | None = None
    awarding_body: str | None = None
    months: int | None = None
    hours: int | None = None
    opens: date | None = None
    last_start: date | None = None
    last_certification: date | None = None
    successor: str | None = None
    funding: tuple[Condition, ...] = ()
    bridging: bool = False


@dataclass(frozen=True, slots=True)
class JobRole(Position):
    """A job. Its level is our judgement. `salary` is a sentence with its year."""

    soc2020: str | None = None
    salary: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One move from a position to a position, and what it asks beyond the matrix rows it carries."""

    id: str
    from_id: str
    to_id: str
    citation: Citation
    aspiration: tuple[str, ...] = ()
    awareness: tuple[str, ...] = ()
    attainment: tuple[str, ...] = ()
    helps: tuple[str, ...] = ()
    any_of: tuple[tuple[Alternative, ...], ...] = ()
    waives: tuple[Waiver, ...] = ()
    conditions: tuple[Condition, ...] = ()
    none_needed: str | None = None
    months: int | None = None
    opens: date | None = None
    closes: date | None = None


@dataclass(frozen=True, slots=True)
class CellEntry:
    """What stands in one cell of a matrix: exactly one of requirements, any_of, condition, none_needed.

    `statement` is what the matrix shows; when it is absent the requirements' own statements are shown.
    `alternative_to` names the locator of the entry this one can stand in for. `prompts` are the prompt ids
    that the entry answers to.
    """

    locator: str
    requirements: tuple[str, ...] = ()
    any_of: tuple[Alternative, ...] = ()
    condition: Condition | None = None
    none_needed: str | None = None
    helps: tuple[str, ...] = ()
    weight: Weight = Weight.ESSENTIAL
    only_for: tuple[str, ...] = ()
    alternative_to: str | None = None
    opens: date | None = None
    closes: date | None = None
    statement: str | None = None
    prompts: tuple[str, ...] = ()
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Progression:
    """One line of a row's progression summary."""

    statement: str
    locator: str
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a matrix: what learners at level `at` need in order to move into level `into`."""

    at: str
    into: str
    aspiration: tuple[CellEntry, ...] = ()
    awareness: tuple[CellEntry, ...] = ()
    attainment: tuple[CellEntry, ...] = ()
    progression: tuple[Progression, ...] = ()
    aspiration_activities: tuple[str, ...] = ()
    awareness_activities: tuple[str, ...] = ()
    attainment_activities: tuple[str, ...] = ()

    def cell(self, kind: Kind) -> tuple[CellEntry, ...]:
        """Return the entries of one kind."""
        cells: tuple[CellEntry, ...] = getattr(self, kind)
        return cells

    def activities(self, kind: Kind) -> tuple[str, ...]:
        """Return the ids of the activities that the source lists for the whole cell."""
        activities: tuple[str, ...] = getattr(self, f"{kind}_activities")
        return activities


@dataclass(frozen=True, slots=True)
class Matrix:
    """The Learner Progression Matrix of one sector. `citation` holds for entries that name no source."""

    citation: Citation
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Driver:
    """Something that pushes progression in a sector."""

    statement: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Barrier:
    """Something that hinders progression in a sector, and a way round it."""

    statement: str
    way_round: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Staying:
    """A level at which many learners are content to stay, and why that is a good answer."""

    level: str
    statement: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Sector:
    """A field of work or learning, with its matrix."""

    id: str
    title: str
    summary: str
    aliases: tuple[str, ...] = ()
    subject_area: str | None = None
    drivers: tuple[Driver, ...] = ()
    barriers: tuple[Barrier, ...] = ()
    staying: tuple[Staying, ...] = ()
    matrix: Matrix | None = None
