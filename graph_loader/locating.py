"""Findings of the checks as notices with their places, less those that only repeat a fault of reading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from graph_loader.gathering import Gathered, Placed
from graph_loader.tree import Block, Items, Path, value_at
from pathways.catalogue import Catalogue
from pathways.checks import ABOUT_THE_WHOLE, check_catalogue
from pathways.checks.references import list_references, near_unknown, referred_kind
from pathways.checks.wording import place_in_words
from pathways.notices import Finding, Notice, Subject

_ID_LINE = re.compile(r"\bid[\"']?\s*:\s*[\"']?([A-Za-z0-9-]+)")
_WORD = re.compile(r"[A-Za-z0-9-]+")


@dataclass(slots=True)
class Unread:
    """What is known of the parts that could not be read, so that one fault is not reported again as another.

    `ids` are defined there, `words` stand there, `nameless` are kinds of record of which one lacks its id;
    `blind` says that there is a part of which nothing is known.
    """

    ids: set[str] = field(default_factory=lambda: {""})
    words: set[str] = field(default_factory=set)
    nameless: set[str] = field(default_factory=set)
    blind: bool = False
    any: bool = False

    def add(self, text: str) -> None:
        """Learn what can be known from the text of a file that was refused."""
        self.any = True
        self.ids.update(_ID_LINE.findall(text))
        self.words.update(_WORD.findall(text))


def locate_findings(
    catalogue: Catalogue, gathered: Gathered, unread: Unread, today: date
) -> Iterator[Notice]:
    """Check a catalogue, and leave out what only repeats a fault that was found in reading."""
    by_subject = {placed.subject: placed for placed in gathered.placed}
    for placed in gathered.placed:
        structured = placed.structured
        for path in structured.removed:
            unread.any = True
            unread.words.update(_words(value_at(placed.block, path)))
        if structured.record is None:
            unread.ids.add(placed.id)
            if not placed.id:
                unread.nameless.add(referred_kind(placed.subject.kind))
    hidden = set(_explained(catalogue, unread)) if unread.any else set()
    for finding in check_catalogue(catalogue, today):
        if finding.code in ABOUT_THE_WHOLE and unread.any:
            continue
        if finding.code == "unknown-id" and finding.subject in hidden:
            continue
        if finding.code == "unused" and (unread.blind or finding.subject.id in unread.words):
            continue
        placed_at = by_subject.get(Subject(finding.subject.kind, finding.subject.id))
        notice = _locate(finding, placed_at)
        if notice:
            yield notice


def _explained(catalogue: Catalogue, unread: Unread) -> Iterator[Subject]:
    """Yield where a record names another that was defined in a part that could not be read."""
    near = near_unknown(catalogue)
    for each in list_references(catalogue):
        nameless = each.kind in unread.nameless and not near.get((each.kind, each.id))
        if unread.blind or nameless or each.id in unread.ids:
            yield each.subject


def _locate(finding: Finding, placed: Placed | None) -> Notice | None:
    """Return the notice of a finding; None where reading found the same field at fault."""
    if placed is None:
        return Notice(finding.code, finding.severity, None, finding.message, finding.subject)
    path = placed.structured.path_in_file(finding.subject.field)
    if placed.structured.is_at_fault(path):
        return None
    subject = Subject(finding.subject.kind, finding.subject.id, path)
    message = _counted_as_in_file(finding.message, finding.subject.field, path)
    return Notice(finding.code, finding.severity, placed.locate(path), message, subject)


def _counted_as_in_file(message: str, path: Path, path_in_file: Path) -> str:
    """Let a message count the entries of lists as the file does, those that were taken out included."""
    for end in range(len(path), 0, -1):
        said = place_in_words(path[:end])
        if path[:end] != path_in_file[:end] and said in message:
            return message.replace(said, place_in_words(path_in_file[:end]), 1)
    return message


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, Block):
        for each in value.values():
            yield from _words(each)
    elif isinstance(value, Items):
        for each in value:
            yield from _words(each)
    elif isinstance(value, str):
        yield from _WORD.findall(value)
