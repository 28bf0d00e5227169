"""The page Move sector: where one is, where one might go, each level's verdict, one level in detail."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

import streamlit as st

from explorer.drawings.html import tag
from explorer.drawings.moving import level_detail, levels_ladder
from explorer.drawings.moving_sectors import first_visit, sector_row
from explorer.drawings.picks import picks
from explorer.find_a_route.having import OWN
from explorer.moving.address import Moving, read_moving, sector_of, to_params
from explorer.screen import plain, show
from explorer.ticks import learner, show_ticks, ticked
from explorer.transfers import best_first, next_above, re_entry_of
from explorer.web import guarded
from explorer.words import level_name, sector_name
from explorer.words.transfer_answers import asked_of_all, asked_sentence, transfer_answer, transfers_answer
from explorer.words.transfers import METHOD, capital
from pathways.catalogue import Catalogue
from pathways.route_index import RouteIndex
from pathways.transfer import find_transfer, list_transfers
from pathways.transfer_results import Entry, Transfer

START, TO, LEVEL = "move-start", "move-to", "move-level"
"""The keys of the widgets that show what the address says."""

EVERY = "*"
"""The choice of where to go that shows every sector."""

EXAMPLES = (
    ("I have A levels: where would I start in each sector?", {"start": "a-levels"}),
    ("From level 3 in childcare to electrical work", {"start": "childcare:L3", "to": "electrical"}),
    ("I am a room supervisor: could I move into teaching?", {"start": "room-supervisor", "to": "teaching"}),
)

ADDRESS_WORDS = {
    "start": "where you are",
    "to": "the sector to move to",
    "level": "the level to look at",
    "as_of": "the date",
}

COUNTED = "The verdicts allow for it."


def show_controls(moving: Moving, catalogue: Catalogue) -> None:
    """Show from where and to which sector one would move, to choose another, with examples to try."""
    # The address is the truth: the controls show what it says, and change it when they are used.
    starts = _starts(catalogue)
    st.session_state[START] = str(moving.start) if moving.start else None
    st.session_state[TO] = moving.to or EVERY
    here = sector_of(moving.start, catalogue) if moving.start else None
    titles = {each.id: each.title for each in catalogue.sectors if each.id != here}
    with st.container(key="move-controls"):
        where, there = st.columns([1, 1])
        where.selectbox(
            "Where are you now?",
            list(starts),
            key=START,
            index=None,
            placeholder="Choose a sector and level, a qualification or a job",
            format_func=starts.__getitem__,
            on_change=_changed,
            args=(moving, catalogue),
        )
        there.selectbox(
            "Where might you go?",
            [EVERY, *titles],
            key=TO,
            format_func=lambda each: "Show me all sectors" if each == EVERY else titles[each],
            on_change=_changed,
            args=(moving, catalogue),
        )
    _show_examples(catalogue)


def show_moving(moving: Moving, index: RouteIndex, today: date) -> None:
    """Show what is asked for: one sector level by level, or all of them in a row each."""
    if moving.start is None:
        show(first_visit())
        return
    as_of = moving.as_of or today
    if moving.to:
        transfer = find_transfer(index, moving.start, moving.to, as_of, learner(index.catalogue))
        _show_one(transfer, moving, index.catalogue)
    else:
        found = list_transfers(index, moving.start, as_of, learner(index.catalogue))
        _show_all(best_first(found, index.catalogue), moving, index.catalogue)


def _show_one(transfer: Transfer, moving: Moving, catalogue: Catalogue) -> None:
    show(
        tag("h2", "The answer", class_="pe-unseen"),
        tag("p", transfer_answer(transfer, catalogue), class_="pe-answer"),
        tag("p", asked_sentence(transfer, catalogue), class_="pe-understood"),
    )
    entry = _looked_at(transfer, moving)
    if entry is None:
        return
    levels, detail = st.columns([4, 5], gap="medium")
    with levels:
        show(
            tag("h2", f"Level by level in {sector_name(transfer.to, catalogue)}"),
            levels_ladder(transfer, entry.level, catalogue),
        )
        show(tag("p", METHOD, class_="pe-promise"))
    with detail:
        with st.container(key="move-level-choice"):
            _show_choice(transfer, entry, moving, catalogue)
        with st.container(key="move-having"):
            show_ticks(_own(transfer, entry), _own_of(entry), to_params(moving), COUNTED, catalogue)
        show(level_detail(transfer, entry, catalogue))


def _show_all(transfers: Sequence[Transfer], moving: Moving, catalogue: Catalogue) -> None:
    if not transfers:
        show(
            tag(
                "p",
                "There is no other sector in the data, so there is nowhere to move to.",
                class_="pe-answer",
            )
        )
        return
    show(
        tag("h2", "The answer", class_="pe-unseen"),
        tag("p", transfers_answer(transfers, catalogue), class_="pe-answer"),
        tag("p", asked_of_all(transfers, catalogue), class_="pe-understood"),
        tag("h2", "Each sector, the best first"),
    )
    with st.container(key="move-sectors"):
        for each in transfers:
            row, button = st.columns([5, 2], vertical_alignment="center")
            with row:
                show(sector_row(each, catalogue))
            button.button(
                plain(f"See {sector_name(each.to, catalogue)}"),
                key=f"move-to-{each.to}",
                width="stretch",
                on_click=_go,
                args=(replace(moving, to=each.to, level=None),),
            )
    if ticked(catalogue):
        show_ticks((), (), to_params(moving), COUNTED, catalogue)
    show(tag("p", METHOD, class_="pe-promise"))


def _show_choice(transfer: Transfer, entry: Entry, moving: Moving, catalogue: Catalogue) -> None:
    st.session_state[LEVEL] = entry.level
    st.radio(
        "Which level do you want to look at?",
        [each.level for each in transfer.levels],
        key=LEVEL,
        format_func=lambda each: plain(capital(level_name(each, catalogue))),
        horizontal=True,
        on_change=_leveled,
        args=(moving,),
    )


def _show_examples(catalogue: Catalogue) -> None:
    """Show the examples that the data can answer."""
    with st.container(key="move-examples", horizontal=True, vertical_alignment="center", gap="small"):
        known = [(said, params) for said, params in EXAMPLES if not read_moving(params, catalogue).ignored]
        show(tag("p", "Try one:", class_="pe-try") if known else None, width="content")
        for number, (said, params) in enumerate(known):
            st.button(
                said, key=f"move-example-{number}", on_click=_go, args=(read_moving(params, catalogue),)
            )


def _starts(catalogue: Catalogue) -> dict[str, str]:
    """Return the names of all places to move from, by slug: a sector at a level, or a position."""
    return {
        slug: name
        for slug, name in picks(catalogue).items()
        if slug not in catalogue.sector_by_id and slug not in catalogue.level_by_id
    }


def _looked_at(transfer: Transfer, moving: Moving) -> Entry | None:
    """Return the level that the address names, or the one to aim for, or the lowest there is."""
    named = transfer.at(moving.level) if moving.level else None
    return named or re_entry_of(transfer) or next(iter(transfer.levels), None)


def _own(transfer: Transfer, entry: Entry) -> Iterator[str]:
    """Yield the ids of what only the person can say, for the levels that their answer turns on."""
    for each in (entry, re_entry_of(transfer), next_above(transfer)):
        yield from _own_of(each) if each else ()


def _own_of(entry: Entry) -> Iterator[str]:
    yield from (need.id for need in entry.needs if need.basis in OWN)


@guarded
def _changed(moving: Moving, catalogue: Catalogue) -> None:
    start, to = st.session_state[START], st.session_state[TO]
    asked = {**to_params(replace(moving, level=None)), "start": start or "", "to": "" if to == EVERY else to}
    _go(read_moving({name: value for name, value in asked.items() if value}, catalogue))


@guarded
def _leveled(moving: Moving) -> None:
    _go(replace(moving, level=st.session_state[LEVEL]))


@guarded
def _go(moving: Moving) -> None:
    st.query_params.from_dict(to_params(moving))
