"""Lines of spreadsheets as the documents that data files would have been, each value with its cell's place.

A line is a cell entry of its sector's matrix. A qualification is made for each level that occurs, and a step
for each row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePath

from graph_loader.refused import Mark
from graph_loader.slugs import slug, words_of
from graph_loader.spreadsheet import ANY_OF, CONDITION, NONE_NEEDED, PROGRESSION, Line
from graph_loader.spreadsheet_made import (
    POSITION,
    Known,
    Made,
    Sheet,
    id_or_slug,
    list_ways,
    locator_of,
    requirement_ids,
    says_one_requirement,
)
from graph_loader.tree import Block, Items, block_of, items_of, texts_of
from pathways.checks.ids import is_id

Rows = dict[tuple[str, str], list[Line]]
"""Lines by the levels of the row they stand in, in the order of the sheet."""


def make_roots(sheet: Sheet, known: Known) -> Iterator[Block]:
    """Yield what data files would have held: one for each sector of the sheet.

    What is made is entered in `known`, so that another sheet can name it.
    """
    made = Made(sheet, known)
    # Lines with one requirement first: theirs are its own words, where others speak of several at once.
    for line in sorted(sheet.lines, key=says_one_requirement, reverse=True):
        made.add_needs(line)
    sectors: dict[str, list[Line]] = {}
    for line in sheet.lines:
        sectors.setdefault(id_or_slug(line["sector"]), []).append(line)
    roots = [_sector_root(sector, lines, made) for sector, lines in sectors.items()]
    for section, blocks in made.sections.items():
        roots[0].put(section, (1, 1), items_of(blocks), (1, 1))
    yield from roots


def _sector_root(sector: str, lines: list[Line], made: Made) -> Block:
    at = lines[0].at("sector")
    title = next((line["sector"] for line in lines if not is_id(line["sector"])), words_of(sector))
    rows: Rows = {}
    for line in lines:
        if line.in_row:
            ends = made.known.level(line["at"]), made.known.level(line["into"])
            rows.setdefault(ends, []).append(line)
    summary = f"{title}, as the spreadsheet {PurePath(made.sheet.file).name} describes it."
    root = block_of((1, 1), schema="1")
    root.put("sector", at, block_of(at, id=sector, title=title, summary=summary), at)
    if rows:
        root.put("matrix", at, _matrix(rows, made), at)
        root.put("qualifications", at, items_of(_qualifications(sector, title, rows, made)), at)
        root.put("steps", at, items_of(_steps(sector, rows, made)), at)
    return root


def _matrix(rows: Rows, made: Made) -> Block:
    every = [line for lines in rows.values() for line in lines]
    source = Counter(made.source_of(line) for line in every).most_common(1)[0][0]
    likely = next(line for line in every if made.source_of(line) == source)
    matrix = block_of(every[0].at("sector"), **made.cited("the whole matrix", likely))
    blocks = Items(matrix.start)
    for ends, lines in rows.items():
        block = Block(lines[0].at("at"))
        for name, level in zip(("at", "into"), ends, strict=True):
            block.put(name, lines[0].at(name), level, lines[0].at(name))
        for kind in dict.fromkeys(line.kind for line in lines):
            entries = items_of(_entry(line, source, made) for line in lines if line.kind == kind)
            block.put(kind, entries.start, entries, entries.start)
        blocks.put(block, block.start)
    matrix.put("rows", matrix.start, blocks, matrix.start)
    return matrix


def _entry(line: Line, matrix_source: str, made: Made) -> Block:
    said, named = line.at("statement"), line.at("id" if line["id"] else "statement")
    statement, ids = line["statement"], requirement_ids(line)
    entry = Block(said)
    if line.entry == CONDITION:
        condition = block_of(named, kind=line["id"])
        condition.put("statement", said, statement, said)
        entry.put("condition", said, condition, said)
    elif line.entry == NONE_NEEDED:
        entry.put("none_needed", said, statement, said)
        entry.put("helps", named, texts_of(ids, named), named)
    elif line.entry == ANY_OF:
        entry.put("any_of", named, items_of(_way(words, named) for words in list_ways(line)), named)
    elif line.entry != PROGRESSION:
        entry.put("requirements", named, texts_of(ids, named), named)
    own_words = len(ids) == 1 and made.known.records["requirements"].get(ids[0]) == statement
    if line.entry not in (CONDITION, NONE_NEEDED) and (line.entry == ANY_OF or not own_words):
        entry.put("statement", said, statement, said)
    if line["weight"]:
        entry.put("weight", line.at("weight"), line["weight"].lower(), line.at("weight"))
    source = made.source_of(line)
    if source != matrix_source:
        entry.put("source", line.at("source"), source, line.at("source"))
    entry.put("locator", line.at("locator"), locator_of(line), line.at("locator"))
    return entry


def _way(words: list[str], at: Mark) -> Block:
    if len(words) == 1 and words[0].startswith(POSITION):
        return block_of(at, position=words[0].removeprefix(POSITION))
    return block_of(at, requirements=texts_of(words, at))


def _qualifications(sector: str, title: str, rows: Rows, made: Made) -> Iterator[Block]:
    levels: dict[str, Mark] = {}
    for ends, lines in rows.items():
        for level, name in zip(ends, ("at", "into"), strict=True):
            levels.setdefault(level, lines[0].at(name))
    titles = made.known.records["levels"]
    for level, at in levels.items():
        if level in titles:
            name = slug(f"{sector} {level}")
            cited = made.cited(f"line {at[0]}")
            yield block_of(at, id=name, title=f"{titles[level]} in {title}", level=level, **cited)
    yield from made.positions.get(sector, ())


def _steps(sector: str, rows: Rows, made: Made) -> Iterator[Block]:
    for ends, lines in rows.items():
        # A row that leads nowhere or down is at fault; its step goes up, or is left out, so as not to be too.
        upwards = [level for level in made.known.records["levels"] if level in ends]
        if len(upwards) == 2:
            at = lines[0].at("at")
            start, end = (slug(f"{sector} {level}") for level in upwards)
            name = slug(f"{sector} {ends[0]} to {ends[1]}")
            yield block_of(at, id=name, **{"from": start, "to": end}, **made.cited(f"line {at[0]}"))
