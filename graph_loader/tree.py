"""What a file says before anyone knows what it means: text, lists and blocks, each with its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from graph_loader.refused import Mark

Path = tuple[str | int, ...]
"""The way from a block to something inside it: field names, and positions in lists counted from 0."""


class Block(dict[str, Any]):
    """Fields by name, in the order of the file. `None` stands for a field with nothing after its colon.

    `given` are fields that the file says elsewhere (a position's sector, a sector's matrix).
    """

    __slots__ = ("given", "keys_at", "start", "values_at")

    def __init__(self, start: Mark) -> None:
        super().__init__()
        self.start = start
        self.keys_at: dict[str, Mark] = {}
        self.values_at: dict[str, Mark] = {}
        self.given: Mapping[str, Any] = {}

    def put(self, key: str, key_at: Mark, value: Any, value_at: Mark) -> None:
        """Set a field and remember where its name and its value stand."""
        self[key] = value
        self.keys_at[key] = key_at
        self.values_at[key] = key_at if value is None else value_at


class Items(list[Any]):
    """The entries of a list, in the order of the file."""

    __slots__ = ("items_at", "start")

    def __init__(self, start: Mark) -> None:
        super().__init__()
        self.start = start
        self.items_at: list[Mark] = []

    def put(self, value: Any, at: Mark) -> None:
        """Add an entry and remember where it stands."""
        self.append(value)
        self.items_at.append(at)


def value_at(block: Block, path: Path) -> Any:
    """Return what stands at a path, or None where nothing does."""
    here: Any = block
    for part in path:
        here, _ = _enter(here, part)
    return here


def mark_of(block: Block, path: Path) -> Mark:
    """Return the place of the value at a path; of the nearest block or list around it where it is absent."""
    here: Any = block
    mark = block.start
    for part in path:
        here, found = _enter(here, part)
        if found is None:
            break
        mark = found
    return mark


def key_mark_of(block: Block, path: Path) -> Mark:
    """Return the place of the field's name; of the value where it has none."""
    holder = value_at(block, path[:-1])
    if isinstance(holder, Block) and path[-1] in holder.keys_at:
        return holder.keys_at[str(path[-1])]
    return mark_of(block, path)


def _enter(here: Any, part: str | int) -> tuple[Any, Mark | None]:
    if isinstance(here, Block) and isinstance(part, str):
        if part in here:
            return here[part], here.values_at[part]
        given = here.given.get(part)
        if isinstance(given, Block | Items):
            return given, given.start
    if isinstance(here, Items) and isinstance(part, int) and part < len(here):
        return here[part], here.items_at[part]
    return None, None


def block_of(start: Mark, **fields: Any) -> Block:
    """Return a block with fields that all stand at one place."""
    block = Block(start)
    for name, value in fields.items():
        block.put(name, start, value, start)
    return block


def items_of(blocks: Iterable[Block]) -> Items:
    """Return a list of blocks, each at its own place."""
    every = list(blocks)
    items = Items(every[0].start if every else (1, 1))
    for block in every:
        items.put(block, block.start)
    return items


def texts_of(texts: Iterable[str], at: Mark) -> Items:
    """Return a list of texts that all stand at one place."""
    items = Items(at)
    for text in texts:
        items.put(text, at)
    return items
