"""The limits and holdings that a question's words come to, and which of them could not be applied."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from pathways.limits import Limits, Study
from pathways.model import Qualification
from pathways.places import Place, goal_positions
from pathways.questions.cues import Side
from pathways.questions.draft import Draft
from pathways.questions.lexicon import Lexicon
from pathways.questions.limit_forms import Means
from pathways.questions.limiting import Said
from pathways.questions.names import written_forms
from pathways.questions.notes import quoted
from pathways.questions.phrases import Phrase
from pathways.questions.settle import Settled, settle
from pathways.questions.subjects import PASS, asked_subjects, find_subjects, list_asking
from pathways.questions.words import key, split_name

_UNIVERSITY = {"uni", "university"}
_DEGREE = "degree"
_GCSE = "gcse"

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Applied:
    """What the words of a question come to. `notes` say what was made of them, and what was not applied."""

    limits: Limits
    have: tuple[str, ...]
    lack: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """What one limit comes to: nothing at all where it cannot be applied."""

    avoid: tuple[Place, ...] = ()
    types: tuple[str, ...] = ()
    months: int | None = None
    study: Study | None = None
    lack: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return any((self.avoid, self.types, self.months, self.study, self.lack))


def apply_limits(
    draft: Draft, start: tuple[Place, ...], goal: tuple[Place, ...], day: date, lexicon: Lexicon
) -> Applied:
    """Return what a question's limits come to. `day` is what "by 2028" counts from."""
    parts = [_part(said, draft, start, goal, day, lexicon) for said in draft.wishes.limits]
    studies = [part.study for part in parts if part.study]
    study = Study.WHILE_WORKING if Study.WHILE_WORKING in studies else next(iter(studies), None)
    months = [part.months for part in parts if part.months]
    limits = Limits(
        avoid=_once(place for part in parts for place in part.avoid),
        avoid_types=_once(kind for part in parts for kind in part.types),
        within_months=min(months, default=None),
        study=study,
    )
    have, lack = _from_marks(draft, start, lexicon)
    lack = _once((*(each for part in parts for each in part.lack), *lack))
    have = _once((*_held(draft), *(each for each in have if each not in lack)))
    notes = [note for part in parts for note in part.notes]
    left = [
        said.text
        for said, part in zip(draft.wishes.limits, parts, strict=True)
        if not part and not part.notes
    ]
    if left:
        notes.append(f"This answer does not take account of {quoted(left)}.")
    return Applied(limits, tuple(each for each in have if each not in lack), lack, tuple(notes))


def without_what_is_lacking(
    start: tuple[Place, ...], goal: tuple[Place, ...], lack: tuple[str, ...], lexicon: Lexicon
) -> tuple[tuple[Place, ...], tuple[str, ...]]:
    """Leave out starts that would be proof of what is said to be missing, and say so of one that is left.

    A 3 in maths and a 5 in English are both grades, but not yet the passes with English and maths that
    "GCSEs at grades 4 to 9" stand for. What is asked where somebody wants to get to is said, else what
    can be met in most ways.
    """
    catalogue = lexicon.catalogue
    sectors = {catalogue.position_by_id[each].sector for each in _positions(goal, lexicon)}
    missing = [each for each in catalogue.requirements if each.id in lack and each.holding]
    asked = _asked_into(sectors, lexicon)
    missing.sort(key=lambda each: (each.id in asked, len(each.holding.positions) if each.holding else 0))
    proof = {
        Place(position=position): each
        for each in missing
        if each.holding
        for position in each.holding.positions
    }
    kept = tuple(place for place in start if place not in proof)
    if kept:
        return kept, ()
    titles = {place: catalogue.position_by_id[place.position or ""].title for place in start}
    return start, tuple(
        f"“{titles[place]}” usually stands for “{proof[place].statement.rstrip('.')}” as well: "
        f"ask the college or employer whether you can start without it."
        for place in start
    )


def _asked_into(sectors: set[str], lexicon: Lexicon) -> set[str]:
    """Return the requirements that steps into these sectors ask for by themselves."""
    catalogue = lexicon.catalogue
    steps = (each for each in catalogue.steps if catalogue.position_by_id[each.to_id].sector in sectors)
    asked: set[str] = set()
    for step in steps:
        asked.update(step.attainment, *(one.requirements for group in step.any_of for one in group))
    return asked


def _part(
    said: Said,
    draft: Draft,
    start: tuple[Place, ...],
    goal: tuple[Place, ...],
    day: date,
    lexicon: Lexicon,
) -> _Part:
    match said.means:
        case Means.PART_TIME:
            return _Part(study=Study.PART_TIME)
        case Means.WORKING:
            return _Part(study=Study.WHILE_WORKING)
        case Means.WITHIN:
            return _Part(months=said.months)
        case Means.BY:
            return _until(said, draft, day)
        case Means.AVOID if not _subjects(said, draft, lexicon):
            return _avoiding(said, draft, goal, lexicon)
        case Means.AVOID | Means.LACK:
            return _lacking(said, draft, start, lexicon)
    return _Part()


def _until(said: Said, draft: Draft, day: date) -> _Part:
    """Count the whole months to a date; the end of a year is the first day of the next."""
    found = next((each for each in draft.dates if each.start == said.day), None)
    if found is None or found.value is None:
        return _Part()
    until = found.value
    if "end" in said.signs and found.text.isdigit():
        until = date(until.year + 1, 1, 1)
    months = 12 * (until.year - day.year) + until.month - day.month - (until.day < day.day)
    if months < 1:
        return _Part(notes=(f"“{said.text}” was not applied: that is less than a month ahead.",))
    return _Part(months=months, notes=(f"“{said.text}” was read as within {months} months.",))


def _avoiding(said: Said, draft: Draft, goal: tuple[Place, ...], lexicon: Lexicon) -> _Part:
    """What to leave out: whole types of qualification where a type is named, else the places named."""
    places: list[Place] = []
    types: list[str] = []
    if not _UNIVERSITY.isdisjoint(said.signs):
        types += [kind for kind in _list_types(lexicon) if _DEGREE in kind.split()]
    for phrase in said.phrases:
        kind = _type_named(phrase, draft, lexicon)
        if kind:
            types.append(kind)
        else:
            places += _places(phrase, lexicon)
    places = [place for place in places if not _is_lowest(place, lexicon)]
    goals = _positions(goal, lexicon)
    if goals and goals <= _positions(places, lexicon) | _of_types(types, lexicon):
        return _Part(notes=(f"“{said.text}” was not applied: it would leave out what you ask for.",))
    return _Part(avoid=tuple(places), types=tuple(types))


def _is_lowest(place: Place, lexicon: Lexicon) -> bool:
    """Say whether a place is having nothing yet, which nobody has to be kept out of."""
    positions = lexicon.catalogue.position_by_id
    level = positions[place.position].level if place.position else place.level
    return level is not None and lexicon.catalogue.rank(level) < 0


def _lacking(said: Said, draft: Draft, start: tuple[Place, ...], lexicon: Lexicon) -> _Part:
    """What is not held: the requirements that ask for a school subject, else the positions named."""
    subjects = _subjects(said, draft, lexicon)
    if subjects:
        return _Part(lack=_list_lacking(subjects, _positions(start, lexicon), lexicon))
    places = [place for phrase in said.phrases for place in _places(phrase, lexicon)]
    return _Part(lack=_once(place.position for place in places if place.position))


def _subjects(said: Said, draft: Draft, lexicon: Lexicon) -> frozenset[str]:
    """Return the school subjects that a limit names, but for those in the name of some other course."""
    for phrase in said.phrases:
        kinds = {lexicon.type_of(place) for place in phrase.name.places} if phrase.name else set()
        if phrase.sector or not kinds <= {lexicon.types.get(_GCSE)}:
            return frozenset()
    return find_subjects(tuple(word.text for word in draft.words[said.start : said.end]))


def _list_lacking(subjects: frozenset[str], held: set[str], lexicon: Lexicon) -> tuple[str, ...]:
    """Return the requirements left open by lacking a subject at level 2, but for those met in another way.

    Who did not pass the subject at school may have passed it since: "but I have functional skills level 2".
    """
    school = lexicon.types.get(_GCSE)
    others = {each for each in held if lexicon.type_of(Place(position=each)) != school}
    asking = list_asking(subjects, lexicon.catalogue)
    return tuple(each.id for each in asking if not (each.holding and others & set(each.holding.positions)))


def _from_marks(
    draft: Draft, start: tuple[Place, ...], lexicon: Lexicon
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the requirements that grades in single subjects meet, and those that they leave open."""
    low = frozenset(mark.subject for mark in draft.marks if mark.grade < PASS)
    passed = frozenset(mark.subject for mark in draft.marks) - low
    asking = list_asking(passed, lexicon.catalogue)
    have = tuple(each.id for each in asking if asked_subjects(each) <= passed)
    return have, _list_lacking(low, _positions(start, lexicon), lexicon)


def _held(draft: Draft) -> tuple[str, ...]:
    """Return the positions held where several starts are named: all of them are, but in "A or B"."""
    if len({slot.options for slot in draft.start}) < 2 or any(slot.sided.alternative for slot in draft.start):
        return ()
    exact = [option for slot in draft.start for option in slot.options if len(option) == 1]
    return _once(place.position for option in exact for place in option if place.position)


def _places(phrase: Phrase, lexicon: Lexicon) -> tuple[Place, ...]:
    """Return what a phrase means; all that it may mean where it is shared, nothing where it is not known."""
    if not phrase.is_place or phrase.odd:
        return ()
    found = settle(phrase, Side.GOAL, "", frozenset(), lexicon)
    return (
        found.places
        if isinstance(found, Settled)
        else _once(place for each in found.options for place in each)
    )


def _type_named(phrase: Phrase, draft: Draft, lexicon: Lexicon) -> str | None:
    """Return the type of qualification that a phrase names: "a degree" is one, "a degree in X" is not.

    What also goes by the name of its type stands for all of it: "a bachelor's degree" is any degree.
    """
    if phrase.odd or phrase.sector:
        return None
    if phrase.name is None:
        return phrase.type.lower() if phrase.type and not phrase.levels else None
    kind = lexicon.types.get(key(draft.words[phrase.name.start : phrase.name.end]))
    kinds = {kind} if kind else {_type_gone_by(place, lexicon) for place in phrase.name.places}
    named = kinds.pop() if len(kinds) == 1 else None
    return named.lower() if named else None


def _type_gone_by(place: Place, lexicon: Lexicon) -> str | None:
    """Return the type of a qualification that goes by its name; one with grades is not all of its type."""
    position = lexicon.catalogue.position_by_id.get(place.position or "")
    if not isinstance(position, Qualification) or place in lexicon.graded:
        return None
    forms = {key(split_name(form)) for form in written_forms(position)}
    return position.type if key(split_name(position.type)) in forms else None


def _list_types(lexicon: Lexicon) -> tuple[str, ...]:
    return _once(each.type.lower() for each in lexicon.catalogue.qualifications)


def _of_types(types: Iterable[str], lexicon: Lexicon) -> set[str]:
    wanted = set(types)
    return {each.id for each in lexicon.catalogue.qualifications if each.type.lower() in wanted}


def _positions(places: Iterable[Place], lexicon: Lexicon) -> set[str]:
    return {each for place in places for each in goal_positions(place, lexicon.catalogue)}


def _once(values: Iterable[_T]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys(values))
