"""The ladder of a sector in words, and as an outline to print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from explorer.formats.outline_steps import Block, Bullet, Heading, Paragraph
from explorer.words import (
    count_in_words,
    day_in_words,
    level_name,
    list_in_words,
    months_in_words,
    position_name,
    published_in_words,
    sector_name,
    sentence,
    start_name,
)
from pathways.catalogue import Catalogue
from pathways.matrix_ladder import MOST_A_LEVEL, Rung, SectorLadder, Stop, build_ladder
from pathways.model import JobRole

START = "Start here"

STAYING = "Many stay here, and that is a good answer."

MOST_NAMED = 6
"""How many positions that are left out are named."""

MOST_OUT = 2
"""How many places in each other sector are named."""


def ladder_outline(sector: str, catalogue: Catalogue, as_of: date) -> tuple[Block, ...]:
    """Return the ladder of a sector as blocks, its highest rung first."""
    return tuple(_blocks(build_ladder(sector, catalogue, as_of), catalogue, as_of))


def heading_words(ladder: SectorLadder, catalogue: Catalogue) -> str:
    """Return what the page is called."""
    return f"The ladder of {sector_name(ladder.sector, catalogue)}"


def level_words(rung: Rung, catalogue: Catalogue) -> str:
    """Return the name of a rung."""
    return sentence(level_name(rung.level, catalogue)).rstrip(".")


def way_words(stop: Stop, catalogue: Catalogue) -> str:
    """Return the main way to a position and how long it takes: "About 18 months, from Electrician."."""
    if stop.way is None:
        return "No open way in is on record."
    start = start_name(stop.way.step.from_id, catalogue)
    months = stop.way.months
    if months is None:
        return f"From {start}. How long it takes is not known."
    if months == 0 and isinstance(catalogue.position_by_id[stop.position], JobRole):
        return f"From {start}, when you get the job."
    return f"{sentence(months_in_words(months)).rstrip('.')}, from {start}."


def begin_words(ladder: SectorLadder, catalogue: Catalogue) -> str:
    """Return where a person without qualifications can begin."""
    if not ladder.starts:
        return "No step on record leads straight into this sector from no qualifications."
    names = [position_name(each, catalogue) for each in ladder.starts]
    return f"Without qualifications you can begin with {_names(names, 'or')}."


def leads_out_words(ladder: SectorLadder, catalogue: Catalogue) -> tuple[str, ...]:
    """Return where the sector leads out, a sentence for each other sector."""
    if not ladder.leads_out:
        return ("No step on record leads out of this sector.",)
    said = []
    for out in ladder.leads_out:
        names = [position_name(each, catalogue) for each in out.positions[:MOST_OUT]]
        if len(out.positions) > MOST_OUT:
            names.append(count_in_words(len(out.positions) - MOST_OUT, "more place"))
        levels = list_in_words([level_name(each, catalogue) for each in out.levels], "or")
        there = sector_name(out.sector, catalogue)
        said.append(f"Into {there}, from {levels}: {list_in_words(names, 'or')}.")
    return tuple(said)


def left_out_words(ladder: SectorLadder, catalogue: Catalogue) -> tuple[str, ...]:
    """Return what the ladder leaves out, by name."""
    said = []
    for why, positions in (
        ("Takes nobody new any more, or not yet", ladder.closed),
        ("Has fewer steps on record than what is shown", ladder.fewer),
    ):
        if positions:
            named = _names([position_name(each, catalogue) for each in positions], "and")
            said.append(f"{why}: {named}.")
    return tuple(said) or ("Nothing: every qualification and job on record is shown.",)


def rule_words(as_of_words: str) -> str:
    """Return by what rule the ladder was drawn."""
    return (
        f"As of {as_of_words}. Each level shows at most {MOST_A_LEVEL} courses and {MOST_A_LEVEL} jobs: "
        "those that most open steps lead to or from. Below each stands its main way in: from the nearest "
        "level below on this ladder, the shortest that is known. There are more ways than these. "
        "None of them promises a place or a job."
    )


def sources_words(ladder: SectorLadder, catalogue: Catalogue) -> str:
    """Return the sources behind what is shown, by title, publisher and date."""
    ids: dict[str, None] = {}
    for rung in ladder.rungs:
        for stop in (*rung.qualifications, *rung.roles):
            ids[catalogue.position_by_id[stop.position].citation.source] = None
            if stop.way:
                ids[stop.way.step.citation.source] = None
    found = [catalogue.source_by_id[each] for each in ids]
    named = (f"{each.title} ({each.publisher}, {published_in_words(each.date)})" for each in found)
    return f"Sources: {'; '.join(named)}."


def _blocks(ladder: SectorLadder, catalogue: Catalogue, as_of: date) -> Iterator[Block]:
    yield Heading(1, heading_words(ladder, catalogue))
    for rung in ladder.rungs:
        yield Heading(2, level_words(rung, catalogue))
        if rung.staying:
            yield Paragraph(STAYING)
        yield from _stops("Courses and qualifications:", rung.qualifications, catalogue)
        yield from _stops("Jobs:", rung.roles, catalogue)
    yield Heading(2, START)
    yield Paragraph(begin_words(ladder, catalogue))
    yield Heading(2, "Where it leads out of the sector")
    for line in leads_out_words(ladder, catalogue):
        yield Paragraph(line)
    yield Heading(2, "What is left out")
    for line in left_out_words(ladder, catalogue):
        yield Paragraph(line)
    yield Paragraph(rule_words(day_in_words(as_of)))
    yield Paragraph(sources_words(ladder, catalogue))


def _stops(title: str, stops: Sequence[Stop], catalogue: Catalogue) -> Iterator[Block]:
    if stops:
        yield Paragraph(title)
    for stop in stops:
        yield Bullet(f"{sentence(position_name(stop.position, catalogue))} {way_words(stop, catalogue)}")


def _names(names: Sequence[str], last: str) -> str:
    shown = list(names[:MOST_NAMED])
    if len(names) > MOST_NAMED:
        shown.append(f"{len(names) - MOST_NAMED} more")
    return list_in_words(shown, last)
