"""The network in a browser: on the map page with mouse and keys, and as a file of its own with no network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from explorer.drawings.network import build_network
from explorer.drawings.network_page import to_html
from tests.browser.axe import violations
from tests.browser.conftest import Open, settle
from tests.build import catalogue, qualification, role, step

HERE = "/explore?view=network"
FITS = f"{HERE}&sectors=childcare"
"""A network that is drawn whole at a size that can be read: its first look is all there is."""
HOSTILE = (
    "</script><script>window.harm=1</script>",
    "<img src=x onerror=window.harm=1>",
    "javascript:window.harm=1",
    '"><svg onload=window.harm=1>',
    "<!-- ${window.harm=1} {{harm}}",
)

Opened = Callable[..., Page]


def network(page: Page) -> Locator:
    page.locator(".network canvas").wait_for()
    page.wait_for_timeout(400)
    return page.locator(".network")


def places(page: Page) -> Locator:
    return page.get_by_role("listbox", name="Network")


def chosen(page: Page) -> list[str]:
    return page.locator(".network [role=option][aria-selected=true]").all_inner_texts()


def colours(page: Page) -> int:
    """Return how many colours the canvas has: 1 where nothing is drawn."""
    return page.locator(".network canvas").evaluate(
        """canvas => {
            const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
            const found = new Set();
            for (let at = 0; at < data.length; at += 4) found.add(data.slice(at, at + 3).join());
            return found.size;
        }"""
    )


def headed(page: Page, told: str) -> bool:
    """Say whether the page has a heading that names the place."""
    return any(told.startswith(each) for each in page.get_by_role("heading", level=2).all_inner_texts())


def picture(page: Page) -> str:
    page.wait_for_timeout(400)
    return page.locator(".network canvas").evaluate("canvas => canvas.toDataURL()")


def middle_of_a_job(page: Page) -> tuple[float, float]:
    """Return where on the page the first square stands: a block of one colour that is no ground."""
    x, y = page.locator(".network canvas").evaluate(
        """canvas => {
            const ctx = canvas.getContext("2d"), ratio = canvas.width / canvas.clientWidth, side = 6;
            for (let y = 40; y < canvas.clientHeight - side; y += 2)
                for (let x = 100; x < canvas.clientWidth - side; x += 2) {
                    const { data } = ctx.getImageData(x * ratio, y * ratio, side * ratio, side * ratio);
                    const spread = Math.max(data[0], data[1], data[2]) - Math.min(data[0], data[1], data[2]);
                    let same = spread > 60;
                    for (let at = 4; same && at < data.length; at += 4)
                        same = data[at] === data[0] && data[at + 1] === data[1] && data[at + 2] === data[2];
                    if (same) return [x + side / 2, y + side / 2];
                }
            return [0, 0];
        }"""
    )
    assert x, "there is no square on the canvas"
    box = page.locator(".network canvas").bounding_box()
    assert box
    return box["x"] + x, box["y"] + y


def test_it_is_drawn_with_the_library_fetched_once_and_nothing_from_elsewhere(open_page: Open, app: str):
    page = open_page("/about")
    asked, wrong = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on(
        "response",
        lambda got: wrong.append(got.url) if "pathway-explorer" in got.url and not got.ok else None,
    )
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(app + HERE)
    settle(page)
    network(page)
    places(page).press("Enter")
    settle(page)

    assert colours(page) > 20
    assert wrong == []
    assert len([url for url in asked if url.endswith("/vis-network.min.js")]) == 1
    assert [url for url in asked if not url.startswith((app, "data:", "blob:"))] == []


def test_it_can_be_walked_with_arrows_and_enter_chooses_for_the_whole_page(open_page: Open):
    page = open_page(HERE)
    network(page)
    places(page).focus()
    first = places(page).get_attribute("aria-activedescendant")

    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    settle(page)

    assert places(page).get_attribute("aria-activedescendant") != first
    (told,) = chosen(page)
    assert page.locator(".network .said").inner_text().startswith(f"{told}. ")
    assert headed(page, told)
    assert "selected=" in page.url
    expect(places(page)).to_be_focused()


def test_home_and_end_go_to_the_lowest_and_the_highest_level(open_page: Open):
    page = open_page(HERE)
    network(page)
    places(page).focus()

    def active() -> str:
        return page.locator(f"#{places(page).get_attribute('aria-activedescendant')}").inner_text()

    page.keyboard.press("End")
    highest = active()
    page.keyboard.press("Home")

    assert "level 6" in highest
    assert "no qualifications" in active()


def test_letters_go_to_the_next_name_that_begins_with_them(open_page: Open):
    page = open_page(HERE)
    network(page)

    places(page).press_sequentially("nursery m")
    page.keyboard.press("Enter")

    assert [each.split(",")[0] for each in chosen(page)] == ["Nursery manager"]


def test_a_click_on_the_canvas_chooses(open_page: Open):
    page = open_page(HERE, height=1000)
    network(page)
    x, y = middle_of_a_job(page)

    page.mouse.click(x, y)
    settle(page)

    (told,) = chosen(page)
    assert ", a job at " in told
    assert headed(page, told)


def test_a_place_can_be_dragged_and_dragging_chooses_nothing(open_page: Open):
    page = open_page(HERE, height=1000)
    network(page)
    before = picture(page)
    x, y = middle_of_a_job(page)

    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 40, y + 30, steps=4)
    page.mouse.up()

    assert picture(page) != before
    assert chosen(page) == []


def test_what_the_page_has_selected_is_chosen_on_the_network(open_page: Open):
    page = open_page(f"{HERE}&selected=nursery-manager")
    network(page)

    assert [each.split(",")[0] for each in chosen(page)] == ["Nursery manager"]


def test_buttons_and_keys_zoom_and_show_all_again(open_page: Open):
    page = open_page(FITS)
    page.emulate_media(reduced_motion="reduce")
    network(page)
    page.get_by_role("button", name="Show all").click()
    whole = picture(page)

    page.get_by_role("button", name="Zoom in").click()
    nearer = picture(page)
    page.get_by_role("button", name="Show all").click()
    again = picture(page)
    places(page).press("+")
    by_key = picture(page)
    places(page).press("0")

    assert nearer != whole
    assert again == whole
    assert by_key != whole
    page.locator("h1").first.click()
    assert picture(page) == whole


def test_the_wheel_scrolls_the_page_and_with_control_it_zooms(open_page: Open):
    page = open_page(HERE, height=700)
    network(page)
    whole = picture(page)
    page.locator(".network .frame").hover()

    page.mouse.wheel(0, 120)
    assert picture(page) == whole
    page.keyboard.down("Control")
    page.mouse.wheel(0, -240)
    page.keyboard.up("Control")

    assert picture(page) != whole


def test_nothing_moves_where_people_want_less_motion(open_page: Open):
    page = open_page(HERE)
    page.emulate_media(reduced_motion="reduce")
    network(page)

    page.get_by_role("button", name="Zoom in").click()
    at_once = page.locator(".network canvas").evaluate(
        "canvas => new Promise(done => requestAnimationFrame(() => requestAnimationFrame("
        "() => done(canvas.toDataURL()))))"
    )

    assert picture(page) == at_once


def test_no_canvas_and_nothing_hidden_takes_the_focus(open_page: Open):
    page = open_page(HERE)

    network(page)

    assert page.locator(".network [aria-hidden=true] :is([tabindex], button, a, input)").count() == 0
    assert page.locator(".network [tabindex='0']").count() == 1


def test_axe_finds_nothing_on_the_page(open_page: Open):
    page = open_page(f"{HERE}&selected=nursery-manager", height=4200)
    network(page)

    assert violations(page) == []


# --- The file ---


@pytest.fixture
def page_file(tmp_path: Path) -> Path:
    """A network with hostile names and a route, as it is downloaded."""
    jobs = [replace(role(f"p{at}", f"L{at + 3}"), title=name) for at, name in enumerate(HOSTILE)]
    data = catalogue(qualification("start", "L2"), *jobs, *(step("start", each.id) for each in jobs))
    drawn = build_network(data, data.position_by_id, date(2026, 11, 22), route=("start", "p1"))
    file = tmp_path / "network.html"
    file.write_text(to_html(drawn, HOSTILE[1], data, date(2026, 11, 22)), "utf-8")
    return file


@pytest.fixture
def open_file(chromium: Browser, page_file: Path) -> Iterator[Opened]:
    """Open the file where no request can leave; with it, what it asked for and what went wrong."""
    contexts = []

    def open_(
        *, width: int = 1280, height: int = 800, dark: bool = False
    ) -> tuple[Page, list[str], list[str]]:
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            offline=True,
        )
        contexts.append(context)
        page = context.new_page()
        asked: list[str] = []
        wrong: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: wrong.append(message.text))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        context.route("http*://**", lambda route: route.abort())
        page.goto(page_file.as_uri())
        network(page)
        return page, asked, wrong

    yield open_
    for context in contexts:
        context.close()


def test_the_file_draws_itself_with_the_network_refused(open_file: Opened, page_file: Path):
    page, asked, wrong = open_file()

    assert colours(page) > 20
    assert asked == [page_file.as_uri()]
    assert wrong == []


def test_hostile_names_are_shown_as_text_in_the_file_and_run_nowhere(open_file: Opened):
    page, asked, wrong = open_file()
    places(page).focus()
    for key in ("Home", *["ArrowUp"] * len(HOSTILE)):
        page.keyboard.press(key)
        page.keyboard.press("Enter")

    assert not page.evaluate("'harm' in window")
    assert page.title() == page.locator("h1").inner_text() == HOSTILE[1]
    cells = page.locator("td:first-child").all_inner_texts()
    for name in HOSTILE:
        assert [cell for cell in cells if name in cell]
        assert page.get_by_role("option", name=name).count() == 1
    assert page.locator("main :is(img, script, a, svg, iframe)").count() == 0
    assert (len(asked), wrong) == (1, [])


def test_the_file_works_by_mouse_and_says_what_was_chosen(open_file: Opened):
    page, _, _ = open_file()
    x, y = middle_of_a_job(page)

    page.mouse.click(x, y)

    (told,) = chosen(page)
    assert page.locator(".said").is_visible()
    assert page.locator(".said").inner_text().startswith(told.split(":")[0])


def test_its_policy_stops_a_script_that_is_not_its_own(open_file: Opened):
    page, _, wrong = open_file()

    page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), {text: 'window.harm=1'}))"
    )

    assert not page.evaluate("'harm' in window")
    assert any("Content Security Policy" in each for each in wrong)


def test_axe_finds_nothing_in_the_file(open_file: Opened):
    page, _, _ = open_file(height=3000)

    assert violations(page) == []


def test_the_file_follows_the_device_into_the_dark_and_back(open_file: Opened):
    page, _, _ = open_file(dark=True)
    dark = picture(page)

    page.emulate_media(color_scheme="light")
    light = picture(page)
    page.emulate_media(color_scheme="dark")

    assert light != dark
    assert picture(page) == dark


def test_the_file_fits_a_phone(open_file: Opened):
    page, _, _ = open_file(width=390, height=844)

    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert colours(page) > 20


def test_a_first_look_has_all_there_is_whatever_size_the_frame_comes_to(open_page: Open):
    page = open_page(FITS)
    network(page)
    settled = picture(page)

    page.set_viewport_size({"width": 1000, "height": 700})
    page.wait_for_timeout(400)
    page.set_viewport_size({"width": 1280, "height": 800})

    assert picture(page) == settled
    page.get_by_role("button", name="Show all").click()
    page.wait_for_timeout(600)
    page.mouse.move(0, 0)
    assert picture(page) == settled


def test_a_view_that_somebody_has_moved_stays_theirs_when_the_frame_changes(open_page: Open):
    page = open_page(HERE)
    first = network(page) and picture(page)
    page.get_by_role("button", name="Zoom in").click()
    page.wait_for_timeout(400)

    page.set_viewport_size({"width": 1000, "height": 700})
    page.wait_for_timeout(400)
    page.set_viewport_size({"width": 1280, "height": 800})

    assert picture(page) != first


def test_the_network_is_there_in_words_too(open_page: Open):
    page = open_page(FITS)
    network(page)

    page.get_by_text("This network in words").click()

    table = page.get_by_role("region", name="All places that are drawn")
    assert table.get_by_role("row").count() == page.locator(".network [role=option]").count() + 1
