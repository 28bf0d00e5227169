"""What a question wants beyond its two ends: a preference, limits, and what it only asks about."""

# ruff: noqa: E501  (a table of patterns reads better with one a line)

from __future__ import annotations

from dataclasses import dataclass

from pathways.questions.limiting import Said, take_limits
from pathways.questions.patterns import Pattern, found_in, list_patterns
from pathways.questions.skeleton import PLACE, Skeleton
from pathways.results import Prefer

_STAYS = Pattern(
    r"(?:without (?:leaving|changing|moving out of|going outside|moving from|switching|quitting)"
    r"|(?:stay|staying|stays|remain|remaining|keep|keeping|keep working|stick|sticking|carry on)"
    r" (?:with)?in|stick with|sticking with|stay with|not (?:want to )?leave|not leaving|not change)"
    r" (?:my |the |this |a |same |current |)(?:same |current |)(?P<field>@|sector|field|industry|trade|line of work)"
    r"(?: sector| field| industry)?(?= )"
)
_PREFERENCES = (
    (
        Prefer.QUICKEST,
        r"quickest|quicker|quickly|quick(?! question)|fastest|faster|fast|speediest|soonest|shortest|rapid|rapidly"
        r"|as soon as possible|(?:in )?(?:the )?least (?:amount of )?time|least months|hurry|how soon",
    ),
    (
        Prefer.FEWEST_STEPS,
        r"(?:fewest|least|fewer|minimum|smallest) (?:number of )?(?:possible )?(?:steps|step|stages|moves"
        r"|qualifications|courses|jumps|hops|changes)|most direct|direct (?:route|way|path)|more directly"
        r"|(?:as few|fewest possible) (?:steps|stages|qualifications)",
    ),
    (
        Prefer.LEAST_TO_GAIN,
        r"easiest|easier|easily|simplest|least (?:new )?(?:to learn|learning|to gain|to do|effort|work|study|new)"
        r"|least amount (?:to learn|of learning|of study|of effort|to do)|(?:less|as little) (?:new )?to learn|least (?:i|she|he|they|you|we) (?:have|need|has) to (?:learn|do|gain|study|get)"
        r"|as little as possible(?: to learn)?|learn the least|least hard|least difficult|fewest new things",
    ),
)
_PREFER = tuple((prefer, list_patterns(pattern)) for prefer, pattern in _PREFERENCES)

_FOR_ASKED = Pattern(
    r"(?:(?:do|does|did|would|will|must|should|is it|are) (?:i|she|he|they|we|you|@|one|someone|(?:my|our) (?:son|daughter|child|lad|staff|apprentice))? ?"
    r"(?:definitely |necessarily |always )?(?:need|require|have to have|have to do|have to get|have to hold"
    r"|needed|necessary|have|take|do)(?: to have| to do| to get| to hold| to take| to pass| to complete| to have passed| to have done)?"
    r"|is|are|(?:i|she|he|they|we|you|people) (?:will |would |might |may )?(?:need|needs))"
    r" (?:a |an |my |her |his |their |the |any |good )?(?P<asked>@)"
    r"(?= (?:to (?:be|become|get|work|do|start|go|train|enter|apply|qualify)|for|before|first|in order|needed"
    r"|required|necessary|essential|compulsory|a requirement|if i want|or can)\b)"
)
_FOR_A_FIELD = Pattern(
    r"(?:do|does|did|would|will|must|should) (?:i|she|he|they|we|you|people|one|someone) (?:really |also )?"
    r"(?:need|require|have to have|need to have) (?:a |an |any |my |good )?(?P<asked>@)(?= to @)"
)
"""Where the name says the work too: "do I need A levels to work in X"."""
_AT_THE_END = Pattern(
    r"(?:do|does|did|would|will|must|should) (?:i|she|he|they|we|you|people|one|someone) (?:really |also )?"
    r"(?:need|require|have to have|need to have|have) (?:a |an |any |the |my )?(?P<asked>@)(?= (?:\. )?$)"
)
_NEEDED_BY = Pattern(
    r"(?:do|does|did|would|will|must|should) (?:a |an |the |most |all )?@ (?:really |always )?"
    r"(?:need|require|have to have|have to do|need to have|need to do) (?:a |an |any |the |good )?(?P<asked>@)(?= )"
)
_WHICH_ASKED = Pattern(
    r"(?:what|which|how many|how good) (?:are the |grades in |grade in |kind of |type of |level of |sort of )?(?P<asked>@)"
    r"(?= (?:do|does|would|will|should|must|are|is) (?:i |she |he |they |we |you |@ |one )?"
    r"(?:need|needed|required|have to|require|necessary|expected|asked|take|do|study|pick|choose|get))"
)

_AGAIN = Pattern(
    r"(?:have to|need to|must i|should i) (?:start|begin|go back|drop)(?: again| over| back| down| off| out)?"
    r" (?:at|from|on|to) (?P<asked>@)(?= )"
)
_ASKED = (_AGAIN, _FOR_ASKED, _FOR_A_FIELD, _NEEDED_BY, _WHICH_ASKED)
"""What is only asked about, not held: the A levels of "do I need A levels to be an electrician?"."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was wished for, and the skeleton with all of it dealt with.

    `stays` is the sector not to be left, where it was named; `asked` says that something was only asked about
    ("do I need A levels to ...").
    """

    skeleton: Skeleton
    prefer: Prefer | None
    limits: tuple[Said, ...]
    stays: str | None
    asked: bool

    @property
    def constraints(self) -> tuple[str, ...]:
        """The limits in the asker's own words."""
        return tuple(each.text for each in self.limits)


def find_wishes(skeleton: Skeleton) -> Wishes:
    """Find preferences and limits, and take them out of the skeleton."""
    staying = _STAYS.search(skeleton)
    stays = None
    if staying:
        atoms = skeleton.atoms_in(staying.start(), staying.end())
        named = [skeleton.atoms[place].phrase for place in atoms]
        stays = next((phrase.sector for phrase in named if phrase and phrase.sector), None)
        skeleton = skeleton.without(atoms)
    several = skeleton.text.count(PLACE) > 1
    forms = (*_ASKED, _AT_THE_END) if several else _ASKED
    asked = next(filter(None, (form.search(skeleton) for form in forms)), None)
    if asked:
        skeleton = skeleton.without(skeleton.atoms_in(asked.start("asked"), asked.end("asked")))
    prefer = Prefer.STAY_IN_SECTOR if staying else None
    for preference, patterns in _PREFER:
        prefer = prefer or (preference if found_in(skeleton, patterns) else None)
    skeleton, limits = take_limits(skeleton)
    return Wishes(skeleton, prefer, limits, stays, bool(asked))
