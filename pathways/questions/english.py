"""General English: the words that name no place.

No name of a sector, qualification or job stands here: those come from the catalogue. A word that is
neither here nor in a name is *unknown*; where it stands in the place of a name the question is not answered.
"""

from __future__ import annotations

from pathways.questions.words import DATE, Word, words_of

_FUNCTION = """
a an the this that these those such same other another any some all both each every either neither no none
nor my mine your yours his her hers its our ours their theirs own me you him us them it he she we they one
ones i myself yourself himself herself themselves ourselves who whom whose which what when where why how
whether somebody someone anybody anyone nobody everybody everyone people person something anything nothing
everything and or but if then than so because since although though while unless until as also plus yet in
on at to of for from with without within by about into onto over under up down off out through throughout
across along between among before after during against towards toward near via per like unlike upon back
around above below beyond inside outside round past forward forwards ahead away behind am is are was were
be been being do does did doing done have has had having can could may might must shall should will would
ought not need needs needed needing dare used able unable here there now again ever never always often
sometimes soon later once twice first second third last next today tomorrow yesterday tonight year years
month months week weeks day days hour hours time times term long short ago age aged old older young
younger currently presently nowadays recently lately already still just only even very really quite too
much many more most less least few fewer fewest little lot lots bit enough several couple well maybe
perhaps possibly probably actually basically simply exactly eventually finally definitely certainly
literally truly properly fully newly nearly almost roughly hopefully ideally instead otherwise however
therefore rather else please thanks thank cheers hello hi hey dear sorry ok okay yes yeah yep nope oh um
er lol thx ta etc good morning afternoon evening regards
"""
_VERBS = """
get gets getting got go goes going gone went come comes coming came become becomes becoming became make
makes making made take takes taking took taken give gives giving gave given want wants wanted wanting wish
wishes wished hope hopes hoping hoped like likes liked love loves loved loving enjoy enjoys enjoyed
enjoying fancy prefer prefers preferred aim aims aiming aimed plan plans planning planned dream dreams
dreaming think thinks thinking thought know knows knowing knew known understand wonder wondering wondered
ask asks asking asked tell tells telling told say says said show shows explain explains advise advises
suggest recommend help helps helping helped find finds finding found look looks looking looked see sees
seeing seen seem seems need start starts starting started begin begins beginning began begun finish
finishes finishing finished complete completes completing completed pass passes passing passed fail fails
failing failed achieve achieves achieving achieved gain gains gaining gained earn earns earning earned
obtain obtains obtaining obtained hold holds holding held study studies studying studied learn learns
learning learnt learned train trains training trained retrain retrains retraining retrained work works
working worked qualify qualifies qualifying qualified move moves moving moved switch switches switching
switched transfer transfers transferring transferred change changes changing changed swap swaps swapping
swapped cross crossing progress progresses progressing progressed progression advance advances advancing
develop develops developing development lead leads leading led follow follows following followed reach
reaches reaching reached enter enters entering entered join joins joining joined apply applies applying
applied try tries trying tried keep keeps keeping kept stay stays staying stayed remain remains remaining
leave leaves leaving left quit quits quitting stop stops stopping stopped return returns returning
returned involve involves involved involving require requires required requiring expect expects expected
count counts counting counted carry carries carrying carried use uses using useful compare compares
comparing compared comparison differ differs different difference differences similar similarity
similarities similarly overlap overlaps alike common mean means meant include includes including offer
offers offered offering allow allows allowed let lets open opens opening opened turn turns turning turned
put set step steps stepping stepped happen happens happened pursue pursues pursuing consider considers
considering considered decide decides deciding decided choose chooses choosing chose chosen continue
continues continuing continued employ employs employed employing promote promoted promoting promotion
upskill upskilling reskill live lives living lived call called talk talking speak speaking read reading
write writing hear heard believe feel feels feeling felt depend depends match matches compete possess
possesses possessed lack lacks lacking skip avoid avoiding convert converting attend attended attending
appreciate suppose supposed matter matters worry worried entail entails entailed cover covers get-go
attain attains attained manage manages managed managing supervise supervises supervised supervising
support supports supporting supported serve serves taught run runs running own owns owning
"""
_NOUNS = """
way ways route routes path paths pathway pathways road roads journey ladder step steps option options
choice choices opportunity opportunities possibility possibilities prospect prospects chance chances idea
ideas plan advice guidance help information info question questions answer answers thing things stuff kind
kinds sort sorts type types example examples case point points place places position positions job jobs
role roles career careers profession professions occupation occupations trade trades sector sectors
industry industries field fields area areas line subject subjects work worker workers employment employee
employees employer employers staff team member members workforce colleague colleagues candidate candidates
learner learners student students pupil pupils child's level levels stage stages rung grade grades
qualification qualifications certificate certificates diploma diplomas award awards course courses
programme programmes program class classes unit units nvq nvqs svq vrq btec btecs rqf qcf nqf
apprenticeship apprenticeships apprentice apprentices traineeship requirement requirements prerequisite
prerequisites criteria criterion entry standard standards condition conditions skill skills experience
experiences knowledge ability abilities attribute attributes evidence proof check checks gap gaps result
results outcome goal goals target targets ambition ambitions aspiration aspirations dream interest
interests interested interesting future life background foundation start end beginning top bottom middle
daughter daughters son sons boy girl boyfriend girlfriend mum mother dad father parent parents wife
husband partner friend friends sister brother niece nephew cousin grandson granddaughter family kid kids
child children baby babies toddler toddlers early married someone man woman guy lady lad teenager teen
adult youngster returner client clients customer adviser advisor possible impossible available suitable
eligible ready relevant recognised equivalent equal necessary essential compulsory mandatory minimum right
wrong best better good great nice new easy easier easiest hard harder hardest difficult simple simpler
simplest quick quicker quickest quickly fast faster fastest speedy direct directly straight high higher
highest low lower lowest big bigger sure unsure certain happy happily content contented keen passionate
stuck lost confused serious proper real full whole main general specific particular current previous
former present various different pretty senior-most own further extra additional formal official rated
experienced eager pay paid money cost costs fund funding funded free loan compared versus towards mind ago
beginner scratch name names named late list college uni university nine ten eleven twelve fifteen sixteen
seventeen eighteen nineteen twenty thirty forty fifty part parttime fulltime evening evenings weekend
weekends online remote remotely distance local locally cheap cheaply cheapest flexible benefits self
nearby car licence health bills mortgage rent house english reason reasons dad's dyslexia dyslexic autism
autistic adhd disability disabled asperger anxiety deaf epilepsy accepted access afterwards alternatives
amount apart assuming born bringing checklist climb close closed clue credit date dated doors drop easily
effort ended except expired feasible five four graduated heading hired home hop hops hurry jump jumps
longer missing necessarily number order possession post rapid rapidly re realistic retired reuse rules sat
satisfied savings settled shortest side six smallest soonest speediest stack stick sticking suggestions
three transferable transferrable two usable valid whilst worth actual decent honestly kindly lovely
obviously someday successful alone anyway appropriate approach believe bother brilliant busy capable
certainly challenge cheaper circumstances combine confident curious currently deal decision details
difference dreamt during earliest else encourage enrol enrolled ensure eventually everything explore
explain extend figure final fine forward frequently grateful guide hear hesitate holding immediately
importance important inform instead involve kick latest lately later left listen looking loads lose love
mainly manage maximum meanwhile missed moment mostly naturally needn't obvious ought outline overall
passion personally plenty pointed practical prepare prepared preparing problem proceed promise proud
provide purpose range realise recommend recommended regarding regards related relation research respect
rest roughly seeking sense sensible separate shame significant simply situation slightly solution
sometimes somehow somewhere special spend spent starting strong struggle struggling successfully suggest
suit suited surely tackle talent tend therefore tough toward trouble true twice ultimate ultimately
understand unless upwards useful usual usually view waiting wasted whatever whenever wherever whichever
whoever willing wise wonder word words worry worthwhile b c d f g destination due dropped charge shorter
far ex dead formerly previously accept skipping bypassing hate hates dislike dislikes bored tired sick fed
upgrade bypass miss zero attend entail goes heard mentioned noticed picked pick searching search sign
signed sitting thank turning turns wishing worked enroll enrolling enrolment applied straightforward
expensive affordable wage wages salary salaries earnings losing lose served seven eight anywhere beside
scale scales summer winter autumn spring costing paying vacancy vacancies retake retaking resit resitting sit
length undecided max alongside rates rate drawing torn afford half small clever smart enough card essay
essays homework coursework assignment cv fee fees tuition price prices loans grant grants bursary deadline
deadlines advert adverts opening openings hire hiring recruit recruiting tonight heart worried fancies exam
exams test tests bring excluding exclude placement boring fun stressful
dangerous rewarding healthy holder holders
trainee trainees exist exists balance balancing combining juggle juggling mix mixing stand bear face
"""

ENGLISH = words_of(f"{_FUNCTION} {_VERBS} {_NOUNS}")
"""Words that never stand for a place."""

TRANSPARENT = words_of(
    """
    a an the my her his their our your its some any one this that own as in of at on for working work
    job jobs role roles career careers position positions post place course courses programme program
    training trained employed qualified fully newly already now currently just recently really very
    quite good great real proper new full whole first current present previous experienced experience
    being be become part member more years year months couple few several formal actual only also
    still another called certain kind sort type level passed completed finished achieved gained done
    got standard worker learner student studying someone somebody person people who is are am was such
    both either different next top specific future chosen successful better up about lovely nice
    decent best well sector field industry back straight directly
    one two three four five six ten some many
    """
)
"""Words that may stand between "become", "from" and the like, and the name they speak of."""

FILLERS = words_of(
    """
    please just really actually basically literally maybe perhaps possibly ever definitely probably
    eventually finally hopefully ideally someday hi hello hey thanks thank cheers ok okay oh um er
    well so lol also even simply very quite exactly currently presently recently already still only
    kindly certainly obviously honestly thx ta properly truly later myself
    """
)
"""Words that may stand anywhere and change nothing."""

HEADS = words_of(
    """
    job jobs role roles work worker workers career careers profession sector sectors industry
    industries field trade qualification qualifications course courses training programme staff
    employee employees student students learner learners team study studies level
    """
)
"""Words that after a sector or a level add nothing: "the X sector", "a level 3 qualification"."""

SMALL = words_of(
    """
    a an the in of for at on and with
    """
)
"""Words inside a name that may be left out or put elsewhere."""

SCHOOL_SUBJECTS = words_of(
    """
    maths math mathematics english science sciences physics biology chemistry art history geography
    music drama french spanish german psychology sociology business computing literature language pe
    it ict resit resits rs re dt
    """
)
"""What a GCSE or an A level may be in; it changes nothing about the qualification."""

CUE_WORDS = words_of(
    """
    become becoming requirement requirements qualification qualifications apprenticeship
    apprenticeships apprentice quickest fastest easiest without compare comparison difference
    different similar progress progression transfer switch experience leaving staying working studying
    completed finished interested options opportunities career pathway really please daughter
    wondering thinking possible actually another should route diploma certificate months years
    training currently
    """
)
"""Longer general words worth recognising through a slip of the pen."""


def is_english(word: Word) -> bool:
    """Say whether a word is a number, a date or general English."""
    return word.text.isdigit() or word.text == DATE or word.text in ENGLISH or word.stem in ENGLISH
