"""What kind of answer the words of a question ask for.

Patterns are matched against a skeleton (see `skeleton.py`), one a line. None has a repetition inside a
repetition, so matching takes time in proportion to the question's length.
"""

# ruff: noqa: E501  (a table of patterns reads better with one a line)

from __future__ import annotations

from dataclasses import dataclass

from pathways.questions.patterns import Pattern, found_in, list_patterns
from pathways.questions.skeleton import DONE, Skeleton
from pathways.questions.understanding import Focus

_KIN = (
    "daughter|son|child|kid|boy|girl|lad|partner|husband|wife|friend|student|learner|client|apprentice|staff"
)
_PERSON = f"(?:i|she|he|they|we|you|someone|somebody|anyone|people|one|(?:my|our|a|an|the) (?:{_KIN}|person))"
_THEY = f"(?:{_PERSON}|@|(?:my|our|a|an|the) @)(?: holder| holders)?"
_MAY = "(?:can|could|should|might|may|shall|would|will|do|does|did|must)"
_WOULD = "(?:can|could|should|might|may|shall|would|will|must)"
_WORD = "(?:[^ ]+ )?"

_DOES_NEED = (
    "(?! (?:do|does|will|would|must|should) (?:a |an |the |most |all )?@ (?:have to |really |usually )?"
    "(?:need|require|have)(?= ))"
)
"""Not what somebody could take next: "what qualifications does an electrician need"."""
_COMPARE = list_patterns(
    rf"""
    compare|compares|comparing|comparison|compared|in common|overlap|overlaps|versus|differ|differs|alike
    similarity|similarities|similarly|difference between|differences between|side by side|stack up
    (?:how|are|is|as|more|most) {_WORD}(?:similar|different|close)
    (?:@|they) (?:similar|different)
    (?:earn|earns|paid|make|makes|get) (?:more|less|better|the same) (?:money )?(?:than|as) (?:a |an )?@
    (?:is|are) @ (?:similar|different|much like|anything like)
    what is the difference|(?:most|more|least|much|anything) like @
    """
)
_CARRIES = list_patterns(
    rf"""
    (?:carry|carries|carried) (?:over|across|forward|with)
    what transfers|what {_WORD}transfer|mean anything (?:in|for|to)
    (?:used|usable|recognised|accepted|valid|counted) (?:in|for|by|towards)
    transferable|transferrable|credit for|career change|(?<!qualifications )count (?:for|towards|toward|in)|counts (?:for|towards|toward|in)
    (?<!qualifications )count for {_WORD}(?:in|for|towards)
    (?:use|reuse) @ (?:in|for|towards)
    (?:worth|valid|recognised|useful|use|good|accepted|relevant) (?:anything )?(?:in|for|to|towards)
    """
)
_ENTERS = list_patterns(
    rf"""
    (?:what|which) (?:level|levels|stage|point) {_MAY} {_THEY} (?:have to |be able to )?(?:start|enter|begin|come(?! out)|go|join|be in|be at|be put|get|drop|re)
    where {_WOULD} {_THEY} (?:have to |need to |be able to )?(?:start|enter|begin|come in|re enter)
    where (?:do|does) {_THEY} (?:have to |need to )?(?:start|enter|begin|come in|re enter)(?= (?:in|at) (?:@|each|every|all|other|another))
    re enter|re entry|start again
    """
)
_SECTORS = "(?:sector|sectors|industry|industries|field|fields|line of work|lines of work)"
_STRAIGHT = list_patterns(
    rf"""
    (?:can|could|may|might|would) {_THEY} {_WORD}(?:start|enter|begin|go in|come in) {_WORD}(?:at|on) @
    (?:go|get|start|move|jump) (?:straight|directly) (?:in to|to|into|onto|on to|at|on) @
    """
)
_OTHERS = list_patterns(
    rf"""
    (?:what|which|any|each|every|all|another|other|different|new|how many) (?:of the |of these |of those |the |all the )?(?:other |others |different |new )?{_SECTORS}
    (?:in|into|to|for|with|of) (?:each|every one|all of them|any of them|the others|the rest|all the others|all the rest|everything else)
    everything else
    (?:change|changing|switch|switching|swap|swapping|move|moving) {_SECTORS}
    """
)
"""No sector to get to is named, and any will do."""
_MOVES = list_patterns(
    rf"""
    (?:could|can|may|might|would|possible|able|allowed|easy|easily|hard|difficult|realistic) (?:for )?(?:{_THEY} )?(?:be able )?(?:to )?(?:move|switch|transfer|cross|swap|change|convert|jump|hop)
    (?:want|wants|like|love|hoping|hope|plan|planning|looking|wanting) to (?:move|switch|transfer|cross|swap|change)
    (?:thinking of|thinking about|considering|consider|fancy|about|moving|switching|transferring) (?:moving|switching|transferring|swapping|changing|crossing)
    (?:moving|switching|transferring|swapping|changing|crossing) (?:over |across |careers |sectors |jobs )?(?:from|to|into)
    (?:switch|transfer|swap|cross|change) {_WORD}(?:from|to|into|over|across|sector|sectors|career|careers|industry|field)
    """
)
_HOW = list_patterns(
    rf"""
    how (?:do|does|can|could|would|should|might|may|did|to|will|is|are) {_WORD}{_WORD}(?:get|go|become|be|move|progress|reach|make|work|train|qualify|end)
    (?:route|routes|path|paths|way|ways|pathway|road|steps|journey) {_WORD}(?:from|to|into|for)
    """
)
_NEEDS = list_patterns(
    rf"""
    requirement|requirements|required|require|requires|prerequisite|prerequisites|criteria|essential|necessary|mandatory|compulsory
    what {_MAY} {_THEY} {_WORD}(?:need|have to have|have to do|have to know|have to be|lack)
    what {_WORD}{_WORD}(?:is|are|do|does|will|would|be) {_WORD}{_WORD}(?:need|needed|necessary|required|expected|involved)
    what {_THEY} (?:would |will |might )?(?:need|have to have|must have)
    needed|(?:need|needs) (?:for|in order|before|if)
    (?:do|does|would|will|should|must|did) {_THEY} (?:need|have to have|have to do|require)
    what (?:does|will|would|did|do) (?:it|that) (?:take|involve|require|need)|what it takes|it takes to
    (?:what|which|how many|any) {_WORD}(?:qualifications|qualification|skills|experience|grades|gcses|subjects|certificates|training|knowledge) (?:do|does|would|will|should|must|are|is|to|for|count|counts|@)
    (?:eligible|ready|qualified|qualified enough) (?:for|to be|to become|to do|to get|to work)|enough|missing|still lack|gap|gaps|qualify (?:me|you|us|someone|her|him|them|@)(?! for (?:\. )?$)
    (?:expected|asked|expect|looking) (?:of|for from|from)|must {_THEY} have|what must|checklist|what makes
    what should {_THEY} (?:have|know)|entry (?:to|into|grades|criteria)
    how old|what age|what {_WORD}{_WORD}{_WORD}(?:want|look for|looking for|look|expect|ask for|ask) (?:from|in|of|for|at)
    """
)
_NEXT = list_patterns(
    rf"""
    what {_WORD}(?:next|now|then|after|afterwards)
    what {_WORD}{_MAY} {_PERSON} {_WORD}(?:do|get|go|study|become|be|work|take|try|progress|apply|move|use|aim|look|train|earn)
    what (?:do|does) {_WORD}@ {_WORD}(?:become|progress|move|go|lead)
    (?:what|which) {_WORD}{_WORD}(?:sectors|sector|industries|industry|fields)
    what (?!is |are the |does ){_WORD}{_WORD}(?:jobs|job|career|careers|roles|work|courses|course|options|opportunities|doors|choices|progression|paths|pathways|routes|steps|levels|things|possibilities|apprenticeships|qualifications|qualification){_DOES_NEED}
    which {_WORD}(?:jobs|job|career|careers|roles|courses|qualifications|opportunities|doors|paths){_DOES_NEED}
    where {_WORD}{_WORD}{_WORD}{_WORD}(?:lead|leads|go|take|takes|get|end|progress|from|move|head|next|now)
    next(?= (?:\. )?$)|now what|so what|(?:anything|something) {_WORD}{_WORD}(?:after|beyond|above|higher|next)
    where (?:next|now|to|else)|next (?:step|steps|level|stage|move|moves|rung|job|role|qualification|thing|one)
    after @ (?:what|where|then)|career (?:path|paths|pathway|ladder|development)
    after @ , (?:what|where|then)|how far|how high|dead end|stay|stays|staying|remain
    jobs (?:with|after|from)|options|opportunities|possibilities|prospects|progression|choices|alternatives|openings
    lead|leads|leading|led|move on|moving on|moved on|go on|going on|progress|progressing|go further|go higher|move up|moving up|step up|go up|higher up
    higher level|promoted|promotion|advance|after that|then what|and then|further|beyond|level up|climb|follow on|follows|comes after|come after
    what (?:can|could|will|would|might) {_WORD}@ {_WORD}(?:lead|get|open|allow|offer|let|do|go|become|progress|give|take|be|move)
    what does {_WORD}@ {_WORD}(?:lead|open|allow|offer|let|give)
    (?:need|have|want|has|needs) to do (?:any )?more|do more|doing more|opens up|open up|opens|anything else|(?:what|anything|something) is (?:there )?(?:above|beyond|after|higher|else)
    happy|content|contented|happily|satisfied|settled|stay put|carry on|stay where|stay as|remain as
    """
)
_WANTS = list_patterns(
    rf"""
    become|becomes|becoming|rather|want|wants|wanted|wanting|like to|love to|hope|hopes|hoping|dream|dreams|dreaming|aim|aims|aiming
    plan|plans|planning|looking|interested|fancy|keen|thinking|trying|tries|try|goal|considering|ambition|wish|wishes|decided|prefer
    how (?:do|does|can|could|would|should|might|may|did|to|will|long|hard|easy|difficult|many|soon|quickly|fast|best|much|about|is|are)
    route|routes|path|paths|pathway|pathways|way|ways|road|journey|ladder|get into|getting into|get to|go into|going into|get onto|get on
    (?:possible|realistic|feasible|hard|easy|difficult|too late|too old) (?:for {_THEY} )?to
    (?:lead|leads|leading) (?:on )?to|progression (?:to|into)|how {_THEY} (?:become|becomes|get|gets|go|can|could)
    go (?:straight |directly |right )?(?:to|into|on to|onto|for)|train as|training as|retrain|retraining|qualify|need to (?:get|become|be|go|reach)|(?:has|have) to be|must (?:get|become|be|reach)|(?:need|needs) (?:her|him|them|it|our @|my @)|set on|show me|in order to
    """
)
_CAN = list_patterns(
    rf"""
    (?:can|could|may|might|will|would|should) {_THEY} {_WORD}(?:be|become|get|go|work|reach|train|enter|qualify|start|join|apply|progress|move|do|study|take|~)
    {_THEY} (?:can|could|may|might) (?:be|become|get|go|work|train|start|do)
    """
)


_CLAUSE = r"(?:(?<=^ )|(?<= \. )|(?<= , )|(?<= @ )|(?<= and )|(?<= but )|(?<= so )|(?<= if )|(?<= whether )|(?<= or ))"
_DOING = "(?:be|become|get|go|work|reach|enter|qualify|start|join|move|do|study|take|train|retrain|switch|transfer|change|progress)"
_WHETHER = (
    Pattern(
        rf"{_CLAUSE}(?:"
        rf"(?:can|could|may|might) {_THEY} (?:with (?:a |an |my |the )?@ )?{_WORD}{_WORD}{_DOING}"
        rf"|(?:would|will|am|are|is) {_THEY} {_WORD}(?:be )?(?:able|allowed|good enough) to {_WORD}{_DOING}"
        rf"|(?:is|would|will|could) (?:it|that) (?:be )?{_WORD}(?:possible|realistic|feasible|allowed) (?:for {_THEY} )?to {_WORD}{_DOING}"
        rf"|(?:possible|realistic) (?:for {_THEY} )?to {_WORD}{_DOING})"
    ),
)
"""Wants a yes or a no: "can I", "could a @ become"; not "how can I", "what could I"."""


_HELP = list_patterns(
    r"""
    not sure|no idea|no clue|not know|help|advice|guidance|stuck|confused|ideas|suggestions|suggest|recommend
    """
)
_TIME = list_patterns(
    r"""
    how long(?! (?:ago|have|has|had))|how many (?:years|months|weeks)|how soon|how quickly|how fast|how much longer
    (?:how much|length of|amount of) time|time (?:does|would|will) it take|number of (?:years|months)
    """
)
_JOBS = list_patterns(
    r"""
    (?:what|which|any|other|different|all the) (?:other |kind of |kinds of |sort of |sorts of |type of |types of |of our |of the |the |possible )?(?:jobs|job|career|careers|roles|role|occupations|work|professions)(?! (?:experience|do i need|should))
    (?:jobs|roles|careers) (?:with|after|from|for|can|could|that|in)
    """
)
_PAY = list_patterns(
    rf"""
    how much {_WORD}{_WORD}{_WORD}{_WORD}{_WORD}(?:earn|earns|paid|make|makes|pay)(?! (?:for|to|sure))
    how much {_WORD}{_WORD}{_WORD}@ {_WORD}(?:get|gets|on)(?= (?:\. )?(?:$|a (?:year|month|week)|an hour|per))
    what {_WORD}{_WORD}{_WORD}{_WORD}{_WORD}(?:earn|earns|get paid|paid)
    (?:earn|earns|paid|make|makes|get) (?:more|less|better|the same) (?:money )?(?:than|as) (?:a |an )?@
    salary|salaries|earnings|the (?:pay|wage|wages)|rate of pay|starting (?:pay|wage)|going rate|pay (?:rate|rates|like|scale|scales)|well paid|pay well
    what (?:pay|wage|salary|money) (?:do|does|can|could|would|will|is)|(?:what|how) {_WORD}(?:wage|wages)|(?:wage|wages|pay) (?:of|as)|@ (?:pay|wage|wages)
    (?:should|must|would|do) (?:i|we|you) (?:have to )?pay(?! for)|what (?:do|does|would|can|could) @ (?:get|make)(?= (?:\. )?$)
    """
)
_DECIDE = list_patterns(
    rf"""
    (?:should|shall|must) {_THEY} {_WORD}{_WORD}{_WORD}@ or {_WORD}{_WORD}{_WORD}@
    (?:better|best|right|worth) {_WORD}{_WORD}{_WORD}{_WORD}{_WORD}@ or {_WORD}{_WORD}{_WORD}@
    which {_WORD}{_WORD}(?:better|best|easier|harder|quicker|right) {_WORD}{_WORD}{_WORD}@ (?:or|and) {_WORD}{_WORD}@
    @ or {_WORD}{_WORD}{_WORD}@ {_WORD}(?:which|what) {_WORD}{_WORD}(?:better|best|easier|right|should)
    (?:decide|deciding|choose|choosing|choice|torn|stuck|undecided|unsure|not sure|pick) {_WORD}(?:between|whether to|if) {_WORD}{_WORD}{_WORD}@ (?:or|and) {_WORD}{_WORD}{_WORD}@
    (?:not sure|unsure|wonder|wondering|not know|no idea) (?:whether|if|about) {_WORD}{_WORD}{_WORD}{_WORD}@ or {_WORD}{_WORD}{_WORD}@
    (?:would|is) {_WORD}{_WORD}(?:be )?(?:better|best) {_WORD}{_WORD}{_WORD}@ or {_WORD}{_WORD}{_WORD}@
    """
)
_EITHER = Pattern(
    r"(?<=^ )(?:do |is |a |an |the |my )?@ or (?:a |an |the |my |do )?@ (?:to (?:be|become|get|work|do|train)|which|if i want)"
    r"|(?<=^ )(?:a |an |the )?@ or (?:a |an |the )?@(?= (?:\. )?$)"
)
_IT = list_patterns(r"(?:get|do|become|be|reach|achieve|gain|obtain) (?:it|there|this|that|one)")


@dataclass(frozen=True, slots=True)
class Asked:
    """Which kinds of answer the words speak for. Several may; they are weighed with the places named.

    `help` asks what to do without saying more; `it` points back at a place ("how do I get there"); `about`
    says that something is asked about by name ("do electricians need A levels"); `decide` asks which of two
    to choose, which nobody else can say; `enters` asks at what level one starts, `straight` whether at one
    level; `whether` wants a yes or a no and sets no limits; `others` are all the sectors that are not named.
    """

    compare: bool
    carries: bool
    enters: bool
    straight: bool
    others: bool
    whether: bool
    moves: bool
    how: bool
    needs: bool
    next: bool
    wants: bool
    can: bool
    help: bool
    it: bool
    about: bool
    decide: bool
    focus: Focus | None


def find_asked(skeleton: Skeleton, *, about: bool) -> Asked:
    """Return the kinds of answer that a question's words speak for."""
    return Asked(
        compare=found_in(skeleton, _COMPARE),
        carries=found_in(skeleton, _CARRIES),
        enters=found_in(skeleton, _ENTERS),
        straight=found_in(skeleton, _STRAIGHT),
        others=found_in(skeleton, _OTHERS),
        whether=found_in(skeleton, _WHETHER) and DONE not in skeleton.signs,
        moves=found_in(skeleton, _MOVES),
        how=found_in(skeleton, _HOW),
        needs=found_in(skeleton, _NEEDS),
        next=found_in(skeleton, _NEXT),
        wants=found_in(skeleton, _WANTS),
        can=found_in(skeleton, _CAN),
        help=found_in(skeleton, _HELP),
        it=found_in(skeleton, _IT),
        about=about,
        decide=found_in(skeleton, (*_DECIDE, _EITHER)),
        focus=_focus(skeleton),
    )


def _focus(skeleton: Skeleton) -> Focus | None:
    """Return what a question wants above all, the first of: pay, time, jobs."""
    wanted = ((Focus.PAY, _PAY), (Focus.TIME, _TIME), (Focus.JOBS, _JOBS))
    return next((focus for focus, patterns in wanted if found_in(skeleton, patterns)), None)
