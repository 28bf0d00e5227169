"""Ids from words, and words from ids, for data that come without ids."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

_NOT_IN_IDS = re.compile(r"[^a-z0-9]+")
MOST = 64


@lru_cache(100_000)  # a spreadsheet has the same sectors and statements made into ids many times
def slug(text: str) -> str:
    """Return a text in the form of an id.

    The same text always gives the same id. One that had to be cut, or that has letters an id cannot show,
    ends in a short hash of the whole, so that two such texts do not meet.
    """
    plain = text if text.isascii() else unicodedata.normalize("NFKD", text)
    letters = plain if plain.isascii() else "".join(each for each in plain if not unicodedata.combining(each))
    made = _NOT_IN_IDS.sub("-", re.sub("['’]", "", letters.lower())).strip("-")
    shown = letters.isascii() or all(each.isascii() or not each.isalnum() for each in letters)
    if made and len(made) <= MOST and shown:
        return made
    mark = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:8]
    return f"{made[: MOST - 9].rstrip('-')}-{mark}".lstrip("-")


def words_of(name: str) -> str:
    """Return an id as words: "other-level-3" as "Other level 3"."""
    words = name.replace("-", " ").strip()
    return words[:1].upper() + words[1:]
