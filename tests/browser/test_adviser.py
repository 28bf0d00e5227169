"""What an adviser does in a real browser: compare two routes by keyboard, share, print, look at sources."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlparse

import pytest
from playwright.sync_api import Browser, Page, expect

from explorer.meanings import meanings
from graph_loader import load_catalogue
from tests.browser.axe import violations
from tests.browser.conftest import Open, settle
from tests.small_data import small, written

LINK = "/?start=childcare:L3&goal=L4"


def cards(page: Page) -> list[str]:
    return [each.get_attribute("value") or "" for each in page.locator("input[name=route]").all()]


def params(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlparse(page.url).query)


def everything_open(page: Page) -> None:
    page.evaluate("document.querySelectorAll('[data-testid=stHtml] details').forEach(one => one.open = true)")
    page.wait_for_timeout(200)


def test_two_routes_are_compared_by_keyboard_alone(open_page: Open):
    page = open_page(LINK)
    every = cards(page)
    box = page.get_by_role("combobox", name="Compare route 1 with")

    box.focus()
    page.keyboard.press("ArrowDown")
    page.get_by_role("option", name=re.compile("Route 3")).wait_for()
    page.keyboard.type("Route 3")
    page.keyboard.press("Enter")
    page.wait_for_url("**beside=*")
    settle(page)

    assert params(page)["beside"] == [every[2]]
    region = page.locator(".pe-compare").first
    expect(region.get_by_role("heading", name="Side by side")).to_be_visible()
    expect(region.get_by_role("status")).to_contain_text("Compared with route 1, route 3")
    table = region.get_by_role("table")
    expect(table.get_by_role("columnheader", name=re.compile("Route [13]:"))).to_have_count(2)
    for row in ("Time", "Only this route asks for", "What has to be in place", "Pay where it ends"):
        expect(table.get_by_role("rowheader", name=row)).to_be_visible()


def test_another_card_is_chosen_while_a_route_stays_beside_it(open_page: Open):
    page = open_page(LINK)
    first, second, third = cards(page)[:3]
    page = open_page(f"{LINK}&beside={third}")

    page.locator(f"input[value='{second}']").check()
    page.wait_for_url(f"**route={second}*")
    settle(page)
    expect(page.locator(".pe-compare").first).to_contain_text("Compared with route 2, route 3")
    page.locator(f"input[value='{third}']").check()
    page.wait_for_url(f"**route={third}*")
    settle(page)

    assert "beside" not in params(page)
    assert first not in page.url
    expect(page.locator(".pe-compare")).to_have_count(0)


def test_the_comparison_is_stacked_on_a_phone_and_stays_a_table(open_page: Open):
    third = cards(open_page(LINK))[2]

    page = open_page(f"{LINK}&beside={third}", width=390, height=844)

    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 390
    cells = page.locator(".pe-beside tbody tr").first.locator("td")
    one, other = (cells.nth(place).bounding_box() for place in (0, 1))
    assert one
    assert other
    assert other["y"] >= one["y"] + one["height"]
    expect(cells.nth(1).locator(".pe-column")).to_have_text("Route 3")
    rows = page.locator(".pe-compare").first.get_by_role("row")
    assert rows.count() >= 10


@pytest.fixture
def with_clipboard(chromium: Browser, app: str):
    """Open a page that may use the clipboard."""
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])

    def open_(path: str) -> Page:
        page = context.new_page()
        page.goto(app + path)
        settle(page)
        return page

    yield open_
    context.close()


def test_the_link_is_copied_equals_the_address_and_opens_the_same_answer(with_clipboard, open_page: Open):
    every = cards(open_page(LINK))
    page = with_clipboard(f"{LINK}&prefer=fewest-steps&route={every[1]}&beside={every[2]}")
    page.get_by_text("I already have").click()
    page.locator("[data-testid=stCheckbox] label").first.click()
    expect(page.get_by_text("Counted: 1 thing that you have already")).to_be_visible()
    settle(page)

    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("status").filter(has_text="Link copied.")).to_be_visible()

    link = page.evaluate("navigator.clipboard.readText()")
    assert params_of(link) == params(page)
    assert link.split("?")[0] == page.url.split("?")[0]
    expect(page.get_by_label("The link")).to_have_value(link)
    expect(page.get_by_text("It does not hold your question")).to_be_visible()
    again = open_page("/" + link.split("/", 3)[3])
    expect(again.locator(f"input[value='{every[1]}']")).to_be_checked()
    expect(again.locator(".pe-compare").first).to_contain_text("Side by side")
    assert again.get_by_text("Counted:").count() == 0


def params_of(link: str) -> dict[str, list[str]]:
    return parse_qs(urlparse(link).query)


def test_without_the_clipboard_the_link_stands_selected(open_page: Open):
    page = open_page(LINK)
    page.evaluate(
        "() => { navigator.clipboard.writeText = () => Promise.reject(new Error());"
        " document.execCommand = () => false }"
    )

    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("status").filter(has_text="The link below is selected")).to_be_visible()

    field = page.get_by_label("The link")
    assert params_of(field.input_value()) == params(page)
    assert field.evaluate("each => each.value.slice(each.selectionStart, each.selectionEnd) === each.value")


def test_the_link_follows_the_address(open_page: Open):
    page = open_page(LINK)
    page.get_by_role("button", name="Copy link").click()
    second = cards(page)[1]

    page.locator(f"input[value='{second}']").check()
    page.wait_for_url("**route=*")

    expect(page.get_by_label("The link")).to_have_value(re.compile(re.escape(f"route={second}")))


def test_print_is_asked_for_by_a_button(open_page: Open):
    page = open_page(LINK)
    page.evaluate("() => { window.printed = 0; window.print = () => { window.printed += 1 } }")

    page.get_by_role("button", name="Print", exact=True).focus()
    page.keyboard.press("Enter")

    assert page.evaluate("window.printed") == 1


def test_paper_holds_the_sheet_and_nothing_of_the_screen(open_page: Open):
    third = cards(open_page(LINK))[2]
    page = open_page(f"{LINK}&beside={third}", dark=True)
    expect(page.locator(".pe-sheet")).to_be_hidden()

    page.emulate_media(media="print", color_scheme="dark")

    sheet = page.locator(".pe-sheet")
    expect(sheet).to_be_visible()
    for said in (
        "Asked: routes from level 3",
        "Side by side",
        "does not promise a place",
        "Phil Dent",
        "version ",
    ):
        expect(sheet).to_contain_text(said)
    assert sheet.locator(".pe-box").count() > 10
    for gone in ("stHeader", "stForm", "stSelectbox", "stExpander", "stCheckbox", "stToolbar"):
        assert not any(each.is_visible() for each in page.get_by_test_id(gone).all()), gone
    for gone in ("label.card", "svg[role=group]", ".share", ".pe-ladder", "h1"):
        expect(page.locator(gone).first).to_be_hidden()
    ink, paper = page.evaluate(
        "[getComputedStyle(document.querySelector('.pe-sheet h2')).color,"
        " getComputedStyle(document.querySelector('.stApp')).backgroundColor]"
    )
    assert (ink, paper) == ("rgb(17, 24, 39)", "rgb(255, 255, 255)")


def test_a_sheet_of_paper_is_a4_and_a_long_route_takes_several(open_page: Open, tmp_path: Path):
    page = open_page("/?start=U&goal=nursery-manager")

    pdf = page.pdf(prefer_css_page_size=True)

    boxes = set(re.findall(rb"/MediaBox ?\[([^\]]+)\]", pdf))
    assert {tuple(round(float(each)) for each in box.split()) for box in boxes} == {(0, 0, 595, 842)}
    assert len(re.findall(rb"/Type ?/Page\b", pdf)) > 2


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_on_sources_and_data_health(open_page: Open, width: int):
    page = open_page("/sources", width=width, height=12000)
    everything_open(page)

    assert violations(page) == []
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= width


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_with_two_routes_side_by_side(open_page: Open, width: int):
    third = cards(open_page(LINK))[2]
    page = open_page(f"{LINK}&beside={third}", width=width, height=9000)
    page.get_by_role("button", name="Copy link").click()
    everything_open(page)

    assert violations(page) == []


def test_sources_are_sorted_and_filtered_and_downloaded(open_page: Open):
    page = open_page("/sources")
    page.get_by_role("combobox", name="Sort by").last.focus()
    page.keyboard.press("ArrowDown")
    page.get_by_role("option", name="Oldest first").wait_for()
    page.keyboard.type("Oldest")
    page.keyboard.press("Enter")
    first = page.locator(".pe-sources-table tbody th").first
    dated = [each for each in load_catalogue().source_by_id.values() if each.date[:4].isdigit()]
    year = min(each.date[:4] for each in dated)
    oldest = [re.escape(each.title) for each in dated if each.date.startswith(year)]
    expect(first).to_have_text(re.compile(f"^({'|'.join(oldest)})"))

    names = page.locator(".pe-sources-table tbody th").all_text_contents()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download sources (CSV)").click()

    text = download.value.path().read_text("utf-8-sig")
    assert text.startswith("id,title,publisher,")
    assert len(text.splitlines()) == len(names) + 1


def test_what_a_code_means_opens_in_place(open_page: Open):
    page = open_page("/sources")
    code = page.locator(".pe-notices-table details").first
    expect(code.locator("p")).to_be_hidden()

    code.locator("summary").focus()
    page.keyboard.press("Enter")

    expect(code.locator("p")).to_have_text(meanings()[code.locator("summary").inner_text()])


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Data with 1,200 errors, some with names that mean harm."""
    file = tmp_path_factory.mktemp("broken") / "many.yaml"
    steps = [
        {"id": f"s-{n}", "from": "<img src=x onerror=window.harm=1>", "to": "care-diploma", "source": "book",
         "locator": "page 1", "evidence": "published"}
        for n in range(1200)
    ]  # fmt: skip
    file.write_text(written({**small(), "steps": steps}), "utf-8")
    return file


@pytest.mark.parametrize("width", [1280, 390])
def test_broken_data_are_told_safely_with_file_and_line(
    open_page: Open, app_with: Callable[[Path], str], broken: Path, width: int
):
    page = open_page("/sources", at=app_with(broken), width=width, height=12000)

    expect(page.get_by_role("alert")).to_contain_text("The data cannot be used")
    expect(page.get_by_text("more are in the file to download")).to_be_visible()
    expect(page.locator(".pe-notices-table")).to_contain_text("many.yaml:")
    assert page.locator(".pe-notices-table tbody tr").count() == 100
    assert "<img src=x" in page.locator(".pe-notices-table").inner_text()
    assert not page.evaluate("'harm' in window")
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= width
    assert violations(page) == []


def test_nothing_of_this_asks_any_other_host(open_page: Open, chromium: Browser, app: str):
    page = chromium.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{app}/sources")
    settle(page)
    page.goto(app + LINK)
    settle(page)
    third = cards(page)[2]
    page.goto(f"{app}{LINK}&beside={third}")
    settle(page)
    page.get_by_role("button", name="Copy link").click()
    page.emulate_media(media="print")
    page.wait_for_timeout(300)
    page.close()

    assert len(asked) > 10
    assert [url for url in asked if not url.startswith((app, "data:", "blob:"))] == []
