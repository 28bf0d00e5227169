"""Loads a dataset into Neo4j so that readers see the old one or the new one, whole, whatever goes wrong.

The dataset is written beside the current one, under a name made from its content. Where its nodes and
relationships add up it is sealed, and one transaction moves the pointer to it. Every statement can run twice,
so a load that was cut short is finished by loading again. The current and the previous dataset are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime
from itertools import groupby, islice
from typing import Any

from graph_loader.collecting import no_collecting
from graph_loader.flat import to_properties
from graph_loader.graph import Edge, Size, list_edges, list_records, measure
from graph_loader.neo4j_schema import prepare
from graph_loader.neo4j_session import Neo4jSession
from pathways.catalogue import Catalogue
from pathways.errors import DataError, InvalidQuery, StoreUnavailable
from pathways.notices import Notice, Severity, Subject
from pathways.store import DatasetVersion

FORMAT = 1
"""How a dataset is written. Another way to write it gets another number, and is another dataset."""

BATCH = 5_000
"""How many nodes or relationships are written in one transaction."""

ATTEMPTS = 5
"""How often a load starts over whose dataset somebody else clears away meanwhile."""

QUERIES = {"STEP": "steps", "ASKS": "asks"}
"""The queries for edges of which there can be many between two nodes; "links" serves all others."""

TYPED = ("nodes", "links")
"""The queries that serve several types."""

OWN = ("id", "type")
"""Attributes of an edge that are no properties of a relationship: its key, and what it is."""

NEVER = datetime.min.replace(tzinfo=UTC)

Row = list[Any]
"""A node or a relationship as its query takes it: a list, which a server reads sooner than a map."""

Batch = tuple[str, str, list[Row]]
"""A query, the type of what it writes, and its rows."""

Progress = Callable[[int, int], None]
"""Told how many nodes and relationships have been written, and how many there are."""


def load(
    session: Neo4jSession,
    catalogue: Catalogue,
    now: datetime,
    progress: Progress = lambda done, total: None,
    beside_others: bool = False,
) -> DatasetVersion:
    """Make a catalogue the current dataset of a database, and return its version.

    Raises DataError where a record points at one that is not there; InvalidQuery where the database holds
    what is not ours, unless `beside_others`; StoreUnavailable where it cannot be reached or written to. Then
    what was current still is, unless it was the answer to the very last step that was lost. Load again.
    """
    size = measure(catalogue)
    if not beside_others:
        _refuse_others(session)
    prepare(session)
    for _ in range(ATTEMPTS):
        flipped = _load_once(session, catalogue, size, now, progress)
        if flipped:
            # It is current; what could not be cleared away now is by the next load.
            with suppress(StoreUnavailable):
                clean_up(session)
            loaded_at = datetime.fromisoformat(flipped["loaded_at"])
            return DatasetVersion.of(catalogue, loaded_at)
    raise StoreUnavailable("Another load got in the way of this one. Nothing has changed; load again.")


def dataset_id(content_hash: str) -> str:
    """Return the name under which a content is held in the database."""
    return content_hash if FORMAT == 1 else f"{content_hash}-{FORMAT}"


def clean_up(session: Neo4jSession) -> None:
    """Delete every dataset that is neither current nor previous nor being loaded, in batches."""
    for row in session.write("store/old"):
        _delete(session, row["dataset"])


def _refuse_others(session: Neo4jSession) -> None:
    found = session.read("store/others")
    if found:
        labels = ", ".join(found[0]["labels"]) or "a node without a label"
        raise InvalidQuery(
            f"The database holds other data ({labels[:80]}). Use a database of its own, or add "
            "--beside-others, and ours will stand beside them."
        )


def _load_once(
    session: Neo4jSession, catalogue: Catalogue, size: Size, now: datetime, progress: Progress
) -> dict[str, Any] | None:
    """Write what is not there yet, seal and flip; None where somebody cleared it away meanwhile."""
    dataset = dataset_id(catalogue.content_hash)
    if not _is_complete(session, dataset, catalogue) and not _write(
        session, dataset, catalogue, size, progress
    ):
        return None
    flipped = session.write("store/flip", dataset=dataset, name=catalogue.name, now=now.isoformat())
    return flipped[0] if flipped else None


def _is_complete(session: Neo4jSession, dataset: str, catalogue: Catalogue) -> bool:
    """Begin a dataset, or go on with it. Says whether it is there already."""
    begin = {"dataset": dataset, "hash": catalogue.content_hash, "format": FORMAT}
    status = session.write("store/begin", **begin)[0]["status"]
    if status == "deleting":
        _delete(session, dataset)
        status = session.write("store/begin", **begin)[0]["status"]
    return bool(status == "complete")


@no_collecting()
def _write(session: Neo4jSession, dataset: str, catalogue: Catalogue, size: Size, progress: Progress) -> bool:
    """Write every node and relationship, and seal. False where the dataset is no longer being loaded."""
    done = 0
    for name, type_, rows in _ahead(_batches(catalogue)):
        parameters = {"dataset": dataset, "rows": rows} | ({"type": type_} if name in TYPED else {})
        written = session.write(f"store/{name}", **parameters)[0]["count"]
        if written != len(rows):
            return False
        done += written
        progress(done, size.nodes + size.edges)
    version = DatasetVersion.of(catalogue, NEVER)
    groups, counts = zip(*version.counts, strict=True)
    sealed = session.write(
        "store/seal",
        dataset=dataset,
        nodes=size.nodes,
        relationships=size.edges,
        groups=list(groups),
        counts=list(counts),
    )
    if sealed and sealed[0]["status"] == "loading":
        # Something is there that this program did not write. Starting over is the only way to be sure.
        session.write("store/discard", dataset=dataset)
    return bool(sealed) and sealed[0]["status"] == "complete"


def _batches(catalogue: Catalogue) -> Iterator[Batch]:
    """Yield the query, the type and the rows of every batch, nodes first."""
    for type_, nodes in groupby(list_records(catalogue), key=lambda node: node[1]):
        for rows in _in_batches(
            [node, attributes["id"], _properties(node, attributes)] for node, _, attributes in nodes
        ):
            yield "nodes", type_, rows
    for type_, edges in groupby(list_edges(catalogue), key=lambda edge: edge[3]["type"]):
        for rows in _in_batches(map(_edge_row, edges)):
            yield QUERIES.get(type_, "links"), type_, rows


def _ahead(batches: Iterator[Batch]) -> Iterator[Batch]:
    """Yield batches, the next of which is made while the server writes the one before."""
    with ThreadPoolExecutor(1) as worker:
        following = worker.submit(next, batches, None)
        while batch := following.result():
            following = worker.submit(next, batches, None)
            yield batch


def _edge_row(edge: Edge) -> Row:
    start, end, key, attributes = edge
    properties = _properties(key, {name: value for name, value in attributes.items() if name not in OWN})
    return [start, end, key, properties]


def _properties(of: str, attributes: dict[str, Any]) -> dict[str, Any]:
    """Return what the database is to hold. Raises DataError for what it cannot: `of` names the record."""
    properties = to_properties(attributes)
    for name, value in properties.items():
        if isinstance(value, int) and value.bit_length() > 63:
            message = f"'{of}': {name} is {value}, and a database holds whole numbers of 64 bits only."
            raise DataError([Notice("too-large", Severity.ERROR, None, message, Subject("graph", of))])
    return properties


def _in_batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    rest = iter(rows)
    while batch := [*islice(rest, BATCH)]:
        yield batch


def _delete(session: Neo4jSession, dataset: str) -> None:
    while session.write("store/delete", dataset=dataset, size=BATCH)[0]["count"]:
        pass
    session.write("store/forget", dataset=dataset)
