"""Two routes side by side, as a table with a column for each; what both ask for stands below it."""

from __future__ import annotations

from collections.abc import Sequence

from explorer.asks import Asked
from explorer.comparing import Comparison, count_evidence, list_conditions
from explorer.drawings.cards import KIND_VERBS, gain_by_kind
from explorer.drawings.chips import status_mark
from explorer.drawings.html import Html, join, tag
from explorer.drawings.tables import Cell, table
from explorer.words import (
    CONDITION_WORDS,
    EVIDENCE_WORDS,
    KIND_WORDS,
    STATUS_WORDS,
    clause,
    condition_sentence,
    count_in_words,
    gain_clause,
    half_units_in_words,
    holes_sentence,
    position_name,
    sentence,
    start_sentence,
)
from explorer.words.comparing import comparison_sentences, time_told
from explorer.words.pay import pay_at_the_end
from pathways.catalogue import Catalogue
from pathways.model import Evidence, Kind
from pathways.results import Route


def side_by_side(
    comparison: Comparison,
    headings: tuple[str, str],
    word: str,
    catalogue: Catalogue,
    *,
    opened: bool = False,
) -> Html:
    """Return two routes side by side. `headings` are what tells them apart, `word` what routes are called.

    `opened` shows what both ask for at once, as print needs it.
    """
    short = [f"{_capital(word)} {number}" for number in comparison.numbers]
    names = [f"{name}: {heading}" for name, heading in zip(short, headings, strict=True)]
    told = comparison_sentences(comparison, word, catalogue)
    rows = _rows(comparison, word, catalogue)
    return tag(
        "section",
        tag("h2", "Side by side"),
        tag("p", " ".join(told), class_="pe-differs", role="status"),
        table(" and ".join(names), ("What is compared", *names), rows, "pe-beside", ("", *short)),
        _both(comparison, catalogue, opened),
        class_="pe-compare",
    )


def _rows(comparison: Comparison, word: str, catalogue: Catalogue) -> list[tuple[Cell, ...]]:
    one, other = comparison.first, comparison.second
    routes = (one, other)
    rows: list[tuple[Cell, ...]] = [
        ("Start", *(start_sentence(route, catalogue) for route in routes)),
        ("Way", *(_way(route, catalogue) for route in routes)),
        ("Time", *(_capital(time_told(route, catalogue)) for route in routes)),
        ("Steps", *(str(route.figures.steps) for route in routes)),
        ("New to gain", *(_gain(route) for route in routes)),
        (
            f"Only this {word} asks for",
            *(_asked(asked, catalogue) for _, asked in comparison.sides),
        ),
        ("What has to be in place", *(_conditions(route) for route in routes)),
        ("Pay where it ends", *(_capital(pay_at_the_end(route, catalogue)) for route in routes)),
        ("What it rests on", *(_evidence(route, catalogue) for route in routes)),
    ]
    open_ends = [holes_sentence(route, catalogue) for route in routes]
    if any(open_ends):
        rows.insert(5, ("Take care", *(each or "–" for each in open_ends)))
    return rows


def _way(route: Route, catalogue: Catalogue) -> Html:
    return tag("ol", *(tag("li", position_name(each, catalogue)) for each in route.positions[1:]))


def _gain(route: Route) -> Html:
    kinds = ", ".join(
        f"{half_units_in_words(gain)} {KIND_VERBS[kind]}" for kind, gain in gain_by_kind(route).items()
    )
    return join(_capital(gain_clause(route.figures)), tag("small", kinds) if kinds else None)


def _asked(asked: Sequence[Asked], catalogue: Catalogue) -> Html:
    """Return what is asked for by kind, each with its mark: already so, partly, or still to gain."""
    if not asked:
        return join("Nothing that the other does not ask for.")
    parts: list[Html] = []
    for kind in Kind:
        items = [tag("li", *_thing(each, catalogue)) for each in asked if each.kind is kind]
        if items:
            parts += [tag("p", KIND_WORDS[kind], class_="pe-kind"), tag("ul", *items, class_="pe-marked")]
    return join(*parts)


def _both(comparison: Comparison, catalogue: Catalogue, opened: bool) -> Html | None:
    if not comparison.both:
        return None
    items = []
    for first, second in comparison.both:
        same = first.status is second.status
        differs = None if same else tag("small", _differs(first, second, comparison.numbers))
        items.append(tag("li", *_thing(first, catalogue), differs))
    heading = f"What both ask for ({count_in_words(len(items), 'thing')})"
    listed = tag("ul", *items, class_="pe-marked pe-many")
    return tag("details", tag("summary", heading), listed, class_="pe-more", open=opened)


def _differs(first: Asked, second: Asked, numbers: tuple[int, int]) -> str:
    """Return how far something is there on each route, where that is not the same."""
    said = (
        f"on {number} {STATUS_WORDS[each.status]}"
        for number, each in zip(numbers, (first, second), strict=True)
    )
    return f" ({', '.join(said)})"


def _thing(asked: Asked, catalogue: Catalogue) -> tuple[Html | str, ...]:
    if asked.is_position:
        return status_mark(asked.status), tag("span", position_name(asked.id, catalogue))
    statement = catalogue.requirement_by_id[asked.id].statement
    return status_mark(asked.status), tag("span", clause(statement))


def _conditions(route: Route) -> Html | str:
    found = list_conditions(route)
    if not found:
        return "Nothing is on record."
    items = (
        tag("li", tag("b", sentence(CONDITION_WORDS[each.kind]), " "), condition_sentence(each))
        for each in found
    )
    return tag("ul", *items)


def _evidence(route: Route, catalogue: Catalogue) -> Html:
    counts = count_evidence(route, catalogue)
    items = (
        tag("li", f"{_capital(EVIDENCE_WORDS[each])}: {count_in_words(counts[each], 'fact')}.")
        for each in Evidence
        if counts[each]
    )
    return tag("ul", *items)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
