"""Small catalogues for tests: records with everything filled in that the test does not care about."""

from __future__ import annotations

from datetime import date
from typing import Any

from pathways.catalogue import Catalogue
from pathways.model import (
    Citation,
    Evidence,
    JobRole,
    Kind,
    Level,
    Matrix,
    Qualification,
    Requirement,
    Row,
    Sector,
    Source,
    Step,
)

CITED = Citation("book", "page 1", Evidence.PUBLISHED)
RANKS = {"U": -1, "E": 0, **{f"L{rank}": rank for rank in range(1, 9)}}
LEVELS = tuple(Level(name, f"Level {name}", rank) for name, rank in RANKS.items())
BOOK = Source("book", "The Book", "The Publisher", "2020", date(2026, 1, 1))


def sector(name: str, *rows: Row, **fields: Any) -> Sector:
    return Sector(name, name.title(), f"About {name}.", matrix=Matrix(CITED, rows), **fields)


def qualification(name: str, level: str = "L3", sector: str = "care", **fields: Any) -> Qualification:
    fields.setdefault("months", 12)
    return Qualification(name, name.title(), level, sector, CITED, **fields)


def role(name: str, level: str = "L3", sector: str = "care", **fields: Any) -> JobRole:
    return JobRole(name, name.title(), level, sector, CITED, **fields)


def step(start: str, end: str, **fields: Any) -> Step:
    name = fields.pop("id", f"{start}-to-{end}")
    return Step(name, start, end, CITED, **fields)


def requirement(name: str, kind: Kind = Kind.ATTAINMENT, **fields: Any) -> Requirement:
    if "holding" not in fields:
        fields.setdefault("concept", name)
    fields.setdefault("scope", "anywhere")
    return Requirement(name, kind, f"You have {name}.", f"Do you have {name}?", citation=CITED, **fields)


def catalogue(*records: Any) -> Catalogue:
    """Sort records of any type into a catalogue; levels and one source are always there."""
    groups: dict[str, list[Any]] = {"levels": list(LEVELS), "sources": [BOOK]}
    names = {
        "Sector": "sectors",
        "Qualification": "qualifications",
        "JobRole": "job_roles",
        "Step": "steps",
        "Requirement": "requirements",
        "Concept": "concepts",
        "Activity": "activities",
    }
    for record in records:
        groups.setdefault(names[type(record).__name__], []).append(record)
    if "sectors" not in groups:
        used = {each.sector for group in ("qualifications", "job_roles") for each in groups.get(group, [])}
        groups["sectors"] = [sector(name) for name in sorted(used)]
    return Catalogue.of("test", **groups)
