"""What a person already has, of what the routes ask for: ticked here, and counted in the routes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from explorer.address import Address, to_params
from explorer.ticks import show_ticks
from pathways.catalogue import Catalogue
from pathways.learner import Basis, Status
from pathways.results import Route

OWN = frozenset({Basis.ANSWER, Basis.UNKNOWN, Basis.SIMILAR})
"""What only the person can say. All else is given, gained or assumed on the way."""

COUNTED = "The figures and the order of the routes allow for it."


def show_having(route: Route, routes: Sequence[Route], address: Address, catalogue: Catalogue) -> None:
    """Show what the routes ask for, the chosen one first, to be ticked by whoever has it already."""
    looked_at = to_params(replace(address, beside=None))
    show_ticks(asked_of(routes), asked_of([route]), looked_at, COUNTED, catalogue)


def asked_of(routes: Sequence[Route]) -> Iterator[str]:
    """Yield the ids of what routes ask for that only the person can say: requirements, and positions held."""
    for route in routes:
        for step in route.steps:
            yield from (each.requirement for each in step.required if each.basis in OWN)
            for group in step.any_of:
                if all(each.status is not Status.MET or each.basis is Basis.ANSWER for each in group):
                    yield from (each.position for each in group if each.position)
                    yield from (
                        one.requirement for each in group for one in each.requirements if one.basis in OWN
                    )
