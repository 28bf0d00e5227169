"""The first sentences of an answer: how many routes and which is best, or why there is none."""

from __future__ import annotations

from collections.abc import Sequence

from explorer.words.amounts import (
    count_in_words,
    day_in_words,
    list_in_words,
    month_in_words,
    sentence,
)
from explorer.words.limits import limits_in_words, limits_reason
from explorer.words.names import position_in_full, position_name, start_name
from explorer.words.reasons import CONDITION_WORDS
from explorer.words.routes import figures_clause, gain_clause, way_with_figures
from pathways.catalogue import Catalogue
from pathways.limits import NO_LIMITS, Limits
from pathways.model import Evidence, Qualification
from pathways.results import (
    ClosedBecause,
    ClosedStep,
    NextStepsResult,
    NoRoute,
    NoRouteBecause,
    RequirementsResult,
    Route,
    RouteResult,
    SearchReport,
)

WORKED_OUT = (
    "No source tells of a step between these sectors. The step that joins them is worked out from what each "
    "level asks for, so check it with a college or an employer first."
)
"""Said of routes with a step that nobody recorded. Where one route has such a step, all have."""


def route_result_sentence(result: RouteResult, start: str, goal: str, catalogue: Catalogue) -> str:
    """Return the answer to a question for routes. `start` and `goal` are places in words."""
    if result.no_route:
        return " ".join(no_route_sentences(result, start, goal, catalogue))
    found = _how_many(len(result.routes), result.search)
    named = "The first" if len(result.routes) > 1 else "It"
    told = f"{found} from {start} to {goal}. {named} {way_with_figures(result.routes[0], catalogue, start)}."
    return f"{told} {WORKED_OUT}" if is_worked_out(result.routes[0]) else told


def is_worked_out(route: Route) -> bool:
    """Say whether a route takes a step that nobody recorded."""
    return any(step.step.citation.evidence is Evidence.INFERRED for step in route.steps)


def next_steps_sentence(
    result: NextStepsResult, start: str, catalogue: Catalogue, limits: Limits = NO_LIMITS
) -> str:
    """Return the answer to "what can I do next?"."""
    staying = " ".join(staying_sentences(result, catalogue))
    if not result.steps and result.left_out:
        kept = list_in_words(limits_in_words(limits, catalogue))
        many = count_in_words(result.left_out, "next step")
        verb = "is" if result.left_out == 1 else "are"
        return (
            f"There is no next step from {start} {kept}. Without that, there {verb} {many}. {staying}".strip()
        )
    if not result.steps:
        none = f"No next step from {start} is on record as open on {day_in_words(result.as_of)}."
        return f"{none} {staying}".strip()
    best = result.steps[0]
    goal = position_in_full(best.positions[-1], catalogue)
    many = count_in_words(len(result.steps), "next step")
    verb = "is" if len(result.steps) == 1 else "are"
    asks = "The one that asks for least leads" if len(result.steps) > 1 else "It leads"
    gain = gain_clause(best.figures)
    said = [f"There {verb} {many} from {start}. {asks} to {goal}: {gain}."]
    if result.left_out:
        more = count_in_words(result.left_out, "more is", "more are")
        said.append(f"{more[0].upper()}{more[1:]} not shown, because of what you asked to leave out.")
    return " ".join([*said, staying]).strip()


def staying_sentences(result: NextStepsResult, catalogue: Catalogue) -> tuple[str, ...]:
    """Return why staying is a good answer as well, where a source says so."""
    return tuple(
        f"Staying where you are is a good answer too. {sentence(staying.statement)}"
        for sector, level in result.staying
        for staying in catalogue.sector_by_id[sector].staying
        if staying.level == level
    )


def requirements_sentence(result: RequirementsResult, start: str, goal: str, catalogue: Catalogue) -> str:
    """Return the answer to "what do I need?". `start` is empty where none was named."""
    if result.no_route:
        return " ".join(no_route_sentences(result, start, goal, catalogue))
    if not result.ways:
        return f"No step to {goal} is on record as open on {day_in_words(result.as_of)}."
    best = result.ways[0]
    many = len(result.ways) > 1
    led = "The one that asks for least" if many else "It"
    found = f"There are {len(result.ways)} ways" if many else "There is one way"
    if start:
        return f"{found} from {start} to {goal}. {led} {way_with_figures(best, catalogue, start)}."
    here = start_name(best.start, catalogue)
    return f"{found} to get to {goal}. {led} is from {here}: {figures_clause(best.figures)}."


def no_route_sentences(
    result: RouteResult | RequirementsResult, start: str, goal: str, catalogue: Catalogue
) -> tuple[str, ...]:
    """Return why there is no route, what is nearest and what was closed. Nothing where there is a route."""
    no = result.no_route
    if no is None:
        return ()
    said = [no_route_reason(no, start, goal, catalogue)]
    if no.nearest:
        names = [
            f"{position_in_full(each.position, catalogue)} ({count_in_words(each.steps, 'step')} away)"
            for each in no.nearest
        ]
        wanted = _sectors(result.goals, catalogue)
        there = any(catalogue.position_by_id[each.position].sector in wanted for each in no.nearest)
        led = "The nearest you can get is" if there or not wanted else "What you can get to from there is"
        said.append(f"{led} {list_in_words(names, 'or')}.")
    said.extend(closed_sentence(each, catalogue) for each in no.closed)
    return tuple(said)


def _sectors(positions: Sequence[str], catalogue: Catalogue) -> set[str]:
    return {catalogue.position_by_id[each].sector for each in positions}


def closed_sentence(closed: ClosedStep, catalogue: Catalogue) -> str:
    """Return which step would have helped and why it is closed: "withdrawn; last certification July 2021"."""
    step = f"{position_name(closed.step.from_id, catalogue)} to {position_name(closed.step.to_id, catalogue)}"
    return f"The step from {step} would have helped, but it is {closed_in_words(closed, catalogue)}."


def closed_in_words(closed: ClosedStep, catalogue: Catalogue) -> str:
    """Return why a step is closed: "withdrawn; last certification July 2021"."""
    day = closed.date
    match closed.because:
        case ClosedBecause.WITHDRAWN:
            return f"withdrawn{_last_of(closed, catalogue)}"
        case ClosedBecause.STARTS_LATER:
            return f"not open yet; first start {month_in_words(day)}" if day else "not open yet"
        case ClosedBecause.NOT_OPEN_YET:
            return f"not open before {day_in_words(day)}" if day else "not open yet"
        case ClosedBecause.CLOSED:
            return f"closed since {day_in_words(day)}" if day else "closed"
        case ClosedBecause.NO_OPEN_ALTERNATIVE:
            return "closed: nothing that it accepts can still be started"


def search_sentence(search: SearchReport) -> str:
    """Return whether these are proven to be the best routes; empty where they are and there are no more."""
    if not search.complete:
        limit = f" ({search.stopped_because})" if search.stopped_because else ""
        return f"The search stopped at a limit{limit}, so there may be better routes than these."
    return "There are more routes than these." if search.more else ""


def _how_many(count: int, search: SearchReport) -> str:
    if search.more or not search.complete:
        return f"Here are {count} routes" if count > 1 else "Here is a route"
    return f"There are {count} routes" if count > 1 else "There is one route"


def no_route_reason(no: NoRoute, start: str, goal: str, catalogue: Catalogue) -> str:
    """Return why there is no route, in one sentence, or where limits stand in the way in a few."""
    asked = f"from {start} to {goal}" if start else f"to {goal}"
    match no.because:
        case NoRouteBecause.ALREADY_THERE:
            return f"You are already there: {start} is where you want to get to."
        case NoRouteBecause.NO_START:
            return f"Nothing on record starts from {start}, so there is no route {asked}."
        case NoRouteBecause.NO_GOAL:
            return f"Nothing on record is at {goal}, so there is no route {asked}."
        case NoRouteBecause.NO_PATH:
            return f"There is no route {asked}: no steps on record join the two."
        case NoRouteBecause.ONLY_CLOSED:
            return f"There is no route {asked} on this date: every way there is closed."
        case NoRouteBecause.TOO_MANY_STEPS:
            return _too_many_steps(no, asked)
        case NoRouteBecause.CONDITION:
            kinds = list_in_words([CONDITION_WORDS[kind] for kind in no.conditions], "or")
            return f"There is no route {asked} without {kinds}." if kinds else f"There is no route {asked}."
        case NoRouteBecause.LEAVES_SECTOR:
            return f"There is no route {asked} that stays in the sector. Routes that leave it were left out."
        case NoRouteBecause.LIMITS:
            return limits_reason(no, asked, catalogue)
        case NoRouteBecause.SEARCH_STOPPED:
            return f"No route {asked} was found before the search stopped. There may still be one."


def _too_many_steps(no: NoRoute, asked: str) -> str:
    if no.steps_needed is None:
        return f"Every route {asked} has more steps than the limit."
    shortest = count_in_words(no.steps_needed, "step")
    return f"Every route {asked} has more steps than the limit. The shortest has {shortest}."


def _last_of(closed: ClosedStep, catalogue: Catalogue) -> str:
    if closed.date is None:
        return ""
    end = catalogue.position_by_id[closed.step.to_id]
    certified = isinstance(end, Qualification) and end.last_certification == closed.date
    return f"; last {'certification' if certified else 'start'} {month_in_words(closed.date)}"
