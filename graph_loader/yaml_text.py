"""YAML read from its parse events: every value stays text and keeps its place; nothing is run or expanded.

Loaders that build objects cannot be used on files from strangers: merge keys and aliases grow without limit,
the last of two equal keys wins in silence, `NO` turns into False and `1.10` into 1.1, a date of 30 February is
an error without a line, and deep nesting ends the process. From events, each of these is a plain decision.
"""

from __future__ import annotations

from typing import Any

import yaml

from graph_loader.refused import Mark, Refused, error
from graph_loader.text_files import character_at
from graph_loader.tree import Block, Items
from pathways.notices import Notice

MAX_DEPTH = 16
MAX_VALUES = 1_000_000
MAX_TEXT = 20_000

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SYNTAX = (
    ("found unknown escape character", "A backslash in double quotes has a meaning of its own. Use single quotes."),
    ("did not find expected hexdecimal", "An escape in double quotes is not complete. Use single quotes."),
    ("tab character", "A tab stands here. Indent with spaces."),
    ("'\\t' that cannot start", "A tab stands here. Indent with spaces."),
    ("cannot start any token", "This character cannot begin a value. Put quotes round the text."),
    ("values are not allowed", "This colon is one too many. Put text that holds “: ” in quotes; line fields up with those above."),
    ("<block end>", "This does not line up with what stands above. Check the spaces before it, and the quotes."),
    ("did not find expected '-'", "This does not line up with the list above. Check the spaces before it."),
    ("did not find expected key", "This does not line up with what stands above. Check the spaces before it, and the quotes."),
    ("could not find expected ':'", "A field has to be a name, a colon and a value. Add the colon, or indent the text."),
    ("quoted scalar", "A quote opens here and is never closed. Close it."),
    ("sequence entries are not allowed", "A list cannot begin here. Put its “- ” on a line of its own."),
    ("block collections are not allowed", "A list or block cannot begin here. Put it on a line of its own."),
    ("or ']'", "A list opens with “[” here. Put commas between its entries and a “]” after the last."),
    ("or '}'", "A block opens with “{” here. Put commas between its fields and a “}” after the last."),
    ("tag", "Tags (“!”) are not read here. Put quotes round text that begins with “!”."),
    ("anchor", "Anchors and aliases are not read here. Put quotes round text that begins with “&” or “*”."),
    ("alias", "Anchors and aliases are not read here. Put quotes round text that begins with “&” or “*”."),
    ("comment or line break", "Text cannot follow “|” or “>” in the same line. Begin it in the next line."),
    ("directive", "A line cannot begin with “%”. Put quotes round the text."),
    ("document start", "The document ended above (“...” or “---”). Write one document in a file."),
    ("expected node content", "A value is missing before this character. Put quotes round the text."),
)  # fmt: skip
_MENDED_WHERE_OPENED = ("stream", "or ']'", "or '}'", "expected ':'")


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
        raise _syntax_error(problem, text, file) from None
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
        elif isinstance(event, yaml.CollectionEndEvent):
            self.stack.pop()
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                text = "A second document begins here. Write one document in a file, without “---”."
                raise self.refuse("two-documents", at, text)

    def refuse(self, code: str, at: Mark, message: str) -> Refused:
        return Refused(code, self.file, at, message)

    def refuse_marks(self, event: Any, at: Mark) -> None:
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            text = (
                f"'{sign}{event.anchor}' is an anchor or alias, which is not read here. Write the value out."
            )
            raise self.refuse("anchor", at, text + " Put quotes round text that begins with “&” or “*”.")
        if getattr(event, "tag", None) not in (None, "!"):
            text = f"The tag '{event.tag}' is not read here. Remove it; put quotes round text that begins with “!”."
            raise self.refuse("tag", at, text)

    def take_text(self, event: Any, at: Mark) -> None:
        if len(event.value) > MAX_TEXT:
            text = (
                f"This text has {len(event.value):,} characters; at most {MAX_TEXT:,} are read. Shorten it."
            )
            raise self.refuse("text-too-long", at, text)
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


def _syntax_error(problem: yaml.MarkedYAMLError, text: str, file: str) -> Refused:
    said = f"{problem.problem or ''} {problem.context or ''}"
    # Where a bracket or a quote is never closed, the place where it opens is the one to mend.
    opened = problem.context_mark if any(each in said for each in _MENDED_WHERE_OPENED) else None
    at = opened or problem.problem_mark or problem.context_mark
    mark = (at.line + 1, at.column + 1) if at else (1, 1)
    if character_at(text, mark) == "\t":
        said = "tab character"
    for words, message in _SYNTAX:
        if words in said:
            return Refused("yaml-syntax", file, mark, message)
    return Refused(
        "yaml-syntax", file, mark, f"This cannot be read as YAML ({problem.problem}). Check this line."
    )
