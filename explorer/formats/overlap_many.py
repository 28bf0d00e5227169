"""Overlaps of more sectors than can be looked at pair by pair: a summary, and rows one after the other."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from explorer.formats.csv_routes import to_csv
from explorer.formats.outline_steps import Block, Bullet, Heading, Paragraph
from explorer.formats.overlap_data import COLUMNS, PROVENANCE, Json, figures_cells, figures_json, provenance
from explorer.formats.overlap_text import FIGURES, closing, figures_of, short_name, text_table
from explorer.formats.text import to_text
from explorer.words.overlap import kind_key, pair_sentence, share_in_words
from pathways.catalogue import Catalogue
from pathways.overlap_all import KINDS, AllOverlaps, Figures

MOST_TOLD, MOST_LISTED = 5, 40
"""How many of the closest pairs are told in a sentence, and how many stand in the table."""

LINES_AT_ONCE = 2_000
"""How many lines are written together: fewer take longer, more keep who reads them waiting."""


def many_text(found: AllOverlaps, catalogue: Catalogue, width: int | None = None) -> str:
    """Return how many sectors and pairs there are, how shares lie, and the closest pairs."""
    closest = _closest(found)
    head: list[Block] = [
        Heading(1, f"{len(found.sectors):,} sectors compared"),
        Paragraph(_spread(found)),
        Paragraph("The closest pairs:"),
        *(Bullet(pair_sentence(each, catalogue)) for each in closest[:MOST_TOLD]),
    ]
    rows = [["From", "To", *FIGURES]]
    for each in closest:
        ends = (short_name(end, catalogue) for end in (each.from_sector, each.to_sector))
        rows.append([*ends, *figures_of(each)])
    told = f"The closest {len(closest)}, all kinds together. CSV and JSON have every pair, kind by kind."
    table = to_text([Heading(2, "Pair by pair"), Paragraph(told)])
    return "\n".join(
        [to_text(head, width), table, text_table(rows, left=2), to_text(closing(catalogue), width)]
    )


def many_csv(found: AllOverlaps, catalogue: Catalogue) -> Iterator[str]:
    """Yield the header and the rows of every pair by kind as `to_csv` writes them, many lines at a time.

    There may be millions, and few different figures among them: what they look like is worked out once each.
    """
    ends = {each: _cells(each, catalogue.sector_by_id[each].title) for each in found.sectors}
    rest = _cells(*provenance(catalogue))
    told: dict[tuple[int, int, int], str] = {}
    lines = [to_csv([(*COLUMNS, *PROVENANCE)])]
    for each in found:
        figures = (each.n, each.same, each.similar)
        if figures not in told:
            told[figures] = ",".join(figures_cells(each))
        pair = f"{ends[each.from_sector]},{ends[each.to_sector]}"
        lines.append(f"{pair},{kind_key(each.kind)},,{told[figures]},{rest}\n")
        if len(lines) >= LINES_AT_ONCE:
            yield "".join(lines)
            lines = []
    yield "".join(lines)


def _cells(*texts: str) -> str:
    return to_csv([texts])[:-1]


def many_json(found: AllOverlaps) -> Iterator[Json]:
    """Yield every pair by kind as a JSON object."""
    return (figures_json(each) for each in found)


def _spread(found: AllOverlaps) -> str:
    shares = _shares(found)
    known = shares[~np.isnan(shares)]
    if not known.size:
        return "None of them asks for anything, so there is nothing to compare."
    middle, most = (share_in_words(float(each)) for each in (np.median(known), known.max()))
    none = int((known == 0).sum())
    return (
        f"{known.size:,} pairs, each in one direction. The middle share is {middle}, the greatest {most}. "
        f"{none:,} pairs have nothing in common."
    )


def _shares(found: AllOverlaps) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """Return the shares of all kinds together by from and to, not-a-number where there is none."""
    counted = found.same[-1] + found.similar[-1] / 2
    n = found.n[-1].astype(float)
    shares: np.ndarray[tuple[int, int], np.dtype[np.float64]] = np.full(counted.shape, np.nan)
    np.divide(counted, n, out=shares, where=n > 0)
    np.fill_diagonal(shares, np.nan)
    return shares


def _closest(found: AllOverlaps) -> list[Figures]:
    shares = np.nan_to_num(_shares(found), nan=-1.0)
    order = np.argsort(-shares, axis=None, kind="stable")[:MOST_LISTED]
    return [
        Figures(
            found.sectors[here],
            found.sectors[there],
            KINDS[-1],
            int(found.n[-1, there]),
            int(found.same[-1, here, there]),
            int(found.similar[-1, here, there]),
        )
        for here, there in zip(*np.unravel_index(order, shares.shape), strict=True)
        if shares[here, there] >= 0
    ]
