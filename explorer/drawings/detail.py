"""One station in detail: what it is, who awards it or what it pays, what stands behind it, where it leads."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from explorer.drawings.html import Html, join, tag
from explorer.drawings.tones import tone_of
from explorer.words import (
    EVIDENCE_WORDS,
    count_in_words,
    day_in_words,
    level_name,
    list_in_words,
    months_in_words,
    position_name,
    sentence,
    source_sentence,
)
from explorer.words.pay import pay_in_words
from pathways.catalogue import Catalogue, position_type
from pathways.model import JobRole, Qualification

MOST_NAMED = 8


def detail(position_id: str, leads_to: Sequence[str], catalogue: Catalogue) -> Html:
    """Return what there is to know about a position."""
    position = catalogue.position_by_id[position_id]
    tone = tone_of(position.sector, catalogue)
    return tag(
        "section",
        tag("h3", position.title),
        tag("p", position.summary) if position.summary else None,
        facts(position, catalogue),
        tag("p", _leads(leads_to, catalogue)),
        tag("p", source_sentence(position.citation, catalogue), class_="pe-source"),
        class_=f"pe-detail pe-tone-{tone}",
        aria_label=f"About {position.title}",
    )


def facts(position: Qualification | JobRole, catalogue: Catalogue) -> Html:
    """Return what is known of a position, each fact with its name; what is not known is left out."""
    return tag("dl", *(_fact(name, text) for name, text in _facts(position, catalogue) if text))


def _facts(position: Qualification | JobRole, catalogue: Catalogue) -> tuple[tuple[str, str | None], ...]:
    common = (
        ("What it is", sentence(position_type(position).replace("-", " ")).rstrip(".")),
        ("Level", sentence(level_name(position.level, catalogue)).rstrip(".")),
        ("Sector", catalogue.sector_by_id[position.sector].title),
    )
    known = ("Known from", sentence(EVIDENCE_WORDS[position.citation.evidence]).rstrip("."))
    if isinstance(position, JobRole):
        pay = pay_in_words(position.id, catalogue) if position.salary else None
        return (*common, ("Pay", pay), ("Job code (SOC 2020)", position.soc2020), known)
    return (
        *common,
        ("How long", months_in_words(position.months) if position.months else None),
        ("Taught hours", str(position.hours) if position.hours else None),
        ("Awarded by", position.awarding_body),
        ("Reference", position.reference),
        ("First starts", _day(position.opens)),
        ("Last starts", _day(position.last_start)),
        ("Last certificates", _day(position.last_certification)),
        known,
    )


def _day(day: date | None) -> str | None:
    return day_in_words(day) if day else None


def _fact(name: str, text: str | None) -> Html:
    return tag("div", join(tag("dt", name), tag("dd", text)))


def _leads(leads_to: Sequence[str], catalogue: Catalogue) -> str:
    if not leads_to:
        return "No further step from here is on record."
    names = [position_name(each, catalogue) for each in leads_to[:MOST_NAMED]]
    if len(leads_to) > MOST_NAMED:
        names.append(count_in_words(len(leads_to) - MOST_NAMED, "more place"))
    return f"From here you can go on to {list_in_words(names, 'or')}."
