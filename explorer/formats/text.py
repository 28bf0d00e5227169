"""An outline as plain text for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from explorer.formats.outline_steps import Block, Bullet, Heading
from explorer.formats.plain import one_line

INDENT = "  "
WIDEST_RULE = 80


def to_text(blocks: Iterable[Block], width: int | None = None) -> str:
    """Return blocks as text, wrapped to a width where one is given. Lists stand close, the rest apart."""
    lines: list[str] = []
    listing = False
    for block in blocks:
        bullet = isinstance(block, Bullet)
        if lines and not (bullet and listing):
            lines.extend([""] if not bullet else [])
        lines.extend(_lines(block, width))
        listing = bullet
    return "\n".join(lines) + "\n"


def _lines(block: Block, width: int | None) -> list[str]:
    text = one_line(block.text)
    match block:
        case Heading(level=level):
            rule = "=" if level < 3 else "-"
            shown = _wrap(text, "", "", width)
            return [*shown, rule * min(max(len(line) for line in shown), WIDEST_RULE)]
        case Bullet(depth=depth):
            indent = INDENT * (depth + 1)
            return _wrap(text, f"{indent}- ", f"{indent}  ", width)
        case _:
            return _wrap(text, "", "", width)


def _wrap(text: str, first: str, rest: str, width: int | None) -> list[str]:
    if width is None:
        return [first + text]
    return textwrap.wrap(
        text, max(width, 24), initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
    ) or [first.rstrip()]
