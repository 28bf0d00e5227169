"""Concepts: that what is wider leads somewhere, and that links to ESCO are links to its skills."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pathways.catalogue import Catalogue
from pathways.checks.records import inside, list_records
from pathways.checks.wording import label, quoted
from pathways.model import Concept
from pathways.notices import Finding, Severity

_ESCO = re.compile(
    r"http://data\.europa\.eu/esco/skill/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
)


def broader_cycle(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """A concept that is, by way of `broader`, wider than itself."""
    told: set[str] = set()
    for subject, concept in list_records(catalogue, "concepts"):
        cycle = _cycle_through(concept, catalogue)
        if cycle and told.isdisjoint(cycle):
            told.update(cycle)
            way = " is within ".join(quoted(each) for each in (*cycle, cycle[0]))
            text = f"{label(subject)} is wider than itself: {way}. Leave out one 'broader'."
            yield Finding("broader-cycle", Severity.ERROR, inside(subject, "broader"), text)


def _cycle_through(concept: Concept, catalogue: Catalogue) -> list[str]:
    """Return the circle that a concept lies on, from itself on; nothing where it lies on none."""
    way = [concept.id]
    wider = concept.broader
    while wider in catalogue.concept_by_id and wider not in way:
        way.append(wider)
        wider = catalogue.concept_by_id[wider].broader
    return way if wider == concept.id else []


def esco_form(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """A link to ESCO that is not the address of one of its skills."""
    for subject, concept in list_records(catalogue, "concepts"):
        for index, link in enumerate(concept.esco):
            if not _ESCO.fullmatch(link):
                text = (
                    f"{label(subject)}: 'esco' has {quoted(link)}, which is not the address of an "
                    "ESCO skill. "
                )
                text += "Write http://data.europa.eu/esco/skill/ and the skill's number, in small letters."
                yield Finding("esco-form", Severity.ERROR, inside(subject, "esco", index), text)
