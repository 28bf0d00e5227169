"""Transfers as JSON, a contract kept by `docs/schema/transfer.schema.json`, and as rows of a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from explorer.formats.json_steps import json_alternative, json_condition, json_title
from explorer.transfers import outlook_of
from explorer.words.transfer_answers import transfer_answer, transfers_answer
from explorer.words.transfer_needs import have_statement, need_because
from explorer.words.transfers import reason_sentence
from pathways.catalogue import Catalogue
from pathways.transfer_results import Bridge, Entry, Need, Role, Transfer

Json = dict[str, Any]

COLUMNS = (
    "from",
    "to",
    "re_entry_level",
    "level",
    "verdict",
    "role",
    "kind",
    "statement",
    "status",
    "because",
    "id",
)


def transfer_to_json(transfer: Transfer, catalogue: Catalogue) -> Json:
    """Return one transfer with all that its answer rests on."""
    return {**_context(transfer, catalogue), **json_transfer(transfer, catalogue)}


def transfers_to_json(transfers: Sequence[Transfer], catalogue: Catalogue) -> Json:
    """Return several transfers from one place, in the order given."""
    first = transfers[0]
    return {
        **_context(first, catalogue),
        "from": _from(first, catalogue),
        "transfers": [json_transfer(each, catalogue) for each in transfers],
        "answer": transfers_answer(transfers, catalogue),
    }


def json_transfer(transfer: Transfer, catalogue: Catalogue) -> Json:
    """Return one transfer by itself. Amounts to gain are in units; what is not known is null."""
    return {
        "from": _from(transfer, catalogue),
        "to": {"sector": transfer.to, "title": catalogue.sector_by_id[transfer.to].title},
        "re_entry_level": transfer.re_entry,
        "levels": [_level(transfer, entry, catalogue) for entry in transfer.levels],
        "answer": transfer_answer(transfer, catalogue),
    }


def transfer_rows(transfers: Iterable[Transfer], catalogue: Catalogue) -> Iterator[tuple[str, ...]]:
    """Yield the header, then for each level a row with its reason and one for each thing it needs."""
    yield COLUMNS
    for transfer in transfers:
        asked = (str(transfer.place), transfer.to, transfer.re_entry or "")
        for entry in transfer.levels:
            at = (*asked, entry.level, str(entry.verdict))
            yield (*at, "level", "", reason_sentence(transfer, entry, catalogue), "", "", entry.level)
            for need in entry.needs:
                said = need_because(need, entry, catalogue)
                known = (str(need.status), said, need.id)
                yield (*at, str(need.role), str(need.kind), _statement(need, catalogue), *known)


def _context(transfer: Transfer, catalogue: Catalogue) -> Json:
    dataset = {"name": catalogue.name, "hash": catalogue.content_hash}
    return {"as_of": transfer.as_of.isoformat(), "dataset": dataset}


def _from(transfer: Transfer, catalogue: Catalogue) -> Json:
    place = transfer.place
    sector = catalogue.position_by_id[transfer.starts[0]].sector if transfer.starts else place.sector
    return {
        "sector": sector,
        "level": transfer.level,
        "position": json_title(place.position, catalogue) if place.position else None,
        "starts": [json_title(each, catalogue) for each in transfer.starts],
    }


def _level(transfer: Transfer, entry: Entry, catalogue: Catalogue) -> Json:
    def items(role: Role) -> list[Json]:
        return [_item(need, entry, catalogue) for need in entry.of_role(role)]

    return {
        "level": entry.level,
        "verdict": str(entry.verdict),
        "outlook": str(outlook_of(transfer, entry, catalogue)),
        "reason": reason_sentence(transfer, entry, catalogue),
        "start": json_title(entry.start, catalogue) if entry.start else None,
        "open": entry.open,
        "known": entry.known,
        "way": entry.way,
        "to_gain": entry.to_gain / 2 if entry.to_gain % 2 else entry.to_gain // 2,
        "held": items(Role.HELD),
        "similar": [
            {"have": _have(need, catalogue), "need": _item(need, entry, catalogue), "score": need.score}
            for need in entry.of_role(Role.SIMILAR)
        ],
        "missing_general": items(Role.MISSING_GENERAL),
        "missing_sector": items(Role.MISSING_SECTOR),
        "blocking": items(Role.BLOCKING),
        "bridging": [_bridge(entry, bridge, catalogue) for bridge in entry.bridges],
        "any_of": [
            [json_alternative(each, catalogue, entry.start or "") for each in group] for group in entry.any_of
        ],
        "waives": [
            {
                "id": each.requirement,
                "statement": catalogue.requirement_by_id[each.requirement].statement,
                "reason": each.reason,
            }
            for each in entry.waives
        ],
        "conditions": [json_condition(each) for each in entry.conditions],
        "openings": [json_title(each, catalogue) for each in entry.openings],
        "opened_by": [json_title(each, catalogue) for each in entry.opened_by],
        "otherwise": [
            {"start": json_title(start, catalogue), "verdict": str(verdict)}
            for start, verdict in entry.otherwise
        ],
    }


def _item(need: Need, entry: Entry, catalogue: Catalogue) -> Json:
    return {
        **_named(need, catalogue),
        "status": str(need.status),
        "because": need_because(need, entry, catalogue),
        "by": need.by,
        "group": need.group,
    }


def _named(need: Need, catalogue: Catalogue) -> Json:
    return {
        "id": need.id,
        "statement": _statement(need, catalogue),
        "kind": str(need.kind),
        "is_position": need.is_position,
    }


def _statement(need: Need, catalogue: Catalogue) -> str:
    if need.is_position:
        return catalogue.position_by_id[need.id].title
    return catalogue.requirement_by_id[need.id].statement


def _have(need: Need, catalogue: Catalogue) -> Json | None:
    if not have_statement(need, catalogue):
        return None
    held = catalogue.requirement_by_id[str(need.by)]
    return {"id": held.id, "statement": held.statement, "kind": str(held.kind), "is_position": False}


def _bridge(entry: Entry, bridge: Bridge, catalogue: Catalogue) -> Json:
    key = (bridge.need, bridge.is_position)
    need = next(each for each in entry.needs if (each.id, each.is_position) == key)
    return {
        "need": _named(need, catalogue),
        "activities": [
            {
                "id": each,
                "statement": catalogue.activity_by_id[each].statement,
                "who": str(catalogue.activity_by_id[each].who),
            }
            for each in bridge.activities
        ],
        "courses": [json_title(each, catalogue) for each in bridge.courses],
        "repeats": [json_title(each, catalogue) for each in bridge.repeats],
    }
