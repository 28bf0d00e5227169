"""An answer on one printed page: the best route as a list to tick, the others in a line each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from explorer.answers import Answer
from explorer.formats.moving_outline import comparison_blocks, moves_blocks
from explorer.formats.openings import opening, understood_sentence
from explorer.formats.outline import choice_blocks
from explorer.formats.outline_steps import Block, Bullet, Heading, Paragraph, list_sources
from explorer.moves import Moves
from explorer.sector_overlap import SectorOverlap
from explorer.words import (
    KIND_WORDS,
    NO_PROMISE,
    because,
    caution_sentence,
    clause,
    closed_sentence,
    figures_clause,
    holes_sentence,
    is_settled,
    judgement_remark,
    list_in_words,
    list_label_words,
    position_in_full,
    position_name,
    published_in_words,
    sentence,
    source_sentence,
    start_and_way,
    start_sentence,
    stay_sentence,
    step_time_sentence,
    unknown_sentences,
    way_in_words,
)
from explorer.words.pay import find_pay, pay_in_words
from pathways.catalogue import Catalogue
from pathways.learner import Basis, Status
from pathways.model import Kind
from pathways.results import (
    Assessed,
    AssessedAlternative,
    Route,
)


def page(answer: Answer, catalogue: Catalogue) -> tuple[Block, ...]:
    """Return an answer as few blocks: what is still to gain, and in a sentence what there is already."""
    return tuple(_blocks(answer, catalogue))


def _blocks(answer: Answer, catalogue: Catalogue) -> Iterator[Block]:
    yield Paragraph(opening(answer, catalogue))
    if answer.unsure:
        yield from choice_blocks(answer.unsure)
        return
    yield Paragraph(understood_sentence(answer, catalogue))
    match answer.result:
        case Moves() as result:
            yield from moves_blocks(result, catalogue, full=False)
            return
        case SectorOverlap() as result:
            yield from comparison_blocks(result)
            return
    told = answer.routes
    if told:
        yield from _best(told[0], catalogue)
        yield from _others(told[1:], told[0], catalogue)
    for each in answer.closed:
        yield Paragraph(closed_sentence(each, catalogue))
    if told:
        yield from _foot(told[0], catalogue)


def _best(route: Route, catalogue: Catalogue) -> Iterator[Block]:
    yield Heading(2, f"To {position_name(route.positions[-1], catalogue)}")
    said = f"{start_sentence(route, catalogue)} {holes_sentence(route, catalogue)}"
    yield Paragraph(said.strip())
    for number in range(1, len(route.steps) + 1):
        yield from _step(number, route, catalogue)


def _step(number: int, route: Route, catalogue: Catalogue) -> Iterator[Block]:
    step, start = route.steps[number - 1], route.start
    yield Heading(3, f"Step {number}: {position_in_full(step.step.to_id, catalogue)}")
    pay = find_pay(step.step.to_id, catalogue)
    said = [
        step_time_sentence(step, catalogue),
        sentence(f"Pay: {pay_in_words(step.step.to_id, catalogue)}") if pay else "",
        stay_sentence(step, route.steps[number:], catalogue),
        caution_sentence(step),
        *unknown_sentences(step, catalogue),
    ]
    yield Paragraph(" ".join(each for each in said if each))
    for kind in Kind:
        items = [
            _wanted(each, catalogue, start) for each in step.required if _open(each) and each.kind is kind
        ]
        if kind is Kind.ATTAINMENT:
            items += [_ways(group, catalogue) for group in step.any_of if _unmet(group)]
        if items:
            yield Paragraph(f"{KIND_WORDS[kind]}:")
        for item in items:
            yield Bullet(item)
    met = [clause(_statement(each, catalogue)) for each in step.required if _held(each)]
    if met:
        yield Paragraph(f"Already so: {'; '.join(met)}.")
    if step.conditions:
        said = [sentence(each.statement) for each in step.conditions]
        yield Paragraph(f"What has to be in place: {' '.join(said)}")
    yield Paragraph(source_sentence(step.step.citation, catalogue))


def _wanted(assessed: Assessed, catalogue: Catalogue, start: str) -> str:
    statement = sentence(_statement(assessed, catalogue))
    if assessed.status is Status.NOT_ASKED:
        return statement
    word = "Partly so" if assessed.status is Status.PARTLY else "Not yet"
    return f"{statement} {word}: {because(assessed, catalogue, start)}."


def _ways(group: tuple[AssessedAlternative, ...], catalogue: Catalogue) -> str:
    ways = [
        position_name(each.position, catalogue)
        if each.position
        else " and ".join(clause(_statement(one, catalogue)) for one in each.requirements)
        for each in group
        if each.open
    ]
    return f"Any one of these: {'; or '.join(ways)}."


def _unmet(group: tuple[AssessedAlternative, ...]) -> bool:
    return not is_settled(group) and all(each.status is not Status.MET for each in group)


def _open(assessed: Assessed) -> bool:
    return assessed.status is not Status.MET


def _held(assessed: Assessed) -> bool:
    """Say whether a requirement is met, and not by an earlier step of this page."""
    return assessed.status is Status.MET and assessed.basis is not Basis.GAINED


def _statement(assessed: Assessed, catalogue: Catalogue) -> str:
    requirement = catalogue.requirement_by_id[assessed.requirement]
    remark = clause(judgement_remark(requirement.citation).strip("()"))
    return f"{clause(requirement.statement)} ({remark.lower()})" if remark else requirement.statement


def _others(routes: Sequence[Route], best: Route, catalogue: Catalogue) -> Iterator[Block]:
    if routes:
        yield Heading(2, "Other ways")
    for route in routes:
        here = route.start == best.start
        told = f"Go {way_in_words(route, catalogue)}" if here else f"One {start_and_way(route, catalogue)}"
        labels = list_in_words(list_label_words(route, catalogue))
        yield Bullet(f"{told}: {figures_clause(route.figures)}{f' ({labels})' if labels else ''}.")


def _foot(route: Route, catalogue: Catalogue) -> Iterator[Block]:
    yield Paragraph(NO_PROMISE)
    ids = dict.fromkeys(source for step in route.steps for source in list_sources(step, catalogue))
    found = [catalogue.source_by_id[each] for each in ids]
    named = "; ".join(f"{each.title} ({each.publisher}, {published_in_words(each.date)})" for each in found)
    yield Paragraph(f"Sources: {named}.")
