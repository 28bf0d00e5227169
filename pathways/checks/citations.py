"""What stands behind a fact: said fully, and never more than there is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pathways.catalogue import Catalogue
from pathways.checks.records import inside, list_all_parts, list_records
from pathways.checks.wording import label, quoted
from pathways.model import Citation, Evidence
from pathways.notices import Finding, Severity

_URL = re.compile(r"https?://[^\s/?#.]+(\.[^\s/?#.]+)+([/?#]\S*)?", re.IGNORECASE)


def editorial_without_note(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """A judgement of ours that does not say why."""
    for subject, part in list_all_parts(catalogue):
        if isinstance(part, Citation) and part.evidence is Evidence.EDITORIAL and not part.note:
            text = (
                f"{label(subject)} is editorial but has no note. Say in 'note' what the judgement rests on."
            )
            yield Finding("editorial-without-note", Severity.ERROR, inside(subject, "evidence"), text)


def inferred_in_data(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """Evidence "inferred" in a file: only the software infers."""
    for subject, part in list_all_parts(catalogue):
        if isinstance(part, Citation) and part.evidence is Evidence.INFERRED:
            text = f"{label(subject)}: 'evidence' is inferred, which only the software may say. "
            text += "Write editorial, with a note."
            yield Finding("inferred-in-data", Severity.ERROR, inside(subject, "evidence"), text)


def bad_link(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """The address of a source that no browser could open."""
    for subject, source in list_records(catalogue, "sources"):
        if source.url is not None and not _URL.fullmatch(source.url):
            text = f"{label(subject)}: 'url' is {quoted(source.url)}, which is not a web address. "
            text += "Begin it with https://."
            yield Finding("bad-link", Severity.ERROR, inside(subject, "url"), text)
