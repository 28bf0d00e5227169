"""Matrices: rows that lead upwards, and cells that each say one thing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pathways.catalogue import Catalogue
from pathways.checks.records import inside, list_parts, list_records
from pathways.checks.wording import did_you_mean, label, quoted
from pathways.model import Alternative, CellEntry, Condition, Kind, Matrix, Row, Step
from pathways.notices import Finding, Severity, Subject

_FORMS = ("requirements", "any_of", "condition", "none_needed")


def list_rows(catalogue: Catalogue) -> Iterator[tuple[Subject, Row]]:
    """Yield every row of every matrix."""
    for subject, sector in list_records(catalogue, "sectors"):
        matrix: Matrix | None = sector.matrix
        for index, row in enumerate(matrix.rows if matrix else ()):
            yield inside(subject, "matrix", "rows", index), row


def list_entries(catalogue: Catalogue) -> Iterator[tuple[Subject, Kind, CellEntry]]:
    """Yield every cell entry of every matrix, with the column it stands in."""
    for subject, row in list_rows(catalogue):
        for kind in Kind:
            for index, entry in enumerate(row.cell(kind)):
                yield inside(subject, kind.value, index), kind, entry


def entry_form(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """A cell entry that is not exactly one of the four things an entry can be."""
    for subject, _, entry in list_entries(catalogue):
        given = [form for form in _FORMS if getattr(entry, form)]
        if len(given) != 1:
            has = f"has {' and '.join(given)} at once" if given else "says nothing"
            text = f"{label(subject)} {has}. Write one of requirement, any_of, condition and none_needed."
            yield Finding("entry-form", Severity.ERROR, subject, text)


def row_order(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """A row that does not lead to a higher level."""
    ranks = {level.id: level.rank for level in catalogue.levels}
    for subject, row in list_rows(catalogue):
        if row.at in ranks and row.into in ranks and ranks[row.into] <= ranks[row.at]:
            text = f"{label(subject)} leads from {row.at} into {row.into}, which is not higher. Correct one."
            yield Finding("row-order", Severity.ERROR, inside(subject, "into"), text)


def repeated_row(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """Two rows of a matrix at the same level and into the same level."""
    seen: set[tuple[str, str, str]] = set()
    for subject, row in list_rows(catalogue):
        key = (subject.id, row.at, row.into)
        if key in seen:
            text = f"{label(subject)} is the second from {row.at} into {row.into}. Put the two into one."
            yield Finding("repeated-row", Severity.ERROR, subject, text)
        seen.add(key)


def rows_share_into(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """Two rows into one level: who comes from another sector would have to meet both."""
    first: dict[tuple[str, str], str] = {}
    for subject, row in list_rows(catalogue):
        at = first.setdefault((subject.id, row.into), row.at)
        if at != row.at:
            text = f"{label(subject)} leads into {row.into}, as does the row at {at}. "
            text += "People from other sectors are asked for both: check that this is meant."
            yield Finding("rows-share-into", Severity.WARNING, inside(subject, "into"), text)


def unknown_locator(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """An `alternative_to` that points at no other entry of its row."""
    for subject, row in list_rows(catalogue):
        locators = [entry.locator for kind in Kind for entry in row.cell(kind)]
        for kind in Kind:
            for index, entry in enumerate(row.cell(kind)):
                others = [each for each in locators if each != entry.locator]
                if entry.alternative_to is not None and entry.alternative_to not in others:
                    where = inside(subject, kind.value, index, "alternative_to")
                    hint = did_you_mean(entry.alternative_to, others, "Write the locator of one.")
                    text = f"{label(where)} is an alternative to {quoted(entry.alternative_to)}, "
                    text += f"which is no other entry of this row. {hint}"
                    yield Finding("unknown-locator", Severity.ERROR, where, text)


def repeated_locator(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """Two entries of a row with the same locator, so that neither can be pointed at."""
    for subject, row in list_rows(catalogue):
        seen: set[str] = set()
        for kind in Kind:
            for index, entry in enumerate(row.cell(kind)):
                if entry.locator in seen:
                    where = inside(subject, kind.value, index, "locator")
                    text = f"{label(where)} has the locator {quoted(entry.locator)}, as an entry before it. "
                    yield Finding("repeated-locator", Severity.WARNING, where, text + "Give each its own.")
                seen.add(entry.locator)


def repeated_entry(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """The same requirement twice in one cell."""
    for subject, row in list_rows(catalogue):
        for kind in Kind:
            seen: set[str] = set()
            for index, entry in enumerate(row.cell(kind)):
                again = seen.intersection(entry.requirements)
                if again:
                    where = inside(subject, kind.value, index)
                    text = (
                        f"{label(where)} asks for {quoted(min(again))}, which stands in this cell already. "
                    )
                    yield Finding(
                        "repeated-entry", Severity.WARNING, where, text + "Remove it from one of them."
                    )
                seen.update(entry.requirements)


def prompt_kind(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """A prompt of another column on a cell entry."""
    kinds = {prompt.id: prompt.kind for prompt in catalogue.prompts}
    for subject, kind, entry in list_entries(catalogue):
        for index, prompt in enumerate(entry.prompts):
            if kinds.get(prompt, kind.value) != kind.value:
                where = inside(subject, "prompts", index)
                text = (
                    f"{label(subject)} answers to {quoted(prompt)}, a prompt of the column {kinds[prompt]}. "
                )
                yield Finding(
                    "prompt-kind", Severity.WARNING, where, text + f"Name one of the column {kind}."
                )


def unknown_prompt_column(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """A prompt for a column that a matrix does not have."""
    columns = [*(kind.value for kind in Kind), "progression"]
    for subject, prompt in list_records(catalogue, "prompts"):
        if prompt.kind not in columns:
            hint = did_you_mean(prompt.kind, columns, f"Write one of {', '.join(columns)}.")
            text = (
                f"{label(subject)}: 'kind' is {quoted(prompt.kind)}, which is no column of a matrix. {hint}"
            )
            yield Finding("unknown-prompt-column", Severity.ERROR, inside(subject, "kind"), text)


def alternative_form(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """An alternative that is neither a set of requirements nor one position."""
    for subject, part in _list_deciding(catalogue):
        if isinstance(part, Alternative) and bool(part.requirements) == bool(part.position):
            has = (
                "both requirements and a position" if part.position else "neither requirements nor a position"
            )
            text = f"{label(subject)} has {has}. Write one of them."
            yield Finding("alternative-form", Severity.ERROR, subject, text)


def single_alternative(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """An any_of that leaves no choice."""
    for subject, part in _list_deciding(catalogue):
        groups = part.any_of if isinstance(part, Step) else ()
        if isinstance(part, CellEntry) and part.any_of:
            groups = (part.any_of,)
        for index, group in enumerate(groups):
            if len(group) < 2:
                where = inside(subject, "any_of", *((index,) if isinstance(part, Step) else ()))
                text = f"{label(where)}: 'any_of' has {'one alternative' if group else 'no alternatives'}. "
                yield Finding("single-alternative", Severity.WARNING, where, text + "Write at least two.")


def unpaired_condition(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """A condition of a step or cell that does not say what a learner should know about it."""
    for subject, part in _list_deciding(catalogue):
        if isinstance(part, Condition) and part.awareness is None:
            text = f"{label(subject)} is a condition without 'awareness'. "
            text += "Name a requirement that says what to know about it."
            yield Finding("unpaired-condition", Severity.WARNING, subject, text)


def _list_deciding(catalogue: Catalogue) -> Iterator[tuple[Subject, object]]:
    """Yield every part of sectors and steps, which is where alternatives and conditions decide something."""
    for subject, record in list_records(catalogue, "sectors", "steps"):
        yield from list_parts(subject, record)
