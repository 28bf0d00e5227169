"""One step of a route, told as sentences: what it is, what it asks, what stands in its way."""

from __future__ import annotations

from explorer.words.amounts import (
    clause,
    day_in_words,
    list_in_words,
    months_in_words,
    sentence,
)
from explorer.words.names import level_name, position_in_full, position_name, sector_name
from explorer.words.reasons import CONDITION_WORDS, status_sentence
from pathways.catalogue import Catalogue
from pathways.learner import Status
from pathways.model import Activity, Condition, JobRole, Qualification, Waiver
from pathways.results import Assessed, AssessedAlternative, Direction, RouteStep

DIRECTION_WORDS = {
    Direction.UP: "a step up",
    Direction.SIDEWAYS: "a move at the same level",
    Direction.DOWN: "a step down",
}


def step_sentence(step: RouteStep, catalogue: Catalogue) -> str:
    """Return what a step is and how long it takes, as one or two sentences."""
    start = position_name(step.step.from_id, catalogue)
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
        return "It takes no set time: it waits for a job." if job else "It takes no set time."
    return f"It takes {months_in_words(step.months)}."


def unknown_sentences(step: RouteStep, catalogue: Catalogue) -> tuple[str, ...]:
    """Return what has to be said where a step asks for nothing: known, carried later, or not on record."""
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
    return tuple(said)


def any_of_sentences(
    group: tuple[AssessedAlternative, ...], catalogue: Catalogue, start: str
) -> tuple[str, ...]:
    """Return one sentence for each way to meet a group. The way that the route counts is marked."""
    return tuple(_alternative_sentence(each, catalogue, start) for each in group)


def condition_sentence(condition: Condition) -> str:
    """Return a condition with its dates."""
    parts = [sentence(condition.statement)]
    if condition.opens:
        parts.append(f"This holds from {day_in_words(condition.opens)}.")
    if condition.closes:
        parts.append(f"This holds until {day_in_words(condition.closes)}.")
    return " ".join(parts)


def condition_kind_in_words(condition: Condition) -> str:
    """Return the kind of a condition: "an employer's support"."""
    return CONDITION_WORDS[condition.kind]


def waiver_sentence(waiver: Waiver, catalogue: Catalogue) -> str:
    """Return what a step does not ask for, and why."""
    statement = clause(catalogue.requirement_by_id[waiver.requirement].statement)
    return f"It does not ask for “{statement}”. {sentence(waiver.reason)}"


def caution_sentence(step: RouteStep) -> str:
    """Return the warning that a step closes before the learner could arrive; empty where it does not."""
    if step.caution is None:
        return ""
    return f"Take care: this closes on {day_in_words(step.caution)}, which may be before you get this far."


def gives_sentences(step: RouteStep, catalogue: Catalogue) -> tuple[str, ...]:
    """Return what reaching the end of a step gives, beyond what the step asked for."""
    asked = {each.requirement for each in step.required}
    return tuple(
        sentence(catalogue.requirement_by_id[each].statement) for each in step.gives if each not in asked
    )


def activity_sentence(activity: Activity, who: str) -> str:
    """Return something that can be done about a requirement, and who does it."""
    return f"{sentence(activity.statement)} ({who})"


def still_to_gain(step: RouteStep) -> tuple[Assessed, ...]:
    """Return the requirements of a step that are not met, in order."""
    return tuple(each for each in step.required if each.status is not Status.MET)


def facts_sentence(step: RouteStep, catalogue: Catalogue) -> str:
    """Return what the place a step leads to is: its summary, reference, awarding body and pay."""
    position = catalogue.position_by_id[step.step.to_id]
    parts = [sentence(position.summary or "")]
    if isinstance(position, Qualification):
        known = [text for text in (position.awarding_body, position.reference) if text]
        if known:
            parts.append(sentence(f"Look for {list_in_words(known, 'and')}"))
    elif isinstance(position, JobRole) and position.salary:
        parts.append(sentence(f"Pay: {position.salary}"))
    return " ".join(part for part in parts if part)


def _alternative_sentence(each: AssessedAlternative, catalogue: Catalogue, start: str) -> str:
    if each.position:
        said = [f"{position_name(each.position, catalogue)}.", status_sentence(each, catalogue, start)]
    elif each.requirements:
        statements = [catalogue.requirement_by_id[one.requirement].statement for one in each.requirements]
        said = [sentence(statement) for statement in statements]
        reasons = list(dict.fromkeys(_short_status(one, catalogue, start) for one in each.requirements))
        said.append(sentence("; ".join(reasons)))
    else:
        said = ["Nothing further."]
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
