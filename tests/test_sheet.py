"""The printed sheet: what is asked, the answer, boxes to tick, notes, sources, and whose work it is."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

from explorer.answers import answer_routes
from explorer.drawings.sheet import LINES_FOR_NOTES, sheet
from explorer.formats.openings import opening, understood_sentence
from explorer.words import NO_PROMISE
from explorer.words.credit import CREDIT
from graph_loader import load_catalogue
from pathways.learner import Learner, Status
from pathways.model import Condition, ConditionKind
from pathways.places import Place
from pathways.queries import RouteQuery
from pathways.route_index import RouteIndex
from tests.build import catalogue, qualification, requirement, role, step

TODAY = date(2026, 11, 22)
KNOWN = catalogue(
    *(qualification(name, "L2", gives=("given",) if name == "b" else ()) for name in "ab"),
    role("c", "L3", salary="£20,000 a year (2020)"),
    step("a", "b", attainment=("skill", "mine")),
    step(
        "b",
        "c",
        attainment=("skill", "given", "law"),
        conditions=(Condition(ConditionKind.COST, "There is a fee."),),
    ),
    requirement("skill"),
    requirement("mine"),
    requirement("given"),
    requirement("law", regulated=True),
)


def printed(data=KNOWN, have=()):
    learner = Learner(dict.fromkeys(have, Status.MET))
    query = RouteQuery((Place(position="a"),), (Place(position="c"),), TODAY, learner)
    answer = answer_routes(query, RouteIndex.build(data))
    return sheet(answer.routes[0], answer, data), answer


def text(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def boxes(html: str) -> dict[str, bool]:
    """Return each line with a box, and whether it is ticked."""
    lines = re.findall(r'<li><span class="pe-box" aria-hidden="true">(✓?)</span><div>(.*?)</div>', html)
    return {text(said): bool(tick) for tick, said in lines}


def test_it_says_what_was_asked_the_answer_the_promise_the_credit_and_the_version():
    html, answer = printed()

    told = text(html)

    for said in (opening(answer, KNOWN), understood_sentence(answer, KNOWN), NO_PROMISE, CREDIT):
        assert said in told
    assert f"version {KNOWN.content_hash}" in told
    assert "Last checked on 1 January 2026" in told
    assert "Pay: £20,000 a year (2020)." in told
    assert html.count("pe-line") == LINES_FOR_NOTES


def test_each_thing_has_a_box_that_is_ticked_only_where_it_is_so_today():
    html, _ = printed(have=("mine",))

    assert boxes(html) == {
        "You have skill.": False,
        "You have mine. Already so: your answer.": True,
        "You have given. This comes on the way: it is given by B.": False,
        "You have law. The law or a regulator asks for this.": False,
        "Cost. There is a fee.": False,
    }


def test_a_box_for_every_thing_the_shipped_routes_ask_for():
    index = RouteIndex.build(load_catalogue())
    query = RouteQuery((Place(sector="childcare", level="L3"),), (Place(level="L4"),), TODAY)
    answer = answer_routes(query, index)

    for route in answer.routes:
        told = text(sheet(route, answer, index.catalogue))
        for each in (one for step_ in route.steps for one in step_.required):
            assert index.catalogue.requirement_by_id[each.requirement].statement.rstrip(".") in told


def test_names_in_the_data_stay_text():
    hostile = catalogue(
        qualification("a", "L2"),
        role("c", "L3", summary="<script>x</script>"),
        step("a", "c", attainment=("x",)),
        requirement("x"),
    )

    html, _ = printed(hostile)

    assert "<script" not in html
    assert "&lt;script&gt;" in html
