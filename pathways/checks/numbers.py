"""Numbers within what can be true: months, hours, ranks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pathways.catalogue import Catalogue
from pathways.checks.records import inside, list_records, list_values
from pathways.checks.wording import label, quoted
from pathways.notices import Finding, Severity

_LIMITS = {"months": (0, 600), "hours": (0, 20_000), "rank": (-1, 8)}


def number_out_of_range(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """Months, hours or a rank that cannot be."""
    for each in list_values(catalogue):
        if isinstance(each.value, int) and not isinstance(each.value, bool):
            least, most = _LIMITS[each.name]
            if not least <= each.value <= most:
                text = (
                    f"{label(each.subject)}: '{each.name}' is {each.value:,}. It must be {least} to {most:,}."
                )
                yield Finding("number-out-of-range", Severity.ERROR, each.subject, text)


def rank_taken(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """Two levels with the same rank."""
    first: dict[int, str] = {}
    for subject, level in list_records(catalogue, "levels"):
        other = first.setdefault(level.rank, level.id)
        if other != level.id:
            text = f"{label(subject)} has the rank {level.rank}, as has {quoted(other)}. Correct one."
            yield Finding("rank-taken", Severity.ERROR, inside(subject, "rank"), text)
