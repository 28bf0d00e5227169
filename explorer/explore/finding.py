"""Finding a position by what somebody types of its name, slips of the keyboard allowed for."""

from __future__ import annotations

import unicodedata

from rapidfuzz import fuzz, process

from pathways.catalogue import Catalogue

MOST_LETTERS = 120
MOST_WORDS = 12
MOST_FOUND = 8
CLOSE = 74
"""How alike two words have to be, out of 100: one slip in a word of five letters."""

BEGUN = 95.0
"""How alike a word is to one that it begins."""

LEAST = 70.0
"""How much of what was typed has to be found in a name, out of 100."""

SMALL_WORDS = frozenset({"and", "for", "in", "of", "or", "the", "to"})


def find_positions(text: str, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the ids of the positions whose name or other name is like the text, the likeliest first."""
    typed = _words(text[:MOST_LETTERS])[:MOST_WORDS]
    if not typed:
        return ()
    names = _names(catalogue)
    vocabulary = tuple(dict.fromkeys(word for _, _, words, _ in names for word in words))
    alike = [_alike(word, vocabulary) for word in typed]
    weights = [len(word) for word in typed]
    found: dict[str, tuple[float, bool, int, str]] = {}
    for position, title, words, other in names:
        scores = [max((near.get(word, 0.0) for word in words), default=0.0) for near in alike]
        in_words = sum(s * w for s, w in zip(scores, weights, strict=True)) / sum(weights)
        score = max(in_words, fuzz.ratio("".join(typed), "".join(words)))  # a space may be what slipped
        if score < LEAST:
            continue
        key = (-score, other, sum(map(len, words)), title)
        found[position] = min(found.get(position, key), key)
    return tuple(sorted(found, key=lambda each: (found[each], each))[:MOST_FOUND])


def is_sure(text: str, position: str, catalogue: Catalogue) -> bool:
    """Say whether a text is, letter for letter, a name of this position and of no other."""
    typed = _words(text[:MOST_LETTERS])
    return [each for each, _, words, _ in _names(catalogue) if list(words) == typed] == [position]


def _alike(word: str, vocabulary: tuple[str, ...]) -> dict[str, float]:
    """Return the known words that a typed word could be, with how alike they are."""
    near = process.extract(word, vocabulary, scorer=fuzz.ratio, score_cutoff=CLOSE, limit=None)
    alike = {known: score for known, score, _ in near}
    begun = (known for known in vocabulary if len(word) > 1 and known.startswith(word))
    return {**alike, **{known: max(BEGUN, alike.get(known, 0.0)) for known in begun}}


def _names(catalogue: Catalogue) -> tuple[tuple[str, str, tuple[str, ...], bool], ...]:
    """Return every name in words, with its position, that one's title, and whether it is another name."""
    return tuple(
        (position.id, position.title, tuple(_words(name)), number > 0)
        for position in catalogue.position_by_id.values()
        for number, name in enumerate((position.title, *position.aliases))
    )


def _words(text: str) -> list[str]:
    """Return the words of a text, bare of accents; small words only where there are no others."""
    bare = "".join(
        each for each in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(each)
    )
    words = "".join(each if each.isalnum() else " " for each in bare).split()
    return [each for each in words if each not in SMALL_WORDS] or words
