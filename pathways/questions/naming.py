"""What places are called: to a person who chooses, and in a question that reads back to the same place."""

from __future__ import annotations

from collections.abc import Iterator

from pathways.model import Qualification
from pathways.places import Place
from pathways.questions.lexicon import Lexicon
from pathways.questions.names import written_forms

_MOST_JOINED = 4
_MOST_LABELLED = 2


def label(places: tuple[Place, ...], lexicon: Lexicon) -> str:
    """Return a name that tells places apart: with sector and level."""
    family = find_family_name(places, lexicon)
    if family:
        return family
    kind = _type_phrase(places, lexicon)
    if kind:
        return kind
    named = [_label(place, lexicon) for place in places[:_MOST_LABELLED]]
    more = len(places) - len(named)
    return " or ".join(named) + (f" and {more} more" if more else "")


def _label(place: Place, lexicon: Lexicon) -> str:
    catalogue = lexicon.catalogue
    if place.position:
        position = catalogue.position_by_id[place.position]
        where = catalogue.sector_by_id[position.sector].title
        return f"{position.title}, {catalogue.level_by_id[position.level].title}, {where}"
    parts = [catalogue.level_by_id[place.level].title] if place.level else []
    parts += [catalogue.sector_by_id[place.sector].title] if place.sector else []
    return " in ".join(parts)


def find_family_name(places: tuple[Place, ...], lexicon: Lexicon) -> str | None:
    """Return the name that exactly these positions share."""
    if len(places) < 2:
        return None
    wanted = set(places)
    return next((name.written for name in lexicon.names.values() if set(name.places) == wanted), None)


def list_phrases(places: tuple[Place, ...], lexicon: Lexicon) -> Iterator[str]:
    """Give ways to write places in a question, the plainest first; not every one need be unambiguous."""
    if len(places) == 1:
        yield from _phrases(places[0], lexicon)
        return
    family = find_family_name(places, lexicon)
    if family:
        yield family
    kind = _type_phrase(places, lexicon)
    if kind:
        yield kind
    wanted = set(places)
    for name in lexicon.names.values():
        if wanted < set(name.places):
            levels = {
                lexicon.catalogue.position_by_id[place.position].level for place in places if place.position
            }
            yield from (
                f"{lexicon.catalogue.level_by_id[level].title} {name.written}" for level in sorted(levels)
            )
    if len(places) <= _MOST_JOINED:
        yield " or ".join(next(_phrases(place, lexicon)) for place in places)


def _type_phrase(places: tuple[Place, ...], lexicon: Lexicon) -> str | None:
    """Return "Apprenticeship in X" where the places are qualifications of one type in one sector."""
    positions = [lexicon.catalogue.position_by_id[place.position] for place in places if place.position]
    kinds = {each.type for each in positions if isinstance(each, Qualification)}
    if (
        len(positions) < max(2, len(places))
        or len(kinds) != 1
        or len({each.sector for each in positions}) != 1
    ):
        return None
    if any(not isinstance(each, Qualification) for each in positions):
        return None
    levels = {each.level for each in positions}
    level = f"{lexicon.catalogue.level_by_id[levels.pop()].title} " if len(levels) == 1 else ""
    sector = lexicon.catalogue.sector_by_id[positions[0].sector].title
    kind = kinds.pop()
    return f"{level}{kind} in {sector}" if level else f"{kind[0].upper()}{kind[1:]} in {sector}"


def _phrases(place: Place, lexicon: Lexicon) -> Iterator[str]:
    catalogue = lexicon.catalogue
    if not place.position:
        yield _label(place, lexicon)
        return
    position = catalogue.position_by_id[place.position]
    sector = catalogue.sector_by_id[position.sector]
    forms = written_forms(position)
    yield from forms
    for field in (sector.title, *sector.aliases):
        yield f"{forms[0]} in {field}"
    yield from (f"{form} in {sector.title}" for form in forms[1:])
    yield f"{catalogue.level_by_id[position.level].title} {forms[0]}"
    yield position.id.replace("-", " ")
