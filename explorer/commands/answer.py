"""`pathways ask` and `pathways routes`: one question answered and printed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import click

from explorer import loading
from explorer.answers import Answer, ExitCode
from explorer.commands.answer_options import AnswerOptions
from explorer.commands.asked import answer_places, answer_question
from explorer.console import complain, in_sentences, width, write, write_json
from explorer.formats.csv_routes import answer_rows, to_csv
from explorer.formats.json_answers import to_json
from explorer.formats.markdown import to_markdown
from explorer.formats.openings import opening, title, understood_sentence
from explorer.formats.outline import outline
from explorer.formats.outline_steps import Heading
from explorer.formats.page import page
from explorer.formats.text import to_text
from explorer.moves import Moves
from explorer.options import Format
from explorer.sector_overlap import SectorOverlap
from pathways.route_index import RouteIndex


def ask_question(question: str, options: AnswerOptions) -> None:
    """Answer a question in plain English."""
    _ask(partial(answer_question, question), options)


def ask_routes(start: str, goal: str, options: AnswerOptions) -> None:
    """Answer a query between two places."""
    _ask(partial(answer_places, start, goal), options)


def _ask(answer: Callable[[RouteIndex, AnswerOptions], Answer], options: AnswerOptions) -> None:
    with in_sentences(options.as_json):
        options.check()
        index = RouteIndex.build(loading.open_catalogue(options.data, options.beside, options.store))
        _show(answer(index, options), index, options)


def _show(answer: Answer, index: RouteIndex, options: AnswerOptions) -> None:
    """Print an answer in a form, and end with its exit code."""
    catalogue, full = index.catalogue, options.full
    match options.form:
        case Format.JSON:
            write_json(to_json(answer, catalogue))
        case Format.CSV:
            write(to_csv(answer_rows(answer, catalogue)))
            if answer.exit_code:
                complain(opening(answer, catalogue))
            if answer.understood and answer.understood.limits:
                complain(understood_sentence(answer, catalogue))
        case Format.MARKDOWN:
            blocks = outline(answer, catalogue, full) if full else page(answer, catalogue)
            write(to_markdown((Heading(1, title(answer, catalogue)), *blocks)))
        case Format.TEXT:
            write(to_text(outline(answer, catalogue, full), width()))
            if not full and answer.exit_code == ExitCode.ANSWERED:
                write(_more(answer))
    raise click.exceptions.Exit(answer.exit_code)


def _more(answer: Answer) -> str:
    """Return what --full would add."""
    match answer.result:
        case Moves(transfers=(_,)):
            return "\nAdd --full to have every level in full.\n"
        case Moves() | SectorOverlap():
            return ""
    return "\nAdd --full to have every route in full, with all sources and activities.\n"
