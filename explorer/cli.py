"""The command line: `pathways ask`, `routes`, `matrix show`, `check` and `app`.

It parses options, calls what answers, and prints. Exit codes: 0 answered, 1 data that cannot be used, 2 not
understood, 3 no route, 4 no store.
"""

from __future__ import annotations

import os
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer

from explorer.answers import Answer, ExitCode, answer_routes, ask
from explorer.clock import today
from explorer.console import complain, in_sentences, prepare, width, write, write_json
from explorer.formats.csv_routes import answer_rows, to_csv
from explorer.formats.json_answers import to_json
from explorer.formats.markdown import to_markdown
from explorer.formats.matrix_data import matrix_rows, matrix_to_json, matrix_to_yaml
from explorer.formats.matrix_outline import matrix_outline
from explorer.formats.notices import json_check, notice_lines, summary
from explorer.formats.openings import opening, title
from explorer.formats.outline import outline
from explorer.formats.outline_steps import Heading
from explorer.formats.page import page
from explorer.formats.plain import one_line
from explorer.formats.text import to_text
from explorer.loading import find_sector, open_catalogue, read_day, read_learner
from explorer.options import (
    AsOfOption,
    CheckFormat,
    DataOption,
    Format,
    FormatOption,
    FullOption,
    HaveOption,
    MatrixFormat,
    MaxStepsOption,
    NotOption,
    PartlyOption,
    PreferOption,
    RoutesOption,
    StoreOption,
    WithOption,
    WithoutOption,
)
from explorer.settings import data_environment
from graph_loader import read_data
from pathways.notices import Severity
from pathways.places import read_place
from pathways.queries import MOST_STEPS, RouteQuery
from pathways.results import Prefer
from pathways.route_index import RouteIndex

app = typer.Typer(
    name="pathways",
    help="Find, explain and draw routes through levels, qualifications and job roles.",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    # Answers are personal data, and a traceback with local variables would print them.
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
matrix_app = typer.Typer(
    help="Show what each level of a sector asks for: its Learner Progression Matrix.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.add_typer(matrix_app, name="matrix")


def _print_version(asked: bool) -> None:
    if asked:
        write(f"pathway-explorer {version('pathway-explorer')}\n")
        raise typer.Exit


@app.callback()
def pathways(
    show_version: Annotated[
        bool,
        typer.Option("--version", help="Show the version and stop.", is_eager=True, callback=_print_version),
    ] = False,
) -> None:
    """Find, explain and draw routes through levels, qualifications and job roles."""


@app.command("ask")
def ask_command(
    question: Annotated[list[str], typer.Argument(help="Your question in plain English.")],
    prefer: PreferOption = None,
    as_of: AsOfOption = None,
    max_steps: MaxStepsOption = MOST_STEPS,
    k: RoutesOption = 5,
    have: HaveOption = None,
    lack: NotOption = None,
    partly: PartlyOption = None,
    without: WithoutOption = None,
    full: FullOption = False,
    form: FormatOption = Format.TEXT,
    data: DataOption = None,
    beside: WithOption = None,
    store: StoreOption = None,
) -> None:
    """Answer a question in plain English: "how do I get from L3 childcare to L4?"."""
    with in_sentences(form is Format.JSON):
        day = read_day(as_of) if as_of else today()
        learner = read_learner(have or [], lack or [], partly or [], without or [])
        index = RouteIndex.build(open_catalogue(data or [], beside or [], store))
        asked = " ".join(question)
        answer = ask(asked, index, day, learner, prefer=prefer, k=k, max_steps=max_steps)
        _show(answer, index, form, full)


@app.command("routes")
def routes_command(
    start: Annotated[
        str, typer.Argument(metavar="FROM", help="A position id, sector:level, sector or level.")
    ],
    goal: Annotated[str, typer.Argument(metavar="TO", help="The same, for where to get to.")],
    prefer: PreferOption = None,
    as_of: AsOfOption = None,
    max_steps: MaxStepsOption = MOST_STEPS,
    k: RoutesOption = 5,
    have: HaveOption = None,
    lack: NotOption = None,
    partly: PartlyOption = None,
    without: WithoutOption = None,
    full: FullOption = False,
    form: FormatOption = Format.TEXT,
    data: DataOption = None,
    beside: WithOption = None,
    store: StoreOption = None,
) -> None:
    """Find routes between two places: "childcare:L3" "L4"."""
    with in_sentences(form is Format.JSON):
        day = read_day(as_of) if as_of else today()
        learner = read_learner(have or [], lack or [], partly or [], without or [])
        catalogue = open_catalogue(data or [], beside or [], store)
        query = RouteQuery(
            start=(read_place(start, catalogue),),
            goal=(read_place(goal, catalogue),),
            as_of=day,
            learner=learner,
            prefer=prefer or Prefer.LEAST_TO_GAIN,
            k=k,
            max_steps=max_steps,
        )
        index = RouteIndex.build(catalogue)
        _show(answer_routes(query, index), index, form, full)


@matrix_app.command("show")
def matrix_show(
    sector: Annotated[str, typer.Argument(help="A sector: childcare, electrical, adult-care, general.")],
    full: Annotated[bool, typer.Option("--full", help="Add locators and activities.")] = False,
    form: Annotated[MatrixFormat, typer.Option("--format", help="The form to print in.")] = MatrixFormat.TEXT,
    data: DataOption = None,
    beside: WithOption = None,
    store: StoreOption = None,
) -> None:
    """Show the matrix of a sector, row by row."""
    with in_sentences(form is MatrixFormat.JSON):
        catalogue = open_catalogue(data or [], beside or [], store)
        found = find_sector(sector, catalogue)
        match form:
            case MatrixFormat.JSON:
                write_json(matrix_to_json(found, catalogue))
            case MatrixFormat.CSV:
                write(to_csv(matrix_rows(found, catalogue)))
            case MatrixFormat.YAML:
                write(matrix_to_yaml(found, catalogue))
            case MatrixFormat.MARKDOWN:
                write(to_markdown(matrix_outline(found, catalogue, full)))
            case MatrixFormat.TEXT:
                write(to_text(matrix_outline(found, catalogue, full), width()))


@app.command("check")
def check_command(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATH]...", help="Folders or files to check. The data that ship, if none."),
    ] = None,
    beside: WithOption = None,
    form: Annotated[CheckFormat, typer.Option("--format", help="The form to print in.")] = CheckFormat.TEXT,
) -> None:
    """Check data and print every problem at once, with file, line and column."""
    with in_sentences(form is CheckFormat.JSON):
        every = (*(paths or ()), *(beside or ()))
        notices = read_data(every, beside=not paths and bool(beside), today=today()).notices
        if form is CheckFormat.JSON:
            write_json(json_check(notices))
        else:
            lines = [one_line(line) for line in (*notice_lines(notices), summary(notices))]
            write("\n".join(lines) + "\n")
        if any(notice.severity is Severity.ERROR for notice in notices):
            raise typer.Exit(ExitCode.BAD_DATA)


@app.command("app")
def app_command(
    port: Annotated[int | None, typer.Option("--port", help="Where to listen.", show_default="8501")] = None,
    data: DataOption = None,
    beside: WithOption = None,
    store: StoreOption = None,
) -> None:
    """Start the web app. Stop it with Ctrl-C."""
    from explorer import launch

    with in_sentences():
        open_catalogue(data or [], beside or [], store)
    settings = launch.read_settings(launch.settings_file())
    if port is not None:
        settings["server.port"] = port
    os.environ.update(data_environment(data or [], beside or []))
    launch.run_app(settings)


def main() -> None:
    """Run the command line."""
    prepare()
    app()


def _show(answer: Answer, index: RouteIndex, form: Format, full: bool) -> None:
    """Print an answer in a form, and end with its exit code."""
    catalogue = index.catalogue
    match form:
        case Format.JSON:
            write_json(to_json(answer, catalogue))
        case Format.CSV:
            write(to_csv(answer_rows(answer, catalogue)))
            if answer.exit_code:
                complain(opening(answer, catalogue))
        case Format.MARKDOWN:
            blocks = outline(answer, catalogue, full) if full else page(answer, catalogue)
            write(to_markdown((Heading(1, title(answer, catalogue)), *blocks)))
        case Format.TEXT:
            write(to_text(outline(answer, catalogue, full), width()))
            if not full and answer.exit_code == ExitCode.ANSWERED:
                write("\nAdd --full to have every route in full, with all sources and activities.\n")
    raise typer.Exit(answer.exit_code)


if __name__ == "__main__":
    main()
