"""An answer as an outline of headings, paragraphs and bullets, which text and Markdown are made from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from explorer.answers import Answer
from explorer.formats.moving_outline import comparison_blocks, moves_blocks
from explorer.formats.openings import opening, understood_sentence
from explorer.formats.outline_steps import Block, Bullet, Heading, Paragraph, list_sources, step_blocks
from explorer.moves import Moves
from explorer.sector_overlap import SectorOverlap
from explorer.words import (
    NO_PROMISE,
    also_from_sentence,
    asks_sentence,
    closed_sentence,
    difference_sentence,
    figures_sentence,
    holes_sentence,
    list_in_words,
    list_label_words,
    position_in_full,
    position_name,
    route_path,
    search_sentence,
    source_in_full,
    start_name,
    start_sentence,
    stay_sentence,
    step_sentence,
    step_time_sentence,
    stops_in_words,
)
from pathways.catalogue import Catalogue
from pathways.questions import Unsure
from pathways.results import ClosedStep, NextStepsResult, RequirementsResult, Route, RouteResult


class Told(Enum):
    """What tells the routes of an answer apart."""

    START = "start"
    STOPS = "stops"
    GOAL = "goal"


@dataclass(frozen=True, slots=True)
class Names:
    """What routes are called in an answer, and what tells them apart."""

    word: str
    told_by: Told

    @classmethod
    def of(cls, word: str, routes: Sequence[Route]) -> Names:
        """Tell routes by their goals, or where they share one goal, by the stops or the starts."""
        if len({route.positions[-1] for route in routes}) > 1:
            return cls(word, Told.GOAL)
        return cls(word, Told.START if all(len(route.steps) == 1 for route in routes) else Told.STOPS)


def outline(answer: Answer, catalogue: Catalogue, full: bool = False) -> tuple[Block, ...]:
    """Return an answer as blocks: the answer itself, the best route in full, the others in short.

    `full` tells every route in full, with the source of each requirement and every activity.
    """
    return tuple(_blocks(answer, catalogue, full))


def _blocks(answer: Answer, catalogue: Catalogue, full: bool) -> Iterator[Block]:
    yield Paragraph(opening(answer, catalogue))
    if answer.unsure:
        yield from choice_blocks(answer.unsure)
        return
    yield Paragraph(understood_sentence(answer, catalogue))
    match answer.result:
        case RouteResult() as result:
            yield from _routes(result.routes, "Route", catalogue, full)
            yield from _also(result, catalogue)
            yield from _closed(answer.closed, catalogue)
            if search_sentence(result.search) and result.routes:
                yield Paragraph(search_sentence(result.search))
            told = result.routes
        case RequirementsResult() as result:
            yield from _routes(result.ways, "Way", catalogue, full)
            told = result.ways
        case NextStepsResult() as result:
            yield from _routes(result.steps, "Next step", catalogue, full)
            yield from _closed(answer.closed, catalogue)
            told = result.steps
        case Moves() as result:
            yield from moves_blocks(result, catalogue, full)
            return
        case SectorOverlap() as result:
            yield from comparison_blocks(result)
            return
        case None:
            return
    if told:
        yield Paragraph(NO_PROMISE)
        yield from _sources(told if full else told[:1], catalogue)


def choice_blocks(unsure: Unsure) -> Iterator[Block]:
    """Yield what could be asked instead."""
    if unsure.choices:
        yield Paragraph("You could ask:")
    for each in unsure.choices:
        yield Bullet(f"{each.label}: “{each.question}”")


def _routes(routes: Sequence[Route], word: str, catalogue: Catalogue, full: bool) -> Iterator[Block]:
    names = Names.of(word, routes)
    for rank, route in enumerate(routes, 1):
        yield Heading(2, _title(rank, route, names, catalogue))
        if full or rank == 1:
            yield from _in_full(route, catalogue, full)
        else:
            yield from _in_short(route, routes[0], names, catalogue)


def _title(rank: int, route: Route, names: Names, catalogue: Catalogue) -> str:
    labels = list_label_words(route, catalogue)
    best_at = f" ({list_in_words(labels)})" if labels else ""
    match names.told_by:
        case Told.START:
            named = f"from {start_name(route.start, catalogue)}"
        case Told.STOPS:
            named = stops_in_words(route, catalogue)
        case Told.GOAL:
            named = f"to {position_name(route.positions[-1], catalogue)}"
    return f"{names.word} {rank}: {named}{best_at}"


def _in_full(route: Route, catalogue: Catalogue, full: bool) -> Iterator[Block]:
    alone = len(route.steps) == 1
    said = [
        step_sentence(route.steps[0], catalogue) if alone else start_sentence(route, catalogue),
        also_from_sentence(route, catalogue),
        asks_sentence(route.figures) if alone else figures_sentence(route.figures),
        holes_sentence(route, catalogue),
    ]
    yield Paragraph(" ".join(each for each in said if each))
    for number in range(1, len(route.steps) + 1):
        if not alone:
            step = route.steps[number - 1]
            yield Heading(3, f"Step {number}: {position_name(step.step.to_id, catalogue)}")
            stay = stay_sentence(step, route.steps[number:], catalogue)
            yield Paragraph(f"{step_sentence(step, catalogue)} {stay}".strip())
        yield from step_blocks(number, route, catalogue, full)


def _in_short(route: Route, best: Route, names: Names, catalogue: Catalogue) -> Iterator[Block]:
    alone = len(route.steps) == 1
    said = [
        step_sentence(route.steps[0], catalogue) if alone else start_sentence(route, catalogue),
        asks_sentence(route.figures) if alone else figures_sentence(route.figures),
        "" if alone else difference_sentence(route, best, catalogue, f"{names.word.lower()} 1"),
        holes_sentence(route, catalogue),
    ]
    yield Paragraph(" ".join(each for each in said if each))
    for number, step in enumerate(route.steps if not alone else (), 1):
        end = position_in_full(step.step.to_id, catalogue)
        stay = stay_sentence(step, route.steps[number:], catalogue)
        yield Bullet(f"Step {number}: {end}. {step_time_sentence(step, catalogue)} {stay}".strip())


def _also(result: RouteResult, catalogue: Catalogue) -> Iterator[Block]:
    if not result.also or not result.routes:
        return
    yield Heading(2, "Worth knowing as well")
    for route in result.also:
        labels = list_in_words(list_label_words(route, catalogue))
        told = f"{route_path(route, catalogue)}. {figures_sentence(route.figures)}"
        yield Bullet(f"The {labels}: {told}" if labels else told)


def _closed(closed: Sequence[ClosedStep], catalogue: Catalogue) -> Iterator[Block]:
    if closed:
        yield Heading(2, "Closed on this date")
    for each in closed:
        yield Bullet(closed_sentence(each, catalogue))


def _sources(routes: Sequence[Route], catalogue: Catalogue) -> Iterator[Block]:
    cited = [source for route in routes for step in route.steps for source in list_sources(step, catalogue)]
    yield Heading(2, "Sources")
    for source in dict.fromkeys(cited):
        yield Bullet(source_in_full(source, catalogue))
