"""The command line: what can be asked of `pathways`.

It says what can be typed, and hands over to explorer.commands. Exit codes: 0 answered, 1 data that cannot be
used, 2 not understood, 3 no route, 4 no store.
"""

from __future__ import annotations

from pathlib import Path

import click

from explorer.commands.answer_options import (
    AnswerOptions,
    LearnerOptions,
    with_answer_options,
    with_learner_options,
)
from explorer.console import prepare, write
from explorer.formats.matrix_view import MatrixView
from explorer.options import (
    PATH,
    CheckFor,
    CheckFormat,
    CompareFormat,
    ExportForm,
    MatrixFormat,
    SharedStore,
    Words,
    as_of_option,
    data_option,
    format_option,
    full_option,
    store_option,
    with_option,
)

# The commands are imported when they are given, so that none waits for what another needs.


def _print_version(context: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        write(f"pathway-explorer {version('pathway-explorer')}\n")
        context.exit()


@click.group(name="pathways", context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Show the version and stop.",
)
def app() -> None:
    """Find, explain and draw routes through levels, qualifications and job roles."""


@app.group("matrix")
def matrix_app() -> None:
    """Show what each level of a sector asks for: its Learner Progression Matrix."""


@app.group("store")
def store_app() -> None:
    """Look after the shared store: the database that NEO4J_URI names."""


@app.command("ask")
@click.argument("question", nargs=-1)
@click.option(
    "--file",
    type=PATH,
    metavar="FILE",
    help="Answer a file instead: a question a line, or a CSV file with columns. - is standard input.",
)
@with_answer_options
def ask_command(question: tuple[str, ...], file: Path | None, options: AnswerOptions) -> None:
    """Answer a question in plain English: "how do I get from L3 childcare to L4?"."""
    if bool(question) == bool(file):
        raise click.UsageError("Give a question, or --file and a file of questions.")
    if file:
        from explorer.commands.batch import ask_file

        ask_file(file, options)
    else:
        from explorer.commands.answer import ask_question

        ask_question(" ".join(question), options)


@app.command("routes")
@click.argument("start", metavar="FROM")
@click.argument("goal", metavar="TO")
@with_answer_options
def routes_command(start: str, goal: str, options: AnswerOptions) -> None:
    """Find routes between two places: "childcare:L3" "L4".

    A place is a position id, sector:level, sector or level.
    """
    from explorer.commands.answer import ask_routes

    ask_routes(start, goal, options)


@app.command("transfer")
@click.argument("start", metavar="FROM")
@click.argument("sectors", metavar="[SECTOR]...", nargs=-1)
@with_learner_options
def transfer_command(start: str, sectors: tuple[str, ...], options: LearnerOptions) -> None:
    """Say whether you could move to another sector, and at what level: "childcare:L3" electrical.

    FROM is a position id or sector:level. Without a SECTOR, all others are told, the best first.
    """
    from explorer.commands.transfer import show_transfers

    show_transfers(start, sectors, options)


@matrix_app.command("show")
@click.argument("sector")
@click.option(
    "--view",
    type=Words(MatrixView),
    default="matrix",
    show_default=True,
    help="What to show: the matrix, what leads there, a ladder, the employers' view.",
)
@full_option("Add locators and activities to the matrix.")
@format_option(MatrixFormat)
@data_option
@with_option
@store_option
def matrix_show(
    sector: str,
    view: MatrixView,
    full: bool,
    form: MatrixFormat,
    data: tuple[Path, ...],
    beside: tuple[Path, ...],
    store: str | None,
) -> None:
    """Show the matrix of a sector, row by row: childcare, electrical, adult-care, general."""
    from explorer.commands.matrix import show_matrix

    show_matrix(sector, view, full, form, data, beside, store)


@app.command("compare")
@click.argument("sectors", metavar="[SECTOR]...", nargs=-1)
@click.option("--all", "every", is_flag=True, help="Compare all sectors of the data.")
@click.option("--matches", is_flag=True, help="List each thing behind the figures, and how it matched.")
@click.option(
    "--level",
    metavar="LEVEL",
    help="Count only what is asked for at this level: L3; or each.",
    show_default="all",
)
@format_option(CompareFormat)
@data_option
@with_option
@store_option
def compare_sectors_command(
    sectors: tuple[str, ...],
    every: bool,
    matches: bool,
    level: str | None,
    form: CompareFormat,
    data: tuple[Path, ...],
    beside: tuple[Path, ...],
    store: str | None,
) -> None:
    """Compare sectors: how much of what one asks for another asks for too.

    One sector is compared with all others; without any, all are compared.
    """
    if every and sectors:
        raise click.UsageError("Name sectors, or give --all.")
    from explorer.commands.compare import compare_command

    compare_command(sectors, every, matches, level, form, data, beside, store)


@app.command("check")
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=PATH)
@click.option(
    "--stale",
    "look_for",
    flag_value=CheckFor.STALE.value,
    type=Words(CheckFor),
    help="List instead what should be looked at again, and when.",
)
@click.option(
    "--audit",
    "look_for",
    flag_value=CheckFor.AUDIT.value,
    type=Words(CheckFor),
    help="Compare instead with the registers in the folder that PATHWAYS_OPEN_DATA names.",
)
@click.option(
    "--coverage",
    "look_for",
    flag_value=CheckFor.COVERAGE.value,
    type=Words(CheckFor),
    help="Count instead what there is, as a page of Markdown.",
)
@as_of_option
@with_option
@format_option(CheckFormat)
def check_command(
    paths: tuple[Path, ...],
    look_for: CheckFor | None,
    as_of: str | None,
    beside: tuple[Path, ...],
    form: CheckFormat,
) -> None:
    """Check data and print every problem at once, with file, line and column.

    A path is a folder or file to check. The data that ship are checked if none is given.
    """
    if as_of and look_for is not CheckFor.STALE:
        raise click.UsageError("--as-of goes with --stale.")
    if look_for is CheckFor.COVERAGE and form is CheckFormat.JSON:
        raise click.UsageError("--coverage is a page of Markdown; it has no JSON.")
    from explorer.commands import check

    match look_for:
        case CheckFor.STALE:
            check.list_stale_data(paths, beside, as_of, form)
        case CheckFor.AUDIT:
            check.audit_data(paths, beside, form)
        case CheckFor.COVERAGE:
            check.write_coverage(paths, beside)
        case None:
            check.check_data(paths, beside, form)


@app.command("export")
@click.argument("out", metavar="OUT", type=PATH)
@click.option("--to", "form", type=Words(ExportForm), required=True, help="The form to write.")
@click.option("--force", is_flag=True, help="Replace what is there already.")
@data_option
@with_option
@store_option
def export_command(
    out: Path,
    form: ExportForm,
    force: bool,
    data: tuple[Path, ...],
    beside: tuple[Path, ...],
    store: str | None,
) -> None:
    """Write the whole graph to a file for other tools: Gephi, yEd, Cytoscape, igraph, D3, Neo4j.

    neo4j-csv is a folder of files. With - as OUT the others go to standard output.
    """
    from explorer.commands.export import export_graph

    export_graph(out, form, force, data, beside, store)


@app.command("load")
@click.option("--to", "store", type=Words(SharedStore), required=True, help="The store to load into: neo4j.")
@click.option(
    "--beside-others", is_flag=True, help="Load also into a database that holds data of other programs."
)
@format_option(CheckFormat)
@data_option
@with_option
def load_command(
    store: SharedStore,
    beside_others: bool,
    form: CheckFormat,
    data: tuple[Path, ...],
    beside: tuple[Path, ...],
) -> None:
    """Check data and put them into the shared store, in the place of what is in use there.

    Whoever reads meanwhile has what was there before, whole. The data before are kept as well.
    """
    from explorer.commands.store import load_data

    load_data(data, beside, beside_others, form)


@store_app.command("status")
@format_option(CheckFormat)
def store_status(form: CheckFormat) -> None:
    """Say where the shared store is, and what it holds."""
    from explorer.commands.store import show_status

    show_status(form)


@app.command("app")
@click.option("--port", type=int, metavar="N", help="Where to listen.", show_default="8501")
@data_option
@with_option
@store_option
def app_command(
    port: int | None, data: tuple[Path, ...], beside: tuple[Path, ...], store: str | None
) -> None:
    """Start the web app. Stop it with Ctrl-C."""
    from explorer.commands.app import start_app

    start_app(port, data, beside, store)


def main() -> None:
    """Run the command line."""
    prepare()
    app()


if __name__ == "__main__":
    main()
