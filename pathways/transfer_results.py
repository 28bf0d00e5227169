"""What moving to another sector comes to, level by level: frozen records.

Ids point into the catalogue the answer was made from. Nothing here is worded for a reader.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pathways.learner import Basis, Status
from pathways.model import Condition, Kind, Waiver
from pathways.places import Place
from pathways.results import AssessedAlternative


class Verdict(StrEnum):
    """Whether somebody could start at a level of another sector. The best comes first."""

    DIRECT = "direct"
    WITH_BRIDGING = "with-bridging"
    NOT_DIRECT = "not-direct"

    @property
    def rank(self) -> int:
        """0 for the best."""
        return list(Verdict).index(self)


class Role(StrEnum):
    """What a need is to somebody who would move.

    HELD: met where they stand. SIMILAR: something about the same matter is held in another sector.
    MISSING_GENERAL: not met, and it would count in every sector. MISSING_SECTOR: not met, and it belongs to
    a sector. BLOCKING: a hard attainment that is neither held nor similar.
    """

    HELD = "held"
    SIMILAR = "similar"
    MISSING_GENERAL = "missing-general"
    MISSING_SECTOR = "missing-sector"
    BLOCKING = "blocking"


@dataclass(frozen=True, slots=True)
class Need:
    """One thing needed: a requirement, or a position to hold where `is_position` says so.

    `by` is what the basis points at (see `results.Assessed`): for SIMILAR the requirement held. `score` is
    the likeness of two statements, 0 to 1, where only their words say that they are similar (inferred).
    `group` is the number, from 0, of the any_of it was chosen from; None where it has no alternative.
    """

    id: str
    kind: Kind
    role: Role
    status: Status
    basis: Basis
    by: str | None = None
    is_position: bool = False
    score: float | None = None
    group: int | None = None


@dataclass(frozen=True, slots=True)
class Bridge:
    """How one need that is missing, similar or blocking can be met before or while starting.

    `activities` are activity ids, `courses` the short courses, access courses and bridging programmes that
    give it, and `repeats` other positions that give it and take new starts: repeating a qualification, or
    doing a job first.
    """

    need: str
    is_position: bool
    activities: tuple[str, ...]
    courses: tuple[str, ...]
    repeats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """What starting at one level of a sector comes to, by the best way in, for the best start.

    `open` says that something at the level takes new starts on the date asked: `openings` are those
    qualifications, or the job roles where there is none. `known` is false where nothing is on record of what
    the level asks for. `way` is the id of the curated step whose way in is the best; None where the rows of
    the sector are. `rows` are (sector, at, into). `needs` are everything needed, alternatives chosen, by kind
    and then in the order of the matrix; `any_of` shows all alternatives. `to_gain` is in half-units.
    `otherwise` are the other starts for whom the verdict is not the same, with theirs. `opened_by` are
    positions that, held as well, would lift a refusal: a recorded step from there waives what is in the way.
    """

    level: str
    verdict: Verdict
    start: str | None
    open: bool
    known: bool
    way: str | None
    rows: tuple[tuple[str, str, str], ...]
    needs: tuple[Need, ...]
    any_of: tuple[tuple[AssessedAlternative, ...], ...]
    waives: tuple[Waiver, ...]
    conditions: tuple[Condition, ...]
    to_gain: int
    openings: tuple[str, ...]
    bridges: tuple[Bridge, ...]
    otherwise: tuple[tuple[str, Verdict], ...] = ()
    opened_by: tuple[str, ...] = ()

    def of_role(self, *roles: Role) -> tuple[Need, ...]:
        """Return the needs that have one of these roles."""
        return tuple(need for need in self.needs if need.role in roles)


@dataclass(frozen=True, slots=True)
class Transfer:
    """From one place to one sector: an entry for each level of it, lowest first, and where to re-enter.

    `level` is the level one leaves from, `starts` the positions one may stand at there (none where the sector
    has no positions at that level). `re_entry` is the highest level, at most one above or the sector's next
    row, that is not NOT_DIRECT and takes new starts; None where there is none.
    """

    place: Place
    level: str
    starts: tuple[str, ...]
    to: str
    as_of: date
    levels: tuple[Entry, ...]
    re_entry: str | None

    def at(self, level: str) -> Entry | None:
        """Return the entry of a level, or None where the sector does not have it."""
        return next((entry for entry in self.levels if entry.level == level), None)
