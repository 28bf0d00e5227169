"""`pathways check`: every problem in data, with file, line and column."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from explorer import clock
from explorer.answers import ExitCode
from explorer.console import in_sentences, write, write_json
from explorer.formats.notices import json_check, notice_lines, summary
from explorer.formats.plain import one_line
from explorer.options import CheckFormat
from graph_loader import read_data
from pathways.notices import Severity


def check_data(paths: Sequence[Path], beside: Sequence[Path], form: CheckFormat) -> None:
    """Print every notice on the data at these paths, or on what ships, and end with BAD_DATA for an error."""
    with in_sentences(form is CheckFormat.JSON):
        alone = not paths and bool(beside)
        notices = read_data((*paths, *beside), beside=alone, today=clock.today()).notices
        if form is CheckFormat.JSON:
            write_json(json_check(notices))
        else:
            lines = [one_line(line) for line in (*notice_lines(notices), summary(notices))]
            write("\n".join(lines) + "\n")
        if any(notice.severity is Severity.ERROR for notice in notices):
            raise click.exceptions.Exit(ExitCode.BAD_DATA)
