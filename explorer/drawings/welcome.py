"""What a first visit shows: how it works, and what is in the data."""

from __future__ import annotations

from explorer.drawings.html import Html, tag
from explorer.drawings.tones import tone_of
from explorer.words import count_in_words, sentence
from pathways.catalogue import Catalogue


def welcome(catalogue: Catalogue) -> Html:
    """Return three steps and the sectors there are."""
    steps = (
        (
            "Say where you are",
            "A level, a qualification or a job. No qualifications is a good start too.",
        ),
        ("Say where you want to get to", "Or say that you are not sure, and see what is possible."),
        ("See the way", "Each step, what it takes, how long it lasts, and where we know it from."),
    )
    return tag(
        "section",
        tag("h2", "How it works"),
        tag("ol", *(tag("li", tag("h3", name), tag("p", said)) for name, said in steps), class_="pe-steps"),
        tag("h2", "Sectors you can ask about"),
        tag("ul", *(_sector(each, catalogue) for each in catalogue.sector_by_id), class_="pe-sectors"),
        class_="pe-welcome",
    )


def _sector(sector_id: str, catalogue: Catalogue) -> Html:
    sector = catalogue.sector_by_id[sector_id]
    places = count_in_words(
        len(catalogue.list_positions(sector_id)), "qualification or job", "qualifications and jobs"
    )
    return tag(
        "li",
        tag("h3", sector.title),
        tag("p", sentence(sector.summary)),
        tag("p", places, class_="pe-quiet"),
        class_=f"pe-tone-{tone_of(sector_id, catalogue)}",
    )
