"""`pathways load` and `pathways store status`: data into the shared store, and what it holds."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from explorer import clock
from explorer.console import in_sentences, show_progress, width, write, write_json
from explorer.formats.outline_steps import Paragraph
from explorer.formats.store_status import Loaded, json_loaded, json_status, loaded_sentence, status_lines
from explorer.formats.text import to_text
from explorer.options import CheckFormat
from graph_loader import load_catalogue, read_data
from graph_loader.neo4j_load import load
from graph_loader.neo4j_session import LOADING, Neo4jSession
from graph_loader.neo4j_settings import read_settings
from graph_loader.neo4j_status import read_status
from pathways.catalogue import Catalogue
from pathways.errors import DataError


def load_data(data: Sequence[Path], beside: Sequence[Path], beside_others: bool, form: CheckFormat) -> None:
    """Check data, make them what the shared store holds, and say so."""
    as_json = form is CheckFormat.JSON
    with in_sentences(as_json):
        settings = read_settings(os.environ)
        catalogue = _checked(data, beside)
        with Neo4jSession(settings) as session:  # which gives up sooner than one that loads
            before = read_status(session).current
            with Neo4jSession(settings, LOADING) as patient:
                load(patient, catalogue, clock.now(), _tell_progress, beside_others)
            after = read_status(session)
        loaded = Loaded(after, changed=before is None or before != after.current)
        if as_json:
            write_json(json_loaded(loaded))
        else:
            _write_lines([loaded_sentence(loaded)])


def show_status(form: CheckFormat) -> None:
    """Print where the shared store is and what it holds."""
    as_json = form is CheckFormat.JSON
    with in_sentences(as_json):
        with Neo4jSession(read_settings(os.environ)) as session:
            status = read_status(session)
        shipped = load_catalogue()
        if as_json:
            write_json(json_status(status, shipped))
        else:
            _write_lines([*status_lines(status, shipped)])


def _checked(data: Sequence[Path], beside: Sequence[Path]) -> Catalogue:
    reading = read_data((*data, *beside), beside=not data and bool(beside), today=clock.today())
    if reading.catalogue is None:
        raise DataError(reading.notices)
    return reading.catalogue


def _write_lines(lines: Sequence[str]) -> None:
    write(to_text([Paragraph(each) for each in lines], width()))


def _tell_progress(done: int, total: int) -> None:
    show_progress("Loading", done, total)
