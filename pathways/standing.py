"""What a learner has at one start position, before the first step, and how we know each thing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from pathways.learner import Basis, Learner, Status
from pathways.route_index import RouteIndex, holding_name


@dataclass(frozen=True)
class Standing:
    """One start position and what is met, partly met, or answered there, as bitsets of a RouteIndex.

    `similar` maps a requirement that is partly met, because a held one is about the same thing in another
    scope, to that held one.
    """

    start: str | None
    met: int
    partly: int
    answers: Mapping[str, Status]
    given: frozenset[str]
    assumed: frozenset[str]
    similar: Mapping[str, str]

    def cost(self, bits: int) -> int:
        """Return what a set of requirements still to gain weighs, in half-units."""
        return 2 * bits.bit_count() - (bits & self.partly).bit_count()

    def status(self, name: str) -> tuple[Status, Basis, str | None]:
        """Return how well a requirement is met before the first step, how we know, and by what."""
        if name in self.answers:
            return self.answers[name], Basis.ANSWER, None
        if name in self.given:
            return Status.MET, Basis.START, self.start
        if name in self.assumed:
            return Status.MET, Basis.ASSUMED, self.start
        if name in self.similar:
            return Status.PARTLY, Basis.SIMILAR, self.similar[name]
        return Status.NOT_ASKED, Basis.UNKNOWN, None


def standing_at(index: RouteIndex, start: str | None, learner: Learner, as_of: date) -> Standing:
    """Return what a learner has at a start. With no start, only the answers are known."""
    answers = _answers(index, learner)
    if start is not None and answers.get(holding_name(start)) is not Status.MET:
        answers.pop(holding_name(start), None)  # whoever asks from a position is at it
    given: frozenset[str] = frozenset()
    assumed: frozenset[str] = frozenset()
    if start is not None:
        given = index.gives[start] | {holding_name(start)}
        assumed = index.assumed(start, as_of)
    held = {name for name in (*given, *assumed) if name not in answers}
    held |= {name for name, status in answers.items() if status is Status.MET}
    similar = _similar(index, held, answers)
    requirements = index.catalogue.requirement_by_id
    # A holding is all or nothing.
    partly = [name for name, status in answers.items() if status is Status.PARTLY and name in requirements]
    return Standing(
        start, index.bits(held), index.bits([*similar, *partly]), answers, given, assumed, similar
    )


def _answers(index: RouteIndex, learner: Learner) -> dict[str, Status]:
    """Return the answers by name. Holding a position answers for all it gives, unless answered itself."""
    answers: dict[str, Status] = {}
    positions = index.catalogue.position_by_id
    for name, status in learner.answers.items():
        answers[holding_name(name) if name in positions else name] = status
    for name, status in learner.answers.items():
        if name in positions and status is Status.MET:
            for given in index.gives[name]:
                answers.setdefault(given, Status.MET)
    return answers


def _similar(index: RouteIndex, held: set[str], answers: Mapping[str, Status]) -> dict[str, str]:
    """Map each requirement that is not held to the first held one on the same matter in another scope."""
    similar = {}
    for name, others in index.similar.items():
        if name not in held and name not in answers:
            first = next((other for other in others if other in held), None)
            if first is not None:
                similar[name] = first
    return similar
