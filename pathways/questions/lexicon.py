"""What a question can name: the names of one catalogue, and what single words say about sector and type."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from pathways.catalogue import Catalogue
from pathways.model import GENERAL, JobRole, Qualification, Sector
from pathways.places import Place
from pathways.questions.english import ENGLISH, SMALL
from pathways.questions.names import Name, gather_ids, gather_names, loose_key
from pathways.questions.words import Word, key, split_name

_MOST_REORDERED = 8
_NO_TYPES = {"qualification", "level", "course", "schooling", "programme"}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one catalogue.

    `names` by key, `spelt` their keys in order; `loose` the same names by the key that forgets the order of
    words, `loose_words` what those are made of. `types` are words for types of qualification, `hints` single
    words that belong to one sector's own names, `vocabulary` every word that is about a sector, `bodies` the
    words of awarding bodies.
    """

    catalogue: Catalogue
    names: dict[str, Name]
    spelt: tuple[str, ...]
    loose: dict[str, Name]
    loose_words: frozenset[str]
    types: dict[str, str]
    hints: dict[str, str]
    vocabulary: dict[str, frozenset[str]]
    bodies: frozenset[str]

    @property
    def graded(self) -> tuple[Place, ...]:
        """The school examinations that have grades, GCSEs, in order of id."""
        kind = self.types.get("gcse")
        return tuple(
            Place(position=each.id) for each in self.catalogue.qualifications if kind and each.type == kind
        )

    def find_name(self, words: tuple[Word, ...]) -> Name | None:
        """Return the name that these words spell, in order, or in another one round "of", "in" or a type."""
        abbreviation = self.names.get(words[0].text) if len(words) == 1 else None
        found = abbreviation or self.names.get(key(words)) or self._reordered(words)
        if found and found.capitals and not words[0].raw.isupper():
            return None
        return found

    def longest_from(self, words: tuple[Word, ...], at: int) -> int:
        """Return where the longest stretch from `at` ends that could be the beginning of a name."""
        end, begun = at, ""
        while end < len(words):
            begun += words[end].stem
            place = bisect_left(self.spelt, begun)
            if place == len(self.spelt) or not self.spelt[place].startswith(begun):
                break
            end += 1
        reordered = at
        while reordered < min(len(words), at + _MOST_REORDERED) and self._may_be_reordered(words[reordered]):
            reordered += 1
        return max(end, reordered)

    def _may_be_reordered(self, word: Word) -> bool:
        return word.stem in self.loose_words or word.stem in SMALL

    def is_role(self, place: Place) -> bool:
        """Say whether a place is a job role."""
        return place.position is not None and isinstance(
            self.catalogue.position_by_id[place.position], JobRole
        )

    def type_of(self, place: Place) -> str | None:
        """Return the type of a qualification, None for any other place."""
        position = self.catalogue.position_by_id[place.position] if place.position else None
        return position.type if isinstance(position, Qualification) else None

    def _reordered(self, words: tuple[Word, ...]) -> Name | None:
        """Return the name in another order: "manager of a nursery" is a nursery manager.

        A number counts what follows it: "2 A levels" are no level 2; what "and" joins are two things, where
        the name has no "and" of its own.
        """
        if len(words) < 3 or words[0].stem in SMALL or words[-1].stem in SMALL:
            return None
        stems = tuple(word.stem for word in words)
        if stems[0].isdigit() and stems[1] in SMALL:
            return None
        named_first = words[0].text not in ENGLISH and any(stem in SMALL for stem in stems)
        turned = named_first or "level" in stems
        found = self.loose.get(loose_key(stems)) if turned else None
        return None if found and "and" in stems and "and" not in found.words else found


def lexicon_of(catalogue: Catalogue) -> Lexicon:
    """Return the words of a catalogue, gathered once for each."""
    return _gathered(_Same(catalogue))


class _Same:
    """A catalogue as a key that compares by identity: comparing all content takes longer than a question."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    def __hash__(self) -> int:
        return id(self.catalogue)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.catalogue is self.catalogue


@lru_cache(maxsize=8)
def _gathered(same: _Same) -> Lexicon:
    catalogue = same.catalogue
    names = gather_names(catalogue)
    loose: dict[str, Name] = {}
    for name in names.values():
        spelt = loose_key(name.words)
        if " " in spelt:
            loose[spelt] = loose[spelt].joined(name) if spelt in loose else name
    names = gather_ids(catalogue) | names
    return Lexicon(
        catalogue=catalogue,
        names=names,
        spelt=tuple(sorted(names)),
        loose=loose,
        loose_words=frozenset(word for spelt in loose for word in spelt.split()),
        types=_types(catalogue),
        hints=_hints(catalogue),
        vocabulary={sector.id: _vocabulary(catalogue, sector) for sector in catalogue.sectors},
        bodies=_bodies(catalogue),
    )


def _types(catalogue: Catalogue) -> dict[str, str]:
    """Words for the types of qualification that the data hold, with those who take an apprenticeship."""
    types = {key(split_name(each.type)): each.type for each in catalogue.qualifications}
    if "apprenticeship" in types:
        types["apprentice"] = types["apprenticeship"]
    return {spelt: kind for spelt, kind in types.items() if spelt not in _NO_TYPES}


def _bodies(catalogue: Catalogue) -> frozenset[str]:
    words = (word for each in catalogue.qualifications for word in split_name(each.awarding_body or ""))
    return frozenset(word.stem for word in words if word.text not in ENGLISH)


def _hints(catalogue: Catalogue) -> dict[str, str]:
    """Single words that two or more of a sector's own names have and no other sector's: "nursery"."""
    names: dict[str, Counter[str]] = {}
    for sector in catalogue.sectors:
        for form in {sector.title.lower(), *(alias.lower() for alias in sector.aliases)}:
            for stem in {word.stem for word in split_name(form)}:
                names.setdefault(stem, Counter())[sector.id] += 1
    return {
        stem: next(iter(owners))
        for stem, owners in names.items()
        if len(owners) == 1
        and owners.total() > 1
        and GENERAL not in owners
        and len(stem) > 4
        and stem not in ENGLISH
    }


def _vocabulary(catalogue: Catalogue, sector: Sector) -> frozenset[str]:
    """Every word that a sector and its jobs and qualifications go by: what settles a shared name."""
    forms = [sector.title, sector.summary, *sector.aliases]
    for position in catalogue.list_positions(sector.id):
        forms += [position.title, *position.aliases]
    words = {word.stem for form in forms for word in split_name(form)}
    return frozenset(word for word in words if word not in ENGLISH and len(word) > 2)
