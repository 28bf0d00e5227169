"""`pathways matrix show`: what each level of a sector asks for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from explorer import loading
from explorer.console import in_sentences, width, write, write_json
from explorer.formats.csv_routes import to_csv
from explorer.formats.markdown import to_markdown
from explorer.formats.matrix_data import matrix_rows, matrix_to_json, matrix_to_yaml
from explorer.formats.matrix_outline import matrix_outline
from explorer.formats.text import to_text
from explorer.options import MatrixFormat


def show_matrix(
    sector: str,
    full: bool,
    form: MatrixFormat,
    data: Sequence[Path],
    beside: Sequence[Path],
    store: str | None,
) -> None:
    """Print the matrix of a sector, row by row."""
    with in_sentences(form is MatrixFormat.JSON):
        catalogue = loading.open_catalogue(data, beside, store)
        found = loading.find_sector(sector, catalogue)
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
