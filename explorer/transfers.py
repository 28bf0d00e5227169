"""What is made of transfers before they are told or drawn: what a level comes to, which sector is first."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from pathways.catalogue import Catalogue
from pathways.model import GENERAL, Kind
from pathways.transfer_results import Entry, Need, Role, Transfer, Verdict


class Outlook(StrEnum):
    """What a level comes to for somebody who would move there, the best first.

    START, CATCH_UP and NOT_YET are the three verdicts. TOO_HIGH: what it asks for is no hindrance, but it is
    further up than one move goes. CLOSED: nothing there takes new starts. UNKNOWN: nothing is on record of
    what it asks for.
    """

    START = "start"
    CATCH_UP = "catch-up"
    UNKNOWN = "unknown"
    TOO_HIGH = "too-high"
    NOT_YET = "not-yet"
    CLOSED = "closed"


OUTLOOKS = {
    Verdict.DIRECT: Outlook.START,
    Verdict.WITH_BRIDGING: Outlook.CATCH_UP,
    Verdict.NOT_DIRECT: Outlook.NOT_YET,
}


def outlook_of(transfer: Transfer, entry: Entry, catalogue: Catalogue) -> Outlook:
    """Return what one level of a transfer comes to.

    Whatever is above the level to re-enter at, open and not refused, is higher than one move goes.
    """
    if not entry.open:
        return Outlook.CLOSED
    if entry.verdict is Verdict.NOT_DIRECT:
        return Outlook.NOT_YET
    if transfer.re_entry is None or catalogue.rank(entry.level) > catalogue.rank(transfer.re_entry):
        return Outlook.TOO_HIGH
    return OUTLOOKS[entry.verdict] if entry.known else Outlook.UNKNOWN


def re_entry_of(transfer: Transfer) -> Entry | None:
    """Return the entry of the level to re-enter at, or None where there is none."""
    return transfer.at(transfer.re_entry) if transfer.re_entry else None


def next_above(transfer: Transfer) -> Entry | None:
    """Return the entry of the level above the one to re-enter at: what keeps the start from being higher."""
    levels = [entry.level for entry in transfer.levels]
    above = levels.index(transfer.re_entry) + 1 if transfer.re_entry else 0
    return transfer.levels[above] if above < len(levels) else None


def best_first(transfers: Iterable[Transfer], catalogue: Catalogue) -> tuple[Transfer, ...]:
    """Return transfers by how high one could start, then how readily, then how little there is to gain."""

    def order(transfer: Transfer) -> tuple[int, int, int, str]:
        entry = re_entry_of(transfer)
        if entry is None:
            return 1, 0, 0, transfer.to
        return -catalogue.rank(entry.level), entry.verdict.rank, entry.to_gain, transfer.to

    return tuple(sorted(transfers, key=order))


def to_catch_up(entry: Entry) -> tuple[Need, ...]:
    """Return the attainments that are missing or only similar: what the verdict turns on."""
    gaps = entry.of_role(Role.SIMILAR, Role.MISSING_GENERAL, Role.MISSING_SECTOR)
    return tuple(need for need in gaps if need.kind is Kind.ATTAINMENT)


def may_start_lower(transfer: Transfer, catalogue: Catalogue) -> Entry | None:
    """Return the entry of level 2 where somebody from the general route may be started there all the same."""
    entry = re_entry_of(transfer)
    lower = transfer.at("L2")
    from_school = bool(transfer.starts) and catalogue.position_by_id[transfer.starts[0]].sector == GENERAL
    if not (from_school and entry and lower and lower.open):
        return None
    if lower.verdict is Verdict.NOT_DIRECT or catalogue.rank(entry.level) <= catalogue.rank(lower.level):
        return None
    return lower
