"""The words of a question or a name: split, folded to plain small letters, and stemmed for comparing."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

MOST_CHARACTERS = 500
"""How much of a question is read."""

MOST_WORDS = 200
"""How many words of it are read: ligatures and numbers can make more of them than there are spaces."""

STOP = "."
"""Before a word: a sentence has ended."""

PAUSE = ","
"""Before a word: a comma, colon, bracket or dash."""

DATE = "#"
"""The text of a word that stands for a whole date."""

_PIECE = re.compile(r"[^\W\d_]+|\d+|[^\w\s]+|\s+")
_ARROWS = re.compile(r"[-=]{0,4}>{1,4}|[→➔➜➝➞⇒⟶⟹»]")
_BACKWARDS = re.compile(r"<[-=]{1,4}|[←⇐⟵⟸]")
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ`´′＇", "'"))
_NUMBERS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
}  # fmt: skip
_LEVEL = {"l", "lv", "lvl", "lev", "levl", "leve", "lvel", "levle", "leval", "levell", "lefel", "levels"}
_SAME_VERB = {"working": "work", "worked": "work", "works": "work"}


@dataclass(frozen=True, slots=True)
class Word:
    """One word: `raw` as typed, `text` in plain small letters, `stem` for comparing with names.

    `before` is what stands between it and the word before: STOP, PAUSE, a space, "-", "/", or nothing.
    `at` is the place of its first character in the text it was split from.
    """

    raw: str
    text: str
    stem: str
    before: str
    at: int


def cut(text: str) -> str:
    """Return as much of a text as is read, without characters that cannot be shown."""
    return "".join(_shown(each) for each in _kept(text))


def clean(text: str) -> str:
    """Return as much of a text as is read, with marks that stand for words written out."""
    kept = "".join(_shown(each) for each in _kept(text).replace("\n", " . "))
    plain = unicodedata.normalize("NFKC", kept)[: 2 * MOST_CHARACTERS].translate(_APOSTROPHES)
    plain = "".join(" " if each == "_" else each for each in plain if not _is_mark(each))
    plain = _BACKWARDS.sub(" from ", _ARROWS.sub(" to ", plain))
    return plain.replace("&", " and ").replace("+", " and ").replace("w/o", "without").replace("w/", "with ")


def split_words(text: str) -> tuple[Word, ...]:
    """Split a text into words. Letters and digits part, so that "L3" and "l 3" are the same two words."""
    words: list[Word] = []
    before = " "
    for piece in _PIECE.finditer(text):
        raw = piece.group()
        if raw[0].isalnum():
            if words and before == "'":
                words[-1] = _joined(words[-1], raw)
            else:
                words.append(_word(raw, "" if words and before == "" else before, piece.start()))
            before = ""
        elif raw == " " and not before:
            before = raw
        else:
            before = _boundary(before, raw, text[piece.end() : piece.end() + 1])
        if len(words) == MOST_WORDS:
            break
    return tuple(_level_words(words))


@lru_cache(maxsize=16_384)
def split_name(text: str) -> tuple[Word, ...]:
    """Split a name of the data into words, once for each. Never for what somebody typed: that is not kept.

    Most names are plain letters with single spaces between, and are split without looking for anything else.
    """
    raws = text.split(" ")
    if not (text.isascii() and all(raw.isalpha() for raw in raws)):
        return split_words(text)
    words, at = [], 0
    for raw in raws[:MOST_WORDS]:
        words.append(Word(raw, *_spelling(raw), " ", at))
        at += len(raw) + 1
    return tuple(words)


@lru_cache(maxsize=8_192)
def _spelling(raw: str) -> tuple[str, str]:
    """Return the text and the stem of a word of the data, which many of its names share."""
    text = raw.lower()
    return text, stem(text)


def key(words: tuple[Word, ...] | list[Word]) -> str:
    """Return what two spellings of one name have in common: its stems without the spaces."""
    return "".join(word.stem for word in words)


def typed(words: tuple[Word, ...] | list[Word]) -> str:
    """Return the words as they were typed, joined by single spaces where they were apart."""
    said, end = "", -1
    for word in words:
        if not word.raw:
            continue
        close = word.before in ("", "-", "/")
        between = "." if word.before == "" and word.at > end else word.before
        said += (between if close else " ") + word.raw if said else word.raw
        end = word.at + len(word.raw)
    return said


def respelled(word: Word, text: str) -> Word:
    """Return the word as another one, still showing what was typed."""
    return Word(word.raw, text, stem(text), word.before, word.at)


def stem(text: str) -> str:
    """Return a word without its plural ending, number words as digits."""
    text = _SAME_VERB.get(text, text)
    if len(text) > 4 and text.endswith("ies"):
        return text[:-3] + "y"
    if len(text) > 3 and text.endswith("s") and not text.endswith(("ss", "us", "is")):
        return text[:-1]
    return _NUMBERS.get(text, text)


def fold(text: str) -> str:
    """Return a text in small letters without accents."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in apart if not unicodedata.combining(character))


def words_of(text: str) -> frozenset[str]:
    """Return the words of a list written as a text."""
    return frozenset(text.split())


def _kept(text: str) -> str:
    """Return the beginning of a text, up to the last whole word within the limit."""
    kept = text[:MOST_CHARACTERS]
    if len(text) > MOST_CHARACTERS and not text[MOST_CHARACTERS].isspace():
        head, space, _ = kept.rpartition(" ")
        return head if space else kept
    return kept


def _shown(character: str) -> str:
    """Return a character as it can be shown: a space for one without form, nothing for one without width."""
    category = unicodedata.category(character)
    return "" if category == "Cf" else " " if category.startswith("C") else character


def _is_mark(character: str) -> bool:
    """Say whether a character only changes the one before it, as accents that stand alone do."""
    return unicodedata.category(character) in ("Mn", "Me")


def _word(raw: str, before: str, at: int) -> Word:
    text = fold(raw)
    return Word(raw, text, stem(text), before, at)


def _joined(word: Word, ending: str) -> Word:
    """Put back together what an apostrophe parts: "don't" is one word, "child's" has the stem of "child"."""
    text = f"{word.text}'{fold(ending)}"
    stemmed = word.stem if fold(ending) == "s" else stem(word.text + fold(ending))
    return Word(f"{word.raw}'{ending}", text, stemmed, word.before, word.at)


def _boundary(before: str, raw: str, after: str) -> str:
    """Return the stronger of what stood before and what stands here."""
    if raw == "'" and before == "":
        return "'"
    if set(raw) & set(".?!;") and (len(raw) > 1 or raw != "." or after in ("", " ")):
        return STOP
    if before == STOP:
        return STOP
    if set(raw) & set(',:=()[]{}–—"“”|…•*'):
        return PAUSE
    if raw in "-/" and before == "" and after not in ("", " "):
        return raw
    if raw.isspace():
        return before if before in (PAUSE, "-", "/") else " "
    return PAUSE if before == " " and raw[0] in "-/" else before


def _level_words(words: list[Word]) -> list[Word]:
    """Spell out the ways of writing "level" that stand before a number."""
    for place, word in enumerate(words[:-1]):
        if word.text in _LEVEL and words[place + 1].stem[:1].isdigit():
            words[place] = respelled(word, "level")
    return words
