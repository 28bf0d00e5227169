"""Answers to questions of moving and of comparing, below the sentence that answers."""

from __future__ import annotations

from collections.abc import Iterator

from explorer.formats.outline_steps import Block, Bullet, Heading, Paragraph
from explorer.formats.overlap_text import closing
from explorer.formats.transfer_outline import transfer_outline
from explorer.moves import Moves
from explorer.sector_overlap import SectorOverlap, list_closest
from explorer.words import position_in_full, sector_name, source_sentence, step_time_sentence
from explorer.words.comparisons import MOST_IN_SENTENCES, whole_of
from explorer.words.moves import start_among
from explorer.words.overlap import KIND_NAMES, pair_sentence
from explorer.words.transfer_answers import summary_sentence
from explorer.words.transfers import METHOD, capital
from pathways.catalogue import Catalogue
from pathways.results import Route

_SAID = 2
"""Blocks at the top of an outline of transfers that an answer has already."""


def moves_blocks(moves: Moves, catalogue: Catalogue, full: bool) -> Iterator[Block]:
    """Yield the way to what was named, then one sector level by level, or several in a line each."""
    transfers = moves.transfers
    if moves.way:
        yield from _way(moves.way, catalogue)
    if len(transfers) == 1:
        yield from transfer_outline(transfers[0], catalogue, full)[_SAID:]
        return
    for each in transfers:
        here, there = start_among(each, transfers, catalogue), sector_name(each.to, catalogue)
        named = there if len({one.place for one in transfers}) == 1 else f"from {here} to {there}"
        yield Bullet(f"{capital(named)}. {summary_sentence(each, catalogue)}")
    yield Paragraph(METHOD)


def comparison_blocks(compared: SectorOverlap) -> Iterator[Block]:
    """Yield each pair both ways, of two sectors by kind, and what the figures are."""
    catalogue = compared.catalogue
    if len(compared.sectors) > MOST_IN_SENTENCES:
        for each in list_closest(whole_of(compared)):
            yield Bullet(pair_sentence(each, catalogue))
    else:
        for each in compared.overlaps:
            if each.kind is not None and each.level == whole_of(compared)[0].level:
                yield Bullet(f"{KIND_NAMES[each.kind]}. {pair_sentence(each, catalogue)}")
    yield from closing(catalogue)


def _way(route: Route, catalogue: Catalogue) -> Iterator[Block]:
    yield Heading(2, "A way there")
    for number, step in enumerate(route.steps, 1):
        end = position_in_full(step.step.to_id, catalogue)
        cited = source_sentence(step.step.citation, catalogue)
        yield Bullet(f"Step {number}: {end}. {step_time_sentence(step, catalogue)} {cited}")
