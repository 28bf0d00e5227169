"""The Matrix page: the controls, the view that is asked for, the files to keep of it."""

from __future__ import annotations

from datetime import date

import streamlit as st

from explorer.drawings.employers import employers
from explorer.drawings.html import Html, tag
from explorer.drawings.matrix import formula, key, matrix_sources, matrix_table
from explorer.drawings.matrix_activities import activity_cells
from explorer.drawings.matrix_entries import entry_cells
from explorer.drawings.sector_ladder import sector_ladder
from explorer.drawings.tones import tone_of
from explorer.formats.matrix_view import NEEDS_MATRIX, MatrixView
from explorer.formats.matrix_views import file_name, matrix_csv, matrix_yaml, view_markdown
from explorer.matrix.address import Asked, list_with_matrix
from explorer.screen import plain, show
from explorer.web import guarded
from explorer.words import day_in_words, sector_name
from pathways.catalogue import Catalogue
from pathways.matrix_ladder import build_ladder
from pathways.matrix_roles import build_employer_view

SECTOR, VIEW = "matrix-sector", "matrix-view"

VIEW_WORDS = {
    MatrixView.MATRIX: "The matrix",
    MatrixView.ACTIVITIES: "With what leads there",
    MatrixView.LADDER: "Ladder on one page",
    MatrixView.EMPLOYER: "For employers",
}

PAPER = {
    MatrixView.MATRIX: "It is set for landscape paper, A4 or A3. What you have opened is printed open.",
    MatrixView.ACTIVITIES: "It is set for landscape paper, A3 if you have it.",
    MatrixView.LADDER: "It is made for one upright A4 page.",
    MatrixView.EMPLOYER: "It is set for upright A4 paper.",
}

ADDRESS_WORDS = {"sector": "the sector", "view": "the view", "entry": "the entry"}


def show_controls(asked: Asked, catalogue: Catalogue) -> None:
    """Show which sector and which view of it, to choose another."""
    # The address is the truth: the controls show what it says, and change it when they are used.
    st.session_state[SECTOR], st.session_state[VIEW] = asked.sector, asked.view
    choices = list_with_matrix(catalogue)
    others = [each for each in catalogue.sector_by_id if each not in choices]
    with st.container(key="matrix-controls"):
        which, what = st.columns([2, 3], vertical_alignment="bottom")
        which.selectbox(
            "Sector",
            [*choices, *others],
            key=SECTOR,
            format_func=lambda each: plain_title(each, catalogue),
            on_change=_changed,
        )
        what.radio(
            "What to show",
            list(MatrixView),
            key=VIEW,
            format_func=lambda each: VIEW_WORDS[each],
            horizontal=True,
            on_change=_changed,
        )


def plain_title(sector: str, catalogue: Catalogue) -> str:
    """Return how a sector is named in the list to choose from, which reads no Markdown."""
    found = catalogue.sector_by_id[sector]
    return found.title if found.matrix else f"{found.title} (no matrix yet)"


def show_view(asked: Asked, catalogue: Catalogue, as_of: date) -> None:
    """Show the view that is asked for, and the files to keep of it."""
    if asked.view in NEEDS_MATRIX and catalogue.sector_by_id[asked.sector].matrix is None:
        _show_without(asked, catalogue)
        return
    match asked.view:
        case MatrixView.MATRIX | MatrixView.ACTIVITIES:
            show(_matrix(asked, catalogue, as_of))
        case MatrixView.LADDER:
            show(sector_ladder(build_ladder(asked.sector, catalogue, as_of), catalogue, day_in_words(as_of)))
        case MatrixView.EMPLOYER:
            show(employers(build_employer_view(asked.sector, catalogue, as_of), catalogue))
    _show_files(asked, catalogue, as_of)


def _matrix(asked: Asked, catalogue: Catalogue, as_of: date) -> Html:
    sector = asked.sector
    activities = asked.view is MatrixView.ACTIVITIES
    cell = (
        activity_cells(sector, catalogue)
        if activities
        else entry_cells(sector, catalogue, as_of, asked.entry)
    )
    hint = "" if activities else "Select a sentence to see where it is from, and what uses it."
    return tag(
        "section",
        tag("h2", catalogue.sector_by_id[sector].title, class_="pe-unseen"),
        formula(),
        None if activities else key(),
        tag("p", hint, class_="pe-quiet pe-hint") if hint else None,
        _linked(asked.entry),
        matrix_table(sector, catalogue, cell),
        matrix_sources(sector, catalogue),
        class_=f"pe-lpm-page pe-tone-{tone_of(sector, catalogue)}",
    )


def _linked(entry: str | None) -> Html | None:
    """Return a way to the one entry that the address names, which stands open in the table."""
    if entry is None:
        return None
    link = tag("a", "Go to the entry of your link", href=f"#entry-{entry}")
    return tag("p", link, ". It stands open in the table.", class_="pe-note pe-hint")


def _show_without(asked: Asked, catalogue: Catalogue) -> None:
    """Say that a sector has no matrix, and offer those that have one."""
    name = sector_name(asked.sector, catalogue)
    show(
        tag(
            "p",
            f"There is no matrix of {name} yet. Its ladder and its jobs can be seen above.",
            class_="pe-answer",
        )
    )
    others = list_with_matrix(catalogue)
    show(tag("p", "These have one:" if others else "No sector in the data has one.", class_="pe-quiet"))
    for each in others:
        st.button(
            plain(catalogue.sector_by_id[each].title),
            key=f"matrix-of-{each}",
            on_click=_go,
            args=(each, asked.view),
        )


def _show_files(asked: Asked, catalogue: Catalogue, as_of: date) -> None:
    sector, view = asked.sector, asked.view
    with st.container(key="matrix-files"):
        show(tag("h2", "Keep or print it"))
        show(
            tag(
                "p",
                f"To print, use your browser's print command (Ctrl and P, or ⌘ and P). {PAPER[view]}",
                class_="pe-quiet",
            )
        )
        with st.container(horizontal=True, gap="small"):
            _file(
                "This view as Markdown",
                view_markdown(view, sector, catalogue, as_of, full=True),
                "text/markdown",
                file_name(sector, view, "md"),
            )
            if catalogue.sector_by_id[sector].matrix:
                name = file_name(sector, MatrixView.MATRIX, "csv")
                _file("The matrix as a spreadsheet (CSV)", matrix_csv(sector, catalogue), "text/csv", name)
                name = file_name(sector, MatrixView.MATRIX, "yaml")
                _file("The matrix as data (YAML)", matrix_yaml(sector, catalogue), "application/yaml", name)


def _file(label: str, text: str, kind: str, name: str) -> None:
    # Bytes, so that what is kept is what the command line prints, letter for letter.
    st.download_button(label, text.encode(), name, kind, key=f"file-{name}", on_click="ignore")


@guarded
def _changed() -> None:
    _go(st.session_state[SECTOR], st.session_state[VIEW])


@guarded
def _go(sector: str, view: MatrixView) -> None:
    st.query_params.from_dict({"sector": sector, "view": str(view)})
