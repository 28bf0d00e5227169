"""What the lines of a spreadsheet name or leave out, made once each: requirements, concepts and sources.

What the rest of the data define already is left to them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePath

from graph_loader.slugs import slug, words_of
from graph_loader.spreadsheet import ANY_OF, CONDITION, NONE_NEEDED, PROGRESSION, REQUIREMENT, Line
from graph_loader.tree import Block, block_of
from pathways.checks.ids import is_id
from pathways.checks.texts import LIMITS
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
    """What the data say so far: statements or titles by section and id, and level ids by every name."""

    records: dict[str, dict[str, str]]
    levels: dict[str, str]

    def has(self, section: str, name: str) -> bool:
        """Say whether a record is defined already."""
        return name in self.records.get(section, ())

    def level(self, text: str) -> str:
        """Return the id of a level from its id, rank, title or alias; the text itself for none of them."""
        return self.levels.get(text.lower(), text)


@dataclass(slots=True)
class Made:
    """The records made from one sheet, by section. Positions that only alternatives name are by sector."""

    sheet: Sheet
    known: Known
    sections: dict[str, list[Block]] = field(default_factory=dict)
    positions: dict[str, list[Block]] = field(default_factory=dict)

    def add(self, section: str, block: Block) -> None:
        """Add a record, unless one with its id is defined already."""
        name = block["id"]
        if not self.known.has(section, name):
            self.known.records.setdefault(section, {})[name] = block.get("statement") or block["title"]
            self.sections.setdefault(section, []).append(block)

    def own_source(self) -> str:
        """Return the id of the spreadsheet as a source."""
        title = PurePath(self.sheet.file).name
        return self._source(slug(title), f"Spreadsheet {title}", self.sheet.lines[0])

    def source_of(self, line: Line) -> str:
        """Return the id of a line's source: the one it names, else the spreadsheet."""
        said = line["source"]
        if not said:
            return self.own_source()
        titles = {title.lower(): name for name, title in self.known.records.get("sources", {}).items()}
        return titles.get(said.lower()) or self._source(id_or_slug(said), said, line)

    def _source(self, name: str, title: str, line: Line) -> str:
        saved = self.sheet.saved_on.isoformat()
        made = {"publisher": "Not stated", "date": "not stated", "checked_on": saved}
        self.add("sources", block_of(line.at("source"), id=name, title=title, **made))
        return name

    def cited(self, locator: str, line: Line | None = None) -> dict[str, str]:
        """Return the fields of a citation of a line's source, or of the spreadsheet itself."""
        source = self.source_of(line) if line else self.own_source()
        if source != self.own_source():
            return {"source": source, "locator": locator, "evidence": Evidence.PUBLISHED.value}
        return {"source": source, "locator": locator, "evidence": Evidence.PROVIDER.value}

    def add_needs(self, line: Line) -> None:
        """Add the requirements that a line names or says, with their concepts, and the positions it names."""
        ids = requirement_ids(line)
        for index, name in enumerate(ids):
            if not self.known.has("requirements", name):
                self._add_requirement(name, index, len(ids), line)
        for name in _named_positions(line):
            if not any(self.known.has(section, name) for section in ("qualifications", "job_roles")):
                self.known.records.setdefault("qualifications", {})[name] = name
                level, cited = self.known.level(line["at"]), self.cited(f"line {line.number}")
                block = block_of(line.at("id"), id=name, title=words_of(name), level=level, **cited)
                self.positions.setdefault(id_or_slug(line["sector"]), []).append(block)

    def _add_requirement(self, name: str, index: int, count: int, line: Line) -> None:
        said, named = line.at("statement"), line.at("id" if line["id"] else "statement")
        statement = line["statement"]
        block = block_of(
            said, kind=line.kind, statement=statement, question=f"Is this true of you? {statement}"
        )
        block.put("id", named, name, named)
        concept = _one_of("concept", index, count, line)
        title = concept or (statement if count == 1 else words_of(name))
        concept_id = id_or_slug(title) if concept or count == 1 else name
        if not concept and len(title) > LIMITS["title"]:  # nobody wrote it to be a title
            title = f"{title[: LIMITS['title'] - 3].rstrip()}..."
        block.put("concept", line.at("concept"), concept_id, line.at("concept") if concept else said)
        self.add("concepts", block_of(said, id=concept_id, title=words_of(title) if is_id(title) else title))
        scope = _one_of("scope", index, count, line) or line["sector"]
        scope = ANYWHERE if scope.lower() == ANYWHERE else id_or_slug(scope)
        block.put("scope", line.at("scope"), scope, line.at("scope" if line["scope"] else "sector"))
        for part, value in self.cited(locator_of(line), line).items():
            where = line.at("source" if part == "source" else "locator")
            block.put(part, where, value, where)
        self.add("requirements", block)


def locator_of(line: Line) -> str:
    """Return where a line stands in its source; in the spreadsheet where it does not say."""
    return line["locator"] or f"line {line.number}"


def requirement_ids(line: Line) -> list[str]:
    """Return the ids of the requirements that a line names; of the one it says, where it names none."""
    if line.entry in (CONDITION, PROGRESSION):
        return []
    words = line["id"].replace("|", " ").split() if line.entry == ANY_OF else line["id"].split()
    named = [word for word in words if not (line.entry == ANY_OF and word.startswith(POSITION))]
    if named or line.entry in (ANY_OF, NONE_NEEDED):
        return named
    return [slug(f"{id_or_slug(line['sector'])} {line.kind} {line['statement']}")]


def says_one_requirement(line: Line) -> bool:
    """Say whether a line speaks of one requirement only, so that its words are the requirement's own."""
    return line.entry == REQUIREMENT and len(requirement_ids(line)) == 1


def list_ways(line: Line) -> list[list[str]]:
    """Return the alternatives of an any_of as words. Without a bar between them, each id is one."""
    ways = line["id"].split("|") if "|" in line["id"] else line["id"].split()
    return [way.split() for way in ways]


def id_or_slug(text: str) -> str:
    """Return an id as it is, and other text as an id."""
    return text if is_id(text) else slug(text)


def _named_positions(line: Line) -> Iterator[str]:
    for way in list_ways(line) if line.entry == ANY_OF else ():
        for word in way:
            if word.startswith(POSITION):
                yield word.removeprefix(POSITION)


def _one_of(column: str, index: int, count: int, line: Line) -> str:
    """Return what a cell says for one of several requirements; nothing where it says "-" or nothing."""
    words = line[column].split()
    said = words[index] if count > 1 and len(words) == count else line[column]
    return "" if said == "-" else said
