"""What a question wants beyond its two ends: a preference, and limits that are not applied yet."""

# ruff: noqa: E501  (a table of patterns reads better with one a line)

from __future__ import annotations

import re
from dataclasses import dataclass

from pathways.questions.skeleton import DONE, PLACE, UNKNOWN, Skeleton
from pathways.questions.words import DATE, PAUSE, STOP
from pathways.results import Prefer

_STAYS = re.compile(
    r"(?<= )(?:without (?:leaving|changing|moving out of|going outside|moving from|switching|quitting)"
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
_PREFER = tuple((prefer, re.compile(rf"(?<= )(?:{pattern})(?= )")) for prefer, pattern in _PREFERENCES)

_FOR_ASKED = re.compile(
    r"(?<= )(?:(?:do|does|did|would|will|must|should|is it|are) (?:i|she|he|they|we|you|@|one|someone)? ?"
    r"(?:definitely |necessarily |always )?(?:need|require|have to have|have to do|have to get|have to hold"
    r"|needed|necessary|have|take|do)(?: to have| to do| to get| to hold| to take| to pass| to complete)?"
    r"|is|are|(?:i|she|he|they|we|you|people) (?:will |would |might |may )?(?:need|needs))"
    r" (?:a |an |my |the |any |good )?(?P<asked>@)"
    r"(?= (?:to (?:be|become|get|work|do|start|go|train|enter|apply|qualify)|for|before|first|in order|needed"
    r"|required|necessary|essential|compulsory|a requirement|if i want|or can)\b)"
)
_AT_THE_END = re.compile(
    r"(?<= )(?:do|does|did|would|will|must|should) (?:i|she|he|they|we|you|people|one|someone) (?:really |also )?"
    r"(?:need|require|have to have|need to have|have) (?:a |an |any |the |my )?(?P<asked>@)(?= (?:\. )?$)"
)
_NEEDED_BY = re.compile(
    r"(?<= )(?:do|does|did|would|will|must|should) (?:a |an |the |most |all )?@ (?:really |always )?"
    r"(?:need|require|have to have|have to do|need to have|need to do) (?:a |an |any |the |good )?(?P<asked>@)(?= )"
)
_WHICH_ASKED = re.compile(
    r"(?<= )(?:what|which|how many|how good) (?:are the |grades in |grade in |kind of |type of |level of |sort of )?(?P<asked>@)"
    r"(?= (?:do|does|would|will|should|must|are|is) (?:i |she |he |they |we |you |@ |one )?"
    r"(?:need|needed|required|have to|require|necessary|expected|asked))"
)

_AGAIN = re.compile(
    r"(?<= )(?:have to|need to|must i|should i) (?:start|begin|go back|drop)(?: again| over| back| down| off| out)?"
    r" (?:at|from|on|to) (?P<asked>@)(?= )"
)
_ASKED = (_AGAIN, _FOR_ASKED, _NEEDED_BY, _WHICH_ASKED)
"""What is only asked about, not held: the A levels of "do I need A levels to be an electrician?"."""

_PLAIN_LIMITS = re.compile(
    r"(?<= )(?:(?:do |does |did )?not want to go(?: back)? to(?= (?:uni|university|college|school))|without|except|other than|apart from|instead of|rather than|avoid|avoiding|skip|skipping|bypass|bypassing|miss out|missing out|not including"
    r"|(?:have|has|with|got|having) no(?= (?:experience|money|job|time|car|savings|degree|work))"
    r"|no(?= (?:experience|money|savings)))(?= )"
)
"""Limits whatever they speak of."""

_NAMED_LIMITS = re.compile(
    r"(?<= )(?:no longer want to (?:be|do|work in)|(?:do|does|did|would) not (?:want|like|fancy|enjoy)"
    r"(?: to)?(?: be| do| work in| work with| study| become| go to)?|(?:do|does|did) not (?:have|do|get|pass|finish|complete|take)"
    r"|(?:have|has) not (?:got|done|passed|finished|any)|(?:have|has|with|got) no|(?:am|is|are) not|can not do"
    r"|not(?: in| a| an| the| do| doing| being| be)?|failed|never (?:did|done|passed|had|got|finished|completed|took)|no|by #|before #"
    r"|through|via|by doing|by way of|dropped out of|outside|outside of|(?<!higher )(?<!further )(?<!more )than|know nothing about|know little about|nothing about|new to|never worked (?:in|as|with))(?= )"
)
"""Limits only where a name, an unknown word or a date follows: "not sure" is none."""

_SETTLED = (
    r"part time|full time|(?:while|whilst) (?:still |i am |i |she |he |they |we )?(?:work|working|works|am working"
    r"|is working|in work|earning|at work|bringing up (?:a |my )?(?:family|children|kids|child))"
    r"|(?:while|whilst) (?:i keep|keeping) (?:working|my job)"
    r"|(?:evenings|evening|weekends|weekend)(?: only| course| courses| classes)?|distance learning|from home"
    r"|online|remote|remotely|(?:for )?free|cheaply|cheapest|paid|(?:earn|earning) (?:while|as) (?:i|she|he|they|you) (?:learn|train|study)"
    r"|(?:in )?(?:less than|under|within|at most|no more than|inside|up to) (?:a |the next )?(?:\d+ |one |two |three |four |five |six |couple of )?"
    r"(?:year|years|month|months|weeks|week)|in (?:\d+|a|one|two|three|four|five|six|the next) (?:year|years|month|months)"
    r"|(?:near|close to) (?:me|us|home|here)|in my area|local|locally"
    r"|(?:(?:i |she |he |who )?(?:am|is)|aged|age|at) \d\d(?: years old| year old)?|\d\d (?:years old|year old)"
    r"|self employed|flexible hours|school hours|on benefits|around (?:my |the )?(?:kids|children|family|job)"
)
_SETTLED_LIMITS = re.compile(rf"(?<= )(?:{_SETTLED})(?= )")
_LIMITS = ((_SETTLED_LIMITS, 0, False), (_PLAIN_LIMITS, 5, False), (_NAMED_LIMITS, 5, True))
"""Each with how many more words belong to it, and whether something named has to be among them."""

_ENDS = {
    STOP, PAUSE, DONE, "from", "to", "and", "but", "how", "what", "can", "could", "if", "become", "is", "would",
    "where", "which", "who", "then", "do", "when", "because", "so", "though", "into", "should", "may", "might",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was wished for, and the skeleton with all of it dealt with.

    `stays` is the sector not to be left, where it was named; `asked` says that something was only asked about
    ("do I need A levels to ..."). `constraints` are as typed.
    """

    skeleton: Skeleton
    prefer: Prefer | None
    constraints: tuple[str, ...]
    stays: str | None
    asked: bool


def find_wishes(skeleton: Skeleton) -> Wishes:
    """Find preferences and limits, and take them out of the skeleton."""
    staying = _STAYS.search(skeleton.text)
    stays = None
    if staying:
        atoms = skeleton.atoms_in(staying.start(), staying.end())
        named = [skeleton.atoms[place].phrase for place in atoms]
        stays = next((phrase.sector for phrase in named if phrase and phrase.sector), None)
        skeleton = skeleton.without(atoms)
    several = skeleton.text.count(PLACE) > 1
    forms = (*_ASKED, _AT_THE_END) if several else _ASKED
    asked = next(filter(None, (form.search(skeleton.text) for form in forms)), None)
    if asked:
        skeleton = skeleton.without(skeleton.atoms_in(asked.start("asked"), asked.end("asked")))
    prefer = Prefer.STAY_IN_SECTOR if staying else None
    for preference, pattern in _PREFER:
        prefer = prefer or (preference if skeleton.has(pattern) else None)
    constraints: list[tuple[int, str]] = []
    for pattern, reach, named_only in _LIMITS:
        skeleton, found = _take_limits(skeleton, pattern, reach, only_named=named_only)
        constraints += found
    return Wishes(skeleton, prefer, tuple(text for _, text in sorted(constraints)), stays, bool(asked))


def _take_limits(
    skeleton: Skeleton, pattern: re.Pattern[str], reach: int, *, only_named: bool
) -> tuple[Skeleton, list[tuple[int, str]]]:
    """Take out each limit: its first words, and up to `reach` more, to the next part of the sentence."""
    found: list[tuple[int, str]] = []
    taken: list[range] = []
    for match in list(pattern.finditer(skeleton.text)):
        atoms = _extended(skeleton, skeleton.atoms_in(match.start(), match.end()), reach)
        signs = {skeleton.atoms[place].sign for place in atoms}
        if DONE in signs or (only_named and not signs & {PLACE, UNKNOWN, DATE}):
            continue
        found.append((skeleton.atoms[atoms[0]].start, skeleton.typed(atoms)))
        taken.append(atoms)
    for atoms in taken:
        skeleton = skeleton.without(atoms)
    return skeleton, found


def _extended(skeleton: Skeleton, atoms: range, reach: int) -> range:
    end = atoms.stop
    while end < len(skeleton.atoms) and end - atoms.stop < reach:
        sign = skeleton.atoms[end].sign
        if sign in _ENDS:
            break
        end += 1
        if sign in (PLACE, UNKNOWN):
            break
    return range(atoms.start, end)
