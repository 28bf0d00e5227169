"""The whole of one dataset in memory, with the look-ups everything else needs."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cached_property
from typing import Any, TypeVar

from pathways.model import (
    Activity,
    Concept,
    JobRole,
    Level,
    Position,
    Prompt,
    Qualification,
    Requirement,
    Sector,
    Source,
    Step,
)

Record = TypeVar(
    "Record", Level, Sector, Qualification, JobRole, Requirement, Concept, Activity, Prompt, Source, Step
)


@dataclass(frozen=True)
class Catalogue:
    """Every record of a dataset. Levels are in order of rank; all else in order of id.

    Use `Catalogue.of` to build one from records in any order.
    """

    name: str
    levels: tuple[Level, ...] = ()
    sectors: tuple[Sector, ...] = ()
    qualifications: tuple[Qualification, ...] = ()
    job_roles: tuple[JobRole, ...] = ()
    steps: tuple[Step, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    concepts: tuple[Concept, ...] = ()
    activities: tuple[Activity, ...] = ()
    prompts: tuple[Prompt, ...] = ()
    sources: tuple[Source, ...] = ()

    @classmethod
    def of(cls, name: str, **records: Any) -> Catalogue:
        """Build a catalogue with its records in the one fixed order."""
        ordered = {
            field: tuple(sorted(values, key=lambda each: each.rank if field == "levels" else each.id))
            for field, values in records.items()
        }
        return cls(name, **ordered)

    @cached_property
    def content_hash(self) -> str:
        """The SHA-256, in hex, of all records: equal content gives equal hashes, whatever the file order."""
        values = {f.name: getattr(self, f.name) for f in dataclasses.fields(self) if f.name != "name"}
        text = json.dumps(values, default=_plain, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()

    @cached_property
    def level_by_id(self) -> dict[str, Level]:
        """Levels by id, lowest rank first."""
        return _by_id(self.levels)

    @cached_property
    def sector_by_id(self) -> dict[str, Sector]:
        """Sectors by id."""
        return _by_id(self.sectors)

    @cached_property
    def position_by_id(self) -> dict[str, Qualification | JobRole]:
        """Qualifications and job roles together, by id, in order of id."""
        both: list[Qualification | JobRole] = [*self.qualifications, *self.job_roles]
        return {position.id: position for position in sorted(both, key=lambda each: each.id)}

    @cached_property
    def step_by_id(self) -> dict[str, Step]:
        """Steps by id."""
        return _by_id(self.steps)

    @cached_property
    def requirement_by_id(self) -> dict[str, Requirement]:
        """Requirements by id."""
        return _by_id(self.requirements)

    @cached_property
    def concept_by_id(self) -> dict[str, Concept]:
        """Concepts by id."""
        return _by_id(self.concepts)

    @cached_property
    def activity_by_id(self) -> dict[str, Activity]:
        """Activities by id."""
        return _by_id(self.activities)

    @cached_property
    def source_by_id(self) -> dict[str, Source]:
        """Sources by id."""
        return _by_id(self.sources)

    @cached_property
    def steps_from(self) -> dict[str, tuple[Step, ...]]:
        """Steps by the position they leave, in order of step id. Positions with none are absent."""
        return _grouped(self.steps, "from_id")

    @cached_property
    def steps_into(self) -> dict[str, tuple[Step, ...]]:
        """Steps by the position they lead to, in order of step id. Positions with none are absent."""
        return _grouped(self.steps, "to_id")

    @cached_property
    def ends_from(self) -> dict[str, tuple[str, ...]]:
        """The positions that steps lead to, by the position they leave. Positions with none are absent."""
        return {here: tuple(step.to_id for step in steps) for here, steps in self.steps_from.items()}

    @cached_property
    def ends_into(self) -> dict[str, tuple[str, ...]]:
        """The positions that steps leave, by the position they lead to. Positions with none are absent."""
        return {here: tuple(step.from_id for step in steps) for here, steps in self.steps_into.items()}

    @cached_property
    def worked_out(self) -> dict[Any, Any]:
        """What others have worked out from these records, each by its own key; records never change."""
        return {}

    def rank(self, level: str) -> int:
        """Return the rank of a level id: -1 for U, 0 for E, 1 to 8. Raises KeyError for another id."""
        return self.level_by_id[level].rank

    def list_positions(
        self, sector: str | None = None, level: str | None = None
    ) -> tuple[Qualification | JobRole, ...]:
        """Return the positions of a sector, a level, or both, in order of id; all where neither is given."""
        return tuple(
            position
            for position in self.position_by_id.values()
            if sector in (None, position.sector) and level in (None, position.level)
        )


def _by_id(records: tuple[Record, ...]) -> dict[str, Record]:
    return {record.id: record for record in records}


def _grouped(steps: tuple[Step, ...], end: str) -> dict[str, tuple[Step, ...]]:
    groups: dict[str, list[Step]] = {}
    for step in steps:
        groups.setdefault(getattr(step, end), []).append(step)
    return {key: tuple(group) for key, group in groups.items()}


def _plain(value: object) -> object:
    """Turn a record into what JSON can hold, leaving out what is absent so that new fields change nothing."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        held = {f.name: getattr(value, f.name) for f in dataclasses.fields(value)}
        return {
            "": type(value).__name__,
            **{
                name: each for name, each in held.items() if not (each is None or each is False or each == ())
            },
        }
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    raise TypeError(f"{type(value).__name__} cannot stand in a catalogue")


def is_bridging(position: Position) -> bool:
    """Say whether a position is a short course, access course or bridging programme."""
    return isinstance(position, Qualification) and position.bridging


def position_type(position: Position) -> str:
    """Return the qualification's type ("apprenticeship"), or "job-role"."""
    return position.type if isinstance(position, Qualification) else "job-role"
