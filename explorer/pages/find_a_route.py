"""Find a route: ask, choose, see it drawn, read what it takes."""

from explorer.clock import today
from explorer.drawings.html import tag
from explorer.drawings.welcome import welcome
from explorer.find_a_route import state
from explorer.find_a_route.answering import show_answer
from explorer.find_a_route.asking import ADDRESS_WORDS, show_pickers, show_question, show_unsure
from explorer.screen import show, show_left_out
from explorer.web import get_index, guarded


@guarded
def find_a_route() -> None:
    """Show the page."""
    show(tag("h1", "Find a route"))
    index, day = get_index(), today()
    catalogue = index.catalogue
    state.keep_up(index, day)
    address = state.current_address(catalogue)
    show_question(index, day)
    show_pickers(address, catalogue, day)
    show_left_out(address.ignored, ADDRESS_WORDS)
    asked = state.current_question(address)
    if asked and asked.unsure:
        show_unsure(asked.unsure, index, day)
        show(None if asked.unsure.choices else welcome(catalogue))
    elif address.asks:
        answer = state.answer(address, index, day)
        if answer.unsure:
            show_unsure(answer.unsure, index, day)
        else:
            show_answer(answer, address, catalogue)
    else:
        show(welcome(catalogue))


find_a_route()
