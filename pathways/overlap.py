"""How far sectors ask for the same things: directional shares by kind and level, and the pairs behind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pathways.catalogue import Catalogue
from pathways.errors import UnknownName
from pathways.likely import likely_share
from pathways.model import Kind
from pathways.places import nearest_names
from pathways.sector_needs import levels_of, needs_of

METHOD = "overlap-1"
"""Which method gave a figure. It changes whenever the same data would give other figures."""


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
        return share_of(self.n, self.same, self.similar)


def share_of(n: int, same: int, similar: int) -> float | None:
    """Return (same + similar / 2) / n; None where n is 0."""
    return (same + similar / 2) / n if n else None


def compare(catalogue: Catalogue, sectors: Sequence[str]) -> tuple[Overlap, ...]:
    """Return the overlap of every ordered pair of these sectors, by kind and level, and over all of each.

    Pairs in the order of `sectors`; for each pair kinds in the order aspiration, awareness, attainment, all;
    for each kind all levels first, then each level with a row, lowest first. Raises UnknownName for a sector
    that is not in the data.
    """
    for sector in sectors:
        if sector not in catalogue.sector_by_id:
            raise UnknownName(
                f"There is no sector '{sector}'.", nearest_names(sector, catalogue.sector_by_id)
            )
    matcher = Matcher(catalogue)
    found: list[Overlap] = []
    for here in sectors:
        for there in sectors:
            if here != there:
                found.extend(_pair(matcher, here, there))
    return tuple(found)


def _pair(matcher: Matcher, here: str, there: str) -> Iterator[Overlap]:
    catalogue = matcher.catalogue
    levels = (None, *levels_of(catalogue, there))
    by_level: dict[str | None, list[Overlap]] = {level: [] for level in levels}
    for kind in Kind:
        haves = needs_of(catalogue, here, kind)
        for level in levels:
            needs = needs_of(catalogue, there, kind, level)
            matches = tuple(matcher.matches(kind, needs, haves))
            by_level[level].append(_overlap((here, there), kind, level, needs, matches))
    yield from (cells[number] for number in range(len(Kind)) for cells in by_level.values())
    for level, cells in by_level.items():
        needs = tuple(one for cell in cells for one in (*(match.need for match in cell.matches), *cell.new))
        matches = tuple(match for cell in cells for match in cell.matches)
        yield _overlap((here, there), None, level, needs, matches)


def _overlap(
    sectors: tuple[str, str],
    kind: Kind | None,
    level: str | None,
    needs: Sequence[str],
    matches: tuple[Match, ...],
) -> Overlap:
    same = sum(match.how is How.SAME for match in matches)
    met = {match.need for match in matches}
    new = tuple(need for need in needs if need not in met)
    similar = len(matches) - same
    return Overlap(
        *sectors,
        kind,
        level,
        len(needs),
        same,
        similar,
        matches,
        new,
        likely_share(len(needs), same, similar),
    )


class Matcher:
    """Finds which requirements of one list are covered by another's, one to one."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Prepare for one catalogue. What words are alike is worked out when it is first needed."""
        self.catalogue = catalogue

    def matches(self, kind: Kind, needs: Sequence[str], haves: Sequence[str]) -> Iterator[Match]:
        """Yield a match for each need that is covered: by the same id, else by concept, else by words.

        Ids of one kind, in order. Each of `haves` covers one need.
        """
        open_needs, free = dict.fromkeys(needs), dict.fromkeys(haves)
        for found in (self._same, self._by_concept, self.by_text):
            for match in found(kind, tuple(open_needs), tuple(free)):
                del open_needs[match.need], free[match.have]
                yield match

    def _same(self, kind: Kind, needs: Sequence[str], haves: Sequence[str]) -> Iterator[Match]:
        shared = {*needs} & {*haves}
        return (Match(need, need, How.SAME) for need in needs if need in shared)

    def _by_concept(self, kind: Kind, needs: Sequence[str], haves: Sequence[str]) -> Iterator[Match]:
        about: dict[str, list[str]] = defaultdict(list)
        for have in reversed(haves):
            concept = self.catalogue.requirement_by_id[have].concept
            if concept:
                about[concept].append(have)
        for need in needs:
            concept = self.catalogue.requirement_by_id[need].concept
            if concept and about.get(concept):
                yield Match(need, about[concept].pop(), How.CONCEPT)

    def by_text(self, kind: Kind, needs: Sequence[str], haves: Sequence[str]) -> Iterator[Match]:
        """Yield a match for each need whose words are like those of one of `haves`, the likest first."""
        needs, haves = ([name for name in names if self._is_worded(name)] for names in (needs, haves))
        undefined = {name for name in (*needs, *haves) if not self._is_defined(name)}
        if not (needs and haves and undefined):
            return
        taken: set[str] = set()
        for score, need, have in sorted(self._alike(kind, needs, haves, undefined)):
            if need not in taken and have not in taken:
                taken |= {need, have}
                yield Match(need, have, How.TEXT, round(-score, 3))

    def _alike(
        self, kind: Kind, needs: Iterable[str], haves: Iterable[str], undefined: set[str]
    ) -> Iterator[tuple[float, str, str]]:
        """Yield pairs that are alike, with the likeness below nought, so that the likest come first."""
        from pathways.likeness import Likeness  # takes longer to import than all else here takes to do

        likeness = Likeness.of(self.catalogue, kind)
        rows: dict[int, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
        for side, names in enumerate((needs, haves)):
            for name in names:
                rows[likeness.row[name]][side].append(name)
        left, right = ([row for row, names in rows.items() if names[side]] for side in (0, 1))
        for alike in likeness.pairs(left, right):
            for one, two, score in zip(
                alike.left.tolist(), alike.right.tolist(), alike.score.tolist(), strict=True
            ):
                for need in rows[one][0]:
                    for have in rows[two][1]:
                        if need in undefined or have in undefined:
                            yield -score, need, have

    def _is_worded(self, name: str) -> bool:
        return self.catalogue.requirement_by_id[name].holding is None

    def _is_defined(self, name: str) -> bool:
        """Say whether editors have said what it is about: then they have also said what it is not."""
        concept = self.catalogue.requirement_by_id[name].concept
        found = self.catalogue.concept_by_id.get(concept) if concept else None
        return found is not None and found.definition is not None
