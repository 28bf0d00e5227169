"""Questions of six kinds of user, each with the reading a careers adviser would give it.

Written before they were asked. A line is a question and, after "=>", the reading:

    intent: start > goal, and then, where the question says so, what decides (quickest), a date,
    avoid=places types=types of qualification months=most study=how have=ids lack=ids focus=what first

or "ask": it is not clear, or cannot be answered, and has to be asked back. Places are written as they are
for the command line; "childcare/apprenticeship" are the apprenticeships of childcare. Readings on both
sides of " || " will do.
"""

# ruff: noqa: E501  (one question a line)

from __future__ import annotations

from tests.questions_moving import MOVER

LEARNER = """
how do i become an electrician  =>  routes: > electrician
i wanna be a sparky wot do i need  =>  requirements: > electrician
what gcses do i need to be a nursery nurse  =>  requirements: > early-years-practitioner
im in year 10 and want to work with kids  =>  routes: statutory-schooling > childcare
I'm 15 and I want to be an electrician, what should I do after my GCSEs?  =>  routes: gcses-grade-4-9 > electrician
can i be an electrician without going to uni  =>  routes: > electrician types=university
how do I become an early years teacher without a degree  =>  routes: > early-years-teacher types=degree
i dont want to do an apprenticeship how else can i be an electrician  =>  routes: > electrician types=apprenticeship
is there any way into childcare that isnt an apprenticeship  =>  routes: > childcare types=apprenticeship
no apprenticeship please. how do i get from gcses to electrician  =>  routes: gcses-grade-4-9 > electrician types=apprenticeship
can i earn while i learn to be an electrician  =>  routes: > electrician study=while-working
how can i get paid while training to be a nursery nurse  =>  routes: > early-years-practitioner study=while-working
how do i become an electrician in less than two years  =>  routes: > electrician months=23
quickest way to be a spark with no qualifications  =>  routes: statutory-schooling > electrician quickest
i got a grade 3 in maths can i still be an electrician  =>  routes: gcses-grade-1-3 > electrician lack=general-has-level-2-english-maths
i have 4 GCSEs at grade 4 or above but not maths. can i become an electrician?  =>  routes: gcses-grade-4-9 > electrician lack=general-has-level-2-english-maths
got 5 gcses grade 4 and up, how do i get onto a level 3 in childcare  =>  routes: gcses-grade-4-9 > childcare:L3
my gcses were all 2s and 3s. how can i get into care work  =>  routes: gcses-grade-1-3 > adult-care
I failed my GCSEs, can I still become an electrician?  =>  routes: gcses-grade-1-3 > electrician
failed maths but passed everything else at gcse, can i do level 3 childcare  =>  routes: gcses-grade-4-9 > childcare:L3 lack=general-has-level-2-english-maths
I have GCSEs at grades D to F, what can I do in childcare?  =>  routes: gcses-grade-1-3 > childcare
what can i do after gcses  =>  next-steps: gcses-grade-4-9 >
finished my A levels now what  =>  next-steps: a-levels >
what jobs can i get with a level 2 in childcare  =>  next-steps: childcare:L2 > focus=jobs
which jobs can I get after A levels?  =>  next-steps: a-levels > focus=jobs
how long does it take to become an electrician  =>  routes: > electrician focus=time
how long to get from gcses to nursery manager  =>  routes: gcses-grade-4-9 > nursery-manager focus=time
how much do electricians earn  =>  requirements: > electrician focus=pay
whats the pay like for a nursery nurse  =>  requirements: > early-years-practitioner focus=pay
do i need maths to be an electrician  =>  requirements: > electrician
do u need a levels to work in a nursery  =>  requirements: > childcare
should i do a levels or a t level  =>  ask
should I be an electrician or a nursery nurse?  =>  ask
is it better to do an apprenticeship or go to college  =>  ask
I want to be a care worker  =>  ask
how do i get to be a deputy manager  =>  ask
i have a t level in education and early years and want to be an early years educator  =>  routes: t-level-education-and-early-years > early-years-educator
im doing level 1 childcare at college, what comes next  =>  next-steps: childcare:L1 >
hi so basically i left school last year with no gcses and ive been doing nothing really and my mate says theres good money in being a sparky so how would i go about that  =>  routes: statutory-schooling > electrician || routes: > electrician lack=gcses-grade-4-9 || routes: statutory-schooling > electrician lack=gcses-grade-4-9
I like kids but I don't want to be a teacher, what can I do in childcare?  =>  routes: > childcare avoid=teacher
anything but nursing. i have a level 2 in care, what can i do  =>  next-steps: adult-care:L2 > avoid=registered-nurse
I've got A levels and a level 2 in childcare. How do I become a nursery manager?  =>  routes: a-levels childcare:L2 > nursery-manager have=a-levels
whats the difference between an early years educator and a nursery manager  =>  compare: early-years-educator > nursery-manager
part time level 3 childcare course  =>  ask || routes: > childcare:L3 study=part-time
can I do level 3 childcare part time  =>  routes: > childcare:L3 study=part-time
could i switch from childcare to electrical  =>  transfer: childcare > electrical
how do I become an astronaut  =>  ask
how do i become a youtuber  =>  ask
do my homework  =>  ask
asdfghjkl  =>  ask
ur rubbish  =>  ask
this is stupid you are stupid  =>  ask
what is the capital of france  =>  ask
will i be rich  =>  ask
how do i become an electrician in america  =>  ask
what are the answers to the level 2 childcare exam  =>  ask
when does my college course start  =>  ask
do electricians get electrocuted a lot  =>  ask
is being a nursery nurse boring  =>  ask
who is the best electrician in the world  =>  ask
how do i wire a plug  =>  ask
I got a 3 in maths and a 4 in English, can I do the early years educator apprenticeship?  =>  routes: gcses-grade-1-3 > early-years-educator-apprenticeship lack=general-has-level-2-english-maths
i've got 2 a levels what can i do next  =>  next-steps: a-levels >
i have two A levels and want to be an early years teacher  =>  routes: a-levels > early-years-teacher
im a level 9 electrician what next  =>  ask
i want to be an electrician in under a year  =>  routes: > electrician months=11
what jobs can i get with a level 2 electrical diploma  =>  next-steps: electrical:L2 > focus=jobs
how do i become a nurse  =>  routes: > registered-nurse
im 15 and want to be a paramedic what gcses do i need  =>  requirements: > paramedic
what do i need to be a HCA  =>  requirements: > healthcare-support-worker
i wanna be a PT wot qualifications do i need  =>  requirements: > personal-trainer
how do you become a PE teacher  =>  routes: > pe-teacher
I have no qualifications, can I work in sport?  =>  routes: statutory-schooling > sport-leisure
what can I do in teaching with no qualifications  =>  routes: statutory-schooling > teaching
I have no qualifications and want to go to university  =>  routes: statutory-schooling > bachelors-degree
at what level would I start in health with A levels?  =>  transfer: a-levels > health focus=entry-level
where would I start in plumbing with GCSEs at grade 3?  =>  transfer: gcses-grade-1-3 > plumber focus=entry-level
do i need a degree to be a teacher  =>  requirements: > teacher
do you have to go to uni to be a nurse  =>  requirements: > registered-nurse || routes: > registered-nurse
how can i be a nurse without going to uni  =>  routes: > registered-nurse types=university
can i be a plumber with no gcses  =>  routes: > plumber lack=gcses-grade-4-9 || routes: statutory-schooling > plumber
how do i become a plumer  =>  routes: > plumber
wat do u need 2 be a midwife  =>  requirements: > midwife
how much does a plumber earn  =>  requirements: > plumber focus=pay
how long does it take to be a personal trainer  =>  routes: > personal-trainer focus=time
i want to be a youth woker  =>  routes: > youth-worker
what jobs can i get with a t level in health  =>  next-steps: t-level-health > focus=jobs
i want to be a doctor  =>  ask
i like football. what jobs are there  =>  ask || next-steps: sport-leisure > focus=jobs
sport  =>  ask
"""

ADVISER = """
Routes from entry level 3 to level 2 childcare for a learner with low confidence  =>  routes: childcare:E > childcare:L2 || routes: E > childcare:L2
Client holds L2 Diploma for the Early Years Practitioner. Progression options?  =>  next-steps: early-years-practitioner-diploma >
Client has NVQ 3 in childcare, wants to become a nursery manager  =>  routes: nvq-childrens-care-level-3 > nursery-manager || routes: childcare:L3 > nursery-manager
What are the entry requirements for the electrician apprenticeship?  =>  requirements: > electrician-apprenticeship
Entry requirements for level 3 diploma in adult care  =>  requirements: > level-3-diploma-in-adult-care
learner with functional skills level 1 wants to be a care assistant  =>  routes: functional-skills-english-maths-l1 > adult-care-worker
Student has grade 3 in maths and grade 5 in English. Route to early years educator?  =>  routes: gcses-grade-1-3 > early-years-educator lack=general-has-level-2-english-maths
GCSE grade C in English, D in maths. Can she get on to the electrician apprenticeship?  =>  routes: gcses-grade-1-3 > electrician-apprenticeship lack=general-has-level-2-english-maths
Routes from L3 childcare to L4 as of January 2020  =>  routes: childcare:L3 > L4 2020-01-01
L2 adult care to registered manager, fewest steps  =>  routes: adult-care:L2 > registered-manager fewest-steps
from L2 childcare to nursery manager without a degree, part-time  =>  routes: childcare:L2 > nursery-manager types=degree study=part-time
L3 electrical to electrical project manager within three years  =>  routes: electrical:L3 > electrical-project-manager months=36
L3 childcare to early years teacher, no apprenticeship  =>  routes: childcare:L3 > early-years-teacher types=apprenticeship
Compare adult care and childcare  =>  compare: adult-care > childcare
What would carry over from childcare level 3 into adult care?  =>  transfer: childcare:L3 > adult-care focus=carries-over
At what level would a nursery manager start in electrical?  =>  transfer: nursery-manager > electrical focus=entry-level
Could a senior carer transfer to childcare?  =>  transfer: senior-care-worker > childcare
What can a learner do with the Care Certificate?  =>  next-steps: care-certificate >
Progression from T Level in Health?  =>  next-steps: t-level-health >
Client has Progression suite level 2, what next?  =>  next-steps: gateway-progression-level-2-award gateway-progression-level-2-certificate gateway-progression-level-2-diploma >
Client wants progression qualification, what next?  =>  ask
A learner with no formal qualifications wishes to enter adult social care while working  =>  routes: statutory-schooling > adult-care study=while-working
How long does the route from level 2 childcare to early years educator take?  =>  routes: childcare:L2 > early-years-educator focus=time
Typical salary of a registered manager  =>  requirements: > registered-manager focus=pay
what does a nursery manager earn  =>  requirements: > nursery-manager focus=pay
What jobs does a level 3 in adult care lead to?  =>  next-steps: adult-care:L3 > focus=jobs
Is the CACHE level 3 enough to be a room supervisor?  =>  requirements: early-years-sector-diploma > room-supervisor
learner holds A levels and Level 3 award in paediatric first aid; wants nursery work  =>  routes: a-levels paediatric-first-aid-award > childcare have=a-levels,paediatric-first-aid-award
Client: HNC electrical. Goal: electrical design technician.  =>  routes: hnc-electrical-building-services > electrical-design-technician
Does 603/3907/X lead to nursery manager?  =>  routes: early-years-senior-practitioner-diploma-first-version > nursery-manager
my client must be qualified as an early years educator by September 2028  =>  routes: > early-years-educator months=21
by 2029 she wants to be a nursery manager; currently room supervisor  =>  routes: room-supervisor > nursery-manager months=25
Year 11 student predicted 4s wants to go into electrical but not through an apprenticeship  =>  routes: statutory-schooling > electrical types=apprenticeship || routes: gcses-grade-4-9 > electrical types=apprenticeship || ask
What do I tell a Y11 who wants to be an electrician but will not get maths?  =>  routes: statutory-schooling > electrician lack=general-has-level-2-english-maths || ask
Adult learner, level 2 care, can only study evenings, aims to be a senior carer  =>  routes: adult-care:L2 > senior-care-worker study=part-time
L2 childcare to L3 childcare avoiding GCSE maths resit  =>  routes: childcare:L2 > childcare:L3
client was a nursery assistant and has GCSEs, wants to be a deputy nursery manager  =>  routes: nursery-assistant gcses-grade-4-9 > deputy-nursery-manager have=gcses-grade-4-9,nursery-assistant
staying in childcare, what is above nursery manager  =>  next-steps: nursery-manager > stay-in-sector || next-steps: nursery-manager >
Which sectors can a level 3 electrician move into?  =>  transfer: electrician >
What is needed for EYTS?  =>  requirements: > early-years-teacher-status
Access to HE to early years teacher  =>  routes: access-to-he-diploma > early-years-teacher
should my client take the level 4 diploma in adult care or the lead practitioner apprenticeship  =>  ask
Which is better, HNC or HND?  =>  ask
List the colleges that offer level 3 childcare in Bristol  =>  ask
Are there any electrician apprenticeship vacancies in Leeds?  =>  ask
How much does the level 5 early years diploma cost?  =>  ask
What is the pass rate for the level 3 diploma in adult care?  =>  ask
Application deadline for the electrician apprenticeship?  =>  ask
How do I become a registered manager in Scotland?  =>  ask
My client has a nursing degree from India and wants to be a senior carer  =>  ask
level 9 childcare to nursery manager  =>  ask
Marine biology to nursery manager  =>  ask
client wants to be a wizard  =>  ask
What is the minimum wage?  =>  ask
write a personal statement for the early childhood studies degree  =>  ask
How many nursery managers are there in England?  =>  ask
electrician to electrical design technician without a higher national certificate  =>  routes: electrician > electrical-design-technician types=hnc
A levels to early years teacher without a bachelor's degree  =>  routes: a-levels > early-years-teacher types=degree
client has 2 A levels and 5 GCSEs, route to electrician?  =>  routes: a-levels gcses-grade-4-9 > electrician have=a-levels,gcses-grade-4-9
Can she combine work and study to become a registered manager?  =>  routes: > registered-manager study=while-working
Healthcare support worker to nursing associate to registered nurse  =>  routes: healthcare-support-worker > registered-nurse
HCA to registered nurse, while working  =>  routes: healthcare-support-worker > registered-nurse study=while-working
TA to teacher by an employed route  =>  routes: teaching-assistant > teacher || ask
What are the entry requirements for the plumbing apprenticeship?  =>  requirements: > plumbing-and-domestic-heating-technician-apprenticeship
Client has A levels: at what level could she start in building services?  =>  transfer: a-levels > building-services focus=entry-level
Team leader to chartered manager, quickest route  =>  routes: team-leader > chartered-manager quickest
What level would a childcare level 3 holder start at in playwork?  =>  transfer: childcare:L3 > playwork-youth focus=entry-level
compare gym instructor and personal trainer  =>  compare: gym-instructor > personal-trainer
What can a higher level teaching assistant do next?  =>  next-steps: higher-level-teaching-assistant >
level 2 to level 3 in health, part time  =>  routes: health:L2 > health:L3 study=part-time
Progression from nursing associate  =>  next-steps: nursing-associate >
Client has a nursing degree from Poland  =>  ask
what does a SENCO earn  =>  requirements: > senco focus=pay
Requirements for the registered nurse degree apprenticeship  =>  requirements: > registered-nurse-degree-apprenticeship
Playworker moving into early years education: what carries across?  =>  transfer: playworker > childcare focus=carries-over || transfer: playworker > early-years-educator focus=carries-over || ask
from GCSEs at grades 1 to 3 to teaching assistant  =>  routes: gcses-grade-1-3 > teaching-assistant
Which level do T Level Health students come out at?  =>  ask || next-steps: t-level-health >
"""

PARENT = """
My daughter wants to be a nursery nurse. What does she need?  =>  requirements: > early-years-practitioner
my son is doing his gcses and fancies being an electrician what are the options  =>  routes: gcses-grade-4-9 > electrician
our lad left school with nothing. how could he get into electrics?  =>  routes: statutory-schooling > electrical
My daughter got a grade 3 in maths and wants to work in a nursery  =>  routes: gcses-grade-1-3 > childcare lack=general-has-level-2-english-maths
she has 6 GCSEs but failed English, can she still do level 3 childcare?  =>  routes: gcses-grade-4-9 > childcare:L3 lack=general-has-level-2-english-maths
how long would it take my son to become an electrician if he has A levels  =>  routes: a-levels > electrician focus=time
my son doesnt want to go to university, how can he become a project manager in electrical  =>  routes: > electrical-project-manager types=university
Can my daughter become an early years teacher while she is working?  =>  routes: > early-years-teacher study=while-working
What could my daughter do after a T Level in Education and Early Years  =>  next-steps: t-level-education-and-early-years >
what job could my son get with a level 3 electrical diploma  =>  next-steps: level-3-diploma-electrical-installation > focus=jobs
My son hates school and wants to leave, can he become an electrician?  =>  routes: > electrician || routes: statutory-schooling > electrician
I'm a nursery manager and my son wants to be an electrician. He has GCSEs. How?  =>  routes: gcses-grade-4-9 > electrician
My wife is a care assistant, my daughter has A levels. How can my daughter become an early years teacher?  =>  routes: a-levels > early-years-teacher
How much will my daughter earn as a nursery manager?  =>  requirements: > nursery-manager focus=pay
my daughter is dyslexic and wants to be a nursery nurse what qualifications does she need  =>  requirements: > early-years-practitioner
my lad's on a level 2 electrical course, what can he do next  =>  next-steps: electrical:L2 >
My 16 year old wants an apprenticeship in childcare. What does she need?  =>  requirements: > childcare/apprenticeship
Can he become an electrician without A levels?  =>  routes: > electrician avoid=a-levels
Is there a route for my daughter into childcare that avoids A levels?  =>  routes: > childcare avoid=a-levels
my child has special needs and is doing entry level, could he ever work in care  =>  routes: E > adult-care
my son has dropped out of his A levels and wants to be an electrician  =>  routes: > electrician || routes: gcses-grade-4-9 > electrician || routes: > electrician lack=a-levels
My daughter is at college doing her level 2 in early years; she would like eventually to run her own nursery. How does she get there?  =>  routes: childcare:L2 > nursery-manager || ask
what are the steps from gcses to early years educator for my daughter, part time  =>  routes: gcses-grade-4-9 > early-years-educator study=part-time
hello I hope you can help, my daughter who is 17 has just finished her first year of A levels and has decided it is not for her, she would love to work with small children, what can she do?  =>  routes: > childcare || routes: a-levels > childcare
does my son need to have passed his GCSEs to do an electrical apprenticeship  =>  requirements: > electrical/apprenticeship || requirements: > electrician-apprenticeship
My daughter would like to be anything but a nursery nurse. She has level 2 childcare.  =>  next-steps: childcare:L2 > avoid=early-years-practitioner || ask
my daughters heart is set on being an early years educator, shes got gcses, is there a way in under 2 years?  =>  routes: gcses-grade-4-9 > early-years-educator months=23
can she do it while earning? she wants to be an electrician and has 5 good gcses  =>  routes: gcses-grade-4-9 > electrician study=while-working
my son is happy as a domestic installer does he have to go further  =>  next-steps: domestic-installer >
my mum is a childminder and wants to become a nursery manager  =>  routes: childminder > nursery-manager
Would my daughter be better off with an apprenticeship or A levels?  =>  ask
should he do electrical or childcare  =>  ask
my daughter wants to be a carer or a nursery nurse, what does she need  =>  requirements: > adult-care-worker early-years-practitioner || ask
how do I get my two year old into nursery  =>  ask
how much is nursery a week  =>  ask
what are the nursery opening times  =>  ask
is my son clever enough to be an electrician  =>  ask
My daughter wants to be a vet  =>  ask
my son wants to be a footballer what should he do  =>  ask
I need a carer for my mum  =>  ask
can you recommend an electrician  =>  ask
how do I stop my son playing games all day  =>  ask
can I claim child benefit while he does an apprenticeship  =>  ask
how do we become an electrician in Germany  =>  ask
is my child's nursery any good  =>  ask
What is my daughter's exam result?  =>  ask
my kids are driving me mad  =>  ask
which nursery is best near me  =>  ask
My daughter has just failed her GCSEs and wants to work in a nursery. What can she do?  =>  routes: gcses-grade-1-3 > childcare
can she work and study at the same time to become a nursery manager  =>  routes: > nursery-manager study=while-working
How do I get help with childcare costs?  =>  ask
can i get 30 hours free childcare  =>  ask
my daughter got 4 GCSEs at grade 4, nothing in maths. could she do early years?  =>  routes: gcses-grade-4-9 > childcare lack=general-has-level-2-english-maths
my daughter wants to be a nurse, how does she get there  =>  routes: > registered-nurse
My son wants to be a plumber but only got 2s and 3s in his GCSEs  =>  routes: gcses-grade-1-3 > plumber
how could our lad become a gym instructor  =>  routes: > gym-instructor
what could my daughter do with a level 3 in health  =>  next-steps: health:L3 >
does my son need a degree to be a PE teacher  =>  requirements: > pe-teacher
My daughter left school with nothing. Can she work in a hospital?  =>  routes: statutory-schooling > health
Is there an apprenticeship for teaching assistants?  =>  routes: > teaching-assistant-apprenticeship || requirements: > teaching-assistant-apprenticeship || ask || routes: > teaching-assistant
my son is a lifeguard, what next  =>  next-steps: lifeguard >
can my daughter be a midwife without maths  =>  routes: > midwife lack=general-has-level-2-english-maths || ask
my boy's teacher says he should leave  =>  ask
who can fix our boiler  =>  ask
My daughter wants to go to uni to study nursing  =>  routes: > registered-nurse || routes: > nursing-degree || ask
how long does it take for him to become a gas engineer  =>  routes: > gas-engineer focus=time
"""

RETURNER = """
I used to be a nursery nurse and want to go back as a room supervisor. What do I need?  =>  requirements: early-years-practitioner > room-supervisor
been a care assistant for 10 years and want to be a registered manager  =>  routes: adult-care-worker > registered-manager
I've been at home with my kids for 8 years. How do I get into childcare part time?  =>  routes: > childcare study=part-time
I have an NNEB and want to be a nursery manager  =>  routes: nneb-diploma > nursery-manager
I've O levels and want to work as a carer in a care home, near me  =>  routes: gcses-grade-4-9 > adult-care-worker
Old O levels, no maths. How do I become an early years educator?  =>  routes: gcses-grade-4-9 > early-years-educator lack=general-has-level-2-english-maths
I want to retrain as an electrician but I can't afford to stop working  =>  routes: > electrician study=while-working
retrain as an electrician at 45, evenings and weekends only  =>  routes: > electrician study=part-time
Is there a way into adult care that is free and close to home? I have no qualifications  =>  routes: statutory-schooling > adult-care
I'm happy as an electrician, do I have to go further?  =>  next-steps: electrician >
I'm content being a room supervisor. Is that ok?  =>  next-steps: room-supervisor >
I am a senior carer and don't want to be a manager, what else is there?  =>  next-steps: senior-care-worker > || ask
What next? I'm an early years educator.  =>  next-steps: early-years-educator >
I have a level 3 in childcare from 2005. What can I do with it?  =>  next-steps: childcare:L3 >
made redundant from retail, want to be an electrician within 18 months  =>  ask || routes: > electrician months=18
after 20 years as an electrician I want to become a project manager  =>  ask || routes: electrician > electrical-project-manager
I'm an electrician's mate. Which qualifications do I need to be an electrician?  =>  requirements: electricians-mate > electrician
I've got a degree and a level 2 in care. How could I become a registered manager?  =>  routes: bachelors-degree adult-care:L2 > registered-manager have=bachelors-degree
I have a level 2 in childcare and a level 2 in adult care. What next?  =>  next-steps: childcare:L2 adult-care:L2 >
I hold A levels, and I work as a nursery assistant; what's the way to early years teacher?  =>  routes: a-levels nursery-assistant > early-years-teacher have=a-levels,nursery-assistant
Can I become a childminder without any qualifications?  =>  routes: statutory-schooling > childminder || routes: > childminder
not got any GCSEs but want to be a care assistant  =>  routes: > adult-care-worker lack=gcses-grade-4-9
never passed my maths GCSE, can I still be an early years educator?  =>  routes: > early-years-educator lack=general-has-level-2-english-maths
I have GCSE English but no maths, how can I be a nursery nurse  =>  routes: gcses-grade-4-9 > early-years-practitioner lack=general-has-level-2-english-maths
I got CSE grade 1s years ago. how do i get into electrical work  =>  ask || routes: gcses-grade-4-9 > electrical || routes: > electrical
want to leave childcare and go into adult care, keeping my level 3  =>  routes: childcare:L3 > adult-care || transfer: childcare:L3 > adult-care || routes: childcare > adult-care || transfer: childcare > adult-care
Would my NVQ 3 in childcare count in adult care?  =>  transfer: nvq-childrens-care-level-3 > adult-care focus=carries-over || transfer: childcare:L3 > adult-care focus=carries-over
how long does it take to go from care assistant to senior carer  =>  routes: adult-care-worker > senior-care-worker focus=time
How soon could I become a childminder?  =>  routes: > childminder quickest || routes: > childminder focus=time || routes: > childminder quickest focus=time
Am I too old to become an electrician? I'm 52  =>  routes: > electrician
Easiest way into care with no qualifications  =>  routes: statutory-schooling > adult-care least-to-gain
childminder for 6 yrs, could I become a nursery manager w/o a degree  =>  routes: childminder > nursery-manager types=degree
I'm a qualified nursery nurse (level 3) and would like to be a deputy nursery manager by 2028 without leaving my job  =>  routes: early-years-educator > deputy-nursery-manager months=13 study=while-working
what jobs are there after a level 5 diploma in leadership  =>  next-steps: leadership-in-childrens-services-diploma > focus=jobs || ask
I'd like to do something with electrics but not domestic electrician  =>  routes: > electrical avoid=domestic-electrician
I want to work in care but not with children, what do I need  =>  requirements: > adult-care || requirements: > adult-care avoid=childcare
how do I become a nursery manager but not via the level 5  =>  routes: > nursery-manager avoid=L5 || routes: > nursery-manager avoid=childcare:L5
can I get into nursery work in six months  =>  routes: > childcare months=6
how do I get back into work  =>  ask
I'm bored and broke  =>  ask
I was a bank manager for years and want to be an early years teacher  =>  ask
I am a plumber's merchant, how do I become an electrician  =>  ask
Is it worth it?  =>  ask
will anyone hire me at 60  =>  ask
I have a criminal record  =>  ask
I trained as a nurse in the Philippines, can I be a care home manager  =>  ask
can I get a student loan for the level 3 diploma in adult care  =>  ask
where do I find my old certificates  =>  ask
am I entitled to universal credit  =>  ask
electrician or care assistant?  =>  ask
I'm a supervisor, what next?  =>  next-steps: team-leader > || ask
how do I renew my first aid certificate  =>  ask
I have a degree in history. Can I become an early years teacher?  =>  routes: bachelors-degree > early-years-teacher
can I become a nursery manager in under 3 years with a degree  =>  routes: bachelors-degree > nursery-manager months=35
I'm a teaching assistant. How do I become a teacher?  =>  routes: teaching-assistant > teacher
I've been a carer for 10 years and would like to be a nurse  =>  routes: adult-care-worker > registered-nurse
I have a degree and want to be a teacher  =>  routes: bachelors-degree > teacher
can i go from HCA to nursing associate  =>  routes: healthcare-support-worker > nursing-associate
Could I move from nursery manager to teaching?  =>  transfer: nursery-manager > teaching
I'm an electrician and fancy project management  =>  ask || routes: electrician > project-manager || routes: electrician > project-manager electrical-project-manager
Retraining as a plumber at 40 with no qualifications, how?  =>  routes: statutory-schooling > plumber
I work in a gym and want to be a personal trainer  =>  routes: sport-leisure > personal-trainer || ask
what transfers from care to health  =>  transfer: adult-care > health focus=carries-over
I used to be a nurse. What could I do now?  =>  next-steps: registered-nurse >
had to give up work for health reasons, what can I do  =>  ask
I have a level 3 in childcare, could I become a teaching assistant?  =>  routes: childcare:L3 > teaching-assistant || transfer: childcare:L3 > teaching-assistant
I'm a plumber. Could I be a building services engineer?  =>  routes: plumber > building-services-engineer
team leader to manager, what do I need  =>  ask || requirements: team-leader > operations-manager
"""

EMPLOYER = """
We have a care assistant who wants to be a senior carer. What does she need?  =>  requirements: adult-care-worker > senior-care-worker
we have a level 2 care worker who wants to progress to team leader  =>  ask
how can our nursery assistants become qualified nursery nurses  =>  routes: nursery-assistant > early-years-educator || routes: nursery-assistant > early-years-practitioner
What training do our electrician's mates need to become electricians?  =>  requirements: electricians-mate > electrician
Our apprentice has finished the electrician apprenticeship. What next for him?  =>  next-steps: electrician-apprenticeship >
What qualifications must a registered manager have?  =>  requirements: > registered-manager
What does someone need before I can employ them as an early years educator?  =>  requirements: > early-years-educator
we want to promote our room supervisor to deputy nursery manager  =>  routes: room-supervisor > deputy-nursery-manager
my staff have level 2 childcare and I need them at level 3 within 18 months  =>  routes: childcare:L2 > L3 months=18 || routes: childcare:L2 > childcare:L3 months=18
staff member with level 3 in adult care wants to be a registered manager while she works for us  =>  routes: adult-care:L3 > registered-manager study=while-working
how long before a nursery assistant can be an early years educator  =>  routes: nursery-assistant > early-years-educator focus=time
How long does it take to train a care assistant up to team leader in care?  =>  routes: adult-care-worker > adult-care-team-leader focus=time
What should I pay an early years educator?  =>  requirements: > early-years-educator focus=pay
whats the going rate for an electrician  =>  requirements: > electrician focus=pay || ask
One of our team has the Care Certificate and a level 2 in care, can she become a senior carer?  =>  routes: care-certificate adult-care:L2 > senior-care-worker have=care-certificate
we need our deputy nursery manager to be a nursery manager by next September  =>  routes: deputy-nursery-manager > nursery-manager months=9
which of our roles does a level 3 in childcare qualify someone for  =>  next-steps: childcare:L3 > focus=jobs || next-steps: childcare:L3 >
Can an electrical improver become an electrician without an apprenticeship?  =>  routes: electrical-improver > electrician types=apprenticeship
an employee with A levels wants to join our electrical team, where would they start  =>  transfer: a-levels > electrical focus=entry-level
Requirements for approved electrician (JIB)?  =>  requirements: > approved-electrician
Requirements for electrical supervisor, coming from electrician  =>  requirements: electrician > electrical-supervisor
can a senior carer move into nursery work  =>  transfer: senior-care-worker > childcare
Upskill care assistants to lead practitioner in adult care, on the job  =>  routes: adult-care-worker > lead-practitioner-in-adult-care study=while-working
Employee is an electrician and happy to stay as one. Do we have to move him on?  =>  next-steps: electrician >
what do we look for in a nursery manager  =>  requirements: > nursery-manager
Our cook wants to be a nursery assistant  =>  ask
two of our carers have GCSEs at C and above, could they become registered managers?  =>  routes: gcses-grade-4-9 > registered-manager || routes: adult-care-worker gcses-grade-4-9 > registered-manager have=adult-care-worker,gcses-grade-4-9 || routes: adult-care-worker gcses-grade-4-9 > registered-manager
Candidate: level 4 childcare. Role: nursery area manager. Gap?  =>  requirements: childcare:L4 > nursery-area-manager || routes: childcare:L4 > nursery-area-manager
Which apprenticeships can we offer in adult care?  =>  routes: > adult-care/apprenticeship || requirements: > adult-care/apprenticeship
we run a nursery. How do our level 2 staff get to level 3?  =>  routes: L2 > L3 || routes: childcare:L2 > childcare:L3 || routes: childcare:L2 > L3
what could our nursery assistants go on to  =>  next-steps: nursery-assistant >
a trainee of ours is on the level 2 diploma in care, what is the next step  =>  next-steps: level-2-diploma-in-care >
we'd like our domestic electricians to become approved electricians part-time  =>  routes: domestic-electrician > approved-electrician study=part-time
Does a nursery manager need a degree?  =>  requirements: > nursery-manager
Do our carers need maths?  =>  requirements: > adult-care-worker
for our electrician: route to electrical project manager, no university please  =>  routes: electrician > electrical-project-manager types=university
Employee (childcare L3) to early years teacher, cheapest way, without losing her job  =>  routes: childcare:L3 > early-years-teacher study=while-working
I need to hire three electricians  =>  ask
How do I fire an apprentice?  =>  ask
what is the legal ratio of staff to children  =>  ask
How much funding do I get for an apprentice  =>  ask
apprenticeship levy how does it work  =>  ask
should we take on an apprentice or a trainee  =>  ask
can we advertise a nursery job here  =>  ask
Do you deliver training?  =>  ask
post a vacancy  =>  ask
is our nursery outstanding  =>  ask
Our team leader wants to progress  =>  next-steps: team-leader > || ask
DBS check for a nursery assistant, how long does it take  =>  ask
care home for sale  =>  ask
what is the VAT rate  =>  ask
we need a manager  =>  ask
we need a new nursery manager, which staff could step up?  =>  ask
what do electrical improvers need to qualify  =>  ask
what does a room leader need to move up  =>  next-steps: room-supervisor >
How can our HCA become a nursing associate?  =>  routes: healthcare-support-worker > nursing-associate
Our teaching assistants want to be HLTAs, what do they need?  =>  requirements: teaching-assistant > higher-level-teaching-assistant
what should a team leader know  =>  requirements: > team-leader
Can our gym instructors become sports coaches?  =>  routes: gym-instructor > sports-coach
we need a new plumber  =>  ask
What's next for our playworkers?  =>  next-steps: playworker >
How long does the nursing associate apprenticeship take?  =>  routes: > nursing-associate-apprenticeship focus=time
our manager is rubbish  =>  ask
"""

BANK = {
    "learner": LEARNER,
    "adviser": ADVISER,
    "parent": PARENT,
    "returner": RETURNER,
    "employer": EMPLOYER,
    "mover": MOVER,
}
"""The questions by kind of user."""
