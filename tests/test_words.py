"""Amounts, names, reasons and sources as people read them."""

from __future__ import annotations

import pytest

from explorer.words import (
    activity_sentence,
    because,
    gain_in_words,
    in_a_sentence,
    label_words,
    list_in_words,
    months_in_words,
    place_name,
    places_name,
    position_in_full,
    published_in_words,
    requirement_sentence,
    sentence,
    source_in_full,
    source_sentence,
    status_sentence,
    time_in_words,
    with_article,
)
from pathways.learner import Basis, Learner, Status
from pathways.model import Citation, Evidence, Kind
from pathways.places import Place
from pathways.results import Assessed, Label
from tests.told import STORY, figures, routes


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


@pytest.mark.parametrize(
    ("published", "words"),
    [
        ("2020-11-16", "16 November 2020"),
        ("2024-09", "September 2024"),
        ("2010", "2010"),
        ("2018 and 2019", "2018 and 2019"),
        ("undated", "undated"),
        ("about-2010", "about-2010"),
    ],
)
def test_the_date_of_a_source_is_said_as_people_say_it(published: str, words: str) -> None:
    assert published_in_words(published) == words


@pytest.mark.parametrize(
    ("title", "said"), [("electrician", "an electrician"), ("room leader", "a room leader")]
)
def test_a_job_has_its_article(title: str, said: str) -> None:
    assert with_article(title) == said


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


def test_places_are_named_and_never_by_id() -> None:
    assert place_name(Place(sector="care", level="L3"), STORY) == "level 3 in care of children"
    assert place_name(Place(level="U"), STORY) == "no qualifications"
    assert place_name(Place(position="room-leader"), STORY) == "Room leader"
    assert (
        places_name((Place(position="room-leader"), Place(sector="wood")), STORY) == "Room leader or woodwork"
    )


def test_a_job_says_that_it_is_one_and_at_what_level() -> None:
    assert position_in_full("room-leader", STORY) == "Room leader, a job at level 3"
    assert position_in_full("diploma", STORY) == "Diploma in care, at level 3"


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
    basis: Basis, by: str | None, status: Status, reason: str
) -> None:
    assessed = Assessed("leads-care", Kind.ATTAINMENT, status, basis, by)
    assert because(assessed, STORY, "diploma") == reason


def test_time_in_the_job_one_starts_from_is_assumed_and_said_to_be() -> None:
    assessed = Assessed("two-years-leading", Kind.ATTAINMENT, Status.MET, Basis.START, "room-leader")
    reason = because(assessed, STORY, "room-leader")
    assert reason == "assumed from Room leader, so check that it has lasted 2 years"


def test_a_status_is_a_sentence_with_its_reason() -> None:
    assessed = Assessed("leads-care", Kind.ATTAINMENT, Status.NOT_MET, Basis.ANSWER)
    assert status_sentence(assessed, STORY, "diploma") == "Not yet: your answer."


def test_a_requirement_says_that_the_law_asks_for_it() -> None:
    assessed = Assessed("first-aid", Kind.ATTAINMENT, Status.NOT_ASKED, Basis.UNKNOWN)
    told = requirement_sentence(assessed, STORY, "diploma")
    assert told == "You can give first aid. The law or a regulator asks for this. Not asked yet."


def test_a_requirement_that_takes_time_says_how_long() -> None:
    assessed = Assessed("two-years-leading", Kind.ATTAINMENT, Status.NOT_ASKED, Basis.UNKNOWN)
    told = requirement_sentence(assessed, STORY, "diploma")
    assert told == "You have led a room for two years. This takes 2 years. Not asked yet."


def test_what_others_do_for_a_learner_is_not_said_to_the_learner() -> None:
    told = activity_sentence(STORY.activity_by_id["lead-a-team"])
    assert told == "What your employer can do: Lead a small team for a day."


def test_labels_are_said_in_words() -> None:
    route = routes("care:L2", "care:L4").routes[0]
    assert label_words(Label.LEAST_TO_GAIN, STORY, route) == "least new to learn"
    assert label_words(Label.STAYS_IN_SECTOR, STORY, route) == "stays in care of children"


def test_our_judgement_is_said_to_be_ours() -> None:
    cited = Citation("editorial", "level of the role", Evidence.EDITORIAL, "Adverts ask for level 3")
    assert source_sentence(cited, STORY) == "This is our judgement. Adverts ask for level 3."


def test_our_judgement_on_a_document_names_the_document() -> None:
    cited = Citation("book", "page 2", Evidence.EDITORIAL, "It hints at this.")
    told = source_sentence(cited, STORY)
    assert told == "This is our judgement, resting on The Book of Care, page 2. It hints at this."


def test_what_software_worked_out_is_said_to_be_that() -> None:
    told = source_sentence(Citation("book", "page 2", Evidence.INFERRED), STORY)
    assert told == "This was worked out by our software from The Book of Care, page 2."


def test_a_source_says_where_in_it() -> None:
    told = source_sentence(Citation("book", "Section 4", Evidence.PUBLISHED), STORY)
    assert told == "Source: The Book of Care, Section 4."


def test_a_source_in_full_says_when_it_was_checked_and_its_licence() -> None:
    assert source_in_full("book", STORY) == (
        "The Book of Care. The Press, 2010. Last checked on 2 January 2026. "
        "Licence: Open Government Licence v3.0."
    )


def test_a_requirement_partly_met_names_what_is_like_it() -> None:
    learner = Learner({"leads-wood": Status.MET})
    result = routes("old-diploma", "nursery-manager", learner=learner)
    (leads,) = (each for each in result.routes[0].steps[-1].required if each.requirement == "leads-care")
    assert requirement_sentence(leads, STORY, "old-diploma") == (
        "You have been in charge of other staff. "
        "Partly so: you have something like it: You have run a workshop."
    )
