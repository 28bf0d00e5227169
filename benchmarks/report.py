"""The tables that benchmarks make, and how they are written into `docs/performance.md`.

A page holds, for each table, a pair of markers; what stands between them is replaced, all else is kept.
"""

from __future__ import annotations

import platform
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

LIBRARIES = ("networkx", "igraph", "scipy", "numpy")


@dataclass(frozen=True)
class Ratio:
    """How many times as long as ours something took, query by query: median, 5th and 95th percentile."""

    label: str
    low: float
    median: float
    high: float


@dataclass(frozen=True)
class Table:
    """What one benchmark measured.

    `name` is the marker in the page. `method` says in a sentence or two what was measured and how. `goals`
    are sentences that say of each goal whether it was met. `ratios` are drawn as a picture, where there are
    any.
    """

    name: str
    title: str
    method: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    ratios: tuple[Ratio, ...] = ()


def quantile(values: Sequence[float], share: float) -> float:
    """Return the value below which a share of the values lies, by the nearest rank. Needs a value."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def median(values: Sequence[float]) -> float:
    """Return the middle value. Needs a value."""
    return quantile(values, 0.5)


def ratio(label: str, times: Sequence[float]) -> Ratio:
    """Sum up the paired ratios of one rival."""
    return Ratio(label, quantile(times, 0.05), median(times), quantile(times, 0.95))


def number(value: float) -> str:
    """Write a figure with about three digits."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}" if value >= 0.1 else f"{value:.3f}"


def milliseconds(seconds: float) -> str:
    """Write a time in milliseconds."""
    return number(seconds * 1000)


def markdown(table: Table) -> str:
    """Write a table as a section's body in Markdown."""
    lines = [table.method, "", _row(table.columns), _row(["---", *["---:"] * (len(table.columns) - 1)])]
    lines += [_row(row) for row in table.rows]
    for heading, sentences in (("", table.notes), ("Goals", table.goals)):
        if sentences:
            lines += ["", *([f"{heading}:", ""] if heading else [])]
            lines += [f"- {each}" for each in sentences]
    if table.ratios:
        lines += ["", f"![{picture_words(table)}](images/{picture_name(table)})"]
    return "\n".join(lines)


def picture_name(table: Table) -> str:
    """Return the file name of a table's picture."""
    return f"performance-{table.name}.svg"


def picture_words(table: Table) -> str:
    """Say in words what a table's picture shows."""
    told = "; ".join(f"{each.label} {number(each.median)} times" for each in table.ratios)
    return f"{table.title}: how many times as long as ours, median of the paired ratios. {told}."


def put_in(page: str, name: str, body: str) -> str:
    """Replace what stands between the markers of a name. Raises ValueError where the page has none."""
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    before, found, rest = page.partition(begin)
    _, closed, after = rest.partition(end)
    if not found or not closed:
        raise ValueError(f"The page has no markers '{begin}' and '{end}'.")
    return f"{before}{begin}\n{body}\n{end}{after}"


def machine(today: date, seconds: float | None = None) -> str:
    """Say on what the figures were measured."""
    libraries = ", ".join(f"{name} {_version(name)}" for name in LIBRARIES)
    spent = f" The run took {seconds / 60:.1f} minutes of processor time." if seconds is not None else ""
    return (
        f"Measured on {today.isoformat()}: {_processor()}, Python {platform.python_version()}, {libraries}. "
        f"One thread.{spent}"
    )


def _version(name: str) -> str:
    """Return the version of a library. Not all benchmarks need all of them: one may be missing."""
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def write(page: Path, tables: Sequence[Table], about: str) -> None:
    """Put tables, their pictures and the line about the machine into the page."""
    from benchmarks.picture import draw

    text = put_in(page.read_text(encoding="utf-8"), "machine", about)
    for table in tables:
        text = put_in(text, table.name, markdown(table))
        if table.ratios:
            draw(table, page.parent / "images" / picture_name(table))
    page.write_text(text, encoding="utf-8")


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    names = (
        [line for line in info.read_text().splitlines() if line.startswith("model name")]
        if info.exists()
        else []
    )
    name = names[0].partition(":")[2].strip() if names else platform.processor() or platform.machine()
    return f"{len(names) or 1} x {name}"
