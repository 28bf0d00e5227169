"""The ladder of a route: an ordered list, one rung a position, with all that the step to it asks for."""

from __future__ import annotations

from collections.abc import Sequence

from explorer.drawings.chips import choice_chip, requirement_chips
from explorer.drawings.html import Html, join, tag
from explorer.drawings.tones import tone_of
from explorer.words import (
    CONDITION_WORDS,
    DIRECTION_WORDS,
    KIND_WORDS,
    bare_months_in_words,
    caution_sentence,
    condition_sentence,
    count_in_words,
    facts_sentence,
    gives_sentences,
    holes_sentence,
    level_name,
    position_in_full,
    sector_name,
    sentence,
    source_sentence,
    start_sentence,
    step_time_sentence,
    unknown_sentences,
    waiver_sentence,
)
from pathways.catalogue import Catalogue, position_type
from pathways.model import Kind
from pathways.results import Route, RouteStep

KIND_TERMS = {Kind.ASPIRATION: "aspiration", Kind.AWARENESS: "awareness", Kind.ATTAINMENT: "attainment"}


def ladder(route: Route, catalogue: Catalogue) -> Html:
    """Return the whole ladder, from the start down to the goal."""
    rungs = [_start(route, catalogue)]
    spent: int | None = 0
    for number, step in enumerate(route.steps, start=2):
        spent = None if spent is None or step.months is None else spent + step.months
        rungs.append(_rung(number, step, spent, route, catalogue))
    return join(
        _paragraph(holes_sentence(route, catalogue), "pe-hard"), tag("ol", *rungs, class_="pe-ladder")
    )


def _start(route: Route, catalogue: Catalogue) -> Html:
    also = _more(
        f"Also open from {count_in_words(len(route.also_from), 'other place')}",
        [position_in_full(each, catalogue) for each in route.also_from],
    )
    head = _head(1, route.start, "", catalogue)
    return _item(route.start, False, catalogue, head, _paragraph(start_sentence(route, catalogue), ""), also)


def _rung(number: int, step: RouteStep, spent: int | None, route: Route, catalogue: Catalogue) -> Html:
    goal = number == len(route.positions)
    said = (sentence(DIRECTION_WORDS[step.direction]).rstrip("."), *_time(step, spent, number, catalogue))
    return _item(
        step.step.to_id,
        goal,
        catalogue,
        _head(number, step.step.to_id, " · ".join(said), catalogue),
        _paragraph(facts_sentence(step, catalogue), ""),
        _paragraph(caution_sentence(step), "pe-caution"),
        *(_paragraph(each, "pe-note") for each in unknown_sentences(step, catalogue)),
        *(_kind(kind, step, route.start, catalogue) for kind in Kind),
        _helps(step, route.start, catalogue),
        _more("What this step does not ask for", [waiver_sentence(each, catalogue) for each in step.waives]),
        _conditions(step),
        _more("What getting here gives you", gives_sentences(step, catalogue)),
        tag("p", source_sentence(step.step.citation, catalogue), class_="pe-source"),
    )


def _item(position: str, goal: bool, catalogue: Catalogue, *children: Html | None) -> Html:
    tone = tone_of(catalogue.position_by_id[position].sector, catalogue)
    named = f"pe-rung pe-tone-{tone}" + (" pe-goal" if goal else "")
    return tag("li", *children, class_=named)


def _head(number: int, position_id: str, said: str, catalogue: Catalogue) -> Html:
    position = catalogue.position_by_id[position_id]
    what = position_type(position).replace("-", " ")
    level = level_name(position.level, catalogue)
    facts = f"{what[:1].upper()}{what[1:]}, {level}, {sector_name(position.sector, catalogue)}"
    return tag(
        "div",
        tag("span", str(number), class_="pe-number", aria_hidden="true"),
        tag("h3", position.title),
        tag("p", facts, class_="pe-facts"),
        _paragraph(said, "pe-time"),
        class_="pe-head",
    )


def _time(step: RouteStep, spent: int | None, number: int, catalogue: Catalogue) -> tuple[str, ...]:
    taken = step_time_sentence(step, catalogue).removeprefix("It takes ").rstrip(".")
    if not spent or number == 2:
        return (taken,)
    return (taken, f"{bare_months_in_words(spent)} in all so far")


def _kind(kind: Kind, step: RouteStep, start: str, catalogue: Catalogue) -> Html | None:
    required = [each for each in step.required if each.kind is kind]
    chips = requirement_chips(required, catalogue, start)
    if kind is Kind.ATTAINMENT:
        chips += [choice_chip(group, catalogue, start) for group in step.any_of]
    return _group(KIND_WORDS[kind], KIND_TERMS[kind], chips)


def _helps(step: RouteStep, start: str, catalogue: Catalogue) -> Html | None:
    chips = requirement_chips(step.helps, catalogue, start, helps=True)
    return _group("What also helps", "not a must", chips)


def _group(title: str, term: str, chips: Sequence[Html]) -> Html | None:
    if not chips:
        return None
    heading = tag("h4", title, tag("span", f" ({term})", class_="pe-term"))
    return tag("div", heading, tag("div", *chips, class_="pe-chips"), class_="pe-group")


def _conditions(step: RouteStep) -> Html | None:
    if not step.conditions:
        return None
    items = [
        tag("li", tag("b", sentence(CONDITION_WORDS[each.kind]), " "), condition_sentence(each))
        for each in step.conditions
    ]
    return tag("div", tag("h4", "What has to be in place"), tag("ul", *items), class_="pe-group")


def _more(title: str, items: Sequence[str]) -> Html | None:
    """Return a list that is there for whoever opens it."""
    if not items:
        return None
    listed = tag("ul", *(tag("li", each) for each in items))
    return tag("details", tag("summary", title), listed, class_="pe-more")


def _paragraph(text: str, named: str) -> Html | None:
    return tag("p", text, class_=named or None) if text else None
