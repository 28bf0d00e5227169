"""What is printed: the answer and one route as a list to tick, with room for notes. It is on paper only."""

from __future__ import annotations

from collections.abc import Sequence

from explorer.answers import Answer
from explorer.drawings.asides import sources
from explorer.drawings.html import Html, join, tag
from explorer.formats.openings import opening, understood_sentence
from explorer.words import (
    CONDITION_WORDS,
    KIND_WORDS,
    NO_PROMISE,
    any_of_sentences,
    because,
    caution_sentence,
    condition_sentence,
    facts_sentence,
    figures_clause,
    help_sentence,
    holes_sentence,
    is_settled,
    judgement_remark,
    kind_of_group,
    position_in_full,
    position_name,
    sentence,
    source_sentence,
    start_sentence,
    status_sentence,
    stay_sentence,
    step_time_sentence,
    unknown_sentences,
    waivers_sentences,
)
from explorer.words.credit import CREDIT
from pathways.catalogue import Catalogue
from pathways.learner import Basis, Status
from pathways.model import Kind
from pathways.results import Assessed, AssessedAlternative, Route, RouteStep

LINES_FOR_NOTES = 4


def sheet(route: Route, answer: Answer, catalogue: Catalogue, compared: Html | None = None) -> Html:
    """Return the sheet for a route of an answer. `compared` is that route beside another, if one is shown."""
    steps = range(1, len(route.steps) + 1)
    return tag(
        "article",
        tag("p", "Pathway Explorer", class_="pe-sheet-name"),
        tag("h2", f"Your route to {position_name(route.positions[-1], catalogue)}"),
        tag("p", understood_sentence(answer, catalogue), class_="pe-quiet"),
        tag("p", opening(answer, catalogue)),
        tag(
            "p",
            tag("b", "This sheet shows one route: "),
            f"{figures_clause(route.figures)}. {start_sentence(route, catalogue)}",
        ),
        _paragraph(holes_sentence(route, catalogue), "pe-hard"),
        *(_step(number, route, catalogue) for number in steps),
        _notes(),
        compared,
        sources(route, catalogue),
        tag("p", tag("b", NO_PROMISE)),
        tag("p", CREDIT, class_="pe-small"),
        tag("p", f"Data: {answer.dataset.name}, version {answer.dataset.hash}.", class_="pe-small"),
        class_="pe-sheet",
    )


def _step(number: int, route: Route, catalogue: Catalogue) -> Html:
    step = route.steps[number - 1]
    said = (
        step_time_sentence(step, catalogue),
        stay_sentence(step, route.steps[number:], catalogue),
        facts_sentence(step, catalogue),
    )
    lists = (*(_kind(kind, step, route.start, catalogue) for kind in Kind), _helps(step, catalogue))
    return tag(
        "section",
        tag("h3", f"Step {number}: {position_in_full(step.step.to_id, catalogue)}"),
        tag("p", " ".join(each for each in said if each)),
        _paragraph(caution_sentence(step), "pe-caution"),
        *(_paragraph(each, "") for each in unknown_sentences(step, catalogue)),
        *lists,
        *(_paragraph(each, "") for each in waivers_sentences(step.waives, catalogue)),
        _conditions(step),
        tag("p", source_sentence(step.step.citation, catalogue), class_="pe-small"),
        class_="pe-sheet-step",
    )


def _kind(kind: Kind, step: RouteStep, start: str, catalogue: Catalogue) -> Html | None:
    asked = (each for each in step.required if each.kind is kind and each.basis is not Basis.GAINED)
    items = [_asked(each, start, catalogue) for each in asked]
    items += [
        _ways(group, start, catalogue)
        for group in step.any_of
        if kind_of_group(group) is kind and not is_settled(group)
    ]
    return _list(KIND_WORDS[kind], items)


def _asked(assessed: Assessed, start: str, catalogue: Catalogue) -> Html:
    """Return a line for a requirement. It is ticked where it is so today, not where a step will give it."""
    requirement = catalogue.requirement_by_id[assessed.requirement]
    today = _is_so_today(assessed, start)
    said = [sentence(requirement.statement)]
    if requirement.regulated:
        said.append("The law or a regulator asks for this.")
    if today or assessed.status is Status.PARTLY:
        said.append(status_sentence(assessed, catalogue, start))
    elif assessed.status is Status.MET:
        said.append(f"This comes on the way: it is {because(assessed, catalogue, start)}.")
    said.append(judgement_remark(requirement.citation))
    return _item(" ".join(each for each in said if each), today)


def _is_so_today(assessed: Assessed | AssessedAlternative, start: str) -> bool:
    """Say whether something is so where the route starts, rather than by the time it is asked for."""
    on_the_way = assessed.basis is Basis.GAINED or (assessed.basis is Basis.GIVEN and assessed.by != start)
    return assessed.status is Status.MET and not on_the_way


def _ways(group: tuple[AssessedAlternative, ...], start: str, catalogue: Catalogue) -> Html:
    ways = tag("ul", *(tag("li", each) for each in any_of_sentences(group, catalogue, start)))
    met = any(_is_so_today(each, start) for each in group)
    return _item(join("Any one of these will do:", ways), met)


def _helps(step: RouteStep, catalogue: Catalogue) -> Html | None:
    items = [_item(help_sentence(each, catalogue), each.status is Status.MET) for each in step.helps]
    return _list("What also helps, but is not a must", items)


def _conditions(step: RouteStep) -> Html | None:
    items = [
        _item(f"{sentence(CONDITION_WORDS[each.kind])} {condition_sentence(each)}", False)
        for each in step.conditions
    ]
    return _list("What has to be in place, and is not up to you", items)


def _list(title: str, items: Sequence[Html]) -> Html | None:
    return join(tag("h4", title), tag("ul", *items, class_="pe-boxes")) if items else None


def _item(said: str | Html, ticked: bool) -> Html:
    """Return a line with a box, empty unless it is so already."""
    box = tag("span", "✓" if ticked else "", class_="pe-box", aria_hidden="true")
    return tag("li", box, tag("div", said))


def _notes() -> Html:
    lines = (tag("div", class_="pe-line") for _ in range(LINES_FOR_NOTES))
    return tag("section", tag("h3", "Notes"), *lines, class_="pe-notes")


def _paragraph(text: str, named: str) -> Html | None:
    return tag("p", text, class_=named or None) if text else None
