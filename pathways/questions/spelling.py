"""How far a typed word is from a name, so that a slip of the pen is forgiven and another word is not."""

from __future__ import annotations

_VOWELS = frozenset("aeiouy")
_SOUND_ALIKE = tuple(frozenset(pair) for pair in ("ck", "cs", "sz", "ct", "gj", "kq", "fv", "mn", "xs"))
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_ENDINGS = (
    "ed",
    "er",
    "or",
    "ing",
    "al",
    "ly",
    "ity",
    "ion",
    "ist",
    "ic",
    "ment",
    "ness",
    "ive",
    "able",
    "y",
    "s",
)

SOFT, SLIP, HARD = 0.5, 1.0, 1.5
"""What a slip costs: one that sounds alike or swaps neighbours, a letter more or less, another letter."""

FAR = 99.0
"""The distance of words that are not the same word at all."""


def allowance(length: int, *, alone: bool) -> float:
    """Return how much may differ in a name's word of so many letters; less where the word stands `alone`.

    Short words are often one letter away from another word, so they get nothing.
    """
    if length < 5:
        return 0.0 if alone else SOFT
    if length < 7:
        return SOFT if alone else SLIP
    if length < 9:
        return SLIP
    return HARD if length < 12 else 2.0


def distance(typed: str, name: str) -> float:
    """Return the cost of the slips that turn `name` into `typed`: FAR where it looks like another word."""
    if typed == name:
        return 0.0
    if abs(len(typed) - len(name)) > 2 or max(len(typed), len(name)) > 40:
        return FAR
    if typed[0] != name[0] and typed[:2] != name[1::-1]:
        return FAR
    return FAR if _other_ending(typed, name) else _edits(typed, name)


def _other_ending(typed: str, name: str) -> bool:
    """Say whether the words share a stem but end as two different words do: "supervised", "supervisor".

    A letter too few before one ending makes no other word: "plumer".
    """
    shared = 0
    while shared < min(len(typed), len(name)) and typed[shared] == name[shared]:
        shared += 1
    rest, wanted = typed[shared:], name[shared:]
    if len(rest) > 3 or len(wanted) > 3 or sorted(rest) == sorted(wanted):
        return False
    if len(rest) > 1 and len(wanted) > 1 and (rest.endswith(wanted) or wanted.endswith(rest)):
        return False
    consonants = [letters.strip("aeiouy") for letters in (rest, wanted)]
    return consonants[0] != consonants[1] and typed.endswith(_ENDINGS)


def _edits(typed: str, name: str) -> float:
    """The cheapest alignment of two words, with swapped neighbours, in one table of their lengths."""
    before: list[float] = []
    row = [0.0]
    for column, letter in enumerate(typed):
        row.append(row[-1] + _extra(letter, typed[column - 1 : column]))
    for place, wanted in enumerate(name, start=1):
        previous, row = row, [row[0] + _extra(wanted, name[place - 2 : place - 1])]
        for column, letter in enumerate(typed, start=1):
            best = min(
                previous[column - 1] + _instead(letter, wanted),
                row[column - 1] + _extra(letter, typed[column - 2 : column - 1]),
                previous[column] + _extra(wanted, name[place - 2 : place - 1]),
            )
            crossed = place > 1 and column > 1 and letter == name[place - 2] and wanted == typed[column - 2]
            if crossed:
                best = min(best, before[column - 2] + SOFT)
            row.append(best)
        before = previous
    return row[-1]


def _extra(letter: str, neighbour: str) -> float:
    """The cost of a letter too many or too few: little for a vowel or for a letter written twice."""
    return SOFT if letter in _VOWELS or letter == neighbour else SLIP


def _instead(letter: str, wanted: str) -> float:
    if letter == wanted:
        return 0.0
    pair = {letter, wanted}
    if pair <= _VOWELS or pair in _SOUND_ALIKE:
        return SOFT
    beside = any(
        abs(row.find(letter) - row.find(wanted)) == 1 for row in _KEYS if letter in row and wanted in row
    )
    return SLIP if beside else HARD
