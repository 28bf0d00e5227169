"""What a route asks for, each thing once: later steps find it gained."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pathways.learner import Status
from pathways.model import Kind
from pathways.results import Route, RouteStep


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing a route asks for, as it stands when it is first asked.

    `id` is that of a requirement, or of a position to hold where `is_position` says so.
    """

    id: str
    kind: Kind
    status: Status
    is_position: bool = False

    @property
    def key(self) -> tuple[bool, str]:
        """What tells it from all else: a requirement and a position may share an id."""
        return self.is_position, self.id


def list_asked(route: Route) -> list[Asked]:
    """Return what a route asks for, each thing once, by kind and then in the order it is met.

    Of several ways to meet one thing it is the way that the route counts on.
    """
    found: dict[tuple[bool, str], Asked] = {}
    for step in route.steps:
        for asked in _asked_by(step):
            found.setdefault(asked.key, asked)
    order = list(Kind)
    return sorted(found.values(), key=lambda each: order.index(each.kind))


def _asked_by(step: RouteStep) -> Iterator[Asked]:
    chosen = [each for group in step.any_of for each in group if each.chosen]
    for each in (*step.required, *(one for way in chosen for one in way.requirements)):
        yield Asked(each.requirement, each.kind, each.status)
    for way in chosen:
        if way.position:
            yield Asked(way.position, Kind.ATTAINMENT, way.status, is_position=True)
