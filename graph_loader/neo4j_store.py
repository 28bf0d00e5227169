"""The store that keeps the graph in a Neo4j database: shared by many, or too large for every process."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from graph_loader.attributes import attribute_names
from graph_loader.collecting import no_collecting
from graph_loader.flat import from_columns
from graph_loader.from_catalogue import FromCatalogue, closed, empty
from graph_loader.graph import RECORD_TYPES
from graph_loader.neo4j_load import FORMAT, dataset_id, load
from graph_loader.neo4j_session import Neo4jSession
from pathways.catalogue import Catalogue
from pathways.errors import StoreUnavailable
from pathways.model import Step
from pathways.places import unknown_name
from pathways.store import DatasetVersion

PAGE = 10_000
"""How many records are read in one go."""

TRIES = 5
"""How often the current dataset is read anew that has been cleared away while it was read."""


def _now() -> datetime:
    return datetime.now(UTC)


class Neo4jStore(FromCatalogue):
    """A `GraphStore` in a database. A dataset is read once, and again only when another is current.

    It closes the session that it is given. `clock` gives the time that a version says it was loaded at.
    """

    def __init__(self, session: Neo4jSession, clock: Callable[[], datetime] = _now) -> None:
        self._session = session
        self._clock = clock
        self._known: tuple[DatasetVersion, Catalogue] | None = None
        self._closed = False

    def replace(self, catalogue: Catalogue) -> DatasetVersion:
        """Load a catalogue and make it the current one. See GraphStore and neo4j_load."""
        self._refuse_if_closed()
        return load(self._session, catalogue, self._clock())

    def current(self) -> DatasetVersion | None:
        """Return which dataset is current, or None. Raises StoreUnavailable where it cannot be read."""
        self._refuse_if_closed()
        found = self._session.read("store/current")
        if not found:
            return None
        row = found[0]
        if row["format"] != FORMAT:
            raise StoreUnavailable(
                f"The dataset in the database is written in format {row['format']}, and this version of "
                f"Pathway Explorer reads format {FORMAT}. Load it again with this version: "
                "pathways load --to neo4j."
            )
        counts = tuple(zip(row["groups"], row["counts"], strict=True))
        return DatasetVersion(row["name"], row["hash"], counts, datetime.fromisoformat(row["loaded_at"]))

    def read(self, version: DatasetVersion | None = None) -> Catalogue:
        """Return every record of the current dataset, or of one that is still held. See GraphStore."""
        self._refuse_if_closed()
        if version is None:
            return self.read_current()
        catalogue = self._read_whole(version)
        if catalogue is None:
            held = [row["hash"] for row in self._session.read("store/datasets")]
            raise unknown_name("dataset version", version.content_hash, held)
        return catalogue

    def read_current(self) -> Catalogue:
        """Return every record of the current dataset."""
        for _ in range(TRIES):
            version = self.current()
            if version is None:
                raise empty()
            known = self._known
            if known and known[0] == version:
                return known[1]
            catalogue = self._read_whole(version)
            if catalogue is not None:
                self._known = version, catalogue
                return catalogue
        raise StoreUnavailable(
            "The dataset in the database is not whole. Load it again: pathways load --to neo4j."
        )

    def close(self) -> None:
        """Close the connections. See GraphStore."""
        self._closed = True
        self._known = None
        self._session.close()

    def _refuse_if_closed(self) -> None:
        if self._closed:
            raise closed()

    def _read_whole(self, version: DatasetVersion) -> Catalogue | None:
        """Return a dataset, or None where not all of it is there, since it is being cleared away."""
        dataset = dataset_id(version.content_hash)
        groups: dict[str, list[Any]] = {group: [] for group, _ in version.counts}
        with no_collecting():
            for type_, (kind, group) in RECORD_TYPES.items():
                groups[group] = self._read_records(dataset, kind, "records", type=type_)
            groups["steps"] = self._read_records(dataset, Step, "steps")
        if any(len(groups[group]) != count for group, count in version.counts):
            return None
        catalogue = Catalogue.of(version.name, **groups)
        # Known, and dear to make again. This is where a cached_property looks first.
        vars(catalogue)["content_hash"] = version.content_hash
        return catalogue

    def _read_records(self, dataset: str, kind: type, query: str, **parameters: str) -> list[Any]:
        """Return every record of a class, read page by page."""
        fields = [*attribute_names(kind)]
        records: list[Any] = []
        first: str = ""
        while True:
            page = self._session.read(
                f"store/read_{query}",
                dataset=dataset,
                first=first,
                size=PAGE + 1,
                fields=fields,
                **parameters,
            )
            columns = {row["field"]: row["values"] for row in page}
            try:
                records.extend(from_columns(kind, columns))
            except ValueError as problem:
                raise StoreUnavailable(
                    f"A record in the database cannot be read ({problem}). Load the dataset again: "
                    "pathways load --to neo4j."
                ) from None
            if len(columns["id"]) <= PAGE:
                return records
            first = columns["id"][-1]  # which the next page begins with
            del records[-1]
