"""YAML read from its parse events: every value stays text and keeps its place; nothing is run or expanded.

Loaders that build objects cannot be used on files from strangers: merge keys and aliases grow without limit,
the last of two equal keys wins in silence, `NO` turns into False and `1.10` into 1.1, 30 February is an error
without a line, and deep nesting ends the process. From events, each of these is a plain decision.
"""

from __future__ import annotations

from typing import Any

import yaml

from graph_loader.refused import Mark, Refused, error
from graph_loader.tree import Block, Items
from graph_loader.yaml_faults import syntax_error
from pathways.checks.wording import quoted
from pathways.notices import Notice

MAX_DEPTH = 16
MAX_VALUES = 1_000_000
MAX_TEXT = 20_000

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(text: str, file: str, notices: list[Notice]) -> Block:
    """Return the fields of a document.

    Equal field names are reported to `notices`, the first of them is kept. Everything else that is not
    plain YAML ends the file: raises Refused.
    """
    builder = _Builder(file, notices)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except yaml.MarkedYAMLError as problem:
        raise syntax_error(problem, text, file, builder.open_brackets) from None
    except yaml.YAMLError as problem:
        raise Refused("yaml-syntax", file, (1, 1), f"This cannot be read as YAML: {problem}.") from None
    if isinstance(builder.result, Block):
        return builder.result
    if builder.result is None:
        raise Refused("no-data", file, (1, 1), "The file holds no data. Begin it with “schema: 1”.")
    what = "a list" if isinstance(builder.result, Items) else "plain text"
    raise Refused(
        "not-fields",
        file,
        builder.result_at,
        f"The file is {what}. It has to be fields, from “schema: 1” on.",
    )


class _Builder:
    """Puts events together. `stack` holds each open block or list with the field name that awaits a value."""

    def __init__(self, file: str, notices: list[Notice]) -> None:
        self.file = file
        self.notices = notices
        self.result: Any = None
        self.result_at: Mark = (1, 1)
        self.stack: list[tuple[Block | Items, list[tuple[str, Mark]]]] = []
        self.open_brackets: list[Mark] = []
        self.events = 0
        self.documents = 0

    def take(self, event: Any) -> None:
        self.events += 1
        at = (event.start_mark.line + 1, event.start_mark.column + 1)
        if self.events > MAX_VALUES:
            raise self.refuse(
                "too-many-values", at, f"The file has more than {MAX_VALUES:,} values. Split it."
            )
        if isinstance(event, yaml.NodeEvent):
            self.refuse_marks(event, at)
        if isinstance(event, yaml.ScalarEvent):
            self.take_text(event, at)
        elif isinstance(event, yaml.CollectionStartEvent):
            if len(self.stack) >= MAX_DEPTH:
                raise self.refuse(
                    "too-deep", at, f"This is nested more than {MAX_DEPTH} deep. Write it flatter."
                )
            opened = Block(at) if isinstance(event, yaml.MappingStartEvent) else Items(at)
            if self.awaits_name():
                raise self.refuse("name-not-text", at, "The name of a field has to be plain text.")
            self.put(opened, at)
            self.stack.append((opened, []))
            if event.flow_style:
                self.open_brackets.append(at)
        elif isinstance(event, yaml.CollectionEndEvent):
            holder, _ = self.stack.pop()
            if self.open_brackets[-1:] == [holder.start]:
                self.open_brackets.pop()
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                text = "A second document begins here. Write one document in a file, without “---”."
                raise self.refuse("two-documents", at, text)

    def refuse(self, code: str, at: Mark, message: str) -> Refused:
        return Refused(code, self.file, at, message)

    def refuse_marks(self, event: Any, at: Mark) -> None:
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            name = quoted(("*" if isinstance(event, yaml.AliasEvent) else "&") + event.anchor)
            text = f"{name} is an anchor or alias, which is not read. Write the value out, "
            raise self.refuse("anchor", at, text + "or put quotes round text that begins with “&” or “*”.")
        if getattr(event, "tag", None) not in (None, "!"):
            text = f"The tag {quoted(event.tag)} is not read. Put quotes round text that begins with “!”."
            raise self.refuse("tag", at, text)

    def take_text(self, event: Any, at: Mark) -> None:
        if len(event.value) > MAX_TEXT:
            text = (
                f"This text has {len(event.value):,} characters; at most {MAX_TEXT:,} are read. Shorten it."
            )
            raise self.refuse("value-too-long", at, text)
        plain = event.implicit[0]
        if not self.awaits_name():
            self.put(None if plain and event.value == "" else event.value, at)
            return
        if plain and event.value == "<<":
            raise self.refuse("merge-key", at, "Merge keys (“<<”) are not read here. Write the fields out.")
        self.stack[-1][1].append((event.value, at))

    def awaits_name(self) -> bool:
        return bool(self.stack) and isinstance(self.stack[-1][0], Block) and not self.stack[-1][1]

    def put(self, value: Any, at: Mark) -> None:
        if not self.stack:
            self.result, self.result_at = value, at
            return
        holder, pending = self.stack[-1]
        if isinstance(holder, Items):
            holder.put(value, at)
            return
        name, name_at = pending.pop()
        if name in holder:
            first = holder.keys_at[name][0]
            text = f"The field '{name}' stands twice; first in line {first}. Keep one of them."
            self.notices.append(error("duplicate-field", self.file, name_at, text))
        else:
            holder.put(name, name_at, value, at)
