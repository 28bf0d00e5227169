"""The top of the page: the question box, the worked examples, the two pickers, and what they could mean."""

from __future__ import annotations

from datetime import date

import streamlit as st

from explorer.address import Address, read_address
from explorer.drawings.html import tag
from explorer.drawings.picks import picks
from explorer.find_a_route import state
from explorer.find_a_route.limiting import show_limits
from explorer.loading import read_day
from explorer.screen import plain, show
from explorer.web import guarded
from explorer.words import PREFER_WORDS, places_name, sentence
from pathways.catalogue import Catalogue
from pathways.questions import Unsure
from pathways.results import Prefer
from pathways.route_index import RouteIndex

ADDRESS_WORDS = {
    "start": "the start",
    "goal": "the goal",
    "prefer": "what matters most",
    "as_of": "the date",
    "avoid": "what to leave out",
    "avoid_type": "the kinds of qualification to leave out",
    "within": "the number of months",
    "study": "how to study",
}

EXAMPLES = (
    "How do I get from L3 childcare to L4?",
    "I have no qualifications. How do I become an electrician?",
    "What can I do next with A levels?",
)


def show_question(index: RouteIndex, today: date) -> None:
    """Show the question box with its worked examples."""
    with st.form("asking", border=False):
        box, button = st.columns([6, 1], vertical_alignment="bottom")
        box.text_input(
            "Ask in your own words",
            key=state.QUESTION,
            placeholder="Where are you now, and where do you want to get to?",
            max_chars=2000,
        )
        button.form_submit_button(
            "Find routes", type="primary", width="stretch", on_click=_ask_typed, args=(index, today)
        )
    with st.container(key="examples", horizontal=True, vertical_alignment="center", gap="small"):
        show(tag("p", "Try one:", class_="pe-try"), width="content")
        for number, example in enumerate(EXAMPLES):
            st.button(example, key=f"example-{number}", on_click=_ask, args=(example, index, today))


def show_pickers(address: Address, catalogue: Catalogue, today: date) -> None:
    """Show where one is and where one wants to get to, as two lists to choose from, and what matters most."""
    choices = picks(catalogue)
    here, there, more = st.container(key="pickers").columns([4, 4, 3])
    here.selectbox(
        "Where are you now?",
        _with(choices, state.places_slug(address.start)),
        key=state.START,
        index=None,
        placeholder="Choose a sector, level, qualification or job",
        format_func=lambda slug: _pick_name(slug, choices, catalogue),
        on_change=_picked,
        args=(address, catalogue),
    )
    there.selectbox(
        "Where do you want to get to?",
        [state.NOT_SURE, *_with(choices, state.places_slug(address.goal))],
        key=state.GOAL,
        index=None,
        placeholder="Choose, or say that you are not sure",
        format_func=lambda slug: _pick_name(slug, choices, catalogue),
        on_change=_picked,
        args=(address, catalogue),
    )
    with more.popover("What matters most, and the date", width="stretch"):
        _show_preferences(address, today)
        show_limits(address, choices, catalogue)


def show_unsure(unsure: Unsure, index: RouteIndex, today: date) -> None:
    """Say why a question has no answer, and offer what it could be asked as, each as a button."""
    show(tag("h2", "One more question" if unsure.choices else "I am not sure what you mean"))
    show(tag("p", unsure.message, class_="pe-answer"))
    for number, choice in enumerate(unsure.choices):
        st.button(
            plain(choice.label), key=f"choice-{number}", on_click=_ask, args=(choice.question, index, today)
        )


@guarded
def _ask_typed(index: RouteIndex, today: date) -> None:
    state.ask_question(st.session_state[state.QUESTION], index, today)


@guarded
def _ask(text: str, index: RouteIndex, today: date) -> None:
    state.ask_question(text, index, today)


@guarded
def _picked(address: Address, catalogue: Catalogue) -> None:
    start, goal = st.session_state[state.START], st.session_state[state.GOAL]
    params = {"start": start or "", "goal": "" if goal in (None, state.NOT_SURE) else goal}
    read = read_address(params, catalogue)
    state.change(address, start=read.start, goal=read.goal)


@guarded
def _preferred(address: Address) -> None:
    chosen = st.session_state[state.PREFER]
    state.change(address, prefer=None if chosen is Prefer.LEAST_TO_GAIN else chosen)


@guarded
def _dated(address: Address) -> None:
    text = st.session_state[state.AS_OF].strip()
    state.change(address, as_of=read_day(text) if text else None)


def _show_preferences(address: Address, today: date) -> None:
    """Show what decides between routes, and the date they are asked of."""
    st.radio(
        "What matters most to you?",
        list(Prefer),
        key=state.PREFER,
        format_func=lambda each: sentence(PREFER_WORDS[each]).rstrip("."),
        on_change=_preferred,
        args=(address,),
    )
    st.text_input(
        "On which date? (year-month-day)",
        key=state.AS_OF,
        placeholder=today.isoformat(),
        help="Courses open and close. Leave this empty for today.",
        max_chars=10,
        on_change=_dated,
        args=(address,),
    )


def _with(choices: dict[str, str], slug: str | None) -> list[str]:
    """Return the choices, led by what the address says where that is none of them."""
    return [*([slug] if slug and slug not in choices else []), *choices]


def _pick_name(slug: str, choices: dict[str, str], catalogue: Catalogue) -> str:
    if slug == state.NOT_SURE:
        return "Not sure: show me what is possible"
    if slug in choices:
        return choices[slug]
    name = places_name(read_address({"start": slug}, catalogue).start, catalogue)
    return name[:1].upper() + name[1:]
