"""What a dataset covers, as a page of Markdown: counts by sector, level, kind and evidence, and what to mind.

The page is of the day somebody last looked at a source, so that it changes with the data and not with the
calendar.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from explorer.formats.plain import markdown
from explorer.health import SourceHealth, count_evidence, list_facts, list_sources
from explorer.words import count_in_words
from pathways.catalogue import Catalogue
from pathways.checks import CHECKS, check_catalogue
from pathways.model import ANYWHERE, Kind, Sector
from pathways.notices import Finding, Notice, Severity

REASONS = {
    "source-stale": "Nobody has found the time yet; `pathways check --stale` says since when.",
    "near-copy": "They are about two things that have to be said in nearly the same words.",
    "long-statement": "It says one thing that cannot be said in fewer words.",
    "step-asks-nothing": "What the step asks for is not on record, and it is shown as not known.",
    "unpaired-condition": "What there is to know of the condition is said by the condition itself.",
    "repeated-title": "The titles are those of the registers, which use one twice.",
    "alias-taken": "People do call both so; the question box asks which is meant.",
    "scope-elsewhere": "The sectors share the requirement in practice; its scope is still to be widened.",
    "unreached-role": "No document says how people get there; it stands as a place to leave from.",
    "unused": "What is listed is kept ready: it was read and checked, and no record rests on it yet.",
    "unreached-qualification": "Older awards that nobody can start now; people who hold one start from it.",
    "unreachable": "Only people who already hold something older, or who come from elsewhere, are there.",
    "dead-end": "No document says where it leads.",
    "ends-without-staying": "No document says where it leads, or why people stay.",
    "no-matrix": "What its steps ask for stands in the steps.",
    "empty-sector": "The sector has been named, and its places are still to come.",
}
"""Why a warning or note may stand, by its code. What is listed without a reason here should be mended."""

_ORDER = tuple(Severity)


def coverage(catalogue: Catalogue, notices: Sequence[Notice]) -> str:
    """Return the page. `notices` are those on the files; what the checks find is found anew for the day."""
    day = max((source.checked_on for source in catalogue.sources), default=date.min)
    parts = [
        "# What the data cover",
        (
            f"Written by `pathways check --coverage > docs/coverage.md`, as of {day}, the day "
            "somebody last compared facts with a source. Change the data, not this page."
        ),
        *_totals(catalogue),
        *_levels(catalogue),
        *_kinds(catalogue),
        *_evidence(catalogue),
        *_sources(catalogue, day),
        *_findings(catalogue, notices, day),
    ]
    return "\n\n".join(parts) + "\n"


def facts_without_source(catalogue: Catalogue) -> int:
    """Return how many facts name no source that there is."""
    return sum(fact.source not in catalogue.source_by_id for fact in list_facts(catalogue))


def _totals(catalogue: Catalogue) -> Iterator[str]:
    used = {each.concept for each in catalogue.requirements if each.concept}
    facts = list(list_facts(catalogue))
    yield "## In all"
    yield _table(
        ("what", "count"),
        [
            ("sectors", len(catalogue.sectors)),
            ("qualifications", len(catalogue.qualifications)),
            ("job roles", len(catalogue.job_roles)),
            ("steps", len(catalogue.steps)),
            ("requirements", len(catalogue.requirements)),
            ("concepts that requirements are about", len(used)),
            ("concepts defined", sum(bool(each.definition) for each in catalogue.concepts)),
            ("concepts linked to ESCO", sum(bool(each.esco) for each in catalogue.concepts)),
            ("activities", len(catalogue.activities)),
            ("sources", len(catalogue.sources)),
            ("facts", len(facts)),
            ("facts without a source", facts_without_source(catalogue)),
        ],
    )


def _levels(catalogue: Catalogue) -> Iterator[str]:
    levels = [level.id for level in catalogue.levels]
    counts = Counter((each.sector, each.level) for each in catalogue.position_by_id.values())
    rows = [
        (sector.title, *(counts[sector.id, level] or "" for level in levels), _counted(counts, sector.id))
        for sector in catalogue.sectors
    ]
    yield "## Qualifications and job roles by level"
    yield _table(("sector", *levels, "in all"), rows)


def _counted(counts: Counter[tuple[str, str]], sector: str) -> int:
    return sum(count for (of, _), count in counts.items() if of == sector)


def _kinds(catalogue: Catalogue) -> Iterator[str]:
    yield "## By kind"
    yield (
        "Steps stand in the sector they lead into. Requirements are counted where they count; rows "
        "are the matrix's."
    )
    rows = []
    for sector in catalogue.sectors:
        own = _of(sector, catalogue)
        matrix = " ".join(f"{row.at}→{row.into}" for row in sector.matrix.rows) if sector.matrix else ""
        counts = (len(own.qualifications), len(own.job_roles), len(own.steps))
        rows.append((sector.title, *counts, *_by_kind(own), matrix))
    everywhere = [each for each in catalogue.requirements if each.scope == ANYWHERE]
    rows.append(("in every sector", "", "", "", *_by_kind(_only(catalogue, requirements=everywhere)), ""))
    yield _table(
        ("sector", "qualifications", "job roles", "steps", *(kind.value for kind in Kind), "rows"), rows
    )


def _by_kind(catalogue: Catalogue) -> list[int]:
    counts = Counter(each.kind for each in catalogue.requirements)
    return [counts[kind] for kind in Kind]


def _evidence(catalogue: Catalogue) -> Iterator[str]:
    everywhere = _only(
        catalogue,
        requirements=[each for each in catalogue.requirements if each.scope == ANYWHERE],
        activities=catalogue.activities,
    )
    groups = [(sector.title, _of(sector, catalogue)) for sector in catalogue.sectors]
    rows = []
    for title, own in (*groups, ("in every sector, and activities", everywhere)):
        rows.append((title, *(count or "" for count in count_evidence(own).values())))
    yield "## Facts by evidence"
    yield "A matrix entry that names a source of its own has no class, and is not counted here."
    yield _table(("sector", *count_evidence(catalogue)), rows)


def _of(sector: Sector, catalogue: Catalogue) -> Catalogue:
    """Return what of a catalogue belongs to one sector."""
    places = catalogue.position_by_id
    return _only(
        catalogue,
        sectors=[sector],
        qualifications=[each for each in catalogue.qualifications if each.sector == sector.id],
        job_roles=[each for each in catalogue.job_roles if each.sector == sector.id],
        steps=[each for each in catalogue.steps if places[each.to_id].sector == sector.id],
        requirements=[each for each in catalogue.requirements if each.scope == sector.id],
    )


def _only(catalogue: Catalogue, **kept: Iterable[object]) -> Catalogue:
    return Catalogue.of(catalogue.name, **{name: tuple(records) for name, records in kept.items()})


def _sources(catalogue: Catalogue, day: date) -> Iterator[str]:
    every = list_sources(catalogue, day)
    old = [each for each in every if each.old]
    undated = [each for each in every if each.old is None]
    yield "## Sources older than two years"
    yield (
        f"{count_in_words(len(old), 'source')} of {len(every)}, by the date of publication. An older "
        "source may say what still holds; `pathways check --stale` says when to look again."
    )
    yield _source_table(sorted(old, key=lambda each: (each.source.date, each.source.id)))
    yield "## Sources without a date"
    yield (
        f"{count_in_words(len(undated), 'source')} of {len(every)} bear no date; what they said was "
        "read on the day given."
    )
    yield _source_table(undated)


def _source_table(sources: Sequence[SourceHealth]) -> str:
    return _table(
        ("source", "publisher", "date", "checked on", "facts"),
        [
            (
                each.source.title,
                each.source.publisher,
                each.source.date,
                str(each.source.checked_on),
                each.cited,
            )
            for each in sources
        ],
    )


def _findings(catalogue: Catalogue, notices: Sequence[Notice], day: date) -> Iterator[str]:
    codes = {check.__name__.replace("_", "-") for check in CHECKS}
    found: list[Finding | Notice] = [each for each in notices if each.code not in codes]
    found.extend(check_catalogue(catalogue, day))
    by_code: dict[str, list[Finding | Notice]] = {}
    for each in sorted(found, key=lambda each: (_ORDER.index(each.severity), each.code, each.message)):
        by_code.setdefault(each.code, []).append(each)
    yield "## What the check still says, and why it may stand"
    if not by_code:
        yield "Nothing."
    for code, group in by_code.items():
        named = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}[
            group[0].severity
        ]
        yield f"### `{code}`: {count_in_words(len(group), named)}"
        yield REASONS.get(code, "No reason has been given.")
        yield "\n".join(f"- {markdown(each.message)}" for each in group)


def _table(head: Sequence[object], rows: Iterable[Sequence[object]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(_cell(each) for each in line)} |" for line in lines)


def _cell(value: object) -> str:
    # A letter before it, since within a table nothing stands at the beginning of a line.
    return markdown(f"x{value}")[1:].replace("|", "\\|")
