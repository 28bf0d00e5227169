"""Overlaps of sectors as JSON and as tables for a researcher's spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from explorer.sector_overlap import HASH_SHOWN, SectorOverlap, citation
from explorer.words.overlap import SHARE_MEANING, kind_key, level_of, new_of
from pathways.catalogue import Catalogue
from pathways.overlap import METHOD, How, Match, Overlap

if TYPE_CHECKING:  # it brings numpy, which figures of few sectors do without
    from pathways.overlap_all import Figures

Json = dict[str, Any]

COLUMNS = (
    "from",
    "from_title",
    "to",
    "to_title",
    "kind",
    "level",
    "n",
    "same",
    "similar",
    "new",
    "share",
    "likely_low",
    "likely_high",
)
MATCH_COLUMNS = (
    "from",
    "from_title",
    "to",
    "to_title",
    "kind",
    "level",
    "need",
    "need_statement",
    "how",
    "score",
    "counts",
    "have",
    "have_statement",
    "concept",
)
PROVENANCE = ("dataset", "dataset_hash", "method")
"""Columns that say, on each row, what the figures rest on: a table is copied without its first lines."""

NEW = "new"
"""What a table says in `how` of something that is not asked for in the other sector."""


def overlap_to_json(compared: SectorOverlap, with_matches: bool) -> Json:
    """Return overlaps as a JSON object, with the pairs of requirements behind the figures where asked."""
    catalogue = compared.catalogue
    return {
        **json_head(compared.sectors, catalogue),
        "pairs": [json_pair(each, catalogue, with_matches) for each in compared.overlaps],
    }


def json_head(sectors: Iterable[str], catalogue: Catalogue) -> Json:
    """Return what stands before the pairs: which sectors, which data, which method."""
    return {
        "sectors": [{"id": each, "title": catalogue.sector_by_id[each].title} for each in sectors],
        "dataset": {"name": catalogue.name, "hash": catalogue.content_hash},
        "method": {"name": METHOD, "share": SHARE_MEANING},
        "citation": citation(catalogue),
    }


def json_pair(overlap: Overlap, catalogue: Catalogue, with_matches: bool) -> Json:
    """Return one overlap as a JSON object."""
    held = figures_json(overlap)
    if with_matches:
        held["matches"] = [_json_match(each, catalogue) for each in overlap.matches]
        held["unmatched"] = [
            {"need": each, "need_statement": _statement(each, catalogue)} for each in overlap.new
        ]
    return held


def figures_json(overlap: Overlap | Figures) -> Json:
    """Return the figures of a pair as a JSON object."""
    return {
        "from": overlap.from_sector,
        "to": overlap.to_sector,
        "kind": kind_key(overlap.kind),
        "level": level_of(overlap),
        "n": overlap.n,
        "same": overlap.same,
        "similar": overlap.similar,
        "new": new_of(overlap),
        "share": _rounded(overlap.share),
        "likely": [_rounded(each) for each in overlap.likely] if overlap.likely else None,
    }


def overlap_rows(compared: SectorOverlap) -> Iterator[tuple[str, ...]]:
    """Yield the header, then a row for each pair, kind and level."""
    yield (*COLUMNS, *PROVENANCE)
    rest = provenance(compared.catalogue)
    for each in compared.overlaps:
        place = (*_ends(each, compared.catalogue), kind_key(each.kind), each.level or "")
        yield (*place, *figures_cells(each), *rest)


def match_rows(compared: SectorOverlap) -> Iterator[tuple[str, ...]]:
    """Yield the header, then a row for each thing asked for: what matches it in the other sector, or new.

    Rows of all kinds together are those of the three kinds over again, and are left out.
    """
    yield (*MATCH_COLUMNS, *PROVENANCE)
    catalogue = compared.catalogue
    rest = provenance(catalogue)
    for each in compared.overlaps:
        if each.kind is not None:
            pair = (*_ends(each, catalogue), kind_key(each.kind), each.level or "")
            for match in each.matches:
                yield (*pair, *_match_row(match, catalogue), *rest)
            for need in each.new:
                told = (need, _statement(need, catalogue), NEW, "", "0", "", "", _concept(need, catalogue))
                yield (*pair, *told, *rest)


def figures_cells(overlap: Overlap | Figures) -> tuple[str, ...]:
    """Return the figures of a pair as cells, from `n` on. A share of nothing is an empty cell."""
    counts = (overlap.n, overlap.same, overlap.similar, new_of(overlap))
    likely = overlap.likely or (None, None)
    return (*map(str, counts), *(_decimal(each) for each in (overlap.share, *likely)))


def _ends(overlap: Overlap, catalogue: Catalogue) -> tuple[str, ...]:
    ends = (catalogue.sector_by_id[each] for each in (overlap.from_sector, overlap.to_sector))
    return tuple(text for each in ends for text in (each.id, each.title))


def _json_match(match: Match, catalogue: Catalogue) -> Json:
    return {
        "have": match.have,
        "need": match.need,
        "how": str(match.how),
        "score": _rounded(match.score),
        "have_statement": _statement(match.have, catalogue),
        "need_statement": _statement(match.need, catalogue),
        "inferred": match.how is How.TEXT,
    }


def _match_row(match: Match, catalogue: Catalogue) -> tuple[str, ...]:
    return (
        match.need,
        _statement(match.need, catalogue),
        str(match.how),
        _decimal(match.score),
        "1" if match.how is How.SAME else "0.5",
        match.have,
        _statement(match.have, catalogue),
        _concept(match.need, catalogue),
    )


def provenance(catalogue: Catalogue) -> tuple[str, ...]:
    """Return the cells of PROVENANCE."""
    return catalogue.name, catalogue.content_hash[:HASH_SHOWN], METHOD


def _statement(requirement: str, catalogue: Catalogue) -> str:
    return catalogue.requirement_by_id[requirement].statement


def _concept(requirement: str, catalogue: Catalogue) -> str:
    return catalogue.requirement_by_id[requirement].concept or ""


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 4)


def _decimal(share: float | None) -> str:
    return "" if share is None else f"{share:.4f}"
