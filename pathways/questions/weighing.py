"""Places weighed against each other: their sides, which belong together, what is asked of them."""

from __future__ import annotations

from dataclasses import replace

from pathways.model import GENERAL
from pathways.places import Place
from pathways.questions.cues import Side
from pathways.questions.intents import Asked
from pathways.questions.lexicon import Lexicon
from pathways.questions.phrases import Phrase
from pathways.questions.sides import Sided
from pathways.questions.skeleton import Skeleton
from pathways.questions.understanding import Intent
from pathways.questions.words import PAUSE


def take_sides(
    sided: tuple[Sided, ...], asked: Asked, stays: str | None, skeleton: Skeleton, lexicon: Lexicon
) -> tuple[Sided, ...]:
    """Put places on a side that nothing puts there directly; leave out those that only say where and when.

    `stays` is the sector that is not to be left: levels without a sector are in it.
    """
    if asked.compare and len(sided) > 1:
        return (replace(sided[0], side=Side.START), *(replace(each, side=Side.GOAL) for each in sided[1:]))
    sided = tuple(_never_a_goal(_who_moves(each, sided, skeleton), lexicon) for each in sided)
    sided = tuple(_in_sector(each, stays) for each in sided) if stays else _spread_sector(sided, skeleton)
    sided = tuple(_on_the_way(number, sided, skeleton) for number in range(len(sided)))
    taken: list[Sided] = []
    for number, each in enumerate(sided):
        side = None if each.on_the_way else each.side or _missing_side(each, sided, asked, skeleton)
        attached = number and each.side is None and _only_where(sided[number - 1], each, skeleton, lexicon)
        taken.append(replace(each, side=None if attached else side))
    if (
        asked.next
        and not any(each.side is Side.START for each in taken)
        and not asked.wants
        and not asked.needs
    ):
        taken = [
            replace(each, side=Side.START) if each.side is Side.GOAL and not each.strong else each
            for each in taken
        ]
    return tuple(taken)


def _on_the_way(number: int, sided: tuple[Sided, ...], skeleton: Skeleton) -> Sided:
    """Of "A to B to C" only the last is the goal; what lies on the way has no side."""
    here = sided[number]
    if number + 1 == len(sided) or here.cue != "to" or sided[number + 1].cue != "to":
        return here
    between = [atom.sign for atom in skeleton.atoms[here.atom + 1 : sided[number + 1].atom]]
    return replace(here, side=None, on_the_way=True) if between == ["to"] else here


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
    """Give a sector that stands apart, or after "from level 2 to", to levels that have none."""
    bare = [each for each in sided if _is_bare_level(each.phrase)]
    apart = [each for each in sided if each.side is None and _is_bare_sector(each.phrase)]
    if len(apart) == 1 and len(bare) > 1:
        sector = apart[0].phrase.sector
        return tuple(_in_sector(each, sector) for each in sided if each is not apart[0])
    if (
        len(bare) == 1
        and len(sided) == 2
        and bare[0] is sided[0]
        and sided[1].phrase.sector
        and sided[1].phrase.levels
    ):
        between = [atom.sign for atom in skeleton.atoms[sided[0].atom + 1 : sided[1].atom]]
        if [sign for sign in between if sign not in ("a", "an", "the")] == ["to"]:
            return (_in_sector(sided[0], sided[1].phrase.sector), sided[1])
    return sided


def _in_sector(each: Sided, sector: str | None) -> Sided:
    if not _is_bare_level(each.phrase) or each.lowest:
        return each
    return replace(each, phrase=replace(each.phrase, sector=sector))


def _is_bare_level(phrase: Phrase) -> bool:
    return bool(phrase.levels) and not phrase.sector and not phrase.name


def _is_bare_type(phrase: Phrase) -> bool:
    return bool(phrase.type) and not (phrase.sector or phrase.levels or phrase.name or phrase.odd)


def _is_bare_sector(phrase: Phrase) -> bool:
    return bool(phrase.sector) and not phrase.levels and not phrase.name and not phrase.type


def _missing_side(each: Sided, sided: tuple[Sided, ...], asked: Asked, skeleton: Skeleton) -> Side | None:
    """Say on which side a place without a cue stands: across from the others, or where one is needed."""
    others = {other.side for other in sided if other is not each and other.side}
    if each.phrase.weak or others == {Side.START, Side.GOAL}:
        return None
    if others:
        return Side.START if others == {Side.GOAL} else Side.GOAL
    if len(sided) == 2:
        signs = [atom.sign for atom in skeleton.atoms if atom.sign != "."]
        dashed = signs == ["@", PAUSE, "@"]
        return (Side.START if each is sided[0] else Side.GOAL) if dashed else None
    if len(sided) > 2:
        return None
    if asked.next and not asked.needs:
        return Side.START
    return Side.GOAL if asked.needs else None


def _only_where(before: Sided, each: Sided, skeleton: Skeleton, lexicon: Lexicon) -> bool:
    """Say whether a sector only tells where a job is done: "a care worker in X"."""
    between = [atom.sign for atom in skeleton.atoms[before.atom + 1 : each.atom]]
    role = before.phrase.name and all(lexicon.is_role(place) for place in before.phrase.name.places)
    return bool(role and between[:1] and between[0] in ("in", "at", "for") and _is_bare_sector(each.phrase))


def merge_side(sided: tuple[Sided, ...]) -> tuple[Sided, ...]:
    """Put together what is said of one side in several places: "I work in X and have a level 3".

    A sector or a level beside a job or qualification only says more about it, and stands for nothing itself.
    """
    if any(each.phrase.name for each in sided):
        return tuple(each for each in sided if not _says_more(each))
    if any(not _is_bare_type(each.phrase) for each in sided):
        sided = tuple(each for each in sided if not _is_bare_type(each.phrase) or each.alike)
    sectors = [each for each in sided if _is_bare_sector(each.phrase)]
    levels = [each for each in sided if _is_bare_level(each.phrase)]
    if len(sectors) != 1 or not levels:
        return sided
    kept = [each for each in sided if each is not sectors[0]]
    return tuple(_in_sector(each, sectors[0].phrase.sector) if each in levels else each for each in kept)


def _says_more(each: Sided) -> bool:
    bare = _is_bare_sector(each.phrase) or _is_bare_level(each.phrase) or _is_bare_type(each.phrase)
    return bare and not each.alike and not each.phrase.odd


def choose_intent(
    asked: Asked, start: tuple[Place, ...], goal: tuple[Place, ...], lexicon: Lexicon
) -> Intent | None:
    """Choose the kind of answer, None where the words speak for none."""
    if asked.compare and start and goal:
        return Intent.COMPARE
    if goal and _is_transfer(asked, start, goal, lexicon):
        return Intent.TRANSFER
    if start and goal:
        return Intent.REQUIREMENTS if asked.needs and not asked.how else Intent.ROUTES
    if goal:
        if asked.needs:
            return Intent.REQUIREMENTS
        return Intent.ROUTES if asked.wants or asked.how or (asked.can and not asked.next) else None
    if start and (asked.next or asked.needs):
        return Intent.NEXT_STEPS
    return None


def _is_transfer(asked: Asked, start: tuple[Place, ...], goal: tuple[Place, ...], lexicon: Lexicon) -> bool:
    here, there = sectors_of(start, lexicon), sectors_of(goal, lexicon)
    if not there or (here & there):
        return False
    if asked.carries:
        return True
    return asked.moves and not asked.how and bool(here - {GENERAL})


def sectors_of(places: tuple[Place, ...], lexicon: Lexicon) -> set[str]:
    """Return the sectors that places are in; a level alone is in none."""
    positions = lexicon.catalogue.position_by_id
    found = {positions[place.position].sector if place.position else place.sector for place in places}
    return {sector for sector in found if sector}
