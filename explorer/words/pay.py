"""What a job pays, with the year it is of. What is not on record is said to be not known, never guessed."""

from __future__ import annotations

import re

from explorer.words.amounts import clause
from pathways.catalogue import Catalogue
from pathways.model import JobRole
from pathways.results import Route

NO_PAY = "It ends in a qualification, not in a job."
PAY_UNKNOWN = "not known"

_YEAR = re.compile(r"\b(19|20)\d\d\b")


def find_pay(position: str, catalogue: Catalogue) -> str | None:
    """Return what a job pays, in the words of its record; None for a qualification and where not known."""
    found = catalogue.position_by_id[position]
    return found.salary if isinstance(found, JobRole) and found.salary else None


def pay_in_words(position: str, catalogue: Catalogue) -> str:
    """Return what a job pays inside a sentence; a record that names no year is said to name none."""
    pay = find_pay(position, catalogue)
    if pay is None:
        return PAY_UNKNOWN
    return clause(pay) if _YEAR.search(pay) else f"{clause(pay)} (the year is not on record)"


def is_job(position: str, catalogue: Catalogue) -> bool:
    """Say whether a position is a job, which pays."""
    return isinstance(catalogue.position_by_id[position], JobRole)


def pay_at_the_end(route: Route, catalogue: Catalogue) -> str:
    """Return what the job pays that a route ends in: "£18,000 to £30,000 a year (2020)", "not known"."""
    goal = route.positions[-1]
    return pay_in_words(goal, catalogue) if is_job(goal, catalogue) else NO_PAY
