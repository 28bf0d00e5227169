"""A sector's matrix as its familiar table: levels rising, three columns and what they add up to, prompts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from explorer.drawings.html import Html, join, tag
from explorer.formats.matrix_words import (
    FORMULA,
    FORMULA_SAID,
    NO_ENTRIES,
    SIGNS,
    START_BELOW,
    SUBTITLES,
    UNTOUCHED,
    Sign,
)
from explorer.words import KIND_WORDS, level_name, sentence, source_in_full, source_sentence
from pathways.catalogue import Catalogue
from pathways.matrix import COLUMNS, PROGRESSION, get_matrix, list_lines, list_rising, list_untouched
from pathways.model import Prompt, Row

Cell = Callable[[Row, str], Html | None]
"""Draws what stands in one column of one row; None where nothing does."""

COLUMN_WORDS: dict[str, str] = {
    **{str(kind): said for kind, said in KIND_WORDS.items()},
    PROGRESSION: "Where it leads",
}
ADDED = ("+", "+", "=", "")
"""What stands between the columns, so that their names read as the formula."""


def matrix_table(sector: str, catalogue: Catalogue, cell: Cell) -> Html:
    """Return the table of a sector's matrix, with `cell` drawing what stands in it."""
    matrix = get_matrix(sector, catalogue)
    rows = list_rising(matrix, catalogue)
    title = catalogue.sector_by_id[sector].title
    table = tag(
        "table",
        tag("caption", f"Learner Progression Matrix: {title}"),
        tag(
            "thead",
            tag("tr", tag("th", "Level", scope="col", role="columnheader"), *_heads()),
            role="rowgroup",
        ),
        tag("tbody", *(_row(row, catalogue, cell) for row in rows), role="rowgroup"),
        _foot(catalogue, {each.id for each in list_untouched(matrix, catalogue)}),
        class_="pe-lpm",
        role="table",  # on a phone the cells stand below each other, which would make it no table any more
    )
    if not rows:
        return join(table, tag("p", "This matrix has no rows yet.", class_="pe-note"))
    return tag("div", table, class_="pe-lpm-frame")


def formula() -> Html:
    """Return what the columns add up to, and where to start reading."""
    return join(
        tag("p", tag("b", FORMULA), class_="pe-lpm-formula"),
        tag("p", f"{FORMULA_SAID} {START_BELOW}", class_="pe-quiet pe-lpm-formula-said"),
    )


def key() -> Html:
    """Return what the signs of the entries mean."""
    items = [tag("li", sign_mark(sign), sign.word) for sign in SIGNS.values()]
    return tag("ul", *items, class_="pe-lpm-key", aria_label="What the signs mean")


def sign_mark(sign: Sign) -> Html:
    """Return a sign to see. Its word has to stand beside it."""
    return tag("span", sign.mark, class_=f"pe-lpm-sign pe-w-{sign.name}", aria_hidden="true")


def weight_word(sign: Sign) -> Html:
    """Return the word of a sign: seen, but for what is simply needed, which is told to those who listen."""
    seen = "pe-unseen" if sign == SIGNS["essential"] else "pe-lpm-weight"
    return tag("span", f" ({sign.word})", class_=seen)


def matrix_sources(sector: str, catalogue: Catalogue) -> Html:
    """Return every source that a matrix names, in full."""
    cited = [get_matrix(sector, catalogue).citation.source]
    cited += [line.source for line in list_lines(sector, catalogue)]
    items = [tag("li", source_in_full(each, catalogue)) for each in dict.fromkeys(cited)]
    whole = source_sentence(get_matrix(sector, catalogue).citation, catalogue)
    return tag(
        "section",
        tag("h2", "Where this comes from"),
        tag("p", tag("b", "What stands in which cell. "), whole),
        tag("ul", *items, class_="pe-sources"),
    )


def _heads() -> Iterator[Html]:
    for column, added in zip(COLUMNS, ADDED, strict=True):
        yield tag(
            "th",
            tag("span", sentence(column).rstrip("."), class_="pe-lpm-name"),
            tag("span", f" {added}", class_="pe-lpm-added") if added else None,
            tag("span", COLUMN_WORDS[column], class_="pe-lpm-column-said"),
            tag("span", SUBTITLES[column], class_="pe-lpm-subtitle"),
            scope="col",
            role="columnheader",
        )


def _row(row: Row, catalogue: Catalogue, cell: Cell) -> Html:
    name = _capital(level_name(row.at, catalogue))
    into = tag("p", f"Into {level_name(row.into, catalogue)}", class_="pe-lpm-into")
    return tag(
        "tr",
        tag("th", name, scope="row", role="rowheader"),
        *(_cell(column, cell(row, column), into if column == PROGRESSION else None) for column in COLUMNS),
        role="row",
    )


def _cell(column: str, drawn: Html | None, above: Html | None) -> Html:
    named = tag("span", COLUMN_WORDS[column], class_="pe-lpm-cell-name", aria_hidden="true")
    return tag("td", named, above, drawn or tag("p", NO_ENTRIES, class_="pe-quiet pe-lpm-empty"), role="cell")


def _foot(catalogue: Catalogue, untouched: set[str]) -> Html | None:
    """Return the prompts: what each column asks the writer to think of."""
    if not catalogue.prompts:
        return None
    prompts = sorted(catalogue.prompts, key=lambda each: each.locator)  # as their source lists them
    cells = (_prompts([each for each in prompts if each.kind == name], untouched) for name in COLUMNS)
    heading = tag("th", "Have you thought of", scope="row", role="rowheader")
    cells_drawn = [_cell(column, each, None) for column, each in zip(COLUMNS, cells, strict=True)]
    return tag("tfoot", tag("tr", heading, *cells_drawn, role="row"), role="rowgroup")


def _prompts(prompts: Sequence[Prompt], untouched: set[str]) -> Html | None:
    items = [
        tag(
            "li",
            each.title,
            tag("span", f" ({UNTOUCHED})", class_="pe-lpm-untouched") if each.id in untouched else None,
        )
        for each in prompts
    ]
    return tag("ul", *items, class_="pe-lpm-prompts") if items else None


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
