"""Requirements in the column or list of another kind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pathways.catalogue import Catalogue
from pathways.checks.matrices import list_entries
from pathways.checks.records import inside, list_all_parts, list_records
from pathways.checks.wording import label, quoted
from pathways.model import CellEntry, Condition, Kind
from pathways.notices import Finding, Severity, Subject

_FIGURE = "figure "
"""How the locator of an entry of a printed matrix begins."""


def kind_of_entry(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """A requirement in the column of another kind. Entries of a printed matrix stand where it has them."""
    for subject, column, entry in list_entries(catalogue):
        if entry.locator.lower().startswith(_FIGURE):
            continue
        for where, name in _named(subject, entry):
            kind = _kind_of(name, catalogue)
            if kind not in (None, column):
                text = f"{label(subject)} stands in the column {column} and names {quoted(name)}, an {kind}. "
                yield Finding(
                    "kind-of-entry", Severity.WARNING, where, text + "Move it, or correct its kind."
                )


def kind_of_step(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """A requirement in a step's list of another kind."""
    for subject, step in list_records(catalogue, "steps"):
        for column in Kind:
            for index, name in enumerate(getattr(step, column.value)):
                kind = _kind_of(name, catalogue)
                if kind not in (None, column):
                    text = f"{label(subject)} lists {quoted(name)} under {column}, but it is an {kind}. "
                    where = inside(subject, column.value, index)
                    yield Finding(
                        "kind-of-step", Severity.WARNING, where, text + "Move it, or correct its kind."
                    )


def kind_of_awareness(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """A condition paired with something that is not an awareness."""
    for subject, part in list_all_parts(catalogue):
        if isinstance(part, Condition) and part.awareness:
            kind = _kind_of(part.awareness, catalogue)
            if kind not in (None, Kind.AWARENESS):
                text = f"{label(subject)}: 'awareness' names {quoted(part.awareness)}, an {kind}. "
                where = inside(subject, "awareness")
                text += "Name what to know about the condition."
                yield Finding("kind-of-awareness", Severity.WARNING, where, text)


def _named(subject: Subject, entry: CellEntry) -> Iterator[tuple[Subject, str]]:
    single = len(entry.requirements) == 1
    for index, name in enumerate(entry.requirements):
        yield inside(subject, *(("requirement",) if single else ("requirements", index))), name
    for way, alternative in enumerate(entry.any_of):
        for index, name in enumerate(alternative.requirements):
            yield inside(subject, "any_of", way, "requirements", index), name


def _kind_of(name: str, catalogue: Catalogue) -> Kind | None:
    requirement = catalogue.requirement_by_id.get(name)
    return requirement.kind if requirement else None
