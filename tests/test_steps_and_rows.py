"""Which requirements a step asks for: rows carried, weights, alternatives, waivers, conditions, dates."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from pathways.model import (
    Alternative,
    CellEntry,
    Condition,
    ConditionKind,
    Row,
    Waiver,
    Weight,
)
from pathways.requirements import Demand, demand_of
from pathways.results import ClosedBecause, Direction
from tests.build import catalogue, qualification, requirement, role, sector, step

TODAY = date(2026, 11, 22)


def entry(*ids: str, locator: str = "", **fields: Any) -> CellEntry:
    return CellEntry(locator or f"cell {' '.join(ids)}", requirements=ids, **fields)


def rows(*rungs: tuple[str, str]) -> list[Row]:
    return [Row(at, into, attainment=(entry(f"into-{into.lower()}"),)) for at, into in rungs]


LADDER = rows(("U", "E"), ("E", "L2"), ("L2", "L3"), ("L3", "L4"))
NEEDED = [requirement(f"into-{into}") for into in ("e", "l2", "l3", "l4")]


def asked(start: Any, end: Any, *records: Any, as_of: date = TODAY, **fields: Any) -> Demand:
    """Return the demand of one step between two positions of the sectors `care` and `wire`."""
    move = step(start.id, end.id, **fields)
    sectors = [] if any(type(r).__name__ == "Sector" for r in records) else [sector("care", *LADDER)]
    used = {each.sector for each in (start, end)} - {
        s.id for s in (*sectors, *records) if hasattr(s, "matrix")
    }
    data = catalogue(start, end, move, *records, *sectors, *(sector(s) for s in used), *NEEDED)
    return demand_of(move, data, as_of)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        ("L2", "L3", ["into-l3"]),
        ("E", "L3", ["into-l2", "into-l3"]),
        ("U", "L4", ["into-e", "into-l2", "into-l3", "into-l4"]),
        ("L1", "L2", ["into-l2"]),
        ("E", "L1", []),
        ("L3", "L3", []),
        ("L4", "L2", []),
        ("L4", "L5", []),
    ],
)
def test_a_step_within_a_sector_carries_every_row_it_climbs(low: str, high: str, expected: list[str]) -> None:
    demand = asked(qualification("a", low), qualification("b", high))
    assert list(demand.essential) == expected


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [("L5", "L3", "into-l3"), ("L3", "L3", "into-l3"), ("U", "L1", "into-e"), ("L2", "L6", "into-l4")],
)
def test_a_step_from_another_sector_carries_the_highest_row_at_or_below_it(
    low: str, high: str, expected: str
) -> None:
    demand = asked(qualification("a", low, "wire"), qualification("b", high))
    assert demand.essential == (expected,)
    assert demand.transfer


def test_leaving_the_general_route_is_not_a_transfer_but_carries_a_row() -> None:
    demand = asked(qualification("a", "L2", "general"), qualification("b", "L3"))
    assert demand.essential == ("into-l3",)
    assert not demand.transfer


def test_an_upward_step_with_nothing_on_record_is_not_known() -> None:
    assert not asked(qualification("a", "E"), qualification("b", "L1")).known
    assert asked(qualification("a", "E"), qualification("b", "L1"), none_needed="Nothing is asked.").known
    assert asked(qualification("a", "L3"), qualification("b", "L3")).known
    assert not asked(qualification("a", "E"), qualification("b", "L1"), helps=("into-e",)).known


def test_the_class_of_a_step_is_computed_from_its_levels() -> None:
    def direction(low: str, high: str) -> Direction:
        return asked(qualification("a", low), qualification("b", high)).direction

    assert direction("L2", "L3") is Direction.UP
    assert direction("L3", "L3") is Direction.SIDEWAYS
    assert direction("U", "E") is Direction.UP
    assert direction("L3", "L2") is Direction.DOWN


def cell(*entries: CellEntry, at: str = "L2", into: str = "L3", **fields: Any) -> Demand:
    """Return the demand of a step from L2 to L3 whose row has these attainment entries."""
    data = sector("care", Row(at, into, attainment=entries))
    needed = [requirement(name) for name in ("r1", "r2", "r3")]
    return asked(qualification("a", "L2"), qualification("b", "L3"), data, *needed, **fields)


def test_what_only_helps_is_not_essential() -> None:
    demand = cell(entry("r1"), entry("r2", weight=Weight.HELPS))
    assert (demand.essential, demand.helps) == (("r1",), ("r2",))


def test_one_entry_may_hold_several_outcomes() -> None:
    assert cell(entry("r1", "r2")).essential == ("r1", "r2")


def test_none_needed_is_never_asked_but_its_help_is_shown() -> None:
    demand = cell(CellEntry("cell", none_needed="Nothing.", helps=("r1",)))
    assert (demand.essential, demand.helps, demand.none_needed) == ((), ("r1",), ("Nothing.",))
    assert demand.known


def test_a_condition_in_a_cell_is_a_condition_of_the_step_and_not_a_requirement() -> None:
    vacancy = Condition(ConditionKind.VACANCY, "A post has to be free.")
    demand = cell(CellEntry("cell", condition=vacancy), entry("r1"))
    assert (demand.essential, demand.conditions) == (("r1",), (vacancy,))


def test_entries_only_for_some_positions_attach_to_steps_that_touch_them() -> None:
    assert cell(entry("r1", only_for=("b",))).essential == ("r1",)
    assert cell(entry("r1", only_for=("a",))).essential == ("r1",)
    assert cell(entry("r1", only_for=("c",))).essential == ()


def test_entries_for_leaving_the_sector_attach_to_steps_that_leave_it_from_that_level() -> None:
    wish = requirement("wish")
    care = sector("care", Row("L3", "L4", attainment=(entry("wish", only_for=("leaving-sector",)),)))
    inside = asked(qualification("a", "L3"), qualification("b", "L4"), care, wish)
    leaving = asked(qualification("a", "L3"), qualification("b", "L4", "wire"), care, wish)
    from_below = asked(qualification("a", "L2"), qualification("b", "L4", "wire"), care, wish)
    assert (inside.essential, leaving.essential, from_below.essential) == ((), ("wish",), ())


def test_alternative_to_joins_two_entries_into_one_any_of() -> None:
    demand = cell(entry("r1", locator="one"), entry("r2"), entry("r3", locator="three", alternative_to="one"))
    assert demand.essential == ("r2",)
    assert [[choice.requirements for choice in group] for group in demand.any_of] == [[("r1",), ("r3",)]]


def test_an_alternative_outside_its_dates_is_closed_and_a_group_wholly_outside_falls_away() -> None:
    long_ago = date(2010, 12, 31)
    main, other = entry("r1", locator="one"), entry("r3", alternative_to="one", closes=long_ago)
    assert [[choice.open for choice in group] for group in cell(main, other).any_of] == [[True, False]]
    over = entry("r1", locator="one", closes=long_ago)
    assert cell(over, other).any_of == ()
    assert cell(over, other, as_of=long_ago).any_of != ()


def test_entries_and_conditions_count_only_within_their_dates() -> None:
    over = date(2020, 7, 31)
    funding = Condition(ConditionKind.FUNDING, "Paid for by the state.", closes=over)
    demand = cell(entry("r1", closes=over), CellEntry("c", condition=funding), entry("r2", opens=TODAY))
    assert (demand.essential, demand.conditions) == (("r2",), ())
    demand = cell(entry("r1", closes=over), CellEntry("c", condition=funding), as_of=over)
    assert (demand.essential, demand.conditions) == (("r1",), (funding,))


def test_a_waived_requirement_is_asked_for_nowhere_and_the_reason_is_kept() -> None:
    waiver = Waiver("r1", "The course teaches it.")
    either = CellEntry("either", any_of=(Alternative(("r1", "r2")), Alternative(("r3",))))
    demand = cell(entry("r1"), either, waives=(waiver, Waiver("into-l4", "Never asked.")))
    assert demand.essential == ()
    assert [[choice.requirements for choice in group] for group in demand.any_of] == [[("r2",), ("r3",)]]
    assert demand.waives == (waiver,)


def test_a_step_adds_its_own_requirements_to_those_of_its_rows() -> None:
    demand = cell(entry("r1"), attainment=("r2",), awareness=("r3",), helps=("r1",))
    assert demand.essential == ("r3", "r1", "r2")
    assert demand.helps == ()


def test_step_months_override_those_of_the_qualification_and_a_role_takes_none() -> None:
    start = qualification("a")
    assert asked(start, qualification("b", months=18)).months == 18
    assert asked(start, qualification("b", months=18), months=6).months == 6
    assert asked(start, qualification("b", months=None)).months is None
    assert asked(start, role("b")).months == 0
    assert asked(start, role("b"), months=24).months == 24


def test_the_funding_of_a_qualification_is_a_condition_of_every_step_into_it() -> None:
    paid = Condition(ConditionKind.FUNDING, "Free if you are under 19.", closes=date(2027, 7, 31))
    into = qualification("b", funding=(paid,))
    assert asked(qualification("a"), into).conditions == (paid,)
    assert asked(qualification("a"), into, as_of=date(2027, 8, 1)).conditions == ()


@pytest.mark.parametrize(
    ("fields", "because"),
    [
        ({"last_start": date(2020, 7, 31)}, ClosedBecause.WITHDRAWN),
        ({"last_certification": date(2021, 7, 31)}, ClosedBecause.WITHDRAWN),
        ({"opens": date(2027, 9, 1)}, ClosedBecause.STARTS_LATER),
    ],
)
def test_a_step_into_a_qualification_that_takes_no_starts_is_closed(
    fields: dict[str, date], because: ClosedBecause
) -> None:
    closed = asked(qualification("a"), qualification("b", **fields)).closed
    assert closed is not None
    assert closed.because is because
    assert closed.date in fields.values()


def test_people_who_hold_a_withdrawn_qualification_still_progress_from_it() -> None:
    withdrawn = qualification("a", last_start=date(2020, 7, 31))
    assert asked(withdrawn, qualification("b")).closed is None


def test_a_step_is_open_on_its_first_and_last_day_and_closed_outside_them() -> None:
    first, last = date(2025, 1, 1), date(2025, 12, 31)

    def closed(as_of: date) -> ClosedBecause | None:
        found = asked(qualification("a"), role("b"), opens=first, closes=last, as_of=as_of).closed
        return found.because if found else None

    assert closed(first) is None
    assert closed(last) is None
    assert closed(date(2024, 12, 31)) is ClosedBecause.NOT_OPEN_YET
    assert closed(date(2026, 1, 1)) is ClosedBecause.CLOSED


def test_a_position_named_as_an_alternative_is_open_only_while_it_takes_starts() -> None:
    old = qualification("old", last_start=date(2020, 7, 31))
    either = CellEntry("c", any_of=(Alternative(position="old"), Alternative(("r1",))))
    data = sector("care", Row("L2", "L3", attainment=(either,)))
    demand = asked(qualification("a", "L2"), qualification("b", "L3"), data, old, requirement("r1"))
    assert [choice.open for choice in demand.any_of[0]] == [False, True]
