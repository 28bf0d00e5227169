"""What an answer leads with where a question wants one thing above all: how long, which jobs, what pay."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from explorer.words.amounts import count_in_words, list_in_words, time_in_words
from explorer.words.names import position_name
from explorer.words.pay import is_job, pay_in_words
from pathways.catalogue import Catalogue
from pathways.results import Nearest, Route

MOST_JOBS = 5
MOST_PAID = 3


def time_sentence(routes: Sequence[Route], word: str = "route") -> str:
    """Return how long the quickest of some routes takes, as far as that is known; empty for no routes."""
    if not routes:
        return ""
    known = [route for route in routes if route.figures.months is not None]
    if not known:
        return f"How long it takes is not fully known: {time_in_words(routes[0].figures)}."
    quickest = min(known, key=lambda route: route.figures.months or 0)
    if len(routes) == 1:
        return f"It takes {time_in_words(quickest.figures)}."
    return f"The quickest {word} of known length takes {time_in_words(quickest.figures)}."


def jobs_sentence(jobs: Sequence[Nearest], start: str, catalogue: Catalogue) -> str:
    """Return the jobs that can be reached from a start, the nearest first."""
    if not jobs:
        return f"No job that can be reached from {start} is on record."
    names = [
        f"{position_name(each.position, catalogue)} ({count_in_words(each.steps, 'step')} away)"
        for each in jobs[:MOST_JOBS]
    ]
    if len(jobs) == 1:
        return f"One job can be reached from {start}: {names[0]}."
    if len(jobs) <= MOST_JOBS:
        return f"The jobs that can be reached from {start} are {list_in_words(names)}."
    return f"{len(jobs)} jobs can be reached from {start}. The nearest are {list_in_words(names)}."


def route_jobs_sentence(routes: Sequence[Route], catalogue: Catalogue) -> str:
    """Return the jobs that routes pass or end in; empty where there is none."""
    passed = (each for route in routes for each in route.positions[1:])
    jobs = list(dict.fromkeys(each for each in passed if is_job(each, catalogue)))
    if not jobs:
        return ""
    names = [position_name(each, catalogue) for each in jobs[:MOST_JOBS]]
    names += [f"{len(jobs) - MOST_JOBS} more"] if len(jobs) > MOST_JOBS else []
    return f"The {'job' if len(jobs) == 1 else 'jobs'} on the way: {list_in_words(names)}."


def pay_sentence(positions: Iterable[str], catalogue: Catalogue) -> str:
    """Return what jobs pay, with the year it is of where that is on record, or that it is not known."""
    jobs = [each for each in dict.fromkeys(positions) if is_job(each, catalogue)]
    if not jobs:
        return "Pay is on record for jobs alone, and none is asked about."
    said = [
        f"Pay as {position_name(each, catalogue)}: {pay_in_words(each, catalogue)}."
        for each in jobs[:MOST_PAID]
    ]
    return " ".join(said)
