"""The one command for all benchmarks works, refuses wrong answers, and writes only between its markers."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("igraph")
pytest.importorskip("matplotlib")
pytest.importorskip("psutil")

from benchmarks import fronts, national, rivals
from benchmarks.__main__ import BENCHMARKS, PAGE, main
from benchmarks.national import Size
from benchmarks.report import Ratio, Table, picture_name, put_in, write
from benchmarks.timing import WrongAnswer, goal
from pathways.checks import check_catalogue
from pathways.notices import Severity

TINY = Size(60, 200, 3, 50)
MEASURED = Table(
    "some", "Some", "As said.", ("what", "ms"), (("this", "1"),), ratios=(Ratio("that", 1.5, 20, 300),)
)


@pytest.mark.parametrize(
    "name", ["routes_national", "routes_shipped", "union", "fronts", "index", "overlaps"]
)
def test_each_runs_on_a_tiny_size_and_writes_nothing(name, capsys):
    before = PAGE.read_text(encoding="utf-8")
    assert main(["--quick", name]) == 0
    assert "| --- | ---:" in capsys.readouterr().out
    assert PAGE.read_text(encoding="utf-8") == before


def test_that_of_neo4j_runs_on_the_server_that_is_named_and_leaves_it_empty(neo4j, monkeypatch, capsys):
    neo4j.wipe()
    for name, setting in (
        ("NEO4J_URI", neo4j.settings.uri),
        ("NEO4J_USERNAME", neo4j.settings.username),
        ("NEO4J_PASSWORD", neo4j.settings.password),
        ("NEO4J_DATABASE", neo4j.settings.database),
    ):
        monkeypatch.setenv(name, setting)
    for _ in range(2):
        assert main(["--quick", "neo4j"]) == 0
        assert "| ten by months, bounded pattern |" in capsys.readouterr().out


def test_the_page_has_room_for_every_benchmark():
    page = PAGE.read_text(encoding="utf-8")
    for name in ("machine", *BENCHMARKS):
        assert put_in(page, name, "new").count(f"<!-- {name}: begin -->\nnew\n<!-- {name}: end -->") == 1


def test_a_wrong_answer_ends_the_run(monkeypatch):
    monkeypatch.setattr(rivals, "plain_yen", lambda leaving, start, goal, k: [1] * k)
    with pytest.raises(WrongAnswer, match="plain Dijkstra, Python, shipped and ours differ"):
        main(["--quick", "routes_shipped"])


def test_an_unknown_benchmark_is_refused_with_those_there_are(capsys):
    with pytest.raises(SystemExit):
        main(["speed"])
    assert "there is no benchmark 'speed'; there are: routes_national" in capsys.readouterr().err


def test_only_what_stands_between_the_markers_is_replaced(tmp_path):
    page = tmp_path / "page.md"
    marks = "<!-- {0}: begin -->old<!-- {0}: end -->"
    page.write_text(f"above\n{marks.format('machine')}\nkept\n{marks.format('some')}\nbelow\n")
    write(page, [MEASURED], "A machine.")
    text = page.read_text()
    assert text.startswith("above\n<!-- machine: begin -->\nA machine.\n<!-- machine: end -->\nkept\n")
    assert text.endswith("<!-- some: end -->\nbelow\n")
    assert "| this | 1 |" in text
    assert "old" not in text
    root = ElementTree.parse(tmp_path / "images" / picture_name(MEASURED)).getroot()
    assert root.tag == "{http://www.w3.org/2000/svg}svg"


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.tuples(*[st.integers(0, 5)] * 2), st.tuples(*[st.integers(0, 4)] * 2), max_size=24))
def test_a_front_by_sums_has_all_that_no_other_route_beats_and_nothing_else(arcs):
    every, begun = set(), [((0,), (0, 0, 0))]
    while begun:
        stops, (unmet, months, steps) = begun.pop()
        for (here, end), (more, time) in arcs.items():
            if here == stops[-1] and end not in stops:
                further = (unmet + more, months + time, steps + 1)
                every.add(further) if end == 5 else begun.append(((*stops, end), further))
    best = [
        one
        for one in every
        if not any(other != one and all(a <= b for a, b in zip(other, one, strict=True)) for other in every)
    ]
    ways = [[(*cost, end) for (here, end), cost in arcs.items() if here == node != end] for node in range(6)]
    found = fronts.front(ways.__getitem__, lambda node: (0, 0, 0), 0, 5)
    assert sorted(found) == sorted(best)


def test_a_goal_says_whether_it_was_met():
    assert goal("Times as fast", 98, 150) == "Times as fast, at least 150: 98.0, **not met**."
    assert goal("Parts", 0.5, 1, at_least=False) == "Parts, at most 1.00: 0.50, **met**."


def test_a_seed_gives_the_same_graph_and_no_two_steps_join_the_same_positions():
    one, other = national.generate(TINY, 3), national.generate(TINY, 3)
    assert np.array_equal(one.asks, other.asks)
    assert len(set(zip(one.start.tolist(), one.end.tolist(), strict=True))) == TINY.steps
    assert not (one.start == one.end).any()


def test_the_catalogue_of_a_made_up_graph_says_what_its_arrays_say_and_passes_the_checks():
    graph = national.generate(TINY)
    catalogue = national.catalogue(graph)
    step = catalogue.steps[7]
    asked = {*step.aspiration, *step.awareness, *step.attainment}
    assert asked == {f"r{each:04}" for each in graph.asks[graph.asks_at[7] : graph.asks_at[8]]}
    held = np.zeros(TINY.requirements, bool)
    assert national.unmet(graph, held)[7] == len(asked)
    assert step.months == graph.months[7]
    findings = check_catalogue(catalogue, date(2026, 11, 22))
    assert [each for each in findings if each.severity is Severity.ERROR] == []
