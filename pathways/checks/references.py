"""What records say of each other: every id that one names, and those that nothing answers to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from pathways.catalogue import Catalogue
from pathways.checks.ids import is_id, looks_like
from pathways.checks.records import Same, list_records, list_values
from pathways.checks.wording import label, quoted
from pathways.model import (
    ANYWHERE,
    LEAVING_SECTOR,
    Alternative,
    CellEntry,
    Citation,
    Concept,
    Condition,
    Holding,
    JobRole,
    Progression,
    Qualification,
    Requirement,
    Row,
    Staying,
    Step,
    Waiver,
)
from pathways.notices import Finding, Severity, Subject
from pathways.places import nearest_names

_LISTS = ("aspiration", "awareness", "attainment", "helps")

REFERENCES: dict[tuple[type, str], str] = {
    (Citation, "source"): "source",
    (CellEntry, "source"): "source",
    (Progression, "source"): "source",
    **{(model, "level"): "level" for model in (Qualification, JobRole, Staying)},
    **{(model, "sector"): "sector" for model in (Qualification, JobRole)},
    **{(model, "gives"): "requirement" for model in (Qualification, JobRole)},
    (Qualification, "successor"): "position",
    (Concept, "broader"): "concept",
    (Requirement, "scope"): "sector",
    (Requirement, "activities"): "activity",
    (Requirement, "concept"): "concept",
    (Holding, "positions"): "position",
    (Holding, "any_at"): "level",
    (Condition, "awareness"): "requirement",
    (Alternative, "requirements"): "requirement",
    (Alternative, "position"): "position",
    (Waiver, "requirement"): "requirement",
    (Step, "from_id"): "position",
    (Step, "to_id"): "position",
    **{(Step, name): "requirement" for name in _LISTS},
    (CellEntry, "requirements"): "requirement",
    (CellEntry, "helps"): "requirement",
    (CellEntry, "only_for"): "position",
    (CellEntry, "prompts"): "prompt",
    (Row, "at"): "level",
    (Row, "into"): "level",
    **{(Row, f"{name}_activities"): "activity" for name in _LISTS[:3]},
}
"""Each field that names another record, with the kind of record it names."""

_MOST_HINTS = 1_000
"""After this many unknown ids no nearest ones are looked for: a list is missing, not a letter."""

_MOST_LISTED = 12
_NOT_IDS = {(Requirement, "scope"): ANYWHERE, (CellEntry, "only_for"): LEAVING_SECTOR}
_VERBS = {(Step, "from_id"): "leaves", (Step, "to_id"): "goes to"}


@dataclass(frozen=True, slots=True)
class Reference:
    """One place where a record names another. `verb` is how a sentence says it."""

    subject: Subject
    kind: str
    id: str
    verb: str


def list_references(catalogue: Catalogue) -> Iterator[Reference]:
    """Yield every place where a record names another, whether that is defined or not."""
    for value in list_values(catalogue):
        key = (type(value.owner), value.name)
        kind = REFERENCES.get(key)
        if kind and value.value != _NOT_IDS.get(key):
            yield Reference(value.subject, kind, value.value, _VERBS.get(key, f"names the {kind}"))


def forget() -> None:
    """Let go of what was kept of the last catalogue."""
    _known_ids.cache_clear()
    _near_unknown.cache_clear()


def referred_kind(kind: str) -> str:
    """Return the kind by which other records name one of this kind: both sorts of position are positions."""
    return "position" if kind in ("qualification", "job role") else kind


def known_ids(catalogue: Catalogue) -> dict[str, set[str]]:
    """Return the ids that are defined, by kind. Qualifications and job roles are both positions."""
    return _known_ids(Same(catalogue))


@lru_cache(maxsize=1)
def _known_ids(same: Same) -> dict[str, set[str]]:
    known: dict[str, set[str]] = {}
    for subject, record in list_records(same.catalogue):
        known.setdefault(referred_kind(subject.kind), set()).add(record.id)
    return known


def unknown_id(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """A record names another that is not defined."""
    unknown, known = near_unknown(catalogue), known_ids(catalogue)
    for each in list_references(catalogue):
        near = unknown.get((each.kind, each.id))
        if near is not None:
            hint = f"Did you mean {' or '.join(map(quoted, near))}?" if near else _known(each.kind, known)
            message = f"{label(each.subject)} {each.verb} {quoted(each.id)}, which is not defined. {hint}"
            yield Finding("unknown-id", Severity.ERROR, each.subject, message)


def _known(kind: str, known: dict[str, set[str]]) -> str:
    names = sorted(known.get(kind, ()))
    if 0 < len(names) <= _MOST_LISTED:
        return f"Define it, or name one of {', '.join(names)}."
    return f"Define it, or name another {kind}."


def near_unknown(catalogue: Catalogue) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the known ids nearest to each unknown one that some record names, by kind and unknown id."""
    return _near_unknown(Same(catalogue))


@lru_cache(maxsize=1)
def _near_unknown(same: Same) -> dict[tuple[str, str], tuple[str, ...]]:
    known = known_ids(same.catalogue)
    badly_formed = {kind: [each for each in ids if not is_id(each)] for kind, ids in known.items()}
    near: dict[tuple[str, str], tuple[str, ...]] = {}
    for each in list_references(same.catalogue):
        ids, key = known.get(each.kind, set()), (each.kind, each.id)
        if each.id in ids or key in near or _is_told_of(each, badly_formed.get(each.kind, [])):
            continue
        near[key] = nearest_names(each.id, sorted(ids)) if len(near) < _MOST_HINTS else ()
    return near


def _is_told_of(reference: Reference, badly_formed: list[str]) -> bool:
    """Say whether another check speaks of an id that is not defined.

    `text-blank` of an empty one, but for a position's sector, which is said elsewhere; `bad-id` of one that
    only differs from a badly formed one, which is the one at fault.
    """
    if not reference.id.strip() and reference.kind != "sector":
        return True
    return any(looks_like(bad, reference.id) for bad in badly_formed)


def likely_meant(catalogue: Catalogue, kind: str) -> set[str]:
    """Return the ids that an unknown or badly formed one may stand for: they are not to be missed as well."""
    near = {name for (of, _), names in near_unknown(catalogue).items() if of == kind for name in names}
    return near | {name for name in known_ids(catalogue).get(kind, ()) if not is_id(name)}


def unused(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """A requirement, concept, activity or source that nothing names."""
    used = {kind: likely_meant(catalogue, kind) for kind in ("requirement", "concept", "activity", "source")}
    for each in list_references(catalogue):
        used.setdefault(each.kind, set()).add(each.id)
    # Requirements alone are a way to describe a sector: without a matrix, nothing need name them.
    bare = {sector.id for sector in catalogue.sectors if not sector.matrix or not sector.matrix.rows}
    lists = ["requirements", "concepts", "activities", "sources"]
    if any(each.concept is None and each.holding is None for each in catalogue.requirements):
        lists.remove("concepts")  # `concept-or-holding` speaks of the requirement that should have named one
    for subject, record in list_records(catalogue, *lists):
        if record.id not in used.get(subject.kind, ()) and getattr(record, "scope", None) not in bare:
            text = f"{label(subject)} is not used anywhere. Use it, or remove it."
            yield Finding("unused", Severity.INFO, subject, text)


def repeated_in_list(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """A list that says one thing twice. Of steps `repeated-in-step` speaks."""
    seen: tuple[Subject, str, set[object]] | None = None
    for each in list_values(catalogue):
        if not isinstance(each.path[-1], int) or isinstance(each.owner, Step):
            continue
        if seen is None or seen[0] is not each.part or seen[1] != each.name:
            seen = (each.part, each.name, set())
        if each.value in seen[2]:
            text = (
                f"{label(each.part)}: '{each.name}' has {quoted(str(each.value))} twice. Remove one of them."
            )
            yield Finding("repeated-in-list", Severity.WARNING, each.subject, text)
        seen[2].add(each.value)
