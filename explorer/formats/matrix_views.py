"""The views of a sector's matrix and the files they are handed out in, for the page and the command line."""

from __future__ import annotations

from datetime import date

from explorer.formats.csv_routes import to_csv
from explorer.formats.markdown import to_markdown
from explorer.formats.matrix_activities import activities_outline
from explorer.formats.matrix_data import matrix_rows, matrix_to_yaml
from explorer.formats.matrix_employers import employer_outline
from explorer.formats.matrix_ladder import ladder_outline
from explorer.formats.matrix_outline import matrix_outline
from explorer.formats.matrix_view import MatrixView
from explorer.formats.outline_steps import Block
from pathways.catalogue import Catalogue


def view_outline(
    view: MatrixView, sector: str, catalogue: Catalogue, as_of: date, full: bool = False
) -> tuple[Block, ...]:
    """Return a view of a sector as blocks. `full` adds locators and activities to the matrix itself."""
    match view:
        case MatrixView.MATRIX:
            return matrix_outline(sector, catalogue, full)
        case MatrixView.ACTIVITIES:
            return activities_outline(sector, catalogue)
        case MatrixView.LADDER:
            return ladder_outline(sector, catalogue, as_of)
        case MatrixView.EMPLOYER:
            return employer_outline(sector, catalogue, as_of)


def matrix_csv(sector: str, catalogue: Catalogue) -> str:
    """Return a matrix as CSV text, one row a cell entry."""
    return to_csv(matrix_rows(sector, catalogue))


def matrix_yaml(sector: str, catalogue: Catalogue) -> str:
    """Return a matrix as the block of a data file."""
    return matrix_to_yaml(sector, catalogue)


def view_markdown(
    view: MatrixView, sector: str, catalogue: Catalogue, as_of: date, full: bool = False
) -> str:
    """Return a view of a sector as Markdown."""
    return to_markdown(view_outline(view, sector, catalogue, as_of, full))


def file_name(sector: str, view: MatrixView, ending: str) -> str:
    """Return what a file of a view is called: "childcare-matrix.csv". A sector's id is safe in a name."""
    return f"{sector}-{view}.{ending}"
