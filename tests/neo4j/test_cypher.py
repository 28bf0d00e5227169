"""Every query of `cypher/`: says truly what it takes and gives, and servers take it without a warning."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from neo4j import Driver, GraphDatabase

from graph_loader.cypher import cypher_folder
from graph_loader.neo4j_load import dataset_id, load
from graph_loader.neo4j_session import LOADING, Neo4jSession
from graph_loader.networkx_store import NetworkXStore
from pathways.model import Kind
from pathways.overlap import Overlap, compare
from pathways.sector_needs import needs_of
from tests.shipped import shipped

FILES = sorted(cypher_folder().rglob("*.cypher"))
NAMES = [str(each.relative_to(cypher_folder()).with_suffix("")) for each in FILES]
EXPLORED = [name for name in NAMES if name.startswith("explore/")]
ASKED = [name for name in NAMES if name.startswith("ask/")]

ASKED_OF: dict[str, Any] = {
    "position": "nursery-manager",
    "words": "nursery",
    "most": 5,
    "sector": "childcare",
    "at": "L2",
    "into": "L3",
    "start": "statutory-schooling",
    "goal": "nursery-manager",
    "hops": 1,
    "here": "childcare",
    "there": "teaching",
    "qualification": "gcses-grade-4-9",
    "before": date(2999, 1, 1),
}
"""Something of the shipped data for every parameter, so that each query has rows to give."""


def _text(name: str) -> str:
    return (cypher_folder() / f"{name}.cypher").read_text("utf-8")


def _body(name: str) -> str:
    return "\n".join(line for line in _text(name).splitlines() if not line.lstrip().startswith("//"))


def _header(name: str, word: str) -> str:
    (found,) = re.findall(rf"^// {word}: (.+)$", _text(name), re.MULTILINE)
    return str(found)


def _params(name: str) -> list[str]:
    return re.findall(r"(\w+) \(", _header(name, "params"))


def _returns(name: str) -> list[str]:
    said = _header(name, "returns")
    return [] if said == "none" else said.split(", ")


def _purpose(name: str) -> str:
    lines = _text(name).split("\n// params:")[0].splitlines()
    return " ".join(line.removeprefix("// ") for line in lines)


def row_of(name: str) -> str:
    """Return the line of the table in cypher/README.md for a query."""
    cells = (f"`{name}`", _purpose(name), _header(name, "params"), _header(name, "returns"))
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


@pytest.mark.parametrize("name", NAMES)
def test_a_header_names_the_parameters_that_the_text_uses(name: str) -> None:
    assert _text(name).startswith("// ")
    assert sorted(_params(name)) == sorted(set(re.findall(r"\$(\w+)", _body(name))))


@pytest.mark.parametrize("name", NAMES)
def test_a_file_holds_one_statement(name: str) -> None:
    assert ";" not in _body(name)
    assert not name.startswith("explore/") or _body(name).startswith("MATCH (now:PathwayCurrent)\n")


def test_the_table_of_queries_is_true() -> None:
    readme = (cypher_folder() / "README.md").read_text("utf-8")
    rows = [line for line in readme.splitlines() if re.match(r"\| `(ask|explore|store)/", line)]
    assert rows == [row_of(name) for name in NAMES]


@pytest.fixture(scope="module")
def loaded(every_neo4j: Any) -> Iterator[Driver]:
    """A server that holds the shipped data."""
    every_neo4j.wipe()
    settings = every_neo4j.settings
    with Neo4jSession(settings, LOADING) as session:
        load(session, shipped(), datetime.now(UTC))
    with GraphDatabase.driver(settings.uri, auth=(settings.username, settings.password)) as driver:
        yield driver
    every_neo4j.wipe()


def _ask(driver: Driver, name: str, **parameters: Any) -> list[dict[str, Any]]:
    given = {"dataset": dataset_id(shipped().content_hash), "step": _some_step(), **ASKED_OF, **parameters}
    found = driver.execute_query(_text(name), {each: given[each] for each in _params(name)})
    assert found.keys == _returns(name)
    return [record.data() for record in found.records]


def _some_step() -> str:
    return next(step.id for step in shipped().steps if step.attainment)


def _example(kind: str) -> Any:
    examples = {"text": "x", "integer": 1, "date": date(2026, 1, 1), "list of text": ["id"]}
    return examples.get(kind, [1] if kind == "list of integer" else [])


def test_the_server_plans_every_query_and_has_nothing_to_remark(loaded: Driver) -> None:
    """No cartesian product, nothing deprecated, nothing unbounded, no name that the database lacks."""
    remarks = []
    for name in NAMES:
        kinds = re.findall(r"(\w+) \(([^()]*)\)", _header(name, "params"))
        given = {each: _example(kind) for each, kind in kinds}
        summary = loaded.execute_query(f"EXPLAIN {_text(name)}", given).summary
        remarks += [
            (name, each.status_description)
            for each in summary.gql_status_objects
            if each.gql_status[:2] not in ("00", "02") and not _is_meant(name, each.gql_status)
        ]
        assert "AllNodesScan" not in str(summary.plan) or name in WHOLE, name
    assert remarks == []


WHOLE = ("store/others",)
"""Queries that are meant to look at every node."""


def _is_meant(name: str, status: str) -> bool:
    """Say whether a remark is one that cannot be otherwise."""
    # A schema statement that finds its index there already says so.
    already_there = name.startswith("store/schema/") and status == "00NA0"
    # Never set yet: a first dataset has none before it; a property that no shipped record has.
    unknown_property = name.startswith("store/") and status == "01N52"
    return already_there or unknown_property


def test_every_query_gives_rows_and_the_columns_that_it_declares(loaded: Driver) -> None:
    empty = [name for name in (*EXPLORED, *ASKED) if not _ask(loaded, name)]
    assert empty == []


def test_paths_are_as_long_as_those_that_the_program_finds(loaded: Driver) -> None:
    with NetworkXStore() as store:
        store.replace(shipped())
        expected = store.find_paths([ASKED_OF["start"]], [ASKED_OF["goal"]], 10, 12)
    found = _ask(loaded, "ask/paths")
    assert [each["length"] for each in found] == [len(path) for path in expected]
    assert all(len({*each["positions"]}) == each["length"] + 1 for each in found)
    assert len({tuple(each["steps"]) for each in found}) == len(found)


def test_what_two_sectors_both_ask_for_is_what_the_program_counts(loaded: Driver) -> None:
    catalogue, there = shipped(), ASKED_OF["there"]
    counted: dict[str, Overlap] = {
        str(each.kind): each
        for each in compare(catalogue, (ASKED_OF["here"], there))
        if each.kind and each.level is None and each.to_sector == there
    }
    found = {each["kind"]: each for each in _ask(loaded, "ask/overlap")}
    assert {*found} == {str(kind) for kind in Kind}
    for kind, row in found.items():
        assert (row["asked"], row["same"]) == (counted[kind].n, counted[kind].same)


def test_bridging_steps_are_those_that_cross_and_roles_those_that_serve_both(loaded: Driver) -> None:
    catalogue = shipped()
    sector_of = {name: each.sector for name, each in catalogue.position_by_id.items()}
    crossing = [
        step
        for step in catalogue.steps
        if (sector_of[step.from_id], sector_of[step.to_id]) == (ASKED_OF["here"], ASKED_OF["there"])
    ]
    assert [each["step"] for each in _ask(loaded, "ask/bridging_steps")] == sorted(s.id for s in crossing)

    about = {each.id: each.concept for each in catalogue.requirements if each.concept}
    asked = [
        {about[need] for kind in Kind for need in needs_of(catalogue, sector, kind) if need in about}
        for sector in (ASKED_OF["here"], ASKED_OF["there"])
    ]
    serving = {}
    for position in catalogue.position_by_id.values():
        served = {about[given] for given in position.gives if given in about} & asked[0] & asked[1]
        if position.sector == ASKED_OF["here"] and served:
            serving[position.id] = served
    found = _ask(loaded, "ask/bridging_roles")
    assert {each["id"]: {*each["concepts"]} for each in found} == serving
    crosses = Counter(step.from_id for step in crossing)
    assert all(each["crosses"] == crosses[each["id"]] for each in found)


def test_what_a_withdrawn_qualification_takes_with_it(loaded: Driver) -> None:
    catalogue, gone = shipped(), ASKED_OF["qualification"]
    into = {step.to_id for step in catalogue.steps if step.from_id == gone}
    kept = {step.to_id for step in catalogue.steps if step.from_id != gone}
    assert {each["id"] for each in _ask(loaded, "ask/withdrawn_positions")} == into - kept

    givers = Counter(given for each in catalogue.position_by_id.values() for given in {*each.gives})
    only = {given for given in catalogue.position_by_id[gone].gives if givers[given] == 1}
    expected = {
        step.id for step in catalogue.steps if gone in (step.from_id, step.to_id) or only & {*step.attainment}
    }
    assert {each["step"] for each in _ask(loaded, "ask/withdrawn_steps")} == expected


def test_what_rests_on_stale_sources_adds_up(loaded: Driver) -> None:
    catalogue = shipped()
    found = _ask(loaded, "ask/stale_sources")
    steps = Counter(step.citation.source for step in catalogue.steps)
    positions = Counter(each.citation.source for each in catalogue.position_by_id.values())
    assert {each["source"] for each in found} == {each.id for each in catalogue.sources}
    assert all(each["steps"] == steps[each["source"]] for each in found)
    assert all(each["positions"] == positions[each["source"]] for each in found)
    assert _ask(loaded, "ask/stale_sources", before=date(1990, 1, 1)) == []


def test_the_folder_holds_nothing_else() -> None:
    others = {path.name for path in Path(cypher_folder()).rglob("*") if path.is_file()}
    assert {name for name in others if not name.endswith(".cypher")} == {"README.md"}
