"""What is loaded into Neo4j and what happens to the load, and when: drawn from a seed and a number."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from math import ceil
from random import Random

from graph_loader.graph import list_edges, list_records
from pathways.catalogue import Catalogue
from tests.explore_data import grown
from tests.neo4j.proxy import WHEN, Moment
from tests.strategies import drawn

SHARES = {
    "connection cut, and refused after": 32,
    "connection cut once": 27,
    "loader killed": 34,
    "server killed": 3,
    "loader stopped": 3,
    "server stopped": 1,
}
"""How many of a hundred interruptions are of each kind. A clean stop is the least of all faults."""

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
"""When tests load."""

SERVER = tuple(kind for kind in SHARES if kind.startswith("server"))

BATCHES = (3, 40, 5000)
"""How many records a transaction of the loader takes: small ones end in the middle more often."""


AROUND = 13
"""How many statements a load runs besides its batches."""

MESSAGES = 4
"""How many messages a driver sends for a statement: BEGIN, RUN, PULL, COMMIT."""


@dataclass(frozen=True)
class Interruption:
    """What is loaded, in batches of what size, and what happens when.

    `patient` is a loader that tries again until what happened to it has passed; `from_nothing` is an empty
    database; `afterwards` is loaded next, in peace.
    """

    number: int
    kind: str
    catalogue: Catalogue
    batch: int
    moment: Moment
    patient: bool
    from_nothing: bool
    afterwards: Catalogue

    def __str__(self) -> str:
        return (
            f"{self.number}: {self.kind} {self.moment.when} message {self.moment.message} of "
            f"{self.catalogue.name}{' into nothing' * self.from_nothing}, then {self.afterwards.name}"
        )


def draw_kinds(count: int, seed: int, with_server: bool) -> list[str]:
    """Return the kinds of so many interruptions, in the shares of SHARES and each at least once, mixed."""
    shares = {kind: share for kind, share in SHARES.items() if with_server or kind not in SERVER}
    total = sum(shares.values())
    found = [kind for kind, share in shares.items() for _ in range(max(1, share * count // total))]
    found += ["connection cut once"] * (count - len(found))
    Random(seed).shuffle(found)
    return found[:count]


def draw(number: int, kind: str, seed: int) -> Interruption:
    """Return the interruption of a number and a kind, which the seed decides."""
    dice = Random(f"{seed} {number}")
    catalogue = _any_dataset(dice)
    batch = dice.choice(BATCHES) if len(catalogue.steps) < 100 else BATCHES[-1]
    last = MESSAGES * (AROUND + _batches(catalogue, batch))
    moment = Moment(dice.randint(1, last), dice.choice(WHEN), dice.choice((0, 0.001, 0.005, 0.02, 0.08)))
    # The next load is mostly of the same, to finish it; sometimes of another that finds it half done.
    afterwards = catalogue if dice.random() < 0.75 else _any_dataset(dice)
    patient = kind == "connection cut once" or (kind in SERVER and dice.random() < 0.5)
    return Interruption(number, kind, catalogue, batch, moment, patient, dice.random() < 0.08, afterwards)


def _batches(catalogue: Catalogue, size: int) -> int:
    """Return in how many batches a dataset is written, those of one type together."""
    types = Counter(kind for _, kind, _ in list_records(catalogue))
    types.update(attributes["type"] for _, _, _, attributes in list_edges(catalogue))
    return sum(ceil(count / size) for count in types.values())


def _any_dataset(dice: Random) -> Catalogue:
    """Return one of four that may have been loaded before, one of some thousand records, or a new one."""
    choice = dice.random()
    if choice < 0.2:
        return small(dice.randrange(4))
    return large(dice.randrange(3)) if choice < 0.28 else small(dice.randrange(4, 10**9))


def small(seed: int) -> Catalogue:
    """Return a dataset of some sixty records with something of everything."""
    return replace(drawn(Random(seed).randbytes(1200)), name=f"small {seed}")


def large(seed: int) -> Catalogue:
    """Return a dataset of some four thousand records."""
    return replace(grown(1000, seed=seed), name=f"large {seed}")
