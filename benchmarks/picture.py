"""Paired ratios drawn as bars from the 5th to the 95th percentile, legible on light and on dark."""

from __future__ import annotations

from pathlib import Path

from benchmarks.report import Table, number

INK = "#767b84"  # stands out by at least 4.2 to 1 from white and from the dark page of a code host
BAR = "#3b82c4"


def draw(table: Table, path: Path) -> None:
    """Draw a table's ratios on a logarithmic scale, with no background of its own."""
    import matplotlib as mpl

    mpl.use("svg")
    from matplotlib import pyplot

    settings = {"svg.fonttype": "path", "svg.hashsalt": table.name, "font.size": 11}
    with mpl.rc_context({**settings, **dict.fromkeys(("text.color", "axes.labelcolor"), INK)}):
        figure, axes = pyplot.subplots(figsize=(8, 1.3 + 0.5 * len(table.ratios)), layout="constrained")
        for place, each in enumerate(reversed(table.ratios)):
            axes.plot(
                [each.low, each.high],
                [place, place],
                color=BAR,
                linewidth=9,
                solid_capstyle="round",
                alpha=0.45,
            )
            axes.plot([each.median], [place], "o", color=BAR, markersize=9)
            axes.annotate(
                number(each.median), (each.median, place), (0, 9), textcoords="offset points", ha="center"
            )
        axes.set_xscale("log")
        axes.xaxis.set_major_formatter(lambda value, _: f"{value:,.10g}")
        axes.minorticks_off()
        axes.set_ylim(-0.6, len(table.ratios) - 0.2)
        axes.set_yticks(range(len(table.ratios)), [each.label for each in reversed(table.ratios)])
        axes.set_xlabel("times as long as ours: median, 5th to 95th percentile")
        axes.axvline(1, color=INK, linewidth=1, linestyle=":")
        axes.tick_params(colors=INK, length=0)
        axes.grid(visible=True, axis="x", color=INK, alpha=0.25)
        for spine in axes.spines.values():
            spine.set_visible(False)
        path.parent.mkdir(parents=True, exist_ok=True)
        figure.savefig(path, transparent=True, metadata={"Date": None, "Creator": None})
        pyplot.close(figure)
    # Trailing blanks in the paths are no use to anybody who reads a diff.
    path.write_text("\n".join(line.rstrip() for line in path.read_text().splitlines()) + "\n")
