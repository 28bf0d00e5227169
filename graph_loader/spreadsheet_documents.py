"""Spreadsheets among the files of a dataset: turned into documents that stand beside the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph_loader.gathering import Document
from graph_loader.spreadsheet_made import Known, Sheet
from graph_loader.spreadsheet_records import make_roots
from graph_loader.tree import Block, Items

SHELF = {"sources": "sources.yaml", "concepts": "concepts.yaml"}
"""Shipped files whose records a spreadsheet may name without bringing them along."""

_CELLS = {"sources": "source", "concepts": "concept"}


def sheet_documents(
    sheets: Sequence[Sheet], documents: Sequence[Document], shelf: Sequence[Document]
) -> Iterator[Document]:
    """Yield the documents that spreadsheets amount to, and what they name of the shelf."""
    known = _known(documents)
    for document in shelf:
        root = _named_on_shelf(document, sheets, known)
        if root:
            yield Document(document.file, root)
    for sheet in sheets:
        for root in make_roots(sheet, known):
            yield Document(sheet.file, root)


def _known(documents: Sequence[Document]) -> Known:
    known = Known({"levels": {}}, {})
    for section, block in _list_blocks(documents):
        _learn(section, block, known)
    return known


def _learn(section: str, block: Block, known: Known) -> None:
    name, said = block.get("id"), block.get("statement") or block.get("title")
    if not isinstance(name, str):
        return
    known.records.setdefault(section, {})[name] = said if isinstance(said, str) else ""
    if section == "levels":
        aliases = block.get("aliases")
        names = [name, said, block.get("rank"), *(aliases if isinstance(aliases, Items) else ())]
        known.levels.update({each.lower(): name for each in names if isinstance(each, str)})


def _list_blocks(documents: Sequence[Document]) -> Iterator[tuple[str, Block]]:
    for document in documents:
        for section, entries in document.root.items():
            if isinstance(entries, Items):
                yield from ((section, block) for block in entries if isinstance(block, Block))


def _named_on_shelf(document: Document, sheets: Sequence[Sheet], known: Known) -> Block | None:
    root = Block((1, 1))
    root.put("schema", (1, 1), "1", (1, 1))
    for section, column in _CELLS.items():
        cells = {line[column].lower() for sheet in sheets for line in sheet.lines}
        named = cells | {word for cell in cells for word in cell.split()}
        blocks = [block for found, block in _list_blocks([document]) if found == section]
        wanted = _with_wider(blocks, named)
        kept = Items((1, 1))
        for block in blocks:
            name = str(block.get("id"))
            if name in wanted and not known.has(section, name):
                kept.put(block, block.start)
                _learn(section, block, known)
        if kept:
            root.put(section, (1, 1), kept, (1, 1))
    return root if len(root) > 1 else None


def _with_wider(blocks: Sequence[Block], named: set[str]) -> set[str]:
    """Return the ids of the records named by id or title, and of the wider concepts they are within."""
    wider = {str(block.get("id")): block.get("broader") for block in blocks}
    wanted: set[str] = set()
    for block in blocks:
        name: object = block.get("id")
        if not named.isdisjoint((str(name), str(block.get("title")).lower())):
            while isinstance(name, str) and name in wider and name not in wanted:
                wanted.add(name)
                name = wider[name]
    return wanted
