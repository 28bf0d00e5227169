"""A question with its places, unknown words and dates replaced by signs, so that its grammar shows.

"How do I get from L3 childcare to L4?" is " how do i get from @ to @ ": @ is a place, % a word not known,
# a date, ~ something already dealt with.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from pathways.questions.english import FILLERS
from pathways.questions.phrases import Phrase
from pathways.questions.words import DATE, PAUSE, STOP, Word, typed

PLACE, UNKNOWN, DONE = "@", "%", "~"

_JOINS = {"-": "to", "/": "or"}
"""What a mark right between two places means: "L2-L3", "childcare/electrical"."""


@dataclass(frozen=True, slots=True)
class Atom:
    """One sign or word of a skeleton, and the words of the question it stands for."""

    sign: str
    start: int
    end: int
    phrase: Phrase | None = None


@dataclass(frozen=True)
class Skeleton:
    """The atoms of a question in order."""

    words: tuple[Word, ...]
    atoms: tuple[Atom, ...]

    @classmethod
    def of(cls, words: tuple[Word, ...], phrases: tuple[Phrase, ...]) -> Skeleton:
        """Put signs for phrases and dates, drop words that carry nothing ("please")."""
        return cls(words, tuple(_atoms(words, {phrase.start: phrase for phrase in phrases})))

    @cached_property
    def text(self) -> str:
        """The atoms with a space between and around them."""
        return " " + " ".join(atom.sign for atom in self.atoms) + " "

    @cached_property
    def signs(self) -> frozenset[str]:
        """Every sign and word there is."""
        return frozenset(atom.sign for atom in self.atoms)

    @cached_property
    def offsets(self) -> tuple[int, ...]:
        """Where in the text each atom begins."""
        found, here = [], 1
        for atom in self.atoms:
            found.append(here)
            here += len(atom.sign) + 1
        return tuple(found)

    def before(self, place: int) -> str:
        """Return the text before an atom."""
        return self.text[: self.offsets[place]]

    def atoms_in(self, start: int, end: int) -> range:
        """Return the places of the atoms that begin within a stretch of the text."""
        inside = [place for place, offset in enumerate(self.offsets) if start <= offset < end]
        return range(inside[0], inside[-1] + 1) if inside else range(0)

    def typed(self, atoms: range) -> str:
        """Return what was typed for these atoms."""
        if not atoms:
            return ""
        return typed(self.words[self.atoms[atoms[0]].start : self.atoms[atoms[-1]].end])

    def without(self, atoms: range) -> Skeleton:
        """Return the skeleton with these atoms dealt with, each under a sign that no pattern knows."""
        kept = [
            Atom(DONE, atom.start, atom.end) if place in atoms else atom
            for place, atom in enumerate(self.atoms)
        ]
        return Skeleton(self.words, tuple(kept))


def _atoms(words: tuple[Word, ...], phrases: dict[int, Phrase]) -> Iterator[Atom]:
    at, behind = 0, -1
    while at < len(words):
        word, phrase = words[at], phrases.get(at)
        if at and word.before in (STOP, PAUSE):
            yield Atom(word.before, at, at)
        if phrase:
            if at == behind and word.before in _JOINS:
                yield Atom(_JOINS[word.before], at, at)
            yield Atom(PLACE if phrase.is_place else UNKNOWN, at, phrase.end, phrase)
            at = behind = phrase.end
            continue
        if word.text and word.text not in FILLERS:
            yield Atom(DATE if word.text == DATE else word.text, at, at + 1)
        at += 1
