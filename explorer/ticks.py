"""What a person already has, to be ticked by them: kept in the session and nowhere else, for every page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

import streamlit as st

from explorer.drawings.html import tag
from explorer.screen import plain, show
from explorer.web import guarded
from explorer.words import KIND_WORDS, count_in_words, position_in_full
from pathways.catalogue import Catalogue
from pathways.learner import Learner, Status
from pathways.model import Kind

HAVE = "have"
"""The key of what is ticked."""

ORDER = "have-order"
"""The key of the order in which things were listed, for the address they were listed for."""


def ticked(catalogue: Catalogue) -> frozenset[str]:
    """Return the ids of what is ticked, as far as it is in the data: they may be others than a moment ago."""
    return frozenset(
        each
        for each in _all_ticked()
        if each in catalogue.requirement_by_id or each in catalogue.position_by_id
    )


def learner(catalogue: Catalogue) -> Learner:
    """Return what the person has said they have. It is kept while the page is open, and nowhere else."""
    return Learner(MappingProxyType(dict.fromkeys(sorted(ticked(catalogue)), Status.MET)))


def show_ticks(
    asked: Iterable[str],
    first: Iterable[str],
    looked_at: Mapping[str, str],
    counted: str,
    catalogue: Catalogue,
) -> None:
    """Show what is asked for, `first` before the rest, to be ticked by whoever has it already.

    `looked_at` is the address of what is looked at, and `counted` says what the ticks have changed.
    """
    have = ticked(catalogue)
    listed = _in_order(have | set(asked), set(first), dict(looked_at))
    with st.expander("I already have ..."):  # another label would be another expander, and closed
        st.caption("Tick what is true of you. It stays on this page: it is not saved and not in the address.")
        for kind in Kind:
            found = [each for each in listed if _kind(each, catalogue) is kind]
            if found:
                st.markdown(f"**{KIND_WORDS[kind]}**")
            for each in found:
                st.checkbox(
                    plain(_statement(each, catalogue)),
                    value=each in have,
                    key=f"have-{each}",
                    on_change=_ticked,
                    args=(each,),
                )
        if have:
            st.button("Clear all ticks", key="have-none", on_click=_clear)
    if have:
        told = f"{count_in_words(len(have), 'thing')} that you have already"
        show(tag("p", f"Counted: {told}. {counted}", class_="pe-note", role="status"))


def _in_order(asked: set[str] | frozenset[str], first: set[str], looked_at: dict[str, str]) -> list[str]:
    """Return what is asked for in the order it was listed in before, as long as the same is looked at.

    A tick can change what is looked at first: lines that then moved under the hand would be ticked wrongly.
    """
    before: list[str]
    listed_for, before = st.session_state.get(ORDER, ({}, []))
    kept = before if listed_for == looked_at else []
    fresh = sorted(asked - set(kept), key=lambda each: (each not in first, each))
    st.session_state[ORDER] = (looked_at, [*kept, *fresh])
    return [each for each in (*kept, *fresh) if each in asked]


def _kind(asked: str, catalogue: Catalogue) -> Kind:
    requirement = catalogue.requirement_by_id.get(asked)
    return requirement.kind if requirement else Kind.ATTAINMENT


def _statement(asked: str, catalogue: Catalogue) -> str:
    requirement = catalogue.requirement_by_id.get(asked)
    return requirement.statement if requirement else f"You hold, or do: {position_in_full(asked, catalogue)}."


def _all_ticked() -> frozenset[str]:
    have: frozenset[str] = st.session_state.get(HAVE, frozenset())
    return have


@guarded
def _ticked(requirement: str) -> None:
    value = st.session_state[f"have-{requirement}"]
    st.session_state[HAVE] = _all_ticked() | {requirement} if value else _all_ticked() - {requirement}


@guarded
def _clear() -> None:
    for each in _all_ticked():
        st.session_state[f"have-{each}"] = False
    st.session_state[HAVE] = frozenset()
