"""Moving between sectors: the rules against the slow reference, what must always hold, and what ships."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from graph_loader import load_catalogue
from pathways.catalogue import Catalogue
from pathways.errors import InvalidQuery, UnknownName
from pathways.learner import Learner, Status
from pathways.model import (
    GENERAL,
    Alternative,
    CellEntry,
    Evidence,
    Holding,
    Kind,
    Row,
    Waiver,
)
from pathways.places import Place, read_place, start_positions
from pathways.queries import RouteQuery
from pathways.route_index import RouteIndex
from pathways.routes import find_routes
from pathways.transfer import find_transfer, list_transfers
from pathways.transfer_results import Role, Transfer, Verdict
from tests import transfer_oracle as oracle
from tests.build import catalogue, qualification, requirement, role, sector, step
from tests.strategies import SECTORS, questions

DAY = date(2026, 11, 22)
NEVER_WORSE = oracle.ORDER.index


def entries(drawn: Catalogue, name: str) -> list[CellEntry]:
    matrix = drawn.sector_by_id[name].matrix
    return [entry for row in (matrix.rows if matrix else ()) for kind in Kind for entry in row.cell(kind)]


def verdicts(found: Transfer) -> dict[str, Verdict]:
    return {entry.level: entry.verdict for entry in found.levels}


# --- the rules, on random catalogues ---


@st.composite
def moves(draw):
    """A catalogue, a start position in it, another sector, a date and a learner."""
    asked = draw(questions())
    start = draw(st.sampled_from(sorted(asked.catalogue.position_by_id)))
    own = asked.catalogue.position_by_id[start].sector
    other = draw(st.sampled_from([each for each in SECTORS if each != own]))
    return asked.catalogue, start, other, asked.query.as_of, asked.query.learner


@settings(max_examples=400, deadline=None)
@given(moves())
def test_each_level_has_the_verdict_that_trying_everything_finds(move):
    drawn, start, other, as_of, learner = move
    found = find_transfer(RouteIndex.build(drawn), Place(start), other, as_of, learner)
    expected = oracle.verdicts(drawn, start, other, as_of, learner)
    assert verdicts(found) == expected
    assert found.re_entry == oracle.re_entry(drawn, start, other, as_of, expected)
    for entry in found.levels:
        assert set(entry.openings) == oracle.openings(drawn, start, other, entry.level, as_of)
        if not entry.any_of:
            assert (entry.verdict is Verdict.NOT_DIRECT) == bool(entry.of_role(Role.BLOCKING))


@settings(max_examples=200, deadline=None)
@given(moves())
def test_a_sector_at_a_level_has_the_best_verdict_of_its_positions(move):
    drawn, start, other, as_of, learner = move
    here, index = drawn.position_by_id[start], RouteIndex.build(drawn)
    place = Place(sector=here.sector, level=here.level)
    found = find_transfer(index, place, other, as_of, learner)
    each = [
        verdicts(find_transfer(index, Place(one), other, as_of, learner))
        for one in start_positions(place, drawn)
    ]
    for entry in found.levels:
        assert entry.verdict is min((one[entry.level] for one in each), key=NEVER_WORSE)
        assert len(entry.otherwise) == sum(one[entry.level] is not entry.verdict for one in each)


@settings(max_examples=200, deadline=None)
@given(moves(), st.data())
def test_something_more_that_is_held_makes_no_verdict_worse(move, data):
    drawn, start, other, as_of, learner = move
    index = RouteIndex.build(drawn)
    name = data.draw(st.sampled_from(sorted(drawn.requirement_by_id)))
    more = Learner({**learner.answers, name: Status.MET}, learner.without)
    before, after = (find_transfer(index, Place(start), other, as_of, each) for each in (learner, more))
    for one, two in zip(before.levels, after.levels, strict=True):
        assert NEVER_WORSE(two.verdict) <= NEVER_WORSE(one.verdict)
    rank = drawn.rank
    assert before.re_entry is None or rank(str(after.re_entry)) >= rank(before.re_entry)


@settings(max_examples=200, deadline=None)
@given(moves())
def test_nobody_re_enters_below_what_one_could_enter_with_nothing(move):
    drawn, start, other, as_of, _ = move
    # An entry that is only for those at this start is asked of them and of nobody with nothing.
    assume(not any(start in entry.only_for for entry in entries(drawn, other)))
    # At the lowest level of the same sector, so that the same steps are ways in, and with nothing given.
    nowhere = qualification("nothing", "U", drawn.position_by_id[start].sector)
    index = RouteIndex.build(replace(drawn, qualifications=(*drawn.qualifications, nowhere)))
    nothing = find_transfer(index, Place("nothing"), other, as_of)
    found = find_transfer(index, Place(start), other, as_of)
    if nothing.re_entry is not None:
        assert drawn.rank(str(found.re_entry)) >= drawn.rank(nothing.re_entry)


@settings(max_examples=300, deadline=None)
@given(questions())
def test_worked_out_steps_serve_where_no_recorded_ones_do_and_contradict_no_refusal(asked):
    index, query = RouteIndex.build(asked.catalogue), asked.query
    recorded = find_routes(index, query)
    both = find_routes(index, replace(query, crossing=True))
    if recorded.routes:
        assert both == recorded
        return
    for route in both.routes:
        inferred = [each.step for each in route.steps if each.step.citation.evidence is Evidence.INFERRED]
        assert len(inferred) == 1
        (worked_out,) = inferred
        start, end = (asked.catalogue.position_by_id[each] for each in (worked_out.from_id, worked_out.to_id))
        found = oracle.verdicts(asked.catalogue, start.id, end.sector, query.as_of)
        assert start.sector != end.sector
        assert end.level == oracle.re_entry(asked.catalogue, start.id, end.sector, query.as_of, found)
        assert end.id in oracle.openings(asked.catalogue, start.id, end.sector, end.level, query.as_of)
        assert not any(each.to_id == end.id for each in asked.catalogue.steps_from.get(start.id, ()))


# --- one rule at a time ---


def world(*records) -> RouteIndex:
    """Somebody at `carer` (level 3, care), and a sector of wood with a joiner at level 3 and 4."""
    return RouteIndex.build(
        catalogue(
            qualification("carer", "L3", "care", gives=("calm-in-care",)),
            qualification("joiner", "L3", "wood"),
            qualification("master-joiner", "L4", "wood"),
            requirement("calm-in-care", scope="care", concept="calm"),
            sector("care"),
            *records,
        )
    )


def wood(*entries: CellEntry, at: str = "L3", into: str = "L4"):
    return sector("wood", Row(at, into, attainment=entries))


def asks(*names: str) -> CellEntry:
    return CellEntry("here", requirements=names)


def move(index: RouteIndex, **answers: Status) -> Transfer:
    learner = Learner({name.replace("_", "-"): status for name, status in answers.items()})
    return find_transfer(index, Place("carer"), "wood", DAY, learner)


def test_what_is_held_lets_one_start_directly():
    index = world(wood(asks("saws")), requirement("saws", scope="wood"))
    assert move(index, saws=Status.MET).at("L4").verdict is Verdict.DIRECT


def test_an_attainment_that_is_missing_asks_for_bridging():
    entry = move(world(wood(asks("saws")), requirement("saws", scope="wood"))).at("L4")
    assert entry.verdict is Verdict.WITH_BRIDGING
    assert [need.id for need in entry.of_role(Role.MISSING_SECTOR)] == ["saws"]


def test_the_same_matter_in_another_sector_is_similar_and_asks_for_bridging():
    needs = requirement("calm-in-wood", scope="wood", concept="calm", regulated=True)
    entry = move(world(wood(asks("calm-in-wood")), needs)).at("L4")
    assert entry.verdict is Verdict.WITH_BRIDGING
    (need,) = entry.of_role(Role.SIMILAR)
    assert (need.id, need.by) == ("calm-in-wood", "calm-in-care")


def test_without_concepts_what_is_said_in_like_words_is_similar_and_still_to_be_caught_up():
    said = {
        "calm-in-care": "You keep calm when somebody shouts at you.",
        "calm-in-wood": "You keep calm when a customer shouts at you.",
    }
    needs = [
        replace(requirement(name, scope=name[8:], concept=name), statement=text)
        for name, text in said.items()
    ]
    data = catalogue(
        qualification("carer", "L3", "care", gives=("calm-in-care",)),
        qualification("master-joiner", "L4", "wood"),
        sector("care"),
        wood(asks("calm-in-wood")),
        *needs,
    )
    entry = find_transfer(RouteIndex.build(data), Place("carer"), "wood", DAY).at("L4")
    assert entry.verdict is Verdict.WITH_BRIDGING
    (need,) = entry.of_role(Role.SIMILAR)
    assert need.by == "calm-in-care"
    assert need.score > 0.5
    assert entry.to_gain == 2


def test_what_is_only_to_be_wanted_or_known_never_asks_for_bridging():
    needs = requirement("wants-wood", Kind.ASPIRATION, scope="wood")
    index = world(sector("wood", Row("L3", "L4", aspiration=(asks("wants-wood"),))), needs)
    assert move(index).at("L4").verdict is Verdict.DIRECT


@pytest.mark.parametrize("bridging", [True, False])
def test_a_qualification_blocks_unless_a_bridging_course_gives_it(bridging):
    needs = requirement("has-joinery", scope="wood", holding=Holding(("joiner",)))
    course = qualification("course", "L2", "wood", gives=("has-joinery",), bridging=bridging)
    entry = move(world(wood(asks("has-joinery")), needs, course)).at("L4")
    assert entry.verdict is (Verdict.WITH_BRIDGING if bridging else Verdict.NOT_DIRECT)
    (bridge,) = entry.bridges
    assert bridge.courses == (("course",) if bridging else ())
    assert bridge.repeats == (("joiner",) if bridging else ("course", "joiner"))


def test_one_alternative_that_can_be_had_is_enough():
    needs = requirement("has-joinery", scope="wood", holding=Holding(("joiner",)))
    either = CellEntry("here", any_of=(Alternative(("has-joinery",)), Alternative(("saws",))))
    entry = move(world(wood(either), needs, requirement("saws", scope="wood"))).at("L4")
    assert entry.verdict is Verdict.WITH_BRIDGING
    assert [need.id for need in entry.needs] == ["saws"]


def test_a_recorded_step_is_a_way_in_and_waives_only_for_who_holds_what_it_leaves():
    needs = requirement("has-joinery", scope="wood", holding=Holding(("joiner",)))
    way = step("carer", "master-joiner", waives=(Waiver("has-joinery", "The work is alike."),))
    index = world(wood(asks("has-joinery")), needs, way, qualification("helper", "L3", "care"))
    assert move(index).at("L4").way == way.id
    assert move(index).at("L4").verdict is Verdict.DIRECT
    helper = find_transfer(index, Place("helper"), "wood", DAY).at("L4")
    assert (helper.verdict, helper.opened_by) == (Verdict.NOT_DIRECT, ("carer",))
    both = find_transfer(index, Place(sector="care", level="L3"), "wood", DAY).at("L4")
    assert (both.verdict, both.start, both.otherwise) == (
        Verdict.DIRECT,
        "carer",
        (("helper", Verdict.NOT_DIRECT),),
    )


def test_a_step_from_school_is_a_way_in_only_for_who_is_as_high():
    needs = requirement("has-joinery", scope="wood", holding=Holding(("joiner",)))
    for level, verdict in (("L3", Verdict.WITH_BRIDGING), ("L4", Verdict.NOT_DIRECT)):
        school = qualification("school", level, GENERAL)
        low = Row("L2", "L3", attainment=(asks("has-joinery"),))
        high = Row("L3", "L4", attainment=(replace(asks("saws"), locator="there"),))
        index = world(
            sector("wood", low, high),
            sector(GENERAL),
            needs,
            requirement("saws", scope="wood"),
            school,
            step("school", "master-joiner"),
        )
        assert move(index).at("L4").verdict is verdict


def test_one_re_enters_at_most_one_level_up_or_at_the_next_row():
    far = qualification("wood-degree", "L6", "wood")
    assert move(world(wood(asks()), far)).re_entry == "L4"
    far_row = sector("wood", Row("L3", "L6", attainment=(CellEntry("here", none_needed="Nothing."),)))
    assert move(world(far_row, far)).re_entry == "L6"


def test_one_re_enters_where_something_takes_new_starts():
    closed = qualification("old", "L4", "timber", last_start=date(2020, 1, 1))
    index = world(wood(), sector("timber"), closed, role("sawyer", "L2", "timber"))
    found = find_transfer(index, Place("carer"), "timber", DAY)
    assert (found.at("L4").open, found.at("L4").openings) == (False, ())
    assert found.re_entry == "L2"


@pytest.mark.parametrize(
    ("place", "to", "error", "says"),
    [
        (Place(sector="care"), "wood", InvalidQuery, "too wide"),
        (Place(level="L3"), "wood", InvalidQuery, "too wide"),
        (Place(sector="care", level="L7"), "wood", InvalidQuery, "nobody can move from there"),
        (Place("carer"), "care", InvalidQuery, "Name another sector"),
        (Place("carer"), "woood", UnknownName, "no sector 'woood'"),
        (Place("caror"), "wood", UnknownName, "no position 'caror'"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_what_can(place, to, error, says):
    with pytest.raises(error, match=says):
        find_transfer(world(wood()), place, to, DAY)


def test_all_other_sectors_are_listed():
    found = list_transfers(world(wood(), sector("stone")), Place("carer"), DAY)
    assert [each.to for each in found] == ["stone", "wood"]


# --- what ships ---


@pytest.fixture(scope="module")
def shipped() -> RouteIndex:
    return RouteIndex.build(load_catalogue())


def ask(index: RouteIndex, start: str, to: str) -> Transfer:
    return find_transfer(index, read_place(start, index.catalogue), to, DAY)


def test_from_level_3_childcare_electrical_is_re_entered_at_level_3_with_bridging(shipped):
    found = ask(shipped, "childcare:L3", "electrical")
    assert found.at("L4").verdict is Verdict.NOT_DIRECT
    blocking = {need.id for need in found.at("L4").of_role(Role.BLOCKING)}
    assert "electrical-level-3-apprenticeship" in blocking
    assert found.re_entry == "L3"
    assert found.at("L3").verdict is Verdict.WITH_BRIDGING
    assert any(each.courses or each.activities for each in found.at("L3").bridges)


def test_from_level_3_childcare_level_4_in_adult_care_can_be_had(shipped):
    entry = ask(shipped, "childcare:L3", "adult-care").at("L4")
    assert entry.verdict is not Verdict.NOT_DIRECT
    assert entry.of_role(Role.HELD, Role.SIMILAR)


@pytest.mark.parametrize("start", ["a-levels", "gcses-grade-4-9"])
@pytest.mark.parametrize("to", ["childcare", "electrical"])
def test_from_school_one_enters_at_level_2_or_3_and_never_directly_at_level_4(shipped, start, to):
    found = ask(shipped, start, to)
    assert found.re_entry in ("L2", "L3")
    assert found.at("L4").verdict is not Verdict.DIRECT


def test_a_question_across_sectors_without_recorded_steps_is_answered_by_one_worked_out(shipped):
    places = [(read_place(text, shipped.catalogue),) for text in ("childcare:L3", "electrical:L4")]
    result = find_routes(shipped, RouteQuery(*places, DAY))
    first = result.routes[0].steps[0]
    assert first.step.citation.evidence is Evidence.INFERRED
    assert shipped.catalogue.position_by_id[first.step.to_id].level == "L3"
    assert first.required
    assert not find_routes(shipped, RouteQuery(*places, DAY, crossing=False)).routes
