"""What a person already has: ticked here, counted in the routes, kept in the session and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import streamlit as st

from explorer.address import Address, to_params
from explorer.drawings.html import tag
from explorer.find_a_route import state
from explorer.screen import plain, show
from explorer.web import guarded
from explorer.words import KIND_WORDS, count_in_words, position_in_full
from pathways.catalogue import Catalogue
from pathways.learner import Basis, Status
from pathways.model import Kind
from pathways.results import Route

ORDER = "have-order"
"""The key of the order in which things were listed, for the address they were listed for."""

OWN = frozenset({Basis.ANSWER, Basis.UNKNOWN, Basis.SIMILAR})
"""What only the person can say. All else is given, gained or assumed on the way."""


def show_having(route: Route, routes: Sequence[Route], address: Address, catalogue: Catalogue) -> None:
    """Show what the routes ask for, the chosen one first, to be ticked by whoever has it already."""
    have: frozenset[str] = st.session_state.get(state.HAVE, frozenset())
    asked = _in_order(have | set(asked_of(routes)), set(asked_of([route])), address)
    with st.expander("I already have ..."):  # another label would be another expander, and closed
        st.caption("Tick what is true of you. It stays on this page: it is not saved and not in the address.")
        for kind in Kind:
            found = [each for each in asked if _kind(each, catalogue) is kind]
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
        show(
            tag(
                "p",
                f"Counted: {told}. The figures and the order of the routes allow for it.",
                class_="pe-note",
                role="status",
            )
        )


def asked_of(routes: Sequence[Route]) -> Iterator[str]:
    """Yield the ids of what routes ask for that only the person can say: requirements, and positions held."""
    for route in routes:
        for step in route.steps:
            yield from (each.requirement for each in step.required if each.basis in OWN)
            for group in step.any_of:
                if all(each.status is not Status.MET or each.basis is Basis.ANSWER for each in group):
                    yield from (each.position for each in group if each.position)
                    yield from (
                        one.requirement for each in group for one in each.requirements if one.basis in OWN
                    )


def _in_order(asked: set[str] | frozenset[str], first: set[str], address: Address) -> list[str]:
    """Return what is asked for in the order it was listed in before, as long as the same is looked at.

    A tick can change which route is the best: lines that then moved under the hand would be ticked wrongly.
    """
    looked_at = to_params(replace(address, beside=None))
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


@guarded
def _ticked(requirement: str) -> None:
    have: frozenset[str] = st.session_state.get(state.HAVE, frozenset())
    ticked = st.session_state[f"have-{requirement}"]
    st.session_state[state.HAVE] = have | {requirement} if ticked else have - {requirement}


@guarded
def _clear() -> None:
    for each in st.session_state.get(state.HAVE, ()):
        st.session_state[f"have-{each}"] = False
    st.session_state[state.HAVE] = frozenset()
