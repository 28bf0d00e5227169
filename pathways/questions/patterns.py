"""Patterns over a skeleton, each compiled when a question first has a word that it can begin with.

A question needs few of the many patterns there are, and compiling them all takes longer than reading it.
A word stands whole in a pattern ("works|worked", not "work(?:s|ed)"), so that a question with none of the
words that a pattern can begin with cannot match it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from pathways.questions.skeleton import PLACE, Skeleton

_WORD = re.compile(r"(?<!\?P<)\b[a-z]{2,}(?:'s)?(?![a-z'])")
_FIRST_WORD = re.compile(r"[a-z]{2,}(?![a-z?])")
_FIRST_GROUP = re.compile(r"\(\?:([^()]*)\)(?!\?)")
_MARK = re.compile(r"[(|)]")


class Pattern:
    """One pattern of whole words."""

    def __init__(self, source: str, *, plain: bool = False) -> None:
        """Keep a pattern; a `plain` one has no alternatives that stand in no group."""
        self.source = rf"(?<= )(?:{source})(?= )"
        self._begins_with = (_first_signs(source) if plain else None) or frozenset(_WORD.findall(source))

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern for the library of regular expressions."""
        return re.compile(self.source)

    def search(self, skeleton: Skeleton) -> re.Match[str] | None:
        """Return the first match, None where there is none."""
        return self.compiled.search(skeleton.text) if self._may_match(skeleton) else None

    def find_all(self, skeleton: Skeleton) -> Iterator[re.Match[str]]:
        """Return every match in order."""
        return self.compiled.finditer(skeleton.text) if self._may_match(skeleton) else iter(())

    def _may_match(self, skeleton: Skeleton) -> bool:
        return not self._begins_with.isdisjoint(skeleton.signs)


def list_patterns(lines: str) -> tuple[Pattern, ...]:
    """Return a pattern for each alternative on each line of a text."""
    return tuple(
        Pattern(each, plain=True)
        for line in lines.strip().splitlines()
        for each in _split_alternatives(line.strip())
    )


def found_in(skeleton: Skeleton, patterns: tuple[Pattern, ...]) -> bool:
    """Say whether any of the patterns is found."""
    return any(pattern.search(skeleton) for pattern in patterns)


def _split_alternatives(source: str) -> Iterator[str]:
    """Split a pattern at each "|" that stands in no group."""
    depth = begun = 0
    for mark in _MARK.finditer(source):
        depth += {"(": 1, ")": -1}.get(mark.group(), 0)
        if depth == 0 and mark.group() == "|":
            yield source[begun : mark.start()]
            begun = mark.end()
    yield source[begun:]


def _first_signs(source: str) -> frozenset[str] | None:
    """Return the signs that a plain pattern can begin with, None where its beginning is not so simple."""
    if source.startswith(PLACE):
        return frozenset(PLACE)
    if word := _FIRST_WORD.match(source):
        return frozenset((word.group(),))
    group = _FIRST_GROUP.match(source)
    found = [_WORD.search(each) for each in group.group(1).split("|")] if group else [None]
    return frozenset(each.group() for each in found if each) if all(found) else None
