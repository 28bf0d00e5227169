"""The answer to a question of moving to another sector: the yes or no, then why, then the way round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from explorer.moves import Move, Moves
from explorer.transfers import Outlook, outlook_of, re_entry_of
from explorer.words.amounts import list_in_words
from explorer.words.names import level_name, place_name, sector_name
from explorer.words.results import WORKED_OUT, is_worked_out
from explorer.words.routes import figures_clause, way_in_words
from explorer.words.transfer_answers import (
    lower_sentence,
    start_at_sentence,
    transfer_answer,
    transfers_answer,
)
from explorer.words.transfer_needs import need_names
from explorer.words.transfers import carried_sentence, level_sentence
from pathways.catalogue import Catalogue
from pathways.questions import Focus
from pathways.transfer_results import Role, Transfer


def moves_sentences(moves: Moves, focus: Focus | None, catalogue: Catalogue) -> str:
    """Return what moving comes to."""
    if len(moves.moves) > 1:
        return _several(moves, catalogue)
    (move,) = moves.moves
    said = [
        _carrying(move.transfer, catalogue) if focus is Focus.CARRIES else _one(move, focus, catalogue),
        _way(moves, catalogue),
    ]
    return " ".join(each for each in said if each)


def _one(move: Move, focus: Focus | None, catalogue: Catalogue) -> str:
    transfer = move.transfer
    if focus is Focus.ENTRY:
        return transfer_answer(transfer, catalogue)
    if move.level is None:
        return f"{_yes_or_no(transfer, catalogue)} {transfer_answer(transfer, catalogue)}"
    entry = transfer.at(move.level)
    if entry is None:
        none = (
            f"No. There is no {level_name(move.level, catalogue)} in {sector_name(transfer.to, catalogue)}."
        )
        return f"{none} {transfer_answer(transfer, catalogue)}"
    asked = level_sentence(transfer, entry, catalogue)
    if move.is_possible(catalogue):
        return asked
    best = re_entry_of(transfer)
    said = [asked, start_at_sentence(transfer, catalogue)]
    if best:
        said += [carried_sentence(best, catalogue), lower_sentence(transfer, catalogue)]
    return " ".join(each for each in said if each)


def _yes_or_no(transfer: Transfer, catalogue: Catalogue) -> str:
    entry = re_entry_of(transfer)
    if entry is None:
        return "No."
    return "Perhaps." if outlook_of(transfer, entry, catalogue) is Outlook.UNKNOWN else "Yes."


def _carrying(transfer: Transfer, catalogue: Catalogue) -> str:
    """Return what is held of what the level to start at asks for, then that level."""
    entry = re_entry_of(transfer)
    if entry is None:
        return transfer_answer(transfer, catalogue)
    held = [
        f"{led}: {need_names(entry.of_role(role), entry, catalogue)}."
        for role, led in ((Role.HELD, "What you would bring"), (Role.SIMILAR, "What you have something like"))
        if entry.of_role(role)
    ]
    said = [carried_sentence(entry, catalogue), *held, start_at_sentence(transfer, catalogue)]
    return " ".join(each for each in said if each)


def _several(moves: Moves, catalogue: Catalogue) -> str:
    """Return several moves: of one start by the level to start at, of several starts one after the other."""
    led = "No. " if moves.refused else ""
    by_start = [list(group) for _, group in groupby(moves.transfers, key=lambda each: each.place)]
    if len(by_start) == 1:
        return f"{led}{transfers_answer(by_start[0], catalogue)}"
    if any(len(each) > 1 for each in by_start):
        return led + " ".join(transfers_answer(each, catalogue) for each in by_start)
    return (led or "That depends on where you start. ") + " ".join(_by_outcome(moves.transfers, catalogue))


def _by_outcome(transfers: Sequence[Transfer], catalogue: Catalogue) -> Iterator[str]:
    """Yield what moving to one sector comes to, once for all starts for which it is the same."""
    starts: dict[str, list[str]] = {}
    for transfer in transfers:
        here = place_name(transfer.place, catalogue)
        told = start_at_sentence(transfer, catalogue).removeprefix(f"From {here} ")
        starts.setdefault(told, []).append(start_among(transfer, transfers, catalogue))
    for told, names in starts.items():
        yield f"From {list_in_words(names, 'or')} {told}"


def start_among(transfer: Transfer, transfers: Sequence[Transfer], catalogue: Catalogue) -> str:
    """Return what tells a start from those of other transfers: its level alone, where they share a sector."""
    places = [each.place for each in transfers]
    levels = all(place.level and place.sector == transfer.place.sector for place in places)
    return level_name(transfer.level, catalogue) if levels else place_name(transfer.place, catalogue)


def _way(moves: Moves, catalogue: Catalogue) -> str:
    """Return a route to what was named."""
    if moves.way is None:
        return ""
    way = way_in_words(moves.way, catalogue)
    told = f"A way there goes {way}: {figures_clause(moves.way.figures)}."
    return f"{told} {WORKED_OUT}" if is_worked_out(moves.way) else told
