"""Bytes of a data file, read within limits, and the text they hold."""

from __future__ import annotations

import errno
import os
import re
import stat
from pathlib import Path

from graph_loader.refused import Mark, Refused

MAX_BYTES = 5_000_000
"""The largest file that is read. A sector of a hundred positions takes about 100,000 bytes."""

_NOT_ALLOWED = "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
"""A pattern that takes long to compile, and that data which are kept have no use for."""

_LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_BYTE_ORDER_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_OTHER_CONTENT = (
    (b"PK\x03\x04", "a zip file or an Excel workbook"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"<!doctype", "a web page"),
    (b"<html", "a web page"),
)


def shown_name(path: Path) -> str:
    """Return the name of a file as it may be printed: on one line, nothing in it that a terminal obeys."""
    return "".join(each if each.isprintable() else f"\\x{ord(each):02x}" for each in str(path))


def read_bytes(path: Path, name: str, *, follow: bool = False) -> bytes:
    """Return the content of an ordinary file of at most MAX_BYTES. Raises Refused.

    A symbolic link is followed only where `follow` says so: where a person named the link themselves.
    """
    # Opened without blocking, and asked what it is only then: a FIFO would hold us for ever, and a file can
    # turn into something else between a look and an opening.
    flags = (
        os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    )
    if not follow:
        flags |= getattr(os, "O_NOFOLLOW", 0)
    try:
        handle = os.open(path, flags)
    except (OSError, ValueError) as problem:
        raise unreadable(name, problem) from None
    try:
        size = _size_of_file(handle, name)
        with os.fdopen(os.dup(handle), "rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as problem:
        raise unreadable(name, problem) from None
    finally:
        os.close(handle)
    if len(content) > MAX_BYTES:
        text = f"The file has {max(size, len(content)):,} bytes; at most {MAX_BYTES:,} are read. Split it."
        raise Refused("too-large", name, (1, 1), text)
    return content


def _size_of_file(handle: int, name: str) -> int:
    about = os.fstat(handle)
    if stat.S_ISDIR(about.st_mode):
        text = "A folder stands in place of a file. Remove it, or take the ending off its name."
        raise Refused("not-a-file", name, (1, 1), text)
    if not stat.S_ISREG(about.st_mode):
        text = "This is not an ordinary file. Name a YAML or CSV file."
        raise Refused("not-a-file", name, (1, 1), text)
    return about.st_size


def unreadable(name: str, problem: Exception) -> Refused:
    """Return the refusal for a file or folder that the system would not open."""
    number = getattr(problem, "errno", None)
    if number in (errno.ENOENT, errno.ENOTDIR):
        return Refused("missing-file", name, (1, 1), "There is no such file or folder. Check the path.")
    if number == errno.ELOOP:
        text = "This is a symbolic link, which is not followed here. Put the file itself in its place."
        return Refused("not-a-file", name, (1, 1), text)
    if number in (errno.EACCES, errno.EPERM):
        text = "The file cannot be opened: permission denied. Allow reading it."
        return Refused("unreadable-file", name, (1, 1), text)
    reason = (os.strerror(number) if number else str(problem)).lower()
    return Refused("unreadable-file", name, (1, 1), f"The file cannot be opened: {reason}.")


def decode(content: bytes, name: str) -> str:
    """Return the text of UTF-8 bytes, without a byte order mark.

    Raises Refused with the place of the first byte that is not UTF-8, or control character.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            text = (
                f"The file is saved as {encoding} (“Unicode text”). Save it as UTF-8 (in Excel: “CSV UTF-8”)."
            )
            raise Refused("not-utf8", name, (1, 1), text)
    for start, what in _OTHER_CONTENT:
        if content[:16].lstrip().lower().startswith(start.lower()):
            raise Refused(
                "wrong-content", name, (1, 1), f"The file is {what}. Save it as UTF-8 text: YAML or CSV."
            )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        before = content[: problem.start].decode("utf-8-sig")
        message = f"The byte 0x{content[problem.start]:02x} is not UTF-8. Save the file as UTF-8"
        message += " (in Excel: “CSV UTF-8”)."
        raise Refused("not-utf8", name, mark_in(before, len(before)), message) from None
    bad = re.search(_NOT_ALLOWED, text)
    if bad:
        message = f"The character U+{ord(bad.group()):04X} is not allowed. Remove it."
        raise Refused("bad-character", name, mark_in(text, bad.start()), message)
    return text


def mark_in(text: str, position: int) -> Mark:
    """Return the line and column of a position in a text."""
    line, start = 1, 0
    for end in _LINE_END.finditer(text, 0, position):
        line, start = line + 1, end.end()
    return line, position - start + 1


def character_at(text: str, mark: Mark) -> str:
    """Return the character at a line and column; nothing past the end of the line."""
    lines = _LINE_END.split(text)
    line = lines[mark[0] - 1] if mark[0] <= len(lines) else ""
    return line[mark[1] - 1 : mark[1]]
