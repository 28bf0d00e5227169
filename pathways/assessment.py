"""A found route told step by step: each requirement with its status and how we know it."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from pathways.learner import Basis, Status
from pathways.limits import NO_LIMITS, Limits
from pathways.requirements import Choice
from pathways.results import Assessed, AssessedAlternative, Label, Route, RouteStep
from pathways.route_index import Edge, RouteIndex, Way, holding_name
from pathways.search import Found
from pathways.standing import Standing
from pathways.teaching import taught

Known = tuple[Status, Basis, str | None]
"""How well something is met, how we know, and by what."""


def route_of(
    index: RouteIndex,
    found: Found,
    as_of: date,
    also_from: Iterable[str] = (),
    labels: Iterable[Label] = (),
    limits: Limits = NO_LIMITS,
) -> Route:
    """Return a found route with every step assessed for its learner, and told as far as limits ask."""
    account = _Account(index, found.standing, tells_teaching=limits.study is not None)
    steps = []
    months = 0
    for edge, chosen in zip(found.edges, found.cost.chosen, strict=True):
        last = index.last_day(edge)
        late = last is not None and as_of <= last < months_later(as_of, months)
        steps.append(account.step(edge, chosen, last if late else None))
        months += edge.months or 0
    return Route(
        start=found.edges[0].start,
        steps=tuple(steps),
        figures=found.figures,
        also_from=tuple(sorted(also_from)),
        labels=tuple(labels),
        hard=tuple(name.removeprefix("@") for name in index.read(found.cost.hard)),
    )


def months_later(day: date, months: int) -> date:
    """Return the same day so many months later, or the last day of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    year = min(day.year + years, date.max.year)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def alternative_of(
    index: RouteIndex, choice: Choice, status_of: Callable[[str], Known], *, chosen: bool
) -> AssessedAlternative:
    """Return one alternative assessed by what is known of each name: its status, how we know, and by what."""
    requirements = tuple(Assessed(name, index.kind(name), *status_of(name)) for name in choice.requirements)
    if choice.position:
        status, basis, by = status_of(holding_name(choice.position))
    else:
        status, basis, by = _together(requirements), Basis.UNKNOWN, None
    return AssessedAlternative(requirements, choice.position, status, basis, by, choice.open, chosen)


class _Account:
    """What the learner has gathered so far on the way."""

    def __init__(self, index: RouteIndex, standing: Standing, *, tells_teaching: bool) -> None:
        self._index = index
        self._standing = standing
        self._tells_teaching = tells_teaching
        self._given: dict[str, str] = {}
        self._gained: dict[str, str] = {}

    def step(self, edge: Edge, chosen: Sequence[Way], caution: date | None) -> RouteStep:
        """Assess one step, then count what it gives."""
        demand = edge.demand
        required = tuple(self._assessed(name) for name in demand.essential)
        groups = tuple(
            tuple(self._alternative(choice, way.number == number) for number, choice in enumerate(group))
            for group, way in zip(demand.any_of, chosen, strict=True)
        )
        step = RouteStep(
            step=demand.step,
            direction=demand.direction,
            transfer=demand.transfer,
            months=edge.months,
            required=required,
            any_of=groups,
            helps=tuple(self._assessed(name) for name in demand.helps),
            waives=demand.waives,
            conditions=demand.conditions,
            gives=tuple(sorted(self._index.gives[edge.end])),
            rows=demand.rows,
            none_needed=demand.none_needed,
            known=demand.known,
            caution=caution,
            taught=taught(self._index.catalogue.position_by_id[edge.end], demand.conditions)
            if self._tells_teaching
            else None,
        )
        self._count(edge, required, groups)
        return step

    def _count(
        self,
        edge: Edge,
        required: Sequence[Assessed],
        groups: Sequence[Sequence[AssessedAlternative]],
    ) -> None:
        taken = [alternative for group in groups for alternative in group if alternative.chosen]
        asked = [*required, *(each for alternative in taken for each in alternative.requirements)]
        for each in asked:
            if each.status is not Status.MET:
                self._gained.setdefault(each.requirement, edge.id)
        for alternative in taken:
            if alternative.position and alternative.status is not Status.MET:
                self._gained.setdefault(holding_name(alternative.position), edge.id)
        for name in (*self._index.gives[edge.end], holding_name(edge.end)):
            self._given.setdefault(name, edge.end)

    def _assessed(self, name: str) -> Assessed:
        return Assessed(name, self._index.kind(name), *self._status(name))

    def _alternative(self, choice: Choice, chosen: bool) -> AssessedAlternative:
        return alternative_of(self._index, choice, self._status, chosen=chosen)

    def _status(self, name: str) -> Known:
        if name in self._given:
            return Status.MET, Basis.GIVEN, self._given[name]
        if name in self._gained:
            return Status.MET, Basis.GAINED, self._gained[name]
        return self._standing.status(name)


def _together(requirements: Sequence[Assessed]) -> Status:
    """Return the status of a set of requirements: that of the one that is worst met."""
    order = (Status.NOT_MET, Status.NOT_ASKED, Status.PARTLY)
    statuses = {each.status for each in requirements}
    return next((status for status in order if status in statuses), Status.MET)
