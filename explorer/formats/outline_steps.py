"""One step of a route as an outline: what it is, what it asks, what has to be in place, its source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from explorer.words import (
    KIND_WORDS,
    activity_sentence,
    any_of_sentences,
    caution_sentence,
    condition_sentence,
    facts_sentence,
    gives_sentences,
    help_sentence,
    is_settled,
    kind_of_group,
    paves_sentences,
    requirement_sentence,
    source_sentence,
    unknown_sentences,
    waivers_sentences,
)
from pathways.catalogue import Catalogue
from pathways.learner import Status
from pathways.model import Activity, Actor, Kind
from pathways.results import Assessed, Route, RouteStep


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` 1 is the largest."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullet:
    """One item of a list; `depth` 0 is the outermost."""

    text: str
    depth: int = 0


Block = Heading | Paragraph | Bullet


def step_blocks(number: int, route: Route, catalogue: Catalogue, full: bool) -> Iterator[Block]:
    """Yield what one step of a route is and asks for; the first is number 1.

    `full` adds the source of each requirement, every activity, and all that the step gives.
    """
    step, start = route.steps[number - 1], route.start
    if facts_sentence(step, catalogue):
        yield Paragraph(facts_sentence(step, catalogue))
    if step.caution:
        yield Paragraph(caution_sentence(step))
    for each in unknown_sentences(step, catalogue):
        yield Paragraph(each)
    told: set[str] = set()
    for kind in Kind:
        yield from _needed(kind, step, start, catalogue, None if full else told)
    yield from _list("What helps, but is not asked for:", _helps(step, catalogue))
    waived = waivers_sentences(step.waives, catalogue)
    yield from _list("What this step lets you off:", waived)
    conditions = tuple(condition_sentence(each) for each in step.conditions)
    yield from _list("What has to be in place, and is not up to you:", conditions)
    if full:
        yield from _list("What it gives you:", gives_sentences(step, catalogue))
    else:
        later = paves_sentences(step, route.steps[number:], catalogue)
        yield from _list("What it gives you that a later step asks for:", later)
    yield Paragraph(source_sentence(step.step.citation, catalogue))


def list_sources(step: RouteStep, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the ids of the sources behind a step and what it asks for, each once."""
    ways = (one for group in step.any_of for each in group for one in each.requirements)
    asked = (catalogue.requirement_by_id[each.requirement] for each in (*step.required, *ways))
    cited = (step.step.citation.source, *(requirement.citation.source for requirement in asked))
    return tuple(dict.fromkeys(cited))


def _needed(
    kind: Kind, step: RouteStep, start: str, catalogue: Catalogue, told: set[str] | None
) -> Iterator[Block]:
    """Yield what a step asks for of one kind. `told` are activities not to tell again; None tells all."""
    asked = [each for each in step.required if each.kind is kind]
    groups = [group for group in step.any_of if kind_of_group(group) is kind and not is_settled(group)]
    if not asked and not groups:
        return
    yield Paragraph(f"{KIND_WORDS[kind]}:")
    for each in asked:
        yield Bullet(requirement_sentence(each, catalogue, start))
        for activity in _activities(each, catalogue, told):
            yield Bullet(activity_sentence(activity), 1)
        if told is None:
            requirement = catalogue.requirement_by_id[each.requirement]
            yield Bullet(source_sentence(requirement.citation, catalogue), 1)
    for group in groups:
        yield Bullet("Any one of these will do:")
        for text in any_of_sentences(group, catalogue, start):
            yield Bullet(text, 1)


def _activities(assessed: Assessed, catalogue: Catalogue, told: set[str] | None) -> Iterator[Activity]:
    """Yield what can be done about a requirement that is not met: all, or one that was not told yet.

    What learners can do themselves goes before what others can do for them.
    """
    if assessed.status is Status.MET:
        return
    names = catalogue.requirement_by_id[assessed.requirement].activities
    found = sorted(
        (catalogue.activity_by_id[each] for each in names), key=lambda each: each.who is not Actor.LEARNER
    )
    if told is None:
        yield from found
        return
    fresh = next((each for each in found if each.id not in told), None)
    if fresh:
        told.add(fresh.id)
        yield fresh


def _helps(step: RouteStep, catalogue: Catalogue) -> tuple[str, ...]:
    return tuple(help_sentence(each, catalogue) for each in step.helps)


def _list(title: str, items: tuple[str, ...]) -> Iterator[Block]:
    if items:
        yield Paragraph(title)
        for each in items:
            yield Bullet(each)
