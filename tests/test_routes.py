"""How routes are found, costed, ordered and explained: the rules of routes, one claim a test."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from pathways.errors import InvalidQuery, UnknownName
from pathways.learner import Basis, Learner, Status
from pathways.model import Alternative, CellEntry, Condition, ConditionKind, Holding, Kind, Row
from pathways.places import Place, read_place
from pathways.queries import RouteQuery
from pathways.results import ClosedBecause, Label, NoRouteBecause, Prefer, RouteResult
from pathways.route_index import RouteIndex
from pathways.routes import find_routes
from tests.build import catalogue, qualification, requirement, role, sector, step

TODAY = date(2026, 11, 22)


def ask(start: str, goal: str, *records: Any, **fields: Any) -> RouteResult:
    """Ask for routes between two places of a small catalogue."""
    data = catalogue(*records)
    answers = {name: Status(value) for name, value in fields.pop("answers", {}).items()}
    learner = Learner(answers, frozenset(fields.pop("without", ())))
    query = RouteQuery(
        (read_place(start, data),),
        (read_place(goal, data),),
        fields.pop("as_of", TODAY),
        learner,
        **fields,
    )
    return find_routes(RouteIndex.build(data), query)


def line(*names: str, **asks: tuple[str, ...]) -> list[Any]:
    """Return level 3 positions joined in a line; `asks` names what the step into each asks for."""
    into = {name.replace("_", "-"): ids for name, ids in asks.items()}
    steps = [step(a, b, attainment=into.get(b, ())) for a, b in pairwise(names)]
    needed = {each for ids in into.values() for each in ids}
    return [*(qualification(name) for name in names), *steps, *(requirement(each) for each in sorted(needed))]


def paths(result: RouteResult) -> list[str]:
    return [" ".join(route.positions) for route in result.routes]


def statuses(result: RouteResult, step: int = -1) -> dict[str, tuple[Status, Basis]]:
    return {each.requirement: (each.status, each.basis) for each in result.routes[0].steps[step].required}


def test_a_requirement_counts_once_however_many_steps_ask_for_it() -> None:
    result = ask("a", "c", *line("a", "b", "c", b=("r1", "r2"), c=("r2",)))
    assert result.routes[0].figures.to_gain == 4
    assert statuses(result) == {"r2": (Status.MET, Basis.GAINED)}


def test_partly_met_counts_half() -> None:
    result = ask("a", "b", *line("a", "b", b=("r1", "r2")), answers={"r1": "partly"})
    assert result.routes[0].figures.to_gain == 3


def test_what_a_position_on_the_way_gives_is_not_asked_for_after_it() -> None:
    data = line("a", "b", "c", c=("r1",))
    data[1] = qualification("b", gives=("r1",))
    result = ask("a", "c", *data)
    assert result.routes[0].figures.to_gain == 0
    assert statuses(result) == {"r1": (Status.MET, Basis.GIVEN)}


def test_what_is_given_only_later_still_has_to_be_gained_first() -> None:
    data = line("a", "b", "c", b=("r1",), c=("r1",))
    data[1] = qualification("b", gives=("r1",))
    assert ask("a", "c", *data).routes[0].figures.to_gain == 2


def test_being_given_on_the_way_overrides_an_answer_and_an_answer_overrides_the_start() -> None:
    data = line("a", "b", "c", b=("r1",), c=("r1",))
    data[0], data[1] = qualification("a", gives=("r1",)), qualification("b", gives=("r1",))
    result = ask("a", "c", *data, answers={"r1": "not-met"})
    assert statuses(result, 0) == {"r1": (Status.NOT_MET, Basis.ANSWER)}
    assert statuses(result, 1) == {"r1": (Status.MET, Basis.GIVEN)}


def test_a_start_holds_what_it_gives() -> None:
    data = line("a", "b", b=("r1",))
    data[0] = qualification("a", gives=("r1",))
    result = ask("a", "b", *data)
    assert (result.routes[0].figures.to_gain, statuses(result)) == (0, {"r1": (Status.MET, Basis.START)})


def test_a_start_is_assumed_to_hold_the_essential_awareness_and_attainment_of_its_own_rows() -> None:
    row = Row(
        "E",
        "L2",
        aspiration=(CellEntry("1", requirements=("wish",)),),
        awareness=(CellEntry("2", requirements=("know",)),),
        attainment=(
            CellEntry("3", requirements=("have",)),
            CellEntry("4", any_of=(Alternative(("one",)), Alternative(("two",)))),
        ),
    )
    everything = [("wish", Kind.ASPIRATION), ("know", Kind.AWARENESS)]
    everything += [(name, Kind.ATTAINMENT) for name in ("have", "one", "two")]
    moves = [step("a", "b", aspiration=("wish",), awareness=("know",), attainment=("have", "one"))]
    positions = [qualification("a", "L3"), qualification("b", "L3")]
    result = ask(
        "a", "b", *positions, *moves, sector("care", row), *(requirement(n, k) for n, k in everything)
    )
    assert statuses(result) == {
        "wish": (Status.NOT_ASKED, Basis.UNKNOWN),
        "know": (Status.MET, Basis.ASSUMED),
        "have": (Status.MET, Basis.ASSUMED),
        "one": (Status.NOT_ASKED, Basis.UNKNOWN),
    }


def test_a_held_requirement_about_the_same_thing_elsewhere_counts_half_and_never_chains() -> None:
    def lead(name: str, scope: str) -> Any:
        return requirement(name, concept="leading", scope=scope)

    data = [qualification("a", gives=("lead-care",)), qualification("b"), qualification("c")]
    data += [lead("lead-care", "care"), lead("lead-wire", "wire"), lead("lead-shop", "shop")]
    data += [step("a", "b", attainment=("lead-wire", "lead-shop"))]
    result = ask("a", "b", *data)
    assert result.routes[0].figures.to_gain == 2
    assert {status for status, _ in statuses(result).values()} == {Status.PARTLY}
    refused = ask("a", "b", *data, answers={"lead-care": "partly"})
    assert refused.routes[0].figures.to_gain == 4


def test_a_holding_is_met_by_its_positions_and_by_any_qualification_at_the_level() -> None:
    named = requirement("named", holding=Holding(("a",)), scope="care")
    level = requirement("level", holding=Holding(any_at="L2"), scope="care")
    data = [qualification("b"), step("a", "b", attainment=("named", "level")), named, level]
    assert ask("a", "b", qualification("a", "L3"), *data).routes[0].figures.to_gain == 0
    assert ask("a", "b", qualification("a", "L1"), *data).routes[0].figures.to_gain == 2
    assert ask("a", "b", role("a", "L3"), *data).routes[0].figures.to_gain == 2


def test_time_in_a_job_is_added_to_the_months_once_even_where_the_job_gives_it() -> None:
    years = requirement("two-years", holding=Holding(("b",), months=24), scope="care")
    data = [qualification("a"), role("b"), qualification("c", months=12), qualification("d", months=6), years]
    data += [
        step("a", "b"),
        step("b", "c", attainment=("two-years",)),
        step("c", "d", attainment=("two-years",)),
    ]
    through = ask("a", "d", *data).routes[0].figures
    assert (through.months, through.to_gain) == (24 + 12 + 6, 0)
    assert ask("b", "d", *data).routes[0].figures.months == 12 + 6


def test_unknown_months_make_the_total_unknown_and_sort_last() -> None:
    data = [qualification("a"), qualification("x", months=None), qualification("y", months=90)]
    data += [qualification("z", months=1)]
    data += [step("a", "x"), step("a", "y"), step("x", "z"), step("y", "z")]
    result = ask("a", "z", *data)
    assert paths(result) == ["a y z", "a x z"]
    assert (result.routes[1].figures.months, result.routes[1].figures.months_at_least) == (None, 1)
    assert Label.QUICKEST in result.routes[0].labels


def either(*ways: Alternative) -> tuple[tuple[Alternative, ...], ...]:
    return (ways,)


def test_the_alternative_that_makes_the_whole_route_smallest_counts() -> None:
    data = [qualification(name) for name in "abc"] + [requirement(f"r{n}") for n in range(1, 4)]
    data += [step("a", "b", any_of=either(Alternative(("r1",)), Alternative(("r2", "r3"))))]
    data += [step("b", "c", attainment=("r2", "r3"))]
    route = ask("a", "c", *data).routes[0]
    assert route.figures.to_gain == 4
    assert [each.chosen for each in route.steps[0].any_of[0]] == [False, True]


def test_ties_between_alternatives_go_to_the_first_id() -> None:
    data = [qualification("a"), qualification("b"), requirement("r1"), requirement("r2")]
    data += [step("a", "b", any_of=either(Alternative(("r2",)), Alternative(("r1",))))]
    route = ask("a", "b", *data).routes[0]
    assert [each.chosen for each in route.steps[0].any_of[0]] == [False, True]


def test_a_position_as_an_alternative_costs_a_unit_unless_it_was_passed() -> None:
    move = step("b", "c", any_of=either(Alternative(position="a")))
    data = [qualification(name) for name in "abc"] + [move, step("a", "b")]
    assert ask("b", "c", *data).routes[0].figures.to_gain == 2
    assert ask("a", "c", *data).routes[0].figures.to_gain == 0
    assert ask("b", "c", *data, answers={"a": "met"}).routes[0].figures.to_gain == 0


def test_a_closed_alternative_serves_only_who_holds_it() -> None:
    old = qualification("old", last_start=date(2020, 7, 31))
    move = step("a", "b", any_of=either(Alternative(position="old"), Alternative(("r1", "r2"))))
    data = [qualification("a"), qualification("b"), old, move, requirement("r1"), requirement("r2")]
    assert ask("a", "b", *data).routes[0].figures.to_gain == 4
    assert ask("a", "b", *data, as_of=date(2020, 1, 1)).routes[0].figures.to_gain == 2
    assert ask("a", "b", *data, answers={"old": "met"}).routes[0].figures.to_gain == 0


def test_a_step_without_an_open_alternative_cannot_be_taken_and_the_answer_says_so() -> None:
    old = qualification("old", last_start=date(2020, 7, 31))
    move = step("a", "b", any_of=either(Alternative(position="old")))
    result = ask("a", "b", qualification("a"), qualification("b"), old, move)
    assert result.no_route is not None
    assert result.no_route.because is NoRouteBecause.ONLY_CLOSED
    assert result.closed[0].because is ClosedBecause.NO_OPEN_ALTERNATIVE


def test_holding_a_position_answers_for_all_it_gives_unless_answered_itself() -> None:
    data = line("a", "b", b=("r1", "r2"))
    data.append(qualification("first-aid", gives=("r1", "r2")))
    assert ask("a", "b", *data, answers={"first-aid": "met"}).routes[0].figures.to_gain == 0
    both = {"first-aid": "met", "r2": "not-met"}
    assert ask("a", "b", *data, answers=both).routes[0].figures.to_gain == 2


# Order


def test_fewer_sector_changes_come_before_less_to_gain_unless_another_figure_is_preferred() -> None:
    data = [qualification("a"), qualification("x", sector="wire", months=1), qualification("y", months=30)]
    data += [qualification("z", months=1), step("a", "x"), step("x", "z"), step("a", "y", attainment=("r1",))]
    data += [step("y", "z"), requirement("r1")]
    assert paths(ask("a", "z", *data)) == ["a y z", "a x z"]
    assert paths(ask("a", "z", *data, prefer=Prefer.QUICKEST)) == ["a x z", "a y z"]
    assert paths(ask("a", "z", *data, prefer=Prefer.STAY_IN_SECTOR)) == ["a y z"]
    labels = {" ".join(route.positions): route.labels for route in ask("a", "z", *data).routes}
    assert Label.STAYS_IN_SECTOR in labels["a y z"]
    assert {Label.LEAST_TO_GAIN, Label.QUICKEST} <= {*labels["a x z"]}


def test_a_detour_by_the_general_route_is_no_change_of_sector() -> None:
    data = [qualification("a"), qualification("g", sector="general"), qualification("b")]
    data += [step("a", "g"), step("g", "b")]
    assert ask("a", "b", *data).routes[0].figures.sector_changes == 0


def test_a_step_whose_requirements_are_not_known_never_looks_like_nothing_to_gain() -> None:
    data = [qualification("a", "L2"), qualification("b", "L3"), qualification("c", "L2")]
    data += [
        step("a", "b", id="leap"),
        step("a", "c", attainment=("r1",)),
        step("c", "b", attainment=("r2",)),
    ]
    data += [requirement("r1"), requirement("r2")]
    result = ask("a", "b", *data)
    assert paths(result) == ["a c b", "a b"]
    assert [route.figures.holes for route in result.routes] == [0, 1]
    assert Label.LEAST_TO_GAIN not in result.routes[1].labels


def test_a_hard_attainment_that_is_not_held_is_a_hole() -> None:
    licence = requirement("licence", regulated=True)
    diploma = requirement("diploma", holding=Holding(("long-course",)), scope="care")
    short = requirement("short", holding=Holding(("long-course", "short-course")), scope="care")
    data = [qualification("a"), qualification("b"), qualification("long-course")]
    data += [qualification("short-course", bridging=True), licence, diploma, short]
    data += [step("a", "b", attainment=("licence", "diploma", "short"))]
    route = ask("a", "b", *data).routes[0]
    assert (route.figures.holes, route.hard) == (2, ("diploma", "licence"))
    assert ask("a", "b", *data, answers={"licence": "met"}).routes[0].figures.holes == 1


def test_routes_are_told_apart_by_the_positions_after_the_start() -> None:
    data = [
        qualification("a"),
        qualification("b", gives=("r1",)),
        qualification("c", "L4"),
        requirement("r1"),
    ]
    data += [step("a", "c", attainment=("r1",)), step("b", "c", attainment=("r1",))]
    result = ask("care:L3", "care:L4", *data)
    assert paths(result) == ["b c"]
    assert result.routes[0].also_from == ("a",)


def test_the_better_of_two_parallel_steps_is_taken() -> None:
    data = [qualification("a"), qualification("b"), requirement("r1")]
    data += [step("a", "b", id="dear", attainment=("r1",)), step("a", "b", id="free")]
    result = ask("a", "b", *data)
    assert [route.steps[0].step.id for route in result.routes] == ["free"]


def test_a_route_stops_at_its_first_goal_and_leaves_out_starts_that_are_goals() -> None:
    data = [qualification("a", "L2"), qualification("b", "L3"), qualification("c", "L3")]
    data += [step("a", "b", attainment=("r1",)), step("b", "c"), requirement("r1")]
    assert paths(ask("a", "L3", *data)) == ["a b"]
    result = ask("care:L3", "care:L3", *data)
    assert result.no_route is not None
    assert result.no_route.because is NoRouteBecause.ALREADY_THERE


def test_a_start_means_qualifications_or_roles_where_there_are_none_and_a_goal_means_both() -> None:
    data = [qualification("a"), role("b"), role("c", "L2"), qualification("d", "L4"), role("e", "L4")]
    data += [step(s, g, attainment=("r1",)) for s in "abc" for g in "de"] + [requirement("r1")]
    assert ask("care:L3", "care:L4", *data).starts == ("a",)
    assert ask("care:L2", "L4", *data).starts == ("c",)
    assert ask("care:L3", "care:L4", *data).goals == ("d", "e")


def test_further_routes_are_said_to_exist() -> None:
    data = [qualification(name) for name in ("a", "x", "y", "z")]
    data += [step("a", "x"), step("a", "y"), step("x", "z"), step("y", "z"), step("a", "z")]
    assert ask("a", "z", *data, k=2).search.more
    assert not ask("a", "z", *data, k=3).search.more


def test_a_route_best_at_a_figure_that_is_not_ranked_is_still_told() -> None:
    data = [qualification(name, months=1) for name in ("a", "x", "z")] + [qualification("y", months=90)]
    data += [step("a", "y"), step("y", "z"), step("a", "x", attainment=("r1",)), step("x", "z")]
    data += [requirement("r1")]
    result = ask("a", "z", *data, k=1)
    assert paths(result) == ["a y z"]
    assert [(route.positions, route.labels) for route in result.also] == [
        (("a", "x", "z"), (Label.FEWEST_STEPS, Label.QUICKEST))
    ]


# Dates, conditions, no route


def test_a_closed_step_that_would_have_helped_is_named_with_its_date() -> None:
    ended = date(2021, 7, 31)
    data = [qualification("a"), qualification("old", last_certification=ended), qualification("b")]
    data += [step("a", "old"), step("old", "b")]
    result = ask("a", "b", *data)
    assert result.no_route is not None
    assert result.no_route.because is NoRouteBecause.ONLY_CLOSED
    assert [(each.step.to_id, each.because, each.date) for each in result.no_route.closed] == [
        ("old", ClosedBecause.WITHDRAWN, ended)
    ]
    assert paths(ask("a", "b", *data, as_of=date(2020, 1, 1))) == ["a old b"]


def test_a_step_that_will_close_before_the_learner_could_arrive_gets_a_caution() -> None:
    soon = date(2027, 7, 31)
    data = [qualification("a"), qualification("b", months=12), qualification("c", last_start=soon)]
    data += [step("a", "b"), step("b", "c")]
    assert [each.caution for each in ask("a", "c", *data).routes[0].steps] == [None, soon]
    assert [each.caution for each in ask("b", "c", *data).routes[0].steps] == [None]


def test_a_condition_that_does_not_hold_blocks_and_is_named() -> None:
    support = Condition(ConditionKind.EMPLOYER_SUPPORT, "Your employer agrees.")
    data = [qualification("a"), qualification("b"), step("a", "b", conditions=(support,))]
    assert ask("a", "b", *data).routes[0].figures.conditions == 1
    result = ask("a", "b", *data, without=[ConditionKind.EMPLOYER_SUPPORT, ConditionKind.AGE])
    assert result.no_route is not None
    assert result.no_route.because is NoRouteBecause.CONDITION
    assert result.no_route.conditions == (ConditionKind.EMPLOYER_SUPPORT,)


def test_too_many_steps_says_how_many_are_needed() -> None:
    result = ask("a", "d", *line("a", "b", "c", "d"), max_steps=2)
    assert result.no_route is not None
    assert (result.no_route.because, result.no_route.steps_needed) == (NoRouteBecause.TOO_MANY_STEPS, 3)


def test_no_path_names_what_is_nearest() -> None:
    data = [qualification("a", "L2"), qualification("b", "L3"), qualification("c", "L4"), step("a", "b")]
    result = ask("a", "c", *data)
    assert result.no_route is not None
    assert result.no_route.because is NoRouteBecause.NO_PATH
    assert [(each.position, each.steps) for each in result.no_route.nearest] == [("b", 1)]


def test_a_place_without_positions_is_said_so() -> None:
    data = line("a", "b")
    for start, goal, because in (
        ("care:L5", "a", NoRouteBecause.NO_START),
        ("a", "care:L5", NoRouteBecause.NO_GOAL),
    ):
        result = ask(start, goal, *data)
        assert result.no_route is not None
        assert result.no_route.because is because


def test_staying_in_the_sector_may_leave_no_route() -> None:
    data = [qualification("a"), qualification("x", sector="wire"), step("a", "x")]
    result = ask("a", "x", *data, prefer=Prefer.STAY_IN_SECTOR)
    assert result.no_route is not None
    assert result.no_route.because is NoRouteBecause.LEAVES_SECTOR


# Bad questions


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"max_steps": 0}, r"max_steps is 0; it must be 1 to 12\."),
        ({"max_steps": 13}, r"max_steps is 13; it must be 1 to 12\."),
        ({"k": 0}, r"k is 0; it must be 1 to 50\."),
    ],
)
def test_a_limit_out_of_range_is_refused(fields: dict[str, int], message: str) -> None:
    with pytest.raises(InvalidQuery, match=message):
        ask("a", "b", *line("a", "b"), **fields)


def test_a_query_without_a_goal_is_refused() -> None:
    with pytest.raises(InvalidQuery, match="The goal is missing"):
        RouteQuery((Place("a"),), (), TODAY)


def test_an_unknown_answer_or_place_is_named_with_the_nearest_known_one() -> None:
    with pytest.raises(UnknownName, match=r"no requirement or position 'r11'\. Did you mean 'r1'\?"):
        ask("a", "b", *line("a", "b", b=("r1",)), answers={"r11": "met"})
    index = RouteIndex.build(catalogue(*line("a", "b")))
    for place in (Place("nowhere"), Place(sector="nowhere"), Place(level="L9")):
        with pytest.raises(UnknownName, match="There is no"):
            find_routes(index, RouteQuery((place,), (Place("b"),), TODAY))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("care:L3", Place(sector="care", level="L3")),
        (" CARE : l3 ", Place(sector="care", level="L3")),
        ("care", Place(sector="care")),
        ("l4", Place(level="L4")),
        ("A", Place(position="a")),
    ],
)
def test_places_are_read_as_typed(text: str, expected: Place) -> None:
    assert read_place(text, catalogue(*line("a", "b"))) == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "nursery-manger",
            "There is no position, sector or level 'nursery-manger'. Did you mean 'nursery-manager'?",
        ),
        ("cares:L3", "There is no sector 'cares'. Did you mean 'care'?"),
        ("zzzz:L3", "There is no sector 'zzzz'. The sectors are: care."),
        (
            "care:level3",
            "There is no level 'level3'. The levels are: U, E, L1, L2, L3, L4, L5, L6, L7, L8.",
        ),
    ],
)
def test_an_unknown_place_gets_did_you_mean(text: str, message: str) -> None:
    with pytest.raises(UnknownName) as raised:
        read_place(text, catalogue(*line("a", "nursery-manager")))
    assert str(raised.value) == message


@pytest.mark.parametrize("text", ["care:", ":L3", ":"])
def test_half_a_place_is_refused(text: str) -> None:
    with pytest.raises(InvalidQuery, match=f"The place '{text}' is not whole"):
        read_place(text, catalogue(*line("a", "b")))


def test_an_empty_place_is_refused() -> None:
    with pytest.raises(InvalidQuery, match="The place is empty"):
        read_place("  ", catalogue(*line("a", "b")))
