"""A transfer as an outline: the answer, each level in a line, and the level to aim for in detail."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from explorer.formats.outline_steps import Block, Bullet, Heading, Paragraph
from explorer.transfers import Outlook, next_above, outlook_of, re_entry_of
from explorer.words import (
    KIND_WORDS,
    condition_sentence,
    level_name,
    position_in_full,
    sector_name,
    sentence,
    source_sentence,
    waivers_sentences,
)
from explorer.words.transfer_answers import (
    asked_of_all,
    asked_sentence,
    re_entry_sentence,
    summary_sentence,
    transfer_answer,
    transfers_answer,
)
from explorer.words.transfer_needs import bridge_sentences, need_sentence, need_statement
from explorer.words.transfers import (
    METHOD,
    ROLE_WORDS,
    openings_title,
    otherwise_sentences,
    possibilities,
    reason_sentence,
    start_sentence,
    verdict_words,
)
from pathways.catalogue import Catalogue
from pathways.model import Kind
from pathways.transfer_results import Entry, Need, Role, Transfer

MOST_OPENINGS = 5
"""How many qualifications or jobs to start are named where not all are asked for."""

MOST_BRIDGED = 3
"""How many ways to get one thing are told where not all of them are asked for."""


def transfer_title(transfers: Sequence[Transfer], catalogue: Catalogue) -> str:
    """Return the title of a page with these transfers: what was asked."""
    asked = asked_of_all(transfers, catalogue).removeprefix("Asked: ").rstrip(".")
    return asked[:1].upper() + asked[1:]


def transfer_outline(transfer: Transfer, catalogue: Catalogue, full: bool = False) -> tuple[Block, ...]:
    """Return one transfer as blocks. `full` tells every level in detail, and all that helps to get there."""
    return tuple(_blocks(transfer, catalogue, full))


def transfers_outline(transfers: Sequence[Transfer], catalogue: Catalogue) -> tuple[Block, ...]:
    """Return several transfers from one place in the order given, a line each."""
    blocks: list[Block] = [
        Paragraph(transfers_answer(transfers, catalogue)),
        Paragraph(asked_of_all(transfers, catalogue)),
    ]
    for each in transfers:
        named = sentence(sector_name(each.to, catalogue)).rstrip(".")
        blocks.append(Bullet(f"{named}. {summary_sentence(each, catalogue)}"))
    return (*blocks, Paragraph(METHOD))


def _blocks(transfer: Transfer, catalogue: Catalogue, full: bool) -> Iterator[Block]:
    yield Paragraph(transfer_answer(transfer, catalogue))
    yield Paragraph(asked_sentence(transfer, catalogue))
    yield Heading(2, "Level by level")
    for entry in reversed(transfer.levels):
        named = f"{_level(entry, catalogue)}: {verdict_words(transfer, entry, catalogue)}."
        yield Bullet(f"{named} {reason_sentence(transfer, entry, catalogue)}")
    best = re_entry_of(transfer)
    yield Heading(2, f"Aim for {level_name(best.level, catalogue)}" if best else "Where to start")
    yield Paragraph(re_entry_sentence(transfer, catalogue))
    if best:
        yield from _detail(transfer, best, catalogue, full)
    for entry in transfer.levels:
        if full and entry is not best:
            yield Heading(
                2, f"{_level(entry, catalogue)}: {verdict_words(transfer, entry, catalogue).lower()}"
            )
            yield Paragraph(reason_sentence(transfer, entry, catalogue))
            yield from _detail(transfer, entry, catalogue, full)
    above = next_above(transfer)
    if above and not full:
        yield from _possible(above, catalogue)
    yield Paragraph(METHOD)


def _detail(transfer: Transfer, entry: Entry, catalogue: Catalogue, full: bool) -> Iterator[Block]:
    yield from _paragraph(
        [start_sentence(transfer, entry, catalogue), *otherwise_sentences(entry, catalogue)]
    )
    for role in Role:
        yield from _role(role, entry, catalogue)
    yield from _bridging(entry, catalogue, full)
    if full:
        yield from _list("What you are let off:", waivers_sentences(entry.waives, catalogue))
    yield from _list(
        "What has to be in place, and is not up to you:",
        (condition_sentence(each) for each in entry.conditions),
    )
    openings = _openings(entry, catalogue, full)
    yield from _list(f"{openings_title(transfer, entry, catalogue)}:", openings)
    if full and outlook_of(transfer, entry, catalogue) is Outlook.NOT_YET:
        yield from _list("What would make it possible:", possibilities(entry, catalogue))
    if entry.way:
        cited = source_sentence(catalogue.step_by_id[entry.way].citation, catalogue)
        yield Paragraph(f"This way in is on record. {cited}")


def _openings(entry: Entry, catalogue: Catalogue, full: bool) -> Iterator[str]:
    named = (
        entry.openings if full or len(entry.openings) <= MOST_OPENINGS + 1 else entry.openings[:MOST_OPENINGS]
    )
    yield from (sentence(position_in_full(each, catalogue)) for each in named)
    if len(named) < len(entry.openings):
        yield f"And {len(entry.openings) - len(named)} more."


def _role(role: Role, entry: Entry, catalogue: Catalogue) -> Iterator[Block]:
    needs = entry.of_role(role)
    if not needs:
        return
    yield Paragraph(f"{ROLE_WORDS[role]}:")
    for kind in Kind:
        of_kind = [need for need in needs if need.kind is kind]
        if of_kind:
            yield Bullet(f"{KIND_WORDS[kind]}:")
        for need in of_kind:
            yield Bullet(need_sentence(need, entry, catalogue), 1)


def _bridging(entry: Entry, catalogue: Catalogue, full: bool) -> Iterator[Block]:
    """Yield how to get what is asked for: the attainments alone, unless all is told."""
    needs = {(need.id, need.is_position): need for need in entry.needs}
    told: list[tuple[Need, tuple[str, ...]]] = []
    for bridge in entry.bridges:
        need = needs[bridge.need, bridge.is_position]
        said = bridge_sentences(bridge, catalogue)
        if said and (full or need.kind is Kind.ATTAINMENT):
            told.append((need, said if full else said[:MOST_BRIDGED]))
    if told:
        yield Paragraph("How to catch up:")
    for need, said in told:
        yield Bullet(need_statement(need, catalogue))
        for each in said:
            yield Bullet(each, 1)


def _possible(entry: Entry, catalogue: Catalogue) -> Iterator[Block]:
    said = possibilities(entry, catalogue)
    if said:
        yield Paragraph(f"What would make {level_name(entry.level, catalogue)} possible:")
    for each in said:
        yield Bullet(each)


def _level(entry: Entry, catalogue: Catalogue) -> str:
    return sentence(level_name(entry.level, catalogue)).rstrip(".")


def _paragraph(said: Sequence[str]) -> Iterator[Block]:
    text = " ".join(each for each in said if each)
    if text:
        yield Paragraph(text)


def _list(title: str, items: Iterable[str]) -> Iterator[Block]:
    listed = tuple(items)
    if listed:
        yield Paragraph(title)
    for each in listed:
        yield Bullet(each)
