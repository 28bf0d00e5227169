"""What is said where a question was understood but cannot be answered, and what to ask instead."""

from __future__ import annotations

from explorer.words.names import level_name, place_name, places_name, sector_name
from pathways.catalogue import Catalogue
from pathways.model import GENERAL
from pathways.places import Place
from pathways.questions import Choice, Understood, Unsure

NO_START_SAID = "The question does not say where you are now."
"""What the reader of questions notes where no start was named."""


def with_no_start_said(notes: tuple[str, ...]) -> tuple[str, ...]:
    """Add to notes that an answer starts from no qualifications, since no start was named."""
    said = "You did not say where you are, so this starts from no qualifications."
    return (*(note for note in notes if note != NO_START_SAID), said)


def transfer_not_yet(read: Understood, catalogue: Catalogue) -> Unsure:
    """Say that moving between sectors is not judged yet, and offer the nearest questions about routes."""
    message = (
        "Whether you could move from one sector to another, and at what level you would start there, "
        "is not answered yet. Routes between sectors are shown where they are on record."
    )
    return Unsure(read.text, message, _route_choices(read, catalogue))


def comparison_not_yet(read: Understood, catalogue: Catalogue) -> Unsure:
    """Say that sectors are not compared yet, and offer what each of them asks for."""
    message = (
        "How far sectors overlap is not answered yet. "
        "What is shown is what each of them asks for, and the routes through it."
    )
    return Unsure(read.text, message, _sector_choices((*read.start, *read.goal), catalogue))


def goal_not_said(read: Understood, catalogue: Catalogue) -> Unsure:
    """Say that a question names nowhere to get to, and offer what can be done from the start it names."""
    message = "The question does not say where you want to get to."
    if not read.start:
        message += " Name a level, a sector, a qualification or a job."
        return Unsure(read.text, message, ())
    start = places_name(read.start, catalogue)
    choices = [
        Choice(
            f"What you can do next from {start}",
            f"What can I do next from {_asked(read.start[0], catalogue)}?",
        )
    ]
    return Unsure(read.text, message, tuple(choices))


def _route_choices(read: Understood, catalogue: Catalogue) -> tuple[Choice, ...]:
    start, goal = read.start[:1], read.goal[:1]
    if not goal:
        return _next_choice(read, catalogue)
    if not start:
        label = f"Routes to {place_name(goal[0], catalogue)}"
        return (Choice(label, f"How do I get to {_asked(goal[0], catalogue)}?"),)
    asked = [(start[0], goal[0])]
    if goal[0].sector and not goal[0].level and start[0].level:
        asked.append((start[0], Place(sector=goal[0].sector, level=start[0].level)))
    return tuple(
        Choice(
            f"Routes from {place_name(here, catalogue)} to {place_name(there, catalogue)}",
            f"How do I get from {_asked(here, catalogue)} to {_asked(there, catalogue)}?",
        )
        for here, there in asked
    )


def _next_choice(read: Understood, catalogue: Catalogue) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            f"What you can do next from {place_name(place, catalogue)}",
            f"What can I do next from {_asked(place, catalogue)}?",
        )
        for place in read.start[:1]
    )


def _sector_choices(places: tuple[Place, ...], catalogue: Catalogue) -> tuple[Choice, ...]:
    sectors = dict.fromkeys(place.sector for place in places if place.sector and place.sector != GENERAL)
    return tuple(
        Choice(
            f"Routes into {sector_name(sector, catalogue)} from no qualifications",
            f"How do I get from no qualifications to {catalogue.sector_by_id[sector].title}?",
        )
        for sector in sectors
    )


def _asked(place: Place, catalogue: Catalogue) -> str:
    """Return a place in the words the question reader reads back as the same place."""
    if place.position:
        return catalogue.position_by_id[place.position].title
    words = []
    if place.level:
        words.append(level_name(place.level, catalogue))
    if place.sector:
        words.append(catalogue.sector_by_id[place.sector].title)
    return " ".join(words)
