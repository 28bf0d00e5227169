"""The parts of the page on sources and data health: choosing, sorting, showing and downloading."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import streamlit as st

from explorer.checking import Checked, Order, check_files, chosen_notices, files_stamp
from explorer.drawings.health import (
    SEVERITY_WORDS,
    check_told,
    checked_when,
    dataset,
    evidence_table,
    figures,
    notices_table,
    severities,
    sources_table,
)
from explorer.drawings.html import tag
from explorer.formats.csv_routes import to_csv
from explorer.formats.health_rows import notice_rows, source_rows
from explorer.formats.notices import summary
from explorer.health import OWN, Look, Sorting, chosen_sources, count_evidence, list_facts, list_sources
from explorer.meanings import meanings
from explorer.screen import show, show_error
from explorer.serving import Served
from explorer.settings import data_paths
from explorer.words import count_in_words
from explorer.words.serving import KEPT_IN
from pathways.catalogue import Catalogue
from pathways.checks import CHECKS
from pathways.notices import Notice, Severity

MOST_NOTICES = 100
"""How many notices are shown at once; the file to download has all."""

LOOK_WORDS = {
    Look.ALL: "All sources",
    Look.OLD: "Older than two years, or not checked for two years",
    Look.UNDATED: "Sources without a date",
    Look.OWN: "Cited for our own judgement",
    Look.UNUSED: "Not used yet",
}
SORTING_WORDS = {
    Sorting.TITLE: "Title",
    Sorting.OLDEST: "Oldest first",
    Sorting.CHECKED: "Longest not checked first",
    Sorting.CITED: "Most used first",
}
ORDER_WORDS = {
    Order.WORST: "Worst first",
    Order.PLACE: "File and line",
    Order.CODE: "Kind of notice",
}


def check_in_use(today: date, at: datetime) -> Checked:
    """Return the check of the data that the app uses, made anew when a file has changed."""
    data, beside = data_paths(os.environ)
    return _checked(data, beside, files_stamp(data, beside), today, at)


@st.cache_resource(max_entries=4, show_spinner="Checking the data ...")
def _checked(
    data: tuple[Path, ...], beside: tuple[Path, ...], stamp: tuple[object, ...], today: date, _at: datetime
) -> Checked:
    return check_files(data, beside, today, _at)


def show_data(served: Served, checked: Checked, today: date) -> None:
    """Show which data are in use, how much rests on what, and what was checked when."""
    catalogue = served.index.catalogue
    every = list_sources(catalogue, today)
    counts = count_evidence(catalogue)
    without = sum(fact.evidence is None for fact in list_facts(catalogue))
    facts = sum(counts.values()) + without
    own = sum(counts[each] for each in OWN)
    old = chosen_sources(every, Look.OLD, Sorting.TITLE)
    show(
        tag(
            "p",
            "Every fact in Pathway Explorer names the source it comes from. Here are the sources, how old "
            "they are, and what the checks of the data have found.",
        ),
        figures(
            ("Sources", str(len(every)), f"{len(old)} of them old, or long not checked"),
            ("Facts", f"{facts:,}", f"{own:,} of them our own judgement or worked out by our software"),
            ("Notices", f"{len(checked.notices):,}", summary(checked.notices)),
        ),
        tag("section", tag("h2", "The data in use"), dataset(served.version, KEPT_IN[served.origin])),
        tag(
            "section",
            tag("h2", "What kind of evidence there is"),
            evidence_table(counts, without),
        ),
        tag(
            "section",
            tag("h2", "What was checked when"),
            tag("h3", "By people, against the sources"),
            checked_when(every, today),
            tag("h3", "By the program, rule by rule"),
            check_told(checked, served.version.content_hash, len(CHECKS), served.origin),
        ),
    )


def show_sources(catalogue: Catalogue, today: date) -> None:
    """Show the sources that are asked for, in the order asked for."""
    every = list_sources(catalogue, today)
    show(tag("h2", "Sources"))
    here, there, file = st.container(key="choose-sources").columns([4, 3, 3], vertical_alignment="bottom")
    look = here.selectbox("Show", [*Look], key="sources-look", format_func=LOOK_WORDS.__getitem__)
    sorting = there.selectbox(
        "Sort by", [*Sorting], key="sources-sort", format_func=SORTING_WORDS.__getitem__
    )
    shown = chosen_sources(every, look, sorting)
    _download(file, "Download sources (CSV)", to_csv(source_rows(every, today)), "sources.csv")
    show(
        tag(
            "p", f"{len(shown)} of {count_in_words(len(every), 'source')}.", class_="pe-quiet", role="status"
        ),
        sources_table(shown, today) if shown else None,
    )


def show_notices(checked: Checked) -> None:
    """Show the notices of one severity or of all, the first of them where there are many."""
    every = checked.notices
    show(tag("section", tag("h2", "Notices of the checks"), tag("p", summary(every))))
    if not every:
        return
    found = [each for each in Severity if any(notice.severity is each for notice in every)]
    here, there, file = st.container(key="choose-notices").columns([4, 3, 3], vertical_alignment="bottom")
    severity = here.selectbox(
        "Show", [None, *found], key="notices-look", format_func=lambda each: _severity(each, every)
    )
    order = there.selectbox("Sort by", [*Order], key="notices-sort", format_func=ORDER_WORDS.__getitem__)
    _download(file, "Download notices (CSV)", to_csv(notice_rows(every, meanings())), "notices.csv")
    shown = chosen_notices(every, severity, order)
    show(
        tag("p", _how_many(len(shown)), class_="pe-quiet", role="status"),
        notices_table(shown[:MOST_NOTICES], meanings()),
        tag("details", tag("summary", "What the three grades mean"), severities(), class_="pe-more"),
    )


def show_trouble(checked: Checked, at_start: Sequence[Notice]) -> None:
    """Say that the data cannot be used. `at_start` are the notices met when they were to be loaded."""
    errors = sum(each.severity is Severity.ERROR for each in checked.notices or at_start)
    show_error(
        "The data cannot be used, so no page can answer yet.",
        f"{count_in_words(errors, 'error').capitalize()} must be mended first. Each is listed below with its "
        "file and line.",
    )
    show(check_told(checked, None, len(CHECKS)))


def _download(where: st.delta_generator.DeltaGenerator, label: str, text: str, name: str) -> None:
    # The mark tells a spreadsheet that the letters are UTF-8.
    where.download_button(
        label,
        f"\ufeff{text}".encode(),
        name,
        "text/csv",
        key=f"download-{name}",
        on_click="ignore",
        width="stretch",
    )


def _how_many(count: int) -> str:
    if count <= MOST_NOTICES:
        return f"{count_in_words(count, 'notice').capitalize()}."
    more = count - MOST_NOTICES
    return f"The first {MOST_NOTICES} of {count:,} notices. {more:,} more are in the file to download."


def _severity(severity: Severity | None, every: Sequence[Notice]) -> str:
    if severity is None:
        return f"All notices ({len(every):,})"
    count = sum(each.severity is severity for each in every)
    return f"{SEVERITY_WORDS[severity]}s ({count:,})"
