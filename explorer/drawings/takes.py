"""What it takes to get to a position: the ways into it by where they come from, and what they ask for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from explorer.drawings.chips import short_name
from explorer.drawings.html import Html, join, tag
from explorer.words import (
    CONDITION_WORDS,
    KIND_WORDS,
    closed_sentence,
    condition_sentence,
    count_in_words,
    level_in_sector,
    list_in_words,
    months_in_words,
    position_in_full,
    position_name,
    sentence,
    source_sentence,
    waivers_sentences,
)
from pathways.catalogue import Catalogue
from pathways.model import GENERAL, Kind
from pathways.requirements import Choice, Demand, Group, demand_of

HELPS = "What also helps, but is not a must"
IN_PLACE = "What has to be in place"
WAIVED = "What is not asked for"
NOTED = "Good to know"

Asks = dict[str, tuple[str, ...]]
"""Sentences under the headings they are told under."""


def takes(position: str, catalogue: Catalogue, as_of: date) -> Html:
    """Return the open ways into a position by sector and level, and the closed ones in a sentence each."""
    every = [demand_of(step, catalogue, as_of) for step in catalogue.steps_into.get(position, ())]
    groups = _groups(position, [each for each in every if each.closed is None], catalogue)
    closed = [closed_sentence(each.closed, catalogue) for each in every if each.closed]
    told = [_group(group, len(groups) == 1, catalogue) for group in groups]
    if not told:
        told = [tag("p", "No open way into it is on record.")]
    return join(*told, _closed(closed))


def _groups(position: str, ways: Sequence[Demand], catalogue: Catalogue) -> list[list[Demand]]:
    """Return ways by sector, the own first, and level, the nearest below first."""
    end = catalogue.position_by_id[position]

    def place(way: Demand) -> tuple[int, str, int, int]:
        start = catalogue.position_by_id[way.step.from_id]
        climb = catalogue.rank(end.level) - catalogue.rank(start.level)
        far = 0 if start.sector == end.sector else 1 if start.sector == GENERAL else 2
        return far, start.sector, 0 if climb > 0 else 1, abs(climb)

    return [list(group) for _, group in groupby(sorted(ways, key=place), key=place)]


def _group(ways: Sequence[Demand], shown: bool, catalogue: Catalogue) -> Html:
    """Return ways from one place: what they all ask for, then what each asks for besides."""
    asks = [_asks(way, catalogue) for way in ways]
    common = {
        heading: same
        for heading, said in asks[0].items()
        if (same := tuple(each for each in said if all(each in other.get(heading, ()) for other in asks)))
    }
    start = catalogue.position_by_id[ways[0].step.from_id]
    if len(ways) == 1:
        title = f"From {position_in_full(start.id, catalogue)}"
        body = join(_time(ways[0]), _told(common), _source(ways[0], catalogue))
    else:
        place = level_in_sector(start.level, start.sector, catalogue)
        title = f"From {place}: {count_in_words(len(ways), 'way')}"
        items = [_way(way, _beyond(ask, common), catalogue) for way, ask in zip(ways, asks, strict=True)]
        body = join(_told(common), tag("h4", "You can come from"), tag("ul", *items, class_="pe-from"))
    return tag("details", tag("summary", title), body, class_="pe-way", open=shown)


def _way(way: Demand, beyond: Asks, catalogue: Catalogue) -> Html:
    besides = [
        tag("p", tag("b", f"{heading}: "), " ".join(said), class_="pe-besides")
        for heading, said in beyond.items()
    ]
    name = tag("b", position_name(way.step.from_id, catalogue))
    return tag("li", name, _time(way), *besides, _source(way, catalogue))


def _asks(way: Demand, catalogue: Catalogue) -> Asks:
    asks = {KIND_WORDS[kind]: _essential(kind, way, catalogue) for kind in Kind}
    asks[KIND_WORDS[Kind.ATTAINMENT]] += tuple(_choice(group, catalogue) for group in way.any_of)
    asks[HELPS] = tuple(_statement(each, catalogue) for each in way.helps)
    asks[IN_PLACE] = tuple(
        f"{sentence(CONDITION_WORDS[each.kind])} {condition_sentence(each)}" for each in way.conditions
    )
    asks[WAIVED] = waivers_sentences(way.waives, catalogue)
    asks[NOTED] = tuple(sentence(each) for each in way.none_needed)
    if not way.known:
        asks[NOTED] += (
            "What this step asks for is not known, which does not mean that it asks for nothing.",
        )
    return {heading: said for heading, said in asks.items() if said}


def _essential(kind: Kind, way: Demand, catalogue: Catalogue) -> tuple[str, ...]:
    of_kind = (each for each in way.essential if catalogue.requirement_by_id[each].kind is kind)
    return tuple(_statement(each, catalogue) for each in of_kind)


def _statement(requirement_id: str, catalogue: Catalogue) -> str:
    requirement = catalogue.requirement_by_id[requirement_id]
    said = sentence(requirement.statement)
    return f"{said} The law or a regulator asks for this." if requirement.regulated else said


def _choice(group: Group, catalogue: Catalogue) -> str:
    names = [_choice_name(each, catalogue) for each in group]
    return sentence(names[0] if len(names) == 1 else f"One of these: {list_in_words(names, 'or')}")


def _choice_name(choice: Choice, catalogue: Catalogue) -> str:
    if choice.position:
        name = position_name(choice.position, catalogue)
    else:
        wanted = [short_name(catalogue.requirement_by_id[each], catalogue) for each in choice.requirements]
        name = list_in_words(wanted) or "nothing further"
    return name if choice.open else f"{name} (only for people who have it already)"


def _beyond(asks: Asks, common: Asks) -> Asks:
    return {
        heading: rest
        for heading, said in asks.items()
        if (rest := tuple(each for each in said if each not in common.get(heading, ())))
    }


def _told(asks: Asks) -> Html:
    return join(
        *(
            join(tag("h4", heading), tag("ul", *(tag("li", each) for each in said)))
            for heading, said in asks.items()
        )
    )


def _time(way: Demand) -> Html | None:
    return tag("p", f"It takes {months_in_words(way.months)}.", class_="pe-quiet") if way.months else None


def _source(way: Demand, catalogue: Catalogue) -> Html:
    return tag("p", source_sentence(way.step.citation, catalogue), class_="pe-source")


def _closed(said: Sequence[str]) -> Html | None:
    if not said:
        return None
    title = f"Closed: {count_in_words(len(said), 'way')}"
    return tag(
        "details", tag("summary", title), tag("ul", *(tag("li", each) for each in said)), class_="pe-way"
    )
