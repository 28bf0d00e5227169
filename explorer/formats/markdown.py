"""An outline as Markdown, short enough to print on one page."""

from __future__ import annotations

from collections.abc import Iterable

from explorer.formats.outline_steps import Block, Bullet, Heading
from explorer.formats.plain import markdown


def to_markdown(blocks: Iterable[Block]) -> str:
    """Return blocks as Markdown. Nothing in the data can add markup of its own."""
    lines: list[str] = []
    for block in blocks:
        # A list needs no empty line before it, and a page has no room for one.
        if lines and not isinstance(block, Bullet):
            lines.append("")
        lines.append(_line(block))
    return "\n".join(lines) + "\n"


def _line(block: Block) -> str:
    text = markdown(block.text)
    match block:
        case Heading(level=level):
            return f"{'#' * level} {text}"
        case Bullet(depth=depth):
            return f"{'  ' * depth}- {text}"
        case _:
            return text
