"""What is said of a move to another sector: yes or no, why, what carries over, what would help."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from explorer.transfers import Outlook, best_first, may_start_lower, next_above, outlook_of
from explorer.words.transfer_answers import (
    re_entry_sentence,
    summary_sentence,
    transfer_answer,
    transfers_answer,
)
from explorer.words.transfer_needs import bridge_sentences, need_sentence, possible_sentence
from explorer.words.transfers import (
    OUTLOOK_WORDS,
    VERDICT_WORDS,
    carried_sentence,
    level_sentence,
    otherwise_sentences,
    possibilities,
    reason_sentence,
    start_sentence,
    verdict_words,
)
from pathways.catalogue import Catalogue
from pathways.learner import Basis, Status
from pathways.model import Kind
from pathways.places import Place
from pathways.transfer_results import Bridge, Entry, Need, Role, Transfer, Verdict
from tests.build import catalogue, qualification, requirement, role, sector

DAY = date(2026, 11, 22)


@pytest.fixture
def small() -> Catalogue:
    """Two sectors and the general route, with things to need by name."""
    return catalogue(
        sector("care"),
        sector("wood"),
        sector("general"),
        qualification("diploma"),
        qualification("award"),
        qualification("a-levels", sector="general"),
        qualification("short-course", "E", "wood"),
        qualification("joinery", "L2", "wood"),
        role("joiner", "L3", "wood"),
        requirement("tools"),
        requirement("maths"),
        requirement("hours", Kind.AWARENESS),
        requirement("papers", regulated=True),
        requirement("lifting", scope="care"),
        requirement("carrying", scope="wood"),
    )


def need(
    name: str, role: Role, kind: Kind = Kind.ATTAINMENT, by: str | None = None, **fields: object
) -> Need:
    status, basis = {
        Role.HELD: (Status.MET, Basis.START),
        Role.SIMILAR: (Status.PARTLY, Basis.SIMILAR),
    }.get(role, (Status.NOT_ASKED, Basis.UNKNOWN))
    return Need(name, kind, role, status, basis, by, **fields)  # type: ignore[arg-type]


HELD = need("maths", Role.HELD, by="diploma")
SIMILAR = need("carrying", Role.SIMILAR, by="lifting")
MISSING = need("tools", Role.MISSING_GENERAL)
TO_KNOW = need("hours", Role.MISSING_GENERAL, Kind.AWARENESS)
BLOCKING = need("papers", Role.BLOCKING)


def entry(level: str, verdict: Verdict, *needs: Need, **fields: object) -> Entry:
    given: dict[str, object] = {
        "start": "diploma",
        "open": True,
        "known": True,
        "way": None,
        "rows": (),
        "any_of": (),
        "waives": (),
        "conditions": (),
        "to_gain": 2 * len(needs),
        "openings": ("joinery",),
        "bridges": (),
        **fields,
    }
    return Entry(level=level, verdict=verdict, needs=needs, **given)  # type: ignore[arg-type]


START = entry("L2", Verdict.DIRECT, HELD, TO_KNOW)
CATCH_UP = entry("L3", Verdict.WITH_BRIDGING, HELD, SIMILAR, MISSING)
NOT_YET = entry("L4", Verdict.NOT_DIRECT, HELD, BLOCKING)
FAR = entry("L5", Verdict.DIRECT)


def transfer(*levels: Entry, re_entry: str | None = "L3", place: Place | None = None) -> Transfer:
    place = place or Place(sector="care", level="L3")
    return Transfer(place, "L3", ("diploma",), "wood", DAY, levels, re_entry)


WHOLE = transfer(START, CATCH_UP, NOT_YET, FAR)


# --- what a level comes to ---


def test_a_level_is_open_refused_or_further_up_than_one_step(small: Catalogue) -> None:
    assert [outlook_of(WHOLE, each, small) for each in WHOLE.levels] == [
        Outlook.START,
        Outlook.CATCH_UP,
        Outlook.NOT_YET,
        Outlook.TOO_HIGH,
    ]


def test_what_takes_no_new_starts_is_closed_whatever_its_verdict(small: Catalogue) -> None:
    for verdict in Verdict:
        closed = entry("L3", verdict, open=False)
        assert outlook_of(transfer(closed), closed, small) is Outlook.CLOSED
        assert (
            reason_sentence(transfer(closed), closed, small)
            == "Nothing at this level takes new starts on 22 November 2026."
        )


def test_what_is_not_on_record_is_never_called_open(small: Catalogue) -> None:
    unknown = entry("L3", Verdict.DIRECT, known=False)
    said = level_sentence(transfer(unknown), unknown, small)

    assert verdict_words(transfer(unknown), unknown, small) == "What it asks for is not on record"
    assert said.startswith(
        "We cannot say whether you could start at level L3 in wood: what it asks for is not"
    )
    assert "ask before you decide" in said


def test_every_verdict_and_outlook_has_words_of_its_own() -> None:
    assert set(VERDICT_WORDS) == set(Verdict)
    assert set(OUTLOOK_WORDS) == set(Outlook)
    assert len(set(OUTLOOK_WORDS.values())) == len(Outlook)


# --- why ---


def test_a_refusal_names_what_is_in_the_way(small: Catalogue) -> None:
    assert reason_sentence(WHOLE, NOT_YET, small) == (
        "It asks for “You have papers”, and there is no quick way to get it."
    )


def test_catching_up_names_what_is_missing_and_what_is_close(small: Catalogue) -> None:
    assert reason_sentence(WHOLE, CATCH_UP, small) == (
        "What you do not have yet: “You have tools”. What you have something like: “You have carrying”."
    )


def test_a_direct_start_says_what_is_left_to_know(small: Catalogue) -> None:
    assert reason_sentence(WHOLE, START, small) == (
        "You have what it asks you to have. It also names 1 thing to want or to know: talk it through first."
    )


def test_many_missing_things_are_counted_and_not_all_named(small: Catalogue) -> None:
    many = entry("L3", Verdict.WITH_BRIDGING, *[MISSING] * 5)

    assert reason_sentence(WHOLE, many, small).endswith("“You have tools” and 2 more.")


def test_further_up_than_one_step_says_how_it_is_reached(small: Catalogue) -> None:
    assert reason_sentence(WHOLE, FAR, small) == (
        "It is more than one step up from level L3. Start lower and work up to it."
    )


def test_the_answer_on_one_level_says_yes_or_no_first(small: Catalogue) -> None:
    said = {each.level: level_sentence(WHOLE, each, small) for each in WHOLE.levels}

    assert said["L2"].startswith("Yes, you could start at level L2 in wood.")
    assert said["L3"].startswith("Yes, you could start at level L3 in wood, with some catching up first.")
    assert said["L4"].startswith(
        "No, you could not go straight to level L4 in wood. It asks for “You have papers”"
    )
    assert said["L5"].startswith("Not as a rule: it is more than one step up")


# --- the level to aim for ---


def test_the_level_to_aim_for_comes_with_what_keeps_it_from_being_higher(small: Catalogue) -> None:
    assert next_above(WHOLE) is NOT_YET
    assert re_entry_sentence(WHOLE, small) == (
        "The level to aim for is level L3. "
        "Level L4 asks for something that you do not have and cannot get quickly."
    )


@pytest.mark.parametrize(
    ("above", "why"),
    [
        ((), "There is none higher on record in wood."),
        ((FAR,), "Anything higher is more than one step up from level L3."),
        ((replace(FAR, open=False),), "Nothing at level L5 takes new starts on 22 November 2026."),
    ],
)
def test_the_reason_for_the_level_to_aim_for(small: Catalogue, above: tuple[Entry, ...], why: str) -> None:
    assert re_entry_sentence(transfer(CATCH_UP, *above), small) == f"The level to aim for is level L3. {why}"


def test_with_no_level_to_start_at_the_lowest_says_why(small: Catalogue) -> None:
    nowhere = transfer(NOT_YET, re_entry=None)

    assert transfer_answer(nowhere, small) == (
        "From level L3 in care you could not go straight to any level of wood. "
        "Level L4, the lowest: it asks for “You have papers”, and there is no quick way to get it."
    )
    assert re_entry_sentence(nowhere, small).startswith("There is no level to start at straight away.")
    assert summary_sentence(nowhere, small).startswith("No level to start at straight away.")
    assert transfer_answer(transfer(re_entry=None), small).endswith("There is no level on record in it.")


def test_the_answer_names_the_level_what_is_refused_and_what_carries_over(small: Catalogue) -> None:
    assert transfer_answer(WHOLE, small) == (
        "From level L3 in care you could start in wood at level L3, with some catching up first. "
        "Level L4 is not open to you straight away: it asks for “You have papers”, and there is no quick way "
        "to get it. 1 of the 3 things that level L3 asks for carries over, "
        "and you have something like 1 more."
    )


@pytest.mark.parametrize(
    ("needs", "said"),
    [
        ((), ""),
        ((MISSING,), "Nothing that level L3 asks for carries over."),
        ((SIMILAR, MISSING), "Nothing that level L3 asks for carries over, "
         "but you have something like 1 of the 2 things it asks for."),
        ((HELD, HELD), "All that level L3 asks for carries over."),
    ],
)  # fmt: skip
def test_what_carries_over_is_counted(small: Catalogue, needs: tuple[Need, ...], said: str) -> None:
    assert carried_sentence(entry("L3", Verdict.DIRECT, *needs), small) == said


def test_from_school_an_employer_may_start_somebody_at_level_2(small: Catalogue) -> None:
    from_school = replace(WHOLE, place=Place(position="a-levels"), starts=("a-levels",))

    assert may_start_lower(from_school, small) is START
    assert transfer_answer(from_school, small).endswith("An employer may start you at level L2 all the same.")
    assert may_start_lower(WHOLE, small) is None
    assert may_start_lower(replace(from_school, re_entry="L2"), small) is None


# --- for whom ---


def test_where_several_starts_are_meant_the_easiest_is_named_and_the_others_told_apart(
    small: Catalogue,
) -> None:
    told = replace(CATCH_UP, otherwise=(("award", Verdict.NOT_DIRECT),))
    both = replace(WHOLE, starts=("award", "diploma"))

    assert (
        start_sentence(both, told, small)
        == "This is worked out for somebody with Diploma, for whom it is easiest."
    )
    assert otherwise_sentences(told, small) == ("With Award instead: not straight away.",)
    assert start_sentence(WHOLE, told, small) == ""


def test_many_other_starts_are_counted(small: Catalogue) -> None:
    told = replace(CATCH_UP, otherwise=(("award", Verdict.NOT_DIRECT),) * 9)

    assert otherwise_sentences(told, small) == (
        "With Award, Award, Award or 6 others instead: not straight away.",
    )


# --- thing by thing ---


def test_a_similar_thing_says_what_is_held_and_when_only_the_words_say_so(small: Catalogue) -> None:
    by_words = replace(SIMILAR, score=0.7)

    assert need_sentence(SIMILAR, CATCH_UP, small) == "You have carrying. You have: You have lifting."
    assert "Only the words say so" in need_sentence(by_words, CATCH_UP, small)


def test_what_carries_over_says_how_we_know(small: Catalogue) -> None:
    assert need_sentence(HELD, CATCH_UP, small) == "You have maths. Given by Diploma."


def test_what_the_law_asks_for_is_said_to_be_that(small: Catalogue) -> None:
    assert "The law or a regulator asks for this." in need_sentence(BLOCKING, NOT_YET, small)


def test_how_to_catch_up_names_courses_before_doing_it_all_again(small: Catalogue) -> None:
    bridge = Bridge("tools", False, (), ("short-course",), ("joiner", "joinery"))

    assert bridge_sentences(bridge, small) == (
        "Short courses that give it: Short-Course, at level E.",
        "Qualifications to do again or jobs to do first: Joiner, a job at level L3; or Joinery, at level L2.",
    )


def test_of_many_courses_that_give_one_thing_a_few_are_named(small: Catalogue) -> None:
    many = Bridge("tools", False, (), ("short-course",) * 9, ())

    (said,) = bridge_sentences(many, small)
    assert said.count("Short-Course") == 5
    assert said.endswith("; or one of 4 others.")


def test_what_would_make_it_possible_names_what_gives_it_or_says_that_nothing_does(small: Catalogue) -> None:
    given = replace(NOT_YET, bridges=(Bridge("papers", False, (), (), ("joiner",)),))

    assert possible_sentence(BLOCKING, given, small) == (
        "You would need “You have papers”. What gives it: Joiner, a job at level L3."
    )
    assert "ask an adviser" in possible_sentence(BLOCKING, NOT_YET, small)


def test_what_would_open_a_level_by_another_way_is_told_with_the_rest(small: Catalogue) -> None:
    refused = replace(NOT_YET, opened_by=("award",))

    *_, last = possibilities(refused, small)
    assert last == "It would be open to you if you also have Award."
    assert len(possibilities(refused, small)) == 1 + len(possibilities(NOT_YET, small))


def test_a_position_that_is_needed_is_told_by_its_title(small: Catalogue) -> None:
    held = need("joiner", Role.BLOCKING, is_position=True)
    refused = entry("L4", Verdict.NOT_DIRECT, held)

    assert "It asks for Joiner, and" in reason_sentence(WHOLE, refused, small)
    assert need_sentence(held, refused, small) == "You hold, or do: Joiner, a job at level L3."


# --- several sectors ---


def test_the_highest_start_comes_first_then_the_readiest_and_none_last(small: Catalogue) -> None:
    def to(name: str, made: Transfer) -> Transfer:
        return replace(made, to=name)

    high = to("b", transfer(CATCH_UP))
    ready = to("c", transfer(replace(CATCH_UP, verdict=Verdict.DIRECT)))
    low = to("a", transfer(START, re_entry="L2"))
    none = to("0", transfer(NOT_YET, re_entry=None))

    assert best_first([none, low, high, ready], small) == (ready, high, low, none)


def test_several_sectors_are_told_by_the_level_to_start_at(small: Catalogue) -> None:
    low, none = replace(WHOLE, to="general", re_entry="L2"), transfer(NOT_YET, re_entry=None)

    assert transfers_answer([WHOLE, low, none], small) == (
        "From level L3 in care this is where you could start. At level L3: wood. At level L2: general. "
        "You could not go straight to any level of these: wood."
    )
    assert transfers_answer([none], small) == "You could not go straight to any level of these: wood."
