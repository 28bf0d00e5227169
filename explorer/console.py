"""Writes to the terminal so that nothing a reader or a pipe does ends in a traceback."""

from __future__ import annotations

import io
import json
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TextIO

import click

from explorer.answers import ExitCode
from explorer.formats.json_answers import dumps
from explorer.formats.json_errors import json_error
from explorer.formats.plain import one_line
from pathways.errors import InvalidQuery, PathwaysError, StoreUnavailable, UnknownName

WIDEST = 92
"""Lines longer than this are hard to read, however wide the window is."""

BAR = 30
"""How many signs wide a bar of progress is."""


def prepare() -> None:
    """Make both streams write every sign they can, plain letters for the rest, and plain line feeds."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="plain", newline="\n")


def write(text: str) -> None:
    """Write to standard output. A reader that went away is no error; a full disk ends the command."""
    with _guarded_output():
        sys.stdout.write(text)
        sys.stdout.flush()


def write_bytes(content: bytes) -> None:
    """Write bytes as they are to standard output, as `write` does text."""
    with _guarded_output():
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()


def write_json(value: dict[str, Any]) -> None:
    """Write JSON to standard output, in letters that any terminal can show where it is not UTF-8."""
    write(dumps(value, in_ascii=not _is_utf8(sys.stdout)))


def write_json_list(name: str, values: Iterable[dict[str, Any]]) -> None:
    """Write a JSON object with one list in it, each value on a line of its own as soon as it is there."""
    opening = f'{{"{name}": ['
    for value in values:
        write(f"{opening}\n{json.dumps(value, ensure_ascii=not _is_utf8(sys.stdout))}")
        opening = ","
    write("\n]}\n" if opening == "," else f"{opening}]}}\n")


def write_json_parts(head: dict[str, Any], name: str, values: Iterable[dict[str, Any]]) -> None:
    """Write a JSON object that ends in a list, each value on a line of its own as soon as it is there."""
    in_ascii = not _is_utf8(sys.stdout)
    write(json.dumps(head, ensure_ascii=in_ascii)[:-1])
    opening = f', "{name}": ['
    for value in values:
        write(f"{opening}\n{json.dumps(value, ensure_ascii=in_ascii)}")
        opening = ","
    write("\n]}\n" if opening == "," else f"{opening}]}}\n")


def complain(text: str) -> None:
    """Write lines to standard error."""
    for line in text.splitlines():
        sys.stderr.write(one_line(line) + "\n")


def show_progress(what: str, done: int, total: int) -> None:
    """Show how far something is, as a bar on one line of standard error, where a person may be waiting."""
    if sys.stderr.isatty():
        full = done * BAR // total if total else BAR
        sys.stderr.write(f"\r{what} [{'#' * full}{'.' * (BAR - full)}] {done:,} of {total:,}")
        sys.stderr.write("\n" if done >= total else "")
        sys.stderr.flush()


def width() -> int | None:
    """Return how wide to wrap text: the window's width, or None where nobody reads it in a window."""
    return min(shutil.get_terminal_size().columns, WIDEST) if sys.stdout.isatty() else None


@contextmanager
def in_sentences(as_json: bool = False) -> Iterator[None]:
    """Turn an error that a person may be shown into its sentence and its exit code.

    With `as_json` standard output gets one object with `error`, and standard error stays empty.
    """
    try:
        yield
    except PathwaysError as error:
        if as_json:
            write_json(json_error(error))
        else:
            complain(str(error))
        raise click.exceptions.Exit(_exit_code(error)) from None


@contextmanager
def _guarded_output() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        _write_no_more()
    except OSError as problem:
        _write_no_more()
        reason = (os.strerror(problem.errno) if problem.errno else str(problem)).lower()
        complain(f"Standard output cannot be written: {reason}.")
        raise click.exceptions.Exit(ExitCode.NOT_UNDERSTOOD) from None


def _exit_code(error: PathwaysError) -> int:
    match error:
        case UnknownName() | InvalidQuery():
            return ExitCode.NOT_UNDERSTOOD
        case StoreUnavailable():
            return ExitCode.NO_STORE
        case _:
            return ExitCode.BAD_DATA


def _is_utf8(stream: TextIO) -> bool:
    return (stream.encoding or "").lower().replace("-", "") in ("utf8", "utf8sig")


def _write_no_more() -> None:
    """Send what is still buffered nowhere, or Python complains about the closed pipe on its way out."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
