"""One step of a route, told as sentences: what it is, what it asks, what has to be in place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from explorer.words.amounts import (
    bare_months_in_words,
    clause,
    day_in_words,
    list_in_words,
    months_in_words,
    sentence,
)
from explorer.words.names import level_name, position_in_full, position_name, sector_name, start_name
from explorer.words.pay import find_pay, pay_in_words
from explorer.words.reasons import ACTOR_WORDS, judgement_remark, status_sentence
from pathways.catalogue import Catalogue
from pathways.learner import Basis, Status
from pathways.model import Activity, Condition, Evidence, JobRole, Kind, Qualification, Requirement, Waiver
from pathways.results import Assessed, AssessedAlternative, Direction, RouteStep
from pathways.teaching import Taught

DIRECTION_WORDS = {
    Direction.UP: "a step up",
    Direction.SIDEWAYS: "a move at the same level",
    Direction.DOWN: "a step down",
}


COUNTED = " This is the way that is counted here."


def step_sentence(step: RouteStep, catalogue: Catalogue) -> str:
    """Return what a step is and how long it takes, as one or two sentences."""
    start = start_name(step.step.from_id, catalogue)
    end = position_in_full(step.step.to_id, catalogue)
    moved = f", and into another sector, {_sector_of(step, catalogue)}" if step.transfer else ""
    what = f"This is {DIRECTION_WORDS[step.direction]}{moved}."
    return f"From {start} to {end}. {what} {step_time_sentence(step, catalogue)}"


def step_time_sentence(step: RouteStep, catalogue: Catalogue) -> str:
    """Return how long a step takes."""
    if step.months is None:
        return "How long it takes is not known."
    if step.months == 0:
        job = isinstance(catalogue.position_by_id[step.step.to_id], JobRole)
        return "It takes no set time: you start when you get the job." if job else "It takes no set time."
    return f"It takes {months_in_words(step.months)}."


def unknown_sentences(step: RouteStep, catalogue: Catalogue) -> tuple[str, ...]:
    """Return what has to be said where a step asks for nothing: known, carried later, or not on record.

    Where the question limits how to study, also that it is not on record how the step is taught.
    """
    said = [sentence(statement) for statement in step.none_needed]
    within = _row_within(step, catalogue)
    if within:
        at, into = (level_name(level, catalogue) for level in within)
        said.append(
            f"This step lies on the way from {at} to {into}. What that climb asks for is counted "
            f"when you reach {into}, not here."
        )
    if not step.known:
        said.append("What this step asks for is not known, which does not mean that it asks for nothing.")
    if step.taught is Taught.UNKNOWN:
        said.append("How it is taught is not on record: ask the provider.")
    return tuple(said)


def any_of_sentences(
    group: tuple[AssessedAlternative, ...], catalogue: Catalogue, start: str
) -> tuple[str, ...]:
    """Return one sentence for each way to meet a group. Where none is met, the one counted is marked."""
    met = any(each.status is Status.MET for each in group)
    marked = len(group) > 1 and not met
    return tuple(
        _alternative_sentence(each, catalogue, start) + (COUNTED if marked and each.chosen else "")
        for each in group
    )


def condition_sentence(condition: Condition) -> str:
    """Return a condition that is in force, with the day it ends unless it names that day itself."""
    said = sentence(condition.statement)
    if condition.closes is None or day_in_words(condition.closes) in said:
        return said
    return f"{said} This holds until {day_in_words(condition.closes)}."


def waiver_sentence(waiver: Waiver, catalogue: Catalogue) -> str:
    """Return what a step does not ask for, and why."""
    return waivers_sentences((waiver,), catalogue)[0]


def waivers_sentences(waivers: Sequence[Waiver], catalogue: Catalogue) -> tuple[str, ...]:
    """Return what a step does not ask for, said once for all that share a reason."""
    by_reason: dict[str, list[str]] = {}
    for waiver in waivers:
        statement = clause(catalogue.requirement_by_id[waiver.requirement].statement)
        by_reason.setdefault(waiver.reason, []).append(f"“{statement}”")
    return tuple(
        f"It does not ask for {list_in_words(statements, 'or')}. {sentence(reason)}"
        for reason, statements in by_reason.items()
    )


def caution_sentence(step: RouteStep) -> str:
    """Return the warning that a step closes before the learner could arrive; empty where it does not."""
    if step.caution is None:
        return ""
    return f"Take care: this closes on {day_in_words(step.caution)}, which may be before you get this far."


def gives_sentences(step: RouteStep, catalogue: Catalogue) -> tuple[str, ...]:
    """Return what reaching the end of a step gives, beyond what the step asked for."""
    asked = {each.requirement for each in step.required}
    given = (catalogue.requirement_by_id[each] for each in step.gives if each not in asked)
    return tuple(sentence(each.statement) + _after(each) for each in given)


def paves_sentences(step: RouteStep, later: Sequence[RouteStep], catalogue: Catalogue) -> tuple[str, ...]:
    """Return what reaching the end of a step gives that one of the later steps asks for."""
    return tuple(sentence(each.statement) + _after(each) for each in _paves(step, later, catalogue))


def stay_sentence(step: RouteStep, later: Sequence[RouteStep], catalogue: Catalogue) -> str:
    """Return how long to stay where a step leads, because a later step asks for that time; empty if none."""
    asked = (each.holding.months for each in _paves(step, later, catalogue) if each.holding)
    months = max((each for each in asked if each), default=0)
    return f"Stay there for {bare_months_in_words(months)}: a later step asks for it." if months else ""


def _paves(step: RouteStep, later: Sequence[RouteStep], catalogue: Catalogue) -> list[Requirement]:
    asked = {
        each.requirement
        for following in later
        for each in (*following.required, *_ways_of(following))
        if each.basis is Basis.GIVEN and each.by == step.step.to_id
    }
    return [catalogue.requirement_by_id[each] for each in step.gives if each in asked]


def is_settled(group: tuple[AssessedAlternative, ...]) -> bool:
    """Say whether a group asks for nothing any more, since the step waives all of one way."""
    return any(not each.requirements and not each.position for each in group)


def kind_of_group(group: tuple[AssessedAlternative, ...]) -> Kind:
    """Return which kind of thing a group of alternatives asks for; a position to hold is an attainment."""
    return next((one.kind for each in group for one in each.requirements), Kind.ATTAINMENT)


def _ways_of(step: RouteStep) -> Iterator[Assessed]:
    return (each for group in step.any_of for way in group for each in way.requirements)


def _after(requirement: Requirement) -> str:
    """Say how long a position has to be held before it gives what asks for time in it."""
    months = requirement.holding.months if requirement.holding else None
    return f" This comes after {bare_months_in_words(months)}." if months else ""


def activity_sentence(activity: Activity) -> str:
    """Return something that can be done about a requirement, and who does it."""
    return f"What {ACTOR_WORDS[activity.who]} can do: {sentence(activity.statement)}"


def facts_sentence(step: RouteStep, catalogue: Catalogue) -> str:
    """Return what the place a step leads to is: its summary, reference, awarding body and pay."""
    position = catalogue.position_by_id[step.step.to_id]
    parts = [sentence(position.summary or "")]
    if isinstance(position, Qualification):
        if position.awarding_body:
            parts.append(f"It is awarded by {position.awarding_body}.")
        if position.reference:
            parts.append(f"Its reference is {position.reference}.")
    if find_pay(position.id, catalogue):
        parts.append(sentence(f"Pay: {pay_in_words(position.id, catalogue)}"))
    if isinstance(position, JobRole) and position.citation.evidence is Evidence.EDITORIAL:
        parts.append("Its level is our judgement.")
    return " ".join(part for part in parts if part)


def _alternative_sentence(each: AssessedAlternative, catalogue: Catalogue, start: str) -> str:
    if each.position:
        said = [f"{position_name(each.position, catalogue)}.", status_sentence(each, catalogue, start)]
    elif each.requirements:
        statements = [catalogue.requirement_by_id[one.requirement].statement for one in each.requirements]
        said = [sentence(statement) for statement in statements]
        reasons = list(dict.fromkeys(_short_status(one, catalogue, start) for one in each.requirements))
        said.append(sentence("; ".join(reasons)))
        cited = (catalogue.requirement_by_id[one.requirement].citation for one in each.requirements)
        said.extend(remark for remark in dict.fromkeys(map(judgement_remark, cited)) if remark)
    else:
        said = ["Nothing is asked for."]
    if not each.open:
        said.append("This is no longer open to newcomers, so it serves only people who have it.")
    return " ".join(said)


def _short_status(assessed: Assessed, catalogue: Catalogue, start: str) -> str:
    return clause(status_sentence(assessed, catalogue, start))


def _sector_of(step: RouteStep, catalogue: Catalogue) -> str:
    return sector_name(catalogue.position_by_id[step.step.to_id].sector, catalogue)


def _row_within(step: RouteStep, catalogue: Catalogue) -> tuple[str, str] | None:
    """Return the row a step up stands inside of without finishing it, as (at, into)."""
    start, end = (catalogue.position_by_id[each] for each in (step.step.from_id, step.step.to_id))
    matrix = catalogue.sector_by_id[end.sector].matrix
    if step.rows or step.direction is not Direction.UP or start.sector != end.sector or matrix is None:
        return None
    low, high = catalogue.rank(start.level), catalogue.rank(end.level)
    for row in matrix.rows:
        if catalogue.rank(row.at) <= low and high < catalogue.rank(row.into):
            return row.at, row.into
    return None
