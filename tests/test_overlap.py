"""How sectors overlap: what counts, which matches come first, and what must always hold."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_loader import load_catalogue
from pathways import overlap_all
from pathways.catalogue import Catalogue
from pathways.errors import UnknownName
from pathways.likely import likely_share
from pathways.likeness import Likeness
from pathways.model import (
    Alternative,
    CellEntry,
    Concept,
    Condition,
    ConditionKind,
    Holding,
    Kind,
    Row,
    Weight,
)
from pathways.overlap import How, Match, Matcher, Overlap, compare
from pathways.overlap_all import Figures, compare_all
from pathways.sector_needs import needs_of
from tests.build import catalogue, qualification, requirement, sector
from tests.overlap_report import hidden
from tests.strategies import Tape

SAID = (
    "Change a fuse safely.",
    "CHANGE A FUSE, SAFELY",
    "Change fuses safely and tidily.",
    "Lead a team on a night shift.",
    "Lead a team on a day shift.",
    "Bake bread.",
)


def row(*names: str, at: str = "L2", **fields: object) -> Row:
    return Row(at, "L3", attainment=tuple(CellEntry(name, requirements=(name,), **fields) for name in names))


def said(name: str, statement: str, **fields: object):
    return replace(requirement(name, **fields), statement=statement)


def between(records: Catalogue, here: str, there: str, kind: Kind | None = Kind.ATTAINMENT) -> Overlap:
    found = compare(records, (here, there))
    return next(each for each in found if (each.from_sector, each.kind, each.level) == (here, kind, None))


def test_the_same_requirement_counts_one_and_the_same_concept_a_half():
    records = catalogue(
        sector("care", row("shared", "theirs")),
        sector("wood", row("shared", "ours", "extra")),
        requirement("shared"),
        requirement("ours", concept="leading"),
        requirement("theirs", concept="leading"),
        said("extra", "Bake bread."),
    )
    found = between(records, "care", "wood")
    assert found.matches == (Match("shared", "shared", How.SAME), Match("ours", "theirs", How.CONCEPT))
    assert (found.n, found.same, found.similar, found.new) == (3, 1, 1, ("extra",))
    assert found.share == 1.5 / 3


def test_one_requirement_covers_one_and_the_first_by_id_is_taken():
    records = catalogue(
        sector("care", row("b", "a")),
        sector("wood", row("z", "y", "x")),
        *(requirement(name, concept="leading") for name in "abxyz"),
    )
    found = between(records, "care", "wood")
    assert [(each.need, each.have) for each in found.matches] == [("x", "a"), ("y", "b")]
    assert found.new == ("z",)


def test_what_the_same_requirement_covers_is_not_used_again():
    records = catalogue(
        sector("care", row("both")),
        sector("wood", row("also", "both")),
        *(requirement(name, concept="leading") for name in ("also", "both")),
    )
    assert between(records, "care", "wood").matches == (Match("both", "both", How.SAME),)


def test_only_what_is_asked_for_counts():
    asked = Row(
        "L2",
        "L3",
        attainment=(
            CellEntry("1", requirements=("plain",), only_for=("diploma",)),
            CellEntry("2", requirements=("handy",), weight=Weight.HELPS),
            CellEntry("3", any_of=(Alternative(("either",)), Alternative(position="diploma"))),
            CellEntry("4", none_needed="Nothing.", helps=("handy",)),
            CellEntry("5", condition=Condition(ConditionKind.VACANCY, "A job is free.")),
        ),
    )
    records = catalogue(
        sector("care"), sector("wood", asked), qualification("diploma", sector="wood"),
        *(requirement(name) for name in ("plain", "handy", "either")),
    )  # fmt: skip
    assert between(records, "care", "wood").new == ("either", "plain")


def test_a_level_is_that_of_the_row_and_the_other_sector_counts_at_any():
    records = catalogue(
        sector("care", row("first", at="L4")),
        sector("wood", row("first", at="L2"), row("first", "later", at="L3")),
        requirement("first"),
        said("later", "Bake bread."),
    )
    here = [each for each in compare(records, ("care", "wood")) if each.from_sector == "care"]
    shares = {each.level: each.share for each in here if each.kind is Kind.ATTAINMENT}
    assert shares == {None: 1 / 2, "L2": 1, "L3": 1 / 2}


def test_nothing_asked_for_has_no_share():
    found = between(catalogue(sector("care"), sector("wood")), "care", "wood")
    assert (found.n, found.share, found.likely) == (0, None, None)


def test_a_sector_that_is_not_there_is_refused_with_those_like_it():
    with pytest.raises(UnknownName, match="There is no sector 'would'") as refused:
        compare(catalogue(sector("wood")), ("wood", "would"))
    assert refused.value.suggestions == ("wood",)


def test_alike_words_count_a_half_with_their_score():
    records = catalogue(
        sector("care", row("ours", "bread")),
        sector("wood", row("theirs", "shift")),
        said("ours", SAID[0]),
        said("bread", SAID[5]),
        said("theirs", SAID[1]),
        said("shift", SAID[3]),
    )
    found = between(records, "care", "wood")
    assert found.matches == (Match("theirs", "ours", How.TEXT, 1.0),)
    assert found.new == ("shift",)


def test_matters_that_editors_have_told_apart_are_never_matched_by_their_words():
    records = [
        sector("care", row("ours")), sector("wood", row("theirs")),
        said("ours", SAID[0]), said("theirs", SAID[0]),
    ]  # fmt: skip
    ours, theirs = (Concept(name, name, f"All of {name}.") for name in ("ours", "theirs"))
    assert between(catalogue(*records, ours, theirs), "care", "wood").similar == 0
    assert between(catalogue(*records, ours), "care", "wood").similar == 1


def test_what_is_held_is_never_matched_by_its_words():
    held = Holding(any_at="L2")
    records = catalogue(
        sector("care", row("ours")), sector("wood", row("theirs")),
        said("ours", SAID[0], holding=held), said("theirs", SAID[0]),
    )  # fmt: skip
    assert between(records, "care", "wood").similar == 0


def test_the_interval_is_the_bootstrap_of_the_share():
    values = np.repeat([1, 0.5, 0], [3, 4, 5])
    drawn = np.random.default_rng(1).choice(values, (200_000, 12)).mean(axis=1)
    low, high = np.quantile(drawn, [0.025, 0.975], method="inverted_cdf")
    assert likely_share(12, 3, 4) == (low, high)
    assert likely_share(9, 9, 0) == (1, 1)
    assert likely_share(9, 0, 0) == (0, 0)
    assert likely_share(0, 0, 0) is None


@st.composite
def catalogues(draw: st.DrawFn) -> Catalogue:
    """Give catalogues of three sectors whose requirements often share ids, concepts and words."""
    tape = Tape(draw(st.binary(min_size=200, max_size=200)))
    names = [f"r{number:02}" for number in range(tape.one_of(range(4, 14)))]
    requirements = [
        said(
            name,
            tape.one_of(SAID),
            kind=tape.one_of([Kind.ATTAINMENT, Kind.ATTAINMENT, Kind.AWARENESS]),
            **tape.one_of(
                [{"concept": f"c{tape.one_of(range(5))}"}] * 5 + [{"holding": Holding(any_at="L2")}]
            ),
        )
        for name in names
    ]
    rows = []
    for name in ("care", "shop", "wood"):
        cells = {
            level: tape.some_of(requirements, 6) for level in ("L1", "L2") if level == "L1" or tape.chance(2)
        }
        rows.append(sector(name, *(_row(level, asked) for level, asked in cells.items())))
    concepts = [Concept(f"c{number}", "C", "Told." if number < 2 else None) for number in range(5)]
    return catalogue(*requirements, *rows, *concepts)


def _row(level: str, asked: tuple) -> Row:
    cells = {
        kind.value: tuple(CellEntry(each.id, requirements=(each.id,)) for each in asked if each.kind is kind)
        for kind in Kind
    }
    return Row(level, f"L{int(level[1]) + 1}", **cells)


def obvious(records: Catalogue, kind: Kind, needs: tuple[str, ...], haves: tuple[str, ...]) -> list[Match]:
    """Match one to one: every two requirements are looked at, the best pair is taken, and so on."""
    likeness = Likeness.of(records, kind)
    scores = {
        (one, two): score
        for part in likeness.pairs(range(len(set(likeness.row.values()))), sorted({*likeness.row.values()}))
        for one, two, score in zip(part.left, part.right, part.score, strict=True)
    }

    def told(name: str) -> bool:
        concept = records.concept_by_id.get(records.requirement_by_id[name].concept)
        return concept is not None and concept.definition is not None

    pairs = []
    for need in needs:
        for have in haves:
            concepts = [records.requirement_by_id[name].concept for name in (need, have)]
            if need == have:
                pairs.append((0, 0, Match(need, have, How.SAME)))
            elif concepts[0] and concepts[0] == concepts[1]:
                pairs.append((1, 0, Match(need, have, How.CONCEPT)))
            elif need in likeness.row and have in likeness.row and not (told(need) and told(have)):
                score = scores.get((likeness.row[need], likeness.row[have]))
                if score is not None:
                    pairs.append((2, -score, Match(need, have, How.TEXT, round(float(score), 3))))
    taken: list[Match] = []
    for *_, match in sorted(pairs, key=lambda each: (*each[:2], each[2].need, each[2].have)):
        if not any(match.need == other.need or match.have == other.have for other in taken):
            taken.append(match)
    return taken


@settings(deadline=None, max_examples=60)
@given(catalogues())
def test_the_matches_are_those_of_an_obvious_reference_and_the_figures_count_them(records):
    for found in compare(records, ("care", "shop", "wood")):
        if found.kind:
            needs = needs_of(records, found.to_sector, found.kind, found.level)
            haves = needs_of(records, found.from_sector, found.kind)
            assert list(found.matches) == obvious(records, found.kind, needs, haves)
            assert sorted([*found.new, *(each.need for each in found.matches)]) == list(needs)
        hows = Counter(each.how for each in found.matches)
        assert found.same == hows[How.SAME]
        assert found.similar == hows[How.CONCEPT] + hows[How.TEXT]
        assert found.n == len(found.matches) + len(found.new)


@settings(deadline=None, max_examples=60)
@given(catalogues())
def test_all_kinds_are_the_kinds_added_up(records):
    cells: dict = {}
    for found in compare(records, ("care", "shop", "wood")):
        key = (found.from_sector, found.to_sector, found.level)
        cells.setdefault(key, {})[found.kind] = found
    for cell in cells.values():
        whole, parts = cell[None], [cell[kind] for kind in Kind]
        assert (whole.n, whole.same, whole.similar) == (
            sum(each.n for each in parts),
            sum(each.same for each in parts),
            sum(each.similar for each in parts),
        )
        assert whole.matches == tuple(match for each in parts for match in each.matches)


@settings(deadline=None, max_examples=60)
@given(catalogues())
def test_a_sector_asks_for_all_that_it_asks_for(records):
    for kind in Kind:
        needs = needs_of(records, "care", kind)
        matches = Matcher(records).matches(kind, needs, needs)
        assert [(each.need, each.how) for each in matches] == [(need, How.SAME) for need in needs]


def worth(matches: list[Match]) -> float:
    return sum(1 if each.how is How.SAME else 0.5 for each in matches)


@settings(deadline=None, max_examples=60)
@given(catalogues(), st.integers(0, 20))
def test_one_more_on_either_side_changes_the_share_as_it_must(records, number):
    kind = Kind.ATTAINMENT
    needs, haves = (needs_of(records, name, kind) for name in ("wood", "care"))
    every = [each.id for each in records.requirements if each.kind is kind] or ["none"]
    one = every[number % len(every)]
    matcher = Matcher(records)
    before = worth([*matcher.matches(kind, needs, haves)])
    if one in records.requirement_by_id and one not in haves:
        assert worth([*matcher.matches(kind, needs, tuple(sorted((*haves, one))))]) >= before
    if one in records.requirement_by_id and one not in needs:
        assert worth([*matcher.matches(kind, tuple(sorted((*needs, one))), haves)]) - before in (0, 0.5, 1)


@settings(deadline=None, max_examples=60)
@given(catalogues())
def test_a_concept_taken_away_leaves_words_or_nothing(records):
    needs, haves = (needs_of(records, name, Kind.ATTAINMENT) for name in ("wood", "care"))
    before = {each.need: each for each in Matcher(records).matches(Kind.ATTAINMENT, needs, haves)}
    about = Counter(records.requirement_by_id[name].concept for name in (*needs, *haves))
    for match in before.values():
        if match.how is How.CONCEPT and about[records.requirement_by_id[match.need].concept] == 2:
            without = _apart(records, {match.need, match.have})
            after = {each.need: each for each in Matcher(without).matches(Kind.ATTAINMENT, needs, haves)}
            assert match.need not in after or after[match.need].how is How.TEXT
            for need, other in before.items():
                if need != match.need and other.how is not How.TEXT:
                    assert after[need] == other


def _apart(records: Catalogue, names: set[str]) -> Catalogue:
    """Give some requirements each a concept of its own, that nobody has described."""
    groups = {
        name: getattr(records, name)
        for name in ("levels", "sectors", "qualifications", "job_roles", "steps", "concepts", "sources")
    }
    changed = [
        replace(each, concept=f"of-{each.id}") if each.id in names else each for each in records.requirements
    ]
    return Catalogue.of("test", requirements=changed, **groups)


def test_the_shipped_sectors_are_compared_in_order_and_never_by_words():
    found = compare(load_catalogue(), ("childcare", "adult-care", "electrical"))
    pairs = list(dict.fromkeys((each.from_sector, each.to_sector) for each in found))
    assert pairs[:2] == [("childcare", "adult-care"), ("childcare", "electrical")]
    assert len(pairs) == 6
    first = [each for each in found if (each.from_sector, each.to_sector) == pairs[0]]
    assert [each.kind for each in first if each.level is None] == [*Kind, None]
    assert not any(match.how is How.TEXT for each in found for match in each.matches)


@pytest.mark.parametrize("kind", [*Kind, None])
def test_childcare_is_nearer_to_adult_care_than_to_electrical_in_both_directions(kind):
    records = load_catalogue()
    for near, far in (
        (("childcare", "adult-care"), ("childcare", "electrical")),
        (("adult-care", "childcare"), ("electrical", "childcare")),
    ):
        assert between(records, *near, kind).share > between(records, *far, kind).share


def figures(records: Catalogue) -> list[tuple]:
    found = compare(records, [each.id for each in records.sectors])
    return [figures_of(each) for each in found if each.level is None]


def all_figures(records: Catalogue) -> list[tuple]:
    return [figures_of(each) for each in compare_all(records)]


def figures_of(found: Overlap | Figures) -> tuple:
    ends = (found.from_sector, found.to_sector, found.kind)
    return (*ends, found.n, found.same, found.similar, found.share, found.likely)


@settings(deadline=None, max_examples=100)
@given(catalogues(), st.sampled_from([1, 5, 1000]))
def test_all_pairs_at_once_have_the_same_figures(records, block):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(overlap_all, "BLOCK", block)
        assert all_figures(records) == figures(records)


def test_all_pairs_of_the_shipped_sectors_at_once_have_the_same_figures_with_concepts_and_without():
    for records in (load_catalogue(), hidden()):
        assert all_figures(records) == figures(records)


def test_it_is_said_how_far_all_pairs_are():
    told = []
    found = compare_all(load_catalogue(), progress=lambda done, total: told.append((done, total)))
    assert told == sorted(set(told))
    assert told[-1] == (found.n[-1].sum(), found.n[-1].sum())


def test_where_nothing_is_asked_for_all_pairs_have_no_share():
    assert [each.share for each in compare_all(catalogue(sector("care"), sector("wood")))] == [None] * 8
