"""What can be wrong with the data as a whole: plain functions, each with one kind of finding to give.

A check takes a catalogue and today's date, and yields findings whose code is its own name with hyphens.
`docs/checks.md` describes each. To add one: write the function, put it into `CHECKS`, describe it there with
an example that breaks it and one that does not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from pathways.catalogue import Catalogue
from pathways.checks import (
    citations,
    columns,
    concepts,
    dates,
    ids,
    matrices,
    near_copies,
    numbers,
    outcomes,
    reach,
    records,
    references,
    sectors,
    steps,
    texts,
)
from pathways.notices import Finding

Check = Callable[[Catalogue, date], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    ids.bad_id,
    ids.shared_id,
    references.unknown_id,
    references.unused,
    references.repeated_in_list,
    texts.text_blank,
    texts.text_control,
    texts.text_not_nfc,
    texts.text_too_long,
    numbers.number_out_of_range,
    numbers.rank_taken,
    dates.dates_reversed,
    dates.odd_date,
    dates.checked_in_future,
    dates.source_stale,
    citations.editorial_without_note,
    citations.inferred_in_data,
    citations.bad_link,
    concepts.broader_cycle,
    concepts.esco_form,
    outcomes.concept_or_holding,
    outcomes.holding_kind,
    outcomes.empty_holding,
    outcomes.idle_regulated,
    outcomes.not_a_question,
    outcomes.repeated_statement,
    near_copies.near_copy,
    outcomes.long_statement,
    outcomes.scope_elsewhere,
    matrices.entry_form,
    matrices.row_order,
    matrices.repeated_row,
    matrices.rows_share_into,
    matrices.unknown_locator,
    matrices.repeated_locator,
    matrices.repeated_entry,
    matrices.prompt_kind,
    matrices.unknown_prompt_column,
    matrices.alternative_form,
    matrices.single_alternative,
    matrices.unpaired_condition,
    columns.kind_of_entry,
    columns.kind_of_step,
    columns.kind_of_awareness,
    steps.step_to_itself,
    steps.repeated_step,
    steps.repeated_in_step,
    steps.none_needed_and_more,
    steps.step_asks_nothing,
    steps.idle_waiver,
    reach.holding_cycle,
    reach.unreached_role,
    reach.unreached_qualification,
    reach.unreachable,
    reach.dead_end,
    reach.ends_without_staying,
    sectors.empty_sector,
    sectors.no_matrix,
    sectors.repeated_title,
    sectors.alias_taken,
    sectors.soc_form,
    sectors.own_successor,
)

ABOUT_THE_WHOLE = frozenset(
    {
        "step-asks-nothing",
        "unreached-role",
        "unreached-qualification",
        "unreachable",
        "dead-end",
        "ends-without-staying",
        "empty-sector",
        "no-matrix",
    }
)
"""Codes that say something is not there: only true once every part of the data could be read."""


def check_catalogue(catalogue: Catalogue, today: date) -> tuple[Finding, ...]:
    """Return every finding about a catalogue, check by check."""
    try:
        return tuple(finding for check in CHECKS for finding in check(catalogue, today))
    finally:
        records.forget()
        references.forget()
