"""More questions with the readings expected, in four rounds after the bank.

Each round was asked once before anything was changed for it: what came of that stands in docs/questions.md.
Written as the bank is (see `questions_bank.py`).
"""

# ruff: noqa: E501  (one question a line)

from __future__ import annotations

LEARNER = """
can u be a nursery assistant with no gcses  =>  routes: > nursery-assistant lack=gcses-grade-4-9 || routes: statutory-schooling > nursery-assistant
wat jobs can i do wiv a level 3 in electrical  =>  next-steps: electrical:L3 > focus=jobs
im 14 and wanna know how to be an electrician one day  =>  routes: > electrician
how many years does it take to be an early years teacher  =>  routes: > early-years-teacher focus=time
i hate exams. is there a way to be a nursery nurse without a levels  =>  routes: > early-years-practitioner avoid=a-levels
got a 5 in english and a 2 in maths, what can i do in care  =>  routes: gcses-grade-1-3 > adult-care lack=general-has-level-2-english-maths
do care assistants get paid well  =>  requirements: > adult-care-worker focus=pay || ask
i want to be my own boss as an electrician  =>  routes: > electrical-contractor || routes: > electrician || ask
level 2 electrical, next?  =>  next-steps: electrical:L2 >
not uni. electrician to design technician electrical how  =>  routes: electrician > electrical-design-technician types=university || ask
i wnat to becom an eletrician and i have my gcses  =>  routes: gcses-grade-4-9 > electrician
t level in building services then what  =>  next-steps: t-level-building-services-engineering >
can i do an apprenticeship in childcare at 16  =>  routes: > childcare/apprenticeship
whats harder childcare or electrical  =>  ask
a levels or apprenticeship to be an electrician??  =>  ask || requirements: > electrician
how do i become a spy  =>  ask
my teacher is horrible  =>  ask
what time is lunch  =>  ask
whats 2+2  =>  ask
how do I become famous  =>  ask
"""

ADVISER = """
Client completed the Care Certificate, wants lead practitioner in adult care within two years  =>  routes: care-certificate > lead-practitioner-in-adult-care months=24
L1 caring for children to L2 childcare  =>  routes: childcare:L1 > childcare:L2 || routes: caring-for-children-level-1 > childcare:L2
What does the early years practitioner apprenticeship lead to?  =>  next-steps: early-years-practitioner-apprenticeship >
Which jobs are open to someone with the electrotechnical qualification?  =>  next-steps: electrotechnical-qualification > focus=jobs
Learner with GCSEs (maths 3, English 4), goal early years educator  =>  routes: gcses-grade-1-3 > early-years-educator lack=general-has-level-2-english-maths || routes: gcses-grade-4-9 > early-years-educator lack=general-has-level-2-english-maths || ask
Needs to be earning throughout: L2 adult care to L5 adult care  =>  routes: adult-care:L2 > adult-care:L5 study=while-working || ask
from functional skills level 2 to nursery assistant other than by an apprenticeship  =>  routes: functional-skills-english-maths-l2 > nursery-assistant types=apprenticeship
Entry requirements, level 5 diploma in leadership and management for adult care, for someone with NVQ 3 in care  =>  requirements: level-3-diploma-in-adult-care > level-5-diploma-leadership-adult-care || requirements: adult-care:L3 > level-5-diploma-leadership-adult-care || ask
How similar are the registered manager and nursery manager roles?  =>  compare: registered-manager > nursery-manager
requirements for domestic electrician as of 2027-09-01  =>  requirements: > domestic-electrician 2027-09-01
Client has been told she must retake maths. She is a nursery assistant and wants to be a room supervisor.  =>  routes: nursery-assistant > room-supervisor || routes: nursery-assistant > room-supervisor lack=general-has-level-2-english-maths
Can HNC childcare get you to area manager of nurseries?  =>  routes: hnc-early-years-leadership > nursery-area-manager
Progression to level 4 from foundation learning for a client not able to study full-time  =>  routes: E > L4 || routes: foundation-learning-entry-level > L4 || ask
Is a DBS needed to be a childminder?  =>  requirements: > childminder
which provider is best for level 3 electrical  =>  ask
How many apprentices finish their apprenticeship?  =>  ask
Compare wages of plumbers and electricians  =>  ask
Client wishes to emigrate to Canada as an electrician  =>  ask
"""

PARENT = """
son wants to be an electrician got 4s in most gcses but a 2 in english  =>  routes: gcses-grade-4-9 > electrician lack=general-has-level-2-english-maths || routes: gcses-grade-1-3 > electrician lack=general-has-level-2-english-maths
What does my daughter need to become a room supervisor? She has level 2 in childcare.  =>  requirements: childcare:L2 > room-supervisor
my daughter does not want to go to uni but loves children, what could she do  =>  routes: > childcare types=university || ask
Are there jobs in childcare for someone with only entry level?  =>  routes: E > childcare || routes: E > childcare focus=jobs
how does he go from level 1 electrical to being a qualified electrician  =>  routes: electrical:L1 > electrician
my daughter has got a degree in history, could she be an early years teacher in under 18 months?  =>  routes: bachelors-degree > early-years-teacher months=17
If my son does the electrician apprenticeship how long is it?  =>  routes: > electrician-apprenticeship focus=time || ask
would a t level in health help her become a senior carer  =>  routes: t-level-health > senior-care-worker
he failed his english, can he still do the electrician apprenticeship  =>  routes: > electrician-apprenticeship lack=general-has-level-2-english-maths
My son is a care assistant and he is happy there, should he be doing more?  =>  next-steps: adult-care-worker >
what's the salary for an electrical supervisor these days  =>  requirements: > electrical-supervisor focus=pay
how can my daughter become a nursery manager without an apprenticeship or a degree  =>  routes: > nursery-manager types=apprenticeship,degree
is college free for 17 year olds  =>  ask
My son is being bullied at nursery  =>  ask
Should my daughter do the T Level Early Years or the level 3 childcare apprenticeship?  =>  ask
what is a good present for a nursery teacher  =>  ask
can my child start nursery at 2  =>  ask
"""

RETURNER = """
I was a childminder until I had my own children. Can I become an early years educator part time?  =>  routes: childminder > early-years-educator study=part-time
Ex electrician wanting to teach  =>  ask
how do I get from carer to registered manager without giving up my job  =>  routes: adult-care-worker > registered-manager study=while-working
I have A levels, a level 2 diploma in care and the Care Certificate. How can I become a senior carer?  =>  routes: a-levels level-2-diploma-in-care care-certificate > senior-care-worker have=a-levels,level-2-diploma-in-care,care-certificate
at 50 with just O levels could I be an electrician by September 2029?  =>  routes: gcses-grade-4-9 > electrician months=33
I don't want to work with adults any more, I'm a care assistant. How do I get into nursery work?  =>  routes: adult-care-worker > childcare || transfer: adult-care-worker > childcare
I am quite content as a childminder. What are my options if I stay?  =>  next-steps: childminder >
no desire to manage anyone, I'm a room supervisor, what other jobs could I do?  =>  next-steps: room-supervisor > focus=jobs
worked in a care home 15 years never got any qualifications how do i become a team leader in care  =>  routes: adult-care > adult-care-team-leader || routes: statutory-schooling > adult-care-team-leader || ask
I have a HND in childcare. Is it any use in adult care?  =>  transfer: hnd-early-years-leadership > adult-care focus=carries-over || transfer: childcare:L5 > adult-care focus=carries-over
Could I do the electrotechnical qualification in the evenings?  =>  routes: > electrotechnical-qualification study=part-time
I've lost my NVQ certificate  =>  ask
can I get my old job back at the nursery  =>  ask
What is the state pension age  =>  ask
I am lonely  =>  ask
"""

EMPLOYER = """
What should a team leader in care have?  =>  requirements: > adult-care-team-leader
One of our nursery assistants would like to train as an early years educator whilst working. How?  =>  routes: nursery-assistant > early-years-educator study=while-working
how quickly can we get a care assistant to senior carer  =>  routes: adult-care-worker > senior-care-worker focus=time || routes: adult-care-worker > senior-care-worker quickest focus=time || routes: adult-care-worker > senior-care-worker quickest
We need a registered manager by 2028 and have a deputy care home manager  =>  routes: adult-care-deputy-manager > registered-manager months=13 || ask
What's next for our early years lead practitioner?  =>  next-steps: early-years-lead-practitioner >
do we have to pay for level 3 childcare  =>  ask
an electrician of ours wants to move to the office as a project manager, not by way of a degree  =>  routes: electrician > electrical-project-manager types=degree || ask
Can our volunteers become care assistants?  =>  routes: care-volunteer > adult-care-worker
requirements: nursery manager vs deputy nursery manager  =>  compare: nursery-manager > deputy-nursery-manager || compare: deputy-nursery-manager > nursery-manager
our senior carer doesn't have maths, can she become a deputy manager in adult care  =>  routes: senior-care-worker > adult-care-deputy-manager lack=general-has-level-2-english-maths
is our business insured  =>  ask
find me a nursery manager  =>  ask
how do we get rid of an electrician  =>  ask
our shop needs rewiring  =>  ask
"""

AGAIN = """
wot do u need 2 be a nursery manager  =>  requirements: > nursery-manager
is it possible to be an electrician if u got 3s in ur gcses  =>  routes: gcses-grade-1-3 > electrician
im 17 got a level 1 in electrical and dunno what to do  =>  next-steps: electrical:L1 >
can i get into care with just entry level  =>  routes: E > adult-care
what is the job of a room supervisor  =>  ask
electrician no gcses no money  =>  ask || routes: > electrician lack=gcses-grade-4-9
i've got nothing but i love babies and want a job with them quick  =>  routes: statutory-schooling > childcare quickest || ask
what a levels should i take to be an early years teacher  =>  requirements: > early-years-teacher
my mate is an electrician and earns loads, how do i do that  =>  routes: > electrician || ask
do you think i could be a nursery nurse  =>  routes: > early-years-practitioner
i want to be a nursery nurse or a care assistant, what do i need for each  =>  requirements: > early-years-practitioner adult-care-worker || ask
can you be an electrician if youre colour blind  =>  ask || routes: > electrician
how do i become president  =>  ask
i dont know what i want to do  =>  ask
Client: two A levels (A level maths, A level physics). Aim: electrical design technician.  =>  routes: a-levels > electrical-design-technician || ask
Which level would a registered manager enter childcare at?  =>  transfer: registered-manager > childcare focus=entry-level
What qualifications count for room supervisor?  =>  requirements: > room-supervisor
from level 2 diploma in care to level 3 diploma in adult care, shortest  =>  routes: level-2-diploma-in-care > level-3-diploma-in-adult-care quickest
Client has EYPS, what can she do?  =>  next-steps: early-years-professional-status >
Adult with low literacy wants a route to care assistant within a year, part time  =>  routes: > adult-care-worker months=12 study=part-time || ask
Does the level 3 technical diploma for the early years workforce qualify you as an early years educator?  =>  routes: early-years-educator-technical-diploma > early-years-educator || requirements: early-years-educator-technical-diploma > early-years-educator
T Level Health student unsure between care and childcare  =>  ask
Learner would prefer not to do the care apprenticeship but wants to be a senior carer, has L2 care  =>  routes: adult-care:L2 > senior-care-worker types=apprenticeship || routes: adult-care:L2 > senior-care-worker avoid=adult-care-worker-apprenticeship || routes: adult-care:L2 > senior-care-worker avoid=adult-care/apprenticeship || ask
Where does the HNC electrical lead?  =>  next-steps: hnc-electrical-building-services >
How long is the level 5 diploma in leadership and management for adult care?  =>  routes: > level-5-diploma-leadership-adult-care focus=time
What funding is there for the level 3 diploma in adult care?  =>  ask
evening classes for level 2 childcare in Hull  =>  ask || routes: > childcare:L2 study=part-time
What is an LPM?  =>  ask
My daughter is 15 and predicted 5s, she'd like to go into childcare but she doesn't want to stay on at school  =>  routes: > childcare || routes: gcses-grade-4-9 > childcare || ask
My son says he will be an electrician in a year. Is that realistic?  =>  routes: > electrician months=12 || ask
what are the chances of my daughter getting an apprenticeship  =>  ask
he's good with his hands, hates maths, wants to be an electrician  =>  routes: > electrician || ask
My daughter has her heart set on early years teacher but can't face university, is there a way?  =>  routes: > early-years-teacher types=university || routes: > early-years-teacher || ask
How much would my son be paid as a domestic electrician?  =>  requirements: > domestic-electrician focus=pay
My daughter's a nursery assistant with A levels, how could she be an early years educator?  =>  routes: nursery-assistant a-levels > early-years-educator have=nursery-assistant,a-levels
Is my daughter too young to be a childminder at 16?  =>  routes: > childminder || ask
are nursery nurses the same as early years educators  =>  compare: early-years-practitioner > early-years-educator || ask
my son can't read very well, he wants to do electrics  =>  routes: > electrical
my nan needs a carer  =>  ask
My daughter is at nursery three days a week, is that too much?  =>  ask
Been out of work for ten years, used to be a care assistant, no certificates. Route back to senior carer?  =>  routes: adult-care-worker > senior-care-worker || routes: statutory-schooling > senior-care-worker || ask
I've worked as an electrician's mate for 6 years and want my level 3  =>  routes: electricians-mate > L3 || routes: electricians-mate > electrical:L3
I'd rather not go back to college. Can I be a nursery assistant?  =>  routes: > nursery-assistant
I have a foundation degree in early years, can I top it up to become an early years teacher?  =>  routes: foundation-degree-early-years > early-years-teacher
I only want to do childcare in the mornings  =>  ask || routes: > childcare
Which is quicker, the level 3 childcare apprenticeship or the level 3 diploma in childcare?  =>  ask
Am I qualified to run a care home with a level 5 diploma in leadership and management for adult care?  =>  requirements: level-5-diploma-leadership-adult-care > registered-manager || routes: level-5-diploma-leadership-adult-care > registered-manager
I've moved here from Poland where I was an electrician  =>  ask
I love being a childminder. Is there any need to do more?  =>  next-steps: childminder >
how do I get my confidence back  =>  ask
can I become a room supervisor without a level 3  =>  ask || routes: > room-supervisor || routes: > room-supervisor avoid=L3 || routes: > room-supervisor lack=L3
We have staff with the level 2 early years diploma. What could they do next?  =>  next-steps: early-years-practitioner-diploma >
What must our team leader in care do to be deputy care home manager?  =>  requirements: adult-care-team-leader > adult-care-deputy-manager || routes: adult-care-team-leader > adult-care-deputy-manager
I'd like my apprentice to be an electrician by March 2028  =>  routes: > electrician months=15 || ask
which staff can work with babies  =>  ask
can a care worker be trained to be a registered manager on the job  =>  ask
Our electrician wants to stay put. Fine?  =>  next-steps: electrician >
how do I motivate my staff  =>  ask
do nursery assistants need a level 2  =>  requirements: > nursery-assistant
Our nursery manager is leaving, who can replace her  =>  ask
"""

THIRD = """
how do i get to be a spark without doing loads of exams  =>  routes: > electrician || ask
I'm in Y9 and thinking about nursery nursing, what GCSEs should I pick?  =>  requirements: > childcare || requirements: > early-years-practitioner || requirements: statutory-schooling > childcare || requirements: statutory-schooling > early-years-practitioner || ask
is electrician a good job  =>  ask
if i do a t level in health can i be a care assistant  =>  routes: t-level-health > adult-care-worker
i got Bs and Cs in my GCSEs, how do i become a domestic electrician  =>  routes: gcses-grade-4-9 > domestic-electrician
my options are an apprenticeship in childcare or A levels, what should i do  =>  ask
how long until i could be a nursery manager if i start with no qualifications  =>  routes: statutory-schooling > nursery-manager focus=time
im not clever but i want to work with old people  =>  ask || routes: > adult-care
whats after level 1 caring for children  =>  next-steps: caring-for-children-level-1 >
what even is an electrician  =>  ask
i want 2 b a childminder b4 im 20  =>  routes: > childminder || ask
can i be an electrician and a nursery nurse  =>  ask || routes: > electrician early-years-practitioner
can i quit my a levels and become an electrician  =>  routes: > electrician || routes: a-levels > electrician || routes: gcses-grade-4-9 > electrician || routes: > electrician lack=a-levels || ask
how much does an apprentice electrician get  =>  ask
Client aged 19, level 2 early years, would like lead practitioner in adult care, evenings  =>  routes: childcare:L2 > lead-practitioner-in-adult-care study=part-time || routes: L2 > lead-practitioner-in-adult-care study=part-time || ask
Route: nursery-assistant -> nursery-manager, excluding apprenticeships  =>  routes: nursery-assistant > nursery-manager types=apprenticeship
Is there progression from the short course in electrical installation?  =>  next-steps: short-electrical-installation-course >
A student holding GCSE maths at grade 6 and English at grade 2 seeks the T Level Early Years  =>  routes: gcses-grade-1-3 > t-level-education-and-early-years lack=general-has-level-2-english-maths || ask
Are the entry requirements for the electrician apprenticeship different from the domestic electrician apprenticeship?  =>  compare: electrician-apprenticeship > domestic-electrician-apprenticeship || ask
Can the NVQ diploma electrical be done while employed?  =>  routes: > nvq-diploma-electrotechnical study=while-working || ask
Fewest qualifications from L2 childcare to nursery manager  =>  routes: childcare:L2 > nursery-manager fewest-steps
Do you have statistics on electricians  =>  ask
What did a nursery manager need in 2015?  =>  requirements: > nursery-manager 2015-01-01
Client qualified in Romania as a nursery teacher  =>  ask
Which level is the Care Certificate?  =>  ask
My daughter isn't academic. How could she get into childcare?  =>  routes: > childcare
my son doesn't have any GCSEs but he's brilliant with wires, could he do the level 2 electrical  =>  routes: > electrical:L2 lack=gcses-grade-4-9 || routes: > level-2-diploma-electrical-installation lack=gcses-grade-4-9 || ask
we were told she can't do level 3 childcare without maths. is that true  =>  ask || routes: > childcare:L3 lack=general-has-level-2-english-maths || requirements: > childcare:L3 || requirements: > childcare:L3 lack=general-has-level-2-english-maths
how does a 16 year old get into care work without experience  =>  routes: > adult-care
Can my daughter go from a T level straight to being an early years educator  =>  ask || routes: t-level-education-and-early-years t-level-building-services-engineering t-level-health > early-years-educator || routes: t-level-education-and-early-years > early-years-educator
My son wants out of school. He likes wiring. What should he do?  =>  ask || next-steps: statutory-schooling >
which is the best nursery in Bath  =>  ask
is my daughter's nursery manager qualified  =>  ask
My daughter's childminder is leaving, what should I do?  =>  ask
After a career break, how can an early years teacher return?  =>  ask || next-steps: early-years-teacher >
I'm a care assistant with 3 kids and no time, is there a way to senior carer that I can do at work  =>  routes: adult-care-worker > senior-care-worker || routes: adult-care-worker > senior-care-worker study=while-working || ask
Want to change from care work to electrics at 40, got GCSEs, need to keep earning  =>  routes: adult-care gcses-grade-4-9 > electrical study=while-working || routes: gcses-grade-4-9 > electrical study=while-working || transfer: adult-care > electrical study=while-working || transfer: adult-care gcses-grade-4-9 > electrical study=while-working || routes: adult-care > electrical study=while-working || ask
I never finished my A levels. What can I do in childcare?  =>  routes: > childcare lack=a-levels
I have level 3 childcare and don't want to work with children any more  =>  ask || next-steps: childcare:L3 > avoid=childcare
Previously a registered manager, now want something less stressful  =>  ask || next-steps: registered-manager >
O level maths, CSE English. Care assistant possible?  =>  routes: gcses-grade-4-9 > adult-care-worker || ask
Can I go back to being a nursery nurse?  =>  routes: > early-years-practitioner
how do i apply for benefits  =>  ask
What do I need in order to employ a registered manager?  =>  requirements: > registered-manager || ask
our care assistants want level 3  =>  routes: adult-care-worker > L3 || routes: adult-care-worker > adult-care:L3
We would like to send two nursery assistants on a level 2 childcare course  =>  routes: nursery-assistant > childcare:L2 || ask
How do we support a room supervisor to become a nursery manager in three years?  =>  routes: room-supervisor > nursery-manager months=36
what pay do nursery assistants expect  =>  requirements: > nursery-assistant focus=pay
Which of childminder and nursery assistant is easier to get into?  =>  ask
we are an electrical firm  =>  ask
the electrician did not turn up  =>  ask
not an electrician, a care assistant. how?  =>  routes: > adult-care-worker avoid=electrician || ask
"""

FOURTH = """
whats the quickest way to be a nurse  =>  routes: > registered-nurse quickest
i want to be a TA but i only have 3s in my gcses  =>  routes: gcses-grade-1-3 > teaching-assistant
do u need gcses to be a personal trainer  =>  requirements: > personal-trainer
how do i becom a plumer  =>  routes: > plumber
can i be a gym instructor at 16  =>  routes: > gym-instructor || ask
what could i do after t level health  =>  next-steps: t-level-health >
hca to nurse without going to uni  =>  routes: healthcare-support-worker > registered-nurse types=university || ask
i love kids and sport, how do i get to be a pe teacher  =>  routes: > pe-teacher || ask
how much do paramedics get paid  =>  requirements: > paramedic focus=pay
is being a midwife hard  =>  ask
I finished level 2 plumbing what now  =>  next-steps: level-2-diploma-plumbing-studies >
i wanna work with teenagers  =>  ask || routes: > playwork-youth
how long does it take to be a teacher from year 11  =>  routes: statutory-schooling > teacher focus=time
Client is a healthcare assistant with level 3 who wants to be a registered nurse by an apprenticeship  =>  routes: healthcare-support-worker > registered-nurse || ask
Entry requirements for the nursing associate apprenticeship?  =>  requirements: > nursing-associate-apprenticeship
HLTA to qualified teacher, no degree held  =>  routes: higher-level-teaching-assistant > teacher lack=bachelors-degree || routes: higher-level-teaching-assistant > teacher || ask
Compare youth work and playwork.  =>  compare: youth-worker > playworker || ask
Progression from team leader apprenticeship  =>  next-steps: team-leader-apprenticeship >
Which level does a gym instructor enter sports coaching at?  =>  routes: gym-instructor > sports-coach || ask
What level would someone with A levels start at in plumbing?  =>  routes: a-levels > plumber || routes: a-levels > building-services
nursery manager into nursing: what carries over?  =>  transfer: nursery-manager > health focus=carries-over || transfer: nursery-manager > registered-nurse focus=carries-over
routes from senior carer to nursing associate within 3 years  =>  routes: senior-care-worker > nursing-associate months=36
Is the CMI level 5 needed to be an operations manager?  =>  requirements: > operations-manager || ask
learner with functional skills level 2 wants lifeguard work  =>  routes: functional-skills-english-maths-l2 > lifeguard
what qualifications does a SENCO need?  =>  requirements: > senco
gas engineer: part time routes for a plumber  =>  routes: plumber > gas-engineer study=part-time || ask
My daughter wants to be a midwife. What A levels does she need?  =>  requirements: > midwife
my son left school with no GCSEs and wants to be a plumber  =>  routes: statutory-schooling > plumber lack=gcses-grade-4-9 || routes: statutory-schooling > plumber || routes: > plumber lack=gcses-grade-4-9
Can my son become a physio  =>  routes: > physiotherapist || ask
our daughter's a dinner lady, could she become a teaching assistant  =>  routes: lunchtime-supervisor > teaching-assistant
she's got a sports degree, can she teach PE  =>  routes: sport-leisure:L6 > pe-teacher || routes: sport-science-degree > pe-teacher || routes: bachelors-degree > pe-teacher || ask
My lad is mad about football. How does he get to be a football coach?  =>  routes: > sports-coach
does my son need maths to be a heating engineer  =>  requirements: > gas-engineer || ask
how much is uni for nursing  =>  ask
my daughter starts her T Level in education next week, can she be a primary teacher after it  =>  routes: t-level-education-and-early-years > teacher || ask
are there playworker jobs near Derby  =>  ask
I'm a chef and I'd like to retrain as a nurse  =>  ask || routes: > registered-nurse
I've managed a shop for years. Could I be an operations manager?  =>  routes: > operations-manager || ask
Been a teaching assistant since 2012 and want to teach. How?  =>  routes: teaching-assistant > teacher || ask
electrician wanting to become a project manager, quickest route  =>  ask || routes: electrician > project-manager electrical-project-manager quickest
I have no qualifications, can I work in health?  =>  routes: statutory-schooling > health
I hold a degree in history. How do I become a teacher?  =>  routes: bachelors-degree > teacher
Can a care assistant move into nursing  =>  transfer: adult-care-worker > health || transfer: adult-care-worker > registered-nurse || routes: adult-care-worker > health
what transfers from being a carer to being a healthcare assistant  =>  transfer: adult-care-worker > healthcare-support-worker focus=carries-over
I'd like to work with young people but not teach  =>  ask || routes: > playwork-youth || routes: > playwork-youth avoid=teacher
redundancy at 50, want to be a gas engineer while still working  =>  routes: > gas-engineer study=while-working || ask
i was a youth worker years ago and want to go into teaching  =>  routes: youth-worker > teaching || transfer: youth-worker > teaching || routes: youth-worker > teacher
Where would I start in sport with GCSEs at grade 4?  =>  routes: gcses-grade-4-9 > sport-leisure || transfer: gcses-grade-4-9 > sport-leisure focus=entry-level
Can I go from gym instructor to personal trainer in 6 months  =>  routes: gym-instructor > personal-trainer months=6
I have level 3 beauty therapy, can I work in health?  =>  ask
We want to train our HCAs as nursing associates. What will they need?  =>  requirements: healthcare-support-worker > nursing-associate
our team leader would like to be a manager  =>  ask || routes: team-leader > operations-manager
can our playworkers become early years educators while working  =>  routes: playworker > early-years-educator study=while-working
what do i need to become a chartered manager with my level 5  =>  requirements: L5 > chartered-manager || requirements: leadership-management:L5 > chartered-manager || ask
Senior TA to HLTA, what is the gap  =>  requirements: senior-teaching-assistant > higher-level-teaching-assistant || routes: senior-teaching-assistant > higher-level-teaching-assistant || ask
recruit a plumber  =>  ask
how do i fix a leaking tap  =>  ask
what is a SENCO  =>  ask
nurse  =>  ask
teecher traning  =>  ask
my boiler is broken  =>  ask
do paramedics earn more than nurses  =>  ask || compare: paramedic > registered-nurse
"""

HELD_OUT = {
    "round 1": LEARNER + ADVISER + PARENT + RETURNER + EMPLOYER,
    "round 2": AGAIN,
    "round 3": THIRD,
    "round 4": FOURTH,
}
"""The questions by round."""
