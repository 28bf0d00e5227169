"""The shares of sectors as a square of shades: for the page to click in, and as a picture to keep."""

from __future__ import annotations

import json
import math
import textwrap
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from explorer.drawings.scene import Line, Rect, Scene, Shape, Text
from explorer.words.overlap import pair_sentence, share_in_words
from pathways.catalogue import Catalogue
from pathways.overlap import Overlap

Find = Callable[[str, str], Overlap | None]
"""Gives the overlap of a pair, in the direction asked for."""

SHADES = ("#eef4fb", "#6aa5d8", "#0a3d78")
"""From pale to dark in one hue, so that they are told apart without seeing colours."""

INK, ON_DARK = "#000000", "#ffffff"
NONE_SHADE = "#8a94a3"

CELL_WIDTH, CELL_HEIGHT = 66, 40
PICKED = "picked"
"""The name under which the chart hands back the cell that was clicked."""


def top_of(shares: Iterable[float]) -> float:
    """Return the share that is drawn darkest: the greatest, rounded up to a tenth."""
    return max(1, math.ceil(round(max(shares, default=0.0) * 10, 6))) / 10


def shade(share: float, top: float) -> str:
    """Return the colour of a share."""
    part = min(max(share / top, 0.0), 1.0) * (len(SHADES) - 1)
    number = min(int(part), len(SHADES) - 2)
    return _between(SHADES[number], SHADES[number + 1], part - number)


def ink_on(ground: str) -> str:
    """Return the colour of letters that stands out more on a ground."""
    light = _luminance(ground) + 0.05
    return INK if light / (_luminance(INK) + 0.05) > (1.05 / light) else ON_DARK


def heat_chart(sectors: Sequence[str], find: Find, catalogue: Catalogue) -> dict[str, Any]:
    """Return the square as a Vega-Lite chart: a click hands back the ids of the two sectors."""
    pairs = [(here, there, find(here, there)) for here in sectors for there in sectors]
    top = _top(sectors, find)
    cells = [_cell(here, there, each, top, catalogue) for here, there, each in pairs]
    titles = {each: catalogue.sector_by_id[each].title for each in sectors}
    named = f"{json.dumps(titles)}[datum.value]"
    axis = {
        "labelExpr": named,
        "domain": False,
        "ticks": False,
        "labelFontSize": 13,
        "labelLimit": 220,
        "labelOverlap": False,
    }
    slanted = {"orient": "top", "labelAngle": -55, "labelAlign": "left", "labelOverlap": False}
    order = {"type": "nominal", "sort": [*sectors], "title": None, "scale": {"paddingInner": 0.05}}
    place = {
        "x": {"field": "to", **order, "axis": {**axis, **slanted}},
        "y": {"field": "from", **order, "axis": axis},
    }
    return {
        "data": {"values": cells},
        "height": {"step": CELL_HEIGHT},
        "width": {"step": CELL_WIDTH},
        "autosize": {"type": "pad"},
        "params": [
            {"name": PICKED, "select": {"type": "point", "fields": ["from", "to"]}, "views": ["cells"]}
        ],
        "encoding": place,
        "layer": [
            {
                "name": "cells",
                "mark": {"type": "rect", "cursor": "pointer"},
                "encoding": {
                    "fill": {"field": "shade", "type": "nominal", "scale": None},
                    "description": {"field": "told", "type": "nominal"},
                    "tooltip": {"field": "told", "type": "nominal", "title": " "},
                },
            },
            {
                "mark": {"type": "text", "fontSize": 13, "cursor": "pointer", "aria": False},
                "encoding": {
                    "text": {"field": "figure", "type": "nominal"},
                    "color": {"field": "ink", "type": "nominal", "scale": None},
                    "tooltip": {"field": "told", "type": "nominal", "title": " "},
                },
            },
        ],
        "config": {"view": {"stroke": None}},
    }


def _top(sectors: Sequence[str], find: Find) -> float:
    found = (find(here, there) for here in sectors for there in sectors)
    return top_of(each.share for each in found if each and each.share is not None)


def _cell(here: str, there: str, overlap: Overlap | None, top: float, catalogue: Catalogue) -> dict[str, str]:
    if overlap is None or overlap.share is None:
        told = "The same sector." if here == there else "Nothing is asked for here."
        figure = "" if here == there else "–"
        return {
            "from": here,
            "to": there,
            "shade": "#8a94a326",
            "ink": NONE_SHADE,
            "figure": figure,
            "told": told,
        }
    ground = shade(overlap.share, top)
    return {
        "from": here,
        "to": there,
        "shade": ground,
        "ink": ink_on(ground),
        "figure": f"{overlap.share * 100:.0f}",
        "told": pair_sentence(overlap, catalogue),
    }


def heat_scene(
    title: str, notes: Sequence[str], sectors: Sequence[str], find: Find, catalogue: Catalogue
) -> Scene:
    """Return the square as a picture to keep, with what it shows above it and what it rests on below."""
    left, wide, high = 250, 92, 44
    top = _top(sectors, find)
    heads = [textwrap.wrap(catalogue.sector_by_id[each].title, 13)[:4] for each in sectors]
    above = 56 + 15 * max(map(len, heads))
    width = left + wide * len(sectors) + 20
    shapes: list[Shape] = [Text(16, 24, title, 17, bold=True)]
    for column, head in enumerate(heads):
        for row, words in enumerate(reversed(head)):
            shapes.append(Text(left + wide * (column + 0.5), above - 12 - 15 * row, words, 12, "middle"))
    for row, here in enumerate(sectors):
        y = above + high * row
        name = textwrap.shorten(catalogue.sector_by_id[here].title, 36, placeholder="…")
        shapes.append(Text(left - 12, y + high / 2, name, 13, "end"))
        for column, there in enumerate(sectors):
            x, overlap = left + wide * column, find(here, there)
            ground = "band" if overlap is None or overlap.share is None else shade(overlap.share, top)
            shapes.append(Rect(x + 1, y + 1, wide - 2, high - 2, ground))
            if overlap is not None:
                ink = "quiet" if overlap.share is None else ink_on(ground)
                told = "–" if overlap.share is None else share_in_words(overlap.share)
                shapes.append(Text(x + wide / 2, y + high / 2, told, 14, "middle", ink))
    y = above + high * len(sectors) + 22
    shapes.append(Line(16, y - 8, width - 20, y - 8, "edge"))
    for note in notes:
        for words in textwrap.wrap(note, int(width / 6.1)):
            y += 10
            shapes.append(Text(16, y, words, 11, fill="quiet"))
            y += 6
    return Scene(width, y + 14, title, tuple(shapes))


def _between(one: str, other: str, part: float) -> str:
    ends = zip(_parts(one), _parts(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * part):02x}" for a, b in ends)


def _parts(colour: str) -> list[int]:
    return [int(colour[start : start + 2], 16) for start in (1, 3, 5)]


def _luminance(colour: str) -> float:
    """Return the relative luminance of "#rrggbb", as WCAG defines it."""
    parts = (each / 255 for each in _parts(colour))
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
