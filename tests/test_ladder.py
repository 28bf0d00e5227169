"""The ladder of a route: what each step asks for, told truly, and data that never become HTML."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from types import MappingProxyType

from explorer.drawings.asides import closed_steps, drivers_and_barriers, in_words, sources, staying
from explorer.drawings.chips import short_name
from explorer.drawings.detail import detail
from explorer.drawings.ladder import ladder
from explorer.drawings.tier_map import draw_route
from pathways.catalogue import Catalogue
from pathways.learner import NOBODY, Learner, Status
from pathways.model import (
    Activity,
    Actor,
    Alternative,
    Barrier,
    Citation,
    Concept,
    Condition,
    ConditionKind,
    Driver,
    Evidence,
    Holding,
    Kind,
    Staying,
    Waiver,
)
from pathways.places import Place
from pathways.queries import RouteQuery
from pathways.results import RouteResult
from pathways.route_index import RouteIndex
from pathways.routes import find_routes
from tests.build import CITED, catalogue, qualification, requirement, role, sector, step

TODAY = date(2026, 11, 22)
HOSTILE = "<img src=x onerror=alert(1)> ![x](http://evil.example/x) $x$"


class Read(HTMLParser):
    """The tags and the text of a piece of HTML; it must be well nested."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(html)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def asked(known: Catalogue, learner: Learner = NOBODY, goal: str = "c") -> RouteResult:
    query = RouteQuery((Place(position="a"),), (Place(position=goal),), TODAY, learner)
    return find_routes(RouteIndex.build(known), query)


def shown(known: Catalogue, learner: Learner = NOBODY) -> Read:
    return Read(ladder(asked(known, learner).routes[0], known))


def three_rungs() -> Catalogue:
    return catalogue(
        qualification("a", "L2"),
        qualification("b", "L3", months=12, gives=("portfolio",)),
        role("c", "L4"),
        step("a", "b", aspiration=("ambition",), awareness=("cost",)),
        step(
            "b",
            "c",
            awareness=("fees",),
            attainment=("portfolio",),
            helps=("driving",),
            conditions=(Condition(ConditionKind.VACANCY, "A post has to be free."),),
            waives=(Waiver("fees", "The employer pays."),),
        ),
        requirement("ambition", Kind.ASPIRATION, activities=("visit",)),
        requirement("cost", Kind.AWARENESS),
        requirement("fees", Kind.AWARENESS),
        requirement("portfolio"),
        requirement("driving"),
        Concept("ambition", "Wanting to lead"),
        Concept("portfolio", "A portfolio of work"),
        Activity("visit", "Visit somebody who does it.", Actor.LEARNER, CITED),
    )


def test_the_rungs_are_the_positions_in_order_from_the_start():
    html = ladder(asked(three_rungs()).routes[0], three_rungs())

    assert re.findall(r"<h3>(\w+)</h3>", html) == ["A", "B", "C"]
    assert html.startswith("<ol")


def test_months_run_on_along_the_route():
    known = catalogue(
        *(qualification(name, months=12) for name in "abc"), step("a", "b"), step("b", "c", months=6)
    )

    text = shown(known).text

    assert "about a year" in text
    assert "about 6 months · a year and a half in all so far" in text


def test_what_is_needed_stands_under_a_learners_words_and_the_term():
    text = shown(three_rungs()).text

    assert "What you need to want (aspiration)" in text
    assert "What you need to know (awareness)" in text
    assert "What you need to have (attainment)" in text
    assert "What also helps (not a must)" in text


def test_a_chip_opens_into_statement_reason_question_activities_and_source():
    text = shown(three_rungs()).text

    assert "Wanting to lead" in text
    assert "You have ambition. Not asked yet." in text
    assert "Ask yourself: Do you have ambition?" in text
    assert "Visit somebody who does it. Who: you." in text
    assert "Source: The Book, page 1." in text


def test_what_a_position_on_the_way_gives_is_ticked_with_its_reason():
    html = ladder(asked(three_rungs()).routes[0], three_rungs())

    assert ": given by B." in html
    assert re.search(r'<details class="pe-chip pe-met"><summary>.{0,160}A portfolio of work', html)
    assert 'class="pe-chip pe-open"' in html


def test_an_answer_turns_a_circle_into_a_tick_and_half_an_answer_into_a_half():
    said = Learner(MappingProxyType({"ambition": Status.MET, "cost": Status.PARTLY}))

    html = ladder(asked(three_rungs(), said).routes[0], three_rungs())

    assert html.count(": your answer.") == 2
    assert 'class="pe-chip pe-met"' in html
    assert 'class="pe-chip pe-partly"' in html


def test_conditions_waivers_and_gives_are_told():
    text = shown(three_rungs()).text

    assert "A vacancy. A post has to be free." in text
    assert "What this step does not ask for" in text
    assert "The employer pays." in text
    assert "What getting here gives you" in text


def test_a_choice_names_the_way_that_counts_and_opens_into_all():
    known = catalogue(
        *(qualification(name) for name in "abcx"),
        step("a", "b"),
        step("b", "c", any_of=((Alternative(("card",)), Alternative(position="x")),)),
        requirement("card"),
    )

    text = shown(known).text

    assert "Any one of these 2 ways will do:" in text
    assert "or 1 other way" in text
    assert text.count("This route counts on this one.") == 1


def test_an_upward_step_without_requirements_never_looks_like_nothing_to_gain():
    known = catalogue(qualification("a", "L2"), qualification("c", "L3"), step("a", "c"))

    assert "What this step asks for is not known" in shown(known).text


def test_requirements_of_one_concept_in_one_step_are_named_in_full():
    known = catalogue(
        qualification("a"),
        qualification("b"),
        step("a", "b", awareness=("jobs", "bosses", "pay")),
        replace(requirement("jobs", Kind.AWARENESS), concept="work"),
        replace(requirement("bosses", Kind.AWARENESS), concept="work"),
        replace(requirement("pay", Kind.AWARENESS), concept="pay"),
        Concept("work", "Knowing about work"),
        Concept("pay", "Knowing about pay"),
    )

    drawn = ladder(asked(known, goal="b").routes[0], known)

    assert "<span>You have jobs</span>" in drawn
    assert "<span>You have bosses</span>" in drawn
    assert "<span>Knowing about pay</span>" in drawn


def test_a_requirement_is_called_by_its_concept_or_by_what_has_to_be_held():
    known = catalogue(
        qualification("a"),
        role("b"),
        requirement("leads"),
        Concept("leads", "Leading a team"),
        requirement("years", holding=Holding(("b",), months=24)),
        requirement("level", holding=Holding(any_at="L2")),
        requirement("loose", concept=None),
    )
    name = {each.id: short_name(each, known) for each in known.requirements}

    assert name == {
        "leads": "Leading a team",
        "years": "2 years as B",
        "level": "Level L2 in any subject",
        "loose": "You have loose",
    }


def test_data_are_never_html():
    known = catalogue(
        *(replace(qualification(name), title=HOSTILE, summary=HOSTILE) for name in "abc"),
        step("a", "b", awareness=("r",), none_needed=HOSTILE),
        step(
            "b",
            "c",
            conditions=(Condition(ConditionKind.COST, HOSTILE),),
            waives=(Waiver("r", HOSTILE),),
        ),
        replace(requirement("r", Kind.AWARENESS), statement=HOSTILE, question=HOSTILE, activities=("do",)),
        Concept("r", HOSTILE),
        Activity("do", HOSTILE, Actor.ADVISER, Citation("book", HOSTILE, Evidence.EDITORIAL, HOSTILE)),
        sector(
            "care",
            drivers=(Driver(HOSTILE, CITED),),
            barriers=(Barrier(HOSTILE, HOSTILE, CITED),),
            staying=(Staying("L3", HOSTILE, CITED),),
        ),
    )
    result = asked(known)
    route = result.routes[0]
    pieces = [
        ladder(route, known),
        detail("a", ["b"], known),
        drivers_and_barriers(route, known),
        staying(route, known),
        sources(route, known),
        in_words(draw_route(route, known)),
    ]

    for piece in pieces:
        read = Read(piece)
        assert "img" not in read.tags
        assert "a" not in read.tags
    assert all(HOSTILE[:-1] in Read(piece).text for piece in pieces if piece is not pieces[4])


def test_what_helps_and_hinders_in_every_sector_of_the_route_is_told_with_a_way_round():
    known = catalogue(
        qualification("a", sector="care"),
        qualification("c", sector="trade"),
        step("a", "c"),
        sector("care", drivers=(Driver("More people need care", CITED),)),
        sector("trade", barriers=(Barrier("Tools cost money", "Ask for a loan", CITED),)),
    )

    text = Read(drivers_and_barriers(asked(known).routes[0], known)).text

    assert "What helps people move on in care" in text
    assert "More people need care. (page 1)" in text
    assert "Tools cost money. A way round: Ask for a loan. (page 1)" in text


def test_staying_is_told_only_where_a_source_speaks_of_the_start():
    content = Staying("L3", "Many are proud of their trade", CITED)
    here = catalogue(
        qualification("a", "L3"), qualification("c", "L4"), step("a", "c"), sector("care", staying=(content,))
    )
    there = catalogue(
        qualification("a", "L2"), qualification("c", "L4"), step("a", "c"), sector("care", staying=(content,))
    )

    assert "Many are proud of their trade." in Read(staying(asked(here).routes[0], here)).text
    assert staying(asked(there).routes[0], there) is None


def test_closed_steps_say_why():
    known = catalogue(
        qualification("a", "L2"),
        qualification("b", "L3", last_certification=date(2021, 7, 31)),
        qualification("c", "L4"),
        step("a", "b"),
        step("b", "c"),
        step("a", "c"),
    )

    text = Read(closed_steps(asked(known).closed, known)).text

    assert (
        "The step from A to B would have helped, but it is withdrawn; last certification July 2021." in text
    )


def test_the_sources_of_a_route_are_listed_once_with_the_day_they_were_checked():
    text = Read(sources(asked(three_rungs()).routes[0], three_rungs())).text

    assert text.count("The Book. The Publisher, 2020. Last checked on 1 January 2026.") == 1


def test_a_station_in_detail_says_what_it_is_and_where_it_leads():
    known = catalogue(
        qualification("a", "L3", awarding_body="City & Guilds", reference="600/1", months=18),
        role("c", "L4"),
        step("a", "c"),
    )

    text = Read(detail("a", ["c"], known)).text

    assert "City & Guilds" in text
    assert "about a year and a half" in text
    assert "From here you can go on to C." in text
    assert "No further step from here is on record." in Read(detail("c", [], known)).text
