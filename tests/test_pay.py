"""Pay: in the words of the record, with its year, and never made up."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest

from explorer.answers import answer_routes
from explorer.formats.csv_routes import answer_rows, to_csv
from explorer.formats.json_answers import to_json
from explorer.formats.outline import outline
from explorer.formats.page import page
from explorer.words.pay import NO_PAY, find_pay, pay_at_the_end, pay_in_words
from pathways.places import Place
from pathways.queries import RouteQuery
from pathways.route_index import RouteIndex
from tests.build import catalogue, qualification, role, step

TODAY = date(2026, 11, 22)
PAY = "£18,000 to £30,000 a year (2020)"
KNOWN = catalogue(
    qualification("course", "L2"),
    role("worker", "L3", salary=PAY),
    role("leader", "L4"),
    role("manager", "L5", salary="about £40,000"),
    step("course", "worker"),
    step("worker", "leader"),
    step("leader", "course"),
)


def answer(start: str, goal: str):
    query = RouteQuery((Place(position=start),), (Place(position=goal),), TODAY)
    return answer_routes(query, RouteIndex.build(KNOWN))


@pytest.mark.parametrize(
    ("position", "said"),
    [
        ("worker", PAY),
        ("leader", "not known"),
        ("manager", "about £40,000 (the year is not on record)"),
    ],
)
def test_pay_is_told_with_its_year_or_said_to_be_unknown(position, said):
    assert pay_in_words(position, KNOWN) == said


def test_a_qualification_pays_nothing_and_says_so_where_a_route_ends_in_one():
    route = answer("leader", "course").routes[0]

    assert find_pay("course", KNOWN) is None
    assert pay_at_the_end(route, KNOWN) == NO_PAY


def test_json_has_the_pay_of_where_each_step_leads_and_null_where_it_is_not_known():
    steps = to_json(answer("course", "leader"), KNOWN)["routes"][0]["steps"]

    assert [each["to"]["pay"] for each in steps] == [PAY, None]


def test_a_spreadsheet_has_a_row_for_pay_where_it_is_known():
    rows = csv.DictReader(io.StringIO(to_csv(answer_rows(answer("course", "leader"), KNOWN))))

    paid = [each for each in rows if each["kind"] == "pay"]
    assert [(each["to"], each["statement"], each["source"]) for each in paid] == [("Worker", PAY, "The Book")]


@pytest.mark.parametrize("blocks", [outline, page])
def test_text_and_the_printed_page_tell_the_pay_once(blocks):
    told = "\n".join(block.text for block in blocks(answer("course", "leader"), KNOWN))

    assert told.count(f"Pay: {PAY}.") == 1
    assert told.count("Pay:") == 1
