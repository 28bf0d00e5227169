"""Explore the map in a real browser: by keys and by mouse, all views in step, on a phone and in print."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, urlparse

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import contrast, violations
from tests.browser.conftest import Open, settle
from tests.browser.test_network import chosen, network, places

MAP = "svg[role=group]"


def params(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlparse(page.url).query)


def station(page: Page, position: str) -> Locator:
    return page.locator(f"svg .station[data-id='{position}']")


def title(page: Page) -> Locator:
    return page.locator(".pe-place h2")


def open_map(open_page: Open, query: str = "", **window: int | bool) -> Page:
    """Open the page and wait for the map, which comes after the rest."""
    page = open_page(f"/explore{query}", **window)
    page.locator("svg .station").first.wait_for()
    return page


def tab_to(page: Page, wanted: Locator, most: int = 40) -> None:
    """Press Tab until something has the focus, and give up after as many presses as no one would make."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if wanted.evaluate("each => each.getRootNode().activeElement === each"):
            return
    raise AssertionError(f"{most} presses of Tab do not reach {wanted}")


def standing(page: Page) -> None:
    settle(page)
    page.wait_for_timeout(300)


def test_with_keys_alone_a_role_is_found_on_the_map_aimed_at_and_its_routes_are_there(open_page: Open):
    page = open_map(open_page)
    tab_to(page, page.get_by_label("Find a job or course"))
    page.keyboard.type("nursery manger")
    page.keyboard.press("Enter")
    first = page.locator(".places button").first
    expect(first).to_contain_text("Nursery manager")
    tab_to(page, first)
    page.keyboard.press("Enter")
    expect(title(page)).to_have_text("Nursery manager")
    expect(station(page, "nursery-manager")).to_have_attribute("aria-pressed", "true")

    tab_to(page, page.get_by_role("button", name="Aim here"))
    page.keyboard.press("Enter")

    page.wait_for_url("**goal=nursery-manager*")
    expect(page.locator("h1")).to_have_text("Find a route")
    page.locator(".pe-ladder").wait_for()
    assert params(page) == {"goal": ["nursery-manager"]}


def test_the_map_is_one_tab_stop_walked_with_arrows_letters_and_ends(open_page: Open):
    page = open_map(open_page)
    assert page.locator("svg .station").count() > 100
    assert page.locator("svg .station[tabindex='0']").count() == 1
    focused = page.locator("svg .station:focus")
    page.locator("svg .station[tabindex='0']").focus()

    page.keyboard.press("End")
    last = focused.get_attribute("data-id")
    page.keyboard.press("ArrowUp")
    assert focused.get_attribute("data-id") != last
    page.keyboard.type("room s")
    assert focused.get_attribute("data-id") == "room-supervisor"
    page.keyboard.press("Enter")

    expect(title(page)).to_have_text("Room supervisor")
    assert params(page) == {"selected": ["room-supervisor"]}
    assert focused.get_attribute("data-id") == "room-supervisor"
    assert page.locator("svg .station[tabindex='0']").count() == 1


def test_arrow_keys_reach_every_station(open_page: Open):
    """Each arrow leads to the nearest station in its direction; together they join the whole map."""
    page = open_map(open_page)

    left_out = page.locator(MAP).evaluate(
        """svg => {
            const all = [...svg.querySelectorAll('.station')];
            const press = (on, key) => {
                on.focus();
                on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
                return on.getRootNode().activeElement;
            };
            const reached = new Set([all[0]]);
            const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];
            for (const each of reached) for (const key of keys) reached.add(press(each, key));
            return all.filter(each => !reached.has(each)).map(each => each.getAttribute('aria-label'));
        }"""
    )

    assert left_out == []


def test_selecting_lights_the_steps_in_and_out_and_back_goes_back(open_page: Open):
    page = open_map(open_page)
    station(page, "nursery-manager").click()
    expect(title(page)).to_have_text("Nursery manager")
    assert page.locator("svg .step.leads").count() >= 3
    assert page.locator("svg .step.comes").count() >= 3
    standing(page)
    station(page, "room-supervisor").click()
    expect(title(page)).to_have_text("Room supervisor")
    standing(page)

    page.go_back()

    expect(title(page)).to_have_text("Nursery manager")
    expect(station(page, "nursery-manager")).to_have_attribute("aria-pressed", "true")
    page.go_back()
    expect(title(page)).to_have_text("Choose a place")
    expect(page.locator("svg .station[aria-pressed=true]")).to_have_count(0)


def test_map_and_list_are_in_step(open_page: Open):
    page = open_map(open_page)
    station(page, "electrician").click()
    expect(title(page)).to_have_text("Electrician")
    standing(page)

    page.get_by_role("radio", name="List").click()
    expect(page.locator(MAP)).to_have_count(0)
    marked = page.locator(".places button[aria-pressed=true]")
    expect(marked).to_have_count(1)
    expect(marked).to_contain_text("Electrician")
    page.locator(".places button", has_text="Childminder").first.click()
    expect(title(page)).to_have_text("Childminder")
    standing(page)
    page.get_by_role("radio", name="Map").click()

    expect(station(page, "childminder")).to_have_attribute("aria-pressed", "true")
    assert params(page)["selected"] == ["childminder"]


def test_the_network_is_in_step_with_the_map_and_comes_as_a_file(open_page: Open):
    page = open_map(open_page, "?selected=electrician")
    page.get_by_role("radio", name="Network").click()
    network(page)
    assert [each.split(",")[0] for each in chosen(page)] == ["Electrician"]
    expect(page.locator(MAP)).to_have_count(0)
    with page.expect_download() as got:
        page.get_by_role("button", name="Download this network").click()

    places(page).focus()
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    expect(title(page)).not_to_have_text("Electrician")
    named = title(page).text_content()
    standing(page)
    page.get_by_role("radio", name="Map").click()

    pressed = page.locator("svg .station[aria-pressed=true]")
    expect(pressed).to_have_attribute("aria-label", re.compile(f"^{re.escape(named or '-')}"))
    assert got.value.suggested_filename == "pathway-network.html"
    assert "Electrician" in Path(got.value.path()).read_text("utf-8")


def test_the_same_station_can_be_selected_again_after_another_way_of_selecting(open_page: Open):
    page = open_map(open_page)
    station(page, "electrician").click()
    expect(title(page)).to_have_text("Electrician")
    standing(page)
    page.get_by_label("Find a job or course").fill("childminder")
    page.keyboard.press("Enter")
    expect(title(page)).to_have_text("Childminder")
    expect(station(page, "childminder")).to_have_attribute("aria-pressed", "true")
    standing(page)

    station(page, "electrician").click()

    expect(title(page)).to_have_text("Electrician")


def test_where_a_place_leads_can_be_followed(open_page: Open):
    page = open_map(open_page, "?selected=room-supervisor")
    panel = page.locator(".st-key-explore-panel")
    there = panel.locator(".places button").first
    named = there.evaluate("button => button.firstChild.textContent")
    lit = there.get_attribute("data-id")

    there.click()

    expect(title(page)).to_have_text(named)
    expect(station(page, lit or "")).to_have_attribute("aria-pressed", "true")


def test_a_filter_is_set_by_hand_and_the_map_follows(open_page: Open):
    page = open_map(open_page)
    before = page.locator("svg .station").count()

    page.get_by_role("combobox", name="Sectors").click()
    page.get_by_role("option", name="Adult social care").click()
    page.wait_for_url("**sectors=adult-care*")

    expect(page.locator("svg .sector")).to_have_count(1)
    assert page.locator("svg .station").count() < before


def test_all_sectors_fit_side_by_side_until_a_place_is_selected_and_then_it_stays_in_sight(open_page: Open):
    page = open_map(open_page)
    frame = page.locator(".frame")
    assert page.locator("svg .head").count() == 10
    assert frame.evaluate("frame => frame.scrollWidth <= frame.clientWidth")

    station(page, "registered-nurse").click()

    expect(title(page)).to_have_text("Registered nurse")
    expect(title(page)).to_be_in_viewport()
    expect(station(page, "registered-nurse")).to_be_in_viewport()
    expect(page.get_by_role("region", name="to scroll sideways")).to_have_attribute("tabindex", "0")


@pytest.mark.parametrize("width", [1280, 390])
def test_the_name_of_a_sector_shows_that_sector_alone_with_names(open_page: Open, width: int):
    page = open_map(open_page, width=width, height=844)
    assert page.locator("svg .name").count() == 0

    page.locator("svg .head[data-sector='adult-care']").click()

    page.wait_for_url("**sectors=adult-care*")
    expect(page.locator("svg .head")).to_have_count(1)
    expect(page.locator("svg .name").first).to_be_visible()
    assert page.locator("svg .name").count() == page.locator("svg .station").count()


def test_the_map_stands_high_on_the_first_screen(open_page: Open):
    page = open_map(open_page, "?selected=nursery-manager")

    box = page.locator(".frame").bounding_box()

    assert box
    assert box["y"] < 210
    assert box["y"] + box["height"] <= 800
    expect(page.get_by_role("button", name="Aim here")).to_be_in_viewport()
    expect(station(page, "nursery-manager")).to_be_in_viewport()


def overlaps(page: Page) -> list[str]:
    """Return what is drawn over the name of a station: other names, stations, or lit steps, as drawn."""
    return page.locator(MAP).evaluate(
        """svg => {
            const boxes = [...svg.querySelectorAll('.station')].flatMap(each => {
                const name = each.querySelector('.name');
                const dot = [each.dataset.id, each.querySelector('.dot').getBBox()];
                return name ? [dot, ['name of ' + each.dataset.id, name.getBBox()]] : [dot];
            });
            const points = [...svg.querySelectorAll('.step')].flatMap(path => {
                const many = Math.ceil(path.getTotalLength() / 4);
                return Array.from({ length: many }, (_, at) => path.getPointAtLength(4 * at));
            });
            const over = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width;
            const meets = (a, b) => over(a, b) && a.y < b.y + b.height && b.y < a.y + a.height;
            const within = ({ x, y }, box) => meets({ x: x - 1, y: y - 1, width: 2, height: 2 }, box);
            const found = [];
            boxes.forEach(([one, a], at) => {
                if (!one.startsWith('name')) return;
                boxes.forEach(([other, b], place) => {
                    if (place !== at && meets(a, b)) found.push(one + ' / ' + other);
                });
                if (points.some(point => within(point, a))) found.push(one + ' / step');
            });
            return found;
        }"""
    )


@pytest.mark.parametrize(
    "query",
    [
        "sectors=electrical,general&selected=electrician",
        "sectors=electrical&selected=electrician",
        "sectors=childcare,general&selected=gcses-grade-4-9",
    ],
)
def test_names_as_drawn_lie_over_nothing_and_lit_steps_run_round_them(open_page: Open, query: str):
    page = open_map(open_page, f"?{query}")
    page.locator("svg .step").first.wait_for()
    assert page.locator("svg .name").count() >= 10
    assert page.locator("svg .step").count() > 5

    assert overlaps(page) == []


def test_names_as_drawn_fit_what_they_were_measured_for(open_page: Open):
    page = open_map(open_page, "?sectors=childcare")

    edges = page.locator(MAP).evaluate(
        """svg => [...svg.querySelectorAll('.name')].map(each => {
            const box = each.getBBox();
            return box.x + box.width;
        })"""
    )

    assert max(edges) < page.locator(MAP).evaluate("svg => svg.viewBox.baseVal.width")


OPENED, SELECTED = "/explore", "/explore?selected=nursery-manager"
LISTED = "/explore?view=list&selected=adult-care-worker"
NOTHING = "/explore?sectors=electrical&levels=E&kinds=jobs"
FILTERED = (
    "/explore?sectors=nowhere,care,electrical&levels=L3,L4&kinds=jobs,apprenticeship&evidence=editorial"
)


@pytest.mark.parametrize(
    ("path", "width"),
    [
        (OPENED, 1280),
        (SELECTED, 1280),
        (SELECTED, 390),
        (LISTED, 1280),
        (LISTED, 390),
        (NOTHING, 390),
        (FILTERED, 1280),
    ],
)
def test_axe_finds_nothing(open_page: Open, path: str, width: int):
    page = open_page(path, width=width, height=4200)
    page.evaluate(
        "document.querySelectorAll('[data-testid=stHtml] details').forEach(each => each.open = true)"
    )
    if page.get_by_text("The same as a list").count():
        page.get_by_text("The same as a list").click()
    standing(page)

    assert violations(page) == []


def test_axe_finds_nothing_in_what_was_found(open_page: Open):
    page = open_map(open_page, height=4200)
    page.get_by_label("Find a job or course").fill("care")
    page.keyboard.press("Enter")
    page.get_by_text("Which of these?").wait_for()
    standing(page)

    assert violations(page) == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_colours_of_the_map_stand_out_enough(open_page: Open, dark: bool):
    """axe cannot judge SVG: names 4.5 to 1 and stations 3 to 1 against what they stand on."""
    page = open_map(open_page, "?selected=nursery-manager", dark=dark)

    pairs = page.locator(MAP).evaluate(
        """svg => {
            const paint = (each, what) => getComputedStyle(each)[what];
            const grounds = ['.gutter', '.gutter.odd'].map(part => paint(svg.querySelector(part), 'fill'));
            const names = [...svg.querySelectorAll('.name, .level')].map(each => paint(each, 'fill'));
            const dots = [...svg.querySelectorAll('.linked .dot')].map(each => paint(each, 'stroke'));
            return grounds.flatMap(ground => [
                ...[...new Set(names)].map(each => [each, ground, 4.5]),
                ...[...new Set(dots)].map(each => [each, ground, 3]),
            ]);
        }"""
    )

    assert len(pairs) >= 6
    assert [pair for pair in pairs if contrast(pair[0], pair[1]) < pair[2]] == []


def test_on_a_phone_search_and_list_come_first_and_only_the_map_scrolls_sideways(open_page: Open):
    page = open_map(open_page, width=390, height=844)

    search, listed, frame = (
        each.bounding_box()
        for each in (
            page.get_by_label("Find a job or course"),
            page.get_by_text("The same as a list"),
            page.locator(".frame"),
        )
    )
    assert search
    assert listed
    assert frame
    assert search["y"] < listed["y"] < frame["y"] < 844
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 390
    assert page.locator(".frame").evaluate("frame => frame.scrollWidth > frame.clientWidth")
    expect(page.get_by_role("region", name="to scroll sideways")).to_have_attribute("tabindex", "0")


def test_a_station_tapped_on_a_phone_shows_its_details_near(open_page: Open):
    page = open_map(open_page, width=390, height=844)

    station(page, "early-years-teacher").click()

    expect(title(page)).to_have_text("Early years teacher")
    standing(page)
    expect(title(page)).to_be_in_viewport()


def test_nothing_is_asked_of_any_other_host(open_page: Open, app: str, chromium):
    page = chromium.new_page(viewport={"width": 1280, "height": 800})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda socket: asked.append(socket.url.replace("ws:", "http:")))
    for path in ("/explore", "/explore?view=list", "/explore?view=network&selected=electrician"):
        page.goto(app + path)
        standing(page)
    page.close()

    assert len(asked) > 10
    assert [url for url in asked if not url.startswith((app, "data:", "blob:"))] == []


def test_print_shows_the_map_whole_without_the_filters(open_page: Open):
    page = open_map(open_page, "?selected=nursery-manager")

    page.emulate_media(media="print")

    expect(page.locator(MAP)).to_be_visible()
    expect(page.get_by_label("Find a job or course")).to_be_hidden()
    expect(page.get_by_role("button", name="Aim here")).to_be_hidden()
    assert page.locator(".frame").evaluate("frame => frame.scrollHeight - frame.clientHeight") < 4
