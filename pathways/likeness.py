"""How alike the words of two statements are, where no concept says what they are about.

Statements are compared by the runs of three and four letters of their words (TF-IDF, cosine), so that
"supervise" and "supervising" count as alike. What most statements have says nothing and is left out.
The method and its errors are in `docs/overlap-method.md`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array  # type: ignore[import-untyped]

from pathways.catalogue import Catalogue
from pathways.model import Kind, Requirement
from pathways.sector_needs import needs_of

FLOOR = 0.35
"""Below this, on the shipped data, more than half of the pairs found are about different matters."""

MOST = 0.5
"""What stands in more than this part of the statements is common to most of them."""

RUN = 3
"""How many words in a row, if often there, are taken for a form of words: "it is expected that"."""

OFTEN = 0.1
"""A form of words is in more than this part of the statements: a file may mix several."""

FEW = 8
"""Of fewer statements than this it is not said what most of them have; nor is a form of words in fewer."""

BLOCK = 2048
"""How many statements are compared with all others at once: it bounds the memory, and changes no figure."""

DIGITS = 6
"""Likeness is rounded, so that what differs only by how a machine adds up is a tie, and goes by id."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

Numbers = NDArray[Any]
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alike:
    """Pairs of statements of one kind that are alike: numbers of statements, and scores from 0 to 1."""

    left: Numbers
    right: Numbers
    score: Numbers


@dataclass(frozen=True)
class Likeness:
    """The statements of one kind, each as a row of letters' runs. Build it with `Likeness.of`.

    `row` is by requirement id; statements with the same words share a row. Holdings have none. Two statements
    are alike from `threshold` on; `nearest` is what it was worked out from.
    """

    row: Mapping[str, int]
    threshold: float
    nearest: Numbers
    _rows: Any

    @classmethod
    def of(cls, catalogue: Catalogue, kind: Kind) -> Likeness:
        """Return the likeness of a catalogue's statements of a kind; made once for a catalogue."""
        key = (cls, kind)
        if key not in catalogue.worked_out:
            catalogue.worked_out[key] = cls._made(catalogue, kind)
        made: Likeness = catalogue.worked_out[key]
        return made

    @classmethod
    def _made(cls, catalogue: Catalogue, kind: Kind) -> Likeness:
        sectors = {sector.id: list(needs_of(catalogue, sector.id, kind)) for sector in catalogue.sectors}
        texts = telling_words(
            {each.id: each.statement for each in catalogue.requirements if is_worded(each, kind)}, sectors
        )
        unique = {text: number for number, text in enumerate(dict.fromkeys(texts.values()))}
        row = {name: unique[text] for name, text in texts.items()}
        rows = letter_runs(list(unique))
        own = ([row[name] for name in names if name in row] for names in sectors.values())
        nearest = nearest_of(rows, own)
        return cls(row, threshold_of(nearest), nearest, rows)

    def pairs(self, left: Sequence[int], right: Sequence[int]) -> Iterator[Alike]:
        """Yield, block by block, which of some rows are alike, each once."""
        others = self._rows[list(right)].T.tocsr()
        numbers = np.asarray(right)
        for start in range(0, len(left), BLOCK):
            block = list(left[start : start + BLOCK])
            found = (self._rows[block] @ others).tocoo()
            score = np.minimum(found.data.astype(float).round(DIGITS), 1)
            kept = score >= self.threshold
            here, there = found.coords
            yield Alike(np.asarray(block)[here[kept]], numbers[there[kept]], score[kept])


def is_worded(requirement: Requirement, kind: Kind) -> bool:
    """Say whether the words of a requirement may be compared: it is of the kind, and no holding."""
    return requirement.kind is kind and requirement.holding is None


def telling_words(statements: Mapping[str, str], groups: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Return each statement in small letters without punctuation and without what is common to most.

    First forms of words are left out that many statements have, then single words that most have. What is
    common in a group (in a sector) is left out there, and from the same words elsewhere, so that these stay
    the same. What would be left with nothing keeps all.
    """
    words = {name: tuple(_WORD.findall(text.casefold())) for name, text in statements.items()}
    for length in (RUN, 1):
        words = _without_common(words, groups, length)
    return {name: " ".join(each) for name, each in words.items()}


def _without_common(
    words: Mapping[str, Words], groups: Mapping[str, Iterable[str]], length: int
) -> dict[str, Words]:
    everywhere = _common(words.values(), length)
    common = {each: set(everywhere) for each in words.values()}
    for names in groups.values():
        inside = [words[name] for name in names if name in words]
        here = _common(inside, length)
        for each in inside:
            common[each] |= here
    left = {each: _rest(each, most, length) or each for each, most in common.items()}
    return {name: left[each] for name, each in words.items()}


def _common(statements: Collection[Words], length: int) -> set[Words]:
    if len(statements) < FEW:
        return set()
    counts = Counter(run for words in statements for run in set(_runs(words, length)))
    most = max(OFTEN * len(statements), FEW - 1) if length == RUN else MOST * len(statements)
    return {run for run, count in counts.items() if count > most}


def _runs(words: Words, length: int) -> Iterator[Words]:
    return (words[start : start + length] for start in range(len(words) - length + 1))


def _rest(words: Words, common: set[Words], length: int) -> Words:
    starts = [start for start, run in enumerate(_runs(words, length)) if run in common]
    covered = {start + number for start in starts for number in range(length)}
    return tuple(word for number, word in enumerate(words) if number not in covered)


def letter_runs(texts: Sequence[str]) -> Any:
    """Return a row of weights for each text, of length 1, so that a product of two rows is their likeness."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # type: ignore[import-untyped]

    if not any(text.strip() for text in texts):
        return csr_array((len(texts), 1))
    vectors = TfidfVectorizer(
        analyzer="char_wb", ngram_range=(3, 4), sublinear_tf=True, dtype=np.float32, lowercase=False
    )
    return csr_array(vectors.fit_transform(texts))


def threshold_of(nearest: Numbers) -> float:
    """Return from which likeness on two statements count as alike.

    From how like each statement is to the likest of its own sector: the mean of these less one standard
    deviation, and never below FLOOR.
    """
    return max(FLOOR, float(nearest.mean() - nearest.std())) if nearest.size else FLOOR


def nearest_of(rows: Any, groups: Iterable[Sequence[int]]) -> Numbers:
    """Return for each row of each group how like it is to the one of its own group that is most like it.

    A row comes once in a group: the same words twice are one statement. A group of one says nothing.
    """
    nearest = [np.zeros(0)]
    for group in groups:
        inside = rows[sorted(set(group))]
        count = inside.shape[0]
        for start in range(0, count if count > 1 else 0, BLOCK):
            likeness = (inside[start : start + BLOCK] @ inside.T).toarray()
            here = np.arange(len(likeness))
            likeness[here, start + here] = 0
            nearest.append(likeness.max(axis=1))
    return np.concatenate(nearest)
