"""Requirements as chips that open into sentences: what, whether it is met, why we think so, what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from explorer.drawings.html import Html, join, tag
from explorer.words import (
    ACTOR_WORDS,
    STATUS_WORDS,
    any_of_sentences,
    bare_months_in_words,
    count_in_words,
    judgement_remark,
    level_name,
    list_in_words,
    position_name,
    requirement_sentence,
    sentence,
    source_sentence,
)
from pathways.catalogue import Catalogue
from pathways.learner import Status
from pathways.model import Requirement
from pathways.results import Assessed, AssessedAlternative

MARKS = {Status.MET: "met", Status.PARTLY: "partly", Status.NOT_MET: "open", Status.NOT_ASKED: "open"}
"""Tick, half or circle: the class that draws a status. Only the circle has a dashed border."""


def requirement_chips(
    every: Sequence[Assessed], catalogue: Catalogue, start: str, helps: bool = False
) -> list[Html]:
    """Return requirements as chips. Those that would share a short name are named in full."""
    names = Counter(short_name(catalogue.requirement_by_id[each.requirement], catalogue) for each in every)
    return [requirement_chip(each, catalogue, start, helps, names) for each in every]


def requirement_chip(
    assessed: Assessed,
    catalogue: Catalogue,
    start: str,
    helps: bool = False,
    names: Mapping[str, int] = MappingProxyType({}),
) -> Html:
    """Return one requirement, closed to its name, open to everything known of it.

    `names` says how many have each short name: one that is not its own tells nobody which is which.
    """
    requirement = catalogue.requirement_by_id[assessed.requirement]
    told = requirement_sentence(assessed, catalogue, start)
    said = (
        tag("p", told.removesuffix(judgement_remark(requirement.citation))),  # its source says so in full
        tag("p", tag("b", "Ask yourself: "), requirement.question),
        _activities(requirement, catalogue),
        tag("p", source_sentence(requirement.citation, catalogue), class_="pe-source"),
    )
    name = short_name(requirement, catalogue)
    if names.get(name, 1) > 1:
        name = requirement.statement.rstrip(".")
    return chip(name, assessed.status, said, " pe-helps" if helps else "")


def choice_chip(group: tuple[AssessedAlternative, ...], catalogue: Catalogue, start: str) -> Html:
    """Return a choice of ways to meet one thing, with the way that this route counts marked."""
    chosen = next((each for each in group if each.chosen), group[0])
    others = count_in_words(len(group) - 1, "other way")
    items = [
        tag("li", sentence_, tag("b", " This route counts on this one.") if each.chosen else None)
        for each, sentence_ in zip(group, any_of_sentences(group, catalogue, start), strict=True)
    ]
    said = (tag("p", f"Any one of these {count_in_words(len(group), 'way')} will do:"), tag("ul", *items))
    return chip(f"{_alternative_name(chosen, catalogue)}, or {others}", chosen.status, said)


def short_name(requirement: Requirement, catalogue: Catalogue) -> str:
    """Return a requirement in a few words: what it is about, or what has to be held."""
    if requirement.concept in catalogue.concept_by_id:
        return catalogue.concept_by_id[requirement.concept].title
    holding = requirement.holding
    if holding is None or not (holding.positions or holding.any_at):
        return requirement.statement.rstrip(".")
    names = [position_name(each, catalogue) for each in holding.positions[:2]]
    if len(holding.positions) > 2:
        names.append(f"{len(holding.positions) - 2} more")
    if holding.any_at:
        names.append(f"{level_name(holding.any_at, catalogue)} in any subject")
    time = f"{bare_months_in_words(holding.months)} as " if holding.months else ""
    name = f"{time}{list_in_words(names, 'or')}"
    return name[:1].upper() + name[1:]


def status_mark(status: Status) -> Html:
    """Return the drawn mark of a status, with its words for those who do not see it."""
    return join(
        tag("span", class_=f"pe-mark pe-{MARKS[status]}", aria_hidden="true"),
        tag("span", f"{sentence(STATUS_WORDS[status])} ", class_="pe-unseen"),
    )


def chip(name: str, status: Status, said: tuple[Html | None, ...], more: str = "") -> Html:
    """Return a name with the mark of a status that opens to what is said of it."""
    summary = tag("summary", status_mark(status), tag("span", name))
    body = tag("div", *said, class_="pe-said")
    return tag("details", summary, body, class_=f"pe-chip pe-{MARKS[status]}{more}")


def _alternative_name(alternative: AssessedAlternative, catalogue: Catalogue) -> str:
    if alternative.position:
        return position_name(alternative.position, catalogue)
    names = [
        short_name(catalogue.requirement_by_id[each.requirement], catalogue)
        for each in alternative.requirements
    ]
    return list_in_words(names) or "nothing further"


def _activities(requirement: Requirement, catalogue: Catalogue) -> Html | None:
    found = [catalogue.activity_by_id[each] for each in requirement.activities]
    if not found:
        return None
    items = [
        tag("li", sentence(each.statement), tag("span", f" Who: {ACTOR_WORDS[each.who]}.", class_="pe-quiet"))
        for each in found
    ]
    return tag("div", tag("b", "What helps:"), tag("ul", *items))
