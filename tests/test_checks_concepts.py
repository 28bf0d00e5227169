"""Circles of wider concepts, and which addresses are those of an ESCO skill."""

from __future__ import annotations

from datetime import date

import pytest

from pathways.checks import concepts
from pathways.model import Concept
from tests.build import catalogue

TODAY = date(2026, 11, 22)
SKILL = "http://data.europa.eu/esco/skill/339ac029-066a-4985-9f9d-b3d7c8fea0bb"


def circles(*pairs: tuple[str, str | None]) -> list[tuple[str, str]]:
    whole = catalogue(*(Concept(name, name.title(), broader=wider) for name, wider in pairs))
    return [(each.subject.id, each.message) for each in concepts.broader_cycle(whole, TODAY)]


def test_a_chain_of_wider_concepts_is_no_circle() -> None:
    assert circles(("a", "b"), ("b", "c"), ("c", None)) == []


def test_a_circle_is_told_once_and_named_from_its_first_concept() -> None:
    ((where, message),) = circles(("c", "a"), ("a", "b"), ("b", "c"))
    assert where == "a"
    assert "'a' is within 'b' is within 'c' is within 'a'" in message


def test_a_concept_that_is_wider_than_itself_is_a_circle() -> None:
    assert [where for where, _ in circles(("a", "a"))] == ["a"]


def test_what_leads_into_a_circle_without_lying_on_it_is_not_blamed() -> None:
    assert [where for where, _ in circles(("a", "b"), ("b", "c"), ("c", "b"))] == ["b"]


def test_two_circles_are_two_findings() -> None:
    found = circles(("a", "b"), ("b", "a"), ("c", "d"), ("d", "c"))
    assert [where for where, _ in found] == ["a", "c"]


def test_a_wider_concept_that_is_not_there_is_left_to_the_check_of_ids() -> None:
    assert circles(("a", "nowhere")) == []


@pytest.mark.parametrize(
    "link",
    [
        SKILL.replace("http:", "https:"),
        SKILL.replace("/skill/", "/occupation/"),
        SKILL.upper(),
        SKILL[:-1],
        SKILL + "\n",
        SKILL + "#this",
        "http://data.europa.eu/esco/skill/S1.2.3",
        "",
    ],
)
def test_what_is_not_the_address_of_an_esco_skill_is_an_error_at_its_place(link: str) -> None:
    whole = catalogue(Concept("a", "A", esco=(SKILL, link)))
    (found,) = concepts.esco_form(whole, TODAY)
    assert found.subject.field == ("esco", 1)
