"""The words of a matrix: its formula and columns, the weight of an entry with its sign, its hedges."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from explorer.words import (
    CONDITION_WORDS,
    EVIDENCE_WORDS,
    day_in_words,
    level_name,
    list_in_words,
    position_name,
    published_in_words,
    sector_name,
    sentence,
)
from pathways.catalogue import Catalogue
from pathways.matrix import ACTORS, PROGRESSION, CellActivity, EntryType, MatrixLine, list_cell_activities
from pathways.model import (
    ANYWHERE,
    LEAVING_SECTOR,
    Actor,
    CellEntry,
    Evidence,
    Kind,
    Requirement,
    Row,
    Weight,
)
from pathways.rows import entry_in_force

FORMULA = "Aspiration + Awareness + Attainment = Progression"

FORMULA_SAID = (
    "People move on when they want the next thing, know what it is and takes, and have what it asks for, "
    "and when there is a chance to take. One part alone is seldom enough. "
    "All three together still promise nobody a post or a place."
)

START_BELOW = "Start at the bottom left. Read along a row, then climb to the row above it."

SUBTITLES: dict[str, str] = {
    Kind.ASPIRATION: "Aims that pull you on, and trust in what you could become",
    Kind.AWARENESS: "Knowing and understanding what helps you choose and act",
    Kind.ATTAINMENT: "Skills, experience and results that open the next door",
    PROGRESSION: "A smooth and sure move to the next thing, in learning or at work",
}
"""What stands below the name of each column."""

NO_ENTRIES = "Nothing is written here."

UNTOUCHED = "nothing in this matrix touches on this"


@dataclass(frozen=True, slots=True)
class Sign:
    """How much an entry weighs: a sign to see, a word beside it, and the class that gives it its colour."""

    mark: str
    word: str
    name: str


SIGNS = {
    "essential": Sign("●", "needed", "essential"),
    "any-of": Sign("or", "any one will do", "any-of"),
    "helps": Sign("+", "helps", "helps"),
    "condition": Sign("!", "not up to you", "condition"),
    "none": Sign("0", "nothing asked for", "none"),
}
"""The signs of a matrix, in the order of its key."""

ACTOR_DOES = {
    Actor.LEARNER: "What you can do",
    Actor.PROVIDER: "What your college or training provider can do",
    Actor.EMPLOYER: "What your employer can do",
    Actor.ADVISER: "What your adviser can do",
}
"""What each who acts can do, to a learner."""

LEADS = Sign("→", "leads to", "leads")


def list_any_of(row: Row) -> frozenset[str]:
    """Return the locators of entries of a row that another can stand in for, or that can for another."""
    pairs = ((each.locator, each.alternative_to) for kind in Kind for each in row.cell(kind))
    return frozenset(name for pair in pairs if pair[1] for name in pair if name)


def sign_of(line: MatrixLine, joined: frozenset[str] = frozenset()) -> Sign:
    """Return the sign of an entry. `joined` are the locators that `list_any_of` found in its row."""
    if line.entry is None:
        return LEADS
    if line.type is EntryType.CONDITION:
        return SIGNS["condition"]
    if line.type is EntryType.NONE_NEEDED:
        return SIGNS["none"]
    if line.weight is Weight.HELPS:
        return SIGNS["helps"]
    return SIGNS["any-of" if line.type is EntryType.ANY_OF or line.locator in joined else "essential"]


def hedges(entry: CellEntry, as_of: date) -> tuple[str, ...]:
    """Return in few words what narrows an entry: whom alone it is for, and dates it lies outside of."""
    said = []
    if LEAVING_SECTOR in entry.only_for:
        said.append("only to leave the sector")
    elif entry.only_for:
        said.append("for some only")
    if not entry_in_force(entry, as_of):
        past = entry.closes is not None and entry.closes < as_of
        said.append("closed" if past else "not open yet")
    return tuple(said)


def entry_remarks(entry: CellEntry, catalogue: Catalogue) -> Iterator[str]:
    """Yield what makes an entry less than a plain requirement: hedges, conditions, dates, whom it is for."""
    if entry.condition:
        yield f"This is not up to you: {CONDITION_WORDS[entry.condition.kind]}."
    if entry.weight is Weight.HELPS:
        yield "This helps, but is not asked for."
    if entry.helps:
        names = [catalogue.requirement_by_id[each].statement.rstrip(".") for each in entry.helps]
        yield sentence(f"What helps: {list_in_words(names)}")
    if entry.alternative_to:
        yield f"This can stand in for {entry.alternative_to}."
    if LEAVING_SECTOR in entry.only_for:
        yield "This is for those who leave the sector."
    positions = [position_name(each, catalogue) for each in entry.only_for if each != LEAVING_SECTOR]
    if positions:
        yield f"This is only for {list_in_words(positions, 'or')}."
    if entry.opens:
        yield f"From {day_in_words(entry.opens)}."
    if entry.closes:
        yield f"Until {day_in_words(entry.closes)}."


def row_name(row: Row, catalogue: Catalogue) -> str:
    """Return what a row is about: "From level 3 into level 4"."""
    return f"From {level_name(row.at, catalogue)} into {level_name(row.into, catalogue)}"


def about_words(requirement: Requirement, catalogue: Catalogue) -> str:
    """Return what a requirement is about and where it counts: "Managing people; counts in every sector"."""
    concept = catalogue.concept_by_id.get(requirement.concept or "")
    scope = requirement.scope
    known = scope in catalogue.sector_by_id
    where = f"in {sector_name(scope, catalogue)}" if known else "in every sector" if scope == ANYWHERE else ""
    counts = f"counts {where}" if where else ""
    what = (
        concept.title
        if concept
        else "a named qualification, job, or time in one"
        if requirement.holding
        else ""
    )
    return sentence("; ".join(part for part in (what, counts) if part))


def cited_words(source: str, locator: str, evidence: Evidence | None, catalogue: Catalogue) -> str:
    """Return where something stands: title, publisher, date, place, what it rests on, when last checked."""
    found = catalogue.source_by_id[source]
    place = f", {locator}" if locator else ""
    said = [f"{found.title} ({found.publisher}, {published_in_words(found.date)}){place}."]
    kind = EVIDENCE_WORDS[evidence] if evidence else "not recorded for this line"
    said.append(f"What it rests on: {kind}.")
    return " ".join([*said, f"Last checked on {day_in_words(found.checked_on)}."])


def group_by_actor(
    row: Row, kind: Kind, catalogue: Catalogue
) -> Iterator[tuple[Actor, tuple[CellActivity, ...]]]:
    """Yield what can be done about a cell, together for each who acts."""
    every = list_cell_activities(row, kind, catalogue)
    for actor in ACTORS:
        found = tuple(each for each in every if catalogue.activity_by_id[each.activity].who is actor)
        if found:
            yield actor, found


def leads_to_words(activity: CellActivity, many: int) -> str:
    """Return which of a cell's `many` outcomes an activity leads to: "for 1 and 3", "for all of these"."""
    numbers = activity.outcomes
    if not numbers or len(numbers) == many > 1:
        return "for all of these"
    return f"for {list_in_words([str(each) for each in numbers])}"
