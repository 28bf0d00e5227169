"""Find a route in a real browser: ask, choose, walk the map by mouse and by keys, follow links, go back."""

from __future__ import annotations

import json
import re
from urllib.parse import parse_qs, urlparse

from click.testing import CliRunner
from playwright.sync_api import Locator, Page, expect

from explorer.cli import app as command_line
from tests.browser.conftest import Open, settle

HOME_QUESTION = "How do I get from L3 childcare to L4?"
LINK = "/?start=childcare:L3&goal=L4"


def stations(page: Page) -> Locator:
    return page.locator("svg g.station")


def cards(page: Page) -> Locator:
    return page.get_by_role("radio").and_(page.locator("input[name=route]"))


def params(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlparse(page.url).query)


def rungs(page: Page) -> list[str]:
    return page.locator(".pe-ladder h3").all_text_contents()


def test_the_answer_to_the_home_question_is_one_click_away_and_on_the_first_screen(open_page: Open):
    page = open_page("/")

    page.get_by_role("button", name=HOME_QUESTION).click()
    expect(page.locator(".pe-answer")).to_contain_text("from level 3 in childcare and early years to level 4")
    settle(page)

    for shown in (page.locator(".pe-answer"), page.locator("label.card").first):
        box = shown.bounding_box()
        assert box
        assert box["y"] + box["height"] < 800
    map_box = page.locator("svg[role=group]").bounding_box()
    assert map_box
    assert map_box["y"] < 800


def test_a_typed_question_is_answered_and_stays_out_of_the_address(open_page: Open):
    page = open_page("/")

    page.get_by_label("Ask in your own words").fill(
        "I have no qualifications, how do I become an electrician"
    )
    page.get_by_role("button", name="Find routes").click()
    page.locator(".pe-ladder").wait_for()

    assert params(page) == {"start": ["U"], "goal": ["electrician"]}


def test_the_page_gives_the_routes_of_the_command_line_in_the_same_order(open_page: Open):
    page = open_page("/")
    page.get_by_role("button", name=HOME_QUESTION).click()
    cards(page).first.wait_for(state="attached")
    settle(page)

    done = CliRunner().invoke(command_line, ["ask", HOME_QUESTION, "--format", "json"])

    answer = json.loads(done.stdout)
    stops = [
        [route["start"]["id"], *(step["to"]["id"] for step in route["steps"])]
        for route in (*answer["routes"], *answer["also"])
    ]
    assert len(answer["routes"]) >= 3
    assert [card.get_attribute("value") for card in cards(page).all()] == [".".join(each) for each in stops]


def test_another_route_is_drawn_told_and_put_into_the_address(open_page: Open):
    page = open_page(LINK)
    before, second = rungs(page), cards(page).nth(1).get_attribute("value")

    cards(page).nth(1).check()
    page.wait_for_url("**route=*")
    settle(page)

    assert params(page)["route"] == [second]
    assert rungs(page) != before
    on_map = page.locator("svg g.on-route").evaluate_all("all => all.map(each => each.dataset.id)")
    assert on_map == second.split(".")
    expect(cards(page).nth(1)).to_be_checked()


def test_a_station_is_selected_with_the_mouse(open_page: Open):
    page = open_page(LINK)
    station = page.locator("svg g.on-route").last

    station.click()

    expect(station).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".pe-detail h3")).to_have_text(rungs(page)[-1])
    expect(page.locator("svg g.station[aria-pressed=true]")).to_have_count(1)
    expect(page.get_by_role("button", name="Start here")).to_be_visible()


def test_the_map_is_one_tab_stop_and_is_walked_with_arrows(open_page: Open):
    page = open_page(LINK)
    assert stations(page).count() > 3
    assert page.locator("svg g.station[tabindex='0']").count() == 1
    page.locator("svg g.station[tabindex='0']").focus()
    focused = page.locator("svg g.station:focus")
    start = focused.get_attribute("aria-label")
    assert start
    assert start.startswith("1. ")

    page.keyboard.press("ArrowUp")
    assert focused.get_attribute("aria-label") != start
    page.keyboard.press("End")
    assert (focused.get_attribute("aria-label") or "").endswith("where the route ends")
    page.keyboard.press("Enter")

    expect(page.locator(".pe-detail h3")).to_have_text(rungs(page)[-1])
    assert focused.count() == 1
    assert page.locator("svg g.station[tabindex='0']").count() == 1
    page.keyboard.press("Home")
    page.keyboard.press(" ")
    expect(page.locator(".pe-detail h3")).to_have_text(rungs(page)[0])
    page.keyboard.press("Tab")
    assert stations(page).locator(":scope:focus").count() == 0


def test_aiming_at_a_station_asks_again(open_page: Open):
    page = open_page(LINK)
    page.locator("svg g.on-route").nth(1).click()
    there = page.locator("svg g.on-route").nth(1).get_attribute("data-id")

    page.get_by_role("button", name="Aim here").click()
    page.wait_for_url(f"**goal={there}*")

    assert params(page)["start"] == ["childcare:L3"]


def test_a_deep_link_opens_its_route_and_back_returns_step_by_step(open_page: Open):
    page = open_page(LINK)
    first, second = (cards(page).nth(place).get_attribute("value") for place in (0, 1))
    told = rungs(page)
    cards(page).nth(1).check()
    page.wait_for_url("**route=*")
    settle(page)
    page.get_by_role("button", name="What can I do next with A levels?").click()
    page.wait_for_url("**start=a-levels*")
    settle(page)

    page.go_back()
    expect(page.locator(f"input[value='{second}']")).to_be_checked()
    expect(page.get_by_role("combobox", name="Where are you now?")).to_have_value(re.compile("childcare"))
    page.go_back()
    expect(page.locator(f"input[value='{first}']")).to_be_checked()
    settle(page)

    assert rungs(page) == told
    fresh = open_page(f"{LINK}&route={second}")
    expect(fresh.locator(f"input[value='{second}']")).to_be_checked()


def test_a_requirement_opens_into_sentences(open_page: Open):
    page = open_page(LINK)
    chip = page.locator("details.pe-chip").first
    expect(chip.locator(".pe-said")).to_be_hidden()

    chip.locator("summary").focus()
    page.keyboard.press("Enter")

    expect(chip.locator(".pe-said")).to_contain_text("Ask yourself:")
    expect(chip.locator(".pe-said .pe-source")).not_to_be_empty()


def test_what_one_has_is_counted_and_not_in_the_address(open_page: Open):
    page = open_page(LINK)
    address, before = page.url, page.locator(".pe-answer").text_content()

    page.get_by_text("I already have").click()
    page.locator("[data-testid=stCheckbox] label").first.click()
    expect(page.get_by_text("Counted: 1 thing that you have already")).to_be_visible()
    settle(page)
    page.locator("[data-testid=stCheckbox] label").nth(1).click()  # still open after the first
    expect(page.get_by_text("Counted: 2 things that you have already")).to_be_visible()
    settle(page)

    assert page.locator(".pe-answer").text_content() != before
    assert page.url == address


def test_labels_on_the_map_fit_their_boxes(open_page: Open):
    page = open_page("/?start=U&goal=nursery-manager")

    outside = page.locator("svg g.on-route").evaluate_all(
        """all => all.filter(each => {
            const text = each.querySelector('.title').getBBox(), box = each.querySelector('.label').getBBox();
            return text.x < box.x || text.x + text.width > box.x + box.width
                || text.y < box.y || text.y + text.height > box.y + box.height;
        }).map(each => each.getAttribute('aria-label'))"""
    )

    assert outside == []


def test_on_a_phone_the_ladder_comes_first_and_only_the_map_scrolls_sideways(open_page: Open):
    page = open_page(LINK, width=390, height=844)

    ladder, picture = (
        page.locator(".pe-ladder").bounding_box(),
        page.locator("svg[role=group]").bounding_box(),
    )
    assert ladder
    assert picture
    assert ladder["y"] < picture["y"]
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 390
    assert page.locator(".frame").evaluate("frame => frame.scrollWidth > frame.clientWidth")


def test_nothing_is_asked_of_any_other_host(open_page: Open, chromium, app: str):
    page = chromium.new_page(viewport={"width": 1280, "height": 800})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda socket: asked.append(socket.url.replace("ws:", "http:")))
    for path in ("/", LINK, "/about"):
        page.goto(app + path)
        settle(page)
    page.goto(app + LINK)
    settle(page)
    page.locator("svg g.station").last.click()
    page.get_by_text("I already have").click()
    page.wait_for_timeout(500)
    page.close()

    assert len(asked) > 10
    assert [url for url in asked if not url.startswith((app, "data:", "blob:"))] == []


def test_print_shows_the_route_without_the_form(open_page: Open):
    page = open_page(LINK)

    page.emulate_media(media="print")

    expect(page.locator(".pe-sheet h2").first).to_be_visible()
    expect(page.get_by_label("Ask in your own words")).to_be_hidden()
    expect(page.locator("label.card").first).to_be_hidden()
    expect(page.locator(".pe-ladder")).to_be_hidden()
