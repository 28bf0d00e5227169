"""Places weighed against each other: their sides, which belong together, what is asked of them."""

from __future__ import annotations

import re
from dataclasses import replace

from pathways.questions.cues import Side
from pathways.questions.intents import Asked
from pathways.questions.lexicon import Lexicon
from pathways.questions.people import keep_one_person
from pathways.questions.sides import Sided
from pathways.questions.skeleton import PLACE, Skeleton
from pathways.questions.understanding import Focus
from pathways.questions.words import PAUSE

_LIKED = re.compile(
    r" (?:love|loves|loving|like|likes|enjoy|enjoys|into|about|interested in|keen on|good at|mad on)"
    r"(?: [^ .,@]+){0,4} $"
)
"""What somebody likes is not where they are: "I love kids and sport"."""

_FOR_WHOM = re.compile(r" , (?:[^ .,@]+ ){0,4}(?:route|routes|way|ways|options) for (?:a |an |our |my )$")
"""Of "X: routes for a Y" nothing says which of the two is where one is."""


def take_sides(
    sided: tuple[Sided, ...], asked: Asked, stays: str | None, skeleton: Skeleton, lexicon: Lexicon
) -> tuple[Sided, ...]:
    """Put places on a side that nothing puts there directly; leave out those that only say where and when.

    `stays` is the sector that is not to be left: levels without a sector are in it.
    """
    if asked.compare and len(sided) > 1:
        if all(each.phrase.is_level for each in sided[:-1]) and sided[-1].phrase.levels:
            sided = tuple(_in_sector(each, sided[-1].phrase.sector) for each in sided)
        return (replace(sided[0], side=Side.START), *(replace(each, side=Side.GOAL) for each in sided[1:]))
    if asked.compare and asked.others and sided:
        return (replace(sided[0], side=Side.START),)
    if len(sided) == 2 and sided[1].cue == "for" and _FOR_WHOM.search(skeleton.before(sided[1].atom)):
        return tuple(replace(each, side=None if not each.strong else each.side) for each in sided)
    sided = keep_one_person(sided, skeleton)
    sided = tuple(_never_a_goal(_who_moves(each, sided, skeleton), lexicon) for each in sided)
    sided = tuple(_in_sector(each, stays) for each in sided) if stays else _spread_sector(sided, skeleton)
    sided = tuple(_on_the_way(number, sided, skeleton) for number in range(len(sided)))
    taken: list[Sided] = []
    for number, each in enumerate(sided):
        side = None if each.left_out else each.side or _missing_side(each, sided, asked, skeleton)
        if number and not each.strong and _works_elsewhere(sided[number - 1], each, skeleton, lexicon):
            taken[-1] = replace(taken[-1], elsewhere=each.phrase.sector)
            side = None
        taken.append(replace(each, side=side))
    return _turned(tuple(taken), asked)


def _turned(sided: tuple[Sided, ...], asked: Asked) -> tuple[Sided, ...]:
    """Turn round weakly sided places where the kind of question leaves nothing on the side it needs."""
    sides = {each.side for each in sided}
    strongly = {each.side for each in sided if each.strong}
    comes_next = asked.next and not asked.wants and not asked.needs
    if Side.START not in sides and (comes_next or Side.GOAL in strongly):
        wanted = Side.START
    elif (
        asked.about or asked.focus in (Focus.PAY, Focus.TIME) or (asked.needs and not asked.next)
    ) and Side.GOAL not in sides:
        wanted = Side.GOAL
    else:
        return sided
    return tuple(replace(each, side=wanted) if each.side and not each.strong else each for each in sided)


def _on_the_way(number: int, sided: tuple[Sided, ...], skeleton: Skeleton) -> Sided:
    """Of "A to B to C" only the last is the goal; what lies on the way has no side."""
    here = sided[number]
    if number + 1 == len(sided) or here.cue != "to" or sided[number + 1].cue != "to":
        return here
    between = [atom.sign for atom in skeleton.atoms[here.atom + 1 : sided[number + 1].atom]]
    return replace(here, side=None, left_out=True) if between == ["to"] else here


def _who_moves(each: Sided, sided: tuple[Sided, ...], skeleton: Skeleton) -> Sided:
    """Of "what does it take for an X to become a Y" X is the start, although "for" names a goal elsewhere."""
    after = [atom.sign for atom in skeleton.atoms[each.atom + 1 : each.atom + 3]]
    moves = each.cue == "for" and len(after) == 2 and after[0] == "to" and each is not sided[-1]
    return replace(each, side=Side.START) if moves else each


def _never_a_goal(each: Sided, lexicon: Lexicon) -> Sided:
    """Nobody wants to get to having no qualifications: such a place is a start."""
    lowest = min((level.rank for level in lexicon.catalogue.levels), default=0)
    levels = list(each.phrase.levels)
    if each.phrase.name and not each.phrase.weak:
        positions = lexicon.catalogue.position_by_id
        levels += [positions[place.position].level for place in each.phrase.name.places if place.position]
    below = bool(levels) and all(lexicon.catalogue.rank(level) == lowest for level in levels)
    return replace(each, side=Side.START, lowest=True) if below and lowest < 0 else each


def _spread_sector(sided: tuple[Sided, ...], skeleton: Skeleton) -> tuple[Sided, ...]:
    """Give a sector that stands apart, or behind "level 2 to level 3", to levels that have none."""
    bare = [each for each in sided if each.phrase.is_level]
    apart = [each for each in sided if each.side is None and each.phrase.is_sector]
    if len(apart) == 1 and len(bare) > 1:
        sector = apart[0].phrase.sector
        return tuple(_in_sector(each, sector) for each in sided if each is not apart[0])
    if bare and len(bare) == len(sided) - 1 and sided[-1].phrase.sector and sided[-1].phrase.levels:
        signs = {atom.sign for atom in skeleton.atoms[sided[0].atom : sided[-1].atom]}
        if signs <= {PLACE, "to", "a", "an", "the"}:
            return tuple(_in_sector(each, sided[-1].phrase.sector) for each in sided)
    return sided


def _in_sector(each: Sided, sector: str | None) -> Sided:
    """Return a level with this sector; anything else as it is."""
    if not each.phrase.is_level or not each.phrase.numbered or each.lowest:
        return each
    return replace(each, phrase=replace(each.phrase, sector=sector))


def _missing_side(each: Sided, sided: tuple[Sided, ...], asked: Asked, skeleton: Skeleton) -> Side | None:
    """Say on which side a place without a cue stands: across from the others, or where one is needed."""
    others = {other.side for other in sided if other is not each and other.side}
    if each.phrase.weak or others == {Side.START, Side.GOAL} or (others and each.phrase.is_type):
        return None
    if each.phrase.is_sector and _LIKED.search(skeleton.before(each.atom)):
        return None
    if others:
        return Side.START if others == {Side.GOAL} else Side.GOAL
    if len(sided) == 2:
        signs = [atom.sign for atom in skeleton.atoms if atom.sign != "."]
        dashed = signs == ["@", PAUSE, "@"]
        return (Side.START if each is sided[0] else Side.GOAL) if dashed else None
    if len(sided) > 2:
        return None
    if asked.next and not asked.needs and asked.focus not in (Focus.PAY, Focus.TIME):
        return Side.START
    return Side.GOAL if asked.needs or asked.it or asked.focus else None


def _works_elsewhere(before: Sided, each: Sided, skeleton: Skeleton, lexicon: Lexicon) -> bool:
    """Say whether a job is said to be done in another sector: "an electrician in a care home"."""
    between = [atom.sign for atom in skeleton.atoms[before.atom + 1 : each.atom]]
    role = before.phrase.name and all(lexicon.is_role(place) for place in before.phrase.name.places)
    return bool(role and between[:1] and between[0] in ("in", "at") and each.phrase.is_sector)


def merge_side(sided: tuple[Sided, ...]) -> tuple[Sided, ...]:
    """Put together what is said of one side in several places: "I work in X and have a level 3".

    A sector or a level beside a job or qualification only says more about it, and stands for nothing itself.
    """
    sided = tuple(_in_listed_sector(number, sided) for number in range(len(sided)))
    if any(each.phrase.name and not each.lowest for each in sided):
        return tuple(each for each in sided if not _says_more(each) and not each.lowest)
    if any(not each.phrase.is_type for each in sided):
        sided = tuple(each for each in sided if not each.phrase.is_type or each.alike)
    sectors = [each for each in sided if each.phrase.is_sector]
    levels = [each for each in sided if each.phrase.is_level]
    if len(sectors) != 1 or not levels:
        return sided
    kept = [each for each in sided if each is not sectors[0]]
    return tuple(_in_sector(each, sectors[0].phrase.sector) if each in levels else each for each in kept)


def _in_listed_sector(number: int, sided: tuple[Sided, ...]) -> Sided:
    """Of "L2 and L3 in X" both levels are in X."""
    after = sided[number + 1] if number + 1 < len(sided) else None
    listed = after is not None and after.alike and after.phrase.levels
    return _in_sector(sided[number], after.phrase.sector) if after and listed else sided[number]


def _says_more(each: Sided) -> bool:
    bare = each.phrase.is_sector or each.phrase.is_level or each.phrase.is_type
    return bare and not each.alike and not each.phrase.odd
