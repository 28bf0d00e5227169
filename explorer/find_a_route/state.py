"""What the page remembers: the address says what is asked, the session keeps the words and the answers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import streamlit as st

from explorer.address import Address, read_address, to_params
from explorer.answers import Answer, answer_understood, ask
from explorer.ticks import learner
from pathways.catalogue import Catalogue
from pathways.places import Place
from pathways.questions import Intent, Understood, Unsure
from pathways.results import Prefer
from pathways.route_index import RouteIndex

ASKED, SEEN = "asked", "address-seen"
QUESTION, START, GOAL, PREFER, AS_OF = "question", "start", "goal", "prefer", "as-of"
AVOID, AVOID_TYPE, WITHIN, STUDY = "avoid", "avoid-type", "within", "study"
"""The keys of the widgets that show what the address says."""

NOT_SURE = "?"
"""The choice in the second picker that asks for all that is possible."""

ANY_WAY = "In any way"
"""The choice of how to study that limits nothing. (Streamlit shows None as no choice at all.)"""

LOWEST = Place(level="U")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in plain English, and the address it turned into. Its words are never in an address.

    `dataset` is the content hash of the data it was read against.
    """

    text: str
    dataset: str
    params: dict[str, str]
    understood: Understood | None
    unsure: Unsure | None


def current_address(catalogue: Catalogue) -> Address:
    """Return what the address asks for, and bring the pickers in line where it has changed."""
    address = read_address(st.query_params.to_dict(), catalogue)
    asked = to_params(address.question)
    if st.session_state.get(SEEN) != asked or START not in st.session_state:
        _show_in_pickers(address)
        question = st.session_state.get(ASKED)
        st.session_state[QUESTION] = question.text if question and question.params == asked else ""
        st.session_state[SEEN] = asked
    return address


def go_to(address: Address) -> None:
    """Put something to ask into the address: a new entry in the browser's history."""
    params = to_params(address)
    if params != st.query_params.to_dict():
        st.query_params.from_dict(params)


def change(address: Address, **changes: Any) -> None:
    """Ask the same with something changed; what routes were looked at is forgotten."""
    go_to(replace(address.question, **changes))


def ask_question(text: str, index: RouteIndex, today: date) -> None:
    """Read a question and ask it, or keep what it could be asked as instead."""
    if not text.strip():
        return
    asked, address = _read_question(text, index, today)
    st.session_state[ASKED], st.session_state[QUESTION] = asked, text
    st.session_state[SEEN] = None
    go_to(address)


def keep_up(index: RouteIndex, today: date) -> None:
    """Read the last question anew where the data have become others since: what it named may be gone."""
    asked: Asked | None = st.session_state.get(ASKED)
    if asked and asked.dataset != index.catalogue.content_hash:
        st.session_state[ASKED], _ = _read_question(asked.text, index, today)


def _read_question(text: str, index: RouteIndex, today: date) -> tuple[Asked, Address]:
    answer = ask(text, index, today)
    read = answer.understood
    address = Address()
    if read and not answer.unsure:
        start = read.start or (() if read.intent is Intent.REQUIREMENTS else (LOWEST,))
        address = Address(start, read.goal, read.prefer, read.as_of, limits=read.limits)
    return Asked(text, index.catalogue.content_hash, to_params(address), read, answer.unsure), address


def current_question(address: Address) -> Asked | None:
    """Return the question in plain English that the address came from, if one did."""
    asked: Asked | None = st.session_state.get(ASKED)
    return asked if asked and asked.params == to_params(address.question) else None


def answer(address: Address, index: RouteIndex, today: date) -> Answer:
    """Answer what the address asks for this learner."""
    asked = current_question(address)
    read = asked.understood if asked and asked.understood else _with_said(_read(address), address)
    return answer_understood(read, index, today, learner(index.catalogue), prefer=address.prefer)


def places_slug(places: tuple[Place, ...]) -> str | None:
    """Return places as one choice of a picker."""
    return to_params(Address(start=places)).get("start")


def _read(address: Address) -> Understood:
    if not address.goal:
        intent = Intent.NEXT_STEPS
    else:
        intent = Intent.ROUTES if address.start else Intent.REQUIREMENTS
    return Understood(
        "", intent, address.start, address.goal, address.prefer, address.as_of, limits=address.limits
    )


def _with_said(read: Understood, address: Address) -> Understood:
    """Add what the last question said is held or lacking, as long as its two ends are asked about."""
    asked: Asked | None = st.session_state.get(ASKED)
    params = to_params(address)
    if asked is None or asked.understood is None:
        return read
    if any(asked.params.get(end) != params.get(end) for end in ("start", "goal")):
        return read
    return replace(read, have=asked.understood.have, lack=asked.understood.lack)


def _show_in_pickers(address: Address) -> None:
    st.session_state[START] = places_slug(address.start)
    st.session_state[GOAL] = places_slug(address.goal) or (NOT_SURE if address.start else None)
    st.session_state[PREFER] = address.prefer or Prefer.LEAST_TO_GAIN
    st.session_state[AS_OF] = address.as_of.isoformat() if address.as_of else ""
    limits = address.limits
    st.session_state[AVOID] = [str(place) for place in limits.avoid]
    st.session_state[AVOID_TYPE] = list(limits.avoid_types)
    st.session_state[WITHIN], st.session_state[STUDY] = limits.within_months, limits.study or ANY_WAY
