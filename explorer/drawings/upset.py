"""Which sets of sectors share how much: a bar for each set, and dots that say whose it is."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from explorer.drawings.scene import Dot, Line, Rect, Scene, Shape, Text
from explorer.shared_needs import Shared
from explorer.words.amounts import count_in_words
from pathways.catalogue import Catalogue

MOST_SETS = 24
"""How many sets are drawn; the table beside the picture has all of them."""

LEFT, STEP, ROW, BARS = 330, 34, 30, 150


def list_drawn(shared: Sequence[Shared]) -> list[Shared]:
    """Return the sets of two sectors and more that are drawn, the largest first."""
    several = [each for each in shared if len(each.sectors) > 1]
    return sorted(several, key=lambda each: (-len(each.things), -len(each.sectors), each.sectors))[:MOST_SETS]


def upset_scene(
    title: str,
    sectors: Sequence[str],
    shared: Sequence[Shared],
    catalogue: Catalogue,
    notes: Sequence[str] = (),
) -> Scene:
    """Return the picture, with notes at its foot. Beside a sector stands how much no other asks for."""
    drawn = list_drawn(shared)
    most = max((len(each.things) for each in drawn), default=1)
    alone = {each.sectors[0]: len(each.things) for each in shared if len(each.sectors) == 1}
    above = 62
    foot = above + BARS + 16
    width = LEFT + STEP * max(len(drawn), 6) + 16
    shapes: list[Shape] = [
        Text(8, 20, title, 16, bold=True),
        Text(LEFT - 16, foot - 4, "asked for in no other of them", 12, "end", "quiet"),
    ]
    rows = {each: foot + 12 + ROW * (number + 0.5) for number, each in enumerate(sectors)}
    for number, (sector, y) in enumerate(rows.items()):
        if number % 2 == 0:
            shapes.append(Rect(0, y - ROW / 2, width, ROW, "band"))
        name = textwrap.shorten(catalogue.sector_by_id[sector].title, 38, placeholder="…")
        shapes.append(Text(8, y, name, 13))
        shapes.append(Text(LEFT - 16, y, str(alone.get(sector, 0)), 13, "end", "quiet"))
    for number, each in enumerate(drawn):
        x = LEFT + STEP * (number + 0.5)
        high = BARS * len(each.things) / most
        shapes.append(Rect(x - 9, above + BARS - high, 18, high, "mark"))
        shapes.append(Text(x, above + BARS - high - 9, str(len(each.things)), 12, "middle"))
        shapes.extend(Dot(x, y, 5, "edge") for sector, y in rows.items() if sector not in each.sectors)
        ends = [rows[sector] for sector in each.sectors]
        shapes.append(Line(x, min(ends), x, max(ends), "mark", 3))
        shapes.extend(Dot(x, y, 7, "mark") for y in ends)
    told = f"{title}. {count_in_words(len(drawn), 'set')} of sectors; the table below says the same."
    y = foot + 12 + ROW * len(sectors) + 8
    for words in (line for note in notes for line in textwrap.wrap(note, int(width / 6.1))):
        shapes.append(Text(8, y + 8, words, 11, fill="quiet"))
        y += 16
    return Scene(width, y, told, tuple(shapes))
