"""The options that the commands share, and the forms they can print in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

import click

from pathways.limits import Study
from pathways.model import ConditionKind
from pathways.queries import MOST_STEPS
from pathways.results import Prefer

Given = TypeVar("Given", bound=Callable[..., Any])


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


class CompareFormat(StrEnum):
    """The forms overlaps can be printed in."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


class ExportForm(StrEnum):
    """The forms that a whole graph can be exported in."""

    GRAPHML = "graphml"
    GEXF = "gexf"
    NODE_LINK = "node-link"
    NEO4J_CSV = "neo4j-csv"


class CheckFor(StrEnum):
    """What data can be checked for besides what is wrong with them."""

    STALE = "stale"
    AUDIT = "audit"
    COVERAGE = "coverage"


class SharedStore(StrEnum):
    """The stores that data can be loaded into, for many to use."""

    NEO4J = "neo4j"


class Words(click.Choice[Any]):
    """One of the words of an enumeration, as the data and the documents write it."""

    def __init__(self, words: type[StrEnum]) -> None:
        super().__init__([word.value for word in words])
        self._words = words

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> StrEnum:
        """Return the member of the enumeration that was typed."""
        return self._words(super().convert(value, param, ctx))


PATH = click.Path(path_type=Path)

data_option = click.option(
    "--data",
    type=PATH,
    metavar="PATH",
    multiple=True,
    help="Use this folder, YAML or CSV file instead of the data that ship. Repeatable.",
)
with_option = click.option(
    "--with",
    "beside",
    type=PATH,
    metavar="PATH",
    multiple=True,
    help="Use this folder, YAML or CSV file beside the data. Repeatable.",
)
store_option = click.option(
    "--store",
    metavar="NAME",
    help="Where the graph is: networkx, made of the data; or neo4j, the shared store with its own data.",
    show_default="networkx",
)


def format_option(forms: type[StrEnum]) -> Callable[[Given], Given]:
    """Return the option for the form to print in."""
    return click.option(
        "--format", "form", type=Words(forms), default="text", show_default=True, help="The form to print in."
    )


def full_option(text: str) -> Callable[[Given], Given]:
    """Return the option for more than fits on a screen."""
    return click.option("--full", is_flag=True, help=text)


as_of_option = click.option(
    "--as-of", metavar="DATE", help="Ask as of this day (2026-11-22).", show_default="today"
)

HELD_OPTIONS = (
    click.option(
        "--have", metavar="ID", multiple=True, help="A requirement or position that you have. Repeatable."
    ),
    click.option(
        "--not",
        "lack",
        metavar="ID",
        multiple=True,
        help="A requirement or position that you do not have. Repeatable.",
    ),
    click.option(
        "--partly", metavar="ID", multiple=True, help="A requirement that you have in part. Repeatable."
    ),
)
"""The options for what the learner has, lacks, or has in part."""

ANSWER_OPTIONS = (
    click.option(
        "--prefer",
        type=Words(Prefer),
        help="What decides between routes.",
        show_default="least-to-gain",
    ),
    as_of_option,
    click.option(
        "--max-steps",
        type=int,
        default=MOST_STEPS,
        show_default=True,
        metavar="N",
        help="The longest route, in steps: 1 to 12.",
    ),
    click.option(
        "--k", type=int, default=5, show_default=True, metavar="N", help="How many routes to rank: 1 to 50."
    ),
    *HELD_OPTIONS,
    click.option(
        "--without",
        type=Words(ConditionKind),
        metavar="CONDITION",
        multiple=True,
        help=f"Leave out steps that depend on this: {', '.join(ConditionKind)}. Repeatable.",
    ),
    click.option(
        "--avoid",
        metavar="PLACE",
        multiple=True,
        help="Leave out routes by this: a position id, sector:level, sector or level. Repeatable.",
    ),
    click.option(
        "--avoid-type",
        metavar="TYPE",
        multiple=True,
        help="Leave out routes by this type of qualification: degree. Repeatable.",
    ),
    click.option(
        "--within-months",
        type=int,
        metavar="N",
        help="Leave out routes known to take longer than this.",
    ),
    click.option("--study", type=Words(Study), help="Leave out what is known to be taught full time."),
    full_option("Tell every route in full, with all sources and activities."),
    format_option(Format),
    data_option,
    with_option,
    store_option,
)
"""The options of an answer, in the order that help lists them: the fields of AnswerOptions."""

LEARNER_OPTIONS = (
    as_of_option,
    *HELD_OPTIONS,
    full_option("Tell every level in full, with all that helps to get there."),
    format_option(Format),
    data_option,
    with_option,
    store_option,
)
"""The options of a move to another sector: the fields of LearnerOptions."""


def put_on(command: Given, options: Iterable[Callable[[Any], Any]]) -> Given:
    """Return a command with options put on it, the first of them listed first."""
    for option in reversed([*options]):
        command = option(command)
    return command
