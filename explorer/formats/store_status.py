"""The shared store in words and as JSON: what it holds, and what a load has done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from explorer.words import count_in_words, day_in_words, sentence
from explorer.words.records import records_in_words
from graph_loader.neo4j_status import Held, StoreStatus
from pathways.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load has done. `changed` is False where the same dataset was current before."""

    status: StoreStatus
    changed: bool


def status_lines(status: StoreStatus, shipped: Catalogue) -> Iterator[str]:
    """Yield what a store is and holds, a sentence or two a line."""
    yield f"The shared store is {_server(status)}, at {status.uri}, in the database {status.database}."
    current = status.current
    if current is None:
        yield "It holds no dataset yet. To load the data that ship: pathways load --to neo4j"
    else:
        held = current.held
        when = _when(current.loaded_at)
        yield f"In use is “{current.name}”, version {held.content_hash}, loaded on {when}."
        yield f"It has {records_in_words(current.counts)}: {_size(held)} in the database."
        if is_shipped(status, shipped):
            yield "It is the same as the data that ship with this program."
        else:
            yield (
                f"It is not the same as the data that ship with this program, which are “{shipped.name}”, "
                f"version {shipped.content_hash}. To load those: pathways load --to neo4j"
            )
    if status.previous:
        held = status.previous
        yield f"The dataset before it is kept too: version {held.content_hash}, {_size(held)}."
    if status.unfinished:
        count = count_in_words(status.unfinished, "dataset")
        yield sentence(f"{count} besides not whole yet: the next load of the same finishes it")


def json_status(status: StoreStatus, shipped: Catalogue) -> dict[str, Any]:
    """Return the same as a JSON object. `same_as_shipped` is null where nothing is in use."""
    return {
        **_json_store(status),
        "previous": _json_held(status.previous) if status.previous else None,
        "unfinished": status.unfinished,
        "same_as_shipped": is_shipped(status, shipped) if status.current else None,
    }


def loaded_sentence(loaded: Loaded) -> str:
    """Return what a load has done."""
    status, current = loaded.status, loaded.status.current
    if current is None:
        return f"What was loaded into {status.uri} has been taken out again by somebody else."
    named = f"“{current.name}”, version {current.held.content_hash}"
    if not loaded.changed:
        when = _when(current.loaded_at)
        return f"Nothing to do: {named}, has been in use at {status.uri} since {when}."
    kept = " The dataset before it is kept too." if status.previous else ""
    return f"Loaded {named}: {_size(current.held)} at {status.uri}. It is now in use.{kept}"


def json_loaded(loaded: Loaded) -> dict[str, Any]:
    """Return the same as a JSON object."""
    return {**_json_store(loaded.status), "changed": loaded.changed}


def is_shipped(status: StoreStatus, shipped: Catalogue) -> bool:
    """Say whether what is in use has the name and the content of what ships."""
    current = status.current
    return current is not None and (current.name, current.held.content_hash) == (
        shipped.name,
        shipped.content_hash,
    )


def _json_store(status: StoreStatus) -> dict[str, Any]:
    current = status.current
    return {
        "store": "neo4j",
        "uri": status.uri,
        "database": status.database,
        "server": status.server,
        "current": {
            "name": current.name,
            **_json_held(current.held),
            "loaded_at": current.loaded_at.isoformat(),
            "counts": dict(current.counts),
        }
        if current
        else None,
    }


def _json_held(held: Held) -> dict[str, Any]:
    return {
        "hash": held.content_hash,
        "format": held.format,
        "nodes": held.nodes,
        "relationships": held.relationships,
    }


def _server(status: StoreStatus) -> str:
    return status.server.replace("/", " ", 1)


def _when(at: datetime) -> str:
    return f"{day_in_words(at.date())} at {at:%H:%M %Z}".strip()


def _size(held: Held) -> str:
    return f"{held.nodes:,} nodes and {held.relationships:,} relationships"
