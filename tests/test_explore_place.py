"""What the map page tells of a place: facts, ways in with what they ask for, and where it leads."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

from explorer.drawings.explore_panel import about_place, legend, nothing_selected, staying_here
from explorer.drawings.places import list_found, list_leads, list_places
from explorer.drawings.takes import takes
from pathways.model import Alternative, Condition, ConditionKind, Kind, Staying, Waiver
from tests.build import CITED, catalogue, qualification, requirement, role, sector, step

TODAY = date(2026, 11, 22)
WANTS = requirement("wish", Kind.ASPIRATION)
KNOWS = requirement("map-reading", Kind.AWARENESS)
HAS = requirement("boots", Kind.ATTAINMENT)
LAW = requirement("licence", Kind.ATTAINMENT, regulated=True)


def text(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def summaries(html: str) -> list[str]:
    return [unescape(each) for each in re.findall(r"<summary>(.*?)</summary>", html)]


def test_one_way_in_is_told_open_with_all_that_it_asks_for():
    known = catalogue(
        qualification("low", "L2"),
        role("guide", "L3"),
        WANTS,
        KNOWS,
        HAS,
        LAW,
        step(
            "low",
            "guide",
            aspiration=("wish",),
            awareness=("map-reading",),
            attainment=("licence",),
            helps=("boots",),
            months=6,
            conditions=(Condition(ConditionKind.VACANCY, "A post has to be free."),),
        ),
    )

    html = takes("guide", known, TODAY)

    assert summaries(html) == ["From Low, at level L2"]
    assert " open>" in html
    assert text(html) == (
        "From Low, at level L2 It takes about 6 months. What you need to want You have wish. "
        "What you need to know You have map-reading. "
        "What you need to have You have licence. The law or a regulator asks for this. "
        "What also helps, but is not a must You have boots. "
        "What has to be in place A vacancy. A post has to be free. Source: The Book, page 1."
    )


def test_ways_from_one_level_say_once_what_they_all_ask_for_and_then_what_each_asks_besides():
    known = catalogue(
        qualification("one", "L2"),
        qualification("two", "L2"),
        role("guide", "L3"),
        WANTS,
        HAS,
        step("one", "guide", aspiration=("wish",), months=3),
        step("two", "guide", aspiration=("wish",), attainment=("boots",)),
    )

    html = takes("guide", known, TODAY)

    assert summaries(html) == ["From level L2 in care: 2 ways"]
    assert text(html).count("You have wish.") == 1
    assert "One It takes about 3 months. Source" in text(html)
    assert "Two What you need to have: You have boots. Source" in text(html)


def test_ways_come_from_the_own_sector_first_the_nearest_level_below_first_and_down_last():
    known = catalogue(
        role("guide", "L3"),
        *(
            qualification(name, level, where)
            for name, level, where in (
                ("foot", "L1", "care"),
                ("below", "L2", "care"),
                ("beside", "L3", "care"),
                ("above", "L5", "care"),
                ("school", "L2", "general"),
                ("far", "L2", "trade"),
            )
        ),
        *(
            step(each, "guide", none_needed="Nothing.")
            for each in ("foot", "below", "beside", "above", "school", "far")
        ),
    )

    starts = [each.split(",")[0].removeprefix("From ") for each in summaries(takes("guide", known, TODAY))]

    assert starts == ["Below", "Foot", "Beside", "Above", "School", "Far"]


def test_a_choice_a_waiver_and_what_is_not_known_are_told():
    known = catalogue(
        qualification("low", "L2"),
        qualification("badge", "L2"),
        qualification("old", "L2", last_start=date(2020, 1, 1)),
        qualification("blank", "L1"),
        role("guide", "L3"),
        HAS,
        KNOWS,
        step(
            "low",
            "guide",
            any_of=((Alternative(("boots",)), Alternative(position="old")),),
            awareness=("map-reading",),
            waives=(Waiver("map-reading", "It is taught on the way."),),
        ),
        step("blank", "guide"),
    )

    told = text(takes("guide", known, TODAY))

    assert "One of these: " in told
    assert "Old (only for people who have it already)" in told
    assert "It does not ask for “You have map-reading”. It is taught on the way." in told
    assert "What this step asks for is not known, which does not mean that it asks for nothing." in told


def test_closed_ways_are_told_apart_from_open_ones():
    known = catalogue(
        qualification("low", "L2"),
        role("guide", "L3"),
        step("low", "guide", none_needed="Nothing.", closes=date(2020, 1, 1)),
    )

    html = takes("guide", known, TODAY)

    assert "No open way into it is on record." in text(html)
    assert summaries(html) == ["Closed: 1 way"]
    assert " open>" not in html


def test_where_a_place_leads_is_told_up_across_down_and_into_other_sectors():
    known = catalogue(
        role("here", "L3"),
        role("top", "L4"),
        role("peer", "L3"),
        role("foot", "L1"),
        role("away", "L4", "trade"),
        *(step("here", each) for each in ("top", "peer", "foot", "away")),
        step("here", "top", id="twice"),
    )

    data = list_leads("here", known.steps_from["here"], known)

    parts = {part["title"]: [item["id"] for item in part["items"]] for part in data["groups"][0]["parts"]}
    assert parts == {
        "Up": ["top"],
        "To the same level": ["peer"],
        "Down a level or more": ["foot"],
        "Into another sector": ["away"],
    }


def test_the_list_has_sectors_and_levels_as_headings():
    known = catalogue(role("a", "L2"), role("b", "L3"), qualification("c", "L3", "trade"))

    data = list_places(("a", "b", "c"), known)

    shape = [(group["title"], [part["title"] for part in group["parts"]]) for group in data["groups"]]
    assert shape == [("Care", ["Level L2", "Level L3"]), ("Trade", ["Level L3"])]
    assert data["groups"][0]["parts"][0]["items"] == [
        {"id": "a", "title": "A", "told": "Job role", "tone": 1}
    ]


def test_what_is_found_says_level_and_sector():
    known = catalogue(role("guide", "L3"))

    items = list_found(("guide",), known)["groups"][0]["parts"][0]["items"]

    assert items[0]["told"] == "A job at level L3, care"


def test_every_fact_of_a_qualification_is_told():
    known = catalogue(
        qualification(
            "award",
            "L3",
            type="diploma",
            reference="603/1/2",
            awarding_body="Board",
            months=12,
            hours=90,
            opens=date(2019, 9, 1),
            last_start=date(2020, 8, 31),
            last_certification=date(2022, 8, 31),
            successor="new",
        ),
        qualification("new", "L3"),
    )

    told = text(about_place("award", known, TODAY))

    for fact in (
        "Diploma",
        "603/1/2",
        "Board",
        "about a year",
        "90",
        "1 September 2019",
        "31 August 2020",
        "31 August 2022",
        "A published source",
        "closed to newcomers",
        "In its place there is now New.",
    ):
        assert fact in told


def test_a_qualification_that_is_still_to_come_says_when():
    known = catalogue(qualification("award", opens=date(2027, 9, 1)))

    assert "It opens to newcomers on 1 September 2027." in text(about_place("award", known, TODAY))


def test_staying_is_an_answer_where_a_source_says_so():
    known = catalogue(
        sector("care", staying=(Staying("L3", "People like it here.", CITED),)),
        role("here", "L3"),
        role("there", "L4"),
    )

    said = staying_here("here", known)

    assert said
    assert "Staying is a good answer too. People like it here." in text(said)
    assert staying_here("there", known) is None


def test_names_in_data_are_text_wherever_they_stand():
    harm = "<img src=x onerror=alert(1)>"
    known = catalogue(
        role("low", "L2", summary=harm),
        role("guide", "L3", summary=harm, salary=harm),
        step("low", "guide", none_needed=harm),
    )

    made = (
        about_place("guide", known, TODAY),
        takes("guide", known, TODAY),
        nothing_selected(["low", "guide"], known),
        legend(),
    )

    assert all("<img" not in each for each in made)
    assert "&lt;img" in made[0]


def test_what_is_looked_at_is_counted_in_words():
    known = catalogue(role("a", "L2"), qualification("b", "L4"), qualification("c", "L4"))

    assert "Here are 2 qualifications and courses and 1 job in care, from level L2 to level L4." in text(
        nothing_selected(list(known.position_by_id), known)
    )
    assert "Here is 1 job in care, at level L2." in text(nothing_selected(["a"], known))
