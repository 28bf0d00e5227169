"""Facts are drawn from the data that ship for people to look up: the same ones for the same seed."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

from graph_loader import shipped_data
from pathways.model import Evidence
from scripts.drawn_facts import KINDS, Fact, draw, list_checkable, main, read_placed

ROOT = Path(__file__).parent.parent


@cache
def facts() -> tuple[Fact, ...]:
    return tuple(list_checkable(read_placed()))


def test_equal_seeds_draw_equal_facts_and_another_seed_draws_others():
    first, again, other = (draw(facts(), seed, 20) for seed in (1, 1, 2))
    assert len(first) == 20
    assert first == again
    assert first != other


def test_the_order_in_which_the_files_are_read_changes_nothing():
    assert draw(facts()[::-1], 3, 20) == draw(facts(), 3, 20)


def test_every_kind_of_fact_can_be_drawn_and_each_sector_has_its_turn():
    drawn = draw(facts(), 7, 240)
    assert {fact.kind for fact in drawn} == set(KINDS)
    turns = Counter(fact.sector for fact in drawn)
    assert len(turns) == 10
    assert max(turns.values()) == min(turns.values())


def test_no_fact_is_drawn_twice_and_all_of_them_where_more_are_asked_for():
    few = facts()[:50]
    assert Counter(draw(few, 1, 1000)) == Counter(few)


def test_what_rests_on_our_judgement_alone_is_not_drawn():
    kinds = {fact.kind for fact in facts() if fact.citation.evidence is Evidence.EDITORIAL}
    assert kinds == {"salary", "SOC 2020"}


def test_each_fact_stands_where_it_says():
    lines = {
        path: (ROOT / path).read_text("utf-8").splitlines() for path in {_file(fact) for fact in facts()}
    }
    salaries = [fact for fact in facts() if fact.kind == "salary"]
    assert salaries
    for fact in salaries:
        assert "salary:" in lines[_file(fact)][int(fact.place.rpartition(":")[2]) - 1]


def test_a_person_is_told_what_is_claimed_and_where_to_look(capsys):
    main(["--seed", "5", "--count", "10"])
    told = capsys.readouterr().out
    assert len(re.findall(r"^\d+\. ", told, re.MULTILINE)) == 10
    for word in ("says", "source", "where", "url", "evidence", "note", "file"):
        assert len(re.findall(rf"^    {word}: \S", told, re.MULTILINE)) == 10
    assert str(shipped_data()) not in told, "no path of this machine is told"


def _file(fact: Fact) -> str:
    return fact.place.rpartition(":")[0]
