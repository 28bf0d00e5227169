"""`pathways check`: problems in data, what to look at again, what registers say, and what there is."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from explorer import clock
from explorer.answers import ExitCode
from explorer.console import in_sentences, write, write_json
from explorer.formats.notices import json_check, notice_lines, summary
from explorer.formats.plain import one_line
from explorer.options import CheckFormat
from graph_loader import read_data
from pathways.catalogue import Catalogue
from pathways.errors import DataError, InvalidQuery
from pathways.notices import Notice, Severity

OPEN_DATA = "PATHWAYS_OPEN_DATA"
"""The environment variable that names the folder with the registers to compare with."""


def check_data(paths: Sequence[Path], beside: Sequence[Path], form: CheckFormat) -> None:
    """Print every notice on the data at these paths, or on what ships, and end with BAD_DATA for an error."""
    with in_sentences(form is CheckFormat.JSON):
        alone = not paths and bool(beside)
        notices = read_data((*paths, *beside), beside=alone, today=clock.today()).notices
        if form is CheckFormat.JSON:
            write_json(json_check(notices))
        else:
            _write_lines((*notice_lines(notices), summary(notices)))
        if any(notice.severity is Severity.ERROR for notice in notices):
            raise click.exceptions.Exit(ExitCode.BAD_DATA)


def audit_data(paths: Sequence[Path], beside: Sequence[Path], form: CheckFormat) -> None:
    """Print what differs from the registers; end with BAD_DATA where no note explains a difference."""
    # Late, so that an ordinary check does not wait for what it has no use for.
    from explorer.formats.audit import audit_lines, json_audit
    from graph_loader.open_data import read_open_data
    from pathways.audit import Verdict, audit

    with in_sentences(form is CheckFormat.JSON):
        folder = os.environ.get(OPEN_DATA)
        if not folder:
            raise InvalidQuery(f"Say in {OPEN_DATA} which folder holds the open data to compare with.")
        catalogue, _ = _read(paths, beside)
        comparisons = audit(catalogue, read_open_data(Path(folder)))
        if form is CheckFormat.JSON:
            write_json(json_audit(comparisons))
        else:
            _write_lines(audit_lines(comparisons))
        if any(each.verdict is Verdict.UNEXPLAINED for each in comparisons):
            raise click.exceptions.Exit(ExitCode.BAD_DATA)


def list_stale_data(
    paths: Sequence[Path], beside: Sequence[Path], as_of: str | None, form: CheckFormat
) -> None:
    """Print what should be looked at again and when. That something is stale is an answer, not a failure."""
    from explorer.formats.stale import json_stale, stale_lines
    from explorer.loading import read_day
    from pathways.stale import list_stale

    with in_sentences(form is CheckFormat.JSON):
        day = read_day(as_of) if as_of else clock.today()
        catalogue, _ = _read(paths, beside)
        due = list_stale(catalogue)
        if form is CheckFormat.JSON:
            write_json(json_stale(due, day))
        else:
            _write_lines(stale_lines(due, day))


def write_coverage(paths: Sequence[Path], beside: Sequence[Path]) -> None:
    """Print the page that counts what there is, as of the day somebody last looked at a source."""
    from explorer.formats.coverage import coverage

    with in_sentences():
        catalogue, notices = _read(paths, beside)
        write(coverage(catalogue, notices))


def _read(paths: Sequence[Path], beside: Sequence[Path]) -> tuple[Catalogue, tuple[Notice, ...]]:
    alone = not paths and bool(beside)
    reading = read_data((*paths, *beside), beside=alone, today=clock.today())
    if reading.catalogue is None:
        raise DataError(reading.notices)
    return reading.catalogue, reading.notices


def _write_lines(lines: Iterable[str]) -> None:
    write("".join(f"{one_line(line)}\n" for line in lines))
