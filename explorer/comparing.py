"""Two routes side by side: what each asks for that the other does not, and what both ask for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from explorer.address import Address
from explorer.asks import Asked, list_asked
from explorer.drawings.cards import route_slug
from pathways.catalogue import Catalogue
from pathways.model import Condition, Evidence
from pathways.results import Route


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two routes with the numbers they have in the list, and what they ask for."""

    first: Route
    second: Route
    numbers: tuple[int, int]
    only_first: tuple[Asked, ...]
    only_second: tuple[Asked, ...]
    both: tuple[tuple[Asked, Asked], ...]

    @property
    def sides(self) -> tuple[tuple[Route, tuple[Asked, ...]], tuple[Route, tuple[Asked, ...]]]:
        """Each route with what only it asks for."""
        return (self.first, self.only_first), (self.second, self.only_second)


def find_beside(routes: Sequence[Route], slug: str | None, chosen: Route) -> Route | None:
    """Return the route that an address names to compare with, unless it is the chosen one or unknown."""
    found = next((route for route in routes if route_slug(route) == slug), None)
    return None if found is chosen else found


def look_at(address: Address, slug: str) -> Address:
    """Return an address with another route chosen. The one beside it stays, unless it is the same."""
    return replace(address, route=slug, beside=None if address.beside == slug else address.beside)


def compare(first: Route, second: Route, routes: Sequence[Route]) -> Comparison:
    """Compare two of the routes of an answer."""
    here, there = ({each.key: each for each in list_asked(route)} for route in (first, second))
    return Comparison(
        first=first,
        second=second,
        numbers=(routes.index(first) + 1, routes.index(second) + 1),
        only_first=tuple(each for each in here.values() if each.key not in there),
        only_second=tuple(each for each in there.values() if each.key not in here),
        both=tuple((each, there[each.key]) for each in here.values() if each.key in there),
    )


def list_conditions(route: Route) -> list[Condition]:
    """Return what has to be in place on a route and is not the learner's doing, each once."""
    return list(dict.fromkeys(each for step in route.steps for each in step.conditions))


def count_evidence(route: Route, catalogue: Catalogue) -> Counter[Evidence]:
    """Return how many of the steps of a route, and of what it asks for, rest on each class of evidence."""
    counts = Counter(step.step.citation.evidence for step in route.steps)
    for each in list_asked(route):
        if not each.is_position:
            counts[catalogue.requirement_by_id[each.id].citation.evidence] += 1
    return counts
