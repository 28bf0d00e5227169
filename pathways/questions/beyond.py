"""What is asked about that no data of this kind can tell: prices, vacancies, other countries, and the like."""

# ruff: noqa: E501  (a table of patterns reads better with one a line)

from __future__ import annotations

from collections.abc import Iterable

from pathways.questions.mentions import Kind, Mention
from pathways.questions.patterns import Pattern, found_in, list_patterns
from pathways.questions.phrases import Phrase
from pathways.questions.skeleton import Skeleton
from pathways.questions.words import Word, typed, words_of

_WORD = "(?:[^ ]+ )?"
_THEY = "(?:i|she|he|they|we|you|my|our|one|people|@)"
_CHILD = "(?:child|children|baby|babies|toddler|toddlers|little one|kid|kids|year old)"

_TOPICS: tuple[tuple[str, tuple[Pattern, ...]], ...] = (
    (
        "What courses cost, and what loans or grants there are, is not in the data here.",
        list_patterns(
            rf"""
            how much (?:does|do|is|are|would|will|did|for) {_WORD}{_WORD}{_WORD}{_WORD}(?:cost|costs|course|fee|fees|charge)
            how much (?:is|are) (?:a |an |the )?(?:@|it|they|diploma|course|uni|university|college)
            (?:cost|costs|price|prices) (?:of|for)|fees|tuition|how (?:do|can|could|would) {_THEY} (?:pay|afford|fund)
            (?:loan|loans|grant|grants|bursary|bursaries)
            how much (?:funding|money)|(?:get|claim|find|apply for|available) {_WORD}funding|levy|(?:what|which) funding|funding (?:is|do|can|for)
            (?:help|support|money|pay|paying|struggling|struggle|afford) (?:with |for |towards |to pay for )?(?:the |my |our )?(?:cost of |costs of )?@ (?:cost|costs|fee|fees|bill|bills)
            (?:\d+|fifteen|thirty) hours (?:of |a week )?(?:free |funded |government )?@|(?:tax free|free hours of|funded hours of) @
            (?:claim|entitled|benefit|benefits) {_WORD}{_WORD}(?:benefit|benefits|credit|allowance|to)|child benefit|universal credit
            """
        ),
    ),
    (
        "Vacancies and job adverts are not in the data here.",
        list_patterns(
            rf"""
            vacancy|vacancies|hiring|for hire|for sale|job (?:advert|adverts|openings|opening)|openings (?:near|in|at)
            (?:hire|recruit|recruiting|advertise|post) (?:me|a|an|the|one|two|three|four|five|some|more|any|at|here|@)
            (?:anyone|someone|anybody|who|will|would) {_WORD}(?:hire|employ) (?:me|him|her|us)
            find (?:me|us|him|her) a (?:job|@)|jobs (?:near|going|around|available)|any (?:jobs|work) (?:near|going|around|available)
            (?:need|looking for|want|find|recommend|get) (?:a |an |some )?(?:good |local |cheap )?@ (?:for (?:my|our) (?:mum|mother|dad|father|nan|gran|grandad|parents|house|home|husband|wife|son|daughter|child|children|baby|kitchen)|to (?:fix|look after|mind|come|do my|do the|help|mend|install|sort|rewire))
            (?:recommend|suggest|know) (?:me |us )?(?:a|an|any) (?:good |local |cheap |reliable )?@(?= (?:$|\. $|near|in|for|please|who))
            (?:fire|sack|dismiss|get rid of|make redundant) (?:a|an|my|our|the|@)
            need to (?:hire|recruit|employ)
            we (?:need|want|require|are looking for|are after|are short of|have to find) (?:a |an |some |one |two |three )?(?:new|another|extra|more|replacement|good) @
            (?:who|which|any|anyone|someone) {_WORD}{_WORD}(?:staff|team|people|employees|workers|colleagues) {_WORD}(?:could|can|should|might|would|are|is) (?:be )?(?:step|stepping|promoted|moved|ready)
            """
        ),
    ),
    (
        "Colleges, training providers and nurseries, and where they are, are not in the data here.",
        list_patterns(
            rf"""
            (?:which|what|list|nearest|best|find|where|any|recommend) {_WORD}{_WORD}{_WORD}(?:college|colleges|provider|providers|universities|centre|centres|school|schools)(?! {_WORD}(?:lead|leads))
            where (?:can|could|do|should|would|to) (?:{_THEY} )?(?:{_THEY} )?(?:study|train|enrol|apply|do|take|learn)(?: to be| for| as)? (?:a |an |the |for )?@
            where (?:is|are) the
            (?:which|what) @ (?:is|are) (?:the )?(?:best|nearest|closest|good|cheapest)
            (?:colleges|providers|college|provider|universities|courses) (?:near|in|that|which|offer|offering)
            (?:do|can) you (?:deliver|run|offer|provide|teach|train)
            (?:opening|opens|open) (?:times|hours|on|at|time)|what time
            get (?:my|our|her|his|a) {_WORD}{_WORD}{_CHILD} {_WORD}(?:in|into|to|onto|a place at) {_WORD}@
            (?:daughter's|son's|child's|children's|mum's|dad's|baby's|mother's|father's|nan's) @
            @ (?:place|places|fees) for (?:my|our)|(?:my|our) {_CHILD} @
            """
        ),
    ),
    (
        "Dates of courses, examinations and applications are not in the data here.",
        list_patterns(
            rf"""
            when (?:does|do|is|are|will) {_WORD}{_WORD}{_WORD}{_WORD}(?:course|courses|start|starts|begin|begins|term|exam|exams|open|close|deadline|results)
            deadline|deadlines|closing date|start date|term dates|application (?:date|dates)|exam (?:date|dates|timetable)
            """
        ),
    ),
    (
        "Examinations, results and application papers are not in the data here.",
        list_patterns(
            r"""
            (?:exam|exams|test|assignment|assignments|coursework|homework|essay|essays) (?:answer|answers|result|results|question|questions|paper|papers)
            answers (?:to|for) (?:the|my)|pass rate|pass rates|past paper|past papers|(?:exam|test) (?:result|results)
            (?:write|do|help with|mark|check) (?:me )?(?:my|a|an|the) {_WORD}(?:homework|essay|assignment|coursework|statement|cv|letter)
            personal statement|cover letter|covering letter|my cv|a cv|interview questions|interview tips
            (?:find|replace|lost|renew|copy of|renewing|replacement) {_WORD}{_WORD}{_WORD}(?:certificate|certificates|card|licence)
            (?:renew|renewing|expired) {_WORD}{_WORD}@
            (?:dbs|crb) .{0,80}how (?:long|much)|how (?:long|much) .{0,80}(?:dbs|crb)
            """.replace("{_WORD}", _WORD)
        ),
    ),
    (
        "What the law says about staff, pay and benefits is not in the data here.",
        list_patterns(
            r"""
            minimum wage|living wage|holiday pay|sick pay|redundancy pay|vat|tax|national insurance|criminal record|legal ratio|legal ratios|staff ratio|staff ratios
            ratio of|(?:ratio|ratios) (?:in|for)|legal requirement for (?:staff|ratios)
            """
        ),
    ),
    (
        "How it is to do a job or a course, and who is good at it, is not in the data here.",
        list_patterns(
            rf"""
            is (?:being |it |working |my )?{_WORD}{_WORD}{_WORD}{_WORD}(?:boring|fun|stressful|dangerous|rewarding|any good|outstanding|worth it|good job|hard work|hard job|safe)
            do @ (?:get|enjoy|like|have to get) (?:hurt|bored|tired|electrocuted|stressed|killed|their job)
            (?:clever|smart|good|old|fit|strong|bright|intelligent|brainy) enough|cut out (?:for|to)
            who is (?:the )?{_WORD}@|best @ in|famous @|how many @ (?:are there|work|live|is there)|how many people|(?:are|is) there enough @|is @ in demand
            (?:will|would|are) @ (?:be )?(?:replaced|needed in|robots|ai)
            """
        ),
    ),
    (
        "How to do the work itself is not in the data here.",
        list_patterns(
            rf"""
            how (?:do|can|would|should|to) (?:{_THEY} )?(?:wire|fix|mend|repair|install|change|rewire|connect|replace|clean|stop|calm|feed|bath|lift) (?:a|an|the|my|our|up|in)
            """
        ),
    ),
)

_COUNTRIES = words_of(
    """
    scotland scottish ireland irish america american usa states canada australia zealand germany france
    spain italy portugal poland romania bulgaria hungary ukraine russia greece turkey netherlands holland
    belgium switzerland austria sweden norway denmark finland iceland lithuania latvia estonia czechia
    slovakia slovenia croatia serbia albania india pakistan bangladesh nepal lanka china japan korea
    philippines thailand vietnam malaysia singapore indonesia hong kong dubai emirates qatar kuwait arabia
    saudi iran iraq syria israel lebanon egypt morocco algeria tunisia nigeria ghana kenya uganda zimbabwe
    zambia somalia sudan ethiopia africa african brazil argentina mexico colombia chile peru jamaica
    caribbean cyprus malta afghanistan europe asia abroad overseas
    """
)
"""Countries whose qualifications are other ones. Wales shares those of England. No names of people."""


def find_beyond(
    phrases: tuple[Phrase, ...], mentions: Iterable[Mention], words: tuple[Word, ...]
) -> str | None:
    """Return a sentence on what cannot be told, None where nothing of the kind is asked."""
    abroad = [
        typed(words[mention.start : mention.end])
        for mention in mentions
        if mention.kind is Kind.UNKNOWN
        and any(word.text in _COUNTRIES for word in words[mention.start : mention.end])
    ]
    if abroad:
        return f"“{abroad[0]}” is elsewhere: what counts there is not in the data here."
    skeleton = Skeleton.of(words, tuple(phrase for phrase in phrases if phrase.is_place))
    return next((sentence for sentence, patterns in _TOPICS if found_in(skeleton, patterns)), None)
