"""Sentences on where the data of the pages come from, and on the shared store when it is away."""

from __future__ import annotations

from datetime import datetime

from explorer.serving import Away, Origin, Outage
from explorer.words.amounts import day_in_words

BACK = "The shared data are here again. What you do next is answered from them."

KEPT_IN = {
    Origin.FILES: "the memory of the program that serves this page (no database)",
    Origin.STORE: "a shared store, and from there in the memory of the program that serves this page",
}
"""Where the data in use are kept."""

FROM = {
    Origin.FILES: "They come from the files of this program.",
    Origin.STORE: "They come from a shared store, which others use too.",
}

_INSTEAD = {
    Origin.FILES: "you are looking at the data that come with Pathway Explorer",
    Origin.STORE: "you are looking at them as they were when last read",
}
_AGAIN = "It tries again by itself: there is nothing you need to do."


def outage_sentence(outage: Outage, now: datetime) -> str:
    """Return what is the matter, since when, what is shown instead, and that it mends itself."""
    instead = _INSTEAD[outage.instead]
    if outage.away is Away.NOT_YET:
        return f"The shared data are not here yet. Until they are, {instead}. {_AGAIN}"
    since = _time(outage.since, now)
    return f"The shared data have been out of reach since {since}. Until they are back, {instead}. {_AGAIN}"


def _time(at: datetime, now: datetime) -> str:
    return f"{at:%H:%M}" if at.date() == now.date() else f"{at:%H:%M} on {day_in_words(at.date())}"
