"""A matrix looked at: rows that rise, prompts, activities, the steps that use an entry, ladder, employers."""

from __future__ import annotations

from datetime import date

import pytest

from graph_loader import load_catalogue
from pathways.catalogue import Catalogue
from pathways.matrix import (
    entry_ids,
    entry_slugs,
    list_cell_activities,
    list_lines,
    list_rising,
    list_untouched,
)
from pathways.matrix_ladder import MOST_A_LEVEL, SectorLadder, build_ladder
from pathways.matrix_roles import EmployerView, build_employer_view
from pathways.matrix_steps import steps_by_entry
from pathways.model import (
    LEAVING_SECTOR,
    Activity,
    Actor,
    Alternative,
    CellEntry,
    Condition,
    ConditionKind,
    Kind,
    Matrix,
    Prompt,
    Row,
    Waiver,
    Weight,
)
from pathways.requirements import closed_step
from pathways.rows import attached_entries, entry_in_force
from tests.build import CITED, catalogue, qualification, requirement, role, sector, step

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return load_catalogue()


OF_FIGURE_2 = 53
"""Entries and progression lines of the report's matrix of childcare, counted by hand."""


def matrix_of(name: str, data: Catalogue) -> Matrix:
    found = data.sector_by_id[name].matrix
    assert found
    return found


def entry(*ids: str, locator: str = "here", **fields: object) -> CellEntry:
    return CellEntry(locator, requirements=ids, **fields)  # type: ignore[arg-type]


# --- rows, prompts, activities ---


@pytest.mark.parametrize("name", ["childcare", "electrical", "adult-care", "general"])
def test_the_highest_row_is_on_top_and_the_lowest_at_the_foot(shipped: Catalogue, name: str) -> None:
    rows = list_rising(matrix_of(name, shipped), shipped)

    ranks = [shipped.rank(row.at) for row in rows]

    assert ranks == sorted(ranks, reverse=True)
    assert rows[-1].at == "U"
    assert set(rows) == set(matrix_of(name, shipped).rows)


def test_a_prompt_that_no_entry_answers_to_is_found_and_no_other() -> None:
    prompts = [Prompt(name, Kind.AWARENESS, name, "page 1") for name in ("money", "careers")]
    row = Row("L2", "L3", awareness=(entry("knows", prompts=("careers",)),))
    data = Catalogue.of("test", prompts=[*prompts, Prompt("access", "progression", "access", "page 1")])

    untouched = list_untouched(Matrix(CITED, (row,)), data)

    assert [each.id for each in untouched] == ["money"]


@pytest.mark.parametrize(("level", "listed"), [("L3", (3, 5, 7)), ("L2", (4, 4, 7))])
def test_the_activities_of_a_cell_are_as_many_as_figure_4_lists(
    shipped: Catalogue, level: str, listed: tuple[int, int, int]
) -> None:
    row = next(row for row in matrix_of("childcare", shipped).rows if row.at == level)

    found = [list_cell_activities(row, kind, shipped) for kind in Kind]

    assert tuple(sum(each.listed for each in cell) for cell in found) == listed


def test_an_activity_names_the_outcomes_it_leads_to_and_the_learner_s_own_come_first() -> None:
    activities = [
        Activity(name, name, who, CITED) for name, who in (("a", Actor.EMPLOYER), ("b", Actor.LEARNER))
    ]
    row = Row("L2", "L3", awareness=(entry("one"), entry("two")), awareness_activities=("listed",))
    data = catalogue(
        requirement("one", Kind.AWARENESS, activities=("a",)),
        requirement("two", Kind.AWARENESS, activities=("a", "b")),
        *activities,
        Activity("listed", "listed", Actor.PROVIDER, CITED),
    )

    found = list_cell_activities(row, Kind.AWARENESS, data)

    assert [(each.activity, each.outcomes, each.listed) for each in found] == [
        ("b", (2,), False),
        ("listed", (), True),
        ("a", (1, 2), False),
    ]


def test_each_entry_has_an_address_of_its_own_even_where_two_share_a_locator() -> None:
    row = Row("L2", "L3", awareness=(entry("a"), entry("b"), entry("c", locator="  ")))

    slugs = entry_slugs(Matrix(CITED, (row, Row("L3", "L4", awareness=(entry("d"),)))))

    assert list(slugs.values()) == ["here", "here-again-2", "entry", "here-again-3"]


def test_an_entry_s_address_is_its_locator(shipped: Catalogue) -> None:
    slugs = entry_slugs(matrix_of("childcare", shipped))

    assert slugs["L3", "L4", "awareness", 5] == "figure-2-l3-awareness-5"
    assert len(set(slugs.values())) == len(slugs) == len(list_lines("childcare", shipped))
    assert len([each for each in slugs.values() if each.startswith("figure-2-")]) == OF_FIGURE_2


# --- which steps use an entry ---


def climbing(*entries: CellEntry, **fields: object) -> Catalogue:
    """A care sector with one row into level 3, and a step that climbs it."""
    return catalogue(
        sector("care", Row("L2", "L3", attainment=entries)),
        qualification("low", "L2"),
        qualification("high", "L3"),
        step("low", "high", **fields),
        requirement("r"),
    )


def users(data: Catalogue, found: CellEntry, at: date = TODAY) -> list[str]:
    steps = steps_by_entry("care", data, at).get(("L2", "L3", Kind.ATTAINMENT, found), ())
    return [each.id for each in steps]


def test_a_step_that_climbs_a_row_uses_its_entries() -> None:
    wanted = entry("r")

    assert users(climbing(wanted), wanted) == ["low-to-high"]


def test_a_step_that_is_let_off_an_entry_does_not_use_it() -> None:
    wanted = entry("r")

    assert users(climbing(wanted, waives=(Waiver("r", "why"),)), wanted) == []


def test_a_closed_step_and_an_entry_out_of_date_are_not_counted() -> None:
    wanted, past = entry("r"), entry("r", closes=date(2010, 12, 31))

    assert users(climbing(wanted, closes=date(2020, 1, 1)), wanted) == []
    assert users(climbing(past), past) == []
    assert users(climbing(past), past, date(2010, 1, 1)) == ["low-to-high"]


def test_a_closed_alternative_still_serves_who_has_it() -> None:
    main = entry("r", locator="one")
    past = entry("r", locator="two", alternative_to="one", closes=date(2010, 12, 31))

    assert users(climbing(main, past), past) == ["low-to-high"]


def test_an_entry_for_leavers_is_used_by_the_steps_that_leave() -> None:
    leaving = entry("r", only_for=(LEAVING_SECTOR,))
    data = catalogue(
        sector("care", Row("L2", "L3", attainment=(leaving,))),
        sector("wood"),
        qualification("low", "L2"),
        qualification("high", "L3"),
        qualification("joiner", "L2", "wood"),
        step("low", "high"),
        step("low", "joiner"),
        requirement("r"),
    )

    assert users(data, leaving) == ["low-to-joiner"]


# --- the ladder ---


def ladder_of(*records: object) -> SectorLadder:
    return build_ladder("care", catalogue(sector("care"), *records), TODAY)


def ways_of(ladder: SectorLadder) -> dict[str, tuple[str, int | None] | None]:
    stops = (stop for rung in ladder.rungs for stop in (*rung.qualifications, *rung.roles))
    return {stop.position: stop.way and (stop.way.step.from_id, stop.way.months) for stop in stops}


def test_rungs_go_from_the_top_down_with_courses_beside_jobs() -> None:
    ladder = ladder_of(qualification("low", "L2"), qualification("high", "L4"), role("worker", "L2"))

    assert [rung.level for rung in ladder.rungs] == ["L4", "L2"]
    assert [stop.position for stop in ladder.rungs[1].roles] == ["worker"]


def test_the_main_way_is_from_the_nearest_level_below_and_the_shortest() -> None:
    ladder = ladder_of(
        *(
            qualification(name, level)
            for name, level in (("e", "E"), ("a", "L2"), ("b", "L2"), ("top", "L3"))
        ),
        step("e", "top", months=1),
        step("a", "top", months=20),
        step("b", "top", months=18),
    )

    assert ways_of(ladder)["top"] == ("b", 18)


def test_a_withdrawn_way_in_gives_place_to_one_that_is_open() -> None:
    ladder = ladder_of(
        qualification("old", "L2", last_start=date(2020, 1, 1)),
        qualification("new", "L2"),
        role("worker", "L2"),
        step("old", "worker"),
        step("new", "worker"),
    )

    assert ways_of(ladder)["worker"] == ("new", 0)
    assert ladder.closed == ("old",)


def test_a_level_shows_what_most_steps_touch_and_names_what_it_leaves_out() -> None:
    many = [qualification(f"q{number}", "L3") for number in range(MOST_A_LEVEL + 2)]
    steps = [step(each.id, "worker") for each in many[2:]]

    ladder = ladder_of(*many, role("worker", "L3"), *steps)

    assert [stop.position for stop in ladder.rungs[0].qualifications] == [each.id for each in many[2:]]
    assert ladder.fewer == ("q0", "q1")


def test_it_says_where_one_begins_and_where_it_leads_out() -> None:
    data = catalogue(
        sector("care"),
        sector("general"),
        sector("wood"),
        qualification("school", "U", "general"),
        qualification("first", "E"),
        qualification("joiner", "L2", "wood"),
        step("school", "first", months=6),
        step("first", "joiner"),
    )

    ladder = build_ladder("care", data, TODAY)

    assert ladder.starts == ("first",)
    assert [(out.sector, out.positions, out.levels) for out in ladder.leads_out] == [
        ("wood", ("joiner",), ("E",))
    ]
    assert ways_of(ladder) == {"first": ("school", 6)}


def test_being_at_school_is_where_one_starts_and_no_rung(shipped: Catalogue) -> None:
    ladder = build_ladder("general", shipped, TODAY)

    assert [rung.level for rung in ladder.rungs][-1] == "E"
    assert ladder.starts


@pytest.mark.parametrize("name", ["childcare", "electrical", "adult-care", "general"])
def test_every_position_of_a_sector_is_on_its_ladder_or_named_as_left_out(
    shipped: Catalogue, name: str
) -> None:
    ladder = build_ladder(name, shipped, TODAY)

    standing = [*ways_of(ladder), *ladder.closed, *ladder.fewer]

    every = {each.id for each in shipped.list_positions(name) if shipped.rank(each.level) >= 0}
    assert len(standing) == len(set(standing))
    assert set(standing) == every


# --- for employers ---


def employers_of(*records: object) -> EmployerView:
    return build_employer_view("care", catalogue(*records), TODAY)


def test_what_every_way_into_a_job_asks_for_is_told_from_what_some_ask_for() -> None:
    view = employers_of(
        sector("care"),
        qualification("a", "L3"),
        qualification("b", "L3"),
        role("worker", "L3"),
        step("a", "worker", attainment=("both",)),
        step("b", "worker", attainment=("both", "one"), any_of=((Alternative(("x",)), Alternative(("y",))),)),
        *(requirement(name) for name in ("both", "one", "x", "y")),
    )

    job = view.roles[0]
    assert [(each.requirement, each.always) for each in job.asked] == [("both", True), ("one", False)]
    assert [each.always for each in job.choices] == [False]
    assert job.come_from == ("a", "b")


def test_a_closed_way_in_asks_for_nothing_and_a_job_without_a_way_is_still_named() -> None:
    view = employers_of(
        sector("care"),
        qualification("a", "L3"),
        role("worker", "L3"),
        step("a", "worker", attainment=("r",), closes=date(2020, 1, 1)),
        requirement("r"),
    )

    assert [(job.role, job.asked, job.come_from) for job in view.roles] == [("worker", (), ())]


def test_what_an_employer_can_do_comes_from_the_matrix_and_from_the_steps_into_jobs() -> None:
    cited = {name: Activity(name, name, Actor.EMPLOYER, CITED) for name in ("train", "listed", "show")}
    view = employers_of(
        sector("care", Row("L2", "L3", awareness=(entry("knows"),), awareness_activities=("listed",))),
        qualification("a", "L3"),
        role("worker", "L3"),
        step("a", "worker", attainment=("r",)),
        requirement("knows", Kind.AWARENESS, activities=("show", "read")),
        requirement("r", activities=("train",)),
        *cited.values(),
        Activity("read", "read", Actor.LEARNER, CITED),
    )

    assert [(each.activity, each.requirements) for each in view.deeds] == [
        ("listed", ()),
        ("show", ("knows",)),
        ("train", ("r",)),
    ]


def test_only_what_is_in_an_employer_s_hands_is_put_to_employers_and_each_sentence_once() -> None:
    vacancy = Condition(ConditionKind.VACANCY, "A post has to be free.")
    backing = Condition(ConditionKind.EMPLOYER_SUPPORT, "You have to be backed.")
    view = employers_of(
        sector("care", Row("L2", "L3", attainment=(CellEntry("here", condition=backing),))),
        *(qualification(name, level) for name, level in (("a", "L2"), ("b", "L2"), ("high", "L3"))),
        step("a", "high", conditions=(vacancy, Condition(ConditionKind.COST, "It costs money."))),
        step("b", "high", conditions=(vacancy,)),
    )

    assert view.conditions == (backing, vacancy)


def test_the_first_job_shown_is_the_highest(shipped: Catalogue) -> None:
    view = build_employer_view("childcare", shipped, TODAY)

    ranks = [shipped.rank(shipped.position_by_id[job.role].level) for job in view.roles]

    assert ranks == sorted(ranks, reverse=True)
    jobs = {each.id for each in shipped.job_roles if each.sector == "childcare"}
    assert {job.role for job in view.roles} <= jobs
    assert {"nursery-manager", "room-supervisor"} <= {job.role for job in view.roles}
    assert view.barriers == shipped.sector_by_id["childcare"].barriers


def test_what_only_helps_is_not_asked_for_by_a_job() -> None:
    view = employers_of(
        sector("care", Row("L2", "L3", attainment=(entry("r", weight=Weight.HELPS),))),
        qualification("low", "L2"),
        role("worker", "L3"),
        step("low", "worker"),
        requirement("r"),
    )

    assert view.roles[0].asked == ()
    assert not view.roles[0].known


@pytest.mark.parametrize("name", ["childcare", "electrical", "adult-care", "general"])
def test_the_steps_of_each_entry_are_those_that_carry_it_looked_at_one_by_one(
    shipped: Catalogue, name: str
) -> None:
    wanted: dict[object, list[str]] = {}
    for one in shipped.steps:
        if closed_step(one, shipped.position_by_id[one.to_id], TODAY) is None:
            waived = {each.requirement for each in one.waives}
            for found in attached_entries(one, shipped):
                current = found.root or entry_in_force(found.entry, TODAY)
                asked = {*entry_ids(found.entry), *found.entry.helps}
                if found.row[0] == name and current and not (asked and asked <= waived):
                    wanted.setdefault((*found.row[1:], found.kind, found.entry), []).append(one.id)

    steps = steps_by_entry(name, shipped, TODAY)

    assert {key: [each.id for each in found] for key, found in steps.items()} == wanted
