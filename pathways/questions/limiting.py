"""The words of a question that set limits: what to leave out, what is not held, how long, how to study."""

# ruff: noqa: E501  (a table of patterns reads better with one a line)

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pathways.questions.patterns import Pattern, list_patterns
from pathways.questions.phrases import Phrase
from pathways.questions.skeleton import DONE, PLACE, UNKNOWN, Skeleton
from pathways.questions.words import DATE, PAUSE, STOP


class Means(StrEnum):
    """What words that set a limit mean. OTHER are known to be a limit, and cannot be applied."""

    AVOID = "avoid"
    LACK = "lack"
    WITHIN = "within"
    BY = "by"
    PART_TIME = "part-time"
    WORKING = "while-working"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Said:
    """One limit as typed, from word `start` to `end` (not included).

    `phrases` are what is named in it, `signs` its words in plain small letters, `months` how many it gives,
    `day` the place in the question's text of the date it names.
    """

    means: Means
    text: str
    start: int
    end: int
    signs: tuple[str, ...]
    phrases: tuple[Phrase, ...] = ()
    months: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class _Form:
    """Patterns of one meaning: how many more words belong to a limit, and whether one has to be a name."""

    means: Means
    patterns: tuple[Pattern, ...]
    reach: int = 0
    named: bool = False


_THEY = "(?:i|she|he|they|we|you)"
_MY = "(?:my|a|an|the|her|his|their|our|any|paid)"
_GOING = "(?:go to|go back to|do|get|take|be|have|pass|study|sit|complete|finish|resit|retake)"
_DOING = f"(?:going back to|going to|doing|getting|taking|having|passing|studying|sitting|completing|needing|resitting|retaking|(?:having|needing|going) to {_GOING})"
_COUNT = r"(?P<count>\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|couple of|half a)"
_TIME = rf"(?:a |an |the |the next |about )?(?:{_COUNT} )?(?P<unit>year and a half|year|years|month|months|week|weeks)"
_NOT_AGE = "(?! (?:of |old|ago|experience|time served))"

_FORMS = (
    _Form(
        Means.WORKING,
        list_patterns(
            rf"""
            (?:while|whilst) (?:still )?(?:i am |i |she is |he is |they are |she |he |they |we )?(?:still )?(?:work|working|works|earning|earn|employed|in work|at work)(?: full time| part time)?(?: for us| for me)?
            (?:while|whilst) (?:i keep|keeping|staying in|holding down|in) (?:working|work|{_MY} job|employment)
            (?:alongside|beside|around) (?:{_MY} )?(?:full time |current )?(?:job|work|working)
            on the job
            (?:earn|earning|earns|get paid|getting paid|being paid|be paid|paid|make money|earning money|earn money|earn a wage) (?:while|whilst|as|when) (?:{_THEY} )?(?:am |is |are )?(?:learn|learns|learning|train|trains|training|study|studies|studying|qualify|qualifying)
            (?:get|getting|be|being) paid to (?:learn|train|study)
            (?:learn|learning|train|training|study|studying) (?:while|whilst|as) (?:{_THEY} )?(?:am |is |are )?(?:earn|earning|earns|work|working|works)
            without (?:leaving|losing|giving up|quitting|stopping|having to leave|having to give up|having to quit) (?:{_MY} )?(?:current |full time )?(?:job|work|working|pay|wage)
            (?:keep|keeping|keeps|stay|staying|remain|remaining) in (?:{_MY} )?(?:current )?(?:job|work|employment)
            (?:keep|keeping|keeps) (?:on )?(?:working|{_MY} job)
            (?:can not|not) (?:afford to )?(?:stop|give up|leave|quit) (?:{_MY} )?(?:working|work|job)
            not (?:want|wanting|wants) to (?:stop|give up|leave|quit) (?:{_MY} )?(?:working|work|job)
            (?:need|needs|have|has) to (?:keep |carry on |stay |be )?(?:on )?(?:working|earning|earn|in work)
            (?:while|whilst) (?:earning|drawing) a (?:wage|salary)
            """
        ),
    ),
    _Form(
        Means.PART_TIME,
        list_patterns(
            r"""
            (?<!work )(?<!works )(?<!working )(?<!not )(?:part time|parttime)(?! (?:job|jobs|work|worker|role|as|in))
            (?<!work )(?<!works )(?<!working )(?:in the |at |on )?(?:evenings|evening|weekends|weekend)(?: and weekends| or weekends| and evenings)?(?: only| course| courses| class| classes| study)?
            (?:one|two|1|2|a couple of) (?:day|days|evening|evenings) (?:a|per) week
            """
        ),
    ),
    _Form(
        Means.WITHIN,
        list_patterns(
            rf"""
            (?:in |within )?(?:less than|under|at most|no more than|not more than|up to|a maximum of|max|inside|within|over the next) {_TIME}{_NOT_AGE}
            in {_TIME}{_NOT_AGE}(?: time)?
            """
        ),
    ),
    _Form(
        Means.BY,
        list_patterns(
            r"""
            (?:by|before|no later than|not later than|until)(?: the)?(?: (?:end|start|beginning|summer|middle) of)? #
            """
        ),
    ),
    _Form(
        Means.LACK,
        list_patterns(
            """
            (?:do|does|did) not (?:even )?(?:have|get|pass|finish|complete|take|do|hold|achieve)
            (?:have|has|had) not (?:yet )?(?:got|done|passed|finished|any|taken|completed|had|sat|achieved)
            (?:have|has|with|got|having|had|hold|holds|be) no(?= (?!experience|money|savings|job|time|car|work))
            not (?:got|passed)(?: any| a)?
            will not (?:get|pass|have)
            failed|failing|fails
            never (?:did|done|passed|had|got|finished|completed|took|sat|achieved)(?: any| a| my)?
            lack|lacks|lacking|dropped out of|no good
            """
        ),
        reach=5,
        named=True,
    ),
    _Form(
        Means.AVOID,
        list_patterns(
            rf"""
            (?:do |does |did )?not (?:want|wanting|wish|fancy|like|wants) to go(?: back)? to(?= (?:uni|university))
            (?:not|no|never) (?:going to )?(?=(?:uni|university) )
            (?:uni|university|@) is not for (?:me|him|her|them|us)
            without(?: {_DOING})?
            except(?: for)?|excluding|exclude|other than|apart from|instead of(?: {_DOING})?|rather than(?: {_DOING})?|avoid(?: {_DOING})?|avoids|avoiding(?: {_DOING})?|skip|skips|skipping|bypass|bypassing|miss out|missing out|not including
            (?:anything|anywhere|everything|any job|something) (?:but|except|other than)
            outside(?: of)?
            """
        ),
        reach=5,
    ),
    _Form(
        Means.AVOID,
        list_patterns(
            r"""
            no longer want to (?:be|do|work in)
            (?:would )?(?:prefer|rather) not(?: to)?(?: be| become| do| take| go to| go into| go back to| work in| work with| have to do| study)?
            (?:do|does|did|would) not (?:want|like|fancy|enjoy)(?: to)?(?: be| do| work in| work with| study| become| go to| go into| take| stay)?
            (?:(?:that|which) )?(?:is|are|does) not (?:involve|a|an|the)
            (?<!higher )(?<!further )(?<!more )(?<!less )(?<!later )than
            """
        ),
        reach=5,
        named=True,
    ),
    _Form(
        Means.AVOID,
        list_patterns(
            rf"""
            not(?: {_DOING}| in| a| an| the| be| being| do| through| via| by| by doing| as| with| another| become| becoming| wanting to be| wanting to do| want to be| want to do| want)?
            no(?: more)?
            """
        ),
        reach=2,
        named=True,
    ),
    _Form(
        Means.OTHER,
        list_patterns(
            r"""
            (?:have|has|with|got|having) no(?= (?:experience|money|job|time|car|savings|work))
            no(?= (?:experience|money|savings))
            without(?= (?:experience|money|savings|paying|any experience|any money))
            """
        ),
        reach=5,
    ),
    _Form(
        Means.OTHER,
        list_patterns(
            r"""
            (?:am|is|are) not(?= %)|can not do
            through|via|by doing|by way of|know nothing about|know little about|nothing about|new to|never worked (?:in|as|with)
            """
        ),
        reach=5,
        named=True,
    ),
    _Form(
        Means.OTHER,
        list_patterns(
            r"""
            (?:not )?(?:full time|part time)
            (?:while|whilst) bringing up (?:a |my )?(?:family|children|kids|child)
            distance learning|from home|online|remote|remotely|(?:for )?free|cheaply|cheapest|cheap|paid (?:training|course|placement|work)
            (?:not (?:cost|costing) (?:too )?much|can not afford|affordable|no money|low cost)
            (?:in|within) (?:the next )?(?:a )?few (?:years|months|weeks)
            (?:near|close to|nearby|near to) (?:me|us|home|here|my home)|in my area|local|locally|nearby|close to home
            (?:(?:i |she |he |who )?(?:am|is)|aged|age|at) \d\d(?: years old| year old)?|\d\d (?:years old|year old)
            self employed|flexible hours|school hours|on benefits|around (?:my |the )?(?:kids|children|family)
            by the time {_THEY} (?:am|is|are|turn|turns) \d\d
            """.replace("{_THEY}", _THEY)
        ),
    ),
)
"""Of two that begin at the same word the longer counts, else the one further up."""

_ENDS = {
    STOP, PAUSE, DONE, "from", "to", "and", "but", "how", "what", "can", "could", "if", "become", "is", "would",
    "where", "which", "who", "then", "do", "when", "because", "so", "though", "into", "should", "may", "might",
}  # fmt: skip
_UNIVERSITY = {"uni", "university"}
_SUBJECTS = {"english"}
_STILL_TO_COME = {
    "finish", "finishes", "finishing", "complete", "completing", "leave", "leaves", "leaving", "turn", "turns",
    "start", "starts", "starting", "sit", "sitting", "retire", "graduate", "expires", "been", "worked",
}  # fmt: skip
_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "twelve": 12, "eighteen": 18, "couple of": 2, "half a": 0.5,
}  # fmt: skip
_MONTHS = {"year and a half": 18, "year": 12, "years": 12, "month": 1, "months": 1}
_LONG = 4
_MOST_MONTHS = 1200


def take_limits(skeleton: Skeleton) -> tuple[Skeleton, tuple[Said, ...]]:
    """Return the skeleton with every limit dealt with, and the limits in the order they were typed."""
    said: list[Said] = []
    taken: set[int] = set()
    for form, atoms, months in sorted(_candidates(skeleton), key=lambda each: (each[1].start, -each[1].stop)):
        if taken.isdisjoint(atoms):
            taken.update(atoms)
            said.append(_said(form.means, skeleton, atoms, months))
    for place in taken:
        skeleton = skeleton.without(range(place, place + 1))
    return skeleton, tuple(said)


def _candidates(skeleton: Skeleton) -> list[tuple[_Form, range, int | None]]:
    found = []
    for form in _FORMS:
        for pattern in form.patterns:
            for match in pattern.find_all(skeleton):
                core = skeleton.atoms_in(match.start(), match.end())
                atoms = _extended(skeleton, core, form)
                signs = {skeleton.atoms[place].sign for place in atoms}
                months = _months(match.groupdict()) if form.means is Means.WITHIN else None
                if not core or DONE in signs or (form.named and not _names_something(signs)):
                    continue
                if form.means is Means.WITHIN and (not months or _tells_when(skeleton, atoms)):
                    continue
                found.append((form, atoms, months))
    return found


def _names_something(signs: set[str]) -> bool:
    return bool(signs & {PLACE, UNKNOWN, DATE} or signs & _UNIVERSITY or signs & _SUBJECTS)


def _tells_when(skeleton: Skeleton, atoms: range) -> bool:
    """Say whether a length of time says when something happens: "I finish in two months"."""
    before = [atom.sign for atom in skeleton.atoms[max(0, atoms.start - 5) : atoms.start]]
    clause = before[-1 - before[::-1].index(STOP) :] if STOP in before else before
    plain = skeleton.atoms[atoms.start].sign == "in" and len(atoms) < _LONG
    return plain and (
        not _STILL_TO_COME.isdisjoint(clause[-4:]) or (clause[-1:] != [] and clause[-1].isdigit())
    )


def _months(parts: dict[str, str | None]) -> int:
    """Return whole months, at least one; 0 for more than anybody lives."""
    count, unit = parts.get("count"), parts["unit"] or ""
    number = float(_NUMBERS.get(count or "one") or (count if count and len(count) < 5 else 0) or 0)
    months = number * _MONTHS[unit] if unit in _MONTHS else number * 7 / 30.4
    return 0 if not 0 < months <= _MOST_MONTHS else max(1, int(months))


def _extended(skeleton: Skeleton, atoms: range, form: _Form) -> range:
    """Take in up to `reach` more words, to the next part of the sentence or the first name, and what it is "or"."""
    end = atoms.stop
    while end < len(skeleton.atoms) and end - atoms.stop < form.reach:
        sign = skeleton.atoms[end].sign
        if sign in _ENDS:
            break
        end += 1
        if sign in (PLACE, UNKNOWN):
            break
    return range(atoms.start, _with_listed(skeleton, end) if form.reach else end)


def _with_listed(skeleton: Skeleton, end: int) -> int:
    """Take in one more name after "or": "without A levels or a degree"."""
    after = [atom.sign for atom in skeleton.atoms[end : end + 3]]
    if after[:1] not in (["or"], ["nor"]) or skeleton.atoms[end - 1].sign != PLACE:
        return end
    if after[1:2] == [PLACE]:
        return end + 2
    return end + 3 if after[1:] in (["a", PLACE], ["an", PLACE], ["any", PLACE]) else end


def _said(means: Means, skeleton: Skeleton, atoms: range, months: int | None) -> Said:
    inside = [skeleton.atoms[place] for place in atoms]
    day = next((skeleton.words[atom.start].at for atom in inside if atom.sign == DATE), None)
    return Said(
        means,
        skeleton.typed(atoms),
        inside[0].start,
        inside[-1].end,
        tuple(atom.sign for atom in inside),
        tuple(atom.phrase for atom in inside if atom.phrase),
        months,
        day,
    )
