"""A sector as its employers see it: a card for each job, then what is in an employer's hands."""

from __future__ import annotations

from explorer.drawings.html import Html, tag
from explorer.drawings.tones import tone_of
from explorer.formats.matrix_employers import (
    ASKS_NOTHING,
    MARKS_SAID,
    come_from_words,
    heading_words,
    list_asked,
    role_words,
    sections,
)
from explorer.words import KIND_WORDS, position_name
from pathways.catalogue import Catalogue
from pathways.matrix_roles import AskedOf, EmployerView
from pathways.model import Kind


def employers(view: EmployerView, catalogue: Catalogue) -> Html:
    """Return the whole view."""
    said = MARKS_SAID if view.roles else "No job in this sector is on record."
    return tag(
        "section",
        tag("h2", heading_words(view, catalogue)),
        tag("p", said, class_="pe-quiet"),
        *(_role(each, catalogue) for each in view.roles),
        *(
            tag(
                "div",
                tag("h3", title),
                tag("ul", *(tag("li", line) for line in lines)),
                class_="pe-employer-does",
            )
            for title, lines in sections(view, catalogue)
        ),
        class_=f"pe-employers pe-tone-{tone_of(view.sector, catalogue)}",
    )


def _role(role: AskedOf, catalogue: Catalogue) -> Html:
    asked = [each for kind in Kind if (each := _kind(role, kind, catalogue))]
    return tag(
        "article",
        tag("h3", position_name(role.role, catalogue)),
        tag("p", role_words(role, catalogue), class_="pe-quiet"),
        tag("p", come_from_words(role, catalogue)),
        tag("p", ASKS_NOTHING, class_="pe-note") if role.come_from and not role.known else None,
        tag("div", *asked, class_="pe-job-asks") if asked else None,
        class_="pe-job",
    )


def _kind(role: AskedOf, kind: Kind, catalogue: Catalogue) -> Html | None:
    items = [
        tag("li", text, *(tag("span", f" ({mark})", class_="pe-lpm-weight") for mark in marks))
        for text, marks in list_asked(role, kind, catalogue)
    ]
    return tag("div", tag("h4", KIND_WORDS[kind]), tag("ul", *items)) if items else None
