"""From a phrase to the places it means; or, where a name is shared, the readings to choose from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pathways.model import Qualification
from pathways.places import Place
from pathways.questions.cues import Side
from pathways.questions.lexicon import Lexicon
from pathways.questions.mentions import Mention
from pathways.questions.phrases import Phrase
from pathways.questions.words import words_of

_HELD = words_of(
    """
    have has had having got hold holds holding finish finished finishing complete completed completing
    pass passed achieved gained obtained studied studying did done doing taking took taken
    """
)
_IS = words_of(
    """
    am is are was were be been being become becoming became as work works worked working
    """
)
_APPRENTICESHIP = "apprenticeship"


@dataclass(frozen=True, slots=True)
class Settled:
    """The places a phrase means, any of which will do, and what to say about how it was read."""

    places: tuple[Place, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shared:
    """A phrase that may mean several things: each option is a set of places."""

    options: tuple[tuple[Place, ...], ...]


def settle(
    phrase: Phrase,
    side: Side,
    cue: str,
    context: frozenset[str],
    lexicon: Lexicon,
    elsewhere: str | None = None,
) -> Settled | Shared:
    """Say which places a phrase on a side means.

    `context` are the sectors that the words around speak of, `elsewhere` one that a job is said to be done
    in although it belongs to another.
    """
    if phrase.name and elsewhere:
        return Shared((phrase.name.places, (Place(sector=elsewhere),)))
    if phrase.name:
        return _settle_name(phrase, phrase.name, cue, context, lexicon)
    if phrase.type and not phrase.sector and not phrase.levels:
        return _settle_type(phrase.type, context, lexicon)
    return _settle_field(phrase, side, lexicon)


def _settle_field(phrase: Phrase, side: Side, lexicon: Lexicon) -> Settled | Shared:
    """A sector, a level, or both; a type of qualification narrows it, but for "L3 apprenticeship" as a start.

    Somebody who has "a level 3 childcare apprenticeship" has what people mean by "L3 childcare". A start of a
    type that the sector has none of ("a T Level in X") is not the whole sector: which one is asked back.
    """
    levels: tuple[str | None, ...] = phrase.levels or (None,)
    cells = tuple(Place(sector=phrase.sector, level=level) for level in levels)
    whole = phrase.type == _APPRENTICESHIP and side is Side.START and bool(phrase.levels)
    if phrase.type is None or whole:
        return Settled(cells)
    typed = _of_type(phrase.type, phrase.sector, phrase.levels, lexicon)
    if typed:
        return Settled(typed)
    every = _of_type(phrase.type, None, (), lexicon)
    if side is Side.START and not phrase.levels and every:
        return Shared(tuple((place,) for place in every))
    return Settled(cells, (f"No {phrase.type} is on record there, so the type was left out.",))


def _settle_type(kind: str, context: frozenset[str], lexicon: Lexicon) -> Settled | Shared:
    """A type alone: of the one sector spoken of, else of whichever is chosen."""
    sectors = [sector.id for sector in lexicon.catalogue.sectors]
    options = {sector: _of_type(kind, sector, (), lexicon) for sector in sectors}
    found = {sector: places for sector, places in options.items() if places}
    spoken_of = [places for sector, places in found.items() if sector in context]
    if len(spoken_of) == 1:
        return Settled(spoken_of[0])
    return Settled(next(iter(found.values()))) if len(found) == 1 else Shared(tuple(found.values()))


def _of_type(kind: str, sector: str | None, levels: tuple[str, ...], lexicon: Lexicon) -> tuple[Place, ...]:
    return tuple(
        Place(position=position.id)
        for position in lexicon.catalogue.list_positions(sector)
        if isinstance(position, Qualification)
        and position.type == kind
        and (not levels or position.level in levels)
    )


def _settle_name(
    phrase: Phrase, name: Mention, cue: str, context: frozenset[str], lexicon: Lexicon
) -> Settled | Shared:
    exact, short = name.places, name.short_for
    pool = exact
    if phrase.type or phrase.levels or phrase.sector:
        narrowed = _narrowed((*exact, *short), phrase, lexicon)
        if not narrowed and phrase.type:
            narrowed = _trained_for(exact, phrase.type, phrase.levels, lexicon)
        if not narrowed and phrase.levels:
            return _at_another_level(exact, phrase, lexicon, own_level_left_out=set(exact) <= set(short))
        pool = narrowed or exact
    elif short and _says(cue, _HELD) and all(lexicon.is_role(place) for place in exact):
        pool = short
    pool = _by_verb(pool, cue, lexicon)
    sectors = {_sector(place, lexicon) for place in pool}
    if len(sectors) > 1 and len(sectors & context) == 1:
        pool = tuple(place for place in pool if _sector(place, lexicon) in context)
        sectors = sectors & context
    if len(sectors) > 1:
        return Shared(
            tuple(
                tuple(place for place in pool if _sector(place, lexicon) == each) for each in sorted(sectors)
            )
        )
    families = _families(pool, lexicon)
    return Shared(families) if len(families) > 1 else Settled(pool)


def _narrowed(pool: Iterable[Place], phrase: Phrase, lexicon: Lexicon) -> tuple[Place, ...]:
    """Keep the positions that the sector, level and type in the phrase agree with."""
    kept = []
    for place in dict.fromkeys(pool):
        position = lexicon.catalogue.position_by_id[place.position or ""]
        kind = position.type if isinstance(position, Qualification) else None
        fits = (
            phrase.sector in (None, position.sector)
            and (not phrase.levels or position.level in phrase.levels)
            and phrase.type in (None, kind)
        )
        if fits:
            kept.append(place)
    return tuple(kept)


def _trained_for(
    pool: tuple[Place, ...], kind: str, levels: tuple[str, ...], lexicon: Lexicon
) -> tuple[Place, ...]:
    """An "X apprenticeship", where X is a job: those of its sector, at its level where there are any."""
    positions = [lexicon.catalogue.position_by_id[place.position or ""] for place in pool]
    found = [
        typed
        for each in positions
        for typed in (
            _of_type(kind, each.sector, levels or (each.level,), lexicon)
            or _of_type(kind, each.sector, levels, lexicon)
        )
    ]
    return tuple(dict.fromkeys(found))


def _at_another_level(
    pool: tuple[Place, ...], phrase: Phrase, lexicon: Lexicon, *, own_level_left_out: bool
) -> Settled | Shared:
    """A name with a level that is not its own: the name, or the level in its sector.

    A name that is short for one with a level is not meant: "level 2 X diploma" is no "level 3 X diploma".
    """
    cells = {Place(sector=_sector(place, lexicon), level=level) for place in pool for level in phrase.levels}
    options = tuple((cell,) for cell in sorted(cells, key=str))
    if own_level_left_out:
        return Settled(options[0]) if len(options) == 1 else Shared(options)
    return Shared((pool, *options))


def _by_verb(pool: tuple[Place, ...], cue: str, lexicon: Lexicon) -> tuple[Place, ...]:
    """Of a job and a qualification of one name, people *have* the one and *are* the other."""
    roles = tuple(place for place in pool if lexicon.is_role(place))
    if not roles or len(roles) == len(pool):
        return pool
    if _says(cue, _HELD):
        return tuple(place for place in pool if place not in roles)
    return roles if _says(cue, _IS) else pool


def _says(cue: str, verbs: frozenset[str]) -> bool:
    return not verbs.isdisjoint(cue.split())


def _families(pool: tuple[Place, ...], lexicon: Lexicon) -> tuple[tuple[Place, ...], ...]:
    """Split positions that share a name by other names that some of them share, if these cover them all."""
    if len(pool) < 4:
        return (pool,)
    wanted, families, left = set(pool), [], set(pool)
    groups = {tuple(place for place in name.places if place in wanted) for name in lexicon.names.values()}
    for group in sorted(groups, key=lambda each: (-len(each), str(each))):
        if 1 < len(group) < len(pool) and left.issuperset(group):
            families.append(group)
            left -= set(group)
    return tuple(families) if not left else (pool,)


def _sector(place: Place, lexicon: Lexicon) -> str:
    return lexicon.catalogue.position_by_id[place.position or ""].sector
