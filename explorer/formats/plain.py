"""Makes text from data harmless where it is shown: in a terminal, in Markdown and in a spreadsheet."""

from __future__ import annotations

import codecs
import re
import unicodedata

# Bidirectional controls can make a line read otherwise than it is stored.
_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_MARKUP = re.compile(r"[\\`*_\[\]<~$]|&(?=#?\w{1,30};)")
_MARKUP_AT_START = re.compile(r"^(\d{0,9})([-+=#>.)])")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_ASCII = {"→": "to", "“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "£": "GBP "}


def one_line(text: str) -> str:
    """Return text without control characters, bidirectional controls or line breaks."""
    if text.isprintable():
        return text
    spaced = (" " if each.isspace() else each for each in text if each not in _BIDI)
    return "".join(each for each in spaced if unicodedata.category(each) not in ("Cc", "Cs"))


def markdown(text: str) -> str:
    """Return text that Markdown shows as it is: no markup, links, pictures or HTML of its own."""
    inside = _MARKUP.sub(lambda found: f"\\{found[0]}", one_line(text))
    return _MARKUP_AT_START.sub(r"\1\\\2", inside)


def cell(text: str) -> str:
    """Return text that a spreadsheet takes for text and never for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) and text != "-" else text


def _in_plain_letters(error: UnicodeError) -> tuple[str, int]:
    """Write the signs a terminal does not know in plain letters, where there are any."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    missing = error.object[error.start : error.end]
    return "".join(_ASCII.get(each) or _without_accent(each) for each in missing), error.end


def _without_accent(sign: str) -> str:
    base = unicodedata.normalize("NFKD", sign)[0]
    return base if base.isascii() else "?"


codecs.register_error("plain", _in_plain_letters)
