"""The rest of the page: the answer, the routes to choose from, the chosen one drawn and told in steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import streamlit as st

from explorer.address import Address
from explorer.answers import Answer
from explorer.comparing import compare, find_beside, look_at
from explorer.components import show_cards, show_share, show_tier_map
from explorer.drawings.asides import closed_steps, drivers_and_barriers, in_words, sources, staying
from explorer.drawings.cards import cards, route_slug, to_data
from explorer.drawings.compare import side_by_side
from explorer.drawings.detail import detail
from explorer.drawings.html import Html, tag
from explorer.drawings.ladder import ladder
from explorer.drawings.neighbours import neighbours, next_positions
from explorer.drawings.sheet import sheet
from explorer.drawings.tier_map import draw_route
from explorer.find_a_route import state
from explorer.find_a_route.further import further
from explorer.find_a_route.having import show_having
from explorer.find_a_route.sharing import SHARE, share_data
from explorer.formats.openings import opening, understood_sentence
from explorer.moves import Moves
from explorer.screen import plain, show
from explorer.web import guarded
from explorer.words import NO_PROMISE, difference_sentence, position_name, search_sentence
from pathways.catalogue import Catalogue
from pathways.places import Place
from pathways.results import NextStepsResult, NoRoute, RequirementsResult, Route, RouteResult

CARDS, MAP, BESIDE = "route-cards", "tier-map", "beside"


def show_answer(answer: Answer, address: Address, catalogue: Catalogue) -> None:
    """Show the whole answer to what was understood."""
    show(
        tag("h2", "The answer", class_="pe-unseen"),
        tag("p", opening(answer, catalogue), class_="pe-answer"),
        tag("p", understood_sentence(answer, catalogue), class_="pe-understood"),
        further(answer, catalogue),
    )
    routes, also = shown_routes(answer)
    if not (routes or also):
        _show_instead(answer, address, catalogue)
        return
    every = (*routes, *also)
    route = chosen_route(every, address)
    with st.container(key="routes"):
        show_cards(
            to_data(cards(routes, also, catalogue), route_slug(route), "Choose a route to see it drawn"),
            CARDS,
            lambda: _choose(address),
        )
    beside = find_beside(every, address.beside, route)
    _show_tools(route, beside, every, answer, address, catalogue)
    if beside:
        show(_side_by_side(route, beside, every, answer, catalogue))
    _show_route(route, every, answer, address, catalogue)
    with st.container(key="sheet"):
        compared = _side_by_side(route, beside, every, answer, catalogue, opened=True) if beside else None
        show(sheet(route, answer, catalogue, compared))


def shown_routes(answer: Answer) -> tuple[tuple[Route, ...], tuple[Route, ...]]:
    """Return the routes of an answer, best first, and those that are worth knowing besides."""
    match answer.result:
        case RouteResult() as result:
            return result.routes, result.also
        case NextStepsResult() as result:
            return result.steps, ()
        case RequirementsResult() as result:
            return result.ways, ()
        case Moves():
            return answer.routes, ()
        case _:
            return (), ()


def chosen_route(routes: Sequence[Route], address: Address) -> Route:
    """Return the route that the address names, or one that goes the same way, or else the first."""
    named = (address.route or "").split(".")
    same_way = (route for route in routes if list(route.positions[1:]) == named[1:])
    same = (route for route in routes if list(route.positions) == named)
    return next(same, None) or next(same_way, routes[0])


def _show_tools(
    route: Route,
    beside: Route | None,
    routes: Sequence[Route],
    answer: Answer,
    address: Address,
    catalogue: Catalogue,
) -> None:
    """Show what can be done with the chosen route: compare it, share it, print it."""
    here, there = st.container(key="route-tools").columns([4, 5], vertical_alignment="bottom")
    if len(routes) > 1:
        st.session_state[BESIDE] = route_slug(beside) if beside else None
        names = _names(routes, answer, catalogue)
        compare_with = f"Compare {_word(answer)} {routes.index(route) + 1} with ..."
        here.selectbox(
            compare_with,
            [slug for slug in names if slug != route_slug(route)],
            key=BESIDE,
            index=None,
            placeholder=compare_with,
            label_visibility="collapsed",
            format_func=names.__getitem__,
            on_change=_compare,
            args=(address,),
        )
    with there:
        show_share(share_data(address), SHARE)


def _names(routes: Sequence[Route], answer: Answer, catalogue: Catalogue) -> dict[str, str]:
    """Return what each route is called where one is chosen to compare with, by slug."""
    told = cards(routes, (), catalogue)
    word = _word(answer).capitalize()
    return {each.id: f"{word} {number}: {each.heading}, {each.facts}" for number, each in enumerate(told, 1)}


def _side_by_side(
    route: Route,
    beside: Route,
    routes: Sequence[Route],
    answer: Answer,
    catalogue: Catalogue,
    opened: bool = False,
) -> Html:
    headings = {each.id: each.heading for each in cards(routes, (), catalogue)}
    named = (headings[route_slug(route)], headings[route_slug(beside)])
    return side_by_side(compare(route, beside, routes), named, _word(answer), catalogue, opened=opened)


def _show_route(
    route: Route, routes: Sequence[Route], answer: Answer, address: Address, catalogue: Catalogue
) -> None:
    as_of = answer.as_of
    steps, picture = st.columns([3, 4], gap="medium")
    with steps, st.container(key="ladder"):
        show(tag("h2", "Your route, step by step"))
        with st.container(key="having"):
            show_having(route, routes, address, catalogue)
        if route is not routes[0]:
            differs = difference_sentence(route, routes[0], catalogue, f"{_word(answer)} 1")
            show(tag("p", differs, class_="pe-quiet"))
        show(ladder(route, catalogue), tag("p", NO_PROMISE, class_="pe-promise"))
    with picture, st.container(key="picture"):
        show(tag("h2", "Your route on the map"))
        drawn = draw_route(route, catalogue, neighbours(route, catalogue, as_of))
        selected = show_tier_map(drawn.to_data(), MAP)
        with st.container(key="detail"):
            if selected in {station.id for station in (*drawn.stops, *drawn.near)}:
                _show_detail(selected, address, catalogue, as_of)
            else:
                show(
                    tag(
                        "p",
                        "Select a station to see what it is and where it leads.",
                        class_="pe-quiet pe-hint",
                    )
                )
        show(in_words(drawn))
    show(
        staying(route, catalogue),
        drivers_and_barriers(route, catalogue),
        closed_steps(answer.closed, catalogue),
        tag("p", _search(answer), class_="pe-quiet") if _search(answer) else None,
        sources(route, catalogue),
    )


def _show_detail(position: str, address: Address, catalogue: Catalogue, as_of: date) -> None:
    show(detail(position, next_positions(position, catalogue, as_of), catalogue))
    here, there = st.container(key="detail-ends").columns(2)
    place = (Place(position=position),)
    here.button("Start here", key="start-here", width="stretch", on_click=_go, args=(address, "start", place))
    there.button("Aim here", key="aim-here", width="stretch", on_click=_go, args=(address, "goal", place))


def _show_instead(answer: Answer, address: Address, catalogue: Catalogue) -> None:
    """Offer what can be reached where the goal cannot."""
    if address.start and address.goal:
        st.button(
            "Show what is possible from where I am", key="possible", on_click=_go, args=(address, "goal", ())
        )
    match answer.result:
        case (
            RouteResult(no_route=NoRoute(nearest=nearest))
            | RequirementsResult(no_route=NoRoute(nearest=nearest))
        ):
            for near in nearest:
                st.button(
                    f"Aim for {plain(position_name(near.position, catalogue))} instead",
                    key=f"near-{near.position}",
                    on_click=_go,
                    args=(address, "goal", (Place(position=near.position),)),
                )


def _word(answer: Answer) -> str:
    """Return what the routes of an answer are called."""
    match answer.result:
        case NextStepsResult():
            return "next step"
        case RequirementsResult():
            return "way"
        case _:
            return "route"


def _search(answer: Answer) -> str:
    return search_sentence(answer.result.search) if isinstance(answer.result, RouteResult) else ""


@guarded
def _choose(address: Address) -> None:
    chosen = st.session_state[CARDS].get("chosen")
    if chosen:
        state.go_to(look_at(address, chosen))


@guarded
def _compare(address: Address) -> None:
    state.go_to(replace(address, beside=st.session_state[BESIDE]))


@guarded
def _go(address: Address, end: str, places: tuple[Place, ...]) -> None:
    state.change(address, **{end: places})
