"""The words that say on which side a place stands: where someone is, or where they want to get to.

Patterns are matched against a skeleton (see `skeleton.py`). None has a repetition inside a repetition, so
matching takes time in proportion to the question's length.
"""

# ruff: noqa: E501  (a table of patterns reads better with one a line)

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pathways.questions.patterns import Pattern, list_patterns
from pathways.questions.skeleton import Skeleton


class Side(StrEnum):
    """Where a place stands in a question."""

    START = "start"
    GOAL = "goal"


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that put the place after them on a side.

    Of two cues a strong one counts before a weak one, else the later, else the longer. After a cue that
    `claims`, a word that is not known must be a place too; one that claims `softly` only says so where
    nothing else does.
    """

    side: Side
    strong: bool
    claims: bool
    softly: bool
    pattern: Pattern


@dataclass(frozen=True, slots=True)
class CueFound:
    """A cue at a stretch of a skeleton's text."""

    cue: Cue
    start: int
    end: int


def find_cues(skeleton: Skeleton) -> tuple[CueFound, ...]:
    """Return every cue in the skeleton, in order of where it ends."""
    found = [
        CueFound(cue, match.start(), match.end()) for cue in _CUES for match in cue.pattern.find_all(skeleton)
    ]
    return tuple(sorted(found, key=lambda each: (each.end, -each.start)))


def _cues(side: Side, text: str, *, strong: bool, claims: bool = True, softly: bool = False) -> list[Cue]:
    """One cue a line; a line is a pattern of whole words."""
    return [Cue(side, strong, claims, softly, pattern) for pattern in list_patterns(text)]


_WHO = "(?:i|she|he|they|we|you|who|that|which|daughter|son|husband|wife|partner|friend|person|someone)"
_AM = "(?:am|is|are|was|were|been)"

_THEY = "(?:i|she|he|they|we|you|someone|somebody|anyone|people|one|@)"
_CAN = f"(?:can|could|would|will|may|might|should|must|to) (?:{_THEY} )?"
_POST = "(?:a |an |my |the )?(?:job|career|role|position|post)"

_CUES: tuple[Cue, ...] = (
    *_cues(
        Side.START,
        rf"""
        from
        (?:coming|starting|moving|going|transferring|switching|changing|progressing) from
        (?:use|used) to (?:be|work as|work in|work at|do|have)
        {_AM} (?:working|employed|training|studying|trained|qualified) (?:as|in|at|for|with|on|to)
        (?:works|worked|working) (?:as|in|at|with|for|on)
        {_WHO} (?:do )?work (?:as|in|at|with|for)
        (?:and|now) work (?:as|in|at)
        (?:my|our|his|her|their|your) (?:current |present |last |old )?(?:job|role|career|position|work|time|background) (?:as|in|at|on|is|was)
        (?:have|has|had|got|in|with) {_POST} (?:as|in|is)
        (?:qualified|trained|employed|experienced) (?:as|in)
        (?:experience|background|time|years|months) (?:as|in|of|with|working in|working as)
        have (?:been|worked as|worked in)
        became
        starting (?:point is|out as|out in)
        (?:happy|content|contented|satisfied|stay|stays|staying|remain|remaining|settled) (?:as|being|in|with|at|doing|working as|working in)
        (?:enjoy|enjoys|enjoying|like|love|loves) (?:being|my job as|my work as|working as|working in|my work in)
        (?:finish|finished|finishing|complete|completed|completing|pass|passed|passing|achieved|gained|obtained|earned|attained)
        (?<!what )(?<!how )(?<!why )did
        (?:studied|done|took|taken|sat|leaving|left|leave|leaves|quit|quitting)
        (?:stop|stopped|stopping|stop being|out of|away from|beyond|above|past|(?<!to )employ|employs|employing|promote|promoting)
        (?:am|is|are|was|been|currently) (?:doing|taking|studying|completing|finishing|on|at)
        (?:when|once|after|if|as soon as) {_THEY} (?:have |will )?(?:get|do|finish|complete|pass|qualify as|become|have|got|done)
        (?:{_CAN})?(?:get|move|take|train|bring|upskill) (?:a|an|the|my|our|one of our)(?= @ (?:up )?(?:to|into) (?!be |become |get |do |work |go ))
        (?:train|develop|support|retrain|qualify) (?:a|an|the|my|our|one of our)(?= @ (?:up )?(?:as|to be|to become) )
        not (?:need|want) to leave
        (?:our|a|an|one of our)(?= % (?:wants|would|wishes|hopes|is hoping|is looking|wanting|needs))
        (?:candidate|client|learner|student|employee|has|holds)(?= ,)
        (?:start|starting point|where i am|where i am now|where she is|now|current role|current level)(?= ,)
        (?:about|due|set) to (?:finish|complete|pass)
        (?:ex|former|formerly|previously)
        (?:stay|stays|staying|remain|remaining)
        (?:hate|hates|dislike|dislikes|bored with|bored of|tired of|sick of|fed up with|fed up of|had enough of|done with)(?: being| working in| working as| doing| in)?
        what (?:do|does|would|will|must|should)(?: a| an| the| my| our)?(?= @ (?:need|have) to (?:do to )?(?:qualify|progress|advance|move up|move on|go further|get on|get promoted|be promoted) (?:\. )?$)
        career (?:path|paths|pathway|pathways|ladder|progression|prospects|options|development) (?:for|of|as)
        if {_THEY} (?:moved|switched|went|came|changed|transferred) (?:over |across )?from
        """,
        strong=True,
    ),
    *_cues(
        Side.START,
        rf"""
        (?:have|has|had|having|got|hold|holds|holding|with|possess|possesses|in possession of)
        {_WHO} (?:have|has|had|got|hold|holds)
        (?:after|following)
        """,
        strong=True,
        softly=True,
    ),
    *_cues(
        Side.START,
        rf"""
        {_WHO} (?:am|is|are|was|were)
        being
        as
        """,
        strong=False,
        softly=True,
    ),
    *_cues(
        Side.START,
        """
        (?:my|our|your|am|is|are|was|were|been)
        (?:at|on|using|use|given|assuming|between|studying|doing)
        (?:higher|further|more) than
        (?:how|where|what) (?:does|do|can|could|would|will|might|should)
        (?:does|can|could|would|will|might)
        """,
        strong=False,
        claims=False,
    ),
    *_cues(
        Side.GOAL,
        rf"""
        to
        (?:must|to|should|will|can|could) be (?:qualified|trained|employed|working|hired) (?:as|in)
        set on(?: being| becoming| working in| a job in)?
        in (?:being|becoming)
        (?:any )?(?:use|good|worth|help) (?:in|for)
        (?:qualify|qualifies) (?:me|you|her|him|them|us|someone|people) (?:as|to be|for)
        (?:there|available|exist) in
        something (?:with|in|to do with)
        (?:need|needs|want|wants) (?:them|her|him|us|it) (?:at|to be|to be at|to get to|to reach|to have|to become|as)
        (?:role|job|post|vacancy)(?= ,)
        (?:enrol|enroll|get|sign up|accepted|accept me|go) (?:on|onto|for|to|in)
        (?:goal|end goal|target|aim|end|finish|destination|where i want to be|where i want to get to)(?= ,)
        end up(?: as| in| at| being)?
        (?:start|enter|begin|come|go|join|get|be) (?:at|off|on|off at) in
        (?:be )?(?:used|useful|recognised|accepted|valid|counted|relevant) in
        to (?:be|become|being|work as|work in|work at|work with|train as|train in|train for|retrain as|study|start in|start as|enter|join|reach)
        to (?:get|do|have|take|gain|achieve|go on|go in|go on to|go into|get into|go to|complete|finish|pass|be working as|be working in|obtain|earn|attain|hold)
        to have {_POST} (?:as|in)
        {_CAN}(?:be|work as|work in|work with|do|get|take|study|go for|apply for|enter|join|start|start as|start in|train as|train in)
        (?:into|in to|onto|on to|towards|toward)
        (?:be|become|becomes|becoming|to being|reach|reaching|enter|entering|join|joining|pursue|pursuing)
        (?:want|wants|wanted|wanting|fancy|fancies|prefer|consider|considering|interested in|keen on|passionate about)
        (?:target|goal|aim|dream|ambition|dream job) is(?: to be| to become)?
        (?:aim|aims|aiming|apply|applies|applying|ready|qualify|suitable|eligible|go|going|look|looking|train|training|retrain|retraining|head|heading) for
        (?:aim|aims|aiming) at
        (?:think|thinking|dream|dreams|dreaming) (?:of|about)(?: being| becoming| doing| working as| working in| a career in| a job in| a job as| going into)?
        (?:look|looking) (?:at|into|to)(?: being| becoming| be| become| do)?
        (?:qualify|qualifying|train|training|retrain|retraining|start|begin|employed|hired|job|career) (?:as|to be|to become)
        (?:fancy|prefer|consider|start|begin|try) (?:being|doing|working as|working in|becoming)
        (?:like|likes|love|loves|enjoy|enjoys|enjoying|fancy|prefer) (?:doing|working with|to work with)
        (?:would|d) (?:like|love|prefer|rather)(?: to)? (?:be|do|work as|work in|work with|become|have|get)
        (?:requirement|requirements|criteria|expected|asked|required|needed|necessary|essential) (?:of|for|from|to be)
        (?:qualifications|skills) (?:of|for|to be)
        (?:entry|entry requirements|access) (?:to|into|for)
        (?:makes|make|takes|take|took) (?:to be|to become)
        (?:train|get|retrain|retraining|career|careers|future|start|begin|job|jobs|roles|work|go) in
        """,
        strong=True,
    ),
    *_cues(
        Side.GOAL,
        r"""
        for
        (?:study|before)
        """,
        strong=False,
        softly=True,
    ),
    *_cues(
        Side.GOAL,
        """
        (?:get|gain) (?:my|our|her|his|their)(?= @ (?!to |up |through |onto ))
        (?:get|getting|gets|do|gain|achieve|obtain|earn|attain|take|taking|reached|work as|work in|work with)
        """,
        strong=False,
        claims=False,
    ),
)
