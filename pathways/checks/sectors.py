"""Sectors and positions: that each has something to show, and a name of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pathways.catalogue import Catalogue
from pathways.checks.records import inside, list_records
from pathways.checks.wording import label, quoted
from pathways.notices import Finding, Severity

_SOC = re.compile(r"[0-9]{4}(/[0-9]{2})?")


def empty_sector(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """A sector without a qualification or job role, so that nothing can start or end there."""
    held = {position.sector for position in catalogue.position_by_id.values()}
    for subject, sector in list_records(catalogue, "sectors"):
        if sector.id not in held:
            text = f"{label(subject)} has no qualification and no job role. Add one."
            yield Finding("empty-sector", Severity.INFO, subject, text)


def no_matrix(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """A sector without a matrix row, so that its steps carry no requirements of their level."""
    for subject, sector in list_records(catalogue, "sectors"):
        if sector.matrix is None or not sector.matrix.rows:
            text = f"{label(subject)} has no matrix. Add one."
            yield Finding("no-matrix", Severity.INFO, subject, text)


def repeated_title(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """Two positions with one title at one level of one sector, which nobody can tell apart."""
    first: dict[tuple[str, str, str], str] = {}
    for subject, position in list_records(catalogue, "qualifications", "job_roles"):
        title = " ".join(position.title.casefold().split())
        other = first.setdefault((title, position.level, position.sector), position.id)
        if title and other != position.id:
            text = f"{label(subject)} has the title and level of {quoted(other)}. Tell them apart."
            yield Finding("repeated-title", Severity.WARNING, inside(subject, "title"), text)


def alias_taken(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """A name of a level or sector that another has as well, so that a question cannot tell which is meant."""
    first: dict[tuple[str, str], str] = {}
    for subject, record in list_records(catalogue, "levels", "sectors"):
        for index, alias in enumerate(record.aliases):
            name = " ".join(alias.casefold().split())
            other = first.setdefault((subject.kind, name), record.id)
            if other != record.id:
                text = f"{label(subject)} has the alias {quoted(alias)}, as has {quoted(other)}. "
                text += "Leave it to one of them."
                yield Finding("alias-taken", Severity.WARNING, inside(subject, "aliases", index), text)


def soc_form(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """A SOC 2020 code that is not four digits."""
    for subject, role in list_records(catalogue, "job_roles"):
        if role.soc2020 is not None and not _SOC.fullmatch(role.soc2020):
            text = f"{label(subject)}: 'soc2020' is {quoted(role.soc2020)}, which is not four digits."
            yield Finding("soc-form", Severity.WARNING, inside(subject, "soc2020"), text)


def own_successor(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """A qualification that is said to replace itself."""
    for subject, qualification in list_records(catalogue, "qualifications"):
        if qualification.successor == qualification.id:
            text = f"{label(subject)} is its own successor. Name the qualification that replaced it."
            yield Finding("own-successor", Severity.ERROR, inside(subject, "successor"), text)
