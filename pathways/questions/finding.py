"""The names, levels and unknown words in a question, found one after another, longest first."""

from __future__ import annotations

from dataclasses import replace

from pathways.catalogue import Catalogue
from pathways.model import GENERAL
from pathways.places import Place
from pathways.questions.english import ENGLISH, is_english
from pathways.questions.levels import find_level, follows_level, is_level_number, level_number
from pathways.questions.lexicon import Lexicon
from pathways.questions.mentions import Kind, Mention, mention_of
from pathways.questions.misspelt import find_misspelt
from pathways.questions.names import Name
from pathways.questions.words import STOP, Word, key, words_of

_AGENTS = {
    "manage": "manager", "managing": "manager", "run": "manager", "running": "manager",
    "supervise": "supervisor", "supervising": "supervisor", "teach": "teacher", "teaching": "teacher",
}  # fmt: skip
_BEFORE_WEAK = {"have", "has", "had", "got", "with", "from", "after", "a"}
"""What makes a name of a word that is also general English: "I have nothing"."""

_BEFORE_FIELD = {"in", "into", "to", "towards", "within", "compare", "between", "versus"}
_NO_FIELD = words_of(
    "problem problems issue issues condition conditions reason reasons check checks insurance"
)
"""What stands before a sector's name that is also a general word, and what never follows one."""
_COMPARING = words_of("compare comparing overlap overlaps similar alike common versus different differ close")
"""Words of a question that may name such a sector anywhere."""

_DENIED = words_of("not without never avoid instead except rather than or nor skip skipping after")
"""With one of these "go to university" may be what is not wanted."""

_PROTECTED = {
    "entryrequirement", "entrycriteria", "nextlevel", "firststep", "awayfrom", "whatlevel", "whichlevel",
    "alevelup", "alevelhigher", "alevelabove", "upalevel", "alevelbelow", "anylevel", "nextstep",
}  # fmt: skip


def find_mentions(words: tuple[Word, ...], lexicon: Lexicon) -> tuple[Mention, ...]:
    """Return every mention in order; words that are general English are in none."""
    exact = _exact(words, lexicon)
    near = find_misspelt(words, exact, lexicon)
    exact = _with_university(words, exact, lexicon)
    covered = {place for mention in near for place in range(mention.start, mention.end)}
    found = [*near, *(mention for mention in exact if mention.start not in covered)]
    taken = {place for mention in found for place in range(mention.start, mention.end)}
    unknown = [
        _hint(words, place, lexicon)
        for place, word in enumerate(words)
        if place not in taken and word.text and (_is_reference(words, place) or not is_english(word))
    ]
    return tuple(sorted([*found, *unknown], key=lambda mention: mention.start))


def _with_university(words: tuple[Word, ...], exact: list[Mention], lexicon: Lexicon) -> list[Mention]:
    """Return the mentions with "go to university" as what one goes for, a degree, where nothing else is.

    Who says what for ("to be a nurse") names it; who does *not* want to go sets a limit.
    """
    degree = lexicon.names.get("degree")
    places = [place for mention in exact for place in mention.places]
    positions = lexicon.catalogue.position_by_id
    general = all(
        place.sector is None and (not place.position or positions[place.position].sector == GENERAL)
        for place in places
    )
    said = {word.text for word in words}
    at = next((place for place, word in enumerate(words) if word.text in ("uni", "university")), 0)
    goes = at > 1 and words[at - 1].text == "to" and words[at - 2].text in ("go", "get", "going", "getting")
    denied = not said.isdisjoint(_DENIED)
    if not (degree and degree.places and degree.places[0].position and general and goes) or denied:
        return exact
    title = positions[degree.places[0].position or ""].title
    return [*exact, mention_of(degree, at, at + 1, reading=title)]


def _is_reference(words: tuple[Word, ...], at: int) -> bool:
    """Say whether a number is part of what looks like a reference: "603/9999/9", "60399999", "ST9999"."""
    if not words[at].text.isdigit():
        return False
    after = words[at + 1] if at + 1 < len(words) else None
    slashed = words[at].before == "/" or (after is not None and after.before == "/" and after.text.isdigit())
    lettered = words[at].before == "" and at > 0 and not is_english(words[at - 1])
    if _is_course_number(words, at):
        return True
    return len(words[at].text) > 4 or (slashed and len(words[at].text) > 2) or lettered


def _is_course_number(words: tuple[Word, ...], at: int) -> bool:
    """Say whether a number names a course: "a 2391". Four digits that can be a year are not taken for one."""
    number = words[at].text
    named = at > 0 and words[at - 1].text in ("a", "my", "the", "guilds")
    return named and len(number) == 4 and not 1900 <= int(number) <= 2100


def _hint(words: tuple[Word, ...], at: int, lexicon: Lexicon) -> Mention:
    """Return the sector that alone has this word in its names, or an unknown word.

    A job of its own is not its sector: a social worker is no care worker.
    """
    if at + 1 < len(words) and words[at + 1].text in ("worker", "workers") and words[at + 1].before == " ":
        return Mention(Kind.UNKNOWN, at, at + 2)
    sector = lexicon.hints.get(words[at].stem)
    if sector is None:
        return Mention(Kind.UNKNOWN, at, at + 1)
    title = lexicon.catalogue.sector_by_id[sector].title
    return Mention(Kind.SECTOR, at, at + 1, (Place(sector=sector),), reading=title)


def _exact(words: tuple[Word, ...], lexicon: Lexicon) -> list[Mention]:
    found: list[Mention] = []
    at = 0
    while at < len(words):
        mention = _longest_at(words, at, lexicon, found) or _agent_at(words, at, lexicon)
        if mention is None:
            at += _protected(words, at) or 1
        else:
            found.append(mention)
            at = mention.end
    return found


def _longest_at(words: tuple[Word, ...], at: int, lexicon: Lexicon, found: list[Mention]) -> Mention | None:
    level = _level_at(words, at, lexicon.catalogue, found)
    if level and _begins_a_name(words, at, level.end - 1, lexicon):
        level = None
    furthest = min(len(words), max(lexicon.longest_from(words, at), at + 3))
    protected = at + _protected(words, at)
    for end in range(max(furthest, level.end if level else 0), at, -1):
        if end <= protected or (level and end < level.end):
            break
        window = words[at:end]
        if any(word.before == STOP for word in window[1:]) or _cuts_a_level(words, at, end):
            continue
        name = lexicon.find_name(window)
        if name is None and end - at == 1 and at and words[at - 1].text in ("a", "an"):
            name = _in_small_letters(words[at], lexicon)
        short = name is not None and name.capitals
        weak = (
            end - at == 1 and words[at].text in ENGLISH and words[at].stem not in lexicon.types and not short
        )
        sector = bool(weak and name and name.places and name.places[0].sector)
        if sector:
            name, weak = name if _is_field(words, at) else None, False
        elif weak and not (at and words[at - 1].text in _BEFORE_WEAK):
            name = None
        if name and name.places and name.places[0].level and "gcse" in name.words:
            name = lexicon.names.get("gcse", name)
        if name and words[at].text in ("a", "an", "the") and lexicon.find_name(window[1:]):
            name = None
        if name:
            found_name = mention_of(name, at, end, name.written if name.derived else None, weak=weak)
            return replace(found_name, numbered=bool(level and level.end == end and level.numbered))
        split = len(window) > 1 and words[at].text in ("a", "an")
        if not split and (kind := lexicon.types.get(key(window))) is not None:
            return Mention(Kind.TYPE, at, end, type=kind)
        if level and level.end == end:
            return level
        if len(window) == 1 and words[at].stem in lexicon.bodies and not is_english(words[at]):
            return Mention(Kind.BODY, at, end)
    return level if level and level.end > protected else None


def _in_small_letters(word: Word, lexicon: Lexicon) -> Name | None:
    """Return the job that an abbreviation stands for although it is not in capitals: "a ta"."""
    name = lexicon.names.get(word.text)
    job = name and name.capitals and name.places and lexicon.is_role(name.places[0])
    return name if job else None


def _is_field(words: tuple[Word, ...], at: int) -> bool:
    """Say whether a general word stands where a sector does: "into health", "compare X and health"."""
    before = words[at - 1].text if at else ""
    after = words[at + 1].text if at + 1 < len(words) and words[at + 1].before == " " else ""
    safety = at + 2 < len(words) and after == "and" and words[at + 2].text == "safety"
    compared = any(word.text in _COMPARING for word in words)
    stands = compared or before in _BEFORE_FIELD or before.isdigit()
    return stands and after not in _NO_FIELD and not safety


def _begins_a_name(words: tuple[Word, ...], at: int, last: int, lexicon: Lexicon) -> bool:
    """Say whether the last word of a level begins the longer name of a job or course.

    "After school" is having left it, but "after school nurse" is what comes after being a school nurse.
    """
    if last <= at or words[last].text != "school":
        return False
    ends = range(lexicon.longest_from(words, last), last + 1, -1)
    names = (lexicon.find_name(words[last:end]) for end in ends if STOP not in _gaps(words, last, end))
    return any(name is not None and name.places and name.places[0].position for name in names)


def _gaps(words: tuple[Word, ...], start: int, end: int) -> set[str]:
    return {word.before for word in words[start + 1 : end]}


def _agent_at(words: tuple[Word, ...], at: int, lexicon: Lexicon) -> Mention | None:
    """Return the job of those who do what is said: "manage a nursery" is being a nursery manager."""
    agent = _AGENTS.get(words[at].text)
    start = at + 1
    while (
        agent
        and start < len(words)
        and words[start].text in ("a", "an", "the", "my", "your", "our", "her", "his", "their", "own")
    ):
        start += 1
    for end in range(min(len(words), start + 3) if agent else start, start, -1):
        if any(word.before == STOP for word in words[at + 1 : end]):
            continue
        name = lexicon.names.get(f"{key(words[start:end])}{agent}")
        if name and name.places and name.places[0].position:
            return mention_of(name, at, end, reading=name.written)
    return None


def _protected(words: tuple[Word, ...], at: int) -> int:
    """Return how many words from here are a general phrase that looks like a level: "entry requirements"."""
    for length in (3, 2):
        window = words[at : at + length]
        if key(window) in _PROTECTED and len(window) == length:
            return length
    return 0


def _cuts_a_level(words: tuple[Word, ...], at: int, end: int) -> bool:
    """Say whether a name would end between "level" and its number: "a level" of "a level 3", "a level 12"."""
    last = words[end - 1]
    if last.text != "level":
        return False
    if follows_level(words, end):
        return True
    small_a = words[at].raw == "a" and words[at + 1].before == " " if end - at == 2 else False
    around = {words[at - 1].text if at else "", words[end].text if end < len(words) else ""}
    return small_a and bool(
        around & {"up", "down", "at", "what", "which", "is", "such", "higher", "above", "below"}
    )


def _level_at(words: tuple[Word, ...], at: int, catalogue: Catalogue, found: list[Mention]) -> Mention | None:
    """Return the level named here: by itself, or as the bare number of "level 2 to 3"."""
    level = find_level(words, at)
    if level is not None and not _cuts_a_level(words, at, at + level.length):
        places = level_places(level.ranks, catalogue)
        kind = Kind.LEVEL if places else Kind.UNKNOWN
        return Mention(kind, at, at + level.length, places, numbered=level.numbered)
    after_to = at > 0 and (words[at - 1].text == "to" or words[at].before == "-")
    if after_to and is_level_number(words, at) and any(mention.kind is Kind.LEVEL for mention in found):
        places = level_places((level_number(words[at]),), catalogue)
        return Mention(Kind.LEVEL, at, at + 1, places, numbered=True)
    return None


def level_places(ranks: tuple[int, ...], catalogue: Catalogue) -> tuple[Place, ...]:
    """Return the levels of these ranks that the catalogue has."""
    by_rank = {level.rank: Place(level=level.id) for level in catalogue.levels}
    return tuple(by_rank[rank] for rank in dict.fromkeys(ranks) if rank in by_rank)
