"""The views of a sector as drawn, as text and as files: the report's counts, each entry with its source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from explorer.drawings.employers import employers
from explorer.drawings.html import Html
from explorer.drawings.matrix import COLUMN_WORDS, formula, key, matrix_sources, matrix_table
from explorer.drawings.matrix_activities import activity_cells
from explorer.drawings.matrix_entries import entry_cells
from explorer.drawings.sector_ladder import sector_ladder
from explorer.formats.matrix_view import MatrixView
from explorer.formats.matrix_views import file_name, matrix_csv, matrix_yaml, view_markdown
from explorer.formats.matrix_words import SIGNS, SUBTITLES
from explorer.words import EVIDENCE_WORDS, day_in_words
from graph_loader import load_catalogue
from pathways.catalogue import Catalogue
from pathways.matrix import COLUMNS, get_matrix, list_lines, list_rising
from pathways.matrix_ladder import MOST_A_LEVEL, build_ladder
from pathways.matrix_roles import build_employer_view
from pathways.model import Kind, Row
from tests.build import catalogue, qualification, requirement, role, sector, step
from tests.cli import STORY, fix_today, run
from tests.hostile_names import PAYLOADS, write_every
from tests.test_cli_matrix import REPORT
from tests.test_matrix import TODAY, entry

MINE = {
    *("a", "article", "b", "caption", "details", "div", "h2", "h3", "h4", "li", "ol", "p", "section", "span"),
    *("summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
}
"""The elements that the views are made of."""

RESTS_ON = rf"What it rests on: ({'|'.join(EVIDENCE_WORDS.values())}|not recorded for this line)\."


@dataclass
class Element(HTMLParser):
    """A piece of HTML as a browser would build it, closely enough to ask it questions."""

    name: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(each if isinstance(each, str) else each.text for each in self.children)

    def find(self, name: str, named: str = "") -> list[Element]:
        """Every element below this one of a name, and of a class where one is given."""
        found = []
        for each in self.children:
            if isinstance(each, Element):
                fits = each.name == name and named in ["", *each.attributes.get("class", "").split()]
                found += [*([each] if fits else []), *each.find(name, named)]
        return found


def parsed(html: Html) -> Element:
    """Read HTML that closes what it opens."""
    root = Element()
    open_ = [root]

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            made = Element(tag, {name: value or "" for name, value in attrs})
            open_[-1].children.append(made)
            open_.append(made)

        def handle_endtag(self, tag: str) -> None:
            assert open_.pop().name == tag

        def handle_data(self, data: str) -> None:
            open_[-1].children.append(data)

    Reader(convert_charrefs=True).feed(html)
    assert open_ == [root]
    return root


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return load_catalogue()


def table(name: str, data: Catalogue, opened: str | None = None) -> Element:
    return parsed(matrix_table(name, data, entry_cells(name, data, TODAY, opened)))


def rows(drawn: Element) -> list[Element]:
    return drawn.find("tbody")[0].find("tr")


def row_of(level: str, drawn: Element) -> Element:
    return next(row for row in rows(drawn) if row.find("th")[0].text == level)


# --- the matrix ---


@pytest.mark.parametrize("name", ["childcare", "electrical"])
def test_the_table_has_the_report_s_entries_in_each_cell(shipped: Catalogue, name: str) -> None:
    drawn = rows(table(name, shipped))[-4:]

    counts = [tuple(len(cell.find("details")) for cell in row.find("td")) for row in drawn]

    names = [row.find("th")[0].text for row in drawn]
    assert names == ["Level 3", "Level 2", "Entry level", "No qualifications"]
    assert counts == [REPORT[name, at] for at in ("L3", "L2", "E", "U")]


def test_the_columns_read_as_the_formula_with_a_learner_s_words_below(shipped: Catalogue) -> None:
    heads = table("childcare", shipped).find("thead")[0].find("th")[1:]

    names = "".join(
        each.text
        for head in heads
        for each in (*head.find("span", "pe-lpm-name"), *head.find("span", "pe-lpm-added"))
    )

    assert names == "Aspiration +Awareness +Attainment =Progression"
    for head, column in zip(heads, COLUMNS, strict=True):
        assert head.text.endswith(f"{COLUMN_WORDS[column]}{SUBTITLES[column]}")
    assert "Aspiration + Awareness + Attainment = Progression" in parsed(formula()).text


@pytest.mark.parametrize("name", ["childcare", "electrical", "adult-care", "general"])
def test_every_entry_opens_to_its_source_and_progression_does_too(shipped: Catalogue, name: str) -> None:
    entries = table(name, shipped).find("details")
    order = [(row.at, row.into) for row in list_rising(get_matrix(name, shipped), shipped)]
    lines = sorted(list_lines(name, shipped), key=lambda line: order.index((line.at, line.into)))

    told = [each.find("p", "pe-source")[0].text for each in entries]

    for line, said in zip(lines, told, strict=True):
        source = shipped.source_by_id[line.source]
        assert said.startswith(f"Source: {source.title} ({source.publisher}, ")
        assert f"), {line.locator}. What it rests on: " in said
        assert re.search(RESTS_ON, said)
        assert said.endswith(f"Last checked on {day_in_words(source.checked_on)}.")


def test_an_entry_says_what_it_weighs_with_a_sign_and_in_words(shipped: Catalogue) -> None:
    entries = table("electrical", shipped).find("details")

    said = {each.attributes["id"][len("entry-figure-3-") :]: each.find("summary")[0].text for each in entries}

    assert said["l3-attainment-1"] == "orYou have passed the level 3 apprenticeship. (any one will do)"
    assert said["l3-attainment-3"].endswith("(any one will do) (closed)")
    assert said["l3-attainment-2"].endswith("(needed)")
    assert said["u-attainment-1"].startswith("0")
    assert said["u-attainment-1"].endswith("(nothing asked for)")


def test_conditions_and_hedges_are_said_at_the_entry(shipped: Catalogue) -> None:
    cells = row_of("Level 3", table("childcare", shipped)).find("td")

    assert cells[0].find("summary")[2].text.endswith("(helps)")
    assert cells[0].find("summary")[3].text.endswith("(only to leave the sector)")
    condition = cells[2].find("details")[5]
    assert condition.find("summary")[0].text.startswith("!")
    assert "This is not up to you: an employer's support." in condition.text
    assert "What to know about it: You know" in condition.text


def test_an_entry_tells_concept_scope_question_activities_and_each_of_its_outcomes(
    shipped: Catalogue,
) -> None:
    both = row_of("Level 3", table("childcare", shipped)).find("td")[2].find("details")[1]

    outcomes = [each.text for each in both.find("div", "pe-lpm-outcome")]

    assert len(outcomes) == 2
    for said in outcomes:
        assert "What it is about: " in said
        assert "counts in every sector" in said
        assert "Ask yourself: " in said
        assert " Who: " in said


def test_the_steps_that_use_an_entry_are_links_to_find_a_route(shipped: Catalogue) -> None:
    first = row_of("Level 3", table("childcare", shipped)).find("td")[2].find("details")[1]

    every = [each.attributes["href"] for each in first.find("a")]
    links = [each for each in every if each.startswith("./?start=")]

    assert len(links) == 4
    assert "more step" in first.text
    for link in links:
        start, goal = re.fullmatch(r"\./\?start=([a-z0-9-]+)&goal=([a-z0-9-]+)", link).groups()  # type: ignore[union-attr]
        assert any(each.to_id == goal for each in shipped.steps_from[start])


def test_the_entry_that_an_address_names_stands_open_and_no_other(shipped: Catalogue) -> None:
    entries = table("childcare", shipped, "figure-2-l3-awareness-5").find("details")

    open_ = [each for each in entries if "open" in each.attributes]

    assert [each.attributes["id"] for each in open_] == ["entry-figure-2-l3-awareness-5"]


def test_a_prompt_that_nothing_touches_is_marked_at_the_foot(shipped: Catalogue) -> None:
    foot = table("childcare", shipped).find("tfoot")[0]

    marked = [each.text for each in foot.find("li") if "nothing in this matrix touches on this" in each.text]

    assert len(foot.find("li")) == len(shipped.prompts)
    touched = {
        prompt
        for row in get_matrix("childcare", shipped).rows
        for kind in Kind
        for each in row.cell(kind)
        for prompt in each.prompts
    }
    untouched = [each.title for each in shipped.prompts if each.kind in list(Kind) and each.id not in touched]
    assert len(marked) == len(untouched)
    assert all(said.startswith(title) for said, title in zip(marked, untouched, strict=True))


def test_an_empty_cell_says_so_and_so_does_a_matrix_without_rows() -> None:
    data = catalogue(
        sector("care", Row("L2", "L3", awareness=(entry("r"),))), sector("wood"), requirement("r")
    )

    cells = rows(table("care", data))[0].find("td")

    assert [("Nothing is written here." in cell.text) for cell in cells] == [True, False, True, True]
    assert "This matrix has no rows yet." in table("wood", data).text


def test_sixty_entries_a_cell_are_all_there() -> None:
    names = [f"r{number}" for number in range(60)]
    entries = tuple(entry(name, locator=f"line {name}") for name in names)
    data = catalogue(
        sector("care", Row("L2", "L3", entries, entries, entries)), *(requirement(name) for name in names)
    )

    drawn = table("care", data)

    assert len(drawn.find("details")) == 180
    assert len({each.attributes["id"] for each in drawn.find("details")}) == 180


def test_the_key_names_every_sign() -> None:
    told = [each.text for each in parsed(key()).find("li")]

    assert told == [f"{sign.mark}{sign.word}" for sign in SIGNS.values()]


# --- what leads there ---


def test_the_second_view_has_the_outcomes_and_who_can_do_what(shipped: Catalogue) -> None:
    drawn = parsed(matrix_table("childcare", shipped, activity_cells("childcare", shipped)))

    cell = row_of("Level 3", drawn).find("td")[0]

    assert len(cell.find("ol")[0].find("li")) == 4
    assert [each.text for each in cell.find("p", "pe-lpm-actor")] == [
        "What you can do",
        "What your college or training provider can do",
        "What your employer can do",
        "What your adviser can do",
    ]
    assert "(for 1 and 3)" in cell.text


# --- the ladder, and employers ---


def test_the_ladder_shows_each_way_in_with_its_months(shipped: Catalogue) -> None:
    drawn = parsed(sector_ladder(build_ladder("childcare", shipped, TODAY), shipped, "22 November 2026"))

    told = [each.text for each in drawn.find("li")]

    assert "Room supervisor About a year, from Early years educator." in told
    assert drawn.find("tr")[-1].text.startswith("Start hereWithout qualifications you can begin with ")
    assert (
        "Into adult social care, from level 2, level 3 or level 4: Care worker (adult care), " in drawn.text
    )
    assert "Takes nobody new any more, or not yet: Children and young people's workforce" in drawn.text
    assert f"Each level shows at most {MOST_A_LEVEL} courses and {MOST_A_LEVEL} jobs" in drawn.text


def test_a_level_where_many_stay_says_so(shipped: Catalogue) -> None:
    drawn = parsed(sector_ladder(build_ladder("electrical", shipped, TODAY), shipped, "today"))

    stays = [row.find("th")[0].text for row in drawn.find("tr") if "Many stay here" in row.text]

    levels = {each.level for each in shipped.sector_by_id["electrical"].staying}
    assert "Level 3Many stay here, and that is a good answer." in stays
    assert len(stays) == len(levels)


def test_employers_see_what_is_asked_by_law_and_what_not_everybody_is_asked(shipped: Catalogue) -> None:
    drawn = parsed(employers(build_employer_view("childcare", shipped, TODAY), shipped))

    jobs = {each.find("h3")[0].text: each.text for each in drawn.find("article")}

    assert "(by law or rule)" in jobs["Room supervisor"]
    assert "(on some ways in)" in jobs["Nursery manager"]
    assert "People come from Early years educator." in jobs["Room supervisor"]
    titles = [each.text for each in drawn.find("h3")][-4:]
    assert titles == [
        "What you can do as an employer",
        "What depends on you: an employer's support",
        "What depends on you: a vacancy",
        "What gets in people's way, and a way round",
    ]


def test_a_job_about_which_little_is_known_says_so() -> None:
    data = catalogue(
        sector("care"),
        qualification("a", "L2"),
        role("worker", "L3"),
        role("boss", "L4"),
        step("a", "worker"),
    )

    text = parsed(employers(build_employer_view("care", data, TODAY), data)).text

    assert "No open way into this job is on record." in text
    assert "What this job asks for is not on record, which does not mean that it asks for nothing." in text


# --- files, and the command line ---


@pytest.mark.parametrize("name", ["childcare", "electrical", "adult-care", "general"])
def test_the_files_are_what_the_command_line_prints(
    shipped: Catalogue, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fix_today(monkeypatch, TODAY)

    printed = {form: run("matrix", "show", name, "--format", form).stdout for form in ("csv", "yaml")}

    assert matrix_csv(name, shipped) == printed["csv"]
    assert matrix_yaml(name, shipped) == printed["yaml"]
    for view in MatrixView:
        command = run("matrix", "show", name, "--view", view, "--full", "--format", "markdown")
        assert view_markdown(view, name, shipped, TODAY, full=True) == command.stdout


@pytest.mark.parametrize("view", [each for each in MatrixView if each is not MatrixView.MATRIX])
@pytest.mark.parametrize("form", ["csv", "yaml", "json"])
def test_another_view_has_no_table_for_programs(view: MatrixView, form: str) -> None:
    result = run("matrix", "show", "childcare", "--view", view, "--format", form)

    assert result.exit_code == 2
    assert f"The view '{view}' comes as text or markdown; {form} is for the matrix." in result.output


def test_a_sector_without_a_matrix_has_a_ladder_and_employers_all_the_same() -> None:
    for view in (MatrixView.LADDER, MatrixView.EMPLOYER):
        assert run("matrix", "show", "wood", "--view", view, "--data", STORY).exit_code == 0
    assert run("matrix", "show", "wood", "--view", "activities", "--data", STORY).exit_code == 2


def test_the_ladder_and_the_page_say_the_same(shipped: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    fix_today(monkeypatch, TODAY)
    drawn = parsed(sector_ladder(build_ladder("electrical", shipped, TODAY), shipped, day_in_words(TODAY)))

    said = run("matrix", "show", "electrical", "--view", "ladder").stdout

    for each in (*drawn.find("b"), *drawn.find("span", "pe-sector-way"), *drawn.find("p")):
        if each.text != "none on record":
            assert each.text.strip() in said


def test_a_file_is_named_by_its_sector_and_view() -> None:
    assert file_name("adult-care", MatrixView.LADDER, "md") == "adult-care-ladder.md"


# --- names made to harm ---


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return load_catalogue([write_every(tmp_path_factory.mktemp("hostile"))])


def drawings(name: str, data: Catalogue) -> Iterator[Html]:
    yield matrix_table(name, data, entry_cells(name, data, TODAY))
    yield matrix_table(name, data, activity_cells(name, data))
    yield matrix_sources(name, data)
    yield sector_ladder(build_ladder(name, data, TODAY), data, day_in_words(TODAY))
    yield employers(build_employer_view(name, data, TODAY), data)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_texts_make_no_element_attribute_or_link_of_their_own(
    hostile: Catalogue, payload: str
) -> None:
    for drawn in map(parsed, drawings(f"care-{payload}", hostile)):
        assert PAYLOADS[payload] in drawn.text
        for each in below(drawn):
            assert each.name in MINE
            assert not any(name.startswith("on") for name in each.attributes)
            assert each.attributes.get("href", "?").startswith(("?", "./?", "#"))


def below(drawn: Element) -> Iterator[Element]:
    for each in drawn.children:
        if isinstance(each, Element):
            yield each
            yield from below(each)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_texts_add_no_markup_to_markdown(hostile: Catalogue, payload: str) -> None:
    for view in MatrixView:
        text = view_markdown(view, f"care-{payload}", hostile, TODAY, full=True)
        read = MarkdownIt("commonmark").parse(text)
        inline = [each for block in read for each in block.children or ()]
        assert {each.type for each in inline} <= {"text", "softbreak"}
        assert not [block for block in read if block.type in ("html_block", "fence", "code_block", "hr")]


def test_the_date_is_the_one_that_is_passed_in(shipped: Catalogue) -> None:
    then = build_ladder("childcare", shipped, date(2012, 1, 1))

    assert "early-years-professional-status" not in then.closed


def test_kinds_have_a_column_each() -> None:
    assert list(COLUMN_WORDS) == [*Kind, "progression"]


def test_story_is_drawn_whole() -> None:
    story = load_catalogue([Path(STORY)])

    assert len(table("care", story).find("details")) == len(list_lines("care", story))
