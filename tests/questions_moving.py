"""Questions of people who would change sector, with what each is read as (see `questions_report.py`).

Of a transfer no `focus` wants a yes or a no. A goal left empty is every other sector.
"""

# ruff: noqa: E501  (a question a line)

MOVER = """
Could a nursery nurse become an electrician?  =>  transfer: early-years-practitioner > electrician
Can I go from level 3 childcare to level 4 electrical?  =>  transfer: childcare:L3 > electrical:L4
Is it possible to move from level 3 childcare into electrical?  =>  transfer: childcare:L3 > electrical
is it possible for a carer to become a nurse  =>  transfer: adult-care-worker > registered-nurse
could i go from teaching assistant to youth worker  =>  transfer: teaching-assistant > youth-worker
I'm a gym instructor. Can I become a teaching assistant?  =>  transfer: gym-instructor > teaching-assistant
i have level 3 in health, can i do level 4 childcare  =>  transfer: health:L3 > childcare:L4
With a level 2 in adult care could I start level 3 childcare?  =>  transfer: adult-care:L2 > childcare:L3
would a plumber be able to become a teacher  =>  transfer: plumber > teacher
am i able to move into health from childcare level 2  =>  transfer: childcare:L2 > health
Could someone with a level 3 in sport move across into health at level 4?  =>  transfer: sport-leisure:L3 > health:L4
can my son switch from electrical level 2 to plumbing  =>  transfer: electrical:L2 > plumber || transfer: electrical:L2 > building-services
If I have a level 3 in childcare can I do a level 4 in electrical  =>  transfer: childcare:L3 > electrical:L4
thinking of moving from adult care to teaching  =>  transfer: adult-care > teaching
I have A levels. Could I start at level 4 in electrical?  =>  transfer: a-levels > electrical:L4
can I go straight into level 4 electrical with A levels  =>  transfer: a-levels > electrical:L4
could I move from level 3 childcaer to electricle  =>  transfer: childcare:L3 > electrical
can a nursrey manager becom a registered manager  =>  transfer: nursery-manager > registered-manager
Can I get from level 2 childcare to level 3 childcare?  =>  routes: childcare:L2 > childcare:L3
Can I become a nursery manager from room leader?  =>  routes: room-supervisor > nursery-manager
Could I become a nurse?  =>  routes: > registered-nurse
how can I get from level 3 childcare into electrical  =>  routes: childcare:L3 > electrical
Can I go from GCSEs to level 3 childcare?  =>  routes: gcses-grade-4-9 > childcare:L3
can a carer become a nurse part time  =>  routes: adult-care-worker > registered-nurse study=part-time
I want to become an electrician. Where do I start?  =>  routes: > electrician
At what level would I start in electrical with A levels?  =>  transfer: a-levels > electrical focus=entry-level
I have A levels: where would I start in each?  =>  transfer: a-levels > focus=entry-level
what level would I start at in each sector with GCSEs  =>  transfer: gcses-grade-4-9 > focus=entry-level
where would I start in teaching if I have level 3 childcare  =>  transfer: childcare:L3 > teaching focus=entry-level
What level would a nursery manager go in at in adult care?  =>  transfer: nursery-manager > adult-care focus=entry-level
which level could an electrician enter building services at  =>  transfer: electrician > building-services focus=entry-level
at what level would a youth worker start in childcare and in teaching  =>  transfer: youth-worker > childcare teaching focus=entry-level
at what level would i start in health with no qualifications  =>  transfer: statutory-schooling > health focus=entry-level
I want to change career from nursing. Where could I start?  =>  transfer: registered-nurse > focus=entry-level
would I have to start again if I moved from childcare to teaching  =>  transfer: childcare > teaching focus=entry-level
I have a T Level in Health, at what level would I start in adult care?  =>  transfer: t-level-health > adult-care focus=entry-level
What would carry over from childcare to adult care?  =>  transfer: childcare > adult-care focus=carries-over
what carries over from level 3 electrical to building services  =>  transfer: electrical:L3 > building-services focus=carries-over
What would carry over from level 3 childcare?  =>  transfer: childcare:L3 > focus=carries-over
What carries over from childcare level 3 to other sectors?  =>  transfer: childcare:L3 > focus=carries-over
which of my skills as a carer are transferable to childcare  =>  transfer: adult-care-worker > childcare focus=carries-over
does a level 3 in health count towards teaching  =>  transfer: health:L3 > teaching focus=carries-over
would my level 2 in sport be any use in health  =>  transfer: sport-leisure:L2 > health focus=carries-over
Which sectors could I move to from level 3 childcare?  =>  transfer: childcare:L3 >
what other sectors could a nursery manager move into  =>  transfer: nursery-manager >
could i move to another sector with level 3 childcare  =>  transfer: childcare:L3 >
Which industries can a plumber get into?  =>  transfer: plumber >
how many sectors could I enter with a level 2 in care  =>  transfer: adult-care:L2 >
I'm a teaching assistant, what other fields could I go into  =>  transfer: teaching-assistant >
I've got level 3 sport. Could I change sector?  =>  transfer: sport-leisure:L3 >
I have level 3 childcare. What can I do next without leaving the sector?  =>  next-steps: childcare:L3 > stay-in-sector
How similar are childcare and adult care?  =>  compare: childcare > adult-care
What do childcare and teaching have in common?  =>  compare: childcare > teaching
Compare childcare, adult care and electrical  =>  compare: childcare > adult-care electrical
compare health with adult social care  =>  compare: health > adult-care
do childcare and health overlap  =>  compare: childcare > health
overlap between playwork and teaching  =>  compare: playwork-youth > teaching
how different are electrical and building services  =>  compare: electrical > building-services
how close are playwork and youth work and childcare  =>  compare: playwork-youth > childcare || ask
Compare childcare with every other sector  =>  compare: childcare >
Which sector is most like childcare?  =>  compare: childcare >
How similar is adult care to the other sectors?  =>  compare: adult-care >
childcare vs teaching vs health  =>  compare: childcare > teaching health
difference between level 3 childcare and level 3 adult care  =>  compare: childcare:L3 > adult-care:L3
how simliar are childcare and aduult care  =>  compare: childcare > adult-care
compare childcare  =>  ask
how similar are childcare and gardening  =>  ask
compare childcare and hairdressing with teaching  =>  ask
could I move from level 9 childcare to electrical  =>  ask
could I move from childcare to astrophysics  =>  ask
can I go from care worker to electrician  =>  ask
could I move?  =>  ask
what would carry over?  =>  ask
something with people instead  =>  ask
I'm an electrician. I'd like to work with people instead  =>  ask
I'm a plumber, what can I do to work with people instead?  =>  ask
I am a nursery nurse but I want to work with my hands instead  =>  ask
I'd rather work outdoors instead  =>  ask
I want to work with animals instead  =>  ask
I have level 3 childcare but I want something with computers  =>  ask
"""
