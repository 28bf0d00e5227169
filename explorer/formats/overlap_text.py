"""Overlaps of sectors for a terminal: sentences first, then the shares as a square, then pair by pair."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from explorer.formats.outline_steps import Block, Bullet, Heading, Paragraph
from explorer.formats.plain import one_line
from explorer.formats.text import to_text
from explorer.sector_overlap import HASH_SHOWN, SectorOverlap, citation, list_closest
from explorer.words.amounts import count_in_words
from explorer.words.overlap import (
    HOW_MEANINGS,
    HOW_WORDS,
    KIND_NAMES,
    SHARE_MEANING,
    comparison_title,
    kind_key,
    likely_in_words,
    match_note,
    new_of,
    pair_sentence,
    share_in_words,
)
from pathways.catalogue import Catalogue
from pathways.overlap import METHOD, Overlap

if TYPE_CHECKING:  # it brings numpy, which figures of few sectors do without
    from pathways.overlap_all import Figures

MOST_IN_FULL = 12
"""How many pairs are told in sentences and kind by kind; of more, only the closest are told."""

MOST_IN_SQUARE = 20
"""How many sectors a square of shares has at most."""

MOST_PAIRS = 100
"""How many pairs a table lists at most; CSV has them all."""

NAME_LETTERS = 28
FIGURES = ("things", "same", "similar", "new", "share", "likely (95%)")

KINDS_SHORT = {kind: name.split(" (")[0] for kind, name in KIND_NAMES.items()}


def overlap_text(compared: SectorOverlap, with_matches: bool, width: int | None = None) -> str:
    """Return overlaps as text, each pair with its figures, and with what is behind them where asked."""
    catalogue = compared.catalogue
    levels = tuple(dict.fromkeys(each.level for each in compared.overlaps))
    whole = compared.list_of(None, levels[0])
    told = whole if len(whole) <= MOST_IN_FULL else list_closest(whole)[:MOST_IN_FULL]
    head: list[Block] = [Heading(1, comparison_title(compared.sectors, catalogue))]
    if len(told) < len(whole):
        head.append(Paragraph(f"These are the closest of {len(whole):,} pairs."))
    head.extend(Bullet(pair_sentence(each, catalogue)) for each in told)
    pieces = [to_text(head, width)]
    count = len(compared.sectors)
    if 2 < count <= MOST_IN_SQUARE and not compared.centre:
        pieces.append(_square(compared, levels[0]))
    pieces.append(_figures(compared, whole))
    if with_matches:
        pieces.append(to_text(_matches(compared.overlaps, catalogue), width))
    pieces.append(to_text(closing(catalogue), width))
    return "\n".join(pieces)


def closing(catalogue: Catalogue) -> Iterator[Block]:
    """Yield what the figures mean, what they rest on, and how to cite them."""
    yield Heading(2, "What the figures are")
    yield Paragraph(SHARE_MEANING)
    for how, meaning in HOW_MEANINGS.items():
        named = HOW_WORDS[how]
        yield Bullet(f"{named[:1].upper()}{named[1:]}: {meaning}.")
    version = catalogue.content_hash[:HASH_SHOWN]
    yield Paragraph(f"Data: {catalogue.name}, version {version}. Method: {METHOD}.")
    yield Paragraph(f"To cite: {citation(catalogue)}")


def text_table(rows: Sequence[Sequence[str]], left: int = 1) -> str:
    """Return rows as text in columns, the first a header; the first `left` columns begin at the left."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = []
    for row in rows:
        cells = (
            cell.ljust(width) if number < left else cell.rjust(width)
            for number, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines) + "\n"


def _square(compared: SectorOverlap, level: str | None) -> str:
    catalogue, sectors = compared.catalogue, compared.sectors
    rows = [["", *(str(number) for number in range(1, len(sectors) + 1))]]
    for number, here in enumerate(sectors, 1):
        shares = (
            "-" if here == there else _short_share(compared.find(here, there, None, level))
            for there in sectors
        )
        rows.append([f"{number} {short_name(here, catalogue)}", *shares])
    said = to_text(
        [
            Heading(2, "Shares, all kinds together"),
            Paragraph(
                "Each row says what its sector has of what the sectors with the numbers above ask for. "
                "Each column has one sector's things as its 100%."
            ),
        ]
    )
    return f"{said}\n{text_table(rows)}"


def _figures(compared: SectorOverlap, whole: Sequence[Overlap]) -> str:
    if len(whole) <= MOST_IN_FULL:
        return "\n".join(_figures_by_kind(compared))
    chosen = list_closest(whole)[:MOST_PAIRS]
    rows = [["From", "To", *FIGURES]]
    for each in chosen:
        ends = (short_name(end, compared.catalogue) for end in (each.from_sector, each.to_sector))
        rows.append([*ends, *figures_of(each)])
    some = f"The closest {len(chosen)} of {len(whole):,} pairs. " if len(chosen) < len(whole) else ""
    told = Paragraph(f"{some}“To” is the sector whose things are counted. CSV has every pair by kind too.")
    return f"{to_text([Heading(2, 'Pair by pair'), told])}\n{text_table(rows, left=2)}"


def _figures_by_kind(compared: SectorOverlap) -> Iterator[str]:
    """Yield a small table for each pair: its kinds, and its levels where they were asked for."""
    yield to_text([Heading(2, "Pair by pair")])
    by_pair: dict[tuple[str, str], list[Overlap]] = {}
    for each in compared.overlaps:
        by_pair.setdefault((each.from_sector, each.to_sector), []).append(each)
    for ends, overlaps in by_pair.items():
        levels = {each.level for each in overlaps} != {None}
        rows = [["  kind", *(["level"] if levels else []), *FIGURES]]
        for each in overlaps:
            level = [each.level or "all"] if levels else []
            rows.append([f"  {kind_key(each.kind)}", *level, *figures_of(each)])
        title = " → ".join(one_line(compared.catalogue.sector_by_id[end].title) for end in ends)
        yield f"{title}\n{text_table(rows, left=len(rows[0]) - len(FIGURES))}"


def figures_of(overlap: Overlap | Figures) -> list[str]:
    """Return the cells under FIGURES."""
    counts = (overlap.n, overlap.same, overlap.similar, new_of(overlap))
    likely = likely_in_words(overlap.likely) if overlap.likely else "-"
    return [*map(str, counts), _short_share(overlap), likely]


def _short_share(overlap: Overlap | Figures | None) -> str:
    return "-" if overlap is None or overlap.share is None else share_in_words(overlap.share)


def short_name(sector: str, catalogue: Catalogue) -> str:
    """Return a sector's title, cut where it would make a column wide."""
    title = one_line(catalogue.sector_by_id[sector].title)
    return title if len(title) <= NAME_LETTERS else f"{title[: NAME_LETTERS - 1].rstrip()}…"


def _matches(overlaps: Iterable[Overlap], catalogue: Catalogue) -> Iterator[Block]:
    """Yield each thing asked for under its pair, kind by kind: what matches it, or that it is new."""
    for each in overlaps:
        if each.kind is None or not each.n:
            continue
        ends = (catalogue.sector_by_id[end].title for end in (each.from_sector, each.to_sector))
        at = f", {each.level}" if each.level else ""
        yield Heading(3, f"{' → '.join(ends)}: {KINDS_SHORT[each.kind]}{at}")
        alike = count_in_words(each.similar, "thing")
        yield Paragraph(
            f"{count_in_words(each.same, 'thing').capitalize()} the same, {alike} alike, "
            f"{count_in_words(len(each.new), 'thing')} new."
        )
        for match in each.matches:
            need, have = (catalogue.requirement_by_id[one].statement for one in (match.need, match.have))
            yield Bullet(f"{need} ({match_note(match)})")
            if match.need != match.have:
                yield Bullet(f"there: {have}", 1)
        for need in each.new:
            yield Bullet(f"{catalogue.requirement_by_id[need].statement} (new)")
