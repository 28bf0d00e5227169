"""`pathways export`: the whole graph in a form that other tools read."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

from explorer import loading
from explorer.console import complain, in_sentences, write, write_bytes
from explorer.formats.plain import one_line
from explorer.options import ExportForm
from graph_loader.exporting import export, export_to
from graph_loader.graph import Size
from pathways.errors import InvalidQuery

STANDARD_OUTPUT = "-"


def export_graph(
    out: Path,
    form: ExportForm,
    force: bool,
    data: Sequence[Path],
    beside: Sequence[Path],
    store: str | None,
) -> None:
    """Write the data to a file or folder and say so, or to standard output."""
    with in_sentences():
        to_stream = str(out) == STANDARD_OUTPUT
        if to_stream and form is ExportForm.NEO4J_CSV:
            raise InvalidQuery(f"{form} is a folder of files. Name a folder in the place of -.")
        catalogue = loading.open_catalogue(data, beside, store)
        if to_stream:
            # Whole in memory first: where a value does not fit, nothing goes to whoever reads.
            written = io.BytesIO()
            size = export_to(catalogue, form, written)
            write_bytes(written.getvalue())
            complain(f"Wrote {_counts(size)} to standard output.")
            return
        said = f"Wrote {_counts(export(catalogue, form, out, force=force))} to {out}."
        if form is ExportForm.NEO4J_CSV:
            said += " To import it, in that folder: neo4j-admin database import full neo4j @import.args"
        write(one_line(said) + "\n")


def _counts(size: Size) -> str:
    return f"{size.nodes:,} nodes and {size.edges:,} edges"
