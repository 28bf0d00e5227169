"""What the map page says of the place that is selected, and of the map where none is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from explorer.drawings.detail import facts
from explorer.drawings.html import Html, join, tag
from explorer.drawings.tones import tone_of
from explorer.words import (
    count_in_words,
    day_in_words,
    level_name,
    list_in_words,
    position_in_full,
    sector_name,
    sentence,
    source_in_full,
    source_sentence,
)
from pathways.catalogue import Catalogue
from pathways.model import JobRole, Qualification
from pathways.requirements import takes_starts


def about_place(position_id: str, catalogue: Catalogue, as_of: date) -> Html:
    """Return what a position is: its title, what it is about, and every fact that is known."""
    position = catalogue.position_by_id[position_id]
    return tag(
        "section",
        tag("h2", position.title),
        tag("p", position.summary) if position.summary else None,
        _shut(position, catalogue, as_of),
        facts(position, catalogue),
        class_=f"pe-detail pe-place pe-tone-{tone_of(position.sector, catalogue)}",
        aria_label=f"About {position.title}",
    )


def behind_place(position_id: str, catalogue: Catalogue) -> Html:
    """Return where the facts about a position are known from, and when that was last checked."""
    citation = catalogue.position_by_id[position_id].citation
    return tag(
        "section",
        tag("h3", "Where this comes from"),
        tag("p", source_sentence(citation, catalogue), class_="pe-source"),
        tag("p", source_in_full(citation.source, catalogue), class_="pe-source"),
    )


def staying_here(position_id: str, catalogue: Catalogue) -> Html | None:
    """Return why staying at this level is a good answer too, where a source says so."""
    position = catalogue.position_by_id[position_id]
    said = [each for each in catalogue.sector_by_id[position.sector].staying if each.level == position.level]
    if not said:
        return None
    return join(
        *(
            tag(
                "p",
                f"Staying is a good answer too. {sentence(each.statement)} ",
                tag("small", source_sentence(each.citation, catalogue), class_="pe-source"),
                class_="pe-note",
            )
            for each in said
        )
    )


def leads_nowhere() -> Html:
    """Say that no step from here is on record."""
    return tag("p", "No further step from here is on record.", class_="pe-quiet")


def nothing_selected(positions: Sequence[str], catalogue: Catalogue) -> Html:
    """Return what the map shows and what can be done with it, for whoever has not selected anything."""
    found = [catalogue.position_by_id[each] for each in positions]
    jobs = sum(isinstance(each, JobRole) for each in found)
    sectors = dict.fromkeys(each.sector for each in found)
    levels = [level for level in catalogue.levels if any(each.level == level.id for each in found)]
    names = [sector_name(each, catalogue) for each in sectors]
    within = list_in_words(names) if len(names) <= 4 else count_in_words(len(names), "sector")
    courses = len(found) - jobs
    kinds = [f"{courses:,} {'qualifications and courses' if courses > 1 else 'qualification or course'}"]
    kinds = [*(kinds if courses else []), *([f"{jobs:,} {'jobs' if jobs > 1 else 'job'}"] if jobs else [])]
    span = f"from {level_name(levels[0].id, catalogue)} to {level_name(levels[-1].id, catalogue)}"
    return tag(
        "section",
        tag("h2", "Choose a place"),
        tag(
            "p",
            f"Here {'is' if len(found) == 1 else 'are'} {list_in_words(kinds)} in {within}"
            f"{f', {span}' if len(levels) > 1 else f', at {level_name(levels[0].id, catalogue)}'}.",
        ),
        tag("p", "Select one to see what it is, what it takes to get there and where it leads."),
        tag("p", "On the map, the name of a sector shows that sector alone.") if len(sectors) > 1 else None,
        tag("p", "With the keyboard: arrow keys move between places, letters go to a name, Enter selects."),
        class_="pe-detail pe-place pe-tone-0",
        aria_label="About this map",
    )


def legend() -> Html:
    """Return what the signs on the map mean."""
    signs = (
        ("course", "qualification or course"),
        ("job", "job"),
        ("shut", "closed to newcomers"),
        ("leads", "leads to"),
        ("comes", "comes from"),
    )
    items = [
        tag("li", tag("span", class_=f"pe-key pe-key-{sign}", aria_hidden="true"), name)
        for sign, name in signs
    ]
    return tag("ul", *items, class_="pe-legend", aria_label="What the signs mean")


def shown_though(position_id: str, catalogue: Catalogue) -> Html:
    """Say that the selected place is shown although the filters leave it out."""
    name = position_in_full(position_id, catalogue)
    return tag("p", f"The filters leave out {name}. It is shown because it is selected.", class_="pe-note")


def _shut(position: Qualification | JobRole, catalogue: Catalogue, as_of: date) -> Html | None:
    """Say that nobody can newly start here, since or until when, and what came in its place."""
    if not isinstance(position, Qualification) or takes_starts(position, as_of):
        return None
    if position.opens and as_of < position.opens:
        said = f"It opens to newcomers on {day_in_words(position.opens)}."
    else:
        said = "It is closed to newcomers. People who have it can still move on from it."
    successor = catalogue.position_by_id.get(position.successor or "")
    if successor:
        said += f" In its place there is now {successor.title}."
    return tag("p", said, class_="pe-caution")
