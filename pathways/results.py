"""What the search for routes answers: frozen records that pictures, lists and sentences are made from.

Ids point into the catalogue the answer was made from. Nothing here is worded for a reader.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pathways.learner import Basis, Status
from pathways.limits import NO_LIMITS, Limits
from pathways.model import Condition, ConditionKind, Kind, Step, Waiver
from pathways.teaching import Taught


class Prefer(StrEnum):
    """Which figure decides between routes."""

    LEAST_TO_GAIN = "least-to-gain"
    FEWEST_STEPS = "fewest-steps"
    QUICKEST = "quickest"
    STAY_IN_SECTOR = "stay-in-sector"


class Label(StrEnum):
    """What a route on the Pareto front over (to gain, steps, months) is best at."""

    LEAST_TO_GAIN = "least-to-gain"
    FEWEST_STEPS = "fewest-steps"
    QUICKEST = "quickest"
    BALANCED = "balanced"
    STAYS_IN_SECTOR = "stays-in-sector"


class Direction(StrEnum):
    """The class of a step by the rank of its two levels. Computed, never typed."""

    UP = "up"
    SIDEWAYS = "sideways"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Assessed:
    """One requirement as a step meets it.

    `by` is what the basis points at: the position that gives it (GIVEN, START), the step that asked for it
    before (GAINED), the level it is assumed from (ASSUMED), the similar requirement held (SIMILAR).
    """

    requirement: str
    kind: Kind
    status: Status
    basis: Basis
    by: str | None = None


@dataclass(frozen=True, slots=True)
class AssessedAlternative:
    """One alternative of an any_of. `open` is false where nobody can newly take it on the date asked.

    A position named as an alternative has a `status` of its own; a set of requirements has theirs.
    """

    requirements: tuple[Assessed, ...]
    position: str | None
    status: Status
    basis: Basis
    by: str | None
    open: bool
    chosen: bool


@dataclass(frozen=True, slots=True)
class RouteStep:
    """One step of a route as this learner meets it on this date.

    `required` holds the essential requirements, by kind in the order aspiration, awareness, attainment.
    `rows` are the matrix rows carried, as (sector, at, into). `known` is false where an upward step has no
    requirement on record. `gives` are requirement ids that the destination gives. `months` is None where
    not known. `caution` is the date by which the step closes, where that is before the learner could
    arrive. `taught` is how the place it leads to is taught, where the question limits that.
    """

    step: Step
    direction: Direction
    transfer: bool
    months: int | None
    required: tuple[Assessed, ...]
    any_of: tuple[tuple[AssessedAlternative, ...], ...]
    helps: tuple[Assessed, ...]
    waives: tuple[Waiver, ...]
    conditions: tuple[Condition, ...]
    gives: tuple[str, ...]
    rows: tuple[tuple[str, str, str], ...]
    none_needed: tuple[str, ...]
    known: bool
    caution: date | None = None
    taught: Taught | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """A route in numbers.

    `to_gain` is in half-units: 2 for a requirement not met or not asked, 1 for one partly met, each counted
    once. `months` is None if a part is not known; `months_at_least` is the part that is. `holes` counts
    steps whose requirements are not known and hard attainments not held when asked for.
    """

    to_gain: int
    steps: int
    months: int | None
    months_at_least: int
    sector_changes: int
    conditions: int
    holes: int


@dataclass(frozen=True, slots=True)
class Route:
    """Steps that join a start to a goal, no position twice.

    `also_from` are other starts from which the same positions follow. `hard` are the hard attainments
    (requirement ids, or position ids named as alternatives) not held when they are asked for.
    """

    start: str
    steps: tuple[RouteStep, ...]
    figures: Figures
    also_from: tuple[str, ...] = ()
    labels: tuple[Label, ...] = ()
    hard: tuple[str, ...] = ()

    @property
    def positions(self) -> tuple[str, ...]:
        """Position ids from the start to the goal."""
        return (self.start, *(each.step.to_id for each in self.steps))


class ClosedBecause(StrEnum):
    """Why a step cannot be taken on the date asked."""

    NOT_OPEN_YET = "not-open-yet"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    STARTS_LATER = "starts-later"
    NO_OPEN_ALTERNATIVE = "no-open-alternative"


@dataclass(frozen=True, slots=True)
class ClosedStep:
    """A step that would have helped but is closed on the date asked.

    WITHDRAWN and STARTS_LATER speak of the destination, NOT_OPEN_YET and CLOSED of the step itself.
    `date` is the last start or certification, closing or opening date that says so.
    """

    step: Step
    because: ClosedBecause
    date: date | None


class NoRouteBecause(StrEnum):
    """Why there is no route."""

    ALREADY_THERE = "already-there"
    NO_START = "no-start"
    NO_GOAL = "no-goal"
    NO_PATH = "no-path"
    ONLY_CLOSED = "only-closed"
    TOO_MANY_STEPS = "too-many-steps"
    CONDITION = "condition"
    LEAVES_SECTOR = "leaves-sector"
    LIMITS = "limits"
    SEARCH_STOPPED = "search-stopped"


@dataclass(frozen=True, slots=True)
class Nearest:
    """A position that can be reached although the goal cannot. `steps` is how many steps away it is."""

    position: str
    steps: int


@dataclass(frozen=True, slots=True)
class NoRoute:
    """An honest no: the reason, what is nearest, which closed steps or conditions stand in the way.

    `steps_needed` is the smallest number of steps, where there are too many for the limit. `limits` are those
    limits of the question that stand in the way, and `instead` is a route that there is without them: they
    leave out `through`, positions on it, and put out of reach what it `asks` for (requirements or positions).
    """

    because: NoRouteBecause
    nearest: tuple[Nearest, ...] = ()
    closed: tuple[ClosedStep, ...] = ()
    conditions: tuple[ConditionKind, ...] = ()
    steps_needed: int | None = None
    limits: Limits = NO_LIMITS
    instead: Route | None = None
    through: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchReport:
    """Whether the routes shown are proven to be the best, and if not, why the search stopped.

    `more` says that there are further routes beyond those shown.
    """

    complete: bool
    stopped_because: str | None
    more: bool = False


@dataclass(frozen=True, slots=True)
class RouteResult:
    """Everything found for one question: ranked routes, others worth knowing, or the reason for none.

    `also` are routes on the Pareto front (quickest, fewest steps, least to gain) that the ranked list does
    not hold. `closed` are closed steps that a better or a further route would have used.
    """

    starts: tuple[str, ...]
    goals: tuple[str, ...]
    as_of: date
    routes: tuple[Route, ...]
    also: tuple[Route, ...]
    closed: tuple[ClosedStep, ...]
    search: SearchReport
    no_route: NoRoute | None


@dataclass(frozen=True, slots=True)
class NextStepsResult:
    """Where one can go from here in one step: one-step routes, best first; and whether staying is an answer.

    `staying` are (sector, level) pairs of `Sector.staying` that speak of the starts. `left_out` is how many
    places limits leave out. `jobs` are the job roles that can be reached in any number of steps, those in the
    fewest first.
    """

    starts: tuple[str, ...]
    as_of: date
    steps: tuple[Route, ...]
    staying: tuple[tuple[str, str], ...]
    closed: tuple[ClosedStep, ...]
    left_out: int = 0
    jobs: tuple[Nearest, ...] = ()


@dataclass(frozen=True, slots=True)
class RequirementsResult:
    """What it takes to get to a goal.

    `ways` are routes from the start where one was named, best first; else every open step into the goal, as
    one-step routes assessed with nothing held.
    """

    starts: tuple[str, ...]
    goals: tuple[str, ...]
    as_of: date
    ways: tuple[Route, ...]
    no_route: NoRoute | None
