"""Lines of spreadsheets into the documents that data files would have held, each value with its cell's place.

What the lines leave out is made here: ids and concepts from the statements, a qualification for each level, a
step for each row, a source for each spreadsheet. What the rest of the data define already is left to them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePath
from typing import Any

from graph_loader.refused import Mark
from graph_loader.slugs import slug, words_of
from graph_loader.spreadsheet import ANY_OF, CONDITION, NONE_NEEDED, PROGRESSION, Line
from graph_loader.tree import Block, Items
from pathways.checks.ids import is_id
from pathways.model import ANYWHERE, Evidence

POSITION = "position:"
"""What a position is written with among the alternatives of an any_of."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One spreadsheet: its name as messages show it, the day it was saved, and its lines."""

    file: str
    saved_on: date
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What the rest of the data say: statements, titles or nothing by section and id, and levels by name."""

    records: dict[str, dict[str, str]]
    levels: dict[str, str]

    def has(self, section: str, name: str) -> bool:
        """Say whether a record is defined already."""
        return name in self.records.get(section, ())


@dataclass(slots=True)
class _Made:
    """What is made from one sheet: records by section and id, and positions that only alternatives name."""

    sheet: Sheet
    sections: dict[str, dict[str, Block]] = field(default_factory=dict)
    positions: dict[str, list[Block]] = field(default_factory=dict)

    def add(self, section: str, block: Block) -> None:
        self.sections.setdefault(section, {}).setdefault(block["id"], block)

    @property
    def source(self) -> str:
        """The id of the spreadsheet as a source."""
        return slug(PurePath(self.sheet.file).name)


def make_roots(sheet: Sheet, known: Known) -> Iterator[Block]:
    """Yield what data files would have held: one for each sector of the sheet.

    What is made is entered in `known`, so that another sheet can name it.
    """
    made = _Made(sheet)
    sectors: dict[str, list[Line]] = {}
    for line in sheet.lines:
        sectors.setdefault(_id_or_slug(line["sector"]), []).append(line)
    # Lines with one requirement first: theirs are its own words, where others speak of several at once.
    for line in sorted(sheet.lines, key=lambda each: len(_named_requirements(each)) != 1):
        _make_requirements(line, made, known)
    for number, (sector, lines) in enumerate(sectors.items()):
        root = _sector_root(sector, lines, made, known)
        if number == 0:
            for section, blocks in made.sections.items():
                root.put(section, (1, 1), _items(blocks.values()), (1, 1))
        yield root


def _sector_root(sector: str, lines: list[Line], made: _Made, known: Known) -> Block:
    first = lines[0]
    at = first.at("sector")
    title = next((line["sector"] for line in lines if not is_id(line["sector"])), words_of(sector))
    rows: dict[tuple[str, str], list[Line]] = {}
    for line in lines:
        if line.in_row:
            rows.setdefault((_level(line["at"], known), _level(line["into"], known)), []).append(line)
    root = _block((1, 1), schema="1")
    summary = f"{title}, as the spreadsheet {PurePath(first.file).name} describes it."
    root.put("sector", at, _block(at, id=sector, title=title, summary=summary), at)
    if rows:
        root.put("matrix", at, _matrix(rows, made, known), at)
        root.put("qualifications", at, _items(_qualifications(sector, title, rows, made, known)), at)
        root.put("steps", at, _items(_steps(sector, rows, made, known)), at)
    return root


def _matrix(rows: dict[tuple[str, str], list[Line]], made: _Made, known: Known) -> Block:
    every = [line for lines in rows.values() for line in lines]
    source = Counter(_source(line, made, known) for line in every).most_common(1)[0][0]
    matrix = _block(every[0].at("sector"), **_cited(source, "the whole matrix", made))
    blocks = Items(matrix.start)
    for (at, into), lines in rows.items():
        block = _block(lines[0].at("at"))
        block.put("at", lines[0].at("at"), at, lines[0].at("at"))
        block.put("into", lines[0].at("into"), into, lines[0].at("into"))
        for kind in dict.fromkeys(line.kind for line in lines):
            entries = [_entry(line, source, made, known) for line in lines if line.kind == kind]
            block.put(kind, lines[0].at("kind"), _items(entries), lines[0].at("kind"))
        blocks.put(block, block.start)
    matrix.put("rows", matrix.start, blocks, matrix.start)
    return matrix


def _entry(line: Line, matrix_source: str, made: _Made, known: Known) -> Block:
    said, named = line.at("statement"), line.at("id" if line["id"] else "statement")
    entry = _block(said)
    if line.entry == PROGRESSION:
        entry.put("statement", said, line["statement"], said)
    elif line.entry == CONDITION:
        condition = _block(said)
        condition.put("kind", named, line["id"], named)
        condition.put("statement", said, line["statement"], said)
        entry.put("condition", said, condition, said)
    elif line.entry == NONE_NEEDED:
        entry.put("none_needed", said, line["statement"], said)
        if line["id"]:
            entry.put("helps", named, _texts(line["id"].split(), named), named)
    elif line.entry == ANY_OF:
        entry.put("any_of", named, _items(_way(each.split(), named) for each in _ways(line)), named)
        entry.put("statement", said, line["statement"], said)
    else:
        ids = _named_requirements(line) or [_made_id(line)]
        entry.put("requirements", named, _texts(ids, named), named)
        if len(ids) > 1 or known.records["requirements"].get(ids[0]) != line["statement"]:
            entry.put("statement", said, line["statement"], said)
    if line["weight"]:
        entry.put("weight", line.at("weight"), line["weight"].lower(), line.at("weight"))
    source = _source(line, made, known)
    if source != matrix_source:
        entry.put("source", line.at("source"), source, line.at("source"))
    entry.put("locator", line.at("locator"), _locator(line), line.at("locator"))
    return entry


def _ways(line: Line) -> list[str]:
    """Return the alternatives of an any_of. Without a bar between them, each id is one."""
    return line["id"].split("|") if "|" in line["id"] else line["id"].split()


def _way(words: list[str], at: Mark) -> Block:
    way = _block(at)
    if len(words) == 1 and words[0].startswith(POSITION):
        way.put("position", at, words[0].removeprefix(POSITION), at)
    else:
        way.put("requirements", at, _texts(words, at), at)
    return way


def _named_requirements(line: Line) -> list[str]:
    """Return the requirement ids that a line names."""
    if line.entry in (CONDITION, PROGRESSION):
        return []
    words = line["id"].replace("|", " ").split()
    return [word for word in words if not (line.entry == ANY_OF and word.startswith(POSITION))]


def _made_id(line: Line) -> str:
    return slug(f"{_id_or_slug(line['sector'])} {line.kind} {line['statement']}")


def _make_requirements(line: Line, made: _Made, known: Known) -> None:
    if line.entry in (CONDITION, PROGRESSION):
        return
    ids = _named_requirements(line)
    if not ids and line.entry not in (ANY_OF, NONE_NEEDED):
        ids = [_made_id(line)]
    for index, name in enumerate(ids):
        if known.has("requirements", name):
            continue
        known.records.setdefault("requirements", {})[name] = line["statement"]
        made.add("requirements", _requirement(name, index, len(ids), line, made, known))
    if line.entry == ANY_OF:
        for word in line["id"].replace("|", " ").split():
            if word.startswith(POSITION):
                _make_position(word.removeprefix(POSITION), line, made, known)


def _requirement(name: str, index: int, count: int, line: Line, made: _Made, known: Known) -> Block:
    said = line.at("statement")
    block = _block(said, kind=line.kind, question=f"Is this true of you? {line['statement']}")
    named = line.at("id" if line["id"] else "statement")
    block.put("id", named, name, named)
    block.put("statement", said, line["statement"], said)
    concept = _one_of("concept", index, count, line)
    title = concept or (line["statement"] if count == 1 else words_of(name))
    concept_id = _id_or_slug(title) if concept or count == 1 else name
    block.put("concept", line.at("concept"), concept_id, line.at("concept") if concept else said)
    if not known.has("concepts", concept_id):
        known.records.setdefault("concepts", {})[concept_id] = title
        made.add("concepts", _block(said, id=concept_id, title=words_of(title) if is_id(title) else title))
    scope = _one_of("scope", index, count, line) or line["sector"]
    scope = ANYWHERE if scope.lower() == ANYWHERE else _id_or_slug(scope)
    block.put("scope", line.at("scope"), scope, line.at("scope"))
    for name_, value in _cited(_source(line, made, known), _locator(line), made).items():
        where = line.at("source" if name_ == "source" else "locator")
        block.put(name_, where, value, where)
    return block


def _one_of(column: str, index: int, count: int, line: Line) -> str:
    """Return what a cell says for one of several requirements; nothing where it says "-" or nothing."""
    words = line[column].split()
    said = words[index] if count > 1 and len(words) == count else line[column]
    return "" if said == "-" else said


def _source(line: Line, made: _Made, known: Known) -> str:
    """Return the id of a line's source, which is made where nothing defines it."""
    said = line["source"]
    titles = {title.lower(): name for name, title in known.records.get("sources", {}).items()}
    source = titles.get(said.lower()) or (_id_or_slug(said) if said else made.source)
    if not known.has("sources", source):
        title = said or f"Spreadsheet {PurePath(line.file).name}"
        known.records.setdefault("sources", {})[source] = title
        saved = made.sheet.saved_on.isoformat()
        block = _block(line.at("source"), id=source, title=title, publisher="Not stated", date="not stated")
        block.put("checked_on", line.at("source"), saved, line.at("source"))
        made.add("sources", block)
    return source


def _cited(source: str, locator: str, made: _Made) -> dict[str, str]:
    if source != made.source:
        return {"source": source, "locator": locator, "evidence": Evidence.PUBLISHED.value}
    note = "The spreadsheet names no source for this."
    return {"source": source, "locator": locator, "evidence": Evidence.EDITORIAL.value, "note": note}


def _locator(line: Line) -> str:
    return line["locator"] or f"line {line.number}"


def _qualifications(
    sector: str, title: str, rows: dict[tuple[str, str], list[Line]], made: _Made, known: Known
) -> Iterator[Block]:
    levels = {
        level: lines[0].at(end)
        for ends, lines in rows.items()
        for level, end in zip(ends, ("at", "into"), strict=True)
    }
    for level, at in levels.items():
        name = _position_id(sector, level)
        if level in known.records["levels"] and not known.has("qualifications", name):
            cited = _cited(made.source, f"line {at[0]}", made)
            level_title = known.records["levels"][level]
            yield _block(at, id=name, title=f"{level_title} in {title}", level=level, **cited)
    yield from made.positions.get(sector, ())


def _make_position(name: str, line: Line, made: _Made, known: Known) -> None:
    """Make the position that only an alternative names: something one can hold at the row's level."""
    if any(known.has(section, name) for section in ("qualifications", "job_roles")):
        return
    known.records.setdefault("qualifications", {})[name] = name
    at = line.at("id")
    cited = _cited(made.source, f"line {line.number}", made)
    block = _block(at, id=name, title=words_of(name), level=_level(line["at"], known), **cited)
    made.positions.setdefault(_id_or_slug(line["sector"]), []).append(block)


def _steps(
    sector: str, rows: dict[tuple[str, str], list[Line]], made: _Made, known: Known
) -> Iterator[Block]:
    for (start, end), lines in rows.items():
        at = lines[0].at("at")
        # A row that leads nowhere or down is at fault; its step goes up, or is left out, so as not to be too.
        upwards = [level for level in known.records["levels"] if level in (start, end)]
        if len(upwards) == 2:
            ends = {"from": _position_id(sector, upwards[0]), "to": _position_id(sector, upwards[1])}
            name = slug(f"{sector} {start} to {end}")
            yield _block(at, id=name, **ends, **_cited(made.source, f"line {at[0]}", made))


def _position_id(sector: str, level: str) -> str:
    return slug(f"{sector} {level}")


def _level(text: str, known: Known) -> str:
    return known.levels.get(text.lower(), text)


def _id_or_slug(text: str) -> str:
    return text if is_id(text) else slug(text)


def _block(start: Mark, **fields: Any) -> Block:
    block = Block(start)
    for name, value in fields.items():
        block.put(name, start, value, start)
    return block


def _items(blocks: Iterable[Block]) -> Items:
    every = list(blocks)
    items = Items(every[0].start if every else (1, 1))
    for block in every:
        items.put(block, block.start)
    return items


def _texts(texts: Iterable[str], at: Mark) -> Items:
    items = Items(at)
    for text in texts:
        items.put(text, at)
    return items
