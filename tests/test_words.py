"""What people read, sentence by sentence."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from explorer.words import (
    activity_sentence,
    also_from_sentence,
    any_of_sentences,
    because,
    caution_sentence,
    closed_in_words,
    condition_sentence,
    difference_sentence,
    figures_sentence,
    gain_in_words,
    gives_sentences,
    hard_sentence,
    holes_sentence,
    in_a_sentence,
    label_words,
    list_in_words,
    months_in_words,
    next_steps_sentence,
    no_route_sentences,
    paves_sentences,
    place_name,
    places_name,
    position_in_full,
    requirement_sentence,
    route_result_sentence,
    search_sentence,
    sentence,
    source_in_full,
    source_sentence,
    start_sentence,
    status_sentence,
    stay_sentence,
    step_sentence,
    time_in_words,
    unknown_sentences,
    waivers_sentences,
    way_in_words,
)
from graph_loader import load_catalogue
from pathways.catalogue import Catalogue
from pathways.learner import Basis, Learner, Status
from pathways.model import Citation, Condition, ConditionKind, Evidence, Kind
from pathways.places import Place, read_place
from pathways.queries import RouteQuery
from pathways.results import (
    Assessed,
    AssessedAlternative,
    ClosedBecause,
    ClosedStep,
    Figures,
    Label,
    Nearest,
    NoRoute,
    NoRouteBecause,
    Prefer,
    Route,
    RouteResult,
    RouteStep,
    SearchReport,
)
from pathways.route_index import RouteIndex
from pathways.routes import find_next_steps, find_routes

STORY = Path(__file__).parent / "story"
TODAY = date(2026, 11, 22)
STAYS = "Many room leaders like the work and stay."


@pytest.fixture(scope="module")
def index() -> RouteIndex:
    return RouteIndex.build(load_catalogue([STORY]))


@pytest.fixture(scope="module")
def story(index: RouteIndex) -> Catalogue:
    return index.catalogue


def routes(index: RouteIndex, start: str, goal: str, **fields: object) -> RouteResult:
    day = fields.pop("as_of", TODAY)
    ends = ((read_place(each, index.catalogue),) for each in (start, goal))
    return find_routes(index, RouteQuery(*ends, day, **fields))  # type: ignore[arg-type]


def figures(**fields: int | None) -> Figures:
    held = {"to_gain": 4, "steps": 2, "months": 12, "months_at_least": 12}
    held |= {"sector_changes": 0, "conditions": 0, "holes": 0}
    return Figures(**(held | fields))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("months", "words"),
    [
        (0, "no set time"),
        (1, "about a month"),
        (3, "about 3 months"),
        (6, "about 6 months"),
        (11, "about 11 months"),
        (12, "about a year"),
        (13, "about a year"),
        (15, "about a year and 3 months"),
        (17, "about a year and a half"),
        (18, "about a year and a half"),
        (23, "about 2 years"),
        (24, "about 2 years"),
        (30, "about 2 and a half years"),
        (34, "about 2 years and 10 months"),
        (54, "about 4 and a half years"),
    ],
)
def test_months_are_said_as_people_say_them(months: int, words: str) -> None:
    assert months_in_words(months) == words


@pytest.mark.parametrize(
    ("half_units", "words"),
    [
        (0, "nothing new to gain"),
        (1, "half of one thing to gain"),
        (2, "1 thing to gain"),
        (3, "1 and a half things to gain"),
        (9, "4 and a half things to gain"),
        (10, "5 things to gain"),
    ],
)
def test_half_units_are_said_as_halves(half_units: int, words: str) -> None:
    assert gain_in_words(half_units) == words


def test_a_time_that_is_known_in_part_is_at_least_that() -> None:
    assert time_in_words(figures(months=None, months_at_least=18)) == "at least a year and a half"


def test_a_time_that_is_not_known_at_all_says_so() -> None:
    assert time_in_words(figures(months=None, months_at_least=0)) == "a time we do not know"


def test_a_list_is_joined_as_a_sentence_joins_it() -> None:
    assert list_in_words(["a", "b", "c"], "or") == "a, b or c"


def test_a_sentence_begins_with_a_capital_and_ends_with_a_stop() -> None:
    assert sentence("is it so?") == "Is it so?"
    assert sentence("it is so") == "It is so."


@pytest.mark.parametrize(
    ("title", "inside"),
    [
        ("Childcare and early years", "childcare and early years"),
        ("NVQ level 3", "NVQ level 3"),
        ("T Level in building", "T Level in building"),
        ("Level 3", "level 3"),
    ],
)
def test_a_title_inside_a_sentence_keeps_the_capitals_of_names(title: str, inside: str) -> None:
    assert in_a_sentence(title) == inside


def test_places_are_named_and_never_by_id(story: Catalogue) -> None:
    assert place_name(Place(sector="care", level="L3"), story) == "level 3 in care of children"
    assert place_name(Place(level="U"), story) == "no qualifications"
    assert place_name(Place(position="room-leader"), story) == "Room leader"
    assert (
        places_name((Place(position="room-leader"), Place(sector="wood")), story) == "Room leader or woodwork"
    )


def test_a_job_says_that_it_is_one_and_at_what_level(story: Catalogue) -> None:
    assert position_in_full("room-leader", story) == "Room leader, a job at level 3"
    assert position_in_full("diploma", story) == "Diploma in care, at level 3"


@pytest.mark.parametrize(
    ("basis", "by", "status", "reason"),
    [
        (Basis.GIVEN, "room-leader", Status.MET, "given by Room leader"),
        (Basis.START, "diploma", Status.MET, "given by Diploma in care"),
        (Basis.ANSWER, None, Status.PARTLY, "your answer"),
        (Basis.ASSUMED, "diploma", Status.MET, "assumed from level 3 in care of children"),
        (
            Basis.GAINED,
            "certificate-to-diploma",
            Status.MET,
            "gained earlier on this route, on the way to Diploma in care",
        ),
        (
            Basis.SIMILAR,
            "leads-wood",
            Status.PARTLY,
            "you have something like it: You have run a workshop",
        ),
        (Basis.UNKNOWN, None, Status.NOT_ASKED, "not asked yet"),
    ],
)
def test_every_status_has_its_reason_in_words(
    story: Catalogue, basis: Basis, by: str | None, status: Status, reason: str
) -> None:
    assessed = Assessed("leads-care", Kind.ATTAINMENT, status, basis, by)
    assert because(assessed, story, "diploma") == reason


def test_a_status_is_a_sentence_with_its_reason(story: Catalogue) -> None:
    assessed = Assessed("leads-care", Kind.ATTAINMENT, Status.NOT_MET, Basis.ANSWER)
    assert status_sentence(assessed, story, "diploma") == "Not yet: your answer."


def test_a_requirement_says_that_the_law_asks_for_it(story: Catalogue) -> None:
    assessed = Assessed("first-aid", Kind.ATTAINMENT, Status.NOT_ASKED, Basis.UNKNOWN)
    told = requirement_sentence(assessed, story, "diploma")
    assert told == "You can give first aid. The law or a regulator asks for this. Not asked yet."


def test_a_requirement_that_takes_time_says_how_long(story: Catalogue) -> None:
    assessed = Assessed("two-years-leading", Kind.ATTAINMENT, Status.NOT_ASKED, Basis.UNKNOWN)
    told = requirement_sentence(assessed, story, "diploma")
    assert told == "You have led a room for two years. This takes 2 years. Not asked yet."


def test_what_others_do_for_a_learner_is_not_said_to_the_learner(story: Catalogue) -> None:
    told = activity_sentence(story.activity_by_id["lead-a-team"])
    assert told == "What your employer can do: Lead a small team for a day."


def test_labels_are_said_in_words(index: RouteIndex) -> None:
    route = routes(index, "care:L2", "care:L4").routes[0]
    assert label_words(Label.LEAST_TO_GAIN, index.catalogue, route) == "least new to learn"
    assert label_words(Label.STAYS_IN_SECTOR, index.catalogue, route) == "stays in care of children"


def test_our_judgement_is_said_to_be_ours(story: Catalogue) -> None:
    cited = Citation("editorial", "level of the role", Evidence.EDITORIAL, "Adverts ask for level 3")
    assert source_sentence(cited, story) == "This is our judgement. Adverts ask for level 3."


def test_our_judgement_on_a_document_names_the_document(story: Catalogue) -> None:
    cited = Citation("book", "page 2", Evidence.EDITORIAL, "It hints at this.")
    told = source_sentence(cited, story)
    assert told == "This is our judgement, resting on The Book of Care, page 2. It hints at this."


def test_what_software_worked_out_is_said_to_be_that(story: Catalogue) -> None:
    told = source_sentence(Citation("book", "page 2", Evidence.INFERRED), story)
    assert told == "This was worked out by our software from The Book of Care, page 2."


def test_a_source_says_where_in_it(story: Catalogue) -> None:
    told = source_sentence(Citation("book", "Section 4", Evidence.PUBLISHED), story)
    assert told == "Source: The Book of Care, Section 4."


def test_a_source_in_full_says_when_it_was_checked_and_its_licence(story: Catalogue) -> None:
    assert source_in_full("book", story) == (
        "The Book of Care. The Press, 2010. Last checked on 2 January 2026. "
        "Licence: Open Government Licence v3.0."
    )


def test_a_step_says_where_it_leads_which_way_and_how_long(index: RouteIndex) -> None:
    step = routes(index, "certificate", "diploma").routes[0].steps[0]
    assert step_sentence(step, index.catalogue) == (
        "From Certificate in care to Diploma in care, at level 3. This is a step up. "
        "It takes about a year and a half."
    )


def test_a_step_to_a_job_takes_no_set_time(index: RouteIndex) -> None:
    step = routes(index, "diploma", "room-leader").routes[0].steps[0]
    assert step_sentence(step, index.catalogue).endswith(
        "This is a move at the same level. It takes no set time: you start when you get the job."
    )


def test_a_step_inside_a_row_says_that_the_row_is_counted_later(index: RouteIndex) -> None:
    step = routes(index, "entry-award", "level-1-award").routes[0].steps[0]
    assert unknown_sentences(step, index.catalogue) == (
        "This step lies on the way from entry level to level 2. What that climb asks for is counted "
        "when you reach level 2, not here.",
        "What this step asks for is not known, which does not mean that it asks for nothing.",
    )


def test_a_step_that_is_known_to_ask_for_nothing_says_so(index: RouteIndex) -> None:
    step = routes(index, "manager-award", "nursery-manager").routes[0].steps[0]
    assert unknown_sentences(step, index.catalogue) == ("Nothing more is asked for.",)


def test_what_is_not_known_is_never_nothing_to_gain() -> None:
    told = figures_sentence(figures(to_gain=0, holes=1))
    assert told == (
        "It takes 2 steps and about a year. "
        "What it asks for is not fully known, so there may be things to gain."
    )


def test_a_gain_with_holes_is_at_least_that() -> None:
    assert "There are at least 2 and a half things to gain." in figures_sentence(figures(to_gain=5, holes=1))


def test_what_stands_outside_ones_control_is_counted() -> None:
    told = figures_sentence(figures(conditions=1, sector_changes=1))
    assert told.endswith("It changes sector 1 time. 1 thing outside your control stands in the way.")


def test_a_route_of_jobs_alone_has_no_set_time() -> None:
    told = figures_sentence(figures(months=0, steps=2))
    assert told.startswith("It takes 2 steps and no set time, because each step waits for a job")


def test_a_route_says_which_of_its_steps_are_not_known(index: RouteIndex) -> None:
    route = routes(index, "joiner", "wood-boss").routes[0]
    assert holes_sentence(route, index.catalogue) == "What one of its steps asks for is not known."


def test_a_route_warns_of_what_nothing_on_it_gives(index: RouteIndex) -> None:
    result = routes(index, "old-diploma", "nursery-manager")
    told = hard_sentence(result.routes[0], index.catalogue)
    assert told == (
        "Check this first: “You have led a room for two years”. "
        "Nothing on this route gives it, and no short course does."
    )


def test_a_start_is_held_or_worked_at(index: RouteIndex) -> None:
    held, worked = (routes(index, start, "nursery-manager").routes[0] for start in ("diploma", "room-leader"))
    assert start_sentence(held, index.catalogue) == "You can start here if you hold Diploma in care."
    assert start_sentence(worked, index.catalogue) == "You can start here if you work as Room leader."


def test_a_way_names_what_it_passes(index: RouteIndex) -> None:
    route = routes(index, "certificate", "nursery-manager").routes[0]
    assert way_in_words(route, index.catalogue) == "by Diploma in care and Room leader to Nursery manager"


def test_a_long_way_names_two_stops_and_counts_the_rest(index: RouteIndex) -> None:
    route = max(
        routes(index, "entry-award", "nursery-manager", k=50).routes, key=lambda each: len(each.steps)
    )
    assert way_in_words(route, index.catalogue) == (
        "by Award in care, Certificate in care and 3 more stops to Nursery manager"
    )


def test_a_difference_is_said_in_time_steps_and_gain(index: RouteIndex) -> None:
    ranked = routes(index, "certificate", "nursery-manager").routes
    straight = next(route for route in ranked if len(route.steps) == 2)
    told = difference_sentence(straight, ranked[0], index.catalogue)
    assert told.startswith("Compared with route 1, it ")
    assert "has 1 step fewer" in told


def test_routes_that_are_alike_are_said_to_be(index: RouteIndex) -> None:
    route = routes(index, "certificate", "nursery-manager").routes[0]
    told = difference_sentence(route, route, index.catalogue)
    assert told == "It takes as long as route 1, in as many steps, and asks for as much."


def test_other_starts_are_named(index: RouteIndex) -> None:
    route = Route("diploma", (), figures(), also_from=("old-diploma", "room-leader"))
    told = also_from_sentence(route, index.catalogue)
    assert told == "The same route is open from Old diploma in care or Room leader."


def test_a_condition_says_until_when_it_holds() -> None:
    condition = Condition(ConditionKind.COST, "It costs money", None, date(2027, 7, 31))
    assert condition_sentence(condition) == "It costs money. This holds until 31 July 2027."


def test_a_condition_that_names_its_last_day_does_not_say_it_twice() -> None:
    condition = Condition(ConditionKind.FUNDING, "It is free until 31 July 2027", None, date(2027, 7, 31))
    assert condition_sentence(condition) == "It is free until 31 July 2027."


def test_waivers_with_one_reason_are_said_once(index: RouteIndex) -> None:
    step = routes(index, "diploma", "nursery-manager", prefer=Prefer.FEWEST_STEPS).routes[0].steps[0]
    assert waivers_sentences(step.waives, index.catalogue) == (
        "It does not ask for “You have led a room for two years”. Small nurseries take people sooner.",
    )


def test_a_step_that_closes_too_soon_has_a_caution(index: RouteIndex) -> None:
    step = routes(index, "diploma", "room-leader").routes[0].steps[0]
    late = RouteStep(**{f: getattr(step, f) for f in step.__slots__} | {"caution": date(2027, 1, 1)})
    told = caution_sentence(late)
    assert told == "Take care: this closes on 1 January 2027, which may be before you get this far."
    assert caution_sentence(step) == ""


def test_what_a_step_gives_says_after_how_long(index: RouteIndex) -> None:
    step = routes(index, "diploma", "room-leader").routes[0].steps[0]
    assert "You have led a room for two years. This comes after 2 years." in gives_sentences(
        step, index.catalogue
    )


def test_what_paves_the_way_is_what_a_later_step_asks_for(index: RouteIndex) -> None:
    first, *later = routes(index, "certificate", "room-leader").routes[0].steps
    assert paves_sentences(first, later, index.catalogue) == ()


def test_a_job_to_stay_in_says_for_how_long(index: RouteIndex) -> None:
    first, *later = routes(index, "diploma", "nursery-manager").routes[0].steps
    told = stay_sentence(first, later, index.catalogue)
    assert told == "Stay there for 2 years: a later step asks for it."
    assert stay_sentence(first, [], index.catalogue) == ""


def test_the_way_that_counts_is_marked_where_none_is_met(index: RouteIndex) -> None:
    step = routes(index, "room-leader", "nursery-manager").routes[0].steps[0]
    counted, old = any_of_sentences(step.any_of[0], index.catalogue, "room-leader")
    assert counted == (
        "You hold a level 3 diploma in care. Not asked yet. This is the way that is counted here."
    )
    assert old == (
        "Old diploma in care. Not asked yet. "
        "This is no longer open to newcomers, so it serves only people who have it."
    )


def test_no_way_is_marked_where_one_is_met(index: RouteIndex) -> None:
    step = routes(index, "diploma", "nursery-manager", prefer=Prefer.FEWEST_STEPS).routes[0].steps[0]
    told = any_of_sentences(step.any_of[0], index.catalogue, "diploma")
    assert told[0] == "You hold a level 3 diploma in care. Already so: given by Diploma in care."


@pytest.mark.parametrize(
    ("because_of", "day", "words"),
    [
        (ClosedBecause.WITHDRAWN, date(2021, 7, 31), "withdrawn; last certification July 2021"),
        (ClosedBecause.WITHDRAWN, date(2020, 8, 31), "withdrawn; last start August 2020"),
        (ClosedBecause.STARTS_LATER, date(2030, 9, 1), "not open yet; first start September 2030"),
        (ClosedBecause.NOT_OPEN_YET, date(2030, 9, 1), "not open before 1 September 2030"),
        (ClosedBecause.CLOSED, date(2020, 8, 31), "closed since 31 August 2020"),
        (ClosedBecause.NO_OPEN_ALTERNATIVE, None, "closed: nothing that it accepts can still be started"),
    ],
)
def test_a_closed_step_says_why(
    story: Catalogue, because_of: ClosedBecause, day: date | None, words: str
) -> None:
    closed = ClosedStep(story.step_by_id["certificate-to-old-diploma"], because_of, day)
    assert closed_in_words(closed, story) == words


def no_route(because_of: NoRouteBecause, **fields: object) -> RouteResult:
    no = NoRoute(because_of, **fields)  # type: ignore[arg-type]
    return RouteResult(("diploma",), ("wood-boss",), TODAY, (), (), (), SearchReport(True, None), no)


@pytest.mark.parametrize(
    ("no", "reason"),
    [
        (no_route(NoRouteBecause.ALREADY_THERE), "You are already there: A is where you want to get to."),
        (
            no_route(NoRouteBecause.NO_START),
            "Nothing on record starts from A, so there is no route from A to B.",
        ),
        (no_route(NoRouteBecause.NO_GOAL), "Nothing on record is at B, so there is no route from A to B."),
        (no_route(NoRouteBecause.NO_PATH), "There is no route from A to B: no steps on record join the two."),
        (
            no_route(NoRouteBecause.ONLY_CLOSED),
            "There is no route from A to B on this date: every way there is closed.",
        ),
        (
            no_route(NoRouteBecause.TOO_MANY_STEPS, steps_needed=4),
            "Every route from A to B has more steps than the limit. The shortest has 4 steps.",
        ),
        (
            no_route(NoRouteBecause.CONDITION, conditions=(ConditionKind.VACANCY, ConditionKind.COST)),
            "There is no route from A to B without a vacancy or cost.",
        ),
        (
            no_route(NoRouteBecause.LEAVES_SECTOR),
            "There is no route from A to B that stays in the sector. Routes that leave it were left out.",
        ),
        (
            no_route(NoRouteBecause.SEARCH_STOPPED),
            "No route from A to B was found before the search stopped. There may still be one.",
        ),
    ],
)
def test_every_reason_for_no_route_is_a_sentence(story: Catalogue, no: RouteResult, reason: str) -> None:
    assert no_route_sentences(no, "A", "B", story)[0] == reason


def test_no_route_says_what_is_nearest(story: Catalogue) -> None:
    no = no_route(NoRouteBecause.TOO_MANY_STEPS, nearest=(Nearest("wood-boss", 2),))
    assert no_route_sentences(no, "A", "B", story)[1] == (
        "The nearest you can get is Workshop manager, a job at level 4 (2 steps away)."
    )


def test_no_route_to_another_sector_says_that_moves_are_not_worked_out_yet(story: Catalogue) -> None:
    no = no_route(NoRouteBecause.NO_PATH, nearest=(Nearest("room-leader", 1),))
    assert no_route_sentences(no, "A", "B", story)[1:] == (
        "What you can get to from there is Room leader, a job at level 3 (1 step away).",
        "Whether you could move between these sectors in another way, and at what level, "
        "is not worked out yet.",
    )


def test_an_answer_begins_with_how_many_routes_and_the_best(index: RouteIndex) -> None:
    result = routes(index, "certificate", "nursery-manager")
    told = route_result_sentence(result, "A", "B", index.catalogue)
    assert told.startswith(f"There are {len(result.routes)} routes from A to B. The first starts from ")


def test_next_steps_say_that_staying_is_an_answer(index: RouteIndex) -> None:
    result = find_next_steps(index, (Place(position="room-leader"),), TODAY)
    told = next_steps_sentence(result, "Room leader", index.catalogue)
    assert told.startswith("There are 2 next steps from Room leader.")
    assert told.endswith(
        "Staying where you are is a good answer too. Many room leaders like the work and stay."
    )


def test_no_next_step_is_said(index: RouteIndex) -> None:
    result = find_next_steps(index, (Place(position="wood-boss"),), TODAY)
    told = next_steps_sentence(result, "Workshop manager", index.catalogue)
    assert told == "No next step from Workshop manager is on record as open on 22 November 2026."


def test_a_search_that_stopped_says_so() -> None:
    told = search_sentence(SearchReport(False, "the number of part-routes looked at"))
    assert told == (
        "The search stopped at a limit (the number of part-routes looked at), "
        "so there may be better routes than these."
    )


def test_a_requirement_partly_met_names_what_is_like_it(index: RouteIndex) -> None:
    learner = Learner({"leads-wood": Status.MET})
    result = routes(index, "old-diploma", "nursery-manager", learner=learner)
    (leads,) = (each for each in result.routes[0].steps[-1].required if each.requirement == "leads-care")
    assert requirement_sentence(leads, index.catalogue, "old-diploma") == (
        "You have been in charge of other staff. "
        "Partly so: you have something like it: You have run a workshop."
    )


def test_an_alternative_of_nothing_settles_the_group(story: Catalogue) -> None:
    nothing = AssessedAlternative((), None, Status.MET, Basis.UNKNOWN, None, True, True)
    assert any_of_sentences((nothing,), story, "diploma") == ("Nothing is asked for.",)
