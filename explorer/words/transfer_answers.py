"""A move to another sector in two or three sentences: the answer, the level to aim for, many at once."""

from __future__ import annotations

from collections.abc import Sequence

from explorer.transfers import Outlook, may_start_lower, next_above, outlook_of, re_entry_of
from explorer.words.amounts import day_in_words, sentence
from explorer.words.names import level_name, place_name, sector_name
from explorer.words.transfers import (
    capital,
    carried_sentence,
    in_the_way,
    lower_first,
    reason_sentence,
    verdict_words,
)
from pathways.catalogue import Catalogue
from pathways.transfer_results import Transfer


def transfer_answer(transfer: Transfer, catalogue: Catalogue) -> str:
    """Return what a transfer comes to, in two or three sentences."""
    entry = re_entry_of(transfer)
    if entry is None:
        return f"{start_at_sentence(transfer, catalogue)} {_none_reason(transfer, catalogue)}"
    said = [
        start_at_sentence(transfer, catalogue),
        _not_higher(transfer, catalogue),
        carried_sentence(entry, catalogue),
        lower_sentence(transfer, catalogue),
    ]
    return " ".join(each for each in said if each)


def start_at_sentence(transfer: Transfer, catalogue: Catalogue) -> str:
    """Return from where one could start at which level, and whether straight away."""
    entry = re_entry_of(transfer)
    here, there = place_name(transfer.place, catalogue), sector_name(transfer.to, catalogue)
    if entry is None:
        return f"From {here} you could not go straight to any level of {there}."
    level = level_name(entry.level, catalogue)
    match outlook_of(transfer, entry, catalogue):
        case Outlook.START:
            could = f"you could start in {there} at {level}"
        case Outlook.CATCH_UP:
            could = f"you could start in {there} at {level}, with some catching up first"
        case _:
            could = f"you may be able to start in {there} at {level}, but what it asks for is not on record"
    return f"From {here} {could}."


def re_entry_sentence(transfer: Transfer, catalogue: Catalogue) -> str:
    """Return the level to aim for, and why it is that one."""
    entry = re_entry_of(transfer)
    if entry is None:
        return f"There is no level to start at straight away. {_none_reason(transfer, catalogue)}"
    above = next_above(transfer)
    if above is None:
        why = f"There is none higher on record in {sector_name(transfer.to, catalogue)}."
    else:
        higher = level_name(above.level, catalogue)
        match outlook_of(transfer, above, catalogue):
            case Outlook.NOT_YET:
                why = f"{capital(higher)} asks for something that you do not have and cannot get quickly."
            case Outlook.CLOSED:
                why = f"Nothing at {higher} takes new starts on {day_in_words(transfer.as_of)}."
            case _:
                why = (
                    f"Anything higher is more than one step up from {level_name(transfer.level, catalogue)}."
                )
    return f"The level to aim for is {level_name(entry.level, catalogue)}. {why}"


def summary_sentence(transfer: Transfer, catalogue: Catalogue) -> str:
    """Return one sector of many in a line: level to aim for, what it comes to, what carries over."""
    entry = re_entry_of(transfer)
    if entry is None:
        return f"No level to start at straight away. {_none_reason(transfer, catalogue)}"
    level = level_name(entry.level, catalogue)
    verdict = verdict_words(transfer, entry, catalogue)
    return f"{capital(level)}: {lower_first(verdict)}. {carried_sentence(entry, catalogue)}"


def transfers_answer(transfers: Sequence[Transfer], catalogue: Catalogue) -> str:
    """Return what several transfers from one place come to, level by level in the order given."""
    here = place_name(transfers[0].place, catalogue)
    by_level: dict[str | None, list[str]] = {}
    for transfer in transfers:
        by_level.setdefault(transfer.re_entry, []).append(sector_name(transfer.to, catalogue))
    none = by_level.pop(None, [])
    said = [f"From {here} this is where you could start."] if by_level else []
    said += [
        sentence(f"at {level_name(level, catalogue)}: {'; '.join(names)}")
        for level, names in by_level.items()
        if level
    ]
    if none:
        said.append(f"You could not go straight to any level of these: {'; '.join(none)}.")
    return " ".join(said)


def lower_sentence(transfer: Transfer, catalogue: Catalogue) -> str:
    """Return that an employer may start somebody from school lower; empty where that is not so."""
    lower = may_start_lower(transfer, catalogue)
    return f"An employer may start you at {level_name(lower.level, catalogue)} all the same." if lower else ""


def asked_sentence(transfer: Transfer, catalogue: Catalogue) -> str:
    """Return what was asked: from where, to where, on which day."""
    return asked_of_all((transfer,), catalogue)


def asked_of_all(transfers: Sequence[Transfer], catalogue: Catalogue) -> str:
    """Return what was asked of several sectors at once."""
    first = transfers[0]
    there = sector_name(first.to, catalogue) if len(transfers) == 1 else f"{len(transfers)} sectors"
    here = place_name(first.place, catalogue)
    return f"Asked: a move from {here} to {there}, as of {day_in_words(first.as_of)}."


def _not_higher(transfer: Transfer, catalogue: Catalogue) -> str:
    """Return what keeps the start from being one level up, where somebody might have hoped for it."""
    above = next_above(transfer)
    if above is None or catalogue.rank(above.level) > catalogue.rank(transfer.level) + 1:
        return ""
    level = level_name(above.level, catalogue)
    match outlook_of(transfer, above, catalogue):
        case Outlook.NOT_YET:
            way = in_the_way(above, catalogue)
            return f"{capital(level)} is not open to you straight away: it asks for {way}."
        case Outlook.CLOSED:
            return f"Nothing at {level} takes new starts on {day_in_words(transfer.as_of)}."
    return ""


def _none_reason(transfer: Transfer, catalogue: Catalogue) -> str:
    if not transfer.levels:
        return "There is no level on record in it."
    lowest = transfer.levels[0]
    level = level_name(lowest.level, catalogue)
    if outlook_of(transfer, lowest, catalogue) is Outlook.TOO_HIGH:
        return f"Its lowest is {level}, more than one step up from {level_name(transfer.level, catalogue)}."
    return f"{capital(level)}, the lowest: {lower_first(reason_sentence(transfer, lowest, catalogue))}"
