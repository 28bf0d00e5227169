"""A move to another sector, drawn: its levels as a ladder, and one level with all that it asks for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from urllib.parse import urlencode

from explorer.address import Address, to_params
from explorer.drawings.chips import chip, short_name
from explorer.drawings.html import Html, join, tag
from explorer.drawings.tones import tone_of
from explorer.transfers import Outlook, next_above, outlook_of
from explorer.words import (
    CONDITION_WORDS,
    KIND_WORDS,
    condition_sentence,
    level_name,
    place_name,
    position_in_full,
    position_name,
    sentence,
    source_sentence,
    waivers_sentences,
)
from explorer.words.transfer_answers import re_entry_sentence
from explorer.words.transfer_needs import bridge_sentences, need_sentence, need_statement
from explorer.words.transfers import (
    ROLE_WORDS,
    capital,
    openings_title,
    otherwise_sentences,
    possibilities,
    reason_sentence,
    start_sentence,
    verdict_words,
)
from pathways.catalogue import Catalogue
from pathways.model import Kind
from pathways.places import Place
from pathways.transfer_results import Entry, Need, Role, Transfer

MARKS = {
    Outlook.START: "✓",
    Outlook.CATCH_UP: "+",
    Outlook.UNKNOWN: "?",
    Outlook.TOO_HIGH: "↑",
    Outlook.NOT_YET: "✕",
    Outlook.CLOSED: "–",
}
"""The sign of what a level comes to, beside its words."""

AIM = "The level to aim for"


def levels_ladder(transfer: Transfer, looked_at: str, catalogue: Catalogue) -> Html:
    """Return the levels of a sector, the highest at the top, each with its verdict and the reason for it."""
    rungs = (_rung(transfer, entry, looked_at, catalogue) for entry in reversed(transfer.levels))
    return tag("ol", *rungs, class_=f"pe-climb pe-tone-{tone_of(transfer.to, catalogue)}")


def verdict(transfer: Transfer, entry: Entry, catalogue: Catalogue) -> Html:
    """Return what a level comes to: a sign to see, and words."""
    outlook = outlook_of(transfer, entry, catalogue)
    return outlook_mark(outlook, verdict_words(transfer, entry, catalogue))


def outlook_mark(outlook: Outlook, words: str) -> Html:
    """Return the sign of what a level comes to, with its words: colour and sign say nothing alone."""
    mark = tag("span", MARKS[outlook], class_="pe-verdict-mark", aria_hidden="true")
    return tag("span", mark, words, class_=f"pe-verdict pe-is-{outlook}")


def level_detail(transfer: Transfer, entry: Entry, catalogue: Catalogue) -> Html:
    """Return one level with all that it asks for, how to get it, and what would open the next one."""
    aimed = entry.level == transfer.re_entry
    above = next_above(transfer)
    return tag(
        "section",
        tag("h2", f"{capital(level_name(entry.level, catalogue))} in detail"),
        tag("p", verdict(transfer, entry, catalogue)),
        _paragraph(
            re_entry_sentence(transfer, catalogue) if aimed else reason_sentence(transfer, entry, catalogue)
        ),
        *(_paragraph(each, "pe-note") for each in _for_whom(transfer, entry, catalogue)),
        _asked(entry, catalogue),
        None if aimed else _possible(entry, catalogue),
        _catching_up(entry, catalogue),
        _possible(above, catalogue) if aimed and above else None,
        _list("What you are let off", waivers_sentences(entry.waives, catalogue)),
        _conditions(entry),
        _openings(transfer, entry, catalogue),
        _way(entry, catalogue),
        class_="pe-move-level",
    )


def route_link(start: Place, goal: Place, words: str) -> Html:
    """Return a link to Find a route with both ends filled in."""
    address = Address(start=(start,), goal=(goal,))
    return tag("a", words, href=f"./?{urlencode(to_params(address), safe=':,')}")


def _rung(transfer: Transfer, entry: Entry, looked_at: str, catalogue: Catalogue) -> Html:
    aimed = entry.level == transfer.re_entry
    named = f"pe-is-{outlook_of(transfer, entry, catalogue)}" + (" pe-aimed" if aimed else "")
    return tag(
        "li",
        tag(
            "div",
            tag("h3", capital(level_name(entry.level, catalogue))),
            tag("span", AIM, class_="pe-aim") if aimed else None,
            class_="pe-climb-head",
        ),
        tag("p", verdict(transfer, entry, catalogue)),
        tag("p", reason_sentence(transfer, entry, catalogue), class_="pe-climb-why"),
        class_=named,
        aria_current="true" if entry.level == looked_at else None,
    )


def _for_whom(transfer: Transfer, entry: Entry, catalogue: Catalogue) -> Iterable[str]:
    said = [start_sentence(transfer, entry, catalogue), *otherwise_sentences(entry, catalogue)]
    told = " ".join(each for each in said if each)
    return [told] if told else []


def _asked(entry: Entry, catalogue: Catalogue) -> Html:
    """Return the lists of what the level asks for: what is in the way first, since all turns on it."""
    order = (Role.BLOCKING, Role.HELD, Role.SIMILAR, Role.MISSING_SECTOR, Role.MISSING_GENERAL)
    drawn = [_role(role, entry, catalogue) for role in order]
    if not entry.needs:
        return tag("p", "Nothing is on record that it asks for.", class_="pe-note")
    return tag("div", *drawn, class_="pe-move-lists")


def _role(role: Role, entry: Entry, catalogue: Catalogue) -> Html | None:
    needs = entry.of_role(role)
    if not needs:
        return None
    groups: list[Html] = []
    names = Counter(_name(need, catalogue) for need in needs)
    for kind in Kind:
        chips = [
            _chip(need, names[_name(need, catalogue)] == 1, entry, catalogue)
            for need in needs
            if need.kind is kind
        ]
        if chips:
            groups += [tag("h4", KIND_WORDS[kind]), tag("div", *chips, class_="pe-chips")]
    heading = tag("h3", ROLE_WORDS[role], tag("span", f" ({len(needs)})", class_="pe-term"))
    return tag("div", heading, *groups, class_=f"pe-move-list pe-role-{role}")


def _chip(need: Need, short: bool, entry: Entry, catalogue: Catalogue) -> Html:
    """Return one need, closed to its name, open to what it is, how it stands and how to get it."""
    requirement = None if need.is_position else catalogue.requirement_by_id[need.id]
    name = _name(need, catalogue) if short else need_statement(need, catalogue).rstrip(".")
    said = (
        tag("p", need_sentence(need, entry, catalogue)),
        tag("p", tag("b", "Ask yourself: "), requirement.question) if requirement else None,
        _listed(_bridging(need, entry, catalogue)),
    )
    return chip(name, need.status, said, " pe-blocks" if need.role is Role.BLOCKING else "")


def _name(need: Need, catalogue: Catalogue) -> str:
    """Return the short name of a need. One that others share tells nobody which is which."""
    if need.is_position:
        return position_name(need.id, catalogue)
    return short_name(catalogue.requirement_by_id[need.id], catalogue)


def _bridging(need: Need, entry: Entry, catalogue: Catalogue) -> tuple[str, ...]:
    of_need = (each for each in entry.bridges if (each.need, each.is_position) == (need.id, need.is_position))
    return tuple(said for bridge in of_need for said in bridge_sentences(bridge, catalogue))


def _catching_up(entry: Entry, catalogue: Catalogue) -> Html | None:
    """Return how to get what has to be had; what there is to want and to know is told where it is listed."""
    gaps = (Role.SIMILAR, Role.MISSING_GENERAL, Role.MISSING_SECTOR)
    needs = [need for need in entry.of_role(*gaps) if need.kind is Kind.ATTAINMENT]
    told = [(need, said) for need in needs if (said := _bridging(need, entry, catalogue))]
    if not told:
        return None
    items = (
        tag("li", tag("b", need_statement(need, catalogue)), tag("ul", *(tag("li", each) for each in said)))
        for need, said in told
    )
    return join(tag("h3", "How to catch up"), tag("ul", *items, class_="pe-move-bridges"))


def _possible(entry: Entry, catalogue: Catalogue) -> Html | None:
    title = f"What would make {level_name(entry.level, catalogue)} possible"
    return _list(title, possibilities(entry, catalogue))


def _conditions(entry: Entry) -> Html | None:
    items = [
        tag("li", tag("b", sentence(CONDITION_WORDS[each.kind]), " "), condition_sentence(each))
        for each in entry.conditions
    ]
    return join(tag("h3", "What has to be in place"), tag("ul", *items)) if items else None


def _openings(transfer: Transfer, entry: Entry, catalogue: Catalogue) -> Html | None:
    if not entry.openings:
        return None
    level = Place(sector=transfer.to, level=entry.level)
    here, there = place_name(transfer.place, catalogue), place_name(level, catalogue)
    items = (
        tag("li", route_link(transfer.place, Place(position=each), position_in_full(each, catalogue)))
        for each in entry.openings
    )
    return join(
        tag("h3", openings_title(transfer, entry, catalogue)),
        tag("p", route_link(transfer.place, level, f"Find a route from {here} to {there}")),
        tag(
            "details",
            tag("summary", f"All {len(entry.openings)}, each with its routes"),
            tag("ul", *items),
            class_="pe-more",
        )
        if len(entry.openings) > 1
        else tag("ul", *items),
    )


def _way(entry: Entry, catalogue: Catalogue) -> Html | None:
    if entry.way is None:
        return None
    cited = source_sentence(catalogue.step_by_id[entry.way].citation, catalogue)
    return tag("p", f"This way in is on record. {cited}", class_="pe-source")


def _list(title: str, said: Sequence[str]) -> Html | None:
    return join(tag("h3", title), _listed(said)) if said else None


def _listed(said: Sequence[str]) -> Html | None:
    return tag("ul", *(tag("li", each) for each in said)) if said else None


def _paragraph(text: str, named: str | None = None) -> Html:
    return tag("p", text, class_=named)
