"""The names in a question, checked against the data, and the positions that its places stand for."""

from __future__ import annotations

from collections.abc import Iterable

from pathways.catalogue import Catalogue
from pathways.errors import UnknownName
from pathways.learner import Learner
from pathways.limits import Limits, read_type
from pathways.places import Place, goal_positions, nearest_names, start_positions


def check_learner(learner: Learner, catalogue: Catalogue) -> None:
    """Raise UnknownName, with the nearest names, for an answer about something that is not in the data."""
    known = [*catalogue.requirement_by_id, *catalogue.position_by_id]
    for name in learner.answers:
        if name not in catalogue.requirement_by_id and name not in catalogue.position_by_id:
            near = nearest_names(name, known)
            hint = f" Did you mean {' or '.join(repr(each) for each in near)}?" if near else ""
            raise UnknownName(f"There is no requirement or position '{name}'.{hint}", near)


def check_limits(limits: Limits, catalogue: Catalogue) -> None:
    """Raise UnknownName, with the nearest names, for a place or a type to avoid that is not in the data."""
    for place in limits.avoid:
        _check_place(place, catalogue)
    for each in limits.avoid_types:
        read_type(each, catalogue)


def positions_at(places: Iterable[Place], catalogue: Catalogue, *, start: bool) -> tuple[str, ...]:
    """Return the positions at any of the places, in order of id. Raises UnknownName for an unknown part."""
    found: set[str] = set()
    for place in places:
        _check_place(place, catalogue)
        found.update((start_positions if start else goal_positions)(place, catalogue))
    return tuple(sorted(found))


def _check_place(place: Place, catalogue: Catalogue) -> None:
    parts = (
        ("position", place.position, catalogue.position_by_id),
        ("sector", place.sector, catalogue.sector_by_id),
        ("level", place.level, catalogue.level_by_id),
    )
    for what, name, known in parts:
        if name is not None and name not in known:
            raise UnknownName(f"There is no {what} '{name}'.", nearest_names(name, known))
