"""How an answer begins: the one sentence that answers, and what was understood."""

from __future__ import annotations

from explorer.answers import LOWEST, Answer
from explorer.moves import Moves
from explorer.sector_overlap import SectorOverlap
from explorer.words import (
    PREFER_WORDS,
    day_in_words,
    held_name,
    jobs_sentence,
    limit_remarks,
    limits_in_words,
    list_in_words,
    next_steps_sentence,
    no_route_reason,
    pay_sentence,
    places_name,
    requirements_sentence,
    route_jobs_sentence,
    route_result_sentence,
    sentence,
    time_sentence,
)
from explorer.words.comparisons import comparison_sentences
from explorer.words.moves import moves_sentences
from explorer.words.transfer_answers import transfer_answer
from pathways.catalogue import Catalogue
from pathways.limits import NO_LIMITS
from pathways.places import Place
from pathways.questions import Focus, Intent, Understood
from pathways.results import NextStepsResult, RequirementsResult, RouteResult

INTENT_WORDS = {
    Intent.ROUTES: "routes",
    Intent.NEXT_STEPS: "next steps",
    Intent.REQUIREMENTS: "what is needed",
    Intent.TRANSFER: "a move to another sector",
    Intent.COMPARE: "a comparison of sectors",
}

LIMITS_ARE_FOR_ROUTES = (
    "What you asked to leave out, or to keep to, is looked at in routes and not in levels."
)

PAST = "Not every opening date is on record, so some things named here may be newer than this date."
"""Said of a day in the past: a thing without an opening date counts as open on every day."""


def opening(answer: Answer, catalogue: Catalogue) -> str:
    """Return the few sentences that answer the question, or say why there is no answer.

    What the question wants above all comes first, what its limits leave open comes last.
    """
    if answer.result is None:
        return answer.unsure.message if answer.unsure else ""
    limits = answer.understood.limits if answer.understood else NO_LIMITS
    remarks = limit_remarks(answer.routes, limits, catalogue)
    return " ".join(
        each for each in (_lead(answer, catalogue), _answered(answer, catalogue), *remarks) if each
    )


def _answered(answer: Answer, catalogue: Catalogue) -> str:
    start, goal = _ends(answer, catalogue)
    match answer.result:
        case RouteResult() as result:
            told = route_result_sentence(result, start, goal, catalogue)
            return f"{told} {transfer_answer(answer.re_entry, catalogue)}" if answer.re_entry else told
        case NextStepsResult() as result:
            limits = answer.understood.limits if answer.understood else NO_LIMITS
            return next_steps_sentence(result, start, catalogue, limits)
        case RequirementsResult() as result:
            return requirements_sentence(result, start, goal, catalogue)
        case Moves() as result:
            focus = answer.understood.focus if answer.understood else None
            told = moves_sentences(result, focus, catalogue)
            limited = answer.understood is not None and answer.understood.limits != NO_LIMITS
            return f"{told} {LIMITS_ARE_FOR_ROUTES}" if limited else told
        case SectorOverlap() as result:
            return comparison_sentences(result)
        case None:
            return ""


def _lead(answer: Answer, catalogue: Catalogue) -> str:
    """Return the sentence on what a question wants above all; empty where it names nothing."""
    start, _ = _ends(answer, catalogue)
    match answer.understood and answer.understood.focus, answer.result:
        case Focus.TIME, RouteResult() as result:
            return time_sentence((*result.routes, *result.also))
        case Focus.TIME, NextStepsResult() as result:
            return time_sentence(result.steps, "next step")
        case Focus.TIME, RequirementsResult() as result:
            return time_sentence(result.ways, "way")
        case Focus.JOBS, NextStepsResult() as result:
            return jobs_sentence(result.jobs, start, catalogue)
        case Focus.JOBS, _:
            return route_jobs_sentence(answer.routes, catalogue)
        case Focus.PAY, NextStepsResult() as result:
            return pay_sentence((each.position for each in result.jobs), catalogue)
        case Focus.PAY, RouteResult(goals=goals) | RequirementsResult(goals=goals):
            reached = (route.positions[-1] for route in answer.routes)
            return pay_sentence((*reached, *goals), catalogue)
    return ""


def refusal(answer: Answer, catalogue: Catalogue) -> str:
    """Return the one sentence that says why there is no route; empty where there is one."""
    start, goal = _ends(answer, catalogue)
    match answer.result:
        case RouteResult(no_route=no) | RequirementsResult(no_route=no) if no:
            return no_route_reason(no, start, goal, catalogue)
    return ""


def title(answer: Answer, catalogue: Catalogue) -> str:
    """Return the title of a page with this answer: the question, or the two places."""
    if answer.question:
        return answer.question
    start, goal = _ends(answer, catalogue)
    return f"Routes from {start} to {goal}"


def understood_sentence(answer: Answer, catalogue: Catalogue) -> str:
    """Return what the question was read as, with its notes; empty where it was not understood."""
    read = answer.understood
    if read is None:
        return ""
    start, goal = _ends(answer, catalogue)
    if read.intent is Intent.COMPARE:
        goal = "; ".join(places_name((place,), catalogue) for place in read.goal)
    asked = f"Asked: {_asked(read.intent, start, goal)}, as of {day_in_words(answer.as_of)}"
    if read.prefer and read.intent is Intent.ROUTES:
        asked += f", {PREFER_WORDS[read.prefer]}"
    asked += "".join(f", {each}" for each in limits_in_words(read.limits, catalogue))
    notes = [*_held(read, catalogue), *(sentence(note) for note in read.notes)]
    if _is_past(answer, catalogue):
        notes.append(PAST)
    return " ".join([sentence(asked), *notes])


def _asked(intent: Intent, start: str, goal: str) -> str:
    """Return what was asked, from where to where. What is left open is every other sector."""
    if intent is Intent.COMPARE:
        return f"{INTENT_WORDS[intent]}: {start}; {goal or 'every other'}"
    parts = [INTENT_WORDS[intent]]
    parts += [f"from {start}"] if start else []
    parts += [f"{'for' if intent is Intent.REQUIREMENTS else 'to'} {goal}"] if goal else []
    return " ".join(parts)


def _held(read: Understood, catalogue: Catalogue) -> list[str]:
    """Return what a question says is held or lacking, as it counts here."""
    said = (("Counted as yours", read.have), ("Counted as not yours", read.lack))
    return [
        f"{counted}: {list_in_words([held_name(each, catalogue) for each in ids])}."
        for counted, ids in said
        if ids
    ]


def _is_past(answer: Answer, catalogue: Catalogue) -> bool:
    """Say whether an answer is for a day before any of its sources was checked."""
    checked = [source.checked_on for source in catalogue.sources]
    return bool(checked) and answer.result is not None and answer.as_of < min(checked)


def _ends(answer: Answer, catalogue: Catalogue) -> tuple[str, str]:
    """Return the start and the goal in words. A start that was not said is no qualifications, or nothing."""
    read = answer.understood
    if read is None:
        return "", ""
    start = read.start
    if not start and not isinstance(answer.result, RequirementsResult) and answer.result is not None:
        start = (Place(level=LOWEST),)
    return places_name(start, catalogue), places_name(read.goal, catalogue)
