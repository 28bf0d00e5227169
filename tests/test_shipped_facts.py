"""What the data that ship promise as a whole: every fact sourced, every requirement of use, no way lost.

Rules that an editor needs while writing are checks; here they are held to find nothing. Dates are ignored
where it is said so: what can no longer be started was a way for those who took it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from explorer.formats.coverage import REASONS, coverage, facts_without_source
from graph_loader import read_data, shipped_data
from pathways.catalogue import Catalogue
from pathways.checks import reach
from pathways.model import (
    GENERAL,
    CellEntry,
    Citation,
    Concept,
    Evidence,
    JobRole,
    Kind,
    Qualification,
    Requirement,
    Row,
    Sector,
)
from pathways.notices import Notice, Severity
from pathways.rows import attached_entries
from tests.small_data import TODAY

DOCS = Path(__file__).parent.parent / "docs"

SECTORS = {
    "adult-care",
    "building-services",
    "childcare",
    "electrical",
    "general",
    "health",
    "leadership-management",
    "playwork-youth",
    "sport-leisure",
    "teaching",
}
FLOORS = {"qualifications": 160, "job_roles": 120, "steps": 400, "requirements": 450}
OF_THE_REPORT = {"childcare", "electrical"}
"""Sectors whose first rows stand as the report has them, however many entries that is."""

FIRST_ROWS = {("U", "E"), ("E", "L2"), ("L2", "L3"), ("L3", "L4")}
LEAST = {Kind.ASPIRATION: 3, Kind.AWARENESS: 3, Kind.ATTAINMENT: 4}


@cache
def reading() -> tuple[Catalogue, tuple[Notice, ...]]:
    held = read_data(today=TODAY)
    assert held.catalogue is not None
    return held.catalogue, held.notices


@pytest.fixture
def shipped() -> Catalogue:
    return reading()[0]


def noticed(code: str) -> list[str]:
    return [each.message for each in reading()[1] if each.code == code]


def citations(shipped: Catalogue) -> Iterator[tuple[str, Citation]]:
    """Every citation there is, with what rests on it."""
    for records in (
        shipped.qualifications,
        shipped.job_roles,
        shipped.steps,
        shipped.requirements,
        shipped.activities,
    ):
        yield from ((each.id, each.citation) for each in records)
    for sector in shipped.sectors:
        for said in (*sector.drivers, *sector.barriers, *sector.staying):
            yield f"{sector.id}: {said.statement}", said.citation
        if sector.matrix:
            yield f"the matrix of {sector.id}", sector.matrix.citation


def entries(shipped: Catalogue) -> Iterator[tuple[Sector, Row, Kind, CellEntry]]:
    for sector in shipped.sectors:
        for row in sector.matrix.rows if sector.matrix else ():
            for kind in Kind:
                yield from ((sector, row, kind, entry) for entry in row.cell(kind))


def place_of(sector: Sector, row: Row, kind: Kind) -> str:
    return f"{sector.id} {row.at}->{row.into} {kind.value}"


# --- sources ---


def test_every_fact_names_a_source_there_is_and_where_in_it(shipped: Catalogue) -> None:
    bare = [
        what
        for what, citation in citations(shipped)
        if citation.source not in shipped.source_by_id or not citation.locator.strip()
    ]
    assert bare == []
    assert facts_without_source(shipped) == 0


def test_every_matrix_entry_and_progression_line_says_where_it_stands(shipped: Catalogue) -> None:
    lines = [
        (f"{sector.id} {row.at}", each.locator, each.source)
        for sector in shipped.sectors
        for row in (sector.matrix.rows if sector.matrix else ())
        for each in (*(entry for kind in Kind for entry in row.cell(kind)), *row.progression)
    ]
    assert [
        where
        for where, locator, source in lines
        if not locator.strip() or (source is not None and source not in shipped.source_by_id)
    ] == []


def test_every_judgement_of_our_own_says_what_it_rests_on(shipped: Catalogue) -> None:
    own = [(what, each) for what, each in citations(shipped) if each.source == "editorial"]
    assert [what for what, each in own if each.evidence is not Evidence.EDITORIAL or not each.note] == []


def test_every_source_says_who_published_it_when_and_when_it_was_checked(shipped: Catalogue) -> None:
    assert [
        each.id for each in shipped.sources if not (each.publisher and each.date and each.checked_on)
    ] == []


# --- requirements and concepts ---


def test_every_requirement_can_be_asked_done_something_about_and_is_about_something(
    shipped: Catalogue,
) -> None:
    def lacks(each: Requirement) -> bool:
        return not (each.question.strip() and each.activities and (each.concept or each.holding))

    assert [each.id for each in shipped.requirements if lacks(each)] == []


@pytest.mark.parametrize("code", ["near-copy", "repeated-statement", "long-statement", "not-a-question"])
def test_no_requirement_is_a_near_copy_or_too_long_to_read(code: str) -> None:
    assert noticed(code) == []


def test_every_condition_says_what_there_is_to_know_about_it(shipped: Catalogue) -> None:
    assert noticed("unpaired-condition") == []
    funding = [(each.id, said) for each in shipped.qualifications for said in each.funding]
    assert [where for where, said in funding if said.awareness is None] == []


def test_the_awareness_that_a_condition_names_is_an_awareness() -> None:
    assert noticed("kind-of-awareness") == []


def test_every_concept_has_a_definition_of_its_own(shipped: Catalogue) -> None:
    assert [each.id for each in shipped.concepts if not (each.definition or "").strip()] == []
    definitions = [each.definition for each in shipped.concepts]
    assert len(set(definitions)) == len(definitions)


def test_an_esco_skill_is_what_one_concept_means_and_no_other(shipped: Catalogue) -> None:
    linked = [link for each in shipped.concepts for link in each.esco]
    assert len(set(linked)) == len(linked) > 0


def test_no_concept_says_that_there_is_a_certificate(shipped: Catalogue) -> None:
    def speaks(concept: Concept) -> bool:
        return any(
            word in concept.title.lower().split() for word in ("diploma", "certificate", "nvq", "degree")
        )

    assert [each.id for each in shipped.concepts if speaks(each)] == []


# --- ways in and on ---


def test_every_position_can_be_reached_from_the_foot_whatever_the_date(shipped: Catalogue) -> None:
    feet = [each.id for each in shipped.position_by_id.values() if reach.is_foot(each)]
    reached = reach.reachable_from(feet, shipped)
    assert [each for each in shipped.position_by_id if each not in reached] == []


def test_what_leads_nowhere_is_said_to_be_a_good_place_to_stay(shipped: Catalogue) -> None:
    assert [each.id for each in reach.list_ends(shipped)] == []


def test_an_upward_step_asks_for_something_or_says_that_nothing_is_asked() -> None:
    assert noticed("step-asks-nothing") == []


def test_every_upward_step_within_a_sector_carries_a_row_or_asks_for_itself(shipped: Catalogue) -> None:
    places = shipped.position_by_id

    def is_bare(step_id: str) -> bool:
        step = shipped.step_by_id[step_id]
        start, end = places[step.from_id], places[step.to_id]
        upward = shipped.rank(start.level) < shipped.rank(end.level) and start.sector == end.sector
        own = step.aspiration or step.awareness or step.attainment or step.any_of or step.none_needed
        return bool(upward and not own and not attached_entries(step, shipped))

    assert [each for each in shipped.step_by_id if is_bare(each)] == []


# --- the matrices ---


def test_every_vocational_sector_has_its_first_rows(shipped: Catalogue) -> None:
    missing = {
        sector.id: FIRST_ROWS - {(row.at, row.into) for row in sector.matrix.rows}
        if sector.matrix
        else FIRST_ROWS
        for sector in shipped.sectors
        if sector.id != GENERAL
    }
    assert {sector: rows for sector, rows in missing.items() if rows} == {}


def test_the_first_rows_ask_for_enough_of_each_kind(shipped: Catalogue) -> None:
    thin = []
    for sector in shipped.sectors:
        if sector.id == GENERAL or sector.id in OF_THE_REPORT or not sector.matrix:
            continue
        for row in sector.matrix.rows:
            for kind in Kind if (row.at, row.into) in FIRST_ROWS else ():
                cell = row.cell(kind)
                asked = sum(bool(entry.requirements or entry.any_of) for entry in cell)
                free = row.at == "U" and any(entry.none_needed for entry in cell)
                if asked < LEAST[kind] and not free:
                    thin.append(f"{place_of(sector, row, kind)}: {asked}")
    assert thin == []


def test_the_activities_of_a_cell_are_not_all_for_one_to_do(shipped: Catalogue) -> None:
    """A cell with four activities or more has at least two actors, and each row something for a learner,
    for a provider or adviser, and for an employer or adviser: nobody gets there alone."""
    one_sided = []
    for sector in shipped.sectors:
        for row in sector.matrix.rows if sector.matrix else ():
            of_row: set[str] = set()
            for kind in Kind:
                named = {each for entry in row.cell(kind) for each in _activities_of(entry, shipped)}
                named.update(row.activities(kind))
                who = {shipped.activity_by_id[each].who.value for each in named}
                of_row |= who
                if len(named) >= 4 and len(who) < 2:
                    one_sided.append(f"{place_of(sector, row, kind)}: only {who}")
            for wanted in ({"learner"}, {"provider", "adviser"}, {"employer", "adviser"}):
                if of_row and not of_row & wanted:
                    one_sided.append(f"{sector.id} {row.at}->{row.into}: nothing for {wanted}")  # noqa: PERF401
    assert one_sided == []


def _activities_of(entry: CellEntry, shipped: Catalogue) -> Iterator[str]:
    for each in (*entry.requirements, *(name for way in entry.any_of for name in way.requirements)):
        yield from shipped.requirement_by_id[each].activities


# --- how much there is ---


def test_the_ten_sectors_are_there(shipped: Catalogue) -> None:
    assert {each.id for each in shipped.sectors} == SECTORS


@pytest.mark.parametrize(("what", "least"), FLOORS.items())
def test_there_is_at_least_so_much(what: str, least: int, shipped: Catalogue) -> None:
    assert len(getattr(shipped, what)) >= least


def test_requirements_share_a_vocabulary_of_concepts(shipped: Catalogue) -> None:
    used = {each.concept for each in shipped.requirements if each.concept}
    assert len(used) >= 120


def test_every_sector_says_what_drives_and_hinders_and_what_to_do_about_it(shipped: Catalogue) -> None:
    bare = [each.id for each in shipped.sectors if not (each.drivers and each.barriers and each.aliases)]
    assert bare == []


@pytest.mark.parametrize("sector", sorted(SECTORS - {GENERAL}))
def test_each_sector_has_jobs_and_qualifications_at_several_levels(sector: str, shipped: Catalogue) -> None:
    held = shipped.list_positions(sector)
    assert len({each.level for each in held if isinstance(each, JobRole)}) >= 3
    assert len({each.level for each in held if isinstance(each, Qualification)}) >= 3


# --- what the check says, and the page that says it ---


def test_the_data_have_no_warning() -> None:
    assert [str(each) for each in reading()[1] if each.severity is not Severity.INFO] == []


def test_each_kind_of_notice_that_remains_is_explained() -> None:
    assert {each.code for each in reading()[1]} <= REASONS.keys()


def test_the_page_on_coverage_is_fresh(shipped: Catalogue) -> None:
    """Where this fails: `pathways check --coverage > docs/coverage.md`."""
    written = (DOCS / "coverage.md").read_text("utf-8")
    assert written == coverage(*reading())


def test_the_data_live_where_the_documents_say() -> None:
    assert {path.stem for path in (shipped_data() / "sectors").glob("*.yaml")} == SECTORS
