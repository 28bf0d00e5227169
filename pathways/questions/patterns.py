"""Patterns over a skeleton, compiled when a question first has one of their words.

A read question needs few of the hundreds of patterns there are, and compiling them all takes longer than
reading it. A word stands whole in a pattern ("works|worked", not "work(?:s|ed)"), so that a question with
none of a pattern's words cannot match it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from pathways.questions.skeleton import Skeleton

_WORD = re.compile(r"(?<!\?P<)\b[a-z]{2,}\b")


class Pattern:
    """One pattern of whole words."""

    def __init__(self, source: str) -> None:
        self.source = rf"(?<= )(?:{source})(?= )"
        self.words = frozenset(_WORD.findall(source))

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern for the library of regular expressions."""
        return re.compile(self.source)

    def search(self, skeleton: Skeleton) -> re.Match[str] | None:
        """Return the first match, None where there is none."""
        return self.compiled.search(skeleton.text) if self.may_match(skeleton) else None

    def find_all(self, skeleton: Skeleton) -> Iterator[re.Match[str]]:
        """Return every match in order."""
        return self.compiled.finditer(skeleton.text) if self.may_match(skeleton) else iter(())

    def may_match(self, skeleton: Skeleton) -> bool:
        """Say whether the skeleton has any word of the pattern."""
        return not self.words.isdisjoint(skeleton.signs)


def list_patterns(lines: str) -> tuple[Pattern, ...]:
    """Return a pattern for each line of a text."""
    return tuple(Pattern(line.strip()) for line in lines.strip().splitlines())


def found_in(skeleton: Skeleton, patterns: tuple[Pattern, ...]) -> bool:
    """Say whether any of the patterns is found."""
    return any(pattern.search(skeleton) for pattern in patterns)
