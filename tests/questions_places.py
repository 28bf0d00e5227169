"""The small catalogue that the tests of questions are asked over, with shared names and awkward titles."""

# ruff: noqa: E501  (one record a line)

from __future__ import annotations

from datetime import date
from typing import Any

from pathways.catalogue import Catalogue
from pathways.model import JobRole, Level, Qualification, Sector
from pathways.questions import Intent, Understood, Unsure, read_question
from tests.build import CITED

TODAY = date(2026, 11, 22)

_LEVELS = {
    "U": ("Unqualified", -1, ("no qualifications", "statutory education")),
    "E": ("Entry level", 0, ("entry level 3", "foundation phase")),
    "L1": ("Level 1", 1, ("NVQ 1",)),
    "L2": ("Level 2", 2, ("NVQ 2", "GCSE", "Key Stage 4", "intermediate apprenticeship")),
    "L3": ("Level 3", 3, ("NVQ 3", "A level", "advanced apprenticeship")),
    "L4": ("Level 4", 4, ("HNC", "higher apprenticeship")),
    "L5": ("Level 5", 5, ("HND", "foundation degree")),
    "L6": ("Level 6", 6, ("degree", "bachelor's degree")),
    "L7": ("Level 7", 7, ("master's degree",)),
    "L8": ("Level 8", 8, ("PhD",)),
}

_SECTORS = {
    "childcare": (
        "Childcare and early years",
        ("childcare", "child care", "early years", "nursery work", "nurseries", "working with children"),
    ),
    "electrical": ("Electrical installation", ("electrical", "electrics", "electrical work")),
    "adult-care": ("Adult social care", ("adult care", "social care", "care", "elderly care", "care homes")),
    "general": ("School, college and general study", ("general education",)),
}


def _qualification(name: str, title: str, level: str, sector: str, kind: str, **more: Any) -> Qualification:
    more.setdefault("aliases", ())
    return Qualification(name, title, level, sector, CITED, type=kind, **more)


def _role(name: str, title: str, level: str, sector: str, *aliases: str) -> JobRole:
    return JobRole(name, title, level, sector, CITED, aliases=aliases)


_PROGRESSION = ("progression qualification", "progression qualifications")

QUALIFICATIONS = (
    _qualification(
        "schooling", "At school, or left without qualifications", "U", "general", "schooling",
        aliases=("left school with nothing", "still at school", "nothing"),
    ),
    _qualification("gcses-low", "GCSEs at grades 1 to 3", "L1", "general", "GCSE", aliases=("failed GCSEs",)),
    _qualification("gcses", "GCSEs at grades 4 to 9", "L2", "general", "GCSE", aliases=("GCSE", "GCSEs", "5 GCSEs")),
    _qualification("a-levels", "A levels", "L3", "general", "A level", aliases=("A level", "A-levels")),
    _qualification("t-level", "T Level in Education and Early Years", "L3", "general", "T Level",
                   aliases=("T Level Early Years", "T Level Childcare")),
    _qualification("degree", "Bachelor's degree", "L6", "general", "degree", aliases=("degree", "BSc")),
    _qualification("suite-1", "Gateway Award in Progression", "L1", "general", "award",
                   awarding_body="Gateway", reference="600/8914/3", aliases=(*_PROGRESSION, "Progression suite")),
    _qualification("suite-2", "Gateway Diploma in Progression", "L2", "general", "diploma",
                   awarding_body="Gateway", reference="600/8912/X", aliases=(*_PROGRESSION, "Progression suite")),
    _qualification("national-1", "Level 1 Progression Qualifications (national group)", "L1", "general", "group",
                   aliases=(*_PROGRESSION, "national Progression Qualifications")),
    _qualification("national-2", "Level 2 Progression Qualifications (national group)", "L2", "general", "group",
                   aliases=(*_PROGRESSION, "national Progression Qualifications")),
    _qualification("practitioner-app", "Early years practitioner (level 2 apprenticeship)", "L2", "childcare",
                   "apprenticeship", reference="ST0888", aliases=("level 2 childcare apprenticeship",)),
    _qualification("practitioner-dip", "Level 2 Diploma for the Early Years Practitioner", "L2", "childcare", "diploma",
                   awarding_body="NCFE CACHE", reference="603/3723/0", aliases=("CACHE level 2",)),
    _qualification("educator-app", "Early years educator (level 3 apprenticeship)", "L3", "childcare",
                   "apprenticeship", reference="ST0135", aliases=("level 3 childcare apprenticeship", "level 3 childcare")),
    _qualification("educator-dip", "NCFE CACHE Level 3 Diploma for the Early Years Workforce (Early Years Educator)",
                   "L3", "childcare", "diploma", awarding_body="NCFE CACHE", reference="601/2147/2"),
    _qualification("management-dip", "Level 4 Diploma in Childcare Management", "L4", "childcare", "diploma"),
    _qualification("early-degree", "Foundation degree in early years", "L5", "childcare", "foundation degree"),
    _qualification("electrical-1", "Level 1 Diploma in Electrical Installation", "L1", "electrical", "diploma"),
    _qualification("electrician-app", "Installation electrician (level 3 apprenticeship)", "L3", "electrical",
                   "apprenticeship", reference="ST0152", aliases=("electrical apprenticeship",)),
    _qualification("project-dip", "EAL Level 4 Diploma in Project Management (Competence)", "L4", "electrical",
                   "diploma", awarding_body="EAL"),
    _qualification("care-dip", "Level 2 Diploma in Care", "L2", "adult-care", "diploma"),
)  # fmt: skip

ROLES = (
    _role("nursery-assistant", "Nursery assistant", "L1", "childcare", "nursery helper"),
    _role(
        "practitioner",
        "Early years practitioner (care worker)",
        "L2",
        "childcare",
        "care worker",
        "nursery nurse",
    ),
    _role("educator", "Early years educator", "L3", "childcare", "nursery educator"),
    _role("room-supervisor", "Room supervisor", "L3", "childcare", "room leader"),
    _role("deputy", "Deputy nursery manager", "L4", "childcare", "deputy manager"),
    _role("nursery-manager", "Nursery manager", "L4", "childcare", "childcare manager"),
    _role("early-teacher", "Early years teacher", "L6", "childcare"),
    _role("childminder", "Childminder", "L2", "childcare"),
    _role("mate", "Electrician's mate", "L1", "electrical", "electrical labourer"),
    _role("electrician", "Electrician", "L3", "electrical", "sparky", "sparkie"),
    _role("approved", "Approved electrician (JIB)", "L3", "electrical"),
    _role("electrical-supervisor", "Electrical supervisor", "L4", "electrical"),
    _role("project-manager", "Project manager (electrical)", "L5", "electrical"),
    _role(
        "care-worker",
        "Care worker (adult care)",
        "L2",
        "adult-care",
        "care worker",
        "care assistant",
        "carer",
    ),
    _role("senior-carer", "Senior care worker", "L3", "adult-care", "senior carer"),
    _role("care-deputy", "Deputy manager (adult care)", "L4", "adult-care"),
    _role("registered", "Registered manager", "L5", "adult-care", "care home manager"),
)

CATALOGUE = Catalogue.of(
    "questions",
    levels=[Level(name, title, rank, aliases) for name, (title, rank, aliases) in _LEVELS.items()],
    sectors=[Sector(name, title, f"{title}.", aliases) for name, (title, aliases) in _SECTORS.items()],
    qualifications=QUALIFICATIONS,
    job_roles=ROLES,
)


def read(question: str) -> Understood | Unsure:
    return read_question(question, CATALOGUE, TODAY)


def shown(answer: Understood | Unsure) -> str:
    """Write a reading in one line: "routes: childcare:L3 > L4 quickest 2020-01-01 [part time]"."""
    if isinstance(answer, Unsure):
        return "unsure"
    start, goal = (" ".join(sorted(map(str, places))) for places in (answer.start, answer.goal))
    line = f"{answer.intent}: {start} > {goal}".replace(":  >", ": >").rstrip()
    if answer.prefer:
        line += f" {answer.prefer}"
    if answer.as_of:
        line += f" {answer.as_of}"
    return line + (f" [{'; '.join(answer.constraints)}]" if answer.constraints else "")


def understood(question: str) -> Understood:
    answer = read(question)
    assert isinstance(answer, Understood), answer
    return answer


def unsure(question: str) -> Unsure:
    answer = read(question)
    assert isinstance(answer, Unsure), answer
    return answer


def intent_of(question: str) -> Intent:
    return understood(question).intent
