"""`pathways compare`: how much of what one sector asks for another asks for too, with the pairs behind it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from explorer import loading
from explorer.console import complain, in_sentences, show_progress, width, write, write_json, write_json_parts
from explorer.formats.csv_routes import to_csv
from explorer.formats.overlap_data import json_head, match_rows, overlap_rows, overlap_to_json
from explorer.formats.overlap_text import overlap_text
from explorer.options import CompareFormat
from explorer.sector_overlap import EACH_LEVEL, SectorOverlap, check_sectors, citation, compare_sectors
from pathways.catalogue import Catalogue
from pathways.errors import InvalidQuery, UnknownName

MOST_IN_DETAIL = 30
"""How many sectors are compared with their matches and levels; of more there are figures only."""

TOO_MANY = (
    "{count:,} sectors are too many to name, or to compare by level or with matches: {most} are the most. "
    "Name fewer, or compare all without these options."
)


def compare_command(
    names: Sequence[str],
    every: bool,
    matches: bool,
    level: str | None,
    form: CompareFormat,
    data: Sequence[Path],
    beside: Sequence[Path],
    store: str | None,
) -> None:
    """Print how sectors overlap, in both directions."""
    with in_sentences(form is CompareFormat.JSON):
        catalogue = loading.open_catalogue(data, beside, store)
        centre, sectors = _chosen([] if every else names, catalogue)
        wanted = _level(level, catalogue)
        if len(sectors) > MOST_IN_DETAIL and not centre:
            if names or matches or wanted:
                raise InvalidQuery(TOO_MANY.format(count=len(sectors), most=MOST_IN_DETAIL))
            _print_many(catalogue, form)
        else:
            if form is CompareFormat.JSON:  # a program picks its levels from all of them
                wanted = wanted or EACH_LEVEL
            _print(compare_sectors(catalogue, sectors, wanted, centre), matches, form)


def _chosen(names: Sequence[str], catalogue: Catalogue) -> tuple[str | None, tuple[str, ...]]:
    """Return the sectors to compare; with one named, that one too, which all others are held against."""
    found = tuple(loading.find_sector(each, catalogue) for each in names)
    if len(found) > 1:
        return None, found
    others = tuple(each for each in catalogue.sector_by_id if each not in found)
    check_sectors((*found, *others), catalogue)
    return (found[0] if found else None), (*found, *others)


def _level(text: str | None, catalogue: Catalogue) -> str | None:
    if text is None or text.lower() == EACH_LEVEL:
        return text and EACH_LEVEL
    names = {
        name.lower(): level.id
        for level in catalogue.levels
        for name in (*level.aliases, level.title, level.id)
    }
    found = names.get(text.strip().lower())
    if found is None:
        known = ", ".join(level.id for level in catalogue.levels)
        raise UnknownName(f"There is no level '{text[:80]}'. The levels are: {known}; or '{EACH_LEVEL}'.")
    return found


def _print(compared: SectorOverlap, matches: bool, form: CompareFormat) -> None:
    match form:
        case CompareFormat.JSON:
            write_json(overlap_to_json(compared, matches))
        case CompareFormat.CSV:
            complain(citation(compared.catalogue))
            write(to_csv(match_rows(compared) if matches else overlap_rows(compared)))
        case CompareFormat.TEXT:
            write(overlap_text(compared, matches, width()))


def _print_many(catalogue: Catalogue, form: CompareFormat) -> None:
    from explorer.formats.overlap_many import many_csv, many_json, many_text
    from pathways.overlap_all import compare_all

    found = compare_all(catalogue, _tell_progress)
    match form:
        case CompareFormat.JSON:
            write_json_parts(json_head(found.sectors, catalogue), "pairs", many_json(found))
        case CompareFormat.CSV:
            complain(citation(catalogue))
            for lines in many_csv(found, catalogue):
                write(lines)
        case CompareFormat.TEXT:
            write(many_text(found, catalogue, width()))


def _tell_progress(done: int, total: int) -> None:
    show_progress("Comparing", done, total)
