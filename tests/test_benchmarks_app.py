"""The benchmarks of starting, of clicks and of many people run through, and say what they counted."""

from __future__ import annotations

from collections import Counter

import pytest

from benchmarks import page, sessions, starting
from benchmarks.page import Click
from benchmarks.report import Table, markdown
from benchmarks.sessions import Count
from benchmarks.starting import BASE, WARM, Start


def note(table: Table) -> str:
    return " ".join((*table.notes, *table.goals))


def test_every_start_is_counted_and_compared_within_its_round() -> None:
    table = starting.run(quick=True)

    assert [row[0] for row in table.rows[:2]] == ["`python -c pass`", BASE]
    assert {row[0]: row[4] for row in table.rows}[BASE] == "1.00"
    assert len(table.rows) == 7
    assert f"started {starting.QUICK_ROUNDS} times" in table.method


@pytest.mark.parametrize(("cpu", "said"), [(0.30, "times: met, 3.00"), (0.31, "times: not met, 3.10")])
def test_the_goal_of_starting_is_judged_by_the_ratio(cpu: float, said: str) -> None:
    table = starting.table({BASE: [Start(0.1, 1)] * 3, WARM: [Start(cpu, 9)] * 3})
    assert said in note(table).replace("imports networkx", "times")


def test_a_command_that_fails_is_not_measured() -> None:
    with pytest.raises(RuntimeError, match="ended with 3"):
        starting.start(("python3", "-c", "raise SystemExit(3)"), {"PATH": "/usr/bin:/bin"})


def test_a_visitor_uses_what_is_on_every_page() -> None:
    table = page.run(quick=True)

    visited = {row[0]: int(row[1]) for row in table.rows}
    assert {"first visit", "find a route", "explore", "matrix", "sources", "about"} <= visited.keys()
    assert visited["find a route"] > 5
    assert "MiB after the first answer" in note(table)


def test_the_goal_of_a_click_names_the_pages_that_miss_it() -> None:
    clicks = [
        Click("first visit", "open", 9, 9, 1),
        Click("a", "open", 0.2, 9, 1),
        Click("b", "press", 0.4, 1, 1),
    ]
    assert "not met on b." in note(page.table(clicks, (1, 2, 3), 1))
    assert "met on each." in note(page.table(clicks[:2], (1, 2, 3), 1))


def test_everyone_who_comes_is_answered() -> None:
    table = sessions.run(quick=True)

    assert "3 of 3 did all they wanted, with 0 errors." in note(table)
    assert [int(row[1]) for row in table.rows] == [3, 3, 3 * (1 + sessions.CLICKS)]
    assert "3 sessions on one process stay answered: met." in note(table)


def test_somebody_who_is_not_answered_is_told_of() -> None:
    table = sessions.table(Count(errors=Counter({"no answer in time": 2})), 9, 1.0, 1.0, (1, 2, 3))
    assert "with 2 errors (2 times no answer in time)." in note(table)
    assert "stay answered: not met." in note(table)


@pytest.mark.parametrize("table", [sessions.table(Count(), 1, 1.0, 1.0, (1, 2, 3))], ids=["sessions"])
def test_a_table_is_as_wide_as_its_head(table: Table) -> None:
    assert {len(row) for row in table.rows} == {len(table.columns)}
    assert markdown(table).count("\n| ") == len(table.rows) + 2
