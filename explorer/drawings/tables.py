"""Tables that stay tables: wide as rows and columns, narrow as one block a row with its column names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from explorer.drawings.html import Html, tag

Cell = str | Html | None


def table(
    caption: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    named: str = "",
    short: Sequence[str] = (),
) -> Html:
    """Return a table whose first column names its rows. `short` are its columns where there is little room.

    The roles are written out because a browser forgets them where a style lays a table out as blocks.
    """
    head = tag("tr", *(tag("th", name, scope="col", role="columnheader") for name in columns), role="row")
    return tag(
        "table",
        tag("caption", caption, class_="pe-unseen"),
        tag("thead", head, role="rowgroup"),
        tag("tbody", *(_row(short or columns, row) for row in rows), role="rowgroup"),
        role="table",
        class_=f"pe-rows {named}".strip(),
    )


def _row(columns: Sequence[str], row: Sequence[Cell]) -> Html:
    first, *rest = row
    cells = (
        tag("td", tag("span", name, class_="pe-column", aria_hidden="true"), tag("div", each), role="cell")
        for name, each in zip(columns[1:], rest, strict=True)
    )
    return tag("tr", tag("th", first, scope="row", role="rowheader"), *cells, role="row")
