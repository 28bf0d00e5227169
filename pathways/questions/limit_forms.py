"""The words that set a limit, by what they mean. Matched against a skeleton (see `skeleton.py`)."""

# ruff: noqa: E501  (a table of patterns reads better with one a line)

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pathways.questions.patterns import Pattern, list_patterns


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
class Form:
    """Patterns of one meaning: how many more words belong to a limit, and whether one has to be a name.

    `plain` is the other way round: no word may be one.
    """

    means: Means
    patterns: tuple[Pattern, ...]
    reach: int = 0
    named: bool = False
    plain: bool = False


_THEY = "(?:i|she|he|they|we|you)"
_MY = "(?:my|a|an|the|her|his|their|our|any|paid)"
_GOING = "(?:go to|go back to|do|get|take|be|have|pass|study|sit|complete|finish|resit|retake)"
_DOING = f"(?:going back to|going to|doing|getting|taking|having|passing|studying|sitting|completing|needing|resitting|retaking|(?:having|needing|going) to {_GOING})"
_COUNT = r"(?P<count>\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|couple of|half a)"
_TIME = rf"(?:a |an |the |the next |about )?(?:{_COUNT} )?(?P<unit>year and a half|year|years|month|months|week|weeks)"
_NOT_AGE = "(?! (?:of |old|ago|experience|time served))"

FORMS = (
    Form(
        Means.WORKING,
        list_patterns(
            rf"""
            (?:while|whilst) (?:still )?(?:i am |i |she is |he is |they are |she |he |they |we )?(?:still )?(?:work|working|works|earning|earn|employed|in work|at work)(?: full time| part time)?(?: for us| for me)?
            (?:while|whilst) (?:i keep|keeping|staying in|holding down|in) (?:working|work|{_MY} job|employment)
            (?:alongside|beside|around) (?:{_MY} )?(?:full time |current )?(?:job|work|working)
            on the job
            (?:earn|earning|earns|get paid|getting paid|being paid|be paid|paid|make money|earning money|earn money|earn a wage) (?:while|whilst|as|when) (?:{_THEY} )?(?:am |is |are )?(?:learn|learns|learning|train|trains|training|study|studies|studying|qualify|qualifying)
            (?:get|getting|be|being) paid to (?:learn|train|study)
            (?:(?:work|working|earn|earning) and (?:learn|learning|train|training|study|studying|qualify)|(?:learn|learning|train|training|study|studying|qualify) and (?:work|working|earn|earning)) at the same time
            (?:both|combine|combining|juggle|juggling|balance|balancing|mix|mixing) (?:a job|work|working|earning) (?:and|with) (?:a course|learning|training|study|studying)
            (?:both|combine|combining|juggle|juggling|balance|balancing|mix|mixing) (?:a course|learning|training|study|studying) (?:and|with) (?:a job|work|working|earning)
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
    Form(
        Means.PART_TIME,
        list_patterns(
            r"""
            (?<!work )(?<!works )(?<!working )(?<!not )(?:part time|parttime)(?! (?:job|jobs|work|worker|role|as|in))
            (?<!work )(?<!works )(?<!working )(?:in the |at |on )?(?:evenings|evening|weekends|weekend)(?: and weekends| or weekends| and evenings)?(?: only| course| courses| class| classes| study)?
            (?:one|two|1|2|a couple of) (?:day|days|evening|evenings) (?:a|per) week
            """
        ),
    ),
    Form(
        Means.WITHIN,
        list_patterns(
            rf"""
            (?:in |within )?(?:(?P<less>less than|under)|at most|no more than|not more than|up to|a maximum of|max|inside|within|over the next) {_TIME}{_NOT_AGE}
            in {_TIME}{_NOT_AGE}(?: time)?
            """
        ),
    ),
    Form(
        Means.BY,
        list_patterns(
            r"""
            (?:by|before|no later than|not later than|until)(?: the)?(?: (?:end|start|beginning|summer|middle) of)? #
            """
        ),
    ),
    Form(
        Means.LACK,
        list_patterns(
            """
            (?:do|does|did) not (?:even )?(?:have|get|pass|finish|complete|take|do|hold|achieve)
            (?:have|has|had) not (?:yet )?(?:got|done|passed|finished|any|taken|completed|had|sat|achieved)
            (?:have|has|with|got|having|had|hold|holds|be) no(?= (?!experience|money|savings|job|time|car|work))
            not (?:got|passed)(?: any| a)?
            no(?= @ (?:held|yet|so far))
            will not (?:get|pass|have)
            failed|failing|fails
            never (?:did|done|passed|had|got|finished|completed|took|sat|achieved)(?: any| a| my)?
            lack|lacks|lacking|dropped out of|no good|nothing(?= in (?!my |common|particular))
            """
        ),
        reach=5,
        named=True,
    ),
    Form(
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
    Form(
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
    Form(
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
    Form(
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
    Form(
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
    Form(
        Means.OTHER,
        list_patterns(
            r"""
            (?:but |just |only )not (?:with|in|for|at|on|around|if|too|a|an|the|any)|not with
            (?:do|does|would|can) not (?:want|like|fancy|enjoy|stand|bear|face)(?: to)?(?! (?:to |leave|move|go|stop|change|progress|climb|stay|be promoted|know|mind))
            """
        ),
        reach=5,
        plain=True,
    ),
    Form(
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
