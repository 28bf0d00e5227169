"""Which kind of answer a question wants, from its words and from the places on its two sides."""

from __future__ import annotations

from pathways.model import GENERAL
from pathways.places import Place
from pathways.questions.intents import Asked
from pathways.questions.lexicon import Lexicon
from pathways.questions.understanding import Focus, Intent


def choose_intent(
    asked: Asked, start: tuple[Place, ...], goal: tuple[Place, ...], lexicon: Lexicon
) -> Intent | None:
    """Choose the kind of answer, None where the words speak for none."""
    if asked.compare and start and (goal or asked.others):
        return None if asked.focus is Focus.PAY else Intent.COMPARE
    if _is_transfer(asked, start, goal, lexicon):
        return Intent.TRANSFER
    if goal and asked.focus is Focus.PAY:
        return Intent.REQUIREMENTS
    if start and goal:
        return Intent.REQUIREMENTS if (asked.needs or asked.about) and not asked.how else Intent.ROUTES
    if goal:
        if asked.needs or asked.about:
            return Intent.REQUIREMENTS
        return Intent.ROUTES if asked.wants or asked.how or asked.focus or asked.can or asked.next else None
    if start and (asked.next or asked.help or asked.focus in (Focus.JOBS, Focus.PAY)):
        return Intent.NEXT_STEPS
    return None


def focus_of(asked: Asked, intent: Intent) -> Focus | None:
    """Return what the answer should lead with: of a transfer the level to start at, or what carries over."""
    if intent is not Intent.TRANSFER:
        return asked.focus
    if asked.whether:
        return None
    if asked.enters:
        return Focus.ENTRY
    return Focus.CARRIES if asked.carries else None


def _is_transfer(asked: Asked, start: tuple[Place, ...], goal: tuple[Place, ...], lexicon: Lexicon) -> bool:
    """Say whether a question is of moving from one sector to another, or from one to all others.

    School and general qualifications are in none: whether they lead somewhere, the routes show. At what level
    they let one start is asked as of any other.
    """
    here, there = sectors_of(start, lexicon), sectors_of(goal, lexicon)
    if not goal:
        wanted = asked.others or ((asked.enters or asked.carries) and not asked.next)
        return bool(here) and wanted and not asked.needs
    if not there or (here & there) or (asked.whether and not here):
        return False
    if asked.enters or asked.carries or (asked.straight and here):
        return True
    return (asked.moves or asked.whether) and not asked.how and bool(here - {GENERAL})


def sectors_of(places: tuple[Place, ...], lexicon: Lexicon) -> set[str]:
    """Return the sectors that places are in; a level alone is in none."""
    positions = lexicon.catalogue.position_by_id
    found = {positions[place.position].sector if place.position else place.sector for place in places}
    return {sector for sector in found if sector}
