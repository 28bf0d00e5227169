"""What is said where a question was understood but cannot be answered, and what to ask instead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from explorer.words.amounts import list_in_words
from explorer.words.names import level_name, place_name, places_name, position_name, sector_name
from pathways.catalogue import Catalogue
from pathways.places import Place
from pathways.questions import Choice, Understood, Unsure

NO_START_SAID = "The question does not say where you are now."
"""What the reader of questions notes where no start was named."""


def with_no_start_said(notes: tuple[str, ...]) -> tuple[str, ...]:
    """Add to notes that an answer starts from no qualifications, since no start was named."""
    said = "You did not say where you are, so this starts from no qualifications."
    return (*(note for note in notes if note != NO_START_SAID), said)


def start_too_wide(read: Understood, cells: Sequence[Place], catalogue: Catalogue) -> Unsure:
    """Ask in which sector a level is held that the question names alone."""
    level = level_name(str(cells[0].level), catalogue)
    same = all(each.level == cells[0].level for each in cells)
    message = f"What counts elsewhere depends on the sector. In which is your {level if same else 'start'}?"
    return Unsure(read.text, message, _moving_choices(read, cells, catalogue))


def which_level(read: Understood, cells: Sequence[Place], catalogue: Catalogue) -> Unsure:
    """Ask at which level of a sector somebody stands who would move to any other."""
    sector = sector_name(str(cells[0].sector), catalogue)
    message = f"Where you could start depends on the level you have reached in {sector}. Which is it?"
    return Unsure(read.text, message, _moving_choices(read, cells, catalogue))


def nobody_there(read: Understood, place: Place, catalogue: Catalogue) -> Unsure:
    """Say that nobody can move from a level that a sector does not have, and offer those that it has."""
    message = (
        f"There is no qualification and no job at {place_name(place, catalogue)}, so nobody can move from it."
    )
    if not read.start:
        message = f"{NO_START_SAID} Name a qualification, a job, or a sector with a level."
    levels = {each.level for each in catalogue.list_positions(place.sector)} if place.sector else set()
    cells = [Place(sector=place.sector, level=level) for level in catalogue.level_by_id if level in levels]
    return Unsure(read.text, message, _moving_choices(read, cells, catalogue))


def same_sector(read: Understood, here: Iterable[str | None], catalogue: Catalogue) -> Unsure:
    """Say that a move within a sector is none, and offer the routes there and the moves to others."""
    named = list_in_words([sector_name(each, catalogue) for each in dict.fromkeys(here) if each])
    message = f"Both places are in {named}, so that is no move to another sector."
    places = [(start, goal) for start in read.start[:1] for goal in read.goal[:1] if start != goal]
    routes = [
        Choice(
            f"Routes from {place_name(start, catalogue)} to {place_name(goal, catalogue)}",
            f"How do I get from {_asked(start, catalogue)} to {_asked(goal, catalogue)}?",
        )
        for start, goal in places
    ]
    return Unsure(read.text, message, (*routes, *_moving_choices(read, read.start[:1], catalogue, ())))


def nowhere_to_move(read: Understood) -> Unsure:
    """Say that there is no other sector."""
    return Unsure(read.text, "There is only one sector in the data, so there is nowhere to move to.", ())


def sectors_to_compare(read: Understood, sectors: Sequence[str], catalogue: Catalogue) -> Unsure:
    """Say that whole sectors are compared, and offer to compare those that the places named are in."""
    if len(sectors) < 2:
        named = sector_name(sectors[0], catalogue) if sectors else "no sector"
        message = f"Two sectors are needed to compare them, and the question names only {named}."
        if not sectors:
            message = "Two sectors are needed to compare them, and the question names none."
    else:
        message = "Jobs and qualifications are not compared one by one: sectors are, as a whole."
    titles = [catalogue.sector_by_id[each].title for each in sectors]
    choices = [
        Choice(f"Compare {first} and {second}", f"Compare {first} and {second}.")
        for first, second in pairwise(titles)
    ]
    choices += [
        Choice(f"Compare {title} with every other sector", f"Compare {title} with every other sector.")
        for title in titles
    ]
    choices += [
        Choice(
            f"What {position_name(place.position, catalogue)} asks for",
            f"What do I need to get to {_asked(place, catalogue)}?",
        )
        for place in (*read.start, *read.goal)
        if place.position
    ]
    return Unsure(read.text, message, tuple(choices))


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


def _moving_choices(
    read: Understood,
    starts: Sequence[Place],
    catalogue: Catalogue,
    goal: tuple[Place, ...] | None = None,
) -> tuple[Choice, ...]:
    """Offer the question of moving again from each of these starts."""
    wanted = read.goal if goal is None else goal
    there = f"to {_asked(wanted[0], catalogue)}" if wanted else "to another sector"
    return tuple(
        Choice(
            f"From {place_name(start, catalogue)}",
            f"Could I move from {_asked(start, catalogue)} {there}?",
        )
        for start in starts
    )


def _asked(place: Place, catalogue: Catalogue) -> str:
    """Return a place in the words the question reader reads back as the same place."""
    if place.position:
        return catalogue.position_by_id[place.position].title
    level = level_name(place.level, catalogue) if place.level else ""
    if not place.sector:
        return level
    title = catalogue.sector_by_id[place.sector].title
    # Without "the sector" some titles begin the name of a qualification: "entry level childcare".
    return f"{level} in the sector {title}" if level else title
