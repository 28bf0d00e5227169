"""The options that the commands share, and the forms they can print in."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pathways.limits import Study
from pathways.model import ConditionKind
from pathways.results import Prefer


class Format(StrEnum):
    """The forms an answer can be printed in."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"


class MatrixFormat(StrEnum):
    """The forms a matrix can be printed in."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"
    YAML = "yaml"


class CheckFormat(StrEnum):
    """The forms notices can be printed in."""

    TEXT = "text"
    JSON = "json"


FormatOption = Annotated[Format, typer.Option("--format", help="The form to print in.")]
DataOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--data",
        metavar="PATH",
        help="Use this folder, YAML or CSV file instead of the data that ship. Repeatable.",
    ),
]
WithOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--with", metavar="PATH", help="Use this folder, YAML or CSV file beside the data. Repeatable."
    ),
]
StoreOption = Annotated[
    str | None,
    typer.Option(
        "--store", metavar="NAME", help="Where to keep the graph: networkx.", show_default="networkx"
    ),
]
PreferOption = Annotated[
    Prefer | None, typer.Option("--prefer", help="What decides between routes.", show_default="least-to-gain")
]
AsOfOption = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="Ask as of this day (2026-11-22).", show_default="today"),
]
MaxStepsOption = Annotated[int, typer.Option("--max-steps", help="The longest route, in steps: 1 to 12.")]
RoutesOption = Annotated[int, typer.Option("--k", help="How many routes to rank: 1 to 50.")]
HaveOption = Annotated[
    list[str] | None,
    typer.Option("--have", metavar="ID", help="A requirement or position that you have. Repeatable."),
]
NotOption = Annotated[
    list[str] | None,
    typer.Option("--not", metavar="ID", help="A requirement or position that you do not have. Repeatable."),
]
PartlyOption = Annotated[
    list[str] | None,
    typer.Option("--partly", metavar="ID", help="A requirement that you have in part. Repeatable."),
]
WithoutOption = Annotated[
    list[ConditionKind] | None,
    typer.Option(
        "--without",
        metavar="CONDITION",
        help=f"Leave out steps that depend on this: {', '.join(ConditionKind)}. Repeatable.",
    ),
]
AvoidOption = Annotated[
    list[str] | None,
    typer.Option(
        "--avoid",
        metavar="PLACE",
        help="Leave out routes by this: a position id, sector:level, sector or level. Repeatable.",
    ),
]
AvoidTypeOption = Annotated[
    list[str] | None,
    typer.Option(
        "--avoid-type",
        metavar="TYPE",
        help="Leave out routes by this type of qualification: degree. Repeatable.",
    ),
]
WithinMonthsOption = Annotated[
    int | None,
    typer.Option("--within-months", metavar="N", help="Leave out routes known to take longer than this."),
]
StudyOption = Annotated[
    Study | None, typer.Option("--study", help="Leave out what is known to be taught full time.")
]
FullOption = Annotated[
    bool, typer.Option("--full", help="Tell every route in full, with all sources and activities.")
]
