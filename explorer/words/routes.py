"""Whole routes in sentences: where they go, what they cost, and how one differs from another."""

from __future__ import annotations

from explorer.words.amounts import (
    bare_months_in_words,
    clause,
    count_in_words,
    gain_in_words,
    half_units_in_words,
    list_in_words,
    sentence,
    time_in_words,
    with_article,
)
from explorer.words.names import in_a_sentence, position_name, start_name
from pathways.catalogue import Catalogue
from pathways.model import JobRole
from pathways.results import Figures, Route

NO_PROMISE = (
    "Meeting all of this does not promise a place or a job. "
    "Ask the college, the training provider or the employer before you count on it."
)

ARROW = " → "

MOST_NAMED = 4
"""A sentence that names more stops than this is hard to listen to."""


def route_path(route: Route, catalogue: Catalogue) -> str:
    """Return the titles along a route with arrows between, for headings and pictures."""
    return ARROW.join(position_name(each, catalogue) for each in route.positions)


def way_in_words(route: Route, catalogue: Catalogue) -> str:
    """Return the positions a route passes: "by Room supervisor to Nursery manager"."""
    between = [position_name(each, catalogue) for each in route.positions[1:-1]]
    if len(between) > MOST_NAMED:
        between = [*between[:2], f"{len(between) - 2} more stops"]
    goal = position_name(route.positions[-1], catalogue)
    return f"by {list_in_words(between)} to {goal}" if between else f"straight to {goal}"


def stops_in_words(route: Route, catalogue: Catalogue) -> str:
    """Return in few words what tells a route from others to the same goal: "by Room supervisor"."""
    between = [position_name(each, catalogue) for each in route.positions[1:-1]]
    if not between:
        return "straight there"
    rest = len(between) - 1
    return f"by {between[0]}" + (f" and {count_in_words(rest, 'more stop')}" if rest else "")


def start_and_way(route: Route, catalogue: Catalogue) -> str:
    """Return how a sentence about a route goes on: "starts from X (or 2 others) and goes by Y to Z"."""
    others = f" (or {count_in_words(len(route.also_from), 'other')})" if route.also_from else ""
    start = f"{start_name(route.start, catalogue)}{others}"
    return f"starts from {start} and goes {way_in_words(route, catalogue)}"


def way_with_figures(route: Route, catalogue: Catalogue, start: str) -> str:
    """Return how a sentence goes on: where a route goes, how long it takes, how much there is to gain.

    `start` is the start that was asked about, in words; it is not said again.
    """
    known = start_name(route.start, catalogue) == start
    way = f"goes {way_in_words(route, catalogue)}" if known else start_and_way(route, catalogue)
    return f"{way}: {figures_clause(route.figures)}"


def figures_clause(figures: Figures) -> str:
    """Return a route in numbers inside a sentence: "2 steps, about a year, and 4 things to gain"."""
    taken = "no set time" if figures.months == 0 else time_in_words(figures)
    if figures.steps == 1:
        return f"{taken}, and {gain_clause(figures)}"
    return f"{count_in_words(figures.steps, 'step')}, {taken}, and {gain_clause(figures)}"


def start_sentence(route: Route, catalogue: Catalogue) -> str:
    """Return where a route starts: a job that is done, or something that has been finished."""
    start = catalogue.position_by_id[route.start]
    if catalogue.rank(start.level) < 0:
        return f"You can start here with no qualifications ({in_a_sentence(start.title)})."
    if isinstance(start, JobRole):
        return f"You can start here if you work as {with_article(in_a_sentence(start.title))}."
    return f"You can start here with {start.title}."


def also_from_sentence(route: Route, catalogue: Catalogue, most: int = 3) -> str:
    """Return the other starts that share the route; empty where there is none."""
    names = [position_name(each, catalogue) for each in route.also_from]
    if len(names) > most:
        names = [*names[:most], f"{len(names) - most} more"]
    return f"The same route is open from {list_in_words(names, 'or')}." if names else ""


def figures_sentence(figures: Figures) -> str:
    """Return a route in numbers: steps, time, what is to gain, what has to be in place."""
    taken = f"It takes {count_in_words(figures.steps, 'step')} and {_how_long(figures)}."
    return f"{taken} {asks_sentence(figures)}"


def asks_sentence(figures: Figures) -> str:
    """Return what a route asks for in numbers: what is to gain, and what has to be in place."""
    return " ".join([gain_sentence(figures), *_further(figures)])


def gain_sentence(figures: Figures) -> str:
    """Return what is still to gain, without ever making what is not known look like nothing."""
    if figures.holes and not figures.to_gain:
        return "What it asks for is not fully known, so there may be things to gain."
    return f"There {'is' if figures.to_gain <= 2 else 'are'} {gain_clause(figures)}."


def gain_clause(figures: Figures) -> str:
    """Return what is still to gain inside a sentence: "at least 3 things to gain"."""
    if not figures.holes:
        return gain_in_words(figures.to_gain)
    return (
        f"at least {gain_in_words(figures.to_gain)}"
        if figures.to_gain
        else "an unknown number of things to gain"
    )


def _how_long(figures: Figures) -> str:
    """Return how long a route takes. Where every step is to a job, no course sets the time."""
    if figures.months != 0:
        return time_in_words(figures)
    if figures.steps == 1:
        return "no set time: you start when you get the job"
    return "no set time, because each step waits for a job and not for a course"


def holes_sentence(route: Route, catalogue: Catalogue) -> str:
    """Return what a route leaves open: steps that ask for things not known, and what is hard to come by."""
    said = []
    unknown = sum(not step.known for step in route.steps)
    if unknown:
        steps = "one of its steps" if unknown == 1 else f"{unknown} of its steps"
        said.append(f"What {steps} asks for is not known.")
    return " ".join([*said, hard_sentence(route, catalogue)]).strip()


def hard_sentence(route: Route, catalogue: Catalogue) -> str:
    """Return which hard attainments a route asks for that the learner does not hold; empty where none."""
    if not route.hard:
        return ""
    asked = list_in_words([f"“{clause(_hard_name(each, catalogue))}”" for each in route.hard])
    it = "it" if len(route.hard) == 1 else "them"
    return f"Check this first: {asked}. Nothing on this route gives {it}, and no short course does."


def _hard_name(hard: str, catalogue: Catalogue) -> str:
    """Return a hard attainment in words: a requirement, or a position that has to be held."""
    if hard in catalogue.requirement_by_id:
        return catalogue.requirement_by_id[hard].statement
    return position_name(hard, catalogue)


def difference_sentence(
    route: Route, other: Route, catalogue: Catalogue, named: str = "route 1", it: str = "it"
) -> str:
    """Return how a route differs from another, the best one as a rule, in time, steps and things to gain.

    `named` is what the other is called, and `it` the route: "way 1", "next step 3".
    """
    said = [
        *_months_apart(route.figures, other.figures),
        *_steps_apart(route.figures, other.figures),
        *_gain_apart(route, other),
    ]
    if route.figures.sector_changes != other.figures.sector_changes:
        changes = count_in_words(route.figures.sector_changes, "time")
        said.append(
            "never changes sector" if not route.figures.sector_changes else f"changes sector {changes}"
        )
    if route.start != other.start:
        said.append(f"starts from {start_name(route.start, catalogue)}")
    if not said and route.figures.months is None:
        as_much = f"{it} has as many steps as {named} and asks for as much"
        return sentence(f"{as_much}; how long they take is not fully known")
    if not said:
        return sentence(f"{it} takes as long as {named}, in as many steps, and asks for as much")
    return sentence(f"Compared with {named}, {it} {list_in_words(said)}")


def _further(figures: Figures) -> list[str]:
    said = []
    if figures.sector_changes:
        said.append(f"It changes sector {count_in_words(figures.sector_changes, 'time')}.")
    if figures.conditions:
        verb = "has" if figures.conditions == 1 else "have"
        said.append(
            f"{count_in_words(figures.conditions, 'thing')} outside your control {verb} to be in place."
        )
    return said


def _months_apart(figures: Figures, best: Figures) -> list[str]:
    if figures.months is None:
        return ["takes a time that is not fully known"] if best.months is not None else []
    if best.months is None:
        return [f"takes {time_in_words(figures)}, where the time of the other is not fully known"]
    if figures.months == best.months:
        return []
    apart = bare_months_in_words(abs(figures.months - best.months))
    return [f"takes about {apart} {'longer' if figures.months > best.months else 'less'}"]


def _steps_apart(figures: Figures, best: Figures) -> list[str]:
    apart = figures.steps - best.steps
    if not apart:
        return []
    if apart > 0:
        return [f"has {count_in_words(apart, 'more step', 'more steps')}"]
    return [f"has {count_in_words(-apart, 'step')} fewer"]


def _gain_apart(route: Route, other: Route) -> list[str]:
    apart = route.figures.to_gain - other.figures.to_gain
    if not apart:
        return []
    known = all(step.known for each in (route, other) for step in each.steps)
    asks = "asks for" if known else "asks, as far as is known, for"
    amount = half_units_in_words(abs(apart))
    thing = "thing" if abs(apart) <= 2 else "things"
    if amount == "half of one":
        return [f"{asks} half a thing {'more' if apart > 0 else 'less'}"]
    return [f"{asks} {amount} more {thing}" if apart > 0 else f"{asks} {amount} {thing} less"]
