"""How far sectors ask for the same things: directional shares by kind and level, and the pairs behind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from pathways.catalogue import Catalogue
from pathways.model import Kind


class How(StrEnum):
    """How two requirements were found to be about the same."""

    SAME = "same"
    CONCEPT = "concept"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Match:
    """One requirement needed in one sector and the one in the other that covers it.

    SAME counts one, the others a half. `score`, 0 to 1, is the likeness of the words of a TEXT match
    (inferred); None for the others.
    """

    need: str
    have: str
    how: How
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Overlap:
    """How much of what `to_sector` asks for `from_sector` asks for too.

    `kind` is None for all kinds together, `level` None for all levels (else the `at` of the rows of
    `to_sector`; `from_sector` counts at any level). `n` is the number of distinct essential and any-of
    requirements, `new` the ids of those with no match. `likely` is the 95 % interval of the share when the
    requirements are drawn again (bootstrap), None where n is 0.
    """

    from_sector: str
    to_sector: str
    kind: Kind | None
    level: str | None
    n: int
    same: int
    similar: int
    matches: tuple[Match, ...]
    new: tuple[str, ...]
    likely: tuple[float, float] | None

    @property
    def share(self) -> float | None:
        """(same + similar / 2) / n; None where nothing is asked for."""
        return (self.same + self.similar / 2) / self.n if self.n else None


def compare(catalogue: Catalogue, sectors: Sequence[str]) -> tuple[Overlap, ...]:
    """Return the overlap of every ordered pair of these sectors, by kind and level, and over all of each.

    Pairs in the order of `sectors`; for each pair kinds in the order aspiration, awareness, attainment, all;
    for each kind all levels first, then each level with a row, lowest first. Raises UnknownName for a sector
    that is not in the data.
    """
    raise NotImplementedError
