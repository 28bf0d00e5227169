"""The finer points of the checks: what each still lets pass, and what it says of catalogues made in code."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from pathways.checks import (
    CHECKS,
    check_catalogue,
    citations,
    dates,
    ids,
    matrices,
    outcomes,
    reach,
    steps,
    texts,
)
from pathways.model import (
    Alternative,
    CellEntry,
    Citation,
    Condition,
    ConditionKind,
    Evidence,
    Holding,
    Kind,
    Row,
    Source,
    Staying,
    Step,
    Waiver,
    Weight,
)
from pathways.notices import Subject
from tests.build import CITED, catalogue, qualification, requirement, role, sector, step

TODAY = date(2026, 11, 22)


def messages(check, *records, today: date = TODAY) -> list[str]:
    return [finding.message for finding in check(catalogue(*records), today)]


def subjects(check, *records, today: date = TODAY) -> list[Subject]:
    return [finding.subject for finding in check(catalogue(*records), today)]


def with_source(checked_on: date, **fields: object):
    """A catalogue with one source and nothing that cites it."""
    return replace(
        catalogue(), sources=(Source("other", "The Other", "The Press", "2020", checked_on, **fields),)
    )


def test_a_catalogue_that_is_right_has_no_findings_worth_a_warning():
    needs = requirement("can-lead")
    row = Row("L2", "L3", attainment=(CellEntry("row 1", ("can-lead",)),))
    whole = catalogue(needs, sector("care", row), qualification("a", "L2"), role("b", "L3"), step("a", "b"))
    assert {each.code for each in check_catalogue(whole, TODAY)} <= {"unknown-id", "unused"}


def test_findings_come_in_the_order_of_the_checks_and_always_the_same():
    whole = catalogue(requirement("A"), requirement("B"), step("x", "y"))
    assert check_catalogue(whole, TODAY) == check_catalogue(whole, TODAY)
    order = [check.__name__.replace("_", "-") for check in CHECKS]
    found = [order.index(each.code) for each in check_catalogue(whole, TODAY)]
    assert found == sorted(found)


@pytest.mark.parametrize(
    ("checked_on", "today", "stale"),
    [
        (date(2024, 11, 22), date(2026, 11, 22), False),
        (date(2024, 11, 21), date(2026, 11, 22), True),
        (date(2026, 2, 28), date(2028, 2, 29), False),
        (date(2024, 2, 29), date(2026, 3, 1), True),
        (date(2024, 2, 29), date(2026, 2, 28), False),
    ],
)
def test_a_source_is_stale_after_two_years_and_not_on_the_day(checked_on, today, stale):
    assert bool(list(dates.source_stale(with_source(checked_on), today))) is stale


def test_no_day_is_in_the_future_of_the_last_day_of_all():
    whole = with_source(date(2999, 1, 1))
    assert list(dates.checked_in_future(whole, date.max)) == []
    assert list(dates.odd_date(whole, date.max)) == []


def test_a_source_checked_today_is_not_in_the_future():
    assert list(dates.checked_in_future(with_source(TODAY), TODAY)) == []


def test_each_pair_of_dates_of_a_qualification_is_compared():
    late = qualification("a", opens=date(2022, 1, 1), last_certification=date(2021, 1, 1))
    assert messages(dates.dates_reversed, late) == [
        "Qualification 'a': 'last_certification' is 2021-01-01, before 'opens' (2022-01-01). "
        "Swap or correct them."
    ]


def test_dates_of_conditions_inside_a_step_are_compared_and_pointed_at():
    closed = Condition(ConditionKind.FUNDING, "Money.", opens=date(2025, 1, 1), closes=date(2024, 1, 1))
    where = subjects(dates.dates_reversed, step("a", "b", conditions=(closed,)))
    assert where == [Subject("step", "a-to-b", ("conditions", 0, "closes"))]


def test_the_field_of_a_finding_follows_the_file():
    row = Row("L2", "L3", awareness=(CellEntry("row 1", ("x",)), CellEntry("row 2", ("x", "y"))))
    found = [
        finding.subject.field
        for finding in check_catalogue(catalogue(sector("care", row), step("a", "b")), TODAY)
        if finding.code == "unknown-id"
    ]
    assert ("matrix", "rows", 0, "awareness", 0, "requirement") in found
    assert ("matrix", "rows", 0, "awareness", 1, "requirements", 1) in found
    assert ("from",) in found
    assert ("to",) in found


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("Nurse", "has capital letters. Write 'nurse'."),
        ("nur\u0455e", "cyrillic small letter dze"),
        ("nurse ", "space"),
        ("nurse_1", "low line"),
        ("n" * 65, "has 65 characters. Write at most 64."),
        ("cafe\u0301", "combining acute accent"),
    ],
)
def test_a_bad_id_is_told_what_is_wrong_with_it(name, says):
    (message,) = messages(ids.bad_id, role(name))
    assert says in message


@pytest.mark.parametrize(
    "text",
    ["العربية", "עברית", "Cymraeg: ŵyn a thŷ", "保育士", "👩🏽‍⚕️ 👨‍👩‍👧", "naïve – “quoted”", "می‌خواهم"],
)
def test_every_language_and_emoji_are_welcome(text):
    here = role("nurse", summary=text)
    assert messages(texts.text_control, here) == []
    assert messages(texts.text_blank, here) == []


@pytest.mark.parametrize(
    "text",
    ["a\u202eb", "a\u2066b", "a\x00b", "a\x1b[0m", "a\u200bb", "a\ufeffb", "a\u2028b", "Z" + "\u0301" * 9],
)
def test_characters_that_are_not_for_reading_are_refused(text):
    assert len(messages(texts.text_control, role("nurse", summary=text))) == 1


@pytest.mark.parametrize("text", ["", " ", "\u200b", "\u3164", "\u2800", "\u00a0"])
def test_what_cannot_be_seen_is_blank_and_nothing_else(text):
    here = role("nurse", summary=text)
    codes = [
        each.code
        for check in (texts.text_blank, texts.text_control)
        for each in check(catalogue(here), TODAY)
    ]
    assert codes == ["text-blank"]


def test_letters_and_accents_stored_apart_are_a_warning():
    assert "Type it again (NFC)." in messages(texts.text_not_nfc, role("nurse", summary="cafe\u0301"))[0]


@pytest.mark.parametrize("url", ["https://example.org", "http://a.b/c?d=e#f", "HTTPS://EXAMPLE.ORG/"])
def test_web_addresses_pass(url):
    assert list(citations.bad_link(with_source(TODAY, url=url), TODAY)) == []


@pytest.mark.parametrize(
    "url", ["www.example.org", "javascript:alert(1)", "https://", "https://a b.c", "ftp://a.b", ""]
)
def test_what_is_no_web_address_does_not(url):
    assert len(list(citations.bad_link(with_source(TODAY, url=url), TODAY))) == 1


def test_an_editorial_judgement_anywhere_in_a_record_needs_its_note():
    judged = Citation("book", "p. 1", Evidence.EDITORIAL)
    assert subjects(citations.editorial_without_note, Step("s", "a", "b", judged)) == [
        Subject("step", "s", ("evidence",))
    ]


def test_requirements_that_say_the_same_and_share_a_concept_pass():
    one, two = requirement("one", concept="c"), requirement("two", concept="c")
    assert messages(outcomes.repeated_statement, one, replace(two, statement=one.statement)) == []
    assert (
        len(messages(outcomes.repeated_statement, one, replace(two, statement=one.statement, concept="d")))
        == 1
    )


def test_an_alternative_to_an_entry_of_another_column_of_the_row_passes():
    row = Row(
        "L2",
        "L3",
        awareness=(CellEntry("one", ("x",)),),
        attainment=(CellEntry("two", ("y",), alternative_to="one"),),
    )
    assert messages(matrices.unknown_locator, sector("care", row)) == []


def test_an_entry_cannot_be_an_alternative_to_itself():
    row = Row("L2", "L3", attainment=(CellEntry("two", ("y",), alternative_to="two"),))
    assert len(messages(matrices.unknown_locator, sector("care", row))) == 1


def upward(*entries: CellEntry, **fields: object):
    row = Row("L2", "L3", attainment=entries)
    return sector("care", row), qualification("a", "L2"), role("b", "L3"), step("a", "b", **fields)


def test_an_upward_step_whose_row_only_helps_asks_for_nothing():
    hedged = CellEntry("row 1", ("can-lead",), weight=Weight.HELPS)
    (message,) = messages(steps.step_asks_nothing, requirement("can-lead"), *upward(hedged))
    assert message.startswith("Step 'a-to-b' goes up and asks for nothing")


@pytest.mark.parametrize(
    "fields",
    [
        {"none_needed": "Nothing is asked for."},
        {"attainment": ("can-lead",)},
        {"any_of": ((Alternative(("can-lead",)), Alternative(position="a")),)},
    ],
)
def test_an_upward_step_that_asks_or_says_that_nothing_is_needed_passes(fields):
    assert messages(steps.step_asks_nothing, requirement("can-lead"), *upward(**fields)) == []


def test_a_waiver_of_what_a_row_asked_for_once_is_not_idle():
    closed = CellEntry("row 1", ("can-lead",), closes=date(2010, 12, 31))
    waives = (Waiver("can-lead", "It is learnt on the job."),)
    assert messages(steps.idle_waiver, requirement("can-lead"), *upward(closed, waives=waives)) == []


def test_steps_with_unknown_ends_do_not_stop_the_checks():
    assert {each.code for each in check_catalogue(catalogue(step("a", "b")), TODAY)} >= {"unknown-id"}


def has(name: str, *positions: str, **fields: object):
    return requirement(name, holding=Holding(positions), **fields)


def test_a_circle_of_three_is_written_out_from_its_first_id():
    records = [qualification(each, "L3") for each in ("start", "a", "b", "c")]
    needs = [has(f"has-{each}", each) for each in "abc"]
    ways = [
        step("start", each, attainment=(f"has-{after}",)) for each, after in zip("abc", "bca", strict=True)
    ]
    assert messages(reach.holding_cycle, *records, *needs, *ways) == [
        "To have 'a' you need 'b', to have 'b' you need 'c', to have 'c' you need 'a': nobody can begin. "
        "Leave one of these needs out."
    ]


def test_a_position_that_needs_itself_is_a_circle():
    records = [qualification("start"), qualification("a"), has("has-a", "a")]
    (message,) = messages(reach.holding_cycle, *records, step("start", "a", attainment=("has-a",)))
    assert message.startswith("To have 'a' you need 'a': nobody can begin.")


@pytest.mark.parametrize(
    "way_in",
    [
        step("start", "b", id="another-way"),
        step("a", "b", attainment=("has-a",)),
    ],
)
def test_another_way_in_breaks_the_circle(way_in):
    records = [qualification(each) for each in ("start", "a", "b")]
    ways = [step("start", "a", attainment=("has-b",)), way_in]
    if way_in.from_id == "a":
        ways.append(step("start", "a", id="plain"))
    assert messages(reach.holding_cycle, *records, has("has-a", "a"), has("has-b", "b"), *ways) == []


def test_any_one_of_several_positions_breaks_the_circle():
    records = [qualification(each) for each in ("start", "a", "b")]
    needs = [has("has-a", "a"), has("has-b", "b", "start")]
    ways = [step("start", "a", attainment=("has-b",)), step("start", "b", attainment=("has-a",))]
    assert messages(reach.holding_cycle, *records, *needs, *ways) == []


def test_an_open_alternative_breaks_the_circle():
    records = [qualification(each) for each in ("start", "a", "b")]
    needs = [has("has-a", "a"), has("has-b", "b"), requirement("can-lead", Kind.ATTAINMENT)]
    either = ((Alternative(("has-b",)), Alternative(("can-lead",))),)
    ways = [step("start", "a", any_of=either), step("start", "b", attainment=("has-a",))]
    assert messages(reach.holding_cycle, *records, *needs, *ways) == []


def test_a_foot_of_a_ladder_and_its_top_are_no_dead_ends():
    records = [qualification("foot", "L2"), qualification("top", "L4"), step("foot", "top")]
    assert messages(reach.dead_end, *records) == []
    assert messages(reach.unreached_qualification, *records) == []


LADDER = (
    qualification("school", "L2", "general"),
    qualification("course", "L3"),
    role("worker", "L3"),
    role("manager", "L4"),
)


@pytest.mark.parametrize("foot", ["school", "beginner"])
def test_what_is_reached_from_school_or_from_the_lowest_levels_is_not_out_of_reach(foot):
    start = qualification("beginner", "E")
    ways = (step(foot, "course"), step("course", "worker"), step("worker", "manager"))
    assert messages(reach.unreachable, *LADDER, start, *ways) == []


def test_what_hangs_together_without_a_way_in_is_out_of_reach_as_a_whole():
    ways = (step("course", "worker"), step("worker", "manager"))
    assert messages(reach.unreachable, *LADDER, *ways) == [
        "No steps lead from the foot of the ladder to 2 positions: 'manager', 'worker'. "
        "Add a step into the first of them."
    ]


def test_a_way_that_can_no_longer_be_taken_was_a_way():
    ways = (step("school", "course", closes=date(1999, 1, 1)), step("course", "worker"))
    assert messages(reach.unreachable, *LADDER, *ways) == []


@pytest.mark.parametrize("lost", [step("school", "nowhere"), step("nowhere", "course")])
def test_nobody_can_say_what_is_out_of_reach_while_a_step_leads_nowhere_known(lost):
    assert messages(reach.unreachable, *LADDER, lost, step("course", "worker")) == []


def test_data_that_begin_above_the_foot_are_not_out_of_reach():
    assert messages(reach.unreachable, *LADDER[1:], step("course", "worker")) == []


def staying(level: str):
    return sector("care", staying=(Staying(level, "Many are content.", CITED),))


def test_a_level_at_which_it_is_good_to_stay_is_no_dead_end():
    ways = (*LADDER[1:], step("worker", "course"))
    assert len(messages(reach.dead_end, *ways, sector("care"))) == 1
    assert messages(reach.dead_end, *ways, staying("L3")) == []


def test_a_job_that_leads_nowhere_is_told_where_the_sector_speaks_of_staying_elsewhere():
    ways = (*LADDER[1:], step("course", "worker"), step("worker", "manager"))
    assert messages(reach.ends_without_staying, *ways, sector("care")) == []
    assert messages(reach.ends_without_staying, *ways, staying("L4")) == []
    assert messages(reach.ends_without_staying, *ways, staying("L2")) == [
        "No step leads on from 1 position, and 'staying' says nothing of the level: 'manager'. "
        "Add a step, or say why it is a good place to stay."
    ]


def test_an_end_is_told_by_one_check_only():
    ways = (*LADDER[1:], step("worker", "course"), staying("L2"))
    told = [messages(check, *ways) for check in (reach.dead_end, reach.ends_without_staying)]
    assert ["'course'" in str(each) for each in told] == [True, False]


@pytest.mark.parametrize(("words", "long"), [(25, False), (26, True)])
def test_a_statement_is_long_from_the_first_word_too_many(words, long):
    held = replace(requirement("a"), statement=" ".join(["word"] * words))
    assert bool(messages(outcomes.long_statement, held)) is long
