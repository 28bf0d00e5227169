"""What an audit found, as lines and as JSON: figures, and each difference with where it was read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from explorer.words import count_in_words
from pathways.audit import Compared, Comparison, Verdict


def audit_lines(comparisons: Sequence[Comparison]) -> Iterator[str]:
    """Yield one line a difference, those that are not explained last, then the figures."""
    for verdict in (Verdict.EXPLAINED, Verdict.UNEXPLAINED):
        yield from (_line(each) for each in comparisons if each.verdict is verdict)
    yield audit_summary(comparisons)


def audit_summary(comparisons: Sequence[Comparison]) -> str:
    """Return the figures in a sentence."""
    counts = Counter(each.verdict for each in comparisons)
    positions = len({each.position for each in comparisons})
    return (
        f"{count_in_words(len(comparisons), 'fact')} of {count_in_words(positions, 'qualification')} "
        "compared: "
        f"{counts[Verdict.EQUAL]} equal, {counts[Verdict.EXPLAINED]} explained by a note, "
        f"{counts[Verdict.UNEXPLAINED]} unexplained."
    )


def _line(each: Comparison) -> str:
    if each.what is Compared.NUMBER:
        said = f"{each.ours} is in none of the files"
    else:
        date = f" ({each.date})" if each.date else ""
        said = f"{each.what} is {each.ours}; {each.place}{date} says {each.theirs}"
    return f"{each.position}: {said}. [{each.verdict}]" + (f" Note: {each.note}" if each.note else "")


def json_audit(comparisons: Sequence[Comparison]) -> dict[str, Any]:
    """Return the differences and the figures as a JSON object."""
    counts = Counter(each.verdict for each in comparisons)
    return {
        "differences": [
            {
                "position": each.position,
                "what": str(each.what),
                "ours": each.ours,
                "theirs": each.theirs,
                "verdict": str(each.verdict),
                "file": each.place.rpartition(":")[0] if each.place else None,
                "line": int(each.place.rpartition(":")[2]) if each.place else None,
                "date": each.date,
                "note": each.note,
            }
            for each in comparisons
            if each.verdict is not Verdict.EQUAL
        ],
        "counts": {
            "positions": len({each.position for each in comparisons}),
            "compared": len(comparisons),
            **{str(verdict): counts[verdict] for verdict in Verdict},
        },
        "summary": audit_summary(comparisons),
    }
