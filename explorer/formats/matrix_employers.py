"""A sector for its employers in words, and as an outline: jobs, what they ask for, what can be done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from explorer.formats.outline_steps import Block, Bullet, Heading, Paragraph
from explorer.words import (
    CONDITION_WORDS,
    KIND_WORDS,
    clause,
    condition_sentence,
    in_a_sentence,
    level_name,
    list_in_words,
    position_name,
    sector_name,
    sentence,
    source_sentence,
    start_name,
)
from pathways.catalogue import Catalogue
from pathways.matrix_roles import OF_EMPLOYERS, Asked, AskedOf, Deed, EmployerView, build_employer_view
from pathways.model import Citation, ConditionKind, Evidence, JobRole, Kind
from pathways.requirements import Choice, Group

BY_LAW = "by law or rule"
NOT_ALWAYS = "on some ways in"

MOST_NAMED = 8
"""How many places that people come from are named."""

MOST_LED_TO = 3
"""How many outcomes of what an employer can do are named."""

NOBODY = "No open way into this job is on record."
ASKS_NOTHING = "What this job asks for is not on record, which does not mean that it asks for nothing."
MARKS_SAID = (
    "The sentences speak to the person who takes the job. "
    f"What is marked “{BY_LAW}” is asked for by the law or a regulator. What is marked “{NOT_ALWAYS}” is not "
    "asked of everybody: it depends on where a person comes from."
)


def employer_outline(sector: str, catalogue: Catalogue, as_of: date) -> tuple[Block, ...]:
    """Return what employers of a sector want to see as blocks."""
    return tuple(_blocks(build_employer_view(sector, catalogue, as_of), catalogue))


def heading_words(view: EmployerView, catalogue: Catalogue) -> str:
    """Return what the page is called."""
    return f"For employers in {sector_name(view.sector, catalogue)}"


def role_words(role: AskedOf, catalogue: Catalogue) -> str:
    """Return what a job is, in a line: its level and its pay."""
    position = catalogue.position_by_id[role.role]
    pay = f". Pay: {clause(position.salary)}" if isinstance(position, JobRole) and position.salary else ""
    own = position.citation.evidence is Evidence.EDITORIAL
    level = sentence(level_name(position.level, catalogue)).rstrip(".")
    return f"{level}{' (the level is our judgement)' if own else ''}{pay}."


def come_from_words(role: AskedOf, catalogue: Catalogue) -> str:
    """Return where people come from who take a job."""
    if not role.come_from:
        return NOBODY
    names = [start_name(each, catalogue) for each in role.come_from[:MOST_NAMED]]
    if len(role.come_from) > MOST_NAMED:
        names.append(f"{len(role.come_from) - MOST_NAMED} more")
    return f"People come from {list_in_words(names, 'or')}."


def asked_marks(asked: Asked, catalogue: Catalogue) -> tuple[str, ...]:
    """Return what is remarkable about something a job asks for."""
    regulated = catalogue.requirement_by_id[asked.requirement].regulated
    return (*((BY_LAW,) if regulated else ()), *(() if asked.always else (NOT_ALWAYS,)))


def list_asked(role: AskedOf, kind: Kind, catalogue: Catalogue) -> list[tuple[str, tuple[str, ...]]]:
    """Return what a job asks for of one kind, as sentences with their marks."""
    found = [each for each in role.asked if catalogue.requirement_by_id[each.requirement].kind is kind]
    said = [
        (sentence(catalogue.requirement_by_id[each.requirement].statement), asked_marks(each, catalogue))
        for each in found
    ]
    if kind is Kind.ATTAINMENT:
        said += [
            (_choice_words(each.group, catalogue), () if each.always else (NOT_ALWAYS,))
            for each in role.choices
        ]
    return said


def deed_words(deed: Deed, catalogue: Catalogue) -> str:
    """Return something an employer can do and what it leads to."""
    done = sentence(catalogue.activity_by_id[deed.activity].statement)
    names = [f"“{clause(catalogue.requirement_by_id[each].statement)}”" for each in deed.requirements]
    if len(names) > MOST_LED_TO:
        names = [*names[:MOST_LED_TO], f"{len(names) - MOST_LED_TO} more"]
    return f"{done} It leads to {list_in_words(names)}." if names else done


def list_conditions(view: EmployerView, kind: ConditionKind, catalogue: Catalogue) -> list[str]:
    """Return the conditions of one kind as sentences, then what it helps people to know about them."""
    found = [each for each in view.conditions if each.kind is kind]
    known = dict.fromkeys(each.awareness for each in found if each.awareness in catalogue.requirement_by_id)
    said = [clause(catalogue.requirement_by_id[each].statement) for each in known if each]
    return [*map(condition_sentence, found), *(f"It helps if people can say: “{each}”." for each in said)]


def cited_words(citation: Citation, catalogue: Catalogue) -> str:
    """Return where something about a sector is known from."""
    return source_sentence(citation, catalogue)


def _choice_words(group: Group, catalogue: Catalogue) -> str:
    return f"Any one of these: {'; or '.join(_way_words(choice, catalogue) for choice in group)}."


def _way_words(choice: Choice, catalogue: Catalogue) -> str:
    if choice.position:
        return position_name(choice.position, catalogue)
    statements = (catalogue.requirement_by_id[each].statement for each in choice.requirements)
    return " and ".join(in_a_sentence(clause(each)) for each in statements)


def _blocks(view: EmployerView, catalogue: Catalogue) -> Iterator[Block]:
    yield Heading(1, heading_words(view, catalogue))
    yield Paragraph(MARKS_SAID if view.roles else "No job in this sector is on record.")
    for role in view.roles:
        yield Heading(2, position_name(role.role, catalogue))
        yield Paragraph(f"{role_words(role, catalogue)} {come_from_words(role, catalogue)}")
        if role.come_from and not role.known:
            yield Paragraph(ASKS_NOTHING)
        for kind in Kind:
            told = list_asked(role, kind, catalogue)
            yield from _list(f"{KIND_WORDS[kind]}:", [_marked(text, marks) for text, marks in told])
    for title, lines in sections(view, catalogue):
        yield Heading(2, title)
        yield from (Bullet(line) for line in lines)


def sections(view: EmployerView, catalogue: Catalogue) -> Iterator[tuple[str, list[str]]]:
    """Yield what follows the jobs: a title and its lines, where there are any."""
    if view.deeds:
        yield "What you can do as an employer", [deed_words(each, catalogue) for each in view.deeds]
    for kind in OF_EMPLOYERS:
        lines = list_conditions(view, kind, catalogue)
        if lines:
            yield f"What depends on you: {CONDITION_WORDS[kind]}", lines
    if view.barriers:
        yield (
            "What gets in people's way, and a way round",
            [
                f"{sentence(each.statement)} A way round: {sentence(each.way_round)} "
                f"{cited_words(each.citation, catalogue)}"
                for each in view.barriers
            ],
        )


def _marked(text: str, marks: Sequence[str]) -> str:
    return f"{text} ({', '.join(marks)})" if marks else text


def _list(title: str, items: Sequence[str]) -> Iterator[Block]:
    if items:
        yield Paragraph(title)
    yield from (Bullet(each) for each in items)
