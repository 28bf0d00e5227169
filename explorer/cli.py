"""The command line: `pathways ask`, `routes`, `matrix show`, `check` and `app`.

It says what can be typed, and hands over to explorer.commands. Exit codes: 0 answered, 1 data that cannot be
used, 2 not understood, 3 no route, 4 no store.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from explorer.commands.answer_options import AnswerOptions
from explorer.commands.spread import spread
from explorer.console import prepare, write
from explorer.formats.matrix_view import MatrixView
from explorer.options import CheckFormat, DataOption, MatrixFormat, StoreOption, WithOption

# The commands are imported when they are given, so that none waits for what another needs.

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
        from importlib.metadata import version

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
@spread
def ask_command(
    question: Annotated[
        list[str] | None,
        typer.Argument(metavar="QUESTION...", help="Your question in plain English.", show_default=False),
    ] = None,
    file: Annotated[
        Path | None,
        typer.Option(
            "--file",
            metavar="FILE",
            help="Answer a file instead: a question a line, or a CSV file with columns. - is standard input.",
        ),
    ] = None,
    *,
    options: AnswerOptions,
) -> None:
    """Answer a question in plain English: "how do I get from L3 childcare to L4?"."""
    if (file is None) == (question is None):
        raise typer.BadParameter("Give a question, or --file and a file of questions.")
    if file:
        from explorer.commands.batch import ask_file

        ask_file(file, options)
    else:
        from explorer.commands.answer import ask_question

        ask_question(" ".join(question or ()), options)


@app.command("routes")
@spread
def routes_command(
    start: Annotated[
        str, typer.Argument(metavar="FROM", help="A position id, sector:level, sector or level.")
    ],
    goal: Annotated[str, typer.Argument(metavar="TO", help="The same, for where to get to.")],
    options: AnswerOptions,
) -> None:
    """Find routes between two places: "childcare:L3" "L4"."""
    from explorer.commands.answer import ask_routes

    ask_routes(start, goal, options)


@matrix_app.command("show")
def matrix_show(
    sector: Annotated[str, typer.Argument(help="A sector: childcare, electrical, adult-care, general.")],
    view: Annotated[
        MatrixView,
        typer.Option(
            "--view", help="What to show: the matrix, what leads there, a ladder, the employers' view."
        ),
    ] = MatrixView.MATRIX,
    full: Annotated[bool, typer.Option("--full", help="Add locators and activities to the matrix.")] = False,
    form: Annotated[MatrixFormat, typer.Option("--format", help="The form to print in.")] = MatrixFormat.TEXT,
    data: DataOption = None,
    beside: WithOption = None,
    store: StoreOption = None,
) -> None:
    """Show the matrix of a sector, row by row."""
    from explorer.commands.matrix import show_matrix

    show_matrix(sector, view, full, form, data or [], beside or [], store)


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
    from explorer.commands.check import check_data

    check_data(paths or [], beside or [], form)


@app.command("app")
def app_command(
    port: Annotated[int | None, typer.Option("--port", help="Where to listen.", show_default="8501")] = None,
    data: DataOption = None,
    beside: WithOption = None,
    store: StoreOption = None,
) -> None:
    """Start the web app. Stop it with Ctrl-C."""
    from explorer.commands.app import start_app

    start_app(port, data or [], beside or [], store)


def main() -> None:
    """Run the command line."""
    prepare()
    app()


if __name__ == "__main__":
    main()
