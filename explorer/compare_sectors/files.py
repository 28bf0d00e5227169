"""The files to keep of a comparison: figures and matches as tables, the two pictures."""

from __future__ import annotations

import streamlit as st

from explorer.compare_sectors.address import Asked
from explorer.drawings.heat import Find, heat_scene
from explorer.drawings.html import tag
from explorer.drawings.scene import Scene, png_file, svg_file
from explorer.drawings.upset import upset_scene
from explorer.formats.csv_routes import to_csv
from explorer.formats.json_answers import dumps
from explorer.formats.overlap_data import match_rows, overlap_rows, overlap_to_json
from explorer.screen import show
from explorer.sector_overlap import SectorOverlap, citation
from explorer.shared_needs import list_shared
from explorer.words import level_name
from explorer.words.overlap import kind_key
from pathways.catalogue import Catalogue
from pathways.overlap import Overlap

SHARE_NOTE = (
    "Of what the sector above a column asks for, the share that the sector of the row asks for too: the same "
    "counts one, similar a half."
)
SHARED_NOTE = "How many things just these sectors ask for; one thing is all that is filed under one concept."


def show_files(asked: Asked, compared: SectorOverlap) -> None:
    """Show the buttons that hand the files out, and the line to cite."""
    catalogue = compared.catalogue
    show(
        tag("h2", "Keep it"),
        tag("p", "Every file says which data and which method it comes from.", class_="pe-quiet"),
    )
    key = (catalogue.content_hash, asked.sectors)
    figures, matches, data = _tables(key, compared)
    square, painted, shared = _pictures((*key, asked.kind, asked.level), asked, compared)
    with st.container(horizontal=True, gap="small", key="compare-files"):
        _file("Figures (CSV)", figures, "text/csv", "overlap.csv")
        _file("Matched pairs (CSV)", matches, "text/csv", "overlap-matches.csv")
        _file("Figures (JSON)", data, "application/json", "overlap.json")
        _file("Square (SVG)", square, "image/svg+xml", "overlap.svg")
        _file("Square (PNG)", painted, "image/png", "overlap.png")
        if len(asked.sectors) > 2:
            _file("What several ask for (SVG)", shared, "image/svg+xml", "overlap-shared.svg")
    show(tag("p", tag("b", "To cite: "), citation(catalogue), class_="pe-source"))


def finder(asked: Asked, compared: SectorOverlap) -> Find:
    """Return what finds a pair in the kind and at the level that are asked for."""

    def find(here: str, there: str) -> Overlap | None:
        return compared.find(here, there, asked.kind, asked.level)

    return find


def shared_scene(asked: Asked, catalogue: Catalogue, *notes: str) -> Scene:
    """Return the picture of what several sectors ask for."""
    shared = list_shared(catalogue, asked.sectors, asked.kind, asked.level)
    title = f"What several sectors ask for: {_subject(asked, catalogue)}"
    return upset_scene(title, asked.sectors, shared, catalogue, notes)


# Made once for each choice: the files take longer to write than all else on the page.


@st.cache_data(max_entries=4, show_spinner=False)
def _tables(key: tuple[object, ...], _compared: SectorOverlap) -> tuple[bytes, bytes, bytes]:
    return (
        to_csv(overlap_rows(_compared)).encode(),
        to_csv(match_rows(_compared)).encode(),
        dumps(overlap_to_json(_compared, with_matches=False)).encode(),
    )


@st.cache_data(max_entries=16, show_spinner=False)
def _pictures(key: tuple[object, ...], _asked: Asked, _compared: SectorOverlap) -> tuple[bytes, bytes, bytes]:
    catalogue = _compared.catalogue
    title = f"How much sectors ask for the same: {_subject(_asked, catalogue)}"
    notes = (SHARE_NOTE, citation(catalogue))
    square = heat_scene(title, notes, _asked.sectors, finder(_asked, _compared), catalogue)
    shared = shared_scene(_asked, catalogue, SHARED_NOTE, citation(catalogue))
    return svg_file(square).encode(), png_file(square), svg_file(shared).encode()


def _file(label: str, content: bytes, kind: str, name: str) -> None:
    st.download_button(label, content, name, kind, key=f"file-{name}", on_click="ignore")


def _subject(asked: Asked, catalogue: Catalogue) -> str:
    at = level_name(asked.level, catalogue) if asked.level else "all levels"
    return f"{kind_key(asked.kind) if asked.kind else 'all kinds'}, {at}"
