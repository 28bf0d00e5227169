"""Steps: that they lead somewhere else, say each thing once, and ask for something on the way up."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from datetime import date

from pathways.catalogue import Catalogue
from pathways.checks.records import inside, list_records
from pathways.checks.wording import label, quoted
from pathways.model import Alternative, Kind, Sector, Step, Waiver
from pathways.notices import Finding, Severity, Subject
from pathways.requirements import demand_of
from pathways.rows import attached_entries


def list_sound_steps(catalogue: Catalogue) -> Iterator[tuple[Subject, Step]]:
    """Yield the steps that the rules of demand can be applied to.

    Their ends, with the ends' levels and sectors, are defined, and the sectors' rows lead upwards.
    """
    sound = {sector.id for sector in catalogue.sectors if _is_sound(sector, catalogue)}
    for subject, step in list_records(catalogue, "steps"):
        ends = [catalogue.position_by_id.get(each) for each in (step.from_id, step.to_id)]
        placed = all(end and end.level in catalogue.level_by_id and end.sector in sound for end in ends)
        if placed and _are_sound(step.any_of, catalogue):
            yield subject, step


def _is_sound(sector: Sector, catalogue: Catalogue) -> bool:
    rows = sector.matrix.rows if sector.matrix else ()
    ranks = {level.id: level.rank for level in catalogue.levels}
    upwards = all(ranks.get(row.at, 99) < ranks.get(row.into, -99) for row in rows)
    groups = [entry.any_of for row in rows for kind in Kind for entry in row.cell(kind)]
    return upwards and _are_sound(groups, catalogue)


def _are_sound(groups: Iterable[tuple[Alternative, ...]], catalogue: Catalogue) -> bool:
    named = {way.position for group in groups for way in group if way.position}
    return named <= catalogue.position_by_id.keys()


def step_to_itself(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """A step that ends where it begins."""
    for subject, step in list_records(catalogue, "steps"):
        if step.from_id == step.to_id and step.from_id:
            text = f"{label(subject)} leads from {quoted(step.from_id)} to itself. Correct 'from' or 'to'."
            yield Finding("step-to-itself", Severity.ERROR, inside(subject, "to"), text)


def repeated_step(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """Two steps that say the same but for their ids and sources."""
    first: dict[object, str] = {}
    for subject, step in list_records(catalogue, "steps"):
        said = tuple(
            getattr(step, field.name)
            for field in dataclasses.fields(step)
            if field.name not in ("id", "citation")
        )
        other = first.setdefault(said, step.id)
        if other != step.id:
            text = f"{label(subject)} says the same as the step {quoted(other)}. Remove one of them."
            yield Finding("repeated-step", Severity.WARNING, inside(subject, "id"), text)


def repeated_in_step(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """A step that lists a requirement twice."""
    for subject, step in list_records(catalogue, "steps"):
        seen: set[str] = set()
        for name in (*(kind.value for kind in Kind), "helps"):
            for index, each in enumerate(getattr(step, name)):
                if each in seen:
                    text = f"{label(subject)} lists {quoted(each)} twice. Remove it from '{name}'."
                    yield Finding("repeated-in-step", Severity.WARNING, inside(subject, name, index), text)
                seen.add(each)


def none_needed_and_more(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """A step that says that nothing is needed, and lists what is."""
    for subject, step in list_records(catalogue, "steps"):
        if step.none_needed and (step.aspiration or step.awareness or step.attainment or step.any_of):
            text = f"{label(subject)} says 'none_needed' and also what it needs. Remove one or the other."
            yield Finding("none-needed-and-more", Severity.WARNING, inside(subject, "none_needed"), text)


def step_asks_nothing(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """An upward step of which it is not known what it asks for."""
    for subject, step in list_sound_steps(catalogue):
        if not demand_of(step, catalogue, today).known:
            text = (
                f"{label(subject)} goes up and asks for nothing, so it is shown as “requirements not known”. "
            )
            text += "Say what it asks for, or write 'none_needed' if that is known."
            yield Finding("step-asks-nothing", Severity.WARNING, subject, text)


def idle_waiver(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """A step that waives what neither its rows nor the step itself ask for."""
    for subject, step in list_sound_steps(catalogue):
        asked = _ever_asked(step, catalogue) if step.waives else set()
        waiver: Waiver
        for index, waiver in enumerate(step.waives):
            if waiver.requirement not in asked and waiver.requirement in catalogue.requirement_by_id:
                text = f"{label(subject)} waives {quoted(waiver.requirement)}, which it does not ask for. "
                where = inside(subject, "waives", index, "requirement")
                yield Finding("idle-waiver", Severity.WARNING, where, text + "Remove the waiver.")


def _ever_asked(step: Step, catalogue: Catalogue) -> set[str]:
    """Return what a step and the rows it carries ask for on any date."""
    asked = {*step.aspiration, *step.awareness, *step.attainment, *step.helps}
    asked.update(each for group in step.any_of for way in group for each in way.requirements)
    for attached in attached_entries(step, catalogue):
        entry = attached.entry
        asked.update(entry.requirements, entry.helps, *(way.requirements for way in entry.any_of))
    return asked
