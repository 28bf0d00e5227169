"""`pathways ask --file`: a file of questions, each answered in turn and printed as soon as it is."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from explorer import loading
from explorer.answers import ExitCode
from explorer.batch import Outcome, answer_lines, exit_code_of
from explorer.commands.answer_options import AnswerOptions
from explorer.console import in_sentences, width, write, write_json_list
from explorer.formats.batch import COLUMNS, json_outcome, outcome_blocks, outcome_row
from explorer.formats.csv_routes import to_csv
from explorer.formats.markdown import to_markdown
from explorer.formats.text import to_text
from explorer.options import Format
from graph_loader.question_files import QuestionLine, read_question_file, read_questions
from graph_loader.text_files import MAX_BYTES
from pathways.catalogue import Catalogue
from pathways.route_index import RouteIndex

STANDARD_INPUT = "-"


def ask_file(file: Path, options: AnswerOptions) -> None:
    """Answer every line of a file, or of standard input, and end with the code that stands for all."""
    with in_sentences(options.as_json):
        options.check()
        lines = _read(file)
        catalogue = loading.open_catalogue(options.data, options.beside, options.store)
        options.limits(catalogue)
        codes: set[ExitCode] = set()
        outcomes = answer_lines(lines, RouteIndex.build(catalogue), options)
        _print(_noted(outcomes, codes, len(lines)), catalogue, options)
        raise click.exceptions.Exit(exit_code_of(codes))


def _read(file: Path) -> tuple[QuestionLine, ...]:
    if str(file) == STANDARD_INPUT:
        return read_questions(sys.stdin.buffer.read(MAX_BYTES + 1), "standard input")
    return read_question_file(file)


def _noted(outcomes: Iterator[Outcome], codes: set[ExitCode], count: int) -> Iterator[Outcome]:
    """Hand outcomes on, note their codes, and show how far they are where a person waits for a file."""
    if not sys.stderr.isatty() or sys.stdout.isatty():
        for outcome in outcomes:
            codes.add(outcome.exit_code)
            yield outcome
        return
    with click.progressbar(outcomes, length=count, label="Questions", file=sys.stderr) as shown:
        for outcome in shown:
            codes.add(outcome.exit_code)
            yield outcome


def _print(outcomes: Iterable[Outcome], catalogue: Catalogue, options: AnswerOptions) -> None:
    """Write each outcome as soon as it is there, so that what is done is kept whatever comes."""
    match options.form:
        case Format.JSON:
            write_json_list("answers", (json_outcome(each, catalogue) for each in outcomes))
        case Format.CSV:
            write(to_csv([COLUMNS]))
            for each in outcomes:
                write(to_csv([outcome_row(each, catalogue)]))
        case Format.MARKDOWN | Format.TEXT:
            before = ""
            for each in outcomes:
                blocks = outcome_blocks(each, catalogue, options.full)
                said = to_markdown(blocks) if options.form is Format.MARKDOWN else to_text(blocks, width())
                write(before + said)
                before = "\n"
