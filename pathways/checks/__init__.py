"""What can be wrong with the data as a whole: plain functions, each with one finding to give.

A check takes a catalogue and today's date, and yields findings whose code is its own name with hyphens.
`docs/checks.md` describes each. To add one, write a function, put it into `CHECKS`, and describe it there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from pathways.catalogue import Catalogue
from pathways.checks.ids import bad_id, shared_id
from pathways.checks.references import list_references as list_references
from pathways.checks.references import unknown_id, unused
from pathways.notices import Finding

Check = Callable[[Catalogue, date], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    bad_id,
    shared_id,
    unknown_id,
    unused,
)

ABOUT_THE_WHOLE: frozenset[str] = frozenset()
"""Codes that are only true once every part of the data could be read."""


def check_catalogue(catalogue: Catalogue, today: date) -> tuple[Finding, ...]:
    """Return every finding about a catalogue, check by check."""
    return tuple(finding for check in CHECKS for finding in check(catalogue, today))
