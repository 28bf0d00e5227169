"""Statuses, the reasons for them, labels, kinds and sources, in words."""

from __future__ import annotations

from explorer.words.amounts import bare_months_in_words, clause, day_in_words, published_in_words, sentence
from explorer.words.names import level_in_sector, position_name, sector_name
from pathways.catalogue import Catalogue
from pathways.learner import Basis, Status
from pathways.model import Actor, Citation, ConditionKind, Evidence, Kind
from pathways.results import Assessed, AssessedAlternative, Label, Prefer, Route

KIND_WORDS = {
    Kind.ASPIRATION: "What you need to want",
    Kind.AWARENESS: "What you need to know",
    Kind.ATTAINMENT: "What you need to have",
}

STATUS_WORDS = {
    Status.MET: "already so",
    Status.PARTLY: "partly so",
    Status.NOT_MET: "not yet",
    Status.NOT_ASKED: "not asked yet",
}

LABEL_WORDS = {
    Label.LEAST_TO_GAIN: "least new to learn",
    Label.FEWEST_STEPS: "fewest steps",
    Label.QUICKEST: "quickest",
    Label.BALANCED: "a balance of time, steps and new things",
    Label.STAYS_IN_SECTOR: "stays in the sector",
}

PREFER_WORDS = {
    Prefer.LEAST_TO_GAIN: "least new to learn first",
    Prefer.FEWEST_STEPS: "fewest steps first",
    Prefer.QUICKEST: "quickest first",
    Prefer.STAY_IN_SECTOR: "staying in the sector",
}

CONDITION_WORDS = {
    ConditionKind.VACANCY: "a vacancy",
    ConditionKind.EMPLOYER_SUPPORT: "an employer's support",
    ConditionKind.FUNDING: "funding",
    ConditionKind.REGULATION: "rules that others set",
    ConditionKind.COST: "cost",
    ConditionKind.STUDY_MODE: "how it is taught",
    ConditionKind.AGE: "age",
    ConditionKind.PLACE: "where it is offered",
}

ACTOR_WORDS = {
    Actor.PROVIDER: "your college or training provider",
    Actor.EMPLOYER: "your employer",
    Actor.LEARNER: "you",
    Actor.ADVISER: "your adviser",
}

EVIDENCE_WORDS = {
    Evidence.STATUTORY: "the law or a regulator",
    Evidence.AWARDING_BODY: "an awarding body",
    Evidence.PUBLISHED: "a published source",
    Evidence.PROVIDER: "a provider says so",
    Evidence.EDITORIAL: "our judgement",
    Evidence.INFERRED: "worked out by our software",
}


def because(assessed: Assessed | AssessedAlternative, catalogue: Catalogue, start: str) -> str:
    """Return why a requirement has its status: "given by Room supervisor", "your answer", "not asked yet".

    `start` is the position id that the route starts from.
    """
    by = assessed.by or ""
    match assessed.basis:
        case Basis.START if (months := _months_asked(assessed, catalogue)) and by in catalogue.position_by_id:
            time = bare_months_in_words(months)
            return f"assumed from {position_name(by, catalogue)}, so check that it has lasted {time}"
        case Basis.GIVEN | Basis.START if by in catalogue.position_by_id:
            return f"given by {position_name(by, catalogue)}"
        case Basis.GAINED if by in catalogue.step_by_id:
            reached = catalogue.step_by_id[by].to_id
            return f"gained earlier on this route, on the way to {position_name(reached, catalogue)}"
        case Basis.GAINED:
            return "gained earlier on this route"
        case Basis.ANSWER:
            return "your answer"
        case Basis.ASSUMED:
            position = catalogue.position_by_id[start]
            return f"assumed from {level_in_sector(position.level, position.sector, catalogue)}"
        case Basis.SIMILAR if by in catalogue.requirement_by_id:
            return f"you have something like it: {clause(catalogue.requirement_by_id[by].statement)}"
        case Basis.GIVEN | Basis.START:
            return "given by where you start"
        case _:
            return STATUS_WORDS[assessed.status]


def _months_asked(assessed: Assessed | AssessedAlternative, catalogue: Catalogue) -> int | None:
    """Return how long a requirement asks for. Being at a position does not show how long one has been."""
    if isinstance(assessed, AssessedAlternative):
        return None
    requirement = catalogue.requirement_by_id.get(assessed.requirement)
    return requirement.holding.months if requirement and requirement.holding else None


def status_sentence(assessed: Assessed | AssessedAlternative, catalogue: Catalogue, start: str) -> str:
    """Return the status with its reason: "Already so: given by Room supervisor."."""
    if assessed.basis is Basis.UNKNOWN:
        return sentence(STATUS_WORDS[assessed.status])
    return sentence(f"{STATUS_WORDS[assessed.status]}: {because(assessed, catalogue, start)}")


def requirement_sentence(assessed: Assessed, catalogue: Catalogue, start: str) -> str:
    """Return a requirement, how long it takes where time counts, and how well it is met."""
    requirement = catalogue.requirement_by_id[assessed.requirement]
    parts = [sentence(requirement.statement)]
    if requirement.holding and requirement.holding.months and assessed.status is not Status.MET:
        parts.append(f"This takes {bare_months_in_words(requirement.holding.months)}.")
    if requirement.regulated:
        parts.append("The law or a regulator asks for this.")
    parts += [status_sentence(assessed, catalogue, start), judgement_remark(requirement.citation)]
    return " ".join(part for part in parts if part)


def help_sentence(assessed: Assessed, catalogue: Catalogue) -> str:
    """Return something that helps and is not asked for, and whether it is there already."""
    requirement = catalogue.requirement_by_id[assessed.requirement]
    parts = [sentence(requirement.statement)]
    if assessed.status is Status.MET:
        parts.append(sentence(STATUS_WORDS[Status.MET]))
    return " ".join([*parts, judgement_remark(requirement.citation)]).strip()


def label_words(label: Label, catalogue: Catalogue, route: Route) -> str:
    """Return what a route is best at: "quickest", "least new to learn", "stays in childcare"."""
    if label is Label.STAYS_IN_SECTOR:
        return f"stays in {sector_name(catalogue.position_by_id[route.positions[-1]].sector, catalogue)}"
    return LABEL_WORDS[label]


def list_label_words(route: Route, catalogue: Catalogue) -> tuple[str, ...]:
    """Return all labels of a route in words."""
    return tuple(label_words(label, catalogue, route) for label in route.labels)


def source_sentence(citation: Citation, catalogue: Catalogue) -> str:
    """Return where a fact is known from. Our own judgement and what was computed are said to be that."""
    source = catalogue.source_by_id[citation.source]
    place = f"{source.title}, {citation.locator}" if citation.locator else source.title
    note = sentence(citation.note or "")
    match citation.evidence:
        case Evidence.EDITORIAL if citation.source == Evidence.EDITORIAL:
            return f"This is our judgement. {note}".strip()
        case Evidence.EDITORIAL:
            return f"This is our judgement, resting on {sentence(place)} {note}".strip()
        case Evidence.INFERRED:
            return f"This was worked out by our software from {sentence(place)} {note}".strip()
        case _:
            return f"Source: {sentence(place)} {note}".strip()


def judgement_remark(citation: Citation) -> str:
    """Return a remark for what is our judgement, or was worked out by software; empty for all else."""
    match citation.evidence:
        case Evidence.EDITORIAL:
            return "(This is our judgement.)"
        case Evidence.INFERRED:
            return "(This was worked out by our software.)"
        case _:
            return ""


def source_in_full(source: str, catalogue: Catalogue) -> str:
    """Return a source with publisher, date, licence and the day it was last checked."""
    found = catalogue.source_by_id[source]
    checked = f"Last checked on {day_in_words(found.checked_on)}."
    parts = [f"{found.title}. {found.publisher}, {published_in_words(found.date)}.", checked]
    if found.licence:
        parts.append(sentence(f"Licence: {found.licence}"))
    if found.url:
        parts.append(found.url)
    if found.note:
        parts.append(sentence(found.note))
    return " ".join(parts)
