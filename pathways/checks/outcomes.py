"""Requirements: what each is about, and that two do not say the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pathways.catalogue import Catalogue
from pathways.checks.records import inside, list_records
from pathways.checks.references import list_references
from pathways.checks.wording import label, quoted
from pathways.model import ANYWHERE, Kind, Requirement
from pathways.notices import Finding, Severity, Subject

MOST_WORDS = 25
"""Of a statement. What is longer is two statements, or says how where it should say what."""


def concept_or_holding(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """A requirement with neither a concept nor a holding, or with both."""
    for subject, requirement in list_records(catalogue, "requirements"):
        if (requirement.concept is None) == (requirement.holding is None):
            both = "both a concept and a holding. Keep one of them."
            neither = "neither a concept nor a holding. Say what it is about."
            where = inside(subject, "concept")
            text = f"{label(subject)} has {both if requirement.concept else neither}"
            yield Finding("concept-or-holding", Severity.ERROR, where, text)


def holding_kind(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """A holding on something that is not an attainment."""
    for subject, requirement in list_records(catalogue, "requirements"):
        if requirement.holding and requirement.kind is not Kind.ATTAINMENT:
            text = (
                f"{label(subject)} is an {requirement.kind} with a holding; only an attainment can have one. "
            )
            text += "Give it a concept, or make it an attainment."
            yield Finding("holding-kind", Severity.ERROR, inside(subject, "holding"), text)


def empty_holding(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """A holding that nothing can meet."""
    for subject, requirement in list_records(catalogue, "requirements"):
        holding = requirement.holding
        if holding and not holding.positions and not holding.any_at:
            text = f"{label(subject)} has a holding that names nothing to hold. Add 'positions' or 'any_at'."
            yield Finding("empty-holding", Severity.ERROR, inside(subject, "holding"), text)


def idle_regulated(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """`regulated` where it has no effect: law asks for attainments."""
    for subject, requirement in list_records(catalogue, "requirements"):
        if requirement.regulated and requirement.kind is not Kind.ATTAINMENT:
            text = f"{label(subject)} is an {requirement.kind} and regulated, which only attainments can be. "
            yield Finding(
                "idle-regulated", Severity.WARNING, inside(subject, "regulated"), text + "Leave it out."
            )


def not_a_question(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """A question without a question mark."""
    for subject, requirement in list_records(catalogue, "requirements"):
        question = requirement.question.rstrip()
        if question and not any(mark in question for mark in "?？؟"):
            text = f"{label(subject)}: 'question' asks nothing: {quoted(question)}. "
            text += "Write what a learner can answer with yes, partly or no."
            yield Finding("not-a-question", Severity.WARNING, inside(subject, "question"), text)


def repeated_statement(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """Two requirements of one kind that say the same and share no concept."""
    first: dict[tuple[Kind, str], Requirement] = {}
    for subject, requirement in list_records(catalogue, "requirements"):
        said = " ".join(requirement.statement.casefold().split()).rstrip(".")
        other = first.setdefault((requirement.kind, said), requirement)
        if said and other is not requirement and not (other.concept and other.concept == requirement.concept):
            text = f"{label(subject)} says the same as {quoted(other.id)}. Use one, or give both one concept."
            where = Subject(subject.kind, subject.id, ("statement",))
            yield Finding("repeated-statement", Severity.WARNING, where, text)


def scope_elsewhere(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """A requirement that only counts in one sector, in the matrix of another or in a step outside it."""
    scopes = {each.id: each.scope for each in catalogue.requirements}
    for each in list_references(catalogue):
        if each.kind != "requirement" or each.subject.kind not in ("sector", "step"):
            continue
        scope, sectors = scopes.get(each.id, ANYWHERE), _sectors_of(each.subject, catalogue)
        if scope != ANYWHERE and scope not in sectors and scope in catalogue.sector_by_id:
            text = f"{label(each.subject)} asks for {quoted(each.id)}, which only counts in {quoted(scope)}. "
            text += "Widen its scope, or name another requirement."
            yield Finding("scope-elsewhere", Severity.WARNING, each.subject, text)


def _sectors_of(subject: Subject, catalogue: Catalogue) -> set[str]:
    if subject.kind == "sector":
        return {subject.id}
    step = catalogue.step_by_id[subject.id]
    ends = (catalogue.position_by_id.get(each) for each in (step.from_id, step.to_id))
    return {end.sector for end in ends if end}


def long_statement(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """A statement of more words than a reader takes in at once."""
    for subject, requirement in list_records(catalogue, "requirements"):
        words = len(requirement.statement.split())
        if words > MOST_WORDS:
            text = (
                f"{label(subject)}: 'statement' has {words} words; beyond {MOST_WORDS} a reader "
                "loses the thread. "
            )
            text += "Shorten it, or make two of it."
            yield Finding("long-statement", Severity.WARNING, inside(subject, "statement"), text)
