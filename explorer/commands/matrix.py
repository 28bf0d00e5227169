"""`pathways matrix show`: what each level of a sector asks for, and other views of the sector."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from explorer import clock, loading
from explorer.console import in_sentences, width, write, write_json
from explorer.formats.matrix_data import matrix_to_json
from explorer.formats.matrix_view import MatrixView
from explorer.formats.matrix_views import matrix_csv, matrix_yaml, view_markdown, view_outline
from explorer.formats.text import to_text
from explorer.options import MatrixFormat
from pathways.errors import InvalidQuery


def show_matrix(
    sector: str,
    view: MatrixView,
    full: bool,
    form: MatrixFormat,
    data: Sequence[Path],
    beside: Sequence[Path],
    store: str | None,
) -> None:
    """Print a view of a sector: its matrix row by row, what leads there, its ladder, what employers ask."""
    with in_sentences(form is MatrixFormat.JSON):
        if view is not MatrixView.MATRIX and form not in (MatrixFormat.TEXT, MatrixFormat.MARKDOWN):
            raise InvalidQuery(f"The view '{view}' comes as text or markdown; {form} is for the matrix.")
        catalogue = loading.open_catalogue(data, beside, store)
        found = loading.find_sector(sector, catalogue)
        match form:
            case MatrixFormat.JSON:
                write_json(matrix_to_json(found, catalogue))
            case MatrixFormat.CSV:
                write(matrix_csv(found, catalogue))
            case MatrixFormat.YAML:
                write(matrix_yaml(found, catalogue))
            case MatrixFormat.MARKDOWN:
                write(view_markdown(view, found, catalogue, clock.today(), full))
            case MatrixFormat.TEXT:
                write(to_text(view_outline(view, found, catalogue, clock.today(), full), width()))
