"""The spellings that each sector, level, qualification and job of a catalogue goes by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pathways.catalogue import Catalogue
from pathways.model import Position, Qualification
from pathways.places import Place
from pathways.questions.english import ENGLISH, SMALL
from pathways.questions.levels import find_level
from pathways.questions.words import Word, key, split_name

_ANY = {"qualification", "course", "training", "apprenticeship"}
"""Words that after a level in a sector leave it what it is."""

_WHOSE = ("her", "his", "their", "your", "our", "the")

_DOINGS = {"manager": "management", "supervisor": "supervision", "coach": "coaching"}

_BRIEF = 6
"""How long an abbreviation in capitals may be: its last S is no plural, so that EYT and EYTS are two."""


@dataclass(frozen=True, slots=True)
class Name:
    """One spelling, one way to write it, and what goes by it.

    `places` are of the strongest kind that has this name: positions, else a sector, else a level. `levels`
    are the levels of this name, whatever else has it ("degree"). `short_for` are positions with a longer
    title: "Early years educator" for "Early years educator (level 3 apprenticeship)"; they count where
    nothing goes by exactly this name, or where a word beside it points at them. `capitals` says that it
    only counts in capitals ("IT"), `derived` that its places are written otherwise in the data.
    """

    words: tuple[str, ...]
    written: str
    places: tuple[Place, ...] = ()
    short_for: tuple[Place, ...] = ()
    levels: tuple[Place, ...] = ()
    capitals: bool = False
    derived: bool = False

    def joined(self, other: Name) -> Name:
        """Return one name for what both spell."""
        both = tuple(dict.fromkeys((*self.places, *other.places)))
        places: tuple[Place, ...] = ()
        for kind in ("position", "sector", "level"):
            places = places or tuple(place for place in both if getattr(place, kind))
        short = dict.fromkeys((*self.short_for, *other.short_for))
        levels = tuple(place for place in dict.fromkeys((*self.levels, *other.levels, *both)) if place.level)
        return Name(
            self.words,
            self.written,
            places,
            tuple(place for place in short if place not in places),
            levels,
            self.capitals and other.capitals,
        )


def gather_names(catalogue: Catalogue) -> dict[str, Name]:
    """Return every name of a catalogue by its key."""
    names: dict[str, Name] = {}
    for name in _list_names(catalogue):
        spelt = "".join(name.words)
        if spelt:
            names[spelt] = names[spelt].joined(name) if spelt in names else name
    for name in _list_doings(names, catalogue):
        spelt = "".join(name.words)
        if not (spelt in names and names[spelt].places):
            names[spelt] = replace(name, short_for=names.get(spelt, name).short_for)
    return names


def gather_ids(catalogue: Catalogue) -> dict[str, Name]:
    """Return the ids of positions as names, which count where no name is spelt as they are."""
    ids = {}
    for position in catalogue.position_by_id.values():
        name = _name(position.id.replace("-", " "), Place(position=position.id))
        ids["".join(name.words)] = replace(name, written=position.title, derived=True)
    return ids


def written_forms(position: Position) -> tuple[str, ...]:
    """Return the ways to write a position that the data themselves give: title, aliases, reference."""
    reference = position.reference if isinstance(position, Qualification) else None
    return tuple(form for form in (position.title, *position.aliases, reference) if form)


def loose_key(words: tuple[str, ...]) -> str:
    """Return the key of a name whatever the order of its words, without "of", "in" and the like."""
    return " ".join(sorted(word for word in words if word not in SMALL))


def _list_doings(names: dict[str, Name], catalogue: Catalogue) -> list[Name]:
    """What people do goes by the name of those who do it: they "get into nursery management"."""
    found = []
    for name in names.values():
        doing = _doing(name.words[-1])
        position = name.places[0].position if name.places else None
        if doing and position and (len(name.words) > 1 or doing not in ENGLISH):
            written = catalogue.position_by_id[position].title
            words = (*name.words[:-1], doing)
            found.append(replace(name, words=words, written=written, short_for=(), derived=True))
    return found


def _doing(agent: str) -> str | None:
    """Return "management" for "manager" and "teaching" for "teacher"; short words may mean something else."""
    if agent in _DOINGS:
        return _DOINGS[agent]
    return f"{agent[:-2]}ing" if agent.endswith("er") and len(agent) > 6 else None


def _list_names(catalogue: Catalogue) -> Iterator[Name]:
    sectors = [
        (form, Place(sector=sector.id))
        for sector in catalogue.sectors
        for form in (sector.title, *sector.aliases, sector.id.replace("-", " "))
    ]
    fields = {key(split_name(form)) for form, _ in sectors}
    for position in catalogue.position_by_id.values():
        place = Place(position=position.id)
        for form in written_forms(position):
            if _is_field_at_level(form, fields):
                continue
            yield _name(form, place)
            yield from (_name(said, place) for said in _of_others(form))
            for shorter, whole in _shorter(form, position):
                yield _name(shorter, place) if whole else _name(shorter, short=place)
    for form, place in sectors:
        name = _name(form, place)
        yield name
    for level in catalogue.levels:
        for form in (level.title, *level.aliases):
            name = _name(form, Place(level=level.id))
            if len(name.words) > 1 or name.words[0] not in ENGLISH:
                yield name


def _of_others(form: str) -> Iterator[str]:
    """What somebody says of themselves is said of others too: "failed my GCSEs" of her who failed hers."""
    words = form.split()
    if "my" in words:
        yield from (" ".join(whose if word == "my" else word for word in words) for whose in _WHOSE)


def _name(written: str, place: Place | None = None, short: Place | None = None) -> Name:
    words = split_name(written.replace("&", " and "))
    brief = len(words) == 1 and len(words[0].text) <= _BRIEF and words[0].raw.isupper()
    return Name(
        (words[0].text,) if brief else tuple(word.stem for word in words) or ("",),
        written,
        (place,) if place else (),
        (short,) if short else (),
        (place,) if place and place.level else (),
        capitals=brief and words[0].raw.isalpha() and (len(words[0].text) < 3 or words[0].text in ENGLISH),
    )


def _is_field_at_level(form: str, fields: set[str]) -> bool:
    """Say whether a form is only a sector, a level and perhaps "apprenticeship".

    "Level 2 electrical" is all there is of that, not one of them.
    """
    words, level = _without_level(split_name(form))
    return level and key([word for word in words if word.stem not in SMALL | _ANY]) in fields


def _without_level(words: tuple[Word, ...]) -> tuple[tuple[Word, ...], bool]:
    """Return words without the level among them that is written with a number, and whether there is one."""
    if not _has_number(words):
        return words, False
    for at in range(len(words)):
        found = find_level(words, at)
        if found and words[at + found.length - 1].stem.isdigit():
            return (*words[:at], *words[at + found.length :]), True
    return words, False


def _has_number(words: tuple[Word, ...]) -> bool:
    return any(word.stem.isdigit() for word in words)


def _shorter(form: str, position: Position) -> Iterator[tuple[str, bool]]:
    """Shorter ways to write a form, and whether each is a name of its own.

    Without its awarding body, its level, and what stands in brackets. "Project manager (X)" is a project
    manager in any company; "Educator (level 3 apprenticeship)" is an educator only beside one of these words.
    """
    bare, bracket, inside = form.partition("(")
    if not bracket and not _names_body(position) and not _has_number(split_name(form)):
        return
    named_inside = bool(bracket) and not _without_level(split_name(inside))[1]
    seen = {key(split_name(form))}
    for whole, text in ((named_inside, bare), (False, form)):
        words = _without_body(split_name(text), position)
        for kept, full in ((words, whole), (_without_level(words)[0], False)):
            trimmed = kept[1:] if len(kept) < len(words) and kept[:1] and kept[0].stem in SMALL else kept
            if key(trimmed) not in seen and any(word.text not in ENGLISH for word in trimmed):
                seen.add(key(trimmed))
                yield " ".join(word.raw for word in trimmed), full


def _names_body(position: Position) -> bool:
    return isinstance(position, Qualification) and bool(position.awarding_body)


def _without_body(words: tuple[Word, ...], position: Position) -> tuple[Word, ...]:
    body = position.awarding_body if isinstance(position, Qualification) else None
    bodies = {word.stem for word in split_name(body or "")} | {"and"}
    while body and len(words) > 2 and words[0].stem in bodies:
        words = words[1:]
    return words
