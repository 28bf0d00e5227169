"""Refuses what a form cannot hold, before anything is written, and says where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from graph_loader.flat import to_properties
from graph_loader.graph import list_edges, list_records
from pathways.catalogue import Catalogue
from pathways.errors import DataError
from pathways.notices import Notice, Severity, Subject

Fault = Callable[[str], str | None]
"""What is wrong with a text, as the end of a sentence that begins with its place; None if nothing is."""

LARGEST = 2**63 - 1
"""The largest number of months or hours that tools written in other languages can hold."""

_NO_TEXT = re.compile("[\ud800-\udfff]")
_NOT_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def fault_in_json(text: str) -> str | None:
    """Half of a character pair is no text, in JSON or anywhere."""
    return _found(_NO_TEXT, text, "no file of text can hold")


def fault_in_xml(text: str) -> str | None:
    """XML has no control characters, and reads a carriage return as a line feed."""
    return _found(_NOT_XML, text, "XML cannot hold")


def refuse_what_does_not_fit(catalogue: Catalogue, fault: Fault, in_list: Fault, largest: int | None) -> None:
    """Raise DataError with every value that a form cannot hold: record, field, and what is wrong.

    `in_list` is asked of the texts of a list, `fault` of all others. `largest` is None where any number goes.
    """
    notices = []
    for owner, field, value in _values(catalogue):
        for said in _faults(value, fault, in_list, largest):
            text = f"{owner}: '{field}' {said}. Mend it, or export in another form."
            notices.append(
                Notice("not-exportable", Severity.ERROR, None, text, Subject("graph", owner, (field,)))
            )
    if notices:
        raise DataError(notices)


def _faults(value: Any, fault: Fault, in_list: Fault, largest: int | None) -> Iterator[str]:
    if isinstance(value, int):
        if largest is not None and abs(value) > largest:
            yield f"is a number of {len(str(value))} digits, too many for other tools"
    elif isinstance(value, list):
        yield from filter(None, map(in_list, value))
    elif isinstance(value, str):
        yield from filter(None, [fault(value)])


def _values(catalogue: Catalogue) -> Iterator[tuple[str, str, Any]]:
    """Yield every value: whose it is, its name, itself."""
    yield "the dataset", "name", catalogue.name
    for node, _, attributes in list_records(catalogue):
        yield node, "id", node
        for name, value in to_properties(attributes).items():
            yield node, name, value
    for start, end, key, attributes in list_edges(catalogue):
        for name, value in to_properties(attributes).items():
            yield f"{key} from {start} to {end}", name, value


def _found(pattern: re.Pattern[str], text: str, said: str) -> str | None:
    found = pattern.search(text)
    return f"has the character U+{ord(found[0]):04X}, which {said}" if found else None
