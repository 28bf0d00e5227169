"""From what was typed on the command line to a catalogue, a date, a learner and a sector."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType

from graph_loader import load_catalogue, open_store
from pathways.catalogue import Catalogue
from pathways.errors import InvalidQuery, UnknownName
from pathways.learner import Learner, Status
from pathways.limits import Limits, Study, read_type
from pathways.model import ConditionKind
from pathways.places import nearest_names, read_place


def open_catalogue(data: Sequence[Path], beside: Sequence[Path], store: str | None = None) -> Catalogue:
    """Return the data of `data`, or what ships where that is empty, together with those of `beside`.

    With a store named, they are put into it and read back from it. Raises DataError and StoreUnavailable.
    """
    paths = (*data, *beside)
    with_shipped = not data and bool(beside)
    if store is None:
        return load_catalogue(paths, beside=with_shipped)
    with open_store(store, paths, beside=with_shipped) as opened:
        return opened.read()


def read_day(text: str) -> date:
    """Read a date as it is written in the data. Raises InvalidQuery."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InvalidQuery(f"'{text[:80]}' is not a date. Write it as year-month-day: 2026-11-22.") from None


def read_learner(
    have: Sequence[str], lack: Sequence[str], partly: Sequence[str], without: Iterable[ConditionKind]
) -> Learner:
    """Return a learner from ids of requirements or positions. Raises InvalidQuery where two answers clash."""
    answers: dict[str, Status] = {}
    for status, names in ((Status.MET, have), (Status.NOT_MET, lack), (Status.PARTLY, partly)):
        for name in names:
            if answers.setdefault(name, status) is not status:
                raise InvalidQuery(
                    f"'{name[:80]}' has two answers. Give it with --have, --not or --partly, once."
                )
    return Learner(MappingProxyType(answers), frozenset(without))


def read_limits(
    avoid: Iterable[str], types: Iterable[str], within: int | None, study: Study | None, catalogue: Catalogue
) -> Limits:
    """Return limits from places and types as they were typed. Raises UnknownName and InvalidQuery."""
    places = tuple(dict.fromkeys(read_place(each, catalogue) for each in avoid))
    return Limits(places, tuple(dict.fromkeys(read_type(each, catalogue) for each in types)), within, study)


def find_sector(text: str, catalogue: Catalogue) -> str:
    """Return the id of a sector from its id, title or an alias. Raises UnknownName, with the nearest."""
    names = {
        name.lower(): sector.id
        for sector in catalogue.sectors
        for name in (*sector.aliases, sector.title, sector.id)
    }
    found = names.get(text.strip().lower())
    if found:
        return found
    near = tuple(dict.fromkeys(names[each] for each in nearest_names(text.strip(), names)))
    hint = f" Did you mean {' or '.join(repr(each) for each in near)}?" if near else ""
    known = ", ".join(sector.id for sector in catalogue.sectors)
    raise UnknownName(f"There is no sector '{text[:80]}'.{hint or f' The sectors are: {known}.'}", near)
