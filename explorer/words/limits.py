"""Limits on routes in words: what was asked for, what it leaves open, and why it leaves no route."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from explorer.words.amounts import bare_months_in_words, count_in_words, list_in_words
from explorer.words.names import held_name, in_a_sentence, place_name, position_name, start_name
from explorer.words.reasons import CONDITION_WORDS
from explorer.words.routes import way_with_figures
from pathways.catalogue import Catalogue
from pathways.limits import Limits, Study
from pathways.results import NoRoute, Route
from pathways.teaching import Taught

STUDY_WORDS = {
    Study.PART_TIME: "studying part time",
    Study.WHILE_WORKING: "studying while working",
}

_WHERE_UNKNOWN = "Where part of the time of a route is not known,"
MOST_NAMED = 2


def limits_in_words(limits: Limits, catalogue: Catalogue) -> tuple[str, ...]:
    """Return each limit as a clause: "with no degree", "within 2 years", "studying part time"."""
    said = []
    if limits.avoid:
        names = [place_name(place, catalogue) for place in limits.avoid]
        said.append(f"leaving out {list_in_words(names)}")
    if limits.avoid_types:
        said.append(f"with {list_in_words([f'no {in_a_sentence(each)}' for each in limits.avoid_types])}")
    if limits.within_months:
        said.append(f"within {_exactly(limits.within_months)}")
    if limits.study:
        said.append(STUDY_WORDS[limits.study])
    return tuple(said)


def limit_remarks(routes: Sequence[Route], limits: Limits, catalogue: Catalogue) -> tuple[str, ...]:
    """Return what limits leave open on routes: time that is not known, teaching that is not on record."""
    said = []
    if limits.within_months and any(route.figures.months is None for route in routes):
        where = "Part of the time is not known, so" if len(routes) == 1 else _WHERE_UNKNOWN
        said.append(f"{where} it may take longer than {_exactly(limits.within_months)}.")
    unknown = dict.fromkeys(
        step.step.to_id for route in routes for step in route.steps if step.taught is Taught.UNKNOWN
    )
    if unknown:
        names = _some([position_name(each, catalogue) for each in unknown])
        verb = "is" if len(unknown) == 1 else "are"
        said.append(f"How {names} {verb} taught is not on record: ask the provider.")
    return tuple(said)


def limits_reason(no: NoRoute, asked: str, catalogue: Catalogue) -> str:
    """Return why limits leave no route, and what there is without them. `asked` is "from A to B"."""
    limits, route = no.limits, no.instead
    said = [f"There is no route {asked} {list_in_words(limits_in_words(limits, catalogue))}."]
    if route is None:
        return said[0]
    if route.positions[-1] in no.through and not limits.study:
        said.append(f"{position_name(route.positions[-1], catalogue)} is what you asked to leave out.")
        return " ".join(said)
    if limits.within_months:
        said.append(_too_long(route, limits.within_months))
    if limits.study and no.through:
        names = list_in_words([position_name(each, catalogue) for each in no.through])
        said.append(f"{names} {'is' if len(no.through) == 1 else 'are'} taught full time.")
    if no.asks:
        asks = list_in_words([held_name(each, catalogue) for each in no.asks])
        said.append(f"Without what you left out, nobody comes to meet {asks}.")
    without = "that limit" if len(limits.named) == 1 else "those limits"
    said.append(f"Without {without} there is one that {_way(route, catalogue)}{_depends(no)}.")
    return " ".join(said)


def _way(route: Route, catalogue: Catalogue) -> str:
    return way_with_figures(route, catalogue, start_name(route.start, catalogue))


def _too_long(route: Route, within: int) -> str:
    months = route.figures.months
    if months is None:
        least = count_in_words(route.figures.months_at_least, "month")
        return f"The shortest known route takes at least {least}, not {within}."
    return f"The shortest known route takes {count_in_words(months, 'month')}, not {within}."


def _depends(no: NoRoute) -> str:
    """Return what else that route needs which the question rules out."""
    said = []
    if no.conditions:
        said.append(f"it depends on {list_in_words([CONDITION_WORDS[kind] for kind in no.conditions])}")
    if no.steps_needed:
        said.append("it has more steps than the limit")
    return f"; {list_in_words(said)}" if said else ""


def _exactly(months: int) -> str:
    years, rest = divmod(months, 12)
    return count_in_words(months, "month") if rest else bare_months_in_words(12 * years)


def _some(names: Iterable[str]) -> str:
    every = list(names)
    if len(every) > MOST_NAMED + 1:
        every = [*every[:MOST_NAMED], f"{len(every) - MOST_NAMED} more"]
    return list_in_words(every)
