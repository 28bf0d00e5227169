"""How wide a text is drawn, and how it is broken into lines that fit."""

from __future__ import annotations

ELLIPSIS = "…"

_NARROW = frozenset("iljtfrI1.,:;'’|!()[] -/")
_WIDE = frozenset("mwMW@%&—")


def text_width(text: str, size: float) -> float:
    """Return the width of a text in pixels, on the safe side, for a semi-bold sans-serif of this size."""
    return sum(_share(letter) for letter in text) * size


def wrap(text: str, width: float, size: float, most: int) -> tuple[str, ...]:
    """Break a text into at most `most` even lines of `width` pixels; what is too long ends in an ellipsis."""
    lines = _broken(text, width, size)
    if len(lines) <= most:
        return tuple(_evened(text, lines, width, size))
    return (*lines[: most - 1], _shortened(f"{lines[most - 1]} {lines[most]}", width, size))


def _broken(text: str, width: float, size: float) -> list[str]:
    """Break a text into lines, each as full as it gets."""
    lines: list[str] = []
    for word in text.split():
        for part in _pieces(word, width, size):
            longer = f"{lines[-1]} {part}" if lines else part
            if lines and text_width(longer, size) <= width:
                lines[-1] = longer
            else:
                lines.append(part)
    return lines


def _evened(text: str, lines: list[str], width: float, size: float) -> list[str]:
    """Return as many lines, as narrow as they can be: no last line of a single short word."""
    narrow = max((text_width(word, size) for word in text.split()), default=width)
    while len(lines) > 1 and narrow < width:
        tried = _broken(text, narrow, size)
        if len(tried) == len(lines):
            return tried
        narrow += size / 2
    return lines


def _pieces(word: str, width: float, size: float) -> list[str]:
    """Cut a word that is wider than a line into pieces that are not."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and text_width(pieces[-1] + letter, size) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _shortened(text: str, width: float, size: float) -> str:
    while text and text_width(text.rstrip() + ELLIPSIS, size) > width:
        text = text[:-1]
    return text.rstrip() + ELLIPSIS


def _share(letter: str) -> float:
    """Return a letter's width as a share of its size."""
    if letter in _NARROW:
        return 0.34
    if letter in _WIDE:
        return 0.9
    if ord(letter) > 0x2E80:
        return 1.0
    return 0.66 if letter.isupper() else 0.55
